//! The storage goes read-only, a flush fails, a page is damaged: what was acknowledged stays, and what is wrong is said.

use std::fs;

use crate::harness::*;

async fn health(server: &TestServer) -> Answer {
    let anybody = server.stranger();
    anybody.send(anybody.at(Method::GET, "/health")).await
}

fn draft(content: &str) -> Value {
    json!({ "client_id": new_id(), "content": content })
}

/// F7.
#[tokio::test]
async fn on_a_storage_gone_read_only_reading_and_sockets_go_on_and_writing_once_it_can_be_written() {
    let (mut server, ailing) = Ailing::server().await;
    let lounge = server.lounge.clone();
    let (path, ada) = (format!("/groups/{lounge}/messages"), server.person("ada").await);
    let [mut window, mut ben] = server.connect(["ada", "ben"]).await;
    let before = ada.say(&lounge, "before").await;

    ailing.begin("read-only");
    for _ in 0..3 {
        let refused = ada.post(&path, draft("lost")).await;
        assert!(refused.headers.contains_key("retry-after"));
        refused.refused(503, "read_only");
        let input = json!({ "group_id": lounge, "client_id": new_id(), "content": "lost" });
        window.refused("send_message", input, "read_only").await;
    }
    server
        .stranger()
        .post("/sessions", json!({ "login": "ada", "password": PASSWORD }))
        .await
        .refused(503, "read_only");
    health(&server).await.refused(503, "read_only");
    assert_eq!(ada.history(&format!("/groups/{lounge}")).await, std::slice::from_ref(&before));
    window.ask("typing", json!({ "group_id": lounge })).await;
    ben.event("typing").await;

    ailing.end("read-only");
    // Nobody writes meanwhile: it finds out by itself.
    while health(&server).await.status != 200 {}
    let after = ada.say(&lounge, "after").await;
    ben.frame(|frame| frame["data"]["message"] == after).await;
    server.kill_and_restart();
    assert_eq!(ada.history(&format!("/groups/{lounge}")).await, [before, after]);
}

/// F4.
#[tokio::test]
async fn after_a_flush_that_failed_nothing_is_acknowledged_until_the_server_is_started_again() {
    let (mut server, ailing) = Ailing::server().await;
    server.may_log_errors();
    let lounge = server.lounge.clone();
    let (path, ada) = (format!("/groups/{lounge}/messages"), server.person("ada").await);
    let before = ada.say(&lounge, "before").await;
    let in_doubt = draft("in doubt");

    ailing.begin("flush-fails");
    ada.post(&path, in_doubt.clone()).await.refused(503, "read_only");
    ailing.end("flush-fails");
    for _ in 0..3 {
        ada.post(&path, draft("refused")).await.refused(503, "read_only");
    }
    health(&server).await.refused(503, "read_only");
    assert_eq!(ada.history(&format!("/groups/{lounge}")).await, std::slice::from_ref(&before));

    server.kill_and_restart();
    health(&server).await.expect(200);
    // Who retries what was in doubt finds it once.
    let sent = ada.post(&path, in_doubt).await;
    assert!([200, 201].contains(&sent.status), "{sent:?}");
    let after = ada.say(&lounge, "after").await;
    assert_eq!(ada.history(&format!("/groups/{lounge}")).await, [before, sent.body["message"].clone(), after]);
}

/// F10.
#[tokio::test]
async fn on_a_slow_disk_many_share_one_flush() {
    let (mut server, ailing) = Ailing::server().await;
    let lounge = server.lounge.clone();
    let (path, ada) = (format!("/groups/{lounge}/messages"), server.person("ada").await);
    ailing.set("flush-ms", 200);
    let mut sending = tokio::task::JoinSet::new();
    for number in 0..60 {
        let (ada, path, input) = (ada.clone(), path.clone(), draft(&format!("number {number}")));
        sending.spawn(async move { ada.post(&path, input).await.expect(201) });
    }
    sending.join_all().await;
    let flushes = ailing.count("flushes");
    assert!(flushes < 30, "60 messages took {flushes} flushes");
    assert_eq!(ada.history(&format!("/groups/{lounge}")).await.len(), 60);
}

/// F17.
#[tokio::test]
async fn on_damaged_ground_nothing_is_written_and_what_can_be_read_is_read() {
    let mut server = TestServer::start().await;
    server.may_log_errors();
    let lounge = server.lounge.clone();
    let ada = server.person("ada").await;
    let mut said = Vec::new();
    for number in 0..200 {
        said.push(ada.say(&lounge, &format!("number {number} {}", "x".repeat(700))).await);
    }
    server.cli(&["backup"]);
    // What the index of search does not have yet would be read when the server starts, and the damage be found then.
    while server.database().rows("SELECT words_up_to < (SELECT max(seq) FROM messages) FROM search_progress") == ["1"] {
    }
    assert_eq!(server.stop(), Some(0));
    damage_page_with(&server.data_dir().join("parlor.db"), "number 100 ");

    server.start_again();
    let path = format!("/groups/{lounge}/messages");
    let newest = ada.get(&format!("{path}?limit=5")).await.expect(200);
    assert_eq!(newest["messages"].as_array().unwrap(), &said[195..]);
    health(&server).await.expect(200);
    let around = ada.get(&format!("{path}?limit=10&before={}", text(&said[110]["id"]))).await;
    around.refused(500, "internal");

    health(&server).await.refused(503, "read_only");
    ada.post(&path, draft("on sand")).await.refused(503, "read_only");
    assert_eq!(ada.get(&format!("{path}?limit=5")).await.expect(200), newest);
    let copies: Vec<_> = fs::read_dir(server.data_dir().join("backups")).unwrap().collect();
    let copy = copies[0].as_ref().unwrap().file_name().into_string().unwrap();
    assert!(server.log().contains(&copy), "the log names {copy}: {}", server.log());
}

/// Breaks the page of the database in which these words stand.
fn damage_page_with(file: &std::path::Path, words: &str) {
    const PAGE: usize = 4096;
    let mut bytes = fs::read(file).unwrap();
    let at = bytes.windows(words.len()).position(|found| found == words.as_bytes()).unwrap();
    let page = at / PAGE * PAGE;
    bytes[page..page + PAGE].fill(0xa5);
    fs::write(file, bytes).unwrap();
}

/// F9.
#[tokio::test]
async fn the_log_is_folded_into_the_database_while_people_read_and_write() {
    let roomy = [
        ("PARLOR_LIMITS_FRAMES_PER_SECOND", "10000"),
        ("PARLOR_LIMITS_FRAMES_BURST", "10000"),
        ("PARLOR_LIMITS_OUTBOX_BYTES", "16777216"),
    ];
    let mut server = TestServer::with(&roomy).await;
    let lounge = server.lounge.clone();
    let ada = server.person("ada").await;
    let log = server.data_dir().join("parlor.db-wal");
    let [mut window] = server.connect(["ada"]).await;
    let (mut longest, mut whole) = (0, 0);
    for _ in 0..12 {
        let mut asked = Vec::new();
        for number in 0..50 {
            let content = format!("{number} {}", "x".repeat(15_000));
            whole += content.len() as u64;
            let input = json!({ "group_id": lounge, "client_id": new_id(), "content": content });
            asked.push(window.ask("send_message", input).await);
        }
        for id in asked {
            assert_eq!(window.frame(|frame| frame["reply_to"] == id).await["type"], "ack");
        }
        ada.get(&format!("/groups/{lounge}/messages?limit=50")).await.expect(200);
        longest = longest.max(fs::metadata(&log).unwrap().len());
    }
    assert!(longest < whole && longest < 64 << 20, "of {whole} bytes said, {longest} were in the log at once");
}
