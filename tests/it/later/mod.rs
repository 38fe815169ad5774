//! What people keep for later: drafts, saved messages, reminders, and messages that go out at a time.

mod drafts;
mod reminders;
mod saved;
mod scheduled;

use crate::harness::*;

/// Something said in a group, as a path: `/messages/…`.
fn path_of(message: &Value) -> String {
    format!("/messages/{}", text(&message["id"]))
}

/// The bootstrap's list of this kind.
async fn kept(person: &Person, kind: &str) -> Vec<Value> {
    person.get("/bootstrap").await.expect(200)[kind].as_array().unwrap().clone()
}

/// Everything of a list, by way of its items.
async fn items(person: &Person, path: &str) -> Vec<Value> {
    person.get(path).await.expect(200)["items"].as_array().unwrap().clone()
}

/// Puts the instants of a column back, as if their time had come while nobody looked. The server must be down.
fn pass_time(server: &TestServer, table: &str, column: &str) {
    assert!(server.database().run(&format!("UPDATE {table} SET {column} = {column} - 86400000")) > 0);
}
