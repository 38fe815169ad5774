//! Rows as calls.

use super::scene::Scene;
use super::table::Row;
use crate::harness::*;

/// A call to be made.
pub struct Call {
    how: How,
    body: Value,
    /// What must be in the answer, unless there is nothing to be seen.
    shows: Option<String>,
}

enum How {
    Rest(Method, String),
    Frame(String),
    Connect,
}

/// What came of it, in the words of the table.
pub struct Outcome {
    pub word: String,
    pub body: String,
}

impl Call {
    pub fn of(row: &Row, scene: &Scene, who: &Person) -> Self {
        let how = match (row.action(), row.operation.split_once(' ')) {
            (Some(action), _) => How::Frame(action.to_owned()),
            (None, Some(("GET", "/api/v1/ws"))) => How::Connect,
            (None, Some((method, path))) => How::Rest(method.parse().unwrap(), in_scene(path, row, scene)),
            (None, None) => panic!("{} is no operation", row.operation),
        };
        Self { how, body: body(row, scene, who), shows: shown(row, scene, who) }
    }

    pub async fn made_by(&self, who: &Person) -> Outcome {
        match &self.how {
            How::Rest(method, path) => {
                let request = who.at(method.clone(), path);
                let answer = match &self.body {
                    Value::Null => who.send(request).await,
                    Value::String(raw) => {
                        who.send(request.header("content-type", "application/octet-stream").body(raw.clone())).await
                    }
                    body => who.send(request.json(body)).await,
                };
                let body = answer.body.to_string();
                let is_empty = answer.status == 200 && self.shows.as_ref().is_some_and(|id| !body.contains(id));
                Outcome { word: if is_empty { "empty".into() } else { answer.status.to_string() }, body }
            }
            How::Connect => match who.open(None).await {
                Ok(_) => Outcome { word: "101".into(), body: String::new() },
                Err(ended) => refused(&ended),
            },
            How::Frame(action) => match who.open(None).await {
                Ok(socket) => framed(socket, action, self.body.clone()).await,
                Err(ended) => refused(&ended),
            },
        }
    }
}

fn refused(ended: &Ended) -> Outcome {
    let Ended::Refused(status) = ended else { panic!("the websocket ended: {ended:?}") };
    Outcome { word: status.to_string(), body: "{}".into() }
}

async fn framed(mut socket: Socket, action: &str, data: Value) -> Outcome {
    socket.until_ready().await;
    let id = socket.ask(action, data).await;
    let answer = socket.frame(|frame| frame["reply_to"] == id).await;
    let word = match answer["type"].as_str() {
        Some("ack" | "pong") => "ok".to_owned(),
        _ => answer["data"]["status"].to_string(),
    };
    Outcome { word, body: answer["data"].to_string() }
}

/// The path, with the ids of the scene.
fn in_scene(path: &str, row: &Row, scene: &Scene) -> String {
    let ids = [
        ("{workspace_id}", &scene.workspace),
        ("{group_id}", &scene.group),
        ("{message_id}", &scene.message),
        ("{invite_id}", &scene.invite),
        ("{tag_id}", &scene.tag),
        ("{direct_id}", &scene.direct),
        ("{user_id}", &scene.person.id),
        ("{session_id}", &scene.session),
        ("{upload_id}", &scene.upload),
        ("{file_id}", &scene.file),
        ("{link_id}", &scene.link),
        ("{position}", &"1".to_owned()),
        ("{scheduled_id}", &scene.scheduled),
        ("{emoji_id}", &scene.emoji),
        ("{emoji}", &"%F0%9F%8C%B1".to_owned()),
        ("{option_id}", &"1".to_owned()),
    ];
    let path = ids.iter().fold(path.to_owned(), |path, (name, id)| path.replace(name, id));
    match (row.operation.as_str(), row.about.contains("conversation")) {
        ("GET /api/v1/bootstrap", true) => format!("{path}?direct_id={}", scene.direct),
        ("GET /api/v1/bootstrap", false) => format!("{path}?group_id={}", scene.group),
        ("PUT /api/v1/uploads/{upload_id}", _) => format!("{path}?offset=0"),
        ("GET /api/v1/votes", _) => format!("{path}?message_ids={}", scene.message),
        ("GET /api/v1/search", _) => format!("{path}?q=hello&limit=100"),
        ("GET /api/v1/group_mentions", _) => format!("{path}?message_ids={}", scene.message),
        ("GET /api/v1/messages", _) => format!("{path}?ids={}", scene.message),
        ("GET /api/v1/users", _) => format!("{path}?ids={}", scene.person.id),
        ("GET /api/v1/workspaces/{workspace_id}/groups", _) => format!("{path}?query={}", scene.group_name),
        _ => path,
    }
}

/// What a list must hold for the row's object to be in it.
fn shown(row: &Row, scene: &Scene, who: &Person) -> Option<String> {
    match row.operation.as_str() {
        "GET /api/v1/bootstrap"
        | "GET /api/v1/mentions"
        | "GET /api/v1/messages"
        | "GET /api/v1/votes"
        | "GET /api/v1/search"
        | "GET /api/v1/group_mentions" => Some(scene.message.clone()),
        "GET /api/v1/drafts" | "GET /api/v1/saved" | "GET /api/v1/reminders" | "GET /api/v1/scheduled" => {
            Some(scene.kept.clone())
        }
        "GET /api/v1/groups" | "GET /api/v1/workspaces/{workspace_id}/groups" => Some(scene.group.clone()),
        "GET /api/v1/directs" => Some(scene.direct.clone()),
        "GET /api/v1/workspaces/{workspace_id}/emoji" => Some(scene.emoji.clone()),
        "GET /api/v1/users" => Some(scene.person.id.clone()),
        "GET /api/v1/uploads" => Some(scene.upload.clone()),
        "GET /api/v1/groups/{group_id}/files" | "GET /api/v1/directs/{direct_id}/files" | "GET /api/v1/me/files" => {
            Some(scene.file.clone())
        }
        "GET /api/v1/sessions" => Some(who.session.clone()),
        "GET /api/v1/admin/invites" => Some(scene.invite.clone()),
        _ => None,
    }
}

fn body(row: &Row, scene: &Scene, who: &Person) -> Value {
    let place = if row.about.contains("conversation") {
        json!({ "direct_id": scene.direct })
    } else {
        json!({ "group_id": scene.group })
    };
    let with = |mut more: Value| {
        more.as_object_mut().unwrap().extend(place.as_object().unwrap().clone());
        more
    };
    let said = json!({ "client_id": new_id(), "content": "hello" });
    let login = if who.name.is_empty() { "nobody" } else { &who.name };
    match row.operation.as_str() {
        "ws send_message" => with(said),
        "ws mark_read" => with(json!({ "message_id": scene.message })),
        "ws typing" => place,
        "ws set_activity" => json!({ "active": true }),
        "ws watch_presence" => json!({ "user_ids": [scene.person.id] }),
        "POST /api/v1/sessions" => json!({ "login": login, "password": PASSWORD, "token": true }),
        "POST /api/v1/setup" => applicant(&json!({ "code": scene.code, "workspace_name": "Another" })),
        "POST /api/v1/sign_up" if row.about == "without a code" => applicant(&json!({})),
        "POST /api/v1/sign_up" => applicant(&json!({ "invite_code": scene.code })),
        "POST /api/v1/demo/sign_in" => json!({ "token": who.token.clone().unwrap_or_default() }),
        "POST /api/v1/me/confirm_password" if row.about.starts_with("the own") => json!({ "password": PASSWORD }),
        "POST /api/v1/me/confirm_password" => json!({ "password": "another long sentence" }),
        "POST /api/v1/me/password" => json!({ "current_password": PASSWORD, "new_password": PASSWORD }),
        "PATCH /api/v1/me" => json!({ "bio": new_id() }),
        "PUT /api/v1/me/status" => json!({ "manual_status": null, "do_not_disturb": false, "invisible": false }),
        "PATCH /api/v1/me/notifications" => json!({ "keywords": [new_id()] }),
        "POST /api/v1/me/read_all/undo" => {
            json!({ "places": [{ "group_id": scene.group, "last_read_ordinal": 0 }], "threads": [] })
        }
        "PATCH /api/v1/workspaces/{workspace_id}/membership" => json!({ "notification_level": "mentions" }),
        "PATCH /api/v1/workspaces/{workspace_id}" => json!({ "description": new_id() }),
        "PUT /api/v1/workspaces/{workspace_id}/members/{user_id}" => json!({ "role": role(&row.about) }),
        "PUT /api/v1/groups/{group_id}/members/{user_id}" => json!({ "role": role(&row.about) }),
        "POST /api/v1/workspaces/{workspace_id}/emoji" => {
            json!({ "name": format!("e{}", &new_id().replace('-', "")[..30]), "image": PNG })
        }
        "POST /api/v1/workspaces/{workspace_id}/groups" if row.about.is_empty() => json!({ "name": new_id() }),
        "POST /api/v1/workspaces/{workspace_id}/groups" => json!({ "name": scene.group_name }),
        "PATCH /api/v1/groups/{group_id}" => change(row, scene),
        "POST /api/v1/groups/{group_id}/invites" => json!({}),
        "POST /api/v1/invites/look_up" | "POST /api/v1/invites/accept" => json!({ "code": scene.code }),
        "POST /api/v1/directs" => json!({ "user_id": scene.person.id }),
        "PATCH /api/v1/admin/users/{user_id}" if row.about.starts_with("closes") => json!({ "is_active": false }),
        "PATCH /api/v1/admin/users/{user_id}" => json!({ "server_role": role(&row.about) }),
        "POST /api/v1/password_resets/look_up" => json!({ "code": scene.code }),
        "POST /api/v1/password_resets" => json!({ "code": scene.code, "password": PASSWORD }),
        "PATCH /api/v1/admin/settings" => json!({ "sign_up_open": false }),
        name if name.ends_with("/draft") => json!({ "content": "so far" }),
        "PUT /api/v1/messages/{message_id}/reminder" => json!({ "remind_at": ahead(86_400) }),
        "PATCH /api/v1/scheduled/{scheduled_id}" => json!({ "version": 1, "content": "changed" }),
        name if name.ends_with("/scheduled") && name.starts_with("POST") => {
            json!({ "client_id": new_id(), "content": "later", "send_at": ahead(86_400) })
        }
        "POST /api/v1/uploads" => json!({ "name": "a.png", "size_bytes": 4 }),
        "PUT /api/v1/uploads/{upload_id}" => json!("four"),
        "POST /api/v1/uploads/{upload_id}/finish" | "POST /api/v1/files/{file_id}/links" => json!({}),
        "PATCH /api/v1/posts/{message_id}" => json!({ "version": 1, "title": new_id() }),
        "PUT /api/v1/posts/{message_id}/solved" => json!({}),
        "POST /api/v1/posts/{message_id}/move" => json!({ "group_id": scene.other }),
        "POST /api/v1/groups/{group_id}/tags" => json!({ "name": new_id()[..8], "colour": "red" }),
        "PATCH /api/v1/groups/{group_id}/tags/{tag_id}" => json!({ "colour": "blue" }),
        name if name.ends_with("/messages") && name.starts_with("POST") && row.about.contains("forum") => {
            json!({ "client_id": new_id(), "content": "hello", "title": "The glaze" })
        }
        name if name.ends_with("/messages") && name.starts_with("POST") => said,
        "PATCH /api/v1/groups/{group_id}/membership" => json!({ "is_muted": true }),
        "PATCH /api/v1/messages/{message_id}" => json!({ "version": 1, "content": "changed" }),
        "PUT /api/v1/messages/{message_id}/poll" => json!({ "version": 1, "content": "?", "options": ["yes", "no"] }),
        "PUT /api/v1/messages/{message_id}/follow" => json!({ "following": true }),
        "POST /api/v1/messages/{message_id}/replies/read" => json!({ "thread_ordinal": 0 }),
        "POST /api/v1/messages/{message_id}/replies" => said,
        name if name.ends_with("/read") || name.ends_with("/unread") => json!({ "message_id": scene.message }),
        _ => Value::Null,
    }
}

fn applicant(more: &Value) -> Value {
    let username = new_id().replace('-', "");
    let mut input = json!({ "name": "New", "username": username, "password": PASSWORD, "token": true });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    input
}

/// The role that a row is about giving, if any.
fn role(about: &str) -> Value {
    let role = about.split_once("makes").map_or(about, |(_, made)| made);
    let roles = ["moderator", "manager", "owner"].into_iter().find(|name| role.contains(name));
    match roles {
        Some(name) => json!(name),
        None if about.starts_with("makes an admin a member") => json!("member"),
        None if about.contains("an admin") => json!("admin"),
        None => Value::Null,
    }
}

fn change(row: &Row, scene: &Scene) -> Value {
    let what = match row.about.as_str() {
        about if about.starts_with("the name") => json!({ "name": new_id() }),
        about if about.starts_with("opens") => json!({ "is_archived": false }),
        about if about.starts_with("archives") => json!({ "is_archived": true }),
        _ => json!({ "topic": new_id() }),
    };
    let mut change = json!({ "version": scene.version });
    change.as_object_mut().unwrap().extend(what.as_object().unwrap().clone());
    change
}
