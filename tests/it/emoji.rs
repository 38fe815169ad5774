//! A workspace's own emoji: who adds them, what may be one, how they are served, and what becomes of what was said.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::harness::*;

fn in_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// A PNG that says it has this size; nobody looks at its pixels.
fn png(width: u32, height: u32, padding: usize) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend(b"\x08\x06\0\0\0crc!");
    bytes.extend(u32::try_from(padding).unwrap().to_be_bytes());
    bytes.extend(b"IDAT");
    bytes.extend(vec![0; padding]);
    bytes.extend(b"crc!\0\0\0\0IEND\xae\x42\x60\x82");
    bytes
}

const GIF: &[u8] = b"GIF89a\x01\0\x01\0\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3b";
const WEBP: &[u8] = b"RIFF\x12\0\0\0WEBPVP8L\x05\0\0\0\x2f\0\0\0\0\0";

async fn add(person: &Person, workspace: &str, name: &str, image: &[u8]) -> Answer {
    person.post(&format!("/workspaces/{workspace}/emoji"), json!({ "name": name, "image": in_base64(image) })).await
}

async fn names(person: &Person, workspace: &str) -> Vec<String> {
    let list = person.get(&format!("/workspaces/{workspace}/emoji")).await.expect(200);
    list["items"].as_array().unwrap().iter().map(|emoji| text(&emoji["name"])).collect()
}

#[tokio::test]
async fn an_emoji_that_is_added_is_known_on_all_screens_at_once_and_so_is_its_end() {
    let mut server = TestServer::start().await;
    let (olive, workspace) = (server.person("olive").await, server.workspace.clone());
    let guest = server.guest("gus").await;
    let [mut ada] = server.connect(["ada"]).await;
    let mut far = guest.connect(None).await;

    let added = add(&olive, &workspace, "Party-Parrot", GIF).await.expect(201);

    assert_eq!(added["name"], "party-parrot");
    assert_eq!((&added["kind"], &added["width"], &added["height"]), (&json!("gif"), &json!(1), &json!(1)));
    let mark = json!({ "id": added["id"], "name": "party-parrot" });
    for socket in [&mut ada, &mut far] {
        let heard = socket.event("emoji_added").await;
        assert_eq!(heard, json!({ "workspace_id": workspace, "emoji": mark }));
    }
    let bootstrap = guest.get("/bootstrap").await.expect(200);
    assert_eq!(bootstrap["emoji"], json!([{ "workspace_id": workspace, "emoji": [mark] }]));

    olive.delete(&format!("/emoji/{}", text(&added["id"]))).await.expect(204);
    assert_eq!(ada.event("emoji_removed").await["emoji_id"], added["id"]);
    assert_eq!(guest.get("/bootstrap").await.expect(200)["emoji"], json!([]));
}

#[tokio::test]
async fn who_was_away_hears_of_what_is_there_now_and_not_of_what_came_and_went() {
    let mut server = TestServer::start().await;
    let (olive, ada, workspace) = (server.person("olive").await, server.person("ada").await, server.workspace.clone());
    let before = ada.get("/bootstrap").await.expect(200)["seq"].as_i64();
    let gone = text(&add(&olive, &workspace, "gone", GIF).await.expect(201)["id"]);
    let kept = text(&add(&olive, &workspace, "kept", WEBP).await.expect(201)["id"]);
    olive.delete(&format!("/emoji/{gone}")).await.expect(204);

    let mut socket = ada.open(before).await.unwrap();
    let mut heard = Vec::new();
    loop {
        let frame = socket.next().await.unwrap();
        match frame["type"].as_str() {
            Some("ready") => break,
            Some("emoji_added") => heard.push(text(&frame["data"]["emoji"]["id"])),
            Some("emoji_removed") => heard.push(format!("not {}", text(&frame["data"]["emoji_id"]))),
            _ => {}
        }
    }
    assert_eq!(heard, [kept, format!("not {gone}")]);
}

/// A41, A42, A46.
#[tokio::test]
async fn a_picture_is_served_as_what_it_is_and_as_nothing_else() {
    let mut server = TestServer::start().await;
    let (olive, ada, workspace) = (server.person("olive").await, server.person("ada").await, server.workspace.clone());
    for (name, bytes, media_type) in [
        ("a-gif", GIF.to_vec(), "image/gif"),
        ("a-webp", WEBP.to_vec(), "image/webp"),
        ("a-png", png(9, 9, 3), "image/png"),
    ] {
        let id = text(&add(&olive, &workspace, name, &bytes).await.expect(201)["id"]);
        let address = format!("{}/api/v1/emoji/{id}", server.origin());
        let answer =
            reqwest::Client::new().get(&address).bearer_auth(ada.token.as_ref().unwrap()).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        let header = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
        assert_eq!(header("content-type"), media_type);
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("cross-origin-resource-policy"), "same-origin");
        assert_eq!(header("vary"), "Cookie, Authorization");
        assert!(header("content-security-policy").starts_with("sandbox; default-src 'none'"));
        let caching = header("cache-control");
        assert!(caching.starts_with("private, ") && caching.ends_with("immutable"), "{caching}");
        assert_eq!(answer.bytes().await.unwrap(), bytes);
        server.stranger().get(&format!("/emoji/{id}")).await.refused(401, "unauthenticated");
    }
}

/// A30: another workspace's emoji is like one that never was.
#[tokio::test]
async fn who_is_not_in_the_workspace_finds_no_emoji_of_it() {
    let mut server = TestServer::start().await;
    let (olive, ben) = (server.person("olive").await, server.person("ben").await);
    let said = ben.say(&server.lounge, "hello").await;
    let elsewhere = "0193000000007000800000000000ee21";
    let id = "0193000000007000800000000000ee81";
    server.database().run(&format!(
        "INSERT INTO workspaces (id, name, slug, owner_id, created_at)
         SELECT X'{elsewhere}', 'Elsewhere', 'elsewhere', owner_id, 1 FROM workspaces LIMIT 1"
    ));
    server.database().run(&format!(
        "INSERT INTO custom_emoji (id, workspace_id, name, kind, width, height, created_at, image)
         VALUES (X'{id}', X'{elsewhere}', 'theirs', 'gif', 1, 1, 1, X'474946')"
    ));
    let dashed = |hex: &str| format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]);
    let (elsewhere, id) = (dashed(elsewhere), dashed(id));

    for address in [format!("/emoji/{id}"), format!("/workspaces/{elsewhere}/emoji")] {
        let hidden = olive.get(&address).await.refused(404, "not_found");
        let never = olive.get(&address.replace("ee", "ef")).await.refused(404, "not_found");
        assert_eq!(hidden["detail"], never["detail"]);
    }
    olive.delete(&format!("/emoji/{id}")).await.refused(404, "not_found");
    add(&olive, &elsewhere, "mine", GIF).await.refused(404, "not_found");
    let reaction = format!("/messages/{}/reactions/%3Atheirs%3A", text(&said["id"]));
    olive.put(&reaction, Value::Null).await.refused(422, "invalid");
    assert_eq!(olive.get("/bootstrap").await.expect(200)["emoji"], json!([]));
}

/// A41, A42, A45.
#[tokio::test]
async fn what_is_no_small_picture_is_refused_and_nothing_is_stored() {
    let mut server = TestServer::start().await;
    let (olive, workspace) = (server.person("olive").await, server.workspace.clone());
    let before = server.database().state();
    let polyglot = [png(8, 8, 0), b"<script>alert(1)</script>".to_vec()].concat();
    let cut = &png(8, 8, 40)[..60];
    let wrong: [&[u8]; 9] = [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
        b"<html><body>GIF89a",
        b"%PDF-1.7",
        b"\xff\xd8\xff\xe0\0\x10JFIF",
        &polyglot,
        cut,
        &png(50_000, 50_000, 0),
        &png(0, 8, 0),
    ];
    for bytes in wrong {
        let problem = add(&olive, &workspace, "wrong", bytes).await.refused(422, "invalid");
        assert_eq!(problem["field"], "image");
    }
    for tall in [png(513, 8, 0), png(8, 513, 0)] {
        let problem = add(&olive, &workspace, "wrong", &tall).await.refused(422, "invalid");
        assert!(text(&problem["detail"]).contains("512"), "{problem}");
    }
    for large in [png(8, 8, 128 << 10), png(8, 8, (180 << 10) - 100)] {
        add(&olive, &workspace, "wrong", &large).await.refused(413, "too_large");
    }
    add(&olive, &workspace, "wrong", &png(8, 8, 1 << 20)).await.refused(413, "too_large");
    let path = format!("/workspaces/{workspace}/emoji");
    for image in ["not base64!", "data:image/png;base64,iVBORw0KGgo=", "====", "🌱"] {
        let problem = olive.post(&path, json!({ "name": "wrong", "image": image })).await.refused(422, "invalid");
        assert_eq!(problem["field"], "image");
    }
    assert_eq!(server.database().state(), before);
    let whole = (128 << 10) - png(8, 8, 0).len();
    add(&olive, &workspace, "largest", &png(512, 512, whole)).await.expect(201);
}

#[tokio::test]
async fn a_name_is_plain_and_belongs_to_one_emoji() {
    let mut server = TestServer::start().await;
    let (olive, workspace) = (server.person("olive").await, server.workspace.clone());
    let long = "a".repeat(33);
    for name in ["", "a", "-", "10", "two words", "ünïcode", ":colons:", "../up", "a\0b", "seedling", "TADA", &long] {
        let problem = add(&olive, &workspace, name, GIF).await.refused(422, "invalid");
        assert_eq!(problem["field"], "name", "{name}");
    }
    add(&olive, &workspace, "parrot_1", GIF).await.expect(201);
    let taken = add(&olive, &workspace, "Parrot_1", WEBP).await.refused(409, "taken");
    assert_eq!(taken["field"], "name");
    add(&olive, &workspace, &"a".repeat(32), GIF).await.expect(201);
    assert_eq!(names(&olive, &workspace).await, [&"a".repeat(32), "parrot_1"]);
}

/// A54.
#[tokio::test]
async fn a_workspace_has_at_most_500_emoji() {
    let mut server = TestServer::start().await;
    let (olive, workspace) = (server.person("olive").await, server.workspace.clone());
    server.database().run(
        "WITH RECURSIVE n (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n WHERE n < 499)
         INSERT INTO custom_emoji (id, workspace_id, name, kind, width, height, created_at, image)
         SELECT randomblob(16), w.id, 'emoji-' || n, 'gif', 1, 1, 1, X'474946' FROM n, workspaces w",
    );
    add(&olive, &workspace, "the-last", GIF).await.expect(201);
    add(&olive, &workspace, "one-more", GIF).await.refused(409, "conflict");
    let bootstrap = olive.get("/bootstrap").await.expect(200);
    assert_eq!(bootstrap["emoji"][0]["emoji"].as_array().unwrap().len(), 500);
}

#[tokio::test]
async fn members_add_emoji_where_the_workspace_says_so_and_take_away_their_own() {
    let mut server = TestServer::start().await;
    let (olive, ada, ben) = (server.person("olive").await, server.person("ada").await, server.person("ben").await);
    let (guest, workspace) = (server.guest("gus").await, server.workspace.clone());
    add(&ada, &workspace, "polly", GIF).await.refused(403, "forbidden");
    let path = format!("/workspaces/{workspace}");
    ada.patch(&path, json!({ "members_may_add_emoji": true })).await.refused(403, "forbidden");

    let set = olive.patch(&path, json!({ "members_may_add_emoji": true })).await.expect(200);
    assert_eq!((&set["members_may_add_emoji"], &set["name"]), (&json!(true), &olive.get(&path).await.body["name"]));
    let parrot = text(&add(&ada, &workspace, "polly", GIF).await.expect(201)["id"]);
    add(&guest, &workspace, "mine", GIF).await.refused(403, "forbidden");
    ben.delete(&format!("/emoji/{parrot}")).await.refused(403, "forbidden");
    ada.delete(&format!("/emoji/{parrot}")).await.expect(204);
    ada.delete(&format!("/emoji/{parrot}")).await.refused(404, "not_found");
}

#[tokio::test]
async fn what_was_reacted_with_an_emoji_outlives_it_as_text_and_can_be_taken_back() {
    let mut server = TestServer::start().await;
    let (olive, workspace, lounge) = (server.person("olive").await, server.workspace.clone(), server.lounge.clone());
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let emoji = text(&add(&olive, &workspace, "polly", GIF).await.expect(201)["id"]);
    let message = text(&ada.say(&lounge, "Look, :polly:").await["id"]);
    let path = format!("/messages/{message}/reactions/%3Apolly%3A");
    let reactions = async || ada.get(&format!("/messages/{message}")).await.expect(200)["reactions"].clone();

    ada.put(&path, Value::Null).await.expect(204);
    ben.put(&path, Value::Null).await.expect(204);
    assert_eq!(reactions().await, json!([{ "emoji": ":polly:", "count": 2, "user_ids": [ada.id, ben.id] }]));

    olive.delete(&format!("/emoji/{emoji}")).await.expect(204);
    assert_eq!(reactions().await[0]["count"], 2);
    olive.put(&path, Value::Null).await.refused(422, "invalid");
    ada.delete(&path).await.expect(204);
    ben.delete(&path).await.expect(204);
    assert_eq!(reactions().await, json!([]));
    assert_eq!(ada.get(&format!("/messages/{message}")).await.expect(200)["content"], "Look, :polly:");
}

#[tokio::test]
async fn a_status_bears_an_emoji_that_is_there_and_keeps_it_when_it_is_gone() {
    let mut server = TestServer::start().await;
    let (olive, ada, workspace) = (server.person("olive").await, server.person("ada").await, server.workspace.clone());
    let emoji = text(&add(&olive, &workspace, "polly", GIF).await.expect(201)["id"]);
    let status = |emoji: &str, busy: bool| json!({ "manual_status": { "text": "here", "emoji": emoji }, "do_not_disturb": busy, "invisible": false });
    let wrong = ada.put("/me/status", status(":nobody:", false)).await.refused(422, "invalid");
    assert_eq!(wrong["field"], "manual_status.emoji");
    ada.put("/me/status", status("polly", false)).await.refused(422, "invalid");
    ada.put("/me/status", status(":polly:", false)).await.expect(200);
    olive.delete(&format!("/emoji/{emoji}")).await.expect(204);
    let kept = ada.put("/me/status", status(":polly:", true)).await.expect(200);
    assert_eq!(kept["status"]["manual_status"]["emoji"], ":polly:");
    ada.put("/me/status", status("🪜", true)).await.expect(200);
    ada.put("/me/status", status(":polly:", true)).await.refused(422, "invalid");
}

#[tokio::test]
async fn in_a_direct_conversation_one_reacts_with_the_emoji_of_ones_own_workspaces() {
    let mut server = TestServer::start().await;
    let (olive, workspace) = (server.person("olive").await, server.workspace.clone());
    let (ada, direct) = (server.person("ada").await, server.direct("ada", "ben").await);
    add(&olive, &workspace, "polly", GIF).await.expect(201);
    let said = json!({ "client_id": new_id(), "content": "psst" });
    let said = ada.post(&format!("/directs/{direct}/messages"), said).await.expect(201);
    let path = format!("/messages/{}/reactions", text(&said["message"]["id"]));
    ada.put(&format!("{path}/%3Apolly%3A"), Value::Null).await.expect(204);
    ada.put(&format!("{path}/%3Anobody%3A"), Value::Null).await.refused(422, "invalid");
    ada.put(&format!("{path}/polly"), Value::Null).await.refused(422, "invalid");
}
