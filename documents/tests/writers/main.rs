//! Every writer, over documents as people make them and as they should not be.

mod example;

use cairn_documents::{Format, Layout, Paper, write};

/// Writes a pack in every format to the folder that `CAIRN_LOOK` names, to look at.
#[test]
fn a_pack_is_written_in_every_format() {
    let items = 8;
    let formats = [
        ("slides.pdf", Format::Pdf(Layout::Slides)),
        ("a4.pdf", Format::Pdf(Layout::OnePager(Paper::A4))),
        ("letter.pdf", Format::Pdf(Layout::OnePager(Paper::Letter))),
        ("pack.html", Format::Html),
        ("pack.md", Format::Markdown),
        ("pack.pptx", Format::Slides),
    ];
    for (name, format) in formats {
        let bytes = write(&example::pack(items), format).unwrap();
        assert!(bytes.len() > 500, "{name}");
        if let Some(folder) = std::env::var_os("CAIRN_LOOK") {
            std::fs::write(std::path::Path::new(&folder).join(name), bytes).unwrap();
        }
    }
}
