//! Texts that would like to be more than text.

use crate::harness::*;

const SCRIPT: &str = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&{{base}}";

/// A36.
#[tokio::test]
async fn what_people_write_is_told_as_data_and_never_as_a_page() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let page_before = ada.send(ada.at(Method::GET, "/")).await.body;
    ada.patch("/me", json!({ "name": &SCRIPT[..60], "bio": SCRIPT })).await.expect(200);
    let status = json!({ "manual_status": { "text": SCRIPT }, "do_not_disturb": false, "invisible": false });
    ada.put("/me/status", status).await.expect(200);
    let input = json!({ "name": &SCRIPT[..60], "topic": SCRIPT, "description": SCRIPT });
    let group = ada.post(&format!("/workspaces/{}/groups", server.workspace), input).await.expect(201);
    let group = text(&group["id"]);
    assert_eq!(ada.say(&group, SCRIPT).await["content"], SCRIPT);

    for path in ["/bootstrap", "/me", &format!("/groups/{group}"), &format!("/groups/{group}/messages"), "/users"] {
        let answer = ada.get(path).await;
        assert_eq!(answer.headers["content-type"], "application/json", "{path}");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff", "{path}");
    }
    let odd = ada.send(ada.at(Method::GET, "/g/%3Cscript%3Ealert(1)%3C/script%3E?a=%3Cscript%3E")).await;
    assert_eq!(odd.body, page_before, "the page is the same for every address and every name");
    let refusal = ada.patch("/me", json!({ SCRIPT: 1 })).await;
    assert_eq!(refusal.headers["content-security-policy"], "default-src 'none'; frame-ancestors 'none'");
    refusal.refused(422, "invalid");
}

/// A36. The page's own scripts build nodes; the second wall is its policy, see `sites.rs`.
#[test]
fn the_pages_scripts_make_no_markup_of_texts() {
    const MARKUP: [&str; 9] = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "srcdoc",
        "javascript:",
        "createContextualFragment",
    ];
    let mut looked_at = 0;
    let mut rooms = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))];
    while let Some(room) = rooms.pop() {
        for entry in std::fs::read_dir(room).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() && !entry.ends_with("vendor") {
                rooms.push(entry);
            } else if entry.extension().is_some_and(|ending| ending == "js") {
                let source = std::fs::read_to_string(&entry).unwrap();
                let code: String = source.lines().filter(|line| !line.trim_start().starts_with(['*', '/'])).collect();
                let found: Vec<_> = MARKUP.iter().filter(|markup| code.contains(*markup)).collect();
                assert!(found.is_empty(), "{}: {found:?}", entry.display());
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 20, "only {looked_at} scripts were found");
}

/// A39.
#[tokio::test]
async fn nobody_writes_a_notice_of_the_servers() {
    let mut server = TestServer::start().await;
    let (ada, lounge) = (server.person("ada").await, server.lounge.clone());
    for (name, value) in [
        ("kind", json!("system")),
        ("sender_id", json!(new_id())),
        ("edited_at", json!("2026-01-01T00:00:00Z")),
        ("created_at", json!("2026-01-01T00:00:00Z")),
    ] {
        let mut draft = json!({ "client_id": new_id(), "content": "hello" });
        draft[name] = value;
        assert_eq!(ada.post(&format!("/groups/{lounge}/messages"), draft).await.refused(422, "invalid")["field"], name);
    }
    let odd = format!("Olive joined the group\u{202e}{}", "\u{301}".repeat(10_000));
    let sent = ada.say(&lounge, &odd).await;
    assert_eq!((sent["kind"].as_str(), sent["sender_id"].as_str()), (Some("text"), Some(ada.id.as_str())));
}

/// A40. A message that calls everybody, and names people again and again, is one message; see `mentions.rs`.
#[tokio::test]
async fn who_calls_everybody_a_thousand_times_is_heard_once() {
    let mut server = TestServer::start().await;
    let (ada, lounge) = (server.person("ada").await, server.lounge.clone());
    server.person("ben").await;
    let [mut ben] = server.connect(["ben"]).await;
    ada.say(&lounge, &"@everyone @ben ".repeat(1_000)).await;
    let heard = ben.heard_so_far().await;
    assert_eq!(heard.len(), 1, "{heard:#?}");
}
