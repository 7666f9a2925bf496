//! The pack of a Review as a document: one function a section, each saying what data say unless a
//! hand wrote something over it.

use super::{Decided, Kept, SectionKind, SectionLine, ShownItem};
use crate::backlog::Item;
use crate::contact::Question;
use crate::decision::Decision;
use crate::direction::Goal;
use crate::document::{Block, Column, Document, Fact, Grid, GridCell, GridRow, Section, Tone, Words};
use crate::drawings::{self, ToldThen, short_date, with_unit};
use crate::forecast::{Moved, long_date};
use crate::ids::StakeholderId;
use crate::snapshot::{Finish, Since};
use crate::sprint::{Met, Sprint, SprintItem};
use crate::words::{say, tell};
use cairn_charts::{Scene, Size};
use chrono::{Datelike, NaiveDate};

/// Moves that are told one by one; the others are counted.
const MOVES: usize = 10;
/// Names that are told one by one; the others are counted.
const NAMES: usize = 3;
/// Items that are not Done are told at length up to so many.
const AT_LENGTH: usize = 2;
/// Width of what a page has room for, in its pixels.
const WIDTH: u32 = 864;

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

/// A section with what the list of sections says of it.
struct Made {
    lead: Option<Words>,
    blocks: Vec<Block>,
    said: String,
    missing: Option<String>,
}

impl Made {
    fn new(said: String, blocks: Vec<Block>) -> Self {
        Self { lead: None, blocks, said, missing: None }
    }

    fn lead(self, lead: Words) -> Self {
        Self { lead: Some(lead), ..self }
    }

    fn missing(self, missing: Option<String>) -> Self {
        Self { missing, ..self }
    }
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
        use SectionKind::{Next, NotDone, Questions, Wanted};
        Some(Section {
            name: self.name(kept),
            label,
            title,
            lead: made.lead,
            blocks: made.blocks,
            notes: kept.fields.notes.clone(),
            opening: kept.kind == SectionKind::Goal,
            half: matches!(kept.kind, NotDone | Next | Questions | Wanted),
            id,
        })
    }

    fn make(&self, kept: &Kept) -> Made {
        match kept.kind {
            SectionKind::Goal => self.sprint_goal(),
            SectionKind::Done => self.done(),
            SectionKind::NotDone => self.not_done(),
            SectionKind::Progress => self.progress(),
            SectionKind::Order => self.order(),
            SectionKind::Forecast => self.forecast(),
            SectionKind::Next => self.next(),
            SectionKind::Wanted => self.wanted(),
            SectionKind::Questions => self.questions(),
            SectionKind::Decisions => self.decisions(),
            SectionKind::Text => {
                let blocks = vec![Block::Markdown { words: Words::fixed(&kept.fields.text) }];
                let empty = kept.fields.text.is_empty();
                Made::new(String::new(), blocks).missing(empty.then(|| say("review-text-empty")))
            }
        }
    }

    fn sprint_goal(&self) -> Made {
        let met = self.sprint.fields.met;
        let said = match met {
            Some(Met::Reached) => say("review-met-reached"),
            Some(Met::Partly) => say("review-met-partly"),
            Some(Met::Missed) => say("review-met-missed"),
            None => say("review-met-open"),
        };
        let tone = match met {
            Some(Met::Reached) => Tone::Good,
            Some(Met::Missed) => Tone::Bad,
            Some(Met::Partly) | None => Tone::Neutral,
        };
        let counted = [("done", self.done.len().into()), ("left", self.left.len().into())];
        let mut blocks = Vec::new();
        if met.is_some() {
            blocks.push(Block::Verdict { text: said.clone(), tone });
        }
        blocks.push(Block::Text { words: self.words("goal.text", tell("review-counted", &counted)) });
        let missing = if self.sprint.fields.goal.is_empty() {
            Some(say("review-goal-missing"))
        } else {
            met.is_none().then(|| say("review-met-missing"))
        };
        Made::new(said, blocks).missing(missing)
    }

    fn done(&self) -> Made {
        let minutes: u32 = self.done.iter().filter_map(|one| one.minutes).map(u32::from).sum();
        let counted = [("count", self.done.len().into()), ("minutes", minutes.into())];
        let said = tell("review-done-said", &counted);
        if self.done.is_empty() {
            return Made::new(said, vec![Block::Text { words: Words::fixed(say("review-done-none")) }]);
        }
        let row = |(place, one): (usize, &ShownItem)| {
            let evidence = one.evidence.as_ref();
            let url = evidence.map(|evidence| evidence.url.clone()).filter(|url| !url.is_empty());
            let checks = evidence
                .map(|evidence| evidence.met())
                .filter(|(_, all)| *all > 0)
                .map(|(met, all)| tell("review-evidence", &[("met", met.into()), ("all", all.into())]));
            let unselected = (!one.selected && !self.nothing_selected()).then(|| say("review-unselected"));
            let open = url.as_ref().map(|_| say("review-try"));
            let small = [checks, unselected, open].into_iter().flatten().collect::<Vec<_>>().join(" · ");
            let title = self.words(format!("done.{}", one.item.id), &one.item.title);
            let minutes = one.minutes.map(|minutes| tell("review-minutes", &[("minutes", minutes.into())]));
            GridRow {
                id: Some(format!("item {}", one.item.id)),
                cells: vec![
                    GridCell::fixed((place + 1).to_string()),
                    GridCell { words: title, small, link: url },
                    GridCell::fixed(self.names(&one.item.wanted_by)),
                    GridCell::fixed(&one.by_whom),
                    GridCell::fixed(minutes.unwrap_or_default()),
                ],
            }
        };
        let columns = vec![
            column("review-column-place", 4, false, true),
            column("review-column-item", 52, false, false),
            column("review-column-for", 22, false, true),
            column("review-column-by", 12, false, true),
            column("review-column-time", 10, true, true),
        ];
        let rows = self.done.iter().enumerate().map(row).collect();
        let lead =
            if minutes > 0 { tell("review-done-lead", &counted) } else { say("review-done-lead-untimed") };
        let untimed = self.done.iter().filter(|one| one.minutes.is_none()).count();
        let missing =
            (untimed > 0 && minutes > 0).then(|| tell("review-done-untimed", &[("count", untimed.into())]));
        Made::new(said, vec![table("review-title-done", columns, rows)])
            .lead(self.words("done.lead", lead))
            .missing(missing)
    }

    /// Whether nothing is known of what was selected, as before Cairn knew the Sprint.
    fn nothing_selected(&self) -> bool {
        self.left.is_empty() && self.done.iter().all(|one| !one.selected)
    }

    fn not_done(&self) -> Made {
        let said = tell("review-items", &[("count", self.left.len().into())]);
        if self.left.is_empty() {
            let words = Words::fixed(say(if self.nothing_selected() {
                "review-left-unknown"
            } else {
                "review-left-none"
            }));
            return Made::new(said, vec![Block::Text { words }]);
        }
        let forecast = |item: &Item| {
            let date = item.position.and_then(|position| self.finish.date_at(self.sure, position));
            date.map(|day| self.by(day))
        };
        let unexplained = self.left.iter().filter(|one| one.why.is_empty()).count();
        let missing =
            (unexplained > 0).then(|| tell("review-left-unexplained", &[("count", unexplained.into())]));
        let title = |one: &SprintItem| self.words(format!("left.{}", one.item.id), &one.item.title);
        let why = |one: &SprintItem| {
            if one.why.is_empty() { say("review-left-no-reason") } else { one.why.clone() }
        };
        let happens = |one: &SprintItem| {
            use crate::sprint::Fate;
            match (one.next.is_empty(), one.became) {
                (false, _) => one.next.clone(),
                (true, Some(Fate::Returned)) => say("review-fate-returned"),
                (true, Some(Fate::Carried)) => say("review-fate-carried"),
                (true, Some(Fate::NotDoing)) => say("review-fate-not-doing"),
                (true, None) => say("review-fate-open"),
            }
        };
        if self.left.len() <= AT_LENGTH {
            let block = |one: &SprintItem| {
                let mut facts =
                    vec![Fact { label: say("review-left-next"), words: Words::fixed(happens(one)) }];
                facts.extend(
                    forecast(&one.item)
                        .map(|day| Fact { label: say("review-left-forecast"), words: Words::fixed(day) }),
                );
                let told =
                    vec![Block::Heading { words: title(one) }, Block::Text { words: Words::fixed(why(one)) }];
                Block::Beside { columns: vec![told, vec![Block::Facts { facts }]] }
            };
            return Made::new(said, self.left.iter().map(block).collect()).missing(missing);
        }
        let row = |one: &SprintItem| GridRow {
            id: Some(format!("item {}", one.item.id)),
            cells: vec![
                GridCell { words: title(one), ..GridCell::default() },
                GridCell::fixed(why(one)),
                GridCell::fixed(happens(one)),
                GridCell::fixed(forecast(&one.item).unwrap_or_default()),
            ],
        };
        let columns = vec![
            column("review-column-item", 32, false, false),
            column("review-column-why", 28, false, true),
            column("review-left-next", 22, false, true),
            column("review-left-forecast", 18, true, true),
        ];
        let rows = self.left.iter().map(row).collect();
        Made::new(said, vec![table("review-title-not-done", columns, rows)]).missing(missing)
    }

    fn progress(&self) -> Made {
        let Some(goal) = &self.goal else {
            return Made::new(say("review-none"), Vec::new()).missing(Some(say("review-no-goal")));
        };
        let lead = self.words("progress.lead", &goal.sentence);
        let Some((measure, last)) = goal.measure.as_ref().zip(goal.readings.last()) else {
            let text = Words::fixed(say("review-goal-unmeasured"));
            return Made::new(say("review-none"), vec![Block::Text { words: text }])
                .lead(lead)
                .missing(Some(say("review-goal-unmeasured")));
        };
        let now = with_unit(last.value, &measure.unit);
        let then = goal.readings.iter().rev().find(|reading| Some(reading.day) <= self.before);
        let then = then.map_or(measure.baseline, |reading| reading.value);
        let said = if then == last.value {
            now.clone()
        } else {
            tell("review-from-to", &[("from", with_unit(then, &measure.unit).into()), ("to", (&*now).into())])
        };
        let number = Block::Number { value: now, caption: measure.what.clone() };
        let scene = drawings::goal_progress(goal, self.today, Size::new(560, 270));
        let figure = Block::Figure { scene: Box::new(scene) };
        let old = self.sprint.fields.first.is_some_and(|first| last.day < first);
        let missing =
            old.then(|| tell("review-goal-old", &[("day", long_date(last.day, self.today).into())]));
        Made::new(said, vec![Block::Beside { columns: vec![vec![number], vec![figure]] }])
            .lead(lead)
            .missing(missing)
    }

    fn order(&self) -> Made {
        let Some(changed) = &self.changed else { return Made::new(say("review-none"), Vec::new()) };
        let counted = [
            ("moves", changed.moves.len().into()),
            ("added", changed.added.len().into()),
            ("declined", changed.declined.len().into()),
            ("day", long_date(changed.day, self.today).into()),
        ];
        let said = tell("review-order-said", &counted);
        if changed.moves.is_empty() && changed.added.is_empty() && changed.declined.is_empty() {
            return Made::new(said, Vec::new());
        }
        // What has a reason is told first; each group the newest first.
        let mut moves: Vec<_> = changed.moves.iter().collect();
        moves.sort_by_key(|line| line.reason.is_none());
        let row = |line: &&crate::snapshot::HistoryLine| GridRow {
            id: line.item.map(|item| format!("item {item}")),
            cells: vec![
                GridCell::fixed(&line.text),
                GridCell::fixed(line.reason.clone().unwrap_or_default()),
                GridCell::fixed(listed(&line.serves)),
            ],
        };
        let mut blocks = Vec::new();
        if !moves.is_empty() {
            let columns = vec![
                column("review-column-move", 44, false, false),
                column("review-column-why", 36, false, true),
                column("review-column-serves", 20, false, true),
            ];
            let rows = moves.iter().take(MOVES).map(row).collect();
            blocks.push(table("review-title-order", columns, rows));
        }
        if moves.len() > MOVES {
            let more = tell("review-order-more", &[("count", (moves.len() - MOVES).into())]);
            blocks.push(Block::Text { words: Words::fixed(more) });
        }
        let lead = self.words("order.lead", tell("review-order-lead", &counted));
        Made::new(said, blocks).lead(lead)
    }

    fn forecast(&self) -> Made {
        let Some(forecast) = &self.forecast else {
            return Made::new(say("review-none"), Vec::new()).missing(Some(say("review-no-forecast")));
        };
        let mut blocks = Vec::new();
        if forecast.now.is_some() {
            let mut told: Vec<ToldThen> = Vec::new();
            told.extend(forecast.then.map(|(day, days)| ToldThen {
                when: tell("review-forecast-then", &[("day", short_date(day, self.today).into())]),
                days: Some(days),
            }));
            told.push(ToldThen { when: say("review-forecast-today"), days: forecast.now });
            let size = Size::new(WIDTH, 160);
            let scene = drawings::ranges(&forecast.name, &told, (self.today, self.sure, size));
            blocks.push(Block::Figure { scene: Box::new(scene) });
        }
        let moved = forecast.moved.map(|moved| moved.sentence(self.sure));
        let text = moved.unwrap_or_else(|| forecast.sentence.clone());
        blocks.push(Block::Text { words: self.words("forecast.text", text) });
        if let Some(moved) = forecast.moved {
            blocks.push(self.causes(&moved));
        }
        blocks.push(Block::Figure { scene: Box::new(forecast.chart.clone()) });
        blocks.extend(forecast.notes.iter().map(|note| Block::Text { words: Words::fixed(note) }));
        let said = match forecast.then.zip(forecast.now) {
            Some(((_, then), now)) => days_moved((now.1 - then.1).num_days()),
            None => forecast.now.map(|now| self.by(now.1)).unwrap_or_default(),
        };
        let lead = tell(
            "review-forecast-lead",
            &[("name", forecast.name.trim_end_matches('.').into()), ("percent", self.sure.into())],
        );
        Made::new(said, blocks).lead(self.words("forecast.lead", lead))
    }

    /// What moved the date, cause by cause.
    fn causes(&self, moved: &Moved) -> Block {
        let causes = [
            ("review-cause-throughput", moved.throughput),
            ("review-cause-scope", moved.scope),
            ("review-cause-order", moved.order),
            ("review-cause-calendar", moved.calendar),
        ];
        let row = |(key, days): (&str, i64)| GridRow {
            id: None,
            cells: vec![GridCell::fixed(say(key)), GridCell::fixed(days_moved(days))],
        };
        let columns = vec![
            column("review-column-cause", 70, false, false),
            column("review-column-moved", 30, true, true),
        ];
        table("review-causes", columns, causes.map(row).into())
    }

    fn next(&self) -> Made {
        let said = tell("review-items", &[("count", self.next.len().into())]);
        let row = |(place, item): (usize, &Item)| {
            let date = item.position.and_then(|position| self.finish.date_at(self.sure, position));
            let words = self.words(format!("next.{}", item.id), &item.title);
            GridRow {
                id: Some(format!("item {}", item.id)),
                cells: vec![
                    GridCell::fixed((place + 1).to_string()),
                    GridCell { words, ..GridCell::default() },
                    GridCell::fixed(self.names(&item.wanted_by)),
                    GridCell::fixed(date.map(|day| self.by(day)).unwrap_or_default()),
                ],
            }
        };
        if self.next.is_empty() {
            return Made::new(said, Vec::new()).missing(Some(say("review-next-none")));
        }
        let columns = vec![
            column("review-column-place", 4, false, true),
            column("review-column-item", 54, false, false),
            column("review-column-for", 22, false, true),
            column("review-left-forecast", 20, true, true),
        ];
        let rows = self.next.iter().enumerate().map(row).collect();
        Made::new(said, vec![table("review-title-next", columns, rows)])
            .lead(self.words("next.lead", say("review-next-lead")))
    }

    fn wanted(&self) -> Made {
        let said = tell("review-decisions-said", &[("count", self.wanted.len().into())]);
        let row = |decision: &Decision| GridRow {
            id: None,
            cells: vec![
                GridCell {
                    words: self.words(format!("wanted.{}", decision.id), &decision.fields.title),
                    ..GridCell::default()
                },
                GridCell::fixed(&decision.fields.context),
                GridCell::fixed(&decision.fields.options),
            ],
        };
        if self.wanted.is_empty() {
            return Made::new(said, Vec::new());
        }
        let columns = vec![
            column("review-column-decision", 36, false, false),
            column("review-column-why", 32, false, true),
            column("review-column-options", 32, false, true),
        ];
        Made::new(said, vec![table("review-title-wanted", columns, self.wanted.iter().map(row).collect())])
    }

    fn questions(&self) -> Made {
        let said = tell(
            "review-questions-said",
            &[("count", self.questions.len().into()), ("people", self.people.len().into())],
        );
        let asked = |person: &&Person| {
            !self.questions.iter().any(|question| question.fields.stakeholder == Some(person.id))
        };
        let unasked: Vec<String> = self.people.iter().filter(asked).map(|one| one.name.clone()).collect();
        let missing = (!unasked.is_empty())
            .then(|| tell("review-questions-missing", &[("names", listed(&unasked).into())]));
        if self.questions.is_empty() {
            return Made::new(said, Vec::new()).missing(missing);
        }
        let row = |question: &Question| GridRow {
            id: None,
            cells: vec![
                GridCell::fixed(self.names(question.fields.stakeholder.as_slice())),
                GridCell {
                    words: self.words(format!("questions.{}", question.id), &question.fields.text),
                    ..GridCell::default()
                },
            ],
        };
        let columns = vec![
            column("review-column-who", 24, false, true),
            column("review-column-question", 76, false, false),
        ];
        let rows = self.questions.iter().map(row).collect();
        Made::new(said, vec![table("review-title-questions", columns, rows)]).missing(missing)
    }

    fn decisions(&self) -> Made {
        let said = tell("review-decisions-said", &[("count", self.taken.len().into())]);
        if self.taken.is_empty() {
            return Made::new(said, Vec::new());
        }
        let row = |decision: &Decision| GridRow {
            id: None,
            cells: vec![
                GridCell::fixed(long_date(decision.fields.day, self.today)),
                GridCell {
                    words: self.words(format!("decisions.{}", decision.id), &decision.fields.title),
                    ..GridCell::default()
                },
                GridCell::fixed(&decision.fields.decision),
            ],
        };
        let columns = vec![
            column("review-column-day", 18, false, true),
            column("review-column-about", 36, false, false),
            column("review-column-decided", 46, false, true),
        ];
        Made::new(said, vec![table("review-title-decisions", columns, self.taken.iter().map(row).collect())])
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

/// "5 days earlier".
fn days_moved(days: i64) -> String {
    let key = match days {
        0 => "review-not-moved",
        1.. => "review-later",
        _ => "review-earlier",
    };
    tell(key, &[("days", days.unsigned_abs().into())])
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
