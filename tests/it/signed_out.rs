//! Who is signed out hears nothing more.

use crate::harness::*;

/// The connection ends because its session has, and nothing came before that.
async fn is_shut_out(socket: &mut Socket) {
    let mut heard = Vec::new();
    let ended = loop {
        match socket.next().await {
            Ok(frame) => heard.push(frame),
            Err(ended) => break ended,
        }
    };
    assert_eq!(ended, Ended::Closed(4003));
    // Its own end may be told before the door closes, and nothing else.
    heard.retain(|frame| frame["type"] != "sessions_ended");
    assert!(heard.is_empty(), "{heard:#?}");
}

/// Somebody whose password was given too long ago to look after devices must give it again.
async fn confirm(person: &Person) {
    person.post("/me/confirm_password", json!({ "password": PASSWORD })).await.expect(204);
}

#[tokio::test]
async fn signing_out_ends_the_connections_of_that_device_and_no_other() {
    let mut server = TestServer::start().await;
    let lounge = server.lounge.clone();
    let [phone, laptop, ben] = [server.person("ada").await, server.sign_in("ada").await, server.person("ben").await];
    let mut on_phone = phone.connect(None).await;
    let mut on_laptop = laptop.connect(None).await;

    phone.delete("/sessions/current").await.expect(204);
    ben.say(&lounge, "is she still here?").await;

    is_shut_out(&mut on_phone).await;
    assert_eq!(on_laptop.event("message_created").await["message"]["content"], "is she still here?");
    assert_eq!(phone.open(None).await.err(), Some(Ended::Refused(401)));
}

#[tokio::test]
async fn ending_another_device_closes_its_connections_at_once() {
    let mut server = TestServer::start().await;
    let lounge = server.lounge.clone();
    let [phone, laptop, ben] = [server.person("ada").await, server.sign_in("ada").await, server.person("ben").await];
    let mut on_phone = phone.connect(None).await;
    confirm(&laptop).await;

    laptop.delete(&format!("/sessions/{}", phone.session)).await.expect(204);
    ben.say(&lounge, "a secret").await;

    is_shut_out(&mut on_phone).await;
}

#[tokio::test]
async fn a_new_password_shuts_out_all_other_devices() {
    let mut server = TestServer::start().await;
    let lounge = server.lounge.clone();
    let [phone, laptop, ben] = [server.person("ada").await, server.sign_in("ada").await, server.person("ben").await];
    let mut on_phone = phone.connect(None).await;
    let mut on_laptop = laptop.connect(None).await;

    let input = json!({ "current_password": PASSWORD, "new_password": "another rather long sentence" });
    laptop.post("/me/password", input).await.expect(204);
    ben.say(&lounge, "a secret").await;

    is_shut_out(&mut on_phone).await;
    assert_eq!(on_laptop.event("message_created").await["message"]["content"], "a secret");
}

#[tokio::test]
async fn a_closed_account_is_shut_out_on_all_devices() {
    let mut server = TestServer::start().await;
    let lounge = server.lounge.clone();
    let [phone, laptop, olive] =
        [server.person("ada").await, server.sign_in("ada").await, server.person("olive").await];
    let [mut on_phone, mut on_laptop] = [phone.connect(None).await, laptop.connect(None).await];

    olive.patch(&format!("/admin/users/{}", phone.id), json!({ "is_active": false })).await.expect(200);
    olive.say(&lounge, "a secret").await;

    is_shut_out(&mut on_phone).await;
    is_shut_out(&mut on_laptop).await;
    assert_eq!(phone.open(None).await.err(), Some(Ended::Refused(401)));
}

#[tokio::test]
async fn an_account_closed_on_the_command_line_is_shut_out_too() {
    let mut server = TestServer::start().await;
    let [mut on_phone] = server.connect(["ada"]).await;

    server.cli(&["user", "deactivate", "ada"]);

    is_shut_out(&mut on_phone).await;
}

#[tokio::test]
async fn what_is_sent_by_a_session_that_ends_is_there_or_refused() {
    let mut server = TestServer::start().await;
    let lounge = server.lounge.clone();
    let [ada, olive] = [server.person("ada").await, server.person("olive").await];
    let mut writing = tokio::task::JoinSet::new();
    for number in 0..20 {
        let (ada, path) = (ada.clone(), format!("/groups/{lounge}/messages"));
        let input = json!({ "client_id": new_id(), "content": format!("number {number}") });
        writing.spawn(async move { (ada.post(&path, input.clone()).await.status, input) });
    }

    olive.patch(&format!("/admin/users/{}", ada.id), json!({ "is_active": false })).await.expect(200);
    let closed_at = olive.get("/bootstrap").await.expect(200)["groups"][0]["last_ordinal"].clone();

    let there = olive.timeline(&format!("/groups/{lounge}")).await;
    for (status, input) in writing.join_all().await {
        let found = there.iter().any(|message| message["client_id"] == input["client_id"]);
        assert_eq!((status, found), if found { (201, true) } else { (401, false) });
    }
    assert_eq!(there.last().map_or(json!(0), |last| last["ordinal"].clone()), closed_at);
}
