//! Public links.

use super::{bytes, group, until};
use crate::harness::*;

async fn open(person: &Person, path: &str) -> Answer {
    person.send(person.at(Method::GET, path)).await
}

#[tokio::test]
async fn a_link_opens_one_file_to_whoever_has_it_until_it_is_taken_back() {
    let mut server = TestServer::start().await;
    let hall = group(&server.group("hall", &["ada", "ben"]).await);
    let (ada, ben, stranger) = (server.person("ada").await, server.person("ben").await, server.stranger());
    let content = bytes("public", 1000);
    let file = ada.upload("public.bin", &content).await;
    let links = format!("/files/{}/links", text(&file["id"]));
    ada.post(&links, json!({})).await.refused(409, "conflict");
    ada.post_files(&hall, "", &[&file]).await;

    ben.post(&links, json!({})).await.refused(403, "forbidden");
    let made = ada.post(&links, json!({})).await.expect(201);
    let path = text(&made["path"]);
    assert_eq!(path, format!("/shared/{}", text(&made["token"])));
    let opened = open(&stranger, &path).await;
    assert_eq!((opened.status, &opened.bytes[..]), (200, &content[..]));
    assert!(opened.header("content-security-policy").starts_with("sandbox"));
    assert_eq!(opened.header("cache-control"), "private, no-store");
    assert_eq!(ada.get(&links).await.expect(200)["items"], json!([made["link"]]));
    for wrong in [new_id(), "a".repeat(43), text(&file["id"])] {
        open(&stranger, &format!("/shared/{wrong}")).await.refused(404, "not_found");
    }

    let link = format!("{links}/{}", text(&made["link"]["id"]));
    ben.delete(&link).await.refused(403, "forbidden");
    ada.delete(&link).await.expect(204);
    open(&stranger, &path).await.refused(404, "not_found");
    ada.delete(&link).await.refused(404, "not_found");
}

#[tokio::test]
async fn a_link_ends_at_its_time_with_the_message_and_with_the_account_that_made_it() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["olive", "ada"]).await;
    let (olive, ada, stranger) = (server.person("olive").await, server.person("ada").await, server.stranger());
    let file = ada.upload("a", &bytes("a", 10)).await;
    let message = ada.post_files(&group(&hall), "", &[&file]).await;
    let links = format!("/files/{}/links", text(&file["id"]));
    let late = json!({ "expires_at": "2020-01-01T00:00:00Z" });
    assert_eq!(ada.post(&links, late).await.refused(422, "invalid")["field"], "expires_at");
    let path = text(&ada.post(&links, json!({ "expires_at": "2100-01-01T00:00:00Z" })).await.expect(201)["path"]);
    let by_moderator = text(&olive.post(&links, json!({})).await.expect(201)["path"]);
    for path in [&path, &by_moderator] {
        assert_eq!(open(&stranger, path).await.status, 200);
    }

    let account = format!("/admin/users/{}", ada.id);
    olive.patch(&account, json!({ "is_active": false })).await.expect(200);
    open(&stranger, &path).await.refused(404, "not_found");
    assert_eq!(open(&stranger, &by_moderator).await.status, 200);
    olive.patch(&account, json!({ "is_active": true })).await.expect(200);
    assert_eq!(open(&stranger, &path).await.status, 200);
    server.database().run("UPDATE file_links SET expires_at = 1 WHERE expires_at IS NOT NULL");
    open(&stranger, &path).await.refused(404, "not_found");
    olive.delete(&format!("/messages/{}", text(&message["id"]))).await.expect(204);
    open(&stranger, &by_moderator).await.refused(404, "not_found");
    assert_eq!(server.database().rows("SELECT count(*) FROM file_links"), ["0"]);
}

/// A6: as a login token.
#[tokio::test]
async fn a_token_is_stored_hashed_and_never_logged() {
    let mut server = TestServer::with(&[("PARLOR_LOG_FILTER", "debug")]).await;
    let hall = group(&server.group("hall", &["ada"]).await);
    let ada = server.person("ada").await;
    let file = ada.upload("a", &bytes("a", 10)).await;
    ada.post_files(&hall, "", &[&file]).await;
    let made = ada.post(&format!("/files/{}/links", text(&file["id"])), json!({})).await.expect(201);
    let token = text(&made["token"]);
    assert_eq!(open(&server.stranger(), &text(&made["path"])).await.status, 200);
    assert!(!ada.get("/me/files").await.body.to_string().contains(&token));

    until(async || server.log().contains("/shared/***")).await;
    assert!(!server.log().contains(&token));
    server.stop();
    let database = std::fs::read(server.data_dir().join("parlor.db")).unwrap();
    assert!(!database.windows(token.len()).any(|window| window == token.as_bytes()));
}

#[tokio::test]
async fn a_server_may_make_no_links_and_a_file_has_at_most_twenty() {
    let mut server = TestServer::with(&[("PARLOR_FILES_PUBLIC_LINKS", "false")]).await;
    let hall = group(&server.group("hall", &["ada"]).await);
    let ada = server.person("ada").await;
    let file = ada.upload("a", &bytes("a", 10)).await;
    ada.post_files(&hall, "", &[&file]).await;
    let links = format!("/files/{}/links", text(&file["id"]));
    ada.post(&links, json!({})).await.refused(409, "conflict");
    assert_eq!(ada.get("/me/storage").await.expect(200)["public_links"], false);

    let mut server = TestServer::start().await;
    let hall = group(&server.group("hall", &["ada"]).await);
    let ada = server.person("ada").await;
    let file = ada.upload("a", &bytes("a", 10)).await;
    ada.post_files(&hall, "", &[&file]).await;
    let links = format!("/files/{}/links", text(&file["id"]));
    for _ in 0..20 {
        ada.post(&links, json!({})).await.expect(201);
    }
    ada.post(&links, json!({})).await.refused(409, "conflict");
}
