//! People who write without pause until the server is gone.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use reqwest::Method;

use super::ledger::{Ledger, Place};
use crate::harness::*;

/// Frames that a websocket sends before it waits for an answer.
const AT_ONCE: usize = 6;

/// One who writes.
pub struct Writer {
    pub person: Person,
    /// Where they may write.
    pub places: Vec<Place>,
    /// Where they may not.
    pub closed: Place,
    pub ledger: Ledger,
    pub random: Random,
    /// Set once the server is killed, so that nobody writes to the next one.
    pub over: Arc<AtomicBool>,
}

impl Writer {
    /// Something to send: now and then what must be refused, for its text or its place.
    fn next_draft(&mut self) -> (Place, String) {
        let place = self.random.pick(&self.places).clone();
        let content = format!("{} {}", self.person.name, new_id());
        match self.random.below(24) {
            0 => (place, String::from(" ")),
            1 => (self.closed.clone(), content),
            2 => (place, content.repeat(100)),
            _ => (place, content),
        }
    }

    fn is_over(&self) -> bool {
        self.over.load(Ordering::Relaxed)
    }

    /// Writes by REST.
    pub async fn over_rest(mut self) {
        while !self.is_over() {
            let (place, content) = self.next_draft();
            let said = self.ledger.sending(&self.person, &place, content);
            let input = json!({ "client_id": said.client_id, "content": said.content });
            let request = self.person.request(Method::POST, &place.path()).json(&input);
            let Ok(answer) = self.person.try_to_send(request).await else { return };
            match answer.status {
                201 => self.ledger.acknowledged(&said.client_id, &answer.body["message"]),
                403 | 404 | 422 | 503 => self.ledger.refused(&said.client_id),
                other => panic!("{} was answered with {other}: {}", said.content, answer.body),
            }
        }
    }

    /// Writes through a websocket, several frames at once.
    pub async fn over_websocket(mut self) {
        let Ok(mut socket) = self.person.open(None).await else { return };
        while !self.is_over() {
            let mut waiting = std::collections::HashMap::new();
            for _ in 0..=self.random.below(AT_ONCE) {
                let (place, content) = self.next_draft();
                let said = self.ledger.sending(&self.person, &place, content);
                let draft = place.with(json!({ "client_id": said.client_id, "content": said.content }));
                waiting.insert(socket.ask("send_message", draft).await, said);
            }
            while !waiting.is_empty() {
                let Ok(frame) = socket.next().await else { return };
                let Some(said) = frame["reply_to"].as_i64().and_then(|id| waiting.remove(&id)) else { continue };
                match frame["type"].as_str() {
                    Some("ack") => self.ledger.acknowledged(&said.client_id, &frame["data"]["message"]),
                    _ => self.ledger.refused(&said.client_id),
                }
            }
        }
    }
}
