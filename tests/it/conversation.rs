//! Changing what was said, reacting to it, and replying in threads.

use crate::harness::*;

async fn two_in_the_hall(server: &mut TestServer) -> (String, Person, Person) {
    let hall = server.group("hall", &["ada", "ben"]).await;
    (hall, server.person("ada").await, server.person("ben").await)
}

fn path(message: &Value, rest: &str) -> String {
    format!("/messages/{}{rest}", text(&message["id"]))
}

#[tokio::test]
async fn an_edit_is_seen_by_everybody_and_what_was_there_before_can_be_read() {
    let mut server = TestServer::start().await;
    let (hall, ada, ben) = two_in_the_hall(&mut server).await;
    let [mut hears] = server.connect(["ben"]).await;
    let said = ada.say(&hall, "helo").await;

    let edited = ada.patch(&path(&said, ""), json!({ "version": 1, "content": "hello" })).await.expect(200);

    assert_eq!((&edited["content"], &edited["version"]), (&json!("hello"), &json!(2)));
    let heard = hears.event("message_updated").await;
    assert_eq!((&heard["message"]["content"], &heard["message"]["ordinal"]), (&json!("hello"), &json!(1)));
    let before = ben.get(&path(&said, "/edits")).await.expect(200);
    assert_eq!((&before["items"][0]["content"], &before["items"][0]["version"]), (&json!("helo"), &json!(1)));
    ben.patch(&path(&said, ""), json!({ "version": 2, "content": "mine" })).await.refused(403, "forbidden");
}

#[tokio::test]
async fn of_two_edits_at_the_same_instant_one_wins_and_the_other_is_shown_the_text_that_stands() {
    let mut server = TestServer::start().await;
    let (hall, ada, _) = two_in_the_hall(&mut server).await;
    let said = ada.say(&hall, "start").await;
    let edit = |content: &'static str| {
        let (ada, path) = (ada.clone(), path(&said, ""));
        async move { ada.patch(&path, json!({ "version": 1, "content": content })).await }
    };

    let (one, two) = tokio::join!(edit("one"), edit("two"));

    let (won, lost) = if one.status == 200 { (one, two) } else { (two, one) };
    let won = won.expect(200);
    assert_eq!(lost.refused(409, "stale")["current"]["content"], won["content"]);
}

#[tokio::test]
async fn a_deleted_message_leaves_its_place_and_its_text_is_nowhere() {
    let mut server = TestServer::start().await;
    let (hall, ada, ben) = two_in_the_hall(&mut server).await;
    let said = ada.say(&hall, "a secret slip").await;
    let after = ada.get("/bootstrap").await.expect(200)["seq"].as_i64();
    ada.patch(&path(&said, ""), json!({ "version": 1, "content": "another secret slip" })).await.expect(200);
    ben.delete(&path(&said, "")).await.refused(403, "forbidden");

    ada.delete(&path(&said, "")).await.expect(204);
    ada.delete(&path(&said, "")).await.expect(204);

    let page = ben.get(&format!("/groups/{hall}/messages")).await.expect(200);
    assert_eq!(page["messages"][0]["content"], "");
    assert!(page["messages"][0]["deleted_at"].is_string());
    ben.get(&path(&said, "/edits")).await.refused(404, "not_found");
    let mut back = ben.open(after).await.unwrap();
    back.until_ready().await;
    let told = json!(back.heard_so_far().await).to_string();
    assert!(!told.contains("slip"), "{told}");
    server.stop();
    let file = std::fs::read(server.data_dir().join("parlor.db")).unwrap();
    let rows = rusqlite::Connection::open(server.data_dir().join("parlor.db")).unwrap();
    let kept: i64 = rows.query_row("SELECT count(*) FROM message_edits", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 0);
    assert!(!file.windows(4).any(|four| four == b"slip"), "the text is still in the file");
}

#[tokio::test]
async fn a_moderator_deletes_what_others_wrote_and_a_member_does_not() {
    let mut server = TestServer::start().await;
    let (hall, ada, ben) = two_in_the_hall(&mut server).await;
    let (by_ada, by_ben) = (ada.say(&hall, "one").await, ben.say(&hall, "two").await);

    ben.delete(&path(&by_ada, "")).await.refused(403, "forbidden");
    ada.delete(&path(&by_ben, "")).await.expect(204);

    let page = ben.get(&format!("/groups/{hall}/messages")).await.expect(200);
    assert_eq!((&page["messages"][0]["content"], &page["messages"][1]["content"]), (&json!("one"), &json!("")));
}

#[tokio::test]
async fn what_was_unread_and_then_deleted_is_no_longer_unread() {
    let mut server = TestServer::start().await;
    let (hall, ada, ben) = two_in_the_hall(&mut server).await;
    let mut said = Vec::new();
    for n in 1..=3 {
        said.push(ada.say(&hall, &format!("number {n}")).await);
    }
    let unread = |state: Value| {
        let group = state["groups"].as_array().unwrap().iter().find(|g| g["id"] == json!(hall)).unwrap().clone();
        let number = |value: &Value| value.as_i64().unwrap();
        let mine = &group["membership"];
        number(&group["last_ordinal"]) - number(&mine["last_read_ordinal"]) - number(&mine["silent_unread"])
    };
    assert_eq!(unread(ben.get("/bootstrap").await.expect(200)), 3);

    ada.delete(&path(&said[1], "")).await.expect(204);
    assert_eq!(unread(ben.get("/bootstrap").await.expect(200)), 2);

    let read = json!({ "message_id": said[2]["id"] });
    ben.post(&format!("/groups/{hall}/read"), read.clone()).await.expect(200);
    assert_eq!(unread(ben.get("/bootstrap").await.expect(200)), 0);
    let back = json!({ "message_id": said[0]["id"] });
    let position = ben.post(&format!("/groups/{hall}/unread"), back).await.expect(200);
    assert_eq!(position, json!({ "last_read_ordinal": 0, "silent_unread": 1, "unread_mentions": [] }));
    assert_eq!(unread(ben.get("/bootstrap").await.expect(200)), 2);
}

#[tokio::test]
async fn a_reaction_counts_once_for_each_person_and_is_seen_by_all() {
    let mut server = TestServer::start().await;
    let (hall, ada, ben) = two_in_the_hall(&mut server).await;
    let cleo = server.person("cleo").await;
    let said = ada.say(&hall, "kettle is on").await;
    let [mut hears] = server.connect(["ada"]).await;
    let seedling = path(&said, "/reactions/🌱");

    ben.put(&seedling, json!({})).await.expect(204);
    ben.put(&seedling, json!({})).await.expect(204);
    ada.put(&seedling, json!({})).await.expect(204);
    cleo.put(&seedling, json!({})).await.refused(404, "not_found");
    ben.put(&path(&said, "/reactions/nice"), json!({})).await.refused(422, "invalid");

    assert_eq!(hears.event("reactions_updated").await["reactions"][0]["count"], 1);
    assert_eq!(hears.event("reactions_updated").await["reactions"][0]["count"], 2);
    ben.delete(&seedling).await.expect(204);
    let shown = ada.get(&path(&said, "")).await.expect(200);
    assert_eq!(shown["reactions"], json!([{ "emoji": "🌱", "count": 1, "user_ids": [ada.id] }]));
}

#[tokio::test]
async fn replies_stay_in_their_thread_unless_they_are_said_to_the_group_too() {
    let mut server = TestServer::start().await;
    let (hall, ada, ben) = two_in_the_hall(&mut server).await;
    let root = ada.say(&hall, "who holds the ladder?").await;
    let reply =
        |content: &str, both: bool| json!({ "client_id": new_id(), "content": content, "also_on_timeline": both });

    let first = ben.post(&path(&root, "/replies"), reply("me", false)).await.expect(201)["message"].clone();
    let second = ben.post(&path(&root, "/replies"), reply("from eleven", true)).await.expect(201)["message"].clone();

    assert_eq!((&first["ordinal"], &first["thread_ordinal"]), (&Value::Null, &json!(1)));
    assert_eq!((&second["ordinal"], &second["thread_ordinal"]), (&json!(2), &json!(2)));
    let page = ada.get(&format!("/groups/{hall}/messages")).await.expect(200);
    let on_timeline: Vec<&Value> = page["messages"].as_array().unwrap().iter().map(|m| &m["content"]).collect();
    assert_eq!(on_timeline, [&json!("who holds the ladder?"), &json!("from eleven")]);
    assert_eq!((&page["messages"][0]["reply_count"], &page["messages"][0]["repliers"]), (&json!(2), &json!([ben.id])));
    let thread = ada.get(&path(&root, "/replies")).await.expect(200);
    assert_eq!(thread["messages"].as_array().unwrap().len(), 2);
    ben.post(&path(&first, "/replies"), reply("deeper", false)).await.refused(409, "conflict");
}

#[tokio::test]
async fn who_took_part_follows_and_the_inbox_says_what_is_unread() {
    let mut server = TestServer::start().await;
    let (hall, ada, ben) = two_in_the_hall(&mut server).await;
    let root = ada.say(&hall, "who holds the ladder?").await;
    let reply = json!({ "client_id": new_id(), "content": "me" });
    let first = ben.post(&path(&root, "/replies"), reply).await.expect(201)["message"].clone();

    let of_ada = ada.get("/threads").await.expect(200);
    let of_ben = ben.get("/threads").await.expect(200);
    assert_eq!((&of_ada["items"][0]["root"]["id"], &of_ada["items"][0]["unread_count"]), (&root["id"], &json!(1)));
    assert_eq!(of_ben["items"][0]["unread_count"], 0);

    ada.post(&path(&root, "/replies/read"), json!({ "thread_ordinal": 1 })).await.expect(200);
    assert_eq!(ada.get("/threads").await.expect(200)["items"][0]["unread_count"], 0);
    ada.put(&path(&root, "/follow"), json!({ "following": false })).await.expect(200);
    assert_eq!(ada.get("/threads").await.expect(200)["items"], json!([]));
    ben.delete(&path(&first, "")).await.expect(204);
    let page = ada.get(&format!("/groups/{hall}/messages")).await.expect(200);
    assert_eq!(page["messages"][0]["reply_count"], 0);
}

#[tokio::test]
async fn who_left_the_group_finds_none_of_its_threads_and_can_change_nothing_of_theirs() {
    let mut server = TestServer::start().await;
    let hall = server.private_group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let root = ben.say(&hall, "mine").await;
    ada.post(&path(&root, "/replies"), json!({ "client_id": new_id(), "content": "yes" })).await.expect(201);

    ada.delete(&format!("/groups/{hall}/members/{}", ben.id)).await.expect(204);

    assert_eq!(ben.get("/threads").await.expect(200)["items"], json!([]));
    assert_eq!(ben.get("/bootstrap").await.expect(200)["threads"], json!([]));
    ben.patch(&path(&root, ""), json!({ "version": 1, "content": "x" })).await.refused(404, "not_found");
    ben.delete(&path(&root, "")).await.refused(404, "not_found");
    ben.put(&path(&root, "/pin"), json!({})).await.refused(404, "not_found");
    ben.put(&path(&root, "/reactions/🌱"), json!({})).await.refused(404, "not_found");
    ben.get(&path(&root, "/replies")).await.refused(404, "not_found");
    ben.put(&path(&root, "/follow"), json!({ "following": true })).await.refused(404, "not_found");
}

#[tokio::test]
async fn a_pin_is_in_the_drawer_until_it_is_taken_down_or_the_message_is_deleted() {
    let mut server = TestServer::start().await;
    let (hall, ada, ben) = two_in_the_hall(&mut server).await;
    let (one, two) = (ada.say(&hall, "ladder rota").await, ada.say(&hall, "key code").await);
    let pins = format!("/groups/{hall}/pins");

    ben.put(&path(&one, "/pin"), json!({})).await.expect(200);
    ben.put(&path(&two, "/pin"), json!({})).await.expect(200);
    let drawer = ada.get(&pins).await.expect(200);
    assert_eq!(
        (&drawer["messages"][0]["content"], &drawer["messages"][0]["pinned_by"]),
        (&json!("key code"), &json!(ben.id))
    );

    ada.delete(&path(&two, "/pin")).await.expect(200);
    ada.delete(&path(&one, "")).await.expect(204);
    assert_eq!(ada.get(&pins).await.expect(200)["messages"], json!([]));
}

#[tokio::test]
async fn who_comes_back_is_told_in_the_end_where_they_stand_so_that_nothing_is_counted_twice() {
    let mut server = TestServer::start().await;
    let (hall, ada, ben) = two_in_the_hall(&mut server).await;
    let one = ada.say(&hall, "one").await;
    ada.say(&hall, "two").await;
    let three = ada.say(&hall, "three").await;
    let left_at = ben.get("/bootstrap").await.expect(200)["seq"].as_i64();
    ben.post(&format!("/groups/{hall}/read"), json!({ "message_id": one["id"] })).await.expect(200);
    ada.delete(&path(&three, "")).await.expect(204);

    let mut back = ben.open(left_at).await.unwrap();

    // The read position that is told again counts the deletion already, which is told after it.
    assert_eq!(back.event("read_updated").await["silent_unread"], 1);
    assert_eq!(back.event("message_deleted").await["message"]["ordinal"], 3);
    let positions = back.event("positions").await;
    assert_eq!(
        positions["places"],
        json!([{ "group_id": hall, "last_read_ordinal": 1, "silent_unread": 1,
                                                  "unread_mentions": [] }])
    );
    back.until_ready().await;
}

#[tokio::test]
async fn who_has_left_is_not_told_of_replies_to_what_they_wrote() {
    let mut server = TestServer::start().await;
    let hall = server.private_group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let root = ben.say(&hall, "mine").await;
    ada.delete(&format!("/groups/{hall}/members/{}", ben.id)).await.expect(204);
    let [mut hears] = server.connect(["ben"]).await;

    ada.post(&path(&root, "/replies"), json!({ "client_id": new_id(), "content": "gone?" })).await.expect(201);

    hears.heard_nothing().await;
}

#[tokio::test]
async fn who_was_removed_is_not_told_later_how_a_thread_went_on() {
    let mut server = TestServer::start().await;
    let hall = server.private_group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let root = ada.say(&hall, "who comes?").await;
    let left_at = ben.get("/bootstrap").await.expect(200)["seq"].as_i64();
    let reply = || json!({ "client_id": new_id(), "content": "I do" });
    ben.post(&path(&root, "/replies"), reply()).await.expect(201);
    ada.delete(&format!("/groups/{hall}/members/{}", ben.id)).await.expect(204);
    ada.post(&path(&root, "/replies"), reply()).await.expect(201);

    let mut back = ben.open(left_at).await.unwrap();
    back.until_ready().await;

    let told = json!(back.heard_so_far().await).to_string();
    assert!(!told.contains("thread_root_id"), "{told}");
}
