//! What a call is about: fresh for each call that changes it.

use super::cast::{Cast, INSIDE};
use super::table::Row;
use crate::harness::files::pictures;
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
    pub tag: String,
    /// Another forum of the same people.
    pub other: String,
    pub code: String,
    pub direct: String,
    /// Whom the call is about.
    pub person: Person,
    pub session: String,
    pub upload: String,
    pub file: String,
    pub link: String,
    pub scheduled: String,
    /// What a list of kept things must hold.
    pub kept: String,
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
            tag: new_id(),
            other: new_id(),
            code: "a".repeat(43),
            direct: new_id(),
            person,
            session: new_id(),
            upload: new_id(),
            file: new_id(),
            link: new_id(),
            scheduled: new_id(),
            kept: new_id(),
            emoji: new_id(),
            group_is_known: false,
        }
    }

    /// The same, about things that never existed.
    pub fn of_nothing(&self) -> Self {
        let mut nothing = Self {
            message: new_id(),
            invite: new_id(),
            tag: new_id(),
            direct: new_id(),
            session: new_id(),
            upload: new_id(),
            file: new_id(),
            link: new_id(),
            scheduled: new_id(),
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
            scene.keep(cast, row, who).await;
            scene.furnish(cast, about).await;
        }
        if about.contains("of one's own") && INSIDE.contains(&who.name.as_str()) {
            scene.message = scene.say(who, about, "my own").await;
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
        scene.send_a_file(cast, row, who).await;
        if row.operation.contains("/previews/") {
            scene.preview(cast);
        }
        scene
    }

    /// A preview below the message, as if the server had looked at a link in it.
    fn preview(&self, cast: &Cast) {
        let database = cast.server.database();
        database.run(
            "INSERT INTO pages (id, url, state, title, site, description, image, image_type, image_width, image_height, looked_at)
             VALUES (randomblob(16), hex(randomblob(16)), 'ready', 'Vents', 'Glass', '', x'ffd8ff', 'image/jpeg', 1, 1, 1)",
        );
        let message = self.message.replace('-', "");
        database.run(&format!(
            "INSERT INTO message_links (message_id, position, page_id)
             SELECT m.id, 1, (SELECT id FROM pages ORDER BY rowid DESC LIMIT 1) FROM messages m WHERE m.id = x'{message}'"
        ));
    }

    /// An upload that is begun, a file, or a file in the conversation with a link to it.
    async fn send_a_file(&mut self, cast: &Cast, row: &Row, who: &Person) {
        let about = row.about.as_str();
        let is_alive = !["", "deactivated"].contains(&who.name.as_str());
        let sender = match about.contains("own") {
            // Who cannot post there has no file there.
            true if about.contains("group") && !INSIDE.contains(&who.name.as_str()) => &cast.olive,
            true if is_alive && !about.contains("conversation") => who,
            _ if about.contains("conversation") || about.starts_with("somebody else's") => cast.of("tess"),
            _ => &cast.olive,
        };
        if about.contains("upload") {
            let size = if row.operation.ends_with("/finish") { 0 } else { 4 };
            self.upload = text(&sender.begin_upload("a.png", size).await.expect(201)["id"]);
        }
        if !about.contains("file") {
            return;
        }
        let file = sender.upload("a.png", &pictures::png(1, 1, |_, _| [1, 2, 3, 255])).await;
        self.file = text(&file["id"]);
        // What its small form would change later must not be taken for a change by the call.
        sender.drawn(&file).await;
        let place = if about.contains("conversation") { &self.direct } else { &self.group }.clone();
        let kind = if about.contains("conversation") { "directs" } else { "groups" };
        let is_there =
            about.contains("conversation") && is_alive || about.contains("group") && self.can_post(sender).await;
        if !is_there {
            return;
        }
        if about.contains("archived") {
            self.archive(cast, false).await;
        }
        sender.post_files(&format!("/{kind}/{place}"), "", &[&file]).await;
        if about.contains("archived") {
            self.archive(cast, true).await;
        }
        if row.operation.starts_with("DELETE") && row.operation.contains("/links/") {
            // Made by who may, whoever then asks for its end.
            let by = if sender.name == "guest" { &cast.olive } else { sender };
            let made = by.post(&format!("/files/{}/links", self.file), json!({})).await.expect(201);
            self.link = text(&made["link"]["id"]);
        }
    }

    async fn can_post(&self, sender: &Person) -> bool {
        sender.get(&format!("/groups/{}/messages?limit=1", self.group)).await.status == 200
    }

    async fn archive(&mut self, cast: &Cast, is_archived: bool) {
        let path = format!("/groups/{}", self.group);
        let change = json!({ "version": self.version, "is_archived": is_archived });
        self.version = cast.olive.patch(&path, change).await.expect(200)["version"].clone();
    }

    /// A group, with the actors in it or without them.
    /// A group, with the actors in it or without them; of a forum, two.
    async fn build(&mut self, cast: &Cast, about: &str) {
        let mut members = vec!["tess", "alma"];
        if !about.contains("without them") {
            members.extend(INSIDE);
            members.extend(["removed", "deactivated"]);
        }
        let ids: Vec<&str> = members.iter().map(|name| cast.id(name)).collect();
        let kind = if about.contains("forum") { "forum" } else { "text" };
        let mut wanted = json!({ "name": self.group_name, "kind": kind, "is_private": !about.contains("public"),
                                 "member_ids": ids });
        let path = format!("/workspaces/{}/groups", self.workspace);
        let made = cast.olive.post(&path, wanted.clone()).await.expect(201);
        if kind == "forum" {
            wanted["name"] = json!(new_id());
            self.other = text(&cast.olive.post(&path, wanted).await.expect(201)["id"]);
        }
        self.group = text(&made["id"]);
        self.version = made["version"].clone();
        if !about.contains("without them") {
            cast.olive.delete(&format!("/groups/{}/members/{}", self.group, cast.id("removed"))).await.expect(204);
        }
    }

    /// What is kept for later in it: by the actor, where they are or have been in it, or by somebody else.
    async fn keep(&mut self, cast: &Cast, row: &Row, who: &Person) {
        let keeps = ["drafts", "saved", "reminders", "scheduled"];
        let Some(kind) = keeps.into_iter().find(|kind| row.operation.contains(&format!("/api/v1/{kind}"))) else {
            return;
        };
        let is_own = row.about.starts_with("one's own");
        let was_there = who.name == "removed";
        if is_own && !was_there && !INSIDE.contains(&who.name.as_str()) {
            return;
        }
        let keeper = if is_own { who } else { cast.of("tess") };
        let member = format!("/groups/{}/members/{}", self.group, keeper.id);
        if was_there && is_own {
            cast.olive.put(&member, json!({})).await.expect(204);
        }
        let said = text(&cast.olive.say(&self.group, "kept").await["id"]);
        let (group, message) = (format!("/groups/{}", self.group), format!("/messages/{said}"));
        self.kept = match kind {
            "drafts" => {
                keeper.put(&format!("{group}/draft"), json!({ "content": "so far" })).await.expect(200);
                self.group.clone()
            }
            "saved" => {
                keeper.put(&format!("{message}/saved"), json!({})).await.expect(204);
                said
            }
            "reminders" => {
                keeper.put(&format!("{message}/reminder"), json!({ "remind_at": ahead(86_400) })).await.expect(200);
                said
            }
            _ => {
                let input = json!({ "client_id": new_id(), "content": "later", "send_at": ahead(86_400) });
                self.scheduled = text(&keeper.post(&format!("{group}/scheduled"), input).await.expect(201)["id"]);
                self.scheduled.clone()
            }
        };
        if was_there && is_own {
            cast.olive.delete(&member).await.expect(204);
        }
    }

    /// A message and an invite in it; and then it is archived, if it is to be.
    async fn furnish(&mut self, cast: &Cast, about: &str) {
        let path = format!("/groups/{}", self.group);
        let named = "@outsider @invited @guest @member @moderator @admin @owner @removed @manager @server-admin";
        let content = match about {
            _ if about.contains("mentions them") => named,
            _ if about.contains("names another group") => "#lounge",
            _ => "hello",
        };
        self.message = self.say(&cast.olive, about, content).await;
        if about.contains("forum") {
            let tag = json!({ "name": "Kiln", "colour": "red" });
            let group = cast.olive.post(&format!("{path}/tags"), tag).await.expect(201);
            self.tag = text(&group["tags"][0]["id"]);
        }
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

    /// Somebody says something in the group, or posts it; the message.
    async fn say(&self, who: &Person, about: &str, content: &str) -> String {
        said(who, &format!("/groups/{}", self.group), content, about).await
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
            about if about.ends_with("a conversation of two others") => (cast.of("tess"), cast.id("ulf")),
            "a conversation with a closed account" if is_alive => (who, cast.id("closed")),
            _ if who.id.is_empty() => return,
            _ => (cast.of("tess"), who.id.as_str()),
        };
        self.direct = text(&one.post("/directs", json!({ "user_id": other })).await.expect(200)["id"]);
        if !about.contains("closed") && other != cast.id("deactivated") {
            self.message = said(one, &format!("/directs/{}", self.direct), "hello", about).await;
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

/// Says something in a conversation, or asks it, where the row is about a poll; the message's id.
async fn said(who: &Person, conversation: &str, content: &str, about: &str) -> String {
    let mut input = json!({ "client_id": new_id(), "content": content });
    if about.contains("poll") {
        input["poll"] = json!({ "options": ["yes", "no"] });
    }
    if about.contains("forum") && conversation.starts_with("/groups/") {
        input["title"] = json!("The kiln");
    }
    text(&who.post(&format!("{conversation}/messages"), input).await.expect(201)["message"]["id"])
}
