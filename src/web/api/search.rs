//! Looking for what was said.

use actix_web::web::{Data, Json};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::list;
use crate::commands::App;
use crate::domain::search::{Excerpt, Query as Question, Reach};
use crate::domain::{Message, Timestamp, User};
use crate::error::{Error, Result};
use crate::store::access;
use crate::store::search::{self, BEST_OF, Budget, Position, Sort};
use crate::web::query::Query;
use crate::web::signed_in::SignedIn;

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SearchQuery {
    /// Words, `"phrases in quotes"` and filters, up to 256 characters: `from:` a user name or `me`; `in:` a group, `@` and a
    /// user name, or an id; `before:`, `after:`, `since:` and `on:` a day (`2026-11-30`, `today`, `yesterday`) or an
    /// instant; `has:link`, `has:file`, `has:image`, `has:poll`; `is:pinned`, `is:saved`, `is:thread`. Values with spaces
    /// stand in quotes.
    q: String,
    /// `newest` first, unless told otherwise, or `best`.
    #[param(inline)]
    sort: Option<SortBy>,
    /// The `next_cursor` of the answer before.
    cursor: Option<String>,
    /// 1 to 100, 50 unless told otherwise.
    limit: Option<u32>,
    /// How far the asker's clock is from UTC, as `+02:00`: days begin by it. UTC unless told otherwise.
    utc_offset: Option<String>,
}

#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SortBy {
    Newest,
    Best,
}

/// A message that was found.
#[derive(Serialize, ToSchema)]
pub struct Hit {
    message: Message,
    /// The piece of its text that shows why.
    excerpt: Excerpt,
    /// Whether what was looked for stands inside of its words only; such hits come after all others.
    is_inside: bool,
}

/// Some of what was found, and where to go on.
#[derive(Serialize, ToSchema)]
pub struct Hits {
    items: Vec<Hit>,
    /// Who wrote, replied, or is mentioned.
    users: Vec<User>,
    /// `null` at the end. There may be hits further on even when none is here: an answer is given after a bounded time.
    next_cursor: Option<String>,
    /// Filters that name nobody and nothing known to the asker, as `from:nobody`; then nothing is found.
    unknown_filters: Vec<String>,
    /// Whether older messages are still being taken up, and cannot be found yet.
    is_reading: bool,
}

/// Messages that I may read now, by what they say: the newest first, or those that answer best.
#[utoipa::path(get, path = "/search", tag = "messages", params(SearchQuery), responses((status = 200, body = Hits)))]
pub async fn messages(app: Data<App>, me: SignedIn, query: Query<SearchQuery>) -> Result<Json<Hits>> {
    let SearchQuery { q, sort, cursor, limit, utc_offset } = query.into_inner();
    let limit = list::limit(limit)? as usize;
    let from = cursor.as_deref().map_or(Ok(Position::START), parse_cursor)?;
    let offset = utc_offset.as_deref().map_or(Ok(Offset::UTC), parse_offset)?;
    let question = Question::parse(&q, Timestamp::now(), offset)?;
    let sort = match sort {
        Some(SortBy::Best) => Sort::Best,
        Some(SortBy::Newest) | None => Sort::Newest,
    };
    app.rates.searches.take(&me.asker.user)?;
    let found = app.store.search(move |tx| {
        let searcher = access::searcher(tx, me.asker)?;
        search::find(tx, &searcher, &question, sort, from, limit, Budget::USUAL)
    });
    let found = found.await?;
    let hit = |hit: search::Hit| Hit { message: hit.message, excerpt: hit.excerpt, is_inside: hit.is_inside };
    Ok(Json(Hits {
        items: found.hits.into_iter().map(hit).collect(),
        users: found.users,
        next_cursor: found.next.as_ref().map(format_cursor),
        unknown_filters: found.unknown,
        is_reading: found.is_reading,
    }))
}

fn format_cursor(at: &Position) -> String {
    let reach = match at.reach {
        Reach::Beginnings => "b",
        Reach::Insides => "i",
    };
    URL_SAFE_NO_PAD.encode(format!("{reach}/{}/{}", at.below, at.skip))
}

fn parse_cursor(text: &str) -> Result<Position> {
    let parsed = || {
        let text = String::from_utf8(URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        let (reach, rest) = text.split_once('/')?;
        let (below, skip) = rest.split_once('/')?;
        let reach = match reach {
            "b" => Reach::Beginnings,
            "i" => Reach::Insides,
            _ => return None,
        };
        let (below, skip) = (below.parse().ok()?, skip.parse().ok()?);
        (below > 0 && skip < BEST_OF).then_some(Position { reach, below, skip })
    };
    parsed().ok_or_else(|| Error::invalid("cursor", "must be the next_cursor of an earlier answer"))
}

fn parse_offset(text: &str) -> Result<Offset> {
    let parsed = || {
        let digit = |byte: u8| char::from(byte).to_digit(10).and_then(|digit| i32::try_from(digit).ok());
        let &[sign @ (b'+' | b'-'), h, hours, b':', m, minutes] = text.as_bytes() else { return None };
        let (hours, minutes) = (digit(h)? * 10 + digit(hours)?, digit(m)? * 10 + digit(minutes)?);
        let seconds = (hours < 24 && minutes < 60).then_some((hours * 60 + minutes) * 60)?;
        Offset::from_seconds(if sign == b'-' { -seconds } else { seconds }).ok()
    };
    parsed().ok_or_else(|| Error::invalid("utc_offset", "must be like +02:00 or -05:30"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_offset_is_hours_and_minutes() {
        assert_eq!(parse_offset("-05:30").unwrap().seconds(), -(5 * 3600 + 30 * 60));
        for wrong in ["", "2", "+2", "+25:00", "02:00 ", "+02:00:00", "Z"] {
            assert!(parse_offset(wrong).is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn a_cursor_leads_back_to_where_it_was_made(inside: bool, below in 1..i64::MAX, skip in 0..BEST_OF) {
            let reach = if inside { Reach::Insides } else { Reach::Beginnings };
            let at = Position { reach, below, skip };
            prop_assert_eq!(parse_cursor(&format_cursor(&at)).unwrap(), at);
        }

        #[test]
        fn whatever_is_given_for_a_cursor_or_an_offset_does_no_harm(text in "\\PC{0,40}") {
            let _ = parse_cursor(&text);
            let _ = parse_offset(&text);
        }
    }
}
