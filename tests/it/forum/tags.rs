//! Tags: made by moderators, borne by posts, filtered by.

use super::{forum, path, post, titles, try_to_post};
use crate::harness::*;

async fn tag(person: &Person, forum: &str, name: &str) -> String {
    let group =
        person.post(&format!("/groups/{forum}/tags"), json!({ "name": name, "colour": "red" })).await.expect(201);
    let tags = group["tags"].as_array().unwrap().clone();
    text(&tags.iter().find(|tag| tag["name"] == name).unwrap()["id"])
}

#[tokio::test]
async fn posts_are_found_by_their_tags() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let (kiln, glaze) = (tag(&ada, &questions, "Kiln").await, tag(&ada, &questions, "Glaze").await);
    let tags = |ids: &[&String]| json!({ "tag_ids": ids });

    let hot = try_to_post(&ben, &questions, "Hot", tags(&[&kiln])).await.expect(201)["message"].clone();
    try_to_post(&ben, &questions, "Both", tags(&[&kiln, &glaze, &kiln])).await.expect(201);
    post(&ben, &questions, "Neither").await;

    assert_eq!(titles(&ben, &questions, &format!("?tag={kiln}")).await, ["Both", "Hot"]);
    assert_eq!(titles(&ben, &questions, &format!("?tag={glaze}&sort=date")).await, ["Both"]);
    ben.put(&path(&hot, "/solved"), json!({})).await.expect(200);
    assert_eq!(titles(&ben, &questions, &format!("?tag={kiln}&solved=true")).await, ["Hot"]);
    let change = json!({ "version": 1, "tag_ids": [glaze] });
    let changed = ben.patch(&path(&hot, ""), change).await.expect(200);
    assert_eq!(changed["post"]["tag_ids"], json!([glaze]));
    assert_eq!(titles(&ben, &questions, &format!("?tag={glaze}")).await, ["Both", "Hot"]);
    ben.get(&format!("/groups/{questions}/posts?tag={}", new_id())).await.refused(404, "not_found");
}

#[tokio::test]
async fn moderators_make_tags_and_everybody_in_the_forum_hears_of_them() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let tags = format!("/groups/{questions}/tags");
    let [mut hears] = server.connect(["ben"]).await;

    let wanted = json!({ "name": "Kiln", "colour": "red" });
    ben.post(&tags, wanted.clone()).await.refused(403, "forbidden");
    let made = ada.post(&tags, wanted).await.expect(201);

    assert_eq!(hears.event("group_updated").await["group"]["tags"], made["tags"]);
    let id = text(&made["tags"][0]["id"]);
    let same = json!({ "name": "ＫＩＬＮ", "colour": "grey" });
    ada.post(&tags, same).await.refused(409, "taken");
    let odd = json!({ "name": "Odd", "colour": "beige" });
    assert_eq!(ada.post(&tags, odd).await.refused(422, "invalid")["field"], "colour");
    let long = json!({ "name": "a".repeat(31), "colour": "grey" });
    assert_eq!(ada.post(&tags, long).await.refused(422, "invalid")["field"], "name");
    let renamed = ada.patch(&format!("{tags}/{id}"), json!({ "name": "Kilns" })).await.expect(200);
    assert_eq!(renamed["tags"], json!([{ "id": id, "name": "Kilns", "colour": "red" }]));
    let hall = server.group("hall", &["ada"]).await;
    let in_hall = ada.post(&format!("/groups/{hall}/tags"), json!({ "name": "Kiln", "colour": "red" })).await;
    in_hall.refused(404, "not_found");
}

#[tokio::test]
async fn a_forum_has_at_most_twenty_tags_and_a_post_five() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada"]).await;
    let ada = server.person("ada").await;
    let mut ids = Vec::new();
    for n in 0..20 {
        ids.push(tag(&ada, &questions, &format!("number {n}")).await);
    }

    let more = json!({ "name": "one more", "colour": "grey" });
    ada.post(&format!("/groups/{questions}/tags"), more).await.refused(409, "conflict");
    let six = try_to_post(&ada, &questions, "Six", json!({ "tag_ids": ids[..6] })).await;
    assert_eq!(six.refused(422, "invalid")["field"], "tag_ids");
    let strange = try_to_post(&ada, &questions, "Strange", json!({ "tag_ids": [new_id()] })).await;
    assert_eq!(strange.refused(422, "invalid")["field"], "tag_ids");
    assert_eq!(titles(&ada, &questions, "").await, [""; 0]);
}

#[tokio::test]
async fn a_removed_tag_is_in_no_answer_at_once_and_its_name_is_free() {
    let mut server = TestServer::start().await;
    let questions = forum(&mut server, "questions", &["ada"]).await;
    let ada = server.person("ada").await;
    let kiln = tag(&ada, &questions, "Kiln").await;
    let hot = try_to_post(&ada, &questions, "Hot", json!({ "tag_ids": [kiln] })).await.expect(201);

    let left = ada.delete(&format!("/groups/{questions}/tags/{kiln}")).await.expect(200);

    assert_eq!(left["tags"], json!([]));
    let shown = ada.get(&format!("/messages/{}", text(&hot["message"]["id"]))).await.expect(200);
    assert_eq!(shown["post"]["tag_ids"], json!([]));
    ada.get(&format!("/groups/{questions}/posts?tag={kiln}")).await.refused(404, "not_found");
    ada.delete(&format!("/groups/{questions}/tags/{kiln}")).await.refused(404, "not_found");
    tag(&ada, &questions, "Kiln").await;
}
