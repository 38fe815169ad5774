//! What is not theirs, and what is no more, comes back by no search.

use super::*;

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
        "has:file",
        "has:poll",
        "is:pinned",
        "is:saved",
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
