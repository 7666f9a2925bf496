//! Files from outside that are broken, foreign or meant to do harm: each is opened soundly or
//! refused with a sentence; the file itself stays as it is.

use cairn_core::{Edit, Failure, Product};
use cairn_host::Host;
use cairn_tests::*;
use rusqlite::Connection;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder with a small product in one closed file, with history, people and every kind of row.
struct Desk {
    folder: tempfile::TempDir,
    good: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let good = folder.path().join("good.cairn");
        let mut product = Product::in_memory("Good", at(TODAY)).unwrap();
        let mut chance = fastrand::Rng::with_seed(11);
        let mut now = at(TODAY);
        for _ in 0..150 {
            now += chrono::TimeDelta::minutes(2);
            let edit = random::edit(&mut product, now, &mut |below| chance.usize(..below));
            // What is refused leaves nothing behind.
            let _ = product.apply(edit, now);
        }
        product.save_copy(&good).unwrap();
        Self { folder, good }
    }

    /// A file with these bytes.
    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// A copy of the good product after some SQL.
    fn changed(&self, name: &str, sql: &str) -> PathBuf {
        let path = self.file(name, &fs::read(&self.good).unwrap());
        Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        path
    }
}

fn is_sentence(failure: &Failure) {
    let message = &failure.message;
    assert!(message.contains(' ') && message.ends_with('.'), "no sentence: {message}");
    assert!(!message.starts_with("error-") && !message.starts_with(' '), "no sentence: {message}");
}

/// Takes a file in as the window does, in a data folder of its own. The file must not change.
fn adopt(path: &Path) -> Result<Vec<String>, Failure> {
    let before =
        fs::metadata(path).ok().filter(|m| m.is_file() && m.len() < 1 << 30).map(|_| fs::read(path).unwrap());
    let data = tempfile::tempdir().unwrap();
    let host = Host::open(data.path().to_owned()).unwrap();
    let token = host.admit(path.to_owned()).token;
    let answer = host.call(json!({ "type": "openFile", "file": token }), at(TODAY));
    if let Some(before) = before {
        assert_eq!(fs::read(path).unwrap(), before, "{} was changed", path.display());
    }
    let left: Vec<_> = fs::read_dir(data.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().contains(".part")), "{left:?}");
    match answer {
        Ok(snapshot) => {
            host.close(at(TODAY)).unwrap();
            let products: Vec<PathBuf> = fs::read_dir(data.path().join("products"))
                .unwrap()
                .map(|entry| entry.unwrap().path())
                .filter(|path| path.extension().is_some_and(|extension| extension == "cairn"))
                .collect();
            assert_eq!(products.len(), 1);
            sound(&products[0]);
            let items = snapshot["items"].as_array().unwrap();
            Ok(items.iter().map(|item| item["title"].as_str().unwrap().to_owned()).collect())
        }
        Err(failure) => {
            is_sentence(&failure);
            assert_eq!(fs::read_dir(data.path().join("products")).unwrap().count(), 0, "a product was left");
            Err(failure)
        }
    }
}

/// A product that was taken in can be read, changed and taken back.
fn sound(path: &Path) {
    let mut product = Product::open(path, at(TODAY)).unwrap();
    assert_eq!(product.check().unwrap(), Vec::<String>::new());
    let items = product.items();
    for item in &items {
        product.item(item.id).unwrap();
    }
    product
        .apply(Edit::AddItems { items: vec![item("New")], place: cairn_core::backlog::Place::Top }, at(TODAY))
        .unwrap();
    product.undo(at(TODAY)).unwrap();
    // A damaged journal may refuse; it must not break anything.
    for _ in 0..5 {
        let _ = product.undo(at(TODAY)).map_err(|error| is_sentence(&error.into()));
    }
    let _ = product.day(day(TODAY)).map_err(|error| is_sentence(&error.into()));
    assert_eq!(product.check().unwrap(), Vec::<String>::new());
}

/// Opens a file in place; the file must not change when it is refused.
fn open_in_place(path: &Path) -> Option<Failure> {
    let before = fs::read(path).unwrap();
    let failure = Product::open_to_read(path, at(TODAY)).err().map(Failure::from);
    assert_eq!(fs::read(path).unwrap(), before, "{} was changed by reading", path.display());
    if let Some(failure) = &failure {
        is_sentence(failure);
    }
    failure
}

fn refused(path: &Path, word: &str) {
    let failure = adopt(path).unwrap_err();
    assert!(failure.message.contains(word), "{}: {}", path.display(), failure.message);
    if path.is_file() && fs::metadata(path).unwrap().len() < 1 << 30 {
        open_in_place(path);
    }
}

#[test]
fn a_good_product_is_taken_in() {
    let desk = Desk::new();
    assert!(!adopt(&desk.good).unwrap().is_empty());
}

#[test]
fn what_is_no_product_is_refused_by_name() {
    let desk = Desk::new();
    refused(&desk.file("empty.cairn", b""), "empty.cairn is not a Cairn product");
    refused(&desk.file("text.cairn", b"ID,Title\n1,Reserve\n"), "not a Cairn product");
    refused(&desk.file("noise.cairn", &[0xa5; 20_000]), "not a Cairn product");
    let header = fs::read(&desk.good).unwrap()[..100].to_vec();
    refused(&desk.file("header.cairn", &header), "header.cairn is");
    refused(desk.folder.path(), "not a Cairn product");
    let foreign = desk.folder.path().join("foreign.cairn");
    Connection::open(&foreign)
        .unwrap()
        .execute_batch("CREATE TABLE cookies (host TEXT, value TEXT)")
        .unwrap();
    refused(&foreign, "not a Cairn product");
    let gone = desk.folder.path().join("gone.cairn");
    assert!(adopt(&gone).unwrap_err().message.contains("gone.cairn"));
}

#[test]
fn a_cut_product_is_refused_at_every_length() {
    let desk = Desk::new();
    let whole = fs::read(&desk.good).unwrap();
    for length in
        [1, 15, 16, 99, 512, 4095, 4096, 4097, 8192, whole.len() / 2, whole.len() - 4096, whole.len() - 1]
    {
        let path = desk.file("cut.cairn", &whole[..length]);
        assert!(adopt(&path).is_err(), "{length} of {} bytes opened", whole.len());
        open_in_place(&path);
    }
}

#[test]
fn a_newer_product_is_refused_kindly() {
    let desk = Desk::new();
    refused(&desk.changed("newer.cairn", "PRAGMA user_version = 99"), "newer Cairn");
    for version in [0, -1] {
        let path = desk.changed("odd.cairn", &format!("PRAGMA user_version = {version}"));
        assert!(adopt(&path).is_err());
        assert!(open_in_place(&path).is_some());
    }
}

#[test]
fn foreign_tables_views_and_triggers_are_refused() {
    let desk = Desk::new();
    for (name, sql) in [
        ("trigger.cairn", "CREATE TRIGGER steal AFTER UPDATE ON item BEGIN DELETE FROM want; END"),
        ("view.cairn", "CREATE VIEW everything AS SELECT * FROM item"),
        ("table.cairn", "CREATE TABLE more (id INTEGER PRIMARY KEY)"),
        ("index.cairn", "CREATE INDEX more ON item(title)"),
        ("statistics.cairn", "ANALYZE"),
        ("less.cairn", "DROP INDEX risk_item"),
        (
            "shadow.cairn",
            "ALTER TABLE item RENAME TO item_kept; CREATE VIEW item AS SELECT * FROM item_kept WHERE 0",
        ),
    ] {
        let path = desk.changed(name, sql);
        refused(&path, "is damaged");
        assert!(Product::open(&path, at(TODAY)).is_err(), "{name} opened");
    }
}

#[test]
fn values_no_cairn_has_written_are_refused_or_harmless() {
    let desk = Desk::new();
    for (number, sql) in [
        "UPDATE item SET created_on = 'yesterday'",
        "UPDATE item SET title = CAST(x'ff00fe' AS TEXT)",
        "UPDATE item SET rank = 9223372036854775807",
        "UPDATE item SET rank = CASE id % 2 WHEN 0 THEN -9223372036854775808 ELSE 9223372036854775807 END",
        "UPDATE item SET sprint_rank = 9223372036854775807, state = 'in_sprint'",
        "UPDATE item SET part_of = id",
        "UPDATE item SET part_of = CASE id WHEN (SELECT min(id) FROM item) THEN (SELECT max(id) FROM item) ELSE (SELECT min(id) FROM item) END",
        "PRAGMA foreign_keys = OFF; UPDATE item SET part_of = 123456",
        "UPDATE item SET need = 4000",
        "UPDATE item SET done_on = '-9999-01-01', state = 'done'",
        "UPDATE item SET done_on = '9999-12-31', state = 'done'",
        "UPDATE item SET title = replace(hex(zeroblob(500000)), '0', 'x') WHERE id = (SELECT min(id) FROM item)",
        "DELETE FROM product",
        "UPDATE product SET percentile = 200",
        "UPDATE product SET percentile = 0, working_days = 0, week_start = 9",
        "UPDATE product SET prefix = ''",
        "INSERT INTO closed_days (name, first, last) VALUES ('ever', '0001-01-01', '9999-12-31')",
        "INSERT INTO throughput (first, days, count) VALUES ('2020-01-06', 7, 4000000000), ('2020-01-06', 7, -1)",
        "INSERT INTO throughput (first, days, count) VALUES ('0001-01-01', 1, 1), ('9999-12-31', 1, 1)",
        "INSERT INTO import (source, file, known_until, day) VALUES ('csv', 'x', '9999-12-31', '9999-12-31')",
        "INSERT INTO sprint (number, first, last, goal) VALUES (1, '9999-01-01', '0001-01-01', '')",
        "UPDATE change SET \"table\" = 'operation\" --'",
        "UPDATE change SET old = '{\"title\\\" = 1 --\":1}' WHERE old IS NOT NULL",
        "UPDATE change SET old = 'no json' WHERE old IS NOT NULL",
        "UPDATE change SET row = 5, last = 9223372036854775807 WHERE old IS NULL",
        "UPDATE change SET row = 9, last = -9 WHERE old IS NULL",
        "UPDATE operation SET arguments = '[]', label = 'no-such-label'",
        "UPDATE operation SET kind = 'undo'",
        "UPDATE operation SET kind = 'redo'",
        "UPDATE operation SET moved_from = -1, moved_to = -1",
        "DELETE FROM change",
    ]
    .into_iter()
    .enumerate()
    {
        let path = desk.changed(&format!("value-{number}.cairn"), sql);
        let answer = adopt(&path);
        open_in_place(&path);
        println!("{sql}: {}", answer.map_or_else(|failure| failure.message, |titles| format!("{} items", titles.len())));
    }
}

#[test]
fn damaged_pages_are_refused_or_harmless() {
    damage(0..60);
}

#[test]
#[ignore = "takes minutes"]
fn soak_five_hundred_damages_are_refused_or_harmless() {
    damage(1_000..1_500);
}

fn damage(seeds: std::ops::Range<u64>) {
    let desk = Desk::new();
    let whole = fs::read(&desk.good).unwrap();
    let mut opened = 0;
    let count = seeds.clone().count();
    for seed in seeds {
        let mut chance = fastrand::Rng::with_seed(seed);
        let mut bytes = whole.clone();
        match seed % 3 {
            0 => {
                for _ in 0..4 {
                    let at = chance.usize(100..bytes.len());
                    bytes[at] ^= 1 << chance.u8(..8);
                }
            }
            1 => {
                let page = chance.usize(1..bytes.len() / 4096) * 4096;
                bytes[page..page + 4096].fill_with(|| chance.u8(..));
            }
            _ => {
                let at = chance.usize(100..bytes.len() - 64);
                bytes[at..at + 64].fill(0);
            }
        }
        let path = desk.file("damaged.cairn", &bytes);
        opened += usize::from(adopt(&path).is_ok());
        open_in_place(&path);
    }
    // Damage in free space or in a text can't be seen.
    assert!(opened * 6 < count * 5, "{opened} of {count} damaged files opened");
}

#[test]
fn siblings_of_a_file_from_outside_are_not_read() {
    let desk = Desk::new();
    let titles = adopt(&desk.good).unwrap();
    let name = desk.good.display();
    // A rollback journal that would cut the file to one page.
    let mut journal = vec![0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
    for number in [0_u32, 0, 1, 512, 4096] {
        journal.extend(number.to_be_bytes());
    }
    journal.resize(512 + 8192, 0);
    fs::write(format!("{name}-journal"), &journal).unwrap();
    assert_eq!(adopt(&desk.good).unwrap(), titles);
    assert_eq!(fs::read(format!("{name}-journal")).unwrap(), journal, "the sibling was touched");
    fs::remove_file(format!("{name}-journal")).unwrap();

    // The write-ahead log of another product.
    let other = desk.folder.path().join("other.cairn");
    let mut product = Product::create(&other, "Other", at(TODAY)).unwrap();
    product
        .apply(
            Edit::AddItems { items: vec![item("Foreign")], place: cairn_core::backlog::Place::Top },
            at(TODAY),
        )
        .unwrap();
    fs::copy(format!("{}-wal", other.display()), format!("{name}-wal")).unwrap();
    assert_eq!(adopt(&desk.good).unwrap(), titles);
}

#[cfg(unix)]
#[test]
fn what_is_no_plain_file_is_refused_without_waiting() {
    let desk = Desk::new();
    let pipe = desk.folder.path().join("pipe.cairn");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    refused(&pipe, "not a Cairn product");
    assert!(Product::open(&pipe, at(TODAY)).is_err());
    let link = desk.folder.path().join("link.cairn");
    std::os::unix::fs::symlink(&desk.good, &link).unwrap();
    refused(&link, "not a Cairn product");
    refused(Path::new("/dev/zero"), "not a Cairn product");
}

#[test]
fn a_huge_file_is_refused_before_it_is_copied() {
    let desk = Desk::new();
    let huge = desk.file("huge.cairn", &fs::read(&desk.good).unwrap());
    fs::File::options().write(true).open(&huge).unwrap().set_len(40 << 30).unwrap();
    refused(&huge, "larger than 2 GB");
    assert!(Product::open(&huge, at(TODAY)).is_err());
}
