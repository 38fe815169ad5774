//! The process is frozen, out of file handles, unheard, killed while it starts, or started where another one is.

use std::time::Duration;

use tokio::net::TcpStream;

use crate::harness::*;

#[tokio::test]
async fn a_server_killed_while_it_starts_finishes_the_next_time() {
    let mut random = Random::from_environment();
    let mut server = TestServer::start().await;
    let lounge = server.lounge.clone();
    let ada = server.person("ada").await;
    let said = ada.say(&lounge, "before").await;
    server.kill();
    for _ in 0..10 {
        server.start_and_kill_after(Duration::from_millis(random.below(60) as u64));
    }

    server.start_again();

    assert_eq!(ada.history(&format!("/groups/{lounge}")).await, [said]);
    let answer: String = server.database().query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(answer, "ok");
}

#[tokio::test]
async fn a_first_start_that_was_killed_leaves_nothing_in_the_way_of_the_next() {
    let mut random = Random::from_environment();
    let directory = tempfile::tempdir().unwrap();
    for _ in 0..10 {
        let mut child = program(directory.path(), &[])
            .args(["serve", "--listen", "127.0.0.1:0", "--data-dir", "data"])
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(random.below(60) as u64));
        child.kill().unwrap();
        child.wait().unwrap();
    }

    let mut server = TestServer::not_set_up_in(directory, &[]).set_up().await;

    let lounge = server.lounge.clone();
    server.person("ada").await.say(&lounge, "hello").await;
}

#[tokio::test]
async fn a_frozen_server_goes_on_where_it_was() {
    let mut server = TestServer::start().await;
    let lounge = server.lounge.clone();
    let [mut ada, mut ben] = server.connect(["ada", "ben"]).await;

    server.signal("-STOP");
    let draft = json!({ "group_id": lounge, "client_id": new_id(), "content": "is anybody there?" });
    ada.ask("send_message", draft).await;
    server.signal("-CONT");

    assert_eq!(ben.event("message_created").await["message"]["content"], "is anybody there?");
    ada.event("ack").await;
}

#[tokio::test]
async fn without_file_handles_people_who_are_in_go_on_and_others_come_in_later() {
    let mut server = TestServer::start().await;
    let lounge = server.lounge.clone();
    let [mut ada, mut ben] = server.connect(["ada", "ben"]).await;
    server.leave_files(10);

    let mut crowd = Vec::new();
    for _ in 0..100 {
        crowd.push(TcpStream::connect(server.address()).await.unwrap());
    }
    for number in 0..10 {
        let draft = json!({ "group_id": lounge, "client_id": new_id(), "content": format!("number {number}") });
        let sent = ada.ack("send_message", draft).await;
        assert_eq!(ben.event("message_created").await["message"], sent["message"]);
    }

    drop(crowd);
    assert_eq!(server.person("ada").await.history(&format!("/groups/{lounge}")).await.len(), 10);
    server.person("ada").await.connect(None).await;
    server.may_log_errors();
}

#[tokio::test]
async fn a_server_to_which_nobody_listens_goes_on_serving() {
    let mut server = TestServer::start().await;
    let lounge = server.lounge.clone();
    let ada = server.person("ada").await;

    let unheard = server.restart_unheard(&ada).await;
    for number in 0..50 {
        ada.say(&lounge, &format!("number {number}")).await;
    }

    assert_eq!(ada.history(&format!("/groups/{lounge}")).await.len(), 50);
    assert_eq!(unheard.stop(), Some(0));
}

#[tokio::test]
async fn a_second_server_on_the_same_data_is_refused_and_does_the_first_no_harm() {
    let mut server = TestServer::start().await;
    let lounge = server.lounge.clone();
    let ada = server.person("ada").await;

    let second = server.run(&["serve", "--listen", "127.0.0.1:0", "--data-dir", "data"]);

    assert_eq!((second.code, second.out.as_str()), (Some(1), ""));
    assert!(second.err.contains("already in use by another Parlor"), "{}", second.err);
    assert_eq!(second.err.lines().count(), 1, "{}", second.err);
    ada.say(&lounge, "still here").await;
}

#[tokio::test]
async fn a_port_that_is_taken_is_named_and_nothing_is_made() {
    let server = TestServer::start().await;

    let second = server.run(&["serve", "--listen", &server.address().to_string(), "--data-dir", "other"]);

    assert_eq!((second.code, second.out.as_str()), (Some(1), ""));
    let line = format!("cannot listen on {}", server.address());
    assert!(second.err.contains(&line) && second.err.contains("--listen"), "{}", second.err);
    assert!(!server.data_dir().with_file_name("other").exists());
}

#[tokio::test]
async fn an_older_program_refuses_newer_data_and_touches_none_of_it() {
    let mut server = TestServer::start().await;
    assert_eq!(server.stop(), Some(0));
    server.database().execute_batch("PRAGMA user_version = 4711").unwrap();
    let file = server.data_dir().join("parlor.db");
    let before = std::fs::read(&file).unwrap();

    let done = server.run(&["serve", "--listen", "127.0.0.1:0", "--data-dir", "data"]);

    assert_eq!((done.code, done.out.as_str()), (Some(1), ""));
    assert!(done.err.contains("version 4711") && done.err.contains("versions up to"), "{}", done.err);
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[tokio::test]
async fn of_two_who_change_a_group_the_second_is_shown_how_it_stands() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let [ada, olive] = [server.person("ada").await, server.person("olive").await];
    let version = ada.get(&format!("/groups/{hall}")).await.expect(200)["version"].clone();
    let change = |topic: &str| json!({ "version": version, "topic": topic });

    ada.patch(&format!("/groups/{hall}"), change("first")).await.expect(200);
    let late = olive.patch(&format!("/groups/{hall}"), change("second")).await.refused(409, "stale");

    assert_eq!(late["current"]["topic"], "first");
    assert_eq!(ada.get(&format!("/groups/{hall}")).await.expect(200)["topic"], "first");
}
