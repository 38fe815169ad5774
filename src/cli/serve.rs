//! `parlor serve`, and `parlor` alone.

mod demo_dir;

use std::env;
use std::io::{self, Write as _};
use std::path::PathBuf;

use super::{Failure, Result, explain, log};
use crate::commands::demo;
use crate::config::{Config, Flags, Sources};
use crate::data_dir::DataDir;
use crate::server::{self, Started};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Read this configuration; without it PARLOR_CONFIG or `parlor.toml`, if there is one
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Serve an example team from a directory that is gone afterwards; reads no `parlor.toml` unless it is named
    #[arg(long, conflicts_with = "data_dir")]
    demo: bool,
    #[command(flatten)]
    flags: Flags,
}

pub fn run(args: Args) -> Result<()> {
    let sources = Sources { file: args.config, flags: args.flags, demo: args.demo, ..Sources::of_process() };
    if args.demo { serve_demo(sources) } else { serve(Config::load(&sources)?) }
}

fn serve(config: Config) -> Result<()> {
    let data_dir = DataDir::take(&config.data_dir)?;
    let _log = log::start(&config.log);
    Ok(server::run(config, data_dir, welcome)?)
}

/// What the person at the terminal needs, and no more. Nobody may be reading it, which is no reason to stop.
fn welcome(started: &Started<'_>) {
    let mut out = io::stdout().lock();
    let origin = started.app.origin();
    let _ = writeln!(out, "Parlor is listening on {origin}");
    if let Some(link) = &started.setup_link {
        let _ = writeln!(out, "Set it up at {link}");
    }
    if started.app.config.origin.as_ref().is_some_and(|origin| !origin.is_private()) {
        let _ = writeln!(out, "Careful: this is plain HTTP, so anybody on the way can read along, passwords too.");
    }
    if let Some(first) = started.seats.first() {
        let _ = writeln!(out, "This is a demo: it is gone when it ends. Come in as\n");
        for seat in &started.seats {
            let _ = writeln!(out, "  {:<15} {origin}/demo#{}", seat.name, seat.token.reveal());
        }
        let _ = writeln!(out, "\nor by name, such as {}, with the password {}", first.username, demo::PASSWORD);
    }
    let _ = out.flush();
}

/// The directory outlives the server, and goes whichever way that ends.
fn serve_demo(mut sources: Sources) -> Result<()> {
    let around = env::temp_dir();
    let directory = demo_dir::make(&around)
        .map_err(|error| Failure::refused(format!("{}: no directory can be made here: {error}", around.display())))?;
    // What stands in the working directory is about a real server.
    sources.directory = directory.path().to_owned();
    let mut config = Config::load(&sources)?;
    config.data_dir = directory.path().to_owned();
    let served = serve(config);
    if let Err(error) = directory.close() {
        explain(&format!("the demo's directory could not be taken away; the next demo will: {error}"));
    }
    served
}
