//! What the product says about what comes: answers, charts, kept forecasts.

use super::Product;
use crate::asked::{self, Asked, Forecast, Subject};
use crate::drawings::{self, Chart};
use crate::error::{Error, Result};
use crate::forecast::{Assumptions, Calendar, Calibration, History, Outlook};
use crate::ids::{ForecastId, ItemId};
use crate::kept::{self, KeptForecast};
use crate::outlook;
use crate::snapshot::Finish;
use crate::stages::Stages;
use cairn_charts::{Scene, Size};
use chrono::NaiveDate;

impl Product {
    /// The finish date of every position.
    pub fn finish(&self) -> &Finish {
        &self.finish
    }

    /// What the product's own history says about what comes, as of a day.
    ///
    /// `assumptions` are taken as checked ([`Assumptions::check`]).
    pub fn outlook(&self, as_of: NaiveDate, assumptions: &Assumptions) -> Result<Outlook> {
        let calendar = self.calendar();
        Ok(Outlook::new(&self.past()?, &calendar, as_of, assumptions))
    }

    /// Answers a question about the order as of today.
    ///
    /// # Errors
    /// [`Error::Invalid`] for assumptions that can't be meant and for what holds no item,
    /// [`Error::NotFound`] for something that is not there.
    pub fn forecast(&self, asked: &Asked, assumptions: &Assumptions) -> Result<Forecast> {
        assumptions.check(self.today)?;
        let subject = Subject::find(&self.db, &self.backlog, asked)?;
        let past = (&self.past()?, &self.calendar());
        Ok(asked::answer(&subject, asked, past, (self.today, &self.settings), assumptions))
    }

    /// Draws a chart.
    ///
    /// # Errors
    /// As [`Product::forecast`].
    pub fn chart(&self, chart: &Chart, size: Size) -> Result<Scene> {
        let sure = self.settings.percentile;
        Ok(match chart {
            Chart::BurnUp { asked, assumptions } => {
                assumptions.check(self.today)?;
                let subject = Subject::find(&self.db, &self.backlog, asked)?;
                let history = self.past()?;
                let outlook = Outlook::new(&history, &self.calendar(), self.today, assumptions);
                let question = (&*subject.name, &subject.question(asked));
                drawings::burn_up(&outlook, &history, question, (sure, size))
            }
            Chart::Throughput { assumptions } => {
                assumptions.check(self.today)?;
                let history = self.past()?;
                let outlook = Outlook::new(&history, &self.calendar(), self.today, assumptions);
                drawings::throughput(&outlook, &history, size)
            }
            Chart::Calibration => drawings::calibration(&self.calibration(), (sure, size)),
            Chart::CycleTime => {
                let key = |id| self.key(id);
                drawings::cycle_time(&self.stages()?, key, &self.calendar(), (self.today, sure, size))
            }
            Chart::Ageing => drawings::ageing(&self.stages()?, |id| self.key(id), (self.today, size)),
            Chart::Flow => drawings::flow(&self.stages()?, &self.calendar(), (self.today, size)),
            Chart::GoalProgress { goal } => {
                let found = self.goals()?.into_iter().find(|found| found.id == *goal);
                let goal = found.ok_or_else(|| Error::not_found("error-gone", "id", goal))?;
                drawings::goal_progress(&goal, self.today, size)
            }
        })
    }

    fn stages(&self) -> Result<Stages> {
        Stages::read(&self.db, &self.backlog)
    }

    fn key(&self, id: i64) -> String {
        self.backlog.entry_of(ItemId(id)).map(|entry| entry.item.key.clone()).unwrap_or_default()
    }

    /// How often what was said came true, from the kept forecasts.
    pub fn calibration(&self) -> Calibration {
        Calibration::of(&kept::resolutions(&self.records, &self.kept))
    }

    /// The kept forecasts as they stand today, the newest first.
    pub fn kept(&self) -> &[KeptForecast] {
        &self.kept
    }

    /// What was finished when, and which items were added.
    pub fn past(&self) -> Result<History> {
        outlook::history(&self.db, &self.backlog, &self.settings, &self.calendar())
    }

    /// What moved the date of a kept forecast since it was told, in words; none for one that is
    /// settled or told how many.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn moved_since(&self, id: ForecastId) -> Result<Option<String>> {
        let record = self.records.iter().find(|record| record.id() == id);
        let record = record.ok_or_else(|| Error::not_found("error-gone", "id", id))?;
        Ok(self.kept_today()?.moved(record))
    }

    pub(super) fn kept_today(&self) -> Result<kept::Today<'_>> {
        Ok(kept::Today {
            db: &self.db,
            backlog: &self.backlog,
            calendar: self.calendar(),
            history: self.past()?,
            day: self.today,
        })
    }

    pub(super) fn stand(&self) -> Result<Vec<KeptForecast>> {
        if self.records.is_empty() {
            return Ok(Vec::new());
        }
        Ok(self.kept_today()?.stand(&self.records))
    }

    /// The finish date of every position as of another day than today.
    pub fn finish_as_of(&self, as_of: NaiveDate) -> Result<Finish> {
        let outlook = self.outlook(as_of, &Assumptions::default())?;
        Ok(outlook::finish_of(&outlook, self.backlog.len(), self.settings.percentile))
    }

    /// Working days, closed days and weeks.
    pub fn calendar(&self) -> Calendar {
        outlook::calendar(&self.settings, &self.closed_days)
    }

    pub(super) fn finish_dates(&self) -> Result<Finish> {
        outlook::finish(&self.db, &self.backlog, &self.settings, &self.closed_days, self.today)
    }
}
