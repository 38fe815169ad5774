//! The example team of `parlor serve --demo`: who they are, and what they have said in the last days.
//!
//! It is put into an empty database by the same functions that everything else goes through, only at
//! times that lie in the past. Nothing here runs on a real server.

mod cast;
mod groups;
mod talk;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::time::Duration;

use jiff::ToSpan;
use jiff::tz::TimeZone;
use uuid::Uuid;

use self::cast::{RESIDENTS, Resident};
use self::talk::{Said, When};
use super::joining;
use super::passwords::Passwords;
use crate::domain::people::Shown;
use crate::domain::{
    Bio, ClientId, Content, Description, DisplayName, Email, GroupKind, GroupName, ManualStatus, MessageId, Password,
    Place, Secret, Timestamp, Topic, UserId, Username, WorkspaceId, WorkspaceName, WorkspaceRole,
};
use crate::error::{Error, Result};
use crate::store::access::{self, Asker};
use crate::store::groups::NewGroup;
use crate::store::messages::{Spot, With};
use crate::store::reading;
use crate::store::sessions::{Device, Lifetime};
use crate::store::users::{NewUser, ProfileChange};
use crate::store::{Store, WriteTx, directs, groups as store_groups, messages, sessions, status, users, workspaces};

/// Everybody's password, for what asks for one. A demo keeps no secrets.
pub const PASSWORD: &str = "kettle-on-please";

const WORKSPACE: &str = "Fernhill Workshop";

/// How long the team has been here.
const FOUNDED_AGO: Duration = Duration::from_secs(240 * DAY_SECS);

/// When everybody signed in: before anything that is still to be read was said.
const SIGNED_IN_AGO: Duration = Duration::from_secs(20 * DAY_SECS);

const DAY_SECS: u64 = 24 * 60 * 60;

/// Two messages of a conversation are at least this far apart.
const PAUSE: Duration = Duration::from_secs(40);

/// A person of the team, and what signs a browser in as them.
pub struct Seat {
    pub name: String,
    pub username: String,
    /// Part of a link: `/demo#<token>`.
    pub token: Secret,
}

/// Fills an empty database with the example team.
///
/// # Errors
/// `Conflict` when there is anybody already.
pub fn seed(store: &Store, passwords: &Passwords) -> Result<Vec<Seat>> {
    let phc = passwords.hash_and_wait(&Password::parse("password", PASSWORD)?)?;
    store.write_and_wait(move |tx| {
        if users::anybody(tx)? {
            return Err(Error::Conflict("There are people here already; a demo begins with an empty database."));
        }
        let team = tx.at(tx.now().minus(FOUNDED_AGO), |then| found(then, &phc))?;
        let (team, seats) = tx.at(tx.now().minus(SIGNED_IN_AGO), |then| sign_in(then, &team))?;
        let said = converse(tx, &team)?;
        RESIDENTS.iter().try_for_each(|resident| settle(tx, &team, resident, &said))?;
        Ok(seats)
    })
}

/// Who has which account.
struct Founded {
    people: HashMap<&'static str, UserId>,
    groups: Vec<Place>,
}

/// Accounts, the workspace and its groups with their members.
fn found(tx: &WriteTx<'_>, phc: &str) -> Result<Founded> {
    let mut people = HashMap::new();
    for resident in RESIDENTS {
        let account = NewUser {
            name: DisplayName::parse(resident.name)?,
            username: Username::parse(resident.username)?,
            email: Some(Email::parse(&format!("{}@fernhill.example", resident.username))?),
            password: phc.to_owned(),
            server_role: resident.server_role,
        };
        people.insert(resident.username, users::insert(tx, &account)?);
    }
    let owner = RESIDENTS.iter().find(|resident| resident.role == WorkspaceRole::Owner).ok_or_else(nobody)?;
    let owner = id_of(&people, owner.username)?;
    let workspace = workspaces::insert(tx, &WorkspaceName::parse(WORKSPACE)?, owner)?;
    let mut places = Vec::new();
    for room in groups::ROOMS {
        places.push(open_room(tx, room, workspace, owner, &people)?);
    }
    Ok(Founded { people, groups: places })
}

fn open_room(
    tx: &WriteTx<'_>,
    room: &groups::Room,
    workspace: WorkspaceId,
    owner: UserId,
    people: &HashMap<&'static str, UserId>,
) -> Result<Place> {
    let new = NewGroup {
        workspace,
        name: GroupName::parse(room.name)?,
        topic: Topic::parse(room.topic)?,
        description: Description::parse(room.description)?,
        kind: GroupKind::Text,
        is_private: room.is_private,
        is_primary: room.members.is_empty(),
    };
    let group = store_groups::insert(tx, &new, owner, i64::MAX)?;
    if room.members.is_empty() {
        for resident in RESIDENTS {
            joining::admit(tx, id_of(people, resident.username)?, resident.role)?;
        }
    }
    for member in room.members {
        joining::join(tx, group, id_of(people, member)?, None)?;
    }
    Ok(Place::Group(group))
}

/// Everybody, signed in, and the places where they talk.
struct Team {
    people: HashMap<&'static str, Asker>,
    groups: Vec<Place>,
}

fn sign_in(tx: &WriteTx<'_>, founded: &Founded) -> Result<(Team, Vec<Seat>)> {
    let year = Duration::from_secs(365 * DAY_SECS);
    let device = Device { user_agent: "Link of the demo".to_owned(), address: "127.0.0.1".to_owned() };
    let (mut people, mut seats) = (HashMap::new(), Vec::new());
    for resident in RESIDENTS {
        let user = id_of(&founded.people, resident.username)?;
        let token = Secret::random();
        let session = sessions::insert(tx, user, &token, &device, Lifetime { idle: year, most: year })?;
        people.insert(resident.username, Asker { user, session: session.id });
        seats.push(Seat { name: resident.name.to_owned(), username: resident.username.to_owned(), token });
    }
    Ok((Team { people, groups: founded.groups.clone() }, seats))
}

/// A message that was sent.
struct Sent {
    place: Place,
    at: Timestamp,
    id: MessageId,
}

/// All that was said, everywhere, in the order of time.
fn converse(tx: &WriteTx<'_>, team: &Team) -> Result<Vec<Sent>> {
    let mut lines = Vec::new();
    for (place, room) in team.groups.iter().zip(groups::ROOMS) {
        lines.extend(dated(tx.now(), room.talk).map(|(at, said)| (at, *place, said)));
    }
    for pair in talk::PAIRS {
        let mut talk = dated(tx.now(), pair.talk).peekable();
        let Some((first, _)) = talk.peek() else { continue };
        let [one, other] = pair.between;
        let place = tx.at(*first, |then| {
            let me = access::active_user(then, id_of(&team.people, one)?)?;
            let with = access::acquaintance(then, &me, id_of(&team.people, other)?.user)?;
            Ok(Place::Direct(directs::open(then, &with)?.0.id))
        })?;
        lines.extend(talk.map(|(at, said)| (at, place, said)));
    }
    lines.sort_by_key(|(at, ..)| *at);
    lines.into_iter().map(|(at, place, said)| tx.at(at, |then| send(then, team, place, said))).collect()
}

fn send(tx: &WriteTx<'_>, team: &Team, place: Place, said: &Said) -> Result<Sent> {
    let poster = access::poster(tx, id_of(&team.people, said.who)?, place)?;
    let client_id = ClientId::from_uuid(Uuid::new_v4());
    let message = messages::insert(
        tx,
        &poster,
        client_id,
        &Content::parse(said.text)?,
        With { files: &[], poll: None, forward_of: None },
        Spot { thread: None, on_timeline: true },
    )?;
    Ok(Sent { place, at: message.created_at, id: message.id })
}

/// When each line was said: as it is written, but never before the line above it.
fn dated(now: Timestamp, talk: &'static [Said]) -> impl Iterator<Item = (Timestamp, &'static Said)> {
    talk.iter().scan(Timestamp::from_millis(0), move |last, said| {
        *last = instant(now, said.when).max(last.plus(PAUSE));
        Some((*last, said))
    })
}

fn instant(now: Timestamp, when: When) -> Timestamp {
    match when {
        When::Ago(mins) => now.minus(Duration::from_secs(mins * 60)),
        When::On(days, hour, minute) => {
            let here = TimeZone::system();
            let day = here.to_datetime(now.of_calendar()).date().saturating_sub(days.days());
            let at = here.to_timestamp(day.at(hour, minute, 0, 0)).unwrap_or_default();
            Timestamp::from_millis(at.as_millisecond())
        }
    }
}

/// What somebody tells about themselves, shows, and has read.
fn settle(tx: &WriteTx<'_>, team: &Team, resident: &Resident, said: &[Sent]) -> Result<()> {
    let asker = id_of(&team.people, resident.username)?;
    let me = access::active_user(tx, asker)?;
    let bio = Some(Bio::parse(resident.bio)?);
    users::change_profile(tx, &me, &ProfileChange { name: None, username: None, email: None, bio })?;
    if let Some((emoji, text, ends_in_mins)) = resident.status {
        let expires_at = ends_in_mins.map(|mins| tx.now().plus(Duration::from_secs(mins * 60)));
        let typed = ManualStatus { text: text.to_owned(), emoji: Some(emoji.to_owned()), expires_at };
        let manual_status = Some(ManualStatus::parse(typed, tx.now())?);
        status::choose(tx, &me, Shown { do_not_disturb: resident.is_busy, manual_status }, false)?;
    }
    let was_here = tx.now().minus(Duration::from_secs(resident.was_here_mins_ago * 60));
    for sent in said.iter().filter(|sent| sent.at <= was_here) {
        // Where they are not, they have nothing to read.
        if let Ok(reader) = access::reader(tx, asker, sent.place) {
            reading::mark_read(tx, &reader, sent.id)?;
        }
    }
    Ok(())
}

fn id_of<T: Copy>(people: &HashMap<&'static str, T>, username: &str) -> Result<T> {
    people.get(username).copied().ok_or_else(nobody)
}

fn nobody() -> Error {
    Error::internal("the demo speaks of somebody who is not in it")
}
