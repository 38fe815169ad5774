//! The log of a server, on standard error.
//!
//! Whoever reads it may be slow, gone, or out of disk; no request waits for that. So lines go
//! through a bounded queue to a thread of their own, and when the queue is full they are dropped
//! and counted.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread::JoinHandle;

use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::config::{Log, LogFormat};

/// Lines that may wait for the reader; one more is dropped.
const QUEUE: usize = 4096;

/// The log, until this is dropped; then what is queued is written.
pub struct Started {
    queue: SyncSender<Task>,
    thread: Option<JoinHandle<()>>,
}

/// Starts the log of this process. A second one has no effect.
pub fn start(config: &Log) -> Started {
    let (queue, tasks) = mpsc::sync_channel(QUEUE);
    let dropped = Arc::new(AtomicU64::new(0));
    let lines = Lines { queue: queue.clone(), dropped: Arc::clone(&dropped) };
    let thread =
        std::thread::Builder::new().name("log".into()).spawn(move || write_out(&tasks, &dropped, io::stderr()));
    // What the HTTP library says of its start is nothing to the person who started Parlor.
    let targets: Targets = format!("actix_server=warn,{}", config.filter.as_str()).parse().unwrap_or_default();
    let builder = tracing_subscriber::fmt().with_max_level(LevelFilter::TRACE).with_ansi(false).with_writer(lines);
    let _ = match config.format {
        LogFormat::Text => builder.finish().with(targets).try_init(),
        LogFormat::Json => builder.json().flatten_event(true).finish().with(targets).try_init(),
    };
    Started { queue, thread: thread.ok() }
}

impl Drop for Started {
    fn drop(&mut self) {
        // Without waiting: if the queue is full, the reader is stuck, and would be waited for in vain.
        if self.queue.try_send(Task::Stop).is_ok()
            && let Some(thread) = self.thread.take()
        {
            let _ = thread.join();
        }
    }
}

enum Task {
    Line(Vec<u8>),
    Stop,
}

/// Writes line by line. An error is nobody's to hear: standard error was the place to say it.
fn write_out(tasks: &Receiver<Task>, dropped: &AtomicU64, mut out: impl Write) {
    while let Ok(Task::Line(line)) = tasks.recv() {
        let _ = out.write_all(&line);
        match dropped.swap(0, Ordering::Relaxed) {
            0 => {}
            count => {
                let _ = writeln!(out, "{count} lines of the log were dropped, since nobody read it fast enough");
            }
        }
    }
}

/// Takes a line from whoever logs, without ever waiting.
#[derive(Clone)]
struct Lines {
    queue: SyncSender<Task>,
    dropped: Arc<AtomicU64>,
}

impl Write for Lines {
    /// One call is one line: so the formatter hands them over.
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        if self.queue.try_send(Task::Line(line.to_vec())).is_err() {
            self.dropped.fetch_add(1, Ordering::Relaxed);
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_is_stuck_costs_lines_and_nobody_waits() {
        let (queue, tasks) = mpsc::sync_channel(2);
        let dropped = Arc::new(AtomicU64::new(0));
        let mut lines = Lines { queue: queue.clone(), dropped: Arc::clone(&dropped) };
        for line in ["one\n", "two\n", "three\n", "four\n"] {
            lines.write_all(line.as_bytes()).unwrap();
        }
        drop((queue, lines));

        let mut out = Vec::new();
        write_out(&tasks, &dropped, &mut out);

        let text = String::from_utf8(out).unwrap();
        assert_eq!(text, "one\n2 lines of the log were dropped, since nobody read it fast enough\ntwo\n");
    }
}
