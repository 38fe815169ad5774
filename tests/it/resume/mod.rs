//! Coming back: exactly what was missed, once, in order.

mod windows;

use windows::{Window, Writing, contents};

use crate::harness::*;

/// How often each window comes and goes in the long story.
const COMINGS: usize = 40;

#[tokio::test]
async fn windows_that_come_and_go_while_others_write_miss_nothing_and_hear_nothing_twice() {
    let mut random = Random::from_environment();
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben", "cleo"]).await;
    let den = server.private_group("den", &["ada", "ben"]).await;
    let [ada, ben, cleo] = [server.person("ada").await, server.person("ben").await, server.person("cleo").await];
    let mut windows = [Window::at_the_present(&ben).await, Window::at_the_present(&cleo).await];

    let writing = Writing::begin(&ada, [hall.clone(), den.clone()]);
    for _ in 0..COMINGS {
        for window in &mut windows {
            window.come_and_listen(random.below(6)).await;
        }
    }
    writing.end().await;

    for (window, groups) in windows.iter_mut().zip([&[&hall, &den][..], &[&hall]]) {
        window.come_and_listen(0).await;
        for group in groups {
            assert_eq!(window.heard_in(group), contents(&window.person, group).await, "{}", window.person.name);
        }
    }
    assert!(windows[1].heard_in(&den).is_empty());
}

#[tokio::test]
async fn connections_that_come_in_while_messages_fly_miss_none_and_repeat_none() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let [ada, ben] = [server.person("ada").await, server.person("ben").await];
    let writing = Writing::begin(&ada, [hall.clone()]);

    for _ in 0..COMINGS {
        // The page does it so: the state, then the stream from there on.
        let page = ben.get(&format!("/bootstrap?group_id={hall}")).await.expect(200);
        let mut window = Window { person: ben.clone(), last_seq: page["seq"].as_i64().unwrap(), heard: Vec::new() };
        window.come_and_listen(5).await;

        let known = page["open"]["messages"].as_array().unwrap().iter().map(|m| text(&m["content"]));
        let known: Vec<String> = known.chain(window.heard_in(&hall)).collect();
        let there = contents(&ben, &hall).await;
        let from = known.first().map_or(0, |first| there.iter().position(|content| content == first).unwrap());
        assert_eq!(known, there[from..from + known.len()]);
    }
    writing.end().await;
}

#[tokio::test]
async fn what_was_missed_is_heard_from_any_earlier_moment() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let [ada, ben] = [server.person("ada").await, server.person("ben").await];
    let mut whole = Window::at_the_present(&ben).await;
    let start = whole.last_seq;
    for number in 0..8 {
        ada.say(&hall, &format!("number {number}")).await;
        ada.patch("/me", json!({ "bio": format!("{number}") })).await.expect(200);
    }
    whole.come_and_listen(0).await;

    for from in start..=whole.last_seq {
        let mut window = Window { person: ben.clone(), last_seq: from, heard: Vec::new() };
        window.come_and_listen(0).await;
        let rest = whole.heard.iter().filter(|frame| frame["seq"].as_i64() > Some(from));
        let places = |frames: &[Value]| frames.iter().map(|frame| frame["seq"].clone()).collect::<Vec<_>>();
        assert_eq!(places(&window.heard), places(&rest.cloned().collect::<Vec<_>>()), "from {from}");
    }
}

#[tokio::test]
async fn who_was_removed_meanwhile_hears_that_and_nothing_of_the_group() {
    let mut server = TestServer::start().await;
    let den = server.private_group("den", &["ada", "ben"]).await;
    let [ada, ben] = [server.person("ada").await, server.person("ben").await];
    let mut window = Window::at_the_present(&ben).await;
    ada.say(&den, "before").await;
    ada.delete(&format!("/groups/{den}/members/{}", ben.id)).await.expect(204);
    ada.say(&den, "after").await;
    rename(&ada, &den, "lair").await;

    window.come_and_listen(0).await;

    assert_eq!(window.kinds(), ["group_left"]);
    assert_eq!(window.heard[0]["data"], json!({ "group_id": den }));
}

#[tokio::test]
async fn who_is_removed_while_listening_hears_nothing_that_was_committed_after() {
    let mut server = TestServer::start().await;
    let den = server.private_group("den", &["ada", "ben"]).await;
    let [mut listening] = server.connect(["ben"]).await;
    let [ada, ben] = [server.person("ada").await, server.person("ben").await];

    ada.say(&den, "before").await;
    ada.delete(&format!("/groups/{den}/members/{}", ben.id)).await.expect(204);
    ada.say(&den, "after").await;

    assert_eq!(listening.event("message_created").await["message"]["content"], "before");
    assert_eq!(listening.event("group_left").await, json!({ "group_id": den }));
    listening.heard_nothing().await;
}

#[tokio::test]
async fn who_was_let_in_meanwhile_knows_the_group_and_hears_what_is_said_from_then_on() {
    let mut server = TestServer::start().await;
    let den = server.private_group("den", &["ada"]).await;
    let [ada, ben] = [server.person("ada").await, server.person("ben").await];
    let mut window = Window::at_the_present(&ben).await;
    ada.put(&format!("/groups/{den}/members/{}", ben.id), json!({})).await.expect(204);
    ada.say(&den, "welcome").await;

    window.come_and_listen(0).await;

    assert_eq!(window.kinds(), ["group_joined", "member_added", "message_created", "message_created"]);
    assert_eq!(window.heard[0]["data"]["group"]["last_ordinal"], 2);
    assert_eq!(window.heard_in(&den), ["welcome"]);
}

async fn rename(person: &Person, group: &str, name: &str) {
    let version = person.get(&format!("/groups/{group}")).await.expect(200)["version"].clone();
    person.patch(&format!("/groups/{group}"), json!({ "version": version, "name": name })).await.expect(200);
}

/// Comes back after `last_seq`; whether the past could be told, and the number it goes on from.
async fn comes_back(person: &Person, last_seq: i64) -> (bool, i64) {
    let mut socket = person.open(Some(last_seq)).await.unwrap_or_else(|ended| panic!("{ended:?}"));
    let answer = socket.frame(|frame| frame["type"] == "ready" || frame["type"] == "start_afresh").await;
    (answer["type"] == "ready", answer["data"]["seq"].as_i64().unwrap())
}

#[tokio::test]
async fn a_number_from_the_future_is_answered_with_starting_afresh() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let now = ada.get("/bootstrap").await.expect(200)["seq"].as_i64().unwrap();

    assert_eq!(comes_back(&ada, now).await, (true, now));
    assert_eq!(comes_back(&ada, now + 1).await, (false, now));
    assert_eq!(comes_back(&ada, i64::MAX).await, (false, now));
    assert_eq!(ada.open(Some(-1)).await.err(), Some(Ended::Refused(422)));
}

#[tokio::test]
async fn who_was_away_for_longer_than_the_log_reaches_starts_afresh() {
    let mut server = TestServer::start().await;
    let lounge = server.lounge.clone();
    let ada = server.person("ada").await;
    for number in 0..5 {
        ada.say(&lounge, &format!("number {number}")).await;
    }
    let now = ada.get("/bootstrap").await.expect(200)["seq"].as_i64().unwrap();
    assert!(comes_back(&ada, now - 3).await.0);

    server.database().execute("DELETE FROM events WHERE seq <= ?1", [now - 2]).unwrap();

    assert_eq!(comes_back(&ada, now - 3).await, (false, now));
    assert_eq!(comes_back(&ada, now - 2).await, (true, now));
}

#[tokio::test]
async fn who_is_too_far_behind_starts_afresh_and_goes_on_from_the_present() {
    let mut server = TestServer::with(&[("PARLOR_EVENTS_REPLAY_WINDOW", "100")]).await;
    let lounge = server.lounge.clone();
    let ada = server.person("ada").await;
    for number in 0..110 {
        ada.say(&lounge, &format!("number {number}")).await;
    }
    let now = ada.get("/bootstrap").await.expect(200)["seq"].as_i64().unwrap();

    assert_eq!(comes_back(&ada, now - 100).await, (true, now));
    let mut socket = ada.open(Some(now - 101)).await.unwrap_or_else(|ended| panic!("{ended:?}"));
    assert_eq!(socket.event("start_afresh").await["seq"], now);
    let next = ada.say(&lounge, "and on").await;
    assert_eq!(socket.event("message_created").await["message"], next);
}
