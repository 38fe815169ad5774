//! The disk is full, the database is held by somebody else, the clock is wrong.

use std::fs::{self, DirBuilder, File};
use std::io::Write as _;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::harness::*;

/// A small disk at a directory, for as long as this lives. Only root can have one, if only in a namespace of its own
/// (`unshare --map-root-user --mount scripts/test`); elsewhere the test fails.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn at(directory: &Path) -> Self {
        DirBuilder::new().mode(0o700).create(directory).unwrap();
        let options = ["-t", "tmpfs", "-o", "size=3m,mode=0700", "small"];
        let mounted = Command::new("mount").args(options).arg(directory).status();
        assert!(mounted.is_ok_and(|status| status.success()), "a small disk can only be mounted by root");
        Self(directory.to_owned())
    }

    /// Leaves not a byte; the file that takes them.
    fn fill(&self) -> PathBuf {
        let path = self.0.join("something-else");
        let mut file = File::create(&path).unwrap();
        for size in [65_536, 4_096, 1] {
            while file.write_all(&vec![0; size]).is_ok() {}
        }
        path
    }

    fn make_read_only(&self) {
        assert!(Command::new("mount").args(["-o", "remount,ro"]).arg(&self.0).status().unwrap().success());
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Lazily, since the server may still be ending.
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

#[tokio::test]
async fn on_a_full_disk_reading_goes_on_and_writing_goes_on_once_there_is_space() {
    let directory = tempfile::tempdir().unwrap();
    let disk = SmallDisk::at(&directory.path().join("data"));
    let mut server = TestServer::not_set_up_in(directory, &[]).set_up().await;
    let path = format!("/groups/{}/messages", server.lounge);
    let ada = server.person("ada").await;
    let mut window = ada.connect(None).await;
    let mut acknowledged = Vec::new();

    let ballast = disk.fill();
    let refused = loop {
        let input = json!({ "client_id": new_id(), "content": "x".repeat(9_000) });
        let answer = ada.post(&path, input).await;
        if answer.status != 201 {
            break answer;
        }
        acknowledged.push(answer.body["message"]["id"].clone());
    };
    assert!(refused.headers.contains_key("retry-after"));
    refused.refused(507, "storage_full");
    let small = json!({ "group_id": server.lounge, "client_id": new_id(), "content": "a word" });
    for _ in 0..20 {
        window.refused("send_message", small.clone(), "storage_full").await;
    }
    assert_eq!(ids(&ada, &server.lounge).await, acknowledged);

    fs::remove_file(ballast).unwrap();
    let sent = window.ack("send_message", small).await;
    acknowledged.push(sent["message"]["id"].clone());
    server.kill_and_restart();
    assert_eq!(ids(&ada, &server.lounge).await, acknowledged);
}

#[tokio::test]
async fn a_server_does_not_start_where_nothing_can_be_written_and_says_where() {
    let directory = tempfile::tempdir().unwrap();
    let disk = SmallDisk::at(&directory.path().join("data"));
    let mut server = TestServer::not_set_up_in(directory, &[]).set_up().await;
    assert_eq!(server.stop(), Some(0));
    disk.make_read_only();

    let done = server.run(&["serve", "--listen", "127.0.0.1:0", "--data-dir", "data"]);

    assert_eq!((done.code, done.out.as_str()), (Some(1), ""));
    assert!(done.err.starts_with("parlor: data: "), "{}", done.err);
    assert_eq!(done.err.lines().count(), 1, "{}", done.err);
}

async fn ids(person: &Person, group: &str) -> Vec<Value> {
    person.history(&format!("/groups/{group}")).await.iter().map(|message| message["id"].clone()).collect()
}

#[tokio::test]
async fn a_write_waits_for_somebody_who_holds_the_database_and_gives_up_after_a_while() {
    let mut server = TestServer::start().await;
    let lounge = server.lounge.clone();
    let path = format!("/groups/{lounge}/messages");
    let ada = server.person("ada").await;
    let holder = server.database();

    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let input = json!({ "client_id": new_id(), "content": "patience" });
    let request = tokio::spawn({
        let (ada, path) = (ada.clone(), path.clone());
        async move { ada.post(&path, input).await }
    });
    assert!(ada.history(&format!("/groups/{lounge}")).await.is_empty());
    holder.execute_batch("COMMIT").unwrap();
    request.await.unwrap().expect(201);

    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let refused = ada.post(&path, json!({ "client_id": new_id(), "content": "too long" })).await;
    assert_eq!(refused.headers["retry-after"], "1");
    refused.refused(503, "busy");
    holder.execute_batch("COMMIT").unwrap();
    ada.say(&lounge, "and on").await;
    assert_eq!(ada.history(&format!("/groups/{lounge}")).await.len(), 2);
}

#[tokio::test]
async fn when_too_many_writes_wait_the_rest_is_told_to_come_back() {
    let mut server = TestServer::with(&[("PARLOR_STORE_WRITE_QUEUE", "16")]).await;
    let lounge = server.lounge.clone();
    let ada = server.person("ada").await;
    let holder = server.database();

    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let mut sending = tokio::task::JoinSet::new();
    for number in 0..60 {
        let (ada, path) = (ada.clone(), format!("/groups/{lounge}/messages"));
        let input = json!({ "client_id": new_id(), "content": format!("number {number}") });
        sending.spawn(async move { ada.post(&path, input).await });
    }
    // The first answers are those that find the queue full.
    let mut answers = Vec::new();
    while answers.len() < 20 {
        answers.push(sending.join_next().await.unwrap().unwrap());
    }
    holder.execute_batch("COMMIT").unwrap();
    answers.extend(sending.join_all().await);

    let (done, refused): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status == 201);
    assert!(refused.len() >= 20 && done.len() >= 16, "{} and {}", refused.len(), done.len());
    for answer in refused {
        assert_eq!(answer.headers["retry-after"], "1");
        answer.refused(503, "busy");
    }
    assert_eq!(ada.history(&format!("/groups/{lounge}")).await.len(), done.len());
}

#[tokio::test]
async fn a_clock_that_was_a_day_ahead_has_put_nothing_in_disorder() {
    let mut server = TestServer::start().await;
    let lounge = server.lounge.clone();
    let ada = server.person("ada").await;
    ada.say(&lounge, "tomorrow").await;
    let seq = ada.get("/bootstrap").await.expect(200)["seq"].as_i64().unwrap();
    assert_eq!(server.stop(), Some(0));
    server
        .database()
        .execute_batch(
            "UPDATE messages SET created_at = created_at + 86400000;
             UPDATE events SET created_at = created_at + 86400000;
             UPDATE group_members SET joined_at = joined_at + 86400000;
             UPDATE sessions SET created_at = created_at + 86400000, last_active_at = last_active_at + 86400000,
                                 password_at = password_at + 86400000, expires_at = expires_at + 86400000;
             UPDATE user_status SET updated_at = updated_at + 86400000;",
        )
        .unwrap();

    server.start_again();
    let mut window = ada.connect(Some(seq)).await;
    let today = ada.say(&lounge, "today").await;

    assert_eq!(window.event("message_created").await["message"], today);
    let history = ada.history(&format!("/groups/{lounge}")).await;
    // Ada's coming is the first line.
    let order: Vec<_> = history.iter().map(|message| (text(&message["content"]), message["ordinal"].clone())).collect();
    assert_eq!(order, [("tomorrow".to_owned(), json!(2)), ("today".to_owned(), json!(3))]);
    let group = ada.get("/bootstrap").await.expect(200)["groups"][0].clone();
    assert_eq!(group["last_ordinal"], group["membership"]["last_read_ordinal"]);
}
