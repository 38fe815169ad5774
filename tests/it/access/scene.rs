//! What a call is about: fresh for each call that changes it.

use super::cast::{Cast, INSIDE};
use super::table::Row;
use crate::harness::*;

/// Ids of all that a row may be about. What it is not about never existed.
#[derive(Clone)]
pub struct Scene {
    pub workspace: String,
    pub group: String,
    pub group_name: String,
    pub version: Value,
    pub message: String,
    pub invite: String,
    pub code: String,
    pub direct: String,
    /// Whom the call is about.
    pub person: Person,
    pub session: String,
    pub emoji: String,
    group_is_known: bool,
}

impl Scene {
    fn empty(cast: &Cast) -> Self {
        let mut person = cast.server.stranger();
        person.id = new_id();
        Self {
            workspace: cast.server.workspace.clone(),
            group: new_id(),
            group_name: new_id(),
            version: json!(1),
            message: new_id(),
            invite: new_id(),
            code: "a".repeat(43),
            direct: new_id(),
            person,
            session: new_id(),
            emoji: new_id(),
            group_is_known: false,
        }
    }

    /// The same, about things that never existed.
    pub fn of_nothing(&self) -> Self {
        let mut nothing = Self {
            message: new_id(),
            invite: new_id(),
            direct: new_id(),
            session: new_id(),
            emoji: new_id(),
            ..self.clone()
        };
        nothing.person.id = new_id();
        if !self.group_is_known {
            nothing.group = new_id();
        }
        nothing
    }

    pub async fn make(cast: &mut Cast, row: &Row, who: &Person) -> Self {
        let mut scene = Self::empty(cast);
        let about = row.about.as_str();
        if about.contains("conversation") {
            scene.converse(cast, about, who).await;
        } else if about.contains("primary group") && !about.contains("another group") {
            scene.group = cast.server.lounge.clone();
            scene.group_is_known = true;
            scene.furnish(cast, about).await;
        } else if about.contains("group") || about.contains("code") {
            scene.build(cast, about).await;
            scene.furnish(cast, about).await;
        }
        if about.contains("of one's own") && INSIDE.contains(&who.name.as_str()) {
            scene.message = text(&who.say(&scene.group, "my own").await["id"]);
        }
        if about.contains("emoji") {
            scene.draw(cast, about, who).await;
        }
        if about == "a group by its id" {
            scene.direct = scene.group.clone();
        }
        if about.contains("invite of another group") {
            scene.group = cast.server.lounge.clone();
            scene.group_is_known = true;
        }
        scene.meet(cast, row, who).await;
        scene
    }

    /// A group, with the actors in it or without them.
    async fn build(&mut self, cast: &Cast, about: &str) {
        let mut members = vec!["tess", "alma"];
        if !about.contains("without them") {
            members.extend(INSIDE);
            members.extend(["removed", "deactivated"]);
        }
        let ids: Vec<&str> = members.iter().map(|name| cast.id(name)).collect();
        let wanted = json!({ "name": self.group_name, "is_private": !about.contains("public"), "member_ids": ids });
        let made = cast.olive.post(&format!("/workspaces/{}/groups", self.workspace), wanted).await.expect(201);
        self.group = text(&made["id"]);
        self.version = made["version"].clone();
        if !about.contains("without them") {
            cast.olive.delete(&format!("/groups/{}/members/{}", self.group, cast.id("removed"))).await.expect(204);
        }
    }

    /// A message and an invite in it; and then it is archived, if it is to be.
    async fn furnish(&mut self, cast: &Cast, about: &str) {
        let path = format!("/groups/{}", self.group);
        let named = "@outsider @invited @guest @member @moderator @admin @owner @removed @manager @server-admin";
        let content = if about.contains("mentions them") { named } else { "hello" };
        self.message = text(&cast.olive.say(&self.group, content).await["id"]);
        let email = about.contains("another address").then_some("somebody@else.example");
        let wanted = json!({ "email": email });
        let invite = cast.olive.post(&format!("{path}/invites"), wanted).await.expect(201);
        (self.invite, self.code) = (text(&invite["invite"]["id"]), text(&invite["code"]));
        if about.contains("revoked") {
            cast.olive.delete(&format!("{path}/invites/{}", self.invite)).await.expect(204);
        }
        self.version = cast.olive.get(&path).await.expect(200)["version"].clone();
        if about.contains("archived") {
            let change = json!({ "version": self.version, "is_archived": true });
            self.version = cast.olive.patch(&path, change).await.expect(200)["version"].clone();
        }
        if about.contains("an older version") {
            self.version = json!(self.version.as_i64().unwrap() - 1);
        }
    }

    /// An emoji: the actor's own where the row says so and they may, somebody else's otherwise.
    async fn draw(&mut self, cast: &Cast, about: &str, who: &Person) {
        let path = format!("/workspaces/{}", self.workspace);
        let may = about.contains("may add");
        cast.olive.patch(&path, json!({ "members_may_add_emoji": may })).await.expect(200);
        let wanted = json!({ "name": format!("e{}", &new_id().replace('-', "")[..30]), "image": PNG });
        let drawn = match about.contains("the own") {
            true => who.post(&format!("{path}/emoji"), wanted.clone()).await,
            false => cast.olive.post(&format!("{path}/emoji"), wanted.clone()).await,
        };
        let drawn = if drawn.status == 201 { drawn } else { cast.olive.post(&format!("{path}/emoji"), wanted).await };
        self.emoji = text(&drawn.expect(201)["id"]);
    }

    async fn converse(&mut self, cast: &Cast, about: &str, who: &Person) {
        let is_alive = !["", "deactivated"].contains(&who.name.as_str());
        let (one, other) = match about {
            "a conversation of two others" => (cast.of("tess"), cast.id("ulf")),
            "a conversation with a closed account" if is_alive => (who, cast.id("closed")),
            _ if who.id.is_empty() => return,
            _ => (cast.of("tess"), who.id.as_str()),
        };
        self.direct = text(&one.post("/directs", json!({ "user_id": other })).await.expect(200)["id"]);
        if !about.contains("closed") && other != cast.id("deactivated") {
            let path = format!("/directs/{}/messages", self.direct);
            let said = one.post(&path, json!({ "client_id": new_id(), "content": "hello" })).await.expect(201);
            self.message = text(&said["message"]["id"]);
        }
    }

    /// Whom, or whose device, the row is about.
    async fn meet(&mut self, cast: &mut Cast, row: &Row, who: &Person) {
        let about = row.about.as_str();
        if about.contains("oneself") {
            self.person.id = if who.id.is_empty() { new_id() } else { who.id.clone() };
        } else if row.operation.contains("/admin/users/") && about.contains("an admin") {
            self.person = cast.olive.clone();
        } else if row.operation.contains("/admin/users/")
            || row.operation.contains("/workspaces/{workspace_id}/members")
        {
            self.person = cast.fresh(about).await;
        } else if about.starts_with("an admin of") {
            self.person = cast.of("alma").clone();
        } else if row.operation.starts_with("PUT") && !about.starts_with("makes a member") {
            self.person = cast.of("ulf").clone();
        } else {
            self.person = cast.of("tess").clone();
        }
        self.session = match about {
            "the own device" if !who.id.is_empty() => who.session.clone(),
            "somebody else's device" => cast.of("tess").session.clone(),
            _ => new_id(),
        };
    }
}
