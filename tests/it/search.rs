//! Looking for what was said: all that somebody may read, and nothing else.

use std::collections::BTreeSet;

use crate::harness::*;

/// The answer to a question.
async fn ask(person: &Person, question: &str, more: &str) -> Value {
    person.get(&format!("/search?q={}{more}", encoded(question))).await.expect(200)
}

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// The texts of all that is found, page by page, in order.
async fn found(person: &Person, question: &str) -> Vec<String> {
    found_by(person, question, "").await
}

async fn found_by(person: &Person, question: &str, more: &str) -> Vec<String> {
    let (mut all, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = ask(person, question, &format!("{more}{cursor}")).await;
        all.extend(page["items"].as_array().unwrap().iter().map(|hit| text(&hit["message"]["content"])));
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return all,
        }
    }
}

async fn say_in_direct(person: &Person, direct: &str, content: &str) -> Value {
    let input = json!({ "client_id": new_id(), "content": content });
    person.post(&format!("/directs/{direct}/messages"), input).await.expect(201)["message"].clone()
}

#[tokio::test]
async fn words_beginnings_parts_and_signs_are_found_the_newest_first() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    for said in
        ["The Vent is open", "a greenhouse, with vents", "在東京都庁で", "Crème brûlée", "an event prevented", "don't"]
    {
        ada.say(&hall, said).await;
    }

    assert_eq!(found(&ben, "vent").await, ["a greenhouse, with vents", "The Vent is open", "an event prevented"]);
    assert_eq!(found(&ben, "\"vent\"").await, ["The Vent is open"]);
    assert_eq!(found(&ben, "house").await, ["a greenhouse, with vents"]);
    assert_eq!(found(&ben, "vent green").await, ["a greenhouse, with vents"]);
    for (question, said) in [
        ("京都", "在東京都庁で"),
        ("庁", "在東京都庁で"),
        ("東京都庁", "在東京都庁で"),
        ("CREME brulee", "Crème brûlée"),
        ("\"is open\"", "The Vent is open"),
        ("don't", "don't"),
        ("don’t", "don't"),
    ] {
        assert_eq!(found(&ben, question).await, [said], "{question}");
    }
    for question in ["京庁", "\"open is\"", "\"ven\"", "vent closed", "ent"] {
        assert_eq!(found(&ben, question).await, [""; 0], "{question}");
    }
}

#[tokio::test]
async fn a_hit_says_where_to_mark_and_whether_it_is_inside_of_a_word() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada"]).await;
    let ada = server.person("ada").await;
    ada.say(&hall, "🌱 the vent, and other vents").await;
    ada.say(&hall, "prevented").await;

    let page = ask(&ada, "vent", "").await;

    let hit = &page["items"][0];
    assert_eq!(hit["excerpt"]["text"], "🌱 the vent, and other vents");
    assert_eq!(hit["excerpt"]["marks"], json!([{ "start": 7, "end": 11 }, { "start": 23, "end": 28 }]));
    assert_eq!((hit["excerpt"]["has_before"].as_bool(), hit["is_inside"].as_bool()), (Some(false), Some(false)));
    assert_eq!(page["items"][1]["is_inside"], true);
    assert_eq!(page["users"][0]["username"], "ada");
    assert_eq!((page["is_reading"].as_bool(), &page["next_cursor"]), (Some(false), &Value::Null));
}

/// A23.
#[tokio::test]
async fn nobody_finds_what_is_not_theirs() {
    let mut server = TestServer::start().await;
    let attic = server.private_group("attic", &["ada", "ben", "rob"]).await;
    let hall = server.group("hall", &["ada"]).await;
    let (ada, ben, cleo, rob) = (
        server.person("ada").await,
        server.person("ben").await,
        server.person("cleo").await,
        server.person("rob").await,
    );
    let gus = server.guest("gus").await;
    let direct = server.direct("ada", "ben").await;
    ada.say(&attic, "the treasure is in the attic").await;
    ada.say(&hall, "no treasure in the hall").await;
    say_in_direct(&ada, &direct, "treasure, between us").await;
    ada.delete(&format!("/groups/{attic}/members/{}", rob.id)).await.expect(204);

    let questions = [
        "treasure",
        "treas",
        "easure",
        "\"treasure\"",
        "from:ada",
        "the",
        "has:link",
        "is:pinned",
        "in:attic treasure",
        &format!("in:{attic}"),
    ];
    for question in questions {
        for person in [&cleo, &rob, &gus, &server.person("olive").await] {
            for sort in ["", "&sort=best"] {
                assert_eq!(found_by(person, question, sort).await, [""; 0], "{question} by {}", person.name);
            }
        }
    }
    assert_eq!(found(&ben, "treasure").await, ["treasure, between us", "the treasure is in the attic"]);
    // What is hidden looks like what never was.
    let never = ask(&cleo, "in:cellar treasure", "").await.to_string();
    let hidden = ask(&cleo, "in:attic treasure", "").await.to_string();
    assert_eq!(hidden.replace("attic", "cellar"), never);
    assert_eq!(ask(&cleo, "from:nobody", "").await["unknown_filters"], json!(["from:nobody"]));
    assert_eq!(ask(&gus, "from:ben", "").await["unknown_filters"], json!([]), "they share the lounge");

    cleo.post(&format!("/groups/{hall}/join"), Value::Null).await.expect(200);
    assert_eq!(found(&cleo, "treasure").await, ["no treasure in the hall"]);
    cleo.post(&format!("/groups/{hall}/leave"), Value::Null).await.expect(204);
    assert_eq!(found(&cleo, "treasure").await, [""; 0]);
}

/// A23.
#[tokio::test]
async fn what_was_deleted_or_edited_comes_back_by_no_search_and_is_not_in_the_file() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada"]).await;
    let ada = server.person("ada").await;
    let slip = ada.say(&hall, "the passphrase is xylophonist").await;
    let typo = ada.say(&hall, "the quizzzical vent").await;
    assert_eq!(found(&ada, "xylo").await.len() + found(&ada, "lophon").await.len(), 2);

    ada.delete(&format!("/messages/{}", text(&slip["id"]))).await.expect(204);
    let change = json!({ "version": 1, "content": "the quizzical vent" });
    ada.patch(&format!("/messages/{}", text(&typo["id"])), change).await.expect(200);

    for gone in ["xylophonist", "xylo", "lophon", "passphrase", "quizzzical"] {
        assert_eq!(found(&ada, gone).await, [""; 0], "{gone}");
    }
    assert_eq!(found(&ada, "the").await, ["the quizzical vent"]);
    assert_eq!(server.stop(), Some(0));
    let file = std::fs::read(server.data_dir().join("parlor.db")).unwrap();
    let is_in_file = |word: &str| file.windows(word.len()).any(|piece| piece == word.as_bytes());
    assert!(!is_in_file("xylo") && is_in_file("quizzical"));
}

#[tokio::test]
async fn filters_narrow_what_is_found() {
    let mut server = TestServer::start().await;
    let hall = server.group("Tool library", &["ada", "ben"]).await;
    let shed = server.group("shed", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let direct = server.direct("ada", "ben").await;
    let first = ada.say(&hall, "order the cheaper vent arm").await;
    let later = loop {
        let said = ben.say(&hall, "I would order the cheaper one, https://example.org/vent").await;
        if said["created_at"] != first["created_at"] {
            break said;
        }
    };
    ada.say(&shed, "vent in the shed").await;
    say_in_direct(&ben, &direct, "vent for you").await;
    let path = format!("/messages/{}/replies", text(&first["id"]));
    let reply = json!({ "client_id": new_id(), "content": "vent in a thread" });
    ben.post(&path, reply).await.expect(201);
    ada.put(&format!("/messages/{}/pin", text(&first["id"])), Value::Null).await.expect(200);
    let later = text(&later["created_at"]);

    for (question, expected) in [
        ("vent from:ada", vec!["vent in the shed", "order the cheaper vent arm"]),
        (
            "vent from:me",
            vec!["vent in a thread", "vent for you", "I would order the cheaper one, https://example.org/vent"],
        ),
        ("vent in:\"tool library\" from:ada", vec!["order the cheaper vent arm"]),
        ("vent in:#shed", vec!["vent in the shed"]),
        (&format!("in:{shed}"), vec!["vent in the shed"]),
        ("vent in:@ada", vec!["vent for you"]),
        ("has:link", vec!["I would order the cheaper one, https://example.org/vent"]),
        ("vent is:thread", vec!["vent in a thread"]),
        ("is:pinned", vec!["order the cheaper vent arm"]),
        ("is:pinned arm", vec!["order the cheaper vent arm"]),
        ("is:pinned shed", vec![]),
        (&format!("\"the cheaper\" from:ada before:{later}"), vec!["order the cheaper vent arm"]),
        (&format!("cheaper since:{later}"), vec!["I would order the cheaper one, https://example.org/vent"]),
        (&format!("cheaper after:{later}"), vec![]),
        ("cheaper before:2020-01-01", vec![]),
        ("cheaper since:today from:ada", vec!["order the cheaper vent arm"]),
        ("vent in:shed on:yesterday", vec![]),
    ] {
        // A minute before midnight UTC is a bad time for "today"; both offsets cannot be near it.
        let by = [found(&ben, question).await, found_by(&ben, question, "&utc_offset=%2B06:00").await];
        assert!(by.iter().any(|found| *found == expected), "{question}: {by:?}");
    }
}

#[tokio::test]
async fn what_cannot_be_asked_is_refused_and_everything_else_is_answered() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada"]).await;
    let ada = server.person("ada").await;
    ada.say(&hall, "the vent AND the door NOT \"open\"*").await;

    for wrong in ["has:soul", "is:beautiful", "before:soon", "on:2026-02-30", "from:", "in:\"\"", &"x".repeat(257)] {
        let problem = ada.get(&format!("/search?q={}", encoded(wrong))).await.refused(422, "invalid");
        assert_eq!(problem["field"], "q", "{wrong}");
    }
    ada.get("/search").await.refused(422, "invalid");
    for (question, count) in [
        ("vent AND door", 1),
        ("vent OR nothing", 0),
        ("NOT", 1),
        ("NEAR(vent door)", 0),
        ("vent*", 1),
        ("tokens:vent", 0),
        ("\"open", 1),
        ("\"\"", 0),
        ("'; DROP TABLE messages; --", 0),
        ("{vent} + (door", 1),
        ("^vent", 1),
        ("%_\\", 0),
        ("", 0),
        ("\0", 0),
    ] {
        assert_eq!(found(&ada, question).await.len(), count, "{question}");
    }
}

/// A58.
#[tokio::test]
async fn whatever_is_asked_is_answered_or_refused() {
    const PIECES: [&str; 34] = [
        "\"",
        "*",
        "(",
        ")",
        " ",
        "AND",
        "OR",
        "NOT",
        "NEAR",
        "^",
        ":",
        "{",
        "}",
        "+",
        "-",
        "'",
        ";",
        "--",
        "%",
        "\\",
        "\0",
        "=",
        "_",
        "from:",
        "in:",
        "before:",
        "has:link",
        "is:pinned",
        "2026-11-30",
        "vent",
        "東京",
        "e\u{301}",
        "\u{202e}",
        "🌱",
    ];
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada"]).await;
    let ada = server.person("ada").await;
    ada.say(&hall, "the vent 東京 é 🌱").await;
    let mut random = Random::from_environment();
    for _ in 0..300 {
        let question: String = (0..random.below(9)).map(|_| PIECES[random.below(PIECES.len())]).collect();
        let sort = ["newest", "best"][random.below(2)];
        let answer = ada.get(&format!("/search?q={}&sort={sort}", encoded(&question))).await;
        assert!(matches!(answer.status, 200 | 422), "{question:?} gave {} {}", answer.status, answer.body);
    }
}

#[tokio::test]
async fn the_hits_go_on_without_end_and_each_is_told_once() {
    let mut server = TestServer::start().await;
    let (hall, shed) = (server.group("hall", &["ada"]).await, server.group("shed", &["ada"]).await);
    let ada = server.person("ada").await;
    for n in 0..12 {
        ada.say(if n % 3 == 0 { &shed } else { &hall }, &format!("vent number {n}")).await;
    }
    let first = ask(&ada, "vent", "&limit=5").await;
    let cursor = text(&first["next_cursor"]);
    ada.say(&hall, "vent said meanwhile").await;

    let rest = found_by(&ada, "vent", &format!("&limit=5&cursor={cursor}")).await;
    let paged = found_by(&ada, "vent", "&limit=1").await;

    let expected: Vec<String> = (0..7).rev().map(|n| format!("vent number {n}")).collect();
    assert_eq!(rest, expected);
    assert_eq!((paged.len(), paged.iter().collect::<BTreeSet<_>>().len()), (13, 13));
}

#[tokio::test]
async fn the_best_come_first_when_that_is_asked_for() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada"]).await;
    let ada = server.person("ada").await;
    ada.say(&hall, "vent").await;
    ada.say(&hall, "many words about other things before there is at last a vent among them").await;
    ada.say(&hall, "the vents of the house, and what they are for").await;

    let best = found_by(&ada, "vent", "&sort=best").await;

    assert_eq!(best[0], "vent");
    assert_eq!(best.len(), 3);
    assert_eq!(found_by(&ada, "vent", "&sort=best&limit=1").await, best);
}

#[tokio::test]
async fn what_was_said_before_there_was_an_index_is_taken_up_while_the_server_runs() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada"]).await;
    let ada = server.person("ada").await;
    for n in 0..40 {
        ada.say(&hall, &format!("vent number {n} in the greenhouse")).await;
    }
    assert_eq!(server.stop(), Some(0));
    let database = server.database();
    for sql in [
        "INSERT INTO message_index (message_index) VALUES ('delete-all')",
        "DELETE FROM search_words",
        "DELETE FROM search_segments",
        "UPDATE search_progress SET (unread_below, words_up_to) = (SELECT max(seq) + 1, max(seq) FROM messages)",
    ] {
        database.run(sql);
    }
    drop(database);
    server.start_again();

    ada.say(&hall, "vent said at once").await;
    assert_eq!(found(&ada, "once").await, ["vent said at once"]);
    while ask(&ada, "vent", "").await["is_reading"] == true {}

    assert_eq!(found(&ada, "vent").await.len(), 41);
    assert_eq!(found(&ada, "house").await.len(), 40);
    assert!(server.cli(&["doctor"]).contains("ok   search"));
}

/// F36.
#[tokio::test]
async fn who_writes_does_not_wait_for_those_who_search() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    for n in 0..30 {
        ada.say(&hall, &format!("vent number {n}")).await;
    }
    let searches = (0..150).map(|_| ada.get("/search?q=vent&sort=best"));
    let says = async {
        for n in 0..20 {
            ben.say(&hall, &format!("said meanwhile {n}")).await;
        }
    };
    let (answers, ()) = futures_util::future::join(futures_util::future::join_all(searches), says).await;

    for answer in answers {
        // More than the line holds are told to come again.
        assert!(matches!(answer.status, 200 | 429 | 503), "{} {}", answer.status, answer.body);
    }
    assert_eq!(found(&ben, "meanwhile").await.len(), 20);
}

#[tokio::test]
async fn the_doctor_sees_an_index_that_lacks_something() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada"]).await;
    server.person("ada").await.say(&hall, "vent").await;
    assert_eq!(server.stop(), Some(0));
    assert!(server.cli(&["doctor"]).contains("ok   search"));

    server.database().run("INSERT INTO message_index (message_index) VALUES ('delete-all')");

    let doctor = std::process::Command::new(env!("CARGO_BIN_EXE_parlor"))
        .args(["doctor", "--data-dir"])
        .arg(server.data_dir())
        .output()
        .unwrap();
    let said = String::from_utf8(doctor.stdout).unwrap();
    assert!(!doctor.status.success() && said.contains("BAD  search"), "{said}");
}

#[tokio::test]
async fn titles_are_found_and_a_post_that_moved_is_found_where_it_is_now_with_its_replies() {
    let mut server = TestServer::start().await;
    let (ada, ben, cleo) = (server.person("ada").await, server.person("ben").await, server.person("cleo").await);
    let forum = |name: &'static str, member: &Person| {
        let (path, member) = (format!("/workspaces/{}/groups", server.workspace), member.id.clone());
        let input = json!({ "name": name, "kind": "forum", "is_private": true, "member_ids": [member] });
        let ada = ada.clone();
        async move { text(&ada.post(&path, input).await.expect(201)["id"]) }
    };
    let (hall, den) = (forum("hall", &ben).await, forum("den", &cleo).await);
    let post = json!({ "client_id": new_id(), "content": "How hot?", "title": "The kiln" });
    let post = ada.post(&format!("/groups/{hall}/messages"), post).await.expect(201)["message"].clone();
    let path = format!("/messages/{}", text(&post["id"]));
    let reply = json!({ "client_id": new_id(), "content": "A thousand degrees" });
    ben.post(&format!("{path}/replies"), reply).await.expect(201);

    let hit = ask(&ben, "kiln hot", "").await["items"][0].clone();
    assert_eq!(hit["excerpt"]["text"], "The kiln\nHow hot?");
    assert_eq!((found(&ben, "degrees").await.len(), found(&cleo, "degrees").await.len()), (1, 0));

    ada.post(&format!("{path}/move"), json!({ "group_id": den })).await.expect(200);

    for question in ["kiln", "degrees", "egrees"] {
        assert_eq!((found(&ben, question).await.len(), found(&cleo, question).await.len()), (0, 1), "{question}");
    }
    assert_eq!(found(&ada, "in:hall").await, [""; 0]);
    assert_eq!(found(&ada, "in:den").await, ["A thousand degrees", "How hot?"]);
    ada.delete(&path).await.expect(204);
    assert_eq!(found(&cleo, "kiln").await, [""; 0]);
}
