//! What a message carries besides its text: files, polls, titles.

use super::*;
use crate::harness::files::pictures;

#[tokio::test]
async fn files_are_found_by_their_names_by_what_is_in_them_and_by_being_there() {
    let mut server = TestServer::start().await;
    let attic = server.private_group("attic", &["ada", "ben"]).await;
    let (ada, ben, cleo) = (server.person("ada").await, server.person("ben").await, server.person("cleo").await);
    let plan = ada.upload("Lüftung_Plan-2026.txt", "The louvre opens at 在東京都庁 degrees".as_bytes()).await;
    let picture = ada.upload("bed 3.png", &pictures::png(4, 4, |_, _| [0, 0, 0, 255])).await;
    let place = format!("/groups/{attic}");
    ada.post_files(&place, "look at this", &[&plan]).await;
    ada.post_files(&place, "", &[&picture]).await;
    ada.say(&attic, "louvre without a file").await;

    for (question, said) in [
        ("luftung", "look at this"),
        ("plan 2026", "look at this"),
        ("\"louvre opens\"", "look at this"),
        ("京都", "look at this"),
        ("ouvre has:file", "look at this"),
        ("look plan", "look at this"),
        ("has:image", ""),
        ("bed", ""),
        ("has:file louvre from:ada in:attic", "look at this"),
    ] {
        assert_eq!(only(&ben, question).await, said, "{question}");
        assert_eq!(only(&cleo, question).await, "nothing", "{question}");
    }
    assert_eq!(found(&ben, "has:file").await, ["", "look at this"]);
    let hit = ask(&ben, "luftung", "").await["items"][0].clone();
    assert_eq!(hit["excerpt"]["text"], "look at this\nLüftung_Plan-2026.txt\nThe louvre opens at 在東京都庁 degrees");
    assert_eq!(hit["message"]["attachments"][0]["name"], "Lüftung_Plan-2026.txt");
}

#[tokio::test]
async fn a_file_that_is_gone_is_found_no_more_and_nothing_of_it_is_left_in_the_index() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada"]).await;
    let ada = server.person("ada").await;
    let place = format!("/groups/{hall}");
    let brief = ada.upload("xylophone.txt", b"zanzibarian words").await;
    let slip = ada.upload("quagmire.txt", b"the jabberwock").await;
    let kept = ada.post_files(&place, "with a file", &[&brief]).await;
    let gone = ada.post_files(&place, "with another", &[&slip]).await;
    let mut window = ada.connect(None).await;
    assert_eq!(found(&ada, "xylophone").await.len() + found(&ada, "jabberwock").await.len(), 2);

    ada.delete(&format!("/messages/{}", text(&gone["id"]))).await.expect(204);
    server.database().run("UPDATE files SET expires_at = 1");
    assert_eq!(only(&ada, "xylophone").await, "nothing", "its time is over");
    assert_eq!(only(&ada, "has:file").await, "nothing");
    // The clock's round takes it away.
    assert_eq!(window.event("message_updated").await["message"]["id"], kept["id"]);
    let change = json!({ "version": kept["version"], "content": "with nothing" });
    ada.patch(&format!("/messages/{}", text(&kept["id"])), change).await.expect(200);

    assert_eq!(only(&ada, "nothing").await, "with nothing");
    assert_eq!(server.stop(), Some(0));
    let words = server.database().rows("SELECT words FROM search_words").concat();
    assert!(words.contains("nothing"), "{words}");
    for gone in ["xylophone", "zanzibarian", "quagmire", "jabberwock"] {
        assert!(!words.contains(gone), "{gone} in {words}");
    }
    assert!(server.cli(&["doctor"]).contains("ok   search"));
}

#[tokio::test]
async fn polls_are_found_by_question_and_answers_as_they_stand() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let asked =
        json!({ "client_id": new_id(), "content": "Tea or coffee?", "poll": { "options": ["oolong", "espresso"] } });
    let asked = ada.post(&format!("/groups/{hall}/messages"), asked).await.expect(201)["message"].clone();
    ada.say(&hall, "espresso without a poll").await;

    for question in ["oolong", "coffee espresso", "has:poll", "espresso has:poll", "presso has:poll"] {
        assert_eq!(only(&ben, question).await, "Tea or coffee?", "{question}");
    }
    let change = json!({ "version": asked["version"], "content": "Which tea?", "options": ["assam", "sencha"] });
    ada.put(&format!("/messages/{}/poll", text(&asked["id"])), change).await.expect(200);

    assert_eq!(only(&ben, "sencha").await, "Which tea?");
    assert_eq!((only(&ben, "oolong").await.as_str(), only(&ben, "coffee").await.as_str()), ("nothing", "nothing"));
    ada.delete(&format!("/messages/{}", text(&asked["id"]))).await.expect(204);
    assert_eq!((only(&ben, "assam").await.as_str(), only(&ben, "has:poll").await.as_str()), ("nothing", "nothing"));
}

#[tokio::test]
async fn a_post_with_another_title_is_found_by_that_alone() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let path = format!("/workspaces/{}/groups", server.workspace);
    let forum = ada.post(&path, json!({ "name": "questions", "kind": "forum" })).await.expect(201);
    let post = json!({ "client_id": new_id(), "content": "How hot?", "title": "The kiln" });
    let post = ada.post(&format!("/groups/{}/messages", text(&forum["id"])), post).await.expect(201)["message"].clone();

    let change = json!({ "version": post["post"]["version"], "title": "The oven" });
    ada.patch(&format!("/posts/{}", text(&post["id"])), change).await.expect(200);

    assert_eq!((only(&ada, "kiln").await.as_str(), only(&ada, "oven hot").await.as_str()), ("nothing", "How hot?"));
}

#[tokio::test]
async fn titles_are_found_and_a_post_that_moved_is_found_where_it_is_now_with_its_replies() {
    let mut server = TestServer::start().await;
    let (ada, ben, cleo) = (server.person("ada").await, server.person("ben").await, server.person("cleo").await);
    let forum = |name: &'static str, member: &Person| {
        let (path, member) = (format!("/workspaces/{}/groups", server.workspace), member.id.clone());
        let input = json!({ "name": name, "kind": "forum", "is_private": true, "member_ids": [member] });
        let ada = ada.clone();
        async move { text(&ada.post(&path, input).await.expect(201)["id"]) }
    };
    let (hall, den) = (forum("hall", &ben).await, forum("den", &cleo).await);
    let post = json!({ "client_id": new_id(), "content": "How hot?", "title": "The kiln" });
    let post = ada.post(&format!("/groups/{hall}/messages"), post).await.expect(201)["message"].clone();
    let path = format!("/messages/{}", text(&post["id"]));
    let reply = json!({ "client_id": new_id(), "content": "A thousand degrees" });
    ben.post(&format!("{path}/replies"), reply).await.expect(201);

    let hit = ask(&ben, "kiln hot", "").await["items"][0].clone();
    assert_eq!(hit["excerpt"]["text"], "The kiln\nHow hot?");
    assert_eq!((found(&ben, "degrees").await.len(), found(&cleo, "degrees").await.len()), (1, 0));

    ada.post(&format!("/posts/{}/move", text(&post["id"])), json!({ "group_id": den })).await.expect(200);

    for question in ["kiln", "degrees", "egrees"] {
        assert_eq!((found(&ben, question).await.len(), found(&cleo, question).await.len()), (0, 1), "{question}");
    }
    assert_eq!(found(&ada, "in:hall").await, [""; 0]);
    assert_eq!(found(&ada, "in:den").await, ["A thousand degrees", "How hot?"]);
    ada.delete(&path).await.expect(204);
    assert_eq!(found(&cleo, "kiln").await, [""; 0]);
}
