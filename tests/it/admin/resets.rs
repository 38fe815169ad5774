//! Links to a new password.

use super::deeds;
use crate::harness::*;

const NEW: &str = "an entirely new sentence";

/// A link to somebody's new password; its code.
async fn link(by: &Person, to: &Person) -> String {
    let made = by.post(&format!("/admin/users/{}/reset_link", to.id), Value::Null).await.expect(201);
    text(&made["url"]).split_once("/reset#").unwrap().1.to_owned()
}

#[tokio::test]
async fn who_holds_the_link_sets_a_password_once_and_every_device_is_signed_out() {
    let mut server = TestServer::start().await;
    let [olive, ada, stranger] = [server.person("olive").await, server.person("ada").await, server.stranger()];
    let [mut socket] = server.connect(["ada"]).await;
    let code = link(&olive, &ada).await;
    assert!(!server.database().rows("SELECT hex(code_hash) FROM password_resets").concat().contains(&code));

    let reset = stranger.post("/password_resets/look_up", json!({ "code": code })).await.expect(200);
    assert_eq!(reset["user"], json!({ "id": ada.id, "name": "Ada", "username": "ada" }));
    stranger.post("/password_resets", json!({ "code": code, "password": "short" })).await.refused(422, "invalid");
    ada.get("/me").await.expect(200);
    stranger.post("/password_resets", json!({ "code": code, "password": NEW })).await.expect(204);

    socket.ended().await;
    ada.get("/me").await.refused(401, "unauthenticated");
    let sign_in = |password: &str| json!({ "login": "ada", "password": password, "token": true });
    stranger.post("/sessions", sign_in(PASSWORD)).await.refused(401, "wrong_credentials");
    stranger.post("/sessions", sign_in(NEW)).await.expect(201);
    stranger.post("/password_resets", json!({ "code": code, "password": PASSWORD })).await.refused(410, "link_gone");
    assert_eq!(deeds(&olive, "").await[..2], ["password_set_by_link", "reset_link_made"]);
}

#[tokio::test]
async fn a_link_that_is_over_opens_nothing_and_does_not_say_why() {
    for how in ["expired", "replaced", "changed", "closed", "maker closed", "maker stepped down"] {
        let mut server = TestServer::start().await;
        let [olive, ada, ben] = [server.person("olive").await, server.person("ada").await, server.person("ben").await];
        let account = |of: &Person| format!("/admin/users/{}", of.id);
        olive.patch(&account(&ben), json!({ "server_role": "manager" })).await.expect(200);
        let code = link(&ben, &ada).await;
        match how {
            "expired" => drop(server.database().run("UPDATE password_resets SET expires_at = 1")),
            "replaced" => drop(link(&olive, &ada).await),
            "changed" => {
                let input = json!({ "current_password": PASSWORD, "new_password": NEW });
                drop(ada.post("/me/password", input).await.expect(204));
            }
            "closed" => {
                olive.patch(&account(&ada), json!({ "is_active": false })).await.expect(200);
                olive.patch(&account(&ada), json!({ "is_active": true })).await.expect(200);
            }
            "maker closed" => drop(olive.patch(&account(&ben), json!({ "is_active": false })).await.expect(200)),
            _ => drop(olive.patch(&account(&ben), json!({ "server_role": "user" })).await.expect(200)),
        }
        let before = server.database().state();
        let stranger = server.stranger();
        for code in [code.as_str(), &"a".repeat(43), "nonsense"] {
            let input = json!({ "code": code });
            stranger.post("/password_resets/look_up", input).await.refused(410, "link_gone");
            let input = json!({ "code": code, "password": NEW });
            stranger.post("/password_resets", input).await.refused(410, "link_gone");
        }
        assert_eq!(server.database().state(), before, "{how}");
    }
}

#[tokio::test]
async fn a_link_that_is_used_twenty_times_at_once_works_once() {
    let mut server = TestServer::start().await;
    let [olive, ada, stranger] = [server.person("olive").await, server.person("ada").await, server.stranger()];
    let code = link(&olive, &ada).await;

    let tries = (0..20).map(|n| {
        let input = json!({ "code": code, "password": format!("{NEW} {n}") });
        let stranger = &stranger;
        async move { stranger.post("/password_resets", input).await.status }
    });
    let statuses = futures_util::future::join_all(tries).await;

    assert_eq!(statuses.iter().filter(|status| **status == 204).count(), 1, "{statuses:?}");
    assert!(statuses.iter().all(|status| [204, 410].contains(status)), "{statuses:?}");
}

#[tokio::test]
async fn guessing_at_links_is_slowed_down() {
    let server = TestServer::with(&[("PARLOR_LIMITS_CODE_TRIES_PER_ADDRESS", "5")]).await;
    let guess = json!({ "code": "a".repeat(43) });
    let mut statuses = Vec::new();
    for _ in 0..6 {
        statuses.push(server.stranger().post("/password_resets/look_up", guess.clone()).await.status);
    }
    assert_eq!(statuses.last(), Some(&429), "{statuses:?}");
}

#[tokio::test]
async fn nobody_makes_a_link_to_an_account_that_ranks_as_high_or_is_closed() {
    let mut server = TestServer::start().await;
    let [olive, ada, ben] = [server.person("olive").await, server.person("ada").await, server.person("ben").await];
    for manager in [&ada, &ben] {
        let account = format!("/admin/users/{}", manager.id);
        olive.patch(&account, json!({ "server_role": "manager" })).await.expect(200);
    }
    for target in [&olive, &ben, &ada] {
        ada.post(&format!("/admin/users/{}/reset_link", target.id), Value::Null).await.refused(403, "forbidden");
    }
    olive.patch(&format!("/admin/users/{}", ben.id), json!({ "is_active": false })).await.expect(200);
    olive.post(&format!("/admin/users/{}/reset_link", ben.id), Value::Null).await.refused(409, "conflict");
}
