//! A send may be repeated: the client's own id makes it one message.

use crate::harness::*;

#[tokio::test]
async fn what_is_sent_again_is_answered_with_the_first_result_and_heard_once() {
    let mut server = TestServer::start().await;
    let lounge = server.lounge.clone();
    let [mut ada, mut ben] = server.connect(["ada", "ben"]).await;
    let draft = json!({ "group_id": lounge, "client_id": new_id(), "content": "once" });

    let first = ada.ack("send_message", draft.clone()).await;
    let again = ada.ack("send_message", draft.clone()).await;
    let path = format!("/groups/{lounge}/messages");
    let input = json!({ "client_id": draft["client_id"], "content": "once" });
    let by_rest = server.person("ada").await.post(&path, input).await.expect(201);

    assert_eq!((&again, &by_rest), (&first, &first));
    assert_eq!(ben.event("message_created").await["message"], first["message"]);
    ben.heard_nothing().await;
}

#[tokio::test]
async fn what_is_sent_again_after_a_restart_is_still_known() {
    let mut server = TestServer::start().await;
    let path = format!("/groups/{}/messages", server.lounge);
    let ada = server.person("ada").await;
    let input = json!({ "client_id": new_id(), "content": "once" });
    let first = ada.post(&path, input.clone()).await.expect(201);

    server.restart();

    assert_eq!(ada.post(&path, input).await.expect(201), first);
}

#[tokio::test]
async fn fifty_at_once_with_one_id_are_one_message() {
    let mut server = TestServer::start().await;
    let lounge = server.lounge.clone();
    let ada = server.person("ada").await;
    let [mut listening] = server.connect(["ben"]).await;
    let input = json!({ "client_id": new_id(), "content": "at once" });

    let mut sending = tokio::task::JoinSet::new();
    for _ in 0..50 {
        let (ada, path, input) = (ada.clone(), format!("/groups/{lounge}/messages"), input.clone());
        sending.spawn(async move { ada.post(&path, input).await.expect(201) });
    }
    let answers = sending.join_all().await;

    let heard = listening.event("message_created").await;
    assert!(answers.iter().all(|answer| answer["message"] == heard["message"]), "{answers:#?}");
    listening.heard_nothing().await;
    assert_eq!(ada.history(&format!("/groups/{lounge}")).await.len(), 1);
}

#[tokio::test]
async fn an_id_is_not_good_for_another_text_or_another_place() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let den = server.group("den", &["ada"]).await;
    let direct = server.direct("ada", "ben").await;
    let [mut ada, mut ben] = server.connect(["ada", "ben"]).await;
    let id = new_id();
    ada.ack("send_message", json!({ "group_id": hall, "client_id": id, "content": "one" })).await;
    ben.event("message_created").await;

    for data in [
        json!({ "group_id": hall, "client_id": id, "content": "two" }),
        json!({ "group_id": den, "client_id": id, "content": "one" }),
        json!({ "direct_id": direct, "client_id": id, "content": "one" }),
    ] {
        ada.refused("send_message", data, "client_id_reused").await;
    }
    let input = json!({ "client_id": id, "content": "two" });
    let path = format!("/groups/{hall}/messages");
    server.person("ada").await.post(&path, input).await.refused(409, "client_id_reused");

    ben.heard_nothing().await;
}

#[tokio::test]
async fn two_people_may_use_the_same_id() {
    let mut server = TestServer::start().await;
    let lounge = server.lounge.clone();
    let [mut ada, mut ben] = server.connect(["ada", "ben"]).await;
    let draft = json!({ "group_id": lounge, "client_id": new_id(), "content": "the same" });

    let one = ada.ack("send_message", draft.clone()).await;
    let other = ben.ack("send_message", draft).await;

    assert_ne!(one["message"]["id"], other["message"]["id"]);
}
