//! Lists of files.

use super::{bytes, group};
use crate::harness::files::pictures;
use crate::harness::*;

#[tokio::test]
async fn the_files_of_a_conversation_are_listed_by_kind_and_page_by_page() {
    let mut server = TestServer::start().await;
    let hall = group(&server.group("hall", &["ada", "ben"]).await);
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let picture = pictures::png(2, 2, |_, _| [1, 2, 3, 255]);
    let contents: [(&str, &[u8]); 5] = [
        ("image", &picture),
        ("audio", b"ID3\x04\0\0\0"),
        ("video", b"\0\0\0\x20ftypisom\0\0\0\0vide"),
        ("text", b"some words"),
        ("other", b"\0\x01"),
    ];
    let (mut names, mut thread) = (Vec::new(), Value::Null);
    for round in 0..3 {
        for (kind, content) in contents {
            let name = format!("{kind} {round}");
            let file = ada.upload(&name, content).await;
            assert_eq!(file["kind"], kind);
            let place = if thread.is_null() { hall.clone() } else { format!("/messages/{}", text(&thread)) };
            let message = ada.post_files(&place, "", &[&file]).await;
            if round == 1 && thread.is_null() {
                thread = message["id"].clone();
            }
            names.insert(0, name);
        }
    }

    let (mut listed, mut query) = (Vec::new(), String::new());
    loop {
        let page = ben.get(&format!("{hall}/files?limit=4{query}")).await.expect(200);
        assert!(page["items"].as_array().unwrap().len() <= 4);
        assert_eq!(page["users"][0]["id"], ada.id.as_str());
        listed.extend(page["items"].as_array().unwrap().clone());
        match page["next_cursor"].as_str() {
            Some(cursor) => query = format!("&cursor={cursor}"),
            None => break,
        }
    }
    let found: Vec<String> = listed.iter().map(|item| text(&item["file"]["name"])).collect();
    assert_eq!(found, names);
    assert_eq!(listed[0]["thread_root_id"], thread);
    let message = ben.get(&format!("/messages/{}", text(&listed[0]["message_id"]))).await.expect(200);
    assert_eq!(
        (&message["attachments"][0]["id"], &message["sender_id"]),
        (&listed[0]["file"]["id"], &listed[0]["sender_id"])
    );
    assert_eq!(message["created_at"], listed[0]["sent_at"]);
    for (kind, _) in contents {
        let page = ben.get(&format!("{hall}/files?kind={kind}")).await.expect(200);
        let found: Vec<String> =
            page["items"].as_array().unwrap().iter().map(|item| text(&item["file"]["name"])).collect();
        assert_eq!(found, [2, 1, 0].map(|round| format!("{kind} {round}")));
    }
    ada.delete(&format!("/messages/{}", text(&listed[0]["message_id"]))).await.expect(204);
    assert_eq!(ben.get(&format!("{hall}/files")).await.expect(200)["items"].as_array().unwrap().len(), 14);
    assert_eq!(ben.get(&format!("{hall}/files?kind=nonsense")).await.refused(422, "invalid")["field"], "kind");
}

#[tokio::test]
async fn several_files_of_one_message_are_not_torn_apart_at_the_end_of_a_page() {
    let mut server = TestServer::start().await;
    let direct = format!("/directs/{}", server.direct("ada", "ben").await);
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let mut files = Vec::new();
    for name in ["a", "b", "c"] {
        files.push(ada.upload(name, &bytes(name, 10)).await);
    }
    ada.post_files(&direct, "", &files.iter().collect::<Vec<_>>()).await;
    let first = ben.get(&format!("{direct}/files?limit=2")).await.expect(200);
    let second = ben.get(&format!("{direct}/files?limit=2&cursor={}", text(&first["next_cursor"]))).await.expect(200);
    let names = |page: &Value| {
        page["items"].as_array().unwrap().iter().map(|item| text(&item["file"]["name"])).collect::<Vec<_>>()
    };
    assert_eq!((names(&first), names(&second)), (vec!["c".to_owned(), "b".to_owned()], vec!["a".to_owned()]));
    assert_eq!(second["next_cursor"], Value::Null);
}

#[tokio::test]
async fn everybody_sees_what_their_own_files_take() {
    let mut server = TestServer::with(&[("PARLOR_FILES_PER_PERSON_BYTES", "5000")]).await;
    let hall = group(&server.group("hall", &["ada", "ben"]).await);
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let (one, two) = (ada.upload("one", &bytes("one", 1000)).await, ada.upload("two", &bytes("two", 500)).await);
    ben.upload("other", &bytes("other", 700)).await;
    let message = ada.post_files(&hall, "", &[&one]).await;
    ada.begin_upload("three", 100).await.expect(201);

    let storage = ada.get("/me/storage").await.expect(200);
    assert_eq!((&storage["used_bytes"], &storage["quota_bytes"]), (&json!(1600), &json!(5000)));
    assert_eq!(storage["chunk_bytes"], 8 << 20);
    let own = ada.get("/me/files").await.expect(200);
    let group_id = message["group_id"].clone();
    let posted = json!({ "file": one, "message_id": message["id"], "group_id": group_id, "direct_id": null });
    let unposted = json!({ "file": two, "message_id": null, "group_id": null, "direct_id": null });
    assert_eq!(own, json!({ "items": [unposted, posted], "next_cursor": null }));
    let first = ada.get("/me/files?limit=1").await.expect(200);
    let second = ada.get(&format!("/me/files?limit=1&cursor={}", text(&first["next_cursor"]))).await.expect(200);
    assert_eq!((&first["items"][0], &second["items"][0]), (&own["items"][0], &own["items"][1]));
}
