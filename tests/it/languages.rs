//! The page in the language of who asks.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::harness::*;

fn between<'a>(whole: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = whole.split_once(start).unwrap_or_else(|| panic!("{start} is not in {whole}"));
    rest.split_once(end).unwrap_or_else(|| panic!("{end} is not in {rest}")).0
}

#[tokio::test]
async fn the_page_comes_in_the_language_that_was_chosen_or_that_the_browser_asks_for() {
    let server = TestServer::start().await;
    let stranger = server.stranger();
    for (cookie, accepted, root) in [
        ("", "de-AT, de;q=0.9, en;q=0.5", r#"<html lang="de" dir="ltr">"#),
        ("parlor-language=ar", "de-AT, de;q=0.9", r#"<html lang="ar" dir="rtl">"#),
        ("parlor-language=tlh", "fr", r#"<html lang="fr" dir="ltr">"#),
        ("", "fi", r#"<html lang="en" dir="ltr">"#),
    ] {
        let request =
            stranger.at(Method::GET, "/g/anywhere").header("accept-language", accepted).header("cookie", cookie);
        let page = stranger.send(request).await;
        assert!(text(&page.body).contains(root), "{cookie} {accepted}");
        assert_eq!(page.headers["vary"], "Cookie, Accept-Language");
    }
}

/// Each language has an import map of its own, and a map whose hash is not in the policy would leave the page white.
#[tokio::test]
async fn each_languages_import_map_may_run_and_its_texts_are_there_and_come_with_the_page() {
    let server = TestServer::start().await;
    let stranger = server.stranger();
    for tag in ["en", "de", "es", "fr", "zh", "ar"] {
        let page = stranger.send(stranger.at(Method::GET, "/").header("accept-language", tag)).await;
        let policy = page.headers["content-security-policy"].to_str().unwrap().to_owned();
        let html = text(&page.body);
        assert!(!html.contains("{{"), "{tag}");
        let map = between(&html, "<script type=\"importmap\">", "</script>");
        assert!(policy.contains(&format!("'sha256-{}'", STANDARD.encode(Sha256::digest(map)))), "{tag}");
        let map: Value = serde_json::from_str(map).unwrap();
        let address = format!("{}main.js", text(&map["imports"]["#strings/"]));
        assert!(address.contains(&format!("/strings/{tag}/")), "{address}");
        assert!(html.contains(&format!("<link rel=\"modulepreload\" href=\"{address}\">")), "{tag}");
        assert_eq!(stranger.send(stranger.at(Method::GET, &address)).await.status, 200, "{address}");
    }
}
