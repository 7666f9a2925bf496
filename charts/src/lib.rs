//! Charts as scenes: numbers in, marks out, drawn once for the window, the command line and documents.
//!
//! A chart is a struct of numbers with `scene(size, words)`. The scene holds marks in CSS pixels at
//! the size asked for, a sentence for screen readers and a table with the same facts. It names
//! colours by their part in the design and so serves both themes; every word in it was said by the
//! caller. What does not fit is left out of the picture, never laid over something else, and
//! stands in the table.

mod age;
mod burn_up;
mod calibration;
mod cycle_time;
mod drawing;
mod flow;
mod plot;
mod progress;
mod ranges;
mod role;
mod run_chart;
mod scene;
mod svg;
mod text;
mod thin;
mod wording;

pub use age::{Age, OpenItem, Stage};
pub use burn_up::{BurnUp, DoneBy, FanLine, Target};
pub use calibration::{Calibration, Said};
pub use cycle_time::{CycleTime, FinishedItem, Level};
pub use flow::{Flow, FlowBand, FlowState};
pub use plot::Span;
pub use progress::{Endpoint, Measured, Progress};
pub use ranges::{Range, Ranges};
pub use role::Role;
pub use run_chart::{RunChart, Shift, Week};
pub use scene::{Anchor, Bounds, Caption, Mark, Point, Scene, Size, Stroke, Table, Weight};
pub use svg::{svg, svg_within};
pub use wording::{Column, Phrase, Wording};
