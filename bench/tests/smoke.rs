//! Each mode works from end to end, with sizes that say nothing about speed.

use std::path::Path;
use std::process::Command;

fn measured(args: &[&str]) {
    // The server's package is another one, so cargo does not say where its binary is; `cargo build` has put it here.
    let server = Path::new(env!("CARGO_BIN_EXE_parlor-bench")).with_file_name("parlor");
    assert!(server.exists(), "build the server first: cargo build");
    let directory = tempfile::tempdir().unwrap();
    let json = directory.path().join("figures.json");
    let done = Command::new(env!("CARGO_BIN_EXE_parlor-bench"))
        .args(args)
        .arg("--server")
        .arg(server)
        .arg("--around")
        .arg(directory.path())
        .arg("--json")
        .arg(&json)
        .output()
        .unwrap();
    assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
    let figures: serde_json::Value = serde_json::from_slice(&std::fs::read(json).unwrap()).unwrap();
    assert!(!figures["cases"].as_array().unwrap().is_empty(), "{figures}");
}

#[test]
fn post_measures_and_reads_back() {
    measured(&["post", "--callers", "4", "--seconds", "0.3"]);
}

#[test]
fn fanout_measures_and_loses_nothing() {
    measured(&["fanout", "--members", "8", "--seconds", "0.3"]);
    measured(&["fanout", "--members", "8", "--seconds", "0.3", "--saturate", "--under-way", "4"]);
}

#[test]
fn lists_measures() {
    measured(&["lists", "--messages", "2000,4000", "--rounds", "5", "--tolerant"]);
}

#[test]
fn history_measures() {
    measured(&["history", "--messages", "100,2000", "--pages", "20"]);
}

#[test]
fn idle_measures() {
    measured(&["idle", "--connections", "20", "--seconds", "0.1"]);
}

#[test]
fn search_measures_and_finds_nothing_of_others() {
    measured(&["search", "--messages", "3000", "--groups", "10", "--mine", "3", "--questions", "5"]);
}

#[test]
fn storm_measures_and_loses_nothing() {
    measured(&["storm", "--connections", "20", "--missed", "3"]);
}

#[test]
fn coldstart_measures() {
    measured(&["coldstart", "--messages", "100", "--starts", "2", "--rest-seconds", "0"]);
}

#[test]
fn upload_measures_and_finds_every_file() {
    measured(&["upload", "--people", "3", "--mib", "10"]);
}
