//! Frames as bytes. A server's frames are not masked (RFC 6455 §5.1), so the same bytes do for everybody.

use actix_http::ws::{CloseCode, CloseReason, OpCode, Parser};
use bytes::{Bytes, BytesMut};
use serde::Serialize;

use crate::domain::Committed;

/// The bit RSV1 of a frame's first byte: its message is compressed.
pub const COMPRESSED: u8 = 0b0100_0000;

/// A text frame holding `json`.
pub fn text(json: &str) -> Bytes {
    // Two bytes of header, and up to eight for the length.
    let mut frame = BytesMut::with_capacity(json.len() + 10);
    Parser::write_message(&mut frame, json, OpCode::Text, true, false);
    frame.freeze()
}

/// A text frame whose payload is compressed (RFC 7692 §6).
pub fn compressed_text(payload: &[u8]) -> Bytes {
    let mut frame = BytesMut::with_capacity(payload.len() + 10);
    Parser::write_message(&mut frame, payload, OpCode::Text, true, false);
    frame[0] |= COMPRESSED;
    frame.freeze()
}

/// What a frame of ours holds.
pub fn payload(frame: &[u8]) -> &[u8] {
    let header = match frame[1] {
        127 => 10,
        126 => 4,
        _ => 2,
    };
    &frame[header..]
}

/// `{"seq":…,"type":…,"data":{…}}`, or `None` when the event cannot be put into JSON, which none of ours cannot.
pub fn event(committed: &Committed) -> Option<Bytes> {
    let json = serde_json::to_string(&committed.event).ok()?;
    // An event is an object; its number goes in as the first member, without building the object twice.
    let members = json.strip_prefix('{')?;
    Some(text(&format!("{{\"seq\":{},{members}", committed.seq)))
}

/// `{"type":kind,"data":data}`, outside the log.
pub fn signal<T: Serialize>(kind: &'static str, data: &T) -> Option<Bytes> {
    #[derive(Serialize)]
    struct Signal<'a, T> {
        r#type: &'static str,
        data: &'a T,
    }
    Some(text(&serde_json::to_string(&Signal { r#type: kind, data }).ok()?))
}

/// An empty ping.
pub fn ping() -> Bytes {
    control(OpCode::Ping, &[])
}

/// The answer to a client's ping, with the same content.
pub fn pong(payload: &[u8]) -> Bytes {
    control(OpCode::Pong, payload)
}

/// Says goodbye, with the reason.
pub fn close(code: u16, why: &str) -> Bytes {
    let mut frame = BytesMut::new();
    let reason = CloseReason { code: CloseCode::from(code), description: Some(why.to_owned()) };
    Parser::write_close(&mut frame, Some(reason), false);
    frame.freeze()
}

fn control(code: OpCode, payload: &[u8]) -> Bytes {
    let mut frame = BytesMut::with_capacity(payload.len() + 2);
    Parser::write_message(&mut frame, payload, code, true, false);
    frame.freeze()
}
