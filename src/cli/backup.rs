//! `parlor backup`.

use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use super::{Failure, Result, Whereabouts, answer, database, explain};
use crate::commands::operator;
use crate::config::Config;
use crate::domain::{ContentHash, Timestamp};
use crate::store::backup::backup_to;
use crate::store::checkup::Checkup;
use crate::store::files;
use crate::vault::copies;

/// In the data directory, where copies go that were given no name.
const DIRECTORY: &str = "backups";

#[derive(Debug, clap::Args)]
pub struct Args {
    /// The copy of the database to make; without it a name with the time, in `backups` in the data directory. Files
    /// in messages, if there are any, go into a directory of that name and `.files`
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
    // First what names files, then the files: what is uploaded in between is in neither, and nothing is missing.
    backup_to(&source, &target)?;
    let size_bytes = target.metadata().map_or(0, |copy| copy.len());
    let with_files = match copy_files(&config.data_dir, &target)? {
        0 => String::new(),
        count => format!(" with {count} files in {}", files_of(&target).display()),
    };
    note(&args.at, size_bytes);
    explain(&format!(
        "copied and checked {} KiB{with_files}; keep a copy on another machine as well",
        size_bytes.div_ceil(1024)
    ));
    answer(target.display())
}

/// Notes in the database that there is a copy, for who looks after the server. A database that cannot be written, or that
/// is of an older version, is copied all the same.
fn note(at: &Whereabouts, size_bytes: u64) {
    let Ok((_, store)) = at.store() else { return };
    if operator::note_backup(&store, i64::try_from(size_bytes).unwrap_or(i64::MAX)).is_err() {
        explain("the copy is good; that it was made could not be noted in the database");
    }
}

fn default_target(config: &Config) -> Result<PathBuf> {
    let directory = config.data_dir.join(DIRECTORY);
    let made = DirBuilder::new().mode(0o700).recursive(true).create(&directory);
    made.map_err(|error| Failure::refused(format!("{}: cannot be made: {error}", directory.display())))?;
    Ok(directory.join(format!("parlor-{}.db", Timestamp::now().in_file_name())))
}

/// Where the files that a copy of the database names go: `friday.db` -> `friday.db.files`.
fn files_of(target: &Path) -> PathBuf {
    let mut name = target.as_os_str().to_owned();
    name.push(".files");
    name.into()
}

/// Copies what the copy of the database says there is; how many contents that are.
fn copy_files(data_dir: &Path, target: &Path) -> Result<usize> {
    let copy = Checkup::open(target)?;
    let to = files_of(target);
    let (mut count, mut missing, mut after) = (0, 0, None);
    loop {
        let some = copy.read(|tx| files::some_contents(tx, after))?;
        let Some((last, ..)) = some.last() else { break };
        after = Some(*last);
        for content in some {
            match copies::is_in_place(data_dir, content) {
                true => take_along(data_dir, &to, content)?,
                false => missing += 1,
            }
            count += 1;
        }
    }
    if missing > 0 {
        return Err(Failure::refused(format!(
            "{}: copied, but {missing} of {count} files that it names are missing or cut short in the data directory; \
             `parlor doctor` says which",
            target.display()
        )));
    }
    Ok(count)
}

fn take_along(data_dir: &Path, to: &Path, (hash, _, has_small): (ContentHash, i64, bool)) -> Result<()> {
    copies::take_along(data_dir, to, hash, has_small)
        .map_err(|error| Failure::refused(format!("{}: a file cannot be copied there: {error}", to.display())))
}
