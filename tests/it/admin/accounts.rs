//! The list of accounts, and what is done to one.

use super::deeds;
use crate::harness::*;

/// Usernames, page after page.
async fn listed(admin: &Person, query: &str, limit: u32) -> Vec<String> {
    let (mut names, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = admin.get(&format!("/admin/users?limit={limit}{query}{cursor}")).await.expect(200);
        let items = page["items"].as_array().unwrap();
        assert!(items.len() <= limit as usize);
        names.extend(items.iter().map(|item| text(&item["username"])));
        let Some(next) = page["next_cursor"].as_str() else { return names };
        cursor = format!("&cursor={next}");
    }
}

#[tokio::test]
async fn accounts_are_found_sorted_and_paged_each_once() {
    let mut server = TestServer::start().await;
    for name in ["dan", "ben", "cleo", "ada"] {
        server.person(name).await;
    }
    let olive = server.person("olive").await;
    let ben = server.person("ben").await;
    olive.patch(&format!("/admin/users/{}", ben.id), json!({ "server_role": "manager" })).await.expect(200);
    let cleo = server.person("cleo").await;
    olive.patch(&format!("/admin/users/{}", cleo.id), json!({ "is_active": false })).await.expect(200);

    for limit in [1, 2, 100] {
        assert_eq!(listed(&olive, "", limit).await, ["ada", "ben", "cleo", "dan", "olive"]);
        assert_eq!(listed(&olive, "&sort=newest", limit).await, ["ada", "cleo", "ben", "dan", "olive"]);
        let mut seen = listed(&olive, "&sort=seen", limit).await;
        let unseen = listed(&olive, "&sort=unseen", limit).await;
        seen.reverse();
        assert_eq!(seen, unseen, "one order is the other's reverse");
        assert_eq!(seen.len(), 5);
    }
    assert_eq!(listed(&olive, "&role=manager", 1).await, ["ben"]);
    assert_eq!(listed(&olive, "&state=deactivated", 1).await, ["cleo"]);
    assert_eq!(listed(&olive, "&state=active&role=user", 1).await, ["ada", "dan"]);
    assert_eq!(listed(&olive, "&query=LE", 100).await, ["cleo"]);
    assert_eq!(listed(&olive, "&query=%25", 100).await, [""; 0]);
}

#[tokio::test]
async fn who_is_here_is_seen_before_who_has_gone_and_who_hides_is_not_given_away() {
    let mut server = TestServer::start().await;
    let olive = server.person("olive").await;
    let [ada, ben] = server.connect(["ada", "ben"]).await;
    let hidden = server.person("ben").await;
    let status = json!({ "manual_status": null, "do_not_disturb": false, "invisible": true });
    hidden.put("/me/status", status).await.expect(200);
    let database = server.database();
    let is_noted = |name: &str, presence: &str| {
        let sql = format!(
            "SELECT 1 FROM user_status s JOIN users u ON u.id = s.user_id
              WHERE u.username = '{name}' AND s.auto_status = '{presence}'"
        );
        !database.rows(&sql).is_empty()
    };
    while !is_noted("ada", "online") || !is_noted("ben", "online") {
        olive.get("/server").await.expect(200);
    }

    let seen = olive.get("/admin/users?sort=seen").await.expect(200);

    assert_eq!(seen["items"][0]["username"], "ada");
    assert_eq!(seen["items"][0]["status"]["presence"], "online");
    let ben = {
        drop((ada, ben));
        seen["items"].as_array().unwrap().iter().find(|item| item["username"] == "ben").unwrap()
    };
    assert_eq!(ben["status"]["presence"], "offline");
}

#[tokio::test]
async fn a_row_counts_groups_and_devices() {
    let mut server = TestServer::start().await;
    server.group("hall", &["ada"]).await;
    server.sign_in("ada").await;
    let olive = server.person("olive").await;

    let page = olive.get("/admin/users?query=ada").await.expect(200);

    assert_eq!((&page["items"][0]["group_count"], &page["items"][0]["device_count"]), (&json!(2), &json!(2)));
}

#[tokio::test]
async fn what_is_asked_for_wrongly_is_named() {
    let mut server = TestServer::start().await;
    let olive = server.person("olive").await;
    let long = "a".repeat(257);
    for (query, field) in [
        ("sort=worst", "sort"),
        ("role=king", "role"),
        ("state=gone", "state"),
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("cursor=nonsense", "cursor"),
        ("colour=red", "colour"),
        (&format!("query={long}"), "query"),
    ] {
        assert_eq!(
            olive.get(&format!("/admin/users?{query}")).await.refused(422, "invalid")["field"],
            field,
            "{query}"
        );
    }
    let by_name = olive.get("/admin/users?limit=1").await.expect(200);
    server.person("ada").await;
    let by_name = match by_name["next_cursor"].as_str() {
        Some(cursor) => cursor.to_owned(),
        None => text(&olive.get("/admin/users?limit=1").await.expect(200)["next_cursor"]),
    };
    olive.get(&format!("/admin/users?sort=seen&cursor={by_name}")).await.refused(422, "invalid");
}

#[tokio::test]
async fn a_stretch_looks_at_so_many_accounts_and_says_where_to_go_on() {
    let mut server = TestServer::start().await;
    let olive = server.person("olive").await;
    let database = server.database();
    database.run(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000)
         INSERT INTO users (id, name, name_key, username, password, created_at, updated_at)
         SELECT randomblob(16), 'Extra', printf('extra %05d', i), 'extra-' || i, 'none', 1, 1 FROM n",
    );
    database.run("INSERT INTO user_status (user_id, updated_at) SELECT id, 1 FROM users WHERE name = 'Extra'");

    for sort in ["name", "newest", "seen", "unseen"] {
        let first = olive.get(&format!("/admin/users?query=olive&sort={sort}&limit=1")).await.expect(200);
        assert!(first["items"].as_array().unwrap().len() <= 1);
        assert_eq!(listed(&olive, &format!("&query=olive&sort={sort}"), 1).await, ["olive"], "{sort}");
        assert_eq!(listed(&olive, &format!("&query=extra&sort={sort}"), 100).await.len(), 6_000, "{sort}");
    }
    let first = olive.get("/admin/users?query=olive").await.expect(200);
    assert_eq!(first["items"], json!([]), "olive comes after 5,000 others");
    assert!(first["next_cursor"].is_string());
}

#[tokio::test]
async fn the_table_holds_everybody_once_and_no_formula() {
    let mut server = TestServer::start().await;
    for name in ["ada", "ben"] {
        server.person(name).await;
    }
    let ada = server.person("ada").await;
    ada.patch("/me", json!({ "name": "=1+1 \"Ada\"" })).await.expect(200);
    let olive = server.person("olive").await;

    let answer = olive.get("/admin/export/users").await;

    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(answer.header("content-disposition"), "attachment; filename=\"people.csv\"");
    let table = String::from_utf8(answer.bytes.to_vec()).unwrap();
    let lines: Vec<&str> = table.trim_end().split("\r\n").collect();
    assert_eq!(lines.len(), 4, "{table}");
    assert!(lines[0].starts_with("\u{feff}\"Name\",\"Username\",\"E-mail\""), "{table}");
    assert!(table.contains("\"'=1+1 \"\"Ada\"\"\",\"ada\""), "{table}");
    let managers = olive.get("/admin/export/users?role=manager").await;
    assert_eq!(String::from_utf8(managers.bytes.to_vec()).unwrap().trim_end().split("\r\n").count(), 1);
}

#[tokio::test]
async fn signing_somebody_out_everywhere_closes_what_was_open_and_leaves_the_account() {
    let mut server = TestServer::start().await;
    let [ada, olive] = [server.person("ada").await, server.person("olive").await];
    server.sign_in("ada").await;
    let [mut socket] = server.connect(["ada"]).await;

    let ended = olive.post(&format!("/admin/users/{}/sign_out", ada.id), Value::Null).await.expect(200);

    assert_eq!(ended["devices"], 2);
    socket.ended().await;
    ada.get("/me").await.refused(401, "unauthenticated");
    server.sign_in("ada").await.get("/me").await.expect(200);
    assert_eq!(deeds(&olive, "").await[0], "signed_out_everywhere");
}
