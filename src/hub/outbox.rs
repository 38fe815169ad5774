//! What is on its way to one connection: a bounded queue of ready frames, which the connection's socket drains.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use bytes::{Bytes, BytesMut};
use futures_util::Stream;
use tokio::sync::Notify;

use super::encode;
use super::wakes::{WakeQueue, Wakes};

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

/// Most bytes that are joined into one write.
const CHUNK: usize = 64 * 1024;

#[derive(Default)]
struct State {
    /// What the log gave, ahead of the queue and outside its bound.
    from_log: VecDeque<Frame>,
    queue: VecDeque<Frame>,
    queued_bytes: usize,
    /// Nothing goes out yet: the log is being read for this connection.
    is_held: bool,
    /// Up to here the log has given what there was.
    released_upto: i64,
    ended: Option<Goodbye>,
    waker: Option<Waker>,
}

/// The queue of one connection. Shared by the hub, which fills it, and the socket, which drains it.
pub struct Outbox {
    state: Mutex<State>,
    bound: Bound,
    /// For the one task that reads from the connection.
    has_ended: Notify,
    /// Where its socket is woken, when many are.
    woken_at: Option<WakeQueue>,
}

impl Outbox {
    /// A queue that holds what comes until [`Outbox::release`].
    pub fn held(bound: Bound, woken_at: Option<WakeQueue>) -> Arc<Self> {
        let state = State { is_held: true, ..State::default() };
        Arc::new(Self { state: Mutex::new(state), bound, has_ended: Notify::new(), woken_at })
    }

    /// A panic while the lock was held cannot leave the queue half-changed: each step is one push or one pop.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Queues a frame. When it does not fit, a fleeting one is dropped; any other ends the connection, which then
    /// comes back and resumes: so a slow reader costs neither memory nor anybody else's time.
    pub fn push(&self, frame: Frame) {
        if let Some(waker) = self.queue(frame) {
            waker.wake();
        }
    }

    /// The same for what many are told: the socket is woken together with the others.
    pub fn push_to_one_of_many(&self, frame: Frame, wakes: &mut Wakes) {
        let Some(waker) = self.queue(frame) else { return };
        match &self.woken_at {
            Some(queue) => wakes.add(queue, waker),
            None => waker.wake(),
        }
    }

    /// Queues a frame; whom to wake for it, if the socket waits.
    fn queue(&self, frame: Frame) -> Option<Waker> {
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
        if state.is_held { None } else { state.waker.take() }
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
}

/// Wakes the socket after the lock is let go, so that it does not run into it.
fn wake(mut state: MutexGuard<'_, State>) {
    let waker = state.waker.take();
    drop(state);
    if let Some(waker) = waker {
        waker.wake();
    }
}

/// The socket's end of an outbox: everything that is queued, joined into as few writes as possible.
pub struct Drain(Arc<Outbox>);

impl Drain {
    pub fn of(outbox: Arc<Outbox>) -> Self {
        Self(outbox)
    }
}

impl Drop for Drain {
    fn drop(&mut self) {
        self.0.end(Goodbye::Gone);
    }
}

impl Stream for Drain {
    type Item = Bytes;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut state = self.0.lock();
        let is_empty = state.from_log.is_empty() && state.queue.is_empty();
        if state.is_held || (is_empty && state.ended.is_none()) {
            // Another waker is kept only if the task has moved.
            if !state.waker.as_ref().is_some_and(|waker| waker.will_wake(context.waker())) {
                state.waker = Some(context.waker().clone());
            }
            return Poll::Pending;
        }
        Poll::Ready(next_chunk(&mut state))
    }
}

fn next_chunk(state: &mut State) -> Option<Bytes> {
    let first = state.pop()?;
    let waiting = state.from_log.len() + state.queue.len();
    if waiting == 0 {
        // An idle connection keeps no buffer.
        state.from_log = VecDeque::new();
        state.queue = VecDeque::new();
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

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;
    use futures_util::StreamExt;

    use super::*;

    fn outbox(frames: usize) -> (Arc<Outbox>, Drain) {
        let outbox = Outbox::held(Bound { frames, bytes: 1_000 }, None);
        (Arc::clone(&outbox), Drain::of(outbox))
    }

    fn frame(seq: i64, text: &'static str) -> Frame {
        Frame { seq, bytes: Bytes::from_static(text.as_bytes()), is_fleeting: false }
    }

    fn next(drain: &mut Drain) -> Option<Option<Bytes>> {
        drain.next().now_or_never()
    }

    #[test]
    fn between_the_log_and_the_present_there_is_no_gap_and_no_repeat() {
        let (outbox, mut drain) = outbox(10);
        outbox.push(frame(4, "d"));
        outbox.push(frame(5, "e"));
        assert_eq!(next(&mut drain), None, "nothing goes out while it is held");
        outbox.release(vec![frame(3, "c"), frame(4, "d")], 4);
        outbox.push(frame(6, "f"));
        assert_eq!(next(&mut drain), Some(Some(Bytes::from_static(b"cdef"))));
    }

    #[test]
    fn what_the_log_gave_is_not_repeated_when_the_hub_comes_to_it_later() {
        let (outbox, mut drain) = outbox(10);
        outbox.release(vec![frame(4, "d")], 5);
        for (seq, text) in [(4, "d"), (5, "e"), (6, "f")] {
            outbox.push(frame(seq, text));
        }
        assert_eq!(next(&mut drain), Some(Some(Bytes::from_static(b"df"))));
    }

    #[test]
    fn a_reader_that_falls_behind_is_told_to_come_back_and_costs_no_memory() {
        let (outbox, mut drain) = outbox(2);
        outbox.release(Vec::new(), 0);
        for seq in 1..=3 {
            outbox.push(frame(seq, "x"));
        }
        assert_eq!(outbox.ended(), Some(Goodbye::FellBehind));
        let close = encode::close(4001, "fell behind; come back and resume");
        assert_eq!(next(&mut drain), Some(Some(close)));
        assert_eq!(next(&mut drain), Some(None));
        outbox.push(frame(4, "y"));
        assert_eq!(next(&mut drain), Some(None));
    }

    #[test]
    fn what_is_fleeting_is_dropped_first() {
        let (outbox, mut drain) = outbox(4);
        outbox.release(Vec::new(), 0);
        outbox.push(frame(1, "a"));
        outbox.push(frame(2, "b"));
        outbox.push(Frame { is_fleeting: true, ..frame(0, "typing") });
        outbox.push(frame(3, "c"));
        assert_eq!(next(&mut drain), Some(Some(Bytes::from_static(b"abc"))));
    }

    #[test]
    fn one_write_holds_at_most_64_kib_of_several_frames() {
        let outbox = Outbox::held(Bound { frames: 100, bytes: 1 << 20 }, None);
        let mut drain = Drain::of(Arc::clone(&outbox));
        outbox.release(Vec::new(), 0);
        for _ in 0..3 {
            outbox.push(Frame::reply(Bytes::from(vec![b'x'; 30_000])));
        }
        assert_eq!(next(&mut drain).unwrap().unwrap().len(), 60_000);
        assert_eq!(next(&mut drain).unwrap().unwrap().len(), 30_000);
    }
}
