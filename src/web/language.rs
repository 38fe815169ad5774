//! In which language the page speaks: the one that was chosen, else the dearest of the browser's own that there is.

/// A language of the page. The page's `languages.js` has the same list with the names; their texts are in
/// `assets/strings/<tag>/`.
#[derive(Debug, PartialEq, Eq)]
pub struct Language {
    /// As in `<html lang>` and in an `Accept-Language` header, without a region.
    pub tag: &'static str,
    /// `ltr` or `rtl`, as in `<html dir>`.
    pub direction: &'static str,
}

/// All of them; the first is for who reads none.
pub const LANGUAGES: [Language; 6] = [
    rightward("en"),
    rightward("de"),
    rightward("es"),
    rightward("fr"),
    rightward("zh"),
    Language { tag: "ar", direction: "rtl" },
];

/// The cookie in which the page keeps what was chosen.
pub const COOKIE: &str = "parlor-language";

const fn rightward(tag: &'static str) -> Language {
    Language { tag, direction: "ltr" }
}

/// The place in [`LANGUAGES`] of the one to speak, by the cookie and the `Accept-Language` header of a request. A cookie that
/// names none of them counts as no cookie.
pub fn chosen(cookie: Option<&str>, accepted: &str) -> usize {
    cookie.and_then(|tag| LANGUAGES.iter().position(|one| one.tag == tag)).or_else(|| dearest(accepted)).unwrap_or(0)
}

/// RFC 9110 §12.5.4: languages, each with a weight from 0 (not wanted) to 1; of equal ones the first. A region is not looked at.
fn dearest(accepted: &str) -> Option<usize> {
    let mut best = None;
    for range in accepted.split(',') {
        let (tag, weight) = range.split_once(';').map_or((range, 1.0), |(tag, weight)| (tag, quality(weight)));
        let base = tag.trim().split('-').next().unwrap_or_default();
        let Some(found) = LANGUAGES.iter().position(|one| one.tag.eq_ignore_ascii_case(base)) else { continue };
        if weight > best.map_or(0.0, |(_, best)| best) {
            best = Some((found, weight));
        }
    }
    best.map(|(found, _)| found)
}

/// `q=0.8`; what cannot be read is not wanted.
fn quality(parameter: &str) -> f32 {
    parameter.trim().strip_prefix("q=").and_then(|value| value.parse().ok()).unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(cookie: Option<&str>, accepted: &str) -> &'static str {
        LANGUAGES[chosen(cookie, accepted)].tag
    }

    #[test]
    fn what_was_chosen_goes_before_what_the_browser_says() {
        assert_eq!(tag(Some("ar"), "de, en;q=0.5"), "ar");
        assert_eq!(tag(Some("tlh"), "de, en;q=0.5"), "de");
        assert_eq!(tag(None, "de, en;q=0.5"), "de");
    }

    #[test]
    fn of_the_browsers_languages_the_dearest_that_there_is_is_spoken() {
        assert_eq!(tag(None, "it-IT, fr-CH;q=0.7, es;q=0.9"), "es");
        assert_eq!(tag(None, "zh-Hans-CN,zh;q=0.9"), "zh");
        assert_eq!(tag(None, "DE-at"), "de");
        assert_eq!(tag(None, "en;q=0.5,de;q=0.5"), "en");
    }

    #[test]
    fn who_reads_none_of_them_or_says_nothing_that_can_be_read_gets_english() {
        for accepted in ["", "*", "it", "de;q=0", "de;q=high", ";;,,", "q=1"] {
            assert_eq!(tag(None, accepted), "en", "{accepted}");
        }
    }
}
