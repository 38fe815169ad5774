//! What was done by who looks after people, groups and the server; to be read and nothing else.

use std::collections::BTreeSet;

use actix_web::web::{Data, Json};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use super::list;
use crate::commands::App;
use crate::domain::audit::Line;
use crate::domain::{AuditAction, GroupId, Named, NamedGroup, Timestamp, UserId};
use crate::error::{Error, Result};
use crate::store::access::{self, ActiveUser, ServerAction};
use crate::store::audit::{self, Actor};
use crate::store::{Tx, groups, users};
use crate::web::query::Query;
use crate::web::signed_in::SignedIn;

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AuditQuery {
    /// Only this was done.
    #[param(inline)]
    action: Option<AuditAction>,
    /// Only by this person; `operator` for what was done on the command line.
    actor: Option<String>,
    /// The `next_cursor` of the stretch before.
    cursor: Option<i64>,
    /// 1 to 100, 50 unless told otherwise.
    limit: Option<u32>,
}

/// A line of the log.
#[derive(Serialize, ToSchema)]
pub struct AuditLine {
    /// 1, 2, 3, … without gaps.
    seq: i64,
    created_at: Timestamp,
    /// `null`: who owns the server's data, on the command line.
    actor_id: Option<UserId>,
    /// One of the words of `AuditAction`; a newer Parlor may have written others.
    action: String,
    /// To whom or what, and how. A group that is not for me is `null` here.
    detail: Value,
    /// Where the actor's device was at that time.
    address: Option<String>,
}

/// Some lines, and the names that they are about.
#[derive(Serialize, ToSchema)]
pub struct AuditStretch {
    items: Vec<AuditLine>,
    people: Vec<Named>,
    /// Those that I may see.
    groups: Vec<NamedGroup>,
    /// `null` at the end.
    next_cursor: Option<i64>,
}

/// The audit log, the newest line first; for admins of the server.
#[utoipa::path(get, path = "/admin/audit_log", tag = "admin",
    params(AuditQuery), responses((status = 200, body = AuditStretch)))]
pub async fn audit_log(app: Data<App>, me: SignedIn, query: Query<AuditQuery>) -> Result<Json<AuditStretch>> {
    let AuditQuery { action, actor, cursor, limit } = query.into_inner();
    let actor = actor.as_deref().map(parse_actor).transpose()?;
    let limit = list::limit(limit)?;
    let found = app.store.read(move |tx| {
        let who = access::active_user(tx, me.asker)?;
        let keeper = who.on_server(ServerAction::Oversee)?;
        let before = cursor.unwrap_or(i64::MAX);
        let lines = audit::page(tx, &keeper, action.map(AuditAction::as_str), actor, before, limit + 1)?;
        shown(tx, &who, lines, limit)
    });
    found.await.map(Json)
}

fn parse_actor(text: &str) -> Result<Actor> {
    match text {
        "operator" => Ok(Actor::Operator),
        id => id.parse().map(Actor::Person).map_err(|_| Error::invalid("actor", "must be a person's id, or operator")),
    }
}

/// Lines as `who` may read them.
fn shown(tx: &Tx<'_>, who: &ActiveUser, mut lines: Vec<Line>, limit: u32) -> Result<AuditStretch> {
    let has_more = lines.len() > limit as usize;
    lines.truncate(limit as usize);
    let next_cursor = if has_more { lines.last().map(|line| line.seq) } else { None };
    let mut names = Names::default();
    let items = lines.into_iter().map(|line| names.take_from(tx, who, line)).collect::<Result<_>>()?;
    let mut people = Vec::with_capacity(names.people.len());
    for id in names.people {
        match users::by_id(tx, id) {
            Ok(user) => people.push(Named { id, name: user.name, username: user.username }),
            Err(Error::NotFound(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(AuditStretch { items, people, groups: names.groups, next_cursor })
}

/// Whom and what lines are about.
#[derive(Default)]
struct Names {
    people: BTreeSet<UserId>,
    groups: Vec<NamedGroup>,
    hidden: BTreeSet<GroupId>,
}

impl Names {
    fn take_from(&mut self, tx: &Tx<'_>, who: &ActiveUser, line: Line) -> Result<AuditLine> {
        // What cannot be read is shown as a line that says nothing more.
        let mut detail: Value = serde_json::from_str(&line.detail).unwrap_or_default();
        let id_of = |detail: &Value, key: &str| detail.get(key).and_then(|id| id.as_str()?.parse::<uuid::Uuid>().ok());
        self.people.extend(line.actor_id);
        self.people.extend(id_of(&detail, "user_id").map(UserId::from_uuid));
        if let Some(group) = id_of(&detail, "group_id").map(GroupId::from_uuid)
            && !self.is_named(tx, who, group)?
        {
            detail["group_id"] = Value::Null;
        }
        let Line { seq, created_at, actor_id, action, address, .. } = line;
        Ok(AuditLine { seq, created_at, actor_id, action, detail, address })
    }

    /// Whether the group is one that may be named.
    fn is_named(&mut self, tx: &Tx<'_>, who: &ActiveUser, id: GroupId) -> Result<bool> {
        if self.hidden.contains(&id) {
            return Ok(false);
        }
        if self.groups.iter().any(|group| group.id == id) {
            return Ok(true);
        }
        let is_shown = access::may_see_group(tx, who.user(), id)?.is_some();
        match is_shown {
            true => self.groups.push(NamedGroup { id, name: groups::by_id(tx, id)?.name }),
            false => drop(self.hidden.insert(id)),
        }
        Ok(is_shown)
    }
}
