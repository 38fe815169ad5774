//! Taking up what is old, holding back, and being looked over.

use super::*;

#[tokio::test]
async fn what_was_said_before_there_was_an_index_is_taken_up_while_the_server_runs() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada"]).await;
    let ada = server.person("ada").await;
    for n in 0..40 {
        ada.say(&hall, &format!("vent number {n} in the greenhouse")).await;
    }
    assert_eq!(server.stop(), Some(0));
    let database = server.database();
    for sql in [
        "INSERT INTO message_index (message_index) VALUES ('delete-all')",
        "DELETE FROM search_words",
        "DELETE FROM search_segments",
        "UPDATE search_progress SET (unread_below, read_up_to, words_up_to) = (SELECT max(seq) + 1, max(seq), max(seq) FROM messages)",
    ] {
        database.run(sql);
    }
    drop(database);
    server.start_again();

    ada.say(&hall, "vent said at once").await;
    assert_eq!(found(&ada, "once").await, ["vent said at once"]);
    while ask(&ada, "vent", "").await["is_reading"] == true {}

    assert_eq!(found(&ada, "vent").await.len(), 41);
    assert_eq!(found(&ada, "house").await.len(), 40);
    assert!(server.cli(&["doctor"]).contains("ok   search"));
}

#[tokio::test]
async fn what_is_said_is_found_at_once_whether_the_index_has_it_or_not() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    for round in 0..5 {
        let all = (0..60).map(|n| format!("vent in round {round} by number{round}x{n}"));
        let all = all.map(async |text| ada.say(&hall, &text).await);
        futures_util::future::join_all(all).await;
        let slip = ben.say(&hall, &format!("late{round} for round {round}")).await;

        assert_eq!(found(&ben, &format!("number{round}x59")).await.len(), 1);
        assert_eq!(found(&ada, &format!("late{round}")).await.len(), 1);
        ben.delete(&format!("/messages/{}", slip["id"].as_str().unwrap())).await.expect(204);
        assert_eq!(found(&ada, &format!("late{round}")).await, [""; 0]);
        assert_eq!(ask(&ada, &format!("\"round {round}\""), "&limit=100").await["items"].as_array().unwrap().len(), 60);
    }
    assert_eq!(server.stop(), Some(0));
    server.start_again();
    assert_eq!(ask(&ada, "vent", "&limit=100").await["items"].as_array().unwrap().len(), 100);
    assert!(server.cli(&["doctor"]).contains("ok   search"));
}

/// F36.
#[tokio::test]
async fn who_writes_does_not_wait_for_those_who_search() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    for n in 0..30 {
        ada.say(&hall, &format!("vent number {n}")).await;
    }
    let searches = (0..150).map(|_| ada.get("/search?q=vent&sort=best"));
    let says = async {
        for n in 0..20 {
            ben.say(&hall, &format!("said meanwhile {n}")).await;
        }
    };
    let (answers, ()) = futures_util::future::join(futures_util::future::join_all(searches), says).await;

    for answer in answers {
        // More than the line holds are told to come again.
        assert!(matches!(answer.status, 200 | 429 | 503), "{} {}", answer.status, answer.body);
    }
    assert_eq!(found(&ben, "meanwhile").await.len(), 20);
}

#[tokio::test]
async fn the_doctor_sees_an_index_that_lacks_something() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada"]).await;
    server.person("ada").await.say(&hall, "vent").await;
    while server.database().rows("SELECT read_up_to FROM search_progress") == ["0"] {}
    assert_eq!(server.stop(), Some(0));
    assert!(server.cli(&["doctor"]).contains("ok   search"));

    server.database().run("INSERT INTO message_index (message_index) VALUES ('delete-all')");

    let doctor = std::process::Command::new(env!("CARGO_BIN_EXE_parlor"))
        .args(["doctor", "--data-dir"])
        .arg(server.data_dir())
        .output()
        .unwrap();
    let said = String::from_utf8(doctor.stdout).unwrap();
    assert!(!doctor.status.success() && said.contains("BAD  search"), "{said}");
}
