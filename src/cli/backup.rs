//! `parlor backup`.

use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::PathBuf;

use chrono::Utc;

use super::{Failure, Result, Whereabouts, answer, database, explain};
use crate::config::Config;
use crate::store::backup::backup_to;

/// In the data directory, where copies go that were given no name.
const DIRECTORY: &str = "backups";

#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file to make; without it a name with the time, in `backups` in the data directory
    file: Option<PathBuf>,
    #[command(flatten)]
    at: Whereabouts,
}

pub fn run(args: Args) -> Result<()> {
    let config = args.at.config()?;
    let source = database(&config)?;
    let target = match args.file {
        Some(file) => file,
        None => default_target(&config)?,
    };
    backup_to(&source, &target)?;
    let size_bytes = target.metadata().map_or(0, |copy| copy.len());
    explain(&format!("copied and checked {} KiB; keep a copy on another machine as well", size_bytes.div_ceil(1024)));
    answer(target.display())
}

fn default_target(config: &Config) -> Result<PathBuf> {
    let directory = config.data_dir.join(DIRECTORY);
    let made = DirBuilder::new().mode(0o700).recursive(true).create(&directory);
    made.map_err(|error| Failure::refused(format!("{}: cannot be made: {error}", directory.display())))?;
    Ok(directory.join(format!("parlor-{}.db", Utc::now().format("%Y%m%dT%H%M%S%.3fZ"))))
}
