//! `docs/access.md`, cell by cell, on a running server. M1 and M2 of the rules, A21 to A23, A25, A27, A29 and A30.

mod calls;
mod cast;
mod scene;
mod table;

use std::collections::BTreeSet;

use self::calls::{Call, Outcome};
use self::cast::Cast;
use self::scene::Scene;
use self::table::Row;
use crate::harness::document::operations;
use crate::harness::*;

/// Servers among which the rows are divided, so that the processor is busy while a disk is waited for.
const SERVERS: usize = 4;

#[tokio::test]
async fn the_table_has_a_row_for_every_operation_and_an_operation_for_every_row() {
    let server = TestServer::start().await;
    let rest = operations(&server.stranger()).await.into_iter().map(|operation| operation.name());
    let there_are: BTreeSet<String> = rest.chain(table::actions().map(|action| format!("ws {action}"))).collect();
    let in_table: BTreeSet<String> = table::rows().into_iter().map(|row| row.operation).collect();
    assert_eq!(in_table, there_are);
}

#[tokio::test]
async fn what_the_table_says_is_what_happens() {
    let rows = table::rows();
    let shares = (0..SERVERS).map(|share| tried(rows.iter().skip(share).step_by(SERVERS).cloned().collect()));
    let wrong: Vec<String> = futures_util::future::join_all(shares).await.into_iter().flatten().collect();
    assert!(wrong.is_empty(), "{} cells are not so:\n{}", wrong.len(), wrong.join("\n"));
}

/// Tries every cell of these rows; what is not so.
async fn tried(rows: Vec<Row>) -> Vec<String> {
    let mut cast = Cast::assemble().await;
    let mut wrong = Vec::new();
    for row in rows {
        let mut scene = None;
        for (actor, expected) in row.cells() {
            if let Err(why) = cell(&mut cast, &row, actor, expected, &mut scene).await {
                wrong.push(format!("{} ({}) by {actor}: {why}", row.operation, row.about));
            }
        }
    }
    wrong
}

async fn cell(cast: &mut Cast, row: &Row, actor: &str, expected: &str, kept: &mut Option<Scene>) -> Result<(), String> {
    let who = cast.caller(actor, row).await;
    let scene = match kept.take() {
        Some(scene) if !row.is_about_the_actor() => scene,
        _ => Scene::make(cast, row, &who).await,
    };
    let before = cast.state();
    let call = Call::of(row, &scene, &who);
    let Outcome { word, body } = call.made_by(&who).await;
    if word != expected {
        return Err(format!("{word} instead of {expected}: {body:.300}"));
    }
    if matches!(word.as_str(), "200" | "201" | "204" | "ok") {
        return cast.recover(actor, row, &who, &scene).await;
    }
    if cast.state() != before {
        return Err(format!("{word}, and yet something has changed"));
    }
    if word == "404" {
        looks_like_nothing(row, &scene, &who, &body).await?;
    }
    *kept = Some(scene);
    Ok(())
}

/// What is hidden is answered like what never existed. M2.
async fn looks_like_nothing(row: &Row, scene: &Scene, who: &Person, hidden: &str) -> Result<(), String> {
    let never = Call::of(row, &scene.of_nothing(), who).made_by(who).await.body;
    let plain = |body: &str| {
        let mut problem: Value = serde_json::from_str(body).unwrap();
        problem.as_object_mut().unwrap().remove("request_id");
        problem
    };
    let (hidden, never) = (plain(hidden), plain(&never));
    if hidden == never { Ok(()) } else { Err(format!("{hidden}, but what never existed gives {never}")) }
}
