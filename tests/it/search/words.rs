//! What is found by which words, and in which order.

use std::collections::BTreeSet;

use super::*;

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
    const PIECES: [&str; 37] = [
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
        "has:image",
        "has:poll",
        "is:pinned",
        "is:saved",
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

    let rest = found_from(&ada, "vent", "&limit=5", Some(&cursor)).await;
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
