//! Rising, and acting on those who stand higher.

use futures_util::future::join_all;

use crate::harness::*;

/// A10.
#[tokio::test]
async fn what_is_sent_while_an_account_is_closed_is_stored_or_refused() {
    let mut server = TestServer::start().await;
    let (olive, ada, lounge) = (server.person("olive").await, server.person("ada").await, server.lounge.clone());
    let path = format!("/groups/{lounge}/messages");
    let say = |_| ada.post(&path, json!({ "client_id": new_id(), "content": "quick" }));
    let account = format!("/admin/users/{}", ada.id);
    let closing = olive.patch(&account, json!({ "is_active": false }));

    let (answers, closed) = tokio::join!(join_all((0..100).map(say)), closing);

    closed.expect(200);
    let stored = answers.iter().filter(|answer| answer.status == 201).count();
    assert!(answers.iter().all(|answer| [201, 401].contains(&answer.status)));
    let count = || server.database().rows("SELECT count(*) FROM messages WHERE kind = 'text'").join("");
    assert_eq!(count(), stored.to_string());
    say(0).await.refused(401, "unauthenticated");
    assert_eq!(count(), stored.to_string());
}

/// A14.
#[tokio::test]
async fn two_who_set_up_at_once_make_one_admin() {
    let server = TestServer::not_set_up(&[]);
    let stranger = server.stranger();
    let set_up = |code: &str, username: &str| {
        let input = json!({ "code": code, "workspace_name": "Fernhill", "name": "First", "username": username,
                            "password": PASSWORD, "token": true });
        stranger.post("/setup", input)
    };
    set_up(&"a".repeat(43), "early").await.refused(403, "forbidden");
    set_up("", "early").await.refused(403, "forbidden");
    assert_eq!(server.database().rows("SELECT count(*) FROM users"), ["0"]);

    let code = server.setup_code();
    let names: Vec<String> = (0..8).map(|n| format!("first{n}")).collect();
    let answers = join_all(names.iter().map(|name| set_up(&code, name))).await;

    let mut statuses: Vec<u16> = answers.into_iter().map(|answer| answer.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [vec![201], vec![409; 7]].concat());
    assert_eq!(server.database().rows("SELECT count(*), (SELECT count(*) FROM workspaces) FROM users"), ["1|1"]);
    set_up(&code, "late").await.refused(409, "conflict");
}

/// A29.
#[tokio::test]
async fn there_is_always_one_owner_and_an_admin() {
    let mut server = TestServer::start().await;
    let (olive, ada) = (server.person("olive").await, server.person("ada").await);
    let (workspace, lounge) = (server.workspace.clone(), server.lounge.clone());
    let account = format!("/admin/users/{}", olive.id);
    for change in [json!({ "is_active": false }), json!({ "server_role": "user" })] {
        olive.patch(&account, change).await.refused(403, "forbidden");
    }
    let own = format!("/workspaces/{workspace}/members/{}", olive.id);
    olive.put(&own, json!({ "role": "member" })).await.refused(403, "forbidden");
    olive.post(&format!("/groups/{lounge}/leave"), Value::Null).await.refused(409, "conflict");

    olive.put(&format!("/workspaces/{workspace}/members/{}", ada.id), json!({ "role": "owner" })).await.expect(204);

    let roles = server.database().rows("SELECT role, count(*) FROM workspace_members GROUP BY role ORDER BY role");
    assert_eq!(roles, ["admin|1", "owner|1"]);
    assert_eq!(server.database().rows("SELECT lower(hex(owner_id)) FROM workspaces"), [ada.id.replace('-', "")]);
    olive.put(&own, json!({ "role": "owner" })).await.refused(403, "forbidden");
}

/// A29.
#[tokio::test]
async fn a_guest_stays_a_guest_whatever_a_group_would_make_of_them() {
    let mut server = TestServer::start().await;
    let (olive, gil) = (server.person("olive").await, server.guest("gil").await);
    let hall = server.private_group("hall", &["olive", "gil"]).await;
    olive.put(&format!("/groups/{hall}/members/{}", gil.id), json!({ "role": "admin" })).await;
    gil.post(&format!("/groups/{hall}/invites"), json!({})).await.refused(403, "forbidden");
    gil.patch(&format!("/groups/{hall}"), json!({ "version": 1, "topic": "mine" })).await.refused(403, "forbidden");
    gil.post(&format!("/workspaces/{}/groups", server.workspace), json!({ "name": "x" }))
        .await
        .refused(403, "forbidden");
}
