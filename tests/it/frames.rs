//! The examples in `tests/frames`, which the page's tests read too, have the shape of what the server sends.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::harness::*;

/// The examples of what the server sends, by kind. Those of actions carry an `id`.
fn examples() -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/frames")).unwrap() {
        let frame: Value = serde_json::from_str(&fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap();
        if frame.get("id").is_none() {
            found.insert(text(&frame["type"]), frame);
        }
    }
    found
}

/// Members that one frame has and the other has not. What is `null` in one may be an object in the other.
fn differences(path: &str, example: &Value, sent: &Value) -> Vec<String> {
    match (example, sent) {
        (Value::Object(ours), Value::Object(theirs)) => {
            let names: BTreeSet<&String> = ours.keys().chain(theirs.keys()).collect();
            let member = |name: &String| match (ours.get(name), theirs.get(name)) {
                (Some(one), Some(other)) => differences(&format!("{path}.{name}"), one, other),
                (Some(_), None) => vec![format!("{path}.{name} is in the example alone")],
                _ => vec![format!("{path}.{name} is not in the example")],
            };
            names.into_iter().flat_map(member).collect()
        }
        (Value::Array(ours), Value::Array(theirs)) => ours
            .iter()
            .zip(theirs)
            .take(1)
            .flat_map(|(one, other)| differences(&format!("{path}[]"), one, other))
            .collect(),
        _ => Vec::new(),
    }
}

/// Something of every kind happens to Ada; every frame that she gets, on two devices.
async fn everything(server: &mut TestServer) -> Vec<Value> {
    let (workspace, lounge) = (server.workspace.clone(), server.lounge.clone());
    let [ada, ben, olive] = [server.person("ada").await, server.person("ben").await, server.person("olive").await];
    let hall = server.group("hall", &["ben"]).await;
    let own = server.group("own", &["ada", "ben"]).await;
    let phone = server.sign_in("ada").await;
    let mut frames = Vec::new();
    let mut lost = ada.open(Some(i64::MAX)).await.unwrap_or_else(|ended| panic!("{ended:?}"));
    frames.push(lost.next().await.unwrap());
    drop(lost);
    let mut window = ada
        .open(Some(ada.get("/bootstrap").await.expect(200)["seq"].as_i64().unwrap()))
        .await
        .unwrap_or_else(|ended| panic!("{ended:?}"));
    frames.push(window.next().await.unwrap());
    // Once it is answered, what changes is told.
    let watching = window.ask("watch_presence", json!({ "user_ids": [ben.id] })).await;
    frames.push(window.frame(|frame| frame["reply_to"] == watching).await);
    let mut others = ben.connect(None).await;
    frames.push(window.frame(|frame| frame["type"] == "presence").await);

    window.ask("ping", Value::Null).await;
    window.ask("send_message", json!({ "group_id": own, "client_id": new_id(), "content": "hello" })).await;
    window.ask("typing", json!({ "group_id": new_id() })).await;
    others.ack("typing", json!({ "group_id": own })).await;
    let said = ben.say(&own, "hello").await;
    window.ack("mark_read", json!({ "group_id": own, "message_id": said["id"] })).await;
    let path = format!("/messages/{}", text(&said["id"]));
    ada.put(&format!("{path}/reactions/🌱"), json!({})).await.expect(204);
    ben.patch(&path, json!({ "version": 1, "content": "hello there" })).await.expect(200);
    let reply = json!({ "client_id": new_id(), "content": "and a reply" });
    let reply = ada.post(&format!("{path}/replies"), reply).await.expect(201)["message"].clone();
    ada.delete(&format!("/messages/{}", text(&reply["id"]))).await.expect(204);
    let poll = json!({ "client_id": new_id(), "content": "Tea?", "poll": { "options": ["yes", "no"] } });
    let asked = ben.post(&format!("/groups/{own}/messages"), poll).await.expect(201)["message"].clone();
    ada.put(&format!("/messages/{}/votes/1", text(&asked["id"])), json!({})).await.expect(200);
    keep_for_later(&ada, &hall, &ben.say(&hall, "keep this").await).await;
    frames.push(window.frame(|frame| frame["type"] == "reminder_due").await);
    ada.post("/directs", json!({ "user_id": ben.id })).await.expect(200);
    ada.post(&format!("/groups/{hall}/leave"), json!({})).await.expect(204);
    let version = ben.get(&format!("/groups/{hall}")).await.expect(200)["version"].clone();
    ben.patch(&format!("/groups/{hall}"), json!({ "version": version, "topic": "soon private" })).await.expect(200);
    let hide = json!({ "version": version.as_i64().unwrap() + 1, "is_private": true });
    ben.patch(&format!("/groups/{hall}"), hide).await.expect(200);
    let wanted = json!({ "name": "annexe", "is_private": false });
    ben.post(&format!("/workspaces/{workspace}/groups"), wanted).await.expect(201);
    ada.patch(&format!("/groups/{own}/membership"), json!({ "is_muted": true })).await.expect(200);
    let member = format!("/groups/{own}/members/{}", olive.id);
    ada.put(&member, json!({})).await.expect(204);
    ada.put(&format!("/groups/{own}/members/{}", ben.id), json!({ "role": "moderator" })).await.expect(204);
    ada.delete(&format!("/groups/{own}/members/{}", ben.id)).await.expect(204);
    ada.patch("/me", json!({ "bio": "Here." })).await.expect(200);
    let status = json!({ "manual_status": { "text": "lunch" }, "do_not_disturb": false, "invisible": false });
    ada.put("/me/status", status).await.expect(200);
    olive.put(&format!("/workspaces/{workspace}/members/{}", ben.id), json!({ "role": "admin" })).await.expect(204);
    ada.patch(&format!("/workspaces/{workspace}/membership"), json!({ "notification_level": "mentions" }))
        .await
        .expect(200);
    let quiet = json!({ "days": ["friday"], "from": "22:00", "to": "07:00", "time_zone": "Europe/Berlin" });
    ada.patch("/me/notifications", json!({ "keywords": ["vents"], "quiet_hours": quiet })).await.expect(200);
    let mut forums = Vec::new();
    for name in ["questions", "answers"] {
        let wanted = json!({ "name": name, "kind": "forum", "member_ids": [ben.id] });
        let made = ada.post(&format!("/workspaces/{workspace}/groups"), wanted).await.expect(201);
        forums.push(text(&made["id"]));
    }
    let tag = json!({ "name": "Kiln", "colour": "red" });
    ada.post(&format!("/groups/{}/tags", forums[0]), tag.clone()).await.expect(201);
    let tag = ada.post(&format!("/groups/{}/tags", forums[1]), tag).await.expect(201)["tags"][0]["id"].clone();
    let post = json!({ "client_id": new_id(), "content": "How?", "title": "The kiln" });
    let post = ada.post(&format!("/groups/{}/messages", forums[0]), post).await.expect(201)["message"].clone();
    let path = format!("/posts/{}", text(&post["id"]));
    ada.post(&format!("{path}/move"), json!({ "group_id": forums[1] })).await.expect(200);
    ada.patch(&path, json!({ "version": 2, "tag_ids": [tag] })).await.expect(200);
    ada.post(&format!("{path}/move"), json!({ "group_id": forums[0] })).await.expect(200);
    let emoji = json!({ "name": "parlor", "image": PNG });
    let emoji = olive.post(&format!("/workspaces/{workspace}/emoji"), emoji).await.expect(201);
    olive.delete(&format!("/emoji/{}", text(&emoji["id"]))).await.expect(204);
    phone.delete("/sessions/current").await.expect(204);
    ben.post(&format!("/groups/{lounge}/messages"), json!({ "client_id": new_id(), "content": "hi" }))
        .await
        .expect(201);
    olive.patch(&format!("/workspaces/{workspace}"), json!({ "name": "The end" })).await.expect(200);

    frames.push(window.frame(|frame| frame["type"] == "workspace_updated").await);
    frames.extend(window.heard_so_far().await);
    let mut back = ada.open(Some(0)).await.unwrap_or_else(|ended| panic!("{ended:?}"));
    frames.push(back.frame(|frame| frame["type"] == "positions").await);
    frames
}

/// Ada keeps something of every kind in a group, leaves it, and comes back.
async fn keep_for_later(ada: &Person, group: &str, said: &Value) {
    let (group, message) = (format!("/groups/{group}"), format!("/messages/{}", text(&said["id"])));
    ada.post(&format!("{group}/join"), json!({})).await.expect(200);
    ada.put(&format!("{group}/draft"), json!({ "content": "so far" })).await.expect(200);
    ada.put(&format!("{message}/saved"), json!({})).await.expect(204);
    ada.put(&format!("{message}/reminder"), json!({ "remind_at": ahead(3600) })).await.expect(200);
    let later = json!({ "client_id": new_id(), "content": "later", "send_at": ahead(3600) });
    let scheduled = ada.post(&format!("{group}/scheduled"), later).await.expect(201);
    ada.delete(&format!("/scheduled/{}", text(&scheduled["id"]))).await.expect(204);
    ada.post(&format!("{group}/leave"), json!({})).await.expect(204);
    ada.post(&format!("{group}/join"), json!({})).await.expect(200);
    ada.delete(&format!("{message}/saved")).await.expect(204);
    ada.delete(&format!("{message}/reminder")).await.expect(204);
    ada.put(&format!("{message}/reminder"), json!({ "remind_at": ahead(5) })).await.expect(200);
}

#[tokio::test]
async fn every_kind_of_frame_has_an_example_of_its_very_shape() {
    let mut server = TestServer::start().await;
    let examples = examples();

    let frames = everything(&mut server).await;

    let sent: BTreeSet<String> = frames.iter().map(|frame| text(&frame["type"])).collect();
    assert_eq!(sent, examples.keys().cloned().collect());
    let mut drifted = Vec::new();
    for (kind, example) in &examples {
        let of_kind = frames.iter().filter(|frame| frame["type"] == kind.as_str());
        let closest = of_kind.map(|frame| differences(kind, example, frame)).min_by_key(Vec::len).unwrap();
        drifted.extend(closest);
    }
    assert!(drifted.is_empty(), "{drifted:#?}");
}
