//! The pack of a Review as a document: what data say, unless a hand wrote something over it.

mod sections;

use super::{Decided, Kept, SectionKind, SectionLine, ShownItem};
use crate::backlog::Item;
use crate::contact::Question;
use crate::decision::Decision;
use crate::direction::Goal;
use crate::document::{Block, Column, Document, Grid, GridCell, GridRow, Section, Words};
use crate::drawings::{self, short_date};
use crate::forecast::Moved;
use crate::ids::StakeholderId;
use crate::snapshot::{Finish, Since};
use crate::sprint::{Sprint, SprintItem};
use crate::words::{say, tell};
use cairn_charts::Scene;
use chrono::{Datelike, NaiveDate};

/// Names that are told one by one; the others are counted.
const NAMES: usize = 3;

/// A person by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Person {
    pub id: StakeholderId,
    pub name: String,
}

/// A forecast beside what was forecast at the last Review.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ForecastThen {
    /// What it is about.
    pub name: String,
    /// The even and the sure date today.
    pub now: Option<(NaiveDate, NaiveDate)>,
    /// The day of the last Review, with the even and the sure date of then.
    pub then: Option<(NaiveDate, (NaiveDate, NaiveDate))>,
    /// What moved it since.
    pub moved: Option<Moved>,
    pub sentence: String,
    pub basis: String,
    pub notes: Vec<String>,
    pub chart: Scene,
    /// The same for half the width of a printed page.
    pub small_chart: Scene,
}

/// Everything a pack is made of.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Pack {
    pub product: String,
    pub today: NaiveDate,
    /// The percentile dates are said at.
    pub sure: u8,
    pub number: u32,
    pub sprint: Sprint,
    pub decided: Decided,
    /// The day of this Review.
    pub day: Option<NaiveDate>,
    /// The day of the Review before.
    pub before: Option<NaiveDate>,
    pub done: Vec<ShownItem>,
    pub left: Vec<SprintItem>,
    pub goal: Option<Goal>,
    pub changed: Option<Since>,
    pub forecast: Option<ForecastThen>,
    /// Open items that no Sprint holds, in order.
    pub next: Vec<Item>,
    pub finish: Finish,
    /// Decisions that are not taken yet.
    pub wanted: Vec<Decision>,
    /// Decisions since the Review before.
    pub taken: Vec<Decision>,
    /// One open question a person.
    pub questions: Vec<Question>,
    pub people: Vec<Person>,
}

impl Pack {
    /// The sections as a list, hidden ones included.
    pub(crate) fn lines(&self) -> Vec<SectionLine> {
        let line = |kept: &Kept| {
            let made = self.make(kept);
            SectionLine {
                id: kept.name(),
                kind: kept.kind,
                name: self.name(kept),
                said: made.said,
                missing: made.missing,
                fields: kept.fields.clone(),
            }
        };
        self.decided.sections.iter().map(line).collect()
    }

    /// The pack as a document; with the private notes about people and those for the one who
    /// presents, where `notes` has them.
    pub(crate) fn document(&self, notes: Option<Vec<(String, String)>>) -> Document {
        let title = tell("review-title", &[("number", self.number.into())]);
        let shown = self.decided.sections.iter().filter(|kept| kept.fields.shown);
        let mut sections: Vec<Section> = shown.filter_map(|kept| self.section(kept)).collect();
        if notes.is_none() {
            for section in &mut sections {
                section.notes.clear();
            }
        }
        let goes_out = self.goes_out(&sections, notes.as_deref());
        sections.extend(notes.filter(|notes| !notes.is_empty()).map(private));
        Document {
            footer: format!("{}, {title}", self.product),
            when: self.when(),
            product: self.product.clone(),
            basis: self.forecast.as_ref().map(|forecast| forecast.basis.clone()).unwrap_or_default(),
            goes_out,
            sections,
            title,
        }
    }

    /// Day, time and place in words.
    fn when(&self) -> String {
        let fields = &self.decided.fields;
        let day = self.day.map(full_date).unwrap_or_default();
        let parts = [day.as_str(), &fields.time, &fields.place];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// What data say, or what a hand wrote over it.
    fn words(&self, key: impl Into<String>, data: impl Into<String>) -> Words {
        let (key, data) = (key.into(), data.into());
        match self.decided.rewordings.get(&key) {
            None => Words { text: data, key: Some(key), ..Words::default() },
            Some(hand) => {
                Words { text: hand.text.clone(), moved: hand.said != data, data: Some(data), key: Some(key) }
            }
        }
    }

    fn name(&self, kept: &Kept) -> String {
        match kept.kind {
            SectionKind::Text => kept.fields.title.clone(),
            kind => say(&format!("review-name-{}", kind.word().replace('_', "-"))),
        }
    }

    /// A section as it is shown; none where it has nothing to say.
    fn section(&self, kept: &Kept) -> Option<Section> {
        let made = self.make(kept);
        if made.blocks.is_empty() && made.lead.is_none() {
            return None;
        }
        let id = kept.name();
        let (label, title) = match kept.kind {
            SectionKind::Text => (None, Words::fixed(&kept.fields.title)),
            SectionKind::Goal => {
                let goal = &self.sprint.fields.goal;
                let title = if goal.is_empty() { say("review-no-sprint-goal") } else { goal.clone() };
                (Some(say("review-sprint-goal")), self.words("goal.title", title))
            }
            kind => {
                let title = say(&format!("review-title-{}", kind.word().replace('_', "-")));
                (None, self.words(format!("{id}.title"), title))
            }
        };
        Some(Section {
            name: self.name(kept),
            label,
            title,
            lead: made.lead,
            blocks: made.blocks,
            brief: made.brief,
            notes: kept.fields.notes.clone(),
            opening: kept.kind == SectionKind::Goal,
            half: !matches!(kept.kind, SectionKind::Goal | SectionKind::Done | SectionKind::Text),
            id,
        })
    }

    /// "85% by 10 Feb".
    fn by(&self, day: NaiveDate) -> String {
        let day = short_date(day, self.today);
        tell("chart-told-by", &[("percent", self.sure.into()), ("day", day.into())])
    }

    fn names(&self, ids: &[StakeholderId]) -> String {
        let name = |id: &StakeholderId| {
            self.people.iter().find(|person| person.id == *id).map(|person| person.name.clone())
        };
        listed(&ids.iter().filter_map(name).collect::<Vec<_>>())
    }

    /// What leaves with the pack, a sentence each.
    fn goes_out(&self, sections: &[Section], notes: Option<&[(String, String)]>) -> Vec<String> {
        let has = |kind: SectionKind| sections.iter().any(|section| section.id == kind.word());
        let mut people: Vec<StakeholderId> = Vec::new();
        if has(SectionKind::Done) {
            people.extend(self.done.iter().flat_map(|one| one.item.wanted_by.iter()));
        }
        if has(SectionKind::Next) {
            people.extend(self.next.iter().flat_map(|item| item.wanted_by.iter()));
        }
        if has(SectionKind::Questions) {
            people.extend(self.questions.iter().filter_map(|question| question.fields.stakeholder));
        }
        let named: Vec<String> = self
            .people
            .iter()
            .filter(|person| people.contains(&person.id))
            .map(|person| person.name.clone())
            .collect();
        let mut lines = vec![tell("goes-out-sections", &[("count", sections.len().into())])];
        if !named.is_empty() {
            let all = [("count", named.len().into()), ("names", named.join(", ").into())];
            lines.push(tell("goes-out-people", &all));
        }
        lines.push(match notes {
            None => say("goes-out-no-notes"),
            Some(notes) => tell(
                "goes-out-notes",
                &[
                    ("people", notes.len().into()),
                    ("notes", sections.iter().filter(|section| !section.notes.is_empty()).count().into()),
                ],
            ),
        });
        lines
    }
}

/// The private notes about people as a section.
pub(crate) fn private(notes: Vec<(String, String)>) -> Section {
    let row = |(name, note): (String, String)| GridRow {
        id: None,
        cells: vec![GridCell::fixed(name), GridCell::fixed(note)],
    };
    let columns =
        vec![column("review-column-who", 24, false, true), column("review-column-note", 76, false, false)];
    let rows = notes.into_iter().map(row).collect();
    Section {
        id: "private".into(),
        name: say("review-private"),
        label: None,
        title: Words::fixed(say("review-private")),
        lead: None,
        blocks: vec![table("review-private", columns, rows)],
        brief: None,
        notes: String::new(),
        opening: false,
        half: false,
    }
}

pub(crate) fn column(key: &str, share: u16, end: bool, quiet: bool) -> Column {
    Column { head: say(key), share, end, quiet }
}

pub(crate) fn table(key: &str, columns: Vec<Column>, rows: Vec<GridRow>) -> Block {
    Block::Table { table: Grid { name: say(key), columns, rows } }
}

/// The first names of a list, and how many others there are.
pub(crate) fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        names if names.len() <= NAMES => {
            let (last, first) = (names.last().map_or("", String::as_str), &names[..names.len() - 1]);
            tell("list-and", &[("first", first.join(", ").into()), ("last", last.into())])
        }
        names => tell(
            "list-and-more",
            &[("first", names[..NAMES].join(", ").into()), ("count", (names.len() - NAMES).into())],
        ),
    }
}

/// A day with its weekday and year: "Fri 4 Dec 2026".
pub(crate) fn full_date(day: NaiveDate) -> String {
    let weekday = day.weekday().number_from_monday();
    tell(
        "review-full-date",
        &[
            ("weekday", weekday.into()),
            ("day", drawings::short_day(day).into()),
            ("year", day.year().to_string().into()),
        ],
    )
}
