//! The product file: opened with settings that survive a power cut, migrated behind a verified
//! backup, checked before it is trusted.

use crate::error::{Error, Result};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// "Crn1": how SQLite's header names a product of Cairn.
pub const APPLICATION_ID: i32 = 0x4372_6e31;

/// Every schema change in order; the version of a file is how many of them it has.
const MIGRATIONS: [&str; 4] = [
    include_str!("../schema/0001_initial.sql"),
    include_str!("../schema/0002_forecasts.sql"),
    include_str!("../schema/0003_people.sql"),
    include_str!("../schema/0004_reviews.sql"),
];

/// The newest schema version.
pub const SCHEMA: i64 = MIGRATIONS.len() as i64;

/// The largest product file, in bytes.
pub const LARGEST: u64 = 2 << 30;

/// Makes a new product file with what `fill` puts into it. An existing file is refused, whatever it
/// holds. The file gets its name only when it is whole: a crash before leaves no product, one after
/// leaves a file that opens, its header included.
pub(crate) fn create(path: &Path, fill: impl FnOnce(&Connection) -> Result<()>) -> Result<Connection> {
    if std::fs::symlink_metadata(path).is_ok() {
        return Err(Error::invalid_with("path", "error-file-exists", [("path", path.display().to_string())]));
    }
    let temporary = temporary_beside(path);
    let made = make(&temporary, fill).and_then(|()| {
        std::fs::rename(&temporary, path).map_err(|error| Error::io(path, error))?;
        sync_folder(path)
    });
    if let Err(error) = made {
        // Half a product is worth nothing; whether it could be removed does not change the answer.
        let _ = std::fs::remove_file(&temporary);
        return Err(error);
    }
    connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)
}

fn make(path: &Path, fill: impl FnOnce(&Connection) -> Result<()>) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path).map_err(|error| Error::io(path, error))?;
    let mut db = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    db.pragma_update(None, "application_id", APPLICATION_ID)?;
    migrate(&mut db, path, 0, &MIGRATIONS)?;
    fill(&db)?;
    checkpoint(&db)?;
    drop(db);
    file.sync_all().map_err(|error| Error::io(path, error))
}

/// Opens a product to change it. An older one is migrated, after a verified backup at
/// [`before_migration`].
pub(crate) fn open(path: &Path) -> Result<Connection> {
    let version = examine(path)?;
    let mut db = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    if version < SCHEMA {
        upgrade(&mut db, path, version, &MIGRATIONS)?;
    }
    Ok(db)
}

/// Where the backup lies that was made before a product was last migrated, until a host puts it to
/// the others. Its ending is not that of a product, so that nobody opens it by mistake.
pub fn before_migration(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".before-migration");
    path.with_file_name(name)
}

fn upgrade(db: &mut Connection, path: &Path, version: i64, migrations: &[&str]) -> Result<()> {
    back_up(db, &before_migration(path))?;
    migrate(db, path, version, migrations)
}

/// Opens a product only to read it; another process may have it open.
pub(crate) fn open_to_read(path: &Path) -> Result<Connection> {
    let version = examine(path)?;
    if version < SCHEMA {
        return Err(Error::invalid_with("path", "error-older-file", [("path", path.display().to_string())]));
    }
    connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
}

/// An empty product that lives in memory alone: for dry runs, the sample and tests.
pub(crate) fn in_memory() -> Result<Connection> {
    in_memory_of(SCHEMA, |_| Ok(()))
}

/// A product in memory with what `fill` puts into tables of the schema `version`, brought to the newest.
pub(crate) fn in_memory_of(version: i64, fill: impl FnOnce(&Connection) -> Result<()>) -> Result<Connection> {
    let mut db = Connection::open_in_memory()?;
    let path = Path::new(":memory:");
    configure(&db)?;
    // A copy saved to a file carries it along; without it the file would not open as a product.
    db.pragma_update(None, "application_id", APPLICATION_ID)?;
    let old = MIGRATIONS.get(..usize::try_from(version).unwrap_or_default()).unwrap_or(&MIGRATIONS);
    migrate(&mut db, path, 0, old)?;
    fill(&db)?;
    migrate(&mut db, path, version, &MIGRATIONS)?;
    Ok(db)
}

/// Reads the header of a file and, where it is a product of this or an older version, checks it.
/// Nothing is written. Returns its schema version.
fn examine(path: &Path) -> Result<i64> {
    let not_a_product = || Error::NotAProduct { path: path.to_owned() };
    let metadata = std::fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => {
            Error::NotFound { key: "error-no-such-file", args: vec![("path", path.display().to_string())] }
        }
        _ => Error::io(path, error),
    })?;
    if !metadata.is_file() {
        return Err(not_a_product());
    }
    if metadata.len() > LARGEST {
        return Err(Error::invalid_with(
            "path",
            "error-file-too-large",
            [("path", path.display().to_string())],
        ));
    }
    let mut header = [0_u8; 100];
    let mut file = File::open(path).map_err(|error| Error::io(path, error))?;
    if let Err(error) = file.read_exact(&mut header) {
        return Err(match error.kind() {
            std::io::ErrorKind::UnexpectedEof => not_a_product(),
            _ => Error::io(path, error),
        });
    }
    let number = |at: usize| {
        let bytes = header.get(at..at + 4).and_then(|four| four.try_into().ok());
        i64::from(i32::from_be_bytes(bytes.unwrap_or_default()))
    };
    if !header.starts_with(b"SQLite format 3\0") || number(68) != i64::from(APPLICATION_ID) {
        return Err(not_a_product());
    }
    // A last page that is cut may look whole: SQLite reads zeros for what is missing.
    let page = match header.get(16..18) {
        Some([0, 1]) => 65_536,
        Some([high, low]) => u64::from(u16::from_be_bytes([*high, *low])),
        _ => 0,
    };
    if page == 0 || metadata.len() % page != 0 {
        let detail = "it ends in the middle of a page".to_owned();
        return Err(Error::Damaged { path: path.to_owned(), detail });
    }
    // A version committed to the write-ahead log alone is read below.
    let found = number(60);
    if found > SCHEMA {
        return Err(Error::NewerFile { found, known: SCHEMA });
    }
    let version = inspect(path).map_err(|error| in_file(path, error))?;
    if version < 1 { Err(not_a_product()) } else { Ok(version) }
}

/// Looks into a file that calls itself a product: its version, its tables, then its pages. The
/// tables come first, since the check of the pages runs what a foreign schema asks for.
fn inspect(path: &Path) -> Result<i64> {
    let mut db = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    harden(&db)?;
    db.execute_batch("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;")?;
    let found: i64 = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if found > SCHEMA {
        return Err(Error::NewerFile { found, known: SCHEMA });
    }
    let damaged = |detail: String| Error::Damaged { path: path.to_owned(), detail };
    if found == SCHEMA && fingerprint(&db)? != fingerprint(&in_memory()?)? {
        return Err(damaged("its tables are not Cairn's".into()));
    }
    match quick_check(&mut db, CHECK_STEPS)? {
        None => Ok(found),
        Some(detail) => Err(damaged(detail)),
    }
}

/// How long the check at opening may take, in thousands of steps of SQLite. A sound file of
/// [`LARGEST`] bytes needs a small part of it; it is over in less than a minute on a slow machine.
const CHECK_STEPS: u32 = 1_000_000;

/// Checks the pages of a file. Returns what was found, or that `limit` thousand steps were not
/// enough: counted rather than timed, so that the same file is always judged the same.
fn quick_check(db: &mut Connection, limit: u32) -> Result<Option<String>> {
    limit_steps(db, limit)?;
    let answer = db.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
    db.progress_handler(0, None::<fn() -> bool>)?;
    match answer {
        Ok(answer) => Ok((answer != "ok").then_some(answer)),
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::OperationInterrupted) => {
            Ok(Some("checking it takes too long".into()))
        }
        Err(error) => Err(error.into()),
    }
}

/// Ends what a connection does after `limit` thousand steps.
fn limit_steps(db: &mut Connection, limit: u32) -> Result<()> {
    let mut left = limit;
    let spent = move || {
        left = left.saturating_sub(1);
        left == 0
    };
    Ok(db.progress_handler(1_000, Some(spent))?)
}

/// Says of which file an error tells; values that no Cairn has written are damage.
pub(crate) fn in_file(path: &Path, error: Error) -> Error {
    use rusqlite::Error as Sql;
    match error {
        Error::Damaged { detail, .. } => Error::Damaged { path: path.to_owned(), detail },
        Error::Database(
            found @ (Sql::FromSqlConversionFailure(..)
            | Sql::IntegralValueOutOfRange(..)
            | Sql::InvalidColumnType(..)
            | Sql::QueryReturnedNoRows
            | Sql::Utf8Error(..)),
        ) => Error::Damaged { path: path.to_owned(), detail: found.to_string() },
        other => other,
    }
}

/// Reads into memory what can still be read of a damaged product: of each table the rows up to the
/// damage, from its beginning and from its end. Rows that break a rule of the schema are left out.
pub(crate) fn salvage(path: &Path) -> Result<Connection> {
    let mut old = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    harden(&old)?;
    old.execute_batch("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;")?;
    limit_steps(&mut old, CHECK_STEPS)?;
    let new = in_memory()?;
    new.execute_batch("PRAGMA foreign_keys = OFF; BEGIN")?;
    let tables =
        names(&new, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")?;
    for table in tables {
        let columns = names(&new, &format!("SELECT name FROM pragma_table_info('{table}')"))?;
        let listed = columns.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        let marks = vec!["?"; columns.len()].join(", ");
        let mut insert = new.prepare(&format!("INSERT INTO \"{table}\" ({listed}) VALUES ({marks})"))?;
        for direction in ["ASC", "DESC"] {
            let sql = format!("SELECT {listed} FROM main.\"{table}\" ORDER BY id {direction}");
            let Ok(mut rows) = old.prepare(&sql) else { continue };
            let Ok(mut rows) = rows.query([]) else { continue };
            while let Ok(Some(row)) = rows.next() {
                let values =
                    (0..columns.len()).map(|at| row.get(at)).collect::<rusqlite::Result<Vec<Value>>>();
                // A row that is there already, or that no Cairn has written.
                let _ = values.and_then(|values| insert.execute(rusqlite::params_from_iter(values)));
            }
        }
    }
    // What refers to a row that is lost goes with it, until nothing does.
    while {
        let broken = broken_references(&new)?;
        for (table, id) in &broken {
            new.execute(&format!("DELETE FROM \"{table}\" WHERE id = ?1"), [id])?;
        }
        !broken.is_empty()
    } {}
    new.execute_batch("COMMIT; PRAGMA foreign_keys = ON")?;
    Ok(new)
}

fn names(db: &Connection, sql: &str) -> Result<Vec<String>> {
    Ok(db.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Every table, index, view and trigger of a file as text.
fn fingerprint(db: &Connection) -> Result<Vec<String>> {
    names(db, "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM main.sqlite_schema ORDER BY 1")
}

fn connect(path: &Path, access: OpenFlags) -> Result<Connection> {
    let db = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    configure(&db)?;
    Ok(db)
}

/// Takes from a file whatever it could do by being read.
fn harden(db: &Connection) -> Result<()> {
    db.busy_timeout(std::time::Duration::from_millis(2000))?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    for (limit, value) in [
        (Limit::SQLITE_LIMIT_LENGTH, 64 << 20),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 100),
        (Limit::SQLITE_LIMIT_ATTACHED, 1),
        (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000),
    ] {
        db.set_limit(limit, value)?;
    }
    Ok(())
}

fn configure(db: &Connection) -> Result<()> {
    db.set_prepared_statement_cache_capacity(256);
    harden(db)?;
    if db.path().is_some_and(|path| !path.is_empty()) && !db.is_readonly("main")? {
        let mode: String = db.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
        if mode != "wal" {
            return Err(Error::invalid("path", "error-no-wal"));
        }
    }
    db.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA fullfsync = 1; PRAGMA checkpoint_fullfsync = 1;
         PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = 16777216;
         PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA cell_size_check = ON;
         PRAGMA mmap_size = 0; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;",
    )?;
    Ok(())
}

/// Brings a file from `version` to the schema that all of `migrations` make, in one transaction.
fn migrate(db: &mut Connection, path: &Path, version: i64, migrations: &[&str]) -> Result<()> {
    let tx = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    for step in migrations.iter().skip(usize::try_from(version).unwrap_or_default()) {
        tx.execute_batch(step)?;
    }
    let broken: bool =
        tx.query_row("SELECT EXISTS (SELECT 1 FROM pragma_foreign_key_check)", [], |row| row.get(0))?;
    if broken {
        return Err(Error::Damaged {
            path: path.to_owned(),
            detail: "rows refer to rows that are gone".into(),
        });
    }
    tx.pragma_update(None, "user_version", migrations.len() as i64)?;
    tx.commit()?;
    Ok(())
}

/// Writes a verified copy of the product as one closed file. An existing file is replaced only
/// once the new one has been checked.
pub(crate) fn back_up(db: &Connection, to: &Path) -> Result<()> {
    put_copy(to, |temporary| write_copy(db, temporary))
}

/// As [`back_up`], without the rows of some tables and what the journal knows of them.
pub(crate) fn copy_without(db: &Connection, to: &Path, without: &[&str]) -> Result<()> {
    put_copy(to, |temporary| {
        write_copy(db, temporary)?;
        let copy = connect(temporary, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        for table in without {
            copy.execute_batch(&format!(
                "BEGIN; DELETE FROM \"{table}\"; DELETE FROM change WHERE \"table\" = '{table}'; COMMIT;"
            ))?;
        }
        copy.execute_batch("VACUUM")?;
        // One closed file: with a log beside it, what was deleted would still lie there.
        checkpoint(&copy)?;
        copy.pragma_update(None, "journal_mode", "DELETE")?;
        drop(copy);
        let file =
            File::options().write(true).open(temporary).map_err(|error| Error::io(temporary, error))?;
        file.sync_all().map_err(|error| Error::io(temporary, error))?;
        sound(temporary).map(|_| ())
    })
}

/// Gives a copy its name once `write` has written it whole.
fn put_copy(to: &Path, write: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let temporary = temporary_beside(to);
    let written = write(&temporary).and_then(|()| {
        std::fs::rename(&temporary, to).map_err(|error| Error::io(to, error))?;
        sync_folder(to)
    });
    if written.is_err() {
        // The copy is worthless now; whether it could be removed does not change the answer.
        let _ = std::fs::remove_file(&temporary);
    }
    written
}

fn write_copy(db: &Connection, to: &Path) -> Result<()> {
    let name = to.to_str().ok_or_else(|| Error::invalid("path", "error-path-not-text"))?;
    db.execute("VACUUM INTO ?1", [name])?;
    #[cfg(unix)]
    std::fs::set_permissions(to, std::os::unix::fs::PermissionsExt::from_mode(0o600))
        .map_err(|error| Error::io(to, error))?;
    let file = File::options().write(true).open(to).map_err(|error| Error::io(to, error))?;
    file.sync_all().map_err(|error| Error::io(to, error))?;
    let copy = sound(to)?;
    let count = "SELECT (SELECT count(*) FROM item) + (SELECT count(*) FROM operation) + (SELECT count(*) FROM change)";
    let (here, there): (i64, i64) =
        (db.query_row(count, [], |row| row.get(0))?, copy.query_row(count, [], |row| row.get(0))?);
    if here != there {
        let detail = format!("{there} rows instead of {here}");
        return Err(Error::Damaged { path: to.to_owned(), detail });
    }
    Ok(())
}

/// Opens a copy to read it, after checking all of it.
fn sound(path: &Path) -> Result<Connection> {
    let copy = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    match copy.query_row("PRAGMA integrity_check(1)", [], |row| row.get::<_, String>(0))? {
        answer if answer == "ok" => Ok(copy),
        detail => Err(Error::Damaged { path: path.to_owned(), detail }),
    }
}

fn temporary_beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    path.with_file_name(name)
}

/// Makes what was made, renamed or removed beside `path` survive a power cut.
///
/// # Errors
/// [`Error::Io`]; then the file itself is as it was written.
pub fn sync_folder(path: &Path) -> Result<()> {
    #[cfg(unix)]
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(|error| Error::io(folder, error))?;
    }
    let _ = path;
    Ok(())
}

/// Checks the whole file: pages, indexes and references. Returns what was found, empty if sound.
pub(crate) fn check(db: &Connection) -> Result<Vec<String>> {
    let mut found: Vec<String> = {
        let mut statement = db.prepare("PRAGMA integrity_check")?;
        statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?
    };
    found.retain(|line| line != "ok");
    let broken = broken_references(db)?;
    found.extend(broken.into_iter().map(|(table, id)| format!("{table} {id}: what it refers to is gone")));
    Ok(found)
}

/// The rows, by table and id, that refer to rows that are gone.
fn broken_references(db: &Connection) -> Result<Vec<(String, i64)>> {
    let mut statement = db.prepare("SELECT \"table\", rowid FROM pragma_foreign_key_check")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Copies what the write-ahead log holds into the file and empties the log.
pub(crate) fn checkpoint(db: &Connection) -> Result<()> {
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};

    /// A product file with a few thousand rows.
    fn filled(path: &Path) -> Connection {
        create(path, |db| {
            db.execute_batch(
                "INSERT INTO stakeholder (name, role, group_name)
                 WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000)
                 SELECT 'Reader ' || i, 'role', 'group' FROM n",
            )?;
            Ok(())
        })
        .unwrap()
    }

    #[test]
    fn a_check_that_takes_too_long_is_ended() {
        let folder = tempfile::tempdir().unwrap();
        let mut db = filled(&folder.path().join("p.cairn"));
        assert_eq!(quick_check(&mut db, 1).unwrap().as_deref(), Some("checking it takes too long"));
        assert_eq!(quick_check(&mut db, CHECK_STEPS).unwrap(), None);
    }

    #[test]
    fn a_file_of_every_older_schema_is_migrated_behind_a_backup() {
        for version in 1..SCHEMA {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("p.cairn");
            let older = &MIGRATIONS[..version as usize];
            let mut db = Connection::open(&path).unwrap();
            db.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
            migrate(&mut db, &path, 0, older).unwrap();
            db.execute_batch(
                "INSERT INTO item (title, kind, state, rank, created_on)
                 VALUES ('A', 'story', 'ready', 1024, '2026-01-05'), ('B', 'bug', 'done', 2048, '2026-01-05');",
            )
            .unwrap();
            drop(db);
            let titles = |db: &Connection| -> Vec<String> {
                let mut statement = db.prepare("SELECT title FROM item ORDER BY rank").unwrap();
                statement.query_map([], |row| row.get(0)).unwrap().map(|title| title.unwrap()).collect()
            };
            let migrated = open(&path).unwrap();
            assert_eq!(titles(&migrated), ["A", "B"], "{version}");
            assert_eq!(fingerprint(&migrated).unwrap(), fingerprint(&in_memory().unwrap()).unwrap());
            drop(migrated);
            let backups = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
            let backup = backups.filter(|other| other.to_string_lossy().contains("before"));
            let [backup] = &backup.collect::<Vec<_>>()[..] else { panic!("one backup of {version}") };
            let backup = Connection::open(backup).unwrap();
            assert_eq!(titles(&backup), ["A", "B"]);
            let of: i64 = backup.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
            assert_eq!(of, version);
        }
    }

    /// What a kill leaves is what the files hold at that moment: they are copied at many moments of
    /// a migration, and each copy is opened.
    #[test]
    fn a_kill_during_a_migration_leaves_the_old_version_or_the_new_one() {
        const NEXT: &str = "
            ALTER TABLE stakeholder ADD COLUMN mood TEXT NOT NULL DEFAULT '';
            UPDATE stakeholder SET mood = 'fine', role = role || ' of ' || name;
            CREATE TABLE wish (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
            INSERT INTO wish (text) SELECT name FROM stakeholder;
            DELETE FROM wish WHERE id % 3 = 0;";
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.cairn");
        let mut db = filled(&path);
        // Pages go into the log while the transaction runs, as they do when it is large.
        db.execute_batch("PRAGMA cache_size = 8").unwrap();
        let log = |path: &Path| PathBuf::from(format!("{}-wal", path.display()));
        let moments = Arc::new(AtomicU32::new(0));
        let take = {
            let (path, folder, moments) = (path.clone(), folder.path().to_owned(), moments.clone());
            move || {
                let copy = folder.join(format!("moment-{}.cairn", moments.fetch_add(1, Ordering::Relaxed)));
                fs::copy(&path, &copy).unwrap();
                fs::copy(log(&path), log(&copy)).unwrap();
                false
            }
        };
        db.progress_handler(5_000, Some(take.clone())).unwrap();
        let migrations: Vec<&str> = MIGRATIONS.into_iter().chain([NEXT]).collect();
        upgrade(&mut db, &path, SCHEMA, &migrations).unwrap();
        db.progress_handler(0, None::<fn() -> bool>).unwrap();
        take();

        let moments = moments.load(Ordering::Relaxed);
        let mut versions = Vec::new();
        for at in 0..moments {
            let db =
                connect(&folder.path().join(format!("moment-{at}.cairn")), OpenFlags::SQLITE_OPEN_READ_WRITE)
                    .unwrap();
            assert_eq!(check(&db).unwrap(), Vec::<String>::new(), "moment {at}");
            let version: i64 = db.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
            let count = |sql: &str| db.query_row(sql, [], |row| row.get::<_, u32>(0)).unwrap();
            let tables = count("SELECT count(*) FROM sqlite_schema WHERE name = 'wish'");
            let changed = count("SELECT count(*) FROM stakeholder WHERE role <> 'role'");
            match version {
                SCHEMA => assert_eq!((tables, changed), (0, 0), "moment {at}"),
                version if version == SCHEMA + 1 => {
                    let kept = count("SELECT count(*) FROM wish");
                    assert_eq!((tables, changed, kept), (1, 4_000, 2_667), "moment {at}");
                }
                other => panic!("version {other} at moment {at}"),
            }
            versions.push(version);
        }
        assert!(versions.len() > 20 && versions.is_sorted(), "{versions:?}");
        assert_eq!((versions[0], versions[versions.len() - 1]), (SCHEMA, SCHEMA + 1));
        // The way back is there as well.
        assert_eq!(examine(&before_migration(&path)).unwrap(), SCHEMA);
    }
}
