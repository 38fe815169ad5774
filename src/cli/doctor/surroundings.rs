//! What is checked of the machine: its disk, its limits, its clock.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::time::Duration;

use rustix::fs::statvfs;
use rustix::process::{Resource, getrlimit};

use super::{Verdict, bad, good, note};
use crate::domain::Timestamp;

/// Room that the database must be left: this much, or a twentieth of a small disk.
const RESERVE_BYTES: u64 = 512 << 20;
const RESERVE_SHARE: u64 = 20;

/// Below this the server has hardly a file left for connections.
const FEW_FILES: u64 = 256;

/// Files that the server keeps for itself; each connection takes one more.
const OWN_FILES: u64 = 64;

/// 2026-01-01: a clock before it was never set. Parlor is younger than that.
const BEGINNING: Timestamp = Timestamp::from_millis(1_767_225_600_000);

/// How far what happened last may lie ahead of the clock before the clock is the more doubtful of the two.
const AHEAD: Duration = Duration::from_secs(60);

/// The files in the data directory. The directory itself has been found to be mine, and closed to others.
pub fn data_dir(path: &Path) -> (Verdict, String) {
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) => return bad(format!("{}: cannot be read: {error}", path.display())),
    };
    let me = rustix::process::geteuid().as_raw();
    for entry in entries.flatten() {
        let (path, Ok(found)) = (entry.path(), entry.metadata()) else { continue };
        if found.uid() != me {
            return bad(format!(
                "{0}: belongs to user {1}; change the owner: chown {me} {0}",
                path.display(),
                found.uid()
            ));
        }
        if found.mode() & 0o077 != 0 {
            return bad(format!("{0}: other users have rights on it; close it: chmod go= {0}", path.display()));
        }
    }
    good(format!("{}, closed to other users", path.display()))
}

/// Whether there is room to go on, and for one more copy.
pub fn disk(path: &Path, database_bytes: u64) -> (Verdict, String) {
    let Ok(disk) = statvfs(path) else { return note("the free space is not known here") };
    let (free, all) = (disk.f_bavail.saturating_mul(disk.f_frsize), disk.f_blocks.saturating_mul(disk.f_frsize));
    room(free, all, database_bytes)
}

fn room(free: u64, all: u64, database_bytes: u64) -> (Verdict, String) {
    let text = format!("{} MiB free", free >> 20);
    let reserve = RESERVE_BYTES.min(all / RESERVE_SHARE);
    if free < reserve {
        return bad(format!(
            "{text}, and {} MiB should be; make room, or messages will soon be refused",
            reserve >> 20
        ));
    }
    if free - reserve < database_bytes {
        return note(format!("{text}, which is not enough for another copy of the database"));
    }
    good(text)
}

/// How many connections the system lets a server have.
pub fn open_files() -> (Verdict, String) {
    let limit = getrlimit(Resource::Nofile);
    // `None` is no limit. The server raises the soft limit to the hard one.
    match limit.maximum {
        Some(most) if most < FEW_FILES => {
            bad(format!("at most {most}; allow more: ulimit -Hn 65536, or LimitNOFILE=65536 in the unit"))
        }
        Some(most) => good(format!("at most {most}, so {} connections", most - OWN_FILES)),
        None => good("no limit"),
    }
}

/// Whether the clock can be right, when something happened at `newest`.
pub fn clock(now: Timestamp, newest: Option<Timestamp>) -> (Verdict, String) {
    if now < BEGINNING {
        return bad(format!("{now}, which is too early to be true; set it, best by NTP"));
    }
    match newest {
        Some(newest) if newest > now.plus(AHEAD) => {
            bad(format!("{now}, but the latest entry of the database is of {newest}; set it, best by NTP"))
        }
        _ => good(now.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_runs_behind_what_has_happened_is_found_out() {
        let now = BEGINNING.plus(Duration::from_secs(1_000_000));
        assert_eq!(clock(Timestamp::from_millis(0), None).0, Verdict::Bad);
        assert_eq!(clock(now, None).0, Verdict::Good);
        assert_eq!(clock(now, Some(now.plus(Duration::from_secs(30)))).0, Verdict::Good);
        assert_eq!(clock(now, Some(now.plus(Duration::from_secs(90)))).0, Verdict::Bad);
    }

    #[test]
    fn a_disk_needs_room_to_go_on_and_for_a_copy() {
        const GIB: u64 = 1 << 30;
        assert_eq!(room(10 * GIB, 100 * GIB, GIB).0, Verdict::Good);
        assert_eq!(room(10 * GIB, 100 * GIB, 10 * GIB).0, Verdict::Note);
        assert_eq!(room(GIB / 4, 100 * GIB, 0).0, Verdict::Bad);
        assert_eq!(room(GIB / 4, GIB, 0).0, Verdict::Good);
    }
}
