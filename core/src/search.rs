//! Search and the filter language: both scan one folded string an item, kept in memory.
//!
//! People type parts of words, without accents. Folding takes the marks off (NFKD), lowers the
//! case and spells out the letters that have no mark to take off.

use crate::backlog::State;
use crate::backlog::list::{Backlog, Entry};
use crate::error::{Error, Result};
use crate::ids::{ItemId, StakeholderId};
use crate::stakeholder::Stakeholder;
use memchr::memmem::Finder;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text as search compares it.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfkd().filter(|letter| !is_combining_mark(*letter)) {
        for lower in letter.to_lowercase() {
            match lower {
                'ß' => folded.push_str("ss"),
                'æ' => folded.push_str("ae"),
                'œ' => folded.push_str("oe"),
                'ø' => folded.push('o'),
                'ł' => folded.push('l'),
                'đ' => folded.push('d'),
                'ς' => folded.push('σ'),
                other => folded.push(other),
            }
        }
    }
    folded
}

/// All items that hold every word of `text`, open ones first in order, then the rest, newest first.
pub(crate) fn search(backlog: &Backlog, text: &str, limit: usize) -> Vec<ItemId> {
    let folded = fold(text);
    let words: Vec<Finder<'_>> = folded.split_whitespace().map(Finder::new).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(u32, std::cmp::Reverse<ItemId>)> = backlog
        .entries()
        .filter(|entry| words.iter().all(|word| word.find(entry.folded.as_bytes()).is_some()))
        .map(|entry| (backlog.position(entry.item.id).unwrap_or(u32::MAX), std::cmp::Reverse(entry.item.id)))
        .collect();
    found.sort_unstable();
    found.into_iter().take(limit).map(|(_, id)| id.0).collect()
}

/// A filter such as `kind:story wants:maria size:>3 -label:tech text`: all its terms must hold.
#[derive(Debug)]
pub(crate) struct Filter {
    terms: Vec<(bool, Term)>,
}

#[derive(Debug)]
enum Term {
    Text(Box<Finder<'static>>),
    Kind(String),
    State(State),
    Wants(Vec<StakeholderId>),
    PartOf(String),
    Label(String),
    Size(Compare, f64),
    NoSize,
    Id(String),
}

#[derive(Debug, Clone, Copy)]
enum Compare {
    Equal,
    Less,
    AtMost,
    More,
    AtLeast,
}

impl Filter {
    /// Reads a filter. A word with an unknown name before the colon is plain text.
    ///
    /// # Errors
    /// A size that is no number, a state or a person that is not known.
    pub(crate) fn read(text: &str, stakeholders: &[Stakeholder]) -> Result<Self> {
        let mut terms = Vec::new();
        for word in words(text) {
            let (wanted, word) = match word.strip_prefix('-') {
                Some(rest) if !rest.is_empty() => (false, rest.to_owned()),
                _ => (true, word),
            };
            let term = match word.split_once(':') {
                Some((name, value)) => named(&fold(name), value, &word, stakeholders)?,
                None => plain(&word),
            };
            terms.push((wanted, term));
        }
        Ok(Self { terms })
    }

    /// Whether an item passes.
    pub(crate) fn matches(&self, entry: &Entry, backlog: &Backlog) -> bool {
        self.terms.iter().all(|(wanted, term)| term.holds(entry, backlog) == *wanted)
    }
}

/// Splits at spaces outside of quotes.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for letter in text.chars() {
        match letter {
            '"' => quoted = !quoted,
            space if space.is_whitespace() && !quoted => words.push(String::new()),
            other => {
                if let Some(word) = words.last_mut() {
                    word.push(other);
                }
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn plain(word: &str) -> Term {
    Term::Text(Box::new(Finder::new(fold(word).as_bytes()).into_owned()))
}

fn named(name: &str, value: &str, word: &str, stakeholders: &[Stakeholder]) -> Result<Term> {
    let folded = fold(value);
    Ok(match name {
        "kind" | "type" => Term::Kind(folded),
        "state" | "status" => Term::State(state(&folded, value)?),
        "wants" | "wanted" | "who" => {
            let people: Vec<StakeholderId> = stakeholders
                .iter()
                .filter(|s| fold(&s.fields.name).contains(&folded))
                .map(|s| s.id)
                .collect();
            if people.is_empty() {
                return Err(Error::invalid_with(
                    "filter",
                    "error-filter-person",
                    [("name", value.to_owned())],
                ));
            }
            Term::Wants(people)
        }
        "part" | "partof" | "in" => Term::PartOf(folded),
        "label" | "tag" => Term::Label(folded),
        "id" | "key" => Term::Id(folded),
        "size" if folded == "none" || folded == "no" => Term::NoSize,
        "size" => {
            let (compare, number) = [
                (">=", Compare::AtLeast),
                ("<=", Compare::AtMost),
                (">", Compare::More),
                ("<", Compare::Less),
                ("=", Compare::Equal),
            ]
            .into_iter()
            .find_map(|(sign, compare)| value.strip_prefix(sign).map(|rest| (compare, rest)))
            .unwrap_or((Compare::Equal, value));
            let number = number
                .trim()
                .replace(',', ".")
                .parse()
                .map_err(|_| Error::invalid("filter", "error-filter-size"))?;
            Term::Size(compare, number)
        }
        _ => plain(word),
    })
}

fn state(folded: &str, value: &str) -> Result<State> {
    let name = folded.replace(['-', '_', ' '], "");
    Ok(match name.as_str() {
        "idea" => State::Idea,
        "needsconversation" | "conversation" | "talk" => State::NeedsConversation,
        "ready" => State::Ready,
        "insprint" | "sprint" => State::InSprint,
        "done" => State::Done,
        "notdoing" | "not" => State::NotDoing,
        _ => return Err(Error::invalid_with("filter", "error-filter-state", [("state", value.to_owned())])),
    })
}

impl Term {
    fn holds(&self, entry: &Entry, backlog: &Backlog) -> bool {
        let item = &entry.item;
        match self {
            Self::Text(finder) => finder.find(entry.folded.as_bytes()).is_some(),
            Self::Kind(kind) => fold(&item.kind) == *kind,
            Self::State(state) => item.state == *state,
            Self::Wants(people) => item.wanted_by.iter().any(|person| people.contains(person)),
            Self::PartOf(name) => {
                item.part_of.and_then(|container| backlog.entry_of(container)).is_some_and(|container| {
                    fold(&container.item.title).contains(name) || fold(&container.item.key) == *name
                })
            }
            Self::Label(label) => item.labels.iter().any(|own| fold(own) == *label),
            Self::Size(compare, number) => item.size.is_some_and(|size| match compare {
                Compare::Equal => size == *number,
                Compare::Less => size < *number,
                Compare::AtMost => size <= *number,
                Compare::More => size > *number,
                Compare::AtLeast => size >= *number,
            }),
            Self::NoSize => item.size.is_none(),
            Self::Id(id) => {
                fold(&item.key) == *id
                    || item.external_id.as_deref().is_some_and(|external| fold(external) == *id)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_takes_marks_and_case_away() {
        assert_eq!(fold("Żółć STRASSE Straße Ærø Ὀδυσσεύς"), "zolc strasse strasse aero οδυσσευσ");
    }

    #[test]
    fn quotes_keep_words_together() {
        assert_eq!(
            words("part:\"Reader account\" -label:tech x"),
            ["part:Reader account", "-label:tech", "x"]
        );
    }
}
