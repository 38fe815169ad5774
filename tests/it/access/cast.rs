//! The actors, and those whom they meet.

use std::collections::HashMap;

use super::scene::Scene;
use super::table::Row;
use crate::harness::*;

pub struct Cast {
    pub server: TestServer,
    /// Sets every scene: an admin of the server and of the workspace.
    pub olive: Person,
    actors: HashMap<&'static str, Person>,
    fresh: u32,
    database: Database,
    /// All that lasts, and the version of the database in which it was so.
    state: Option<(i64, Vec<String>)>,
}

/// The actors who are in the groups.
pub const INSIDE: [&str; 5] = ["guest", "member", "moderator", "admin", "owner"];

/// Actors with their roles on the server and in the workspace.
const SERVER_ROLES: [(&str, &str); 3] = [("manager", "manager"), ("server admin", "admin"), ("mona", "manager")];
const WORKSPACE_ROLES: [(&str, &str); 3] = [("moderator", "moderator"), ("admin", "admin"), ("alma", "admin")];

impl Cast {
    /// All that lasts. It is looked at anew only after somebody has written something.
    pub fn state(&mut self) -> Vec<String> {
        let version = self.database.version();
        if self.state.as_ref().is_none_or(|(seen, _)| *seen != version) {
            self.state = Some((version, self.database.state()));
        }
        self.state.iter().flat_map(|(_, state)| state.clone()).collect()
    }

    pub async fn assemble() -> Self {
        let roomy = [
            ("PARLOR_LIMITS_CODE_TRIES_PER_ADDRESS", "100000"),
            ("PARLOR_LIMITS_INVITES_PER_INVITER", "100000"),
            ("PARLOR_LIMITS_SIGN_IN_TRIES_PER_ADDRESS", "100000"),
            ("PARLOR_LIMITS_SIGN_IN_TRIES_PER_ACCOUNT", "100000"),
        ];
        let mut server = TestServer::with(&roomy).await;
        let olive = server.person("olive").await;
        let mut actors = HashMap::from([("anonymous", server.stranger()), ("guest", server.guest("guest").await)]);
        let people = [
            "outsider",
            "invited",
            "member",
            "moderator",
            "admin",
            "owner",
            "removed",
            "deactivated",
            "manager",
            "server admin",
            "tess",
            "ulf",
            "mona",
            "alma",
            "closed",
        ];
        for name in people {
            let person = server.person(&name.replace(' ', "-")).await;
            actors.insert(name, person);
        }
        let database = server.database();
        let cast = Self { server, olive, actors, fresh: 0, database, state: None };
        for (name, role) in SERVER_ROLES {
            cast.account(name, json!({ "server_role": role })).await;
        }
        for (name, role) in WORKSPACE_ROLES.into_iter().chain([("owner", "owner")]) {
            cast.in_workspace(&cast.olive, cast.id(name), role).await;
        }
        for name in ["closed", "deactivated"] {
            cast.account(name, json!({ "is_active": false })).await;
        }
        cast
    }

    pub fn of(&self, name: &str) -> &Person {
        &self.actors[name]
    }

    pub fn id(&self, name: &str) -> &str {
        &self.of(name).id
    }

    async fn account(&self, name: &str, change: Value) {
        self.olive.patch(&format!("/admin/users/{}", self.id(name)), change).await.expect(200);
    }

    async fn in_workspace(&self, by: &Person, user: &str, role: &str) {
        let path = format!("/workspaces/{}/members/{user}", self.server.workspace);
        by.put(&path, json!({ "role": role })).await.expect(204);
    }

    /// Somebody whom nobody will miss, as a manager or an admin of the workspace if that is wanted.
    pub async fn fresh(&mut self, about: &str) -> Person {
        self.fresh += 1;
        let person = self.server.person(&format!("extra-{}", self.fresh)).await;
        if about.contains("a manager's") || about.contains("of a manager") {
            let path = format!("/admin/users/{}", person.id);
            self.olive.patch(&path, json!({ "server_role": "manager" })).await.expect(200);
        }
        if about.starts_with("makes an admin") {
            self.in_workspace(self.of("owner"), &person.id, "admin").await;
        }
        person
    }

    /// Who makes the call: the actor; on a device of its own where the call may end it.
    pub async fn caller(&mut self, actor: &str, row: &Row) -> Person {
        let who = self.of(actor).clone();
        let ends_devices = row.operation.starts_with("DELETE /api/v1/sessions");
        if ends_devices && !["anonymous", "deactivated"].contains(&actor) {
            return self.server.sign_in(&actor.replace(' ', "-")).await;
        }
        who
    }

    /// After a success: puts back what the other cells rely on.
    pub async fn recover(&mut self, actor: &str, row: &Row, who: &Person, scene: &Scene) -> Result<(), String> {
        if row.operation == "DELETE /api/v1/sessions" {
            let (name, _) = self.actors.remove_entry(actor).unwrap();
            self.actors.insert(name, who.clone());
        }
        if row.about == "makes somebody the owner" {
            self.in_workspace(&scene.person, self.id("owner"), "owner").await;
        }
        Ok(())
    }
}
