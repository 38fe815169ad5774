//! `parlor invite`.

use std::num::NonZeroU32;
use std::time::Duration;

use super::{Failure, Result, Whereabouts, answer, explain};
use crate::commands::operator;
use crate::domain::GroupName;
use crate::error::Error;

/// The longest that a link may work, as in the page.
const MOST_DAYS: u64 = 30;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// The group that people come into; without it the one that everybody is in
    #[arg(long, value_name = "NAME")]
    group: Option<String>,
    /// How long the link works: minutes, hours, days or weeks, at most 30 days
    #[arg(long, value_name = "TIME", default_value = "7d", value_parser = span)]
    expires: Duration,
    /// How many people may come in by it; without it any number
    #[arg(long, value_name = "N")]
    uses: Option<NonZeroU32>,
    #[command(flatten)]
    at: Whereabouts,
}

pub fn run(args: Args) -> Result<()> {
    let group = args.group.as_deref().map(GroupName::parse).transpose()?;
    let (config, store) = args.at.store_in_use()?;
    let max_uses = args.uses.map(|uses| i64::from(uses.get()));
    let made =
        operator::create_invite(&store, group, args.expires, max_uses).map_err(|error| match (error, args.group) {
            (Error::NotFound("group"), Some(name)) => Failure::refused(format!("there is no group called `{name}`")),
            (error, _) => error.into(),
        })?;
    let people = match made.max_uses {
        None => "any number of people".to_owned(),
        Some(1) => "one person".to_owned(),
        Some(uses) => format!("{uses} people"),
    };
    explain(&format!("for {people}, to {}, until {}; the link is shown only now", made.group.name, made.expires_at));
    // Without an `origin` it is this machine's address, the first of those that work.
    let origins = config.origins(config.listen);
    let origin = origins.first().map(ToString::to_string).unwrap_or_default();
    answer(format_args!("{origin}/invite#{}", made.code.reveal()))
}

/// `90m`, `12h`, `7d`, `2w`.
fn span(text: &str) -> std::result::Result<Duration, String> {
    let expected = || format!("expected a number and m, h, d or w, such as 12h or 7d, at most {MOST_DAYS} days");
    let unit_at = text.len().saturating_sub(1);
    let (number, unit) = text.split_at_checked(unit_at).ok_or_else(expected)?;
    let unit_secs = match unit {
        "m" => 60,
        "h" => 3_600,
        "d" => 86_400,
        "w" => 7 * 86_400,
        _ => return Err(expected()),
    };
    let secs = number.parse::<u64>().ok().and_then(|number| number.checked_mul(unit_secs)).ok_or_else(expected)?;
    match secs {
        1..=2_592_000 => Ok(Duration::from_secs(secs)),
        _ => Err(expected()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_a_number_and_a_unit() {
        for (text, secs) in [("1m", 60), ("12h", 43_200), ("7d", 604_800), ("2w", 1_209_600), ("30d", 2_592_000)] {
            assert_eq!(span(text), Ok(Duration::from_secs(secs)), "{text}");
        }
        for wrong in ["", "d", "7", "7 d", "-7d", "0d", "31d", "99999999999999999999d", "1.5d", "7ä"] {
            assert!(span(wrong).is_err(), "{wrong}");
        }
    }
}
