//! What a client knows, and how each kind of event changes it.

use std::collections::BTreeMap;

use super::kept::Kept;
use crate::harness::*;

/// One person's view of everything, as maps of the API's own shapes.
#[derive(Clone)]
pub struct Model {
    pub seq: i64,
    me: Value,
    workspaces: BTreeMap<String, Value>,
    /// My groups.
    groups: BTreeMap<String, Value>,
    directs: BTreeMap<String, Value>,
    /// The workspace's list of groups: public ones and mine. Of those that I am not in, only what they are: who joins
    /// and how much is said there is not told to outsiders.
    listed: BTreeMap<String, Value>,
    /// The members of my groups whose list was looked at, by group and person.
    members: BTreeMap<String, BTreeMap<String, Value>>,
    /// Polls on the timelines of my groups, by group and message: how they stand, and what I have chosen.
    polls: BTreeMap<String, BTreeMap<String, Value>>,
    /// How I stand to the threads that I follow.
    threads: BTreeMap<String, Value>,
    /// What I keep for later: drafts by their timeline, saved messages and reminders by message, scheduled ones by id.
    kept: Kept,
    /// The workspaces' own emoji.
    emoji: BTreeMap<String, Value>,
}

fn by_id(rows: &Value) -> BTreeMap<String, Value> {
    rows.as_array().unwrap().iter().map(|row| (text(&row["id"]), row.clone())).collect()
}

/// What an outsider is told of a group.
fn facts(group: &Value) -> Value {
    let mut facts = group.clone();
    for counted in ["member_count", "last_ordinal", "membership"] {
        facts.as_object_mut().unwrap().remove(counted);
    }
    facts
}

/// Takes over the members of `from`.
fn merge(into: &mut Value, from: &Value) {
    for (name, value) in from.as_object().unwrap() {
        into[name] = value.clone();
    }
}

fn raise(number: &mut Value, to: &Value) {
    if to.as_i64() > number.as_i64() {
        *number = to.clone();
    }
}

impl Model {
    /// Asks the server for everything. Nobody may be changing anything meanwhile.
    pub async fn fresh(person: &Person, workspace: &str) -> Self {
        let state = person.get("/bootstrap").await.expect(200);
        let groups = by_id(&state["groups"]);
        let (mut members, mut polls) = (BTreeMap::new(), BTreeMap::new());
        for id in groups.keys() {
            polls.insert(id.clone(), polls_in(person, id).await);
            let list = person.get(&format!("/groups/{id}/members?limit=100")).await.expect(200);
            members.insert(id.clone(), list["items"].as_array().unwrap().iter().map(member).collect());
        }
        let list = person.get(&format!("/workspaces/{workspace}/groups?limit=100")).await;
        let listed = if list.status == 200 { by_id(&list.body["items"]) } else { BTreeMap::new() };
        Self {
            seq: state["seq"].as_i64().unwrap(),
            me: state["me"].clone(),
            workspaces: by_id(&state["workspaces"]),
            directs: by_id(&state["directs"]),
            listed: listed.iter().map(|(id, group)| (id.clone(), facts(group))).collect(),
            groups,
            members,
            polls,
            emoji: state["emoji"].as_array().unwrap().iter().flat_map(|set| by_id(&set["emoji"])).collect(),
            threads: state["threads"].as_array().unwrap().iter().map(thread).collect(),
            kept: Kept::of(&state),
        }
    }

    /// Where this differs from a fresh one: each place with what is here and what is there. Members and polls of groups
    /// that were joined on the way are left out, since nobody asked for them.
    pub fn differences(&self, fresh: &Self) -> Vec<String> {
        let mut fresh = fresh.clone();
        fresh.members.retain(|group, _| self.members.contains_key(group));
        fresh.polls.retain(|group, _| self.polls.contains_key(group));
        let mut found = Vec::new();
        compare("", &self.as_json(), &fresh.as_json(), &mut found);
        found
    }

    fn as_json(&self) -> Value {
        let chosen = |(id, row): (&String, &Value)| (id.clone(), json!([row["poll"], row["mine"]["option_ids"]]));
        let polls: BTreeMap<_, BTreeMap<_, _>> =
            self.polls.iter().map(|(group, rows)| (group, rows.iter().map(chosen).collect())).collect();
        json!({ "me": self.me, "workspaces": self.workspaces, "groups": self.groups, "directs": self.directs,
                "listed": self.listed, "members": self.members, "polls": polls, "threads": self.threads,
                "emoji": self.emoji, "kept": self.kept.as_json() })
    }

    fn is_guest(&self) -> bool {
        self.workspaces.values().all(|workspace| workspace["my_role"] == "guest")
    }

    /// Applies an event; once is as good as twice.
    pub fn apply(&mut self, event: &Value) {
        if event["type"] == "positions" {
            return self.set_right(&event["data"]);
        }
        let Some(seq) = event["seq"].as_i64().filter(|seq| *seq > self.seq) else { return };
        self.seq = seq;
        let data = &event["data"];
        if self.kept.apply(event) {
            return;
        }
        match event["type"].as_str().unwrap() {
            "message_created" => self.message(&data["message"]),
            "message_deleted" => self.deleted(&data["message"]),
            "message_updated" => {
                self.mentioned(&data["message"]);
                self.asked(&data["message"]);
            }
            "poll_updated" => self.polled(&data["message_id"], |row| newer(&mut row["poll"], &data["poll"])),
            "votes_updated" => {
                let own = json!({ "option_ids": data["option_ids"], "revision": data["revision"] });
                self.polled(&data["message_id"], |row| newer(&mut row["mine"], &own));
            }
            "reactions_updated" => {}
            "post_moved_in" => self.moved_in(&data["message"]),
            "post_moved_out" => self.moved_out(data),
            "thread_updated" if data["is_following"] == true => self.threads.extend([thread(data)]),
            "thread_updated" => drop(self.threads.remove(data["thread_root_id"].as_str().unwrap())),
            "read_updated" => self.read(data),
            "direct_created" => drop(self.directs.insert(text(&data["direct"]["id"]), data["direct"].clone())),
            "group_created" => self.list(&data["group"]),
            "group_updated" => self.group_updated(&data["group"]),
            "group_joined" => self.group_joined(&data["group"]),
            "membership_updated" => {
                if let Some(group) = self.groups.get_mut(data["group_id"].as_str().unwrap()) {
                    for part in ["is_muted", "notification_level"] {
                        group["membership"][part] = data[part].clone();
                    }
                }
            }
            "group_left" => self.group_left(&text(&data["group_id"])),
            "group_hidden" => self.group_hidden(&text(&data["group_id"])),
            "member_added" => self.member_added(data),
            "member_removed" => self.member_removed(data),
            "member_updated" => self.member_updated(data),
            "user_updated" => self.user_updated(&data["user"]),
            "me_updated" => self.me = data["me"].clone(),
            "my_status" => self.me["status"] = data["status"].clone(),
            "workspace_updated" => {
                let id = text(&data["workspace"]["id"]);
                self.workspaces.entry(id).and_modify(|held| merge(held, &data["workspace"]));
            }
            "workspace_membership_updated" => {
                let id = text(&data["workspace_id"]);
                let level = data["notification_level"].clone();
                self.workspaces.entry(id).and_modify(|held| held["notification_level"] = level);
            }
            "emoji_added" => drop(self.emoji.insert(text(&data["emoji"]["id"]), data["emoji"].clone())),
            "emoji_removed" => drop(self.emoji.remove(data["emoji_id"].as_str().unwrap())),
            "workspace_role_updated" => self.workspace_role(data),
            "sessions_ended" => {}
            other => panic!("{other} is not known here"),
        }
    }

    /// Where I stand after all that I missed.
    fn set_right(&mut self, positions: &Value) {
        for place in positions["places"].as_array().unwrap() {
            self.read(place);
        }
        for mark in positions["threads"].as_array().unwrap() {
            match mark["is_following"] == true {
                true => self.threads.extend([thread(mark)]),
                false => drop(self.threads.remove(mark["thread_root_id"].as_str().unwrap())),
            }
        }
    }

    fn conversation(&mut self, place: &Value) -> Option<&mut Value> {
        match place["group_id"].as_str() {
            Some(id) => self.groups.get_mut(id),
            None => self.directs.get_mut(place["direct_id"].as_str().unwrap()),
        }
    }

    fn message(&mut self, message: &Value) {
        if message["kind"] == "system" {
            return self.happened(message);
        }
        let is_mine = message["sender_id"] == self.me["id"];
        let Some(place) = self.conversation(message) else { return };
        raise(&mut place["last_ordinal"], &message["ordinal"]);
        if message["direct_id"].is_string() && place["last_ordinal"] == message["ordinal"] {
            place["last_message_at"] = message["created_at"].clone();
        }
        // Who speaks has read what was said before.
        if is_mine && message["ordinal"].is_i64() {
            raise(&mut read_position(place)["last_read_ordinal"], &message["ordinal"]);
            read_position(place)["silent_unread"] = json!(0);
            read_position(place)["unread_mentions"] = json!([]);
        }
        self.mentioned(message);
        self.asked(message);
        if let Some(thread) = self.unread_thread(message) {
            thread["unread_count"] = json!(thread["unread_count"].as_i64().unwrap() + 1);
        }
    }

    /// A line of the server's own: it is there, and to be read by nobody.
    fn happened(&mut self, line: &Value) {
        let Some(place) = self.conversation(line) else { return };
        raise(&mut place["last_ordinal"], &line["ordinal"]);
        one_more_silent(read_position(place), line);
    }

    /// A poll that is new, or whose answers were changed.
    fn asked(&mut self, message: &Value) {
        let polls = message["group_id"].as_str().and_then(|group| self.polls.get_mut(group));
        let Some(polls) = polls.filter(|_| message["poll"].is_object() && message["ordinal"].is_i64()) else { return };
        let row = json!({ "poll": message["poll"], "mine": { "option_ids": [], "revision": 0 } });
        newer(&mut polls.entry(text(&message["id"])).or_insert(row)["poll"], &message["poll"]);
    }

    fn polled(&mut self, id: &Value, change: impl Fn(&mut Value)) {
        for polls in self.polls.values_mut() {
            polls.entry(text(id)).and_modify(&change);
        }
    }

    /// Whether an unread message mentions me, as it stands: said once is as good as twice.
    fn mentioned(&mut self, message: &Value) {
        let me = self.me["id"].clone();
        let Some(place) = self.conversation(message) else { return };
        let position = read_position(place);
        let Some(ordinal) = message["ordinal"].as_i64() else { return };
        let names_me = message["mentions"].as_array().unwrap().contains(&me) || message["calls"].is_string();
        let is_unread = Some(ordinal) > position["last_read_ordinal"].as_i64();
        let held = position["unread_mentions"].as_array_mut().unwrap();
        held.retain(|one| *one != ordinal);
        if names_me && is_unread && message["sender_id"] != me {
            held.push(json!(ordinal));
            held.sort_by_key(|one| std::cmp::Reverse(one.as_i64()));
        }
    }

    fn deleted(&mut self, message: &Value) {
        self.mentioned(message);
        for polls in self.polls.values_mut() {
            polls.remove(message["id"].as_str().unwrap());
        }
        self.kept.forget_message(message["id"].as_str().unwrap());
        if message["kind"] == "text"
            && let Some(place) = self.conversation(message)
        {
            one_more_silent(read_position(place), message);
        }
        if let Some(thread) = self.unread_thread(message) {
            thread["unread_count"] = json!(thread["unread_count"].as_i64().unwrap() - 1);
        }
    }

    /// What I know of its thread, I know of it there.
    fn moved_in(&mut self, message: &Value) {
        let Some(place) = self.conversation(message) else { return };
        raise(&mut place["last_ordinal"], &message["ordinal"]);
        self.mentioned(message);
        if let Some(thread) = self.threads.get_mut(message["id"].as_str().unwrap()) {
            thread["group_id"] = message["group_id"].clone();
        }
    }

    /// Its place is empty as if it were deleted; its thread is gone, unless it is where I am, too.
    fn moved_out(&mut self, data: &Value) {
        let Some(place) = self.conversation(data) else { return };
        raise(&mut place["last_ordinal"], &data["ordinal"]);
        let position = read_position(place);
        if data["ordinal"].as_i64() > position["last_read_ordinal"].as_i64() {
            position["silent_unread"] = json!(position["silent_unread"].as_i64().unwrap() + 1);
        }
        position["unread_mentions"].as_array_mut().unwrap().retain(|one| *one != data["ordinal"]);
        let root = data["message_id"].as_str().unwrap();
        if self.threads.get(root).is_some_and(|thread| thread["group_id"] == data["group_id"]) {
            self.threads.remove(root);
        }
    }

    /// The thread that I follow and in which this reply by somebody else is not read yet.
    fn unread_thread(&mut self, reply: &Value) -> Option<&mut Value> {
        if reply["sender_id"] == self.me["id"] {
            return None;
        }
        let thread = self.threads.get_mut(reply["thread_root_id"].as_str()?)?;
        (reply["thread_ordinal"].as_i64() > thread["last_read_ordinal"].as_i64()).then_some(thread)
    }

    fn read(&mut self, data: &Value) {
        if let Some(place) = self.conversation(data) {
            for part in ["last_read_ordinal", "silent_unread", "unread_mentions"] {
                read_position(place)[part] = data[part].clone();
            }
        }
    }

    /// Guests do not look around.
    fn list(&mut self, group: &Value) {
        if !self.is_guest() {
            self.listed.insert(text(&group["id"]), facts(group));
        }
    }

    fn group_updated(&mut self, group: &Value) {
        let id = text(&group["id"]);
        if let Some(mine) = self.groups.get_mut(&id) {
            merge(mine, group);
        }
        self.list(group);
    }

    fn group_joined(&mut self, group: &Value) {
        self.list(group);
        self.groups.insert(text(&group["id"]), group.clone());
    }

    fn group_left(&mut self, id: &str) {
        self.members.remove(id);
        self.polls.remove(id);
        self.threads.retain(|_, thread| thread["group_id"] != id);
        self.kept.forget_group(id);
        if let Some(left) = self.groups.remove(id)
            && left["is_private"] == true
        {
            self.listed.remove(id);
        }
    }

    fn group_hidden(&mut self, id: &str) {
        self.members.remove(id);
        self.polls.remove(id);
        self.groups.remove(id);
        self.listed.remove(id);
    }

    fn member_added(&mut self, data: &Value) {
        let group = data["group_id"].as_str().unwrap();
        self.count_members(group, data);
        if let Some(members) = self.members.get_mut(group) {
            let row = json!({ "user": data["user"], "role": data["role"], "joined_at": data["joined_at"] });
            members.insert(text(&data["user"]["id"]), row);
        }
    }

    fn member_removed(&mut self, data: &Value) {
        let group = data["group_id"].as_str().unwrap();
        self.count_members(group, data);
        if let Some(members) = self.members.get_mut(group) {
            members.remove(data["user_id"].as_str().unwrap());
        }
    }

    fn count_members(&mut self, group: &str, data: &Value) {
        if let Some(group) = self.groups.get_mut(group) {
            group["member_count"] = data["member_count"].clone();
        }
    }

    fn member_updated(&mut self, data: &Value) {
        let group = data["group_id"].as_str().unwrap();
        if let Some(row) = self.members.get_mut(group).and_then(|rows| rows.get_mut(data["user_id"].as_str().unwrap()))
        {
            row["role"] = data["role"].clone();
        }
        if data["user_id"] == self.me["id"]
            && let Some(mine) = self.groups.get_mut(group)
        {
            mine["membership"]["role"] = data["role"].clone();
        }
    }

    fn user_updated(&mut self, user: &Value) {
        for direct in self.directs.values_mut().filter(|direct| direct["user"]["id"] == user["id"]) {
            direct["user"] = user.clone();
        }
        for rows in self.members.values_mut() {
            rows.entry(text(&user["id"])).and_modify(|row| row["user"] = user.clone());
        }
    }

    fn workspace_role(&mut self, data: &Value) {
        if data["user_id"] == self.me["id"]
            && let Some(workspace) = self.workspaces.get_mut(data["workspace_id"].as_str().unwrap())
        {
            workspace["my_role"] = data["role"].clone();
        }
    }
}

/// What does not count as unread, when it is after the read position.
fn one_more_silent(position: &mut Value, message: &Value) {
    if message["ordinal"].as_i64() > position["last_read_ordinal"].as_i64() {
        position["silent_unread"] = json!(position["silent_unread"].as_i64().unwrap() + 1);
    }
}

fn read_position(place: &mut Value) -> &mut Value {
    let is_group = place["membership"].is_object();
    if is_group { &mut place["membership"] } else { place }
}

/// Of two accounts the one with the greater revision is the present one.
fn newer(held: &mut Value, told: &Value) {
    if told["revision"].as_i64() > held["revision"].as_i64() {
        *held = told.clone();
    }
}

/// The polls on a group's timeline.
async fn polls_in(person: &Person, group: &str) -> BTreeMap<String, Value> {
    let mut polls = BTreeMap::new();
    for message in person.timeline(&format!("/groups/{group}")).await {
        if message["poll"].is_object() {
            let own = person.get(&format!("/votes?message_ids={}", text(&message["id"]))).await.expect(200);
            let mine = json!({ "option_ids": own["items"][0]["option_ids"], "revision": own["items"][0]["revision"] });
            polls.insert(text(&message["id"]), json!({ "poll": message["poll"], "mine": mine }));
        }
    }
    polls
}

/// A thread by its root.
fn thread(mark: &Value) -> (String, Value) {
    (text(&mark["thread_root_id"]), mark.clone())
}

/// A row of a member list without what is not of the log: presence. The role in the workspace comes with an event too,
/// but not with the one that adds a member.
fn member(row: &Value) -> (String, Value) {
    let mut user = row["user"].clone();
    user.as_object_mut().unwrap().remove("status");
    (text(&user["id"]), json!({ "user": user, "role": row["role"], "joined_at": row["joined_at"] }))
}

fn compare(path: &str, here: &Value, there: &Value, found: &mut Vec<String>) {
    if let (Value::Object(one), Value::Object(other)) = (here, there) {
        let names: std::collections::BTreeSet<&String> = one.keys().chain(other.keys()).collect();
        for name in names {
            compare(&format!("{path}/{name}"), &here[name], &there[name], found);
        }
    } else if here != there {
        found.push(format!("{path}: {here} and fresh {there}"));
    }
}
