//! What was said, and what the server answered, kept outside of the server.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use tokio::sync::watch;

use crate::harness::*;

/// A conversation, as the API names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    Group(String),
    Direct(String),
}

impl Place {
    pub fn path(&self) -> String {
        match self {
            Self::Group(id) => format!("/groups/{id}/messages"),
            Self::Direct(id) => format!("/directs/{id}/messages"),
        }
    }

    /// A frame's data for this place.
    pub fn with(&self, mut data: Value) -> Value {
        match self {
            Self::Group(id) => data["group_id"] = json!(id),
            Self::Direct(id) => data["direct_id"] = json!(id),
        }
        data
    }

    /// Where a message was said.
    pub fn of(message: &Value) -> Self {
        match message["group_id"].as_str() {
            Some(id) => Self::Group(id.to_owned()),
            None => Self::Direct(text(&message["direct_id"])),
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum Answered {
    /// Nothing was heard: it may be there or not.
    InDoubt,
    /// The server said that it is there; the message.
    Acknowledged(Value),
    /// The server said that it is not there.
    Refused,
}

#[derive(Clone, Debug)]
pub struct Said {
    pub sender: Person,
    pub place: Place,
    pub client_id: String,
    pub content: String,
    pub answered: Answered,
}

/// The log of everything that was sent, by `client_id`.
#[derive(Clone)]
pub struct Ledger {
    said: Arc<Mutex<HashMap<String, Said>>>,
    acknowledged: Arc<watch::Sender<usize>>,
}

impl Ledger {
    pub fn new() -> Self {
        Self { said: Arc::default(), acknowledged: Arc::new(watch::channel(0).0) }
    }

    /// To be noted before it is sent.
    pub fn sending(&self, sender: &Person, place: &Place, content: String) -> Said {
        let (sender, place) = (sender.clone(), place.clone());
        let said = Said { sender, place, client_id: new_id(), content, answered: Answered::InDoubt };
        self.said.lock().unwrap().insert(said.client_id.clone(), said.clone());
        said
    }

    pub fn acknowledged(&self, client_id: &str, message: &Value) {
        let mut said = self.said.lock().unwrap();
        let said = said.get_mut(client_id).unwrap();
        let answer = Answered::Acknowledged(message.clone());
        match &said.answered {
            Answered::InDoubt => said.answered = answer,
            before => assert_eq!(before, &answer, "a repetition is answered with the first result"),
        }
        self.acknowledged.send_modify(|count| *count += 1);
    }

    pub fn refused(&self, client_id: &str) {
        self.said.lock().unwrap().get_mut(client_id).unwrap().answered = Answered::Refused;
    }

    /// Waits until so many more have been acknowledged.
    pub async fn until_acknowledged(&self, more: usize) {
        let mut count = self.acknowledged.subscribe();
        let wanted = *count.borrow() + more;
        count.wait_for(|count| *count >= wanted).await.unwrap();
    }

    pub fn all(&self) -> Vec<Said> {
        self.said.lock().unwrap().values().cloned().collect()
    }

    pub fn in_doubt(&self) -> Vec<Said> {
        self.all().into_iter().filter(|said| said.answered == Answered::InDoubt).collect()
    }
}
