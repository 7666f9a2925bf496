//! Sprints as cells name them: by a name, by a path, or in the list older Jira Servers write.

use crate::columns::one_line;
use crate::date::{self, First};
use crate::import::{Format, Options};
use cairn_core::import::ImportedSprint;
use chrono::NaiveDate;

/// A Sprint of which the file says the name alone.
pub(crate) fn named(name: &str) -> ImportedSprint {
    ImportedSprint { name: one_line(name), first: None, last: None }
}

/// Reads a cell; none where it names no Sprint.
///
/// Of a path the last part counts. In Azure DevOps a path of one part is the project itself: the
/// item is in no iteration.
pub(crate) fn of_cell(cell: &str, format: Format, options: &Options) -> Option<ImportedSprint> {
    if let Some(sprint) = of_server(cell, options) {
        return Some(sprint);
    }
    let last = match cell.rsplit_once('\\') {
        Some((_, last)) => last,
        None if format == Format::Azure => return None,
        None => cell,
    };
    Some(named(last)).filter(|sprint| !sprint.name.is_empty())
}

/// Reads `…sprint.Sprint@1f[id=7,state=CLOSED,name=Sprint 7,startDate=…,endDate=…,…]`.
fn of_server(cell: &str, options: &Options) -> Option<ImportedSprint> {
    let (_, list) = cell.split_once("sprint.Sprint@")?;
    let (_, list) = list.split_once("[id=")?;
    let (_, rest) = list.split_once(",name=")?;
    let name = rest.split(",startDate=").next().unwrap_or(rest);
    let name = name.split(",goal=").next().unwrap_or(name);
    let day = |key: &str| -> Option<NaiveDate> {
        let (_, written) = rest.split_once(key)?;
        date::parse_written(written.split([',', ']']).next()?, First::Day, options.offset)
    };
    Some(ImportedSprint { first: day(",startDate="), last: day(",endDate="), ..named(name) })
}
