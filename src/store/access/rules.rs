//! The membership rule as pure functions: given how somebody stands to a
//! thing, may they do this? The files beside this one find out how they stand;
//! nothing else decides.
//!
//! What may not be seen is answered like what does not exist, before anything
//! else is looked at.

use crate::domain::{GroupRole, Rank, ServerRole, WorkspaceRole};
use crate::error::{Error, Result};

/// How somebody stands to a group.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// `None`: not in the group's workspace.
    pub workspace_role: Option<WorkspaceRole>,
    pub server_role: ServerRole,
    pub is_member: bool,
    /// What the group made of its member, where that differs from the workspace.
    pub group_role: Option<GroupRole>,
    pub is_private: bool,
    pub is_archived: bool,
    pub is_primary: bool,
}

/// What somebody may want of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupAction {
    /// Its name, topic and members.
    See,
    /// Its messages.
    Read,
    Post,
    /// Call everybody at once; what guests write so is plain text.
    CallEverybody,
    /// Delete what others wrote.
    Moderate,
    Join,
    Leave,
    /// Change topic or description.
    Describe,
    /// Change name, privacy, place in the list; archive.
    Configure,
    AddMember,
    RemoveMember {
        target: Rank,
    },
    SetRole {
        target: Rank,
        to: GroupRole,
    },
    /// Make, list and revoke invites.
    Invite,
}

impl Standing {
    /// `None`: not in the workspace.
    pub fn rank(&self) -> Option<Rank> {
        self.workspace_role.map(|role| Rank::of(role, self.group_role))
    }

    fn is_visible(&self) -> bool {
        match self.rank() {
            None => false,
            Some(Rank::Guest) => self.is_member,
            Some(_) => self.is_member || !self.is_private,
        }
    }
}

/// # Errors
/// `NotFound` for who may not see the group; `Forbidden` for who may see but not do it; `Conflict` where the group's
/// state forbids it to everybody.
pub fn decide(action: GroupAction, standing: &Standing) -> Result<()> {
    let hidden = Err(Error::NotFound("group"));
    let Some(rank) = standing.rank() else { return hidden };
    if !standing.is_visible() {
        return hidden;
    }
    use GroupAction as A;
    match action {
        A::See => Ok(()),
        A::Read => must(standing.is_member, "Join the group to read it."),
        A::Post => {
            must(standing.is_member, "Join the group to write in it.")?;
            must_not(standing.is_archived, "The group is archived; nothing can be added to it.")
        }
        A::CallEverybody => must(standing.is_member && rank > Rank::Guest, "Guests cannot call everybody."),
        A::Moderate => {
            must(standing.is_member && rank >= Rank::Moderator, "Only moderators and admins of the group may do this.")
        }
        A::Join => {
            must(
                standing.is_member || (!standing.is_private && rank > Rank::Guest),
                "Somebody in the group must add you.",
            )?;
            must_not(standing.is_archived && !standing.is_member, "The group is archived.")
        }
        A::Leave => {
            must(standing.is_member, "You are not in this group.")?;
            must_not(standing.is_primary, "Nobody can leave the primary group.")
        }
        A::Describe => must(rank >= Rank::Moderator, "Only moderators and admins of the group may change this."),
        A::Configure => must(rank >= Rank::Admin, "Only admins of the group may change this."),
        A::AddMember => {
            must(standing.is_member && rank > Rank::Guest, "Only members of the group may add somebody.")?;
            must_not(standing.is_archived, "The group is archived.")
        }
        A::RemoveMember { target } => {
            must(rank >= Rank::Moderator && rank > target, "Only somebody of higher rank may remove a member.")?;
            must_not(standing.is_primary, "Nobody can be removed from the primary group.")
        }
        A::SetRole { target, to } => {
            let enough = rank >= Rank::Admin && rank > target && (rank == Rank::Owner || rank.group_role() >= to);
            must(enough, "Only an admin of higher rank may change this role.")
        }
        A::Invite => {
            let looks_after_people = rank >= Rank::Moderator || standing.server_role >= ServerRole::Manager;
            must(looks_after_people && standing.is_member, "Only moderators and admins may invite.")?;
            must_not(standing.is_archived, "The group is archived.")
        }
    }
}

/// What somebody may want of a workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkspaceAction {
    See,
    /// Look through its public groups; make one.
    Roam,
    Configure,
    AddEmoji {
        /// Whether the workspace lets members do so.
        members_may: bool,
    },
    RemoveEmoji {
        /// Whether the asker added it.
        is_own: bool,
    },
    SetRole {
        target: WorkspaceRole,
        to: WorkspaceRole,
    },
}

/// # Errors
/// As [`decide`].
pub fn decide_in_workspace(action: WorkspaceAction, role: Option<WorkspaceRole>) -> Result<()> {
    let Some(role) = role else { return Err(Error::NotFound("workspace")) };
    use WorkspaceAction as A;
    match action {
        A::See => Ok(()),
        A::Roam => must(role > WorkspaceRole::Guest, "Guests see only the groups that they were invited to."),
        A::Configure => must(role >= WorkspaceRole::Admin, "Only admins of the workspace may change this."),
        A::AddEmoji { members_may } => must(
            role >= WorkspaceRole::Moderator || (members_may && role > WorkspaceRole::Guest),
            "Only moderators and admins of the workspace may add emoji.",
        ),
        A::RemoveEmoji { is_own } => must(
            role >= WorkspaceRole::Moderator || (is_own && role > WorkspaceRole::Guest),
            "Only moderators of the workspace, and who added it, may take an emoji away.",
        ),
        A::SetRole { target, to } => {
            let owner = role == WorkspaceRole::Owner;
            let enough = role >= WorkspaceRole::Admin && role > target && (owner || role > to);
            must(enough, "Only somebody of higher rank may change this role.")
        }
    }
}

/// What somebody may want of the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerAction {
    /// See all accounts.
    ListAccounts,
    /// Deactivate, reactivate, reset a password.
    ManageAccount {
        target: ServerRole,
    },
    SetRole {
        target: ServerRole,
        to: ServerRole,
    },
    /// Server settings.
    Configure,
    /// See and revoke the invites of all groups.
    KeepDoors,
    /// See how the server does, what it stores, and what was done on it.
    Oversee,
}

/// # Errors
/// `Forbidden`.
pub fn decide_on_server(action: ServerAction, role: ServerRole) -> Result<()> {
    use ServerAction as A;
    match action {
        A::ListAccounts => must(role >= ServerRole::Manager, "Only managers and admins of the server may see this."),
        A::ManageAccount { target } => {
            must(role >= ServerRole::Manager && role > target, "Only somebody of higher rank may do this.")
        }
        A::SetRole { target, to } => must(
            role == ServerRole::Admin && role > target && to <= role,
            "Only somebody of higher rank may change this role.",
        ),
        A::KeepDoors => must(role >= ServerRole::Manager, "Only managers and admins of the server may do this."),
        A::Configure | A::Oversee => {
            must(role == ServerRole::Admin, "Only admins of the server may see or change this.")
        }
    }
}

/// Opening a file to whoever holds a link. `rank` is the highest that somebody stands in a group with the file; `None`
/// when they read it in direct conversations alone.
///
/// # Errors
/// `Forbidden`; `Conflict` for a file that is in no message.
pub fn decide_on_file(is_posted: bool, is_uploader: bool, rank: Option<Rank>) -> Result<()> {
    must_not(!is_posted, "Post the file first.")?;
    must(rank != Some(Rank::Guest), "Guests cannot make public links.")?;
    must(
        is_uploader || rank >= Some(Rank::Moderator),
        "Only who uploaded a file, or moderates its group, may make public links to it.",
    )
}

fn must(holds: bool, else_say: &'static str) -> Result<()> {
    if holds { Ok(()) } else { Err(Error::Forbidden(else_say)) }
}

fn must_not(state: bool, say: &'static str) -> Result<()> {
    if state { Err(Error::Conflict(say)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACTIONS: [GroupAction; 13] = [
        GroupAction::See,
        GroupAction::Read,
        GroupAction::Post,
        GroupAction::CallEverybody,
        GroupAction::Moderate,
        GroupAction::Join,
        GroupAction::Leave,
        GroupAction::Describe,
        GroupAction::Configure,
        GroupAction::AddMember,
        GroupAction::RemoveMember { target: Rank::Member },
        GroupAction::SetRole { target: Rank::Member, to: GroupRole::Moderator },
        GroupAction::Invite,
    ];

    fn stranger() -> Standing {
        Standing {
            workspace_role: Some(WorkspaceRole::Member),
            server_role: ServerRole::User,
            is_member: false,
            group_role: None,
            is_private: true,
            is_archived: false,
            is_primary: false,
        }
    }

    #[test]
    fn to_who_may_not_see_a_group_every_action_answers_as_if_there_were_none() {
        let outside = Standing { workspace_role: None, is_private: false, ..stranger() };
        let guest = Standing { workspace_role: Some(WorkspaceRole::Guest), is_private: false, ..stranger() };
        let owner_by_rank =
            Standing { workspace_role: Some(WorkspaceRole::Owner), server_role: ServerRole::Admin, ..stranger() };
        for standing in [stranger(), outside, guest, owner_by_rank] {
            for action in ACTIONS {
                let answer = decide(action, &standing);
                assert!(matches!(answer, Err(Error::NotFound("group"))), "{action:?} by {standing:?} gave {answer:?}");
            }
        }
    }

    #[test]
    fn a_public_group_is_seen_by_all_but_read_by_members() {
        let passer_by = Standing { is_private: false, ..stranger() };
        assert!(decide(GroupAction::See, &passer_by).is_ok());
        assert!(decide(GroupAction::Join, &passer_by).is_ok());
        assert!(matches!(decide(GroupAction::Read, &passer_by), Err(Error::Forbidden(_))));
        let member = Standing { is_member: true, ..passer_by };
        assert!(decide(GroupAction::Read, &member).is_ok());
        assert!(decide(GroupAction::Post, &member).is_ok());
    }

    #[test]
    fn nobody_leaves_the_primary_group_or_writes_into_an_archived_one() {
        let owner =
            Standing { workspace_role: Some(WorkspaceRole::Owner), is_member: true, is_private: false, ..stranger() };
        let primary = Standing { is_primary: true, ..owner };
        assert!(matches!(decide(GroupAction::Leave, &primary), Err(Error::Conflict(_))));
        assert!(matches!(decide(GroupAction::RemoveMember { target: Rank::Guest }, &primary), Err(Error::Conflict(_))));
        let archived = Standing { is_archived: true, ..owner };
        assert!(matches!(decide(GroupAction::Post, &archived), Err(Error::Conflict(_))));
        assert!(decide(GroupAction::Read, &archived).is_ok());
        assert!(decide(GroupAction::Configure, &archived).is_ok());
    }

    #[test]
    fn members_add_emoji_where_they_may_and_take_away_their_own() {
        let add =
            |members_may, role| decide_in_workspace(WorkspaceAction::AddEmoji { members_may }, Some(role)).is_ok();
        let remove = |is_own, role| decide_in_workspace(WorkspaceAction::RemoveEmoji { is_own }, Some(role)).is_ok();
        for may in [add, remove] {
            assert!(may(false, WorkspaceRole::Moderator) && may(true, WorkspaceRole::Member));
            assert!(!may(false, WorkspaceRole::Member) && !may(true, WorkspaceRole::Guest));
        }
        let outside = decide_in_workspace(WorkspaceAction::AddEmoji { members_may: true }, None);
        assert!(matches!(outside, Err(Error::NotFound("workspace"))));
    }

    #[test]
    fn whoever_acts_on_somebody_stands_higher() {
        let moderator = Standing { is_member: true, group_role: Some(GroupRole::Moderator), ..stranger() };
        assert!(decide(GroupAction::RemoveMember { target: Rank::Member }, &moderator).is_ok());
        for target in [Rank::Moderator, Rank::Admin, Rank::Owner] {
            assert!(decide(GroupAction::RemoveMember { target }, &moderator).is_err());
        }
        let up = GroupAction::SetRole { target: Rank::Member, to: GroupRole::Admin };
        assert!(decide(up, &moderator).is_err());
        assert!(
            decide_in_workspace(
                WorkspaceAction::SetRole { target: WorkspaceRole::Member, to: WorkspaceRole::Admin },
                Some(WorkspaceRole::Admin)
            )
            .is_err()
        );
        assert!(
            decide_on_server(ServerAction::ManageAccount { target: ServerRole::Manager }, ServerRole::Manager).is_err()
        );
    }
}
