//! Calling people by name: who is meant, who has yet to see it, and where it can be found again.

use crate::harness::*;

/// The unread mentions of somebody in a group.
async fn unread(person: &Person, group: &str) -> Value {
    let state = person.get("/bootstrap").await.expect(200);
    let mut groups = state["groups"].as_array().unwrap().iter();
    groups.find(|one| one["id"] == json!(group)).unwrap()["membership"]["unread_mentions"].clone()
}

async fn edit(person: &Person, message: &Value, content: &str) {
    let now = person.get(&format!("/messages/{}", text(&message["id"]))).await.expect(200);
    let change = json!({ "version": now["version"], "content": content });
    person.patch(&format!("/messages/{}", text(&message["id"])), change).await.expect(200);
}

#[tokio::test]
async fn a_mention_names_members_of_the_group_each_once_and_never_who_wrote_it() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben, cleo) = (server.person("ada").await, server.person("ben").await, server.person("cleo").await);
    let [mut hears] = server.connect(["ben"]).await;

    let said = ada.say(&hall, "@Ben @ben @ada @cleo @nobody `@ben` look").await;

    assert_eq!((&said["mentions"], &said["calls"]), (&json!([ben.id]), &Value::Null));
    assert_eq!(hears.event("message_created").await["message"]["mentions"], json!([ben.id]));
    assert_eq!(unread(&ben, &hall).await, json!([1]));
    assert_eq!(unread(&ada, &hall).await, json!([]));
    assert_eq!(cleo.get("/mentions").await.expect(200)["items"], json!([]));
    let listed = ben.get("/mentions").await.expect(200);
    assert_eq!(listed["items"][0]["id"], said["id"]);
}

#[tokio::test]
async fn everyone_is_called_by_members_and_what_guests_write_so_is_plain_text() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben, gus) = (server.person("ada").await, server.person("ben").await, server.guest("gus").await);
    ada.put(&format!("/groups/{hall}/members/{}", gus.id), json!({})).await.expect(204);

    let by_ada = ada.say(&hall, "@everyone and @here").await;
    let by_gus = gus.say(&hall, "@everyone, @ben").await;

    assert_eq!((&by_ada["calls"], &by_gus["calls"]), (&json!("everyone"), &Value::Null));
    assert_eq!(by_gus["mentions"], json!([ben.id]));
    assert_eq!(unread(&ben, &hall).await, json!([2, 1]));
    assert_eq!(unread(&ada, &hall).await, json!([]));
    // Only what names me is listed.
    assert_eq!(ben.get("/mentions").await.expect(200)["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn in_a_direct_conversation_the_other_one_is_mentioned_and_nobody_else() {
    let mut server = TestServer::start().await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    server.person("cleo").await;
    let direct = text(&ada.post("/directs", json!({ "user_id": ben.id })).await.expect(200)["id"]);

    let input = json!({ "client_id": new_id(), "content": "@ben @cleo @everyone" });
    let sent = ada.post(&format!("/directs/{direct}/messages"), input).await.expect(201);

    assert_eq!((&sent["message"]["mentions"], &sent["message"]["calls"]), (&json!([ben.id]), &Value::Null));
    assert_eq!(sent["not_in_group"], json!([]));
    let directs = ben.get("/bootstrap").await.expect(200)["directs"].clone();
    assert_eq!(directs[0]["unread_mentions"], json!([1]));
}

#[tokio::test]
async fn who_is_named_but_not_in_the_group_is_told_to_who_could_add_them_and_to_nobody_else() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, cleo, gus) = (server.person("ada").await, server.person("cleo").await, server.guest("gus").await);
    ada.put(&format!("/groups/{hall}/members/{}", gus.id), json!({})).await.expect(204);
    let path = format!("/groups/{hall}/messages");
    let input = json!({ "client_id": new_id(), "content": "@cleo @ben @nobody" });

    let sent = ada.post(&path, input.clone()).await.expect(201);
    let again = ada.post(&path, input).await.expect(201);
    let by_guest = gus.post(&path, json!({ "client_id": new_id(), "content": "@cleo" })).await.expect(201);

    assert_eq!(sent["not_in_group"][0]["id"], json!(cleo.id));
    assert_eq!(sent["not_in_group"].as_array().unwrap().len(), 1);
    assert_eq!(again, sent);
    assert_eq!(by_guest["not_in_group"], json!([]));
}

#[tokio::test]
async fn an_edit_mentions_anew_and_a_deletion_no_longer() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let one = ada.say(&hall, "first").await;
    let two = ada.say(&hall, "@everyone").await;

    edit(&ada, &one, "first, @ben").await;
    assert_eq!(unread(&ben, &hall).await, json!([2, 1]));
    edit(&ada, &two, "nobody").await;
    assert_eq!(unread(&ben, &hall).await, json!([1]));
    ada.delete(&format!("/messages/{}", text(&one["id"]))).await.expect(204);

    assert_eq!(unread(&ben, &hall).await, json!([]));
    assert_eq!(ben.get("/mentions").await.expect(200)["items"], json!([]));
}

#[tokio::test]
async fn a_mention_in_a_reply_brings_the_thread_to_who_is_named() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben", "cleo"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let [mut hears] = server.connect(["ben"]).await;
    let root = ada.say(&hall, "who holds the ladder?").await;
    let path = format!("/messages/{}/replies", text(&root["id"]));
    ada.post(&path, json!({ "client_id": new_id(), "content": "hm" })).await.expect(201);

    ada.post(&path, json!({ "client_id": new_id(), "content": "@ben?" })).await.expect(201);

    let mark = hears.event("thread_updated").await;
    assert_eq!((&mark["is_following"], &mark["unread_count"]), (&json!(true), &json!(1)));
    assert_eq!(unread(&ben, &hall).await, json!([]));
    assert_eq!(ben.get("/mentions").await.expect(200)["items"][0]["thread_root_id"], root["id"]);
}

#[tokio::test]
async fn mentions_are_listed_newest_first_page_by_page_and_only_where_one_may_read_now() {
    let mut server = TestServer::start().await;
    let hall = server.private_group("hall", &["ada", "ben"]).await;
    let den = server.private_group("den", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let mut said = Vec::new();
    for group in [&hall, &den, &hall] {
        said.push(ada.say(group, "@ben").await["id"].clone());
    }
    let ids = |page: &Value| page["items"].as_array().unwrap().iter().map(|m| m["id"].clone()).collect::<Vec<_>>();

    let first = ben.get("/mentions?limit=2").await.expect(200);
    assert_eq!(ids(&first), [said[2].clone(), said[1].clone()]);
    let rest = ben.get(&format!("/mentions?limit=2&before={}", text(&first["next_before"]))).await.expect(200);
    assert_eq!((ids(&rest), &rest["next_before"]), (vec![said[0].clone()], &Value::Null));

    ada.delete(&format!("/groups/{hall}/members/{}", ben.id)).await.expect(204);
    assert_eq!(ids(&ben.get("/mentions").await.expect(200)), [said[1].clone()]);
    ben.get("/mentions?limit=0").await.refused(422, "invalid");
    ben.get("/mentions?before=x").await.refused(422, "invalid");
}

#[tokio::test]
async fn how_one_wants_to_hear_of_a_group_is_told_to_the_own_devices_alone() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, cleo) = (server.person("ada").await, server.person("cleo").await);
    let [mut mine, mut other] = server.connect(["ada", "ben"]).await;
    let path = format!("/groups/{hall}/membership");

    let muted = ada.patch(&path, json!({ "is_muted": true })).await.expect(200);
    let level = ada.patch(&path, json!({ "notification_level": "nothing" })).await.expect(200);

    assert_eq!((&muted["is_muted"], &muted["notification_level"]), (&json!(true), &Value::Null));
    assert_eq!((&level["is_muted"], &level["notification_level"]), (&json!(true), &json!("nothing")));
    assert_eq!(mine.event("membership_updated").await["notification_level"], Value::Null);
    assert_eq!(mine.event("membership_updated").await["notification_level"], "nothing");
    other.heard_nothing().await;
    cleo.patch(&path, json!({ "is_muted": true })).await.refused(403, "forbidden");
    ada.patch(&path, json!({ "notification_level": "some" })).await.refused(422, "invalid");
}

/// A message as the test remembers it.
struct Remembered {
    message: Value,
    names_ben: bool,
    is_gone: bool,
}

const TEXTS: [(&str, bool); 5] =
    [("plain", false), ("@ben", true), ("@everyone", true), ("`@ben` in code", false), ("@here and @ben", true)];

#[tokio::test]
async fn whatever_happens_what_is_unread_and_mentions_somebody_is_what_a_plain_count_finds() {
    let mut random = Random::from_environment();
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let (mut said, mut read): (Vec<Remembered>, i64) = (Vec::new(), 0);
    for _ in 0..80 {
        let (content, names_ben) = *random.pick(&TEXTS);
        let at = random.below(said.len().max(1));
        match random.below(6) {
            0 if !said.is_empty() && !said[at].is_gone => {
                edit(&ada, &said[at].message, content).await;
                said[at].names_ben = names_ben;
            }
            1 if !said.is_empty() => {
                ada.delete(&format!("/messages/{}", text(&said[at].message["id"]))).await.expect(204);
                said[at].is_gone = true;
            }
            2 if !said.is_empty() => {
                let input = json!({ "message_id": said[at].message["id"] });
                ben.post(&format!("/groups/{hall}/read"), input).await.expect(200);
                read = read.max(at as i64 + 1);
            }
            3 if !said.is_empty() => {
                let input = json!({ "message_id": said[at].message["id"] });
                ben.post(&format!("/groups/{hall}/unread"), input).await.expect(200);
                read = read.min(at as i64);
            }
            _ => said.push(Remembered { message: ada.say(&hall, content).await, names_ben, is_gone: false }),
        }
        let counted =
            said.iter().enumerate().rev().filter(|(at, one)| *at as i64 + 1 > read && one.names_ben && !one.is_gone);
        let counted: Vec<i64> = counted.map(|(at, _)| at as i64 + 1).collect();
        assert_eq!(unread(&ben, &hall).await, json!(counted));
    }
}
