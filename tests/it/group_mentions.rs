//! Naming groups in a text: a link for who may see the group, plain text for everybody else.

use crate::harness::*;

async fn named(person: &Person, message: &Value) -> Vec<(String, String, String)> {
    let found = person.get(&format!("/group_mentions?message_ids={}", text(&message["id"]))).await.expect(200);
    let mention = |one: &Value| (text(&one["handle"]), text(&one["group_id"]), text(&one["name"]));
    found["items"].as_array().unwrap().iter().map(mention).collect()
}

fn one(handle: &str, group: &str, name: &str) -> Vec<(String, String, String)> {
    vec![(handle.to_owned(), group.to_owned(), name.to_owned())]
}

#[tokio::test]
async fn a_group_that_is_named_is_a_link_for_who_may_see_it_and_leaves_no_trace_for_others() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let den = server.private_group("The den", &["ada", "cleo"]).await;
    let (ada, ben, cleo) = (server.person("ada").await, server.person("ben").await, server.person("cleo").await);
    let gus = server.guest("gus").await;
    ada.put(&format!("/groups/{hall}/members/{}", gus.id), json!({})).await.expect(204);
    let [mut hears] = server.connect(["ben"]).await;

    let said = ada.say(&hall, "See #the-den.").await;

    assert_eq!(named(&ada, &said).await, one("the-den", &den, "The den"));
    for person in [&ben, &gus, &cleo] {
        assert_eq!(named(person, &said).await, [], "{}", person.name);
    }
    let heard = hears.event("message_created").await.to_string();
    assert!(!heard.contains(&den), "{heard}");
    // Who comes in sees it from then on.
    ada.put(&format!("/groups/{den}/members/{}", ben.id), json!({})).await.expect(204);
    assert_eq!(named(&ben, &said).await, one("the-den", &den, "The den"));
}

#[tokio::test]
async fn what_its_author_cannot_see_is_not_named() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    server.private_group("den", &["ada"]).await;
    let (ada, ben, gus) = (server.person("ada").await, server.person("ben").await, server.guest("gus").await);
    ada.put(&format!("/groups/{hall}/members/{}", gus.id), json!({})).await.expect(204);
    server.group("open", &["ada"]).await;

    let by_ben = ben.say(&hall, "#den and #nothing").await;
    let by_gus = gus.say(&hall, "#open").await;

    assert_eq!(named(&ada, &by_ben).await, []);
    assert_eq!(named(&ada, &by_gus).await, []);
}

#[tokio::test]
async fn a_group_keeps_its_link_when_it_is_renamed_and_edits_name_anew() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (kiln, glaze) = (server.group("kiln", &["ada"]).await, server.group("C++ & co", &["ada"]).await);
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let said = ada.say(&hall, "(#Kiln), `#hall`").await;
    assert_eq!(named(&ben, &said).await, one("kiln", &kiln, "kiln"));

    ada.patch(&format!("/groups/{kiln}"), json!({ "version": 1, "name": "Oven" })).await.expect(200);
    assert_eq!(named(&ben, &said).await, one("kiln", &kiln, "Oven"));

    let edit = json!({ "version": 1, "content": "#c++-&-co" });
    ada.patch(&format!("/messages/{}", text(&said["id"])), edit).await.expect(200);
    assert_eq!(named(&ben, &said).await, one("c++-&-co", &glaze, "C++ & co"));
    ada.delete(&format!("/messages/{}", text(&said["id"]))).await.expect(204);
    assert_eq!(named(&ben, &said).await, []);
}

#[tokio::test]
async fn groups_are_named_in_direct_conversations_too() {
    let mut server = TestServer::start().await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let kiln = server.group("kiln", &["ada"]).await;
    let direct = server.direct("ada", "ben").await;

    let input = json!({ "client_id": new_id(), "content": "#kiln" });
    let said = ada.post(&format!("/directs/{direct}/messages"), input).await.expect(201)["message"].clone();

    assert_eq!(named(&ben, &said).await, one("kiln", &kiln, "kiln"));
}
