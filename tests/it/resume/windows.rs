//! A window that goes without a word and comes back.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::task::JoinHandle;

use crate::harness::*;

pub struct Window {
    pub person: Person,
    pub last_seq: i64,
    /// Every event heard, over all comings.
    pub heard: Vec<Value>,
}

impl Window {
    pub async fn at_the_present(person: &Person) -> Self {
        let last_seq = person.get("/bootstrap").await.expect(200)["seq"].as_i64().unwrap();
        Self { person: person.clone(), last_seq, heard: Vec::new() }
    }

    fn take(&mut self, frame: Value) {
        let Some(seq) = frame["seq"].as_i64() else { return };
        assert!(seq > self.last_seq, "{seq} was heard after {}", self.last_seq);
        self.last_seq = seq;
        self.heard.push(frame);
    }

    /// Comes back, hears what was missed and so many events more, and goes without a word.
    pub async fn come_and_listen(&mut self, more: usize) {
        let mut socket = self.person.open(Some(self.last_seq)).await.unwrap_or_else(|ended| panic!("{ended:?}"));
        loop {
            let frame = socket.next().await.unwrap();
            match frame["type"].as_str() {
                Some("ready") => break assert_eq!(frame["data"]["resumed"], true),
                Some("start_afresh") => panic!("told to start afresh after {}", self.last_seq),
                _ => self.take(frame),
            }
        }
        for _ in 0..more {
            let frame = socket.next().await.unwrap();
            self.take(frame);
        }
    }

    /// What people wrote that was heard of a group.
    pub fn heard_in(&self, group: &str) -> Vec<String> {
        let messages = self.heard.iter().filter(|frame| frame["type"] == "message_created");
        let written = messages.filter(|frame| frame["data"]["message"]["kind"] == "text");
        let here = written.filter(|frame| frame["data"]["message"]["group_id"] == group);
        here.map(|frame| text(&frame["data"]["message"]["content"])).collect()
    }

    /// The kinds of events heard, in order.
    pub fn kinds(&self) -> Vec<&str> {
        self.heard.iter().map(|frame| frame["type"].as_str().unwrap()).collect()
    }
}

/// What was said in a group, as somebody reads it.
pub async fn contents(person: &Person, group: &str) -> Vec<String> {
    person.history(&format!("/groups/{group}")).await.iter().map(|message| text(&message["content"])).collect()
}

/// Somebody who writes in one group after the other, on and on.
pub struct Writing {
    is_enough: Arc<AtomicBool>,
    task: JoinHandle<()>,
}

impl Writing {
    pub fn begin<const N: usize>(person: &Person, groups: [String; N]) -> Self {
        let is_enough = Arc::<AtomicBool>::default();
        let (enough, person) = (Arc::clone(&is_enough), person.clone());
        let task = tokio::spawn(async move {
            for number in (0..).take_while(|_| !enough.load(Ordering::Relaxed)) {
                person.say(&groups[number % N], &format!("number {number}")).await;
            }
        });
        Self { is_enough, task }
    }

    /// Lets the last message be answered.
    pub async fn end(self) {
        self.is_enough.store(true, Ordering::Relaxed);
        self.task.await.unwrap();
    }
}
