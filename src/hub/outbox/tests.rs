//! An outbox and its socket, without the network.

use futures_util::FutureExt;

use super::*;

/// Takes what is written, as far as there is room.
#[derive(Default)]
struct Pipe {
    taken: Mutex<Vec<u8>>,
    room: Mutex<usize>,
    writes: Mutex<usize>,
    is_broken: Mutex<bool>,
}

impl Line for Pipe {
    fn try_write(&self, bytes: &[u8]) -> io::Result<usize> {
        if *self.is_broken.lock().unwrap() {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        let mut room = self.room.lock().unwrap();
        let count = bytes.len().min(*room);
        if count == 0 {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        *room -= count;
        *self.writes.lock().unwrap() += 1;
        self.taken.lock().unwrap().extend_from_slice(&bytes[..count]);
        Ok(count)
    }

    fn poll_write_ready(&self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        if *self.room.lock().unwrap() > 0 { Poll::Ready(Ok(())) } else { Poll::Pending }
    }
}

/// An outbox and its socket, which has room for so many bytes.
struct Socket {
    outbox: Arc<Outbox>,
    pipe: Arc<Pipe>,
    writing: std::pin::Pin<Box<dyn Future<Output = io::Result<()>>>>,
}

impl Socket {
    fn with_room(bound: Bound, room: usize) -> Self {
        let outbox = Outbox::held(bound);
        let pipe = Arc::new(Pipe { room: Mutex::new(room), ..Pipe::default() });
        let (of, line) = (Arc::clone(&outbox), Arc::clone(&pipe));
        let writing = Box::pin(async move { of.write_to(line).await });
        Self { outbox, pipe, writing }
    }

    fn of(frames: usize) -> Self {
        Self::with_room(Bound { frames, bytes: 1_000 }, 1 << 20)
    }

    /// What has been written since, and whether writing has ended.
    fn written(&mut self) -> (String, bool) {
        let has_ended = self.writing.as_mut().now_or_never().is_some();
        (self.taken(), has_ended)
    }

    fn taken(&self) -> String {
        String::from_utf8_lossy(&std::mem::take(&mut *self.pipe.taken.lock().unwrap())).into_owned()
    }
}

fn going_on(text: &str) -> (String, bool) {
    (text.to_owned(), false)
}

fn frame(seq: i64, text: &'static str) -> Frame {
    Frame { seq, bytes: Bytes::from_static(text.as_bytes()), is_fleeting: false }
}

#[test]
fn between_the_log_and_the_present_there_is_no_gap_and_no_repeat() {
    let mut socket = Socket::of(10);
    socket.outbox.push(frame(4, "d"));
    socket.outbox.push(frame(5, "e"));
    assert_eq!(socket.written(), going_on(""), "nothing goes out while it is held");
    socket.outbox.release(vec![frame(3, "c"), frame(4, "d")], 4);
    socket.outbox.push(frame(6, "f"));
    assert_eq!(socket.written(), going_on("cdef"));
}

#[test]
fn what_the_log_gave_is_not_repeated_when_the_hub_comes_to_it_later() {
    let mut socket = Socket::of(10);
    socket.outbox.release(vec![frame(4, "d")], 5);
    for (seq, text) in [(4, "d"), (5, "e"), (6, "f")] {
        socket.outbox.push(frame(seq, text));
    }
    assert_eq!(socket.written(), going_on("df"));
}

#[test]
fn a_reader_that_falls_behind_is_told_to_come_back_and_costs_no_memory() {
    let mut socket = Socket::of(2);
    socket.outbox.release(Vec::new(), 0);
    for seq in 1..=3 {
        socket.outbox.push(frame(seq, "x"));
    }
    assert_eq!(socket.outbox.ended(), Some(Goodbye::FellBehind));
    let close = encode::close(4001, "fell behind; come back and resume");
    assert_eq!(socket.written(), (String::from_utf8_lossy(&close).into_owned(), true));
    socket.outbox.push(frame(4, "y"));
    assert_eq!(socket.taken(), "");
}

#[test]
fn what_is_fleeting_is_dropped_first() {
    let mut socket = Socket::of(4);
    socket.outbox.release(Vec::new(), 0);
    socket.outbox.push(frame(1, "a"));
    socket.outbox.push(frame(2, "b"));
    socket.outbox.push(Frame { is_fleeting: true, ..frame(0, "typing") });
    socket.outbox.push(frame(3, "c"));
    assert_eq!(socket.written(), going_on("abc"));
}

#[test]
fn one_write_holds_at_most_64_kib_of_several_frames() {
    let mut socket = Socket::with_room(Bound { frames: 100, bytes: 1 << 20 }, 1 << 20);
    socket.outbox.release(Vec::new(), 0);
    for _ in 0..3 {
        socket.outbox.push(Frame::reply(Bytes::from(vec![b'x'; 30_000])));
    }
    assert_eq!(socket.written().0.len(), 90_000);
    assert_eq!(*socket.pipe.writes.lock().unwrap(), 2);
}

#[test]
fn what_is_told_to_many_is_written_without_the_task_and_in_order_with_the_rest() {
    let mut socket = Socket::of(10);
    socket.outbox.tell(&[frame(1, "a")]);
    assert_eq!(socket.taken(), "", "it has no socket yet");
    assert_eq!(socket.written(), going_on(""));
    socket.outbox.tell(&[frame(2, "b")]);
    assert_eq!(socket.taken(), "", "and then it is held");
    socket.outbox.release(Vec::new(), 0);
    socket.outbox.tell(&[frame(3, "c")]);
    assert_eq!(socket.taken(), "abc");
    socket.outbox.tell(&[frame(4, "d")]);
    assert_eq!(socket.taken(), "d");
    socket.outbox.push(frame(0, "e"));
    socket.outbox.tell(&[frame(5, "f"), frame(6, "g")]);
    assert_eq!(socket.taken(), "efg");
    assert_eq!(socket.written(), going_on(""));
}

#[test]
fn what_comes_in_several_pieces_at_once_shares_a_write() {
    let mut socket = Socket::of(10);
    socket.outbox.release(Vec::new(), 0);
    assert_eq!(socket.written(), going_on(""));
    assert!(socket.outbox.add(&[frame(1, "a"), frame(2, "b")]), "it is to be flushed");
    assert!(!socket.outbox.add(&[frame(3, "c")]), "but not twice");
    assert_eq!(socket.taken(), "");
    socket.outbox.flush();
    assert_eq!((socket.taken().as_str(), *socket.pipe.writes.lock().unwrap()), ("abc", 1));
}

#[test]
fn what_is_larger_than_may_ever_wait_ends_the_connection() {
    let mut socket = Socket::of(10);
    socket.outbox.release(Vec::new(), 0);
    assert_eq!(socket.written(), going_on(""));
    socket.outbox.tell(&[Frame::reply(Bytes::from(vec![b'x'; 1_001]))]);
    assert_eq!(socket.outbox.ended(), Some(Goodbye::FellBehind));
}

#[test]
fn what_many_are_told_is_bound_by_the_same_rules() {
    let mut socket = Socket::with_room(Bound { frames: 2, bytes: 1_000 }, 1);
    socket.outbox.release(Vec::new(), 2);
    assert_eq!(socket.written(), going_on(""));
    socket.outbox.tell(&[frame(2, "b")]);
    assert_eq!(socket.taken(), "", "the log gave it");
    socket.outbox.tell(&[frame(3, "cd")]);
    assert_eq!(socket.taken(), "c");
    socket.outbox.tell(&[frame(4, "e")]);
    socket.outbox.tell(&[Frame { is_fleeting: true, ..frame(0, "typing") }]);
    assert_eq!(socket.outbox.ended(), None);
    socket.outbox.tell(&[frame(5, "f"), frame(6, "g")]);
    assert_eq!(socket.outbox.ended(), Some(Goodbye::FellBehind));
    *socket.pipe.room.lock().unwrap() = 100;
    let close = encode::close(4001, "fell behind; come back and resume");
    assert_eq!(socket.written(), (format!("d{}", String::from_utf8_lossy(&close)), true));
}

#[test]
fn a_socket_that_is_full_gets_the_rest_when_it_has_room_and_nothing_twice() {
    let mut socket = Socket::with_room(Bound { frames: 10, bytes: 1_000 }, 3);
    socket.outbox.release(Vec::new(), 0);
    assert_eq!(socket.written(), going_on(""));
    socket.outbox.tell(&[frame(1, "abcd")]);
    assert_eq!(socket.taken(), "abc");
    socket.outbox.tell(&[frame(2, "ef")]);
    assert_eq!(socket.written(), going_on(""));
    *socket.pipe.room.lock().unwrap() = 100;
    socket.outbox.flush();
    assert_eq!(socket.taken(), "", "whoever waits for room goes on");
    assert_eq!(socket.written(), going_on("def"));
    socket.outbox.tell(&[frame(3, "g")]);
    assert_eq!(socket.taken(), "g");
}

#[test]
fn the_last_words_are_written_before_the_end() {
    let mut socket = Socket::of(10);
    socket.outbox.release(Vec::new(), 0);
    socket.outbox.push(frame(1, "a"));
    socket.outbox.end_after_queue(Goodbye::Stopping);
    socket.outbox.flush();
    let close = encode::close(1001, "the server is stopping; come back in a moment");
    assert_eq!(socket.written(), (format!("a{}", String::from_utf8_lossy(&close)), true));
}

#[test]
fn a_line_that_is_broken_ends_the_connection_whoever_finds_out() {
    let mut socket = Socket::of(10);
    socket.outbox.release(Vec::new(), 0);
    assert_eq!(socket.written(), going_on(""));
    *socket.pipe.is_broken.lock().unwrap() = true;
    socket.outbox.tell(&[frame(1, "a")]);
    assert_eq!(socket.outbox.ended(), Some(Goodbye::Gone));
    assert_eq!(socket.written(), (String::new(), true));
}

#[test]
fn of_what_was_written_nothing_is_kept() {
    let mut socket = Socket::of(10);
    socket.outbox.release(Vec::new(), 0);
    let bytes = Bytes::from(vec![b'x'; 500]);
    socket.outbox.push(Frame::reply(bytes.clone()));
    assert_eq!(socket.written().0.len(), 500);
    assert!(bytes.is_unique());
}
