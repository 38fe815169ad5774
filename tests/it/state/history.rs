//! People who do whatever comes to their minds.

use crate::harness::files::pictures;
use crate::harness::*;

pub struct History {
    pub people: Vec<Person>,
    /// Does nothing, and is let in and shut out.
    pub ghost: Person,
    pub olive: Person,
    pub workspace: String,
    pub groups: Vec<String>,
    /// Those of them that hold posts.
    pub forums: Vec<String>,
    pub guest: String,
    pub random: Random,
    count: usize,
    emoji: Vec<String>,
}

const ROLES: [&str; 3] = ["member", "moderator", "admin"];

impl History {
    pub async fn begin(server: &mut TestServer, guest: &Person, random: Random) -> Self {
        let hall = server.group("hall", &["ada", "ben", "dan"]).await;
        let den = server.private_group("den", &["ben", "ada"]).await;
        server.person("olive").await.put(&format!("/groups/{hall}/members/{}", guest.id), json!({})).await;
        let ada = server.person("ada").await;
        ada.put(&format!("/groups/{hall}/members/{}", guest.id), json!({})).await.expect(204);
        let mut people = Vec::new();
        for name in ["ada", "ben", "cleo", "dan", "olive"] {
            people.push(server.person(name).await);
        }
        people.push(guest.clone());
        let mut forums = Vec::new();
        for (name, others) in [("questions", ["ben", "cleo"]), ("answers", ["ben", "dan"])] {
            let mut ids = vec![guest.id.clone()];
            for other in others {
                ids.push(server.person(other).await.id);
            }
            let wanted = json!({ "name": name, "kind": "forum", "member_ids": ids });
            let made = ada.post(&format!("/workspaces/{}/groups", server.workspace), wanted).await.expect(201);
            forums.push(text(&made["id"]));
        }
        Self {
            people,
            ghost: server.person("eve").await,
            olive: server.person("olive").await,
            workspace: server.workspace.clone(),
            groups: [vec![server.lounge.clone(), hall, den], forums.clone()].concat(),
            forums,
            guest: guest.id.clone(),
            random,
            count: 0,
            emoji: Vec::new(),
        }
    }

    /// Does one thing. What is not allowed is refused, and that is part of it.
    pub async fn go_on(&mut self) {
        self.count += 1;
        let me = self.random.pick(&self.people).clone();
        let other = self.random.pick(&self.people).clone();
        let group = format!("/groups/{}", self.random.pick(&self.groups));
        let member = format!("{group}/members/{}", other.id);
        match self.random.below(47) {
            41..=46 => self.keep_for_later(&me, &group).await,
            39..=40 => self.show_files(&me, &group).await,
            36..=38 => self.vote(&me, &group).await,
            30..=35 => self.look_after_a_forum(&me).await,
            22..=24 => self.change_what_was_said(&me, &group).await,
            25..=27 => self.reply(&me, &group).await,
            28..=29 => self.read_back(&me, &group).await,
            0..=3 => self.say(&me, &group).await,
            4..=6 => self.say_to(&me, &other).await,
            7 if self.random.once_in(2) => {
                let levels = [json!("all"), json!("mentions"), json!("nothing"), Value::Null];
                let level = self.random.pick(&levels);
                let wanted = json!({ "is_muted": self.count.is_multiple_of(2), "notification_level": level });
                drop(me.patch(&format!("{group}/membership"), wanted).await);
            }
            7 => self.read(&me, &group).await,
            8..=9 => drop(me.post(&format!("{group}/join"), json!({})).await),
            10 => drop(me.post(&format!("{group}/leave"), json!({})).await),
            11 => drop(me.put(&member, json!({})).await),
            12 => drop(me.delete(&member).await),
            13 => drop(me.put(&member, json!({ "role": self.random.pick(&ROLES) })).await),
            14..=15 => self.change_group(&me, &group).await,
            16 => self.new_group(&me, &other).await,
            17 if self.random.once_in(2) => self.change_emoji(&me).await,
            17 => self.change_role(&other).await,
            18 if self.random.once_in(2) => self.change_attention(&me).await,
            18 => drop(me.patch("/me", json!({ "name": self.name(), "bio": self.name() })).await),
            19 => self.change_status(&me).await,
            20 => drop(me.post("/directs", json!({ "user_id": other.id })).await),
            _ => self.look_after_accounts().await,
        }
    }

    fn name(&self) -> String {
        format!("number {}", self.count)
    }

    async fn say(&self, me: &Person, conversation: &str) {
        let mut input = json!({ "client_id": new_id(), "content": self.text() });
        if self.forums.iter().any(|forum| conversation.ends_with(forum)) {
            input["title"] = json!(self.name());
        }
        me.post(&format!("{conversation}/messages"), input).await;
    }

    /// A picture of its own, one that everybody has, or one that is there already.
    async fn show_files(&mut self, me: &Person, group: &str) {
        let colour = if self.random.once_in(2) { [0, 0, 0, 255] } else { [self.count as u8, 7, 7, 255] };
        let picture = pictures::png_of(4, 4, |_, _| colour);
        let mut ids = vec![me.upload("a picture", &picture).await["id"].clone()];
        if let Some(item) = me.get(&format!("{group}/files?limit=1")).await.body["items"].get(0) {
            ids.push(item["file"]["id"].clone());
        }
        let input = json!({ "client_id": new_id(), "content": "", "file_ids": ids });
        me.post(&format!("{group}/messages"), input).await;
    }

    /// Every second text calls somebody, or everybody.
    fn text(&self) -> String {
        let calls = ["@ada", "@cleo @ben", "@everyone", "@gus and @here"];
        let call = self.count.is_multiple_of(2).then(|| calls[self.count / 2 % calls.len()]);
        format!("{} {}", self.name(), call.unwrap_or_default())
    }

    async fn say_to(&mut self, me: &Person, other: &Person) {
        let direct = me.post("/directs", json!({ "user_id": other.id })).await;
        if direct.status == 200 {
            let conversation = format!("/directs/{}", text(&direct.body["id"]));
            self.say(me, &conversation).await;
            if self.random.once_in(3)
                && let Some(id) = self.a_message(other, &conversation).await
            {
                other.put(&format!("/messages/{id}/pin"), json!({})).await;
            }
        }
    }

    async fn read(&self, me: &Person, group: &str) {
        let page = me.get(&format!("{group}/messages?limit=3")).await;
        if let Some(message) = page.body["messages"].get(0) {
            me.post(&format!("{group}/read"), json!({ "message_id": message["id"] })).await;
        }
    }

    /// One of the latest messages of a conversation, if there are any to be seen.
    async fn a_message(&mut self, me: &Person, conversation: &str) -> Option<String> {
        let page = me.get(&format!("{conversation}/messages?limit=5")).await;
        let messages = page.body["messages"].as_array()?.clone();
        (!messages.is_empty()).then(|| text(&self.random.pick(&messages)["id"]))
    }

    async fn change_what_was_said(&mut self, me: &Person, group: &str) {
        let Some(id) = self.a_message(me, group).await else { return };
        let path = format!("/messages/{id}");
        match self.random.below(4) {
            0 => drop(me.patch(&path, json!({ "version": 1, "content": self.text() })).await),
            1 => drop(me.put(&format!("{path}/reactions/🌱"), json!({})).await),
            2 => drop(me.put(&format!("{path}/pin"), json!({})).await),
            _ => drop(me.delete(&path).await),
        }
    }

    async fn reply(&mut self, me: &Person, group: &str) {
        let Some(root) = self.a_message(me, group).await else { return };
        let path = format!("/messages/{root}");
        match self.random.below(5) {
            0 => drop(me.put(&format!("{path}/follow"), json!({ "following": self.random.once_in(2) })).await),
            1 => drop(me.post(&format!("{path}/replies/read"), json!({ "thread_ordinal": 100 })).await),
            2 => {
                let thread = me.get(&format!("{path}/replies")).await;
                if let Some(reply) = thread.body["messages"].get(0) {
                    me.delete(&format!("/messages/{}", text(&reply["id"]))).await;
                }
            }
            _ => {
                let both = self.random.once_in(3);
                let input = json!({ "client_id": new_id(), "content": self.text(), "also_on_timeline": both });
                me.post(&format!("{path}/replies"), input).await;
            }
        }
    }

    async fn vote(&mut self, me: &Person, group: &str) {
        let poll = json!({ "options": ["tea", "coffee", self.name()], "is_multiple": self.random.once_in(2),
                           "is_anonymous": self.random.once_in(3) });
        let input = json!({ "client_id": new_id(), "content": self.text(), "poll": poll });
        let page = me.get(&format!("{group}/messages?limit=30")).await;
        let asked: Vec<Value> =
            page.body["messages"].as_array().into_iter().flatten().filter(|m| m["poll"].is_object()).cloned().collect();
        if asked.is_empty() || self.random.once_in(6) {
            return drop(me.post(&format!("{group}/messages"), input).await);
        }
        let message = self.random.pick(&asked).clone();
        let path = format!("/messages/{}", text(&message["id"]));
        let option = self.random.pick(message["poll"]["options"].as_array().unwrap())["id"].clone();
        match self.random.below(8) {
            0 => drop(me.post(&format!("{path}/poll/close"), json!({})).await),
            1 => {
                let change =
                    json!({ "version": message["version"], "content": self.text(), "options": ["soup", self.name()] });
                drop(me.put(&format!("{path}/poll"), change).await);
            }
            2 => drop(me.delete(&format!("{path}/votes/{option}")).await),
            _ => drop(me.put(&format!("{path}/votes/{option}"), json!({})).await),
        }
    }

    async fn look_after_a_forum(&mut self, me: &Person) {
        let ada = self.people[0].clone();
        let (here, there) = (self.random.pick(&self.forums).clone(), self.random.pick(&self.forums).clone());
        let here = format!("/groups/{here}");
        let Some(id) = self.a_message(&ada, &here).await else { return self.say(me, &here).await };
        let path = format!("/posts/{id}");
        match self.random.below(7) {
            0 => drop(me.put(&format!("{path}/solved"), json!({})).await),
            1 => drop(me.patch(&path, json!({ "version": 1, "title": self.name() })).await),
            2 => {
                let tag = json!({ "name": self.name(), "colour": "blue" });
                drop(ada.post(&format!("{here}/tags"), tag).await);
            }
            3..=4 => self.say(me, &here).await,
            _ => drop(ada.post(&format!("{path}/move"), json!({ "group_id": there })).await),
        }
    }

    async fn read_back(&mut self, me: &Person, group: &str) {
        if let Some(id) = self.a_message(me, group).await {
            me.post(&format!("{group}/unread"), json!({ "message_id": id })).await;
        }
    }

    /// Drafts, saved messages, reminders and scheduled messages. Nothing is due while the clock runs: a time that comes
    /// between two looks would make two truths.
    async fn keep_for_later(&mut self, me: &Person, group: &str) {
        let content = if self.random.once_in(3) { String::new() } else { self.text() };
        let at = ahead(3600 + i64::try_from(self.count).unwrap());
        match self.random.below(10) {
            0..=1 => drop(me.put(&format!("{group}/draft"), json!({ "content": content })).await),
            2 => {
                let input = json!({ "client_id": new_id(), "content": self.text(), "send_at": at });
                me.post(&format!("{group}/scheduled"), input).await;
            }
            3 => self.change_scheduled(me, &at).await,
            kind => {
                let Some(id) = self.a_message(me, group).await else { return };
                let path = format!("/messages/{id}");
                match kind {
                    4 => drop(me.put(&format!("{path}/draft"), json!({ "content": content })).await),
                    5..=6 => drop(me.put(&format!("{path}/saved"), json!({})).await),
                    7 => drop(me.delete(&format!("{path}/saved")).await),
                    8 => drop(me.put(&format!("{path}/reminder"), json!({ "remind_at": at })).await),
                    _ => drop(me.delete(&format!("{path}/reminder")).await),
                }
            }
        }
    }

    async fn change_scheduled(&mut self, me: &Person, at: &str) {
        let mine = me.get("/scheduled").await.expect(200)["items"].as_array().unwrap().clone();
        let Some(one) = mine.first() else { return };
        let path = format!("/scheduled/{}", text(&one["id"]));
        match self.random.below(3) {
            0 => drop(me.patch(&path, json!({ "version": one["version"], "send_at": at })).await),
            1 => drop(me.delete(&path).await),
            _ => drop(me.post(&format!("{path}/send"), json!({})).await),
        }
    }

    async fn change_group(&mut self, me: &Person, group: &str) {
        let me = if self.random.once_in(2) { me } else { &self.olive };
        let now = me.get(group).await;
        let mut change = json!({ "version": now.body["version"] });
        match self.random.below(5) {
            0 => change["name"] = json!(self.name()),
            4 => change["description"] = json!(self.name()),
            1 => change["is_archived"] = json!(now.body["is_archived"] == false),
            2 => change["topic"] = json!(self.name()),
            _ => change["is_private"] = json!(now.body["is_private"] == false),
        }
        me.patch(group, change).await;
    }

    async fn new_group(&mut self, me: &Person, other: &Person) {
        let path = format!("/workspaces/{}/groups", self.workspace);
        let wanted = json!({ "name": self.name(), "is_private": self.random.once_in(2), "member_ids": [other.id] });
        let made = me.post(&path, wanted).await;
        if made.status == 201 {
            self.groups.push(text(&made.body["id"]));
        }
    }

    /// Nobody becomes or ceases to be a guest: what is listed for them would change all at once.
    async fn change_role(&mut self, other: &Person) {
        if other.id != self.guest && other.id != self.olive.id {
            let path = format!("/workspaces/{}/members/{}", self.workspace, other.id);
            self.olive.put(&path, json!({ "role": self.random.pick(&ROLES) })).await.expect(204);
        }
    }

    async fn change_attention(&mut self, me: &Person) {
        match self.random.below(4) {
            0 => {
                let wanted = json!({ "notification_level": self.random.pick(&["all", "mentions"]) });
                me.patch(&format!("/workspaces/{}/membership", self.workspace), wanted).await.expect(200);
            }
            1 => drop(me.post("/me/read_all", json!({})).await.expect(200)),
            2 => {
                let undo = me.post("/me/read_all", json!({})).await.expect(200);
                me.post("/me/read_all/undo", undo).await.expect(204);
            }
            _ => {
                let day = json!({ "days": ["sunday"], "from": "00:00", "to": "00:00", "time_zone": "Asia/Tokyo" });
                let hours = if self.random.once_in(2) { day } else { Value::Null };
                let wanted = json!({ "keywords": [self.name()], "quiet_hours": hours });
                me.patch("/me/notifications", wanted).await.expect(200);
            }
        }
    }

    async fn change_emoji(&mut self, me: &Person) {
        if self.random.once_in(3) && !self.emoji.is_empty() {
            let id = self.emoji.swap_remove(self.random.below(self.emoji.len()));
            return drop(self.olive.delete(&format!("/emoji/{id}")).await.expect(204));
        }
        let me = if self.random.once_in(3) { me } else { &self.olive };
        let wanted = json!({ "name": format!("number-{}", self.count), "image": PNG });
        let made = me.post(&format!("/workspaces/{}/emoji", self.workspace), wanted).await;
        if made.status == 201 {
            self.emoji.push(text(&made.body["id"]));
        }
    }

    async fn change_status(&mut self, me: &Person) {
        let text = self.random.once_in(2).then(|| json!({ "text": self.name() }));
        let (do_not_disturb, invisible) = (self.random.once_in(2), self.random.once_in(2));
        let input = json!({ "manual_status": text, "do_not_disturb": do_not_disturb, "invisible": invisible });
        me.put("/me/status", input).await.expect(200);
    }

    async fn look_after_accounts(&mut self) {
        let is_active = self.random.once_in(2);
        self.olive
            .patch(&format!("/admin/users/{}", self.ghost.id), json!({ "is_active": is_active }))
            .await
            .expect(200);
        let role = if self.random.once_in(2) { "manager" } else { "user" };
        let ben = &self.people[1];
        self.olive.patch(&format!("/admin/users/{}", ben.id), json!({ "server_role": role })).await.expect(200);
    }

    /// Something that everybody hears, so that who has heard it has heard all.
    pub async fn close_chapter(&mut self) -> String {
        let name = format!("Chapter {}", new_id());
        let path = format!("/workspaces/{}", self.workspace);
        self.olive.patch(&path, json!({ "name": name })).await.expect(200);
        name
    }
}
