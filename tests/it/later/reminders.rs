//! "Remind me of this."

use super::{items, kept, pass_time, path_of};
use crate::harness::*;

async fn remind(person: &Person, message: &Value, at: &str) -> Value {
    person.put(&format!("{}/reminder", path_of(message)), json!({ "remind_at": at })).await.expect(200)
}

/// How often a reminder was told, by the log.
fn told(server: &TestServer) -> Vec<String> {
    server.database().rows("SELECT count(*) FROM events WHERE kind = 'reminder_due'")
}

#[tokio::test]
async fn a_reminder_is_told_on_all_devices_and_stays_until_it_is_done() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben, phone) = (server.person("ada").await, server.person("ben").await, server.sign_in("ada").await);
    let said = ben.say(&hall, "water the vines").await;
    let [mut bens, mut laptop] = server.connect(["ben", "ada"]).await;
    let mut hears = phone.connect(None).await;

    let set = remind(&ada, &said, &ahead(3600)).await;
    assert_eq!((&set["message_id"], &set["told_at"]), (&said["id"], &Value::Null));
    assert_eq!(hears.event("reminder_updated").await["reminder"], set);
    let sooner = remind(&phone, &said, &ahead(5)).await;
    assert_eq!(hears.event("reminder_updated").await["reminder"], sooner);

    for device in [&mut laptop, &mut hears] {
        let due = device.event("reminder_due").await["reminder"].clone();
        assert_eq!((&due["message_id"], &due["remind_at"]), (&said["id"], &sooner["remind_at"]));
        assert!(due["told_at"].is_string());
    }
    assert_eq!(told(&server), ["1"]);
    bens.heard_nothing().await;
    let listed = items(&ada, "/reminders").await;
    assert_eq!((listed.len(), &listed[0]["message"]["content"]), (1, &json!("water the vines")));

    remind(&ada, &said, &ahead(7200)).await;
    assert_eq!(kept(&phone, "reminders").await[0]["told_at"], Value::Null);
    ada.delete(&format!("{}/reminder", path_of(&said))).await.expect(204);
    ada.delete(&format!("{}/reminder", path_of(&said))).await.expect(204);

    assert_eq!(hears.event("reminder_removed").await["message_id"], said["id"]);
    assert!(kept(&ada, "reminders").await.is_empty());
}

#[tokio::test]
async fn what_was_due_while_the_server_was_down_is_told_at_the_start_and_once() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada"]).await;
    let ada = server.person("ada").await;
    let mut said = Vec::new();
    for at in 0..3 {
        said.push(ada.say(&hall, &format!("number {at}")).await);
        remind(&ada, &said[at], &ahead(3600)).await;
    }
    let seq = ada.get("/bootstrap").await.expect(200)["seq"].as_i64().unwrap();

    server.kill();
    pass_time(&server, "reminders", "remind_at");
    server.start_again();

    let mut back = ada.connect(Some(seq)).await;
    for one in &said {
        assert_eq!(back.event("reminder_due").await["reminder"]["message_id"], one["id"]);
    }
    server.kill_and_restart();
    let mut again = ada.connect(Some(seq)).await;
    let heard = again.heard_so_far().await;
    assert_eq!(heard.iter().filter(|frame| frame["type"] == "reminder_due").count(), 3);
    assert_eq!(told(&server), ["3"]);
    assert_eq!(kept(&ada, "reminders").await.len(), 3);
}

#[tokio::test]
async fn a_reminder_is_there_as_long_as_its_message_is() {
    let mut server = TestServer::start().await;
    let den = server.private_group("den", &["ben", "ada"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let (stays, goes) = (ben.say(&den, "stays").await, ben.say(&den, "goes").await);
    remind(&ada, &goes, &ahead(3600)).await;
    remind(&ada, &stays, &ahead(3600)).await;

    ben.delete(&path_of(&goes)).await.expect(204);

    assert_eq!(items(&ada, "/reminders").await.len(), 1);
    ada.put(&format!("{}/reminder", path_of(&goes)), json!({ "remind_at": ahead(60) })).await.refused(404, "not_found");
    let member = format!("/groups/{den}/members/{}", ada.id);
    ben.delete(&member).await.expect(204);
    let of_it = format!("{}/reminder", path_of(&stays));
    ada.put(&of_it, json!({ "remind_at": ahead(60) })).await.refused(404, "not_found");
    assert!(items(&ada, "/reminders").await.is_empty());

    // Its time comes while she is out: it is not told, then or later.
    server.kill();
    pass_time(&server, "reminders", "remind_at");
    server.start_again();
    let mine = server.group("mine", &["ben"]).await;
    let mark = ben.say(&mine, "mark").await;
    remind(&ben, &mark, &ahead(5)).await;
    let [mut bens] = server.connect(["ben"]).await;
    while told(&server) == ["0"] {
        bens.event("reminder_due").await;
    }
    let [mut hears] = server.connect(["ada"]).await;
    ben.put(&member, json!({})).await.expect(204);

    let kept_there = hears.event("kept_in_group").await["reminders"].clone();
    assert_eq!(kept_there[0]["message_id"], stays["id"]);
    assert!(kept_there[0]["told_at"].is_string());
    assert_eq!(told(&server), ["1"]);
}

#[tokio::test]
async fn a_time_that_is_past_or_too_far_ahead_is_refused_and_their_number_is_bounded() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada"]).await;
    let ada = server.person("ada").await;
    let said = ada.say(&hall, "hello").await;
    let path = format!("{}/reminder", path_of(&said));
    for wrong in [ahead(-1), ahead(367 * 86_400), "1970-01-01T00:00:00Z".into(), "9999-12-31T23:59:59Z".into()] {
        let refused = ada.put(&path, json!({ "remind_at": wrong })).await.refused(422, "invalid");
        assert_eq!(refused["field"], json!("remind_at"));
    }
    for at in 0..100 {
        remind(&ada, &ada.say(&hall, &format!("number {at}")).await, &ahead(3600)).await;
    }
    ada.put(&path, json!({ "remind_at": ahead(60) })).await.refused(409, "conflict");
}
