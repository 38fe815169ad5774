//! Bodies that are wrong.

use super::Target;
use crate::harness::document::{kind, type_of, wrong};
use crate::harness::*;

#[tokio::test]
async fn a_body_that_is_not_json_is_refused() {
    let target = Target::start().await;
    let deep = [&b"{\"a\":".repeat(20_000)[..], b"1", &b"}".repeat(20_000)[..]].concat();
    let bodies: [&[u8]; 12] = [
        b"",
        b" ",
        b"{",
        b"nonsense",
        b"{\"name\":",
        b"\0",
        b"{\"name\":\"\xff\xfe\"}",
        b"\xef\xbb\xbf{}",
        b"{\"name\":\"\\ud800\"}",
        b"{} {}",
        &b"[".repeat(100_000),
        &deep,
    ];
    let before = target.server.database().state();
    for operation in target.with_bodies() {
        for body in bodies {
            let request = target.ask(operation).header("content-type", "application/json").body(body.to_vec());
            let shown = String::from_utf8_lossy(&body[..body.len().min(20)]).into_owned();
            let problem = target.refused(request, &format!("{} with {shown:?}", operation.name())).await;
            assert!([400, 422].contains(&problem["status"].as_i64().unwrap()), "{problem}");
        }
    }
    assert_eq!(target.server.database().state(), before);
}

#[tokio::test]
async fn a_body_that_is_no_object_is_refused() {
    let target = Target::start().await;
    let before = target.server.database().state();
    for operation in target.with_bodies() {
        // The fields in order would do for serde, if it were let.
        let fields: Value = operation.sample().as_object().unwrap().values().cloned().collect();
        for body in [Value::Null, json!(true), json!(7), json!("text"), json!([]), fields] {
            let what = format!("{} with {body}", operation.name());
            target.refused_for("body", target.ask(operation).json(&body), &what).await;
        }
    }
    assert_eq!(target.server.database().state(), before);
}

#[tokio::test]
async fn a_field_of_the_wrong_type_is_named() {
    let target = Target::start().await;
    let before = target.server.database().state();
    for operation in target.with_bodies() {
        for (name, schema) in operation.fields.iter().flatten() {
            for value in wrong(schema) {
                let mut body = operation.sample();
                body[name] = value.clone();
                let what = format!("{} with {name} {value}", operation.name());
                target.refused_for(name, target.ask(operation).json(&body), &what).await;
            }
        }
    }
    assert_eq!(target.server.database().state(), before);
}

#[tokio::test]
async fn a_field_that_is_missing_is_named() {
    let target = Target::start().await;
    let before = target.server.database().state();
    for operation in target.with_bodies() {
        for name in &operation.required {
            let mut body = operation.sample();
            body.as_object_mut().unwrap().remove(name);
            let what = format!("{} without {name}", operation.name());
            target.refused_for(name, target.ask(operation).json(&body), &what).await;
        }
    }
    assert_eq!(target.server.database().state(), before);
}

/// A28.
#[tokio::test]
async fn a_field_that_nobody_asked_for_is_refused_whatever_it_would_grant() {
    const TEMPTING: [&str; 14] = [
        "no_such_field",
        "id",
        "role",
        "server_role",
        "is_owner",
        "is_admin",
        "user_id",
        "sender_id",
        "created_at",
        "seq",
        "kind",
        "verified",
        "email_verified",
        "__proto__",
    ];
    let target = Target::start().await;
    let before = target.server.database().state();
    for operation in target.with_bodies() {
        let fields = operation.fields.as_deref().unwrap();
        for extra in TEMPTING.iter().filter(|extra| fields.iter().all(|(name, _)| name != *extra)) {
            let mut body = operation.sample();
            body[*extra] = json!("admin");
            let what = format!("{} with {extra}", operation.name());
            target.refused_for(extra, target.ask(operation).json(&body), &what).await;
        }
    }
    assert_eq!(target.server.database().state(), before);
}

/// A53.
#[tokio::test]
async fn a_text_that_is_too_long_is_refused() {
    let target = Target::start().await;
    let before = target.server.database().state();
    for operation in target.with_bodies() {
        for (name, schema) in operation.fields.iter().flatten().filter(|(_, schema)| type_of(schema) == "string") {
            if kind(schema).0["format"].is_string() {
                continue;
            }
            for text in ["a".repeat(100_000), "\u{301}".repeat(50_000), "🌱".repeat(20_000)] {
                let mut body = operation.sample();
                body[name] = json!(text);
                target
                    .refused(target.ask(operation).json(&body), &format!("{} with a long {name}", operation.name()))
                    .await;
            }
        }
    }
    assert_eq!(target.server.database().state(), before);
}

#[tokio::test]
async fn a_body_of_another_type_than_json_is_refused() {
    let target = Target::start().await;
    let before = target.server.database().state();
    for operation in target.with_bodies() {
        let body = operation.sample().to_string();
        let types = [
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "application/jsonx",
            "nonsense",
            "",
        ];
        for name in types {
            let request = target.ask(operation).header("content-type", name).body(body.clone());
            let problem = target.refused(request, &format!("{} as {name:?}", operation.name())).await;
            assert_eq!(problem["code"], "unsupported_media_type");
        }
        let problem =
            target.refused(target.ask(operation).body(body), &format!("{} as nothing", operation.name())).await;
        assert_eq!(problem["code"], "unsupported_media_type");
    }
    assert_eq!(target.server.database().state(), before);
}

/// A50.
#[tokio::test]
async fn a_body_that_is_too_large_is_refused_however_it_is_announced() {
    let target = Target::start().await;
    let before = target.server.database().state();
    let token = target.olive.token.clone().unwrap();
    for operation in target.with_bodies() {
        let head = format!(
            "{} {} HTTP/1.1\r\nHost: parlor\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nConnection: close\r\n",
            operation.method,
            target.path(operation)
        );
        let announced = format!("{head}Content-Length: 10000000000\r\n\r\n{{\"name\":\"");
        let chunk = format!("8000\r\n{}\r\n", " ".repeat(0x8000));
        let in_pieces = format!("{head}Transfer-Encoding: chunked\r\n\r\n{}", chunk.repeat(9));
        for request in [announced, in_pieces] {
            let answer = answer_over(wire(&target.server, request.as_bytes()).await).await;
            assert!(answer.starts_with("HTTP/1.1 413 "), "{} gave {answer:?}", operation.name());
            assert!(answer.contains("\"code\":\"too_large\""), "{} gave {answer:?}", operation.name());
        }
    }
    assert_eq!(target.server.database().state(), before);
}
