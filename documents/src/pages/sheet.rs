//! What a page measures and how its texts are set.

use super::Paper;
use crate::text::Style;
use cairn_charts::Role;

/// The measures of a page and the styles of its texts.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    pub slides: bool,
    pub width: f64,
    pub height: f64,
    pub side: f64,
    pub top: f64,
    /// Where the room for what the page says ends.
    pub bottom: f64,
    /// Where the line at the foot begins.
    pub foot_at: f64,
    /// What gaps are multiplied with.
    pub step: f64,
    pub title: Style,
    pub opening: Style,
    /// A section's heading.
    pub section: Style,
    pub heading: Style,
    pub text: Style,
    pub quiet: Style,
    pub cell: Style,
    pub head: Style,
    pub small: Style,
    pub number: Style,
    pub chip: Style,
    pub foot: Style,
    pub row_pad: f64,
    pub column_pad: f64,
    pub column_gap: f64,
    /// Between sections that follow each other on a page.
    pub section_gap: f64,
    pub largest_figure: f64,
}

/// The pages of `design/review-pages.html`, in 16:9.
pub(super) fn slide() -> Sheet {
    Sheet {
        slides: true,
        width: 960.0,
        height: 540.0,
        side: 60.0,
        top: 44.0,
        bottom: 478.0,
        foot_at: 490.0,
        step: 1.0,
        title: Style::new(36.0, 42.0, Role::Ink).strong().tracked(-0.024),
        opening: Style::new(44.0, 52.0, Role::Ink).strong().tracked(-0.024),
        section: Style::new(36.0, 42.0, Role::Ink).strong().tracked(-0.024),
        heading: Style::new(26.0, 33.0, Role::Ink).strong().tracked(-0.015),
        text: Style::new(19.0, 27.0, Role::Ink2),
        quiet: Style::new(16.0, 23.0, Role::Ink3),
        cell: Style::new(17.0, 24.0, Role::Ink),
        head: Style::new(13.0, 18.0, Role::Ink3),
        small: Style::new(13.0, 18.0, Role::Ink3),
        number: Style::new(84.0, 84.0, Role::Moss).strong().tracked(-0.05),
        chip: Style::new(15.0, 30.0, Role::Ink2).strong(),
        foot: Style::new(13.0, 18.0, Role::Ink3),
        row_pad: 7.0,
        column_pad: 12.0,
        column_gap: 40.0,
        section_gap: 16.0,
        largest_figure: 1.6,
    }
}

/// The page of `design/review-print.html`.
pub(super) fn printed(paper: Paper) -> Sheet {
    // CSS pixels, 96 an inch.
    let (width, height) = match paper {
        Paper::A4 => (793.7, 1122.5),
        Paper::Letter => (816.0, 1056.0),
    };
    Sheet {
        slides: false,
        width,
        height,
        side: 54.0,
        top: 42.0,
        bottom: height - 66.0,
        foot_at: height - 50.0,
        step: 0.5,
        title: Style::new(25.0, 29.0, Role::Ink).strong().tracked(-0.022),
        opening: Style::new(16.0, 21.0, Role::Ink).strong().tracked(-0.012),
        section: Style::new(12.5, 18.0, Role::Ink).strong(),
        heading: Style::new(11.5, 17.0, Role::Ink).strong(),
        text: Style::new(11.5, 17.0, Role::Ink),
        quiet: Style::new(11.5, 17.0, Role::Ink3),
        cell: Style::new(11.5, 17.0, Role::Ink),
        head: Style::new(10.0, 14.0, Role::Ink3),
        small: Style::new(10.0, 14.0, Role::Ink3),
        number: Style::new(22.0, 27.0, Role::Moss).strong().tracked(-0.02),
        chip: Style::new(10.5, 18.0, Role::Ink2).strong(),
        foot: Style::new(11.0, 16.0, Role::Ink3),
        row_pad: 4.0,
        column_pad: 8.0,
        column_gap: 26.0,
        section_gap: 16.0,
        largest_figure: 1.0,
    }
}

/// The same page with less air, for what nearly fits.
pub(super) fn tight(paper: Paper) -> Sheet {
    let sheet = printed(paper);
    let closer = |style: Style| Style { size: style.size * 0.95, line: style.line * 0.9, ..style };
    Sheet {
        text: closer(sheet.text),
        quiet: closer(sheet.quiet),
        cell: closer(sheet.cell),
        row_pad: 2.0,
        section_gap: 10.0,
        largest_figure: 0.8,
        ..sheet
    }
}
