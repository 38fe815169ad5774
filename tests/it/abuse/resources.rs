//! Taking more than one's share.

use std::os::unix::fs::PermissionsExt;

use crate::harness::*;

/// A50. The only test that waits for a limit of time to pass: 10 seconds between two pieces.
#[tokio::test]
async fn a_body_that_stops_coming_is_given_up() {
    let server = TestServer::start().await;
    let request = "POST /api/v1/sessions HTTP/1.1\r\nHost: parlor\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
    let answer = answer_over(wire(&server, request.as_bytes()).await).await;
    assert!(answer.starts_with("HTTP/1.1 408 ") && answer.contains("too_slow"), "{answer}");
}

/// A52.
#[tokio::test]
async fn one_connection_too_many_ends_the_oldest_and_an_address_has_a_limit() {
    let few = [("PARLOR_LIMITS_SOCKETS_PER_ACCOUNT", "2"), ("PARLOR_LIMITS_SOCKETS_PER_ADDRESS", "4")];
    let mut server = TestServer::with(&few).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let mut oldest = ada.connect(None).await;
    let mut second = ada.connect(None).await;
    let mut third = ada.connect(None).await;
    assert_eq!(oldest.ended().await, Ended::Closed(4009));
    second.heard_nothing().await;
    third.heard_nothing().await;

    let mut open = Vec::new();
    let refused = loop {
        match ben.open(None).await {
            Ok(socket) => open.push(socket),
            Err(refused) => break refused,
        }
        assert!(open.len() < 5, "nothing was refused");
    };
    assert_eq!(refused, Ended::Refused(429));
    second.heard_nothing().await;
}

/// A55.
#[tokio::test]
async fn no_number_or_text_at_the_edge_brings_anything_down() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["olive"]).await;
    let olive = server.person("olive").await;
    let (path, groups) = (format!("/groups/{hall}"), format!("/workspaces/{}/groups", server.workspace));
    for position in [i64::MIN, i64::MAX] {
        let version = olive.get(&path).await.expect(200)["version"].clone();
        olive.patch(&path, json!({ "version": version, "position": position })).await.expect(200);
        olive.post(&groups, json!({ "name": format!("after {position}") })).await.expect(201);
    }
    for version in [i64::MIN, i64::MAX] {
        olive.patch(&path, json!({ "version": version, "topic": "x" })).await.refused(409, "stale");
    }
    for seconds in [json!(u64::MAX), json!(0), json!(1e300)] {
        olive.post(&format!("{path}/invites"), json!({ "expires_in_secs": seconds })).await.refused(422, "invalid");
    }
    for uses in [i64::MIN, 0, i64::MAX] {
        olive.post(&format!("{path}/invites"), json!({ "max_uses": uses })).await.refused(422, "invalid");
    }
    for ends in ["9999-12-31T23:59:59Z", "0000-01-01T00:00:00Z", "2026-02-30T00:00:00Z", "+99999-01-01T00:00:00Z"] {
        let status = json!({ "manual_status": { "text": "x", "expires_at": ends }, "do_not_disturb": false, "invisible": false });
        assert!([200, 422].contains(&olive.put("/me/status", status).await.status), "{ends}");
    }
    for seq in [i64::MAX, i64::MAX - 1] {
        let mut socket = olive.open(Some(seq)).await.unwrap();
        socket.frame(|frame| frame["type"] == "start_afresh").await;
    }
    assert_eq!(olive.open(Some(-1)).await.err(), Some(Ended::Refused(422)));
    for edge in ["🌱".repeat(16_000), "e\u{301}".repeat(8_000), "\u{10ffff}\u{2028}\u{e000}".into(), "\u{202e}".into()]
    {
        assert_eq!(olive.say(&hall, &edge).await["content"], edge);
    }
    let health = olive.send(olive.at(Method::GET, "/health")).await;
    assert_eq!(health.expect(200), json!({ "status": "ok" }));
}

/// A57.
#[tokio::test]
async fn no_other_user_of_the_machine_can_read_the_data() {
    let server = TestServer::start().await;
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&server.data_dir()), 0o700);
    for file in std::fs::read_dir(server.data_dir()).unwrap() {
        let path = file.unwrap().path();
        assert_eq!(mode(&path) & 0o077, 0, "{}", path.display());
    }
}

/// A58.
#[tokio::test]
async fn statements_in_a_text_are_text_and_a_filter_only_narrows() {
    const STATEMENT: &str = "'; DROP TABLE messages; --";
    let mut server = TestServer::start().await;
    server.private_group("secret", &["ada"]).await;
    let (ben, lounge) = (server.person("ben").await, server.lounge.clone());
    let before = server.database().rows("SELECT count(*) FROM sqlite_schema");
    ben.patch("/me", json!({ "name": STATEMENT, "bio": STATEMENT })).await.expect(200);
    assert_eq!(ben.say(&lounge, STATEMENT).await["content"], STATEMENT);
    let groups = format!("/workspaces/{}/groups", server.workspace);
    ben.post(&groups, json!({ "name": STATEMENT, "topic": STATEMENT })).await.expect(201);

    let ben = &ben;
    let found = |path: String| async move { ben.get(&path).await.expect(200)["items"].as_array().unwrap().len() };
    let query = "%27%3B%20DROP%20TABLE%20messages%3B%20--";
    assert_eq!(found(format!("{groups}?query={query}")).await, 1);
    assert_eq!(found(format!("/users?query={query}")).await, 1);
    for narrow in ["secret", "%25secret", "_ecret", "%27%20OR%201%3D1%20--", "%25", "_", "%5C"] {
        assert_eq!(found(format!("{groups}?query={narrow}")).await, 0, "{narrow}");
    }
    // A cursor of one's own making: before the first of all names.
    assert_eq!(found(format!("{groups}?cursor=Lw")).await, 2);
    assert_eq!(server.database().rows("SELECT count(*) FROM sqlite_schema"), before);
}

/// A60.
#[tokio::test]
async fn who_floods_is_slowed_down_and_the_others_are_not() {
    let slow = [("PARLOR_LIMITS_MESSAGES_PER_SECOND", "1"), ("PARLOR_LIMITS_MESSAGES_BURST", "5")];
    let mut server = TestServer::with(&slow).await;
    let (ada, ben, lounge) = (server.person("ada").await, server.person("ben").await, server.lounge.clone());
    let path = format!("/groups/{lounge}/messages");
    let flood = (0..200).map(|_| ada.post(&path, json!({ "client_id": new_id(), "content": "again" })));
    let (answers, said) = tokio::join!(futures_util::future::join_all(flood), ben.say(&lounge, "undisturbed"));
    assert_eq!(said["content"], "undisturbed");
    let refused: Vec<_> = answers.into_iter().filter(|answer| answer.status != 201).collect();
    assert!(refused.len() > 100, "only {} of 200 were refused", refused.len());
    for answer in refused {
        assert!(answer.headers.contains_key("retry-after"));
        answer.refused(429, "rate_limited");
    }
    let mut socket = ada.connect(None).await;
    let mut codes = Vec::new();
    for _ in 0..20 {
        let draft = json!({ "group_id": lounge, "client_id": new_id(), "content": "again" });
        let id = socket.ask("send_message", draft).await;
        codes.push(socket.frame(|frame| frame["reply_to"] == id).await["data"]["code"].clone());
    }
    assert!(codes.contains(&json!("rate_limited")), "{codes:?}");
}
