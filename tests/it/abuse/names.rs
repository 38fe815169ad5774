//! Names that look like others.

use super::{applicant, code};
use crate::harness::*;

/// A11.
#[tokio::test]
async fn however_a_name_is_spelled_it_is_one_account_or_none() {
    let mut server = TestServer::start().await;
    let ann = server.person("ann").await;
    ann.patch("/me", json!({ "email": "ann@example.org" })).await.expect(200);
    let code = code(&mut server, json!({})).await;
    let stranger = server.stranger();
    for same in ["ann", "Ann", " ANN ", "ａｎｎ", "ANN@example.org", "ａｎｎ@example.org", " ann@EXAMPLE.org"] {
        let signed_in = stranger.post("/sessions", json!({ "login": same, "password": PASSWORD })).await.expect(201);
        assert_eq!(signed_in["me"]["id"], json!(ann.id), "{same}");
    }
    for other in ["an", "ann.", "ann%", "%", "a_n", "аnn", "ann\u{200b}", "ann@example.org.", "ann@example", "@", "nn"]
    {
        let input = json!({ "login": other, "password": PASSWORD });
        stranger.post("/sessions", input).await.refused(401, "wrong_credentials");
    }
    for same in ["Ann", " ann", "ANN"] {
        stranger.post("/sign_up", applicant(&code, same)).await.refused(409, "taken");
    }
    let mut input = applicant(&code, "other");
    input["email"] = json!("Ａnn@Example.org");
    stranger.post("/sign_up", input).await.refused(409, "taken");
}

/// A11.
#[tokio::test]
async fn two_groups_have_one_name_however_it_is_spelled() {
    let mut server = TestServer::start().await;
    server.group("Über uns", &["ada"]).await;
    let ada = server.person("ada").await;
    let path = format!("/workspaces/{}/groups", server.workspace);
    for same in ["über uns", " ÜBER  UNS ", "u\u{308}ber uns", "Über\u{200b} uns", "Ｕ\u{308}ber uns"] {
        ada.post(&path, json!({ "name": same })).await.refused(409, "taken");
    }
}

/// A12.
#[tokio::test]
async fn a_username_cannot_look_like_another_and_a_name_cannot_hide() {
    let mut server = TestServer::start().await;
    let code = code(&mut server, json!({})).await;
    let stranger = server.stranger();
    for odd in ["аnn", "ann\u{200b}", "\u{202e}nna", "ａnn", "ann ann", "ann\n", "ann@home", ".ann", "ann-", "a", ""]
    {
        // What stands around a name is cut; what remains is plain.
        if odd.trim() == "ann" {
            continue;
        }
        let problem = stranger.post("/sign_up", applicant(&code, odd)).await.refused(422, "invalid");
        assert_eq!(problem["field"], "username", "{odd:?}");
    }
    let mut input = applicant(&code, "hidden");
    input["name"] = json!("\u{202e}O\u{200b}live\u{2066}\u{feff}\u{0}");
    let signed_up = stranger.post("/sign_up", input).await.expect(201);
    assert_eq!(signed_up["me"]["name"], "Olive");
    let mut input = applicant(&code, "nameless");
    input["name"] = json!("\u{202e}\u{200b} \u{feff}");
    assert_eq!(stranger.post("/sign_up", input).await.refused(422, "invalid")["field"], "name");
}
