//! People, their devices, and how they look to others.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::emoji::AnyEmoji;
use super::ids::{SessionId, UserId};
use super::quiet::QuietHours;
use super::roles::{ServerRole, words};
use super::text::{EmojiName, Keyword, StatusText, fold};
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
                Some(emoji) => Some(AnyEmoji::parse(STATUS_EMOJI, emoji)?.text()),
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
    /// Whether my quiet hours are on; others see me as busy then.
    pub in_quiet_hours: bool,
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
    pub in_quiet_hours: bool,
    pub invisible: bool,
    /// What others go on seeing while the person is invisible.
    pub frozen: Option<Shown>,
    pub last_seen: Option<Timestamp>,
}

impl Chosen {
    /// What others see while the person does not hide: busy in quiet hours, too.
    pub fn shown(&self) -> Shown {
        Shown { do_not_disturb: self.own.do_not_disturb || self.in_quiet_hours, ..self.own.clone() }
    }

    /// How the person looks to others, if the server knows their connections to be `presence`.
    pub fn seen_by_others(&self, presence: Presence, now: Timestamp) -> Status {
        let (presence, shown) = match (self.invisible, &self.frozen) {
            (true, Some(frozen)) => (Presence::Offline, frozen.clone()),
            (true, None) => (Presence::Offline, self.own.clone()),
            (false, _) => (presence, self.shown()),
        };
        Status {
            user_id: self.user_id,
            presence,
            do_not_disturb: shown.do_not_disturb,
            manual_status: shown.manual_status.filter(|s| !s.has_expired(now)),
            last_seen: if presence == Presence::Offline { self.last_seen } else { None },
        }
    }

    /// How the person set themselves.
    pub fn seen_by_self(&self, now: Timestamp) -> MyStatus {
        MyStatus {
            do_not_disturb: self.own.do_not_disturb,
            in_quiet_hours: self.in_quiet_hours,
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
    pub notifications: Notifications,
}

/// Of what I want to be told, besides what groups say, and when not.
#[derive(Clone, Debug, Default, PartialEq, Serialize, ToSchema)]
pub struct Notifications {
    /// Words and names that call me wherever somebody else writes them, at most 20; matched by my own devices.
    pub keywords: Vec<String>,
    pub quiet_hours: Option<QuietHours>,
}

/// Most words of one person.
const MOST_KEYWORDS: usize = 20;

/// Words to be called by, each once without regard to case.
///
/// # Errors
/// `Invalid` for more than 20, for one that is empty or has more than 40 characters, or no letter or digit.
pub fn parse_keywords(typed: &[String]) -> Result<Vec<String>> {
    let mut words: Vec<String> = Vec::new();
    for word in typed.iter().take(MOST_KEYWORDS + 1) {
        let word = Keyword::parse(word)?.as_str().to_owned();
        if !word.contains(char::is_alphanumeric) {
            return Err(Error::invalid("keywords", "must each have a letter or a digit"));
        }
        if !words.iter().any(|held| fold(held) == fold(&word)) {
            words.push(word);
        }
    }
    if typed.len() > MOST_KEYWORDS {
        return Err(Error::invalid("keywords", "must be at most 20"));
    }
    Ok(words)
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
        let last_seen = Some(Timestamp::from_millis(5));
        Chosen { user_id, own, in_quiet_hours: false, invisible, frozen, last_seen }
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
    fn who_has_quiet_hours_is_busy_to_others_unless_they_hide() {
        let now = Timestamp::from_millis(9);
        let mut person = Chosen { in_quiet_hours: true, ..somebody(false, None) };
        person.own.do_not_disturb = false;
        assert!(person.seen_by_others(Presence::Online, now).do_not_disturb);
        assert!(!person.seen_by_self(now).do_not_disturb && person.seen_by_self(now).in_quiet_hours);
        let hidden = Chosen { invisible: true, frozen: Some(Shown::default()), ..person };
        assert!(!hidden.seen_by_others(Presence::Online, now).do_not_disturb);
    }

    #[test]
    fn keywords_are_few_short_and_each_there_once() {
        let words = |typed: &[&str]| parse_keywords(&typed.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>());
        assert_eq!(words(&[" Vent  motor ", "vent motor", "c++", "日本"]).unwrap(), ["Vent motor", "c++", "日本"]);
        for wrong in ["", "  ", "!!", "\u{200b}", &"a".repeat(41)] {
            assert!(matches!(words(&[wrong]), Err(Error::Invalid { .. })), "{wrong:?}");
        }
        let many: Vec<String> = (0..21).map(|n| format!("word {n}")).collect();
        assert!(parse_keywords(&many).is_err() && parse_keywords(&many[..20]).is_ok());
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
