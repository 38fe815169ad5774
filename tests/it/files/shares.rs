//! What one person and one server may store. A49.

use super::{bytes, group, kept};
use crate::harness::*;

#[tokio::test]
async fn nobody_stores_more_than_their_quota_and_what_is_deleted_makes_room() {
    let settings = [("PARLOR_FILES_PER_PERSON_BYTES", "1000"), ("PARLOR_FILES_MAX_BYTES", "800")];
    let mut server = TestServer::with(&settings).await;
    let hall = group(&server.group("hall", &["ada", "ben"]).await);
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    ada.begin_upload("large", 801).await.refused(413, "too_large");
    let file = ada.upload("one", &bytes("one", 600)).await;
    let message = ada.post_files(&hall, "", &[&file]).await;

    ada.begin_upload("two", 401).await.refused(413, "quota_exceeded");
    let begun = ada.begin_upload("two", 400).await.expect(201);
    ada.begin_upload("three", 1).await.refused(413, "quota_exceeded");
    ben.begin_upload("other", 800).await.expect(201);
    ada.delete(&format!("/uploads/{}", text(&begun["id"]))).await.expect(204);
    ada.begin_upload("two", 400).await.expect(201);
    ada.delete(&format!("/messages/{}", text(&message["id"]))).await.expect(204);
    ada.begin_upload("three", 600).await.expect(201);
}

#[tokio::test]
async fn a_server_stores_no_more_than_it_was_told_to() {
    let mut server = TestServer::with(&[("PARLOR_FILES_SERVER_BYTES", "1000")]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    ada.upload("one", &bytes("one", 600)).await;
    ben.begin_upload("two", 401).await.refused(507, "files_full");
    let half = text(&ben.begin_upload("two", 400).await.expect(201)["id"]);
    ben.piece(&half, 0, &[1; 100]).await.expect(200);
    ada.begin_upload("three", 1).await.refused(507, "files_full");
    ben.delete(&format!("/uploads/{half}")).await.expect(204);
    ada.begin_upload("three", 400).await.expect(201);
}

#[tokio::test]
async fn the_reserve_of_the_disk_is_not_touched() {
    let mut server = TestServer::with(&[("PARLOR_FILES_RESERVE_BYTES", "1000000000000000")]).await;
    let hall = server.group("hall", &["ada"]).await;
    let ada = server.person("ada").await;
    let refused = ada.begin_upload("one", 1).await;
    assert!(refused.headers.contains_key("retry-after"));
    refused.refused(507, "storage_full");
    ada.say(&hall, "words go on").await;
}

#[tokio::test]
async fn unfinished_uploads_of_one_person_are_limited() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    for _ in 0..100 {
        ada.begin_upload("one", 1).await.expect(201);
    }
    ada.begin_upload("one", 1).await.refused(409, "conflict");
    assert_eq!(ada.get("/uploads").await.expect(200)["items"].as_array().unwrap().len(), 100);
}

#[tokio::test]
async fn uploads_are_begun_no_faster_than_photos_are_dropped() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    loop {
        let begun = ada.begin_upload("one", 1).await;
        if begun.status == 429 {
            assert!(begun.headers.contains_key("retry-after"));
            break;
        }
        ada.delete(&format!("/uploads/{}", text(&begun.expect(201)["id"]))).await.expect(204);
    }
}

/// What nobody comes back for goes by itself, with its bytes; what somebody has is left alone.
#[tokio::test]
async fn what_was_begun_or_never_posted_is_thrown_away_after_a_while_and_what_was_deleted_later() {
    let mut server = TestServer::start().await;
    let hall = group(&server.group("hall", &["ada"]).await);
    let ada = server.person("ada").await;
    let mut uploads = Vec::new();
    for _ in 0..2 {
        let id = text(&ada.begin_upload("half", 20).await.expect(201)["id"]);
        ada.piece(&id, 0, &[1; 10]).await.expect(200);
        uploads.push(id);
    }
    let mut files = Vec::new();
    for name in ["posted", "unposted", "new", "deleted", "deleted later"] {
        files.push(ada.upload(name, &bytes(name, 100)).await);
    }
    ada.post_files(&hall, "", &[&files[0]]).await;
    for file in &files[3..] {
        let message = ada.post_files(&hall, "", &[file]).await;
        ada.delete(&format!("/messages/{}", text(&message["id"]))).await.expect(204);
    }
    assert_eq!(kept(&server, "files").len(), 5, "what is deleted is kept for a while");
    let hours = |n: i64| n * 60 * 60 * 1000;
    let age = |sql: &str, hours_ago: i64, id: &Value| {
        let then = format!("CAST(unixepoch('subsec') * 1000 AS INTEGER) - {}", hours(hours_ago));
        let id = text(id).replace('-', "");
        assert_eq!(server.database().run(&sql.replace("{then}", &then).replace("{id}", &format!("X'{id}'"))), 1);
    };
    age("UPDATE uploads SET touched_at = {then} WHERE id = {id}", 25, &json!(uploads[0]));
    age("UPDATE uploads SET touched_at = {then} WHERE id = {id}", 23, &json!(uploads[1]));
    age("UPDATE files SET created_at = {then} WHERE id = {id}", 7 * 24 + 1, &files[0]["id"]);
    age("UPDATE files SET created_at = {then} WHERE id = {id}", 7 * 24 + 1, &files[1]["id"]);
    age("UPDATE files SET created_at = {then} WHERE id = {id}", 7 * 24 - 1, &files[2]["id"]);
    let all = "SELECT count(*) FROM blobs WHERE unreferenced_at IS NOT NULL";
    assert_eq!(server.database().rows(all), ["2"]);
    let one = "UPDATE blobs SET unreferenced_at = 1 WHERE sha256 = (SELECT sha256 FROM blobs WHERE unreferenced_at IS NOT NULL LIMIT 1)";
    assert_eq!(server.database().run(one), 1);

    server.restart();
    super::until(async || server.log().contains("cleaned up what nobody needs")).await;

    assert!(server.log().contains("uploads=1 files=1 contents=1"), "{}", server.log());
    ada.get(&format!("/uploads/{}", uploads[0])).await.refused(404, "not_found");
    ada.get(&format!("/uploads/{}", uploads[1])).await.expect(200);
    assert_eq!(kept(&server, "uploads").len(), 1);
    assert_eq!(ada.open_file(&files[1]).await.status, 404);
    assert_eq!(ada.open_file(&files[0]).await.bytes, bytes("posted", 100));
    assert_eq!(ada.open_file(&files[2]).await.bytes, bytes("new", 100));
    assert_eq!(kept(&server, "files").len(), 4, "the one never posted is kept for a while now");
}
