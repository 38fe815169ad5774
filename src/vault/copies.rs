//! Contents in a data directory, looked over and copied while a server may be using them.

use std::fs::{self, DirBuilder, File};
use std::io;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::Path;

use super::{FILES, THUMBNAILS, path_on_shelf};
use crate::domain::ContentHash;

/// Whether a content is where it should be, as long as it should be, and its small form as well if it has one.
pub fn is_in_place(data_dir: &Path, (hash, size_bytes, has_small): (ContentHash, i64, bool)) -> bool {
    let length = |kind: &str| path_on_shelf(&data_dir.join(kind), hash).metadata().map(|found| found.len());
    let is_whole = length(FILES).is_ok_and(|length| i64::try_from(length) == Ok(size_bytes));
    is_whole && (!has_small || length(THUMBNAILS).is_ok())
}

/// Puts a content and its small form below `to` as they are below `data_dir`. On the same disk both share the bytes,
/// which are never changed; elsewhere they are copied, and on disk when this returns.
///
/// # Errors
/// When one is missing, or cannot be written.
pub fn take_along(data_dir: &Path, to: &Path, hash: ContentHash, has_small: bool) -> io::Result<()> {
    take_one(data_dir, to, FILES, hash)?;
    if has_small { take_one(data_dir, to, THUMBNAILS, hash) } else { Ok(()) }
}

fn take_one(data_dir: &Path, to: &Path, kind: &str, hash: ContentHash) -> io::Result<()> {
    let (from, target) = (path_on_shelf(&data_dir.join(kind), hash), path_on_shelf(&to.join(kind), hash));
    let shelf = target.parent().unwrap_or(to);
    DirBuilder::new().mode(0o700).recursive(true).create(shelf)?;
    if fs::hard_link(&from, &target).is_err() {
        let mut copy = tempfile::NamedTempFile::new_in(shelf)?;
        io::copy(&mut File::open(from)?, &mut copy)?;
        copy.as_file().sync_all()?;
        copy.persist(&target)?;
    }
    File::open(shelf)?.sync_all()
}
