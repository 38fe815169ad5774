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
    /// Writes as much as can be taken at once, without waiting.
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
    /// It was added to, and is about to be flushed.
    is_flush_due: bool,
    /// The socket takes nothing at the moment; its task waits until it does.
    is_full: bool,
    /// The task that writes, when it waits for something to write.
    waker: Option<Waker>,
}

/// The queue of one connection. All that is usual happens on the thread of its socket: what many are told is brought there
/// (`delivery.rs`), and there it is written. So the lock is nearly always free, and is held during a write, which does not wait.
pub struct Outbox {
    state: Mutex<State>,
    bound: Bound,
    /// For the one task that reads from the connection.
    has_ended: Notify,
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
    pub fn held(bound: Bound) -> Arc<Self> {
        let state = State { is_held: true, ..State::default() };
        Arc::new(Self { state: Mutex::new(state), bound, has_ended: Notify::new(), line: OnceLock::new() })
    }

    /// A panic while the lock was held cannot leave the queue half-changed: each step is one push or one pop.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Queues a frame, and wakes the task that writes. When it does not fit, a fleeting one is dropped; any other ends the
    /// connection, which then comes back and resumes: so a slow reader costs neither memory nor anybody else's time.
    pub fn push(&self, frame: Frame) {
        let mut state = self.lock();
        match self.fate_of(&frame, &state) {
            Fate::Passed => {}
            Fate::TooMuch => self.finish(state, Goodbye::FellBehind),
            Fate::Taken => {
                state.queue(frame);
                if !state.is_held && !state.is_full {
                    wake(state);
                }
            }
        }
    }

    /// [`Outbox::push`] for frames that many are told, on the thread of the socket, where whoever calls this sees to it that
    /// they are written, by [`Outbox::flush`], if the answer is `true`; otherwise somebody does already.
    pub fn add(&self, frames: &[Frame]) -> bool {
        let mut state = self.lock();
        for frame in frames {
            match self.fate_of(frame, &state) {
                Fate::Passed => {}
                Fate::TooMuch => {
                    self.finish(state, Goodbye::FellBehind);
                    return false;
                }
                Fate::Taken => state.queue(frame.clone()),
            }
        }
        !std::mem::replace(&mut state.is_flush_due, true)
    }

    /// [`Outbox::add`], and writes it out.
    pub fn tell(&self, frames: &[Frame]) {
        if let ([frame], Some(line)) = (frames, self.line.get()) {
            let mut state = self.lock();
            if state.is_idle() {
                // By far the most usual: nothing need be queued.
                return match self.fate_of(frame, &state) {
                    Fate::Passed => {}
                    Fate::TooMuch => self.finish(state, Goodbye::FellBehind),
                    Fate::Taken => {
                        let written = match state.write(&frame.bytes, line.as_ref()) {
                            Ok(Written::All) => state.write_all(line.as_ref()),
                            full_or_broken => full_or_broken,
                        };
                        self.has_written(state, written);
                    }
                };
            }
        }
        self.add(frames);
        self.flush();
    }

    /// What becomes of a frame.
    fn fate_of(&self, frame: &Frame, state: &State) -> Fate {
        // The hub may come to an event after it was read from the log.
        if state.ended.is_some() || frame.is_in_log_upto(state.released_upto) {
            return Fate::Passed;
        }
        let (frames, bytes) = (state.queue.len(), state.queued_bytes);
        if frame.is_fleeting && (frames * 2 >= self.bound.frames || bytes * 2 >= self.bound.bytes) {
            return Fate::Passed;
        }
        if frames >= self.bound.frames || bytes + frame.bytes.len() > self.bound.bytes {
            return Fate::TooMuch;
        }
        Fate::Taken
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
            let mut state = self.lock();
            match state.write_all(line)? {
                Written::ToTheEnd => return Poll::Ready(Ok(())),
                Written::UntilFull => {
                    drop(state);
                    ready!(line.poll_write_ready(context))?;
                }
                Written::All => {
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
        if let Some(line) = self.line.get() {
            let written = state.write_all(line.as_ref());
            self.has_written(state, written);
        }
    }

    /// Leaves what is left to the task that writes.
    fn has_written(&self, state: MutexGuard<'_, State>, written: io::Result<Written>) {
        match written {
            Ok(Written::All) => {}
            Ok(Written::UntilFull | Written::ToTheEnd) => wake(state),
            Err(_) => self.finish(state, Goodbye::Gone),
        }
    }
}

/// See [`Outbox::fate_of`].
enum Fate {
    /// It is queued, or written.
    Taken,
    /// It is not for this connection any more, or is dropped.
    Passed,
    /// There is no room for it, and it cannot be dropped.
    TooMuch,
}

/// Wakes the task that writes, after the lock is let go, so that it does not run into it.
fn wake(mut state: MutexGuard<'_, State>) {
    let waker = state.waker.take();
    drop(state);
    if let Some(waker) = waker {
        waker.wake();
    }
}

impl State {
    fn queue(&mut self, frame: Frame) {
        self.queued_bytes += frame.bytes.len();
        self.queue.push_back(frame);
    }

    /// Whether a frame that comes now can be written at once.
    fn is_idle(&self) -> bool {
        !self.is_held && !self.is_full && self.ended.is_none() && !self.has_something()
    }

    /// Everything that is queued, joined into as few writes as possible.
    fn write_all(&mut self, line: &dyn Line) -> io::Result<Written> {
        while !self.is_held {
            let Some(chunk) = self.next_chunk() else {
                return Ok(if self.ended.is_some() { Written::ToTheEnd } else { Written::All });
            };
            if self.write(&chunk, line)? == Written::UntilFull {
                return Ok(Written::UntilFull);
            }
        }
        Ok(Written::All)
    }

    /// Writes a chunk once; what was not taken is kept as the rest.
    fn write(&mut self, chunk: &Bytes, line: &dyn Line) -> io::Result<Written> {
        match line.try_write(chunk) {
            Ok(0) => Err(io::ErrorKind::WriteZero.into()),
            Ok(count) => {
                self.is_full = false;
                // Of what was taken as a whole not even the empty end is kept: it would keep all of it.
                if count < chunk.len() {
                    self.rest = chunk.slice(count..);
                }
                Ok(Written::All)
            }
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                self.rest = chunk.clone();
                self.is_full = true;
                Ok(Written::UntilFull)
            }
            Err(error) => Err(error),
        }
    }

    fn next_chunk(&mut self) -> Option<Bytes> {
        if !self.rest.is_empty() {
            return Some(std::mem::take(&mut self.rest));
        }
        let first = self.pop()?;
        let waiting = self.from_log.len() + self.queue.len();
        if waiting == 0 {
            // An idle connection keeps room for what comes next, and no more.
            self.from_log = VecDeque::new();
            if self.queue.capacity() > KEPT {
                self.queue = VecDeque::new();
            }
            return Some(first);
        }
        let mut chunk = BytesMut::with_capacity((first.len() * (waiting + 1)).min(CHUNK).max(first.len()));
        chunk.extend_from_slice(&first);
        while self.peek().is_some_and(|next| chunk.len() + next.len() <= CHUNK)
            && let Some(next) = self.pop()
        {
            chunk.extend_from_slice(&next);
        }
        Some(chunk.freeze())
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
