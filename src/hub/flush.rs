//! Writing to many sockets at once.
//!
//! A socket belongs to one of the web server's threads, where a task writes what is queued for it. To wake that task from
//! another thread takes a lock that all of them share, and often a call into the kernel, for each socket. So whoever has
//! something for many gathers whom it is for, and gives each thread its part in one piece; there they are written one after
//! the other, and no task is woken but those of sockets that do not take all of it.

use std::cell::OnceCell;
use std::sync::Arc;

use tokio::sync::mpsc::{self, UnboundedSender};

use super::outbox::Outbox;

thread_local! {
    static HERE: OnceCell<FlushQueue> = const { OnceCell::new() };
}

/// Where the outboxes of one thread's sockets are flushed.
#[derive(Clone)]
pub struct FlushQueue(UnboundedSender<Vec<Arc<Outbox>>>);

impl FlushQueue {
    /// This thread's. To be called on a thread that runs tasks of its own (a `LocalSet`), as all of actix's do.
    pub fn here() -> Self {
        HERE.with(|here| here.get_or_init(Self::start).clone())
    }

    fn start() -> Self {
        // Without a bound, and never longer than there are sockets: each stands in it once until it is flushed.
        let (queue, mut batches) = mpsc::unbounded_channel::<Vec<Arc<Outbox>>>();
        tokio::task::spawn_local(async move {
            while let Some(outboxes) = batches.recv().await {
                outboxes.iter().for_each(|outbox| outbox.flush());
            }
        });
        Self(queue)
    }
}

/// Outboxes that are to be flushed, by thread. What is left is told when this is dropped.
#[derive(Default)]
pub struct Flushes {
    /// As many as the web server has threads.
    threads: Vec<(FlushQueue, Vec<Arc<Outbox>>)>,
    waiting: usize,
}

/// So many are told before more is queued for others, so that the first need not wait for the last of thousands.
const MOST_WAITING: usize = 256;

impl Flushes {
    pub fn add(&mut self, queue: &FlushQueue, outbox: &Arc<Outbox>) {
        let outbox = Arc::clone(outbox);
        match self.threads.iter_mut().find(|(known, _)| known.0.same_channel(&queue.0)) {
            Some((_, outboxes)) => outboxes.push(outbox),
            None => self.threads.push((queue.clone(), vec![outbox])),
        }
        self.waiting += 1;
        if self.waiting >= MOST_WAITING {
            self.send();
        }
    }

    fn send(&mut self) {
        for (queue, outboxes) in &mut self.threads {
            if !outboxes.is_empty() {
                // A thread that is ending has closed its sockets, or is about to.
                let _ = queue.0.send(std::mem::take(outboxes));
            }
        }
        self.waiting = 0;
    }
}

impl Drop for Flushes {
    fn drop(&mut self) {
        self.send();
    }
}
