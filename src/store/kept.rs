//! What the log's events about kept things mean now. The things themselves are in the files of their tables.

use uuid::Uuid;

use super::db::{AnyId, Tx, WriteTx};
use super::{drafts, members, messages, reminders, saved, scheduled};
use crate::domain::event::Kept;
use crate::domain::{DirectId, Event, GroupId, KeptDraft, MessageId, Place, ScheduledId, Timestamp, UserId};
use crate::error::Result;

/// What somebody kept in a group that they are in; `None` when that is nothing.
pub fn in_group(tx: &Tx<'_>, user: UserId, group: GroupId) -> Result<Option<Kept>> {
    let kept = Kept {
        drafts: drafts::in_group(tx, user, group)?,
        saved: saved::marks_in_group(tx, user, group)?,
        reminders: reminders::in_group(tx, user, group)?,
    };
    Ok((kept != Kept::default()).then_some(kept))
}

/// After a post has moved to a group: what that means to each of those who kept it, or a reply to it, for later, or have
/// begun or scheduled one.
pub fn moved(tx: &WriteTx<'_>, root: MessageId, to: GroupId) -> Result<Vec<(UserId, Event)>> {
    let kept = [saved::moved(tx, root)?, reminders::moved(tx, root)?];
    let unsaid = [drafts::moved(tx, root, to)?, scheduled::moved(tx, root, to)?];
    Ok(kept.into_iter().chain(unsaid).flatten().collect())
}

/// The names that an event about a kept thing has in the log: `subject_id` and `place_id`.
pub(super) fn named_by(event: &Event) -> (Option<Uuid>, Option<Uuid>) {
    match event {
        Event::DraftUpdated { draft } => draft_named_by(draft),
        Event::MessageSaved { saved } => (Some(saved.message_id.uuid()), None),
        Event::ReminderUpdated { reminder } | Event::ReminderDue { reminder } => {
            (Some(reminder.message_id.uuid()), None)
        }
        Event::MessageUnsaved { message_id } | Event::ReminderRemoved { message_id } => (Some(message_id.uuid()), None),
        Event::ScheduledUpdated { scheduled } => (Some(scheduled.id.uuid()), None),
        Event::ScheduledRemoved { scheduled_id } => (Some(scheduled_id.uuid()), None),
        Event::KeptInGroup { group_id, .. } => (None, Some(group_id.uuid())),
        _ => (None, None),
    }
}

/// A group stands as the place, a direct conversation as the subject; a thread has both, its root as the subject.
fn draft_named_by(draft: &KeptDraft) -> (Option<Uuid>, Option<Uuid>) {
    let (group, direct) = (draft.group_id.map(GroupId::uuid), draft.direct_id.map(DirectId::uuid));
    match draft.thread_root_id {
        Some(root) => (Some(root.uuid()), group.or(direct)),
        None => (direct, group),
    }
}

/// What an event about a thing that `owner` keeps means now. `None` when it has become the opposite since, or may not
/// be seen any more.
pub(super) fn event(
    tx: &Tx<'_>,
    kind: &str,
    owner: UserId,
    subject: Option<Uuid>,
    place: Option<Uuid>,
) -> Result<Option<Event>> {
    let message_id = MessageId::from_uuid(subject.unwrap_or_default());
    let scheduled_id = ScheduledId::from_uuid(subject.unwrap_or_default());
    Ok(match kind {
        "draft_updated" => draft_event(tx, owner, subject, place)?,
        "message_saved" => saved::mark_of(tx, owner, message_id)?.map(|saved| Event::MessageSaved { saved }),
        "message_unsaved" => {
            saved::mark_of(tx, owner, message_id)?.is_none().then_some(Event::MessageUnsaved { message_id })
        }
        "reminder_updated" => {
            reminders::of_message(tx, owner, message_id)?.map(|reminder| Event::ReminderUpdated { reminder })
        }
        "reminder_due" => reminders::of_message(tx, owner, message_id)?
            .filter(|reminder| reminder.told_at.is_some())
            .map(|reminder| Event::ReminderDue { reminder }),
        "reminder_removed" => {
            let is_gone = reminders::of_message(tx, owner, message_id)?.is_none();
            is_gone.then_some(Event::ReminderRemoved { message_id })
        }
        "scheduled_updated" => {
            scheduled::of(tx, owner, scheduled_id)?.map(|scheduled| Event::ScheduledUpdated { scheduled })
        }
        "scheduled_removed" => Some(Event::ScheduledRemoved { scheduled_id }),
        "kept_in_group" => {
            let group_id = GroupId::from_uuid(place.unwrap_or_default());
            in_group(tx, owner, group_id)?.map(|kept| Event::KeptInGroup { group_id, kept })
        }
        _ => None,
    })
}

/// A draft as it is, or that there is none any more, where the owner may read.
fn draft_event(tx: &Tx<'_>, owner: UserId, subject: Option<Uuid>, place: Option<Uuid>) -> Result<Option<Event>> {
    let Some(timeline) = subject.or(place) else { return Ok(None) };
    if let Some(draft) = drafts::by_timeline(tx, owner, AnyId(timeline))? {
        return Ok(Some(Event::DraftUpdated { draft }));
    }
    let thread = subject.filter(|_| place.is_some()).map(MessageId::from_uuid);
    let at = match (thread, subject, place) {
        (Some(root), ..) => messages::by_id(tx, root)?.and_then(|root| root.place()),
        (None, None, Some(group)) => Some(Place::Group(GroupId::from_uuid(group))),
        (None, Some(direct), _) => Some(Place::Direct(DirectId::from_uuid(direct))),
        (None, None, None) => None,
    };
    let may_read = match at {
        Some(Place::Group(group)) => members::role_of(tx, owner, group)?.is_some(),
        Some(Place::Direct(_)) => true,
        None => false,
    };
    let gone = |at| {
        let (group_id, direct_id) = crate::domain::later::columns_of(at);
        let updated_at = Timestamp::from_millis(tx.now().millis());
        KeptDraft { group_id, direct_id, thread_root_id: thread, content: String::new(), updated_at }
    };
    Ok(at.filter(|_| may_read).map(|at| Event::DraftUpdated { draft: gone(at) }))
}
