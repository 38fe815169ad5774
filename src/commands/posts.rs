//! Posts of forum groups: writing, renaming, tagging, solving and moving them, and the tags of a forum.

use super::{App, groups as group_commands, messages as message_commands};
use crate::domain::{
    ClientId, Event, FileId, Group, GroupId, Message, MessageId, Place, PostChange, PostTags, Scope, Sent, TagColour,
    TagId, TagName, Title,
};
use crate::error::{Error, Result};
use crate::store::access::{self, Asker, GroupAction, InGroup};
use crate::store::{WriteTx, forum_tags, groups, kept, messages, post_moves, posts, reading};

/// What somebody wants to post.
#[derive(Clone, Debug, PartialEq)]
pub struct PostDraft {
    pub group: GroupId,
    pub client_id: ClientId,
    pub title: String,
    pub content: String,
    /// The files in it, in their order.
    pub files: Vec<FileId>,
    pub tag_ids: Vec<TagId>,
}

impl PostDraft {
    /// What is sent with a title is a post; what is sent without one is none, and its text and files are given back.
    ///
    /// # Errors
    /// `Invalid` for tags without a title.
    pub fn of(
        group: GroupId,
        client_id: ClientId,
        content: String,
        files: Vec<FileId>,
        title: Option<String>,
        tag_ids: Vec<TagId>,
    ) -> Result<std::result::Result<Self, (String, Vec<FileId>)>> {
        match title {
            Some(title) => Ok(Ok(Self { group, client_id, title, content, files, tag_ids })),
            None if tag_ids.is_empty() => Ok(Err((content, files))),
            None => Err(Error::invalid("tag_ids", "must be left out: only posts, which have a title, have tags")),
        }
    }
}

/// Why a post with a forwarded message is refused.
pub const NOT_INTO_A_POST: &str = "must be left out: a post forwards nothing; forward it into a reply";

/// Writes a post into a forum. Its author, and whom it mentions, follow its thread.
///
/// Safe to repeat, as `messages::send` is.
///
/// # Errors
/// As `messages::send`; `Invalid` for the title, the tags, or a group that is no forum.
pub async fn create(app: &App, asker: Asker, draft: PostDraft) -> Result<Sent> {
    let title = Title::parse(&draft.title)?;
    let content = message_commands::parse_content(app, &draft.content, false)?;
    let tags = PostTags::parse(draft.tag_ids)?;
    message_commands::check_files(app, &draft.files)?;
    app.rates.messages.take(&asker.user)?;
    let place = Place::Group(draft.group);
    app.store
        .write(move |tx| {
            let poster = access::poster(tx, asker, place)?;
            let more = messages::Enclosed { files: &draft.files, poll: None, forward_of: None };
            if let Some(sent) = messages::already_sent(tx, &poster, draft.client_id, &content, more, None)? {
                // What was moved since may be out of its author's sight.
                access::reader_of_message(tx, asker, sent.id)?;
                return message_commands::answer(tx, &poster, sent);
            }
            let files = message_commands::readable(tx, asker, &draft.files)?;
            let message = messages::insert_post(tx, &poster, draft.client_id, &content, &files)?;
            let message = posts::insert(tx, &poster, message.id, &title, &tags)?;
            message_commands::tell_created(tx, poster.at(), &message, None)?;
            let people = [asker.user].into_iter().chain(message.mentions.iter().copied());
            message_commands::follow(tx, poster.at(), &message, people.map(|person| (person, 0)))?;
            message_commands::answer(tx, &poster, message)
        })
        .await
}

/// A change of a post as somebody wants it; what is `None` stays.
#[derive(Clone, Debug)]
pub struct WantedChange {
    pub version: i64,
    pub title: Option<String>,
    pub tag_ids: Option<Vec<TagId>>,
}

/// Gives a post another title, or other tags: its author, or who moderates the forum.
///
/// # Errors
/// `Invalid`; `NotFound`; `Forbidden`; `Stale` with the message as it stands; `Conflict` when the group is archived.
pub async fn change(app: &App, asker: Asker, id: MessageId, wanted: WantedChange) -> Result<Message> {
    let change = PostChange {
        version: wanted.version,
        title: wanted.title.as_deref().map(Title::parse).transpose()?,
        tags: wanted.tag_ids.map(PostTags::parse).transpose()?,
    };
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let poster = post_keeper(tx, asker, id)?;
            let (message, changed) = posts::change(tx, &poster, id, &change)?;
            tell_if(tx, changed, message)
        })
        .await
}

/// Marks a post as solved, perhaps by one of its replies, or takes the mark back: its author, or who moderates the
/// forum. A second time changes nothing.
///
/// # Errors
/// `Invalid` for what is no reply to it; `NotFound`; `Forbidden`; `Conflict` when the group is archived.
pub async fn set_solved(
    app: &App,
    asker: Asker,
    id: MessageId,
    is_solved: bool,
    reply: Option<MessageId>,
) -> Result<Message> {
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let poster = post_keeper(tx, asker, id)?;
            let (message, changed) = posts::set_solved(tx, &poster, id, is_solved, reply)?;
            tell_if(tx, changed, message)
        })
        .await
}

fn post_keeper(tx: &WriteTx<'_>, asker: Asker, id: MessageId) -> Result<access::Poster> {
    let reader = access::reader_of_message(tx, asker, id).map_err(as_no_post)?;
    posts::alive(tx, id)?;
    access::author_or_moderator(tx, asker, &messages::shown(tx, &reader, id)?)
}

fn as_no_post(refused: Error) -> Error {
    match refused {
        Error::NotFound(_) => Error::NotFound("post"),
        other => other,
    }
}

fn tell_if(tx: &WriteTx<'_>, changed: bool, message: Message) -> Result<Message> {
    if let (true, Some(group)) = (changed, message.group_id) {
        tx.emit(Scope::Group(group), Event::MessageUpdated { message: message.clone() })?;
    }
    Ok(message)
}

/// Moves a post with its thread to another forum of the workspace: who moderates both. Who cannot see that one loses it.
///
/// # Errors
/// `NotFound` for the post or the other group; `Forbidden`; `Invalid` when that is no forum of the same workspace;
/// `Conflict` when one of the two is archived.
pub async fn move_to(app: &App, asker: Asker, id: MessageId, to: GroupId) -> Result<Message> {
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let reader = access::reader_of_message(tx, asker, id).map_err(as_no_post)?;
            let (was, _) = posts::alive(tx, id)?;
            if was.deleted_at.is_some() {
                return Err(Error::NotFound("post"));
            }
            let from = posts::forum_of(tx, reader.place())?;
            let here = moderated(tx, asker, from)?;
            let there = moderated(tx, asker, to)?;
            if from == to {
                return Ok(was);
            }
            let message = post_moves::take(tx, &here, &there, &was)?;
            tell_moved(tx, from, to, &was, &message)?;
            let seen = message.ordinal.unwrap_or(0);
            if reading::catch_up(tx, asker.user, Place::Group(to), seen)? {
                tell_read(tx, asker, Place::Group(to))?;
            }
            Ok(message)
        })
        .await
}

fn moderated(tx: &WriteTx<'_>, asker: Asker, group: GroupId) -> Result<InGroup> {
    access::in_group(tx, asker, group, GroupAction::Moderate)?.also(GroupAction::Post)
}

/// Where it arrives it is told first: who is in both keeps what they know of its thread.
fn tell_moved(tx: &WriteTx<'_>, from: GroupId, to: GroupId, was: &Message, is: &Message) -> Result<()> {
    tx.emit(Scope::Group(to), Event::PostMovedIn { message: is.clone() })?;
    let left = Event::PostMovedOut { group_id: from, message_id: was.id, ordinal: was.ordinal.unwrap_or(0) };
    tx.emit(Scope::Group(from), left)?;
    // What somebody keeps for later bears the name of the group that it is in.
    kept::moved(tx, is.id, to)?.into_iter().try_for_each(|(user, event)| tx.emit(Scope::User(user), event))
}

fn tell_read(tx: &WriteTx<'_>, asker: Asker, place: Place) -> Result<()> {
    let Some(now) = reading::position_of(tx, asker.user, place)? else { return Ok(()) };
    let event = Event::ReadUpdated {
        place,
        last_read_ordinal: now.last_read_ordinal,
        silent_unread: now.silent_unread,
        unread_mentions: now.unread_mentions,
    };
    tx.emit(Scope::User(asker.user), event)
}

/// Adds a tag to a forum; the forum as it is then.
///
/// # Errors
/// `Invalid`; `NotFound` when the group is no forum; `Forbidden` for who does not moderate it; `Taken`; `Conflict`.
pub async fn add_tag(app: &App, asker: Asker, group: GroupId, name: &str, colour: TagColour) -> Result<Group> {
    let name = TagName::parse(name)?;
    change_tags(app, asker, group, move |tx, here| forum_tags::insert(tx, here, &name, colour).map(|_| ())).await
}

/// Gives a tag another name or colour; the forum as it is then.
///
/// # Errors
/// As [`add_tag`].
pub async fn change_tag(
    app: &App,
    asker: Asker,
    group: GroupId,
    tag: TagId,
    name: Option<&str>,
    colour: Option<TagColour>,
) -> Result<Group> {
    let name = name.map(TagName::parse).transpose()?;
    change_tags(app, asker, group, move |tx, here| forum_tags::change(tx, here, tag, name.as_ref(), colour).map(|_| ()))
        .await
}

/// Takes a tag away, and off all posts.
///
/// # Errors
/// As [`add_tag`].
pub async fn remove_tag(app: &App, asker: Asker, group: GroupId, tag: TagId) -> Result<Group> {
    change_tags(app, asker, group, move |tx, here| forum_tags::remove(tx, here, tag)).await
}

async fn change_tags<F>(app: &App, asker: Asker, group: GroupId, change: F) -> Result<Group>
where
    F: FnOnce(&WriteTx<'_>, &InGroup) -> Result<()> + Send + 'static,
{
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let here = moderated(tx, asker, group)?;
            posts::forum_of(tx, Place::Group(group))?;
            let was = groups::shown(tx, &here)?;
            change(tx, &here)?;
            let is = groups::shown(tx, &here)?;
            if was != is {
                group_commands::tell_change(tx, &here, &was, &is)?;
            }
            Ok(is)
        })
        .await
}

/// Takes removed tags off the posts that bear them, some hundred at a time so that nobody waits long.
///
/// # Errors
/// As of any write.
pub async fn sweep_tags(app: &App) -> Result<()> {
    while app.store.write(forum_tags::sweep).await? {}
    Ok(())
}
