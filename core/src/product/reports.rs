//! The documents beside the Review pack: the goal, a forecast, a person, the backlog in three cuts,
//! decisions.

use super::Product;
use crate::asked::Asked;
use crate::backlog::{Item, State};
use crate::direction::GoalState;
use crate::document::{Block, Column, Document, Fact, GridCell, GridRow, Section, Words};
use crate::drawings::{self, Chart, short_date, with_unit};
use crate::error::{Error, Result};
use crate::forecast::{Assumptions, LEVELS, display_likelihood, long_date};
use crate::ids::{ItemId, StakeholderId};
use crate::report::{Cut, Report};
use crate::review::pack::{column, full_date, listed, private, table};
use crate::words::{say, tell};
use crate::{contact, decision, direction, sprint, stakeholder, story};
use cairn_charts::Size;
use chrono::NaiveDate;
use std::collections::HashMap;

/// Kinds of items that nobody outside of the team waits for.
const INSIDE: [&str; 2] = ["spike", "chore"];

impl Product {
    /// A document other than a Review pack.
    pub(super) fn report(&self, report: &Report, private_notes: bool) -> Result<Document> {
        match report {
            Report::Review { .. } => self.document(report, private_notes),
            Report::Goal => self.goal_report(),
            Report::Forecast { asked, assumptions, told } => self.forecast_report(asked, assumptions, *told),
            Report::Person { id } => self.person_report(*id, private_notes),
            Report::Backlog { cut } => self.backlog_report(*cut),
            Report::Decisions => self.decisions_report(),
        }
    }

    fn made(&self, title: String, sections: Vec<Section>, goes_out: Vec<String>) -> Document {
        Document {
            product: self.settings.name.clone(),
            when: full_date(self.today),
            footer: format!("{}, {title}", self.settings.name),
            basis: String::new(),
            title,
            sections,
            goes_out,
        }
    }

    fn goal_report(&self) -> Result<Document> {
        let goals = direction::read(&self.db)?;
        let current = goals.iter().find(|goal| goal.state == GoalState::Current);
        let goal = current.ok_or_else(|| Error::invalid("goal", "error-no-goal"))?;
        let mut blocks = Vec::new();
        if let Some((measure, last)) = goal.measure.as_ref().zip(goal.readings.last()) {
            let value = with_unit(last.value, &measure.unit);
            let number = vec![Block::Number { value, caption: measure.what.clone() }];
            let scene = drawings::goal_progress(goal, self.today, Size::new(560, 270));
            let figure = vec![Block::Figure { scene: Box::new(scene) }];
            blocks.push(Block::Beside { columns: vec![number, figure] });
        }
        let mut facts = Vec::new();
        match &goal.measure {
            Some(measure) => {
                let aim = with_unit(measure.target, &measure.unit);
                let aim = match measure.by {
                    Some(day) => {
                        let by = ("day", long_date(day, self.today).into());
                        tell("report-goal-by", &[("value", aim.into()), by])
                    }
                    None => aim,
                };
                facts.push(fact("report-goal-target", format!("{aim} {}", measure.what)));
            }
            None => facts.push(fact("report-goal-target", say("report-goal-no-measure"))),
        }
        if let Some(sprint) =
            sprint::running(&self.sprints, self.today).filter(|one| !one.fields.goal.is_empty())
        {
            facts.push(fact("review-sprint-goal", sprint.fields.goal.clone()));
        }
        let asked = Asked { about: Some(crate::asked::About::Goal { id: goal.id }), by: None };
        let plain = Assumptions::default();
        if let Ok(forecast) = self.forecast(&asked, &plain)
            && forecast.open > 0
        {
            let told = format!("{} {}", forecast.answer.sentence, forecast.answer.detail);
            facts.push(fact("review-left-forecast", told.trim().to_owned()));
        }
        let next: Vec<String> = goals
            .iter()
            .filter(|goal| goal.state == GoalState::Next)
            .map(|goal| goal.sentence.clone())
            .collect();
        if !next.is_empty() {
            facts.push(fact("report-goal-next", next.join(" · ")));
        }
        blocks.push(Block::Facts { facts });
        let title = say("report-goal");
        let section = Section {
            label: Some(title.clone()),
            opening: true,
            ..section("goal", &title, goal.sentence.clone(), blocks)
        };
        Ok(self.made(title, vec![section], vec![say("goes-out-goal"), say("goes-out-no-notes")]))
    }

    fn forecast_report(
        &self,
        asked: &Asked,
        assumptions: &Assumptions,
        told: Option<StakeholderId>,
    ) -> Result<Document> {
        let forecast = self.forecast(asked, assumptions)?;
        let whom = told.map(|id| {
            let person = self.stakeholder(id);
            person.ok_or_else(|| Error::not_found("error-stakeholder-unknown", "id", id))
        });
        let whom = whom.transpose()?.map(|person| person.fields.name.clone());
        let answer = &forecast.answer;
        let mut blocks = vec![Block::Text { words: Words::fixed(&answer.detail) }];
        if let Some(likelihood) = answer.likelihood {
            blocks.push(Block::Number {
                value: display_likelihood(likelihood),
                caption: answer.sentence.clone(),
            });
        }
        let day = |day: Option<NaiveDate>| {
            day.map_or_else(|| say("chart-told-far"), |day| long_date(day, self.today))
        };
        let levels: Vec<(u8, String)> = match (&answer.when, &answer.how_many) {
            (Some(when), _) => {
                when.days.each().into_iter().map(|(percent, date)| (percent, day(date))).collect()
            }
            (None, Some(many)) => many
                .items
                .each()
                .into_iter()
                .map(|(percent, count)| (percent, tell("report-at-least", &[("count", count.into())])))
                .collect(),
            (None, None) => Vec::new(),
        };
        if levels.len() == LEVELS.len() {
            let row = |(percent, text): (u8, String)| cells(None, [format!("{percent}%"), text]);
            let columns =
                vec![column("report-likely", 30, false, true), column("report-answer", 70, false, false)];
            blocks.push(table("report-levels", columns, levels.into_iter().map(row).collect()));
        }
        let chart = Chart::BurnUp { asked: asked.clone(), assumptions: assumptions.clone() };
        if let Ok(scene) = self.chart(&chart, Size::new(864, 240)) {
            blocks.push(Block::Figure { scene: Box::new(scene) });
        }
        blocks.extend(forecast.notes.iter().map(|note| Block::Text { words: Words::fixed(note) }));
        let title = if forecast.name.is_empty() { say("report-how-much") } else { forecast.name.clone() };
        let lead = whom.as_ref().map(|name| tell("report-for", &[("name", (&**name).into())]));
        let section = Section {
            label: Some(title.clone()),
            lead: lead.map(Words::fixed),
            opening: true,
            ..section("forecast", &say("report-forecast"), answer.sentence.clone(), blocks)
        };
        let mut goes_out = vec![say("goes-out-forecast")];
        goes_out.extend(whom.map(|name| goes_out_people(&[name])));
        goes_out.push(say("goes-out-no-notes"));
        let document =
            self.made(tell("report-forecast-title", &[("name", title.into())]), vec![section], goes_out);
        Ok(Document { basis: answer.basis.clone(), ..document })
    }

    fn person_report(&self, id: StakeholderId, private_notes: bool) -> Result<Document> {
        let page = self.person(id)?;
        let name = page.stakeholder.fields.name.clone();
        let date = |day: Option<NaiveDate>| day.map(|day| short_date(day, self.today)).unwrap_or_default();
        let text = |text: &str| Block::Text { words: Words::fixed(text) };
        let mut sections = Vec::new();
        let mut add = |key: &str, blocks: Vec<Block>| {
            if !blocks.is_empty() {
                let title = say(key);
                sections.push(section(key, &title, title.clone(), blocks));
            }
        };
        add("report-person-ask", vec![text(&page.ask)]);
        let rows = page.needs.iter().map(|need| {
            cells(None, [need.fields.text.clone(), need.fields.why.clone(), need.items.len().to_string()])
        });
        let columns = vec![
            column("report-need", 46, false, false),
            column("review-column-why", 40, false, true),
            column("report-need-items", 14, true, true),
        ];
        add("report-person-needs", some_rows("report-person-needs", columns, rows.collect()));
        let state = |item: &Item| match item.state {
            State::Done => say("report-done"),
            State::NotDoing => say("report-not-doing"),
            _ => String::new(),
        };
        let rows = page.wants.iter().map(|want| {
            let sure = if want.position.is_some() { date(want.sure) } else { state(&want.item) };
            let id = Some(format!("item {}", want.item.id));
            cells(id, [want.item.title.clone(), want.why.clone(), date(want.even), sure])
        });
        let percent = |percent: u8| Column {
            head: format!("{percent}%"),
            ..column("review-column-item", 13, true, true)
        };
        let columns = vec![
            column("review-column-item", 44, false, false),
            column("review-column-why", 30, false, true),
            percent(LEVELS[0]),
            percent(self.settings.percentile),
        ];
        add("report-person-wants", some_rows("report-person-wants", columns, rows.collect()));
        let promised = self.kept.iter().filter(|kept| page.promised.contains(&kept.id)).map(|kept| {
            let said = if kept.words.is_empty() { kept.sentence.clone() } else { kept.words.clone() };
            cells(None, [long_date(kept.day, self.today), said, kept.alert.clone().unwrap_or_default()])
        });
        let columns = vec![
            column("review-column-day", 18, false, true),
            column("report-said", 50, false, false),
            column("report-now", 32, false, true),
        ];
        add("report-person-promised", some_rows("report-person-promised", columns, promised.collect()));
        add("report-person-changed", page.changed.iter().map(|line| text(line)).collect());
        add("report-person-questions", page.questions.iter().map(|one| text(&one.fields.text)).collect());
        let rows = page.contacts.iter().map(|contact| {
            cells(None, [long_date(contact.fields.day, self.today), contact.fields.text.clone()])
        });
        let columns =
            vec![column("review-column-day", 18, false, true), column("report-talked", 82, false, false)];
        add("report-person-contacts", some_rows("report-person-contacts", columns, rows.collect()));
        let mut goes_out = vec![goes_out_people(std::slice::from_ref(&name)), say("goes-out-person")];
        let note = stakeholder::private_note(&self.db, id)?;
        if private_notes && !note.is_empty() {
            sections.push(private(vec![(name.clone(), note)]));
            let counts = [("people", 1.into()), ("notes", 0.into())];
            goes_out.push(tell("goes-out-notes", &counts));
        } else {
            goes_out.push(say("goes-out-no-notes"));
        }
        if let Some(first) = sections.first_mut() {
            first.lead =
                Some(page.stakeholder.fields.role.clone()).filter(|role| !role.is_empty()).map(Words::fixed);
        }
        Ok(self.made(name, sections, goes_out))
    }

    fn backlog_report(&self, cut: Cut) -> Result<Document> {
        let items: Vec<Item> = self.backlog.order().filter_map(|id| self.backlog.item(id)).collect();
        let title = say(match cut {
            Cut::Developers => "report-backlog-developers",
            Cut::Stakeholders => "report-backlog-stakeholders",
            Cut::Customers => "report-backlog-customers",
        });
        let (blocks, goes_out) = match cut {
            Cut::Developers => (self.for_developers(&items)?, vec![say("goes-out-backlog-developers")]),
            Cut::Stakeholders => {
                let mut wanted: Vec<StakeholderId> =
                    items.iter().flat_map(|item| item.wanted_by.clone()).collect();
                wanted.sort_unstable();
                wanted.dedup();
                let names: Vec<String> =
                    wanted.iter().filter_map(|id| Some(self.stakeholder(*id)?.fields.name.clone())).collect();
                let people = (!names.is_empty()).then(|| goes_out_people(&names));
                let out = [Some(say("goes-out-backlog-stakeholders")), people];
                (self.for_stakeholders(&items), out.into_iter().flatten().collect())
            }
            Cut::Customers => (for_customers(&items), vec![say("goes-out-backlog-customers")]),
        };
        let mut goes_out: Vec<String> = goes_out;
        goes_out.push(say("goes-out-no-notes"));
        let section = section("backlog", &say("report-backlog"), title.clone(), blocks);
        Ok(self.made(title, vec![section], goes_out))
    }

    fn for_developers(&self, items: &[Item]) -> Result<Vec<Block>> {
        let mut beside: HashMap<ItemId, Vec<String>> = HashMap::new();
        for example in story::all_examples(&self.db)? {
            let line = tell("report-example", &[("text", example.fields.text.into())]);
            beside.entry(example.fields.item).or_default().push(line);
        }
        for question in contact::questions(&self.db)? {
            if let Some(item) = question.fields.item.filter(|_| question.fields.answer.is_empty()) {
                let line = tell("report-question", &[("text", question.fields.text.into())]);
                beside.entry(item).or_default().push(line);
            }
        }
        let row = |item: &Item| GridRow {
            id: Some(format!("item {}", item.id)),
            cells: vec![
                GridCell::fixed(item.position.map(|position| position.to_string()).unwrap_or_default()),
                GridCell::fixed(&item.key),
                GridCell {
                    words: Words::fixed(&item.title),
                    small: beside.get(&item.id).map(|lines| lines.join(" ")).unwrap_or_default(),
                    link: None,
                },
                GridCell::fixed(&item.kind),
                GridCell::fixed(say(&format!("export-state-{}", item.state.word().replace('_', "-")))),
            ],
        };
        let columns = vec![
            column("review-column-place", 5, false, true),
            column("report-key", 11, false, true),
            column("review-column-item", 56, false, false),
            column("report-kind", 10, false, true),
            column("report-state", 18, false, true),
        ];
        Ok(some_rows("report-backlog", columns, items.iter().map(row).collect()))
    }

    fn for_stakeholders(&self, items: &[Item]) -> Vec<Block> {
        let people = self.named();
        let name = |id: &StakeholderId| people.iter().find(|one| one.id == *id).map(|one| one.name.clone());
        let date = |item: &Item, percent| {
            let day = item.position.and_then(|position| self.finish.date_at(percent, position));
            day.map(|day| short_date(day, self.today)).unwrap_or_default()
        };
        let sure = self.settings.percentile;
        let row = |item: &Item| {
            let names: Vec<String> = item.wanted_by.iter().filter_map(name).collect();
            let id = Some(format!("item {}", item.id));
            cells(id, [item.title.clone(), listed(&names), date(item, LEVELS[0]), date(item, sure)])
        };
        let percent =
            |percent: u8| Column { head: format!("{percent}%"), ..column("report-key", 12, true, true) };
        let columns = vec![
            column("review-column-item", 50, false, false),
            column("review-column-for", 26, false, true),
            percent(LEVELS[0]),
            percent(sure),
        ];
        let mut blocks = some_rows("report-backlog", columns, items.iter().map(row).collect());
        blocks.extend(self.finish.notes.iter().map(|note| Block::Text { words: Words::fixed(note) }));
        blocks
    }

    fn decisions_report(&self) -> Result<Document> {
        let decisions = decision::read(&self.db)?;
        let taken = decisions.iter().filter(|decision| !decision.fields.decision.is_empty());
        let mut blocks = Vec::new();
        for decision in taken {
            let fields = &decision.fields;
            let day = long_date(fields.day, self.today);
            let title = tell("report-decided", &[("title", (&*fields.title).into()), ("day", day.into())]);
            blocks.push(Block::Heading { words: Words::fixed(title) });
            let known = [
                ("review-column-decided", fields.decision.clone()),
                ("report-context", fields.context.clone()),
                ("review-column-options", fields.options.clone()),
                ("report-effect", fields.effect.clone()),
                ("report-outcome", fields.outcome.clone()),
                (
                    "report-look-again",
                    fields.look_again.map(|day| long_date(day, self.today)).unwrap_or_default(),
                ),
            ];
            let facts = known.into_iter().filter(|(_, text)| !text.is_empty());
            blocks.push(Block::Facts { facts: facts.map(|(key, text)| fact(key, text)).collect() });
        }
        if blocks.is_empty() {
            return Err(Error::invalid("decisions", "error-no-decisions"));
        }
        let title = say("report-decisions");
        let section = section("decisions", &title, title.clone(), blocks);
        Ok(self.made(title, vec![section], vec![say("goes-out-decisions"), say("goes-out-no-notes")]))
    }
}

/// What comes, in three groups and without a number: what is in work, what is next, what is later.
fn for_customers(items: &[Item]) -> Vec<Block> {
    const SOON: u32 = 10;
    let mut groups: [(&str, Vec<GridRow>); 3] =
        [("report-in-work", Vec::new()), ("report-soon", Vec::new()), ("report-later", Vec::new())];
    for item in items.iter().filter(|item| !INSIDE.contains(&item.kind.as_str())) {
        let group = match (item.state, item.position) {
            (State::InSprint, _) => 0,
            (State::Idea, _) => continue,
            (_, Some(position)) if position <= SOON => 1,
            _ => 2,
        };
        groups[group].1.push(cells(None, [item.title.clone()]));
    }
    let block =
        |(key, rows): (&str, Vec<GridRow>)| some_rows(key, vec![column(key, 100, false, false)], rows);
    groups.into_iter().flat_map(block).collect()
}

fn section(id: &str, name: &str, title: String, blocks: Vec<Block>) -> Section {
    Section {
        id: id.to_owned(),
        name: name.to_owned(),
        label: None,
        title: Words::fixed(title),
        lead: None,
        blocks,
        brief: None,
        notes: String::new(),
        opening: false,
        half: false,
    }
}

fn fact(label: &str, text: String) -> Fact {
    Fact { label: say(label), words: Words::fixed(text) }
}

fn cells<const N: usize>(id: Option<String>, texts: [String; N]) -> GridRow {
    GridRow { id, cells: texts.map(GridCell::fixed).into() }
}

/// A table, or nothing where it would have no row.
fn some_rows(key: &str, columns: Vec<Column>, rows: Vec<GridRow>) -> Vec<Block> {
    if rows.is_empty() { Vec::new() } else { vec![table(key, columns, rows)] }
}

fn goes_out_people(names: &[String]) -> String {
    tell("goes-out-people", &[("count", names.len().into()), ("names", names.join(", ").into())])
}
