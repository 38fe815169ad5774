//! Bytes on a bare TCP connection, for what no HTTP library would send.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::TestServer;

/// How long the server may take to answer before the test fails.
const PATIENCE: Duration = Duration::from_secs(60);

/// An open connection on which these bytes have been sent.
pub async fn wire(server: &TestServer, bytes: &[u8]) -> TcpStream {
    let address = server.origin().trim_start_matches("http://").to_owned();
    let mut stream = TcpStream::connect(address).await.unwrap();
    // The server may have answered and closed before it was sent all of it.
    let _ = stream.write_all(bytes).await;
    stream
}

/// The one answer that the server gives.
pub async fn answer_over(mut stream: TcpStream) -> String {
    let mut said = Vec::new();
    let mut piece = [0; 4096];
    while !is_whole(&said) {
        match tokio::time::timeout(PATIENCE, stream.read(&mut piece)).await.expect("the server answers") {
            Ok(0) | Err(_) => break,
            Ok(length) => said.extend_from_slice(&piece[..length]),
        }
    }
    String::from_utf8_lossy(&said).into_owned()
}

/// Whether as much has come as the answer's head announces.
fn is_whole(said: &[u8]) -> bool {
    let text = String::from_utf8_lossy(said).to_lowercase();
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    body.len() >= length.map_or(0, |length| length.trim().parse().unwrap())
}
