//! Measures a Parlor server over real sockets, and beside it what the same machine does with nothing in between.
//!
//! Every run checks what it counts: each acknowledged message is read back by id and text, each delivery is checked
//! for order and gaps. A run in which anything is missing fails. See docs/performance.md.

mod audience;
mod floor;
mod house;
mod http;
mod index;
mod modes;
mod report;
mod server;
mod stats;
mod ws;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use tokio::task::LocalSet;

use crate::modes::{Bench, coldstart, fanout, history, idle, lists, post, search, storm, upload};
use crate::report::Report;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[derive(Debug, Parser)]
#[command(about = "Measures a Parlor server beside what the machine itself can do", version)]
struct Cli {
    #[command(subcommand)]
    mode: Mode,
    /// The server's executable; `target/release/parlor` when left out
    #[arg(long, global = true, value_name = "PATH")]
    server: Option<PathBuf>,
    /// Where databases are made and removed again, on the disk that is to be measured; beside the server when left out
    #[arg(long, global = true, value_name = "PATH")]
    around: Option<PathBuf>,
    /// Write the figures as JSON, too
    #[arg(long, global = true, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Bytes of each message's text
    #[arg(long, global = true, default_value_t = 200, value_parser = clap::value_parser!(u16).range(20..=4000))]
    text_bytes: u16,
}

#[derive(Debug, Subcommand)]
enum Mode {
    /// Durable messages a second
    Post(post::Args),
    /// Bringing messages to everybody in a group
    Fanout(fanout::Args),
    /// Pages of history among few and many messages
    History(history::Args),
    /// Every list, among few and many messages
    Lists(lists::Args),
    /// Memory and time of connections that say nothing
    Idle(idle::Args),
    /// Looking for what was said among millions of messages
    Search(search::Args),
    /// Everybody dropped, and back at once
    Storm(storm::Args),
    /// From exec to the first sign-in
    Coldstart(coldstart::Args),
    /// Large files from many at once
    Upload(upload::Args),
    #[command(hide = true)]
    FloorSockets(floor::sockets::Args),
}

fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("parlor-bench: FAILED: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> Result<()> {
    if let Mode::FloorSockets(args) = &cli.mode {
        return floor::sockets::serve(args);
    }
    let binary = find_server(cli.server)?;
    let beside = || binary.parent().unwrap_or(Path::new(".")).to_owned();
    let bench = Bench { around: cli.around.unwrap_or_else(beside), binary, text_bytes: cli.text_bytes.into() };
    server::raise_file_limit();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let report = LocalSet::new().block_on(&runtime, measure(&bench, &cli.mode))?;
    println!("{}", report.table());
    match cli.json {
        Some(file) => report.write_json(&file),
        None => Ok(()),
    }
}

async fn measure(bench: &Bench, mode: &Mode) -> Result<Report> {
    match mode {
        Mode::Post(args) => post::run(bench, args).await,
        Mode::Fanout(args) => fanout::run(bench, args).await,
        Mode::History(args) => history::run(bench, args).await,
        Mode::Lists(args) => lists::run(bench, args).await,
        Mode::Idle(args) => idle::run(bench, args).await,
        Mode::Search(args) => search::run(bench, args).await,
        Mode::Storm(args) => storm::run(bench, args).await,
        Mode::Coldstart(args) => coldstart::run(bench, args).await,
        Mode::Upload(args) => upload::run(bench, args).await,
        Mode::FloorSockets(args) => floor::sockets::serve(args).map(|()| Report::new("")),
    }
}

fn find_server(given: Option<PathBuf>) -> Result<PathBuf> {
    let usual = || {
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
        target.join("release/parlor")
    };
    let path = given.unwrap_or_else(usual);
    std::path::absolute(&path)?.canonicalize().map_err(|cause| {
        let path = path.display();
        format!(
            "there is no server at {path} ({cause}); build it with `cargo build --release`, or name it with --server"
        )
        .into()
    })
}
