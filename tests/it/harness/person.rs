//! Somebody who speaks HTTP to the server.

use reqwest::Method;
use serde_json::{Value, json};

use super::socket::{Ended, Socket};
use super::{new_id, text};

/// A person on one device, or a stranger without a token.
#[derive(Clone, Debug)]
pub struct Person {
    pub name: String,
    pub id: String,
    pub session: String,
    pub token: Option<String>,
    http: reqwest::Client,
    origin: String,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: reqwest::header::HeaderMap,
    pub body: Value,
    what: String,
}

impl Answer {
    /// The body of an answer that must have this status.
    #[track_caller]
    pub fn expect(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{} gave {}", self.what, self.body);
        self.body
    }

    /// The problem document of a refusal that must have this status and code.
    #[track_caller]
    pub fn refused(self, status: u16, code: &str) -> Value {
        assert_eq!((self.status, self.body["code"].as_str()), (status, Some(code)), "{} gave {}", self.what, self.body);
        assert_eq!(self.headers["content-type"], "application/problem+json");
        assert!(!text(&self.body["detail"]).is_empty());
        self.body
    }
}

impl Person {
    pub fn stranger(http: reqwest::Client, origin: &str) -> Self {
        let nobody = String::new();
        Self { name: nobody.clone(), id: nobody.clone(), session: nobody, token: None, http, origin: origin.to_owned() }
    }

    pub fn with_token(&self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..self.clone() }
    }

    /// A request below `/api/v1`, to be changed and sent by the test.
    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.at(method, &format!("/api/v1{path}"))
    }

    /// A request to any address of the server.
    pub fn at(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.origin));
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    /// Sends a request.
    pub async fn send(&self, request: reqwest::RequestBuilder) -> Answer {
        self.try_to_send(request).await.unwrap_or_else(|error| panic!("{:?}: {error:?}", self.name))
    }

    /// Sends a request to a server that may be gone before it has answered.
    pub async fn try_to_send(&self, request: reqwest::RequestBuilder) -> reqwest::Result<Answer> {
        let request = request.build().unwrap();
        let what = format!("{} {} by {:?}", request.method(), request.url().path(), self.name);
        let answer = self.http.execute(request).await?;
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let bytes = answer.bytes().await?;
        let body = serde_json::from_slice(&bytes)
            .unwrap_or_else(|_| Value::String(String::from_utf8_lossy(&bytes).into_owned()));
        Ok(Answer { status, headers, body, what })
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path)).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(self.request(Method::POST, path).json(&body)).await
    }

    pub async fn put(&self, path: &str, body: Value) -> Answer {
        self.send(self.request(Method::PUT, path).json(&body)).await
    }

    pub async fn patch(&self, path: &str, body: Value) -> Answer {
        self.send(self.request(Method::PATCH, path).json(&body)).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        self.send(self.request(Method::DELETE, path)).await
    }

    /// Says something in a group; the message.
    pub async fn say(&self, group: &str, content: &str) -> Value {
        let input = json!({ "client_id": new_id(), "content": content });
        self.post(&format!("/groups/{group}/messages"), input).await.expect(201)["message"].clone()
    }

    /// All that people wrote below `/groups/{id}` or `/directs/{id}`, oldest first.
    pub async fn history(&self, conversation: &str) -> Vec<Value> {
        self.timeline(conversation).await.into_iter().filter(|message| message["kind"] == "text").collect()
    }

    /// All that stands there, the server's own lines too, read page by page.
    pub async fn timeline(&self, conversation: &str) -> Vec<Value> {
        let (mut pages, mut query) = (Vec::new(), String::new());
        loop {
            let page = self.get(&format!("{conversation}/messages?limit=100{query}")).await.expect(200);
            pages.push(page["messages"].as_array().unwrap().clone());
            if page["has_earlier"] == false {
                return pages.into_iter().rev().flatten().collect();
            }
            query = format!("&before={}", text(&page["messages"][0]["id"]));
        }
    }

    /// Opens the websocket, resuming after `last_seq` or at the present, and waits until it is ready.
    pub async fn connect(&self, last_seq: Option<i64>) -> Socket {
        let mut socket = self.open(last_seq).await.expect("the server opens a websocket");
        let ready = socket.until_ready().await;
        assert_eq!(ready["resumed"], json!(last_seq.is_some()));
        socket
    }

    /// Opens the websocket and reads nothing yet.
    pub async fn open(&self, last_seq: Option<i64>) -> Result<Socket, Ended> {
        let query = last_seq.map(|seq| format!("?last_seq={seq}")).unwrap_or_default();
        self.open_with(&query, &[]).await
    }

    /// Opens the websocket with a query and headers of the test's own.
    pub async fn open_with(&self, query: &str, headers: &[(&'static str, &str)]) -> Result<Socket, Ended> {
        let url = format!("{}/api/v1/ws{query}", self.origin.replace("http", "ws"));
        Socket::open(&url, self.token.as_deref(), headers).await
    }
}
