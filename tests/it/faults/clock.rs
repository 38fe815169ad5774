//! F13: the clock jumps years ahead, or the machine starts in 1970.

use crate::harness::*;

const YEAR_SECS: i64 = 365 * 24 * 60 * 60;

/// Waits until the server has said this.
async fn has_said(server: &TestServer, words: &str) {
    let stranger = server.stranger();
    while !server.log().contains(words) {
        stranger.get("/server").await.expect(200);
    }
}

struct House {
    server: TestServer,
    ailing: Ailing,
    ada: Person,
    invite: Value,
}

/// Ada is signed in on two devices and shows a status until tomorrow; there is an open invite.
async fn house() -> House {
    let (mut server, ailing) = Ailing::server().await;
    let ada = server.person("ada").await;
    server.sign_in("ada").await;
    let status = json!({ "text": "writing", "expires_at": ahead(24 * 60 * 60) });
    let input = json!({ "manual_status": status, "do_not_disturb": false, "invisible": false });
    ada.put("/me/status", input).await.expect(200);
    let olive = server.person("olive").await;
    let invite = olive.post(&format!("/groups/{}/invites", server.lounge), json!({})).await.expect(201);
    House { server, ailing, ada, invite }
}

impl House {
    async fn nothing_is_gone(&self) {
        let me = self.ada.get("/me").await.expect(200);
        assert_eq!(me["status"]["manual_status"]["text"], "writing");
        assert_eq!(self.ada.get("/sessions").await.expect(200)["items"].as_array().unwrap().len(), 2);
        let database = self.server.database();
        assert_eq!(database.rows("SELECT count(*) FROM group_invites WHERE uses = 0"), ["1"]);
        assert_eq!(database.rows("SELECT count(*) FROM user_status WHERE manual_status IS NOT NULL"), ["1"]);
    }

    async fn opens(&self) -> Answer {
        self.server.stranger().post("/invites/look_up", json!({ "code": self.invite["code"] })).await
    }
}

#[tokio::test]
async fn a_clock_that_jumps_years_ahead_ends_no_login_and_takes_nothing_away() {
    let mut house = house().await;
    house.ailing.set("clock-secs", 3 * YEAR_SECS);
    has_said(&house.server, "the clock is more than a day from where it should be").await;

    house.nothing_is_gone().await;
    // An invite admits nobody beyond its time, whatever the clock may have done; but it is still there.
    house.opens().await.refused(410, "invite_gone");
    let olive = house.server.person("olive").await;
    let made = olive.post(&format!("/groups/{}/invites", house.server.lounge), json!({ "max_uses": 1 })).await;
    made.expect(201);
    olive.delete(&format!("/groups/{}/invites/{}", house.server.lounge, new_id())).await.refused(404, "not_found");
    assert_eq!(house.server.database().rows("SELECT count(*) FROM group_invites"), ["3"]);

    house.ailing.end("clock-secs");
    has_said(&house.server, "the clock is back where it should be").await;
    house.opens().await.expect(200);
    assert_eq!(house.ada.get("/sessions").await.expect(200)["items"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_server_started_years_ahead_cleans_nothing_up_at_first() {
    let mut house = house().await;
    house.ailing.set("clock-secs", 3 * YEAR_SECS);
    house.server.restart();
    has_said(&house.server, "the clock is more than a day from where it should be").await;
    house.nothing_is_gone().await;
}

#[tokio::test]
async fn a_server_started_in_1970_goes_on_in_order_and_forgets_nobody() {
    let mut house = house().await;
    let lounge = house.server.lounge.clone();
    let olive = house.server.person("olive").await;
    let first = olive.say(&lounge, "@ada in time").await;
    house.ailing.set("clock-secs", -56 * YEAR_SECS);
    house.server.restart();
    has_said(&house.server, "the clock is more than a day from where it should be").await;

    house.nothing_is_gone().await;
    let second = olive.say(&lounge, "@ada out of time").await;
    assert!(text(&second["created_at"]) >= text(&first["created_at"]), "{second}");
    assert!(text(&second["id"]) > text(&first["id"]));
    let mentions = house.ada.get("/mentions").await.expect(200);
    let order: Vec<Value> = mentions["items"].as_array().unwrap().iter().map(|found| found["id"].clone()).collect();
    assert_eq!(order, [second["id"].clone(), first["id"].clone()]);
    assert_eq!(house.ada.history(&format!("/groups/{lounge}")).await, [first, second]);
    house.opens().await.expect(200);

    house.ailing.end("clock-secs");
    has_said(&house.server, "the clock is back where it should be").await;
    house.nothing_is_gone().await;
}
