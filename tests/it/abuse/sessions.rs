//! Sessions that were taken, kept or left lying about.

use super::{Browser, applicant, code};
use crate::harness::*;

/// A6.
#[tokio::test]
async fn no_secret_lies_about_in_the_database_the_log_or_a_refusal() {
    let mut server = TestServer::with(&[("PARLOR_LOG_FILTER", "debug")]).await;
    let olive = server.person("olive").await;
    let (ada, setup_code) = (server.person("ada").await, server.setup_code());
    let code = code(&mut server, json!({})).await;
    server.stranger().post("/invites/look_up", json!({ "code": code })).await.expect(200);
    let token = ada.token.clone().unwrap();
    let reset = olive.post(&format!("/admin/users/{}/reset_password", ada.id), Value::Null).await.expect(200);
    let reset = text(&reset["password"]);
    olive.say(&server.lounge.clone(), "a private remark").await;
    let wrong = json!({ "login": "olive", "password": "my other password", "no_such_field": token });
    let refusal = server.stranger().post("/sessions", wrong).await.refused(422, "invalid").to_string();
    let asked =
        server.stranger().get(&format!("/users?code={code}&token={token}&password={reset}")).await.body.to_string();

    let mut files = Vec::new();
    for file in std::fs::read_dir(server.data_dir()).unwrap().map(|entry| entry.unwrap().path()) {
        if file.is_file() {
            files.extend(std::fs::read(file).unwrap());
        }
    }
    let stored = String::from_utf8_lossy(&files);
    for secret in [PASSWORD, &token, &code, &setup_code, &reset, "my other password"] {
        assert!(!stored.contains(secret), "{secret} is in the data directory");
        assert!(!server.log().contains(secret), "{secret} is in the log");
        assert!(!refusal.contains(secret) && !asked.contains(secret), "{secret} is in a refusal");
    }
    assert!(stored.contains("a private remark") && !server.log().contains("a private remark"));
}

/// A7.
#[tokio::test]
async fn what_is_stored_of_a_token_or_a_code_opens_nothing() {
    let mut server = TestServer::start().await;
    code(&mut server, json!({})).await;
    let database = server.database();
    for stored in database.rows("SELECT token_hash FROM sessions UNION ALL SELECT code_hash FROM group_invites") {
        let padded = format!("{stored:0<43}");
        for claim in [stored.as_str(), &padded[..43]] {
            server.holder(claim).get("/me").await.refused(401, "unauthenticated");
            let cookie =
                server.stranger().request(Method::GET, "/me").header("cookie", format!("__Host-parlor={claim}"));
            server.stranger().send(cookie).await.refused(401, "unauthenticated");
            server.stranger().post("/invites/look_up", json!({ "code": claim })).await.refused(410, "invite_gone");
        }
    }
    for stored in database.rows("SELECT password FROM users") {
        let input = json!({ "login": "olive", "password": stored });
        server.stranger().post("/sessions", input).await.refused(401, "wrong_credentials");
    }
}

/// A8.
#[tokio::test]
async fn a_token_is_new_with_each_sign_in_and_dead_after_it() {
    let mut server = TestServer::start().await;
    let chosen = "c".repeat(43);
    let input = json!({ "login": "olive", "password": PASSWORD });
    let stranger = server.stranger();
    let request = stranger.request(Method::POST, "/sessions").header("cookie", format!("__Host-parlor={chosen}"));
    let answer = stranger.send(request.json(&input)).await;
    let cookie = answer.headers["set-cookie"].to_str().unwrap().to_owned();
    assert!(cookie.starts_with("__Host-parlor=") && !cookie.contains(&chosen), "{cookie}");
    for mark in ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"] {
        assert!(cookie.contains(mark), "{cookie} lacks {mark}");
    }
    server.holder(&chosen).get("/me").await.refused(401, "unauthenticated");

    let ada = server.sign_in("ada").await;
    ada.delete("/sessions/current").await.expect(204);
    ada.get("/me").await.refused(401, "unauthenticated");

    let ada = server.sign_in("ada").await;
    server.database().run("UPDATE sessions SET expires_at = 1");
    ada.get("/me").await.refused(401, "unauthenticated");
}

/// A8. However much a session is used, it ends 180 days after it began.
#[tokio::test]
async fn a_session_ends_30_days_after_it_was_used_and_180_days_after_it_began() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let day = 24 * 60 * 60 * 1000_i64;
    let days = |sql: &str| -> i64 { server.database().rows(sql)[0].parse().unwrap() };
    let of_ada = format!("FROM sessions WHERE lower(hex(id)) = '{}'", ada.session.replace('-', ""));
    assert_eq!(days(&format!("SELECT (expires_at - last_active_at) / {day} {of_ada}")), 30);

    let long_ago = format!("created_at = created_at - 170 * {day}, last_active_at = last_active_at - {day}");
    server.database().run(&format!("UPDATE sessions SET {long_ago}"));
    ada.get("/me").await.expect(200);
    // The use is noted beside the request; what is written afterwards is committed after it.
    let noted = || days(&format!("SELECT (expires_at - created_at) / {day} {of_ada}"));
    for _ in 0..1000 {
        if noted() == 180 {
            break;
        }
        ada.patch("/me", json!({ "bio": new_id() })).await.expect(200);
    }
    assert_eq!(noted(), 180);
}

/// A9.
#[tokio::test]
async fn a_socket_ends_with_its_session_and_hears_nothing_more() {
    for how in ["password", "others", "one", "closed", "reset"] {
        let mut server = TestServer::start().await;
        let (olive, ada, old) = (server.person("olive").await, server.person("ada").await, server.sign_in("ada").await);
        let mut socket = old.connect(None).await;
        let account = format!("/admin/users/{}", ada.id);
        let change = json!({ "current_password": PASSWORD, "new_password": "another long sentence" });
        let answer = match how {
            "password" => ada.post("/me/password", change).await,
            "others" => ada.delete("/sessions").await,
            "one" => ada.delete(&format!("/sessions/{}", old.session)).await,
            "closed" => olive.patch(&account, json!({ "is_active": false })).await,
            _ => olive.post(&format!("{account}/reset_password"), Value::Null).await,
        };
        assert!(answer.status < 300, "{how}: {}", answer.body);
        olive.say(&server.lounge.clone(), "after the end").await;
        let heard = socket.heard_up_to(Ended::Closed(4003)).await;
        assert!(heard.iter().all(|frame| frame["type"] != "message_created"), "{how}: {heard:?}");
        assert_eq!(old.open(Some(0)).await.err(), Some(Ended::Refused(401)), "{how}");
    }
}

/// A13.
#[tokio::test]
async fn a_borrowed_screen_is_asked_for_the_password() {
    let mut server = TestServer::start().await;
    let (ada, other) = (server.person("ada").await, server.sign_in("ada").await);
    server.database().run("UPDATE sessions SET password_at = 0");
    let before = server.database().state();
    ada.patch("/me", json!({ "username": "eve" })).await.refused(403, "password_needed");
    ada.patch("/me", json!({ "email": "eve@example.org" })).await.refused(403, "password_needed");
    ada.delete("/sessions").await.refused(403, "password_needed");
    ada.delete(&format!("/sessions/{}", other.session)).await.refused(403, "password_needed");
    let guess = json!({ "current_password": "a wrong password", "new_password": "another long sentence" });
    ada.post("/me/password", guess).await.refused(401, "wrong_credentials");
    ada.post("/me/confirm_password", json!({ "password": "a wrong password" })).await.refused(401, "wrong_credentials");
    assert_eq!(server.database().state(), before);

    ada.post("/me/confirm_password", json!({ "password": PASSWORD })).await.expect(204);
    ada.delete(&format!("/sessions/{}", other.session)).await.expect(204);
}

/// A13. A token that a script asked for is a session like any other: to have one, the password is needed.
#[tokio::test]
async fn a_token_is_given_only_for_a_password() {
    let mut server = TestServer::start().await;
    let browser = Browser::of(&mut server, "ada").await;
    let code = code(&mut server, json!({})).await;
    let wrong = json!({ "login": "ada", "password": "a wrong password", "token": true });
    let request = browser.request(Method::POST, "/sessions").json(&wrong);
    browser.stranger.send(request).await.refused(401, "wrong_credentials");
    let mut input = applicant(&code, "ben");
    input["token"] = json!(false);
    let answer = server.stranger().post("/sign_up", input).await.expect(201);
    assert_eq!(answer["token"], Value::Null);
}
