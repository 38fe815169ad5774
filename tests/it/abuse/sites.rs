//! Other sites in the same browser.

use super::Browser;
use crate::harness::document::operations;
use crate::harness::*;

/// Where a request may come from that is not our own page.
fn elsewhere(own: &str) -> Vec<(&'static str, String)> {
    let port = own.rsplit_once(':').unwrap().1;
    vec![
        ("origin", "https://evil.example".into()),
        ("origin", "null".into()),
        ("origin", "".into()),
        ("origin", format!("http://evil.127.0.0.1:{port}")),
        ("origin", format!("https://127.0.0.1:{port}")),
        ("origin", "http://127.0.0.1:1".into()),
        ("origin", format!("{own}.evil.example")),
        ("origin", format!("{own}/")),
        ("sec-fetch-site", "cross-site".into()),
        ("sec-fetch-site", "same-site".into()),
    ]
}

/// A16.
#[tokio::test]
async fn a_websocket_is_opened_by_our_own_page_alone() {
    let mut server = TestServer::start().await;
    let browser = Browser::of(&mut server, "ada").await;
    for (name, value) in elsewhere(&browser.origin) {
        let headers = [("cookie", browser.cookies.as_str()), (name, value.as_str())];
        let opened = browser.stranger.open_with("", &headers).await;
        assert_eq!(opened.err(), Some(Ended::Refused(403)), "{name}: {value}");
        let opened = server.person("ada").await.open_with("", &[(name, value.as_str())]).await;
        assert_eq!(opened.err(), Some(Ended::Refused(403)), "with a token, {name}: {value}");
    }
    let cookie = [("cookie", browser.cookies.as_str())];
    assert_eq!(browser.stranger.open_with("", &cookie).await.err(), Some(Ended::Refused(403)), "without an origin");

    let own = [("cookie", browser.cookies.as_str()), ("origin", browser.origin.as_str())];
    browser.stranger.open_with("", &own).await.expect("our own page may open it").until_ready().await;
}

/// A17.
#[tokio::test]
async fn another_site_can_change_nothing_whatever_it_sends() {
    let mut server = TestServer::start().await;
    let browser = Browser::of(&mut server, "olive").await;
    let operations = operations(&browser.stranger).await;
    let before = server.database().state();
    for operation in operations.iter().filter(|operation| operation.method != Method::GET) {
        let nobody = new_id();
        let path =
            operation.ids.iter().fold(operation.path.clone(), |path, id| path.replace(&format!("{{{id}}}"), &nobody));
        let brought = || browser.brought(operation.method.clone(), &path);
        for (name, value) in elsewhere(&browser.origin) {
            let answer = browser.stranger.send(brought().header(name, &value).json(&operation.sample())).await;
            assert_eq!(answer.status, 403, "{} with {name}: {value}", operation.name());
            answer.refused(403, "cross_origin");
        }
        let form = brought().header("origin", "null").header("content-type", "text/plain").body("{\"name\":\"x\"}");
        browser.stranger.send(form).await.refused(403, "cross_origin");
        let unsaid = browser.stranger.send(brought().json(&operation.sample())).await;
        assert!((400..500).contains(&unsaid.status), "{} without an origin", operation.name());
    }
    for path in ["/me", "/sessions", "/groups", "/bootstrap"] {
        let read = browser.brought(Method::GET, &format!("/api/v1{path}")).header("sec-fetch-site", "cross-site");
        browser.stranger.send(read).await.refused(403, "cross_origin");
    }
    assert_eq!(server.database().state(), before);
}

/// A17. A cookie without an origin may not sign anybody out.
#[tokio::test]
async fn a_cookie_alone_changes_nothing() {
    let mut server = TestServer::start().await;
    let browser = Browser::of(&mut server, "ada").await;
    let before = server.database().state();
    for (method, path) in [(Method::DELETE, "/sessions/current"), (Method::DELETE, "/sessions")] {
        let brought = browser.brought(method, &format!("/api/v1{path}"));
        browser.stranger.send(brought).await.refused(403, "cross_origin");
    }
    assert_eq!(server.database().state(), before);
    browser.stranger.send(browser.request(Method::DELETE, "/sessions/current")).await.expect(204);
}

/// A17.
#[tokio::test]
async fn reading_changes_nothing() {
    let mut server = TestServer::start().await;
    let (olive, lounge) = (server.person("olive").await, server.lounge.clone());
    let message = text(&olive.say(&lounge, "hello").await["id"]);
    let before = server.database().state();
    for operation in operations(&olive).await.iter().filter(|operation| operation.method == Method::GET) {
        let id = |name: &str| match name {
            "workspace_id" => server.workspace.clone(),
            "group_id" => lounge.clone(),
            "message_id" => message.clone(),
            _ => olive.id.clone(),
        };
        let path = operation
            .ids
            .iter()
            .fold(operation.path.clone(), |path, name| path.replace(&format!("{{{name}}}"), &id(name)));
        olive.send(olive.at(Method::GET, &path)).await;
    }
    assert_eq!(server.database().state(), before);
}

/// A18.
#[tokio::test]
async fn nothing_can_be_framed_and_no_opener_keeps_hold() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    for path in
        ["/", "/g/anything", "/invite", "/api/docs/", "/api/openapi.json", "/api/v1/me", "/api/v1/nothing", "/health"]
    {
        let headers = ada.send(ada.at(Method::GET, path)).await.headers;
        let policy = headers["content-security-policy"].to_str().unwrap().to_owned();
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        assert_eq!(headers["cross-origin-opener-policy"], "same-origin", "{path}");
        assert_eq!(headers["referrer-policy"], "no-referrer", "{path}");
    }
    let page = ada.send(ada.at(Method::GET, "/")).await;
    assert_eq!(page.headers["x-frame-options"], "DENY");
    let policy = page.headers["content-security-policy"].to_str().unwrap().to_owned();
    assert!(policy.contains("require-trusted-types-for 'script'") && !policy.contains("unsafe"), "{policy}");
}

/// A19, A46.
#[tokio::test]
async fn no_other_site_can_read_an_answer_and_nothing_on_the_way_keeps_one() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let own = server.origin();
    for path in ["/", "/api/v1/me", "/api/v1/server", "/api/v1/nothing", "/api/openapi.json", "/health"] {
        for (method, origin) in [
            (Method::GET, "https://evil.example"),
            (Method::OPTIONS, "https://evil.example"),
            (Method::GET, own.as_str()),
        ] {
            let request =
                ada.at(method, path).header("origin", origin).header("access-control-request-method", "DELETE");
            let headers = ada.send(request).await.headers;
            assert!(headers.keys().all(|name| !name.as_str().starts_with("access-control")), "{path} {headers:?}");
            assert_eq!(headers["cross-origin-resource-policy"], "same-origin", "{path}");
            assert_eq!(headers["x-content-type-options"], "nosniff", "{path}");
        }
    }
    let headers = ada.get("/me").await.headers;
    assert_eq!(
        (&headers["cache-control"], &headers["vary"]),
        (&"private, no-store".parse().unwrap(), &"Cookie, Authorization".parse().unwrap())
    );
}
