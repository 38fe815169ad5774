//! A web site that links lead to: it answers as it is told, and remembers what it was asked.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// What is answered at a path: the head, and the body; endless when it is to be repeated for ever.
#[derive(Clone)]
pub struct Reply {
    head: String,
    body: Vec<u8>,
    is_endless: bool,
}

impl Reply {
    pub fn page(html: &str) -> Self {
        Self::of("text/html; charset=utf-8", html.as_bytes())
    }

    pub fn of(content_type: &str, body: &[u8]) -> Self {
        Self {
            head: format!("HTTP/1.1 200 OK\r\ncontent-type: {content_type}\r\n"),
            body: body.to_vec(),
            is_endless: false,
        }
    }

    pub fn redirect(to: &str) -> Self {
        Self { head: format!("HTTP/1.1 302 Found\r\nlocation: {to}\r\n"), body: Vec::new(), is_endless: false }
    }

    /// A page that begins like this and then goes on for ever.
    pub fn endless(html: &str) -> Self {
        Self { is_endless: true, ..Self::page(html) }
    }
}

#[derive(Clone)]
pub struct Site {
    pub origin: String,
    asked: Arc<Mutex<Vec<String>>>,
    replies: Arc<Mutex<HashMap<String, Reply>>>,
}

impl Site {
    /// On a loopback address of its own, such as `127.0.0.2`.
    pub async fn open(address: &str) -> Self {
        let listener = TcpListener::bind((address, 0)).await.unwrap();
        let site = Self {
            origin: format!("http://{}", listener.local_addr().unwrap()),
            asked: Arc::default(),
            replies: Arc::default(),
        };
        let serving = site.clone();
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                tokio::spawn(serving.clone().answer(socket));
            }
        });
        site
    }

    pub fn at(&self, path: &str, reply: Reply) -> String {
        self.replies.lock().unwrap().insert(path.to_owned(), reply);
        format!("{}{path}", self.origin)
    }

    /// The paths that were asked for, in their order.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    async fn answer(self, mut socket: tokio::net::TcpStream) {
        let mut request = Vec::new();
        let mut piece = [0; 2048];
        while !request.windows(4).any(|end| end == b"\r\n\r\n") {
            match socket.read(&mut piece).await {
                Ok(read @ 1..) => request.extend_from_slice(&piece[..read]),
                _ => return,
            }
        }
        let request = String::from_utf8_lossy(&request).into_owned();
        let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
        self.asked.lock().unwrap().push(path.clone());
        let reply = self.replies.lock().unwrap().get(&path).cloned();
        let Some(Reply { head, body, is_endless }) = reply else {
            let _ = socket.write_all(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").await;
            return;
        };
        let _ = socket.write_all(format!("{head}connection: close\r\n\r\n").as_bytes()).await;
        let _ = socket.write_all(&body).await;
        while is_endless && socket.write_all(&[b' '; 65536]).await.is_ok() {}
    }
}
