//! A line that was HTTP and is a websocket now.
//!
//! The handler of the websocket answers like any other: it finds out who is asking and whether they may, passes through
//! everything that is around a request, and says 101. From then on HTTP has no part in it: its buffers are let go, and one
//! task reads what comes in and writes what is queued, to the socket itself.

use std::future::poll_fn;
use std::io;
use std::net::Shutdown;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use actix_codec::{Framed, FramedParts};
use actix_http::body::MessageBody;
use actix_http::{ConnectionType, Response, h1};
use bytes::BytesMut;
use futures_util::SinkExt as _;
use futures_util::future::{Either, select};
use socket2::SockRef;
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::incoming::Incoming;
use super::{Seat, connection};
use crate::hub::{Admission, Line};
use crate::store::access::Asker;

/// How long what is still queued may take when nobody listens any more, and the other end with closing the line.
const LAST_WORDS: Duration = Duration::from_secs(5);

/// Most that is taken, and thrown away, of what still comes on a line that we have closed: as much as a socket may hold.
const MOST_UNREAD: usize = 4 << 20;

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
        None => close(&io).await,
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
async fn serve(let_in: LetIn, line: TcpStream, read: BytesMut) {
    let LetIn { seat, asker, admission } = let_in;
    let line = Arc::new(line);
    let outbox = Arc::clone(&seat.connection.outbox);
    let incoming = Incoming::of(&line, read, seat.app.config.limits.frame_bytes, seat.connection.has_deflate);
    {
        let reading = std::pin::pin!(connection::read(seat, asker, incoming));
        let writing = std::pin::pin!(outbox.write_to(Arc::clone(&line)));
        match select(reading, writing).await {
            Either::Left(((), writing)) => drop(timeout(LAST_WORDS, writing).await),
            // The connection ends with the writing, and the reading with the connection, once what was asked for is done.
            Either::Right((_, reading)) => reading.await,
        }
    }
    close(&line).await;
    drop(admission);
}

impl Line for TcpStream {
    fn try_write(&self, bytes: &[u8]) -> io::Result<usize> {
        // A socket is nearly always ready: it is asked itself, and the runtime, which has noted what it heard of it
        // elsewhere in memory, only when it is not.
        match SockRef::from(self).send(bytes) {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => Self::try_write(self, bytes),
            written => written,
        }
    }

    fn poll_write_ready(&self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Self::poll_write_ready(self, context)
    }
}

/// Closes our end, and takes what may still come until the other end is closed too: a line that is let go with something
/// unread is reset, and the other side may never read what was said last.
async fn close(line: &TcpStream) {
    let to_the_end = async {
        SockRef::from(line).shutdown(Shutdown::Write)?;
        // On the heap, and only now: what stands in this future stands there for as long as the line is open.
        let (mut unread, mut bytes) = (0, vec![0; 4 * 1024]);
        while unread < MOST_UNREAD {
            line.readable().await?;
            match line.try_read(&mut bytes) {
                Ok(0) => break,
                Ok(count) => unread += count,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    };
    // However it ends, it has ended.
    let _ = timeout(LAST_WORDS, to_the_end).await;
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;

    use super::*;

    #[actix_web::test]
    async fn an_open_line_keeps_no_room_for_its_end() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let line = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        assert!(size_of_val(&close(&line)) < 1_024);
    }
}
