//! Frames that are wrong. A51.

use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::frame::Frame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Data, OpCode};

use crate::harness::*;

/// What follows the first piece of a message.
const MORE: OpCode = OpCode::Data(Data::Continue);

fn frame(payload: impl Into<Vec<u8>>, code: OpCode, is_last: bool) -> Message {
    Message::Frame(Frame::message(payload.into(), code, is_last))
}

#[tokio::test]
async fn a_frame_that_cannot_be_read_is_answered_without_a_number_and_the_connection_goes_on() {
    let mut server = TestServer::start().await;
    let [mut ada] = server.connect(["ada"]).await;
    let before = server.database().state();
    let deep = "[".repeat(50_000);
    let broken = [
        ("", "malformed"),
        ("nonsense", "malformed"),
        ("{\"id\":1", "malformed"),
        ("{} {}", "invalid"),
        ("null", "invalid"),
        ("7", "invalid"),
        (deep.as_str(), "invalid"),
        (r#"{"type":"ping"}"#, "invalid"),
        (r#"{"id":"1","type":"ping"}"#, "invalid"),
        (r#"{"id":1.5,"type":"ping"}"#, "invalid"),
        (r#"{"id":99999999999999999999,"type":"ping"}"#, "invalid"),
        (r#"{"id":1,"type":7}"#, "invalid"),
        (r#"{"id":1}"#, "invalid"),
        (r#"{"id":1,"type":"ping","user_id":"me"}"#, "invalid"),
        (r#"[1,"ping"]"#, "invalid"),
    ];
    for (text, code) in broken {
        ada.text(text).await;
        let answer = ada.frame(|frame| frame["type"] == "error").await;
        assert_eq!(answer["reply_to"], Value::Null, "{text:.60} gave {answer}");
        assert_eq!(answer["data"]["code"], code, "{text:.60} gave {answer}");
    }
    ada.heard_nothing().await;
    assert_eq!(server.database().state(), before);
}

#[tokio::test]
async fn an_action_that_is_wrong_is_answered_with_its_number_and_the_place_where() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada"]).await;
    let [mut ada] = server.connect(["ada"]).await;
    let before = server.database().state();
    let (here, id) = (json!(hall), json!(new_id()));
    let wrong = [
        ("dance", json!({}), "type"),
        ("PING", Value::Null, "type"),
        ("ping", json!({}), "data"),
        ("send_message", Value::Null, "data"),
        ("send_message", json!([hall, null, new_id(), "hello"]), "data"),
        ("send_message", json!({}), "data.client_id"),
        ("send_message", json!({ "group_id": here, "client_id": id }), "data.content"),
        ("send_message", json!({ "group_id": here, "client_id": "x", "content": "a" }), "data.client_id"),
        ("send_message", json!({ "group_id": here, "client_id": id, "content": 7 }), "data.content"),
        ("send_message", json!({ "group_id": here, "client_id": id, "content": " " }), "content"),
        ("send_message", json!({ "group_id": here, "client_id": id, "content": "a".repeat(16_001) }), "content"),
        (
            "send_message",
            json!({ "group_id": here, "client_id": id, "content": "a", "sender_id": id }),
            "data.sender_id",
        ),
        ("send_message", json!({ "client_id": id, "content": "a" }), "data.group_id"),
        (
            "send_message",
            json!({ "group_id": here, "direct_id": id, "client_id": id, "content": "a" }),
            "data.group_id",
        ),
        ("mark_read", json!({ "group_id": here }), "data.message_id"),
        ("mark_read", json!({ "group_id": here, "message_id": [] }), "data.message_id"),
        ("typing", json!({ "group_id": here, "seconds": 600 }), "data.seconds"),
        ("set_activity", json!({ "active": "yes" }), "data.active"),
        ("watch_presence", json!({ "user_ids": [new_id(), "x"] }), "data.user_ids[1]"),
        ("watch_presence", json!({ "user_ids": vec![new_id(); 257] }), "data.user_ids"),
    ];
    for (kind, data, field) in wrong {
        let problem = ada.refused(kind, data.clone(), "invalid").await;
        assert_eq!(problem["field"], field, "{kind} {data} gave {problem}");
    }
    ada.heard_nothing().await;
    assert_eq!(server.database().state(), before);
}

#[tokio::test]
async fn a_message_that_breaks_the_protocol_ends_its_own_connection_with_the_reason() {
    let mut server = TestServer::start().await;
    server.person("ada").await;
    let [mut ben] = server.connect(["ben"]).await;
    let text = OpCode::Data(Data::Text);
    let breaking = [
        ("binary", Message::binary(vec![1, 2, 3]), 1003),
        ("bad UTF-8", frame([0xff, 0xfe], text, true), 1007),
        ("too large a frame", Message::text("a".repeat(64 * 1024 + 1)), 1009),
        ("a piece of nothing", frame("a", MORE, true), 1002),
    ];
    for (what, message, code) in breaking {
        let [mut ada] = server.connect(["ada"]).await;
        ada.raw(message).await;
        assert_eq!(ada.ended().await, Ended::Closed(code), "{what}");
    }
    ben.heard_nothing().await;
}

#[tokio::test]
async fn a_message_in_endless_pieces_is_cut_off() {
    let mut server = TestServer::start().await;
    let [mut large, mut empty] = server.connect(["ada", "ada"]).await;
    large.raw(frame("{", OpCode::Data(Data::Text), false)).await;
    for _ in 0..5 {
        large.raw(frame(" ".repeat(60 * 1024), MORE, false)).await;
    }
    assert_eq!(large.ended().await, Ended::Closed(1009));

    empty.raw(frame("{", OpCode::Data(Data::Text), false)).await;
    for _ in 0..1_000 {
        empty.raw(frame("", MORE, false)).await;
    }
    assert_eq!(empty.ended().await, Ended::Closed(4008));
}

#[tokio::test]
async fn a_message_in_a_few_pieces_is_one_message() {
    let mut server = TestServer::start().await;
    let [mut ada] = server.connect(["ada"]).await;
    ada.raw(frame("{\"id\":70,", OpCode::Data(Data::Text), false)).await;
    ada.raw(frame("\"type\":", MORE, false)).await;
    ada.raw(frame("\"ping\"}", MORE, true)).await;
    assert_eq!(ada.frame(|frame| frame["reply_to"] == 70).await["type"], "pong");
}

#[tokio::test]
async fn who_sends_frames_without_end_is_sent_away_and_the_others_are_not() {
    let mut server =
        TestServer::with(&[("PARLOR_LIMITS_FRAMES_PER_SECOND", "1"), ("PARLOR_LIMITS_FRAMES_BURST", "20")]).await;
    let [mut ada, mut ben] = server.connect(["ada", "ben"]).await;
    for _ in 0..200 {
        ada.text("nonsense").await;
    }
    assert_eq!(ada.ended().await, Ended::Closed(4008));
    ben.heard_nothing().await;
}
