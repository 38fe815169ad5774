//! Letting people in by link.

use std::time::Duration;

use super::audit::{self, By};
use super::{App, joining};
use crate::domain::{Email, GroupId, Invitation, Invite, InviteId, InviteRole, MyGroup, Secret, UserId, WorkspaceRole};
use crate::error::{Error, Result};
use crate::store::access::{self, Asker, GroupAction, ServerAction};
use crate::store::invites::{self, Alive, NewInvite};
use crate::store::{Tx, WriteTx, groups, users};

/// How long an invite lives unless told otherwise, and at most.
pub const DEFAULT_LIFE: Duration = Duration::from_secs(7 * 24 * 60 * 60);
pub const LONGEST_LIFE: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// An invite as somebody wants it.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub life: Duration,
    pub max_uses: Option<i64>,
    pub role: InviteRole,
    pub email: Option<String>,
}

/// Makes an invite; its code is told here and never again.
///
/// # Errors
/// `Invalid`, `NotFound`, `Forbidden`; `Conflict` when the group is archived or the asker has too many open ones.
pub async fn create(app: &App, asker: Asker, group: GroupId, wanted: Wanted) -> Result<(Invite, Secret)> {
    if wanted.life < Duration::from_secs(60) || wanted.life > LONGEST_LIFE {
        return Err(Error::invalid("expires_in_secs", "must be from 60 to 2592000 (30 days)"));
    }
    if wanted.max_uses.is_some_and(|uses| !(1..=100_000).contains(&uses)) {
        return Err(Error::invalid("max_uses", "must be from 1 to 100000, or null for any number"));
    }
    let email = wanted.email.as_deref().map(Email::parse).transpose()?;
    app.rates.changes.take(&asker.user)?;
    let most = i64::from(app.config.limits.invites_per_inviter);
    app.store
        .write(move |tx| {
            access::in_group(tx, asker, group, GroupAction::Invite)?;
            let code = Secret::random();
            let expires_at = tx.now().plus(wanted.life);
            let new = NewInvite { expires_at, max_uses: wanted.max_uses, role: wanted.role, email };
            let invite = invites::insert(tx, group, asker.user, &code, &new, most)?;
            audit::invite_made(tx, &By::Person(asker), &invite)?;
            Ok((invite, code))
        })
        .await
}

/// Makes an invite void.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn revoke(app: &App, asker: Asker, group: GroupId, invite: InviteId) -> Result<()> {
    app.store
        .write(move |tx| {
            let here = access::in_group(tx, asker, group, GroupAction::Invite)?;
            let revoked = invites::revoke(tx, &here, invite)?;
            audit::invite_revoked(tx, asker, &revoked)
        })
        .await
}

/// Makes an invite void, whatever group it leads to.
///
/// # Errors
/// `NotFound`; `Forbidden` but for managers and admins of the server.
pub async fn revoke_anywhere(app: &App, asker: Asker, invite: InviteId) -> Result<()> {
    app.store
        .write(move |tx| {
            let keeper = access::active_user(tx, asker)?.on_server(ServerAction::KeepDoors)?;
            let revoked = invites::revoke_anywhere(tx, &keeper, invite)?;
            audit::invite_revoked(tx, asker, &revoked)
        })
        .await
}

/// What the holder of a code may know before coming in.
///
/// # Errors
/// `InviteGone` for everything that does not open a door.
pub async fn look_up(app: &App, code: &str) -> Result<Invitation> {
    let code = parse_code(code)?;
    app.store.read(move |tx| Ok(invites::alive(tx, &code)?.invitation)).await
}

/// Comes in with an account that is there already.
///
/// # Errors
/// `InviteGone`; `Forbidden` when it is meant for somebody else.
pub async fn accept(app: &App, asker: Asker, code: &str) -> Result<MyGroup> {
    let code = parse_code(code)?;
    app.store
        .write(move |tx| {
            let me = access::active_user(tx, asker)?;
            let alive = invites::alive(tx, &code)?;
            let email = users::me(tx, &me)?.email;
            let group = alive.invite.group_id;
            if groups::of_member(tx, asker.user, group)?.is_none() {
                let_in(tx, &alive, asker.user, email.as_deref())?;
            }
            groups::of_member(tx, asker.user, group)?.ok_or(Error::NotFound("group"))
        })
        .await
}

/// Counts the invite's use and puts the person where it leads: into the workspace, the primary group and its group,
/// as what is stored with it.
///
/// # Errors
/// `InviteGone`; `Forbidden` when it is meant for somebody else.
pub(super) fn let_in(tx: &WriteTx<'_>, alive: &Alive, user: UserId, email: Option<&str>) -> Result<()> {
    if alive.invite.email.is_some() && alive.invite.email.as_deref() != email {
        return Err(Error::Forbidden("This invitation is meant for another e-mail address."));
    }
    invites::spend(tx, alive.invite.id)?;
    let role = match alive.invite.role {
        InviteRole::Member => WorkspaceRole::Member,
        InviteRole::Guest => WorkspaceRole::Guest,
    };
    joining::admit(tx, user, role)?;
    joining::walk_in(tx, alive.invite.group_id, user)?;
    Ok(())
}

/// What cannot be a code is answered like one that opens nothing.
pub(super) fn parse_code(code: &str) -> Result<Secret> {
    Secret::claimed(code).ok_or(Error::InviteGone)
}

/// Whether a code opens a door at this moment.
///
/// # Errors
/// `InviteGone`.
pub(super) fn check(tx: &Tx<'_>, code: &Secret) -> Result<()> {
    invites::alive(tx, code).map(|_| ())
}
