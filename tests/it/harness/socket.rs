//! One open websocket.

use std::collections::VecDeque;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{self, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, client_async, connect_async};

/// How long anything may take before the test fails. Generous, since nothing is asserted about speed.
const PATIENCE: Duration = Duration::from_secs(30);

/// How a connection ended, or was refused: a close code, or an HTTP status.
#[derive(Debug, PartialEq, Eq)]
pub enum Ended {
    Closed(u16),
    /// Without a close frame.
    Dropped,
    Refused(u16),
}

#[derive(Debug)]
pub struct Socket {
    stream: WebSocketStream<MaybeTlsStream<TcpStream>>,
    /// Frames that were read while waiting for another one.
    heard: VecDeque<Value>,
    next_id: i64,
    /// The greatest `seq` heard so far.
    pub last_seq: i64,
}

impl Socket {
    pub async fn open(url: &str, token: Option<&str>, headers: &[(&'static str, &str)]) -> Result<Self, Ended> {
        match connect_async(handshake(url, token, headers)).await {
            Ok((stream, _)) => Ok(Self::on(stream)),
            Err(tungstenite::Error::Http(answer)) => Err(Ended::Refused(answer.status().as_u16())),
            // Nobody listens, or not for long enough.
            Err(_) => Err(Ended::Dropped),
        }
    }

    /// Opens the websocket on a line that the test has made.
    pub async fn open_on(line: TcpStream, url: &str, token: Option<&str>) -> Self {
        let line = MaybeTlsStream::Plain(line);
        Self::on(client_async(handshake(url, token, &[]), line).await.unwrap().0)
    }

    fn on(stream: WebSocketStream<MaybeTlsStream<TcpStream>>) -> Self {
        Self { stream, heard: VecDeque::new(), next_id: 1, last_seq: 0 }
    }

    /// Reads up to the frame that says that everything missed has been told; its data.
    pub async fn until_ready(&mut self) -> Value {
        self.frame(|frame| frame["type"] == "ready" || frame["type"] == "start_afresh").await["data"].clone()
    }

    /// The next frame, whatever it is; frames that wait for their turn are not looked at.
    pub async fn next(&mut self) -> Result<Value, Ended> {
        tokio::time::timeout(PATIENCE, self.read()).await.expect("the server says something")
    }

    async fn read(&mut self) -> Result<Value, Ended> {
        loop {
            match self.stream.next().await {
                Some(Ok(Message::Text(text))) => {
                    let frame: Value = serde_json::from_str(&text).unwrap();
                    self.note_seq(&frame);
                    return Ok(frame);
                }
                Some(Ok(Message::Close(frame))) => return Err(Ended::Closed(frame.map_or(1005, |f| f.code.into()))),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Err(Ended::Dropped),
            }
        }
    }

    /// Events come in the order of the log, each once.
    fn note_seq(&mut self, frame: &Value) {
        if let Some(seq) = frame["seq"].as_i64() {
            assert!(seq > self.last_seq, "event {seq} came after {}", self.last_seq);
            self.last_seq = seq;
        }
    }

    /// The first frame not yet looked at that is wanted; those before it wait for their turn.
    pub async fn frame(&mut self, is_wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.heard.iter().position(&is_wanted) {
            return self.heard.remove(at).unwrap();
        }
        loop {
            let frame = self.next().await.unwrap_or_else(|ended| panic!("the connection ended: {ended:?}"));
            if is_wanted(&frame) {
                return frame;
            }
            self.heard.push_back(frame);
        }
    }

    /// The data of the next event, or signal, of a kind.
    pub async fn event(&mut self, kind: &str) -> Value {
        self.frame(|frame| frame["type"] == kind).await["data"].clone()
    }

    /// Asks for something; the number of the frame.
    pub async fn ask(&mut self, kind: &str, data: Value) -> i64 {
        let id = self.next_id;
        self.next_id += 1;
        let frame = if data.is_null() {
            json!({ "id": id, "type": kind })
        } else {
            json!({ "id": id, "type": kind, "data": data })
        };
        self.text(&frame.to_string()).await;
        id
    }

    /// Asks for something that must be done; the answer's data.
    pub async fn ack(&mut self, kind: &str, data: Value) -> Value {
        let id = self.ask(kind, data).await;
        let answer = self.frame(|frame| frame["reply_to"] == id).await;
        assert_eq!(answer["type"], "ack", "{answer}");
        answer["data"].clone()
    }

    /// Asks for something that must be refused with this code; the problem.
    pub async fn refused(&mut self, kind: &str, data: Value, code: &str) -> Value {
        let id = self.ask(kind, data).await;
        let answer = self.frame(|frame| frame["reply_to"] == id).await;
        assert_eq!((&answer["type"], &answer["data"]["code"]), (&json!("error"), &json!(code)), "{answer}");
        answer["data"].clone()
    }

    /// Sends a text frame as it is.
    pub async fn text(&mut self, text: &str) {
        self.raw(Message::text(text)).await;
    }

    /// Sends any message.
    pub async fn raw(&mut self, message: Message) {
        let _ = self.stream.send(message).await;
    }

    /// Everything that was heard up to the answer to a ping.
    pub async fn heard_so_far(&mut self) -> Vec<Value> {
        let id = self.ask("ping", Value::Null).await;
        let pong = self.frame(|frame| frame["reply_to"] == id).await;
        assert_eq!(pong["type"], "pong");
        self.heard.drain(..).collect()
    }

    /// No event of the log has come since it was last asked, up to the answer to a ping.
    #[track_caller]
    pub fn heard_nothing(&mut self) -> impl Future<Output = ()> {
        let caller = std::panic::Location::caller();
        async move {
            let heard: Vec<Value> = self.heard_so_far().await.into_iter().filter(|f| f["seq"].is_i64()).collect();
            assert!(heard.is_empty(), "at {caller}: heard {heard:#?}");
        }
    }

    /// Reads until the connection ends; how it did.
    pub async fn ended(&mut self) -> Ended {
        loop {
            if let Err(ended) = self.next().await {
                return ended;
            }
        }
    }

    /// Reads up to the next ping of the server.
    pub async fn until_pinged(&mut self) {
        loop {
            let message = tokio::time::timeout(PATIENCE, self.stream.next()).await.expect("the server pings");
            match message.expect("the connection is open").unwrap() {
                Message::Ping(_) => return,
                Message::Text(text) => self.heard.push_back(serde_json::from_str(&text).unwrap()),
                other => panic!("not a ping: {other:?}"),
            }
        }
    }

    /// Reads until the connection ends as expected; all that was heard up to then.
    pub async fn heard_up_to(&mut self, expected: Ended) -> Vec<Value> {
        loop {
            match self.next().await {
                Ok(frame) => self.heard.push_back(frame),
                Err(ended) => {
                    assert_eq!(ended, expected);
                    return self.heard.drain(..).collect();
                }
            }
        }
    }

    /// Goes away without a word, as a closed laptop does.
    pub fn drop_silently(self) -> i64 {
        self.last_seq
    }
}

fn handshake(
    url: &str,
    token: Option<&str>,
    headers: &[(&'static str, &str)],
) -> tungstenite::handshake::client::Request {
    let mut request = url.into_client_request().unwrap();
    if let Some(token) = token {
        request.headers_mut().insert("authorization", format!("Bearer {token}").parse().unwrap());
    }
    for (name, value) in headers {
        request.headers_mut().insert(*name, value.parse().unwrap());
    }
    request
}
