//! A folder with a product, and `cairn` run in it.
#![allow(dead_code, reason = "each test file takes what it needs")]

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The moment most tests take place at.
pub const NOW: &str = "2026-11-26T09:42:00+01:00";

/// A temporary folder in which `cairn` runs.
pub struct Desk {
    folder: tempfile::TempDir,
    pub now: String,
}

/// What one run said.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Desk {
    /// A folder without a product.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), now: NOW.into() }
    }

    /// A folder with an empty product called Test.
    pub fn new() -> Self {
        let desk = Self::empty();
        desk.ok(&["init", "--name", "Test"]);
        desk
    }

    /// A folder with a product of one item a word.
    pub fn with(titles: &[&str]) -> Self {
        let desk = Self::new();
        for title in titles {
            desk.ok(&["add", title]);
        }
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn product(&self) -> PathBuf {
        self.path("p.cairn")
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cairn"));
        command
            .current_dir(self.folder.path())
            .env("CAIRN_NOW", &self.now)
            .env("CAIRN_DATA", self.path("data"));
        command
    }

    /// Runs without naming a product.
    pub fn bare(&self, arguments: &[&str]) -> Said {
        said(self.command().args(arguments).output().unwrap())
    }

    /// Runs on the product of this folder.
    pub fn run(&self, arguments: &[&str]) -> Said {
        said(self.command().arg("--product").arg(self.product()).args(arguments).output().unwrap())
    }

    /// Runs and expects success.
    pub fn ok(&self, arguments: &[&str]) -> String {
        let said = self.run(arguments);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{arguments:?}: {said:?}");
        said.out
    }

    /// Runs with `--json` and expects success.
    pub fn json(&self, arguments: &[&str]) -> Value {
        let mut all = arguments.to_vec();
        all.push("--json");
        serde_json::from_str(&self.ok(&all)).unwrap()
    }

    /// Runs with `--json`, expects exit 1, nothing on stdout and an unchanged product. Returns stderr.
    pub fn refused(&self, arguments: &[&str]) -> String {
        let before = self.content();
        let mut all = arguments.to_vec();
        all.push("--json");
        let said = self.run(&all);
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{arguments:?}: {said:?}");
        assert!(!said.err.trim().is_empty(), "{arguments:?}");
        assert_eq!(self.content(), before, "{arguments:?}");
        said.err
    }

    /// Everything in the product, the journal included.
    pub fn content(&self) -> String {
        let out = self.path("content.json");
        self.ok(&["export", out.to_str().unwrap()]);
        let content = std::fs::read_to_string(&out).unwrap();
        std::fs::remove_file(out).unwrap();
        content
    }

    /// Everything in the product but the journal.
    pub fn rows(&self) -> Value {
        let mut content: Value = serde_json::from_str(&self.content()).unwrap();
        for table in ["operation", "change", "reason"] {
            content["tables"].as_object_mut().unwrap().remove(table);
        }
        content
    }

    /// The titles in order.
    pub fn order(&self) -> Vec<String> {
        column(&self.json(&["list"]), "title")
    }
}

/// One member of each object of a list, as text.
pub fn column(list: &Value, name: &str) -> Vec<String> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    list.as_array().unwrap().iter().map(|item| text(&item[name])).collect()
}

/// A file handed over beside the repository; the test that needs it passes without it.
pub fn shared(name: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data").join(name);
    path.exists().then(|| path.to_str().unwrap().to_owned())
}

fn said(output: Output) -> Said {
    Said {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}
