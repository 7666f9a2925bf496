//! PowerPoint files by their parts, their relations and their ids, and in another program.

use crate::layout::documents;
use crate::{example, run, text, unpacked};
use cairn_documents::{Format, Layout, pages, write};
use std::collections::BTreeSet;
use std::process::Command;

/// The part a relation of `owner` leads to.
fn target(owner: &str, target: &str) -> String {
    let mut path: Vec<&str> = owner.split('/').collect();
    path.pop();
    for step in target.split('/') {
        if step == ".." {
            path.pop();
        } else {
            path.push(step);
        }
    }
    path.join("/")
}

#[test]
fn every_relation_leads_to_a_part_and_every_part_has_a_type() {
    for (name, document) in documents() {
        let parts = unpacked(&write(&document, Format::Slides).unwrap());
        let types = std::str::from_utf8(&parts["[Content_Types].xml"]).unwrap();
        let types = roxmltree::Document::parse(types).unwrap();
        let of = |attribute: &str| -> BTreeSet<String> {
            types.descendants().filter_map(|node| node.attribute(attribute)).map(str::to_owned).collect()
        };
        let (extensions, overrides) = (of("Extension"), of("PartName"));
        let mut reached = BTreeSet::new();
        for (part, bytes) in &parts {
            let extension = part.rsplit('.').next().unwrap();
            assert!(extensions.contains(extension), "{name}: {part}");
            if extension == "xml" && part != "[Content_Types].xml" {
                assert!(overrides.contains(&format!("/{part}")), "{name}: {part} has no type of its own");
            }
            let Some((folder, file)) = part.strip_suffix(".rels").and_then(|part| part.split_once("_rels/"))
            else {
                continue;
            };
            let owner = format!("{folder}{file}");
            assert!(file.is_empty() || parts.contains_key(&owner), "{name}: {owner}");
            let relations = roxmltree::Document::parse(std::str::from_utf8(bytes).unwrap()).unwrap();
            let mut ids = BTreeSet::new();
            for relation in relations.descendants().filter(|node| node.has_tag_name_ignoring("Relationship"))
            {
                assert!(ids.insert(relation.attribute("Id").unwrap().to_owned()));
                if relation.attribute("TargetMode") != Some("External") {
                    let part = target(&owner, relation.attribute("Target").unwrap());
                    assert!(parts.contains_key(&part), "{name}: {owner} leads to {part}");
                    reached.insert(part);
                }
            }
            // Every id that the part names is there.
            if let Some(bytes) = parts.get(&owner) {
                let xml = roxmltree::Document::parse(std::str::from_utf8(bytes).unwrap()).unwrap();
                for attribute in xml.descendants().flat_map(|node| node.attributes()) {
                    if attribute
                        .namespace()
                        .is_some_and(|space| space.ends_with("officeDocument/2006/relationships"))
                    {
                        assert!(
                            ids.contains(attribute.value()),
                            "{name}: {owner} names {}",
                            attribute.value()
                        );
                    }
                }
            }
        }
        for part in parts.keys() {
            let known = reached.contains(part) || part.ends_with(".rels") || part == "[Content_Types].xml";
            assert!(known, "{name}: nothing leads to {part}");
        }
    }
}

/// Names with the namespace left aside.
trait Named {
    fn has_tag_name_ignoring(&self, name: &str) -> bool;
}

impl Named for roxmltree::Node<'_, '_> {
    fn has_tag_name_ignoring(&self, name: &str) -> bool {
        self.tag_name().name() == name
    }
}

#[test]
fn a_slide_a_page_with_a_title_and_ids_of_its_own() {
    for (name, document) in documents() {
        let parts = unpacked(&write(&document, Format::Slides).unwrap());
        let slides: Vec<&String> =
            parts.keys().filter(|part| part.starts_with("ppt/slides/") && part.ends_with(".xml")).collect();
        assert_eq!(slides.len(), pages(&document, Layout::Slides).len(), "{name}");
        for slide in slides {
            let xml = roxmltree::Document::parse(std::str::from_utf8(&parts[slide]).unwrap()).unwrap();
            let mut ids = BTreeSet::new();
            for shape in xml.descendants().filter(|node| node.has_tag_name_ignoring("cNvPr")) {
                assert!(ids.insert(shape.attribute("id").unwrap()), "{name}: {slide}");
            }
            let holders: Vec<&str> = xml
                .descendants()
                .filter(|node| node.has_tag_name_ignoring("ph"))
                .filter_map(|node| node.attribute("type"))
                .collect();
            assert_eq!(holders, ["title", "ftr", "sldNum"], "{name}: {slide}");
        }
    }
}

#[test]
fn tables_are_tables_charts_have_a_picture_beside_the_drawing_and_notes_are_notes() {
    let parts = unpacked(&write(&example::pack(8), Format::Slides).unwrap());
    let part = |name: &str| String::from_utf8(parts[name].clone()).unwrap();
    assert!(part("ppt/slides/slide2.xml").contains("<a:tbl><a:tblPr firstRow=\"1\"/>"));
    let media: Vec<&String> = parts.keys().filter(|name| name.starts_with("ppt/media/")).collect();
    assert_eq!(media.len(), 2);
    assert!(parts[media[0]].starts_with(b"\x89PNG") && parts[media[1]].starts_with(b"<svg"));
    let figure = parts.keys().find(|name| part_has(&parts[*name], "svgBlip")).unwrap();
    assert!(part(figure).contains("descr=\"From 38% in May to 54% now; the target is 70% by 26 March\""));
    let notes: Vec<&String> = parts.keys().filter(|name| name.starts_with("ppt/notesSlides/notes")).collect();
    assert_eq!(notes, ["ppt/notesSlides/notesSlide2.xml"]);
    assert!(part(notes[0]).contains("Ayla starts on the tablet.</a:t>"));
}

fn part_has(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn notes_for_the_one_who_presents_stand_in_no_other_format() {
    let document = example::pack(8);
    for format in [Format::Html, Format::Markdown] {
        assert!(!text(&document, format).contains("Ayla starts"), "{format:?}");
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("document.pdf");
    std::fs::write(&path, write(&document, Format::Pdf(Layout::Slides)).unwrap()).unwrap();
    let said = String::from_utf8(run("pdftotext", &["-"], &path)).unwrap();
    assert!(!said.contains("Ayla starts"));
}

/// LibreOffice Impress, which `cargo xtask soak` installs, opens the slides and counts as many.
#[test]
#[ignore = "soak: needs LibreOffice"]
fn soak_slides_open_in_impress() {
    let folder = tempfile::tempdir().unwrap();
    for (name, document) in documents() {
        let pages = pages(&document, Layout::Slides).len();
        if pages == 0 {
            continue;
        }
        let path = folder.path().join("document.pptx");
        std::fs::write(&path, write(&document, Format::Slides).unwrap()).unwrap();
        let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
        let status = Command::new("soffice")
            .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
            .args([folder.path(), &path])
            .status()
            .expect("LibreOffice Impress is needed");
        assert!(status.success(), "{name}");
        let info = String::from_utf8(run("pdfinfo", &[], &folder.path().join("document.pdf"))).unwrap();
        assert!(info.contains(&format!("Pages:           {pages}\n")), "{name}: {info}");
    }
}
