//! `parlor doctor`: one line for each check, with the remedy where something is wrong.
//!
//! It changes nothing, and a server may be running beside it.

mod surroundings;

use std::path::Path;

use serde::Serialize;

use super::{Failure, Result, Whereabouts, answer};
use crate::config::Config;
use crate::data_dir;
use crate::domain::Timestamp;
use crate::error::Error;
use crate::store::audit::{self, Chain};
use crate::store::checkup::{self, Checkup};
use crate::store::{FILE_NAME, events, files, search, users};
use crate::vault::copies;

/// A log of the database beyond this was not folded in for long: some reader lingers. The server keeps it under half.
const LARGE_LOG_BYTES: u64 = 128 << 20;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Print a JSON array
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    at: Whereabouts,
}

/// What came of one check.
#[derive(Debug, Serialize)]
struct Finding {
    check: &'static str,
    verdict: Verdict,
    /// What was found and, where something is wrong, what to do.
    text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Verdict {
    Good,
    /// Nothing is wrong, but somebody should know.
    Note,
    Bad,
}

fn good(text: impl Into<String>) -> (Verdict, String) {
    (Verdict::Good, text.into())
}

fn note(text: impl Into<String>) -> (Verdict, String) {
    (Verdict::Note, text.into())
}

fn bad(text: impl Into<String>) -> (Verdict, String) {
    (Verdict::Bad, text.into())
}

pub fn run(args: Args) -> Result<()> {
    let findings = examine(&args.at);
    if args.json {
        answer(serde_json::to_string_pretty(&findings).map_err(Failure::refused)?)?;
    } else {
        answer(findings.iter().map(line).collect::<Vec<_>>().join("\n"))?;
    }
    let is_bad = findings.iter().any(|finding| finding.verdict == Verdict::Bad);
    if is_bad { Err(Failure::said()) } else { Ok(()) }
}

fn line(finding: &Finding) -> String {
    let mark = match finding.verdict {
        Verdict::Good => "ok   ",
        Verdict::Note => "note ",
        Verdict::Bad => "BAD  ",
    };
    format!("{mark}{:<16}{}", finding.check, finding.text)
}

fn examine(at: &Whereabouts) -> Vec<Finding> {
    let mut findings = Findings::default();
    findings.add("SQLite", sqlite());
    findings.add("open files", surroundings::open_files());
    let config = match at.config() {
        Ok(config) => config,
        // Without it nobody knows where to look further.
        Err(error) => {
            findings.add("configuration", bad(error.to_string()));
            return findings.0;
        }
    };
    findings.add("configuration", configuration(&config));
    if let Err(error) = data_dir::visit(&config.data_dir) {
        findings.add("data directory", bad(error.to_string()));
        return findings.0;
    }
    findings.add("data directory", surroundings::data_dir(&config.data_dir));
    findings.add("server", running(&config.data_dir));
    let path = config.data_dir.join(FILE_NAME);
    findings.add("disk", surroundings::disk(&config.data_dir, checkup::sizes_bytes(&path).0));
    database(&path, &mut findings);
    findings.0
}

#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn add(&mut self, check: &'static str, (verdict, text): (Verdict, String)) {
        self.0.push(Finding { check, verdict, text });
    }
}

fn sqlite() -> (Verdict, String) {
    match checkup::sqlite() {
        (version, true) => good(version),
        (version, false) => bad(format!("{version}; use a Parlor with {} or newer", checkup::SQLITE_AT_LEAST)),
    }
}

fn configuration(config: &Config) -> (Verdict, String) {
    let origins = config.origins(config.listen);
    let open_at = origins.first().map(ToString::to_string).unwrap_or_default();
    let text = format!("listens on {}, people open {open_at}", config.listen);
    if config.allow_plain_http && !origins.iter().all(crate::config::Origin::is_private) {
        return note(format!("{text}; without HTTPS passwords and messages can be read on the way"));
    }
    good(text)
}

fn running(data_dir: &Path) -> (Verdict, String) {
    match data_dir::holder(data_dir) {
        Ok(Some(pid)) => good(format!("running, process {pid}")),
        Ok(None) => note("not running; start it with `parlor serve`"),
        Err(error) => bad(error.to_string()),
    }
}

fn database(path: &Path, findings: &mut Findings) {
    let version = match checkup::versions(path) {
        Ok((0, _)) => return findings.add("database", note("there is none yet; `parlor serve` makes it")),
        Ok((found, known)) if found < known => {
            note(format!("version {found}; `parlor serve` makes a copy and brings it to version {known}"))
        }
        Ok((found, _)) => good(format!("version {found}")),
        Err(error) => return findings.add("database", bad(error.to_string())),
    };
    findings.add("schema", version);
    match Checkup::open(path) {
        Ok(checkup) => {
            let soundness = soundness(path, &checkup);
            let is_sound = soundness.0 == Verdict::Good;
            findings.add("database", soundness);
            // In a damaged file it would only stumble over the damage once more.
            if is_sound {
                findings.add("references", references(&checkup));
                findings.add("search", index(&checkup));
                findings.add("audit log", audit_log(&checkup));
            }
            findings.add("log", log(path, &checkup));
            if is_sound {
                findings.add("files", files_in_place(path, &checkup));
            }
            findings.add("set up", set_up(&checkup));
            findings.add("clock", clock(&checkup));
        }
        Err(error) => findings.add("database", bad(cause(error))),
    }
}

fn soundness(path: &Path, checkup: &Checkup) -> (Verdict, String) {
    let remedy = "stop the server, keep this file aside, and put the newest good copy of `backups` in its place";
    match checkup.damage() {
        Ok(None) => good(format!("sound, {} KiB", checkup::sizes_bytes(path).0.div_ceil(1024))),
        Ok(Some(what)) => {
            let what = what.split_whitespace().collect::<Vec<_>>().join(" ");
            bad(format!("damaged: {what}; {remedy}"))
        }
        Err(error) => bad(format!("{}; {remedy}", cause(error))),
    }
}

fn references(checkup: &Checkup) -> (Verdict, String) {
    match checkup.dangling() {
        Ok(None) => good("every row that another refers to is there"),
        Ok(Some(table)) => bad(format!(
            "rows of {table} refer to others that are not there; somebody has changed the file with another tool, \
             so put back a copy of `backups` from before"
        )),
        Err(error) => bad(cause(error)),
    }
}

/// Messages, from the newest on, that are looked for in the index.
const LOOKED_FOR: u32 = 2_000;

fn index(checkup: &Checkup) -> (Verdict, String) {
    let looked = checkup.read(|tx| Ok((search::missing(tx, LOOKED_FOR)?, search::progress(tx)?.unread_below > 0)));
    match looked {
        Ok((missing, true)) if missing.is_empty() => note("older messages are still being taken into the index"),
        Ok((missing, false)) if missing.is_empty() => good("the index knows what was said"),
        Ok((missing, _)) => bad(format!(
            "{} of the newest messages are not in the index; somebody has changed the file with another tool, so put \
             back a copy of `backups` from before",
            missing.len()
        )),
        Err(error) => bad(cause(error)),
    }
}

fn audit_log(checkup: &Checkup) -> (Verdict, String) {
    match checkup.read(audit::chain) {
        Ok(Chain::Whole(lines)) => good(format!("{lines} lines, each of which follows from the one before")),
        Ok(Chain::BrokenAt(line)) => bad(format!(
            "line {line} does not follow from the one before; somebody has changed the log with another tool, so compare it \
             with a copy of `backups` from before"
        )),
        Err(error) => bad(cause(error)),
    }
}

/// Whether what the database names is there, as long as it should be.
fn files_in_place(path: &Path, checkup: &Checkup) -> (Verdict, String) {
    let data_dir = path.parent().unwrap_or(Path::new("."));
    let (mut count, mut bytes, mut after) = (0_u64, 0_i64, None);
    let mut wrong = Vec::new();
    loop {
        let some = match checkup.read(|tx| files::some_contents(tx, after)) {
            Ok(some) => some,
            Err(error) => return bad(cause(error)),
        };
        let Some((last, ..)) = some.last() else { break };
        after = Some(*last);
        for content in some {
            count += 1;
            bytes = bytes.saturating_add(content.1);
            if !copies::is_in_place(data_dir, content) {
                wrong.push(content.0);
            }
        }
    }
    match wrong.first() {
        None => good(format!("{count}, {} KiB", (bytes + 1023) / 1024)),
        Some(first) => bad(format!(
            "{} of {count} are missing or cut short, such as {first}; put back `files` and `thumbnails` of a backup",
            wrong.len()
        )),
    }
}

fn log(path: &Path, checkup: &Checkup) -> (Verdict, String) {
    let (_, log_bytes) = checkup::sizes_bytes(path);
    let size = format!("{} KiB", log_bytes.div_ceil(1024));
    match checkup.journal_mode() {
        Ok(mode) if mode == "wal" && log_bytes > LARGE_LOG_BYTES => bad(format!(
            "{size}, which is far too much; somebody keeps the file open in another tool, or the server needs a restart"
        )),
        Ok(mode) if mode == "wal" => good(size),
        Ok(mode) => bad(format!(
            "kept as `{mode}`, not as a write-ahead log; move the data directory to a disk of this machine"
        )),
        Err(error) => bad(cause(error)),
    }
}

fn set_up(checkup: &Checkup) -> (Verdict, String) {
    match checkup.read(users::anybody) {
        Ok(true) => good("yes"),
        Ok(false) => note("not yet; start `parlor serve` and open the address that it prints"),
        Err(error) => bad(cause(error)),
    }
}

fn clock(checkup: &Checkup) -> (Verdict, String) {
    match checkup.read(events::newest_at) {
        Ok(newest) => surroundings::clock(Timestamp::now(), newest),
        Err(error) => bad(cause(error)),
    }
}

/// What happened, in full: whoever reads this looks after the machine.
fn cause(error: Error) -> String {
    Failure::from(error).sentence
}
