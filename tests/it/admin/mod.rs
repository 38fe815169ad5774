//! Looking after a server: accounts, doors, storage, health, and what is noted of it.

mod accounts;
mod audit;
mod doors;
mod overseeing;
mod resets;

use crate::harness::*;

/// The audit log, the newest line first.
async fn log(admin: &Person, query: &str) -> Vec<Value> {
    admin.get(&format!("/admin/audit_log?limit=100{query}")).await.expect(200)["items"].as_array().unwrap().clone()
}

/// What was done, the newest first.
async fn deeds(admin: &Person, query: &str) -> Vec<String> {
    log(admin, query).await.iter().map(|line| text(&line["action"])).collect()
}
