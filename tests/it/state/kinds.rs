//! Every kind of event there is comes up in the histories.

use std::collections::BTreeSet;
use std::pin::Pin;

use super::history::History;
use crate::harness::*;

type Deed = for<'h> fn(&'h mut History) -> Pin<Box<dyn Future<Output = ()> + 'h>>;

/// Each kind of event, and something that is sure to bring it about: it is done when chance has not. Who adds a kind
/// to `domain/event.rs` adds a line here, and to `History::go_on` something that people would do by themselves.
const HOW: &[(&str, Deed)] = &[
    ("message_created", |h| Box::pin(async { drop(h.ada().say(&h.lounge(), "hello").await) })),
    ("message_updated", |h| Box::pin(async { drop(h.said().await) })),
    ("message_deleted", |h| {
        Box::pin(async {
            let path = h.said().await;
            h.ada().delete(&path).await.expect(204);
        })
    }),
    ("reactions_updated", |h| {
        Box::pin(async {
            let path = h.said().await;
            h.ada().put(&format!("{path}/reactions/🔥"), json!({})).await.expect(204);
        })
    }),
    ("thread_updated", |h| {
        Box::pin(async {
            let path = h.said().await;
            h.ada().put(&format!("{path}/follow"), json!({ "following": true })).await.expect(200);
        })
    }),
    ("read_updated", |h| {
        Box::pin(async {
            let id = h.said().await.replace("/messages/", "");
            let path = format!("/groups/{}/unread", h.lounge());
            h.ada().post(&path, json!({ "message_id": id })).await.expect(200);
        })
    }),
    ("direct_created", |h| Box::pin(async { h.newcomers_first_words().await })),
    ("group_created", |h| Box::pin(async { drop(h.made(false).await) })),
    ("group_updated", |h| {
        Box::pin(async {
            let group = h.made(false).await;
            h.olive.patch(&format!("/groups/{group}"), json!({ "version": 1, "topic": "new" })).await.expect(200);
        })
    }),
    ("group_hidden", |h| {
        Box::pin(async {
            let group = h.made(false).await;
            h.olive.patch(&format!("/groups/{group}"), json!({ "version": 1, "is_private": true })).await.expect(200);
        })
    }),
    ("group_joined", |h| Box::pin(async { drop(h.made(false).await) })),
    ("group_left", |h| {
        Box::pin(async {
            let group = h.made(false).await;
            h.olive.post(&format!("/groups/{group}/leave"), json!({})).await.expect(204);
        })
    }),
    ("membership_updated", |h| {
        Box::pin(async {
            let group = h.made(false).await;
            let wanted = json!({ "is_muted": true });
            h.olive.patch(&format!("/groups/{group}/membership"), wanted).await.expect(200);
        })
    }),
    ("member_added", |h| Box::pin(async { drop(h.made(false).await) })),
    ("member_updated", |h| {
        Box::pin(async {
            let group = h.made(false).await;
            let path = format!("/groups/{group}/members/{}", h.ada().id);
            h.olive.put(&path, json!({ "role": "moderator" })).await.expect(204);
        })
    }),
    ("member_removed", |h| {
        Box::pin(async {
            let group = h.made(false).await;
            h.olive.post(&format!("/groups/{group}/leave"), json!({})).await.expect(204);
        })
    }),
    ("user_updated", |h| Box::pin(async { drop(h.ada().patch("/me", json!({ "bio": new_id() })).await.expect(200)) })),
    ("me_updated", |h| Box::pin(async { drop(h.ada().patch("/me", json!({ "bio": new_id() })).await.expect(200)) })),
    ("my_status", |h| {
        Box::pin(async {
            let wanted = json!({ "manual_status": null, "do_not_disturb": false, "invisible": true });
            h.ada().put("/me/status", wanted).await.expect(200);
        })
    }),
    ("workspace_updated", |h| Box::pin(async { drop(h.close_chapter().await) })),
    ("workspace_role_updated", |h| {
        Box::pin(async {
            for role in ["moderator", "member"] {
                let path = format!("/workspaces/{}/members/{}", h.workspace, h.ada().id);
                h.olive.put(&path, json!({ "role": role })).await.expect(204);
            }
        })
    }),
    ("sessions_ended", |h| Box::pin(async { h.signs_in_and_out().await })),
    ("emoji_added", |h| Box::pin(async { drop(h.new_emoji().await) })),
    ("emoji_removed", |h| {
        Box::pin(async {
            let path = h.new_emoji().await;
            h.olive.delete(&path).await;
        })
    }),
    ("workspace_membership_updated", |h| {
        Box::pin(async {
            for level in ["all", "mentions"] {
                let path = format!("/workspaces/{}/membership", h.workspace);
                h.ada().patch(&path, json!({ "notification_level": level })).await;
            }
        })
    }),
    ("post_moved_in", |h| Box::pin(async { h.moves_a_post().await })),
    ("post_moved_out", |h| Box::pin(async { h.moves_a_post().await })),
    ("poll_updated", |h| {
        Box::pin(async {
            let (path, _) = h.asked().await;
            h.ada().post(&format!("{path}/poll/close"), json!({})).await;
        })
    }),
    ("votes_updated", |h| {
        Box::pin(async {
            let (path, poll) = h.asked().await;
            h.ada().put(&format!("{path}/votes/{}", poll["options"][0]["id"]), json!({})).await;
        })
    }),
    ("draft_updated", |h| {
        Box::pin(async {
            drop(h.ada().put(&format!("/groups/{}/draft", h.lounge()), json!({ "content": "half" })).await)
        })
    }),
    ("message_saved", |h| Box::pin(async { drop(h.saved().await) })),
    ("message_unsaved", |h| {
        Box::pin(async {
            let path = h.saved().await;
            h.ada().delete(&path).await;
        })
    }),
    ("reminder_updated", |h| Box::pin(async { drop(h.reminded_in(3_600).await) })),
    ("reminder_removed", |h| {
        Box::pin(async {
            let path = h.reminded_in(3_600).await;
            h.ada().delete(&path).await;
        })
    }),
    ("reminder_due", |h| {
        Box::pin(async {
            h.reminded_in(5).await;
            let is_told =
                |reminders: Value| reminders["items"].as_array().unwrap().iter().any(|one| one["told_at"].is_string());
            while !is_told(h.ada().get("/reminders").await.expect(200)) {}
        })
    }),
    ("scheduled_updated", |h| Box::pin(async { drop(h.scheduled().await) })),
    ("scheduled_removed", |h| {
        Box::pin(async {
            let path = h.scheduled().await;
            h.ada().delete(&path).await;
        })
    }),
    ("kept_in_group", |h| {
        Box::pin(async {
            let group = h.made(false).await;
            let said = h.ada().say(&group, "to be kept").await;
            h.ada().put(&format!("/messages/{}/saved", text(&said["id"])), json!({})).await;
            for deed in ["leave", "join"] {
                h.ada().post(&format!("/groups/{group}/{deed}"), json!({})).await;
            }
        })
    }),
];

/// The kinds that the program knows, read from where they are named.
fn all() -> BTreeSet<&'static str> {
    let text = include_str!("../../../src/domain/event.rs");
    let (_, names) = text.split_once("pub const fn kind").expect("where kinds are named");
    let names = &names[..names.find("\n    }\n").expect("its end")];
    names.lines().filter_map(|line| line.split_once("=> \"")?.1.strip_suffix("\",")).collect()
}

/// Those that were committed.
fn committed(server: &TestServer) -> BTreeSet<String> {
    server.database().rows("SELECT DISTINCT kind FROM events").into_iter().collect()
}

/// Brings about what chance has not.
pub async fn complete(server: &TestServer, history: &mut History) {
    let all = all();
    assert!(all.len() >= 22, "{all:?}");
    for kind in &all {
        let (_, deed) = HOW.iter().find(|(known, _)| known == kind).unwrap_or_else(|| {
            panic!("there is an event '{kind}', and tests/it/state/kinds.rs does not say how it comes about")
        });
        if !committed(server).contains(*kind) {
            deed(history).await;
            assert!(committed(server).contains(*kind), "what should bring about '{kind}' does not");
        }
    }
}

impl History {
    fn ada(&self) -> &Person {
        &self.people[0]
    }

    fn lounge(&self) -> String {
        self.groups[0].clone()
    }

    /// Something that Ada has said and edited in the lounge.
    async fn said(&self) -> String {
        let said = self.ada().say(&self.lounge(), "well").await;
        let path = format!("/messages/{}", text(&said["id"]));
        self.ada().patch(&path, json!({ "version": 1, "content": "well then" })).await.expect(200);
        path
    }

    /// A group with Olive and Ada in it.
    async fn made(&self, is_private: bool) -> String {
        let path = format!("/workspaces/{}/groups", self.workspace);
        let wanted = json!({ "name": new_id(), "is_private": is_private, "member_ids": [self.ada().id] });
        text(&self.olive.post(&path, wanted).await.expect(201)["id"])
    }

    /// Who has opened no conversation opens one.
    async fn newcomers_first_words(&self) {
        for other in &self.people[1..] {
            self.ada().post("/directs", json!({ "user_id": other.id })).await.expect(200);
        }
    }

    /// Ada, on a device that she borrows.
    async fn signs_in_and_out(&self) {
        let input = json!({ "login": "ada", "password": PASSWORD, "token": true });
        let signed_in = self.ada().post("/sessions", input).await.expect(201);
        let borrowed = self.ada().with_token(&text(&signed_in["token"]));
        borrowed.delete("/sessions/current").await.expect(204);
    }

    async fn new_emoji(&self) -> String {
        let wanted = json!({ "name": format!("sure-{}", &new_id()[..8]), "image": PNG });
        let made = self.olive.post(&format!("/workspaces/{}/emoji", self.workspace), wanted).await;
        format!("/emoji/{}", text(&made.expect(201)["id"]))
    }

    /// Ada moves a post of hers from one forum to another.
    async fn moves_a_post(&self) {
        let mut forums = Vec::new();
        for _ in 0..2 {
            let wanted = json!({ "name": new_id(), "kind": "forum" });
            let made = self.ada().post(&format!("/workspaces/{}/groups", self.workspace), wanted).await;
            forums.push(text(&made.expect(201)["id"]));
        }
        let input = json!({ "client_id": new_id(), "title": "Where", "content": "here" });
        let post = self.ada().post(&format!("/groups/{}/messages", forums[0]), input).await.expect(201);
        let path = format!("/posts/{}/move", text(&post["message"]["id"]));
        self.ada().post(&path, json!({ "group_id": forums[1] })).await;
    }

    /// A poll of Ada's in the lounge.
    async fn asked(&self) -> (String, Value) {
        let poll = json!({ "options": ["tea", "coffee"], "is_multiple": false, "is_anonymous": false });
        let input = json!({ "client_id": new_id(), "content": "What?", "poll": poll });
        let asked = self.ada().post(&format!("/groups/{}/messages", self.lounge()), input).await.expect(201);
        (format!("/messages/{}", text(&asked["message"]["id"])), asked["message"]["poll"].clone())
    }

    async fn saved(&self) -> String {
        let path = format!("{}/saved", self.said().await);
        self.ada().put(&path, json!({})).await;
        path
    }

    async fn reminded_in(&self, secs: i64) -> String {
        let path = format!("{}/reminder", self.said().await);
        self.ada().put(&path, json!({ "remind_at": ahead(secs) })).await;
        path
    }

    async fn scheduled(&self) -> String {
        let input = json!({ "client_id": new_id(), "content": "later", "send_at": ahead(3_600) });
        let made = self.ada().post(&format!("/groups/{}/scheduled", self.lounge()), input).await.expect(201);
        format!("/scheduled/{}", text(&made["id"]))
    }
}
