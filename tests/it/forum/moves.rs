//! Moving a post to another forum: with its thread, for those who may see it there, also while others go on.

use super::{forum, forum_as, path, post, reply, titles, try_to_post, unread};
use crate::harness::*;

async fn take(person: &Person, post: &Value, to: &str) -> Answer {
    person.post(&path(post, "/move"), json!({ "group_id": to })).await
}

fn replies(post: &Value) -> String {
    format!("/messages/{}/replies", text(&post["id"]))
}

#[tokio::test]
async fn a_moved_post_takes_its_thread_along_and_who_cannot_see_the_new_place_loses_it() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada", "ben", "cleo"]).await;
    let den = forum_as(&mut server, "den", &["ada", "ben"], true).await;
    let (ada, ben, cleo) = (server.person("ada").await, server.person("ben").await, server.person("cleo").await);
    let kiln = post(&cleo, &questions, "The kiln").await;
    let answer = reply(&ben, &kiln, "@cleo, turn it left").await;
    let answer_path = format!("/messages/{}", text(&answer["id"]));
    for kept in [text(&kiln["id"]), text(&answer["id"])] {
        cleo.put(&format!("/messages/{kept}/saved"), json!({})).await.expect(204);
        let at = json!({ "remind_at": ahead(3600) });
        cleo.put(&format!("/messages/{kept}/reminder"), at).await.expect(200);
    }
    let before = cleo.get("/bootstrap").await.expect(200)["seq"].as_i64();
    reply(&ben, &kiln, "or right").await;
    let [mut hears_ben, mut hears_cleo] = server.connect(["ben", "cleo"]).await;

    let moved = take(&ada, &kiln, &den).await.expect(200);

    assert_eq!((&moved["group_id"], &moved["post"]["title"]), (&json!(den), &json!("The kiln")));
    assert_eq!(hears_ben.event("post_moved_in").await["message"], moved);
    let left = json!({ "group_id": questions, "message_id": kiln["id"], "ordinal": 1 });
    assert_eq!(hears_ben.event("post_moved_out").await, left);
    assert_eq!(hears_cleo.event("post_moved_out").await, left);
    for kind in ["message_unsaved", "reminder_removed"] {
        for kept in [&kiln["id"], &answer["id"]] {
            assert_eq!(hears_cleo.event(kind).await["message_id"], *kept, "{kind}");
        }
    }
    hears_cleo.heard_nothing().await;

    for person in [&ada, &ben] {
        assert_eq!(titles(person, &questions, "").await, [""; 0]);
        assert_eq!(titles(person, &den, "").await, ["The kiln"]);
        assert_eq!(person.get(&answer_path).await.expect(200)["group_id"], json!(den));
    }
    // By no door: not by id, nor by its thread, nor by mentions, nor by what was missed.
    for gone in [answer_path, format!("/messages/{}", text(&kiln["id"])), replies(&kiln)] {
        cleo.get(&gone).await.refused(404, "not_found");
    }
    cleo.patch(&path(&kiln, ""), json!({ "version": 1, "title": "Mine" })).await.refused(404, "not_found");
    assert_eq!(cleo.get("/mentions").await.expect(200)["items"], json!([]));
    assert_eq!(cleo.get("/threads").await.expect(200)["items"], json!([]));
    assert_eq!(cleo.get("/bootstrap").await.expect(200)["threads"], json!([]));
    for list in ["saved", "reminders"] {
        assert_eq!(cleo.get(&format!("/{list}")).await.expect(200)["items"], json!([]), "{list}");
        assert_eq!(cleo.get("/bootstrap").await.expect(200)[list], json!([]), "{list}");
    }
    let mut back = cleo.open(before).await.unwrap();
    back.until_ready().await;
    let told = json!(back.heard_so_far().await).to_string();
    assert!(!told.contains("kiln") && !told.contains("right") && !told.contains(&den), "{told}");
    // Later replies are not heard either.
    reply(&ada, &kiln, "or leave it").await;
    hears_ben.event("message_created").await;
    hears_cleo.heard_nothing().await;
}

#[tokio::test]
async fn who_missed_that_a_post_went_where_they_are_not_and_came_back_follows_it_no_longer() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada", "cleo"]).await;
    let den = forum_as(&mut server, "den", &["ada"], true).await;
    let (ada, cleo) = (server.person("ada").await, server.person("cleo").await);
    let kiln = post(&cleo, &questions, "The kiln").await;
    let before = cleo.get("/bootstrap").await.expect(200);
    assert_eq!(before["threads"][0]["thread_root_id"], kiln["id"]);
    for forum in [&den, &questions] {
        take(&ada, &kiln, forum).await.expect(200);
    }

    let mut back = cleo.open(before["seq"].as_i64()).await.unwrap();

    let told = back.event("positions").await["threads"].clone();
    assert_eq!((&told[0]["thread_root_id"], &told[0]["is_following"]), (&kiln["id"], &json!(false)), "{told}");
    assert_eq!(cleo.get("/bootstrap").await.expect(200)["threads"], json!([]));
}

#[tokio::test]
async fn what_is_kept_for_later_goes_along_with_a_moved_post_and_its_replies() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada", "ben"]).await;
    let answers = forum(&mut server, "answers", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let kiln = post(&ada, &questions, "The kiln").await;
    let answer = reply(&ada, &kiln, "turn it left").await;
    ben.put(&format!("/messages/{}/saved", text(&answer["id"])), json!({})).await.expect(204);
    let at = json!({ "remind_at": ahead(3600) });
    ben.put(&format!("/messages/{}/reminder", text(&kiln["id"])), at).await.expect(200);
    let [mut hears_ben] = server.connect(["ben"]).await;

    take(&ada, &kiln, &answers).await.expect(200);

    let saved = hears_ben.event("message_saved").await;
    assert_eq!((&saved["message_id"], &saved["group_id"]), (&answer["id"], &json!(answers)));
    let reminder = hears_ben.event("reminder_updated").await["reminder"].clone();
    assert_eq!((&reminder["message_id"], &reminder["group_id"]), (&kiln["id"], &json!(answers)));
    let state = ben.get("/bootstrap").await.expect(200);
    assert_eq!((&state["saved"][0], &state["reminders"][0]), (&saved, &reminder));
}

#[tokio::test]
async fn what_was_begun_or_scheduled_in_a_thread_goes_along_with_its_post_for_who_is_there_too() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada", "ben", "cleo"]).await;
    let den = forum_as(&mut server, "den", &["ada", "ben"], true).await;
    let (ada, ben, cleo) = (server.person("ada").await, server.person("ben").await, server.person("cleo").await);
    let kiln = post(&ada, &questions, "The kiln").await;
    for person in [&ben, &cleo] {
        let thread = format!("/messages/{}", text(&kiln["id"]));
        person.put(&format!("{thread}/draft"), json!({ "content": "turn it" })).await.expect(200);
        let later =
            json!({ "client_id": new_id(), "content": "left", "also_on_timeline": false, "send_at": ahead(3600) });
        person.post(&format!("{thread}/scheduled"), later).await.expect(201);
    }
    let [mut hears_ben, mut hears_cleo] = server.connect(["ben", "cleo"]).await;

    take(&ada, &kiln, &den).await.expect(200);

    let draft = hears_ben.event("draft_updated").await;
    assert_eq!((&draft["group_id"], &draft["content"]), (&json!(den), &json!("turn it")));
    let later = hears_ben.event("scheduled_updated").await["scheduled"].clone();
    assert_eq!((&later["group_id"], &later["version"]), (&json!(den), &json!(1)));
    let state = ben.get("/bootstrap").await.expect(200);
    assert_eq!((&state["drafts"], &state["scheduled"]), (&json!([draft]), &json!([later])));
    hears_cleo.event("post_moved_out").await;
    hears_cleo.heard_nothing().await;
    let unsaid = cleo.get("/bootstrap").await.expect(200);
    assert!(!json!([unsaid["drafts"], unsaid["scheduled"]]).to_string().contains(&den), "{unsaid}");

    // Ben's goes out where the thread is, also without him; of Cleo's, he alone hears that the thread is gone.
    server.kill();
    server.database().run("UPDATE scheduled_messages SET send_at = send_at - 86400000");
    server.start_again();
    for person in [&ben, &cleo] {
        let mut hears = person.connect(None).await;
        let author = format!("X'{}'", person.id.replace('-', ""));
        let left = format!("SELECT 1 FROM scheduled_messages WHERE failed_at IS NULL AND user_id = {author}");
        while !server.database().rows(&left).is_empty() {
            hears.frame(|frame| frame["type"].as_str().is_some_and(|kind| kind.starts_with("scheduled_"))).await;
        }
    }
    let told = ben.get(&replies(&kiln)).await.expect(200);
    assert_eq!((&told["messages"][0]["content"], &told["messages"][0]["group_id"]), (&json!("left"), &json!(den)));
    assert_eq!(told["messages"].as_array().unwrap().len(), 1);
    assert_eq!(cleo.get("/scheduled").await.expect(200)["items"][0]["failure"], "thread_gone");
}

#[tokio::test]
async fn unread_posts_and_replies_stay_right_in_both_forums() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada", "ben", "cleo"]).await;
    let answers = forum(&mut server, "answers", &["ada", "ben"]).await;
    let (ada, ben, cleo) = (server.person("ada").await, server.person("ben").await, server.person("cleo").await);
    let kiln = try_to_post(&ada, &questions, "The kiln", json!({ "content": "@ben, @cleo?" })).await.expect(201);
    let kiln = &kiln["message"];
    post(&ada, &questions, "The glaze").await;
    reply(&ada, kiln, "so").await;
    assert_eq!((unread(&ben, &questions).await, unread(&ben, &answers).await), (2, 0));

    take(&ada, kiln, &answers).await.expect(200);

    assert_eq!((unread(&ben, &questions).await, unread(&ben, &answers).await), (1, 1));
    assert_eq!(unread(&cleo, &questions).await, 1);
    // Who moved it knows it.
    assert_eq!((unread(&ada, &questions).await, unread(&ada, &answers).await), (0, 0));
    let state = ben.get("/bootstrap").await.expect(200);
    assert_eq!(state["threads"][0]["group_id"], json!(answers));
    assert_eq!(state["threads"][0]["unread_count"], 1);
    let group = |id: &str| state["groups"].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap().clone();
    assert_eq!(group(&answers)["membership"]["unread_mentions"], json!([1]));
    assert_eq!(group(&questions)["membership"]["unread_mentions"], json!([]));
    // And back: it is the newest there now.
    take(&ada, kiln, &questions).await.expect(200);
    assert_eq!((unread(&ben, &questions).await, unread(&ben, &answers).await), (2, 0));
    assert_eq!(titles(&ben, &questions, "").await, ["The kiln", "The glaze"]);
}

#[tokio::test]
async fn only_who_moderates_both_forums_moves_and_only_to_a_forum_of_the_workspace() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada", "ben"]).await;
    let theirs = forum(&mut server, "theirs", &["cleo", "ada", "ben"]).await;
    let hidden = forum_as(&mut server, "hidden", &["cleo"], true).await;
    let hall = server.group("hall", &["ada"]).await;
    let (ada, ben, cleo) = (server.person("ada").await, server.person("ben").await, server.person("cleo").await);
    let kiln = post(&ben, &questions, "The kiln").await;
    let answer = reply(&ben, &kiln, "so").await;

    take(&ben, &kiln, &theirs).await.refused(403, "forbidden");
    take(&ada, &kiln, &theirs).await.refused(403, "forbidden");
    take(&cleo, &kiln, &theirs).await.refused(404, "not_found");
    take(&ada, &kiln, &hidden).await.refused(404, "not_found");
    take(&ada, &answer, &theirs).await.refused(404, "not_found");
    assert_eq!(take(&ada, &kiln, &hall).await.refused(422, "invalid")["field"], "group_id");
    assert_eq!(take(&ada, &kiln, &questions).await.expect(200)["ordinal"], 1);
    cleo.put(&format!("/groups/{theirs}/members/{}", ada.id), json!({ "role": "moderator" })).await.expect(204);
    let archive = json!({ "version": 1, "is_archived": true });
    cleo.patch(&format!("/groups/{theirs}"), archive).await.expect(200);
    take(&ada, &kiln, &theirs).await.refused(409, "conflict");
    assert_eq!(titles(&ben, &questions, "").await, ["The kiln"]);
}

#[tokio::test]
async fn a_moved_post_keeps_the_tags_that_the_other_forum_has_too_and_loses_its_pin() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada"]).await;
    let answers = forum(&mut server, "answers", &["ada"]).await;
    let ada = server.person("ada").await;
    let mut ids = Vec::new();
    for (group, name) in [(&questions, "Kiln"), (&questions, "Glaze"), (&answers, "KILN")] {
        let wanted = json!({ "name": name, "colour": "red" });
        let made = ada.post(&format!("/groups/{group}/tags"), wanted).await.expect(201);
        let tags = made["tags"].as_array().unwrap().clone();
        ids.push(tags.iter().find(|tag| tag["name"] == name).unwrap()["id"].clone());
    }
    let tagged = json!({ "tag_ids": ids[..2] });
    let kiln = try_to_post(&ada, &questions, "The kiln", tagged).await.expect(201)["message"].clone();
    ada.put(&format!("/messages/{}/pin", text(&kiln["id"])), json!({})).await.expect(200);
    ada.put(&path(&kiln, "/solved"), json!({})).await.expect(200);

    let moved = take(&ada, &kiln, &answers).await.expect(200);

    assert_eq!((&moved["post"]["tag_ids"], &moved["pinned_at"]), (&json!([ids[2]]), &Value::Null));
    let tag = text(&ids[2]);
    assert_eq!(titles(&ada, &answers, &format!("?tag={tag}&solved=true")).await, ["The kiln"]);
}

#[tokio::test]
async fn a_message_moves_only_by_a_move_that_is_written_down() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada"]).await;
    let answers = forum(&mut server, "answers", &["ada"]).await;
    let ada = server.person("ada").await;
    let kiln = post(&ada, &questions, "The kiln").await;
    let answer = reply(&ada, &kiln, "so").await;
    let blob = |id: &Value| format!("X'{}'", text(id).replace('-', ""));
    let database = server.database();
    let change =
        |id: &Value, what: String| database.execute(&format!("UPDATE messages SET {what} WHERE id = {}", blob(id)), []);

    for (id, what) in [
        (&kiln["id"], format!("group_id = {}", blob(&json!(answers)))),
        (&kiln["id"], "ordinal = 7".to_owned()),
        (&answer["id"], format!("group_id = {}", blob(&json!(answers)))),
        (&answer["id"], "thread_ordinal = 7".to_owned()),
        (&kiln["id"], "sender_id = randomblob(16)".to_owned()),
    ] {
        assert!(change(id, what.clone()).unwrap_err().to_string().contains("a message cannot move"), "{what}");
    }
}

#[tokio::test]
async fn what_a_move_touches_does_not_grow_with_the_thread() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada", "ben"]).await;
    let answers = forum(&mut server, "answers", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let changed = |server: &TestServer| server.database().rows("SELECT count(*), sum(version) FROM messages");
    let mut touched = Vec::new();
    for length in [1, 60] {
        let kiln = post(&ada, &questions, "The kiln").await;
        for _ in 0..length {
            reply(&ben, &kiln, "so").await;
        }
        let where_said = "SELECT count(*) FROM messages WHERE thread_root_id IS NOT NULL AND group_id = ";
        let there = format!("{where_said} X'{}'", answers.replace('-', ""));
        let before = (server.database().rows(&there), changed(&server));
        take(&ada, &kiln, &answers).await.expect(200);
        assert_eq!(server.database().rows(&there), before.0, "no row of the thread was written");
        touched.push(server.database().rows("SELECT count(*) FROM events"));
        let shown = ben.get(&replies(&kiln)).await.expect(200)["messages"].as_array().unwrap().clone();
        assert!(shown.iter().all(|reply| reply["group_id"] == json!(answers)), "{shown:?}");
    }
    assert_eq!(touched.len(), 2);
}

#[tokio::test]
async fn replies_that_race_with_a_move_are_all_in_the_thread_wherever_it_is() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada", "ben", "cleo"]).await;
    let answers = forum(&mut server, "answers", &["ada", "ben"]).await;
    let (ada, ben, cleo) = (server.person("ada").await, server.person("ben").await, server.person("cleo").await);
    let kiln = post(&ada, &questions, "The kiln").await;
    let mut hears = ben.connect(None).await;

    let moving = async {
        let mut last = String::new();
        for to in [&answers, &questions, &answers, &questions, &answers] {
            last = text(&take(&ada, &kiln, to).await.expect(200)["group_id"]);
        }
        last
    };
    // Ben may read both, so nothing that he says is lost, whichever group he believes it to be in.
    let by_rest = async {
        for n in 0..20 {
            reply(&ben, &kiln, &format!("rest {n}")).await;
        }
    };
    let by_socket = async {
        let mut socket = ben.connect(None).await;
        for n in 0..20 {
            let data = json!({ "group_id": questions, "client_id": new_id(), "content": format!("socket {n}"),
                               "thread_root_id": kiln["id"] });
            socket.ack("send_message", data).await;
        }
    };
    // Cleo is in the first alone: what she says is taken while it is there, and refused as if it were nowhere else.
    let by_cleo = async {
        let mut taken = 0;
        for n in 0..20 {
            let input = json!({ "client_id": new_id(), "content": format!("cleo {n}") });
            let answer = cleo.post(&replies(&kiln), input).await;
            match answer.status {
                201 => taken += 1,
                _ => drop(answer.refused(404, "not_found")),
            }
        }
        taken
    };
    let (last, (), (), taken) = tokio::join!(moving, by_rest, by_socket, by_cleo);

    let page = ben.get(&format!("{}?limit=100", replies(&kiln))).await.expect(200);
    let shown = page["messages"].as_array().unwrap();
    assert_eq!(shown.len(), 40 + taken);
    assert!(shown.iter().all(|reply| reply["group_id"] == json!(last)));
    assert_eq!(
        ben.get(&format!("/messages/{}", text(&kiln["id"]))).await.expect(200)["reply_count"],
        json!(40 + taken)
    );
    // Who is in both has heard every reply once.
    let mut heard = Vec::new();
    while heard.len() < 40 + taken {
        heard.push(text(&hears.event("message_created").await["message"]["id"]));
    }
    heard.sort();
    heard.dedup();
    assert_eq!(heard.len(), 40 + taken);
    // A retry of the post's own send finds it where it is.
    assert_eq!((unread(&ben, &questions).await, unread(&ben, &answers).await), (0, 1));
}

#[tokio::test]
async fn a_post_that_was_moved_is_still_the_answer_to_its_send() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada", "ben"]).await;
    let den = forum_as(&mut server, "den", &["ada"], true).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let same = json!({ "client_id": new_id() });
    let by_ada = try_to_post(&ada, &questions, "The kiln", same.clone()).await.expect(201)["message"].clone();
    let by_ben = try_to_post(&ben, &questions, "The kiln", same.clone()).await.expect(201)["message"].clone();
    for post in [&by_ada, &by_ben] {
        take(&ada, post, &den).await.expect(200);
    }

    let again = try_to_post(&ada, &questions, "The kiln", same.clone()).await.expect(201);

    assert_eq!(again["message"]["id"], by_ada["id"]);
    try_to_post(&ben, &questions, "The kiln", same).await.refused(404, "not_found");
    assert_eq!(titles(&ada, &den, "").await.len(), 2);
}
