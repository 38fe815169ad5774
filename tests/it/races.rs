//! Two people on several devices change the same message at the same instant: what was acknowledged stays, and every
//! device ends with the same truth.

use std::collections::BTreeMap;

use futures_util::future::join_all;

use crate::harness::*;

/// How often everybody meets at one message.
const ROUNDS: usize = 9;

/// A window, and the messages of one group as its events have made them.
struct Device {
    person: Person,
    socket: Socket,
    messages: BTreeMap<String, Value>,
}

/// What is left out of the comparison: faces under a thread are told by no event, the page keeps them itself.
fn comparable(message: &Value) -> (String, Value) {
    let mut message = message.clone();
    for kept in ["repliers", "last_reply_at"] {
        message.as_object_mut().unwrap().remove(kept);
    }
    (text(&message["id"]), message)
}

impl Device {
    async fn open(server: &mut TestServer, name: &str) -> Self {
        let person = server.sign_in(name).await;
        Self { socket: person.connect(None).await, person, messages: BTreeMap::new() }
    }

    fn apply(&mut self, frame: &Value) {
        let data = &frame["data"];
        match frame["type"].as_str().unwrap() {
            // The server's own lines tell of pins, and are not what is looked at here.
            "message_created" if data["message"]["kind"] == "system" => {}
            "message_created" | "message_updated" | "message_deleted" => {
                self.messages.extend([comparable(&data["message"])]);
                if let (Some(root), Value::Number(count)) =
                    (data["message"]["thread_root_id"].as_str(), &data["root_reply_count"])
                {
                    self.messages.get_mut(root).unwrap()["reply_count"] = json!(count);
                }
            }
            "reactions_updated" => {
                let message = self.messages.get_mut(data["message_id"].as_str().unwrap()).unwrap();
                message["reactions"] = data["reactions"].clone();
            }
            _ => {}
        }
    }

    /// Hears everything up to a message.
    async fn listen_up_to(&mut self, last: &Value) {
        loop {
            let frame = self.socket.next().await.unwrap();
            self.apply(&frame);
            if frame["type"] == "message_created" && frame["data"]["message"]["id"] == last["id"] {
                return;
            }
        }
    }
}

/// Edits a message, on and on from how it stands, until the edit is taken. `None` when it is gone.
async fn edit(me: Person, id: String, content: String) -> Option<String> {
    let mut version = 1;
    loop {
        let input = json!({ "version": version, "content": content });
        let answer = me.patch(&format!("/messages/{id}"), input).await;
        match answer.status {
            200 => return Some(content),
            409 => version = answer.body["current"]["version"].as_i64().unwrap(),
            _ => {
                answer.refused(404, "not_found");
                return None;
            }
        }
    }
}

/// Does something to a message; whether it was taken.
async fn act(me: Person, what: Method, path: String) -> bool {
    let request = me.request(what.clone(), &path);
    let answer = me.send(if what == Method::DELETE { request } else { request.json(&json!({})) }).await;
    assert!([200, 204, 404].contains(&answer.status), "{path}: {answer:?}");
    answer.status != 404
}

async fn reply(me: Person, id: String, content: String) -> bool {
    let input = json!({ "client_id": new_id(), "content": content });
    let answer = me.post(&format!("/messages/{id}/replies"), input).await;
    assert!([201, 404].contains(&answer.status), "{answer:?}");
    answer.status == 201
}

/// Everybody meets at one message. What its author's edits, everybody's reactions and replies came to is as acknowledged.
async fn round(devices: &[Device], message: &Value, is_deleted: bool) {
    let id = text(&message["id"]);
    let path = format!("/messages/{id}");
    let person = |at: usize| devices[at].person.clone();
    let edits = join_all((0..2).map(|at| edit(person(at), id.clone(), format!("as device {at} has it"))));
    let reactions: Vec<(usize, &str)> = vec![(0, "🌱"), (1, "🌱"), (2, "🌱"), (3, "🔥"), (2, "🔥")];
    let reacting = join_all(reactions.iter().map(|(at, emoji)| {
        let path = format!("{path}/reactions/{emoji}");
        act(person(*at), Method::PUT, path)
    }));
    let pinning = join_all((0..4).map(|at| {
        let what = if at % 2 == 0 { Method::PUT } else { Method::DELETE };
        act(person(at), what, format!("{path}/pin"))
    }));
    let replying = join_all((0..4).map(|at| reply(person(at), id.clone(), format!("from device {at}"))));
    let deleting = async {
        if is_deleted {
            assert!(act(person(0), Method::DELETE, path.clone()).await);
        }
    };
    let (edits, reacted, _, replied, ()) = tokio::join!(edits, reacting, pinning, replying, deleting);

    let now = devices[3].person.get(&path).await.expect(200);
    let replies = replied.iter().filter(|taken| **taken).count();
    assert_eq!(now["reply_count"], replies, "{now}");
    if is_deleted {
        assert_eq!((&now["content"], &now["reactions"], &now["pinned_at"]), (&json!(""), &json!([]), &Value::Null));
        return;
    }
    // Each edit was taken once, on top of the other.
    let history = devices[0].person.get(&format!("{path}/edits")).await.expect(200);
    let mut texts: Vec<String> = history["items"].as_array().unwrap().iter().map(|one| text(&one["content"])).collect();
    assert_eq!(texts[0], text(&message["content"]));
    texts.push(text(&now["content"]));
    texts[1..].sort();
    let mut acknowledged: Vec<String> = edits.into_iter().flatten().collect();
    acknowledged.sort();
    assert_eq!((&texts[1..], &now["version"]), (acknowledged.as_slice(), &json!(1 + acknowledged.len())));
    // Two devices of one person react once.
    assert!(reacted.iter().all(|taken| *taken));
    let count = |emoji: &str| {
        now["reactions"].as_array().unwrap().iter().find(|one| one["emoji"] == emoji).unwrap()["count"].clone()
    };
    assert_eq!((count("🌱"), count("🔥")), (json!(2), json!(1)));
}

#[tokio::test]
async fn who_change_one_message_at_the_same_instant_lose_nothing_and_end_with_one_truth() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let start = server.person("ben").await.get("/bootstrap").await.expect(200)["seq"].as_i64().unwrap();
    let mut devices = Vec::new();
    for name in ["ada", "ada", "ben", "ben"] {
        devices.push(Device::open(&mut server, name).await);
    }

    for number in 0..ROUNDS {
        let message = devices[0].person.say(&hall, &format!("number {number}")).await;
        round(&devices, &message, number % 3 == 2).await;
    }
    let last = devices[0].person.say(&hall, "enough").await;

    let person = devices[3].person.clone();
    // What it missed comes before it is ready, and is looked at frame by frame.
    let socket = person.open(Some(start)).await.unwrap_or_else(|ended| panic!("{ended:?}"));
    let late = Device { socket, person, messages: BTreeMap::new() };
    devices.push(late);
    let fresh = everything(&devices[2].person, &hall).await;
    for (at, device) in devices.iter_mut().enumerate() {
        device.listen_up_to(&last).await;
        for (id, message) in &fresh {
            assert_eq!(device.messages.get(id), Some(message), "device {at}");
        }
        device.messages.retain(|id, _| !fresh.contains_key(id));
        assert!(device.messages.is_empty(), "device {at} alone has {:#?}", device.messages);
    }
}

/// The messages of a group and of its threads, as somebody reads them now.
async fn everything(person: &Person, group: &str) -> BTreeMap<String, Value> {
    let mut all = BTreeMap::new();
    for message in person.history(&format!("/groups/{group}")).await {
        let replies = person.get(&format!("/messages/{}/replies?limit=100", text(&message["id"]))).await.expect(200);
        all.extend(replies["messages"].as_array().unwrap().iter().map(comparable));
        all.extend([comparable(&message)]);
    }
    all
}

/// Of two who edit on the same version, one is told how it stands; nobody overwrites what they have not seen.
#[tokio::test]
async fn of_two_edits_of_the_same_version_one_is_taken_and_the_other_is_shown_it() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let [one, other] = [server.sign_in("ada").await, server.sign_in("ada").await];
    for number in 0..10 {
        let message = one.say(&hall, &format!("number {number}")).await;
        let path = format!("/messages/{}", text(&message["id"]));
        let input = |content: &str| json!({ "version": 1, "content": content });
        let (first, second) = tokio::join!(one.patch(&path, input("one")), other.patch(&path, input("other")));

        let (taken, refused) = if first.status == 200 { (first, second) } else { (second, first) };
        assert_eq!(refused.refused(409, "stale")["current"], taken.expect(200));
    }
}

/// Who deletes and who edits or reacts at the same instant: the text is gone, whoever came first.
#[tokio::test]
async fn what_is_deleted_while_it_is_edited_and_reacted_to_is_gone() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let [ada, again, ben] = [server.sign_in("ada").await, server.sign_in("ada").await, server.sign_in("ben").await];
    for number in 0..10 {
        let id = text(&ada.say(&hall, &format!("secret {number}")).await["id"]);
        let path = format!("/messages/{id}");
        let (deleted, _, _) = tokio::join!(
            act(ada.clone(), Method::DELETE, path.clone()),
            edit(again.clone(), id.clone(), format!("secret again {number}")),
            act(ben.clone(), Method::PUT, format!("{path}/reactions/🔥")),
        );
        assert!(deleted);
    }
    let seen = ben.get(&format!("/groups/{hall}/messages?limit=100")).await.expect(200);
    assert!(!seen.to_string().contains("secret") && !seen.to_string().contains("🔥"), "{seen}");
    assert_eq!(server.database().rows("SELECT count(*) FROM message_edits"), ["0"]);
    assert_eq!(server.database().rows("SELECT count(*) FROM message_reactions"), ["0"]);
    assert_eq!(server.database().rows("SELECT count(*) FROM messages WHERE content LIKE 'secret%'"), ["0"]);
}
