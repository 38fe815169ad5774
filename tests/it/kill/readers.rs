//! People who read, and people who listen.

use std::collections::HashMap;

use super::ledger::Place;
use crate::harness::*;

/// Somebody who reads one conversation by REST.
pub struct Reader {
    pub person: Person,
    pub place: Place,
    /// All of it, oldest first.
    pub messages: Vec<Value>,
}

impl Reader {
    pub fn new(person: &Person, place: &Place) -> Self {
        Self { person: person.clone(), place: place.clone(), messages: Vec::new() }
    }

    async fn page(&self, query: &str) -> Value {
        self.person.get(&format!("{}?limit=100{query}", self.place.path())).await.expect(200)
    }

    /// Reads what has come since the last time.
    pub async fn read_on(&mut self) {
        let Some(last) = self.messages.last() else { return self.read_from_the_start().await };
        let mut last = text(&last["id"]);
        loop {
            let page = self.page(&format!("&after={last}")).await;
            self.messages.extend(page["messages"].as_array().unwrap().iter().cloned());
            if page["has_later"] == false {
                break;
            }
            last = text(&self.messages.last().unwrap()["id"]);
        }
        self.has_no_gap();
    }

    /// Reads everything, backwards from the newest page.
    pub async fn read_from_the_start(&mut self) {
        self.messages = self.person.timeline(self.place.path().trim_end_matches("/messages")).await;
        self.has_no_gap();
    }

    fn has_no_gap(&self) {
        for (ordinal, message) in (1..).zip(&self.messages) {
            assert_eq!(message["ordinal"].as_i64(), Some(ordinal), "{:?}", self.place);
        }
    }
}

/// Somebody with a window open, who comes back and resumes.
pub struct Listener {
    person: Person,
    /// How many messages there were in each conversation when they began to listen.
    from: HashMap<Place, usize>,
    /// The messages heard since, each with its place in the log.
    heard: Vec<(i64, Value)>,
    last_seq: i64,
}

impl Listener {
    /// Nobody may be writing meanwhile.
    pub async fn at_the_present(person: &Person, readers: &[Reader]) -> Self {
        let seq = person.get("/bootstrap").await.expect(200)["seq"].as_i64().unwrap();
        let mut from = HashMap::new();
        for reader in readers.iter().filter(|reader| reader.person.id == person.id) {
            let mut reader = Reader::new(person, &reader.place);
            reader.read_from_the_start().await;
            from.insert(reader.place.clone(), reader.messages.len());
        }
        Self { person: person.clone(), from, heard: Vec::new(), last_seq: seq }
    }

    fn take(&mut self, frame: &Value) {
        let Some(seq) = frame["seq"].as_i64() else { return };
        assert!(seq > self.last_seq, "{seq} was heard after {}", self.last_seq);
        self.last_seq = seq;
        if frame["type"] == "message_created" {
            self.heard.push((seq, frame["data"]["message"].clone()));
        }
    }

    /// Listens until the server is gone, and comes back whenever it fell behind.
    pub async fn listen(mut self) -> Self {
        while let Ok(mut socket) = self.person.open(Some(self.last_seq)).await {
            let ended = loop {
                match socket.next().await {
                    Ok(frame) => self.take(&frame),
                    Err(ended) => break ended,
                }
            };
            if ended != Ended::Closed(4001) {
                break;
            }
        }
        self
    }

    /// Comes back after the restart and hears what was missed.
    pub async fn catch_up(&mut self) {
        for frame in missed(&self.person, self.last_seq).await {
            self.take(&frame);
        }
    }

    /// What was heard, before the kill and after it, is all that is there, in the same order.
    pub fn heard_what_is_there(&self, readers: &[Reader]) {
        for reader in readers.iter().filter(|reader| reader.person.id == self.person.id) {
            let heard = self.heard.iter().map(|(_, m)| m).filter(|m| Place::of(m) == reader.place);
            let there = &reader.messages[self.from[&reader.place]..];
            assert!(heard.eq(there), "{} heard something else than what is in {:?}", self.person.name, reader.place);
        }
    }

    /// Coming back with any older number gives exactly the rest.
    pub async fn hears_the_rest_from_any_moment(&self, random: &mut Random) {
        let recent = &self.heard[self.heard.len().saturating_sub(500)..];
        if recent.is_empty() {
            return;
        }
        let at = random.below(recent.len());
        let again = missed(&self.person, recent[at].0).await;
        let again = again.iter().filter(|frame| frame["type"] == "message_created");
        let again = again.map(|frame| (frame["seq"].as_i64().unwrap(), frame["data"]["message"].clone()));
        assert!(again.eq(recent[at + 1..].iter().cloned()), "{} after {}", self.person.name, recent[at].0);
    }
}

/// All frames up to the one that says that everything missed has been told.
async fn missed(person: &Person, last_seq: i64) -> Vec<Value> {
    let mut socket = person.open(Some(last_seq)).await.unwrap_or_else(|ended| panic!("refused: {ended:?}"));
    let mut frames = Vec::new();
    loop {
        let frame = socket.next().await.unwrap();
        match frame["type"].as_str() {
            Some("ready") => return frames,
            Some("start_afresh") => panic!("{} was told to start afresh after {last_seq}", person.name),
            _ => frames.push(frame),
        }
    }
}
