//! Files: from the first piece of an upload to the last trace of what was deleted.

mod faults;
mod links;
mod lists;
mod messages;
mod pictures;
mod reading;
mod shares;
mod uploads;

use std::path::{Path, PathBuf};

use crate::harness::*;

/// Bytes that are like no others: of a length, beginning with a word that they are told by.
fn bytes(word: &str, length: usize) -> Vec<u8> {
    let pattern = (0_u32..).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes());
    [0, 1].into_iter().chain(word.bytes()).chain(pattern).take(length).collect()
}

fn group(id: &str) -> String {
    format!("/groups/{id}")
}

/// Every file below a directory of the data directory, by its path.
fn kept(server: &TestServer, name: &str) -> Vec<PathBuf> {
    fn walk(directory: &Path, into: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { walk(&path, into) } else { into.push(path) }
        }
    }
    let mut found = Vec::new();
    walk(&server.data_dir().join(name), &mut found);
    found
}

/// Does something until it holds. What is waited for is done by the server without being asked.
async fn until<F: Future<Output = bool>>(holds: impl Fn() -> F) {
    while !holds().await {
        tokio::task::yield_now().await;
    }
}
