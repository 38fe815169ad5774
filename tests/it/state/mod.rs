//! An old state with the events applied equals a fresh one, for who was there and for who comes back.

mod history;
mod kept;
mod kinds;
mod model;

use history::History;
use model::Model;

use crate::harness::*;

const CHAPTERS: usize = 6;
const EVENTS_OF_A_CHAPTER: usize = 60;

/// Hears everything up to what is awaited.
async fn listen(socket: &mut Socket, model: &mut Model, is_awaited: impl Fn(&Value) -> bool) {
    loop {
        let frame = socket.next().await.unwrap();
        model.apply(&frame);
        if is_awaited(&frame) {
            return;
        }
    }
}

#[tokio::test]
async fn an_old_state_with_the_events_applied_equals_a_fresh_one() {
    let mut random = Random::from_environment();
    let mut server = TestServer::start().await;
    let guest = server.guest("gus").await;
    let mut history = History::begin(&mut server, &guest, random.fork()).await;
    let watching = [server.person("ada").await, server.person("cleo").await, guest];

    for chapter in 1..=CHAPTERS {
        let mut old = Vec::new();
        for person in &watching {
            let model = Model::fresh(person, &server.workspace).await;
            let socket = person.connect(Some(model.seq)).await;
            old.push((person, model, socket));
        }
        for _ in 0..EVENTS_OF_A_CHAPTER {
            history.go_on().await;
        }
        if chapter == 1 {
            kinds::complete(&server, &mut history).await;
        }
        let end = history.close_chapter().await;

        for (person, before, mut socket) in old {
            let fresh = Model::fresh(person, &server.workspace).await;
            let mut there = before.clone();
            listen(&mut socket, &mut there, |frame| frame["data"]["workspace"]["name"] == json!(end)).await;
            assert_eq!(there.differences(&fresh), [""; 0], "{} listening, chapter {chapter}", person.name);

            let mut back = before.clone();
            let mut socket = person.open(Some(before.seq)).await.unwrap_or_else(|ended| panic!("{ended:?}"));
            listen(&mut socket, &mut back, |frame| frame["type"] == "ready").await;
            assert_eq!(back.differences(&fresh), [""; 0], "{} coming back, chapter {chapter}", person.name);
        }
    }
}
