//! One file for each thing that is measured.

pub mod coldstart;
pub mod fanout;
pub mod history;
pub mod idle;
pub mod lists;
pub mod post;
pub mod search;
pub mod storm;
pub mod upload;

use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::PathBuf;

use serde_json::Value;
use uuid::Uuid;

use crate::Result;
use crate::http::Http;

/// What all modes are told.
pub struct Bench {
    /// The server's executable.
    pub binary: PathBuf,
    /// Where databases are made: on the disk that is to be measured.
    pub around: PathBuf,
    /// Bytes of each message's text.
    pub text_bytes: usize,
}

/// Reads a whole group back, and looks for everything that was acknowledged (id and text).
///
/// # Errors
/// When a page cannot be read, or a message is missing, is another, or stands at two places.
pub async fn read_back(
    address: SocketAddr,
    token: &str,
    group: Uuid,
    mut acked: HashMap<String, String>,
) -> Result<u64> {
    let mut http = Http::connect(address, Some(token)).await?;
    let (mut found, mut before) = (0, String::new());
    loop {
        let page = http.get(&format!("/groups/{group}/messages?limit=100{before}")).await?.json(200)?;
        let messages = page["messages"].as_array().ok_or("a page without messages")?;
        for message in messages {
            let (id, content) = (text_of(&message["id"])?, text_of(&message["content"])?);
            if let Some(said) = acked.remove(id) {
                if said != content {
                    return Err(format!("message {id} is {content:?} and was {said:?}").into());
                }
                found += 1;
            }
        }
        let Some(first) = messages.first().filter(|_| page["has_earlier"] == true) else { break };
        before = format!("&before={}", text_of(&first["id"])?);
    }
    match acked.keys().next() {
        Some(id) => Err(format!("{} acknowledged messages are LOST, such as {id}", acked.len()).into()),
        None => Ok(found),
    }
}

fn text_of(value: &Value) -> Result<&str> {
    value.as_str().ok_or_else(|| format!("{value} is not a string").into())
}
