//! How somebody comes into the workspace and into a group, whoever let them in: a sign-up, an
//! invite, another member, or the command line.

use super::happenings;
use crate::domain::{Event, GroupId, GroupRole, Happening, Scope, UserId, WorkspaceRole};
use crate::error::{Error, Result};
use crate::store::access::At;
use crate::store::{WriteTx, groups, kept, members, threads, users, workspaces};

/// Puts a new account into the workspace that new people come into, and into its primary group.
///
/// Who is in them already stays what they are, and nobody hears of it again.
///
/// # Errors
/// `Conflict` while the server is not set up.
pub fn admit(tx: &WriteTx<'_>, user: UserId, role: WorkspaceRole) -> Result<()> {
    let workspace = workspaces::home(tx)?;
    let primary = groups::primary(tx)?;
    if workspaces::insert_member(tx, workspace, user, role)? {
        let mut groups = groups::ids_of(tx, user)?;
        groups.push(primary);
        tx.emit(Scope::Person { workspace, groups }, Event::UserUpdated { user: users::by_id(tx, user)? })?;
    }
    walk_in(tx, primary, user)
}

/// Puts somebody into a group who comes in by themselves: a line on its timeline tells of it.
///
/// # Errors
/// As [`join`].
pub fn walk_in(tx: &WriteTx<'_>, group: GroupId, user: UserId) -> Result<()> {
    if join(tx, group, user, None)? {
        happenings::tell(tx, At::Group(group), user, &Happening::Joined)?;
    }
    Ok(())
}

/// Puts somebody into a group and tells them first, so that they know the group when they hear
/// of its members. Whether they were new. The timeline stays silent: who is there from the start has not come.
///
/// The caller has proved that they may be in it, and that they are in its workspace.
pub fn join(tx: &WriteTx<'_>, group: GroupId, user: UserId, role: Option<GroupRole>) -> Result<bool> {
    if !members::insert(tx, group, user, role)? {
        return Ok(false);
    }
    let mine = groups::of_member(tx, user, group)?.ok_or(Error::NotFound("group"))?;
    let added = Event::MemberAdded {
        group_id: group,
        user: users::by_id(tx, user)?,
        role: mine.membership.role,
        joined_at: mine.membership.joined_at,
        member_count: mine.group.member_count,
    };
    tx.emit(Scope::User(user), Event::GroupJoined { group: mine })?;
    // Who comes back finds the threads that they followed, and what they kept.
    for mark in threads::marks_in_group(tx, user, group)? {
        tx.emit(Scope::User(user), Event::ThreadUpdated { mark })?;
    }
    if let Some(kept) = kept::in_group(tx, user, group)? {
        tx.emit(Scope::User(user), Event::KeptInGroup { group_id: group, kept })?;
    }
    tx.emit(Scope::Group(group), added)?;
    Ok(true)
}
