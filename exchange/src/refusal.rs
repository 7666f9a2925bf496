//! A file that can't be read at all, said in a sentence.

use cairn_core::words;
use fluent_bundle::FluentValue;
use std::fmt;

/// Why nothing was read. The product is untouched when one of these comes back.
///
/// Holds the key of a sentence in the catalogue and its arguments, as core's errors do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Key of the sentence.
    pub key: &'static str,
    /// Arguments of the sentence.
    pub args: Vec<(&'static str, String)>,
}

impl Refusal {
    /// Refuses with the sentence `key`.
    pub fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// Refuses with the sentence `key` and one argument.
    pub fn with(key: &'static str, name: &'static str, value: impl ToString) -> Self {
        Self { key, args: vec![(name, value.to_string())] }
    }

    /// Adds an argument to the sentence.
    #[must_use]
    pub fn and(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// Returns what happened and what is safe.
    pub fn message(&self) -> String {
        words::tell(self.key, &self.values())
    }

    /// Returns what to do, where the catalogue knows something.
    pub fn hint(&self) -> Option<String> {
        let key = format!("{}-hint", self.key);
        let hint = words::tell(&key, &self.values());
        (hint != key).then_some(hint)
    }

    fn values(&self) -> Vec<(&str, FluentValue<'_>)> {
        self.args.iter().map(|(name, value)| (*name, value.as_str().into())).collect()
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for Refusal {}

impl From<Refusal> for cairn_core::Error {
    fn from(refusal: Refusal) -> Self {
        Self::Invalid { field: "file", key: refusal.key, args: refusal.args }
    }
}
