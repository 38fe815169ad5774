//! Uploads.

use sha2::{Digest, Sha256};

use super::{bytes, group, kept};
use crate::harness::*;

const CHUNK: usize = 8 << 20;

#[tokio::test]
async fn a_file_is_sent_in_pieces_and_comes_back_as_it_was() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let content = bytes("photo", 3_000_000);

    let begun = ada.begin_upload("a photo.bin", content.len()).await.expect(201);
    let id = text(&begun["id"]);
    assert_eq!((begun["received_bytes"].as_i64(), begun["chunk_bytes"].as_i64()), (Some(0), Some(CHUNK as i64)));
    let half = ada.piece(&id, 0, &content[..1_500_000]).await.expect(200);
    assert_eq!(half["received_bytes"], 1_500_000);
    assert_eq!(ada.get(&format!("/uploads/{id}")).await.expect(200), half);
    assert_eq!(ada.get("/uploads").await.expect(200)["items"], json!([half]));
    ada.finish_upload(&id).await.refused(409, "conflict");
    ada.piece(&id, 1_500_000, &content[1_500_000..]).await.expect(200);
    let file = ada.finish_upload(&id).await.expect(201);

    assert_eq!(file["id"], begun["id"]);
    assert_eq!((file["name"].as_str(), file["kind"].as_str()), (Some("a photo.bin"), Some("other")));
    assert_eq!(file["size_bytes"], 3_000_000);
    assert_eq!(ada.finish_upload(&id).await.expect(201), file, "a second time it answers the same");
    assert_eq!(ada.get("/uploads").await.expect(200)["items"], json!([]));
    assert_eq!(ada.open_file(&file).await.bytes, content);
    assert!(kept(&server, "uploads").is_empty());
}

/// F28, and what a restart promises.
#[tokio::test]
async fn an_upload_goes_on_after_a_power_cut_from_what_was_answered() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let content = bytes("long", 5 << 20);
    let id = text(&ada.begin_upload("long.bin", content.len()).await.expect(201)["id"]);
    for at in [0, 1 << 20] {
        ada.piece(&id, at, &content[at..at + (1 << 20)]).await.expect(200);
    }
    // A piece that is cut off in the middle, by the end of the server.
    let head = format!(
        "PUT /api/v1/uploads/{id}?offset={} HTTP/1.1\r\nHost: parlor\r\nAuthorization: Bearer {}\r\n\
         Content-Type: application/octet-stream\r\nContent-Length: {}\r\n\r\n",
        2 << 20,
        ada.token.as_ref().unwrap(),
        1 << 20
    );
    let half = [head.as_bytes(), &[0xee; 600_000]].concat();
    let cut_off = wire(&server, &half).await;

    server.kill_and_restart();
    drop(cut_off);

    let stands = ada.get(&format!("/uploads/{id}")).await.expect(200);
    assert_eq!(stands["received_bytes"], 2 << 20);
    for at in [2 << 20, 3 << 20, 4 << 20] {
        ada.piece(&id, at, &content[at..at + (1 << 20)]).await.expect(200);
    }
    server.restart();
    let file = ada.finish_upload(&id).await.expect(201);
    assert_eq!(ada.open_file(&file).await.bytes, content);
}

#[tokio::test]
async fn a_piece_for_another_place_is_told_where_the_upload_stands() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let id = text(&ada.begin_upload("a", 100).await.expect(201)["id"]);
    ada.piece(&id, 0, &[7; 40]).await.expect(200);

    for offset in [0, 39, 41, 100] {
        let stale = ada.piece(&id, offset, &[7; 10]).await.refused(409, "stale");
        assert_eq!(stale["current"]["received_bytes"], 40);
    }
    let beyond = ada.piece(&id, 40, &[7; 61]).await.refused(422, "invalid");
    assert_eq!(beyond["field"], "body");
    assert_eq!(ada.piece(&id, 40, &[]).await.refused(422, "invalid")["field"], "body");
    let path = format!("/uploads/{id}?offset=40");
    let as_json = ada.send(ada.request(Method::PUT, &path).json(&json!({}))).await;
    as_json.refused(415, "unsupported_media_type");
    assert_eq!(ada.piece(&id, 40, &[7; 60]).await.expect(200)["received_bytes"], 100);
}

/// A50: however it is announced.
#[tokio::test]
async fn a_piece_that_is_too_large_is_refused_and_counts_for_nothing() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let id = text(&ada.begin_upload("a", 20 << 20).await.expect(201)["id"]);
    ada.piece(&id, 0, &vec![0; CHUNK + 1]).await.refused(413, "too_large");
    let head = format!(
        "PUT /api/v1/uploads/{id}?offset=0 HTTP/1.1\r\nHost: parlor\r\nAuthorization: Bearer {}\r\n\
         Content-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n",
        ada.token.as_ref().unwrap()
    );
    let piece = [format!("{:x}\r\n", 1 << 20).as_bytes(), &vec![0; 1 << 20], b"\r\n"].concat();
    let answer = answer_over(wire(&server, &[head.as_bytes(), &piece.repeat(9)].concat()).await).await;
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer:.200}");

    assert_eq!(ada.get(&format!("/uploads/{id}")).await.expect(200)["received_bytes"], 0);
    ada.piece(&id, 0, &vec![0; CHUNK]).await.expect(200);
}

#[tokio::test]
async fn what_came_is_compared_with_what_should_have_come() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let content = bytes("checked", 1000);
    let digits = |bytes: &[u8]| Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    for (sent, is_right) in [(&content, true), (&bytes("damaged", 1000), false)] {
        let id = text(&ada.begin_upload("a", 1000).await.expect(201)["id"]);
        ada.piece(&id, 0, sent).await.expect(200);
        let path = format!("/uploads/{id}/finish");
        assert_eq!(ada.post(&path, json!({ "sha256": "short" })).await.refused(422, "invalid")["field"], "sha256");
        let finished = ada.post(&path, json!({ "sha256": digits(&content) })).await;
        if is_right {
            finished.expect(201);
        } else {
            finished.refused(409, "conflict");
            ada.get(&format!("/uploads/{id}")).await.refused(404, "not_found");
        }
    }
    assert!(kept(&server, "uploads").is_empty());
    assert_eq!(kept(&server, "files").len(), 1);
}

#[tokio::test]
async fn a_cancelled_upload_leaves_nothing_behind() {
    let mut server = TestServer::start().await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let id = text(&ada.begin_upload("a", 100).await.expect(201)["id"]);
    ada.piece(&id, 0, &[7; 40]).await.expect(200);
    let path = format!("/uploads/{id}");

    ben.delete(&path).await.refused(404, "not_found");
    ben.piece(&id, 40, &[7; 60]).await.refused(404, "not_found");
    ben.get(&path).await.refused(404, "not_found");
    ada.delete(&path).await.expect(204);

    ada.get(&path).await.refused(404, "not_found");
    ada.piece(&id, 40, &[7; 60]).await.refused(404, "not_found");
    ada.finish_upload(&id).await.refused(404, "not_found");
    ada.delete(&path).await.refused(404, "not_found");
    assert!(kept(&server, "uploads").is_empty());
    assert_eq!(ada.get("/me/storage").await.expect(200)["used_bytes"], 0);
}

#[tokio::test]
async fn an_empty_file_is_a_file() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let file = ada.upload("empty.txt", b"").await;
    assert_eq!((file["size_bytes"].as_i64(), file["kind"].as_str()), (Some(0), Some("other")));
    let opened = ada.open_file(&file).await;
    assert_eq!((opened.status, opened.bytes.len()), (200, 0));
}

/// A44.
#[tokio::test]
async fn a_name_is_cleaned_and_nothing_on_disk_is_called_so() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let names = [
        ("../../../etc/passwd", "passwd"),
        ("..\\..\\windows\\system32\\x.dll", "x.dll"),
        ("a\nb\u{0}\u{202e}gpj.exe", "a bgpj.exe"),
        ("CON", "CON"),
        ("naïve \"quoted\"; x=y.png", "naïve \"quoted\"; x=y.png"),
    ];
    for (typed, shown) in names {
        let file = ada.upload(typed, &bytes(typed, 100)).await;
        assert_eq!(file["name"], shown);
        let opened = ada.open_file(&file).await;
        let disposition = opened.header("content-disposition");
        assert!(disposition.starts_with("attachment; filename=\"") && disposition.contains("filename*=UTF-8''"));
        assert!(disposition.is_ascii() && !disposition.contains("\\"), "{disposition}");
    }
    for wrong in ["", "..", "/", "a/..", "\u{200b}", &"a".repeat(256), &"a".repeat(4096)] {
        assert_eq!(ada.begin_upload(wrong, 1).await.refused(422, "invalid")["field"], "name", "{wrong:.10}");
    }
    for path in kept(&server, "files") {
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(name.len() == 62 && name.bytes().all(|byte| byte.is_ascii_hexdigit()), "{name}");
    }
}

/// F29.
#[tokio::test]
async fn the_same_bytes_are_kept_once_and_as_long_as_anybody_shows_them() {
    let mut server = TestServer::with(&[("PARLOR_FILES_DELETED_DAYS", "0")]).await;
    let hall = group(&server.group("hall", &["ada", "ben"]).await);
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let content = bytes("shared", 50_000);
    let mine = ada.upload("mine.bin", &content).await;
    let yours = ben.upload("yours.bin", &content).await;
    assert_ne!(mine["id"], yours["id"]);
    assert_eq!(kept(&server, "files").len(), 1);
    let first = ada.post_files(&hall, "", &[&mine]).await;
    let second = ben.post_files(&hall, "", &[&yours]).await;

    ada.delete(&format!("/messages/{}", text(&first["id"]))).await.expect(204);
    for person in [&ada, &ben] {
        person.open_file(&mine).await.refused(404, "not_found");
        assert_eq!(person.open_file(&yours).await.bytes, content);
    }
    ben.delete(&format!("/messages/{}", text(&second["id"]))).await.expect(204);
    ben.open_file(&yours).await.refused(404, "not_found");

    let unreferenced = "SELECT count(*) FROM blobs WHERE unreferenced_at IS NOT NULL";
    assert_eq!(server.database().rows(unreferenced), ["1"]);
    let again = ada.upload("again.bin", &content).await;
    assert_eq!(server.database().rows(unreferenced), ["0"], "what is uploaded again is not taken away");
    assert_eq!(ada.open_file(&again).await.bytes, content);
}
