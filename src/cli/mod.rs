//! The command line: one file for each subcommand.
//!
//! What was asked for goes to standard output and nothing else does, so that it can be piped;
//! explanations and the one line of a refusal go to standard error. Exit codes: 0 for done, 1 for
//! refused or failed, 2 for a command line or a configuration that cannot be understood.

mod backup;
mod completions;
mod doctor;
mod invite;
mod log;
mod serve;
mod user;

use std::fmt::Display;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::config::{Config, ConfigError, Flags, Sources};
use crate::data_dir::{self, DataDirError};
use crate::error::Error;
use crate::store::backup::BackupError;
use crate::store::migrate::MigrateError;
use crate::store::{self, Size, Store, checkup, users};

/// What stands under `parlor --help`.
const AFTER_HELP: &str = "\
Everything Parlor knows is in its data directory, `data` unless told otherwise. Settings can also stand
in `parlor.toml` or in variables such as PARLOR_DATA_DIR; config.example.toml lists them all.";

/// A team's chat in one executable. Without a command it serves, as `parlor serve` does.
#[derive(Debug, Parser)]
#[command(name = "parlor", version, args_conflicts_with_subcommands = true, after_help = AFTER_HELP)]
struct Cli {
    #[command(flatten)]
    serve: serve::Args,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the team until told to stop.
    Serve(serve::Args),
    /// Look after people's accounts.
    User(user::Args),
    /// Make a link that lets people in.
    Invite(invite::Args),
    /// Copy the database, also while the server runs.
    Backup(backup::Args),
    /// Check whether everything is in order, and say what to do if not.
    Doctor(doctor::Args),
    /// Print what makes a shell complete Parlor's commands.
    Completions(completions::Args),
}

/// Does what the command line of this process asks for.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command.unwrap_or(Command::Serve(cli.serve)) {
        Command::Serve(args) => serve::run(args),
        Command::User(args) => user::run(args),
        Command::Invite(args) => invite::run(args),
        Command::Backup(args) => backup::run(args),
        Command::Doctor(args) => doctor::run(args),
        Command::Completions(args) => completions::run(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            explain(&failure.sentence);
            ExitCode::from(failure.code)
        }
    }
}

/// Why a command did not do what it was asked for.
#[derive(Debug)]
struct Failure {
    /// For the person, with the remedy. Empty when everything has been said.
    sentence: String,
    code: u8,
}

type Result<T> = std::result::Result<T, Failure>;

impl Failure {
    fn refused(why: impl Display) -> Self {
        Self { sentence: why.to_string(), code: 1 }
    }

    /// Everything has been said already.
    fn said() -> Self {
        Self { sentence: String::new(), code: 1 }
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self { sentence: error.to_string(), code: 2 }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            // There is no log to look into: whoever reads this owns the machine.
            Error::Internal(cause) => Self::refused(cause),
            Error::Busy => Self::refused("somebody else keeps the database locked; nothing was done, try again"),
            Error::StorageFull => Self::refused("the disk is full; nothing was done, make room and try again"),
            other => Self::refused(other),
        }
    }
}

macro_rules! refusals {
    ($($error:ty),*) => {$(
        impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Self::refused(error)
            }
        }
    )*};
}
refusals!(DataDirError, BackupError, MigrateError, crate::server::StartError);

/// Where the server is whose data a command is about.
#[derive(Debug, Args)]
struct Whereabouts {
    /// Read this configuration; without it PARLOR_CONFIG or `parlor.toml`, if there is one
    #[arg(long, value_name = "FILE", global = true)]
    config: Option<PathBuf>,
    /// The directory that holds the database
    #[arg(long, value_name = "DIRECTORY", global = true)]
    data_dir: Option<String>,
}

impl Whereabouts {
    fn config(&self) -> std::result::Result<Config, ConfigError> {
        let mut flags = Flags::default();
        if let Some(data_dir) = &self.data_dir {
            flags = flags.with("data_dir", data_dir);
        }
        Config::load(&Sources { file: self.config.clone(), flags, ..Sources::of_process() })
    }

    /// The database, with the configuration of its server, which may be running.
    fn store(&self) -> Result<(Config, Store)> {
        let config = self.config()?;
        let path = database(&config)?;
        let (found, known) = checkup::versions(&path)?;
        if found < known {
            return Err(Failure::refused(format!(
                "{}: this database has version {found}, and this program works with version {known}; \
                 start `parlor serve` once, which makes a copy and brings it up to date",
                path.display()
            )));
        }
        // Nobody is connected to this process; a server beside it notices the events by itself.
        let store = Store::open(&config.data_dir, Size { readers: 1, write_queue: 16 }, Box::new(drop))?;
        Ok((config, store))
    }

    /// The database of a server that somebody has set up.
    fn store_in_use(&self) -> Result<(Config, Store)> {
        let (config, store) = self.store()?;
        if !store.read_and_wait(users::anybody)? {
            return Err(Failure::refused(
                "this server is not set up yet; start `parlor serve` and open the address that it prints",
            ));
        }
        Ok((config, store))
    }
}

/// The database of a server that has been started at least once.
fn database(config: &Config) -> Result<PathBuf> {
    data_dir::visit(&config.data_dir)?;
    let path = config.data_dir.join(store::FILE_NAME);
    match checkup::versions(&path)? {
        (0, _) => Err(Failure::refused(format!(
            "{}: there is no database yet; start `parlor serve` first, or name the right directory with --data-dir",
            path.display()
        ))),
        _ => Ok(path),
    }
}

/// What was asked for.
///
/// # Errors
/// When nobody takes it; a reader that has seen enough is no error.
fn answer(text: impl Display) -> Result<()> {
    let mut out = io::stdout().lock();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::refused(format!("standard output takes nothing: {error}")))
        }
        _ => Ok(()),
    }
}

/// A line for the person beside what was asked for. Nobody may be reading, and that is fine.
fn explain(line: &str) {
    if !line.is_empty() {
        let _ = writeln!(io::stderr(), "parlor: {line}");
    }
}
