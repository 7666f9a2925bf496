//! "Erase this person": the one thing that can't be undone.
//!
//! The person goes with needs, wants, talks, questions, conflicts and the private note. The journal
//! forgets the rows and the name, undo does not reach behind it, and the file is written anew, so
//! that no free page holds what was there. Reasons and what was written for Reviews lose the name.
//! Texts of items are the product owner's own: they stay, and are named where they mention the
//! person.

use crate::backlog::list::Backlog;
use crate::error::Result;
use crate::ids::{ItemId, OperationId, StakeholderId};
use crate::search::fold;
use crate::tx::short;
use crate::words::say;
use rusqlite::{Connection, params};
use serde_json::Value;
use std::collections::BTreeSet;

/// What belongs to a person and goes, with the columns that name the person.
const BELONGS: [(&str, &[&str]); 7] = [
    ("stakeholder", &["id"]),
    ("private_note", &["stakeholder"]),
    ("need", &["stakeholder"]),
    ("want", &["stakeholder"]),
    ("contact", &["stakeholder"]),
    ("question", &["stakeholder"]),
    ("conflict", &["first", "second"]),
];

/// What the product owner wrote for a Review, where names are left out.
const WRITTEN: [(&str, &str); 7] = [
    ("review_section", "title"),
    ("review_section", "text"),
    ("speaker_note", "text"),
    ("rewording", "text"),
    ("rewording", "said"),
    ("showing", "by_whom"),
    ("said_back", "who"),
];

/// What stays without the person.
const REFERS: [(&str, &str); 2] = [("feedback", "stakeholder"), ("kept_forecast", "told")];

/// Erases a person from rows and journal; to be called between the begin and the commit of
/// `operation`.
pub(crate) fn erase(db: &Connection, operation: OperationId, id: StakeholderId) -> Result<()> {
    let names = names(db, id)?;
    let mut steps = BTreeSet::new();
    for (table, columns) in BELONGS {
        for row in rows(db, table, columns, id)? {
            let mut statement =
                db.prepare_cached("SELECT operation FROM change WHERE \"table\" = ?1 AND row = ?2")?;
            for step in statement.query_map(params![table, row], |row| row.get::<_, OperationId>(0))? {
                // The sentence of a want or of the person quotes names alone; others quote texts.
                if !matches!(table, "stakeholder" | "want") {
                    steps.insert(step?);
                }
            }
            // A range of insertions holds nothing but ids, and other rows.
            db.execute(
                "DELETE FROM change WHERE \"table\" = ?1 AND row = ?2 AND last IS NULL",
                params![table, row],
            )?;
        }
    }
    for (table, column) in REFERS {
        db.execute(&format!("UPDATE {table} SET {column} = NULL WHERE {column} = ?1"), [id])?;
        db.execute(
            "UPDATE change SET old = json_set(old, '$.' || ?2, NULL)
             WHERE \"table\" = ?1 AND json_extract(old, '$.' || ?2) = ?3",
            params![table, column, id],
        )?;
    }
    db.execute("DELETE FROM stakeholder WHERE id = ?1", [id])?;
    for step in steps {
        db.execute(
            "UPDATE operation SET arguments = json_replace(arguments, '$.name', ?2) WHERE id = ?1",
            params![step, say("erased")],
        )?;
    }
    forget(db, &names)?;
    db.execute("DELETE FROM change WHERE operation = ?1", [operation])?;
    db.execute("UPDATE operation SET label = 'history-erase-person', schema = 0 WHERE id = ?1", [operation])?;
    Ok(())
}

/// The names a person had, the longest first.
fn names(db: &Connection, id: StakeholderId) -> Result<Vec<String>> {
    let mut statement = db.prepare(
        "SELECT name FROM stakeholder WHERE id = ?1 UNION
         SELECT json_extract(old, '$.name') FROM change WHERE \"table\" = 'stakeholder' AND row = ?1",
    )?;
    let names = statement
        .query_map([id], |row| row.get::<_, Option<String>>(0))?
        .collect::<rusqlite::Result<BTreeSet<_>>>()?;
    let mut names: Vec<String> = names
        .into_iter()
        .flatten()
        .flat_map(|name| [short(&name), name])
        .filter(|name| !name.is_empty())
        .collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.dedup();
    Ok(names)
}

/// Ids of the rows that are the person's, or were.
fn rows(db: &Connection, table: &str, columns: &[&str], id: StakeholderId) -> Result<BTreeSet<i64>> {
    let mut found = BTreeSet::new();
    for column in columns {
        let mut statement = db.prepare(&format!(
            "SELECT id FROM {table} WHERE {column} = ?1 UNION
             SELECT row FROM change WHERE \"table\" = '{table}' AND json_extract(old, '$.{column}') = ?1"
        ))?;
        for row in statement.query_map([id], |row| row.get(0))? {
            found.insert(row?);
        }
    }
    Ok(found)
}

/// Puts another word in the place of names in the history, in old values, in reasons and in what was
/// written for Reviews.
fn forget(db: &Connection, names: &[String]) -> Result<()> {
    for (table, column) in
        [("operation", "arguments"), ("operation", "serves"), ("operation", "delays"), ("change", "old")]
    {
        replace(db, table, column, |text| {
            let mut value: Value = serde_json::from_str(text).ok()?;
            let forgotten = in_strings(&mut value, names);
            forgotten.then(|| value.to_string())
        })?;
    }
    for (table, column) in [("reason", "text")].into_iter().chain(WRITTEN) {
        replace(db, table, column, |text| without(text, names))?;
    }
    Ok(())
}

fn replace(
    db: &Connection,
    table: &str,
    column: &str,
    change: impl Fn(&str) -> Option<String>,
) -> Result<()> {
    let mut statement =
        db.prepare(&format!("SELECT id, {column} FROM \"{table}\" WHERE {column} IS NOT NULL"))?;
    let mut rows = statement.query([])?;
    let mut changed = Vec::new();
    while let Some(row) = rows.next()? {
        if let Some(text) = change(row.get_ref(1)?.as_str().unwrap_or_default()) {
            changed.push((row.get::<_, i64>(0)?, text));
        }
    }
    for (id, text) in changed {
        db.execute(&format!("UPDATE \"{table}\" SET {column} = ?2 WHERE id = ?1"), params![id, text])?;
    }
    Ok(())
}

fn in_strings(value: &mut Value, names: &[String]) -> bool {
    match value {
        Value::String(text) => match without(text, names) {
            Some(other) => {
                *text = other;
                true
            }
            None => false,
        },
        Value::Array(values) => values.iter_mut().fold(false, |any, value| in_strings(value, names) | any),
        Value::Object(values) => values.values_mut().fold(false, |any, value| in_strings(value, names) | any),
        _ => false,
    }
}

/// A text without names that stand in it as whole words; none if there are none.
fn without(text: &str, names: &[String]) -> Option<String> {
    let mut left = text.to_owned();
    for name in names {
        let mut from = 0;
        while let Some(at) = left.get(from..).and_then(|rest| rest.find(name.as_str())) {
            let (start, end) = (from + at, from + at + name.len());
            let letter = |near: Option<char>| near.is_some_and(char::is_alphanumeric);
            if letter(left[..start].chars().next_back()) || letter(left[end..].chars().next()) {
                from = end;
            } else {
                let word = say("erased");
                left.replace_range(start..end, &word);
                from = start + word.len();
            }
        }
    }
    (left != text).then_some(left)
}

/// Items whose title or text mentions a name.
pub(crate) fn mentions(backlog: &Backlog, name: &str) -> Vec<ItemId> {
    let name = fold(name);
    let mut found: Vec<ItemId> =
        backlog.entries().filter(|entry| entry.folded.contains(&name)).map(|entry| entry.item.id).collect();
    found.sort_unstable();
    found
}
