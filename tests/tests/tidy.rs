//! Rules about the code itself: who may know whom, what a table looks like, that no word is
//! missing and that every licence is known.

use cairn_core::Product;
use cairn_tests::*;
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// All files below a folder with one of these endings, with their text.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![repository().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["target", "node_modules", "dist", "gen", ".git"].contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                let shown = path.strip_prefix(repository()).unwrap().display().to_string().replace('\\', "/");
                found.push((shown, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// The text of a source file without comments and without the tests at its end.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}

/// Modules of core that the code names after `crate::`.
fn modules_named(code: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    let word = |text: &str| -> String {
        text.chars().take_while(|letter| letter.is_ascii_lowercase() || *letter == '_').collect()
    };
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(list) => {
                let list = list.split('}').next().unwrap_or_default();
                named.extend(list.split([',', '{']).map(|name| word(name.trim())));
            }
            None => drop(named.insert(word(rest))),
        }
    }
    named.remove("");
    named
}

/// The module of core a file belongs to.
fn module_of(path: &str) -> &str {
    let inside = path.strip_prefix("core/src/").unwrap();
    inside.split(['/', '.']).next().unwrap()
}

#[test]
fn a_feature_of_core_knows_only_the_features_before_it() {
    const FEATURES: [&str; 10] = [
        "direction",
        "story",
        "backlog",
        "forecast",
        "stakeholder",
        "sprint",
        "discovery",
        "decision",
        "review",
        "craft",
    ];
    const ABOVE: [&str; 7] = ["edit", "product", "call", "history", "outlook", "sample", "whole"];
    const BELOW: [&str; 6] = ["decimal", "ids", "words", "error", "store", "journal"];
    for (path, text) in files("core/src", &[".rs"]) {
        let module = module_of(&path);
        let named = modules_named(&code(&text));
        let place = FEATURES.iter().position(|feature| *feature == module);
        for other in named.iter().map(String::as_str).filter(|other| *other != module) {
            let later = FEATURES.iter().position(|feature| *feature == other);
            if let (Some(place), Some(later)) = (place, later) {
                assert!(later < place, "{path} knows {other}, a later feature");
            }
            if place.is_some() || BELOW.contains(&module) {
                assert!(!ABOVE.contains(&other), "{path} knows {other}, which stands above it");
            }
            if BELOW.contains(&module) {
                assert!(later.is_none(), "{path} knows the feature {other}");
            }
            let pure = module != "forecast" || ["words", "error"].contains(&other);
            assert!(pure, "{path} knows {other}; forecasts are numbers in, numbers and sentences out");
        }
    }
}

#[test]
fn core_asks_the_system_for_nothing() {
    for (path, text) in files("core/src", &[".rs"]) {
        let code = code(&text);
        for word in [
            "SystemTime",
            "Instant",
            "Local::now",
            "Utc::now",
            "std::env",
            "env::var",
            "std::thread",
            "thread::",
            "println!",
            "eprintln!",
            "dbg!",
            "home_dir",
            "\"HOME\"",
            "std::process::Command",
            "std::net",
        ] {
            assert!(!code.contains(word), "{path} says {word}");
        }
    }
}

#[test]
fn only_core_knows_sqlite() {
    // Tests and benchmarks may open a file beside core, to damage it or to compare.
    for (path, text) in files(".", &["Cargo.toml"]) {
        let shipped = text.split("[dev-dependencies]").next().unwrap_or_default();
        let depends =
            shipped.lines().any(|line| line.starts_with("rusqlite") || line.starts_with("libsqlite"));
        assert!(path == "core/Cargo.toml" || !depends, "{path} depends on SQLite");
    }
    for folder in ["documents/src", "exchange/src", "host/src", "cli/src", "src-tauri", "tests/src", "xtask"]
    {
        for (path, text) in files(folder, &[".rs"]) {
            assert!(!text.contains("rusqlite"), "{path} names rusqlite");
        }
    }
}

#[test]
fn core_and_charts_know_no_writer_and_only_writers_know_the_heavy_crates() {
    for (path, text) in files(".", &["Cargo.toml"]) {
        let depends = |name: &str| text.lines().any(|line| line.starts_with(name));
        let below = ["core/Cargo.toml", "charts/Cargo.toml", "exchange/Cargo.toml"].contains(&path.as_str());
        assert!(!below || !depends("cairn-documents"), "{path} depends on the writers of documents");
        let heavy = ["typst", "resvg", "zip "].into_iter().find(|name| depends(name));
        assert!(path == "documents/Cargo.toml" || heavy.is_none(), "{path} depends on {heavy:?}");
    }
    for (path, text) in files("documents/src", &[".rs"]) {
        for above in
            ["cairn_host", "cairn_exchange", "cairn_core::Product", "std::fs", "std::env", "std::net"]
        {
            assert!(!code(&text).contains(above), "{path} knows {above}");
        }
    }
}

#[test]
fn no_row_is_replaced_behind_the_journal() {
    for (path, text) in files("core", &[".rs", ".sql"]) {
        assert!(!code(&text).to_uppercase().contains("OR REPLACE"), "{path}");
    }
}

#[test]
fn tables_are_strict_with_an_id_whole_numbers_and_text_and_indexed_references() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.cairn");
    drop(Product::create(&path, "Test", at(TODAY)).unwrap());
    let db = Connection::open(&path).unwrap();
    let texts = |sql: &str, table: &str| -> Vec<String> {
        let mut statement = db.prepare(sql).unwrap();
        statement.query_map([table], |row| row.get(0)).unwrap().map(|text| text.unwrap()).collect()
    };
    let tables =
        texts("SELECT name FROM pragma_table_list WHERE schema = ?1 AND name NOT LIKE 'sqlite_%'", "main");
    assert!(tables.len() > 12);
    for table in &tables {
        let strict: bool =
            db.query_row("SELECT strict FROM pragma_table_list(?1)", [table], |row| row.get(0)).unwrap();
        assert!(strict, "{table} is not STRICT");
        let id = texts("SELECT type || pk FROM pragma_table_info(?1) WHERE name = 'id'", table);
        assert_eq!(id, ["INTEGER1"], "{table} has no whole-number id");
        for kind in texts("SELECT type FROM pragma_table_info(?1)", table) {
            assert!(["INTEGER", "TEXT"].contains(&kind.as_str()), "{table} has a column of type {kind}");
        }
        for column in texts("SELECT \"from\" FROM pragma_foreign_key_list(?1)", table) {
            let indexed = texts(
                "SELECT info.name FROM pragma_index_list(?1) AS list, pragma_index_info(list.name) AS info
                 WHERE info.seqno = 0",
                table,
            );
            assert!(column == "id" || indexed.contains(&column), "{table}.{column} refers without an index");
        }
    }
}

#[test]
fn unsafe_code_stands_in_the_shell_alone() {
    for (path, text) in files(".", &[".rs"]) {
        // Written in two parts, so that this line does not count.
        let word = concat!("un", "safe {");
        let found = code(&text).matches(word).count();
        let allowed = usize::from(path == "src-tauri/src/main.rs");
        assert!(found <= allowed, "{path} has {found} blocks without the compiler's checks");
    }
}

#[test]
fn every_source_file_says_what_it_is_for() {
    for (path, text) in files(".", &[".rs"]) {
        assert!(text.starts_with("//!"), "{path} begins without its purpose");
    }
}

/// Texts in quotes that could be keys of the catalogue.
fn quoted(text: &str) -> BTreeSet<&str> {
    let is_key = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    let mut found = BTreeSet::new();
    for (at, quote) in text.char_indices().filter(|(_, letter)| ['"', '\'', '`'].contains(letter)) {
        let rest = &text[at + 1..];
        let end = rest.find(|letter| !is_key(letter)).unwrap_or(rest.len());
        if end > 0 && rest[end..].starts_with(quote) {
            found.insert(&rest[..end]);
        }
    }
    found
}

/// Beginnings of keys that are put together where they are said, in quotes: `"value-{}"`, `goal-${…}`.
fn beginnings(text: &str) -> BTreeSet<&str> {
    let is_key = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    let mut found = BTreeSet::new();
    for (at, _) in text.char_indices().filter(|(_, letter)| ['"', '\'', '`'].contains(letter)) {
        let rest = &text[at + 1..];
        let end = rest.find(|letter| !is_key(letter)).unwrap_or(rest.len());
        let goes_on =
            rest[end..].starts_with('{') || rest[end..].starts_with("${") || rest[end..].starts_with("\" +");
        if end > 1 && rest[..end].ends_with('-') && goes_on {
            found.insert(&rest[..end]);
        }
    }
    found
}

fn sources() -> Vec<(String, String)> {
    let mut sources = Vec::new();
    for folder in ["core/src", "documents/src", "exchange/src", "host/src", "cli/src", "src-tauri/src"] {
        sources.extend(files(folder, &[".rs"]));
    }
    sources.extend(
        files("ui/src", &[".ts", ".svelte"]).into_iter().filter(|(path, _)| !path.ends_with(".test.ts")),
    );
    sources
}

fn catalogue() -> BTreeSet<&'static str> {
    let lines = cairn_core::words::ENGLISH.lines();
    lines
        .filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key)
        .collect()
}

#[test]
fn no_word_of_the_catalogue_is_left_over() {
    let sources = sources();
    let used: BTreeSet<&str> = sources.iter().flat_map(|(_, text)| quoted(text)).collect();
    let mut beginnings: BTreeSet<&str> = sources.iter().flat_map(|(_, text)| beginnings(text)).collect();
    // The history says the names of fields and values by their words.
    beginnings.extend(["field-", "value-"]);
    let said =
        |key: &str| used.contains(key) || beginnings.iter().any(|beginning| key.starts_with(beginning));
    let unused: Vec<&str> = catalogue()
        .into_iter()
        .filter(|key| !said(key) && !key.strip_suffix("-hint").is_some_and(said))
        .collect();
    assert_eq!(unused, Vec::<&str>::new());
}

#[test]
fn no_word_is_missing_from_the_catalogue() {
    let catalogue = catalogue();
    let families: BTreeSet<&str> = ["error", "history"].into();
    let mut missing = BTreeMap::new();
    for (path, text) in &sources() {
        let code = code(text);
        for key in quoted(&code) {
            let family = key.split('-').next().unwrap_or_default();
            let rust = path.ends_with(".rs");
            let said = [format!("t(\"{key}\""), format!("say(\"{key}\")"), format!("tell(\"{key}\"")]
                .iter()
                .any(|call| code.contains(call) && (rust || call.starts_with("t(")));
            let is_key = key.contains('-') && ((rust && families.contains(family)) || said);
            if is_key && !key.ends_with('-') && !catalogue.contains(key) {
                missing.insert(key.to_owned(), path.clone());
            }
        }
    }
    assert_eq!(missing, BTreeMap::new());
}

#[test]
fn nothing_is_fetched_without_encryption_and_a_checksum() {
    for (path, text) in files(".", &["package-lock.json", "Cargo.lock"]) {
        for line in text.lines() {
            let address = line.contains("\"resolved\"") || line.starts_with("source = ");
            assert!(!address || !line.contains("http:"), "{path}: {line}");
        }
        if path.ends_with(".json") {
            let lock: serde_json::Value = serde_json::from_str(&text).unwrap();
            for (name, package) in lock["packages"].as_object().unwrap() {
                let own = name.is_empty() || package["link"] == true;
                assert!(own || package["integrity"].is_string(), "{path}: {name} has no checksum");
            }
        }
    }
}

/// Whether a licence expression can be met with the agreed licences alone.
fn is_agreed(expression: &str) -> bool {
    const AGREED: [&str; 16] = [
        "MIT",
        "MIT-0",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "ISC",
        "Zlib",
        "Unicode-3.0",
        "Unicode-DFS-2016",
        "MPL-2.0",
        "CC0-1.0",
        "BSL-1.0",
        "0BSD",
        "Unlicense",
        "Apache-2.0 WITH LLVM-exception",
        "NCSA",
    ];
    let expression = expression.replace('/', " OR ");
    let expression: Vec<&str> = expression.split_whitespace().collect();
    let expression = expression.join(" ");
    // Brackets only ever hold a choice that is one part of a conjunction.
    expression.split(" AND ").all(|part| {
        let part = part.trim_matches(['(', ')']);
        part.split(" OR ").any(|licence| AGREED.contains(&licence.trim()))
    })
}

#[test]
fn every_crate_has_an_agreed_licence() {
    assert!(is_agreed("(MIT OR Apache-2.0) AND Unicode-3.0") && is_agreed("MIT/Apache-2.0"));
    assert!(!is_agreed("GPL-3.0-only") && !is_agreed("MIT AND GPL-3.0-only") && !is_agreed(""));
    let output = std::process::Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(repository())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 50);
    for package in packages {
        let licence = package["license"].as_str().unwrap_or_default();
        assert!(is_agreed(licence), "{} {}: {licence:?}", package["name"], package["version"]);
        let source = package["source"].as_str();
        let from_registry = source.is_none_or(|source| source.starts_with("registry+https://"));
        assert!(from_registry, "{} comes from {source:?}", package["name"]);
    }
}
