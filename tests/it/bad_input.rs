//! Every operation of the OpenAPI document, asked wrongly in every way: it is refused with a problem document, and
//! nothing has changed. What is asked is made from the document, so a new operation is covered by itself.

mod bodies;
mod frames;

use crate::harness::document::{Operation, operations, type_of};
use crate::harness::*;

/// A server with something behind every kind of id.
struct Target {
    server: TestServer,
    /// Who may do everything, so that nothing is refused for another reason.
    olive: Person,
    operations: Vec<Operation>,
    ids: Vec<(&'static str, String)>,
}

impl Target {
    async fn start() -> Self {
        let mut server = TestServer::start().await;
        let hall = server.group("hall", &["olive", "ada"]).await;
        let (olive, ada) = (server.person("olive").await, server.person("ada").await);
        let message = text(&olive.say(&hall, "hello").await["id"]);
        let forum = json!({ "name": "questions", "kind": "forum" });
        let forum = olive.post(&format!("/workspaces/{}/groups", server.workspace), forum).await.expect(201);
        let tags = format!("/groups/{}/tags", text(&forum["id"]));
        let tag = olive.post(&tags, json!({ "name": "Kiln", "colour": "red" })).await.expect(201);
        let tag = text(&tag["tags"][0]["id"]);
        let later = json!({ "client_id": new_id(), "content": "later", "send_at": ahead(86_400) });
        let scheduled = olive.post(&format!("/groups/{hall}/scheduled"), later).await.expect(201);
        let invite = olive.post(&format!("/groups/{hall}/invites"), json!({})).await.expect(201);
        let upload = text(&olive.begin_upload("half.bin", 8).await.expect(201)["id"]);
        let file = olive.upload("a.txt", b"hello").await;
        olive.post_files(&format!("/groups/{hall}"), "", &[&file]).await;
        let path = format!("/files/{}/links", text(&file["id"]));
        let link = text(&olive.post(&path, json!({})).await.expect(201)["link"]["id"]);
        let picture = json!({ "name": "hall", "image": PNG });
        let emoji = olive.post(&format!("/workspaces/{}/emoji", server.workspace), picture).await.expect(201);
        let ids = vec![
            ("upload_id", upload),
            ("file_id", text(&file["id"])),
            ("link_id", link),
            ("workspace_id", server.workspace.clone()),
            ("direct_id", server.direct("olive", "ada").await),
            ("group_id", hall),
            ("user_id", ada.id),
            ("message_id", message),
            ("tag_id", tag),
            ("invite_id", text(&invite["invite"]["id"])),
            ("session_id", olive.session.clone()),
            ("scheduled_id", text(&scheduled["id"])),
            ("emoji_id", text(&emoji["id"])),
            ("emoji", "%F0%9F%8C%B1".to_owned()),
            ("option_id", "1".to_owned()),
            ("position", "1".to_owned()),
        ];
        let operations = operations(&server.stranger()).await;
        Self { server, olive, operations, ids }
    }

    fn id(&self, name: &str) -> &str {
        let found = self.ids.iter().find(|(known, _)| *known == name);
        &found.unwrap_or_else(|| panic!("a test of bad input needs something behind {{{name}}}")).1
    }

    /// The operation's path, with ids of things that are there.
    fn path(&self, operation: &Operation) -> String {
        operation
            .ids
            .iter()
            .fold(operation.path.clone(), |path, name| path.replace(&format!("{{{name}}}"), self.id(name)))
    }

    fn ask(&self, operation: &Operation) -> reqwest::RequestBuilder {
        self.olive.at(operation.method.clone(), &self.path(operation))
    }

    fn with_bodies(&self) -> impl Iterator<Item = &Operation> {
        self.operations.iter().filter(|operation| operation.fields.is_some())
    }

    /// Sends what must be refused; the problem, once it is found to be a proper one.
    async fn refused(&self, request: reqwest::RequestBuilder, what: &str) -> Value {
        let answer = self.olive.send(request).await;
        assert!((400..500).contains(&answer.status), "{what} gave {} {}", answer.status, answer.body);
        assert_eq!(answer.headers["content-type"], "application/problem+json", "{what}");
        let problem = &answer.body;
        assert_eq!(problem["status"], answer.status, "{what}");
        assert_eq!(problem["request_id"], answer.headers["x-request-id"].to_str().unwrap(), "{what}");
        assert_eq!(problem["type"], format!("urn:parlor:problem:{}", text(&problem["code"])), "{what}");
        assert!(!text(&problem["title"]).is_empty() && text(&problem["detail"]).ends_with('.'), "{what}: {problem}");
        answer.body
    }

    /// Sends what must be refused because of this field, or one within it.
    async fn refused_for(&self, field: &str, request: reqwest::RequestBuilder, what: &str) {
        let problem = self.refused(request, what).await;
        assert_eq!(problem["code"], "invalid", "{what}: {problem}");
        let at = problem["field"].as_str().unwrap_or_default();
        let is_within = at.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
        assert!(is_within, "{what}: {problem}");
    }
}

#[tokio::test]
async fn a_broken_id_in_an_address_is_refused() {
    let target = Target::start().await;
    let before = target.server.database().state();
    let long = "a".repeat(5_000);
    let broken = ["nonsense", "0", "-1", "%FF", "%00", "..%2F..", "%2e%2e%2f", "null", "'%20OR%201=1--", long.as_str()];
    for operation in &target.operations {
        for (name, id) in operation.ids.iter().flat_map(|name| broken.map(|id| (name, id))) {
            let others = operation.ids.iter().filter(|other| *other != name);
            let path = operation.path.replace(&format!("{{{name}}}"), id);
            let path = others.fold(path, |path, other| path.replace(&format!("{{{other}}}"), target.id(other)));
            let request = target.olive.at(operation.method.clone(), &path).json(&operation.sample());
            target.refused(request, &format!("{} with {name} {id:.20}", operation.name())).await;
        }
    }
    assert_eq!(target.server.database().state(), before);
}

#[tokio::test]
async fn a_parameter_that_is_wrong_is_named() {
    let target = Target::start().await;
    for operation in &target.operations {
        let ask = |pairs: &[(&str, &str)]| {
            // What must be there would be missed before anything else is looked at.
            let needed =
                operation.query.iter().filter(|(name, _)| name == "q" && pairs.iter().all(|(of, _)| of != name));
            let needed = needed.map(|(name, _)| (name.as_str(), "hello"));
            let query =
                form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).extend_pairs(needed).finish();
            target.olive.at(operation.method.clone(), &format!("{}?{query}", target.path(operation)))
        };
        for (name, schema) in &operation.query {
            let mut wrong = match (name.as_str(), type_of(schema)) {
                ("limit", _) => vec!["0", "101", "-1", "many", "1.5", "99999999999999999999", ""],
                ("cursor", _) => vec!["nonsense", "!!!", "AAAA", "L2E=", "_w"],
                (_, "integer") => vec!["-1", "many", "1.5", "99999999999999999999", ""],
                ("query" | "q", _) => vec![],
                _ => vec!["nonsense", "00000000-0000-0000-0000-00000000000g", "\u{0}", "1,2"],
            };
            let long = "a".repeat(5_000);
            wrong.push(&long);
            for value in wrong {
                let what = format!("{}?{name}={value:.20}", operation.name());
                target.refused_for(name, ask(&[(name, value)]), &what).await;
            }
            let twice = ask(&[(name, "1"), (name, "1")]);
            target.refused(twice, &format!("{} with {name} twice", operation.name())).await;
        }
        if !operation.query.is_empty() {
            target.refused_for("no_such", ask(&[("no_such", "1")]), &operation.name()).await;
        }
    }
}

#[tokio::test]
async fn a_parameter_that_is_no_text_does_no_harm() {
    let target = Target::start().await;
    for operation in target.operations.iter().filter(|operation| !operation.query.is_empty()) {
        for odd in ["query=%FF", "%FF=1", "query=%", "&&&===", "limit=%F0%9F", "query=%00%25_%5C", "limit=1&limit=2;"] {
            let path = format!("{}?{odd}", target.path(operation));
            let answer = target.olive.send(target.olive.at(operation.method.clone(), &path)).await;
            assert!(answer.status < 500, "{path} gave {} {}", answer.status, answer.body);
        }
    }
}

#[tokio::test]
async fn a_method_that_an_address_does_not_know_is_refused_with_those_that_it_knows() {
    let target = Target::start().await;
    let before = target.server.database().state();
    for operation in &target.operations {
        let known: Vec<&Method> =
            target.operations.iter().filter(|other| other.path == operation.path).map(|other| &other.method).collect();
        for method in ["GET", "PUT", "POST", "PATCH", "DELETE", "OPTIONS", "BREW"] {
            let method = Method::from_bytes(method.as_bytes()).unwrap();
            // The address of "my current session" has the form of any session's.
            if known.contains(&&method) || operation.path.ends_with("/current") {
                continue;
            }
            let what = format!("{method} {}", operation.path);
            let answer = target.olive.send(target.olive.at(method, &target.path(operation))).await;
            let mut allowed: Vec<&str> = answer.headers["allow"].to_str().unwrap().split(", ").collect();
            let mut expected: Vec<&str> = known.iter().map(|method| method.as_str()).collect();
            allowed.sort_unstable();
            expected.sort_unstable();
            assert_eq!(allowed, expected, "{what}");
            assert_eq!(answer.refused(405, "method_not_allowed")["status"], 405, "{what}");
        }
    }
    assert_eq!(target.server.database().state(), before);
}

#[tokio::test]
async fn the_document_spells_words_as_they_are_taken() {
    let target = Target::start().await;
    for operation in target.with_bodies() {
        for (name, schema) in operation.fields.iter().flatten() {
            let words = document::kind(schema).0["enum"].as_array().cloned().unwrap_or_default();
            for word in words {
                let mut body = operation.sample();
                body[name] = word.clone();
                // So that nothing is done: nobody has this id.
                let path = operation
                    .ids
                    .iter()
                    .fold(operation.path.clone(), |path, id| path.replace(&format!("{{{id}}}"), &new_id()));
                let answer = target.olive.send(target.olive.at(operation.method.clone(), &path).json(&body)).await;
                assert_ne!(answer.status, 422, "{} with {name} {word} gave {}", operation.name(), answer.body);
            }
        }
    }
}
