//! Polls: asking, voting from many devices at once, closing.

use futures_util::future::join_all;

use crate::harness::*;

fn question(options: &[&str]) -> Value {
    json!({ "client_id": new_id(), "content": "Tea or coffee?", "poll": { "options": options } })
}

fn with(mut input: Value, more: &Value) -> Value {
    input["poll"].as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    input
}

async fn ask(person: &Person, group: &str, more: Value) -> Value {
    let input = with(question(&["tea", "coffee", "water"]), &more);
    person.post(&format!("/groups/{group}/messages"), input).await.expect(201)["message"].clone()
}

fn path(message: &Value, rest: &str) -> String {
    format!("/messages/{}{rest}", text(&message["id"]))
}

async fn choose(person: &Person, message: &Value, option: i64) -> Answer {
    person.put(&path(message, &format!("/votes/{option}")), json!({})).await
}

async fn take_back(person: &Person, message: &Value, option: i64) -> Answer {
    person.delete(&path(message, &format!("/votes/{option}"))).await
}

fn counts(poll: &Value) -> Vec<i64> {
    poll["options"].as_array().unwrap().iter().map(|option| option["vote_count"].as_i64().unwrap()).collect()
}

async fn poll_of(person: &Person, message: &Value) -> Value {
    person.get(&path(message, "")).await.expect(200)["poll"].clone()
}

async fn hall(server: &mut TestServer) -> (String, [Person; 3]) {
    let hall = server.group("hall", &["ada", "ben", "cleo"]).await;
    (hall, [server.person("ada").await, server.person("ben").await, server.person("cleo").await])
}

#[tokio::test]
async fn a_question_is_asked_and_everybody_sees_the_votes_come_in() {
    let mut server = TestServer::start().await;
    let (hall, [ada, ben, cleo]) = hall(&mut server).await;
    let [mut hears] = server.connect(["cleo"]).await;

    let asked = ask(&ada, &hall, json!({})).await;

    assert_eq!((&asked["content"], &asked["kind"]), (&json!("Tea or coffee?"), &json!("text")));
    let told = hears.event("message_created").await["message"]["poll"].clone();
    assert_eq!(told["options"][0], json!({ "id": 1, "text": "tea", "vote_count": 0, "user_ids": [] }));
    assert_eq!(
        (&told["is_multiple"], &told["is_anonymous"], &told["closed_at"]),
        (&json!(false), &json!(false), &Value::Null)
    );

    choose(&ada, &asked, 1).await.expect(200);
    choose(&ben, &asked, 2).await.expect(200);

    assert_eq!(counts(&hears.event("poll_updated").await["poll"]), [1, 0, 0]);
    let second = hears.event("poll_updated").await["poll"].clone();
    assert_eq!((counts(&second), &second["voter_count"]), (vec![1, 1, 0], &json!(2)));
    assert_eq!(second["options"][1]["user_ids"], json!([ben.id]));
    assert_eq!(poll_of(&cleo, &asked).await, second);
    let page = cleo.get(&format!("/groups/{hall}/messages")).await.expect(200);
    assert_eq!(page["messages"][0]["poll"], second);
    let voters = cleo.get(&path(&asked, "/votes/2")).await.expect(200);
    assert_eq!((&voters["items"][0]["id"], &voters["next_after"]), (&json!(ben.id), &Value::Null));
}

#[tokio::test]
async fn one_choice_takes_the_place_of_the_other_and_can_be_taken_back() {
    let mut server = TestServer::start().await;
    let (hall, [ada, ben, _]) = hall(&mut server).await;
    let asked = ask(&ada, &hall, json!({})).await;

    choose(&ben, &asked, 1).await.expect(200);
    let moved = choose(&ben, &asked, 3).await.expect(200);
    assert_eq!((counts(&moved["poll"]), &moved["option_ids"]), (vec![0, 0, 1], &json!([3])));
    let again = choose(&ben, &asked, 3).await.expect(200);
    assert_eq!(again, moved);
    let back = take_back(&ben, &asked, 3).await.expect(200);
    assert_eq!(
        (counts(&back["poll"]), &back["poll"]["voter_count"], &back["option_ids"]),
        (vec![0; 3], &json!(0), &json!([]))
    );
    assert_eq!(take_back(&ben, &asked, 1).await.expect(200), back);
    choose(&ben, &asked, 4).await.refused(404, "not_found");
}

#[tokio::test]
async fn where_one_may_choose_several_each_counts_and_the_person_once() {
    let mut server = TestServer::start().await;
    let (hall, [ada, ben, _]) = hall(&mut server).await;
    let asked = ask(&ada, &hall, json!({ "is_multiple": true })).await;

    choose(&ben, &asked, 1).await.expect(200);
    let both = choose(&ben, &asked, 2).await.expect(200);
    assert_eq!((counts(&both["poll"]), &both["poll"]["voter_count"]), (vec![1, 1, 0], &json!(1)));
    let one = take_back(&ben, &asked, 1).await.expect(200);
    assert_eq!(
        (counts(&one["poll"]), &one["poll"]["voter_count"], &one["option_ids"]),
        (vec![0, 1, 0], &json!(1), &json!([2]))
    );
}

#[tokio::test]
async fn what_one_has_chosen_is_known_to_ones_own_devices_alone() {
    let mut server = TestServer::start().await;
    let (hall, [ada, ben, _]) = hall(&mut server).await;
    let asked = ask(&ada, &hall, json!({ "is_anonymous": true })).await;
    let phone = server.sign_in("ben").await;
    let mut of_ben = phone.connect(None).await;
    let [mut of_ada] = server.connect(["ada"]).await;

    choose(&ben, &asked, 2).await.expect(200);

    let votes = of_ben.event("votes_updated").await;
    assert_eq!((&votes["message_id"], &votes["option_ids"]), (&asked["id"], &json!([2])));
    let told = of_ada.event("poll_updated").await;
    assert_eq!((counts(&told["poll"]), told.to_string().contains(&ben.id)), (vec![0, 1, 0], false));
    of_ada.heard_nothing().await;
    let own = format!("/votes?message_ids={}", text(&asked["id"]));
    let mine = ben.get(&own).await.expect(200);
    assert_eq!((&mine["items"][0]["option_ids"], &mine["items"][0]["revision"]), (&json!([2]), &votes["revision"]));
    assert_eq!(ada.get(&own).await.expect(200)["items"][0]["option_ids"], json!([]));
    ada.get(&path(&asked, "/votes/2")).await.refused(403, "forbidden");
    assert!(!ada.get(&path(&asked, "")).await.expect(200)["poll"].to_string().contains(&ben.id));
}

/// Everybody votes from two devices at the same instant: every vote that was acknowledged is there, every account that
/// was given of the poll is of one order, and the last is the present.
#[tokio::test]
async fn many_who_vote_at_once_lose_nothing_and_see_one_truth() {
    let mut server = TestServer::start().await;
    let names = ["ada", "ben", "cleo", "dan", "eve", "finn", "gil", "hal"];
    let hall = server.group("hall", &names).await;
    let ada = server.person("ada").await;
    let mut devices = Vec::new();
    for name in names {
        devices.push([server.person(name).await, server.sign_in(name).await]);
    }
    let several = ask(&ada, &hall, json!({ "is_multiple": true })).await;
    let one = ask(&ada, &hall, json!({})).await;
    let [mut hears] = server.connect(["ada"]).await;

    let votes = devices.iter().flat_map(|[desk, phone]| {
        [choose(desk, &several, 1), choose(phone, &several, 2), choose(desk, &one, 1), choose(phone, &one, 2)]
    });
    let answers = join_all(votes).await;

    assert!(answers.iter().all(|answer| answer.status == 200));
    let all = poll_of(&ada, &several).await;
    assert_eq!((counts(&all), &all["voter_count"]), (vec![8, 8, 0], &json!(8)));
    let single = poll_of(&ada, &one).await;
    assert_eq!((counts(&single).iter().sum::<i64>(), &single["voter_count"]), (8, &json!(8)));
    for [desk, phone] in &devices {
        let own = format!("/votes?message_ids={},{}", text(&several["id"]), text(&one["id"]));
        let (here, there) = (desk.get(&own).await.expect(200), phone.get(&own).await.expect(200));
        assert_eq!(here, there);
        let of = |id: &Value| {
            here["items"].as_array().unwrap().iter().find(|row| row["message_id"] == *id).unwrap()["option_ids"].clone()
        };
        assert_eq!((of(&several["id"]), of(&one["id"]).as_array().unwrap().len()), (json!([1, 2]), 1));
    }
    let mut last = [(&several, all), (&one, single)].map(|(asked, poll)| (asked["id"].clone(), poll, 0));
    while last.iter().any(|(_, poll, revision)| poll["revision"] != *revision) {
        let told = hears.event("poll_updated").await;
        let (_, present, before) = last.iter_mut().find(|(id, ..)| *id == told["message_id"]).unwrap();
        let revision = told["poll"]["revision"].as_i64().unwrap();
        assert!(revision > *before, "{revision} came after {before}");
        if present["revision"] == revision {
            assert_eq!(told["poll"], *present);
        }
        *before = revision;
    }
}

#[tokio::test]
async fn a_poll_closes_at_its_time_whatever_the_clock_has_done_about_it_and_all_are_told() {
    let mut server = TestServer::start().await;
    let (hall, [ada, ben, _]) = hall(&mut server).await;
    let asked = ask(&ada, &hall, json!({ "closes_at": ahead(60 * 60) })).await;
    choose(&ben, &asked, 1).await.expect(200);
    let [mut hears] = server.connect(["cleo"]).await;

    // As if the hour had passed.
    server.database().run("UPDATE polls SET closes_at = closes_at - 7200000");

    choose(&ben, &asked, 2).await.refused(409, "conflict");
    take_back(&ben, &asked, 1).await.refused(409, "conflict");
    assert!(poll_of(&ben, &asked).await["closed_at"].is_string());
    let told = hears.event("poll_updated").await["poll"].clone();
    assert_eq!((&told["closed_at"], counts(&told)), (&told["closes_at"], vec![1, 0, 0]));
    assert_eq!(ada.send(ada.request(Method::POST, &path(&asked, "/poll/close"))).await.expect(200), told);
    assert_eq!(poll_of(&ben, &asked).await, told);
}

#[tokio::test]
async fn its_author_or_a_moderator_closes_a_poll_early_and_nobody_else() {
    let mut server = TestServer::start().await;
    let (hall, [ada, ben, cleo]) = hall(&mut server).await;
    let close = |person: &Person, asked: &Value| {
        let (person, path) = (person.clone(), path(asked, "/poll/close"));
        async move { person.send(person.request(Method::POST, &path)).await }
    };
    let asked = ask(&ben, &hall, json!({})).await;
    choose(&cleo, &asked, 1).await.expect(200);
    let [mut hears] = server.connect(["cleo"]).await;

    close(&cleo, &asked).await.refused(403, "forbidden");
    let closed = close(&ben, &asked).await.expect(200);

    assert!(closed["closed_at"].is_string());
    assert_eq!(hears.event("poll_updated").await["poll"], closed);
    assert_eq!(close(&ada, &asked).await.expect(200), closed);
    choose(&cleo, &asked, 2).await.refused(409, "conflict");
    let other = ask(&ben, &hall, json!({})).await;
    close(&ada, &other).await.expect(200);
    close(&ada, &ben.say(&hall, "no poll").await).await.refused(404, "not_found");
}

#[tokio::test]
async fn deleting_the_question_takes_answers_and_votes_away() {
    let mut server = TestServer::start().await;
    let (hall, [ada, ben, _]) = hall(&mut server).await;
    let asked = ask(&ada, &hall, json!({})).await;
    choose(&ben, &asked, 1).await.expect(200);

    ada.delete(&path(&asked, "")).await.expect(204);

    let left = server.database().rows(
        "SELECT (SELECT count(*) FROM polls), (SELECT count(*) FROM poll_options), (SELECT count(*) FROM poll_votes)",
    );
    assert_eq!(left, ["0|0|0"]);
    let page = ben.get(&format!("/groups/{hall}/messages")).await.expect(200);
    assert_eq!((&page["messages"][0]["poll"], page.to_string().contains("coffee")), (&Value::Null, false));
    choose(&ben, &asked, 1).await.refused(404, "not_found");
}

#[tokio::test]
async fn question_and_answers_change_until_somebody_votes_and_a_vote_never_lands_on_another_answer() {
    let mut server = TestServer::start().await;
    let (hall, [ada, ben, _]) = hall(&mut server).await;
    let asked = ask(&ada, &hall, json!({})).await;
    let change = |version: i64| json!({ "version": version, "content": "Lunch?", "options": ["soup", "bread"] });

    ben.put(&path(&asked, "/poll"), change(1)).await.refused(403, "forbidden");
    ada.patch(&path(&asked, ""), json!({ "version": 1, "content": "Lunch?" })).await.refused(409, "conflict");
    let changed = ada.put(&path(&asked, "/poll"), change(1)).await.expect(200);
    assert_eq!((&changed["content"], &changed["version"]), (&json!("Lunch?"), &json!(2)));
    let ids: Vec<_> =
        changed["poll"]["options"].as_array().unwrap().iter().map(|option| option["id"].clone()).collect();
    assert_eq!(ids, [json!(4), json!(5)]);
    // Who still sees the old answers chooses nothing.
    choose(&ben, &asked, 1).await.refused(404, "not_found");
    ada.put(&path(&asked, "/poll"), change(1)).await.refused(409, "stale");
    choose(&ben, &asked, 4).await.expect(200);
    ada.put(&path(&asked, "/poll"), change(2)).await.refused(409, "conflict");
    let before = ben.get(&path(&asked, "/edits")).await.expect(200);
    assert_eq!(before["items"][0]["content"], "Tea or coffee?");
}

#[tokio::test]
async fn a_poll_that_is_wrong_is_refused_and_says_where() {
    let mut server = TestServer::start().await;
    let (hall, [ada, ..]) = hall(&mut server).await;
    let many: Vec<String> = (0..21).map(|n| n.to_string()).collect();
    let wrong = [
        (json!({ "options": [] }), "poll.options"),
        (json!({ "options": ["tea"] }), "poll.options"),
        (json!({ "options": many }), "poll.options"),
        (json!({ "options": ["tea", "Tea "] }), "poll.options"),
        (json!({ "options": ["tea", " "] }), "poll.options"),
        (json!({ "options": ["tea", "x".repeat(101)] }), "poll.options"),
        (json!({ "options": ["tea", "coffee"], "closes_at": "2020-01-01T00:00:00Z" }), "poll.closes_at"),
        (json!({ "options": ["tea", "coffee"], "closes_at": "2100-01-01T00:00:00Z" }), "poll.closes_at"),
        (json!({ "options": ["tea", "coffee"], "closes_at": "soon" }), "poll.closes_at"),
        (json!({ "options": ["tea", "coffee"], "voter_count": 7 }), "poll.voter_count"),
        (json!({ "is_multiple": true }), "poll.options"),
    ];
    let before = server.database().state();
    for (poll, field) in wrong {
        let input = json!({ "client_id": new_id(), "content": "?", "poll": poll });
        let problem = ada.post(&format!("/groups/{hall}/messages"), input).await.refused(422, "invalid");
        assert_eq!(problem["field"], field, "{poll}");
    }
    let long = with(question(&["a", "b"]), &json!({}));
    let long = json!({ "client_id": long["client_id"], "content": "?".repeat(301), "poll": long["poll"] });
    assert_eq!(ada.post(&format!("/groups/{hall}/messages"), long).await.refused(422, "invalid")["field"], "content");
    let many = (0..101).map(|_| new_id()).collect::<Vec<_>>().join(",");
    assert_eq!(ada.get(&format!("/votes?message_ids={many}")).await.refused(422, "invalid")["field"], "message_ids");
    assert_eq!(server.database().state(), before);
}

#[tokio::test]
async fn what_is_asked_again_is_one_poll_and_an_id_is_not_good_for_another() {
    let mut server = TestServer::start().await;
    let (hall, [ada, ben, _]) = hall(&mut server).await;
    let place = format!("/groups/{hall}/messages");
    let input = question(&["tea", "coffee"]);
    let first = ada.post(&place, input.clone()).await.expect(201)["message"].clone();
    choose(&ben, &first, 1).await.expect(200);

    let again = ada.post(&place, input.clone()).await.expect(201)["message"].clone();

    assert_eq!((&again["id"], counts(&again["poll"])), (&first["id"], vec![1, 0]));
    let other =
        json!({ "client_id": input["client_id"], "content": input["content"], "poll": { "options": ["tea", "milk"] } });
    ada.post(&place, other).await.refused(409, "client_id_reused");
    let plain = json!({ "client_id": input["client_id"], "content": input["content"] });
    ada.post(&place, plain).await.refused(409, "client_id_reused");
}

#[tokio::test]
async fn polls_are_asked_in_threads_and_direct_conversations_too() {
    let mut server = TestServer::start().await;
    let (hall, [ada, ben, cleo]) = hall(&mut server).await;
    let root = ada.say(&hall, "lunch").await;
    let reply = ben.post(&path(&root, "/replies"), question(&["soup", "bread"])).await.expect(201)["message"].clone();
    choose(&cleo, &reply, 1).await.expect(200);
    assert_eq!(counts(&cleo.get(&path(&root, "/replies")).await.expect(200)["messages"][0]["poll"]), [1, 0]);

    let direct = server.direct("ada", "ben").await;
    let asked =
        ada.post(&format!("/directs/{direct}/messages"), question(&["yes", "no"])).await.expect(201)["message"].clone();
    let [mut hears] = server.connect(["ada"]).await;
    choose(&ben, &asked, 2).await.expect(200);
    assert_eq!(counts(&hears.event("poll_updated").await["poll"]), [0, 1]);
    choose(&cleo, &asked, 2).await.refused(404, "not_found");
    ben.send(ben.request(Method::POST, &path(&asked, "/poll/close"))).await.refused(403, "forbidden");
}

#[tokio::test]
async fn who_comes_back_is_told_how_polls_stand_and_who_is_out_is_told_nothing() {
    let mut server = TestServer::start().await;
    let den = server.private_group("den", &["ada", "ben", "cleo"]).await;
    let [ada, ben, cleo] = [server.person("ada").await, server.person("ben").await, server.person("cleo").await];
    let asked = ask(&ada, &den, json!({})).await;
    let left_at = ben.get("/bootstrap").await.expect(200)["seq"].as_i64();
    choose(&ben, &asked, 1).await.expect(200);
    choose(&cleo, &asked, 2).await.expect(200);

    let mut back = ben.open(left_at).await.unwrap();
    assert_eq!(counts(&back.event("poll_updated").await["poll"]), [1, 1, 0]);
    assert_eq!(back.event("votes_updated").await["option_ids"], json!([1]));

    ada.delete(&format!("/groups/{den}/members/{}", ben.id)).await.expect(204);
    choose(&ben, &asked, 2).await.refused(404, "not_found");
    let mut out = ben.open(left_at).await.unwrap();
    out.until_ready().await;
    let told = json!(out.heard_so_far().await).to_string();
    assert!(!told.contains("poll_updated") && !told.contains("votes_updated"), "{told}");
    let own = ben.get(&format!("/votes?message_ids={}", text(&asked["id"]))).await.expect(200);
    assert_eq!(own["items"], json!([]));
}
