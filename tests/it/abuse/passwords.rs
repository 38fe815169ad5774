//! Signing in without being allowed to.

use futures_util::future::join_all;

use super::{Browser, applicant, code, plain};
use crate::harness::*;

fn sign_in(login: &str, password: &str) -> Value {
    json!({ "login": login, "password": password, "token": true })
}

/// A1.
#[tokio::test]
async fn a_stranger_cannot_tell_by_the_answer_whether_an_account_exists() {
    let mut server = TestServer::start().await;
    let (olive, ben) = (server.person("olive").await, server.person("ben").await);
    olive.patch(&format!("/admin/users/{}", ben.id), json!({ "is_active": false })).await.expect(200);
    let stranger = server.stranger();

    let wrong = "a wrong password";
    let unknown = plain(stranger.post("/sessions", sign_in("nobody", wrong)).await);
    assert_eq!(unknown.0, 401);
    for (login, password) in
        [("olive", wrong), ("ben", wrong), ("ben", PASSWORD), ("no@body.example", wrong), ("", wrong), ("olive", "")]
    {
        assert_eq!(plain(stranger.post("/sessions", sign_in(login, password)).await), unknown, "{login} {password}");
    }
}

/// A1. Who holds an invite learns that a name is taken, but not whether by username or by address.
#[tokio::test]
async fn a_sign_up_does_not_tell_which_of_two_is_taken() {
    let mut server = TestServer::start().await;
    server.person("olive").await.patch("/me", json!({ "email": "olive@example.org" })).await.expect(200);
    let code = code(&mut server, json!({})).await;
    let stranger = server.stranger();
    let by_name = plain(stranger.post("/sign_up", applicant(&code, "olive")).await);
    let mut input = applicant(&code, "somebody");
    input["email"] = json!("OLIVE@example.org");
    let by_address = plain(stranger.post("/sign_up", input).await);
    assert_eq!(by_name.0, 409);
    assert_eq!(by_name, by_address);
    let before = server.database().state();
    stranger.post("/sign_up", applicant(&"a".repeat(43), "olive")).await.refused(410, "invite_gone");
    stranger.post("/sign_up", applicant(&"a".repeat(43), "nobody")).await.refused(410, "invite_gone");
    assert_eq!(server.database().state(), before);
}

/// A1. There is no letter by which a password could be set anew, so no answer that could betray an address.
#[tokio::test]
async fn nobody_is_asked_for_an_address_to_send_a_password_to() {
    let server = TestServer::start().await;
    for path in ["/password_reset", "/forgot_password", "/reset_password"] {
        server.stranger().post(path, json!({ "email": "olive@example.org" })).await.refused(404, "not_found");
    }
}

/// A2. What costs time is the hashing; that it is done for every login is seen by its line filling up.
#[tokio::test]
async fn a_password_is_hashed_whether_or_not_there_is_an_account() {
    let one_at_a_time = [("PARLOR_LIMITS_PASSWORD_HASH_PARALLEL", "1"), ("PARLOR_LIMITS_PASSWORD_HASH_WAITING", "0")];
    let mut server = TestServer::with(&one_at_a_time).await;
    let (olive, ben) = (server.person("olive").await, server.person("ben").await);
    olive.patch(&format!("/admin/users/{}", ben.id), json!({ "is_active": false })).await.expect(200);
    let stranger = server.stranger();
    for login in ["olive", "nobody", "ben", "no@body.example", "not a name at all"] {
        let tries = (0..24).map(|_| stranger.post("/sessions", sign_in(login, "a wrong password")));
        let statuses: Vec<u16> = join_all(tries).await.into_iter().map(|answer| answer.status).collect();
        assert!(statuses.contains(&503), "{login} fills no line: {statuses:?}");
        assert!(statuses.contains(&401), "{login}: {statuses:?}");
    }
}

/// A3.
#[tokio::test]
async fn a_forged_address_does_not_get_around_the_limits() {
    let few = [("PARLOR_LIMITS_SIGN_IN_TRIES_PER_ADDRESS", "3"), ("PARLOR_LIMITS_CODE_TRIES_PER_ADDRESS", "3")];
    let server = TestServer::with(&few).await;
    let stranger = server.stranger();
    let forged = |path: &str, n: u8, input: Value| {
        let from = format!("203.0.113.{n}");
        let request = stranger.request(Method::POST, path).json(&input);
        let request = request.header("x-forwarded-for", &from).header("x-real-ip", &from);
        stranger.send(request.header("forwarded", format!("for={from}")))
    };
    for n in 0..3 {
        forged("/sessions", n, sign_in(&format!("nobody{n}"), "a wrong password"))
            .await
            .refused(401, "wrong_credentials");
    }
    let answer = forged("/sessions", 3, sign_in("nobody3", "a wrong password")).await;
    assert!(answer.headers.contains_key("retry-after"));
    answer.refused(429, "rate_limited");
    let mut last = 0;
    for n in 0..4 {
        last = forged("/invites/look_up", n, json!({ "code": "a".repeat(43) })).await.status;
    }
    assert_eq!(last, 429);
}

/// A4.
#[tokio::test]
async fn a_flood_of_sign_ins_is_turned_away_and_the_chat_goes_on() {
    let narrow = [("PARLOR_LIMITS_PASSWORD_HASH_PARALLEL", "1"), ("PARLOR_LIMITS_PASSWORD_HASH_WAITING", "4")];
    let mut server = TestServer::with(&narrow).await;
    let ada = server.person("ada").await;
    let (stranger, lounge) = (server.stranger(), server.lounge.clone());
    let flood = join_all((0..200).map(|_| stranger.post("/sessions", sign_in("olive", "a wrong password"))));
    let chat = join_all((0..20).map(|n| ada.say(&lounge, ["one", "two"][n % 2])));
    let (answers, said) = tokio::join!(flood, chat);
    assert_eq!(said.len(), 20);
    let busy: Vec<_> = answers.into_iter().filter(|answer| answer.status != 401).collect();
    assert!(!busy.is_empty());
    for answer in busy {
        assert!(answer.headers.contains_key("retry-after"));
        answer.refused(503, "busy");
    }
    stranger.post("/sessions", sign_in("olive", PASSWORD)).await.expect(201);
}

/// A5.
#[tokio::test]
async fn who_is_failed_for_on_purpose_still_gets_in_from_a_browser_that_was_here_before() {
    let mut server = TestServer::with(&[("PARLOR_LIMITS_SIGN_IN_TRIES_PER_ACCOUNT", "3")]).await;
    let browser = Browser::of(&mut server, "ada").await;
    let stranger = server.stranger();
    while stranger.post("/sessions", sign_in("ada", "a wrong password")).await.status == 401 {}
    stranger.post("/sessions", sign_in("ada", PASSWORD)).await.refused(429, "rate_limited");

    let known = browser.request(Method::POST, "/sessions").json(&sign_in("ada", PASSWORD));
    stranger.send(known).await.expect(201);

    let forged = browser.cookies.replace("parlor-device=", "parlor-device=x");
    let forged = stranger.request(Method::POST, "/sessions").header("cookie", forged).json(&sign_in("ada", PASSWORD));
    stranger.send(forged).await.refused(429, "rate_limited");
}

/// A15.
#[tokio::test]
async fn an_odd_password_is_refused_by_name() {
    let mut server = TestServer::start().await;
    let code = code(&mut server, json!({})).await;
    let stranger = server.stranger();
    let huge = "x1".repeat(100_000);
    for odd in ["", "short", "          ", "aaaaaaaaaaaa", "password123", "long enough\0", &huge] {
        let mut input = applicant(&code, "somebody");
        input["password"] = json!(odd);
        let problem = stranger.post("/sign_up", input).await.refused(422, "invalid");
        assert_eq!(problem["field"], "password", "{odd:.20}");
        stranger.post("/sessions", sign_in("olive", odd)).await.refused(401, "wrong_credentials");
    }
    let beyond = sign_in("olive", &"x1".repeat(500_000));
    let head = "POST /api/v1/sessions HTTP/1.1\r\nHost: parlor\r\nContent-Type: application/json\r\n";
    let request = format!("{head}Content-Length: {}\r\n\r\n", beyond.to_string().len());
    assert!(answer_over(wire(&server, request.as_bytes()).await).await.starts_with("HTTP/1.1 413 "));
}
