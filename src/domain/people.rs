//! People, their devices, and how they look to others.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::emoji::AnyEmoji;
use super::ids::{SessionId, UserId};
use super::roles::{ServerRole, words};
use super::text::{EmojiName, StatusText};
use super::time::Timestamp;
use crate::error::{Error, Result};

words! {
    /// What the server knows of somebody's connections: `online` while a device was active in the last 5 minutes,
    /// `idle` up to 30 minutes, `away` beyond that, `offline` without a connection.
    Presence {
        Offline = "offline",
        Away = "away",
        Idle = "idle",
        Online = "online",
    }
}

/// What others may know of somebody.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct User {
    pub id: UserId,
    pub username: String,
    pub name: String,
    pub bio: String,
    /// `false` for an account that was closed; what it wrote stays.
    pub is_active: bool,
    pub created_at: Timestamp,
}

/// Somebody, and how they look at this moment.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Person {
    #[serde(flatten)]
    pub user: User,
    pub status: Status,
}

/// What somebody wrote about themselves, until `expires_at` (`null`: until they take it away).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ManualStatus {
    pub text: String,
    #[serde(default)]
    pub emoji: Option<String>,
    #[serde(default)]
    pub expires_at: Option<Timestamp>,
}

impl ManualStatus {
    /// # Errors
    /// `Invalid`, when a text is empty or too long, or the end lies in the past.
    pub fn parse(typed: Self, now: Timestamp) -> Result<Self> {
        if typed.expires_at.is_some_and(|at| at <= now) {
            return Err(Error::invalid("manual_status.expires_at", "must lie in the future"));
        }
        Ok(Self {
            text: StatusText::parse(&typed.text)?.as_str().to_owned(),
            emoji: match typed.emoji.as_deref().map(str::trim) {
                None | Some("") => None,
                Some(emoji) => Some(status_emoji(emoji)?),
            },
            expires_at: typed.expires_at,
        })
    }

    /// The name of the emoji, if it is one of a workspace's own.
    pub fn own_emoji(&self) -> Option<EmojiName> {
        match AnyEmoji::parse(STATUS_EMOJI, self.emoji.as_deref()?) {
            Ok(AnyEmoji::Custom(name)) => Some(name),
            _ => None,
        }
    }

    pub fn has_expired(&self, now: Timestamp) -> bool {
        self.expires_at.is_some_and(|at| at <= now)
    }
}

const STATUS_EMOJI: &str = "manual_status.emoji";

fn status_emoji(typed: &str) -> Result<String> {
    let text = AnyEmoji::parse(STATUS_EMOJI, typed)?.text();
    if text.chars().count() > 32 {
        return Err(Error::invalid(STATUS_EMOJI, "must have at most 32 characters"));
    }
    Ok(text)
}

/// How somebody looks to others. An invisible person looks offline, with what they showed before they hid.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Status {
    pub user_id: UserId,
    pub presence: Presence,
    pub do_not_disturb: bool,
    pub manual_status: Option<ManualStatus>,
    /// When they were last here; `null` while they are here, or if they never were.
    pub last_seen: Option<Timestamp>,
}

/// How I set myself.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct MyStatus {
    pub do_not_disturb: bool,
    pub invisible: bool,
    pub manual_status: Option<ManualStatus>,
}

/// What somebody shows of themselves besides presence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    pub do_not_disturb: bool,
    pub manual_status: Option<ManualStatus>,
}

/// A row of `user_status` without its presence: what somebody chose, and what others may see of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    pub user_id: UserId,
    pub own: Shown,
    pub invisible: bool,
    /// What others go on seeing while the person is invisible.
    pub frozen: Option<Shown>,
    pub last_seen: Option<Timestamp>,
}

impl Chosen {
    /// How the person looks to others, if the server knows their connections to be `presence`.
    pub fn seen_by_others(&self, presence: Presence, now: Timestamp) -> Status {
        let (presence, shown) = match (self.invisible, &self.frozen) {
            (true, Some(frozen)) => (Presence::Offline, frozen),
            (true, None) => (Presence::Offline, &self.own),
            (false, _) => (presence, &self.own),
        };
        Status {
            user_id: self.user_id,
            presence,
            do_not_disturb: shown.do_not_disturb,
            manual_status: shown.manual_status.clone().filter(|s| !s.has_expired(now)),
            last_seen: if presence == Presence::Offline { self.last_seen } else { None },
        }
    }

    /// How the person set themselves.
    pub fn seen_by_self(&self, now: Timestamp) -> MyStatus {
        MyStatus {
            do_not_disturb: self.own.do_not_disturb,
            invisible: self.invisible,
            manual_status: self.own.manual_status.clone().filter(|s| !s.has_expired(now)),
        }
    }
}

/// Somebody, and what they chose to show: all that is stored of how they look.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    pub user: User,
    pub chosen: Chosen,
}

/// Myself.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Me {
    pub id: UserId,
    pub username: String,
    pub name: String,
    pub email: Option<String>,
    pub bio: String,
    pub server_role: ServerRole,
    pub created_at: Timestamp,
    pub status: MyStatus,
}

/// Somebody's account, as those see it who look after people.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Account {
    pub id: UserId,
    pub username: String,
    pub name: String,
    pub email: Option<String>,
    pub server_role: ServerRole,
    pub is_active: bool,
    pub created_at: Timestamp,
    pub last_login_at: Option<Timestamp>,
}

/// A signed-in device, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Session {
    pub id: SessionId,
    pub user_agent: String,
    pub address: String,
    pub created_at: Timestamp,
    pub last_active_at: Timestamp,
    pub expires_at: Timestamp,
    /// Whether it is the one that asks.
    pub is_current: bool,
    /// Whether it has a connection open.
    pub is_connected: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn somebody(invisible: bool, frozen: Option<Shown>) -> Chosen {
        let own = Shown {
            do_not_disturb: true,
            manual_status: Some(ManualStatus { text: "here in secret".into(), emoji: None, expires_at: None }),
        };
        let user_id = UserId::from_uuid(uuid::Uuid::nil());
        Chosen { user_id, own, invisible, frozen, last_seen: Some(Timestamp::from_millis(5)) }
    }

    #[test]
    fn an_invisible_person_looks_as_they_did_before_they_hid() {
        let hidden = somebody(true, Some(Shown::default()));
        let seen = hidden.seen_by_others(Presence::Online, Timestamp::from_millis(9));
        assert_eq!(seen.presence, Presence::Offline);
        assert_eq!(seen.manual_status, None);
        assert!(!seen.do_not_disturb);
        assert_eq!(seen.last_seen, Some(Timestamp::from_millis(5)));
    }

    #[test]
    fn a_status_ends_by_itself() {
        let mut person = somebody(false, None);
        let ends = Timestamp::from_millis(100);
        person.own.manual_status = Some(ManualStatus { text: "lunch".into(), emoji: None, expires_at: Some(ends) });
        assert!(person.seen_by_others(Presence::Online, Timestamp::from_millis(99)).manual_status.is_some());
        assert!(person.seen_by_others(Presence::Online, ends).manual_status.is_none());
    }
}
