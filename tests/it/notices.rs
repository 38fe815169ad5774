//! Of what somebody wants to be told: words, quiet hours, levels; and reading everything in one step.

use crate::harness::*;

async fn notifications(person: &Person) -> Value {
    person.get("/bootstrap").await.expect(200)["me"]["notifications"].clone()
}

fn hours(from: &str, to: &str, zone: &str) -> Value {
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    json!({ "quiet_hours": { "days": days, "from": from, "to": to, "time_zone": zone } })
}

/// All day long, so that it does not matter when the test runs.
fn always() -> Value {
    hours("00:00", "00:00", "Europe/Berlin")
}

#[tokio::test]
async fn words_that_call_somebody_are_on_all_their_devices_and_nobody_elses_business() {
    let mut server = TestServer::start().await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let [mut phone, mut other] = server.connect(["ada", "ben"]).await;

    let me = ada
        .patch("/me/notifications", json!({ "keywords": [" Vents", "vents", "c++", "new  motor"] }))
        .await
        .expect(200);

    assert_eq!(me["notifications"], json!({ "keywords": ["Vents", "c++", "new motor"], "quiet_hours": null }));
    assert_eq!(phone.event("me_updated").await["me"], me);
    other.heard_nothing().await;
    assert_eq!(notifications(&ada).await["keywords"], json!(["Vents", "c++", "new motor"]));
    assert_eq!(notifications(&ben).await["keywords"], json!([]));
    let seen = ben.get(&format!("/users/{}", ada.id)).await.expect(200);
    assert!(!seen.to_string().contains("Vents"), "{seen}");
    ada.patch("/me/notifications", json!({ "quiet_hours": null })).await.expect(200);
    assert_eq!(notifications(&ada).await["keywords"].as_array().unwrap().len(), 3);
    ada.patch("/me/notifications", json!({ "keywords": [] })).await.expect(200);
    assert_eq!(notifications(&ada).await["keywords"], json!([]));
}

#[tokio::test]
async fn what_is_no_word_or_no_schedule_is_refused_by_name_and_changes_nothing() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    ada.patch("/me/notifications", json!({ "keywords": ["kept"] })).await.expect(200);
    ada.patch("/me/notifications", always()).await.expect(200);
    let before = server.database().state();
    let many: Vec<String> = (0..21).map(|n| format!("word {n}")).collect();
    let long = "a".repeat(41);
    for wrong in [json!([""]), json!(["!?"]), json!(["a\u{202e}", "\u{200b}"]), json!([long]), json!(many)] {
        let problem = ada.patch("/me/notifications", json!({ "keywords": wrong })).await.refused(422, "invalid");
        assert_eq!(problem["field"], "keywords", "{wrong}");
    }
    let wrong = |part: &str, value: Value| {
        let mut input = always();
        input["quiet_hours"][part] = value;
        (part.to_owned(), input)
    };
    let wrong = [
        wrong("days", json!([])),
        wrong("from", json!("24:00")),
        wrong("from", json!("7:00")),
        wrong("to", json!("22:60")),
        wrong("to", json!("")),
        wrong("time_zone", json!("Europe/Nowhere")),
        wrong("time_zone", json!("../../etc/passwd")),
        wrong("time_zone", json!("x".repeat(10_000))),
        wrong("no_such", json!(1)),
    ];
    for (part, input) in wrong {
        let problem = ada.patch("/me/notifications", input).await.refused(422, "invalid");
        assert_eq!(problem["field"], format!("quiet_hours.{part}"));
    }
    ada.patch(
        "/me/notifications",
        json!({ "quiet_hours": { "days": ["someday"], "from": "1", "to": "2", "time_zone": "UTC" } }),
    )
    .await
    .refused(422, "invalid");
    assert_eq!(server.database().state(), before);
}

#[tokio::test]
async fn quiet_hours_that_begin_make_somebody_busy_to_others_and_tell_their_devices() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let [mut phone, mut ben] = server.connect(["ada", "ben"]).await;
    ben.ack("watch_presence", json!({ "user_ids": [ada.id] })).await;

    ada.patch("/me/notifications", always()).await.expect(200);

    let mine = phone.event("my_status").await["status"].clone();
    assert_eq!(phone.event("me_updated").await["me"]["status"], mine);
    assert_eq!((&mine["do_not_disturb"], &mine["in_quiet_hours"]), (&json!(false), &json!(true)));
    let busy = |frame: &Value| frame["data"]["statuses"][0]["do_not_disturb"] == true;
    ben.frame(|frame| frame["type"] == "presence" && busy(frame)).await;

    // They are over for this time: the flag one sets by hand was never touched.
    let me = ada.post("/me/quiet_hours/end", json!({})).await.expect(200);
    assert_eq!(
        (&me["status"]["in_quiet_hours"], &me["notifications"]["quiet_hours"]["from"]),
        (&json!(false), &json!("00:00"))
    );
    assert_eq!(phone.event("my_status").await["status"]["in_quiet_hours"], false);
    ben.frame(|frame| frame["type"] == "presence" && !busy(frame)).await;
    // A second time there is nothing to end, and nobody hears of it.
    ada.post("/me/quiet_hours/end", json!({})).await.expect(200);
    phone.heard_nothing().await;
}

#[tokio::test]
async fn a_timer_begins_and_ends_quiet_hours_also_after_the_server_was_away() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    ada.patch("/me/notifications", always()).await.expect(200);
    let mut phone = ada.connect(None).await;
    // As if it had been set for a time that has passed meanwhile, either way.
    server
        .database()
        .run("UPDATE user_status SET in_quiet_hours = 0, quiet_changes_at = 1 WHERE quiet_hours IS NOT NULL");
    assert_eq!(phone.event("my_status").await["status"]["in_quiet_hours"], true);
    let never = "json_set(quiet_hours, '$.from', '00:00', '$.to', '00:01', '$.time_zone', 'UTC', '$.days', json_array('monday'))";
    let rows = server.database().rows("SELECT strftime('%w %H%M', 'now')");
    if rows[0] != "1 0000" {
        server.database().run(&format!(
            "UPDATE user_status SET quiet_hours = {never}, quiet_changes_at = 1 WHERE quiet_hours IS NOT NULL"
        ));
        assert_eq!(phone.event("my_status").await["status"]["in_quiet_hours"], false);
    }
}

/// Nobody is seen by what is set for them while they are away.
#[tokio::test]
async fn what_begins_or_ends_while_somebody_is_away_does_not_look_as_if_they_were_there() {
    let mut server = TestServer::start().await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let seen = async || ben.get(&format!("/users/{}", ada.id)).await.expect(200)["status"]["last_seen"].clone();
    let mut watching = ben.connect(None).await;
    watching.ack("watch_presence", json!({ "user_ids": [ada.id] })).await;
    let is = |presence: &'static str| {
        move |frame: &Value| frame["type"] == "presence" && frame["data"]["statuses"][0]["presence"] == presence
    };
    let window = ada.connect(None).await;
    watching.frame(is("online")).await;
    drop(window);
    watching.frame(is("offline")).await;
    let before = seen().await;
    assert!(before.is_string());
    ada.patch("/me/notifications", always()).await.expect(200);
    let lunch = json!({ "manual_status": { "text": "lunch" }, "do_not_disturb": false, "invisible": false });
    ada.put("/me/status", lunch).await.expect(200);
    assert_eq!(seen().await, before);
}

#[tokio::test]
async fn who_hides_in_quiet_hours_goes_on_looking_as_before() {
    let mut server = TestServer::start().await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    ada.patch("/me/notifications", always()).await.expect(200);
    let hide = json!({ "manual_status": null, "do_not_disturb": false, "invisible": true });
    ada.put("/me/status", hide).await.expect(200);
    ada.post("/me/quiet_hours/end", json!({})).await.expect(200);
    let seen = ben.get(&format!("/users/{}", ada.id)).await.expect(200)["status"].clone();
    assert_eq!((&seen["presence"], &seen["do_not_disturb"]), (&json!("offline"), &json!(true)));
}

#[tokio::test]
async fn a_group_is_heard_of_as_its_workspace_is_unless_it_is_set_otherwise() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, workspace) = (server.person("ada").await, server.workspace.clone());
    let [mut phone, mut other] = server.connect(["ada", "ben"]).await;
    let group = format!("/groups/{hall}/membership");
    let place = format!("/workspaces/{workspace}/membership");

    let mine = ada.patch(&place, json!({ "notification_level": "mentions" })).await.expect(200);
    let set = ada.patch(&group, json!({ "notification_level": "nothing" })).await.expect(200);
    let back = ada.patch(&group, json!({ "notification_level": null })).await.expect(200);

    assert_eq!((&mine["id"], &mine["notification_level"]), (&json!(workspace), &json!("mentions")));
    assert_eq!((&set["notification_level"], &back["notification_level"]), (&json!("nothing"), &Value::Null));
    let told = json!({ "workspace_id": workspace, "notification_level": "mentions" });
    assert_eq!(phone.event("workspace_membership_updated").await, told);
    assert_eq!(phone.event("membership_updated").await["notification_level"], "nothing");
    assert_eq!(phone.event("membership_updated").await["notification_level"], Value::Null);
    other.heard_nothing().await;
    ada.patch(&place, json!({ "notification_level": "mentions" })).await.expect(200);
    phone.heard_nothing().await;
    ada.patch(&place, json!({ "notification_level": null })).await.expect(200);
    ada.patch(&place, json!({ "notification_level": "loud" })).await.refused(422, "invalid");
}

#[tokio::test]
async fn who_comes_in_is_told_of_what_the_workspace_says() {
    let mut server = TestServer::start().await;
    let (olive, ada, workspace) = (server.person("olive").await, server.person("ada").await, server.workspace.clone());
    let path = format!("/workspaces/{workspace}");
    ada.patch(&path, json!({ "default_notification_level": "mentions" })).await.refused(403, "forbidden");
    let set = olive.patch(&path, json!({ "default_notification_level": "mentions" })).await.expect(200);
    assert_eq!((&set["default_notification_level"], &set["notification_level"]), (&json!("mentions"), &json!("all")));
    let new = server.person("newcomer").await;
    assert_eq!(new.get(&path).await.expect(200)["notification_level"], "mentions");
    assert_eq!(ada.get(&path).await.expect(200)["notification_level"], "all");
}

/// What is unread of a conversation, as the bootstrap tells it.
fn unread(place: &Value) -> i64 {
    let position = if place["membership"].is_object() { &place["membership"] } else { place };
    place["last_ordinal"].as_i64().unwrap()
        - position["last_read_ordinal"].as_i64().unwrap()
        - position["silent_unread"].as_i64().unwrap()
}

async fn unread_of(person: &Person) -> (i64, i64, i64) {
    let state = person.get("/bootstrap").await.expect(200);
    let sum = |list: &str| state[list].as_array().unwrap().iter().map(unread).sum::<i64>();
    let threads = state["threads"].as_array().unwrap().iter().map(|mark| mark["unread_count"].as_i64().unwrap()).sum();
    (sum("groups"), sum("directs"), threads)
}

/// Three unread in groups, one in a direct conversation, two in a thread.
async fn busy_day(server: &mut TestServer) -> (Person, Person, String, String) {
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let root = text(&ada.say(&hall, "who has the ladder?").await["id"]);
    ben.say(&hall, "not me").await;
    ben.say(&hall, "@ada look in the attic").await;
    ben.say(&server.lounge, "soup").await;
    let direct = server.direct("ada", "ben").await;
    let psst = json!({ "client_id": new_id(), "content": "psst" });
    ben.post(&format!("/directs/{direct}/messages"), psst).await.expect(201);
    for content in ["one", "two"] {
        let reply = json!({ "client_id": new_id(), "content": content });
        ben.post(&format!("/messages/{root}/replies"), reply).await.expect(201);
    }
    (ada, ben, hall, direct)
}

#[tokio::test]
async fn everything_is_marked_as_read_in_one_step_on_all_devices_and_that_can_be_taken_back() {
    let mut server = TestServer::start().await;
    let (ada, ben, hall, direct) = busy_day(&mut server).await;
    let before = ada.get("/bootstrap").await.expect(200);
    assert_eq!(unread_of(&ada).await, (3, 1, 2));
    let bens = unread_of(&ben).await;
    let mut phone = ada.connect(None).await;
    let mut other = ben.connect(None).await;

    let undo = ada.post("/me/read_all", json!({})).await.expect(200);

    assert_eq!(unread_of(&ada).await, (0, 0, 0));
    assert_eq!((undo["places"].as_array().unwrap().len(), undo["threads"].as_array().unwrap().len()), (3, 1));
    let mut heard = Vec::new();
    for _ in 0..3 {
        let read = phone.event("read_updated").await;
        assert_eq!(read["unread_mentions"], json!([]));
        heard.push(if read["group_id"].is_string() { text(&read["group_id"]) } else { text(&read["direct_id"]) });
    }
    assert!(heard.contains(&hall) && heard.contains(&direct));
    assert_eq!(phone.event("thread_updated").await["unread_count"], 0);
    other.heard_nothing().await;
    assert_eq!(unread_of(&ben).await, bens);
    // Again there is nothing to do, and nothing is told.
    let nothing = ada.post("/me/read_all", json!({})).await.expect(200);
    assert_eq!(nothing, json!({ "places": [], "threads": [] }));
    phone.heard_nothing().await;

    ada.post("/me/read_all/undo", undo.clone()).await.expect(204);
    let after = ada.get("/bootstrap").await.expect(200);
    for part in ["groups", "directs", "threads"] {
        assert_eq!(after[part], before[part]);
    }
    let mut mentions = 0;
    for _ in 0..3 {
        mentions += phone.event("read_updated").await["unread_mentions"].as_array().unwrap().len();
    }
    assert_eq!(mentions, 1);
    // What was left meanwhile does not hold up the rest.
    ada.post("/me/read_all", json!({})).await.expect(200);
    ada.post(&format!("/groups/{hall}/leave"), json!({})).await.expect(204);
    ada.post("/me/read_all/undo", undo).await.expect(204);
    assert_eq!(unread_of(&ada).await, (1, 1, 0));
}

#[tokio::test]
async fn taking_it_back_moves_no_position_on_and_none_of_others() {
    let mut server = TestServer::start().await;
    let (ada, ben, hall, direct) = busy_day(&mut server).await;
    let den = server.private_group("den", &["ben"]).await;
    let before = server.database().rows("SELECT * FROM group_members");
    let place = |ordinal: i64| json!({ "group_id": hall, "last_read_ordinal": ordinal });
    let places = json!([place(1_000), place(i64::MAX), { "group_id": den, "last_read_ordinal": 0 }, { "group_id": new_id(), "last_read_ordinal": 0 }]);
    ada.post("/me/read_all/undo", json!({ "places": places, "threads": [] })).await.expect(204);
    assert_eq!(server.database().rows("SELECT * FROM group_members"), before);
    let back = json!([place(i64::MIN), { "direct_id": direct, "last_read_ordinal": -5 }]);
    ada.post(
        "/me/read_all/undo",
        json!({ "places": back, "threads": [{ "thread_root_id": new_id(), "last_read_ordinal": 0 }] }),
    )
    .await
    .expect(204);
    assert_eq!(ada.get(&format!("/groups/{hall}/messages")).await.status, 200);
    assert!(unread_of(&ben).await.0 < 100);
    for wrong in [
        json!([{ "last_read_ordinal": 0 }]),
        json!([{ "group_id": hall, "direct_id": direct, "last_read_ordinal": 0 }]),
    ] {
        let problem =
            ada.post("/me/read_all/undo", json!({ "places": wrong, "threads": [] })).await.refused(422, "invalid");
        assert_eq!(problem["field"], "places");
    }
    let many: Vec<Value> = (0..2_001).map(|_| json!({ "group_id": hall, "last_read_ordinal": 0 })).collect();
    ada.post("/me/read_all/undo", json!({ "places": many, "threads": [] })).await.refused(422, "invalid");
    let many: Vec<Value> = (0..201).map(|_| json!({ "thread_root_id": hall, "last_read_ordinal": 0 })).collect();
    ada.post("/me/read_all/undo", json!({ "places": [], "threads": many })).await.refused(422, "invalid");
}
