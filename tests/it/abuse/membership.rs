//! Seeing what is not one's own.

use super::plain;
use crate::harness::*;

/// A private group of ada and ben, from which ben was removed after he had spoken; what he said.
async fn removed(server: &mut TestServer) -> (String, String) {
    let hall = server.private_group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let said = text(&ben.say(&hall, "mine").await["id"]);
    ada.delete(&format!("/groups/{hall}/members/{}", ben.id)).await.expect(204);
    (hall, said)
}

/// A20.
#[tokio::test]
async fn who_was_removed_hears_nothing_more_live_or_later() {
    let mut server = TestServer::start().await;
    let hall = server.private_group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let mut live = ben.connect(None).await;
    let start = ada.get("/bootstrap").await.expect(200)["seq"].as_i64().unwrap();

    ada.delete(&format!("/groups/{hall}/members/{}", ben.id)).await.expect(204);
    ada.say(&hall, "without ben").await;

    let kinds = |frames: Vec<Value>| -> Vec<String> { frames.iter().map(|frame| text(&frame["type"])).collect() };
    assert_eq!(kinds(live.heard_so_far().await), ["group_left"]);
    let mut later = ben.connect(Some(start)).await;
    assert_eq!(kinds(later.heard_so_far().await), ["group_left"]);
    let mut from_the_start = ben.connect(Some(0)).await;
    let heard = from_the_start.heard_so_far().await;
    assert!(
        heard.iter().all(|frame| frame["type"] == "group_left" || !frame.to_string().contains(&hall)),
        "{heard:#?}"
    );
}

/// A21.
#[tokio::test]
async fn who_was_removed_can_do_nothing_even_with_what_they_wrote() {
    let mut server = TestServer::start().await;
    let (hall, said) = removed(&mut server).await;
    let ben = server.person("ben").await;
    let before = server.database().state();
    ben.get(&format!("/messages/{said}")).await.refused(404, "not_found");
    let reply = json!({ "client_id": new_id(), "content": "again" });
    ben.post(&format!("/groups/{hall}/messages"), reply).await.refused(404, "not_found");
    ben.post(&format!("/groups/{hall}/read"), json!({ "message_id": said })).await.refused(404, "not_found");
    ben.post(&format!("/groups/{hall}/join"), Value::Null).await.refused(404, "not_found");
    assert_eq!(server.database().state(), before);
}

/// A22.
#[tokio::test]
async fn who_was_removed_sees_no_trace_of_the_group() {
    let mut server = TestServer::start().await;
    let (hall, said) = removed(&mut server).await;
    let ben = server.person("ben").await;
    for path in ["", "/members", "/messages", "/invites"] {
        ben.get(&format!("/groups/{hall}{path}")).await.refused(404, "not_found");
    }
    let workspace = format!("/workspaces/{}/groups", server.workspace);
    for path in [
        "/bootstrap",
        &format!("/bootstrap?group_id={hall}"),
        "/groups",
        "/mentions",
        "/search?q=mine",
        "/search?q=from:ada&sort=best",
        &workspace,
        &format!("{workspace}?query=hall"),
    ] {
        let seen = ben.get(path).await.expect(200).to_string();
        assert!(!seen.contains(&hall) && !seen.contains(&said) && !seen.contains("\"hall\""), "{path}: {seen}");
    }
}

/// A23, A40. What leads to messages by the side is named in the table of access; nothing else does.
#[tokio::test]
async fn there_is_no_side_door_to_messages() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    for path in ["/pins", "/starred", "/activity", "/notifications"] {
        ada.get(path).await.refused(404, "not_found");
    }
}

/// A24.
#[tokio::test]
async fn a_link_to_a_private_message_stays_a_plain_link() {
    let mut server = TestServer::start().await;
    let (_, said) = removed(&mut server).await;
    let (ada, ben, lounge) = (server.person("ada").await, server.person("ben").await, server.lounge.clone());
    let link = format!("{}/m/{said}", server.origin());
    let sent = ada.say(&lounge, &link).await;
    let seen = ben.get(&format!("/messages/{}", text(&sent["id"]))).await.expect(200);
    assert_eq!(
        (seen["content"].as_str(), seen.as_object().unwrap().len()),
        (Some(link.as_str()), sent.as_object().unwrap().len())
    );
    assert!(!seen.to_string().contains("mine"));
}

/// A25.
#[tokio::test]
async fn a_private_groups_name_gives_it_away_to_nobody() {
    let mut server = TestServer::start().await;
    server.private_group("secret plan", &["ada"]).await;
    server.group("open plan", &["ada"]).await;
    let cleo = server.person("cleo").await;
    let path = format!("/workspaces/{}/groups", server.workspace);
    let private = plain(cleo.post(&path, json!({ "name": "Secret Plan" })).await);
    assert_eq!(private.0, 409);
    assert_eq!(private, plain(cleo.post(&path, json!({ "name": "open plan" })).await));
    let found = cleo.get(&format!("{path}?query=plan")).await.expect(200);
    assert_eq!(found["items"].as_array().unwrap().len(), 1);
}

/// A26.
#[tokio::test]
async fn what_goes_on_in_a_group_is_heard_in_it_alone() {
    let mut server = TestServer::start().await;
    let hall = server.private_group("hall", &["ada", "ben"]).await;
    let direct = server.direct("ada", "ben").await;
    server.person("cleo").await;
    let [mut ada, mut ben, mut cleo] = server.connect(["ada", "ben", "cleo"]).await;
    let message = text(&server.person("ben").await.say(&hall, "hello").await["id"]);
    ada.ack("typing", json!({ "group_id": hall })).await;
    ada.ack("mark_read", json!({ "group_id": hall, "message_id": message })).await;
    let said = json!({ "direct_id": direct, "client_id": new_id(), "content": "between us" });
    ada.ack("send_message", said).await;
    ada.ack("typing", json!({ "direct_id": direct })).await;

    assert_eq!(ben.event("typing").await["group_id"], json!(hall));
    assert_eq!(cleo.heard_so_far().await, Vec::<Value>::new());
}

/// A27.
#[tokio::test]
async fn an_id_of_one_kind_is_nothing_where_another_is_asked_for() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let direct = server.direct("ada", "ben").await;
    let ada = server.person("ada").await;
    let before = server.database().state();
    for path in [
        format!("/groups/{direct}"),
        format!("/groups/{direct}/messages"),
        format!("/directs/{hall}/messages"),
        format!("/messages/{hall}"),
        format!("/users/{hall}"),
        format!("/workspaces/{hall}"),
        format!("/groups/{}", ada.id),
    ] {
        let never = path.replace(&direct, &new_id()).replace(&hall, &new_id()).replace(&ada.id, &new_id());
        let hidden = plain(ada.get(&path).await);
        assert_eq!((hidden.0, &hidden), (404, &plain(ada.get(&never).await)), "{path}");
    }
    let change = json!({ "version": 1, "kind": "voice" });
    assert_eq!(ada.patch(&format!("/groups/{hall}"), change).await.refused(422, "invalid")["field"], "kind");
    assert_eq!(server.database().state(), before);
}
