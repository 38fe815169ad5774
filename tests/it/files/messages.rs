//! Messages that carry files.

use super::{bytes, group};
use crate::harness::*;

#[tokio::test]
async fn a_message_carries_files_in_their_order_with_or_without_a_text() {
    let mut server = TestServer::start().await;
    let hall = group(&server.group("hall", &["ada", "ben"]).await);
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let mut window = ben.connect(None).await;
    let (one, two) = (ada.upload("one.bin", &bytes("one", 10)).await, ada.upload("two.bin", &bytes("two", 20)).await);

    let sent = ada.post_files(&hall, "", &[&two, &one]).await;

    assert_eq!(sent["content"], "");
    assert_eq!(sent["attachments"], json!([two, one]));
    let heard = window.event("message_created").await;
    assert_eq!(heard["message"], sent);
    assert_eq!(ben.history(&hall).await.last(), Some(&sent));
    assert_eq!(ben.get(&format!("/messages/{}", text(&sent["id"]))).await.expect(200), sent);
    assert_eq!(ben.open_file(&one).await.bytes, bytes("one", 10));
    let with_text = ada.post_files(&hall, "here is one more", &[&one]).await;
    assert_eq!(with_text["attachments"], json!([one]));
}

#[tokio::test]
async fn replies_directs_and_frames_carry_files_too() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let direct = server.direct("ada", "ben").await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let mut files = Vec::new();
    for name in ["a", "b", "c"] {
        files.push(ada.upload(name, &bytes(name, 10)).await);
    }
    let root = ada.say(&hall, "a root").await;

    let reply = ada.post_files(&format!("/messages/{}", text(&root["id"])), "", &[&files[0]]).await;
    let said = ada.post_files(&format!("/directs/{direct}"), "", &[&files[1]]).await;
    let mut window = ada.connect(None).await;
    let frame = json!({ "group_id": hall, "client_id": new_id(), "content": "", "file_ids": [files[2]["id"]] });
    let framed = window.ack("send_message", frame).await["message"].clone();

    for (message, file) in [(&reply, &files[0]), (&said, &files[1]), (&framed, &files[2])] {
        assert_eq!(message["attachments"], json!([file]));
        assert_eq!(ben.open_file(file).await.status, 200);
    }
}

/// F25.
#[tokio::test]
async fn a_retry_is_answered_with_the_first_result_and_its_files() {
    let mut server = TestServer::start().await;
    let hall = group(&server.group("hall", &["ada"]).await);
    let ada = server.person("ada").await;
    let (one, two) = (ada.upload("one", &bytes("one", 10)).await, ada.upload("two", &bytes("two", 10)).await);
    let path = format!("{hall}/messages");
    let input =
        |files: Value| json!({ "client_id": "01890000-0000-4000-8000-000000000001", "content": "", "file_ids": files });
    let both = json!([one["id"], two["id"]]);

    let first = ada.post(&path, input(both.clone())).await.expect(201);
    assert_eq!(ada.post(&path, input(both.clone())).await.expect(201), first);
    for other in [json!([one["id"]]), json!([two["id"], one["id"]])] {
        ada.post(&path, input(other)).await.refused(409, "client_id_reused");
    }
    assert_eq!(ada.history(&hall).await.len(), 1);
    ada.delete(&format!("/messages/{}", text(&first["message"]["id"]))).await.expect(204);
    assert!(ada.post(&path, input(both)).await.expect(201)["message"]["deleted_at"].is_string());
}

#[tokio::test]
async fn what_cannot_be_attached_is_refused_and_nothing_is_said() {
    let mut server = TestServer::with(&[("PARLOR_FILES_PER_MESSAGE", "3")]).await;
    let hall = group(&server.group("hall", &["ada", "ben"]).await);
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let mut files = Vec::new();
    for name in ["a", "b", "c", "d"] {
        files.push(ada.upload(name, &bytes(name, 10)).await);
    }
    let not_finished = ada.begin_upload("half", 10).await.expect(201);

    let too_many: Vec<&Value> = files.iter().collect();
    let refused = ada.try_to_post(&hall, "", &too_many).await.refused(422, "invalid");
    assert_eq!(refused["field"], "file_ids");
    let twice = ada.try_to_post(&hall, "", &[&files[0], &files[0]]).await.refused(422, "invalid");
    assert_eq!(twice["field"], "file_ids");
    for nothing in [&json!({ "id": new_id() }), &not_finished] {
        ada.try_to_post(&hall, "text", &[&files[0], nothing]).await.refused(404, "not_found");
    }
    ben.try_to_post(&hall, "", &[&files[0]]).await.refused(404, "not_found");
    assert_eq!(ada.try_to_post(&hall, " ", &[]).await.refused(422, "invalid")["field"], "content");
    assert!(ada.history(&hall).await.is_empty());
    assert_eq!(server.database().rows("SELECT count(*) FROM files WHERE posted_at IS NOT NULL"), ["0"]);
}

#[tokio::test]
async fn fifty_files_fit_into_a_message_and_one_more_does_not() {
    let mut server = TestServer::start().await;
    let hall = group(&server.group("hall", &["ada"]).await);
    let ada = server.person("ada").await;
    let mut files = Vec::new();
    for number in 0..51 {
        files.push(ada.upload(&format!("{number}.bin"), &bytes(&number.to_string(), 8)).await);
    }
    let all: Vec<&Value> = files.iter().collect();
    ada.try_to_post(&hall, "", &all).await.refused(422, "invalid");
    assert_eq!(ada.post_files(&hall, "", &all[..50]).await["attachments"], json!(files[..50]));
}

/// A43: what was said again elsewhere stays there.
#[tokio::test]
async fn a_file_may_be_shown_again_by_who_can_read_it_and_goes_with_the_last_message() {
    let mut server = TestServer::start().await;
    let hall = group(&server.group("hall", &["ada", "ben"]).await);
    let den = group(&server.private_group("den", &["ben", "cleo"]).await);
    let (ada, ben, cleo) = (server.person("ada").await, server.person("ben").await, server.person("cleo").await);
    let file = ada.upload("plan.bin", &bytes("plan", 100)).await;
    let first = ada.post_files(&hall, "", &[&file]).await;
    cleo.open_file(&file).await.refused(404, "not_found");

    let second = ben.post_files(&den, "look", &[&file]).await;
    assert_eq!(cleo.open_file(&file).await.status, 200);
    ada.delete(&format!("/messages/{}", text(&first["id"]))).await.expect(204);
    ada.open_file(&file).await.refused(404, "not_found");
    assert_eq!(ben.open_file(&file).await.status, 200);
    assert_eq!(cleo.open_file(&file).await.status, 200);

    ben.delete(&format!("/messages/{}", text(&second["id"]))).await.expect(204);
    for person in [&ada, &ben, &cleo] {
        person.open_file(&file).await.refused(404, "not_found");
    }
    assert_eq!(ben.history(&den).await[0]["attachments"], json!([]));
    assert_eq!(ada.get("/me/storage").await.expect(200)["used_bytes"], 0);
}

#[tokio::test]
async fn a_text_may_be_taken_out_of_a_message_with_files_but_not_out_of_another() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada"]).await;
    let ada = server.person("ada").await;
    let file = ada.upload("a", &bytes("a", 10)).await;
    let with = ada.post_files(&group(&hall), "a word", &[&file]).await;
    let without = ada.say(&hall, "a word").await;
    let edit = |message: &Value| format!("/messages/{}", text(&message["id"]));

    let silent = ada.patch(&edit(&with), json!({ "version": 1, "content": " " })).await.expect(200);
    assert_eq!((&silent["content"], &silent["attachments"]), (&json!(""), &with["attachments"]));
    let refused = ada.patch(&edit(&without), json!({ "version": 1, "content": " " })).await.refused(422, "invalid");
    assert_eq!(refused["field"], "content");
}

#[tokio::test]
async fn a_file_whose_time_is_over_is_gone_at_once_and_then_from_its_message() {
    let mut server = TestServer::start().await;
    let hall = group(&server.group("hall", &["ada", "ben"]).await);
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let mut window = ben.connect(None).await;
    let begun = json!({ "name": "brief.bin", "size_bytes": 10, "expires_at": "2100-01-01T00:00:00Z" });
    let id = text(&ada.post("/uploads", begun).await.expect(201)["id"]);
    ada.piece(&id, 0, &bytes("brief", 10)).await.expect(200);
    let file = ada.finish_upload(&id).await.expect(201);
    assert_eq!(file["expires_at"], "2100-01-01T00:00:00.000Z");
    let message = ada.post_files(&hall, "", &[&file]).await;
    window.event("message_created").await;
    for past in ["2020-01-01T00:00:00Z", "1970-01-01T00:00:00Z"] {
        let late = json!({ "name": "a", "size_bytes": 1, "expires_at": past });
        assert_eq!(ada.post("/uploads", late).await.refused(422, "invalid")["field"], "expires_at");
    }

    server.database().run("UPDATE files SET expires_at = 1");

    ben.open_file(&file).await.refused(404, "not_found");
    ada.get(&format!("/files/{id}")).await.refused(404, "not_found");
    let updated = window.event("message_updated").await["message"].clone();
    assert_eq!((&updated["id"], &updated["attachments"]), (&message["id"], &json!([])));
    assert_eq!(updated["version"], message["version"]);
    assert_eq!(ben.history(&hall).await, [updated]);
    assert_eq!(server.database().rows("SELECT count(*) FROM files"), ["0"]);
}
