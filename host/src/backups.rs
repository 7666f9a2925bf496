//! Verified backups of a product: made, listed, kept or let go, and put back.
//!
//! A backup is a closed product file with a note beside it that holds its SHA-256. The note is on
//! the disk before the backup gets its name, so a backup with a name is one that was verified.

use crate::checks;
use crate::folder::{ProductFiles, make_private, write_whole};
use cairn_core::{Edit, Error, Product, Result, sync_folder};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use ts_rs::TS;

const STAMP: &str = "%Y-%m-%d-%H%M%S";

/// The newest backups that hold what was verified are never let go, this many.
const ALWAYS: usize = 3;

/// How long the backup before a migration is kept, in days.
const MIGRATION_DAYS: i64 = 90;

/// All backups of a product together take no more than this or [`CAP_TIMES`] times its file, whichever
/// is more. In bytes.
const CAP: u64 = 1 << 30;
const CAP_TIMES: u64 = 5;

/// Deleting more items than this is backed up before.
const MANY: usize = 50;

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Occasion {
    /// The product had changed: at its opening, within the hour, at its closing.
    Routine,
    /// Before it was brought up to a newer Cairn.
    Migration,
    /// Before an import.
    Import,
    /// Before many items were deleted.
    Deletion,
    /// Before another backup was restored.
    Restore,
}

/// A backup of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Backup {
    /// What it is called: the local moment it was made at.
    pub name: String,
    /// When it was made, in milliseconds since 1970 UTC.
    #[ts(type = "number")]
    pub at: i64,
    /// Size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// How many items it holds, whatever their state; `None` where that was not noted.
    pub items: Option<usize>,
    /// Why it was made; `None` where that was not noted.
    pub occasion: Option<Occasion>,
    /// Whether it is, byte for byte, what was verified when it was made.
    pub sound: bool,
}

/// What is written down beside a backup.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Note {
    at: DateTime<FixedOffset>,
    occasion: Occasion,
    items: Option<usize>,
    /// The newest step in it, by which a later opening sees whether the product has changed since.
    step: Option<i64>,
    bytes: u64,
    sha256: String,
}

/// A backup as it lies in its folder. Several of one second are numbered.
#[derive(Debug, Clone)]
struct Found {
    at: NaiveDateTime,
    number: u32,
    path: PathBuf,
    bytes: u64,
    note: Option<Note>,
}

impl Found {
    fn name(&self) -> String {
        self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Whether the bytes are those that were verified.
    fn is_sound(&self) -> bool {
        self.note.as_ref().is_some_and(|note| {
            note.bytes == self.bytes && sha256(&self.path).is_ok_and(|sum| sum == note.sha256)
        })
    }
}

/// Whether a backup is made before an edit: one that deletes many items.
pub fn are_due_before(edit: &Edit) -> bool {
    matches!(edit, Edit::DeleteItems { ids } if ids.len() > MANY)
}

/// Writes a verified backup, then lets go the older ones that no rule keeps.
///
/// # Errors
/// Any; then the older backups are as they were.
pub fn back_up(
    product: &Product,
    files: &ProductFiles,
    occasion: Occasion,
    now: DateTime<FixedOffset>,
) -> Result<()> {
    make_private(&files.backups)?;
    let part = files.backups.join("backup.part");
    product.save_copy(&part)?;
    let items = Some(product.filter_all("")?.len());
    file_away(&part, files, occasion, items, newest_step(product)?, now)?;
    rotate(files, now)
}

/// Puts the backup that the core made before a migration, if there is one, to the others.
///
/// # Errors
/// [`Error::Io`]; then it stays where it is, and the next opening tries again.
pub fn take_in_migration(files: &ProductFiles, now: DateTime<FixedOffset>) -> Result<()> {
    let made = cairn_core::before_migration(&files.product);
    if !made.exists() {
        return Ok(());
    }
    make_private(&files.backups)?;
    file_away(&made, files, Occasion::Migration, None, None, now)
}

/// Whether the newest backup holds all that was done in the product.
///
/// # Errors
/// Those of reading the product.
pub fn is_current(product: &Product, files: &ProductFiles) -> Result<bool> {
    let newest = found(files).into_iter().next().and_then(|newest| newest.note);
    let step = newest_step(product)?;
    Ok(newest.is_some_and(|note| note.step == step))
}

fn newest_step(product: &Product) -> Result<Option<i64>> {
    Ok(product.history(None, None, 1)?.first().map(|line| line.operation.0))
}

/// Gives a verified copy its note and its name.
fn file_away(
    part: &Path,
    files: &ProductFiles,
    occasion: Occasion,
    items: Option<usize>,
    step: Option<i64>,
    now: DateTime<FixedOffset>,
) -> Result<()> {
    let bytes = fs::metadata(part).map_err(|error| Error::io(part, error))?.len();
    let note = Note { at: now, occasion, items, step, bytes, sha256: sha256(part)? };
    let path = free(&files.backups, &now.naive_local().format(STAMP).to_string(), "cairn");
    let text = serde_json::to_string_pretty(&note).unwrap_or_default();
    write_whole(&note_of(&path), text.as_bytes())?;
    sync_folder(&path)?;
    fs::rename(part, &path).map_err(|error| Error::io(&path, error))?;
    sync_folder(&path)
}

/// The backups of a product, newest first. Reads each of them whole, to see that it is still sound.
pub fn list(files: &ProductFiles) -> Vec<Backup> {
    let backup = |found: Found| Backup {
        name: found.name(),
        at: found
            .note
            .as_ref()
            .map_or_else(|| found.at.and_utc().timestamp_millis(), |note| note.at.timestamp_millis()),
        bytes: found.bytes,
        items: found.note.as_ref().and_then(|note| note.items),
        occasion: found.note.as_ref().map(|note| note.occasion),
        sound: found.is_sound(),
    };
    found(files).into_iter().map(backup).collect()
}

/// Whether anything was ever backed up: then the product has a history, even if its file is gone.
pub fn any(files: &ProductFiles) -> bool {
    !found(files).is_empty()
}

/// Puts a backup in the place of a product, whose lock is held and which is closed.
///
/// What is there now is backed up first if it can be read, so that the restore can be taken back;
/// in any case its files are moved to quarantine, never deleted. The log goes with its file: beside
/// another one it would damage it.
///
/// # Errors
/// [`Error::NotFound`] and [`Error::Invalid`] when there is no such backup or it is not sound; then
/// everything is as it was.
pub fn restore(files: &ProductFiles, name: &str, now: DateTime<FixedOffset>) -> Result<()> {
    let Some(chosen) = found(files).into_iter().find(|found| found.name() == name) else {
        return Err(Error::not_found("error-backup-unknown", "name", name));
    };
    // Copied before anything else: what is made below may let the oldest backups go.
    let part = beside(&files.product, ".part");
    fs::copy(&chosen.path, &part).map_err(|error| Error::io(&part, error))?;
    let copy = Found { path: part.clone(), ..chosen };
    let put_back = || {
        if !copy.is_sound() {
            return Err(Error::invalid_with("backup", "error-backup-unsound", [("name", name.to_owned())]));
        }
        sync(&part)?;
        if let Ok(product) = Product::open_to_read(&files.product, now) {
            back_up(&product, files, Occasion::Restore, now)?;
        }
        set_aside(files, now)?;
        fs::rename(&part, &files.product).map_err(|error| Error::io(&part, error))
    };
    if let Err(error) = put_back() {
        // The backup is where it was; whether its copy could be removed does not change the answer.
        let _ = fs::remove_file(&part);
        return Err(error);
    }
    sync_folder(&files.product)?;
    checks::forget(files)?;
    let found = Product::open(&files.product, now)?.check()?;
    match found.into_iter().next() {
        None => Ok(()),
        Some(detail) => Err(Error::Damaged { path: files.product.clone(), detail }),
    }
}

/// Moves a product's file with its log to quarantine. The file goes first: a log alone is harmless,
/// a file without its log lacks what was saved last.
fn set_aside(files: &ProductFiles, now: DateTime<FixedOffset>) -> Result<()> {
    make_private(&files.quarantine)?;
    let stem = files.product.file_stem().unwrap_or_default().to_string_lossy();
    let name = format!("{stem}-{}", now.naive_local().format(STAMP));
    let aside = free(&files.quarantine, &name, "cairn");
    for suffix in ["", "-wal", "-shm"] {
        let (from, to) = (beside(&files.product, suffix), beside(&aside, suffix));
        match fs::rename(&from, &to) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(Error::io(from, error)),
            _ => {}
        }
    }
    sync_folder(&aside)?;
    sync_folder(&files.product)
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn sync(path: &Path) -> Result<()> {
    let file = File::options().write(true).open(path).map_err(|error| Error::io(path, error))?;
    file.sync_all().map_err(|error| Error::io(path, error))
}

/// A path that nothing has yet: the name, or the name with a number.
fn free(folder: &Path, name: &str, ending: &str) -> PathBuf {
    let numbered = |number: u32| folder.join(format!("{name}-{number}.{ending}"));
    let first = folder.join(format!("{name}.{ending}"));
    std::iter::once(first).chain((2..).map(numbered)).find(|path| !path.exists()).unwrap_or_default()
}

fn note_of(backup: &Path) -> PathBuf {
    backup.with_extension("json")
}

fn sha256(path: &Path) -> Result<String> {
    let mut sum = Sha256::new();
    let mut file = File::open(path).map_err(|error| Error::io(path, error))?;
    io::copy(&mut file, &mut sum).map_err(|error| Error::io(path, error))?;
    Ok(sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The backups of a folder, newest first.
fn found(files: &ProductFiles) -> Vec<Found> {
    let one = |path: PathBuf| {
        if path.extension()? != "cairn" {
            return None;
        }
        let (at, rest) = NaiveDateTime::parse_and_remainder(path.file_stem()?.to_str()?, STAMP).ok()?;
        let number = if rest.is_empty() { 1 } else { rest.strip_prefix('-')?.parse().ok()? };
        let note = fs::read(note_of(&path)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Some(Found { at, number, bytes: fs::metadata(&path).ok()?.len(), note, path })
    };
    let entries = fs::read_dir(&files.backups).into_iter().flatten().flatten();
    let mut found: Vec<Found> = entries.filter_map(|entry| one(entry.path())).collect();
    found.sort_by_key(|found| std::cmp::Reverse((found.at, found.number)));
    found
}

/// Lets the backups go that no rule keeps; none while the product's own file fails its check.
fn rotate(files: &ProductFiles, now: DateTime<FixedOffset>) -> Result<()> {
    if checks::last(files).is_some_and(|check| !check.found.is_empty()) {
        return Ok(());
    }
    let found = found(files);
    let live = fs::metadata(&files.product).map_or(0, |file| file.len());
    let mut sound = 0;
    let kept: Vec<Kept> = found
        .iter()
        .map(|found| {
            let newest_sound = sound < ALWAYS && found.is_sound();
            sound += usize::from(newest_sound);
            let migration = found.note.as_ref().is_some_and(|note| {
                note.occasion == Occasion::Migration && now - note.at < TimeDelta::days(MIGRATION_DAYS)
            });
            Kept { at: found.at, bytes: found.bytes, always: newest_sound || migration }
        })
        .collect();
    for (found, _) in found.iter().zip(keep(&kept, CAP.max(CAP_TIMES * live))).filter(|(_, kept)| !kept) {
        fs::remove_file(&found.path).map_err(|error| Error::io(&found.path, error))?;
        // A note alone says nothing; it goes with the next backup of its name.
        let _ = fs::remove_file(note_of(&found.path));
    }
    Ok(())
}

/// What decides whether a backup is kept.
#[derive(Debug, Clone, Copy)]
struct Kept {
    at: NaiveDateTime,
    bytes: u64,
    /// Whatever the other rules say.
    always: bool,
}

/// Which of some backups, newest first, are kept: those that always are, the 12 newest, and the
/// newest of each of the last 14 days, 8 weeks and 12 months that have one. Where they take more
/// than `cap` bytes, the oldest go that need not always be kept.
fn keep(backups: &[Kept], cap: u64) -> Vec<bool> {
    let mut kept: Vec<bool> =
        backups.iter().enumerate().map(|(at, backup)| at < 12 || backup.always).collect();
    let mut newest_of_each = |count: usize, span: &dyn Fn(&NaiveDateTime) -> (i32, u32)| {
        let mut spans = Vec::new();
        for (backup, kept) in backups.iter().zip(&mut kept) {
            if !spans.contains(&span(&backup.at)) {
                if spans.len() == count {
                    break;
                }
                spans.push(span(&backup.at));
                *kept = true;
            }
        }
    };
    newest_of_each(14, &|at| (at.year(), at.ordinal()));
    newest_of_each(8, &|at| (at.iso_week().year(), at.iso_week().week()));
    newest_of_each(12, &|at| (at.year(), at.month()));
    let mut bytes: u64 =
        backups.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(backup, _)| backup.bytes).sum();
    for (backup, kept) in backups.iter().zip(&mut kept).rev() {
        if bytes > cap && *kept && !backup.always {
            *kept = false;
            bytes -= backup.bytes;
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use cairn_core::backlog::{NewItem, Place};
    use chrono::{Days, NaiveDate};

    fn newest() -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 11, 26).unwrap().and_hms_opt(23, 0, 0).unwrap()
    }

    fn hourly(hours: i64, bytes: u64) -> Vec<Kept> {
        (0..hours).map(|hour| Kept { at: newest() - TimeDelta::hours(hour), bytes, always: false }).collect()
    }

    fn now() -> DateTime<FixedOffset> {
        "2026-11-26T09:42:00+01:00".parse().unwrap()
    }

    struct Desk {
        _folder: tempfile::TempDir,
        files: ProductFiles,
    }

    impl Desk {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let files = ProductFiles::beside(&folder.path().join("p.cairn"));
            drop(Product::create(&files.product, "Test", now()).unwrap());
            Self { _folder: folder, files }
        }

        fn add(&self, title: &str) {
            let items = vec![NewItem { title: title.into(), ..NewItem::default() }];
            let mut product = Product::open(&self.files.product, now()).unwrap();
            product.apply(Edit::AddItems { items, place: Place::Bottom }, now()).unwrap();
        }

        fn back_up(&self) -> String {
            let product = Product::open(&self.files.product, now()).unwrap();
            back_up(&product, &self.files, Occasion::Routine, now()).unwrap();
            list(&self.files)[0].name.clone()
        }

        fn titles(&self) -> Vec<String> {
            let product = Product::open_to_read(&self.files.product, now()).unwrap();
            product.items().into_iter().map(|item| item.title).collect()
        }

        fn in_quarantine(&self) -> Vec<String> {
            let entries = fs::read_dir(&self.files.quarantine).into_iter().flatten().flatten();
            let mut names: Vec<String> =
                entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
            names.sort();
            names
        }
    }

    #[test]
    fn a_year_of_hourly_backups_keeps_recent_daily_weekly_and_monthly_ones() {
        let backups = hourly(24 * 400, 1);
        let kept: Vec<NaiveDateTime> = backups
            .iter()
            .zip(keep(&backups, u64::MAX))
            .filter_map(|(backup, kept)| kept.then_some(backup.at))
            .collect();
        assert!(backups[..12].iter().all(|backup| kept.contains(&backup.at)));
        for days in 0..14 {
            let day = newest().date() - Days::new(days);
            assert!(kept.iter().any(|at| at.date() == day), "{day}");
        }
        assert!(kept.iter().any(|at| (at.year(), at.month()) == (2025, 12)));
        // 12 newest, of which one is also the newest of its day, 13 more days, and few of weeks and months.
        assert!(kept.len() <= 12 + 13 + 8 + 12, "{}", kept.len());
    }

    #[test]
    fn too_many_bytes_let_the_oldest_go_but_never_those_that_are_always_kept() {
        let mut backups = hourly(24 * 40, 10);
        backups[24 * 20].always = true;
        backups[0].always = true;
        let kept = keep(&backups, 50);
        let at: Vec<usize> = (0..backups.len()).filter(|at| kept[*at]).collect();
        assert_eq!(at, [0, 1, 2, 3, 24 * 20]);
        let at = keep(&backups, 1).iter().filter(|kept| **kept).count();
        assert_eq!(at, 2);
    }

    #[test]
    fn a_backup_that_was_changed_is_found_out_and_not_restored() {
        let desk = Desk::new();
        desk.add("A");
        let name = desk.back_up();
        let path = desk.files.backups.join(format!("{name}.cairn"));
        let mut bytes = fs::read(&path).unwrap();
        *bytes.last_mut().unwrap() ^= 1;
        fs::write(&path, bytes).unwrap();
        assert!(!list(&desk.files)[0].sound);
        let before = fs::read(&desk.files.product).unwrap();
        assert!(matches!(restore(&desk.files, &name, now()), Err(Error::Invalid { .. })));
        assert!(matches!(restore(&desk.files, "2020-01-01-000000", now()), Err(Error::NotFound { .. })));
        assert_eq!(fs::read(&desk.files.product).unwrap(), before);
        assert_eq!(desk.in_quarantine(), Vec::<String>::new());
    }

    #[test]
    fn a_restore_can_itself_be_taken_back() {
        let desk = Desk::new();
        desk.add("A");
        let name = desk.back_up();
        desk.add("B");
        restore(&desk.files, &name, now()).unwrap();
        assert_eq!(desk.titles(), ["A"]);
        let newest = &list(&desk.files)[0];
        assert_eq!((newest.occasion, newest.items, newest.sound), (Some(Occasion::Restore), Some(2), true));
        restore(&desk.files, &newest.name.clone(), now()).unwrap();
        assert_eq!(desk.titles(), ["A", "B"]);
        let products = desk.in_quarantine().into_iter().filter(|name| name.ends_with(".cairn"));
        assert_eq!(products.count(), 2);
    }

    #[test]
    fn a_damaged_file_goes_aside_with_its_log_whole() {
        let desk = Desk::new();
        desk.add("A");
        let name = desk.back_up();
        let damage = vec![0x5a; 20_000];
        fs::write(&desk.files.product, &damage).unwrap();
        let log = beside(&desk.files.product, "-wal");
        fs::write(&log, "log").unwrap();
        restore(&desk.files, &name, now()).unwrap();
        assert_eq!(desk.titles(), ["A"]);
        assert_eq!(list(&desk.files).len(), 1, "what can't be read is not backed up");
        let aside = desk.in_quarantine();
        assert_eq!(aside, ["p-2026-11-26-094200.cairn", "p-2026-11-26-094200.cairn-wal"]);
        assert_eq!(fs::read(desk.files.quarantine.join(&aside[0])).unwrap(), damage);
        assert_eq!(fs::read(desk.files.quarantine.join(&aside[1])).unwrap(), b"log");
    }

    #[test]
    fn a_file_that_is_gone_comes_back() {
        let desk = Desk::new();
        desk.add("A");
        let name = desk.back_up();
        fs::remove_file(&desk.files.product).unwrap();
        restore(&desk.files, &name, now()).unwrap();
        assert_eq!(desk.titles(), ["A"]);
    }

    #[test]
    fn the_last_three_sound_backups_stay_while_newer_ones_are_damaged() {
        let desk = Desk::new();
        for _ in 0..4 {
            desk.back_up();
        }
        for _ in 0..30 {
            let name = desk.back_up();
            fs::write(desk.files.backups.join(format!("{name}.cairn")), "damaged").unwrap();
        }
        let product = Product::open(&desk.files.product, now()).unwrap();
        rotate(&desk.files, now()).unwrap();
        drop(product);
        assert_eq!(list(&desk.files).iter().filter(|backup| backup.sound).count(), 3);
    }

    #[test]
    fn no_backup_is_let_go_while_the_file_fails_its_check() {
        let desk = Desk::new();
        checks::note(&desk.files, &checks::Check { at: now(), found: vec!["damage".into()] }).unwrap();
        for _ in 0..20 {
            desk.back_up();
        }
        assert_eq!(list(&desk.files).len(), 20);
        checks::forget(&desk.files).unwrap();
        desk.back_up();
        assert_eq!(list(&desk.files).len(), 12);
    }

    #[test]
    fn the_backup_before_a_migration_is_kept_for_90_days() {
        let desk = Desk::new();
        let product = Product::open(&desk.files.product, now()).unwrap();
        product.save_copy(&cairn_core::before_migration(&desk.files.product)).unwrap();
        drop(product);
        take_in_migration(&desk.files, now()).unwrap();
        for _ in 0..20 {
            desk.back_up();
        }
        let migrations = |now| {
            rotate(&desk.files, now).unwrap();
            let all = list(&desk.files);
            all.iter().filter(|backup| backup.occasion == Some(Occasion::Migration)).count()
        };
        assert_eq!(migrations(now() + TimeDelta::days(89)), 1);
        assert_eq!(migrations(now() + TimeDelta::days(91)), 0);
    }
}
