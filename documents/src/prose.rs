//! Free text in Markdown as a small tree: what every writer needs to know of it.
//!
//! Paragraphs, headings, lists, emphasis, strong, code and links mean something. Raw HTML comes out
//! as the letters it is made of, an image as its description.

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};
use serde::Serialize;
use ts_rs::TS;

/// A stretch of text that looks the same throughout.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Whether it is strong.
    pub strong: bool,
    /// Whether it is emphasised.
    pub emphasis: bool,
    /// Whether it is code.
    pub code: bool,
    /// Where it leads: `http`, `https` or `mailto`; none where it is no link.
    pub link: Option<String>,
}

impl Run {
    /// Returns a text without any distinction.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Tells whether the two look the same and lead to the same place.
    fn is_like(&self, other: &Self) -> bool {
        let look = |run: &Self| (run.strong, run.emphasis, run.code);
        look(self) == look(other) && self.link == other.link
    }
}

/// A paragraph, a heading or an item of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// What it says.
    pub(crate) runs: Vec<Run>,
    /// What it is.
    pub(crate) kind: Kind,
    /// How many lists it stands in.
    pub(crate) depth: usize,
    /// Whether it goes on in the item or the block of code before it.
    pub(crate) goes_on: bool,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Kind {
    #[default]
    Text,
    /// A heading; the level counts from 1.
    Heading(u8),
    /// An item of a list with dots.
    Dot,
    /// An item of a numbered list.
    Number(u64),
    /// A line of a block of code.
    Code,
}

/// Returns an address that may stand in a document: `http`, `https` or `mailto`, nothing else.
pub(crate) fn safe_link(address: &str) -> Option<String> {
    let address = address.trim();
    let lower = address.to_ascii_lowercase();
    let safe = ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme));
    let clean = !address.contains(|letter: char| letter.is_whitespace() || letter.is_control());
    (safe && clean).then(|| address.to_owned())
}

/// Reads Markdown.
pub(crate) fn paragraphs(markdown: &str) -> Vec<Paragraph> {
    let mut reader = Reader::default();
    for event in Parser::new_ext(markdown, Options::empty()) {
        reader.take(event);
    }
    reader.end();
    reader.done
}

#[derive(Default)]
struct Reader {
    done: Vec<Paragraph>,
    open: Paragraph,
    look: Run,
    /// Depth of strong and emphasis.
    strong: usize,
    emphasis: usize,
    /// The number of the next item of each list; none for dots.
    lists: Vec<Option<u64>>,
    code: bool,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.finish(tag),
            Event::Text(text) if self.code => self.code_lines(&text),
            Event::Text(text) => self.say(&text, false),
            Event::Code(text) => self.say(&text, true),
            Event::Html(text) | Event::InlineHtml(text) => self.say(&text, false),
            Event::SoftBreak => self.say(" ", false),
            Event::HardBreak => self.go_on(),
            Event::Rule => self.end(),
            // Not asked for in the options.
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.say(&text, false);
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => self.begin(Kind::Heading(heading(level))),
            Tag::CodeBlock(_) => {
                self.end();
                self.code = true;
            }
            Tag::List(first) => {
                self.end();
                self.lists.push(first);
            }
            Tag::Item => {
                let kind = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        Kind::Number(*number - 1)
                    }
                    _ => Kind::Dot,
                };
                self.begin(kind);
            }
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                self.look.link = safe_link(&format!("mailto:{dest_url}"));
            }
            Tag::Link { dest_url, .. } => self.look.link = safe_link(&dest_url),
            Tag::Paragraph if !self.open.runs.is_empty() => self.begin(Kind::Text),
            _ => {}
        }
    }

    fn finish(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.strong -= 1,
            TagEnd::Emphasis => self.emphasis -= 1,
            TagEnd::Link => self.look.link = None,
            TagEnd::Paragraph if !self.lists.is_empty() => self.go_on(),
            TagEnd::List(_) => {
                self.end();
                self.lists.pop();
            }
            TagEnd::CodeBlock => {
                self.end();
                self.code = false;
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::HtmlBlock => self.end(),
            _ => {}
        }
    }

    /// Adds a text with the look that holds here.
    fn say(&mut self, text: &str, code: bool) {
        let text: String = text.chars().map(|letter| if letter == '\n' { ' ' } else { letter }).collect();
        let run = Run {
            text,
            strong: self.strong > 0,
            emphasis: self.emphasis > 0,
            code,
            link: self.look.link.clone(),
        };
        match self.open.runs.last_mut() {
            Some(last) if last.is_like(&run) => last.text.push_str(&run.text),
            _ => self.open.runs.push(run),
        }
    }

    /// Ends the lines of a block of code, each a paragraph of its own.
    fn code_lines(&mut self, text: &str) {
        for line in text.lines() {
            self.begin(Kind::Code);
            self.open.goes_on = self.done.last().is_some_and(|last| last.kind == Kind::Code);
            self.say(line, true);
        }
    }

    fn begin(&mut self, kind: Kind) {
        self.end();
        self.open.kind = kind;
    }

    /// Ends a line within a paragraph or an item.
    fn go_on(&mut self) {
        self.end();
        self.open.goes_on = true;
    }

    fn end(&mut self) {
        let mut open = std::mem::take(&mut self.open);
        open.depth = self.lists.len();
        if let Some(last) = open.runs.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
        open.runs.retain(|run| !run.text.is_empty());
        if !open.runs.is_empty() {
            self.done.push(open);
        }
    }
}

fn heading(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree in lines: what it is, how deep, and what it says.
    fn told(markdown: &str) -> Vec<String> {
        let tell = |run: &Run| {
            let marks = [(run.strong, "*"), (run.emphasis, "/"), (run.code, "`")];
            let marks: String = marks.iter().filter(|(is, _)| *is).map(|(_, mark)| *mark).collect();
            let link = run.link.as_ref().map(|link| format!("<{link}>")).unwrap_or_default();
            format!("{marks}{}{marks}{link}", run.text)
        };
        let paragraphs = paragraphs(markdown);
        let lines = paragraphs.iter().map(|paragraph| {
            let kind = match paragraph.kind {
                Kind::Text => String::new(),
                Kind::Heading(level) => format!("h{level} "),
                Kind::Dot => format!("{}. ", paragraph.depth),
                Kind::Number(number) => format!("{}.{number} ", paragraph.depth),
                Kind::Code => "code ".into(),
            };
            let goes_on = if paragraph.goes_on { "+ " } else { "" };
            format!("{goes_on}{kind}{}", paragraph.runs.iter().map(tell).collect::<String>())
        });
        lines.collect()
    }

    #[test]
    fn paragraphs_headings_and_lists_are_known() {
        let markdown =
            "# One\n\nSome *soft*, **loud** and `set`.\nNext line.\n\n- a\n- b\n  1. c\n  2. d\n\n3. e";
        assert_eq!(
            told(markdown),
            [
                "h1 One",
                "Some /soft/, *loud* and `set`. Next line.",
                "1. a",
                "1. b",
                "2.1 c",
                "2.2 d",
                "1.3 e"
            ]
        );
    }

    #[test]
    fn loose_items_and_hard_breaks_go_on() {
        assert_eq!(told("- a\n\n  more\n\n- b"), ["1. a", "+ more", "1. b"]);
        assert_eq!(told("one\\\ntwo"), ["one", "+ two"]);
        assert_eq!(told("```\nlet a;\nlet b;\n```"), ["code `let a;`", "+ code `let b;`"]);
    }

    #[test]
    fn html_and_images_come_out_as_their_text() {
        assert_eq!(told("a <b>bold</b> ![a cat](cat.png)"), ["a <b>bold</b> a cat"]);
        assert_eq!(told("<script>alert(1)</script>\n\nnext"), ["<script>alert(1)</script>", "next"]);
    }

    #[test]
    fn only_web_and_mail_addresses_are_links() {
        assert_eq!(told("[a](https://a.example) [b](javascript:alert(1))"), ["a<https://a.example> b"]);
        assert_eq!(told("<ines@example.org>"), ["ines@example.org<mailto:ines@example.org>"]);
        assert_eq!(told("[c](data:text/html,x) [d](/etc/passwd)"), ["c d"]);
    }
}
