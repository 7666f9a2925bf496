//! What stands between a host (window, command line, test server) and the core.

use cairn_core::{Code, Error, Failure};
use chrono::{DateTime, FixedOffset};
use serde::Serialize;
use serde_json::Value;
use std::path::PathBuf;
use std::sync::Mutex;

/// A file that a person chose or brought; the page names it by its token, never by a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PickedFile {
    /// What the page says to mean this file.
    pub token: u64,
    /// The name to show.
    pub name: String,
}

/// The products of one data folder and the door to them.
#[derive(Debug)]
pub struct Host {
    files: Mutex<Vec<PathBuf>>,
}

impl Host {
    /// Opens the products in `data_folder`, which is made if it is missing.
    pub fn open(data_folder: PathBuf) -> Result<Self, Error> {
        std::fs::create_dir_all(&data_folder).map_err(|source| Error::io(data_folder, source))?;
        Ok(Self { files: Mutex::default() })
    }

    /// The private folder of this person: `CAIRN_DATA` if set, else where the system keeps such data.
    pub fn default_data_folder() -> PathBuf {
        std::env::var_os("CAIRN_DATA").map_or_else(|| std::env::temp_dir().join("cairn"), PathBuf::from)
    }

    /// Answers one request of the page.
    pub fn call(&self, request: Value, now: DateTime<FixedOffset>) -> Result<Value, Failure> {
        match request["type"].as_str() {
            Some("ping") => Ok(serde_json::json!({ "pong": now.to_rfc3339() })),
            _ => Err(Failure {
                code: Code::Invalid,
                field: Some("type".to_owned()),
                message: "Unknown request.".to_owned(),
                hint: None,
            }),
        }
    }

    /// Takes in a file that a person chose to read.
    pub fn admit(&self, path: PathBuf) -> PickedFile {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut files = self.files.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        files.push(path);
        PickedFile { token: files.len() as u64, name }
    }

    /// Takes in a place that a person chose to write to.
    pub fn admit_target(&self, path: PathBuf) -> PickedFile {
        self.admit(path)
    }
}
