//! What is heard while it happens, and how a connection ends.

use crate::harness::*;

#[tokio::test]
async fn typing_is_heard_by_the_others_and_not_in_ones_own_windows() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let [mut ada, other_window, mut ben, outsider] = server.connect(["ada", "ada", "ben", "cleo"]).await;

    ada.ack("typing", json!({ "group_id": hall })).await;

    let ada_id = server.person("ada").await.id;
    assert_eq!(ben.event("typing").await, json!({ "group_id": hall, "user_id": ada_id }));
    for mut window in [ada, other_window, outsider] {
        let heard = window.heard_so_far().await;
        assert!(heard.is_empty(), "{heard:#?}");
    }
}

#[tokio::test]
async fn typing_in_a_direct_conversation_is_heard_by_the_other_one_alone() {
    let mut server = TestServer::start().await;
    let direct = server.direct("ada", "ben").await;
    let [mut ada, mut other_window, mut ben, outsider] = server.connect(["ada", "ada", "ben", "cleo"]).await;
    let draft = json!({ "direct_id": direct, "client_id": new_id(), "content": "psst" });
    ada.ack("send_message", draft).await;
    for window in [&mut ada, &mut other_window, &mut ben] {
        window.event("message_created").await;
    }
    ben.event("direct_created").await;

    ada.ack("typing", json!({ "direct_id": direct })).await;

    let ada_id = server.person("ada").await.id;
    assert_eq!(ben.event("typing").await, json!({ "direct_id": direct, "user_id": ada_id }));
    for mut window in [ada, other_window, outsider] {
        let heard = window.heard_so_far().await;
        assert!(heard.is_empty(), "{heard:#?}");
    }
}

#[tokio::test]
async fn who_cannot_write_somewhere_is_not_heard_typing_there() {
    let mut server = TestServer::start().await;
    let den = server.private_group("den", &["ada", "ben"]).await;
    let [mut ada, mut cleo] = server.connect(["ada", "cleo"]).await;

    cleo.refused("typing", json!({ "group_id": den }), "not_found").await;

    assert!(ada.heard_so_far().await.is_empty());
}

#[tokio::test]
async fn one_connection_too_many_of_an_account_ends_its_oldest_alone() {
    let mut server = TestServer::with(&[("PARLOR_LIMITS_SOCKETS_PER_ACCOUNT", "2")]).await;
    let [mut oldest, mut second, mut third, mut somebody_else] = server.connect(["ada", "ada", "ada", "ben"]).await;

    assert_eq!(oldest.ended().await, Ended::Closed(4009));
    let lounge = server.lounge.clone();
    server.person("ben").await.say(&lounge, "hello").await;
    for window in [&mut second, &mut third, &mut somebody_else] {
        assert_eq!(window.event("message_created").await["message"]["content"], "hello");
    }
}

#[tokio::test]
async fn a_connection_beyond_those_of_an_address_is_refused_until_one_has_ended() {
    let mut server = TestServer::with(&[("PARLOR_LIMITS_SOCKETS_PER_ADDRESS", "2")]).await;
    let [first, mut second] = server.connect(["ada", "ada"]).await;
    let ada = server.person("ada").await;

    assert_eq!(ada.open(None).await.err(), Some(Ended::Refused(429)));
    drop(first);

    while ada.open(None).await.is_err() {}
    assert!(second.heard_so_far().await.is_empty());
}

#[tokio::test]
async fn too_many_frames_end_the_connection_that_sent_them_and_no_other() {
    let settings = [("PARLOR_LIMITS_FRAMES_PER_SECOND", "1"), ("PARLOR_LIMITS_FRAMES_BURST", "5")];
    let mut server = TestServer::with(&settings).await;
    let [mut ada, mut ben] = server.connect(["ada", "ben"]).await;

    for _ in 0..50 {
        ada.ask("ping", Value::Null).await;
    }

    assert_eq!(ada.ended().await, Ended::Closed(4008));
    assert!(ben.heard_so_far().await.is_empty());
}

#[tokio::test]
async fn the_server_asks_from_time_to_time_whether_the_line_lives() {
    let mut server = TestServer::start().await;
    let [mut ada] = server.connect(["ada"]).await;
    ada.until_pinged().await;
    assert!(ada.heard_so_far().await.is_empty());
}

#[tokio::test]
async fn a_server_that_stops_tells_everybody_to_come_back_and_ends_well() {
    let mut server = TestServer::start().await;
    let [mut ada, mut ben] = server.connect(["ada", "ben"]).await;
    let lounge = server.lounge.clone();
    server.person("ada").await.say(&lounge, "before the end").await;

    let code = server.stop();

    assert_eq!(code, Some(0));
    for window in [&mut ada, &mut ben] {
        window.event("message_created").await;
        assert_eq!(window.ended().await, Ended::Closed(1001));
    }
}
