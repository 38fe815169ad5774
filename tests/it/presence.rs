//! How people look to each other.

use crate::harness::*;

/// Watches these people; how they look now.
async fn watch(socket: &mut Socket, people: &[&Person]) -> Vec<Value> {
    let ids: Vec<&str> = people.iter().map(|person| person.id.as_str()).collect();
    socket.ack("watch_presence", json!({ "user_ids": ids })).await["statuses"].as_array().unwrap().clone()
}

/// The next that is told of somebody.
async fn told_of(socket: &mut Socket, person: &Person) -> Value {
    let is_theirs =
        |frame: &Value| frame["type"] == "presence" && frame["data"]["statuses"][0]["user_id"] == person.id.as_str();
    socket.frame(is_theirs).await["data"]["statuses"][0].clone()
}

/// Waits until somebody is told to look so.
async fn looks(socket: &mut Socket, person: &Person, presence: &str) -> Value {
    loop {
        let status = told_of(socket, person).await;
        if status["presence"] == presence {
            return status;
        }
    }
}

/// Everything told of somebody up to now. Somebody else comes and is left meanwhile: once that has been told, the
/// server has also looked twice at whatever happened before.
async fn told_so_far(socket: &mut Socket, person: &Person, server: &mut TestServer) -> Vec<Value> {
    let zoe = server.person("zoe").await;
    let [mut witness] = server.connect(["zoe"]).await;
    looks(socket, &zoe, "online").await;
    witness.ack("set_activity", json!({ "active": false })).await;
    looks(socket, &zoe, "idle").await;
    let heard = socket.heard_so_far().await;
    heard.into_iter().filter(|f| f["data"]["statuses"][0]["user_id"] == person.id.as_str()).collect()
}

#[tokio::test]
async fn people_look_online_idle_and_offline_as_they_come_and_go() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let [mut watcher] = server.connect(["ben"]).await;
    assert_eq!(watch(&mut watcher, &[&ada]).await[0]["presence"], "offline");

    let mut window = ada.connect(None).await;
    let online = looks(&mut watcher, &ada, "online").await;
    assert_eq!(online["last_seen"], Value::Null);
    window.ack("set_activity", json!({ "active": false })).await;
    looks(&mut watcher, &ada, "idle").await;
    window.ack("set_activity", json!({ "active": true })).await;
    looks(&mut watcher, &ada, "online").await;
    window.drop_silently();
    let offline = looks(&mut watcher, &ada, "offline").await;
    assert!(offline["last_seen"].is_string());
}

#[tokio::test]
async fn several_windows_are_one_presence_the_liveliest() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let [mut watcher] = server.connect(["ben"]).await;
    watch(&mut watcher, &[&ada]).await;

    let [mut left, used] = [ada.connect(None).await, ada.connect(None).await];
    looks(&mut watcher, &ada, "online").await;
    left.ack("set_activity", json!({ "active": false })).await;
    used.drop_silently();

    assert_eq!(told_of(&mut watcher, &ada).await["presence"], "idle");
    left.drop_silently();
    assert_eq!(told_of(&mut watcher, &ada).await["presence"], "offline");
}

#[tokio::test]
async fn loading_the_page_again_is_not_seen_by_anybody() {
    let mut server = TestServer::start().await;
    let [ada, zoe] = [server.person("ada").await, server.person("zoe").await];
    let [mut watcher] = server.connect(["ben"]).await;
    watch(&mut watcher, &[&ada, &zoe]).await;
    let window = ada.connect(None).await;
    looks(&mut watcher, &ada, "online").await;

    window.drop_silently();
    let ben = server.person("ben").await;
    let meanwhile = ben.get(&format!("/users/{}", ada.id)).await.expect(200);
    let _again = ada.connect(None).await;

    assert_eq!(meanwhile["status"]["presence"], "online");
    assert_eq!(told_so_far(&mut watcher, &ada, &mut server).await, [Value::Null; 0]);
}

/// How somebody looks to `viewer`, wherever that can be asked.
async fn every_look(viewer: &Person, person: &Person, lounge: &str, socket: &mut Socket) -> Vec<Value> {
    let status_in = |list: Value| {
        let items = list["items"].as_array().unwrap().clone();
        let user = |item: &Value| if item["user"].is_object() { item["user"].clone() } else { item.clone() };
        items.iter().map(user).find(|user| user["id"] == person.id.as_str()).unwrap()["status"].clone()
    };
    let mut looks = vec![
        viewer.get(&format!("/users/{}", person.id)).await.expect(200)["status"].clone(),
        status_in(viewer.get("/users").await.expect(200)),
        status_in(viewer.get(&format!("/users?ids={}", person.id)).await.expect(200)),
        status_in(viewer.get(&format!("/groups/{lounge}/members")).await.expect(200)),
    ];
    let statuses = viewer.get("/bootstrap").await.expect(200)["statuses"].clone();
    looks.extend(statuses.as_array().unwrap().iter().find(|s| s["user_id"] == person.id.as_str()).cloned());
    let zoe = looks.len();
    looks.extend(watch(socket, &[person]).await);
    assert_eq!(looks.len(), zoe + 1);
    looks
}

#[tokio::test]
async fn an_invisible_person_does_not_show_in_any_answer_nor_by_any_frame() {
    let mut server = TestServer::start().await;
    let [ada, ben, zoe] = [server.person("ada").await, server.person("ben").await, server.person("zoe").await];
    let direct = server.direct("ada", "ben").await;
    let input = json!({ "client_id": new_id(), "content": "hello" });
    ada.post(&format!("/directs/{direct}/messages"), input).await.expect(201);
    let hide = json!({ "manual_status": null, "do_not_disturb": false, "invisible": true });
    ada.put("/me/status", hide).await.expect(200);
    let lounge = server.lounge.clone();
    let mut watcher = ben.connect(None).await;
    let before = every_look(&ben, &ada, &lounge, &mut watcher).await;
    assert_eq!(before.len(), 6);
    assert!(before.iter().all(|look| *look == before[0] && look["presence"] == "offline"), "{before:#?}");
    watch(&mut watcher, &[&ada, &zoe]).await;

    let mut window = ada.connect(None).await;
    window.ack("set_activity", json!({ "active": false })).await;
    let busy = json!({ "manual_status": { "text": "here in secret" }, "do_not_disturb": true, "invisible": true });
    ada.put("/me/status", busy).await.expect(200);
    assert_eq!(told_so_far(&mut watcher, &ada, &mut server).await, [Value::Null; 0]);
    assert_eq!(every_look(&ben, &ada, &lounge, &mut watcher).await, before);

    watch(&mut watcher, &[&ada, &zoe]).await;
    window.drop_silently();
    let _back = ada.connect(None).await;
    looks(&mut watcher, &zoe, "offline").await;
    assert!(watcher.heard_so_far().await.is_empty());
    assert_eq!(every_look(&ben, &ada, &lounge, &mut watcher).await, before);
}

#[tokio::test]
async fn hiding_looks_like_leaving_and_coming_back_like_coming() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let [mut watcher, mut own] = server.connect(["ben", "ada"]).await;
    watch(&mut watcher, &[&ada]).await;
    let set = |invisible: bool| {
        let busy =
            json!({ "manual_status": { "text": "gone fishing" }, "do_not_disturb": false, "invisible": invisible });
        ada.put("/me/status", busy)
    };

    set(true).await.expect(200);
    let hidden = looks(&mut watcher, &ada, "offline").await;
    assert_eq!(hidden["manual_status"], Value::Null);
    assert_eq!(own.event("my_status").await["status"]["invisible"], true);

    set(false).await.expect(200);
    let back = looks(&mut watcher, &ada, "online").await;
    assert_eq!(back["manual_status"]["text"], "gone fishing");
}

#[tokio::test]
async fn a_status_ends_by_itself_at_its_time() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let [mut watcher, mut own] = server.connect(["ben", "ada"]).await;
    watch(&mut watcher, &[&ada]).await;

    let lunch = json!({ "text": "lunch", "emoji": "🍲", "expires_at": ahead(2) });
    let input = json!({ "manual_status": lunch, "do_not_disturb": true, "invisible": false });
    ada.put("/me/status", input).await.expect(200);

    let at_lunch = |status: &Value| status["manual_status"]["text"] == "lunch";
    let mut shown = told_of(&mut watcher, &ada).await;
    while !at_lunch(&shown) {
        shown = told_of(&mut watcher, &ada).await;
    }
    assert_eq!((&shown["manual_status"]["emoji"], &shown["do_not_disturb"]), (&json!("🍲"), &json!(true)));
    while at_lunch(&shown) {
        shown = told_of(&mut watcher, &ada).await;
    }
    assert_eq!((&shown["manual_status"], &shown["do_not_disturb"]), (&Value::Null, &json!(true)));
    assert!(at_lunch(&own.event("my_status").await["status"]));
    assert_eq!(own.event("my_status").await["status"]["manual_status"], Value::Null);
}

#[tokio::test]
async fn the_database_names_the_devices_that_are_connected_and_forgets_them_after_a_kill() {
    let mut server = TestServer::start().await;
    let [ada, laptop] = [server.person("ada").await, server.sign_in("ada").await];
    let zoe = server.person("zoe").await;
    let [mut watcher] = server.connect(["ben"]).await;
    watch(&mut watcher, &[&ada, &zoe]).await;
    let stored = |server: &TestServer| {
        let sql = "SELECT auto_status, devices FROM user_status JOIN users ON id = user_id WHERE username = 'ada'";
        let row = server.database().query_row(sql, [], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)));
        let (presence, devices) = row.unwrap();
        (presence, serde_json::from_str::<Value>(&devices).unwrap())
    };

    let windows = [ada.connect(None).await, laptop.connect(None).await];
    looks(&mut watcher, &ada, "online").await;
    told_so_far(&mut watcher, &ada, &mut server).await;
    let (presence, devices) = stored(&server);
    assert_eq!(presence, "online");
    let sessions: Vec<_> = devices.as_array().unwrap().iter().map(|device| text(&device["session_id"])).collect();
    assert_eq!(sessions, [ada.session.clone(), laptop.session]);
    assert!(devices[0]["since"].is_string() && devices[0]["address"] == "127.0.0.1", "{devices}");

    server.kill_and_restart();
    assert_eq!(stored(&server), (String::from("offline"), json!([])));
    drop(windows);
    let mut watcher = server.person("ben").await.connect(None).await;
    assert_eq!(watch(&mut watcher, &[&ada]).await[0]["presence"], "offline");
}
