//! Jira's exports: Cloud and Server, in any language, with everything or a few columns.
//!
//! The order of the file means nothing there: the backlog's order is the custom field Rank.

use crate::mapping::{Field, custom_field, field_of, fold};

/// Recognises an export by its custom fields, by the column of keys in some language, or by the
/// columns of a list copied from a timeline.
pub(crate) fn is_jira(header: &[String], folded: &[String]) -> bool {
    const KEYS: &[&str] = &["issuekey", "workitemkey", "parentkey", "lastviewed"];
    let has = |word: &str| folded.iter().any(|header| header == word);
    if header.iter().any(|header| custom_field(header).is_some()) || KEYS.iter().any(|key| has(key)) {
        return true;
    }
    let is = |header: &&String, wanted: Field, goodness: u8| field_of(header) == Some((wanted, goodness));
    let key = header.iter().find(|header| is(header, Field::ExternalId, 0));
    let kind = header.iter().any(|header| is(&header, Field::Kind, 0));
    let title = header.iter().any(|header| is(&header, Field::Title, 0));
    kind && title && key.is_some_and(|key| !matches!(fold(key).as_str(), "externalid" | "ref" | "iid"))
}

/// Corrects what a header means in Jira only.
///
/// `Estimate` without "point" is a time there, `Parent summary` and the like are no titles, and a
/// custom field called Title or Description must not hide the real one.
pub(crate) fn adjust(fields: &mut [Option<(Field, u8)>], chosen: &[bool], header: &[String]) {
    for ((slot, header), is_chosen) in fields.iter_mut().zip(header).zip(chosen) {
        let Some((field, goodness)) = slot else { continue };
        if *is_chosen {
            continue;
        }
        if custom_field(header).is_some() {
            match field {
                Field::Size | Field::Rank | Field::Parent | Field::Sprint | Field::Ignore => {}
                Field::Started | Field::Done if fold(header).contains("startdate") => *goodness = 2,
                _ => *slot = None,
            }
        } else if *field == Field::Size && fold(header).contains("estimat") && !fold(header).contains("point")
        {
            *slot = None;
        }
    }
}
