//! Charts as pictures: SVG files with the colours of the window.

use crate::answer::{Answer, Told, plain};
use crate::args::{self, ChartName, Pixels};
use crate::desk::Desk;
use crate::named;
use cairn_charts::{Scene, Size};
use cairn_core::words::tell;
use cairn_core::{Chart, Error, Result};
use cairn_host::folder;
use serde::Serialize;
use std::path::Path;

/// The size of a chart beside an answer.
pub fn usual_size() -> Size {
    Size::new(720, 400)
}

/// Writes a chart; a file that is there only where `force` says so.
///
/// # Errors
/// [`Error::Invalid`] for another ending than .svg and for a file in the way, [`Error::Io`].
pub fn write(scene: &Scene, file: &Path, force: bool) -> Result<()> {
    let refuse = |key| Err(Error::invalid_with("file", key, [("path", file.display().to_string())]));
    if !file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("svg")) {
        return refuse("cli-error-svg");
    }
    if file.exists() && !force {
        return refuse("cli-error-chart-exists");
    }
    folder::write_whole(file, cairn_charts::svg(scene).as_bytes())
}

/// A chart in JSON: what it says and its facts.
#[derive(Debug, Serialize)]
struct Drawn {
    file: String,
    title: String,
    sentence: String,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// `chart`: one picture.
pub fn chart(desk: &Desk, arguments: args::Chart) -> Told {
    let product = desk.read()?;
    let (assumptions, _) = arguments.assumed.assumptions(desk)?;
    let chart = match arguments.chart {
        ChartName::BurnUp => Chart::BurnUp { asked: arguments.question.of(&product)?, assumptions },
        ChartName::Throughput => Chart::Throughput { assumptions },
        ChartName::Calibration => Chart::Calibration,
        ChartName::CycleTime => Chart::CycleTime,
        ChartName::Ageing => Chart::Ageing,
        ChartName::Flow => Chart::Flow,
        ChartName::GoalProgress => {
            let goal = arguments.question.about.goal.as_deref().unwrap_or("current");
            Chart::GoalProgress { goal: named::goal(&product, goal)? }
        }
    };
    let Pixels(width, height) = arguments.size;
    let scene = product.chart(&chart, Size::new(width, height))?;
    write(&scene, &arguments.file, arguments.force)?;
    let file = arguments.file.display().to_string();
    let said = tell("cli-drawn", &[("file", plain(&file).into()), ("title", plain(&scene.title).into())]);
    let text = format!("{said}\n{}\n", plain(&scene.sentence));
    let Scene { title, sentence, table, .. } = scene;
    Ok(Answer::new(&Drawn { file, title, sentence, columns: table.columns, rows: table.rows }, text))
}
