//! Groups and who is in them.

use super::{App, audit, happenings, joining};
use crate::domain::{
    Description, Event, Group, GroupId, GroupKind, GroupName, GroupRole, Happening, MyGroup, Scope, Topic, UserId,
    WorkspaceId,
};
use crate::error::{Error, Result};
use crate::store::access::{self, Asker, At, GroupAction, InGroup, WorkspaceAction};
use crate::store::groups::{self, GroupChange, NewGroup};
use crate::store::{WriteTx, members};

/// People that can be put into a new group in one go.
pub const MOST_FIRST_MEMBERS: usize = 200;

/// A group as somebody wants it.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub name: String,
    pub topic: String,
    pub description: String,
    pub kind: GroupKind,
    pub is_private: bool,
    pub members: Vec<UserId>,
}

/// Makes a group with the asker as its admin, and others in it.
///
/// # Errors
/// `Invalid`; `NotFound` when the asker cannot see the workspace or one of the people is not in it; `Forbidden` for
/// guests; `Taken`.
pub async fn create(app: &App, asker: Asker, workspace: WorkspaceId, wanted: Wanted) -> Result<MyGroup> {
    let new = NewGroup {
        workspace,
        name: GroupName::parse(&wanted.name)?,
        topic: Topic::parse(&wanted.topic)?,
        description: Description::parse(&wanted.description)?,
        kind: wanted.kind,
        is_private: wanted.is_private,
        is_primary: false,
    };
    if wanted.members.len() > MOST_FIRST_MEMBERS {
        return Err(Error::invalid("member_ids", "must name at most 200 people; add the others afterwards"));
    }
    app.rates.changes.take(&asker.user)?;
    let most = i64::from(app.config.limits.groups_per_workspace);
    app.store
        .write(move |tx| {
            access::in_workspace(tx, asker, workspace, WorkspaceAction::Roam)?;
            let group = groups::insert(tx, &new, asker.user, most)?;
            joining::join(tx, group, asker.user, Some(GroupRole::Admin))?;
            for member in wanted.members {
                in_same_workspace(tx, workspace, member)?;
                joining::join(tx, group, member, None)?;
            }
            let here = access::in_group(tx, asker, group, GroupAction::See)?;
            let mine = groups::mine(tx, &here)?;
            if !mine.group.is_private {
                tx.emit(Scope::Listed { workspace, group }, Event::GroupCreated { group: mine.group.clone() })?;
            }
            Ok(mine)
        })
        .await
}

fn in_same_workspace(tx: &WriteTx<'_>, workspace: WorkspaceId, person: UserId) -> Result<()> {
    match access::workspace_role(tx, workspace, person)? {
        Some(_) => Ok(()),
        None => Err(Error::NotFound("person")),
    }
}

/// A change as somebody wants it; what is `None` stays.
#[derive(Clone, Debug, Default)]
pub struct WantedChange {
    pub version: i64,
    pub name: Option<String>,
    pub topic: Option<String>,
    pub description: Option<String>,
    pub is_private: Option<bool>,
    pub is_archived: Option<bool>,
    pub position: Option<i64>,
}

/// Changes a group.
///
/// # Errors
/// `Invalid`, `NotFound`, `Forbidden`, `Taken`; `Stale` with the group as it stands; `Conflict` for what the primary
/// group cannot be.
pub async fn change(app: &App, asker: Asker, group: GroupId, wanted: WantedChange) -> Result<Group> {
    let change = GroupChange {
        version: wanted.version,
        name: wanted.name.as_deref().map(GroupName::parse).transpose()?,
        topic: wanted.topic.as_deref().map(Topic::parse).transpose()?,
        description: wanted.description.as_deref().map(Description::parse).transpose()?,
        is_private: wanted.is_private,
        is_archived: wanted.is_archived,
        position: wanted.position,
    };
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let action = if change.configures() { GroupAction::Configure } else { GroupAction::Describe };
            let here = access::in_group(tx, asker, group, action)?;
            let (was, is) = groups::change(tx, &here, &change)?;
            tell_change(tx, &here, &was, &is)?;
            audit::group(tx, asker, &was, &is)?;
            for what in happened(&was, &is) {
                happenings::tell(tx, At::Group(group), asker.user, &what)?;
            }
            groups::shown(tx, &here)
        })
        .await
}

/// Who may see the group hears of the change; who could see it until now hears that it is gone.
pub(super) fn tell_change(tx: &WriteTx<'_>, here: &InGroup, was: &Group, is: &Group) -> Result<()> {
    let (workspace, group) = (here.workspace(), is.id);
    let scope = if is.is_private { Scope::Group(group) } else { Scope::Listed { workspace, group } };
    tx.emit(scope, Event::GroupUpdated { group: is.clone() })?;
    if is.is_private && !was.is_private {
        tx.emit(Scope::Outsiders { workspace, group }, Event::GroupHidden { group_id: group })?;
    }
    Ok(())
}

/// What is worth a line on the timeline. Its place in the list is not.
fn happened(was: &Group, is: &Group) -> Vec<Happening> {
    let mut found = Vec::new();
    if was.name != is.name {
        found.push(Happening::Renamed { was: was.name.clone(), is: is.name.clone() });
    }
    if was.topic != is.topic {
        found.push(Happening::TopicChanged { is: is.topic.clone() });
    }
    if was.description != is.description {
        found.push(Happening::DescriptionChanged);
    }
    if was.is_private != is.is_private {
        found.push(if is.is_private { Happening::MadePrivate } else { Happening::MadePublic });
    }
    if was.is_archived != is.is_archived {
        found.push(if is.is_archived { Happening::Archived } else { Happening::Unarchived });
    }
    found
}

/// Goes into a public group.
///
/// # Errors
/// `NotFound` for a private one, `Forbidden` for guests, `Conflict` when it is archived.
pub async fn join(app: &App, asker: Asker, group: GroupId) -> Result<MyGroup> {
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let here = access::in_group(tx, asker, group, GroupAction::Join)?;
            joining::walk_in(tx, group, asker.user)?;
            groups::mine(tx, &here)
        })
        .await
}

/// Goes out of a group.
///
/// # Errors
/// `NotFound`; `Forbidden` for who is not in it; `Conflict` for the primary group.
pub async fn leave(app: &App, asker: Asker, group: GroupId) -> Result<()> {
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            access::in_group(tx, asker, group, GroupAction::Leave)?;
            take_out(tx, group, asker.user, asker.user)
        })
        .await
}

/// Puts somebody of the workspace into a group; who is in it already gets the role, if one is named.
///
/// # Errors
/// `NotFound` for the group or the person; `Forbidden`; `Conflict`.
pub async fn add_member(
    app: &App,
    asker: Asker,
    group: GroupId,
    person: UserId,
    role: Option<GroupRole>,
) -> Result<()> {
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let here = access::in_group(tx, asker, group, GroupAction::See)?;
            if access::rank_of_member(tx, group, person).is_err() {
                let here = here.also(GroupAction::AddMember)?;
                in_same_workspace(tx, here.workspace(), person)?;
                if joining::join(tx, group, person, None)? {
                    happenings::tell(tx, At::Group(group), asker.user, &Happening::Added { user_id: person })?;
                }
            }
            match role {
                Some(role) => give_role(tx, &here, person, role),
                None => Ok(()),
            }
        })
        .await
}

fn give_role(tx: &WriteTx<'_>, here: &InGroup, person: UserId, role: GroupRole) -> Result<()> {
    if members::role_of(tx, person, here.group())?.is_some_and(|(now, _)| now == role) {
        return Ok(());
    }
    let here = here.setting_role(tx, person, role)?;
    members::set_role(tx, &here, person, role)?;
    let Some((role, _)) = members::role_of(tx, person, here.group())? else { return Ok(()) };
    tx.emit(Scope::Group(here.group()), Event::MemberUpdated { group_id: here.group(), user_id: person, role })
}

/// Takes somebody out of a group. Nothing that is committed after that reaches them.
///
/// # Errors
/// `NotFound` for the group or the member; `Forbidden` unless the asker ranks higher; `Conflict` for the primary group.
pub async fn remove_member(app: &App, asker: Asker, group: GroupId, person: UserId) -> Result<()> {
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let here = access::in_group(tx, asker, group, GroupAction::See)?;
            if person == asker.user {
                here.also(GroupAction::Leave)?;
            } else {
                here.removing(tx, person)?;
            }
            take_out(tx, group, person, asker.user)
        })
        .await
}

/// The one who goes hears it first and then nothing more of the group.
fn take_out(tx: &WriteTx<'_>, group: GroupId, person: UserId, by: UserId) -> Result<()> {
    if members::remove(tx, group, person)? {
        let member_count = members::count(tx, group)?;
        tx.emit(Scope::User(person), Event::GroupLeft { group_id: group })?;
        tx.emit(Scope::Group(group), Event::MemberRemoved { group_id: group, user_id: person, member_count })?;
        let what = if person == by { Happening::Left } else { Happening::Removed { user_id: person } };
        happenings::tell(tx, At::Group(group), by, &what)?;
    }
    Ok(())
}
