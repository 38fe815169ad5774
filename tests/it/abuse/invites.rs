//! Coming in by an invite that should not open.

use futures_util::future::join_all;

use super::{applicant, code, plain};
use crate::harness::*;

/// A31.
#[tokio::test]
async fn an_invite_that_is_over_admits_nobody_and_does_not_say_why() {
    for how in ["expired", "revoked", "spent", "archived", "closed"] {
        let mut server = TestServer::start().await;
        let hall = server.group("hall", &["ada"]).await;
        let (olive, ada, ben) = (server.person("olive").await, server.person("ada").await, server.person("ben").await);
        let path = format!("/groups/{hall}/invites");
        let invite = ada.post(&path, json!({ "max_uses": 1 })).await.expect(201);
        let code = text(&invite["code"]);
        match how {
            "expired" => drop(server.database().run("UPDATE group_invites SET expires_at = 1")),
            "revoked" => drop(ada.delete(&format!("{path}/{}", text(&invite["invite"]["id"]))).await.expect(204)),
            "spent" => {
                drop(server.person("cleo").await.post("/invites/accept", json!({ "code": code })).await.expect(200))
            }
            "archived" => {
                let version = ada.get(&format!("/groups/{hall}")).await.expect(200)["version"].clone();
                ada.patch(&format!("/groups/{hall}"), json!({ "version": version, "is_archived": true }))
                    .await
                    .expect(200);
            }
            _ => {
                drop(olive.patch(&format!("/admin/users/{}", ada.id), json!({ "is_active": false })).await.expect(200))
            }
        }
        let before = server.database().state();
        let stranger = server.stranger();
        let unknown = json!({ "code": "a".repeat(43) });
        let gone = plain(stranger.post("/invites/look_up", unknown.clone()).await);
        assert_eq!((gone.0, &gone.2["code"]), (410, &json!("invite_gone")));
        assert_eq!(plain(stranger.post("/invites/look_up", json!({ "code": code })).await), gone, "{how}");
        let gone = plain(ben.post("/invites/accept", unknown).await);
        assert_eq!(plain(ben.post("/invites/accept", json!({ "code": code })).await), gone, "{how}");
        stranger.post("/sign_up", applicant(&code, "late")).await.refused(410, "invite_gone");
        assert_eq!(server.database().state(), before, "{how}");
    }
}

/// A32.
#[tokio::test]
async fn an_invite_for_one_admits_one_of_fifty_who_come_at_once() {
    let mut server = TestServer::start().await;
    let code = code(&mut server, json!({ "max_uses": 1 })).await;
    let stranger = server.stranger();
    let names: Vec<String> = (0..50).map(|n| format!("guest{n}")).collect();
    let answers = join_all(names.iter().map(|name| stranger.post("/sign_up", applicant(&code, name)))).await;
    let count = |status: u16| answers.iter().filter(|answer| answer.status == status).count();
    assert_eq!((count(201), count(410)), (1, 49));
    assert_eq!(server.database().rows("SELECT uses FROM group_invites"), ["1"]);
    assert_eq!(server.database().rows("SELECT count(*) FROM users"), ["2"]);
}

/// A33.
#[tokio::test]
async fn an_invite_leads_where_it_leads_and_nowhere_else() {
    let mut server = TestServer::start().await;
    let hall = server.private_group("hall", &["olive"]).await;
    let other = server.private_group("other", &["olive"]).await;
    let olive = server.person("olive").await;
    let invites = format!("/groups/{hall}/invites");
    let new = olive.post(&invites, json!({ "role": "guest", "email": "gil@example.org" })).await.expect(201);
    let code = text(&new["code"]);
    let stranger = server.stranger();
    let before = server.database().state();
    for (name, value) in [("group_id", json!(other)), ("role", json!("member")), ("workspace_id", json!(new_id()))] {
        let mut input = applicant(&code, "gil");
        input[name] = value;
        assert_eq!(stranger.post("/sign_up", input).await.refused(422, "invalid")["field"], name);
    }
    stranger.post("/sign_up", applicant(&code, "gil")).await.refused(403, "forbidden");
    let mut input = applicant(&code, "gil");
    input["email"] = json!("eve@example.org");
    stranger.post("/sign_up", input.clone()).await.refused(403, "forbidden");
    assert_eq!(server.database().state(), before);

    input["email"] = json!("gil@example.org");
    let gil = server.holder(&text(&stranger.post("/sign_up", input).await.expect(201)["token"]));
    let state = gil.get("/bootstrap").await.expect(200);
    assert_eq!(state["workspaces"][0]["my_role"], "guest");
    let mut groups: Vec<String> = state["groups"].as_array().unwrap().iter().map(|group| text(&group["id"])).collect();
    let mut expected = vec![server.lounge.clone(), hall];
    groups.sort();
    expected.sort();
    assert_eq!(groups, expected);
}

/// A33. Who is in already is not made more, or less, by an invite.
#[tokio::test]
async fn an_invite_changes_nothing_for_who_is_in() {
    let mut server = TestServer::start().await;
    let (gil, ada) = (server.guest("gil").await, server.person("ada").await);
    let hall = server.group("hall", &["olive"]).await;
    let olive = server.person("olive").await;
    for (person, role) in [(gil, "member"), (ada, "guest")] {
        let new = olive.post(&format!("/groups/{hall}/invites"), json!({ "role": role })).await.expect(201);
        let was = person.get("/bootstrap").await.expect(200)["workspaces"][0]["my_role"].clone();
        person.post("/invites/accept", json!({ "code": new["code"] })).await.expect(200);
        assert_eq!(person.get("/bootstrap").await.expect(200)["workspaces"][0]["my_role"], was);
    }
}

/// A34.
#[tokio::test]
async fn a_code_is_told_once_to_who_made_it() {
    let mut server = TestServer::with(&[("PARLOR_LOG_FILTER", "debug")]).await;
    server.person("ada").await;
    let [mut ada, mut olive] = server.connect(["ada", "olive"]).await;
    let path = format!("/groups/{}/invites", server.lounge);
    let maker = server.person("olive").await;
    let new = maker.post(&path, json!({})).await.expect(201);
    let code = text(&new["code"]);
    assert!(text(&new["url"]).ends_with(&format!("/invite#{code}")), "{new}");

    server.person("ada").await.get(&path).await.refused(403, "forbidden");
    assert!(!maker.get(&path).await.expect(200).to_string().contains(&code));
    for socket in [&mut ada, &mut olive] {
        assert!(socket.heard_so_far().await.iter().all(|frame| !frame.to_string().contains(&code)));
    }
    assert!(!server.log().contains(&code));
}

/// A35.
#[tokio::test]
async fn codes_cannot_be_guessed_and_may_not_be_tried_for_long() {
    let mut server = TestServer::with(&[("PARLOR_LIMITS_CODE_TRIES_PER_ADDRESS", "10")]).await;
    let (one, other) = (code(&mut server, json!({})).await, code(&mut server, json!({})).await);
    // 256 bits in base64url.
    assert!(one.len() == 43 && other.len() == 43 && one != other);
    let stranger = server.stranger();
    let look_up = |code: String| stranger.post("/invites/look_up", json!({ "code": code }));
    while look_up("a".repeat(43)).await.status == 410 {}
    look_up(one.clone()).await.refused(429, "rate_limited");
    stranger.post("/sign_up", applicant(&one, "guesser")).await.refused(429, "rate_limited");
}
