//! Messages that go out at a time.

use super::{items, kept, pass_time, path_of};
use crate::harness::*;

async fn schedule(person: &Person, place: &str, content: &str, at: &str) -> Value {
    let input = json!({ "client_id": new_id(), "content": content, "send_at": at });
    person.post(&format!("{place}/scheduled"), input).await.expect(201)
}

/// The next message that somebody wrote; the server's own lines are passed over.
async fn next_said(socket: &mut Socket) -> Value {
    let is_said = |frame: &Value| frame["type"] == "message_created" && frame["data"]["message"]["kind"] == "text";
    socket.frame(is_said).await["data"]["message"].clone()
}

fn own_path(scheduled: &Value) -> String {
    format!("/scheduled/{}", text(&scheduled["id"]))
}

#[tokio::test]
async fn a_message_goes_out_at_its_time_in_groups_directs_and_threads_and_calls_who_is_there_then() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let direct = server.direct("ada", "ben").await;
    let (ada, ben, cleo) = (server.person("ada").await, server.person("ben").await, server.person("cleo").await);
    let root = ben.say(&hall, "who?").await;
    let [mut hears, mut bens] = server.connect(["ada", "ben"]).await;
    let soon = ahead(5);

    let one = schedule(&ada, &format!("/groups/{hall}"), "@cleo hello", &soon).await;
    ada.put(&format!("/groups/{hall}/members/{}", cleo.id), json!({})).await.expect(204);
    let two = schedule(&ada, &format!("/directs/{direct}"), "psst", &soon).await;
    let input = json!({ "client_id": new_id(), "content": "me", "send_at": soon, "also_on_timeline": true });
    let three = ada.post(&format!("{}/scheduled", path_of(&root)), input).await.expect(201);

    for scheduled in [&one, &two, &three] {
        assert_eq!(hears.event("scheduled_updated").await["scheduled"], *scheduled);
    }
    let created = |id: &Value| {
        let id = id.clone();
        move |frame: &Value| frame["type"] == "message_created" && frame["data"]["message"]["client_id"] == id
    };
    let first = bens.frame(created(&one["client_id"])).await["data"]["message"].clone();
    assert_eq!((&first["content"], &first["mentions"]), (&json!("@cleo hello"), &json!([cleo.id])));
    assert_eq!(first["sender_id"], json!(ada.id));
    bens.event("direct_created").await;
    bens.frame(created(&two["client_id"])).await;
    let third = bens.frame(created(&three["client_id"])).await["data"]["message"].clone();
    // The first is what the thread is about, the second that Cleo came, the third her call.
    assert_eq!((&third["thread_root_id"], &third["ordinal"]), (&root["id"], &json!(4)));
    for _ in 0..3 {
        hears.event("scheduled_removed").await;
    }
    assert!(kept(&ada, "scheduled").await.is_empty());
}

#[tokio::test]
async fn it_is_listed_edited_put_off_taken_back_and_sent_at_once() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let group = format!("/groups/{hall}");
    let one = schedule(&ada, &group, "frist", &ahead(3600)).await;
    let two = schedule(&ada, &group, "second", &ahead(1800)).await;
    let [mut hears, mut bens] = server.connect(["ada", "ben"]).await;
    assert_eq!(items(&ada, "/scheduled").await, [two.clone(), one.clone()]);
    assert_eq!(kept(&ada, "scheduled").await, [two.clone(), one.clone()]);
    for path in [own_path(&one), new_id()].map(|path| path.replace("/scheduled/", "")) {
        ben.patch(&format!("/scheduled/{path}"), json!({ "version": 1 })).await.refused(404, "not_found");
        ben.delete(&format!("/scheduled/{path}")).await.refused(404, "not_found");
        ben.post(&format!("/scheduled/{path}/send"), json!({})).await.refused(404, "not_found");
    }

    let change = json!({ "version": 1, "content": "first", "send_at": ahead(600) });
    let changed = ada.patch(&own_path(&one), change.clone()).await.expect(200);
    let stale = ada.patch(&own_path(&one), change).await.refused(409, "stale");
    ada.delete(&own_path(&two)).await.expect(204);
    ada.delete(&own_path(&two)).await.refused(404, "not_found");
    let sent = ada.post(&format!("{}/send", own_path(&one)), json!({})).await.expect(201);
    ada.post(&format!("{}/send", own_path(&one)), json!({})).await.refused(404, "not_found");

    assert_eq!(stale["current"], changed);
    assert_eq!(hears.event("scheduled_updated").await["scheduled"], changed);
    assert_eq!(hears.event("scheduled_removed").await["scheduled_id"], two["id"]);
    assert_eq!(hears.event("scheduled_removed").await["scheduled_id"], one["id"]);
    assert_eq!(bens.event("message_created").await["message"], sent["message"]);
    assert_eq!((&sent["message"]["content"], &sent["message"]["client_id"]), (&json!("first"), &one["client_id"]));
    bens.heard_nothing().await;
    assert!(items(&ada, "/scheduled").await.is_empty());
}

#[tokio::test]
async fn to_schedule_again_under_the_same_id_schedules_once_and_never_what_was_sent() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let ada = server.person("ada").await;
    let path = format!("/groups/{hall}/scheduled");
    let input = json!({ "client_id": new_id(), "content": "once", "send_at": ahead(3600) });

    let one = ada.post(&path, input.clone()).await.expect(201);
    assert_eq!(ada.post(&path, input.clone()).await.expect(201), one);
    let elsewhere = server.group("elsewhere", &["ada"]).await;
    ada.post(&format!("/groups/{elsewhere}/scheduled"), input.clone()).await.refused(409, "client_id_reused");
    ada.post(&format!("{}/send", own_path(&one)), json!({})).await.expect(201);

    ada.post(&path, input).await.refused(409, "client_id_reused");
    assert_eq!(ada.history(&format!("/groups/{hall}")).await.len(), 1);
}

#[tokio::test]
async fn what_was_due_while_the_server_was_down_goes_out_at_the_start_and_once() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let mut wanted = Vec::new();
    for at in 0..5 {
        wanted.push(schedule(&ada, &format!("/groups/{hall}"), &format!("number {at}"), &ahead(3600 + at)).await);
    }
    // Nobody needs to be signed in for it.
    ada.delete("/sessions/current").await.expect(204);

    server.kill();
    pass_time(&server, "scheduled_messages", "send_at");
    server.start_again();

    let mut bens = ben.connect(Some(0)).await;
    for one in &wanted {
        assert_eq!(next_said(&mut bens).await["client_id"], one["client_id"]);
    }
    server.kill_and_restart();
    let said = ben.history(&format!("/groups/{hall}")).await;
    assert_eq!(said.len(), 5);
    assert_eq!(server.database().rows("SELECT count(*) FROM scheduled_messages"), ["0"]);
}

#[tokio::test]
async fn each_goes_out_once_though_the_server_is_killed_in_the_midst_of_it() {
    const MANY: usize = 60;
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let mut random = Random::from_environment();
    for _ in 0..MANY {
        schedule(&ada, &format!("/groups/{hall}"), "once", &ahead(3600)).await;
    }
    server.kill();
    pass_time(&server, "scheduled_messages", "send_at");
    for _ in 0..6 {
        server.start_again();
        let before = ben.history(&format!("/groups/{hall}")).await.len();
        // A few come by while it is being killed.
        let mut hears = ben.connect(None).await;
        if before < MANY && random.once_in(2) {
            hears.ask("ping", Value::Null).await;
        }
        server.kill();
    }
    server.start_again();

    let left = "SELECT count(*) FROM scheduled_messages";
    let mut hears = ben.connect(None).await;
    while server.database().rows(left) != ["0"] {
        hears.event("message_created").await;
    }
    let said = ben.history(&format!("/groups/{hall}")).await;
    let ids: std::collections::BTreeSet<String> = said.iter().map(|one| text(&one["client_id"])).collect();
    assert_eq!((said.len(), ids.len()), (MANY, MANY));
}

#[tokio::test]
async fn who_may_no_longer_write_there_is_told_why_it_was_not_sent_and_can_try_again() {
    let mut server = TestServer::start().await;
    let (olive, ben) = (server.person("olive").await, server.person("ben").await);
    let ada = server.person("ada").await;
    let removed = server.private_group("removed", &["ben", "ada"]).await;
    let archived = server.group("archived", &["ben", "ada"]).await;
    let threads = server.group("threads", &["ben", "ada"]).await;
    let direct = server.direct("ada", "cleo").await;
    let root = ben.say(&threads, "soon gone").await;
    let mut ids = Vec::new();
    for place in
        [format!("/groups/{removed}"), format!("/groups/{archived}"), format!("/directs/{direct}"), path_of(&root)]
    {
        ids.push(schedule(&ada, &place, "too late", &ahead(3600)).await);
    }
    let eve = server.person("eve").await;
    let hers = schedule(&eve, &format!("/groups/{}", server.lounge), "from afar", &ahead(3600)).await;
    ben.delete(&format!("/groups/{removed}/members/{}", ada.id)).await.expect(204);
    let version = ben.get(&format!("/groups/{archived}")).await.expect(200)["version"].clone();
    let archive = json!({ "version": version, "is_archived": true });
    ben.patch(&format!("/groups/{archived}"), archive).await.expect(200);
    for person in ["cleo", "eve"] {
        let id = server.person(person).await.id;
        olive.patch(&format!("/admin/users/{id}"), json!({ "is_active": false })).await.expect(200);
    }
    ben.delete(&path_of(&root)).await.expect(204);
    let seq = ada.get("/bootstrap").await.expect(200)["seq"].as_i64().unwrap();

    server.kill();
    pass_time(&server, "scheduled_messages", "send_at");
    server.start_again();

    let mut back = ada.connect(Some(seq)).await;
    for (one, failure) in ids.iter().zip(["no_longer_there", "place_closed", "place_closed", "thread_gone"]) {
        let wanted = one["id"].clone();
        let frame = back.frame(|f| f["type"] == "scheduled_updated" && f["data"]["scheduled"]["id"] == wanted).await;
        let failed = &frame["data"]["scheduled"];
        assert_eq!((&failed["failure"], &failed["version"]), (&json!(failure), &json!(2)), "{failed}");
        assert!(failed["failed_at"].is_string());
    }
    assert_eq!(items(&ada, "/scheduled").await.len(), 4);
    olive.patch(&format!("/admin/users/{}", eve.id), json!({ "is_active": true })).await.expect(200);
    let eve = server.sign_in("eve").await;
    let failed = items(&eve, "/scheduled").await;
    assert_eq!((&failed[0]["id"], &failed[0]["failure"]), (&hers["id"], &json!("account_closed")));

    // Nothing goes out by itself, and nothing can be changed where one may not write.
    let change = json!({ "version": 2, "send_at": ahead(60) });
    ada.patch(&own_path(&ids[0]), change.clone()).await.refused(403, "forbidden");
    ada.patch(&own_path(&ids[1]), change.clone()).await.refused(409, "conflict");
    ben.put(&format!("/groups/{removed}/members/{}", ada.id), json!({})).await.expect(204);
    let again = ada.patch(&own_path(&ids[0]), json!({ "version": 2, "send_at": ahead(5) })).await.expect(200);
    assert_eq!((&again["failed_at"], &again["failure"]), (&Value::Null, &Value::Null));
    assert_eq!(next_said(&mut back).await["client_id"], ids[0]["client_id"]);
    ada.delete(&own_path(&ids[1])).await.expect(204);
}

#[tokio::test]
async fn a_time_that_is_past_or_too_far_ahead_is_refused_and_their_number_is_bounded() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada"]).await;
    let ada = server.person("ada").await;
    let path = format!("/groups/{hall}/scheduled");
    let one = schedule(&ada, &format!("/groups/{hall}"), "one", &ahead(3600)).await;
    for wrong in [ahead(-1), ahead(367 * 86_400), "1970-01-01T00:00:00Z".into()] {
        let input = json!({ "client_id": new_id(), "content": "a", "send_at": wrong });
        assert_eq!(ada.post(&path, input).await.refused(422, "invalid")["field"], json!("send_at"));
        let change = json!({ "version": 1, "send_at": wrong });
        assert_eq!(ada.patch(&own_path(&one), change).await.refused(422, "invalid")["field"], json!("send_at"));
    }
    for content in ["", "  ", "a\0b"] {
        let input = json!({ "client_id": new_id(), "content": content, "send_at": ahead(60) });
        assert_eq!(ada.post(&path, input).await.refused(422, "invalid")["field"], json!("content"));
    }
    for _ in 1..100 {
        schedule(&ada, &format!("/groups/{hall}"), "one more", &ahead(3600)).await;
    }
    let input = json!({ "client_id": new_id(), "content": "too many", "send_at": ahead(60) });
    ada.post(&path, input).await.refused(409, "conflict");
}
