//! Keeps the page's types equal to the Rust types.

use crate::backups::{Backup, Occasion};
use crate::request::*;
use cairn_charts::{Anchor, Mark, Role, Scene, Stroke, Table, Weight};
use cairn_core::forecast::{
    self, Answer, Assumptions, BacktestScore, Calibration, Fit, Growth, HowMany, InProgress, LevelScore,
    Levels, Method, Note, Opinions, Span, Splitting, TeamChange, Verdict, When, Window,
};
use cairn_core::{About, Asked, Chart, Forecast, KeptForecast, KeptLevel, Standing};
use cairn_core::{Code, Failure, sprint::*, stakeholder::*};
use cairn_core::{backlog::*, call::*, direction::*, edit::*, ids::*, import::*, settings::*, snapshot::*};
use ts_rs::{Config, TS};

macro_rules! declare {
    ($($name:ty),+ $(,)?) => {{
        let config = Config::default();
        let mut text = String::from("// Made from the Rust types by `cargo xtask types`. Not to be edited.\n");
        $(text.push_str(&format!("\nexport {}\n", <$name as TS>::decl(&config)));)+
        text
    }};
}

fn types() -> String {
    declare!(
        ItemId,
        StakeholderId,
        GoalId,
        SliceId,
        ForecastId,
        SprintId,
        ViewId,
        DateLineId,
        ClosedDaysId,
        LinkId,
        RiskId,
        OperationId,
        State,
        Item,
        ItemDetail,
        Slice,
        Link,
        Risk,
        Want,
        NotDoing,
        NewItem,
        Field,
        Place,
        GoalState,
        Goal,
        Measure,
        Reading,
        Stakeholder,
        StakeholderFields,
        Sprint,
        SprintFields,
        Settings,
        ClosedDays,
        NewClosedDays,
        DateLine,
        View,
        Edit,
        ImportedItem,
        ImportedBacklog,
        ImportedThroughput,
        ImportCounts,
        Snapshot,
        Counts,
        Finish,
        About,
        Asked,
        Assumptions,
        Method,
        Span,
        TeamChange,
        Growth,
        Splitting,
        forecast::Risk,
        forecast::Start,
        InProgress,
        Forecast,
        Opinions,
        Answer,
        Window,
        Fit,
        When,
        HowMany,
        Levels<()>,
        Note,
        KeptForecast,
        KeptLevel,
        Standing,
        Calibration,
        LevelScore,
        Verdict,
        BacktestScore,
        Chart,
        Scene,
        Table,
        Mark,
        Stroke,
        Anchor,
        Weight,
        Role,
        Changes,
        ItemChanges,
        Outcome,
        HistoryLine,
        HistoryKind,
        cairn_core::call::Request,
        Finished,
        PastDay,
        Code,
        Failure,
        HostRequest,
        Start,
        ProductRef,
        ImportOptions,
        ImportPreview,
        PreviewColumn,
        SkippedRow,
        UnknownState,
        TaskProgress,
        ImportDone,
        ExportFormat,
        Exported,
        Backup,
        Occasion,
        Backups,
        Readable,
    )
}

#[test]
fn the_types_of_the_page_are_current() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/core/types.ts");
    if std::env::var_os("CAIRN_WRITE_TYPES").is_some() {
        std::fs::write(path, types()).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), types(), "run `cargo xtask types`");
}
