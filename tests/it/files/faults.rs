//! What breaks under uploads.

use super::{bytes, group, kept};
use crate::harness::*;

/// F16: counted in the log.
#[tokio::test]
async fn what_the_last_end_left_half_done_is_set_right_at_the_start() {
    let mut server = TestServer::start().await;
    let hall = group(&server.group("hall", &["ada"]).await);
    let ada = server.person("ada").await;
    let file = ada.upload("whole", &bytes("whole", 100)).await;
    ada.post_files(&hall, "", &[&file]).await;
    let begun = async || {
        let id = text(&ada.begin_upload("half", 20).await.expect(201)["id"]);
        ada.piece(&id, 0, &[1; 10]).await.expect(200);
        id
    };
    let (good, lost) = (begun().await, begun().await);
    server.kill();
    let data = server.data_dir();
    std::fs::remove_file(data.join("uploads").join(&lost)).unwrap();
    std::fs::write(data.join("uploads").join(new_id()), "nobody's").unwrap();
    let shelf = data.join("files/ab");
    std::fs::create_dir_all(&shelf).unwrap();
    std::fs::write(shelf.join("cd".repeat(31)), "without a row").unwrap();
    std::fs::write(shelf.join(".tmp1234.part"), "unfinished").unwrap();

    server.start_again();
    super::until(async || server.log().contains("settled what was left half done")).await;

    let log = server.log();
    assert!(log.contains("stray_uploads=1 lost_uploads=1 stray_contents=1"), "{log}");
    assert_eq!(kept(&server, "uploads"), [data.join("uploads").join(&good)]);
    assert_eq!(kept(&server, "files").len(), 1);
    ada.get(&format!("/uploads/{lost}")).await.refused(404, "not_found");
    ada.piece(&good, 10, &[1; 10]).await.expect(200);
    ada.finish_upload(&good).await.expect(201);
    assert_eq!(ada.open_file(&file).await.bytes, bytes("whole", 100));
}

/// F2, F28: whatever was finished is there, wherever the server was killed.
#[tokio::test]
async fn what_was_answered_of_uploads_survives_kills_at_any_moment() {
    let mut random = Random::from_environment();
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let mut whole: Vec<(Value, Vec<u8>)> = Vec::new();
    for round in 0..6 {
        let content = bytes(&format!("round {round}"), 400_000 + random.below(200_000));
        let id = text(&ada.begin_upload("a", content.len()).await.expect(201)["id"]);
        let person = ada.clone();
        let (told, hears) = tokio::sync::watch::channel(0);
        let sending = {
            let (id, content) = (id.clone(), content.clone());
            tokio::spawn(async move {
                for at in (0..content.len()).step_by(50_000) {
                    let piece = &content[at..content.len().min(at + 50_000)];
                    let path = format!("/uploads/{id}?offset={at}");
                    let request = person.request(Method::PUT, &path).header("content-type", "application/octet-stream");
                    let answer = person.try_to_send(request.body(piece.to_vec())).await.ok()?;
                    told.send(answer.expect(200)["received_bytes"].as_u64().unwrap() as usize).unwrap();
                }
                let request = person.request(Method::POST, &format!("/uploads/{id}/finish")).json(&json!({}));
                person.try_to_send(request).await.ok().map(|answer| answer.expect(201))
            })
        };
        let mut heard = hears.clone();
        for _ in 0..random.below(9) {
            if heard.changed().await.is_err() {
                break;
            }
        }
        tokio::time::sleep(std::time::Duration::from_micros(random.below(4_000) as u64)).await;

        server.kill_and_restart();

        let finished = sending.await.unwrap();
        let stands = ada.get(&format!("/uploads/{id}")).await;
        let file = match (finished, stands.status) {
            (Some(file), _) => file,
            (None, 200) => {
                let received = stands.body["received_bytes"].as_u64().unwrap() as usize;
                assert!(received >= *hears.borrow(), "{received} bytes are left of {}", *hears.borrow());
                if received < content.len() {
                    ada.piece(&id, received, &content[received..]).await.expect(200);
                }
                ada.finish_upload(&id).await.expect(201)
            }
            // Finished, and the answer was lost.
            (None, _) => ada.finish_upload(&id).await.expect(201),
        };
        whole.push((file, content));
        for (file, content) in &whole {
            assert_eq!(ada.open_file(file).await.bytes, content);
        }
    }
}

/// Beside a slow upload, words go on as if there were none; and one who holds many pieces open keeps nobody else out.
#[tokio::test]
async fn uploads_that_do_not_come_on_disturb_nobody() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let mut held = Vec::new();
    for _ in 0..6 {
        let id = text(&ada.begin_upload("slow", 1000).await.expect(201)["id"]);
        let head = format!(
            "PUT /api/v1/uploads/{id}?offset=0 HTTP/1.1\r\nHost: parlor\r\nAuthorization: Bearer {}\r\n\
             Content-Type: application/octet-stream\r\nContent-Length: 1000\r\n\r\nsome",
            ada.token.as_ref().unwrap()
        );
        held.push((id, wire(&server, head.as_bytes()).await));
    }
    // The same upload, or one more, has to wait; cancelling one waits as well.
    let more = text(&ada.begin_upload("more", 10).await.expect(201)["id"]);
    for id in [&held[0].0, &more] {
        super::until(async || {
            let answer = ada.piece(id, 0, &[]).await;
            answer.status == 503 && answer.body["code"] == "busy" && answer.headers.contains_key("retry-after")
        })
        .await;
    }

    ada.say(&hall, "still here").await;
    let file = ben.upload("quick", &bytes("quick", 100_000)).await;
    assert_eq!(ben.open_file(&file).await.status, 200);
    held.clear();
    super::until(async || ada.piece(&more, 0, &[1; 10]).await.status == 200).await;
}
