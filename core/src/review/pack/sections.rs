//! What each section of a pack says: one function a section.

use super::{Pack, Person, column, listed, table};
use crate::backlog::Item;
use crate::contact::Question;
use crate::decision::Decision;
use crate::document::{Block, Column, Fact, GridCell, GridRow, Tone, Words};
use crate::drawings::{self, ToldThen, short_date, with_unit};
use crate::forecast::{Moved, long_date};
use crate::review::{Kept, SectionKind, ShownItem};
use crate::sprint::{Met, SprintItem};
use crate::words::{say, tell};
use cairn_charts::Size;

/// Moves that are told one by one; the others are counted.
const MOVES: usize = 10;
/// Rows that a section has on the one page that is printed, of one line or of two; the others are
/// counted.
const BRIEF: usize = 6;
const BRIEF_OF_TWO: usize = 3;
/// Items that are not Done are told at length up to so many.
const AT_LENGTH: usize = 2;
/// Width of what a page has room for, in its pixels.
const WIDTH: u32 = 864;

/// A section with what the list of sections says of it.
pub(super) struct Made {
    pub lead: Option<Words>,
    pub blocks: Vec<Block>,
    /// What is printed instead of both, where that is less.
    pub brief: Option<Vec<Block>>,
    pub said: String,
    pub missing: Option<String>,
}

impl Made {
    fn new(said: String, blocks: Vec<Block>) -> Self {
        Self { lead: None, blocks, brief: None, said, missing: None }
    }

    fn lead(self, lead: Words) -> Self {
        Self { lead: Some(lead), ..self }
    }

    fn brief(self, blocks: Vec<Block>) -> Self {
        Self { brief: Some(blocks), ..self }
    }

    fn missing(self, missing: Option<String>) -> Self {
        Self { missing, ..self }
    }
}

impl Pack {
    pub(super) fn make(&self, kept: &Kept) -> Made {
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
        let rows: Vec<GridRow> = self.done.iter().enumerate().map(row).collect();
        let lead =
            if minutes > 0 { tell("review-done-lead", &counted) } else { say("review-done-lead-untimed") };
        let untimed = self.done.iter().filter(|one| one.minutes.is_none()).count();
        let missing =
            (untimed > 0 && minutes > 0).then(|| tell("review-done-untimed", &[("count", untimed.into())]));
        let brief = vec![table("review-title-done", bare(&columns), rows.iter().map(one_line).collect())];
        Made::new(said, vec![table("review-title-done", columns, rows)])
            .lead(self.words("done.lead", lead))
            .brief(brief)
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
        let short = |(_, one): (usize, &SprintItem)| {
            // What is not known is left out here.
            let happens = (!one.next.is_empty() || one.became.is_some()).then(|| happens(one));
            let told = [Some(one.why.clone()).filter(|why| !why.is_empty()), happens, forecast(&one.item)];
            let told = told.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            GridRow {
                id: Some(format!("item {}", one.item.id)),
                cells: vec![GridCell { words: title(one), ..GridCell::default() }, GridCell::fixed(told)],
            }
        };
        let brief =
            first_rows("review-title-not-done", &[(56, false, false), (44, false, true)], &self.left, short);
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
            let blocks = self.left.iter().map(block).collect();
            return Made::new(said, blocks).brief(brief).missing(missing);
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
        Made::new(said, vec![table("review-title-not-done", columns, rows)]).brief(brief).missing(missing)
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
        let of = [
            ("baseline", with_unit(measure.baseline, &measure.unit).into()),
            ("target", with_unit(measure.target, &measure.unit).into()),
        ];
        let brief = vec![
            Block::Text { words: lead.clone() },
            Block::Number { value: now.clone(), caption: tell("review-progress-brief", &of) },
        ];
        let number = Block::Number { value: now, caption: measure.what.clone() };
        let scene = drawings::goal_progress(goal, self.today, Size::new(560, 270));
        let figure = Block::Figure { scene: Box::new(scene) };
        let old = self.sprint.fields.first.is_some_and(|first| last.day < first);
        let missing =
            old.then(|| tell("review-goal-old", &[("day", long_date(last.day, self.today).into())]));
        Made::new(said, vec![Block::Beside { columns: vec![vec![number], vec![figure]] }])
            .lead(lead)
            .brief(brief)
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
        blocks.extend(more(moves.len(), MOVES));
        let lead = self.words("order.lead", tell("review-order-lead", &counted));
        let short = |(_, line): (usize, &&crate::snapshot::HistoryLine)| {
            let id = line.item.map(|item| format!("item {item}"));
            titled(id, Words::fixed(&line.text), line.reason.as_deref().unwrap_or_default())
        };
        let mut brief = vec![Block::Text { words: lead.clone() }];
        brief.extend(first_rows("review-title-order", &[(1, false, false)], &moves, short));
        Made::new(said, blocks).lead(lead).brief(brief)
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
        let text = self.words("forecast.text", moved.unwrap_or_else(|| forecast.sentence.clone()));
        blocks.push(Block::Text { words: text.clone() });
        if let Some(moved) = forecast.moved {
            blocks.push(self.causes(&moved));
        }
        blocks.push(Block::Figure { scene: Box::new(forecast.chart.clone()) });
        blocks.extend(forecast.notes.iter().map(|note| Block::Text { words: Words::fixed(note) }));
        let said = match forecast.then.zip(forecast.now) {
            Some(((_, then), now)) => days_moved((now.1 - then.1).num_days()),
            None => forecast.now.map(|now| self.by(now.1)).unwrap_or_default(),
        };
        let name = forecast.name.trim_end_matches('.');
        let lead = tell("review-forecast-lead", &[("name", name.into()), ("percent", self.sure.into())]);
        let today = forecast.moved.map(|_| Block::Text { words: Words::fixed(&forecast.sentence) });
        let figure = Block::Figure { scene: Box::new(forecast.small_chart.clone()) };
        let brief = today.into_iter().chain([Block::Text { words: text }, figure]).collect();
        Made::new(said, blocks).lead(self.words("forecast.lead", lead)).brief(brief)
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
        let row = |place: usize, item: &Item, cells: &[GridCell]| {
            let date = item.position.and_then(|position| self.finish.date_at(self.sure, position));
            let words = self.words(format!("next.{}", item.id), &item.title);
            let first = [GridCell::fixed((place + 1).to_string()), GridCell { words, ..GridCell::default() }];
            let last = GridCell::fixed(date.map(|day| self.by(day)).unwrap_or_default());
            let cells = first.into_iter().chain(cells.iter().cloned()).chain([last]).collect();
            GridRow { id: Some(format!("item {}", item.id)), cells }
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
        let with_names =
            |(place, item): (usize, &Item)| row(place, item, &[GridCell::fixed(self.names(&item.wanted_by))]);
        let rows = self.next.iter().enumerate().map(with_names).collect();
        let shares = [(7, false, true), (65, false, false), (28, true, true)];
        let short = |(place, item): (usize, &Item)| row(place, item, &[]);
        let brief = first_rows("review-title-next", &shares, &self.next, short);
        Made::new(said, vec![table("review-title-next", columns, rows)])
            .lead(self.words("next.lead", say("review-next-lead")))
            .brief(brief)
    }

    fn wanted(&self) -> Made {
        let said = tell("review-decisions-said", &[("count", self.wanted.len().into())]);
        let title =
            |decision: &Decision| self.words(format!("wanted.{}", decision.id), &decision.fields.title);
        let row = |decision: &Decision| GridRow {
            id: None,
            cells: vec![
                GridCell { words: title(decision), ..GridCell::default() },
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
        let short =
            |(_, decision): (usize, &Decision)| titled(None, title(decision), &decision.fields.options);
        let brief = first_rows("review-title-wanted", &[(1, false, false)], &self.wanted, short);
        let rows = self.wanted.iter().map(row).collect();
        Made::new(said, vec![table("review-title-wanted", columns, rows)]).brief(brief)
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
        let brief = first_rows(
            "review-title-questions",
            &[(28, false, true), (72, false, false)],
            &self.questions,
            |(_, question)| row(question),
        );
        let rows = self.questions.iter().map(row).collect();
        Made::new(said, vec![table("review-title-questions", columns, rows)]).brief(brief).missing(missing)
    }

    fn decisions(&self) -> Made {
        let said = tell("review-decisions-said", &[("count", self.taken.len().into())]);
        if self.taken.is_empty() {
            return Made::new(said, Vec::new());
        }
        let title =
            |decision: &Decision| self.words(format!("decisions.{}", decision.id), &decision.fields.title);
        let row = |decision: &Decision| GridRow {
            id: None,
            cells: vec![
                GridCell::fixed(long_date(decision.fields.day, self.today)),
                GridCell { words: title(decision), ..GridCell::default() },
                GridCell::fixed(&decision.fields.decision),
            ],
        };
        let columns = vec![
            column("review-column-day", 18, false, true),
            column("review-column-about", 36, false, false),
            column("review-column-decided", 46, false, true),
        ];
        let short =
            |(_, decision): (usize, &Decision)| titled(None, title(decision), &decision.fields.decision);
        let brief = first_rows("review-title-decisions", &[(1, false, false)], &self.taken, short);
        let rows = self.taken.iter().map(row).collect();
        Made::new(said, vec![table("review-title-decisions", columns, rows)]).brief(brief)
    }
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

/// A row of one cell, with a smaller line below its text.
fn titled(id: Option<String>, words: Words, small: &str) -> GridRow {
    GridRow { id, cells: vec![GridCell { words, small: small.to_owned(), link: None }] }
}

/// Columns without headings.
fn bare(columns: &[Column]) -> Vec<Column> {
    columns.iter().map(|column| Column { head: String::new(), ..column.clone() }).collect()
}

/// A row without the smaller lines of its cells.
fn one_line(row: &GridRow) -> GridRow {
    let cell = |cell: &GridCell| GridCell { small: String::new(), link: None, ..cell.clone() };
    GridRow { id: row.id.clone(), cells: row.cells.iter().map(cell).collect() }
}

/// The first rows of a table without headings, and how many others there are.
///
/// A column is its share of the width, whether it stands at the end, and whether it is quiet.
fn first_rows<T>(
    name: &str,
    columns: &[(u16, bool, bool)],
    all: &[T],
    row: impl Fn((usize, &T)) -> GridRow,
) -> Vec<Block> {
    let column = |(share, end, quiet): &(u16, bool, bool)| Column {
        head: String::new(),
        share: *share,
        end: *end,
        quiet: *quiet,
    };
    let rows: Vec<GridRow> = all.iter().enumerate().map(row).collect();
    let told = if rows.iter().flat_map(|row| &row.cells).any(|cell| !cell.small.is_empty()) {
        BRIEF_OF_TWO
    } else {
        BRIEF
    };
    let rows = rows.into_iter().take(told).collect();
    let mut blocks = vec![table(name, columns.iter().map(column).collect(), rows)];
    blocks.extend(more(all.len(), told));
    blocks
}

/// How many are not told one by one.
fn more(all: usize, told: usize) -> Option<Block> {
    let rest = all.checked_sub(told).filter(|rest| *rest > 0)?;
    Some(Block::Text { words: Words::fixed(tell("review-more", &[("count", rest.into())])) })
}
