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
}
