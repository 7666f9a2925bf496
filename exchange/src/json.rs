//! Exports as JSON: a board of Trello, and issues of GitHub (REST, or `gh issue list --json`).

use crate::columns::one_line;
use crate::date::{self, First};
use crate::draft::Draft;
use crate::import::{Format, Notes, Options};
use crate::refusal::Refusal;
use crate::sprint;
use chrono::{DateTime, NaiveDate};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::HashMap;

/// Reads a JSON export.
///
/// # Errors
/// Refuses JSON that does not parse or is of neither shape.
pub(crate) fn read(
    text: &str,
    options: &Options,
    notes: &mut Notes,
) -> Result<(Format, Vec<Draft>), Refusal> {
    let (text, replaced) = without_lone_surrogates(text);
    notes.warn_count("import-replaced", replaced);
    let value: Value = serde_json::from_str(&text)
        .map_err(|error| Refusal::with("import-bad-json", "line", error.line()))?;
    if let (Some(lists), Some(cards)) = (list(&value, "lists"), list(&value, "cards")) {
        return Ok((Format::TrelloJson, trello(lists, cards, options)));
    }
    if let Some(issues) = value.as_array().filter(|issues| {
        issues.is_empty()
            || issues.iter().any(|issue| issue.get("number").is_some() && issue.get("title").is_some())
    }) {
        return Ok((Format::GithubJson, github(issues, options, notes)));
    }
    Err(Refusal::new("import-unknown-json"))
}

/// JSON may name half a character (`\ud83d` alone), which is no text; it becomes U+FFFD.
fn without_lone_surrogates(text: &str) -> (Cow<'_, str>, usize) {
    if !text.contains("\\ud") && !text.contains("\\uD") {
        return (Cow::Borrowed(text), 0);
    }
    let escape = |text: &str| -> Option<u32> {
        let digits = text.strip_prefix("\\u")?.get(..4)?;
        u32::from_str_radix(digits, 16).ok()
    };
    let mut out = String::with_capacity(text.len());
    let mut replaced = 0;
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        let length = match escape(from) {
            Some(0xD800..=0xDBFF) => {
                let next = from.get(6..).and_then(escape);
                if matches!(next, Some(0xDC00..=0xDFFF)) {
                    out.push_str(from.get(..12).unwrap_or_default());
                    12
                } else {
                    replaced += 1;
                    out.push_str("\\ufffd");
                    6
                }
            }
            Some(0xDC00..=0xDFFF) => {
                replaced += 1;
                out.push_str("\\ufffd");
                6
            }
            // A backslash and what it escapes.
            _ => {
                let length = 1 + from.chars().nth(1).map_or(0, char::len_utf8);
                out.push_str(from.get(..length).unwrap_or_default());
                length
            }
        };
        rest = from.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    (Cow::Owned(out), replaced)
}

fn list<'v>(value: &'v Value, name: &str) -> Option<&'v Vec<Value>> {
    value.get(name)?.as_array()
}

/// Reads a text member; NUL is no text, as in every other file.
fn text(value: &Value, name: &str) -> Option<String> {
    let text = value.get(name)?.as_str()?.trim().replace('\0', "\u{FFFD}");
    (!text.is_empty()).then_some(text)
}

fn day(value: &Value, names: [&str; 2], options: &Options) -> Option<NaiveDate> {
    let written = names.iter().find_map(|name| value.get(name)?.as_str())?;
    if date::is_blank(written) { None } else { date::parse(written, First::Day, options.offset) }
}

fn label_names(value: &Value) -> Vec<String> {
    let mut names = Vec::new();
    for label in list(value, "labels").into_iter().flatten() {
        let name = label
            .as_str()
            .map(str::to_owned)
            .or_else(|| text(label, "name"))
            .or_else(|| text(label, "color"));
        names.extend(name.filter(|name| !names.contains(name)));
    }
    names
}

fn github(issues: &[Value], options: &Options, notes: &mut Notes) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut pulls = 0;
    for issue in issues {
        if issue.get("pull_request").is_some_and(|pull| !pull.is_null()) {
            pulls += 1;
            continue;
        }
        let Some(title) = text(issue, "title") else {
            notes.skip(0, "import-row-untitled");
            continue;
        };
        let mut draft = Draft::at(0);
        draft.item.title = one_line(&title);
        draft.item.url = text(issue, "html_url").or_else(|| text(issue, "url"));
        let number = issue.get("number").and_then(Value::as_u64);
        draft.item.external_id = draft
            .item
            .url
            .as_deref()
            .and_then(github_id)
            .or_else(|| number.map(|number| format!("#{number}")));
        draft.item.body = text(issue, "body");
        draft.item.source_state = text(issue, "state").map(|state| state.to_lowercase());
        draft.resolution = text(issue, "state_reason").or_else(|| text(issue, "stateReason"));
        draft.item.labels = label_names(issue);
        let milestone = issue.get("milestone").and_then(|milestone| text(milestone, "title"));
        draft.sprints.extend(milestone.map(|title| sprint::named(&title)));
        draft.item.kind =
            issue.get("type").and_then(|kind| text(kind, "name")).map(|kind| crate::columns::kind_of(&kind));
        draft.item.created_on = day(issue, ["created_at", "createdAt"], options);
        draft.item.done_on = day(issue, ["closed_at", "closedAt"], options);
        draft.updated_on = day(issue, ["updated_at", "updatedAt"], options);
        drafts.push(draft);
    }
    notes.warn_count("import-pull-requests", pulls);
    drafts
}

/// Names an issue by its address: `owner/repository#12`.
pub(crate) fn github_id(url: &str) -> Option<String> {
    let path = url.split_once("://")?.1;
    let parts: Vec<&str> =
        path.trim_start_matches("api.").split('/').filter(|part| *part != "repos").collect();
    match parts.as_slice() {
        [_, owner, repository, "issues" | "pull", number, ..] => {
            let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
            (!digits.is_empty()).then(|| format!("{owner}/{repository}#{digits}"))
        }
        _ => None,
    }
}

/// Reads a board: the order is that of the lists, then of the cards; a card's id tells its creation.
fn trello(lists: &[Value], cards: &[Value], options: &Options) -> Vec<Draft> {
    let position = |value: &Value| value.get("pos").and_then(Value::as_f64).unwrap_or(f64::INFINITY);
    let is_closed = |value: &Value| value.get("closed").and_then(Value::as_bool).unwrap_or(false);
    let names: HashMap<&str, (f64, String, bool)> = lists
        .iter()
        .filter_map(|list| {
            let id = list.get("id")?.as_str()?;
            Some((id, (position(list), text(list, "name").unwrap_or_default(), is_closed(list))))
        })
        .collect();
    let mut drafts: Vec<(f64, f64, Draft)> = Vec::new();
    for card in cards {
        let Some(title) = text(card, "name") else { continue };
        let mut draft = Draft::at(0);
        let list = card.get("idList").and_then(Value::as_str).and_then(|id| names.get(id));
        draft.item.title = one_line(&title);
        draft.item.external_id = text(card, "shortLink").or_else(|| text(card, "id"));
        draft.internal_id = text(card, "id");
        draft.item.body = text(card, "desc");
        draft.item.url = text(card, "shortUrl").or_else(|| text(card, "url"));
        draft.item.labels = label_names(card);
        draft.item.source_state = list.map(|(_, name, _)| name.clone()).filter(|name| !name.is_empty());
        draft.item.created_on = text(card, "id")
            .and_then(|id| i64::from_str_radix(id.get(..8)?, 16).ok())
            .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
            .map(|moment| moment.with_timezone(&options.offset).date_naive());
        draft.updated_on = day(card, ["dateLastActivity", "dateLastActivity"], options);
        draft.item.done_on = day(card, ["dateCompleted", "dateCompleted"], options);
        draft.finished = card.get("dueComplete").and_then(Value::as_bool).filter(|done| *done);
        // An archived card that was not finished is not coming back by itself.
        let archived = is_closed(card) || list.is_some_and(|(_, _, closed)| *closed);
        if archived && draft.finished.is_none() {
            let done = draft.item.source_state.as_deref().and_then(crate::states::state_of);
            if done != Some(cairn_core::backlog::State::Done) {
                draft.item.source_state = Some("archived".to_owned());
            }
        }
        drafts.push((list.map_or(f64::INFINITY, |(position, ..)| *position), position(card), draft));
    }
    drafts.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    drafts.into_iter().map(|(_, _, draft)| draft).collect()
}
