//! Messages that go out at a time.

use futures_util::future::join_all;

use super::App;
use super::alarm::BATCH;
use super::messages::{self, Draft};
use crate::domain::later::{Ahead, Failure};
use crate::domain::{
    ClientId, Content, Event, Message, MessageId, Place, Scheduled, ScheduledId, Scope, Sent, Timestamp, UserId,
};
use crate::error::{Error, Result};
use crate::store::access::{self, Asker, Poster};
use crate::store::scheduled::{self, NewScheduled};
use crate::store::{WriteTx, messages as said};

/// What somebody wants to say later.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub place: Place,
    pub client_id: ClientId,
    pub content: String,
    /// The message that it replies to, if it goes into a thread.
    pub thread: Option<MessageId>,
    pub also_on_timeline: bool,
    pub send_at: Timestamp,
}

/// Schedules a message. Safe to repeat: what was scheduled before under the same `client_id` is answered as it is.
///
/// # Errors
/// As sending it now; `Invalid` for a time that is past or over a year ahead; `ClientIdReused` when it was sent already;
/// `Conflict` when the asker has 100 already.
pub async fn schedule(app: &App, asker: Asker, wanted: Wanted) -> Result<Scheduled> {
    let Wanted { place, client_id, content, thread, also_on_timeline, send_at } = wanted;
    let content = messages::parse_content(app, &content, false)?;
    let send_at = Ahead::parse("send_at", send_at, Timestamp::now())?;
    app.rates.messages.take(&asker.user)?;
    let new = NewScheduled { client_id, content, thread, also_on_timeline, send_at };
    let scheduled = app.store.write(move |tx| insert(tx, &access::poster(tx, asker, place)?, &new)).await?;
    app.alarm.set(scheduled.send_at);
    Ok(scheduled)
}

fn insert(tx: &WriteTx<'_>, poster: &Poster, new: &NewScheduled) -> Result<Scheduled> {
    if let Some(root) = new.thread {
        messages::root_of(tx, poster, root)?;
    }
    if let Some(there) = scheduled::by_client_id(tx, poster, new.client_id)? {
        let is_same = there.place() == Some(poster.place()) && there.thread_root_id == new.thread;
        return if is_same { Ok(there) } else { Err(Error::ClientIdReused) };
    }
    if said::was_sent(tx, poster, new.client_id)? {
        return Err(Error::ClientIdReused);
    }
    let scheduled = scheduled::insert(tx, poster, new)?;
    tell(tx, poster, &scheduled)?;
    Ok(scheduled)
}

fn tell(tx: &WriteTx<'_>, poster: &Poster, scheduled: &Scheduled) -> Result<()> {
    tx.emit(Scope::User(poster.user()), Event::ScheduledUpdated { scheduled: scheduled.clone() })
}

/// Changes what will be sent, or when. Another time gives what had failed another try.
///
/// # Errors
/// `Invalid`; `NotFound` when it is not the asker's; `Forbidden` when they may no longer write where it goes; `Stale`
/// with how it stands; `Conflict` when nobody can write there.
pub async fn change(
    app: &App,
    asker: Asker,
    id: ScheduledId,
    version: i64,
    content: Option<String>,
    send_at: Option<Timestamp>,
) -> Result<Scheduled> {
    let content = content.map(|typed| messages::parse_content(app, &typed, false)).transpose()?;
    let send_at = send_at.map(|at| Ahead::parse("send_at", at, Timestamp::now())).transpose()?;
    app.rates.messages.take(&asker.user)?;
    let changed = app
        .store
        .write(move |tx| {
            let (was, poster) = own(tx, asker, id)?;
            let changed = scheduled::change(tx, &poster, &was, version, content.as_ref(), send_at)?;
            tell(tx, &poster, &changed)?;
            Ok(changed)
        })
        .await?;
    app.alarm.set(changed.send_at);
    Ok(changed)
}

/// The asker's own, where they may still write.
fn own(tx: &WriteTx<'_>, asker: Asker, id: ScheduledId) -> Result<(Scheduled, Poster)> {
    let scheduled = scheduled::own(tx, &access::active_user(tx, asker)?, id)?;
    let poster = access::poster(tx, asker, place_of(&scheduled)?).map_err(|refused| match refused {
        // They know where it goes, since they wrote it; that they are out of there now is no secret to them.
        Error::NotFound(_) => Error::Forbidden("You can no longer write where this would go."),
        other => other,
    })?;
    Ok((scheduled, poster))
}

fn place_of(scheduled: &Scheduled) -> Result<Place> {
    scheduled.place().ok_or_else(|| Error::internal("a scheduled message goes nowhere"))
}

/// Takes back what was scheduled, wherever it would have gone.
///
/// # Errors
/// `NotFound` when it is not the asker's, or is sent.
pub async fn take_back(app: &App, asker: Asker, id: ScheduledId) -> Result<()> {
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let was = scheduled::own(tx, &access::active_user(tx, asker)?, id)?;
            scheduled::remove(tx, &was)?;
            tx.emit(Scope::User(asker.user), Event::ScheduledRemoved { scheduled_id: id })
        })
        .await
}

/// Sends it now instead.
///
/// # Errors
/// As sending a message; `NotFound` when it is not the asker's, or is sent.
pub async fn send_now(app: &App, asker: Asker, id: ScheduledId) -> Result<Sent> {
    app.rates.messages.take(&asker.user)?;
    let sent = app
        .store
        .write(move |tx| {
            let (scheduled, poster) = own(tx, asker, id)?;
            let message = send(tx, &poster, &scheduled)?;
            messages::answer(tx, &poster, message)
        })
        .await?;
    app.previews.ring(&sent.message.content);
    Ok(sent)
}

/// The message and the end of its schedule are one transaction; its `client_id` is the one that it was scheduled with.
fn send(tx: &WriteTx<'_>, poster: &Poster, scheduled: &Scheduled) -> Result<Message> {
    let Scheduled { client_id, thread_root_id: thread, also_on_timeline, .. } = *scheduled;
    let content = Content::parse(&scheduled.content)?;
    let text = scheduled.content.clone();
    let draft = Draft {
        place: poster.place(),
        client_id,
        content: text,
        files: Vec::new(),
        thread,
        also_on_timeline,
        poll: None,
        forward_of: None,
    };
    let message = messages::post(tx, poster, &draft, &content, None, |_| Ok(messages::Proved::default()))?;
    scheduled::remove(tx, scheduled)?;
    tx.emit(Scope::User(poster.user()), Event::ScheduledRemoved { scheduled_id: scheduled.id })?;
    Ok(message)
}

/// Sends some of the messages whose time has come, each in a savepoint of its own, so that none holds up another.
///
/// # Errors
/// Those of the store.
pub(super) async fn send_due(app: &App) -> Result<()> {
    let due = app.store.read(|tx| scheduled::to_send(tx, BATCH)).await?;
    let sending = due.into_iter().map(|id| app.store.write(move |tx| send_one(tx, id)));
    for sent in join_all(sending).await {
        if let Some(message) = sent? {
            app.previews.ring(&message.content);
        }
    }
    Ok(())
}

fn send_one(tx: &WriteTx<'_>, id: ScheduledId) -> Result<Option<Message>> {
    let Some((author, scheduled)) = scheduled::due(tx, id)? else { return Ok(None) };
    // A message meets its refusals before anything is written, so that a refused one has left nothing.
    let sent = absent_poster(tx, author, &scheduled).and_then(|poster| send(tx, &poster, &scheduled));
    match sent {
        Ok(message) => Ok(Some(message)),
        Err(refused) => {
            let failed = scheduled::fail(tx, &scheduled, reason(refused)?)?;
            tx.emit(Scope::User(author), Event::ScheduledUpdated { scheduled: failed })?;
            Ok(None)
        }
    }
}

fn absent_poster(tx: &WriteTx<'_>, author: UserId, scheduled: &Scheduled) -> Result<Poster> {
    let poster = access::absent_poster(tx, author, place_of(scheduled)?)?;
    match scheduled.thread_root_id.map(|root| messages::root_of(tx, &poster, root)) {
        Some(Err(Error::NotFound(_))) => Err(Error::NotFound("thread")),
        Some(Err(other)) => Err(other),
        Some(Ok(_)) | None => Ok(poster),
    }
}

/// Why it was not sent, to be told to its author; what is not about this message is an error as ever.
fn reason(refused: Error) -> Result<Failure> {
    match refused {
        Error::NotFound("thread") => Ok(Failure::ThreadGone),
        Error::NotFound(_) | Error::Forbidden(_) => Ok(Failure::NoLongerThere),
        Error::Unauthenticated => Ok(Failure::AccountClosed),
        Error::Conflict(_) => Ok(Failure::PlaceClosed),
        Error::Invalid { .. } | Error::ClientIdReused => Ok(Failure::Refused),
        other => Err(other),
    }
}
