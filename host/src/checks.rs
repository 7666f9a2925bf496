//! The daily check of a whole product file, and what it found last.

use crate::folder::{ProductFiles, make_private, write_whole};
use cairn_core::{Error, Product, Result};
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::{fs, io};

/// What a check of a whole product file found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Check {
    /// When it was made.
    pub at: DateTime<FixedOffset>,
    /// What was found, each a line; empty if the file is sound.
    pub found: Vec<String>,
}

/// The last check of a product, if there was one.
pub fn last(files: &ProductFiles) -> Option<Check> {
    serde_json::from_slice(&fs::read(path(files)).ok()?).ok()
}

/// Whether the last check is a day old, or there was none.
pub fn is_due(files: &ProductFiles, now: DateTime<FixedOffset>) -> bool {
    last(files).is_none_or(|check| (now - check.at).num_hours().abs() >= 24)
}

/// Checks pages, indexes, references and the journal of a product that may be open meanwhile, and
/// notes what was found.
///
/// # Errors
/// When it can't be read for another reason than damage, or the note can't be written.
pub fn check(files: &ProductFiles, now: DateTime<FixedOffset>) -> Result<Check> {
    let found = match Product::check_file(&files.product) {
        Ok(found) => found,
        Err(Error::Damaged { detail, .. }) => vec![detail],
        Err(error) => return Err(error),
    };
    let check = Check { at: now, found };
    note(files, &check)?;
    Ok(check)
}

/// Notes what a check found.
pub(crate) fn note(files: &ProductFiles, check: &Check) -> Result<()> {
    make_private(&files.backups)?;
    let text = serde_json::to_string_pretty(check).unwrap_or_default();
    write_whole(&path(files), text.as_bytes())
}

/// Forgets the last check, since it was of another file.
pub(crate) fn forget(files: &ProductFiles) -> Result<()> {
    match fs::remove_file(path(files)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::io(path(files), error)),
        _ => Ok(()),
    }
}

fn path(files: &ProductFiles) -> PathBuf {
    files.backups.join("checked.json")
}
