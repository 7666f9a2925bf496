//! Pages as PowerPoint slides: real text boxes and tables, charts as SVG with a picture beside it.
//!
//! The file is a ZIP of XML parts (ECMA-376). One pixel of a page is one point of a slide.

use crate::markup::escaped;
use crate::pages::{
    self, Layout, Page, PageCell, PageColumn, PageParagraph, PageTable, Passage, Piece, Placed, Purpose,
};
use crate::prose::Run;
use crate::text::{self, Line, Style};
use crate::{Error, Result};
use cairn_charts::{Role, Scene};
use cairn_core::document::Document;
use resvg::{tiny_skia, usvg};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::sync::{Arc, LazyLock};
use zip::write::SimpleFileOptions;

/// The units of a slide in a point.
const UNITS: f64 = 12_700.0;

/// Pixels of a picture to a pixel of its chart, so that it is sharp on a large screen.
const SHARPNESS: f32 = 3.0;

const NAMESPACES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The name that fields with the number of their slide share.
const SLIDE_NUMBER: &str = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}";

/// Beginning of the kinds of relation that Office knows.
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Beginning of the types of content that a presentation is made of.
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.presentationml";

/// Writes a document, which is clean, as slides.
pub(crate) fn slides(document: &Document) -> Result<Vec<u8>> {
    let pages = pages::lay_out(document, Layout::Slides);
    let mut package = Package::default();
    let mut main = Relations::default();
    let master = main.add("slideMaster", "slideMasters/slideMaster1.xml");
    let notes_master = main.add("notesMaster", "notesMasters/notesMaster1.xml");
    main.add("theme", "theme/theme1.xml");
    let mut ids = String::new();
    for (index, page) in pages.iter().enumerate() {
        let number = index + 1;
        let id = main.add("slide", &format!("slides/slide{number}.xml"));
        let _ = write!(ids, "<p:sldId id=\"{}\" r:id=\"{id}\"/>", 255 + number);
        let notes = document.sections.get(page.section).map_or("", |section| section.notes.as_str());
        // Notes are said once, on the first page of what they are about.
        add_slide(&mut package, page, number, if page.part == 1 { notes } else { "" })?;
    }
    let presentation = format!(
        "<p:presentation {NAMESPACES} saveSubsetFonts=\"1\"><p:sldMasterIdLst>\
         <p:sldMasterId id=\"2147483648\" r:id=\"{master}\"/></p:sldMasterIdLst><p:notesMasterIdLst>\
         <p:notesMasterId r:id=\"{notes_master}\"/></p:notesMasterIdLst><p:sldIdLst>{ids}</p:sldIdLst>\
         <p:sldSz cx=\"12192000\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>"
    );
    package.add("ppt/presentation.xml", &format!("{CONTENT}.presentation.main+xml"), &presentation);
    package.relate("ppt/presentation.xml", &main);
    add_masters(&mut package);
    add_properties(&mut package, &document.title);
    package.finish()
}

/// The parts of a file, in the order they were added.
#[derive(Default)]
struct Package {
    parts: Vec<(String, Vec<u8>)>,
    types: String,
}

impl Package {
    /// Adds a part of XML of this type of content.
    fn add(&mut self, name: &str, kind: &str, xml: &str) {
        let _ = write!(self.types, "<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>");
        self.parts.push((name.to_owned(), format!("{DECLARATION}{xml}").into_bytes()));
    }

    /// Adds the relations of a part.
    fn relate(&mut self, name: &str, relations: &Relations) {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        self.parts.push((format!("{folder}_rels/{file}.rels"), relations.xml().into_bytes()));
    }

    fn finish(mut self) -> Result<Vec<u8>> {
        let types = format!(
            "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
             <Default Extension=\"png\" ContentType=\"image/png\"/>\
             <Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>{}</Types>",
            self.types
        );
        // Readers look for this part first.
        self.parts.insert(0, ("[Content_Types].xml".to_owned(), types.into_bytes()));
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let failed = |error: &dyn std::error::Error| Error::Typesetting(error.to_string());
        for (name, bytes) in &self.parts {
            zip.start_file(name, SimpleFileOptions::default()).map_err(|error| failed(&error))?;
            zip.write_all(bytes).map_err(|error| failed(&error))?;
        }
        Ok(zip.finish().map_err(|error| failed(&error))?.into_inner())
    }
}

/// What a part refers to.
#[derive(Default)]
struct Relations {
    xml: String,
    count: usize,
}

impl Relations {
    /// Adds a relation to another part and returns its id.
    fn add(&mut self, kind: &str, target: &str) -> String {
        self.push(&format!("{OFFICE}/{kind}"), target, "")
    }

    /// Adds a relation to an address outside of the file and returns its id.
    fn outside(&mut self, address: &str) -> String {
        self.push(&format!("{OFFICE}/hyperlink"), address, " TargetMode=\"External\"")
    }

    fn push(&mut self, kind: &str, target: &str, mode: &str) -> String {
        self.count += 1;
        let id = format!("rId{}", self.count);
        let target = escaped(target);
        let _ = write!(self.xml, "<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"{mode}/>");
        id
    }

    fn xml(&self) -> String {
        format!(
            "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
             {}</Relationships>",
            self.xml
        )
    }
}

/// A slide that is being written.
struct Slide<'a> {
    package: &'a mut Package,
    relations: Relations,
    number: usize,
    shapes: String,
    /// The ids of shapes that were given; 1 is the slide's own tree.
    id: usize,
}

fn add_slide(package: &mut Package, page: &Page, number: usize, notes: &str) -> Result<()> {
    let mut relations = Relations::default();
    relations.add("slideLayout", "../slideLayouts/slideLayout1.xml");
    if !notes.is_empty() {
        relations.add("notesSlide", &format!("../notesSlides/notesSlide{number}.xml"));
        add_notes(package, number, notes);
    }
    let mut slide = Slide { package, relations, number, shapes: String::new(), id: 1 };
    let mut rest = page.boxes.as_slice();
    while !rest.is_empty() {
        let (here, after) = rest.split_at(column(rest));
        slide.add(here)?;
        rest = after;
    }
    let Slide { shapes, relations, .. } = slide;
    let name = format!("ppt/slides/slide{number}.xml");
    let xml = format!(
        "<p:sld {NAMESPACES}><p:cSld>{}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>",
        tree(&shapes)
    );
    package.add(&name, &format!("{CONTENT}.slide+xml"), &xml);
    package.relate(&name, &relations);
    Ok(())
}

/// Counts the boxes at the beginning that stand in one column of text: they become one text box, so
/// that nothing runs into each other where another face takes more lines.
fn column(boxes: &[Placed]) -> usize {
    let flows = |placed: &Placed| match &placed.piece {
        Piece::Text { passage } => matches!(passage.purpose, Purpose::Text | Purpose::Heading),
        _ => false,
    };
    let follows = |pair: &&[Placed]| {
        let (one, next) = (&pair[0], &pair[1]);
        flows(one) && flows(next) && one.x == next.x && one.width == next.width && one.y < next.y
    };
    1 + boxes.windows(2).take_while(follows).count()
}

/// The tree of shapes of a slide, a layout or a master.
fn tree(shapes: &str) -> String {
    format!(
        "<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>\
         <a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/>\
         <a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>{shapes}</p:spTree>"
    )
}

fn units(pixels: f64) -> i64 {
    (pixels * UNITS).round() as i64
}

/// Where something stands, between the tags of `prefix:xfrm`.
fn place(prefix: &str, placed: &Placed) -> String {
    let [x, y, width, height] = [placed.x, placed.y, placed.width, placed.height].map(units);
    format!(
        "<{prefix}:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></{prefix}:xfrm>"
    )
}

fn paint(role: Role) -> String {
    let colour = role.light().trim_start_matches('#').to_uppercase();
    format!("<a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill>")
}

impl Slide<'_> {
    /// Adds a shape for boxes that belong together; only texts do.
    fn add(&mut self, boxes: &[Placed]) -> Result<()> {
        self.id += 1;
        let placed = &boxes[0];
        let shape = match &placed.piece {
            Piece::Text { passage } => self.text_box(boxes, passage),
            Piece::Chip { text, style, ground } => self.chip(placed, text, style, *ground),
            Piece::Table { table } => self.table(placed, table),
            Piece::Figure { scene, .. } => self.figure(placed, scene)?,
            Piece::Rule { colour } => {
                let properties = format!(
                    "<p:spPr>{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>{}<a:ln><a:noFill/></a:ln></p:spPr>",
                    place("a", placed),
                    paint(*colour)
                );
                let name = self.named("Line", "");
                format!("<p:sp><p:nvSpPr>{name}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>{properties}</p:sp>")
            }
        };
        self.shapes.push_str(&shape);
        Ok(())
    }

    /// The id and the name of the shape that is being written.
    fn named(&self, name: &str, description: &str) -> String {
        let id = self.id;
        let description = match escaped(description) {
            text if text.is_empty() => text,
            text => format!(" descr=\"{text}\""),
        };
        format!("<p:cNvPr id=\"{id}\" name=\"{name} {id}\"{description}/>")
    }

    fn text_box(&mut self, boxes: &[Placed], first: &Passage) -> String {
        let (name, holder) = match (first.purpose, first.end) {
            (Purpose::Title, _) => ("Title", "<p:ph type=\"title\"/>"),
            (Purpose::Foot, false) => ("Footer", "<p:ph type=\"ftr\" sz=\"quarter\" idx=\"11\"/>"),
            (Purpose::Foot, true) => ("Slide number", "<p:ph type=\"sldNum\" sz=\"quarter\" idx=\"12\"/>"),
            _ => ("Text", ""),
        };
        let own = if holder.is_empty() { " txBox=\"1\"" } else { "" };
        let mut paragraphs = String::new();
        let mut lines = 0;
        let mut bottom = boxes[0].y;
        for placed in boxes {
            if let Piece::Text { passage } = &placed.piece {
                let above = placed.y - bottom;
                bottom = placed.y + placed.height;
                for (index, paragraph) in passage.paragraphs.iter().enumerate() {
                    let gap = if index == 0 { above } else { paragraph.gap };
                    paragraphs.push_str(&self.paragraph(passage, paragraph, gap));
                    lines += paragraph.lines.len();
                }
            }
        }
        // What is one line here stays one line where another face is a little wider.
        let wrap = if lines == 1 { "none" } else { "square" };
        let whole = Placed { height: bottom - boxes[0].y, ..boxes[0].clone() };
        format!(
            "<p:sp><p:nvSpPr>{}<p:cNvSpPr{own}/><p:nvPr>{holder}</p:nvPr></p:nvSpPr><p:spPr>{}\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>\
             <a:bodyPr wrap=\"{wrap}\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"t\"><a:noAutofit/></a:bodyPr>\
             <a:lstStyle/>{paragraphs}</p:txBody></p:sp>",
            self.named(name, ""),
            place("a", &whole),
        )
    }

    fn paragraph(&mut self, passage: &Passage, paragraph: &PageParagraph, gap: f64) -> String {
        let indent = units(paragraph.indent);
        let bullet = match paragraph.marker.as_deref() {
            Some("•") => "<a:buFont typeface=\"Arial\"/><a:buChar char=\"•\"/>".to_owned(),
            Some(number) => format!(
                "<a:buFont typeface=\"+mj-lt\"/><a:buAutoNum type=\"arabicPeriod\" startAt=\"{}\"/>",
                number.trim_end_matches('.').parse::<u16>().unwrap_or(1).clamp(1, 32_767)
            ),
            None => "<a:buNone/>".to_owned(),
        };
        let hang = match &paragraph.marker {
            Some(_) => -units(paragraph.hang),
            None => 0,
        };
        let indents = format!(" marL=\"{indent}\" indent=\"{hang}\"");
        let properties = paragraph_properties(&indents, passage.end, &passage.style, gap, &bullet);
        let runs = if passage.purpose == Purpose::Foot && passage.end {
            let text: String = paragraph.lines.iter().flatten().map(|run| run.text.as_str()).collect();
            let (look, text) = (self.look(&passage.style, &Run::default()), escaped(&text));
            format!("<a:fld id=\"{SLIDE_NUMBER}\" type=\"slidenum\">{look}<a:t>{text}</a:t></a:fld>")
        } else {
            self.runs(&paragraph.lines, &passage.style)
        };
        format!("<a:p>{properties}{runs}</a:p>")
    }

    fn chip(&mut self, placed: &Placed, text: &str, style: &Style, ground: Role) -> String {
        let runs = self.runs(&[vec![Run::plain(text)]], style);
        format!(
            "<p:sp><p:nvSpPr>{}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{}<a:prstGeom prst=\"roundRect\"><a:avLst>\
             <a:gd name=\"adj\" fmla=\"val 12000\"/></a:avLst></a:prstGeom>{}<a:ln><a:noFill/></a:ln></p:spPr>\
             <p:txBody><a:bodyPr wrap=\"none\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"ctr\"/>\
             <a:lstStyle/><a:p><a:pPr algn=\"ctr\"/>{runs}</a:p></p:txBody></p:sp>",
            self.named("Verdict", ""),
            place("a", placed),
            paint(ground),
        )
    }

    fn table(&mut self, placed: &Placed, table: &PageTable) -> String {
        let columns: String = table
            .columns
            .iter()
            .map(|column| format!("<a:gridCol w=\"{}\"/>", units(column.width)))
            .collect();
        let mut rows = String::new();
        let has_head = table.head_height > 0.0;
        if has_head {
            let _ = write!(rows, "<a:tr h=\"{}\">", units(table.head_height));
            for column in &table.columns {
                let head = PageCell { lines: column.head.clone(), ..PageCell::default() };
                let column = PageColumn { style: table.head_style, ..column.clone() };
                rows.push_str(&self.cell(&head, &column, &table.small_style, None));
            }
            rows.push_str("</a:tr>");
        }
        for row in &table.rows {
            let _ = write!(rows, "<a:tr h=\"{}\">", units(row.height));
            for (cell, column) in row.cells.iter().zip(&table.columns) {
                rows.push_str(&self.cell(cell, column, &table.small_style, Some(Role::Line)));
            }
            rows.push_str("</a:tr>");
        }
        let first = if has_head { " firstRow=\"1\"" } else { "" };
        format!(
            "<p:graphicFrame><p:nvGraphicFramePr>{}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/>\
             </p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{}<a:graphic><a:graphicData \
             uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl><a:tblPr{first}/>\
             <a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>",
            self.named("Table", &table.name),
            place("p", placed),
        )
    }

    /// A cell, with a line above it or none.
    fn cell(&mut self, cell: &PageCell, column: &PageColumn, small: &Style, above: Option<Role>) -> String {
        let mut paragraphs = String::new();
        for (lines, style) in [(&cell.lines, &column.style), (&cell.small, small)] {
            if !lines.is_empty() {
                let properties = paragraph_properties("", column.end, style, 0.0, "");
                let _ = write!(paragraphs, "<a:p>{properties}{}</a:p>", self.runs(lines, style));
            }
        }
        if paragraphs.is_empty() {
            paragraphs.push_str("<a:p><a:endParaRPr lang=\"en-GB\" sz=\"1000\"/></a:p>");
        }
        let none = |side: &str| format!("<a:{side} w=\"0\"><a:noFill/></a:{side}>");
        let top = match above {
            Some(role) => format!("<a:lnT w=\"12700\">{}</a:lnT>", paint(role)),
            None => none("lnT"),
        };
        let anchor = if above.is_some() { "ctr" } else { "t" };
        format!(
            "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</a:txBody><a:tcPr marL=\"0\" marR=\"{}\" \
             marT=\"0\" marB=\"0\" anchor=\"{anchor}\">{}{}{top}{}<a:noFill/></a:tcPr></a:tc>",
            units(column.pad),
            none("lnL"),
            none("lnR"),
            none("lnB"),
        )
    }

    /// A chart: SVG for who can show it, a picture for who can't.
    fn figure(&mut self, placed: &Placed, scene: &Scene) -> Result<String> {
        let svg = cairn_charts::svg(scene);
        let name = format!("figure{}-{}", self.number, self.id);
        let picture = png(&svg)?;
        self.package.parts.push((format!("ppt/media/{name}.png"), picture));
        self.package.parts.push((format!("ppt/media/{name}.svg"), svg.into_bytes()));
        let picture = self.relations.add("image", &format!("../media/{name}.png"));
        let drawing = self.relations.add("image", &format!("../media/{name}.svg"));
        let said = if scene.sentence.is_empty() { &scene.title } else { &scene.sentence };
        Ok(format!(
            "<p:pic><p:nvPicPr>{}<p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>\
             <p:blipFill><a:blip r:embed=\"{picture}\"><a:extLst>\
             <a:ext uri=\"{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}\"><asvg:svgBlip \
             xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"{drawing}\"/></a:ext>\
             </a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{}\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>",
            self.named("Chart", said),
            place("a", placed),
        ))
    }

    /// The runs of lines; where a line was broken is left to the program that shows it.
    fn runs(&mut self, lines: &[Line], style: &Style) -> String {
        let mut runs = String::new();
        for run in lines.iter().flatten() {
            let (look, text) = (self.look(style, run), escaped(&run.text));
            let _ = write!(runs, "<a:r>{look}<a:t>{text}</a:t></a:r>");
        }
        runs
    }

    /// How a run looks, and where it leads.
    fn look(&mut self, style: &Style, run: &Run) -> String {
        let colour = match (&run.link, run.code) {
            (Some(_), _) => Role::Tarn,
            (None, true) => Role::Ink3,
            (None, false) => style.colour,
        };
        let flag = |is: bool, name: &str| if is { format!(" {name}=\"1\"") } else { String::new() };
        let link = match &run.link {
            Some(address) => format!("<a:hlinkClick r:id=\"{}\"/>", self.relations.outside(address)),
            None => String::new(),
        };
        format!(
            "<a:rPr lang=\"en-GB\" sz=\"{}\"{}{} spc=\"{}\">{}<a:latin typeface=\"+mn-lt\"/>{link}</a:rPr>",
            (style.size * 100.0).round(),
            flag(style.strong || run.strong, "b"),
            flag(run.emphasis, "i"),
            (style.tracking * style.size * 100.0).round(),
            paint(colour),
        )
    }
}

fn paragraph_properties(attributes: &str, end: bool, style: &Style, gap: f64, bullet: &str) -> String {
    let side = if end { " algn=\"r\"" } else { "" };
    let [line, gap] = [style.line, gap].map(|pixels| (pixels * 100.0).round());
    format!(
        "<a:pPr{attributes}{side}><a:lnSpc><a:spcPts val=\"{line}\"/></a:lnSpc>\
         <a:spcBef><a:spcPts val=\"{gap}\"/></a:spcBef>{bullet}</a:pPr>"
    )
}

/// Draws a chart as a picture, with the bundled faces.
fn png(svg: &str) -> Result<Vec<u8>> {
    static FONTS: LazyLock<Arc<usvg::fontdb::Database>> = LazyLock::new(|| {
        let mut fonts = usvg::fontdb::Database::new();
        text::FONTS.iter().for_each(|font| fonts.load_font_data(font.to_vec()));
        Arc::new(fonts)
    });
    let options = usvg::Options {
        font_family: "Inter".to_owned(),
        fontdb: Arc::clone(&FONTS),
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(svg, &options).map_err(|error| Error::Typesetting(error.to_string()))?;
    let size = tree.size().to_int_size().scale_by(SHARPNESS);
    let picture = size.and_then(|size| tiny_skia::Pixmap::new(size.width(), size.height()));
    let mut picture = picture.ok_or_else(|| Error::Typesetting("a chart without a size".to_owned()))?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(SHARPNESS, SHARPNESS), &mut picture.as_mut());
    picture.encode_png().map_err(|error| Error::Typesetting(error.to_string()))
}

fn add_notes(package: &mut Package, number: usize, notes: &str) {
    let paragraphs: String = notes
        .lines()
        .map(|line| format!("<a:p><a:r><a:rPr lang=\"en-GB\"/><a:t>{}</a:t></a:r></a:p>", escaped(line)))
        .collect();
    let shapes = format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" \
         noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>\
         <p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>\
         <p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>\
         {paragraphs}</p:txBody></p:sp>"
    );
    let xml = format!(
        "<p:notes {NAMESPACES}><p:cSld>{}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>",
        tree(&shapes)
    );
    let name = format!("ppt/notesSlides/notesSlide{number}.xml");
    package.add(&name, &format!("{CONTENT}.notesSlide+xml"), &xml);
    let mut relations = Relations::default();
    relations.add("notesMaster", "../notesMasters/notesMaster1.xml");
    relations.add("slide", &format!("../slides/slide{number}.xml"));
    package.relate(&name, &relations);
}

/// What all slides have in common: a master, one layout, a theme, and the master of notes.
fn add_masters(package: &mut Package) {
    let theme = theme();
    const THEME: &str = "application/vnd.openxmlformats-officedocument.theme+xml";
    package.add("ppt/theme/theme1.xml", THEME, &theme);
    package.add("ppt/theme/theme2.xml", THEME, &theme);

    let map = "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" \
               accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" \
               folHlink=\"folHlink\"/>";
    let ground = "<p:bg><p:bgRef idx=\"1001\"><a:schemeClr val=\"bg1\"/></p:bgRef></p:bg>";
    let holders = tree(&holders());
    let levels: String =
        (1..=9).map(|level| format!("<a:lvl{level}pPr><a:defRPr sz=\"1900\"><a:latin typeface=\"+mn-lt\"/></a:defRPr></a:lvl{level}pPr>")).collect();
    let master = format!(
        "<p:sldMaster {NAMESPACES}><p:cSld>{ground}{holders}</p:cSld>{map}<p:sldLayoutIdLst>\
         <p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle>\
         <a:lvl1pPr algn=\"l\"><a:defRPr sz=\"3600\" b=\"1\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>\
         <a:latin typeface=\"+mj-lt\"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>\
         <p:otherStyle>{levels}</p:otherStyle></p:txStyles></p:sldMaster>"
    );
    package.add("ppt/slideMasters/slideMaster1.xml", &format!("{CONTENT}.slideMaster+xml"), &master);
    let mut relations = Relations::default();
    relations.add("slideLayout", "../slideLayouts/slideLayout1.xml");
    relations.add("theme", "../theme/theme1.xml");
    package.relate("ppt/slideMasters/slideMaster1.xml", &relations);

    let layout = format!(
        "<p:sldLayout {NAMESPACES} type=\"titleOnly\" preserve=\"1\"><p:cSld name=\"Title\">{holders}</p:cSld>\
         <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    );
    package.add("ppt/slideLayouts/slideLayout1.xml", &format!("{CONTENT}.slideLayout+xml"), &layout);
    let mut relations = Relations::default();
    relations.add("slideMaster", "../slideMasters/slideMaster1.xml");
    package.relate("ppt/slideLayouts/slideLayout1.xml", &relations);

    let shape = |id: usize, name: &str, holder: &str, [x, y, width, height]: [i64; 4], text: &str| {
        format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>\
             <p:nvPr>{holder}</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"{x}\" y=\"{y}\"/>\
             <a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>{text}</p:sp>"
        )
    };
    let text = "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang=\"en-GB\"/></a:p></p:txBody>";
    let shapes = [
        shape(
            2,
            "Slide",
            "<p:ph type=\"sldImg\" idx=\"2\"/>",
            [685_800, 1_143_000, 5_486_400, 3_086_100],
            "",
        ),
        shape(
            3,
            "Notes",
            "<p:ph type=\"body\" sz=\"quarter\" idx=\"1\"/>",
            [685_800, 4_400_550, 5_486_400, 3_600_450],
            text,
        ),
    ];
    let notes = format!(
        "<p:notesMaster {NAMESPACES}><p:cSld>{ground}{}</p:cSld>{map}</p:notesMaster>",
        tree(&shapes.concat())
    );
    package.add("ppt/notesMasters/notesMaster1.xml", &format!("{CONTENT}.notesMaster+xml"), &notes);
    let mut relations = Relations::default();
    relations.add("theme", "../theme/theme2.xml");
    package.relate("ppt/notesMasters/notesMaster1.xml", &relations);
}

/// The places of title, footer and number.
fn holders() -> String {
    let shape = |id: usize, name: &str, holder: &str, [x, y, width, height]: [f64; 4], text: &str| {
        let [x, y, width, height] = [x, y, width, height].map(units);
        format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>\
             <p:nvPr>{holder}</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"{x}\" y=\"{y}\"/>\
             <a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>\
             <p:txBody><a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"/><a:lstStyle/><a:p>{text}</a:p></p:txBody></p:sp>"
        )
    };
    let empty = "<a:endParaRPr lang=\"en-GB\"/>";
    let number =
        format!("<a:fld id=\"{SLIDE_NUMBER}\" type=\"slidenum\"><a:rPr lang=\"en-GB\"/><a:t>1</a:t></a:fld>");
    [
        shape(2, "Title", "<p:ph type=\"title\"/>", [60.0, 44.0, 840.0, 42.0], empty),
        shape(
            3,
            "Footer",
            "<p:ph type=\"ftr\" sz=\"quarter\" idx=\"11\"/>",
            [60.0, 490.0, 750.0, 18.0],
            empty,
        ),
        shape(
            4,
            "Slide number",
            "<p:ph type=\"sldNum\" sz=\"quarter\" idx=\"12\"/>",
            [820.0, 490.0, 80.0, 18.0],
            &number,
        ),
    ]
    .concat()
}

/// The colours of the light theme, and Inter for all text.
fn theme() -> String {
    let colours = [
        ("dk1", Role::Ink),
        ("lt1", Role::Surface),
        ("dk2", Role::Ink2),
        ("lt2", Role::Sunken),
        ("accent1", Role::Tarn),
        ("accent2", Role::Moss),
        ("accent3", Role::Lichen),
        ("accent4", Role::Way),
        ("accent5", Role::Tarn2),
        ("accent6", Role::Line3),
        ("hlink", Role::Tarn),
        ("folHlink", Role::Ink3),
    ];
    let colours: String = colours
        .iter()
        .map(|(name, role)| {
            let value = role.light().trim_start_matches('#').to_uppercase();
            format!("<a:{name}><a:srgbClr val=\"{value}\"/></a:{name}>")
        })
        .collect();
    let face = "<a:latin typeface=\"Inter\" panose=\"020B0604020202020204\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>";
    let plain = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    let line = format!("<a:ln w=\"9525\">{plain}</a:ln>");
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    format!(
        "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Cairn\"><a:themeElements>\
         <a:clrScheme name=\"Cairn\">{colours}</a:clrScheme><a:fontScheme name=\"Cairn\"><a:majorFont>{face}</a:majorFont>\
         <a:minorFont>{face}</a:minorFont></a:fontScheme><a:fmtScheme name=\"Cairn\">\
         <a:fillStyleLst>{plain}{plain}{plain}</a:fillStyleLst><a:lnStyleLst>{line}{line}{line}</a:lnStyleLst>\
         <a:effectStyleLst>{effect}{effect}{effect}</a:effectStyleLst><a:bgFillStyleLst>{plain}{plain}{plain}</a:bgFillStyleLst>\
         </a:fmtScheme></a:themeElements></a:theme>"
    )
}

fn add_properties(package: &mut Package, title: &str) {
    let core = format!(
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:language>en</dc:language></cp:coreProperties>",
        escaped(title)
    );
    package.add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", &core);
    let app = "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
               <Application>Cairn</Application></Properties>";
    package.add(
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        app,
    );
    let mut relations = Relations::default();
    relations.add("officeDocument", "ppt/presentation.xml");
    relations.push(
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml",
        "",
    );
    relations.add("extended-properties", "docProps/app.xml");
    // The relations of the file itself have no part they belong to.
    package.relate("", &relations);
}
