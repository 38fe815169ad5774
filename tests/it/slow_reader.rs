//! Somebody whose line is stuck costs nobody else anything, and comes back for the rest.

use tokio::net::TcpSocket;

use crate::harness::*;

/// Messages of this size fill what waits for a reader soon.
const LONG: usize = 12_000;

/// A line that takes next to nothing until it is read from.
async fn narrow_line(person: &Person, server: &TestServer) -> Socket {
    let line = TcpSocket::new_v4().unwrap();
    line.set_recv_buffer_size(4_096).unwrap();
    let line = line.connect(server.address()).await.unwrap();
    Socket::open_on(line, &format!("ws://{}/api/v1/ws", server.address()), person.token.as_deref()).await
}

#[tokio::test]
async fn a_slow_reader_is_told_to_come_back_and_then_gets_exactly_the_rest() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben", "cleo"]).await;
    let [ada, slow] = [server.person("ada").await, server.person("ben").await];
    let [mut quick] = server.connect(["cleo"]).await;
    let mut stuck = narrow_line(&slow, &server).await;
    stuck.until_ready().await;

    // Until the server has given the stuck line up, everybody else goes on as if nothing were.
    let mut sent = Vec::new();
    while is_connected(&slow).await {
        let message = ada.say(&hall, &format!("{} {}", sent.len(), "x".repeat(LONG))).await;
        assert_eq!(quick.event("message_created").await["message"], message);
        sent.push(message);
    }

    let mut heard = Vec::new();
    let ended = loop {
        match stuck.next().await {
            Ok(frame) => heard.push(frame["data"]["message"].clone()),
            Err(ended) => break ended,
        }
    };
    assert_eq!(ended, Ended::Closed(4001));
    assert!(heard.len() < sent.len());
    let mut back = slow.open(Some(stuck.last_seq)).await.unwrap_or_else(|ended| panic!("{ended:?}"));
    while heard.len() < sent.len() {
        heard.push(back.event("message_created").await["message"].clone());
    }
    assert_eq!(heard, sent);
    back.heard_nothing().await;
}

/// Whether the server counts somebody's only device as connected.
async fn is_connected(person: &Person) -> bool {
    person.get("/sessions").await.expect(200)["items"][0]["is_connected"] == true
}
