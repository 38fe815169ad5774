//! `Error` -> problem document (RFC 9457).
//!
//! Everything that is refused passes through here: our own errors, and actix's (bad paths, wrong queries) by way of
//! the handlers in `mod.rs`. The person reads a sentence; the cause goes to the log once.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::error::Error;

tokio::task_local! {
    /// The id of the request that is being answered: in its log lines, its problem document, and `X-Request-Id`.
    pub static REQUEST_ID: Uuid;
}

/// Why something was refused. `code` is stable; `detail` is for people.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Problem {
    /// `urn:parlor:problem:<code>`.
    pub r#type: String,
    pub title: &'static str,
    pub status: u16,
    pub code: &'static str,
    pub detail: String,
    /// The input at fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after_secs: Option<u64>,
    /// The most that is taken of what was too large.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_bytes: Option<usize>,
    /// How much one's files may take in all, and how much they take already.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quota_bytes: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub used_bytes: Option<i64>,
    /// How the thing stands, where the request was based on an older version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<Uuid>,
}

impl Problem {
    /// Makes the document, and logs the cause of an internal error.
    pub fn of(error: &Error) -> Self {
        let request_id = REQUEST_ID.try_with(|id| *id).ok();
        if let Error::Internal(cause) = error {
            tracing::error!(%cause, request_id = request_id.map(tracing::field::display), "a request failed");
        }
        let (code, status, title) = error.class();
        let field = match error {
            Error::Invalid { field, .. } => Some(field.to_string()),
            Error::Taken { field, .. } => field.map(ToOwned::to_owned),
            _ => None,
        };
        let current = match error {
            Error::Stale { current, .. } => Some((**current).clone()),
            _ => None,
        };
        let max_bytes = match error {
            Error::TooLarge { max_bytes, .. } => Some(*max_bytes),
            _ => None,
        };
        let (quota_bytes, used_bytes) = match error {
            Error::QuotaExceeded { quota_bytes, used_bytes } => (Some(*quota_bytes), Some(*used_bytes)),
            _ => (None, None),
        };
        Self {
            r#type: format!("urn:parlor:problem:{code}"),
            title,
            status,
            code,
            detail: error.to_string(),
            field,
            retry_after_secs: error.retry_after_secs(),
            max_bytes,
            quota_bytes,
            used_bytes,
            current,
            request_id,
        }
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.class().1).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        let problem = Problem::of(self);
        let mut answer = HttpResponse::build(self.status_code());
        answer.insert_header((header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json")));
        if let Some(secs) = problem.retry_after_secs {
            answer.insert_header((header::RETRY_AFTER, secs));
        }
        if let Self::OutOfRange { size_bytes } = self {
            answer.insert_header((header::CONTENT_RANGE, format!("bytes */{size_bytes}")));
        }
        if matches!(self, Self::Unauthenticated | Self::WrongCredentials) {
            answer.insert_header((header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer")));
        }
        answer.body(serde_json::to_string(&problem).unwrap_or_default())
    }
}
