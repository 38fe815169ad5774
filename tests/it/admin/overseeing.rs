//! How the server does and what it stores.

use crate::harness::*;

#[tokio::test]
async fn what_is_stored_is_counted_by_kind_and_by_person() {
    let mut server = TestServer::with(&[("PARLOR_FILES_SERVER_BYTES", "1000000")]).await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let [olive, ada, ben] = [server.person("olive").await, server.person("ada").await, server.person("ben").await];
    let words = ada.upload("words.txt", b"some words").await;
    let more = ben.upload("more.txt", b"some words").await;
    ada.post_files(&format!("/groups/{hall}"), "", &[&words]).await;
    ben.post_files(&format!("/groups/{hall}"), "", &[&more]).await;
    ben.begin_upload("later.bin", 1_000).await.expect(201);

    let report = olive.get("/admin/storage").await.expect(200);

    assert_eq!((&report["files_bytes"], &report["awaited_bytes"]), (&json!(10), &json!(1_000)));
    assert_eq!(report["files_quota_bytes"], 1_000_000);
    assert_eq!(report["kinds"][0], json!({ "kind": "text", "count": 1, "bytes": 10 }), "the same content is kept once");
    assert_eq!(report["kinds"].as_array().unwrap().len(), 5);
    let people: Vec<_> =
        report["people"].as_array().unwrap().iter().map(|p| (&p["user"]["name"], &p["bytes"])).collect();
    assert_eq!(people, [(&json!("Ben"), &json!(1_010)), (&json!("Ada"), &json!(10))]);
    assert!(report["database_bytes"].as_i64().unwrap() > 0 && report["log_bytes"].as_i64().unwrap() > 0);
    let disk = &report["disk"];
    assert!(disk["total_bytes"].as_u64() >= disk["available_bytes"].as_u64());
}

#[tokio::test]
async fn a_healthy_server_says_so_and_how_it_does() {
    let mut server = TestServer::start().await;
    let lounge = server.lounge.clone();
    let [olive, ada] = [server.person("olive").await, server.person("ada").await];
    let before = olive.get("/admin/health").await.expect(200);
    let _sockets = server.connect(["ada", "olive"]).await;
    ada.say(&lounge, "hello").await;

    let report = olive.get("/admin/health").await.expect(200);

    assert_eq!((&report["storage"], &report["clock_is_believed"]), (&json!("fine"), &json!(true)));
    assert_eq!(report["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(report["connections"], 2);
    assert!(report["writer_ms"].is_u64() && report["uptime_secs"].is_u64());
    assert!(report["memory_bytes"].as_u64().unwrap() > 1_000_000);
    let count = |report: &Value| report["messages_in_last_day"].as_i64().unwrap();
    assert_eq!(count(&report), count(&before) + 1);
    assert_eq!(report["last_backup"], Value::Null);
}

#[tokio::test]
async fn the_last_backup_is_known_once_there_is_one() {
    let mut server = TestServer::start().await;
    let olive = server.person("olive").await;

    let path = server.cli(&["backup"]);

    let size = std::fs::metadata(server.data_dir().join("..").join(path.trim_end())).unwrap().len();
    let report = olive.get("/admin/health").await.expect(200);
    assert_eq!(report["last_backup"]["size_bytes"], size);
    assert!(text(&report["last_backup"]["at"]) <= text(&report["checked_at"]));
}
