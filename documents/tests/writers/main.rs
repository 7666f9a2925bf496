//! Every writer, over documents as people make them and as they should not be.
#![cfg(all(feature = "pdf", feature = "slides"))]

mod example;
mod hostile;
mod layout;
mod paper;
mod presentation;

use cairn_core::document::Document;
use cairn_documents::{Format, Layout, Paper, write};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

/// Every layout there is.
const LAYOUTS: [Layout; 3] = [Layout::Slides, Layout::OnePager(Paper::A4), Layout::OnePager(Paper::Letter)];

/// Writes a document as text.
fn text(document: &Document, format: Format) -> String {
    String::from_utf8(write(document, format).unwrap()).unwrap()
}

/// Runs a tool of the system over a file and returns what it printed.
///
/// `cargo xtask test` installs the tools on Debian.
fn run(tool: &str, arguments: &[&str], file: &Path) -> Vec<u8> {
    // What is to be printed instead of written to a file is named last.
    let (last, options): (Vec<&str>, Vec<&str>) = arguments.iter().partition(|part| **part == "-");
    let output = Command::new(tool).args(options).arg(file).args(last).output();
    let output = output.unwrap_or_else(|error| panic!("{tool} (poppler-utils, qpdf) is needed: {error}"));
    assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// What is in a ZIP, by name.
fn unpacked(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        assert_eq!(parts.insert(part.name().unwrap().into_owned(), bytes), None);
    }
    parts
}
