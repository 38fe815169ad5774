//! What is on its way to one connection: a bounded queue of ready frames, and the socket that they are written to.

#[cfg(test)]
mod tests;

use std::collections::VecDeque;
use std::future::poll_fn;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::task::{Context, Poll, Waker, ready};

use bytes::{Bytes, BytesMut};
use tokio::sync::Notify;

use super::encode;
use super::flush::{FlushQueue, Flushes};

/// Why a connection is ended, as the client is told. Codes 4000–4999 are ours (RFC 6455 §7.4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goodbye {
    /// The client has closed, or has gone.
    Gone,
    Stopping,
    BrokenFrame,
    BinaryFrame,
    BadText,
    TooLarge,
    /// It did not keep up, or was silent; it may come back and resume.
    FellBehind,
    SignedOut,
    TooManyFrames,
    TooManyConnections,
}

impl Goodbye {
    /// The close code and its reason.
    pub const fn code(self) -> (u16, &'static str) {
        match self {
            Self::Gone => (1000, ""),
            Self::Stopping => (1001, "the server is stopping; come back in a moment"),
            Self::BrokenFrame => (1002, "broken frame"),
            Self::BinaryFrame => (1003, "only text frames"),
            Self::BadText => (1007, "not UTF-8"),
            Self::TooLarge => (1009, "message too large"),
            Self::FellBehind => (4001, "fell behind; come back and resume"),
            Self::SignedOut => (4003, "signed out"),
            Self::TooManyFrames => (4008, "too many frames"),
            Self::TooManyConnections => (4009, "too many connections of this account"),
        }
    }
}

/// How much may wait for one connection.
#[derive(Clone, Copy, Debug)]
pub struct Bound {
    pub frames: usize,
    pub bytes: usize,
}

/// A frame on its way. `seq` is 0 for what is outside the log.
#[derive(Clone, Debug)]
pub struct Frame {
    pub seq: i64,
    pub bytes: Bytes,
    /// Typing and presence: the first to be dropped when the queue fills.
    pub is_fleeting: bool,
}

impl Frame {
    /// Something that must arrive, outside the log.
    pub fn reply(bytes: Bytes) -> Self {
        Self { seq: 0, bytes, is_fleeting: false }
    }

    fn is_in_log_upto(&self, seq: i64) -> bool {
        self.seq != 0 && self.seq <= seq
    }
}

/// Frames for which an empty queue keeps room: so many as a `Vec` of them begins with.
const KEPT: usize = 4;

/// Most bytes that are joined into one write.
const CHUNK: usize = 64 * 1024;

/// A socket, or what stands for one in a test.
pub trait Line: Send + Sync {
    /// Writes as much as can be taken at once.
    ///
    /// # Errors
    /// `WouldBlock` when nothing can; any other when the line is broken.
    fn try_write(&self, bytes: &[u8]) -> io::Result<usize>;

    /// Waits until something can be written.
    ///
    /// # Errors
    /// When the line is broken.
    fn poll_write_ready(&self, context: &mut Context<'_>) -> Poll<io::Result<()>>;
}

#[derive(Default)]
struct State {
    /// What the socket did not take of the last write.
    rest: Bytes,
    /// What the log gave, ahead of the queue and outside its bound.
    from_log: VecDeque<Frame>,
    queue: VecDeque<Frame>,
    queued_bytes: usize,
    /// Nothing goes out yet: the log is being read for this connection.
    is_held: bool,
    /// Up to here the log has given what there was.
    released_upto: i64,
    ended: Option<Goodbye>,
    /// A write is under way.
    is_writing: bool,
    /// The thread of the socket has been told that there is something to write.
    is_flush_due: bool,
    /// The socket takes nothing at the moment; its task waits until it does.
    is_full: bool,
    /// The task that writes, when it waits for something to write.
    waker: Option<Waker>,
}

/// The queue of one connection. Shared by the hub, which fills it, and the thread of its socket, which writes it out.
pub struct Outbox {
    state: Mutex<State>,
    bound: Bound,
    /// For the one task that reads from the connection.
    has_ended: Notify,
    /// Where it is flushed together with others.
    flushed_at: Option<FlushQueue>,
    line: OnceLock<Arc<dyn Line>>,
}

/// How far writing has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    /// There is nothing more to write yet.
    All,
    /// The socket takes no more at the moment.
    UntilFull,
    /// All, and the connection has ended.
    ToTheEnd,
}

impl Outbox {
    /// A queue that holds what comes until [`Outbox::release`].
    pub fn held(bound: Bound, flushed_at: Option<FlushQueue>) -> Arc<Self> {
        let state = State { is_held: true, ..State::default() };
        Arc::new(Self { state: Mutex::new(state), bound, has_ended: Notify::new(), flushed_at, line: OnceLock::new() })
    }

    /// A panic while the lock was held cannot leave the queue half-changed: each step is one push or one pop.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Queues a frame. When it does not fit, a fleeting one is dropped; any other ends the connection, which then
    /// comes back and resumes: so a slow reader costs neither memory nor anybody else's time.
    pub fn push(&self, frame: Frame) {
        if let Some(state) = self.queue(frame) {
            wake(state);
        }
    }

    /// The same for what many are told: it is written together with what the others are told.
    pub fn push_to_one_of_many(self: &Arc<Self>, frame: Frame, flushes: &mut Flushes) {
        let Some(mut state) = self.queue(frame) else { return };
        match &self.flushed_at {
            Some(queue) if !state.is_flush_due => {
                state.is_flush_due = true;
                drop(state);
                flushes.add(queue, self);
            }
            Some(_) => {}
            None => wake(state),
        }
    }

    /// Queues a frame; the state, if somebody has to see to it that it is written.
    fn queue(&self, frame: Frame) -> Option<MutexGuard<'_, State>> {
        let mut state = self.lock();
        // The hub may come to an event after it was read from the log.
        if state.ended.is_some() || frame.is_in_log_upto(state.released_upto) {
            return None;
        }
        let crowded = state.queue.len() * 2 >= self.bound.frames || state.queued_bytes * 2 >= self.bound.bytes;
        if frame.is_fleeting && crowded {
            return None;
        }
        let too_many = state.queue.len() >= self.bound.frames;
        if too_many || state.queued_bytes + frame.bytes.len() > self.bound.bytes {
            self.finish(state, Goodbye::FellBehind);
            return None;
        }
        state.queued_bytes += frame.bytes.len();
        state.queue.push_back(frame);
        (!state.is_held && !state.is_full).then_some(state)
    }

    /// Puts what the log gave (up to `upto`) before what has come since, drops from the latter, now and later, what both have, and
    /// lets everything go. The log's part is bounded by whoever read it and does not count against the bound.
    pub fn release(&self, from_log: Vec<Frame>, upto: i64) {
        let mut state = self.lock();
        if state.ended.is_some() {
            return;
        }
        state.from_log = from_log.into();
        state.queue.retain(|frame| !frame.is_in_log_upto(upto));
        state.released_upto = upto;
        state.queued_bytes = state.queue.iter().map(|frame| frame.bytes.len()).sum();
        state.is_held = false;
        wake(state);
    }

    /// Ends the connection: what is queued is dropped, and the client is told why.
    pub fn end(&self, why: Goodbye) {
        let state = self.lock();
        if state.ended.is_none() {
            self.finish(state, why);
        }
    }

    /// Lets what is queued go out, then ends the connection.
    pub fn end_after_queue(&self, why: Goodbye) {
        let mut state = self.lock();
        if state.ended.is_none() {
            let (code, reason) = why.code();
            state.queue.push_back(Frame::reply(encode::close(code, reason)));
            state.is_held = false;
            state.ended = Some(why);
            wake(state);
            self.has_ended.notify_one();
        }
    }

    pub fn ended(&self) -> Option<Goodbye> {
        self.lock().ended
    }

    /// Waits for the end. The last frames may still be on their way then, or stuck.
    pub async fn has_ended(&self) {
        while self.ended().is_none() {
            self.has_ended.notified().await;
        }
    }

    fn finish(&self, mut state: MutexGuard<'_, State>, why: Goodbye) {
        state.from_log.clear();
        state.queue.clear();
        state.queued_bytes = 0;
        let (code, reason) = why.code();
        state.queue.push_back(Frame::reply(encode::close(code, reason)));
        state.is_held = false;
        state.ended = Some(why);
        wake(state);
        self.has_ended.notify_one();
    }

    /// Writes what is queued to `line`, until the connection has ended and the last frame has gone. When this ends, so does
    /// the connection.
    ///
    /// # Errors
    /// When the line is broken.
    pub async fn write_to(&self, line: Arc<impl Line + 'static>) -> io::Result<()> {
        let line = self.line.get_or_init(|| line);
        let written = poll_fn(|context| self.poll_written(line.as_ref(), context)).await;
        self.end(Goodbye::Gone);
        written
    }

    fn poll_written(&self, line: &dyn Line, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        loop {
            match self.write(line)? {
                Written::ToTheEnd => return Poll::Ready(Ok(())),
                Written::UntilFull => ready!(line.poll_write_ready(context))?,
                Written::All => {
                    let mut state = self.lock();
                    // Something may have come since.
                    if state.may_be_written() && (state.has_something() || state.ended.is_some()) {
                        continue;
                    }
                    // Another waker is kept only if the task has moved.
                    if !state.waker.as_ref().is_some_and(|waker| waker.will_wake(context.waker())) {
                        state.waker = Some(context.waker().clone());
                    }
                    return Poll::Pending;
                }
            }
        }
    }

    /// Writes out what is queued, now and here, without waking the task that otherwise does: that one goes on where the
    /// socket takes no more, or the connection ends. To be called on the thread of the socket.
    pub fn flush(&self) {
        let mut state = self.lock();
        state.is_flush_due = false;
        if state.is_full || state.ended.is_some() {
            return;
        }
        drop(state);
        let Some(line) = self.line.get() else { return };
        match self.write(line.as_ref()) {
            Ok(Written::All) => {}
            Ok(Written::UntilFull | Written::ToTheEnd) => wake(self.lock()),
            Err(_) => self.end(Goodbye::Gone),
        }
    }

    /// Everything that is queued, joined into as few writes as possible. The lock is not held during a write: whoever has
    /// something to queue does not wait for the kernel.
    fn write(&self, line: &dyn Line) -> io::Result<Written> {
        let mut state = self.lock();
        loop {
            if !state.may_be_written() {
                return Ok(Written::All);
            }
            let Some(chunk) = next_chunk(&mut state) else {
                return Ok(if state.ended.is_some() { Written::ToTheEnd } else { Written::All });
            };
            state.is_writing = true;
            drop(state);
            let written = line.try_write(&chunk);
            state = self.lock();
            state.is_writing = false;
            match written {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(count) => {
                    state.is_full = false;
                    // Of what was taken as a whole not even the empty end is kept: it would keep all of it.
                    if count < chunk.len() {
                        state.rest = chunk.slice(count..);
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    state.rest = chunk;
                    state.is_full = true;
                    return Ok(Written::UntilFull);
                }
                Err(error) => return Err(error),
            }
        }
    }
}

/// Wakes the task that writes, after the lock is let go, so that it does not run into it.
fn wake(mut state: MutexGuard<'_, State>) {
    let waker = state.waker.take();
    drop(state);
    if let Some(waker) = waker {
        waker.wake();
    }
}

fn next_chunk(state: &mut State) -> Option<Bytes> {
    if !state.rest.is_empty() {
        return Some(std::mem::take(&mut state.rest));
    }
    let first = state.pop()?;
    let waiting = state.from_log.len() + state.queue.len();
    if waiting == 0 {
        // An idle connection keeps room for what comes next, and no more.
        state.from_log = VecDeque::new();
        if state.queue.capacity() > KEPT {
            state.queue = VecDeque::new();
        }
        return Some(first);
    }
    let mut chunk = BytesMut::with_capacity((first.len() * (waiting + 1)).min(CHUNK).max(first.len()));
    chunk.extend_from_slice(&first);
    while state.peek().is_some_and(|next| chunk.len() + next.len() <= CHUNK)
        && let Some(next) = state.pop()
    {
        chunk.extend_from_slice(&next);
    }
    Some(chunk.freeze())
}

impl State {
    fn may_be_written(&self) -> bool {
        !self.is_held && !self.is_writing
    }

    fn has_something(&self) -> bool {
        !self.rest.is_empty() || !self.from_log.is_empty() || !self.queue.is_empty()
    }

    fn peek(&self) -> Option<&Bytes> {
        self.from_log.front().or(self.queue.front()).map(|frame| &frame.bytes)
    }

    fn pop(&mut self) -> Option<Bytes> {
        if let Some(frame) = self.from_log.pop_front() {
            return Some(frame.bytes);
        }
        let frame = self.queue.pop_front()?;
        self.queued_bytes = self.queued_bytes.saturating_sub(frame.bytes.len());
        Some(frame.bytes)
    }
}
