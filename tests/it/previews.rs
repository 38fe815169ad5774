//! Previews of links: what is shown, who may see it, and what is never asked.

use crate::harness::files::pictures;
use crate::harness::site::{Reply, Site};
use crate::harness::*;

/// The sites of these tests; 127.0.0.1 stands for what must not be asked.
const ALLOWED: &[(&str, &str)] = &[("PARLOR_PREVIEWS_ALLOWED_NETWORKS", "127.0.0.2")];

const GUIDE: &str = "<title>plain</title><meta property='og:title' content='Vents, a <guide>'>
    <meta property='og:site_name' content='Small Glass'><meta name='description' content='Half a degree matters.'>
    <meta property='og:image' content='/cover.png'>";

async fn turned_on() -> TestServer {
    let mut server = TestServer::with(ALLOWED).await;
    let olive = server.person("olive").await;
    let answer = olive.patch("/admin/settings", json!({ "link_previews": true })).await.expect(200);
    assert_eq!(answer, json!({ "sign_up_open": false, "link_previews": true }));
    server
}

/// The message as it is once something is shown below it.
async fn previewed(socket: &mut Socket, id: &Value) -> Value {
    let is_it = |frame: &Value| {
        frame["type"] == "message_updated"
            && frame["data"]["message"]["id"] == *id
            && frame["data"]["message"]["previews"] != json!([])
    };
    socket.frame(is_it).await["data"]["message"].clone()
}

#[actix_web::test]
async fn a_link_is_shown_with_the_title_the_words_and_the_picture_of_its_page() {
    let mut server = turned_on().await;
    let site = Site::open("127.0.0.2").await;
    let link = site.at("/guide", Reply::page(GUIDE));
    site.at("/cover.png", Reply::of("image/png", &pictures::png(1440, 720, |_, _| [200, 100, 50, 255])));
    let hall = server.private_group("hall", &["ada", "ben"]).await;
    let [ada, ben, cleo] = [server.person("ada").await, server.person("ben").await, server.person("cleo").await];
    let [mut socket] = server.connect(["ben"]).await;

    let sent = ada.say(&hall, &format!("Look: {link}.")).await;
    assert_eq!(sent["previews"], json!([]));
    let message = previewed(&mut socket, &sent["id"]).await;

    let shown = json!([{ "position": 1, "url": link, "title": "Vents, a <guide>", "site": "Small Glass",
                         "description": "Half a degree matters.", "image": { "width": 720, "height": 360 } }]);
    assert_eq!(message["previews"], shown);
    assert_eq!((&message["version"], &message["edited_at"]), (&json!(1), &Value::Null));
    let path = format!("/messages/{}/previews/1/image", text(&sent["id"]));
    let image = ben.get(&path).await;
    assert_eq!(image.status, 200);
    assert!(image.header("content-security-policy").contains("sandbox"));
    assert_eq!(
        (image.header("x-content-type-options"), image.header("cache-control")),
        ("nosniff", "private, no-store")
    );
    assert!(image.bytes.len() > 100);
    cleo.get(&path).await.refused(404, "not_found");

    ada.delete(&format!("/messages/{}", text(&sent["id"]))).await.expect(204);
    ben.get(&path).await.refused(404, "not_found");
    assert_eq!(server.database().rows("SELECT * FROM message_links"), Vec::<String>::new());
}

#[actix_web::test]
async fn nothing_is_asked_until_an_admin_of_the_server_turns_previews_on_or_once_they_are_off_again() {
    let mut server = TestServer::with(ALLOWED).await;
    let site = Site::open("127.0.0.2").await;
    let [early, on, off] = ["/early", "/on", "/off"].map(|path| site.at(path, Reply::page("<title>x</title>")));
    let (lounge, [mut socket]) = (server.lounge.clone(), server.connect(["ada"]).await);
    let [olive, ada] = [server.person("olive").await, server.person("ada").await];

    ada.say(&lounge, &early).await;
    ada.patch("/admin/settings", json!({ "link_previews": true })).await.refused(403, "forbidden");
    olive.patch("/admin/settings", json!({ "link_previews": true })).await.expect(200);
    let sent = ada.say(&lounge, &on).await;
    previewed(&mut socket, &sent["id"]).await;
    olive.patch("/admin/settings", json!({ "link_previews": false })).await.expect(200);
    ada.say(&lounge, &off).await;

    assert_eq!(site.asked(), ["/on"]);
    assert_eq!(server.database().rows("SELECT count(*) FROM message_links"), ["1"]);
    assert_eq!(server.database().rows("SELECT count(*) FROM pages"), ["1"]);
}

/// A47.
#[actix_web::test]
async fn what_is_not_on_the_internet_is_never_asked_not_even_by_a_redirect() {
    let mut server = turned_on().await;
    let (inside, site) = (Site::open("127.0.0.1").await, Site::open("127.0.0.2").await);
    inside.at("/", Reply::page("<title>secret</title>"));
    inside.at("/secret.png", Reply::of("image/png", &pictures::png(2, 2, |_, _| [0, 0, 0, 255])));
    let port = inside.origin.rsplit(':').next().unwrap().to_owned();
    let lounge = server.lounge.clone();
    let [mut socket] = server.connect(["ada"]).await;
    let ada = server.person("ada").await;

    let hidden = [
        format!("{}/", inside.origin),
        format!("http://localhost:{port}/"),
        format!("http://[::ffff:127.0.0.1]:{port}/"),
        format!("http://2130706433:{port}/"),
        format!("http://0x7f.1:{port}/"),
        format!("http://[::1]:{port}/"),
        format!("http://0.0.0.0:{port}/"),
        format!("http://somebody:secret@127.0.0.2:{port}/"),
        site.at("/hop", Reply::redirect(&format!("{}/", inside.origin))),
        site.at("/scheme", Reply::redirect("file:///etc/passwd")),
        site.at("/round", Reply::redirect("/round")),
    ];
    for link in &hidden {
        ada.say(&lounge, link).await;
    }
    let image = format!(
        "<title>with a picture from inside</title><meta property='og:image' content='{}/secret.png'>",
        inside.origin
    );
    let last = ada.say(&lounge, &site.at("/last", Reply::page(&image))).await;
    // One page is looked at after the other: when the last one is shown, all have been.
    let shown = previewed(&mut socket, &last["id"]).await;

    assert_eq!(shown["previews"][0]["image"], Value::Null);
    assert_eq!(inside.asked(), Vec::<String>::new());
    assert_eq!(site.asked().iter().filter(|path| *path == "/round").count(), 6);
    let empty = server.database().rows("SELECT count(*) FROM pages WHERE state = 'empty'");
    assert_eq!(empty, [hidden.len().to_string()]);
}

/// A48.
#[actix_web::test]
async fn pages_without_end_and_pictures_without_measure_do_no_harm() {
    let mut server = turned_on().await;
    let site = Site::open("127.0.0.2").await;
    let lounge = server.lounge.clone();
    let [mut socket] = server.connect(["ada"]).await;
    let ada = server.person("ada").await;
    // The head of a picture of 50,000 × 50,000 pixels, and nothing after it.
    let mut bomb = pictures::png(1, 1, |_, _| [0, 0, 0, 255]);
    bomb[16..24].copy_from_slice(&[0, 0, 0xc3, 0x50, 0, 0, 0xc3, 0x50]);
    site.at("/bomb.png", Reply::of("image/png", &bomb));
    site.at("/packed", Reply::of("text/html\r\ncontent-encoding: gzip", b"\x1f\x8b"));

    let packed = ada.say(&lounge, &format!("{}/packed", site.origin)).await;
    let endless = "<title>endless</title><meta property='og:image' content='/bomb.png'>";
    let sent = ada.say(&lounge, &site.at("/endless", Reply::endless(endless))).await;
    let shown = previewed(&mut socket, &sent["id"]).await;

    assert_eq!((&shown["previews"][0]["title"], &shown["previews"][0]["image"]), (&json!("endless"), &Value::Null));
    let packed = ada.get(&format!("/messages/{}", text(&packed["id"]))).await.expect(200);
    assert_eq!(packed["previews"], json!([]));
}

#[actix_web::test]
async fn its_author_takes_a_preview_down_and_it_does_not_come_back() {
    let mut server = turned_on().await;
    let site = Site::open("127.0.0.2").await;
    let link = site.at("/guide", Reply::page("<title>guide</title>"));
    let lounge = server.lounge.clone();
    let [mut socket] = server.connect(["ada"]).await;
    let [ada, ben] = [server.person("ada").await, server.person("ben").await];
    let sent = ada.say(&lounge, &link).await;
    previewed(&mut socket, &sent["id"]).await;
    let path = format!("/messages/{}", text(&sent["id"]));

    ben.delete(&format!("{path}/previews/1")).await.refused(403, "forbidden");
    ada.delete(&format!("{path}/previews/2")).await.refused(404, "not_found");
    ada.delete(&format!("{path}/previews/1")).await.expect(204);
    ada.delete(&format!("{path}/previews/1")).await.refused(404, "not_found");
    let edited =
        ada.patch(&path, json!({ "version": 1, "content": format!("{link} and more words") })).await.expect(200);

    assert_eq!(edited["previews"], json!([]));
    assert_eq!(ben.get(&path).await.expect(200)["previews"], json!([]));
    // Another message with the same link shows it at once: the page is known.
    assert_eq!(ben.say(&lounge, &link).await["previews"][0]["title"], "guide");
    assert_eq!(site.asked(), ["/guide"]);
}

#[actix_web::test]
async fn what_waited_when_the_server_ended_is_looked_at_when_it_is_back() {
    let mut server = turned_on().await;
    let site = Site::open("127.0.0.2").await;
    let lounge = server.lounge.clone();
    let ada = server.person("ada").await;
    let link = site.at("/guide", Reply::page("<title>guide</title>"));
    let sent = ada.say(&lounge, "soon").await;
    server.kill();
    let database = server.database();
    let id = text(&sent["id"]).replace('-', "");
    database.run(&format!("UPDATE messages SET content = '{link}' WHERE id = x'{id}'"));
    database.run(&format!("INSERT INTO pages (id, url) VALUES (randomblob(16), '{link}')"));
    database
        .run(&format!("INSERT INTO message_links (message_id, position, page_id) SELECT x'{id}', 1, id FROM pages"));
    drop(database);

    server.start_again();

    let [mut socket] = server.connect(["ada"]).await;
    let now = ada.get(&format!("/messages/{}", text(&sent["id"]))).await.expect(200);
    let shown = if now["previews"] == json!([]) { previewed(&mut socket, &sent["id"]).await } else { now };
    assert_eq!(shown["previews"][0]["title"], "guide");
}
