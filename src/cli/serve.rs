//! `parlor serve`, and `parlor` alone.

use std::io::Write;
use std::path::PathBuf;

use super::{Result, log};
use crate::config::{Config, Flags, Sources};
use crate::data_dir::DataDir;
use crate::server::{self, Started};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Read this configuration; without it PARLOR_CONFIG or `parlor.toml`, if there is one
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Serve an example team from a directory that is gone afterwards
    #[arg(long)]
    demo: bool,
    #[command(flatten)]
    flags: Flags,
}

pub fn run(args: Args) -> Result<()> {
    let config =
        Config::load(&Sources { file: args.config, flags: args.flags, demo: args.demo, ..Sources::of_process() })?;
    let data_dir = DataDir::take(&config.data_dir)?;
    let _log = log::start(&config.log);
    Ok(server::run(config, data_dir, welcome)?)
}

/// What the person at the terminal needs, and no more. Nobody may be reading it, which is no reason to stop.
fn welcome(started: &Started<'_>) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "Parlor is listening on {}", started.app.origin());
    if let Some(link) = &started.setup_link {
        let _ = writeln!(out, "Set it up at {link}");
    }
    let _ = out.flush();
}
