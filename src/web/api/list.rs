//! What lists have in common: a bound, and a cursor that says where to go on.

use std::collections::BTreeSet;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::store::users::NameCursor;

/// Most rows in one answer.
pub const MOST: u32 = 100;
const USUAL: u32 = 50;

/// Most characters of a search text.
pub const MOST_QUERY: usize = 256;

/// A stretch of a list by name.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListQuery {
    /// Only what has this in its name. Up to 256 characters.
    #[serde(default)]
    pub query: String,
    /// The `next_cursor` of the stretch before.
    pub cursor: Option<String>,
    /// 1 to 100, 50 unless told otherwise.
    pub limit: Option<u32>,
}

impl ListQuery {
    /// # Errors
    /// `Invalid`, naming the parameter.
    pub fn parse(self) -> Result<Stretch> {
        if self.query.chars().count() > MOST_QUERY {
            return Err(Error::invalid("query", "must have at most 256 characters"));
        }
        let after = self.cursor.as_deref().map(parse_cursor).transpose()?.unwrap_or_default();
        Ok(Stretch { query: self.query, after, limit: limit(self.limit)? })
    }
}

/// # Errors
/// `Invalid` when it is not from 1 to 100.
pub fn limit(wanted: Option<u32>) -> Result<u32> {
    match wanted.unwrap_or(USUAL) {
        limit @ 1..=MOST => Ok(limit),
        _ => Err(Error::invalid("limit", "must be from 1 to 100")),
    }
}

/// Ids joined by commas, each once, at most 100.
///
/// # Errors
/// `Invalid`, naming the parameter.
pub fn ids<T: FromStr + Ord>(field: &'static str, text: &str) -> Result<Vec<T>> {
    let words = text.split(',').filter(|id| !id.is_empty());
    let ids = words.map(|id| id.parse().map_err(|_| Error::invalid(field, "must be ids, joined by commas")));
    let ids: BTreeSet<T> = ids.take(MOST as usize + 1).collect::<Result<_>>()?;
    if ids.len() > MOST as usize {
        return Err(Error::invalid(field, "must be at most 100"));
    }
    Ok(ids.into_iter().collect())
}

/// A [`ListQuery`], checked.
pub struct Stretch {
    pub query: String,
    pub after: NameCursor,
    pub limit: u32,
}

/// Some of a list, and where to go on.
#[derive(Serialize, ToSchema)]
pub struct Listed<T> {
    pub items: Vec<T>,
    /// `null` at the end.
    pub next_cursor: Option<String>,
}

impl<T> Listed<T> {
    /// A whole list.
    pub fn whole(items: Vec<T>) -> Self {
        Self { items, next_cursor: None }
    }

    /// What was found when `limit + 1` rows were asked for.
    pub fn stretch<S>(mut found: Vec<(S, NameCursor)>, limit: u32, as_item: impl Fn(S) -> T) -> Self {
        let has_more = found.len() > limit as usize;
        found.truncate(limit as usize);
        let next_cursor = if has_more { found.last().map(|(_, cursor)| format_cursor(cursor)) } else { None };
        Self { items: found.into_iter().map(|(item, _)| as_item(item)).collect(), next_cursor }
    }
}

/// Some of a list, of which `limit + 1` rows were asked for, and which goes on from its last row's id.
pub fn by_id<T>(mut found: Vec<T>, limit: u32, id: impl Fn(&T) -> String) -> Listed<T> {
    let has_more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let next_cursor = if has_more { found.last().map(id) } else { None };
    Listed { items: found, next_cursor }
}

/// Where to go on in a list by name, as an opaque text.
pub fn format_cursor(cursor: &NameCursor) -> String {
    let id = cursor.id.map(|id| id.simple().to_string()).unwrap_or_default();
    URL_SAFE_NO_PAD.encode(format!("{id}/{}", cursor.name_key))
}

/// # Errors
/// `Invalid` for what [`format_cursor`] did not make.
pub fn parse_cursor(text: &str) -> Result<NameCursor> {
    let parsed = || {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let text = String::from_utf8(bytes).ok()?;
        let (id, name_key) = text.split_once('/')?;
        let id = if id.is_empty() { None } else { Some(Uuid::try_parse(id).ok()?) };
        Some(NameCursor { name_key: name_key.to_owned(), id })
    };
    parsed().ok_or_else(|| Error::invalid("cursor", "must be the next_cursor of an earlier answer"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_cursor_leads_back_to_where_it_was_made(name in "\\PC{0,40}", id: Option<u128>) {
            let cursor = NameCursor { name_key: name, id: id.map(Uuid::from_u128) };
            prop_assert_eq!(parse_cursor(&format_cursor(&cursor)).unwrap(), cursor);
        }

        #[test]
        fn whatever_is_given_for_a_cursor_does_no_harm(text in "\\PC{0,60}") {
            let _ = parse_cursor(&text);
        }
    }
}
