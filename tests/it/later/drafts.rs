//! What is begun on one device is there on the others.

use super::{kept, path_of};
use crate::harness::*;

async fn draft(person: &Person, path: &str, content: &str) -> Value {
    person.put(&format!("{path}/draft"), json!({ "content": content })).await.expect(200)["seq"].clone()
}

fn told(data: &Value) -> (Value, Value, Value, Value) {
    let part = |name: &str| data[name].clone();
    (part("group_id"), part("direct_id"), part("thread_root_id"), part("content"))
}

#[tokio::test]
async fn a_draft_follows_to_the_other_device_and_sending_or_clearing_takes_it_away_there() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let direct = server.direct("ada", "ben").await;
    let (laptop, phone) = (server.person("ada").await, server.sign_in("ada").await);
    let root = laptop.say(&hall, "who holds the ladder?").await;
    let [mut ben] = server.connect(["ben"]).await;
    let mut hears = phone.connect(None).await;
    let group = format!("/groups/{hall}");

    draft(&laptop, &group, " so far ").await;
    draft(&laptop, &format!("/directs/{direct}"), "psst").await;
    draft(&laptop, &path_of(&root), "me").await;

    let none = Value::Null;
    assert_eq!(told(&hears.event("draft_updated").await), (json!(hall), none.clone(), none.clone(), json!(" so far ")));
    assert_eq!(told(&hears.event("draft_updated").await), (none.clone(), json!(direct), none.clone(), json!("psst")));
    assert_eq!(told(&hears.event("draft_updated").await), (json!(hall), none, root["id"].clone(), json!("me")));
    let listed = phone.get("/drafts").await.expect(200)["items"].clone();
    assert_eq!(listed, json!(kept(&phone, "drafts").await));
    assert_eq!(listed.as_array().unwrap().len(), 3);

    draft(&phone, &group, "").await;
    draft(&phone, &path_of(&root), " \n ").await;

    assert_eq!(hears.event("draft_updated").await["content"], json!(""));
    assert_eq!(hears.event("draft_updated").await["thread_root_id"], root["id"]);
    assert_eq!(kept(&laptop, "drafts").await.len(), 1);
    ben.heard_nothing().await;
    assert_eq!(kept(&server.person("ben").await, "drafts").await, [json!(null); 0]);
}

#[tokio::test]
async fn the_last_to_write_wins_and_the_answer_says_which_events_are_older() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada"]).await;
    let (laptop, phone) = (server.person("ada").await, server.sign_in("ada").await);
    let mut hears = laptop.connect(None).await;
    let group = format!("/groups/{hall}");

    let one = draft(&laptop, &group, "one").await;
    let two = draft(&phone, &group, "two").await;
    let again = draft(&laptop, &group, "two").await;

    let first = hears.frame(|frame| frame["type"] == "draft_updated").await;
    let second = hears.frame(|frame| frame["type"] == "draft_updated").await;
    assert_eq!((&first["seq"], &second["seq"]), (&one, &two));
    // Nothing new was written, so nobody hears of it.
    assert_eq!(again, two);
    hears.heard_nothing().await;
    assert_eq!(kept(&phone, "drafts").await[0]["content"], json!("two"));
}

#[tokio::test]
async fn who_comes_back_hears_of_a_draft_as_it_is_and_of_one_that_is_gone() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let direct = server.direct("ada", "ben").await;
    let ada = server.person("ada").await;
    let root = ada.say(&hall, "who?").await;
    draft(&ada, &format!("/directs/{direct}"), "psst").await;
    draft(&ada, &path_of(&root), "me").await;
    let seq = ada.get("/bootstrap").await.expect(200)["seq"].as_i64().unwrap();

    draft(&ada, &format!("/groups/{hall}"), "first").await;
    draft(&ada, &format!("/groups/{hall}"), "second").await;
    draft(&ada, &format!("/directs/{direct}"), "").await;
    draft(&ada, &path_of(&root), "").await;
    server.kill_and_restart();

    let mut back = ada.connect(Some(seq)).await;
    let heard = back.heard_so_far().await;
    let drafts: Vec<_> =
        heard.iter().filter(|frame| frame["type"] == "draft_updated").map(|f| told(&f["data"])).collect();
    let none = Value::Null;
    let second = (json!(hall), none.clone(), none.clone(), json!("second"));
    let gone =
        [(none.clone(), json!(direct), none.clone(), json!("")), (json!(hall), none, root["id"].clone(), json!(""))];
    assert_eq!(drafts, [second.clone(), second, gone[0].clone(), gone[1].clone()]);
}

#[tokio::test]
async fn a_draft_of_a_place_that_one_cannot_see_is_not_shown_until_one_is_there_again() {
    let mut server = TestServer::start().await;
    let den = server.private_group("den", &["ben", "ada"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    draft(&ada, &format!("/groups/{den}"), "so far").await;
    let mut hears = ada.connect(None).await;
    let member = format!("/groups/{den}/members/{}", ada.id);

    ben.delete(&member).await.expect(204);

    hears.event("group_left").await;
    assert!(kept(&ada, "drafts").await.is_empty());
    ada.put(&format!("/groups/{den}/draft"), json!({ "content": "more" })).await.refused(404, "not_found");
    hears.heard_nothing().await;

    ben.put(&member, json!({})).await.expect(204);

    hears.event("group_joined").await;
    assert_eq!(hears.event("kept_in_group").await["drafts"][0]["content"], json!("so far"));
    assert_eq!(kept(&ada, "drafts").await.len(), 1);
}

#[tokio::test]
async fn a_draft_is_bounded_and_so_is_their_number() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada"]).await;
    let ada = server.person("ada").await;
    let root = ada.say(&hall, "a root").await;
    let path = format!("{}/replies", path_of(&root));
    let reply = ada.post(&path, json!({ "client_id": new_id(), "content": "no root" })).await;
    let reply = reply.expect(201)["message"].clone();
    let group = format!("/groups/{hall}");
    draft(&ada, &group, &"🌱".repeat(16_000)).await;
    for wrong in ["🌱".repeat(16_001), "a\0b".to_owned()] {
        let refused = ada.put(&format!("{group}/draft"), json!({ "content": wrong })).await.refused(422, "invalid");
        assert_eq!(refused["field"], json!("content"));
    }
    let in_reply = format!("{}/draft", path_of(&reply));
    ada.put(&in_reply, json!({ "content": "a" })).await.refused(409, "conflict");

    for at in 1..100 {
        draft(&ada, &path_of(&ada.say(&hall, &format!("root {at}")).await), "a").await;
    }

    let one_more = ada.say(&hall, "one more").await;
    let path = format!("{}/draft", path_of(&one_more));
    ada.put(&path, json!({ "content": "a" })).await.refused(409, "conflict");
    draft(&ada, &group, "another text of the same draft").await;
    draft(&ada, &group, "").await;
    ada.put(&path, json!({ "content": "a" })).await.expect(200);
    assert_eq!(kept(&ada, "drafts").await.len(), 100);
}
