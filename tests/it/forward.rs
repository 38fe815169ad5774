//! Forwarding a message: a reference, of which everybody sees what they may.

use crate::harness::*;

const SECRET: &str = "The safe opens with 4711.";

fn forwarding(message: &Value, content: &str) -> Value {
    json!({ "client_id": new_id(), "content": content, "forward_of": message["id"] })
}

async fn forward(person: &Person, group: &str, message: &Value, content: &str) -> Value {
    let sent = person.post(&format!("/groups/{group}/messages"), forwarding(message, content)).await.expect(201);
    sent["message"].clone()
}

/// What somebody is told of the message that another forwards.
async fn source(person: &Person, forwarded: &Value) -> Option<Value> {
    let found = person.get(&format!("/messages?ids={}", text(&forwarded["forward_of"]))).await.expect(200);
    found["messages"].as_array().unwrap().first().cloned()
}

#[tokio::test]
async fn who_may_not_read_what_is_forwarded_sees_nothing_of_it_but_that_it_is_there() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben", "cleo"]).await;
    let den = server.private_group("den", &["ada", "cleo"]).await;
    let (ada, ben, cleo) = (server.person("ada").await, server.person("ben").await, server.person("cleo").await);
    let said = ada.say(&den, SECRET).await;
    let [mut hears] = server.connect(["ben"]).await;

    let forwarded = forward(&ada, &hall, &said, "For those who may").await;

    assert_eq!(forwarded["forward_of"], said["id"]);
    for reader in [&ada, &cleo] {
        assert_eq!(source(reader, &forwarded).await, Some(said.clone()), "{}", reader.name);
    }
    assert_eq!(source(&ben, &forwarded).await, None);
    let heard = hears.event("message_created").await["message"].clone();
    assert_eq!(heard, forwarded);
    let history = ben.get(&format!("/groups/{hall}/messages")).await.expect(200);
    let found = ben.get("/search?q=safe").await.expect(200);
    for seen in [&heard, &history, &found] {
        assert!(!seen.to_string().contains("4711") && !seen.to_string().contains(&den), "{seen}");
    }
    // What one may see is decided when one looks.
    ada.put(&format!("/groups/{den}/members/{}", ben.id), json!({})).await.expect(204);
    assert_eq!(source(&ben, &forwarded).await, Some(said));
    ada.delete(&format!("/groups/{den}/members/{}", cleo.id)).await.expect(204);
    assert_eq!(source(&cleo, &forwarded).await, None);
}

#[tokio::test]
async fn only_what_the_sender_may_read_and_somebody_said_is_forwarded() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let den = server.private_group("den", &["ada"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let said = ada.say(&den, SECRET).await;
    let gone = ada.say(&hall, "soon gone").await;
    ada.delete(&format!("/messages/{}", text(&gone["id"]))).await.expect(204);
    ben.post(&format!("/groups/{hall}/leave"), Value::Null).await.expect(204);
    ben.post(&format!("/groups/{hall}/join"), Value::Null).await.expect(200);
    let timeline = ada.timeline(&format!("/groups/{hall}")).await;
    let notice = timeline.iter().find(|message| message["kind"] == "system").unwrap();
    let before = server.database().state();

    let path = format!("/groups/{hall}/messages");
    ben.post(&path, forwarding(&said, "")).await.refused(404, "not_found");
    ben.post(&path, forwarding(&json!({ "id": new_id() }), "")).await.refused(404, "not_found");
    ada.post(&path, forwarding(&gone, "")).await.refused(404, "not_found");
    assert_eq!(ada.post(&path, forwarding(notice, "")).await.refused(422, "invalid")["field"], "forward_of");
    ada.post(&path, json!({ "client_id": new_id(), "content": "" })).await.refused(422, "invalid");

    assert_eq!(server.database().state(), before);
}

#[tokio::test]
async fn a_forward_needs_no_words_and_may_be_a_reply_or_go_to_one_person() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let direct = server.direct("ada", "ben").await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let said = ben.say(&hall, "Look here").await;
    let id = text(&said["id"]);

    let alone = forward(&ada, &hall, &said, "").await;
    let reply = ada.post(&format!("/messages/{id}/replies"), forwarding(&said, "again")).await.expect(201);
    let psst = ada.post(&format!("/directs/{direct}/messages"), forwarding(&said, "psst")).await.expect(201);
    let mut socket = ada.connect(None).await;
    let mut action = forwarding(&said, "by the socket");
    action["group_id"] = json!(hall);
    let asked = socket.ask("send_message", action).await;
    let framed = socket.frame(|frame| frame["reply_to"] == asked).await["data"].clone();

    assert_eq!(alone["content"], "");
    for sent in [&reply, &psst, &framed] {
        assert_eq!(sent["message"]["forward_of"], said["id"]);
        assert_eq!(source(&ben, &sent["message"]).await.unwrap()["content"], "Look here");
    }
    // Its words can be taken away, and the forwarded message stays.
    let path = format!("/messages/{}", text(&psst["message"]["id"]));
    let edited = ada.patch(&path, json!({ "version": 1, "content": "" })).await.expect(200);
    assert_eq!((&edited["content"], &edited["forward_of"]), (&json!(""), &said["id"]));
}

#[tokio::test]
async fn what_is_edited_or_deleted_is_so_wherever_it_was_forwarded() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let said = ada.say(&hall, "frist").await;
    let path = format!("/messages/{}", text(&said["id"]));
    let forwarded = forward(&ben, &hall, &said, "Ha").await;

    ada.patch(&path, json!({ "version": 1, "content": "first" })).await.expect(200);
    assert_eq!(source(&ben, &forwarded).await.unwrap()["content"], "first");
    ada.delete(&path).await.expect(204);
    let gone = source(&ben, &forwarded).await.unwrap();
    assert_eq!((&gone["content"], gone["deleted_at"].is_string()), (&json!(""), true));

    let own = format!("/messages/{}", text(&forwarded["id"]));
    ben.delete(&own).await.expect(204);
    assert_eq!(ada.get(&own).await.expect(200).get("forward_of"), None);
}

#[tokio::test]
async fn a_forward_that_is_sent_again_is_one_message_and_its_id_is_not_good_for_another() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada"]).await;
    let ada = server.person("ada").await;
    let (one, other) = (ada.say(&hall, "one").await, ada.say(&hall, "other").await);
    let path = format!("/groups/{hall}/messages");
    let input = forwarding(&one, "see");
    let sent = ada.post(&path, input.clone()).await.expect(201);

    assert_eq!(ada.post(&path, input.clone()).await.expect(201), sent);
    for different in [other["id"].clone(), Value::Null] {
        let mut input = input.clone();
        input["forward_of"] = different;
        ada.post(&path, input).await.refused(409, "client_id_reused");
    }
    // What was deleted meanwhile is no reason to say that the first attempt was not heard.
    ada.delete(&format!("/messages/{}", text(&one["id"]))).await.expect(204);
    assert_eq!(ada.post(&path, input).await.expect(201), sent);
}

#[tokio::test]
async fn a_post_forwards_nothing_and_a_reply_to_it_may() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let input = json!({ "name": "Questions", "kind": "forum" });
    let forum = ada.post(&format!("/workspaces/{}/groups", server.workspace), input).await.expect(201);
    let path = format!("/groups/{}/messages", text(&forum["id"]));
    let said = ada.say(&server.lounge, "asked before").await;
    let mut post = forwarding(&said, "What of this?");
    post["title"] = json!("The kiln");

    assert_eq!(ada.post(&path, post.clone()).await.refused(422, "invalid")["field"], "forward_of");
    post.as_object_mut().unwrap().remove("forward_of");
    let post = ada.post(&path, post).await.expect(201)["message"].clone();
    let path = format!("/messages/{}/replies", text(&post["id"]));
    ada.post(&path, forwarding(&said, "")).await.expect(201);
}
