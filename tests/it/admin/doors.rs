//! All open invites, and shutting them.

use super::deeds;
use crate::harness::*;

#[tokio::test]
async fn every_door_is_listed_while_it_is_open_and_can_be_shut() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["ada"]).await;
    let [olive, ada] = [server.person("olive").await, server.person("ada").await];
    let path = format!("/groups/{hall}/invites");
    let mut made = Vec::new();
    for uses in 1..=3 {
        made.push(ada.post(&path, json!({ "max_uses": uses, "role": "guest" })).await.expect(201));
    }
    let code = text(&made[2]["code"]);

    let first = olive.get("/admin/invites?limit=2").await.expect(200);
    assert_eq!(first["items"][0]["id"], made[2]["invite"]["id"]);
    assert_eq!(first["items"][0]["group"], json!({ "id": hall, "name": "hall" }));
    assert_eq!(first["items"][0]["made_by"], json!({ "id": ada.id, "name": "Ada", "username": "ada" }));
    assert_eq!(first["items"][0]["max_uses"], 3);
    let rest = olive.get(&format!("/admin/invites?limit=2&cursor={}", text(&first["next_cursor"]))).await.expect(200);
    assert_eq!(rest["items"].as_array().unwrap().len(), 1, "those that let people in are spent");
    assert_eq!(rest["next_cursor"], Value::Null);

    let id = text(&made[2]["invite"]["id"]);
    olive.delete(&format!("/admin/invites/{id}")).await.expect(204);
    olive.delete(&format!("/admin/invites/{id}")).await.refused(404, "not_found");

    server.stranger().post("/invites/look_up", json!({ "code": code })).await.refused(410, "invite_gone");
    assert_eq!(olive.get("/admin/invites").await.expect(200)["items"].as_array().unwrap().len(), 2);
    assert_eq!(deeds(&olive, "").await[0], "invite_revoked");
}

/// A25.
#[tokio::test]
async fn a_door_to_a_private_group_is_seen_and_shut_without_saying_where_it_leads() {
    let mut server = TestServer::start().await;
    let attic = server.private_group("attic", &["ada"]).await;
    let [olive, ada, ben] = [server.person("olive").await, server.person("ada").await, server.person("ben").await];
    olive.patch(&format!("/admin/users/{}", ben.id), json!({ "server_role": "manager" })).await.expect(200);
    ada.post(&format!("/groups/{attic}/invites"), json!({})).await.expect(201);

    for keeper in [&olive, &ben] {
        let page = keeper.get("/admin/invites").await.expect(200);
        assert_eq!(page["items"][0]["group"], Value::Null);
        assert!(!page.to_string().contains(&attic) && !page.to_string().contains("attic"), "{page}");
    }
    let id = text(&olive.get("/admin/invites").await.expect(200)["items"][0]["id"]);
    ben.delete(&format!("/admin/invites/{id}")).await.expect(204);
}
