//! What a client offers beyond the plain protocol (RFC 6455 §9.1), and what of it is accepted: `permessage-deflate`
//! (RFC 7692) without context takeover, so that neither side keeps anything between two messages.

use std::borrow::Cow;

const DEFLATE: &str = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

/// For who names our window in the offer, and must be told that it will be so (RFC 7692 §7.1.2.1).
const DEFLATE_WITH_WINDOW: &str =
    "permessage-deflate; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=15";

/// What is answered to the first offer that can be honoured, if there is one. Each of `lines` is the value of a header
/// `Sec-WebSocket-Extensions`.
pub fn accepted<'a>(lines: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    lines.flat_map(|line| split(line, ',')).find_map(answer)
}

fn answer(offer: &str) -> Option<&'static str> {
    let mut parts = split(offer, ';');
    if parts.next() != Some("permessage-deflate") {
        return None;
    }
    let (mut answer, mut seen) = (DEFLATE, Vec::new());
    for part in parts {
        let (name, value) = parameter(part)?;
        match (name, value.as_deref()) {
            _ if seen.contains(&name) => return None,
            ("server_no_context_takeover" | "client_no_context_takeover" | "client_max_window_bits", None) => {}
            ("client_max_window_bits", Some(bits)) if is_window(bits) => {}
            // Our compressor knows no smaller one.
            ("server_max_window_bits", Some("15")) => answer = DEFLATE_WITH_WINDOW,
            _ => return None,
        }
        seen.push(name);
    }
    Some(answer)
}

/// `name`, `name=value` or `name="value"`.
fn parameter(part: &str) -> Option<(&str, Option<Cow<'_, str>>)> {
    match part.split_once('=') {
        None => Some((part, None)),
        Some((name, value)) => Some((name.trim_end(), Some(unquoted(value.trim_start())?))),
    }
}

fn unquoted(value: &str) -> Option<Cow<'_, str>> {
    let Some(quoted) = value.strip_prefix('"') else { return Some(value.into()) };
    let mut text = String::new();
    let mut rest = quoted.chars();
    loop {
        match rest.next()? {
            '"' => return rest.next().is_none().then_some(text.into()),
            '\\' => text.push(rest.next()?),
            other => text.push(other),
        }
    }
}

fn is_window(bits: &str) -> bool {
    matches!(bits, "8" | "9" | "10" | "11" | "12" | "13" | "14" | "15")
}

/// The parts between separators that stand outside of quotes.
fn split(list: &str, separator: char) -> impl Iterator<Item = &str> {
    let (mut is_quoted, mut is_escaped) = (false, false);
    let is_separator = move |c| {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' if is_quoted => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            _ => return c == separator && !is_quoted,
        }
        false
    };
    list.split(is_separator).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_offer_that_can_be_honoured_is_accepted() {
        let table: [(&[&str], Option<&str>); 25] = [
            (&[], None),
            (&[""], None),
            (&["permessage-deflate"], Some(DEFLATE)),
            (&[" permessage-deflate ; client_max_window_bits "], Some(DEFLATE)),
            (&["permessage-deflate;client_max_window_bits=8"], Some(DEFLATE)),
            (&["permessage-deflate; client_max_window_bits=\"1\\2\""], Some(DEFLATE)),
            (&["permessage-deflate; client_no_context_takeover; server_no_context_takeover"], Some(DEFLATE)),
            (&["permessage-deflate; server_max_window_bits=15"], Some(DEFLATE_WITH_WINDOW)),
            (&["permessage-deflate; server_max_window_bits = \"15\""], Some(DEFLATE_WITH_WINDOW)),
            (&["permessage-deflate; server_max_window_bits=10, permessage-deflate"], Some(DEFLATE)),
            (&["x-other; of=\"a,permessage-deflate;\\\",\", permessage-deflate"], Some(DEFLATE)),
            (&["x-other", ", permessage-deflate; client_max_window_bits"], Some(DEFLATE)),
            (&["permessage-deflate; server_max_window_bits=14"], None),
            (&["permessage-deflate; server_max_window_bits"], None),
            (&["permessage-deflate; server_max_window_bits=015"], None),
            (&["permessage-deflate; client_max_window_bits=7"], None),
            (&["permessage-deflate; client_max_window_bits=16"], None),
            (&["permessage-deflate; client_max_window_bits=08"], None),
            (&["permessage-deflate; client_max_window_bits="], None),
            (&["permessage-deflate; client_max_window_bits; client_max_window_bits=10"], None),
            (&["permessage-deflate; server_no_context_takeover=1"], None),
            (&["permessage-deflate; memory=9"], None),
            (&["permessage-deflate; client_max_window_bits=\"10"], None),
            (&["x-webkit-deflate-frame, permessage-bzip2"], None),
            (&["x-other; of=\"permessage-deflate, permessage-deflate"], None),
        ];
        for (lines, answer) in table {
            assert_eq!(accepted(lines.iter().copied()), answer, "{lines:?}");
        }
    }
}
