//! A server that says too much.

use crate::harness::*;

/// A61.
#[tokio::test]
async fn no_refusal_tells_how_the_server_is_made() {
    let mut server = TestServer::start().await;
    let (ada, hall) = (server.person("ada").await, server.group("hall", &["ada"]).await);
    let refusals = [
        server.stranger().get("/me").await,
        server.stranger().get("/nothing").await,
        ada.get("/groups/nonsense").await,
        ada.get(&format!("/groups/{}", new_id())).await,
        ada.get("/users?cursor=!").await,
        ada.get("/users?limit=0").await,
        ada.get("/admin/users").await,
        ada.post("/directs", json!({ "user_id": ada.id })).await,
        ada.patch(&format!("/groups/{hall}"), json!({ "version": 0, "topic": "x" })).await,
        ada.send(ada.request(Method::POST, "/directs").header("content-type", "application/json").body("{")).await,
        ada.send(ada.request(Method::POST, "/directs").body("x")).await,
        ada.send(ada.request(Method::PUT, "/directs")).await,
    ];
    const INNARDS: [&str; 13] = [
        "SELECT", "sqlite", "rusqlite", "src/", ".rs", "panicked", "serde", "actix", "tokio", "/data", "/home",
        "struct ", "parlor::",
    ];
    for answer in refusals {
        let said = answer.body.to_string();
        assert!((400..500).contains(&answer.status) && !text(&answer.body["request_id"]).is_empty(), "{said}");
        let found: Vec<_> = INNARDS.iter().filter(|word| said.contains(*word)).collect();
        assert!(found.is_empty(), "{found:?} in {said}");
        assert!(!answer.headers.contains_key("server") && !answer.headers.contains_key("x-powered-by"));
    }
}

/// A61.
#[tokio::test]
async fn a_stranger_learns_no_more_than_that_the_server_works() {
    let server = TestServer::start().await;
    let stranger = server.stranger();
    let health = stranger.send(stranger.at(Method::GET, "/health")).await.expect(200);
    assert_eq!(health, json!({ "status": "ok" }));
    let mut known: Vec<String> =
        stranger.get("/server").await.expect(200).as_object().unwrap().keys().cloned().collect();
    known.sort();
    assert_eq!(known, ["demo", "name", "setup_needed", "sign_up_open", "version"]);
    let page = stranger.send(stranger.at(Method::GET, "/")).await.body;
    for path in ["/metrics", "/debug", "/debug/pprof", "/.env", "/.git/config", "/server-status"] {
        assert_eq!(stranger.send(stranger.at(Method::GET, path)).await.body, page, "{path}");
    }
    for path in ["/metrics", "/debug", "/version", "/internal"] {
        stranger.get(path).await.refused(404, "not_found");
    }
}

/// A62.
#[tokio::test]
async fn only_embedded_files_are_served_and_only_by_their_exact_name() {
    let server = TestServer::start().await;
    let stranger = server.stranger();
    let page = text(&stranger.send(stranger.at(Method::GET, "/")).await.body);
    let (_, after) = page.split_once("/assets/").unwrap();
    let version = &after[..after.find('/').unwrap()];
    stranger.send(stranger.at(Method::GET, &format!("/assets/{version}/app.js"))).await.expect(200);
    for odd in [
        "../Cargo.toml",
        "..%2fCargo.toml",
        "%2e%2e/Cargo.toml",
        "../../etc/passwd",
        "/app.js",
        "APP.JS",
        "app.js/",
        "app.js%00",
        "app.js%20",
        "./app.js",
        "..\\Cargo.toml",
        "components",
        "components/",
        "%2e/app.js",
        "index.html/../app.js",
        "",
    ] {
        let head = format!("GET /assets/{version}/{odd} HTTP/1.1\r\nHost: parlor\r\nConnection: close\r\n\r\n");
        let answer = answer_over(wire(&server, head.as_bytes()).await).await;
        let status = answer.split(' ').nth(1).unwrap_or_default();
        assert!(["400", "404"].contains(&status), "{odd} gave {answer:.200}");
    }
    stranger.send(stranger.at(Method::GET, "/assets/0000000000000000/app.js")).await.refused(404, "not_found");
}

/// A64.
#[tokio::test]
async fn nobody_sees_where_another_person_is_signed_in_or_their_address() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let mut socket = ben.connect(None).await;
    ada.connect(None).await;
    ada.patch("/me", json!({ "email": "ada@example.org", "bio": "hello" })).await.expect(200);
    server.direct("ben", "ada").await;

    let mut seen = vec![socket.heard_so_far().await.into_iter().map(|frame| frame.to_string()).collect::<String>()];
    for path in [
        &format!("/users/{}", ada.id),
        "/users",
        &format!("/groups/{hall}/members"),
        "/bootstrap",
        "/directs",
        "/sessions",
    ] {
        seen.push(ben.get(path).await.expect(200).to_string());
    }
    for seen in &seen {
        for secret in ["ada@example.org", &ada.session, "password", "devices", "token"] {
            assert!(!seen.contains(secret), "{secret} in {seen}");
        }
    }
    let ada_as_seen = ben.get(&format!("/users/{}", ada.id)).await.expect(200);
    let mut fields: Vec<String> = ada_as_seen.as_object().unwrap().keys().cloned().collect();
    fields.sort();
    assert_eq!(fields, ["bio", "created_at", "id", "is_active", "name", "status", "username"]);
    assert_eq!(ben.get("/sessions").await.expect(200)["items"].as_array().unwrap().len(), 1);
}

/// A64. An invisible person looks offline, in every answer and event.
#[tokio::test]
async fn who_is_invisible_looks_offline_everywhere() {
    let mut server = TestServer::start().await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let hide = json!({ "manual_status": { "text": "in secret" }, "do_not_disturb": true, "invisible": true });
    ada.put("/me/status", hide).await.expect(200);
    let mut hidden = ada.connect(None).await;
    let mut socket = ben.connect(None).await;
    let watched = socket.ack("watch_presence", json!({ "user_ids": [ada.id] })).await;
    hidden.ack("set_activity", json!({ "active": true })).await;
    let lounge = server.lounge.clone();
    let mut seen = vec![
        watched["statuses"][0].clone(),
        ben.get(&format!("/users/{}", ada.id)).await.expect(200)["status"].clone(),
    ];
    let members = ben.get(&format!("/groups/{lounge}/members?query=ada")).await.expect(200);
    seen.push(members["items"][0]["user"]["status"].clone());
    for status in seen {
        assert_eq!((&status["presence"], &status["manual_status"]), (&json!("offline"), &Value::Null), "{status}");
        assert_eq!(status["do_not_disturb"], false);
    }
    assert!(socket.heard_so_far().await.iter().all(|frame| !frame.to_string().contains("in secret")));
}
