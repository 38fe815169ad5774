//! The floor of fan-out: a process that writes the same bytes to the same number of sockets, and does nothing else.
//!
//! The first connection commands: for each eight bytes (when a message was sent) one frame goes to all the others. Those begin
//! as websockets do, with a request and an answer, and then say something once, which is not read. For a system that has
//! answered something at once acknowledges from then on what comes when it comes, and not when it is read; on the
//! loopback interface that is work of the process that writes.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};

use crate::Result;
use crate::server::Process;
use crate::ws::server_frame;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Of each message's frame, without what a websocket puts before it
    #[arg(long)]
    bytes: usize,
    /// Messages that everybody is told when they come
    #[arg(long)]
    greet: u64,
}

/// Serves until the connection that commands is closed.
///
/// # Errors
/// When it cannot listen.
pub fn serve(args: &Args) -> Result<()> {
    let listener = listener()?;
    println!("{}", listener.local_addr()?);
    let (mut control, _) = listener.accept()?;
    let listeners = Arc::new(Mutex::new(Vec::<TcpStream>::new()));
    let (coming, greet, bytes) = (Arc::clone(&listeners), args.greet, args.bytes);
    let greeting: Vec<u8> = (1..=greet).flat_map(|ordinal| message(ordinal, 0, bytes)).collect();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            if welcome(&stream, &greeting).is_ok() {
                coming.lock().unwrap_or_else(PoisonError::into_inner).push(stream);
            }
        }
    });
    let (mut sent_ns, mut ordinal) = ([0; 8], greet);
    while control.read_exact(&mut sent_ns).is_ok() {
        ordinal += 1;
        let frame = message(ordinal, u64::from_le_bytes(sent_ns), bytes);
        listeners.lock().unwrap_or_else(PoisonError::into_inner).retain(|mut stream| stream.write_all(&frame).is_ok());
    }
    Ok(())
}

/// Answers the request that a connection begins with, and says what is said first.
fn welcome(mut stream: &TcpStream, greeting: &[u8]) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let (mut request, mut some) = (Vec::new(), [0; 1024]);
    while !request.ends_with(b"\r\n\r\n") {
        match stream.read(&mut some)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            count => request.extend_from_slice(&some[..count]),
        }
    }
    stream.write_all(b"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")?;
    stream.write_all(greeting)
}

/// With as many connections waiting to be accepted as Linux allows by default (net.core.somaxconn, ip-sysctl).
fn listener() -> Result<TcpListener> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let _inside = runtime.enter();
    let socket = tokio::net::TcpSocket::new_v4()?;
    socket.bind(SocketAddr::from(([127, 0, 0, 1], 0)))?;
    let listener = socket.listen(4096)?.into_std()?;
    listener.set_nonblocking(false)?;
    Ok(listener)
}

/// A frame as long as the server's, with what the listeners look for in it.
fn message(ordinal: u64, sent_ns: u64, bytes: usize) -> Vec<u8> {
    let mut json = format!(
        r#"{{"seq":{ordinal},"type":"message_created","data":{{"message":{{"ordinal":{ordinal},"content":"{sent_ns:020}","more":""#
    );
    let end = r#""}}}"#;
    json.extend(std::iter::repeat_n('.', bytes.saturating_sub(json.len() + end.len())));
    json.push_str(end);
    server_frame(json.as_bytes())
}

/// That process, as the benchmark sees it.
pub struct Floor {
    child: Child,
    pub address: SocketAddr,
    pub control: tokio::net::TcpStream,
}

impl Floor {
    /// `bytes`: see [`Args`].
    ///
    /// # Errors
    /// When it cannot be started.
    pub async fn start(bytes: usize, greet: u64) -> Result<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .args(["floor-sockets", "--bytes", &bytes.to_string(), "--greet", &greet.to_string()])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().ok_or("no standard output")?).read_line(&mut line)?;
        let address = line.trim().parse()?;
        let control = tokio::net::TcpStream::connect(address).await?;
        control.set_nodelay(true)?;
        Ok(Self { child, address, control })
    }

    pub fn process(&self) -> Process {
        Process(self.child.id())
    }
}

impl Drop for Floor {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
