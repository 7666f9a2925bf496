//! The columns of a table: what each holds, found by its header, its values, and the tool it is from.

use crate::azure;
use crate::date::{self, Evidence, First};
use crate::draft::{Draft, Unreadable, is_lexorank, number};
use crate::import::{Format, Notes, Options};
use crate::jira;
use crate::mapping::{Field, field_of, fold};
use crate::refusal::Refusal;
use crate::sprint;
use crate::stages;
use crate::states::{state_of, yes_or_no};
use crate::table::{Row, Table};
use chrono::NaiveDate;
use csv::StringRecord;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How many filled cells of a column are looked at to see what they are.
const LOOKED_AT: usize = 300;
/// How many examples the preview shows.
const SAMPLES: usize = 3;
/// How many characters of an example are shown.
const SAMPLE_LENGTH: usize = 80;

/// One column as the preview shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// The header as written.
    pub header: String,
    /// What it holds; `None` for columns that are not read.
    pub field: Option<Field>,
    /// The first different values.
    pub samples: Vec<String>,
}

/// What the values of a column look like.
#[derive(Debug, Default, Clone)]
pub(crate) struct Values {
    pub samples: Vec<String>,
    pub filled: usize,
    pub dates: usize,
    pub ranks: usize,
    pub bools: usize,
    pub numbers: usize,
    pub keys: usize,
    pub states: usize,
    pub evidence: Evidence,
}

impl Values {
    fn look_at(&mut self, cell: &str, is_date: bool) {
        let cell = cell.trim();
        if cell.is_empty() {
            return;
        }
        if is_date {
            self.evidence.look_at(cell);
        }
        if self.filled >= LOOKED_AT {
            return;
        }
        self.filled += 1;
        if self.samples.len() < SAMPLES {
            let sample: String = cell.chars().take(SAMPLE_LENGTH).collect();
            if !self.samples.contains(&sample) {
                self.samples.push(sample);
            }
        }
        if cell.len() > 80 {
            return;
        }
        self.numbers += usize::from(number(cell).is_some());
        self.ranks += usize::from(is_lexorank(cell));
        self.bools += usize::from(yes_or_no(cell).is_some());
        self.keys += usize::from(is_key(cell));
        self.states += usize::from(state_of(cell).is_some());
        if !is_date {
            self.evidence.look_at(cell);
        }
        let utc = chrono::FixedOffset::east_opt(0);
        let day = |first| utc.and_then(|utc| date::parse_written(cell, first, utc));
        self.dates += usize::from(day(First::Day).or_else(|| day(First::Month)).is_some());
    }

    pub fn all(&self, count: usize) -> bool {
        self.filled > 0 && count == self.filled
    }
}

/// Whether a cell is a key such as `CRA-1181`.
fn is_key(text: &str) -> bool {
    text.split_once('-').is_some_and(|(project, number)| {
        project.starts_with(|c: char| c.is_ascii_uppercase())
            && project.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
            && !number.is_empty()
            && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// How the columns of one table are read.
#[derive(Debug)]
pub(crate) struct Columns {
    pub format: Format,
    pub shown: Vec<Column>,
    /// Columns of each field, the best source first.
    sources: Vec<(Field, Vec<usize>)>,
    orders: Vec<First>,
    stages: Option<std::ops::Range<usize>>,
    levels: Vec<usize>,
    /// Whether a `'` before a formula is taken off.
    unguard: bool,
}

/// Finds out what the columns of a table hold.
pub(crate) fn of(
    table: &Table<'_>,
    options: &Options,
    notes: &mut Notes,
    watch: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Columns, Refusal> {
    let header = &table.header;
    let mut fields: Vec<Option<(Field, u8)>> = header.iter().map(|header| field_of(header)).collect();
    let mut chosen = vec![false; header.len()];
    for (name, field) in &options.fields {
        let folded = fold(name);
        let by_number = name.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let by_name = header.iter().any(|header| fold(header) == folded);
        let mut found = false;
        for (index, header) in header.iter().enumerate() {
            if if by_name { fold(header) == folded } else { by_number == Some(index) } {
                found = true;
                if let (Some(slot), Some(chosen)) = (fields.get_mut(index), chosen.get_mut(index)) {
                    *slot = Some((*field, 0));
                    *chosen = true;
                }
            }
        }
        if !found {
            return Err(
                Refusal::with("import-unknown-column", "column", name).and("columns", header.join(", "))
            );
        }
    }
    // A choice takes the place of what was found for the same field.
    for (slot, is_chosen) in fields.iter_mut().zip(&chosen) {
        let taken = slot.is_some_and(|(field, _)| options.fields.iter().any(|(_, other)| *other == field));
        if taken && !is_chosen {
            *slot = None;
        }
    }
    let values = look(table, &fields, watch)?;
    let stages = if chosen.contains(&true) { None } else { stages::find(header, &values) };
    let format = format_of(header, &values, stages.is_some());
    by_values(&mut fields, &chosen, header, &values, notes)?;
    if format == Format::Jira {
        jira::adjust(&mut fields, &chosen, header);
    }
    if let Some(stages) = &stages {
        stages::adjust(&mut fields, stages.clone());
    }
    only_the_best(&mut fields);
    if !fields.iter().flatten().any(|(field, _)| *field == Field::Title) {
        return Err(Refusal::with("import-no-title", "columns", header.join(", ")));
    }
    let orders = orders(&fields, &values, header, format, options, notes);
    let mut sources: Vec<(Field, Vec<usize>)> = Vec::new();
    for (field, _) in Field::NAMES {
        let mut of_field: Vec<(u8, usize)> = fields
            .iter()
            .enumerate()
            .filter_map(|(index, slot)| {
                slot.filter(|(found, _)| *found == field).map(|(_, goodness)| (goodness, index))
            })
            .collect();
        of_field.sort_unstable();
        if !of_field.is_empty() {
            sources.push((field, of_field.into_iter().map(|(_, index)| index).collect()));
        }
    }
    let levels = if format == Format::Azure { azure::levels(header) } else { Vec::new() };
    // A file whose cells start with a formula as it is was not guarded, so nothing is taken off.
    let naked = values.iter().any(|values| {
        values.samples.iter().any(|sample| {
            sample.starts_with(['=', '+', '@'])
                || (sample.starts_with('-') && sample.len() > 1 && number(sample).is_none())
        })
    });
    let unguard = matches!(format, Format::Linear | Format::Gitlab) || (format == Format::Cairn && !naked);
    let shown = header
        .iter()
        .zip(&fields)
        .zip(values)
        .map(|((header, field), values)| Column {
            header: header.clone(),
            field: field.map(|(field, _)| field),
            samples: values.samples,
        })
        .collect();
    Ok(Columns { format, shown, sources, orders, stages, levels, unguard })
}

/// Looks at the values of every column.
fn look(
    table: &Table<'_>,
    fields: &[Option<(Field, u8)>],
    watch: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Vec<Values>, Refusal> {
    let mut values = vec![Values::default(); table.header.len()];
    let mut rows = table.rows();
    let mut record = StringRecord::new();
    let mut count = 0_usize;
    while let Some(row) = rows.next(&mut record) {
        count += 1;
        for ((values, field), cell) in values.iter_mut().zip(fields).zip(row.cells) {
            let is_date = field.is_some_and(|(field, _)| field.is_date());
            if is_date || values.filled < LOOKED_AT {
                values.look_at(cell, is_date);
            }
        }
        if count.is_multiple_of(512) && !watch(rows.at() / 2, table.len()) {
            return Err(Refusal::new("import-cancelled"));
        }
    }
    Ok(values)
}

/// Corrects by the values what the headers alone say, and finds what they don't say.
fn by_values(
    fields: &mut [Option<(Field, u8)>],
    chosen: &[bool],
    header: &[String],
    values: &[Values],
    notes: &mut Notes,
) -> Result<(), Refusal> {
    let has = |fields: &[Option<(Field, u8)>], wanted: Field| {
        fields.iter().flatten().any(|(field, _)| *field == wanted)
    };
    let has_state = fields.iter().flatten().any(|(field, goodness)| *field == Field::State && *goodness == 0);
    for ((slot, values), is_chosen) in fields.iter_mut().zip(values).zip(chosen) {
        if *is_chosen {
            continue;
        }
        match slot {
            Some((field @ Field::Done, _)) if values.all(values.bools) => {
                *field = if has_state { Field::Finished } else { Field::State };
            }
            // A section or list only tells states when some of its words are states.
            Some((field @ Field::State, 1..)) if values.filled > 0 && (values.states == 0 || has_state) => {
                *field = Field::Labels;
            }
            Some((Field::Rank, _)) if !values.all(values.ranks) && !values.all(values.numbers) => {
                *slot = None
            }
            None if values.all(values.ranks) => *slot = Some((Field::Rank, 3)),
            _ => {}
        }
    }
    let mut free = fields.iter_mut().zip(values);
    let has_id =
        values.len() > 1 && free.any(|(slot, _)| slot.is_some_and(|(field, _)| field == Field::ExternalId));
    if !has_id
        && let Some((slot, _)) =
            fields.iter_mut().zip(values).find(|(slot, values)| slot.is_none() && values.all(values.keys))
    {
        *slot = Some((Field::ExternalId, 3));
    }
    if has(fields, Field::Title) {
        return Ok(());
    }
    // Without a title, the text of the item serves; without that, the first column with words in it.
    if let Some(slot) = fields.iter_mut().find(|slot| slot.is_some_and(|(field, _)| field == Field::Body)) {
        *slot = Some((Field::Title, 3));
        return Ok(());
    }
    let wordy = |values: &Values| {
        values.filled > 0
            && [values.dates, values.numbers, values.ranks, values.bools, values.keys, values.states]
                .iter()
                .all(|count| *count * 2 < values.filled)
    };
    let found =
        fields.iter_mut().zip(values).zip(header).find(|((slot, values), _)| slot.is_none() && wordy(values));
    if let Some(((slot, _), header)) = found {
        *slot = Some((Field::Title, 3));
        notes.warn_names("import-title-guessed", &[header]);
        return Ok(());
    }
    Err(Refusal::with("import-no-title", "columns", header.join(", ")))
}

/// Leaves the best source of fields that have one value; worse ones are shown as not read.
fn only_the_best(fields: &mut [Option<(Field, u8)>]) {
    for field in
        [Field::Title, Field::State, Field::Kind, Field::Body, Field::Url, Field::Rank, Field::ExternalId]
    {
        let best =
            fields.iter().flatten().filter(|(other, _)| *other == field).map(|(_, goodness)| *goodness).min();
        let mut first = true;
        for slot in fields.iter_mut() {
            let Some((other, goodness)) = *slot else { continue };
            if other != field {
                continue;
            }
            let is_best = Some(goodness) == best && (first || matches!(field, Field::Title | Field::Rank));
            if is_best {
                first = false;
            } else {
                *slot = (field == Field::ExternalId).then_some((Field::InternalId, goodness));
            }
        }
    }
}

/// Decides for each date column which number is the day.
fn orders(
    fields: &[Option<(Field, u8)>],
    values: &[Values],
    header: &[String],
    format: Format,
    options: &Options,
    notes: &mut Notes,
) -> Vec<First> {
    let mut together = Evidence::default();
    for (_, values) in
        fields.iter().zip(values).filter(|(slot, _)| slot.is_some_and(|(field, _)| field.is_date()))
    {
        together.add(&values.evidence);
    }
    let mut unsure = Vec::new();
    let orders = fields
        .iter()
        .zip(values)
        .zip(header)
        .map(|((slot, values), header)| {
            if let Some(first) =
                options.first().or_else(|| values.evidence.proven()).or_else(|| together.proven())
            {
                return first;
            }
            if slot.is_some_and(|(field, _)| field.is_date())
                && values.evidence.is_ambiguous()
                && format != Format::Jira
            {
                unsure.push(header.clone());
            }
            // Jira's list of a timeline writes M/D/YY; its other dates name the month.
            if format == Format::Jira { First::Month } else { together.likely() }
        })
        .collect();
    let key = if together.likely() == First::Day {
        "import-day-first-guessed"
    } else {
        "import-month-first-guessed"
    };
    notes.warn_names(key, &unsure);
    orders
}

/// Recognises the tool by its headers.
fn format_of(header: &[String], values: &[Values], has_stages: bool) -> Format {
    let folded: Vec<String> = header.iter().map(|header| fold(header)).collect();
    let all = |words: &str| words.split(' ').all(|word| folded.iter().any(|header| header == word));
    if all("position externalid partof wantedby") {
        Format::Cairn
    } else if jira::is_jira(header, &folded) {
        Format::Jira
    } else if azure::is_azure(&folded) {
        Format::Azure
    } else if all("cardname listname") {
        Format::TrelloCsv
    } else if all("modulename cyclename completedat") {
        Format::Plane
    } else if all("title cyclename completed") {
        Format::Linear
    } else if all("issueid url title state") && (all("authorusername") || all("createdatutc")) {
        Format::Gitlab
    } else if all("title url assignees status")
        || (all("title url")
            && folded.iter().zip(values).any(|(header, values)| {
                header == "url" && values.samples.iter().any(|url| url.contains("github.com/"))
            }))
    {
        Format::GithubProject
    } else if all("taskid sectioncolumn") {
        Format::Asana
    } else if all("id name iscompleted epiclabels") {
        Format::Shortcut
    } else if all("currentstate acceptedat") {
        Format::Pivotal
    } else if all("ref subject backlogorder") {
        Format::Taiga
    } else if folded == ["project", "epic", "workitem"] {
        Format::VersionOne
    } else if has_stages {
        Format::ActionableAgile
    } else if all("parentreferenceid closeddate") {
        Format::Lighthouse
    } else {
        Format::Table
    }
}

impl Columns {
    /// The names of the stages in their order; none where the columns hold no stages.
    pub fn stages(&self) -> Vec<String> {
        let columns = self.stages.clone().and_then(|stages| self.shown.get(stages));
        columns.unwrap_or_default().iter().map(|column| column.header.clone()).collect()
    }

    /// Reads one row.
    pub fn draft(&self, row: &Row<'_>, options: &Options, bad: &mut Unreadable) -> Draft {
        let mut draft = Draft::at(row.line);
        let text = |field| self.first(row, field).map(|(_, cell)| self.plain(cell).to_owned());
        let mut day = |field| self.day(row, field, options, bad);
        draft.item.created_on = day(Field::Created);
        draft.item.started_on = day(Field::Started);
        draft.item.done_on = day(Field::Done);
        draft.updated_on = day(Field::Updated);
        draft.state_changed_on = day(Field::StateChanged);
        let (starts, ends) = (day(Field::SprintStart), day(Field::SprintEnd));
        draft.item.external_id = text(Field::ExternalId);
        draft.internal_id = text(Field::InternalId);
        if draft.item.external_id.is_none() && self.format == Format::Cairn {
            draft.item.external_id = draft.internal_id.clone();
        }
        if let Some((index, cell)) = self.first(row, Field::Title) {
            draft.item.title = one_line(self.plain(cell));
            draft.level = self.levels.iter().position(|level| *level == index);
        }
        draft.item.kind = text(Field::Kind).map(|kind| kind_of(&kind));
        draft.item.source_state = text(Field::State);
        draft.group = text(Field::StateGroup);
        draft.resolution = text(Field::Resolution);
        draft.finished = text(Field::Finished).and_then(|cell| yes_or_no(&cell));
        draft.item.size = self.size(row, bad);
        draft.item.labels = self.labels(row);
        draft.item.parent = text(Field::Parent).filter(|parent| !date::is_blank(parent));
        draft.item.body = text(Field::Body);
        draft.item.url = text(Field::Url);
        draft.rank = text(Field::Rank);
        let named = self.cells(row, Field::Sprint).filter(|(_, cell)| !date::is_blank(cell));
        let named = named.filter_map(|(_, cell)| sprint::of_cell(self.plain(cell), self.format, options));
        // Linear names one cycle in two columns, by its name and by its number.
        draft.sprints = named.take(if self.format == Format::Linear { 1 } else { usize::MAX }).collect();
        if let Some(newest) = draft.sprints.last_mut() {
            newest.first = newest.first.or(starts);
            newest.last = newest.last.or(ends);
        }
        if let Some(stages) = &self.stages {
            let entered = |index: usize| {
                let first = self.orders.get(index).copied().unwrap_or(First::Day);
                date::parse_written(row.cells.get(index)?, first, options.offset)
            };
            stages::read(&mut draft, entered, stages.clone(), &self.shown);
        }
        match self.format {
            Format::GithubProject => {
                draft.is_pull_request = draft.item.url.as_deref().is_some_and(|url| url.contains("/pull/"));
                if draft.item.external_id.is_none() {
                    draft.item.external_id = draft.item.url.as_deref().and_then(crate::json::github_id);
                }
            }
            Format::VersionOne => {
                if let Some((id, title)) = draft.item.title.split_once(' ').filter(|(id, _)| is_key(id)) {
                    let (id, title) = (id.to_owned(), title.trim().to_owned());
                    draft.item.external_id = Some(id);
                    draft.item.title = title;
                }
            }
            _ => {}
        }
        draft
    }

    /// Returns the filled cells of a field, the best source first.
    fn cells<'r>(
        &self,
        row: &'r Row<'_>,
        field: Field,
    ) -> impl Iterator<Item = (usize, &'r str)> + use<'r, '_> {
        let columns =
            self.sources.iter().find(|(other, _)| *other == field).map(|(_, columns)| columns.as_slice());
        columns
            .unwrap_or_default()
            .iter()
            .filter_map(|index| Some((*index, row.cells.get(*index)?.trim())))
            .filter(|(_, cell)| !cell.is_empty())
    }

    fn first<'r>(&self, row: &'r Row<'_>, field: Field) -> Option<(usize, &'r str)> {
        self.cells(row, field).next()
    }

    fn day(&self, row: &Row<'_>, field: Field, options: &Options, bad: &mut Unreadable) -> Option<NaiveDate> {
        let mut failed = None;
        for (index, cell) in self.cells(row, field).filter(|(_, cell)| !date::is_blank(cell)) {
            let first = self.orders.get(index).copied().unwrap_or(First::Day);
            match date::parse(cell, first, options.offset) {
                Some(day) => return Some(day),
                None => failed = Some(index),
            }
        }
        if let Some(column) = failed.and_then(|index| self.shown.get(index)) {
            *bad.dates.entry(column.header.clone()).or_default() += 1;
        }
        None
    }

    fn size(&self, row: &Row<'_>, bad: &mut Unreadable) -> Option<f64> {
        let mut failed = None;
        for (index, cell) in self.cells(row, Field::Size).filter(|(_, cell)| !date::is_blank(cell)) {
            match size_of(cell) {
                Some(size) => return Some(size),
                None => failed = Some(index),
            }
        }
        if let Some(column) = failed.and_then(|index| self.shown.get(index)) {
            *bad.sizes.entry(column.header.clone()).or_default() += 1;
        }
        None
    }

    fn labels(&self, row: &Row<'_>) -> Vec<String> {
        let mut labels: Vec<String> = Vec::new();
        for (_, cell) in self.cells(row, Field::Labels) {
            // Jira repeats the column for each label, so that a comma is part of the label.
            let parts: Vec<&str> = if self.format == Format::Jira {
                vec![cell]
            } else if cell.contains(';') {
                cell.split(';').collect()
            } else if cell.contains('|') {
                cell.split('|').collect()
            } else {
                cell.split(',').collect()
            };
            for part in parts.iter().map(|part| self.plain(part.trim())).filter(|part| !part.is_empty()) {
                if !labels.iter().any(|label| label == part) {
                    labels.push(part.to_owned());
                }
            }
        }
        labels
    }

    /// Takes off the `'` by which an export keeps a spreadsheet from running a formula.
    fn plain<'c>(&self, cell: &'c str) -> &'c str {
        if self.unguard { unguarded(cell) } else { cell }
    }
}

/// Takes one `'` off a text that starts with a formula behind it.
pub(crate) fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']) => rest,
        _ => text,
    }
}

/// Puts a text on one line.
pub(crate) fn one_line(text: &str) -> String {
    if text.contains(['\n', '\r', '\t']) {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        text.trim().to_owned()
    }
}

/// Reads a size: a number, maybe with its unit; negative ones mean none.
fn size_of(cell: &str) -> Option<f64> {
    let digits = cell.trim_end_matches(|c: char| c.is_alphabetic() || c.is_whitespace() || c == '.');
    let cell = if digits.is_empty() { cell } else { digits };
    match cell {
        "½" => Some(0.5),
        _ => number(cell).filter(|size| *size >= 0.0),
    }
}

/// Names a kind in lower case, the usual ones in Cairn's words.
pub(crate) fn kind_of(word: &str) -> String {
    match fold(word).as_str() {
        "story" | "userstory" | "productbacklogitem" | "historia" | "historiadeusuario" | "recit"
        | "historyjka" | "pbi" | "ストーリー" => "story".to_owned(),
        "bug" | "fehler" | "error" | "blad" | "bogue" | "defect" | "bogues" | "chyba" | "バグ" => {
            "bug".to_owned()
        }
        "spike" => "spike".to_owned(),
        "chore" => "chore".to_owned(),
        "epic" | "epos" | "epik" | "epopeya" | "epopee" => "epic".to_owned(),
        "task" | "aufgabe" | "tache" | "tarea" | "tarefa" | "zadanie" | "taak" | "ukol" => "task".to_owned(),
        _ => one_line(word).to_lowercase(),
    }
}
