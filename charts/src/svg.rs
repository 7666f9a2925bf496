//! A scene as an SVG file of its own, for both themes.

use crate::role::Role;
use crate::scene::{Anchor, Mark, Point, Scene, Stroke, Weight};
use std::fmt::Write;

/// Writes the scene as a standalone SVG: the light colours, and the dark ones where the reader's
/// system asks for them.
///
/// Each colour stands in the mark itself, since many readers of SVG know neither variables nor
/// style sheets; a class beside it lets the dark theme replace it.
pub fn svg(scene: &Scene) -> String {
    svg_within(scene, "hatch")
}

/// Writes the scene as an SVG that stands in a page among others; `hatch` is the id of its pattern
/// and must be its own there.
pub fn svg_within(scene: &Scene, hatch: &str) -> String {
    let (width, height, title) = (scene.width, scene.height, escaped(&scene.title));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" \
         font-family=\"Inter, system-ui, sans-serif\" font-size=\"11\">\n<title>{title}</title>\n"
    );
    line(&mut out, format_args!("<desc>{}</desc>", escaped(&scene.sentence)));
    line(&mut out, format_args!("<style>@media (prefers-color-scheme: dark) {{{}}}</style>", dark()));
    let lines = stroke(&Stroke::solid(Role::Line2, 1.0));
    line(
        &mut out,
        format_args!(
            "<pattern id=\"{hatch}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"rotate(45)\"><path d=\"M0 0V6\"{lines}/></pattern>"
        ),
    );
    line(&mut out, format_args!("<rect width=\"100%\" height=\"100%\"{}/>", fill(Role::Surface)));
    for mark in &scene.marks {
        write_mark(&mut out, mark, hatch);
    }
    out.push_str("</svg>\n");
    out
}

/// Adds a line to a text.
fn line(out: &mut String, text: std::fmt::Arguments) {
    // Writing to a text in memory does not fail.
    let _ = writeln!(out, "{text}");
}

/// The rules of the dark theme, a pair a role.
fn dark() -> String {
    let rules = Role::ALL.iter().map(|role| {
        let (token, colour) = (role.token(), role.dark());
        format!(".f-{token}{{fill:{colour}}}.s-{token}{{stroke:{colour}}}")
    });
    rules.collect()
}

fn write_mark(out: &mut String, mark: &Mark, hatch: &str) {
    match mark {
        Mark::Path { points, stroke: drawn } => line(
            out,
            format_args!(
                "<polyline points=\"{}\" fill=\"none\" stroke-linejoin=\"round\"{}/>",
                pairs(points),
                stroke(drawn)
            ),
        ),
        Mark::Area { points, fill: filled } => {
            line(out, format_args!("<polygon points=\"{}\"{}/>", pairs(points), fill(*filled)));
        }
        Mark::Rect { x, y, width, height, fill: filled } => line(
            out,
            format_args!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{}/>",
                fill(*filled)
            ),
        ),
        Mark::Hatch { x, y, width, height } => line(
            out,
            format_args!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"url(#{hatch})\"/>"
            ),
        ),
        Mark::Circle { x, y, radius, fill: filled, stroke: drawn } => {
            let paint = both(*filled, drawn);
            line(out, format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{paint}/>"));
        }
        Mark::Text { x, y, text, anchor, role, weight, halo } => {
            let anchor = match anchor {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
                Anchor::End => " text-anchor=\"end\"",
            };
            let weight = match weight {
                Weight::Text => "",
                Weight::Mid => " font-weight=\"500\"",
                Weight::Strong => " font-weight=\"600\"",
            };
            let paint = match halo {
                Some(ground) => {
                    let paint = both(*role, &Stroke::solid(*ground, 4.0));
                    format!(" paint-order=\"stroke\" stroke-linejoin=\"round\"{paint}")
                }
                None => fill(*role),
            };
            let text = escaped(text);
            line(out, format_args!("<text x=\"{x}\" y=\"{y}\"{anchor}{weight}{paint}>{text}</text>"));
        }
    }
}

fn pairs(points: &[Point]) -> String {
    points.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}

fn fill(role: Role) -> String {
    format!(" class=\"f-{}\" fill=\"{}\"", role.token(), role.light())
}

fn stroke(stroke: &Stroke) -> String {
    format!(" class=\"s-{}\"{}", stroke.role.token(), stroke_colour(stroke))
}

fn both(filled: Role, stroke: &Stroke) -> String {
    let (fill, line) = (filled.token(), stroke.role.token());
    format!(" class=\"f-{fill} s-{line}\" fill=\"{}\"{}", filled.light(), stroke_colour(stroke))
}

fn stroke_colour(stroke: &Stroke) -> String {
    let dash = stroke.dash.map(|(dash, gap)| format!(" stroke-dasharray=\"{dash} {gap}\""));
    let (colour, width) = (stroke.role.light(), stroke.width);
    format!(" stroke=\"{colour}\" stroke-width=\"{width}\"{}", dash.unwrap_or_default())
}

/// Makes a text safe between tags. Letters that XML does not allow are left out.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => safe.push(letter),
        }
    }
    safe
}
