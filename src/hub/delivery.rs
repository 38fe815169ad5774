//! Bringing what many are told to their sockets.
//!
//! A socket belongs to one of the web server's threads. To queue something for it from another thread takes its memory from
//! one processor to another and back, and to wake its task takes a lock that all of them share, and often a call into the
//! kernel: for each socket. So whoever has something for many gives each thread one piece, which says what is for whom.
//! There it is written, one socket after the other, and no task is woken but those of sockets that do not take all of it.

use std::cell::OnceCell;
use std::sync::Arc;

use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::mpsc::{self, Receiver, Sender};

use super::connection::Connection;
use super::deflate::ForMany;
use super::outbox::{Frame, Goodbye, Outbox};

/// Pieces that may wait for a thread. When there are so many the hub waits, then the writer, and then callers are told that
/// the server is busy: nothing grows.
const MOST_PIECES: usize = 256;

/// Pieces that are taken together, so that they share writes.
const TAKEN_AT_ONCE: usize = 64;

thread_local! {
    static HERE: OnceCell<SocketThread> = const { OnceCell::new() };
}

/// One of the web server's threads, as those know it who have something for its sockets.
#[derive(Clone)]
pub struct SocketThread(Sender<Piece>);

enum Piece {
    Told(Vec<Told>),
    End(Vec<Arc<Outbox>>, Goodbye),
}

/// Frames, in order, and whom all of them are for.
struct Told {
    frames: Vec<Frame>,
    to: Arc<[Arc<Outbox>]>,
}

impl SocketThread {
    /// This one. To be called on a thread that runs tasks of its own (a `LocalSet`), as all of actix's do.
    pub fn here() -> Self {
        HERE.with(|here| here.get_or_init(Self::start).clone())
    }

    fn start() -> Self {
        let (pieces, come) = mpsc::channel(MOST_PIECES);
        tokio::task::spawn_local(deliver_all(come));
        Self(pieces)
    }
}

async fn deliver_all(mut pieces: Receiver<Piece>) {
    let mut taken = Vec::new();
    while pieces.recv_many(&mut taken, TAKEN_AT_ONCE).await > 0 {
        let mut told: Vec<Told> = Vec::new();
        for piece in taken.drain(..) {
            match piece {
                Piece::Told(more) => more.into_iter().for_each(|more| join(&mut told, more)),
                Piece::End(outboxes, why) => {
                    deliver(&std::mem::take(&mut told));
                    outboxes.iter().for_each(|outbox| outbox.end_after_queue(why));
                }
            }
        }
        deliver(&told);
    }
}

/// What goes to the same connections as what is before it is brought together with it.
fn join(told: &mut Vec<Told>, more: Told) {
    match told.last_mut() {
        Some(last) if Arc::ptr_eq(&last.to, &more.to) => last.frames.extend(more.frames),
        _ => told.push(more),
    }
}

fn deliver(told: &[Told]) {
    if let [only] = told {
        return only.to.iter().for_each(|outbox| outbox.tell(&only.frames));
    }
    // Who is told several things gets them in one write.
    let mut due = Vec::new();
    for told in told {
        due.extend(told.to.iter().filter(|outbox| outbox.add(&told.frames)));
    }
    due.into_iter().for_each(|outbox| outbox.flush());
}

/// Connections of one thread that take frames in the same form.
pub struct Share {
    /// `None`: whatever thread it is, there is nobody on it who would take pieces.
    thread: Option<SocketThread>,
    has_deflate: bool,
    outboxes: Arc<[Arc<Outbox>]>,
}

/// These connections by thread and form.
pub fn shares<'a>(connections: impl Iterator<Item = &'a Arc<Connection>>) -> Vec<Share> {
    let mut shares: Vec<(&Connection, Vec<Arc<Outbox>>)> = Vec::new();
    for connection in connections {
        let outbox = Arc::clone(&connection.outbox);
        let is_alike = |other: &Connection| {
            other.has_deflate == connection.has_deflate && same(other.thread.as_ref(), connection.thread.as_ref())
        };
        match shares.iter_mut().find(|(first, _)| is_alike(first)) {
            Some((_, outboxes)) => outboxes.push(outbox),
            None => shares.push((connection, vec![outbox])),
        }
    }
    let share = |(first, outboxes): (&Connection, Vec<_>)| Share {
        thread: first.thread.clone(),
        has_deflate: first.has_deflate,
        outboxes: outboxes.into(),
    };
    shares.into_iter().map(share).collect()
}

fn same(one: Option<&SocketThread>, other: Option<&SocketThread>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.0.same_channel(&other.0),
        (one, other) => one.is_none() && other.is_none(),
    }
}

/// What is to be brought to threads: gathered while a lock is held, and sent without it.
#[derive(Default)]
pub struct Deliveries {
    /// As many as the web server has threads.
    threads: Vec<(SocketThread, Vec<Told>)>,
}

impl Deliveries {
    pub fn add(&mut self, share: &Share, frame: &ForMany) {
        let frame = frame.in_form(share.has_deflate);
        let Some(thread) = &share.thread else {
            return share.outboxes.iter().for_each(|outbox| outbox.push(frame.clone()));
        };
        let told = Told { frames: vec![frame.clone()], to: Arc::clone(&share.outboxes) };
        match self.threads.iter_mut().find(|(known, _)| known.0.same_channel(&thread.0)) {
            Some((_, before)) => join(before, told),
            None => self.threads.push((thread.clone(), vec![told])),
        }
    }

    pub fn add_all<'a>(&mut self, connections: impl Iterator<Item = &'a Arc<Connection>>, frame: &ForMany) {
        shares(connections).iter().for_each(|share| self.add(share, frame));
    }

    /// Sends them, waiting for threads that have much to do. For a thread that runs no tasks, and holds no lock that those
    /// might want: the hub's own.
    pub fn send(self) {
        for (thread, told) in self.threads {
            // A thread that is ending has closed its sockets, or is about to.
            let _ = thread.0.blocking_send(Piece::Told(told));
        }
    }

    /// Sends them from anywhere, without waiting. For what has no place in the order of events.
    pub fn send_now(self) {
        for (thread, told) in self.threads {
            if let Err(TrySendError::Full(Piece::Told(told))) = thread.0.try_send(Piece::Told(told)) {
                for Told { frames, to } in told {
                    to.iter().for_each(|outbox| frames.iter().cloned().for_each(|frame| outbox.push(frame)));
                }
            }
        }
    }
}

/// Ends connections after all that is on its way to them.
pub fn end_after_all(shares: Vec<Share>, why: Goodbye) {
    for share in shares {
        let outboxes: Vec<_> = share.outboxes.to_vec();
        let refused = match share.thread {
            Some(thread) => thread.0.try_send(Piece::End(outboxes, why)).err().map(TrySendError::into_inner),
            None => Some(Piece::End(outboxes, why)),
        };
        if let Some(Piece::End(outboxes, why)) = refused {
            outboxes.iter().for_each(|outbox| outbox.end_after_queue(why));
        }
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use tokio::task::LocalSet;

    use super::super::outbox::{Bound, Line};
    use super::*;

    /// Takes everything, and counts writes.
    #[derive(Default)]
    struct Pipe(std::sync::Mutex<(Vec<u8>, usize)>);

    impl Line for Pipe {
        fn try_write(&self, bytes: &[u8]) -> std::io::Result<usize> {
            let (taken, writes) = &mut *self.0.lock().unwrap();
            taken.extend_from_slice(bytes);
            *writes += 1;
            Ok(bytes.len())
        }

        fn poll_write_ready(&self, _: &mut std::task::Context<'_>) -> std::task::Poll<std::io::Result<()>> {
            std::task::Poll::Ready(Ok(()))
        }
    }

    fn share(thread: &SocketThread, outboxes: &[&Arc<Outbox>]) -> Share {
        let outboxes = outboxes.iter().map(|outbox| Arc::clone(outbox)).collect();
        Share { thread: Some(thread.clone()), has_deflate: false, outboxes }
    }

    fn frame(seq: i64, text: &'static str) -> ForMany {
        ForMany::new(Frame { seq, bytes: Bytes::from_static(text.as_bytes()), is_fleeting: false })
    }

    /// An open connection.
    async fn open() -> (Arc<Outbox>, Arc<Pipe>) {
        let (outbox, pipe) = (Outbox::held(Bound { frames: 100, bytes: 1_000 }), Arc::<Pipe>::default());
        outbox.release(Vec::new(), 0);
        let (of, line) = (Arc::clone(&outbox), Arc::clone(&pipe));
        tokio::task::spawn_local(async move { of.write_to(line).await });
        tokio::task::yield_now().await;
        (outbox, pipe)
    }

    fn taken(pipe: &Pipe) -> (String, usize) {
        let (taken, writes) = std::mem::take(&mut *pipe.0.lock().unwrap());
        (String::from_utf8_lossy(&taken).into_owned(), writes)
    }

    async fn until_delivered(thread: &SocketThread) {
        while thread.0.capacity() < MOST_PIECES {
            tokio::task::yield_now().await;
        }
        tokio::task::yield_now().await;
    }

    #[tokio::test]
    async fn each_hears_what_is_for_them_in_order_and_what_comes_together_in_one_write() {
        let of_thread = async {
            let thread = SocketThread::here();
            let ((ada, at_ada), (ben, at_ben)) = (open().await, open().await);
            let (both, alone) = (share(&thread, &[&ada, &ben]), share(&thread, &[&ben]));

            let mut first = Deliveries::default();
            first.add(&both, &frame(1, "a"));
            first.send_now();
            until_delivered(&thread).await;
            assert_eq!((taken(&at_ada), taken(&at_ben)), (("a".into(), 1), ("a".into(), 1)));

            let (mut second, mut third) = (Deliveries::default(), Deliveries::default());
            for (share, seq, text) in [(&both, 2, "b"), (&both, 3, "c"), (&alone, 4, "d")] {
                second.add(share, &frame(seq, text));
            }
            third.add(&both, &frame(5, "e"));
            second.send_now();
            third.send_now();
            until_delivered(&thread).await;
            assert_eq!((taken(&at_ada), taken(&at_ben)), (("bce".into(), 1), ("bcde".into(), 1)));
        };
        LocalSet::new().run_until(of_thread).await;
    }

    #[tokio::test]
    async fn the_end_comes_after_all_that_is_on_its_way() {
        let of_thread = async {
            let thread = SocketThread::here();
            let (ada, at_ada) = open().await;
            let mut deliveries = Deliveries::default();
            deliveries.add(&share(&thread, &[&ada]), &frame(1, "a"));
            deliveries.send_now();
            end_after_all(vec![share(&thread, &[&ada])], Goodbye::Stopping);
            assert_eq!(ada.ended(), None);
            ada.has_ended().await;
            until_delivered(&thread).await;
            let (said, _) = taken(&at_ada);
            assert!(said.starts_with('a') && said.ends_with("in a moment"), "{said}");
        };
        LocalSet::new().run_until(of_thread).await;
    }

    #[tokio::test]
    async fn a_thread_with_much_to_do_is_not_waited_for_by_who_must_not_wait() {
        let of_thread = async {
            let thread = SocketThread::here();
            let (ada, at_ada) = open().await;
            for _ in 0..MOST_PIECES + 2 {
                let mut deliveries = Deliveries::default();
                deliveries.add(&share(&thread, &[&ada]), &frame(0, "x"));
                deliveries.send_now();
                // Nobody on this thread has had a turn.
                assert_eq!(ada.ended(), None);
            }
            let mut count = 0;
            while count < MOST_PIECES + 2 {
                tokio::task::yield_now().await;
                count += taken(&at_ada).0.len();
            }
        };
        LocalSet::new().run_until(of_thread).await;
    }
}
