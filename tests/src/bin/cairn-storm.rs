//! Drives the real core from outside, so that kills, power cuts, full disks and damaged files can
//! be tried on it.
//!
//! - `init DB` makes a product.
//! - `storm DB` makes random edits for ever and prints `ACK n` after each commit: n is how many steps
//!   the journal holds, so it never falls.
//! - `check DB` verifies file, order and journal and prints `SEEN n`.
//! - `unwind DB` takes every step back and says whether the product is empty again.
//! - `open FILE` opens a file and takes it in as the window would; prints `OK` or why not.
//! - `import FILE --into DB` brings a file in and prints what came.

use cairn_core::{Error, Failure, Product, Result};
use cairn_host::Progress;
use cairn_host::request::ImportOptions;
use cairn_host::{Host, exchange};
use cairn_tests::{content, random};
use chrono::{DateTime, FixedOffset, Local, TimeDelta};
use serde_json::json;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["init", path] => Product::create(Path::new(path), "Storm", now()).map(drop),
        ["storm", path] => storm(Path::new(path)),
        ["check", path] => check(Path::new(path)),
        ["unwind", path] => unwind(Path::new(path)),
        ["open", path] => open(Path::new(path)),
        ["import", file, "--into", path] => import(Path::new(file), Path::new(path)),
        _ => {
            eprintln!("cairn-storm init|storm|check|unwind DB | open FILE | import FILE --into DB");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let failure = Failure::from(&error);
            println!("{}", failure.message);
            if let Some(hint) = failure.hint {
                println!("{hint}");
            }
            ExitCode::FAILURE
        }
    }
}

fn now() -> DateTime<FixedOffset> {
    Local::now().fixed_offset()
}

/// How many steps the journal holds, and its newest moment.
fn steps(product: &Product) -> Result<(usize, Option<DateTime<FixedOffset>>)> {
    let lines = product.history(None, None, u32::MAX)?;
    let newest = lines.first().and_then(|line| DateTime::from_timestamp_millis(line.at));
    Ok((lines.len(), newest.map(|at| at.fixed_offset())))
}

fn storm(path: &Path) -> Result<()> {
    let mut product = Product::open(path, now())?;
    let (mut count, newest) = steps(&product)?;
    let mut last = product.history(None, None, 1)?.first().map_or(0, |line| line.operation.0);
    let mut at = newest.unwrap_or_else(now);
    let mut chance = fastrand::Rng::new();
    let mut out = std::io::stdout().lock();
    loop {
        // Some saves follow so closely that they join the step before; now and then a day passes.
        at += TimeDelta::seconds(chance.i64(1..90));
        if chance.u32(..60) == 0 {
            at += TimeDelta::days(1);
        }
        let done = match chance.u32(..20) {
            0 => product.undo(at),
            1 => product.redo(at),
            _ => {
                let edit = random::edit(&mut product, at, &mut |below| chance.usize(..below));
                product.apply(edit, at)
            }
        };
        let done = match done {
            Ok(outcome) => outcome.done,
            Err(Error::Invalid { .. } | Error::NotFound { .. }) => continue,
            Err(error) => return Err(error),
        };
        let Some(line) = done else { continue };
        count += usize::from(line.operation.0 != last);
        last = line.operation.0;
        if writeln!(out, "ACK {count}").and_then(|()| out.flush()).is_err() {
            return Ok(());
        }
    }
}

fn check(path: &Path) -> Result<()> {
    let mut product = Product::open(path, now())?;
    let mut found = product.check()?;
    let page = product.load(now())?;
    let placed = page.items.iter().map_while(|item| item.position);
    if !(1..).zip(placed).all(|(expected, position)| expected == position) {
        found.push("positions have gaps".into());
    }
    if page.items.iter().any(|item| item.position.is_none() && !item.container) {
        found.push("an item in the list has no position".into());
    }
    let tables = product.tables()?;
    let rows = |table: &str| tables.get(table).cloned().unwrap_or_default();
    let with_changes: std::collections::HashSet<i64> =
        rows("change").iter().filter_map(|change| change["operation"].as_i64()).collect();
    for operation in rows("operation") {
        let id = operation["id"].as_i64().unwrap_or_default();
        if !with_changes.contains(&id) || operation["label"] == "" {
            found.push(format!("step {id} is half written"));
        }
    }
    if let Some(first) = found.first() {
        return Err(Error::Damaged { path: path.to_owned(), detail: first.clone() });
    }
    println!("SEEN {}", steps(&product)?.0);
    Ok(())
}

fn unwind(path: &Path) -> Result<()> {
    let mut product = Product::open(path, now())?;
    let (mut undone, at) = (0, now());
    loop {
        match product.undo(at) {
            Ok(_) => undone += 1,
            Err(Error::Invalid { key: "error-nothing-to-undo", .. }) => break,
            Err(error) => return Err(error),
        }
    }
    let empty = content(&product) == content(&Product::in_memory("Storm", at)?);
    if !empty || !product.check()?.is_empty() {
        return Err(Error::Damaged { path: path.to_owned(), detail: "undo does not lead back".into() });
    }
    println!("EMPTY after {undone}");
    Ok(())
}

/// Opens a file to read, then takes it in the way the window does, in a data folder of its own.
fn open(path: &Path) -> Result<()> {
    let folder = tempfile::tempdir().map_err(|error| Error::io(path, error))?;
    let host = Host::open(folder.path().to_owned())?;
    let token = host.admit(path.to_owned()).token;
    match host.call(json!({ "type": "openFile", "file": token }), now()) {
        Ok(_) => println!("OK"),
        Err(failure) => {
            println!("{}", failure.message);
            if let Some(hint) = failure.hint {
                println!("{hint}");
            }
            drop(host);
            std::process::exit(1);
        }
    }
    Ok(())
}

fn import(file: &Path, path: &Path) -> Result<()> {
    let mut product = Product::open(path, now())?;
    let done = exchange::import(&mut product, file, &ImportOptions::default(), now(), &Progress::default())?;
    println!(
        "{} added, {} updated, {} unchanged",
        done.counts.added, done.counts.updated, done.counts.unchanged
    );
    Ok(())
}
