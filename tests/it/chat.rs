//! People talk to each other.

use crate::harness::*;

#[tokio::test]
async fn a_message_reaches_the_members_of_its_group_and_nobody_else() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let [mut ada, mut ben, mut cleo] = server.connect(["ada", "ben", "cleo"]).await;

    let draft = json!({ "group_id": hall, "client_id": new_id(), "content": "hello" });
    let sent = ada.ack("send_message", draft).await;

    assert_eq!(ada.event("message_created").await["message"], sent["message"]);
    assert_eq!(ben.event("message_created").await["message"], sent["message"]);
    cleo.heard_nothing().await;
}

#[tokio::test]
async fn two_people_who_open_their_conversation_both_see_it_and_may_both_speak_first() {
    let mut server = TestServer::start().await;
    let direct = server.direct("ada", "ben").await;
    assert_eq!(server.direct("ben", "ada").await, direct);

    for name in ["ada", "ben"] {
        let person = server.person(name).await;
        assert_eq!(person.get("/directs").await.expect(200)["items"][0]["id"], direct.as_str());
        let input = json!({ "client_id": new_id(), "content": "hello" });
        person.post(&format!("/directs/{direct}/messages"), input).await.expect(201);
    }
}

#[tokio::test]
async fn what_was_said_is_there_after_a_restart_in_the_order_in_which_it_was_said() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada", "ben"]).await;
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    for n in 1..=5 {
        if n % 2 == 0 { &ada } else { &ben }.say(&hall, &format!("number {n}")).await;
    }

    server.restart();

    let page = ada.get(&format!("/groups/{hall}/messages")).await.expect(200);
    let said: Vec<String> = page["messages"].as_array().unwrap().iter().map(|m| text(&m["content"])).collect();
    assert_eq!(said, ["number 1", "number 2", "number 3", "number 4", "number 5"]);
}
