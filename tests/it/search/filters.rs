//! Filters, each by itself and together.

use super::*;

#[tokio::test]
async fn filters_narrow_what_is_found() {
    let mut server = TestServer::start().await;
    let hall = server.group("Tool library", &["ada", "ben"]).await;
    let shed = server.group("shed", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let direct = server.direct("ben", "ada").await;
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
async fn what_one_saved_is_found_by_oneself_alone_and_only_where_one_may_still_read() {
    let mut server = TestServer::start().await;
    let (hall, attic) =
        (server.group("hall", &["ada", "ben"]).await, server.private_group("attic", &["ada", "ben"]).await);
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    for (place, said) in [(&hall, "the vent in the hall"), (&attic, "the vent in the attic"), (&hall, "a door")] {
        let message = ada.say(place, said).await;
        ben.put(&format!("/messages/{}/saved", text(&message["id"])), json!({})).await.expect(204);
    }
    let other = ada.say(&hall, "another vent").await;

    assert_eq!(found(&ben, "is:saved").await, ["a door", "the vent in the attic", "the vent in the hall"]);
    assert_eq!(found(&ben, "is:saved vent").await, ["the vent in the attic", "the vent in the hall"]);
    assert_eq!(only(&ben, "is:saved in:hall vent").await, "the vent in the hall");
    assert_eq!(only(&ada, "is:saved").await, "nothing");
    assert_eq!(only(&ben, "is:saved is:pinned").await, "nothing");

    ben.post(&format!("/groups/{attic}/leave"), Value::Null).await.expect(204);
    assert_eq!(only(&ben, "is:saved vent").await, "the vent in the hall");
    ben.put(&format!("/messages/{}/saved", text(&other["id"])), json!({})).await.expect(204);
    ada.delete(&format!("/messages/{}", text(&other["id"]))).await.expect(204);
    assert_eq!(found(&ben, "is:saved").await, ["a door", "the vent in the hall"]);
}
