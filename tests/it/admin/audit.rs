//! What is noted, who reads it, and that it stays.

use super::{deeds, log};
use crate::harness::*;

#[tokio::test]
async fn each_deed_is_noted_with_who_did_it_to_whom_and_from_where() {
    let mut server = TestServer::start().await;
    let hall = server.group("hall", &["olive", "ada", "ben"]).await;
    let [olive, ada, ben] = [server.person("olive").await, server.person("ada").await, server.person("ben").await];
    let account = format!("/admin/users/{}", ada.id);
    let workspace = format!("/workspaces/{}", server.workspace);
    let said = text(&ada.say(&hall, "something unkind").await["id"]);
    let before = deeds(&olive, "").await.len();

    olive.patch(&account, json!({ "server_role": "manager" })).await.expect(200);
    olive.patch(&account, json!({ "server_role": "manager" })).await.expect(200);
    olive.patch(&account, json!({ "is_active": false })).await.expect(200);
    olive.patch(&account, json!({ "is_active": false })).await.expect(200);
    olive.patch(&account, json!({ "is_active": true })).await.expect(200);
    olive.post(&format!("{account}/reset_password"), Value::Null).await.expect(200);
    olive.patch("/admin/settings", json!({ "sign_up_open": true, "link_previews": false })).await.expect(200);
    olive.patch(&workspace, json!({ "accent": "plum", "description": "Ours" })).await.expect(200);
    olive.put(&format!("{workspace}/members/{}", ben.id), json!({ "role": "moderator" })).await.expect(204);
    let invites = format!("/groups/{hall}/invites");
    let invite = text(&olive.post(&invites, json!({ "max_uses": 3 })).await.expect(201)["invite"]["id"]);
    olive.delete(&format!("{invites}/{invite}")).await.expect(204);
    olive.delete(&format!("/messages/{said}")).await.expect(204);
    let group = format!("/groups/{hall}");
    let version = olive.get(&group).await.expect(200)["version"].clone();
    let changed = olive.patch(&group, json!({ "version": version, "is_private": true })).await.expect(200);
    olive.patch(&group, json!({ "version": changed["version"], "is_archived": true })).await.expect(200);

    let mut lines = log(&olive, "").await;
    lines.truncate(lines.len() - before);
    lines.reverse();
    let actions: Vec<&str> = lines.iter().map(|line| line["action"].as_str().unwrap()).collect();
    let expected = [
        "server_role_changed",
        "account_closed",
        "account_opened",
        "password_reset",
        "setting_changed",
        "workspace_changed",
        "workspace_changed",
        "workspace_role_changed",
        "invite_made",
        "invite_revoked",
        "message_deleted",
        "group_made_private",
        "group_archived",
    ];
    assert_eq!(actions, expected);
    for line in &lines {
        assert_eq!((&line["actor_id"], &line["address"]), (&json!(olive.id), &json!("127.0.0.1")), "{line}");
    }
    assert_eq!(lines[0]["detail"], json!({ "user_id": ada.id, "was": "user", "is": "manager" }));
    assert_eq!(lines[1]["detail"], json!({ "user_id": ada.id, "devices": 1 }));
    assert_eq!(lines[4]["detail"], json!({ "setting": "sign_up_open", "is": true }));
    assert_eq!(lines[6]["detail"]["setting"], "accent");
    assert_eq!(lines[8]["detail"]["max_uses"], 3);
    assert_eq!(lines[10]["detail"], json!({ "message_id": said, "group_id": hall, "user_id": ada.id }));
    let seqs: Vec<i64> = lines.iter().map(|line| line["seq"].as_i64().unwrap()).collect();
    assert!(seqs.windows(2).all(|pair| pair[1] == pair[0] + 1), "{seqs:?}");
}

#[tokio::test]
async fn ones_own_message_is_nobody_elses_business_and_what_is_refused_is_not_noted() {
    let mut server = TestServer::start().await;
    let [olive, ada] = [server.person("olive").await, server.person("ada").await];
    let lounge = server.lounge.clone();
    let said = text(&ada.say(&lounge, "oops").await["id"]);
    let before = deeds(&olive, "").await;

    ada.delete(&format!("/messages/{said}")).await.expect(204);
    ada.patch("/admin/settings", json!({ "sign_up_open": true })).await.refused(403, "forbidden");
    ada.post(&format!("/admin/users/{}/sign_out", olive.id), Value::Null).await.refused(403, "forbidden");

    assert_eq!(deeds(&olive, "").await, before);
}

#[tokio::test]
async fn the_log_is_chosen_by_deed_and_by_doer_page_by_page() {
    let mut server = TestServer::start().await;
    let [olive, ada] = [server.person("olive").await, server.person("ada").await];
    server.cli(&["user", "create", "ruth"]);
    server.cli(&["user", "deactivate", "ruth"]);
    let account = format!("/admin/users/{}", ada.id);
    for is_active in [false, true, false] {
        olive.patch(&account, json!({ "is_active": is_active })).await.expect(200);
    }

    assert_eq!(deeds(&olive, "&actor=operator").await, ["account_closed", "account_made"]);
    assert_eq!(deeds(&olive, "&action=account_closed").await.len(), 3);
    assert_eq!(deeds(&olive, &format!("&action=account_closed&actor={}", olive.id)).await.len(), 2);
    assert_eq!(deeds(&olive, &format!("&actor={}", ada.id)).await, [""; 0]);
    let (mut seqs, mut query) = (Vec::new(), String::new());
    loop {
        let page = olive.get(&format!("/admin/audit_log?limit=2{query}")).await.expect(200);
        seqs.extend(page["items"].as_array().unwrap().iter().map(|line| line["seq"].as_i64().unwrap()));
        let Some(next) = page["next_cursor"].as_i64() else { break };
        query = format!("&cursor={next}");
    }
    assert_eq!(seqs, (1..=seqs[0]).rev().collect::<Vec<_>>());
    assert_eq!(olive.get("/admin/audit_log?actor=nobody").await.refused(422, "invalid")["field"], "actor");
    assert_eq!(olive.get("/admin/audit_log?action=painted").await.refused(422, "invalid")["field"], "action");
    let page = olive.get("/admin/audit_log?actor=operator").await.expect(200);
    assert_eq!((&page["items"][0]["actor_id"], &page["people"][0]["username"]), (&Value::Null, &json!("ruth")));
}

/// A25.
#[tokio::test]
async fn a_group_that_is_not_for_the_reader_has_no_name_and_no_id_in_the_log() {
    let mut server = TestServer::start().await;
    let attic = server.private_group("attic", &["ada"]).await;
    let [olive, ada] = [server.person("olive").await, server.person("ada").await];
    ada.post(&format!("/groups/{attic}/invites"), json!({})).await.expect(201);

    let page = olive.get("/admin/audit_log?action=invite_made").await.expect(200);

    let line = &page["items"][0];
    assert_eq!((&line["actor_id"], &line["detail"]["group_id"]), (&json!(ada.id), &Value::Null));
    let all = page.to_string();
    assert!(!all.contains(&attic) && !all.contains("attic"), "{all}");
}

/// A59.
#[tokio::test]
async fn a_line_can_be_neither_changed_nor_taken_away_and_what_was_changed_past_that_shows() {
    let mut server = TestServer::start().await;
    let [olive, ada] = [server.person("olive").await, server.person("ada").await];
    for is_active in [false, true, false] {
        olive.patch(&format!("/admin/users/{}", ada.id), json!({ "is_active": is_active })).await.expect(200);
    }
    let database = server.database();
    for sql in ["UPDATE audit_log SET actor_id = NULL", "DELETE FROM audit_log WHERE seq = 2", "DELETE FROM audit_log"]
    {
        let refused = database.execute(sql, []).unwrap_err().to_string();
        assert!(refused.contains("the audit log is only added to"), "{refused}");
    }
    let sound = server.cli(&["doctor"]);
    assert!(sound.contains("ok   audit log") && sound.contains("each of which follows from the one before"), "{sound}");

    database.execute_batch("DROP TRIGGER audit_log_is_not_rewritten").unwrap();
    assert_eq!(database.run("UPDATE audit_log SET action = 'account_opened' WHERE seq = 2"), 1);

    let done = server.run(&["doctor", "--data-dir", "data"]);
    assert!(done.out.contains("BAD  audit log       line 2 does not follow from the one before"), "{}", done.out);
}
