//! A line that was HTTP and is a websocket now.
//!
//! The handler of the websocket answers like any other: it finds out who is asking and whether they may, passes through
//! everything that is around a request, and says 101. From then on HTTP has no part in it: its buffers are let go, and one
//! task reads what comes in and writes what is queued, to the socket itself.

use std::future::poll_fn;
use std::io;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

use actix_codec::{Framed, FramedParts};
use actix_http::body::MessageBody;
use actix_http::{ConnectionType, Response, h1};
use bytes::BytesMut;
use futures_util::{SinkExt as _, StreamExt as _};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::net::tcp::WriteHalf;
use tokio::time::timeout;

use super::incoming::Incoming;
use super::{Seat, connection};
use crate::hub::{Admission, Drain};
use crate::store::access::Asker;

/// How long what is still queued may take when nobody listens any more, and the other end with closing the line.
const LAST_WORDS: Duration = Duration::from_secs(5);

/// Most that is taken, and thrown away, of what still comes on a line that we have closed: as much as a socket may hold.
const MOST_UNREAD: u64 = 4 << 20;

/// Who was let in, on the way from the handler to their line: it stands in the extensions of the answer.
pub struct LetIn {
    pub seat: Seat,
    pub asker: Asker,
    /// A line counts among those of its address for as long as it is there.
    pub admission: Admission,
}

/// Sends the answer to a request for another protocol, and goes on with that protocol if the answer lets somebody in.
pub async fn go_on(mut answer: Response<impl MessageBody>, line: Framed<TcpStream, h1::Codec>) {
    let let_in = answer.extensions_mut().remove::<LetIn>();
    if let_in.is_none() {
        answer.head_mut().set_connection_type(ConnectionType::Close);
    }
    // Who has gone before they are answered is not told.
    let Ok(line) = send(answer, line).await else { return };
    // HTTP's buffers end here, and what was read beyond the request gets a place of its own size.
    let FramedParts { io, read_buf, .. } = line.into_parts();
    let read = BytesMut::from(&read_buf[..]);
    drop(read_buf);
    match let_in {
        Some(let_in) => Box::pin(serve(let_in, io, read)).await,
        None => close(io).await,
    }
}

async fn send(
    answer: Response<impl MessageBody>,
    mut line: Framed<TcpStream, h1::Codec>,
) -> Result<Framed<TcpStream, h1::Codec>, io::Error> {
    let (head, body) = answer.into_parts();
    line.feed((head, body.size()).into()).await?;
    let mut body = std::pin::pin!(body);
    while let Some(chunk) = poll_fn(|context| body.as_mut().poll_next(context)).await {
        let chunk = chunk.map_err(|cause| io::Error::other(cause.into().to_string()))?;
        line.feed(h1::Message::Chunk(Some(chunk))).await?;
    }
    line.send(h1::Message::Chunk(None)).await?;
    Ok(line)
}

/// Reads and writes until the line ends.
async fn serve(let_in: LetIn, mut line: TcpStream, read: BytesMut) {
    let LetIn { seat, asker, admission } = let_in;
    let drain = Drain::of(Arc::clone(&seat.connection.outbox));
    let most_bytes = seat.app.config.limits.frame_bytes;
    {
        let (incoming, outgoing) = line.split();
        let mut reading = pin!(connection::read(seat, asker, Incoming::of(incoming, read, most_bytes)));
        let mut writing = pin!(write(outgoing, drain));
        match first_of(reading.as_mut(), writing.as_mut()).await {
            First::Reading => drop(timeout(LAST_WORDS, writing).await),
            // The outbox ends with its drain, and the reading with the outbox, once what was asked for is done.
            First::Writing => reading.await,
        }
    }
    close(line).await;
    drop(admission);
}

/// Which of the two has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum First {
    Reading,
    Writing,
}

/// Wakes the task, and tells it that this was for reading.
struct Call {
    is_for_reading: AtomicBool,
    task: Waker,
}

impl Wake for Call {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.is_for_reading.store(true, Ordering::Release);
        self.task.wake_by_ref();
    }
}

/// Goes on with both until one of them ends. Nearly always it is something to write that woke the line, so reading is
/// looked at only when it was woken itself.
async fn first_of<W>(
    mut reading: Pin<&mut impl Future<Output = ()>>,
    mut writing: Pin<&mut impl Future<Output = W>>,
) -> First {
    let mut called: Option<(Arc<Call>, Waker)> = None;
    poll_fn(move |context| {
        if writing.as_mut().poll(context).is_ready() {
            return Poll::Ready(First::Writing);
        }
        // Made once, unless the line has moved to another task.
        let of_this_task = called.take().filter(|(call, _)| call.task.will_wake(context.waker()));
        let (call, waker) = called.insert(of_this_task.unwrap_or_else(|| {
            let call = Arc::new(Call { is_for_reading: AtomicBool::new(true), task: context.waker().clone() });
            (Arc::clone(&call), call.into())
        }));
        let is_called = call.is_for_reading.swap(false, Ordering::Acquire);
        match is_called && reading.as_mut().poll(&mut Context::from_waker(waker)).is_ready() {
            true => Poll::Ready(First::Reading),
            false => Poll::Pending,
        }
    })
    .await
}

/// Writes what is queued until the outbox has ended.
async fn write(mut line: WriteHalf<'_>, mut drain: Drain) -> io::Result<()> {
    while let Some(chunk) = drain.next().await {
        line.write_all(&chunk).await?;
    }
    Ok(())
}

/// Closes our end, and takes what may still come until the other end is closed too: a line that is let go with something
/// unread is reset, and the other side may never read what was said last.
async fn close(mut line: TcpStream) {
    let to_the_end = async move {
        line.shutdown().await?;
        let unread = tokio::io::copy(&mut line.take(MOST_UNREAD), &mut tokio::io::sink()).await?;
        io::Result::Ok(unread)
    };
    // However it ends, it has ended.
    let _ = timeout(LAST_WORDS, to_the_end).await;
}

#[cfg(test)]
mod tests {
    use std::cell::{Cell, RefCell};

    use futures_util::FutureExt as _;

    use super::*;

    #[test]
    fn reading_is_looked_at_when_it_was_woken_and_not_when_writing_was() {
        let (looks, waker) = (Cell::new(0), RefCell::new(None::<Waker>));
        let reading = pin!(poll_fn(|context: &mut Context<'_>| {
            looks.set(looks.get() + 1);
            *waker.borrow_mut() = Some(context.waker().clone());
            if looks.get() == 3 { Poll::Ready(()) } else { Poll::Pending }
        }));
        let writing = pin!(std::future::pending::<()>());
        let mut both = pin!(first_of(reading, writing));

        for _ in 0..3 {
            assert_eq!(both.as_mut().now_or_never(), None);
        }
        assert_eq!(looks.get(), 1);
        for expected in [(2, None), (3, Some(First::Reading))] {
            waker.borrow().as_ref().unwrap().wake_by_ref();
            assert_eq!((both.as_mut().now_or_never(), looks.get()), (expected.1, expected.0));
        }
    }
}
