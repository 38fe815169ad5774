//! Lines that the server itself puts on a timeline: who came, what changed, what was pinned.

use crate::harness::*;

async fn lines(person: &Person, conversation: &str) -> Vec<Value> {
    let page = person.get(&format!("{conversation}/messages?limit=100")).await.expect(200);
    page["messages"].as_array().unwrap().iter().filter(|message| message["kind"] == "system").cloned().collect()
}

/// What the lines of a group tell, without who did it.
async fn told(person: &Person, group: &str) -> Vec<Value> {
    lines(person, &format!("/groups/{group}")).await.iter().map(|line| line["happening"].clone()).collect()
}

/// How somebody stands to a group.
async fn mine(person: &Person, group: &str) -> Value {
    let state = person.get("/bootstrap").await.expect(200);
    state["groups"].as_array().unwrap().iter().find(|mine| mine["id"] == json!(group)).unwrap().clone()
}

fn unread(mine: &Value) -> i64 {
    let number = |value: &Value| value.as_i64().unwrap();
    let position = if mine["membership"].is_object() { &mine["membership"] } else { mine };
    number(&mine["last_ordinal"]) - number(&position["last_read_ordinal"]) - number(&position["silent_unread"])
}

async fn change(person: &Person, group: &str, change: Value) {
    let path = format!("/groups/{group}");
    let mut wanted = json!({ "version": person.get(&path).await.expect(200)["version"] });
    wanted.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
    person.patch(&path, wanted).await.expect(200);
}

#[tokio::test]
async fn whatever_happens_to_a_group_is_a_line_on_its_timeline() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let [ada, ben, cleo] = [server.person("ada").await, server.person("ben").await, server.person("cleo").await];

    cleo.post(&format!("/groups/{hall}/join"), json!({})).await.expect(200);
    cleo.post(&format!("/groups/{hall}/leave"), json!({})).await.expect(204);
    ada.put(&format!("/groups/{hall}/members/{}", cleo.id), json!({})).await.expect(204);
    ada.delete(&format!("/groups/{hall}/members/{}", cleo.id)).await.expect(204);
    for wanted in [
        json!({ "name": "great hall" }),
        json!({ "topic": "tea" }),
        json!({ "topic": "" }),
        json!({ "description": "For all." }),
        json!({ "is_private": true }),
        json!({ "is_private": false }),
        json!({ "is_archived": true }),
        json!({ "is_archived": false }),
        json!({ "position": 7 }),
    ] {
        change(&ada, &hall, wanted).await;
    }
    let said = ben.say(&hall, "key code").await;
    ada.put(&format!("/messages/{}/pin", text(&said["id"])), json!({})).await.expect(200);

    let all = lines(&ben, &format!("/groups/{hall}")).await;
    let who: Vec<&Value> = all.iter().take(4).map(|line| &line["sender_id"]).collect();
    assert_eq!(who, [&json!(cleo.id), &json!(cleo.id), &json!(ada.id), &json!(ada.id)]);
    let told: Vec<Value> = all.iter().map(|line| line["happening"].clone()).collect();
    assert_eq!(
        told,
        [
            json!({ "what": "joined" }),
            json!({ "what": "left" }),
            json!({ "what": "added", "user_id": cleo.id }),
            json!({ "what": "removed", "user_id": cleo.id }),
            json!({ "what": "renamed", "was": "hall", "is": "great hall" }),
            json!({ "what": "topic_changed", "is": "tea" }),
            json!({ "what": "topic_changed", "is": "" }),
            json!({ "what": "description_changed" }),
            json!({ "what": "made_private" }),
            json!({ "what": "made_public" }),
            json!({ "what": "archived" }),
            json!({ "what": "unarchived" }),
            json!({ "what": "pinned", "message_id": said["id"], "thread_root_id": null }),
        ]
    );
    assert!(all.iter().all(|line| line["content"] == ""));
}

#[tokio::test]
async fn who_is_in_a_group_from_its_beginning_has_not_come_and_what_changes_nothing_is_no_line() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    assert!(told(&ada, &hall).await.is_empty());

    ben.post(&format!("/groups/{hall}/join"), json!({})).await.expect(200);
    ada.put(&format!("/groups/{hall}/members/{}", ben.id), json!({ "role": "moderator" })).await.expect(204);
    change(&ada, &hall, json!({ "name": "hall", "topic": "" })).await;
    let said = path(&ada.say(&hall, "x").await, "/pin");
    ada.put(&said, json!({})).await.expect(200);
    ada.put(&said, json!({})).await.expect(200);
    ada.delete(&said).await.expect(200);

    assert_eq!(told(&ada, &hall).await.len(), 1);
}

fn path(message: &Value, rest: &str) -> String {
    format!("/messages/{}{rest}", text(&message["id"]))
}

#[tokio::test]
async fn a_line_travels_as_a_message_does_and_counts_as_unread_for_nobody() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let [ada, ben, cleo] = [server.person("ada").await, server.person("ben").await, server.person("cleo").await];
    let first = ada.say(&hall, "one").await;
    let [mut hears] = server.connect(["ben"]).await;

    cleo.post(&format!("/groups/{hall}/join"), json!({})).await.expect(200);
    change(&ada, &hall, json!({ "topic": "tea" })).await;
    ada.say(&hall, "two").await;

    let joined = hears.event("message_created").await["message"].clone();
    assert_eq!((&joined["kind"], &joined["ordinal"]), (&json!("system"), &json!(2)));
    assert_eq!(joined["happening"], json!({ "what": "joined" }));
    let of_ben = mine(&ben, &hall).await;
    assert_eq!((unread(&of_ben), &of_ben["last_ordinal"]), (2, &json!(4)));
    assert_eq!(of_ben["membership"]["silent_unread"], 2);
    // Ada changed the topic before she spoke; she has read nothing by that, but by speaking.
    assert_eq!(unread(&mine(&cleo, &hall).await), 1);
    let position = ben.post(&format!("/groups/{hall}/read"), json!({ "message_id": first["id"] })).await.expect(200);
    assert_eq!(position["silent_unread"], 2);
    assert_eq!(unread(&mine(&ben, &hall).await), 1);
}

#[tokio::test]
async fn who_changes_a_group_has_not_read_it_by_that() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    ben.say(&hall, "one").await;

    change(&ada, &hall, json!({ "topic": "tea" })).await;

    assert_eq!(unread(&mine(&ada, &hall).await), 1);
}

#[tokio::test]
async fn however_much_happens_nothing_is_unread_and_no_read_position_is_written() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    for round in 0..20 {
        change(&ada, &hall, json!({ "topic": format!("round {round}") })).await;
    }

    let of_ben = mine(&ben, &hall).await;
    assert_eq!((unread(&of_ben), &of_ben["membership"]["silent_unread"]), (0, &json!(20)));
    assert_eq!(of_ben["membership"]["last_read_ordinal"], 0);
}

#[tokio::test]
async fn a_pin_in_a_direct_conversation_is_a_line_that_makes_nothing_unread_and_nothing_livelier() {
    let mut server = TestServer::start().await;
    let direct = server.direct("ada", "ben").await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let input = json!({ "client_id": new_id(), "content": "psst" });
    let said = ada.post(&format!("/directs/{direct}/messages"), input).await.expect(201)["message"].clone();
    let of = |state: Value| state["directs"][0].clone();
    let before = of(ada.get("/bootstrap").await.expect(200));
    let [mut hears] = server.connect(["ada"]).await;

    ben.put(&path(&said, "/pin"), json!({})).await.expect(200);

    let line = hears.event("message_created").await["message"].clone();
    assert_eq!(line["happening"]["message_id"], said["id"]);
    let after = of(ada.get("/bootstrap").await.expect(200));
    assert_eq!((&after["last_message_at"], unread(&after)), (&before["last_message_at"], 0));
    ada.delete(&path(&line, "")).await.refused(403, "forbidden");
    ben.delete(&path(&line, "")).await.refused(403, "forbidden");
    assert_eq!(lines(&ben, &format!("/directs/{direct}")).await, [line]);
}

#[tokio::test]
async fn a_pin_of_a_reply_that_is_in_its_thread_alone_names_the_thread() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let ada = server.person("ada").await;
    let root = ada.say(&hall, "who?").await;
    let reply = json!({ "client_id": new_id(), "content": "me" });
    let reply = ada.post(&path(&root, "/replies"), reply).await.expect(201)["message"].clone();

    ada.put(&path(&reply, "/pin"), json!({})).await.expect(200);

    let expected = json!({ "what": "pinned", "message_id": reply["id"], "thread_root_id": root["id"] });
    assert_eq!(told(&ada, &hall).await, [expected]);
}

/// A39.
#[tokio::test]
async fn nobody_forges_a_line_changes_one_or_answers_it() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let forged = json!({ "client_id": new_id(), "content": "x", "kind": "system", "happening": { "what": "left" } });
    ada.post(&format!("/groups/{hall}/messages"), forged).await.refused(422, "invalid");
    ada.put(&format!("/groups/{hall}/members/{}", server.person("cleo").await.id), json!({})).await.expect(204);
    let line = lines(&ada, &format!("/groups/{hall}")).await[0].clone();

    ada.patch(&path(&line, ""), json!({ "version": 1, "content": "mine" })).await.refused(403, "forbidden");
    ada.put(&path(&line, "/pin"), json!({})).await.refused(409, "conflict");
    ada.put(&path(&line, "/reactions/🌱"), json!({})).await.refused(409, "conflict");
    ada.put(&path(&line, "/follow"), json!({ "following": true })).await.refused(409, "conflict");
    let reply = json!({ "client_id": new_id(), "content": "why?" });
    ada.post(&path(&line, "/replies"), reply).await.refused(409, "conflict");
    let reused = json!({ "client_id": line["client_id"], "content": "mine" });
    ada.post(&format!("/groups/{hall}/messages"), reused).await.refused(409, "client_id_reused");
    ben.delete(&path(&line, "")).await.refused(403, "forbidden");
    assert_eq!(lines(&ada, &format!("/groups/{hall}")).await, [line]);
}

#[tokio::test]
async fn a_moderator_takes_a_line_away_with_all_that_it_told() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    change(&ada, &hall, json!({ "topic": "something unkind" })).await;
    change(&ada, &hall, json!({ "topic": "tea" })).await;
    let line = lines(&ada, &format!("/groups/{hall}")).await[0].clone();

    ada.delete(&path(&line, "")).await.expect(204);

    let page = ben.get(&format!("/groups/{hall}/messages")).await.expect(200);
    assert_eq!(page["messages"][0]["happening"], Value::Null);
    assert!(!page.to_string().contains("unkind"));
    let of_ben = mine(&ben, &hall).await;
    assert_eq!((unread(&of_ben), &of_ben["membership"]["silent_unread"]), (0, &json!(2)));
}

/// A56.
#[tokio::test]
async fn a_line_that_a_newer_server_wrote_is_there_and_tells_nothing() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let ada = server.person("ada").await;
    change(&ada, &hall, json!({ "topic": "tea" })).await;
    server.database().run(r#"UPDATE messages SET happening = '{"what":"painted"}' WHERE kind = 'system'"#);
    ada.say(&hall, "and on").await;

    let page = ada.get(&format!("/groups/{hall}/messages")).await.expect(200);

    let messages = page["messages"].as_array().unwrap();
    assert_eq!(messages.len(), 2);
    assert_eq!((&messages[0]["kind"], &messages[0]["happening"]), (&json!("system"), &Value::Null));
}

#[tokio::test]
async fn who_was_removed_hears_nothing_of_it_but_that_they_are_out() {
    let mut server = TestServer::start().await;
    let hall = server.private_group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let [mut hears] = server.connect(["ben"]).await;

    ada.delete(&format!("/groups/{hall}/members/{}", ben.id)).await.expect(204);

    assert_eq!(hears.event("group_left").await["group_id"], json!(hall));
    hears.heard_nothing().await;
}
