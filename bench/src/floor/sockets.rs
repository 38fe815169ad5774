//! The floor of fan-out: a process that writes the same bytes to the same number of sockets, and does nothing else.
//!
//! The first connection commands: for each eight bytes (when a message was sent) one frame goes to all the others.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};

use crate::Result;
use crate::house::text;
use crate::server::Process;
use crate::ws::server_frame;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Of each message's text
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
            let _ = stream.set_nodelay(true);
            if (&stream).write_all(&greeting).is_ok() {
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

/// A frame as the server makes it.
fn message(ordinal: u64, sent_ns: u64, bytes: usize) -> Vec<u8> {
    let (id, content) = ("00000000-0000-7000-8000-000000000000", text(sent_ns, bytes));
    let json = format!(
        r#"{{"seq":{ordinal},"type":"message_created","data":{{"message":{{"id":"{id}","group_id":"{id}","direct_id":null,"sender_id":"{id}","receiver_id":null,"client_id":"{id}","ordinal":{ordinal},"kind":"text","content":"{content}","created_at":"2026-01-01T00:00:00.000Z","edited_at":null,"version":1}}}}}}"#
    );
    server_frame(json.as_bytes())
}

/// That process, as the benchmark sees it.
pub struct Floor {
    child: Child,
    pub address: SocketAddr,
    pub control: tokio::net::TcpStream,
}

impl Floor {
    /// # Errors
    /// When it cannot be started.
    pub async fn start(text_bytes: usize, greet: u64) -> Result<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .args(["floor-sockets", "--bytes", &text_bytes.to_string(), "--greet", &greet.to_string()])
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
