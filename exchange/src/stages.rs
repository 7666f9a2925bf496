//! Tables with a column for each stage of the work, holding the day it was entered
//! (ActionableAgile and its like): the last stage is done.

use crate::columns::{Column, Values};
use crate::draft::Draft;
use crate::mapping::{Field, field_of};
use chrono::NaiveDate;
use std::ops::Range;

/// Finds the stages: after id, maybe address, and title, the columns that hold nothing but dates.
///
/// Columns every tool has, such as Created and Closed alone, are no stages: at least one header must
/// be a word of the team's own.
pub(crate) fn find(header: &[String], values: &[Values]) -> Option<Range<usize>> {
    let field = |index: usize| header.get(index).and_then(|header| field_of(header)).map(|(field, _)| field);
    if field(0) != Some(Field::ExternalId) {
        return None;
    }
    let from = match (field(1), field(2)) {
        (Some(Field::Title), _) => 2,
        (_, Some(Field::Title)) => 3,
        _ => return None,
    };
    let length = values.iter().skip(from).take_while(|values| values.filled == values.dates).count();
    let to = from + length;
    let stages = || values.get(from..to).into_iter().flatten();
    let filled = stages().filter(|values| values.filled > 0).count();
    let own = (from..to).filter(|index| !field(*index).is_some_and(Field::is_date)).count();
    let blank_end = stages().rev().take_while(|values| values.filled == 0).count();
    let is_attribute =
        |index: usize| field(index).is_some_and(|field| field != Field::Done && field != Field::State);
    let mut to = to;
    // Blank attributes at the end look like stages nobody entered.
    for _ in 0..blank_end {
        if to > from && is_attribute(to - 1) {
            to -= 1;
        }
    }
    (length >= 2 && filled >= 2 && own >= 1).then_some(from..to)
}

/// Makes the last stage the done date and the ones between the start.
pub(crate) fn adjust(fields: &mut [Option<(Field, u8)>], stages: Range<usize>) {
    let has_created = fields.iter().enumerate().any(|(index, slot)| {
        !stages.contains(&index) && slot.is_some_and(|(field, _)| field == Field::Created)
    });
    for (index, slot) in fields.iter_mut().enumerate() {
        if stages.contains(&index) {
            *slot = if index + 1 == stages.end {
                Some((Field::Done, 0))
            } else if index == stages.start {
                (!has_created).then_some((Field::Created, 0))
            } else {
                Some((Field::Started, u8::try_from(index - stages.start).unwrap_or(u8::MAX)))
            };
        } else if slot.is_some_and(|(field, _)| matches!(field, Field::Done | Field::Started)) {
            *slot = None;
        }
    }
}

/// Takes the day each stage was entered, and tells the state by the last of them where the file has
/// no column of states.
pub(crate) fn read(
    draft: &mut Draft,
    entered: impl Fn(usize) -> Option<NaiveDate>,
    stages: Range<usize>,
    columns: &[Column],
) {
    draft.item.stages = stages.clone().map(entered).collect();
    if draft.item.source_state.is_some() {
        return;
    }
    let Some(last) = draft.item.stages.iter().rposition(Option::is_some) else { return };
    draft.item.source_state = columns.get(stages.start + last).map(|column| column.header.clone());
    draft.group = if last + 1 == stages.len() {
        Some("done".to_owned())
    } else if last == 0 {
        Some("to do".to_owned())
    } else {
        Some("in progress".to_owned())
    };
}
