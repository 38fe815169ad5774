//! Reading files: by whom, how much of them, and what a browser may do with them.

use super::{bytes, group};
use crate::harness::files::pictures;
use crate::harness::*;

/// A43.
#[tokio::test]
async fn a_file_is_read_by_who_may_read_its_message_now_and_by_nobody_else() {
    let mut server = TestServer::start().await;
    let den = server.private_group("den", &["ada", "ben"]).await;
    let (ada, ben, cleo) = (server.person("ada").await, server.person("ben").await, server.person("cleo").await);
    let content = bytes("secret", 1000);
    let file = ada.upload("secret.bin", &content).await;
    let paths = ["", "/content", "/thumbnail", "/links"].map(|end| format!("/files/{}{end}", text(&file["id"])));
    let hidden = async |person: &Person, status: u16| {
        let never = person.get(&format!("/files/{}", new_id())).await;
        for path in &paths {
            let answer = person.get(path).await;
            assert_eq!((answer.status, &answer.body["detail"]), (status, &never.body["detail"]), "{path}");
        }
    };

    for other in [&ben, &cleo, &server.person("olive").await] {
        hidden(other, 404).await;
    }
    assert_eq!(ada.open_file(&file).await.bytes, content, "not posted yet, it is its uploader's");
    ada.post_files(&group(&den), "", &[&file]).await;
    assert_eq!(ben.open_file(&file).await.bytes, content);
    hidden(&cleo, 404).await;
    hidden(&server.person("olive").await, 404).await;
    assert_eq!(server.stranger().open_file(&file).await.status, 401);

    ada.delete(&format!("/groups/{den}/members/{}", ben.id)).await.expect(204);
    hidden(&ben, 404).await;
    // Not even its uploader, once they are out; and who can only see that there is a group is not in it.
    ada.put(&format!("/groups/{den}/members/{}", cleo.id), json!({ "role": "admin" })).await.expect(204);
    ada.post(&format!("/groups/{den}/leave"), json!({})).await.expect(204);
    hidden(&ada, 404).await;
    let open = server.group("open", &["cleo"]).await;
    cleo.post_files(&group(&open), "", &[&file]).await;
    hidden(&ben, 404).await;
}

/// A41, A42.
#[tokio::test]
async fn what_a_browser_could_run_is_kept_or_shown_as_plain_text() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let picture = pictures::png(2, 2, |_, _| [1, 2, 3, 255]);
    let mut both = pictures::gif(2, 2, 1);
    both.extend_from_slice(b"<script>alert(1)</script>");
    let cases: [(&str, &[u8], &str, &str); 8] = [
        ("page.html", b"<html><script>alert(1)</script></html>", "text/plain; charset=utf-8", "inline"),
        (
            "drawing.svg",
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            "text/plain; charset=utf-8",
            "inline",
        ),
        ("photo.png", b"<html><script>alert(1)</script></html>", "text/plain; charset=utf-8", "inline"),
        ("paper.pdf", b"%PDF-1.7\n\x80", "application/pdf", "attachment"),
        ("program.jpg", b"MZ\x90\0\x03", "application/octet-stream", "attachment"),
        ("photo.html", &picture, "image/png", "inline"),
        ("both.html", &both, "image/gif", "inline"),
        ("page.txt.exe", b"\0<html>", "application/octet-stream", "attachment"),
    ];
    for (name, content, content_type, disposition) in cases {
        let file = ada.upload(name, content).await;
        let opened = ada.open_file(&file).await;
        assert_eq!(opened.header("content-type"), content_type, "{name}");
        assert!(opened.header("content-disposition").starts_with(disposition), "{name}");
        assert_eq!(opened.header("x-content-type-options"), "nosniff");
        assert!(opened.header("content-security-policy").starts_with("sandbox; default-src 'none'"), "{name}");
        assert_eq!(opened.header("cross-origin-resource-policy"), "same-origin");
        let kept = ada.get(&format!("/files/{}/content?download=true", text(&file["id"]))).await;
        assert!(kept.header("content-disposition").starts_with("attachment"), "{name}");
    }
}

/// A46.
#[tokio::test]
async fn nothing_on_the_way_keeps_a_file_for_somebody_else() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let file = ada.drawn(&ada.upload("a.png", &pictures::png(900, 2, |_, _| [9, 9, 9, 255])).await).await;
    let id = text(&file["id"]);
    let opened = ada.open_file(&file).await;
    assert_eq!(opened.header("cache-control"), "private, no-store");
    let small = ada.get(&format!("/files/{id}/thumbnail")).await;
    assert_eq!(small.header("cache-control"), "private, no-cache");
    for answer in [&opened, &small] {
        assert!(answer.header("vary").contains("Cookie") && answer.header("vary").contains("Authorization"));
    }
    let again = |person: &Person| {
        let request = person.request(Method::GET, &format!("/files/{id}/thumbnail"));
        request.header("if-none-match", small.header("etag"))
    };
    assert_eq!(ada.send(again(&ada)).await.status, 304);
    let ben = server.person("ben").await;
    assert_eq!(ben.send(again(&ben)).await.status, 404);
    ada.delete("/sessions/current").await.expect(204);
    assert_eq!(ada.send(again(&ada)).await.status, 401);
}

#[tokio::test]
async fn a_part_of_a_file_is_answered_where_one_is_asked_for() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let content = bytes("film", 500_000);
    let file = ada.upload("film.bin", &content).await;
    let path = format!("/files/{}/content", text(&file["id"]));
    let whole = ada.get(&path).await;
    assert_eq!((whole.header("accept-ranges"), whole.header("content-length")), ("bytes", "500000"));
    let etag = whole.header("etag").to_owned();
    let ask = async |headers: &[(&str, &str)]| {
        let request = headers.iter().fold(ada.request(Method::GET, &path), |r, (name, value)| r.header(*name, *value));
        ada.send(request).await
    };

    for (range, from, to) in [
        ("bytes=0-0", 0, 1),
        ("bytes=0-", 0, 500_000),
        ("bytes=131071-131073", 131_071, 131_074),
        ("bytes=200000-399999", 200_000, 400_000),
        ("bytes=-7", 499_993, 500_000),
        ("bytes=499999-999999", 499_999, 500_000),
    ] {
        let part = ask(&[("range", range)]).await;
        assert_eq!((part.status, &part.bytes[..]), (206, &content[from..to]), "{range}");
        assert_eq!(part.header("content-range"), format!("bytes {from}-{}/500000", to - 1));
        assert_eq!(part.header("content-length"), (to - from).to_string());
    }
    let beyond = ask(&[("range", "bytes=500000-")]).await;
    assert_eq!(beyond.header("content-range"), "bytes */500000");
    beyond.refused(416, "out_of_range");
    for whole in ["bytes=0-1,5-6", "lines=0-1", "bytes=9-3", "nonsense"] {
        assert_eq!(ask(&[("range", whole)]).await.status, 200, "{whole}");
    }
    assert_eq!(ask(&[("range", "bytes=0-1"), ("if-range", &etag)]).await.status, 206);
    assert_eq!(ask(&[("range", "bytes=0-1"), ("if-range", "\"another\"")]).await.status, 200);
    assert_eq!(ask(&[("if-none-match", &etag)]).await.status, 304);
}

#[tokio::test]
async fn a_file_that_is_not_posted_can_be_thrown_away_and_a_posted_one_goes_with_its_message() {
    let mut server = TestServer::start().await;
    let hall = group(&server.group("hall", &["ada", "ben"]).await);
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let (one, two) = (ada.upload("one", &bytes("one", 10)).await, ada.upload("two", &bytes("two", 10)).await);
    let path = |file: &Value| format!("/files/{}", text(&file["id"]));
    ben.delete(&path(&one)).await.refused(404, "not_found");
    ada.delete(&path(&one)).await.expect(204);
    ada.open_file(&one).await.refused(404, "not_found");

    ada.post_files(&hall, "", &[&two]).await;
    ada.delete(&path(&two)).await.refused(409, "conflict");
    ben.delete(&path(&two)).await.refused(409, "conflict");
    assert_eq!(ben.open_file(&two).await.status, 200);
}
