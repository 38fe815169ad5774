//! Many connections that listen, and check what they hear: every message once, in order, without gaps.

use std::cell::{Cell, RefCell};
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use memchr::memmem;
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::sync::{Notify, Semaphore};
use tokio::task::{JoinHandle, JoinSet, spawn_local};
use tokio::time::timeout;

use crate::Result;
use crate::house::Person;
use crate::stats::{Latencies, now_ns};
use crate::ws::{self, Inbox};

/// How long nothing may happen before what is missing counts as lost.
const PATIENCE: Duration = Duration::from_secs(30);

/// Events that are remembered by their bytes; more than are ever under way.
const REMEMBERED: u64 = 1024;

/// An event as somebody heard it. Who hears the same bytes need not look into them again.
#[derive(Default)]
struct Known {
    seq: u64,
    json: Vec<u8>,
    /// The ordinal of the message and when it was sent, if that is what it tells of.
    message: Option<(u64, u64)>,
}

/// What all connections of a run have heard together.
#[derive(Default)]
pub struct Heard {
    /// Messages, one for each connection that got it.
    pub delivered: Cell<u64>,
    /// From when a message was sent until a connection had it.
    pub latencies: RefCell<Latencies>,
    /// Bytes of the last of them, as a frame's payload.
    pub payload_bytes: Cell<usize>,
    /// The number of the frame and the id of the message of each acknowledgement.
    pub acked: RefCell<Vec<(u64, String)>>,
    pub ready: Cell<u64>,
    /// After so many deliveries whoever waits is woken.
    pub round: Cell<u64>,
    /// The event with some number is at its remainder by [`REMEMBERED`].
    known: RefCell<Vec<Known>>,
    failure: RefCell<Option<String>>,
    news: Notify,
}

impl Heard {
    fn fail(&self, why: String) {
        self.failure.borrow_mut().get_or_insert(why);
        self.news.notify_one();
    }

    /// Waits until something has been heard by everybody.
    ///
    /// # Errors
    /// When a connection ended or heard something wrong, or when nothing comes any more.
    pub async fn until(&self, what: &str, is_done: impl Fn(&Self) -> bool) -> Result<()> {
        let mut before = (self.delivered.get(), self.ready.get());
        loop {
            if let Some(why) = self.failure.borrow().as_ref() {
                return Err(why.clone().into());
            }
            if is_done(self) {
                return Ok(());
            }
            let came = timeout(PATIENCE, self.news.notified()).await.is_ok();
            let now = (self.delivered.get(), self.ready.get());
            if !came && now == before {
                let acked = self.acked.borrow().len();
                return Err(format!(
                    "{what}: nothing for {PATIENCE:?} at {now:?} delivered and ready, {acked} acknowledged"
                )
                .into());
            }
            before = now;
        }
    }

    fn take(&self, ear: &Ear, json: &[u8], now_ns: u64) -> Result<()> {
        if let Some(rest) = json.strip_prefix(b"{\"seq\":") {
            let seq = ws::number_after(rest, b"").ok_or("an event without a number")?;
            if seq <= ear.seq.replace(seq) {
                return Err(format!("event {seq} came late or twice").into());
            }
            if let Some((ordinal, sent_ns)) = self.message_in(seq, json)? {
                self.take_message(ear, ordinal, now_ns.saturating_sub(sent_ns))?;
            }
        } else if memmem::find(json, b"\"type\":\"ack\"").is_some() {
            let number = ws::number_after(json, b"\"reply_to\":").ok_or("an answer without a number")?;
            let id = ws::string_after(json, b"\"id\":\"").ok_or("an answer without a message")?;
            self.acked.borrow_mut().push((number, id.to_owned()));
            self.news.notify_one();
        } else if memmem::find(json, b"\"type\":\"ready\"").is_some() {
            ear.seq.set(ws::number_after(json, b"\"seq\":").unwrap_or(0).max(ear.seq.get()));
            ear.ready_after.set(ear.born.elapsed());
            self.ready.set(self.ready.get() + 1);
            self.news.notify_one();
        } else if memmem::find(json, b"\"type\":\"positions\"").is_none() {
            return Err(String::from_utf8_lossy(json).into());
        }
        Ok(())
    }

    /// The ordinal of the message that an event tells of, and when it was sent. Nearly everybody hears the same bytes:
    /// comparing them costs a fraction of looking into them.
    fn message_in(&self, seq: u64, json: &[u8]) -> Result<Option<(u64, u64)>> {
        let mut all = self.known.borrow_mut();
        if all.is_empty() {
            all.resize_with(REMEMBERED as usize, Known::default);
        }
        let known = &mut all[(seq % REMEMBERED) as usize];
        if known.seq != seq || known.json != json {
            known.seq = seq;
            known.json.clear();
            known.json.extend_from_slice(json);
            known.message = None;
            if memmem::find(&json[..json.len().min(60)], b"\"type\":\"message_created\"").is_some() {
                self.payload_bytes.set(json.len());
                let ordinal = ws::number_after(json, b"\"ordinal\":").ok_or("a message without an ordinal")?;
                known.message = Some((ordinal, ws::number_after(json, b"\"content\":\"").unwrap_or(0)));
            }
        }
        Ok(known.message)
    }

    fn take_message(&self, ear: &Ear, ordinal: u64, took_ns: u64) -> Result<()> {
        let expected = ear.ordinal.get() + 1;
        if ordinal != expected {
            return Err(format!("message {ordinal} came where {expected} was expected").into());
        }
        ear.ordinal.set(ordinal);
        self.latencies.borrow_mut().note(took_ns);
        self.delivered.set(self.delivered.get() + 1);
        // Waking for each would cost more than reading; a waiter looks again after the last of a round.
        if self.delivered.get().is_multiple_of(self.round.get().max(1)) {
            self.news.notify_one();
        }
        Ok(())
    }
}

/// What one connection has heard.
pub struct Ear {
    pub seq: Cell<u64>,
    pub ordinal: Cell<u64>,
    pub ready_after: Cell<Duration>,
    born: Instant,
}

/// One connection.
pub struct Listener {
    pub ear: Rc<Ear>,
    pub write: Rc<OwnedWriteHalf>,
    task: JoinHandle<()>,
}

impl Listener {
    /// Sends a small text frame.
    ///
    /// # Errors
    /// When it does not fit into the socket's buffer, or the connection is gone.
    pub fn say(&self, json: &[u8]) -> Result<()> {
        send(&self.write, ws::TEXT, json)
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn send(write: &OwnedWriteHalf, opcode: u8, payload: &[u8]) -> Result<()> {
    let mut bytes = Vec::with_capacity(payload.len() + 14);
    ws::frame(opcode, payload, &mut bytes);
    if write.try_write(&bytes)? == bytes.len() { Ok(()) } else { Err("a frame did not fit into the socket".into()) }
}

/// Begins to listen on an open connection, after `seq` and `ordinal`.
pub fn listen(stream: TcpStream, inbox: Inbox, heard: &Rc<Heard>, seq: u64, ordinal: u64, born: Instant) -> Listener {
    let (read, write) = stream.into_split();
    let (heard, write) = (Rc::clone(heard), Rc::new(write));
    let ear = Rc::new(Ear { seq: seq.into(), ordinal: ordinal.into(), ready_after: Cell::default(), born });
    let task = spawn_local(hear(read, inbox, Rc::clone(&write), heard, Rc::clone(&ear)));
    Listener { ear, write, task }
}

async fn hear(mut read: OwnedReadHalf, mut inbox: Inbox, write: Rc<OwnedWriteHalf>, heard: Rc<Heard>, ear: Rc<Ear>) {
    loop {
        // What one read brings came together.
        let mut came_ns = 0;
        let more = inbox.read(&mut read, |opcode, payload| match opcode {
            ws::TEXT => {
                if came_ns == 0 {
                    came_ns = now_ns();
                }
                heard.take(&ear, payload, came_ns)
            }
            ws::PING => send(&write, 10, payload),
            ws::CLOSE => Err(ws::closed(payload).into()),
            _ => Ok(()),
        });
        match more.await {
            Ok(true) => {}
            Ok(false) => return heard.fail("a connection ended".to_owned()),
            Err(error) => return heard.fail(error.to_string()),
        }
    }
}

/// How connections are made.
#[derive(Clone, Copy, Debug)]
pub enum To {
    /// A websocket of the server.
    Parlor(SocketAddr),
    /// A connection to the floor.
    Floor(SocketAddr),
}

/// Opens a connection for each of these people, `at_once` at a time, after what each has heard before, and waits
/// until all are told that they are up to date. Also how often the server asked one of them to come again later.
///
/// # Errors
/// When one of them is refused for good.
pub async fn gather(
    to: To,
    people: &[Person],
    before: &[(u64, u64)],
    at_once: usize,
    heard: &Rc<Heard>,
) -> Result<(Vec<Listener>, u64)> {
    let turns = Rc::new(Semaphore::new(at_once));
    let ready_before = heard.ready.get();
    let mut coming = JoinSet::new();
    let born = Instant::now();
    for (number, person) in people.iter().enumerate() {
        let (turns, heard, token) = (Rc::clone(&turns), Rc::clone(heard), person.token.clone());
        let before = before.get(number).copied();
        coming.spawn_local(async move {
            let _turn = turns.acquire().await;
            let (seq, ordinal) = before.unwrap_or_default();
            let (To::Parlor(address) | To::Floor(address)) = to;
            let last_seq = before.map(|(seq, _)| seq);
            let (stream, inbox, refusals) = ws::open_patiently(address, number, &token, last_seq).await.map_err(say)?;
            let listener = listen(stream, inbox, &heard, seq, ordinal, born);
            if matches!(to, To::Floor(_)) {
                // As each member does sooner or later; see there.
                listener.say(b"{}").map_err(say)?;
            }
            Ok::<_, String>((number, listener, refusals))
        });
    }
    let mut listeners = Vec::with_capacity(people.len());
    let mut refusals = 0;
    while let Some(came) = coming.join_next().await {
        let (number, listener, refused) = came??;
        refusals += refused;
        listeners.push((number, listener));
    }
    let all = ready_before + people.len() as u64;
    if matches!(to, To::Parlor(_)) {
        heard.until("waiting for everybody to be ready", |heard| heard.ready.get() >= all).await?;
    }
    listeners.sort_by_key(|(number, _)| *number);
    Ok((listeners.into_iter().map(|(_, listener)| listener).collect(), refusals))
}

fn say(error: impl ToString) -> String {
    error.to_string()
}
