//! Messages that are compressed on their way.

use crate::harness::raw_socket::*;
use crate::harness::*;

const OFFER: &[&str] = &["permessage-deflate; client_max_window_bits"];
const ACCEPTED: &str = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

const TOLD: &str = "seedlings look cross but alive, and the vents are open half a degree too early; ";

/// A connection at the present.
async fn window(server: &TestServer, person: &Person, offers: &[&str]) -> RawSocket {
    let mut window = RawSocket::open(server, person, "", offers).await;
    window.message(r#""type":"ready""#).await;
    window
}

/// Sends a compressed message in two pieces.
async fn in_two(window: &mut RawSocket, message: &[u8]) {
    let (start, end) = message.split_at(message.len() / 3);
    window.send(FIRST_PIECE | COMPRESSED, start).await;
    window.send(LAST_PIECE, end).await;
}

#[tokio::test]
async fn who_takes_it_compressed_is_told_the_same_as_who_does_not() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben", "cleo"]).await;
    let [ada, ben, cleo] = [server.person("ada").await, server.person("ben").await, server.person("cleo").await];
    let mut plain = window(&server, &ada, &[]).await;
    let mut pressed = window(&server, &ben, OFFER).await;
    let mut another = window(&server, &ada, OFFER).await;
    assert_eq!(plain.accepted, None);
    assert_eq!(pressed.accepted.as_deref(), Some(ACCEPTED));

    for times in [1, 3, 190] {
        cleo.say(&hall, &TOLD.repeat(times)).await;

        let (first, payload, message) = plain.message("message_created").await;
        let (first_of_pressed, few, same) = pressed.message("message_created").await;
        assert_eq!((first, first_of_pressed), (TEXT, TEXT | COMPRESSED));
        assert_eq!(message, same);
        assert!(few.len() * 4 < payload.len() * 3, "{} of {} bytes", few.len(), payload.len());
        assert_eq!(another.message("message_created").await, (first_of_pressed, few, same));
    }
}

#[tokio::test]
async fn what_is_short_for_one_alone_or_from_the_log_is_not_compressed() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let [ada, ben] = [server.person("ada").await, server.person("ben").await];
    let mut window = window(&server, &ada, OFFER).await;
    let mut other = server.person("ben").await.connect(None).await;

    other.ack("typing", json!({ "group_id": hall })).await;
    assert_eq!(window.message("typing").await.0, TEXT);
    window.send(PING, b"are you there").await;
    assert_eq!(window.message("are you there").await.0, PONG);
    let data = json!({ "group_id": hall, "client_id": new_id(), "content": TOLD.repeat(9) });
    window.send(TEXT, json!({ "id": 1, "type": "send_message", "data": data }).to_string().as_bytes()).await;
    assert_eq!(window.message("reply_to").await.0, TEXT);
    other.event("message_created").await;
    let mut back = RawSocket::open(&server, &ben, "?last_seq=1", OFFER).await;
    assert_eq!(back.message("message_created").await.0, TEXT);
}

#[tokio::test]
async fn a_compressed_command_is_understood_whole_and_in_pieces() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let mut window = window(&server, &ada, OFFER).await;

    window.send(TEXT | COMPRESSED, &compressed(br#"{"id":1,"type":"ping"}"#)).await;
    window.message(r#""reply_to":1"#).await;
    window.send(TEXT, br#"{"id":2,"type":"ping"}"#).await;
    window.message(r#""reply_to":2"#).await;
    let data = json!({ "group_id": server.lounge, "client_id": new_id(), "content": TOLD.repeat(9) });
    let whole = compressed(json!({ "id": 3, "type": "send_message", "data": data }).to_string().as_bytes());
    let (start, end) = whole.split_at(whole.len() / 3);
    window.send(FIRST_PIECE | COMPRESSED, start).await;
    window.send(PING, b"between").await;
    window.send(PIECE, end).await;
    window.send(LAST_PIECE, b"").await;
    window.message(r#""reply_to":3"#).await;

    let said = ada.history(&format!("/groups/{}", server.lounge)).await;
    assert_eq!(said.last().unwrap()["content"], TOLD.repeat(9).trim());
}

#[tokio::test]
async fn a_message_that_unpacks_to_more_than_may_be_ends_its_connection_and_no_other() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let [mut ben] = server.connect(["ben"]).await;
    let [frame, message] = [64 << 10, 256 << 10];
    // So many bytes, most of them space.
    let roomy = |bytes: usize| {
        let ping = r#"{"id":1,"type":"ping"}"#;
        compressed([ping, &" ".repeat(bytes - ping.len())].concat().as_bytes())
    };

    let mut bomber = window(&server, &ada, OFFER).await;
    bomber.send(TEXT | COMPRESSED, &roomy(frame)).await;
    bomber.message("pong").await;
    bomber.send(TEXT | COMPRESSED, &roomy(frame + 1)).await;
    assert_eq!(bomber.close_code().await, 1009);

    for bomb in [message + 1, 8_000_000] {
        let mut bomber = window(&server, &ada, OFFER).await;
        in_two(&mut bomber, &roomy(message)).await;
        bomber.message("pong").await;
        in_two(&mut bomber, &roomy(bomb)).await;
        assert_eq!(bomber.close_code().await, 1009);
    }
    ben.heard_nothing().await;
}

#[tokio::test]
async fn what_was_not_agreed_upon_is_a_broken_frame() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let ping = br#"{"id":1,"type":"ping"}"#;
    let pressed = compressed(ping);
    let wrong: [(&[&str], u8, &[u8], u16); 10] = [
        (&[], TEXT | COMPRESSED, &pressed, 1002),
        (&[], TEXT | 0b0010_0000, ping, 1002),
        (&[], FIRST_PIECE | COMPRESSED, &pressed, 1002),
        (OFFER, TEXT | 0b0010_0000, ping, 1002),
        (OFFER, TEXT | COMPRESSED | 0b0001_0000, &pressed, 1002),
        (OFFER, PING | COMPRESSED, b"", 1002),
        (OFFER, LAST_PIECE | COMPRESSED, &pressed, 1002),
        // It says that it is compressed, and is not; it ends in the middle; and what it says is no text.
        (OFFER, TEXT | COMPRESSED, ping, 1002),
        (OFFER, TEXT | COMPRESSED, &pressed[..9], 1002),
        (OFFER, TEXT | COMPRESSED, &compressed(b"\xff\xfe"), 1007),
    ];
    for (offers, first, payload, code) in wrong {
        let mut window = window(&server, &ada, offers).await;
        window.send(first, payload).await;
        assert_eq!(window.close_code().await, code, "{offers:?} {first:b} {payload:x?}");
    }

    let mut window = window(&server, &ada, OFFER).await;
    window.send(FIRST_PIECE | COMPRESSED, &pressed[..9]).await;
    window.send(LAST_PIECE | COMPRESSED, &pressed[9..]).await;
    assert_eq!(window.close_code().await, 1002);
}

#[tokio::test]
async fn an_offer_that_cannot_be_honoured_is_passed_over() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let with_window = format!("{ACCEPTED}; server_max_window_bits=15");
    let table: [(&[&str], Option<&str>); 6] = [
        (&["permessage-deflate; server_max_window_bits=9"], None),
        (&["permessage-deflate; memory=9", "x-other; of=\"permessage-deflate\""], None),
        (&["permessage-deflate; client_max_window_bits=\"7\""], None),
        (&["permessage-deflate; server_max_window_bits=9, permessage-deflate"], Some(ACCEPTED)),
        (&["x-other", "permessage-deflate; client_max_window_bits=\"12\""], Some(ACCEPTED)),
        (&["permessage-deflate; server_max_window_bits=15"], Some(&with_window)),
    ];
    for (offers, accepted) in table {
        let mut window = window(&server, &ada, offers).await;
        assert_eq!(window.accepted.as_deref(), accepted, "{offers:?}");
        ada.say(&server.lounge, &TOLD.repeat(9)).await;
        let is_compressed = window.message("message_created").await.0 & COMPRESSED != 0;
        assert_eq!(is_compressed, accepted.is_some(), "{offers:?}");
    }
}
