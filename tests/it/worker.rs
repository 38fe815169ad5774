//! The worker that keeps the page for when there is no connection.

use crate::harness::*;

fn between<'a>(whole: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = whole.split_once(start).unwrap_or_else(|| panic!("{start} is not in {whole}"));
    rest.split_once(end).unwrap_or_else(|| panic!("{end} is not in {rest}")).0
}

/// A worker that was replaced must be seen at once, and one file that is not there would keep it from being installed.
#[tokio::test]
async fn the_worker_is_asked_for_anew_and_keeps_only_files_that_are_there() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let worker = ada.send(ada.at(Method::GET, "/sw.js")).await;
    assert_eq!(worker.headers["cache-control"], "no-cache");
    assert_eq!(worker.headers["content-type"], "text/javascript; charset=utf-8");
    let source = text(&worker.body);
    let base = between(&source, "const BASE = \"", "\"");
    let files: Vec<String> = serde_json::from_str(between(&source, "JSON.parse('", "'")).unwrap();
    assert!(files.iter().any(|file| file == "app.js"));
    let texts: Vec<String> = serde_json::from_str(between(&source, "TEXTS = JSON.parse('", "'")).unwrap();
    assert!(texts.iter().any(|file| file == "main.js"));
    assert!(!files.iter().any(|file| file.starts_with("strings/de/")), "of the texts one language is kept");
    let texts = ["en", "ar"].iter().flat_map(|tag| texts.iter().map(move |file| format!("strings/{tag}/{file}")));
    let files: Vec<String> = files.into_iter().chain(texts).collect();
    for file in &files {
        let answer = ada.send(ada.at(Method::GET, &format!("{base}/{file}"))).await;
        assert_eq!(answer.status, 200, "{file}");
    }
    let page = ada.send(ada.at(Method::GET, "/")).await;
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("worker-src 'self'") && policy.contains("manifest-src 'self'"), "{policy}");
    assert!(text(&page.body).contains(base), "the page and its worker are of one version");
}
