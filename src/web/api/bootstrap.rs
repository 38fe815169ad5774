//! Everything that a page needs to draw itself, in one answer.

use actix_web::web::{Data, Json};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::list;
use super::server::{self, Server};
use crate::commands::App;
use crate::domain::people::Chosen;
use crate::domain::{
    Direct, DirectId, EmojiSet, GroupId, KeptDraft, Me, MessagePage, MyGroup, MyWorkspace, Place, Reminder, SavedMark,
    Scheduled, SessionId, Status, ThreadMark,
};
use crate::error::{Error, Result};
use crate::store::access::{self, ActiveUser, Asker};
use crate::store::messages::{self, Stretch};
use crate::store::{
    Tx, directs, drafts, emoji, events, groups, posts, reminders, saved, scheduled, status, threads, users, workspaces,
};
use crate::web::query::Query;
use crate::web::signed_in::SignedIn;

/// People whose status comes along: those of the latest direct conversations. Others are watched when they are shown.
const MOST_STATUSES: usize = 50;

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Open {
    /// Also answer with the newest page of this group.
    group_id: Option<GroupId>,
    /// Or of this direct conversation.
    direct_id: Option<DirectId>,
}

/// The state of one moment. Apply to it the events whose `seq` is greater.
#[derive(Serialize, ToSchema)]
pub struct Bootstrap {
    seq: i64,
    server: Server,
    me: Me,
    session_id: SessionId,
    workspaces: Vec<MyWorkspace>,
    /// The emoji that the workspaces have of their own.
    emoji: Vec<EmojiSet>,
    groups: Vec<MyGroup>,
    directs: Vec<Direct>,
    statuses: Vec<Status>,
    /// The 200 liveliest threads that I follow: `{thread_root_id, group_id or direct_id, is_following,
    /// last_read_ordinal, unread_count}`.
    #[schema(value_type = Vec<Object>)]
    threads: Vec<ThreadMark>,
    /// What I have begun to write, where I may read; at most 100.
    drafts: Vec<KeptDraft>,
    /// What I have saved, where I may read, the latest first; at most 1,000.
    saved: Vec<SavedMark>,
    /// When I want to be told of messages that I may read, the soonest first; at most 100.
    reminders: Vec<Reminder>,
    /// What I send later, the soonest first; at most 100.
    scheduled: Vec<Scheduled>,
    /// The newest page of the conversation that was asked for; `null` when it is not here, or not for me.
    open: Option<MessagePage>,
}

/// Everything that a page needs to draw itself.
#[utoipa::path(get, path = "/bootstrap", tag = "me", params(Open), responses((status = 200, body = Bootstrap)))]
pub async fn show(app: Data<App>, me: SignedIn, open: Query<Open>) -> Result<Json<Bootstrap>> {
    let place = match (open.group_id, open.direct_id) {
        (Some(_), Some(_)) => return Err(Error::invalid("direct_id", "cannot go with group_id")),
        (Some(group), None) => Some(Place::Group(group)),
        (None, Some(direct)) => Some(Place::Direct(direct)),
        (None, None) => None,
    };
    let demo = app.config.demo;
    let (mut state, chosen) = app.store.read(move |tx| read(tx, me.asker, place, demo)).await?;
    state.statuses = app.hub.statuses(&chosen);
    Ok(Json(state))
}

fn read(tx: &Tx<'_>, asker: Asker, place: Option<Place>, demo: bool) -> Result<(Bootstrap, Vec<Chosen>)> {
    let who = access::active_user(tx, asker)?;
    let directs = directs::of_user(tx, &who)?;
    let chosen = statuses_of(tx, &who, &directs)?;
    let state = Bootstrap {
        seq: events::last_seq(tx)?,
        server: server::read(tx, demo)?,
        me: users::me(tx, &who)?,
        session_id: asker.session,
        workspaces: workspaces::of_user(tx, &who)?,
        emoji: emoji::of_user(tx, &who)?,
        groups: groups::of_user(tx, &who)?,
        directs,
        statuses: Vec::new(),
        threads: threads::marks(tx, &who)?,
        drafts: drafts::of_user(tx, &who)?,
        saved: saved::marks(tx, &who)?,
        reminders: reminders::of_user(tx, &who)?,
        scheduled: scheduled::of_user(tx, &who)?,
        open: place.map(|place| newest(tx, asker, place)).transpose()?.flatten(),
    };
    Ok((state, chosen))
}

fn statuses_of(tx: &Tx<'_>, who: &ActiveUser, directs: &[Direct]) -> Result<Vec<Chosen>> {
    let mut chosen = Vec::new();
    for direct in directs.iter().take(MOST_STATUSES) {
        let known = access::acquaintance(tx, who, direct.user.id)?;
        chosen.push(status::of(tx, &known)?);
    }
    Ok(chosen)
}

/// The link that led here may be to something that is gone; the page then says so, and the rest is drawn all the same.
fn newest(tx: &Tx<'_>, asker: Asker, place: Place) -> Result<Option<MessagePage>> {
    match access::reader(tx, asker, place) {
        // The posts of a forum are a list of their own.
        Ok(reader) if posts::forum_of(tx, reader.place()).is_ok() => Ok(None),
        Ok(reader) => messages::page(tx, &reader, Stretch::Newest, list::limit(None)?).map(Some),
        Err(Error::NotFound(_) | Error::Forbidden(_)) => Ok(None),
        Err(error) => Err(error),
    }
}
