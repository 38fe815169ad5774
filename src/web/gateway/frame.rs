//! The shapes of frames.

use serde::{Deserialize, Serialize};

use crate::commands::messages::Draft;
use crate::commands::posts::{NOT_INTO_A_POST, PostDraft};
use crate::domain::event::Positions;
use crate::domain::{ClientId, DirectId, FileId, GroupId, MessageId, Place, TagId, UserId};
use crate::error::{Error, Result};
use crate::web::body;
use crate::web::problem::Problem;

/// Most people whose presence one connection may watch.
pub const MOST_WATCHED: usize = 256;

/// What a client asks for. `id` comes back in the answer as `reply_to`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope {
    id: i64,
    r#type: String,
    #[serde(default)]
    data: Option<serde_json::Value>,
}

/// An action.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    Ping,
    SendMessage(Draft),
    SendPost(PostDraft),
    MarkRead { place: Place, message_id: MessageId },
    Typing { place: Place },
    SetActivity { active: bool },
    WatchPresence { user_ids: Vec<UserId> },
}

/// Every action there is, as it is spelled in frames.
pub const ACTIONS: [&str; 6] = ["ping", "send_message", "mark_read", "typing", "set_activity", "watch_presence"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SendMessage {
    group_id: Option<GroupId>,
    direct_id: Option<DirectId>,
    client_id: ClientId,
    content: String,
    #[serde(default)]
    file_ids: Vec<FileId>,
    #[serde(default)]
    thread_root_id: Option<MessageId>,
    #[serde(default)]
    also_on_timeline: bool,
    #[serde(default)]
    forward_of: Option<MessageId>,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    tag_ids: Vec<TagId>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MarkRead {
    group_id: Option<GroupId>,
    direct_id: Option<DirectId>,
    message_id: MessageId,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Typing {
    group_id: Option<GroupId>,
    direct_id: Option<DirectId>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SetActivity {
    active: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WatchPresence {
    user_ids: Vec<UserId>,
}

/// A frame that could not be taken: its id, if at least that could be read, and why.
#[derive(Debug)]
pub struct Refused {
    pub id: Option<i64>,
    pub why: Error,
}

/// Reads a text frame.
///
/// # Errors
/// `Malformed` or `Invalid`, naming what is wrong where.
pub fn parse(text: &str) -> std::result::Result<(i64, Action), Refused> {
    let envelope: Envelope = body::parse(text.as_bytes()).map_err(|why| Refused { id: None, why })?;
    let id = envelope.id;
    action(envelope).map(|action| (id, action)).map_err(|why| Refused { id: Some(id), why })
}

fn action(envelope: Envelope) -> Result<Action> {
    let Envelope { r#type, data, .. } = envelope;
    Ok(match r#type.as_str() {
        "ping" => match data {
            None => Action::Ping,
            Some(_) => return Err(Error::invalid("data", "must be left out")),
        },
        "send_message" => {
            return send_message(read(data)?);
        }
        "mark_read" => {
            let MarkRead { group_id, direct_id, message_id } = read(data)?;
            Action::MarkRead { place: place(group_id, direct_id)?, message_id }
        }
        "typing" => {
            let Typing { group_id, direct_id } = read(data)?;
            Action::Typing { place: place(group_id, direct_id)? }
        }
        "set_activity" => Action::SetActivity { active: read::<SetActivity>(data)?.active },
        "watch_presence" => Action::WatchPresence { user_ids: watched(read::<WatchPresence>(data)?.user_ids)? },
        _ => {
            let why = format!("must be one of {}", ACTIONS.join(", "));
            return Err(Error::Invalid { field: "type".into(), why });
        }
    })
}

/// With a title it is a post of a forum group.
fn send_message(said: SendMessage) -> Result<Action> {
    let SendMessage {
        group_id,
        direct_id,
        client_id,
        content,
        file_ids,
        thread_root_id,
        also_on_timeline,
        forward_of,
        title,
        tag_ids,
    } = said;
    let place = place(group_id, direct_id)?;
    let (content, files) = match place {
        Place::Group(group) if thread_root_id.is_none() => {
            match PostDraft::of(group, client_id, content, file_ids, title, tag_ids)? {
                Ok(_) if forward_of.is_some() => return Err(Error::invalid("data.forward_of", NOT_INTO_A_POST)),
                Ok(post) => return Ok(Action::SendPost(post)),
                Err(rest) => rest,
            }
        }
        _ if title.is_some() || !tag_ids.is_empty() => {
            return Err(Error::invalid("data.title", "must be left out: only posts of a forum group have one"));
        }
        _ => (content, file_ids),
    };
    let (thread, poll) = (thread_root_id, None);
    let draft = Draft { place, client_id, content, files, thread, also_on_timeline, poll, forward_of };
    Ok(Action::SendMessage(draft))
}

fn read<T: serde::de::DeserializeOwned>(data: Option<serde_json::Value>) -> Result<T> {
    let data = data.ok_or(Error::invalid("data", "must not be missing"))?;
    if !data.is_object() {
        return Err(Error::invalid("data", "must be an object"));
    }
    serde_path_to_error::deserialize(data).map_err(|error| {
        let path = error.path().to_string();
        let path = if path == "." { "data".to_owned() } else { format!("data.{path}") };
        body::misshapen("data", &path, &error.into_inner().to_string())
    })
}

fn place(group: Option<GroupId>, direct: Option<DirectId>) -> Result<Place> {
    match (group, direct) {
        (Some(id), None) => Ok(Place::Group(id)),
        (None, Some(id)) => Ok(Place::Direct(id)),
        _ => Err(Error::invalid("data.group_id", "or 'data.direct_id' must be given, and not both")),
    }
}

/// Each person once.
fn watched(mut people: Vec<UserId>) -> Result<Vec<UserId>> {
    if people.len() > MOST_WATCHED {
        return Err(Error::invalid("data.user_ids", "must name at most 256 people"));
    }
    people.sort_unstable();
    people.dedup();
    Ok(people)
}

/// `{"type":"ack","reply_to":…,"data":…}`
pub fn ack<T: Serialize>(reply_to: i64, data: &T) -> String {
    json(&serde_json::json!({ "type": "ack", "reply_to": reply_to, "data": data }))
}

/// `{"type":"pong","reply_to":…}`
pub fn pong(reply_to: i64) -> String {
    json(&serde_json::json!({ "type": "pong", "reply_to": reply_to }))
}

/// `{"type":"error","reply_to":…,"data":problem}`
pub fn error(reply_to: Option<i64>, why: &Error) -> String {
    json(&serde_json::json!({ "type": "error", "reply_to": reply_to, "data": Problem::of(why) }))
}

/// What a connection is told when everything that it missed has been said.
pub fn ready(seq: i64, resumed: bool, heartbeat_secs: u64) -> String {
    let data = serde_json::json!({ "seq": seq, "resumed": resumed, "heartbeat_secs": heartbeat_secs });
    json(&serde_json::json!({ "type": "ready", "data": data }))
}

/// Where the client stands after all that it missed.
pub fn positions(positions: &Positions) -> String {
    json(&serde_json::json!({ "type": "positions", "data": positions }))
}

/// What a connection is told that has been away for too long.
pub fn start_afresh(seq: i64, heartbeat_secs: u64) -> String {
    let data = serde_json::json!({ "seq": seq, "heartbeat_secs": heartbeat_secs });
    json(&serde_json::json!({ "type": "start_afresh", "data": data }))
}

fn json(value: &serde_json::Value) -> String {
    value.to_string()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_frame_that_is_wrong_says_what_is_wrong_where() {
        let field = |text: &str| match parse(text) {
            Err(Refused { id, why: Error::Invalid { field, .. } }) => (id, field.into_owned()),
            Err(Refused { id, why: Error::Malformed(_) }) => (id, "malformed".to_owned()),
            other => panic!("{text} gave {other:?}"),
        };
        assert_eq!(field("nonsense"), (None, "malformed".into()));
        assert_eq!(field("{}"), (None, "id".into()));
        assert_eq!(field(r#"[1,"ping"]"#), (None, "body".into()));
        assert_eq!(field(r#"{"id":1,"type":"dance"}"#), (Some(1), "type".into()));
        assert_eq!(field(r#"{"id":2,"type":"typing"}"#), (Some(2), "data".into()));
        assert_eq!(field(r#"{"id":3,"type":"typing","data":{}}"#), (Some(3), "data.group_id".into()));
        assert_eq!(field(r#"{"id":4,"type":"typing","data":{"group_id":"x"}}"#), (Some(4), "data.group_id".into()));
        assert_eq!(
            field(r#"{"id":5,"type":"set_activity","data":{"active":true,"role":1}}"#),
            (Some(5), "data.role".into())
        );
        assert_eq!(field(r#"{"id":6,"type":"ping","seq":1}"#), (None, "seq".into()));
        assert_eq!(field(r#"{"id":7,"type":"set_activity","data":{}}"#), (Some(7), "data.active".into()));
        assert_eq!(field(r#"{"id":8,"type":"set_activity","data":[true]}"#), (Some(8), "data".into()));
    }

    /// The examples that the page's tests read too.
    #[test]
    fn every_action_has_an_example_that_is_understood() {
        let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/frames");
        for action in ACTIONS {
            // Where the server says something of the same name, the client's example goes by a longer one.
            let names = [format!("client_{action}.json"), format!("{action}.json")];
            let mut paths = names.iter().map(|name| std::path::Path::new(directory).join(name));
            let path = paths.find(|path| path.exists()).unwrap_or_else(|| panic!("there is no example of {action}"));
            let example = std::fs::read_to_string(&path).unwrap();
            let json: serde_json::Value = serde_json::from_str(&example).unwrap();

            let (id, parsed) = parse(&example).unwrap_or_else(|refused| panic!("{action}: {refused:?}"));

            assert_eq!((json["id"].as_i64(), json["type"].as_str()), (Some(id), Some(action)));
            assert_eq!(kind_of(&parsed), action);
        }
    }

    fn kind_of(action: &Action) -> &'static str {
        match action {
            Action::Ping => "ping",
            Action::SendMessage { .. } | Action::SendPost { .. } => "send_message",
            Action::MarkRead { .. } => "mark_read",
            Action::Typing { .. } => "typing",
            Action::SetActivity { .. } => "set_activity",
            Action::WatchPresence { .. } => "watch_presence",
        }
    }

    proptest! {
        #[test]
        fn whatever_is_sent_is_answered_and_does_no_harm(text in "\\PC{0,200}") {
            let _ = parse(&text);
        }

        #[test]
        fn an_action_with_any_id_is_read_back(id: i64, active: bool) {
            let text = format!(r#"{{"id":{id},"type":"set_activity","data":{{"active":{active}}}}}"#);
            prop_assert_eq!(parse(&text).unwrap(), (id, Action::SetActivity { active }));
        }
    }
}
