//! What can go wrong inside ([`Error`]), and how it is told to a person ([`Failure`]).
//!
//! Each message says what happened, what is safe and what to do. All of them are made here,
//! from the one catalogue of words.

use crate::words;
use fluent_bundle::FluentValue;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use ts_rs::TS;

/// The result of anything in Cairn that can fail.
pub type Result<T> = std::result::Result<T, Error>;

/// A failure inside Cairn. Nothing was changed when one of these comes back.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Something with that id, key or name is not in this product.
    #[error("not found: {key} {args:?}")]
    NotFound {
        /// Key of the sentence.
        key: &'static str,
        /// Arguments of the sentence.
        args: Vec<(&'static str, String)>,
    },
    /// A value a person gave does not fit.
    #[error("invalid {field}: {key} {args:?}")]
    Invalid {
        /// The field the value was given for.
        field: &'static str,
        /// Key of the sentence.
        key: &'static str,
        /// Arguments of the sentence.
        args: Vec<(&'static str, String)>,
    },
    /// The file was written by a newer Cairn.
    #[error("written by a newer Cairn: schema {found}, known {known}")]
    NewerFile {
        /// Schema version of the file.
        found: i64,
        /// Newest schema version this program knows.
        known: i64,
    },
    /// Another process holds the product.
    #[error("already open in process {holder}")]
    AlreadyOpen {
        /// What the other process wrote about itself.
        holder: String,
    },
    /// The file is not a product of Cairn.
    #[error("not a product: {path}")]
    NotAProduct {
        /// The file.
        path: PathBuf,
    },
    /// The file is a product, but SQLite finds it damaged.
    #[error("damaged: {path}: {detail}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What the check found.
        detail: String,
    },
    /// The file of a product that was here is gone.
    #[error("missing: {path}")]
    Missing {
        /// Where it was.
        path: PathBuf,
    },
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// Reading or writing a file failed.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// SQLite failed in another way.
    #[error("database: {0}")]
    Database(rusqlite::Error),
}

impl Error {
    /// A value of `field` does not fit; `key` is its sentence in the catalogue.
    pub fn invalid(field: &'static str, key: &'static str) -> Self {
        Self::Invalid { field, key, args: Vec::new() }
    }

    /// As [`Error::invalid`], with arguments for the sentence.
    pub fn invalid_with(
        field: &'static str,
        key: &'static str,
        args: impl IntoIterator<Item = (&'static str, String)>,
    ) -> Self {
        Self::Invalid { field, key, args: args.into_iter().collect() }
    }

    /// Something is not in this product; `key` is its sentence, `name` what was looked for.
    pub fn not_found(key: &'static str, what: &'static str, name: impl ToString) -> Self {
        Self::NotFound { key, args: vec![(what, name.to_string())] }
    }

    /// Reading or writing `path` failed.
    pub fn io(path: impl Into<PathBuf>, source: std::io::Error) -> Self {
        if source.kind() == std::io::ErrorKind::StorageFull {
            return Self::Full;
        }
        Self::Io { path: path.into(), source }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Self::Full,
            Some(rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase) => {
                Self::Damaged { path: PathBuf::new(), detail: error.to_string() }
            }
            _ => Self::Database(error),
        }
    }
}

/// The kinds of failure the page or a script behaves differently for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Code {
    /// Something named is not there.
    NotFound,
    /// A value does not fit; `field` says which.
    Invalid,
    /// The file needs a newer Cairn.
    NewerFile,
    /// Another process holds the product.
    AlreadyOpen,
    /// The file is no product.
    NotAProduct,
    /// The file is damaged.
    Damaged,
    /// The file of a product that was here is gone.
    Missing,
    /// What was typed is not known to be saved.
    NotSaved,
    /// A defect of Cairn.
    Internal,
}

/// A failure as a person reads it: what happened and what is safe, then what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Failure {
    /// What kind of failure it is.
    pub code: Code,
    /// The field a refused value was given for.
    pub field: Option<String>,
    /// What happened and what is safe.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
}

impl From<&Error> for Failure {
    fn from(error: &Error) -> Self {
        let (code, field, key, args): (Code, Option<&str>, &str, Vec<(&str, String)>) = match error {
            Error::NotFound { key, args } => (Code::NotFound, None, key, args.clone()),
            Error::Invalid { field, key, args } => (Code::Invalid, Some(field), key, args.clone()),
            Error::NewerFile { .. } => (Code::NewerFile, None, "error-newer-file", Vec::new()),
            Error::AlreadyOpen { holder } => {
                (Code::AlreadyOpen, None, "error-already-open", vec![("holder", holder.clone())])
            }
            Error::NotAProduct { path } => {
                (Code::NotAProduct, None, "error-not-a-product", vec![("path", path.display().to_string())])
            }
            Error::Damaged { path, .. } if path.as_os_str().is_empty() => {
                (Code::Damaged, None, "error-damaged-product", Vec::new())
            }
            Error::Damaged { path, .. } => {
                (Code::Damaged, None, "error-damaged", vec![("path", path.display().to_string())])
            }
            Error::Missing { path } => {
                (Code::Missing, None, "error-missing", vec![("path", path.display().to_string())])
            }
            Error::Full => (Code::NotSaved, None, "error-disk-full", Vec::new()),
            Error::Io { path, source } => (
                Code::NotSaved,
                None,
                "error-io",
                vec![("path", path.display().to_string()), ("detail", source.to_string())],
            ),
            Error::Database(source) => {
                (Code::NotSaved, None, "error-database", vec![("detail", source.to_string())])
            }
        };
        let args: Vec<(&str, FluentValue<'_>)> =
            args.into_iter().map(|(name, value)| (name, value.into())).collect();
        let hint_key = format!("{key}-hint");
        let hint = words::tell(&hint_key, &args);
        Self {
            code,
            field: field.map(str::to_owned),
            message: words::tell(key, &args),
            hint: (hint != hint_key).then_some(hint),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::from(&error)
    }
}
