//! Forum groups: posts with titles, their lists, tags, solving and renaming; and moving them.

mod moves;
mod tags;

use crate::harness::*;

/// A forum with these people in it, made by the first.
async fn forum(server: &mut TestServer, name: &str, members: &[&str]) -> String {
    forum_as(server, name, members, false).await
}

async fn forum_as(server: &mut TestServer, name: &str, members: &[&str], is_private: bool) -> String {
    let mut ids = Vec::new();
    for member in members {
        ids.push(server.person(member).await.id);
    }
    let wanted = json!({ "name": name, "kind": "forum", "is_private": is_private, "member_ids": ids[1..] });
    let path = format!("/workspaces/{}/groups", server.workspace);
    text(&server.person(members[0]).await.post(&path, wanted).await.expect(201)["id"])
}

async fn try_to_post(person: &Person, forum: &str, title: &str, more: Value) -> Answer {
    let mut input = json!({ "client_id": new_id(), "content": "How?", "title": title });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    person.post(&format!("/groups/{forum}/messages"), input).await
}

/// Writes a post; the message.
async fn post(person: &Person, forum: &str, title: &str) -> Value {
    try_to_post(person, forum, title, json!({})).await.expect(201)["message"].clone()
}

async fn reply(person: &Person, post: &Value, content: &str) -> Value {
    let input = json!({ "client_id": new_id(), "content": content });
    person.post(&format!("/messages/{}/replies", text(&post["id"])), input).await.expect(201)["message"].clone()
}

async fn titles(person: &Person, forum: &str, query: &str) -> Vec<String> {
    let page = person.get(&format!("/groups/{forum}/posts{query}")).await.expect(200);
    page["items"].as_array().unwrap().iter().map(|post| text(&post["post"]["title"])).collect()
}

fn path(post: &Value, rest: &str) -> String {
    format!("/posts/{}{rest}", text(&post["id"]))
}

/// Unread posts of a group, as a page counts them.
async fn unread(person: &Person, group: &str) -> i64 {
    let state = person.get("/bootstrap").await.expect(200);
    let group = state["groups"].as_array().unwrap().iter().find(|one| one["id"] == json!(group)).unwrap().clone();
    let number = |value: &Value| value.as_i64().unwrap();
    let mine = &group["membership"];
    number(&group["last_ordinal"]) - number(&mine["last_read_ordinal"]) - number(&mine["silent_unread"])
}

#[tokio::test]
async fn a_post_has_a_title_and_is_heard_by_the_members_of_its_forum() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada", "ben"]).await;
    let [mut ada, mut ben, mut cleo] = server.connect(["ada", "ben", "cleo"]).await;

    let data =
        json!({ "group_id": questions, "client_id": new_id(), "content": "It does not.", "title": " The  kiln " });
    let sent = ada.ack("send_message", data).await;

    assert_eq!(sent["message"]["post"]["title"], "The kiln");
    let heard = ben.event("message_created").await;
    assert_eq!(heard["message"], sent["message"]);
    cleo.heard_nothing().await;
    let ben = server.person("ben").await;
    assert_eq!(titles(&ben, &questions, "").await, ["The kiln"]);
    assert_eq!(unread(&ben, &questions).await, 1);
    server.person("cleo").await.get(&format!("/groups/{questions}/posts")).await.refused(403, "forbidden");
}

#[tokio::test]
async fn a_post_needs_a_title_and_nothing_else_may_have_one() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada", "ben"]).await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let direct = server.direct("ada", "ben").await;
    let ada = server.person("ada").await;
    let field = |answer: Answer| text(&answer.refused(422, "invalid")["field"]);

    let plain = json!({ "client_id": new_id(), "content": "How?" });
    assert_eq!(field(ada.post(&format!("/groups/{questions}/messages"), plain).await), "title");
    assert_eq!(field(try_to_post(&ada, &questions, " ", json!({})).await), "title");
    assert_eq!(field(try_to_post(&ada, &questions, &"a".repeat(121), json!({})).await), "title");
    assert_eq!(field(try_to_post(&ada, &hall, "The kiln", json!({})).await), "title");
    let tagged = json!({ "client_id": new_id(), "content": "How?", "tag_ids": [new_id()] });
    assert_eq!(field(ada.post(&format!("/groups/{questions}/messages"), tagged).await), "tag_ids");
    let to_ben = json!({ "client_id": new_id(), "content": "How?", "title": "The kiln" });
    assert_eq!(field(ada.post(&format!("/directs/{direct}/messages"), to_ben).await), "title");

    let kiln = post(&ada, &questions, "The kiln").await;
    let both = json!({ "client_id": new_id(), "content": "So.", "also_on_timeline": true });
    let replies = format!("/messages/{}/replies", text(&kiln["id"]));
    assert_eq!(field(ada.post(&replies, both).await), "also_on_timeline");
    let mut socket = ada.connect(None).await;
    let titled = json!({ "group_id": questions, "client_id": new_id(), "content": "So.", "title": "Another",
                         "thread_root_id": kiln["id"] });
    assert_eq!(socket.refused("send_message", titled, "invalid").await["field"], "data.title");
    assert_eq!(unread(&server.person("ben").await, &questions).await, 1);
}

#[tokio::test]
async fn the_kind_of_a_group_is_settled_when_it_is_made() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada"]).await;
    let ada = server.person("ada").await;

    let group = ada.get(&format!("/groups/{questions}")).await.expect(200);
    assert_eq!((&group["kind"], &group["tags"]), (&json!("forum"), &json!([])));
    let change = json!({ "version": 1, "kind": "text" });
    assert_eq!(ada.patch(&format!("/groups/{questions}"), change).await.refused(422, "invalid")["field"], "kind");
    let voice = json!({ "name": "voices", "kind": "voice" });
    let path = format!("/workspaces/{}/groups", server.workspace);
    assert_eq!(ada.post(&path, voice).await.refused(422, "invalid")["field"], "kind");
    let past_the_server = server.database().execute("UPDATE groups SET kind = 'text'", []);
    assert!(past_the_server.unwrap_err().to_string().contains("a group keeps its kind"));
    let hall = server.group("hall", &["ada"]).await;
    ada.get(&format!("/groups/{hall}/posts")).await.refused(404, "not_found");
}

#[tokio::test]
async fn a_retry_never_posts_twice() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada"]).await;
    let ada = server.person("ada").await;
    let same = json!({ "client_id": new_id() });

    let first = try_to_post(&ada, &questions, "The kiln", same.clone()).await.expect(201);
    let again = try_to_post(&ada, &questions, "The kiln", same).await.expect(201);

    assert_eq!(first["message"], again["message"]);
    assert_eq!(titles(&ada, &questions, "").await.len(), 1);
}

#[tokio::test]
async fn posts_are_listed_by_activity_or_by_date_page_by_page() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let mut posts = Vec::new();
    for n in 1..=5 {
        posts.push(post(&ada, &questions, &format!("{n}")).await);
    }
    reply(&ben, &posts[1], "so").await;
    reply(&ben, &posts[0], "so").await;
    // Solved ones are among the others.
    ada.put(&path(&posts[3], "/solved"), json!({})).await.expect(200);

    assert_eq!(titles(&ada, &questions, "").await, ["1", "2", "5", "4", "3"]);
    assert_eq!(titles(&ada, &questions, "?sort=date").await, ["5", "4", "3", "2", "1"]);
    for (sort, expected) in [("activity", ["1", "2", "5", "4", "3"]), ("date", ["5", "4", "3", "2", "1"])] {
        let (mut seen, mut query) = (Vec::new(), String::new());
        loop {
            let asked = format!("/groups/{questions}/posts?limit=2&sort={sort}{query}");
            let page = ada.get(&asked).await.expect(200);
            seen.extend(page["items"].as_array().unwrap().iter().map(|post| text(&post["post"]["title"])));
            let Some(next) = page["next_before"].as_i64() else { break };
            query = format!("&before={next}");
        }
        assert_eq!(seen, expected, "{sort}");
    }
    let row = ada.get(&format!("/groups/{questions}/posts?limit=1")).await.expect(200)["items"][0].clone();
    assert_eq!((&row["reply_count"], &row["repliers"]), (&json!(1), &json!([ben.id])));
}

#[tokio::test]
async fn pinned_posts_stand_on_top_and_only_moderators_pin_them() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let rules = post(&ben, &questions, "Rules").await;
    let kiln = post(&ben, &questions, "The kiln").await;
    let answer = reply(&ben, &kiln, "so").await;

    ben.put(&format!("/messages/{}/pin", text(&rules["id"])), json!({})).await.refused(403, "forbidden");
    ada.put(&format!("/messages/{}/pin", text(&rules["id"])), json!({})).await.expect(200);
    ada.put(&format!("/messages/{}/pin", text(&answer["id"])), json!({})).await.refused(409, "conflict");

    let page = ben.get(&format!("/groups/{questions}/posts")).await.expect(200);
    assert_eq!(page["pinned"][0]["post"]["title"], "Rules");
    assert_eq!(titles(&ben, &questions, "").await, ["The kiln"]);
    assert_eq!(ben.get(&format!("/groups/{questions}/posts?solved=true")).await.expect(200)["pinned"], json!([]));
    ada.delete(&format!("/messages/{}/pin", text(&rules["id"]))).await.expect(200);
    assert_eq!(titles(&ben, &questions, "").await, ["The kiln", "Rules"]);
}

#[tokio::test]
async fn a_post_is_solved_by_its_author_or_a_moderator_perhaps_by_a_reply() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada", "ben", "cleo"]).await;
    let (ada, ben, cleo) = (server.person("ada").await, server.person("ben").await, server.person("cleo").await);
    let (kiln, glaze) = (post(&ben, &questions, "The kiln").await, post(&ben, &questions, "The glaze").await);
    let answer = reply(&cleo, &kiln, "Turn it left.").await;
    let elsewhere = reply(&cleo, &glaze, "Stir it.").await;
    let [mut hears] = server.connect(["cleo"]).await;

    cleo.put(&path(&kiln, "/solved"), json!({})).await.refused(403, "forbidden");
    let wrong = ben.put(&path(&kiln, "/solved"), json!({ "reply_id": elsewhere["id"] })).await;
    assert_eq!(wrong.refused(422, "invalid")["field"], "reply_id");
    let solved = ben.put(&path(&kiln, "/solved"), json!({ "reply_id": answer["id"] })).await.expect(200);

    assert_eq!((&solved["post"]["solved_by"], &solved["post"]["solution_id"]), (&json!(ben.id), &answer["id"]));
    assert_eq!(hears.event("message_updated").await["message"], solved);
    assert_eq!(titles(&cleo, &questions, "?solved=true").await, ["The kiln"]);
    assert_eq!(titles(&cleo, &questions, "?solved=false").await, ["The glaze"]);
    // A reply that is deleted solves nothing, and the post stays solved.
    cleo.delete(&format!("/messages/{}", text(&answer["id"]))).await.expect(204);
    let told = hears.event("message_updated").await["message"]["post"].clone();
    assert_eq!((&told["solution_id"], told["solved_at"].is_string()), (&Value::Null, true));
    ada.delete(&path(&kiln, "/solved")).await.expect(200);
    assert_eq!(titles(&cleo, &questions, "?solved=true").await, [""; 0]);
}

#[tokio::test]
async fn of_two_who_rename_a_post_at_once_one_wins_and_the_other_is_shown_how_it_stands() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada", "ben", "cleo"]).await;
    let (ada, ben, cleo) = (server.person("ada").await, server.person("ben").await, server.person("cleo").await);
    let kiln = post(&ben, &questions, "The kiln").await;
    let rename = |who: &Person, title: &'static str| {
        let (who, path) = (who.clone(), path(&kiln, ""));
        async move { who.patch(&path, json!({ "version": 1, "title": title })).await }
    };

    rename(&cleo, "Mine").await.refused(403, "forbidden");
    let (one, two) = tokio::join!(rename(&ada, "Kiln, again"), rename(&ben, "My kiln"));

    let (won, lost) = if one.status == 200 { (one, two) } else { (two, one) };
    let won = won.expect(200);
    assert_eq!(won["post"]["version"], 2);
    assert_eq!(lost.refused(409, "stale")["current"]["post"], won["post"]);
    // The text has a version of its own.
    let edit = json!({ "version": 1, "content": "How, please?" });
    ben.patch(&format!("/messages/{}", text(&kiln["id"])), edit).await.expect(200);
    assert_eq!(titles(&cleo, &questions, "").await, [text(&won["post"]["title"])]);
}

#[tokio::test]
async fn a_deleted_post_takes_its_title_with_it_and_its_replies_keep_their_place() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let (lone, kiln) = (post(&ben, &questions, "A slip").await, post(&ben, &questions, "A secret slip").await);
    let answer = reply(&ada, &kiln, "so").await;

    for gone in [&lone, &kiln] {
        ben.delete(&format!("/messages/{}", text(&gone["id"]))).await.expect(204);
    }

    let page = ada.get(&format!("/groups/{questions}/posts")).await.expect(200);
    assert_eq!(page["items"].as_array().unwrap().len(), 1);
    assert_eq!((&page["items"][0]["id"], &page["items"][0]["post"]["title"]), (&kiln["id"], &json!("")));
    ben.patch(&path(&kiln, ""), json!({ "version": 1, "title": "Back" })).await.refused(404, "not_found");
    let kept = server.database().rows("SELECT count(*) FROM posts WHERE title <> ''");
    assert_eq!(kept, ["0"]);
    // With the last reply the rest of it goes, too.
    ada.delete(&format!("/messages/{}", text(&answer["id"]))).await.expect(204);
    assert_eq!(titles(&ada, &questions, "").await, [""; 0]);
    assert_eq!(unread(&ada, &questions).await, 0);
}

#[tokio::test]
async fn authors_and_who_is_mentioned_follow_a_post_and_replies_are_unread_in_its_thread() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada", "ben", "cleo", "dan"]).await;
    let (ada, ben, cleo) = (server.person("ada").await, server.person("ben").await, server.person("cleo").await);
    let kiln = try_to_post(&ben, &questions, "The kiln", json!({ "content": "@cleo, how?" })).await.expect(201);
    let kiln = &kiln["message"];

    reply(&ada, kiln, "so").await;

    let dan = server.person("dan").await;
    for (person, expected) in [(&ben, vec![1]), (&cleo, vec![1]), (&ada, vec![0]), (&dan, vec![])] {
        let threads = person.get("/bootstrap").await.expect(200)["threads"].clone();
        let unread: Vec<i64> =
            threads.as_array().unwrap().iter().map(|mark| mark["unread_count"].as_i64().unwrap()).collect();
        assert_eq!(unread, expected, "{}", person.name);
    }
    let inbox = ben.get("/threads").await.expect(200);
    assert_eq!(inbox["items"][0]["root"]["post"]["title"], "The kiln");
    assert_eq!(unread(&ada, &questions).await, 1);
}

#[tokio::test]
async fn whom_a_message_or_its_edit_mentions_follows_its_thread() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben", "cleo", "dan"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let (cleo, dan) = (server.person("cleo").await, server.person("dan").await);
    let follows = |person: Person| async move { person.get("/bootstrap").await.expect(200)["threads"].clone() };
    let said = ada.say(&hall, "@cleo, look").await;
    assert_eq!(follows(cleo.clone()).await, json!([]));

    let answer = reply(&ben, &said, "so").await;
    assert_eq!(follows(cleo.clone()).await[0]["unread_count"], 1);
    let edit = json!({ "version": 1, "content": "so, @dan" });
    ben.patch(&format!("/messages/{}", text(&answer["id"])), edit).await.expect(200);
    assert_eq!(follows(dan).await[0]["unread_count"], 1);
    // Who said that they do not follow stays away.
    let not = json!({ "following": false });
    cleo.put(&format!("/messages/{}/follow", text(&said["id"])), not).await.expect(200);
    reply(&ben, &said, "@cleo").await;
    assert_eq!(follows(cleo).await, json!([]));
}

#[tokio::test]
async fn history_opens_around_any_message_also_in_threads_and_posts() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada", "ben"]).await;
    let ada = server.person("ada").await;
    let kiln = post(&ada, &questions, "The kiln").await;
    let mut replies = Vec::new();
    for n in 0..120 {
        replies.push(reply(&ada, &kiln, &format!("{n}")).await);
    }
    let middle = text(&replies[40]["id"]);

    let page = ada.get(&format!("/messages/{}/replies?around={middle}&limit=20", text(&kiln["id"]))).await.expect(200);

    let shown: Vec<String> = page["messages"].as_array().unwrap().iter().map(|one| text(&one["content"])).collect();
    assert!(shown.contains(&"40".to_owned()) && shown.len() == 20, "{shown:?}");
    assert_eq!((&page["has_earlier"], &page["has_later"]), (&json!(true), &json!(true)));
    let found = ada.get(&format!("/messages/{middle}")).await.expect(200);
    assert_eq!((&found["group_id"], &found["thread_root_id"]), (&json!(questions), &kiln["id"]));
}
