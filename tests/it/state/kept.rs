//! What somebody keeps for later, and how events change it.

use std::collections::BTreeMap;

use crate::harness::*;

#[derive(Clone, Default)]
pub struct Kept {
    drafts: BTreeMap<String, Value>,
    saved: BTreeMap<String, Value>,
    reminders: BTreeMap<String, Value>,
    scheduled: BTreeMap<String, Value>,
}

/// The timeline that a draft is of.
fn timeline(draft: &Value) -> String {
    let parts = ["thread_root_id", "group_id", "direct_id"];
    parts.iter().find_map(|part| draft[part].as_str()).unwrap().to_owned()
}

fn by(name: &'static str) -> impl Fn(&Value) -> (String, Value) {
    move |row| (text(&row[name]), row.clone())
}

fn rows(state: &Value, name: &str) -> Vec<Value> {
    state[name].as_array().unwrap().clone()
}

impl Kept {
    /// From a bootstrap, or from what was kept in a group that one is in again.
    pub fn of(state: &Value) -> Self {
        let mut kept = Self::default();
        kept.extend(state);
        kept.scheduled = rows(state, "scheduled").iter().map(by("id")).collect();
        kept
    }

    fn extend(&mut self, state: &Value) {
        rows(state, "drafts").iter().for_each(|draft| self.put_draft(draft));
        self.saved.extend(rows(state, "saved").iter().map(by("message_id")));
        self.reminders.extend(rows(state, "reminders").iter().map(by("message_id")));
    }

    pub fn as_json(&self) -> Value {
        json!({ "drafts": self.drafts, "saved": self.saved, "reminders": self.reminders, "scheduled": self.scheduled })
    }

    fn put_draft(&mut self, draft: &Value) {
        match draft["content"] == "" {
            true => drop(self.drafts.remove(&timeline(draft))),
            false => drop(self.drafts.insert(timeline(draft), draft.clone())),
        }
    }

    /// Whether the event was about something kept.
    pub fn apply(&mut self, event: &Value) -> bool {
        let data = &event["data"];
        let id = |name: &str| data[name].as_str().unwrap().to_owned();
        match event["type"].as_str().unwrap() {
            "draft_updated" => self.put_draft(data),
            "message_saved" => self.saved.extend([by("message_id")(data)]),
            "message_unsaved" => drop(self.saved.remove(&id("message_id"))),
            "reminder_updated" | "reminder_due" => self.reminders.extend([by("message_id")(&data["reminder"])]),
            "reminder_removed" => drop(self.reminders.remove(&id("message_id"))),
            "scheduled_updated" => self.scheduled.extend([by("id")(&data["scheduled"])]),
            "scheduled_removed" => drop(self.scheduled.remove(&id("scheduled_id"))),
            "kept_in_group" => self.extend(data),
            _ => return false,
        }
        true
    }

    pub fn forget_message(&mut self, id: &str) {
        self.saved.remove(id);
        self.reminders.remove(id);
    }

    pub fn forget_group(&mut self, id: &str) {
        for kept in [&mut self.drafts, &mut self.saved, &mut self.reminders] {
            kept.retain(|_, one| one["group_id"] != id);
        }
    }
}
