//! The product file: opened with settings that survive a power cut, migrated behind a verified
//! backup, checked before it is trusted.

use crate::error::{Error, Result};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// "Crn1": how SQLite's header names a product of Cairn.
pub const APPLICATION_ID: i32 = 0x4372_6e31;

/// Every schema change in order; the version of a file is how many of them it has.
const MIGRATIONS: [&str; 1] = [include_str!("../schema/0001_initial.sql")];

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
    migrate(&mut db, path, 0, SCHEMA)?;
    fill(&db)?;
    checkpoint(&db)?;
    drop(db);
    file.sync_all().map_err(|error| Error::io(path, error))
}

/// Opens a product to change it. An older one is migrated, after a verified backup beside it.
pub(crate) fn open(path: &Path) -> Result<Connection> {
    let version = examine(path)?;
    let mut db = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    if version < SCHEMA {
        let copy = path.with_extension(format!("before-{SCHEMA}.cairn"));
        back_up(&db, &copy)?;
        migrate(&mut db, path, version, SCHEMA)?;
    }
    Ok(db)
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
    migrate(&mut db, path, 0, version)?;
    fill(&db)?;
    migrate(&mut db, path, version, SCHEMA)?;
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
    let db = Connection::open_with_flags(
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
    let answer: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if answer == "ok" { Ok(found) } else { Err(damaged(answer)) }
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

/// Every table, index, view and trigger of a file as text.
fn fingerprint(db: &Connection) -> Result<Vec<String>> {
    let mut statement = db.prepare(
        "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM main.sqlite_schema
         ORDER BY 1",
    )?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
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

/// Brings a file from the schema `version` to the schema `to` in one transaction.
fn migrate(db: &mut Connection, path: &Path, version: i64, to: i64) -> Result<()> {
    let tx = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    for (after, step) in (1..=to).zip(MIGRATIONS) {
        if after > version {
            tx.execute_batch(step)?;
        }
    }
    let broken: bool =
        tx.query_row("SELECT EXISTS (SELECT 1 FROM pragma_foreign_key_check)", [], |row| row.get(0))?;
    if broken {
        return Err(Error::Damaged {
            path: path.to_owned(),
            detail: "rows refer to rows that are gone".into(),
        });
    }
    tx.pragma_update(None, "user_version", to)?;
    tx.commit()?;
    Ok(())
}

/// Writes a verified copy of the product as one closed file. An existing file is replaced only
/// once the new one has been checked.
pub(crate) fn back_up(db: &Connection, to: &Path) -> Result<()> {
    let temporary = temporary_beside(to);
    let written = write_copy(db, &temporary).and_then(|()| {
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
    let copy = Connection::open_with_flags(to, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let damaged = |detail: String| Error::Damaged { path: to.to_owned(), detail };
    let answer: String = copy.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if answer != "ok" {
        return Err(damaged(answer));
    }
    let count = "SELECT (SELECT count(*) FROM item) + (SELECT count(*) FROM operation) + (SELECT count(*) FROM change)";
    let (here, there): (i64, i64) =
        (db.query_row(count, [], |row| row.get(0))?, copy.query_row(count, [], |row| row.get(0))?);
    if here != there {
        return Err(damaged(format!("{there} rows instead of {here}")));
    }
    Ok(())
}

fn temporary_beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    path.with_file_name(name)
}

fn sync_folder(path: &Path) -> Result<()> {
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
    let mut statement = db.prepare("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (table, id, parent): (String, Option<i64>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        found.push(format!("{table} {}: its {parent} is gone", id.unwrap_or_default()));
    }
    Ok(found)
}

/// Copies what the write-ahead log holds into the file and empties the log.
pub(crate) fn checkpoint(db: &Connection) -> Result<()> {
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}
