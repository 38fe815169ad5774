//! The closed list of reasons why something was refused.

use std::borrow::Cow;
use std::fmt;

use serde_json::Value;

pub type Result<T> = std::result::Result<T, Error>;

/// Each reason has a stable `code` and one HTTP status; `detail` is a sentence
/// for the person who asked. The cause of an internal error goes to the log
/// and never into an answer.
#[derive(Debug)]
pub enum Error {
    /// The input could not be read at all: broken JSON, a broken id in a path.
    Malformed(String),
    /// One input is not what it must be. `why` goes on from the field's name: "must not be empty".
    Invalid {
        field: Cow<'static, str>,
        why: String,
    },
    Unauthenticated,
    WrongCredentials,
    /// Seen, but not allowed; the sentence says what would be needed.
    Forbidden(&'static str),
    /// The request came from another site.
    CrossOrigin,
    /// The password was given too long ago for this.
    PasswordNeeded,
    /// There is no such thing, or the asker may not know of it.
    NotFound(&'static str),
    MethodNotAllowed,
    /// A name that must be unique is not to be had.
    Taken {
        field: Option<&'static str>,
        why: &'static str,
    },
    /// Based on an older version; `current` is how it stands.
    Stale {
        noun: &'static str,
        current: Box<Value>,
    },
    ClientIdReused,
    /// The state of things forbids it, whoever asks.
    Conflict(&'static str),
    InviteGone,
    /// A link to a new password no longer works.
    LinkGone,
    TooLarge {
        what: &'static str,
        max_bytes: usize,
    },
    /// What somebody has uploaded would take more than one person may.
    QuotaExceeded {
        quota_bytes: i64,
        used_bytes: i64,
    },
    /// All files together would take more than this server keeps.
    FilesFull,
    /// A range that begins beyond the end.
    OutOfRange {
        size_bytes: i64,
    },
    UnsupportedMediaType,
    /// The body came too slowly.
    TooSlow,
    RateLimited {
        retry_after_secs: u64,
    },
    /// Too much to do at this moment; nothing was done.
    Busy,
    /// Writing has stopped because the storage can no longer be trusted.
    ReadOnly,
    StorageFull,
    Internal(Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    pub fn invalid(field: &'static str, why: &str) -> Self {
        Self::Invalid { field: field.into(), why: why.into() }
    }

    pub fn internal(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(cause.into())
    }

    /// The stable name of the reason, the HTTP status that goes with it, and the title of its problem document.
    pub const fn class(&self) -> (&'static str, u16, &'static str) {
        match self {
            Self::Malformed(_) => ("malformed", 400, "The request cannot be read"),
            Self::Invalid { .. } => ("invalid", 422, "An input is not valid"),
            Self::Unauthenticated => ("unauthenticated", 401, "Sign in first"),
            Self::WrongCredentials => ("wrong_credentials", 401, "Name or password is wrong"),
            Self::Forbidden(_) => ("forbidden", 403, "Not allowed"),
            Self::CrossOrigin => ("cross_origin", 403, "Refused from another site"),
            Self::PasswordNeeded => ("password_needed", 403, "Confirm your password"),
            Self::NotFound(_) => ("not_found", 404, "Not here, or not for you"),
            Self::MethodNotAllowed => ("method_not_allowed", 405, "Method not allowed"),
            Self::Taken { .. } => ("taken", 409, "Not available"),
            Self::Stale { .. } => ("stale", 409, "Changed meanwhile"),
            Self::ClientIdReused => ("client_id_reused", 409, "Used for another message"),
            Self::Conflict(_) => ("conflict", 409, "Not possible as things are"),
            Self::InviteGone => ("invite_gone", 410, "Invitation no longer works"),
            Self::LinkGone => ("link_gone", 410, "Link no longer works"),
            Self::TooLarge { .. } => ("too_large", 413, "Too large"),
            Self::QuotaExceeded { .. } => ("quota_exceeded", 413, "Your files take up all you have"),
            Self::FilesFull => ("files_full", 507, "This server keeps no more files"),
            Self::OutOfRange { .. } => ("out_of_range", 416, "The file ends before that"),
            Self::UnsupportedMediaType => ("unsupported_media_type", 415, "Not a type that is read here"),
            Self::TooSlow => ("too_slow", 408, "The request took too long"),
            Self::RateLimited { .. } => ("rate_limited", 429, "Too many tries"),
            Self::Busy => ("busy", 503, "Busy"),
            Self::ReadOnly => ("read_only", 503, "Reading only"),
            Self::StorageFull => ("storage_full", 507, "The disk is full"),
            Self::Internal(_) => ("internal", 500, "Something went wrong here"),
        }
    }

    /// Seconds after which a repetition may succeed.
    pub const fn retry_after_secs(&self) -> Option<u64> {
        match self {
            Self::RateLimited { retry_after_secs } => Some(*retry_after_secs),
            Self::Busy => Some(1),
            Self::ReadOnly | Self::StorageFull => Some(30),
            _ => None,
        }
    }
}

/// What the person reads.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(why) => f.write_str(why),
            Self::Invalid { field, why } => write!(f, "'{field}' {why}."),
            Self::Unauthenticated => f.write_str("You are not signed in, or no longer."),
            Self::WrongCredentials => f.write_str("Name or password is wrong."),
            Self::Forbidden(why) | Self::Conflict(why) => f.write_str(why),
            Self::CrossOrigin => f.write_str("This request did not come from Parlor's own pages."),
            Self::PasswordNeeded => f.write_str("Give your password again; it was given more than 10 minutes ago."),
            Self::NotFound(noun) => write!(f, "There is no such {noun}, or it is not for you."),
            Self::MethodNotAllowed => f.write_str("This address does not answer to that method."),
            Self::Taken { why, .. } => f.write_str(why),
            Self::Stale { noun, .. } => write!(f, "The {noun} was changed meanwhile; see 'current'."),
            Self::ClientIdReused => f.write_str("This client_id was used for another message."),
            Self::InviteGone => f.write_str("This invitation no longer works. Ask for a new one."),
            Self::LinkGone => f.write_str("This link no longer works. Ask for a new one."),
            Self::TooLarge { what, max_bytes } => write!(f, "The {what} is larger than {max_bytes} bytes."),
            Self::QuotaExceeded { quota_bytes, used_bytes } => write!(
                f,
                "Your files may take {quota_bytes} bytes in all, and take {used_bytes} already. Delete messages with \
                 files to make room."
            ),
            Self::FilesFull => f.write_str("This server keeps no more files; whoever looks after it can allow more."),
            Self::OutOfRange { size_bytes } => write!(f, "The file has {size_bytes} bytes."),
            Self::UnsupportedMediaType => {
                f.write_str("Send application/json, or application/octet-stream where bytes are asked for.")
            }
            Self::TooSlow => f.write_str("The body of the request took too long to arrive."),
            Self::RateLimited { retry_after_secs } => write!(f, "Too many tries. Try again in {retry_after_secs} s."),
            Self::Busy => f.write_str("Too much is going on at this moment; nothing was done. Try again."),
            Self::ReadOnly => {
                f.write_str("Nothing can be written at this moment, because the storage reported an error.")
            }
            Self::StorageFull => f.write_str("The server's disk is full; nothing was written."),
            Self::Internal(_) => f.write_str("Something went wrong on the server. It was noted in the log."),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Internal(cause) => Some(cause.as_ref()),
            _ => None,
        }
    }
}
