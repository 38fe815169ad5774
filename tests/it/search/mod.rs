//! Looking for what was said: all that somebody may read, and nothing else.

mod carried;
mod filters;
mod secrecy;
mod upkeep;
mod words;

use crate::harness::*;

/// The answer to a question.
async fn ask(person: &Person, question: &str, more: &str) -> Value {
    person.get(&format!("/search?q={}{more}", encoded(question))).await.expect(200)
}

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// The texts of all that is found, page by page, in order.
async fn found(person: &Person, question: &str) -> Vec<String> {
    found_by(person, question, "").await
}

async fn found_by(person: &Person, question: &str, more: &str) -> Vec<String> {
    found_from(person, question, more, None).await
}

/// What is found from a cursor on.
async fn found_from(person: &Person, question: &str, more: &str, cursor: Option<&str>) -> Vec<String> {
    let mut all = Vec::new();
    let mut cursor = cursor.map(|cursor| format!("&cursor={cursor}")).unwrap_or_default();
    loop {
        let page = ask(person, question, &format!("{more}{cursor}")).await;
        all.extend(page["items"].as_array().unwrap().iter().map(|hit| text(&hit["message"]["content"])));
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return all,
        }
    }
}

async fn say_in_direct(person: &Person, direct: &str, content: &str) -> Value {
    let input = json!({ "client_id": new_id(), "content": content });
    person.post(&format!("/directs/{direct}/messages"), input).await.expect(201)["message"].clone()
}

/// The one message that is found; "nothing", or how many.
async fn only(person: &Person, question: &str) -> String {
    let all = found(person, question).await;
    match all.as_slice() {
        [one] => one.clone(),
        [] => "nothing".to_owned(),
        more => format!("{} messages", more.len()),
    }
}
