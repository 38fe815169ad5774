//! Messages saved for later.

use super::{items, kept, path_of};
use crate::harness::*;

async fn save(person: &Person, message: &Value) {
    person.put(&format!("{}/saved", path_of(message)), json!({})).await.expect(204);
}

#[tokio::test]
async fn what_is_saved_is_listed_newest_first_page_by_page_and_for_oneself_alone() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben, phone) = (server.person("ada").await, server.person("ben").await, server.sign_in("ada").await);
    let [mut bens] = server.connect(["ben"]).await;
    let mut hears = phone.connect(None).await;
    let mut said = Vec::new();
    for at in 0..5 {
        said.push(ben.say(&hall, &format!("number {at}")).await);
    }
    bens.heard_so_far().await;

    for at in [2, 0, 4, 1, 3] {
        save(&ada, &said[at]).await;
    }
    save(&ada, &said[2]).await;

    assert_eq!(hears.event("message_saved").await["message_id"], said[2]["id"]);
    let mut listed = Vec::new();
    let mut query = String::new();
    loop {
        let page = ada.get(&format!("/saved?limit=2{query}")).await.expect(200);
        listed.extend(page["items"].as_array().unwrap().iter().map(|item| item["message"]["content"].clone()));
        let Some(next) = page["next_before"].as_str() else { break };
        query = format!("&before={next}");
    }
    assert_eq!(listed, ["number 3", "number 1", "number 4", "number 0", "number 2"].map(|text| json!(text)));
    assert_eq!(kept(&ada, "saved").await.len(), 5);
    bens.heard_nothing().await;
    assert!(items(&ben, "/saved").await.is_empty());

    phone.delete(&format!("{}/saved", path_of(&said[4]))).await.expect(204);
    phone.delete(&format!("{}/saved", path_of(&said[4]))).await.expect(204);

    assert_eq!(hears.event("message_unsaved").await["message_id"], said[4]["id"]);
    assert_eq!(items(&ada, "/saved").await.len(), 4);
    hears.event("message_saved").await;
}

#[tokio::test]
async fn the_order_is_that_of_saving_though_the_clock_was_put_back() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada"]).await;
    let ada = server.person("ada").await;
    let (one, two) = (ada.say(&hall, "one").await, ada.say(&hall, "two").await);
    save(&ada, &one).await;
    // As if the clock had been a day ahead when the first was saved.
    server.database().run("UPDATE saved_messages SET saved_at = saved_at + 86400000");

    save(&ada, &two).await;

    let listed = items(&ada, "/saved").await;
    assert_eq!((&listed[0]["message"]["id"], &listed[1]["message"]["id"]), (&two["id"], &one["id"]));
}

#[tokio::test]
async fn what_is_no_longer_visible_is_neither_shown_nor_counted() {
    let mut server = TestServer::start().await;
    let den = server.private_group("den", &["ben", "ada"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let (stays, goes) = (ben.say(&den, "stays").await, ben.say(&den, "goes").await);
    save(&ada, &stays).await;
    save(&ada, &goes).await;

    ben.delete(&path_of(&goes)).await.expect(204);

    assert_eq!(items(&ada, "/saved").await.len(), 1);
    assert_eq!(kept(&ada, "saved").await.len(), 1);
    ada.put(&format!("{}/saved", path_of(&goes)), json!({})).await.refused(404, "not_found");

    let member = format!("/groups/{den}/members/{}", ada.id);
    ben.delete(&member).await.expect(204);

    assert!(items(&ada, "/saved").await.is_empty());
    assert!(kept(&ada, "saved").await.is_empty());
    ada.put(&format!("{}/saved", path_of(&stays)), json!({})).await.refused(404, "not_found");
    ada.delete(&format!("{}/saved", path_of(&stays))).await.refused(404, "not_found");
    let mut hears = ada.connect(None).await;

    ben.put(&member, json!({})).await.expect(204);

    assert_eq!(hears.event("kept_in_group").await["saved"][0]["message_id"], stays["id"]);
    assert_eq!(items(&ada, "/saved").await[0]["message"]["id"], stays["id"]);
}
