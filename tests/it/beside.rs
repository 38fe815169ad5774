//! The command line on the data of a server that is running.

use crate::harness::*;

#[tokio::test]
async fn an_account_made_beside_a_server_is_heard_of_and_can_sign_in_at_once() {
    let mut server = TestServer::start().await;
    let [mut ada] = server.connect(["ada"]).await;

    let password = server.cli(&["user", "create", "ruth", "--name", "Ruth Okafor"]);

    assert_eq!(ada.event("user_updated").await["user"]["name"], "Ruth Okafor");
    assert_eq!(ada.event("member_added").await["user"]["username"], "ruth");
    let input = json!({ "login": "ruth", "password": password.trim_end(), "token": true });
    server.stranger().post("/sessions", input).await.expect(201);
}

#[tokio::test]
async fn a_password_reset_beside_a_server_closes_what_was_open() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let [mut socket, mut ben] = server.connect(["ada", "ben"]).await;

    let password = server.cli(&["user", "reset-password", "ada"]);

    socket.ended().await;
    ada.get("/bootstrap").await.refused(401, "unauthenticated");
    ben.heard_nothing().await;
    let sign_in = |password: &str| json!({ "login": "ada", "password": password, "token": true });
    server.stranger().post("/sessions", sign_in(PASSWORD)).await.refused(401, "wrong_credentials");
    server.stranger().post("/sessions", sign_in(password.trim_end())).await.expect(201);
}

#[tokio::test]
async fn an_account_closed_beside_a_server_is_out_until_it_is_opened_again() {
    let mut server = TestServer::start().await;
    let [mut ada, mut ben] = server.connect(["ada", "ben"]).await;
    let sign_in = json!({ "login": "ada", "password": PASSWORD, "token": true });

    server.cli(&["user", "deactivate", "ada"]);
    ada.ended().await;
    assert_eq!(ben.event("user_updated").await["user"]["is_active"], false);
    server.stranger().post("/sessions", sign_in.clone()).await.refused(401, "wrong_credentials");

    server.cli(&["user", "activate", "ada"]);
    assert_eq!(ben.event("user_updated").await["user"]["is_active"], true);
    server.stranger().post("/sessions", sign_in).await.expect(201);
}

#[tokio::test]
async fn an_invite_made_beside_a_server_lets_as_many_in_as_it_says() {
    let mut server = TestServer::start().await;
    server.group("hall", &["olive"]).await;
    let link = server.cli(&["invite", "--group", "hall", "--uses", "1"]);
    let code = link.trim_end().split_once("/invite#").unwrap().1;
    let applicant = |username: &str| json!({ "invite_code": code, "name": username, "username": username, "password": PASSWORD, "token": true });

    server.stranger().post("/sign_up", applicant("ruth")).await.expect(201);

    server.stranger().post("/sign_up", applicant("noor")).await.refused(410, "invite_gone");
}

#[tokio::test]
async fn a_backup_taken_beside_a_server_holds_what_was_said_until_then() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada"]).await;
    server.person("ada").await.say(&hall, "for the record").await;

    let path = server.cli(&["backup"]);

    let copy = rusqlite::Connection::open(server.data_dir().join("..").join(path.trim_end())).unwrap();
    let said: String =
        copy.query_row("SELECT content FROM messages WHERE kind = 'text'", [], |row| row.get(0)).unwrap();
    assert_eq!(said, "for the record");
}

#[tokio::test]
async fn a_running_server_is_found_running_and_healthy() {
    let server = TestServer::start().await;
    let findings = server.cli(&["doctor"]);
    assert!(findings.contains("running, process ") && !findings.contains("BAD"), "{findings}");
}
