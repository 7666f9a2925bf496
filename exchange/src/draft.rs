//! Items between the file and the import: what rows say, settled against each other.

use crate::import::{Format, Notes, Order, SeenState, resolution_counts};
use crate::mapping::fold;
use crate::states::state_of;
use cairn_core::backlog::State;
use cairn_core::import::{ImportedItem, ImportedSprint};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap, HashSet};

/// One item with what only matters until the whole file is read.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub item: ImportedItem,
    /// A second id, by which only parents are named.
    pub internal_id: Option<String>,
    pub rank: Option<String>,
    /// The other tool's group of states.
    pub group: Option<String>,
    pub resolution: Option<String>,
    pub finished: Option<bool>,
    pub updated_on: Option<NaiveDate>,
    pub state_changed_on: Option<NaiveDate>,
    /// Depth in a tree that is told by columns, from 0; `None` where there is no tree.
    pub level: Option<usize>,
    pub is_pull_request: bool,
    /// The Sprints the row names, the newest last.
    pub sprints: Vec<ImportedSprint>,
}

impl Draft {
    /// Starts an empty item at a line.
    pub fn at(line: usize) -> Self {
        Self {
            item: ImportedItem {
                line,
                external_id: None,
                title: String::new(),
                kind: None,
                state: None,
                source_state: None,
                size: None,
                labels: Vec::new(),
                parent: None,
                body: None,
                url: None,
                sprints: Vec::new(),
                created_on: None,
                started_on: None,
                done_on: None,
                stages: Vec::new(),
            },
            internal_id: None,
            rank: None,
            group: None,
            resolution: None,
            finished: None,
            updated_on: None,
            state_changed_on: None,
            level: None,
            is_pull_request: false,
            sprints: Vec::new(),
        }
    }

    /// Returns the newest day the item proves the file to know of; due dates prove nothing.
    pub fn newest(&self) -> Option<NaiveDate> {
        [self.item.created_on, self.updated_on, self.item.done_on, self.state_changed_on]
            .into_iter()
            .flatten()
            .max()
    }
}

/// Cells that could not be understood, by the header of their column.
#[derive(Debug, Default)]
pub(crate) struct Unreadable {
    pub dates: BTreeMap<String, usize>,
    pub sizes: BTreeMap<String, usize>,
}

impl Unreadable {
    pub fn warn(&self, notes: &mut Notes) {
        for (key, cells) in
            [("import-unreadable-dates", &self.dates), ("import-unreadable-sizes", &self.sizes)]
        {
            for (column, count) in cells {
                notes.warnings.push(cairn_core::words::tell(
                    key,
                    &[("count", (*count).into()), ("column", column.as_str().into())],
                ));
            }
        }
    }
}

/// Gives each item its state in Cairn's words, and tells which words the file used.
///
/// A chosen meaning wins. Else the tool's own group of states decides between done and not done,
/// and the word within it. Without any state, a done date makes it Done and nothing is said
/// otherwise, so that a later import of a list without states resets none.
pub(crate) fn settle_states(
    drafts: &mut [Draft],
    chosen: &BTreeMap<String, State>,
    format: Format,
) -> Vec<SeenState> {
    let mut seen: Vec<(SeenState, BTreeMap<State, usize>)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for draft in drafts {
        let (state, known) = state_for(draft, chosen, format);
        draft.item.state = state;
        if state == Some(State::Done) && draft.item.done_on.is_none() {
            draft.item.done_on = draft.state_changed_on;
        }
        if let (Some(word), Some(state)) = (&draft.item.source_state, state) {
            let place = *places.entry(word.clone()).or_insert_with(|| {
                seen.push((SeenState { word: word.clone(), count: 0, state, known: true }, BTreeMap::new()));
                seen.len() - 1
            });
            if let Some((entry, counts)) = seen.get_mut(place) {
                entry.count += 1;
                entry.known &= known;
                *counts.entry(state).or_default() += 1;
            }
        }
    }
    seen.into_iter()
        .map(|(mut entry, counts)| {
            entry.state =
                counts.into_iter().max_by_key(|(_, count)| *count).map_or(entry.state, |(state, _)| state);
            entry
        })
        .collect()
}

fn state_for(draft: &Draft, chosen: &BTreeMap<String, State>, format: Format) -> (Option<State>, bool) {
    let word = draft.item.source_state.as_deref();
    if let Some(state) = word.and_then(|word| chosen.get(&fold(word))) {
        return (Some(*state), true);
    }
    let by_word = word.and_then(state_of);
    let group = if draft.finished == Some(true) {
        Some(State::Done)
    } else {
        draft.group.as_deref().and_then(state_of)
    };
    let (state, known) = match (by_word, group) {
        (Some(State::NotDoing), _) => (Some(State::NotDoing), true),
        (_, Some(State::Done)) => (Some(State::Done), true),
        (Some(State::Done) | None, Some(group)) => (Some(group), true),
        (Some(state), _) => (Some(state), true),
        (None, None) if word.is_some() => (Some(State::NeedsConversation), false),
        (None, None) => (draft.item.done_on.map(|_| State::Done), true),
    };
    let not_done =
        draft.resolution.as_deref().is_some_and(|resolution| resolution_counts(format, resolution));
    if state == Some(State::Done) && not_done { (Some(State::NotDoing), known) } else { (state, known) }
}

/// Keeps the last of several rows with one id: tools that repeat an item write its newest words last.
pub(crate) fn settle_duplicates(drafts: &mut Vec<Draft>, notes: &mut Notes) {
    let mut last: HashMap<String, usize> = HashMap::new();
    for (index, draft) in drafts.iter().enumerate() {
        if let Some(id) = &draft.item.external_id {
            last.insert(id.clone(), index);
        }
    }
    let mut repeated = Vec::new();
    let mut index = 0;
    drafts.retain(|draft| {
        let stays = draft.item.external_id.as_ref().is_none_or(|id| last.get(id) == Some(&index));
        if !stays {
            notes.skip(draft.item.line, "import-row-repeated");
            repeated.extend(draft.item.external_id.clone());
        }
        index += 1;
        stays
    });
    repeated.dedup();
    notes.warn_names("import-repeated-ids", &repeated);
}

/// Names each parent by its external id, whether the file names it by id, second id or title;
/// a parent that leads back to the item itself is dropped.
pub(crate) fn settle_parents(drafts: &mut [Draft], notes: &mut Notes) {
    let mut trail: Vec<Option<String>> = Vec::new();
    for draft in drafts.iter_mut() {
        let Some(level) = draft.level else { continue };
        trail.truncate(level);
        if draft.item.parent.is_none() {
            draft.item.parent = trail.iter().rev().flatten().next().cloned();
        }
        trail.resize(level, None);
        trail.push(draft.item.external_id.clone());
    }
    let mut ids = HashSet::new();
    let mut others: HashMap<&str, &str> = HashMap::new();
    let mut titles: HashMap<&str, Option<&str>> = HashMap::new();
    for draft in drafts.iter() {
        let Some(id) = draft.item.external_id.as_deref() else { continue };
        ids.insert(id);
        if let Some(internal) = draft.internal_id.as_deref() {
            others.insert(internal, id);
        }
        titles.entry(&draft.item.title).and_modify(|known| *known = None).or_insert(Some(id));
    }
    let found: Vec<Option<String>> = drafts
        .iter()
        .map(|draft| {
            let parent = draft.item.parent.as_deref()?;
            if ids.contains(parent) {
                return Some(parent.to_owned());
            }
            let name = parent.split(" (http").next().unwrap_or(parent).trim();
            let id = others
                .get(parent)
                .or_else(|| others.get(parent.trim_start_matches('#')))
                .copied()
                .or_else(|| ids.get(parent.trim_start_matches('#')).copied())
                .or_else(|| titles.get(name).copied().flatten());
            Some(id.unwrap_or(parent).to_owned())
        })
        .collect();
    for (draft, parent) in drafts.iter_mut().zip(found) {
        draft.item.parent = parent;
    }
    drop_circles(drafts, notes);
}

fn drop_circles(drafts: &mut [Draft], notes: &mut Notes) {
    let parents: HashMap<String, String> = drafts
        .iter()
        .filter_map(|draft| Some((draft.item.external_id.clone()?, draft.item.parent.clone()?)))
        .collect();
    // Each id is walked once: what is known to lead to an end is not walked again.
    let mut ends: HashSet<&str> = HashSet::new();
    let mut circle: HashSet<String> = HashSet::new();
    for start in parents.keys() {
        let mut path: Vec<&str> = Vec::new();
        let mut on_path: HashSet<&str> = HashSet::new();
        let mut at = start.as_str();
        while !ends.contains(at) && on_path.insert(at) {
            path.push(at);
            match parents.get(at) {
                Some(parent) => at = parent,
                None => break,
            }
        }
        if !ends.contains(at)
            && parents.contains_key(at)
            && let Some(from) = path.iter().position(|id| *id == at)
        {
            circle.extend(path.iter().skip(from).map(|id| (*id).to_owned()));
        }
        ends.extend(path);
    }
    let mut named = Vec::new();
    for draft in drafts {
        if let Some(id) = draft.item.external_id.as_ref().filter(|id| circle.contains(*id)) {
            named.push(id.clone());
            draft.item.parent = None;
        }
    }
    notes.warn_names("import-parents-in-a-circle", &named);
}

/// Names the Sprints of each item and returns all of them in the order of their first naming, with
/// the days that a row has first for each; days in the wrong order are left out.
pub(crate) fn settle_sprints(drafts: &mut [Draft], notes: &mut Notes) -> Vec<ImportedSprint> {
    let mut sprints: Vec<ImportedSprint> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for draft in drafts {
        for named in std::mem::take(&mut draft.sprints) {
            let place = *places.entry(named.name.clone()).or_insert(sprints.len());
            match sprints.get_mut(place) {
                Some(known) => {
                    known.first = known.first.or(named.first);
                    known.last = known.last.or(named.last);
                }
                None => sprints.push(named.clone()),
            }
            if !draft.item.sprints.contains(&named.name) {
                draft.item.sprints.push(named.name);
            }
        }
    }
    let mut turned = Vec::new();
    for sprint in &mut sprints {
        if sprint.first.zip(sprint.last).is_some_and(|(first, last)| last < first) {
            (sprint.first, sprint.last) = (None, None);
            turned.push(sprint.name.clone());
        }
    }
    notes.warn_names("import-sprint-days-turned", &turned);
    // Many tools end a Sprint on the day, often at the midnight, on which the next one begins.
    let begins: HashSet<NaiveDate> = sprints.iter().filter_map(|sprint| sprint.first).collect();
    for sprint in &mut sprints {
        let shared = sprint.last.filter(|last| begins.contains(last) && sprint.first < Some(*last));
        sprint.last = shared.and_then(|last| last.pred_opt()).or(sprint.last);
    }
    sprints
}

/// Sorts by rank where the file has one; rows without a rank follow in the order of the file.
pub(crate) fn settle_order(drafts: &mut [Draft]) -> Order {
    let ranks: Vec<&str> = drafts.iter().filter_map(|draft| draft.rank.as_deref()).collect();
    if ranks.is_empty() {
        return Order::File;
    }
    if ranks.iter().all(|rank| number(rank).is_some()) {
        drafts.sort_by(|a, b| {
            let place = |draft: &Draft| draft.rank.as_deref().and_then(number).unwrap_or(f64::INFINITY);
            place(a).total_cmp(&place(b))
        });
        return Order::Number;
    }
    if ranks.iter().all(|rank| is_lexorank(rank)) {
        drafts.sort_by(|a, b| match (&a.rank, &b.rank) {
            (Some(a), Some(b)) => a.as_bytes().cmp(b.as_bytes()),
            (a, b) => b.is_some().cmp(&a.is_some()),
        });
        return Order::Rank;
    }
    Order::File
}

/// Whether a cell is a rank of Jira, such as `0|i001wn:` or `0|i001nb:i`.
pub(crate) fn is_lexorank(text: &str) -> bool {
    let Some((bucket, rest)) = text.split_once('|') else { return false };
    bucket.len() == 1
        && bucket.bytes().all(|byte| byte.is_ascii_digit())
        && rest.contains(':')
        && rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b':')
}

/// Reads a number with a point or a comma; only finite ones count.
pub(crate) fn number(text: &str) -> Option<f64> {
    let text = text.trim().replace(',', ".");
    text.parse::<f64>().ok().filter(|value| value.is_finite())
}
