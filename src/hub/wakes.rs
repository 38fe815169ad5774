//! Waking many sockets at once.
//!
//! A socket's task lives on one of the web server's threads. To wake it from another takes a lock that all of them
//! share, and often a call into the kernel, for each socket. So whoever has something for many gathers whom to wake, and
//! gives each thread its part in one piece; there a task wakes them as its neighbours, which costs next to nothing.

use std::cell::OnceCell;
use std::task::Waker;

use tokio::sync::mpsc::{self, UnboundedSender};

thread_local! {
    static HERE: OnceCell<WakeQueue> = const { OnceCell::new() };
}

/// Where sockets of one thread are woken.
#[derive(Clone)]
pub struct WakeQueue(UnboundedSender<Vec<Waker>>);

impl WakeQueue {
    /// This thread's. To be called on a thread that runs tasks of its own (a `LocalSet`), as all of actix's do.
    pub fn here() -> Self {
        HERE.with(|here| here.get_or_init(Self::start).clone())
    }

    fn start() -> Self {
        // Without a bound, and never longer than there are sockets: each gives its waker away once, and makes another
        // when it has run.
        let (queue, mut batches) = mpsc::unbounded_channel::<Vec<Waker>>();
        tokio::task::spawn_local(async move {
            while let Some(wakers) = batches.recv().await {
                wakers.into_iter().for_each(Waker::wake);
            }
        });
        Self(queue)
    }

    fn send(&self, wakers: Vec<Waker>) {
        // A thread that is ending has nobody left to wake, but must not keep its tasks waiting.
        if let Err(unsent) = self.0.send(wakers) {
            unsent.0.into_iter().for_each(Waker::wake);
        }
    }
}

/// Sockets that are to be woken, by thread. What is left is woken when this is dropped.
#[derive(Default)]
pub struct Wakes {
    /// As many as the web server has threads.
    threads: Vec<(WakeQueue, Vec<Waker>)>,
    waiting: usize,
}

/// So many are woken before more is queued for others, so that the first need not wait for the last of thousands.
const MOST_WAITING: usize = 256;

impl Wakes {
    pub fn add(&mut self, queue: &WakeQueue, waker: Waker) {
        match self.threads.iter_mut().find(|(known, _)| known.0.same_channel(&queue.0)) {
            Some((_, wakers)) => wakers.push(waker),
            None => self.threads.push((queue.clone(), vec![waker])),
        }
        self.waiting += 1;
        if self.waiting >= MOST_WAITING {
            self.send();
        }
    }

    fn send(&mut self) {
        for (queue, wakers) in &mut self.threads {
            if !wakers.is_empty() {
                queue.send(std::mem::take(wakers));
            }
        }
        self.waiting = 0;
    }
}

impl Drop for Wakes {
    fn drop(&mut self) {
        self.send();
    }
}
