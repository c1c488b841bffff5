//! What stands in the document: the head, the title, and the blocks.

use super::xml::{Run, cell, numbered, paragraph, row, run, twips};
use crate::paper::{Block, Cell, Column, Group, Paper, Point, Row, Table, Value};

/// The width of the text on a page, in mm, upright and on its side.
const WIDTH: [u32; 2] = [165, 252];
/// The widths of what stands at the top, left and right, in mm.
const OFFICE: u32 = 63;
const EXTRACT: u32 = 97;
/// The width of the rule under the title, in mm.
const RULE: u32 = 45;
/// Millimetres below which a table's open column is not pressed.
const LEAST: u32 = 30;
/// The narrowest column that holds the head of the running number, in mm.
const NARROWEST: u32 = 12;
/// The list of points, which are marked with a dash.
const POINTS: usize = 1;

/// The body, and what the other parts must know of it.
pub(super) struct Body {
    pub xml: String,
    /// How many tables number their rows: each has a list of its own.
    pub numbered: usize,
    /// The size of the text, in half points.
    pub size: u32,
    /// The width of the text, in twips.
    pub width: u32,
}

impl Body {
    pub fn of(paper: &Paper) -> Self {
        let mm = WIDTH[usize::from(paper.landscape)];
        let mut writer = Writer { xml: String::new(), numbered: 0, mm };
        writer.head(paper);
        writer.title(paper);
        for block in &paper.blocks {
            writer.block(block);
        }
        let xml = format!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>{}{}</w:body></w:document>"#,
            writer.xml,
            section(paper.landscape)
        );
        Self { xml, numbered: writer.numbered, size: super::fit::size(paper.kind, &paper.blocks), width: twips(mm) }
    }
}

/// The page: A4, the margins of the decree, its number above from page 2 on.
fn section(landscape: bool) -> String {
    let (wide, high, orient) = if landscape { (297, 210, r#" w:orient="landscape""#) } else { (210, 297, "") };
    format!(
        r#"<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="first" r:id="rId6"/><w:pgSz w:w="{}" w:h="{}"{orient}/><w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}" w:header="{}" w:footer="{}" w:gutter="0"/><w:titlePg/></w:sectPr>"#,
        twips(wide),
        twips(high),
        twips(20),
        twips(15),
        twips(25),
        twips(30),
        twips(10),
        twips(6)
    )
}

struct Writer {
    xml: String,
    numbered: usize,
    mm: u32,
}

impl Writer {
    /// The office at the left, at the right what the paper is and is not: a table without lines.
    fn head(&mut self, paper: &Paper) {
        let (left, right) = (twips(OFFICE), twips(EXTRACT));
        let between = twips(self.mm - OFFICE - EXTRACT);
        let office = paragraph("Head", &run(&paper.office.to_uppercase(), Run { bold: true, italic: false }))
            + &paragraph("RuleShort", "");
        let mut beside = String::new();
        if let Some(notice) = &paper.notice {
            beside += &paragraph("Head", &run(notice, Run { bold: true, italic: false }));
            beside += &paragraph("RuleLong", "");
        }
        beside += &paragraph("Head", &run(&paper.printed, Run { bold: false, italic: true }));
        let cells = cell(left, 1, false, &office)
            + &cell(between, 1, false, &paragraph("Head", ""))
            + &cell(right, 1, false, &beside);
        self.xml += &format!(
            r#"<w:tbl><w:tblPr><w:tblW w:w="{}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="{left}"/><w:gridCol w:w="{between}"/><w:gridCol w:w="{right}"/></w:tblGrid>{}</w:tbl>"#,
            left + between + right,
            row(false, &cells)
        );
    }

    fn title(&mut self, paper: &Paper) {
        self.xml += &paragraph("Title", &run(&paper.title, Run::default()));
        if let Some(subject) = &paper.subject {
            self.xml += &paragraph("Subtitle", &run(subject, Run::default()));
        }
        let aside = twips((self.mm - RULE) / 2);
        self.xml += &format!(
            r#"<w:p><w:pPr><w:pStyle w:val="RuleTitle"/><w:ind w:left="{aside}" w:right="{aside}"/></w:pPr></w:p>"#
        );
        if let Some(as_of) = &paper.as_of {
            self.xml += &paragraph("AsOf", &run(as_of, Run::default()));
        }
        if let Some(sources) = &paper.sources {
            self.xml += &paragraph("Sources", &run(sources, Run::default()));
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Line { text } => self.xml += &paragraph("Line", &run(text, Run::default())),
            Block::Prose { text } => self.xml += &paragraph("Prose", &run(text, Run::default())),
            Block::Section { heading, points } => {
                self.xml += &paragraph("Heading1", &run(heading, Run::default()));
                points.iter().for_each(|point| self.point(point));
            }
            Block::Table(table) => self.table(table),
            // Drawings are pages and pictures, not documents.
            Block::Drawing(_) => {}
        }
    }

    fn point(&mut self, point: &Point) {
        let label = point.label.as_ref().map(|label| run(&format!("{label}: "), Run { bold: true, italic: false }));
        let mut runs = label.unwrap_or_default() + &run(&point.text, Run::default());
        for note in &point.notes {
            runs += "<w:r><w:br/></w:r>";
            runs += &run(note, Run { bold: false, italic: true });
        }
        self.xml += &numbered("Point", POINTS, &runs);
    }

    fn table(&mut self, table: &Table) {
        match &table.heading {
            Some(heading) => self.xml += &paragraph("Heading2", &run(heading, Run::default())),
            None => self.xml += &paragraph("Gap", ""),
        }
        // Every table numbers its rows anew, by a list of its own behind that of the points.
        self.numbered += 1;
        let list = POINTS + self.numbered;
        let widths = widths(&table.columns, self.mm);
        let grid: String = widths.iter().map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#)).collect();
        let head: String = table
            .columns
            .iter()
            .zip(&widths)
            .map(|(column, width)| cell(*width, 1, true, &paragraph("TableHead", &run(&column.title, Run::default()))))
            .collect();
        self.xml += &format!(
            r#"<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="{}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{}"#,
            widths.iter().sum::<u32>(),
            row(true, &head)
        );
        for group in &table.groups {
            self.group(group, &table.columns, &widths, list);
        }
        self.xml += "</w:tbl>";
        self.xml += &paragraph("Gap", "");
    }

    fn group(&mut self, group: &Group, columns: &[Column], widths: &[u32], list: usize) {
        let all: u32 = widths.iter().sum();
        if let Some(title) = &group.title {
            let count = if group.count > 1 { format!(" ({})", group.count) } else { String::new() };
            let said = run(title, Run { bold: true, italic: false }) + &run(&count, Run::default());
            self.xml += &row(false, &cell(all, columns.len(), true, &paragraph("TableGroup", &said)));
        }
        for entry in &group.rows {
            let cells = match entry {
                Row::Cells { cells } => columns
                    .iter()
                    .zip(widths)
                    .zip(cells)
                    .map(|((column, width), entry)| cell(*width, 1, true, &of_cell(column, entry, list)))
                    .collect(),
                Row::Wording { cell: entry, count, last } => wording(entry, *count, last, columns, widths),
            };
            self.xml += &row(false, &cells);
        }
    }
}

/// The running number is a number of Word's: a row that is put in between is numbered with the others.
fn of_cell(column: &Column, entry: &Cell, list: usize) -> String {
    if column.title == crate::words::NUMBER && matches!(entry.value, Value::Number(_)) {
        return numbered("TableNumber", list, "");
    }
    let style = match (column.centred, column.small) {
        (true, _) => "TableCentred",
        (false, true) => "TableSmall",
        (false, false) => "TableText",
    };
    let notes: String = entry.notes.iter().map(|note| paragraph("TableNote", &run(note, Run::default()))).collect();
    paragraph(style, &run(&entry.text, Run::default())) + &notes
}

/// The words that several rows share.
fn wording(entry: &Cell, count: u32, last: &Cell, columns: &[Column], widths: &[u32]) -> String {
    let said = if count > 0 { format!("{} ({count})", entry.text) } else { entry.text.clone() };
    let notes: String = entry.notes.iter().map(|note| paragraph("TableNote", &run(note, Run::default()))).collect();
    let words = paragraph("TableGroup", &run(&said, Run { bold: false, italic: true })) + &notes;
    let empty = cell(widths.first().copied().unwrap_or(0), 1, true, &paragraph("TableText", ""));
    let rest: u32 = widths.iter().skip(1).sum();
    if count > 0 {
        return empty + &cell(rest, columns.len() - 1, true, &words);
    }
    let end = widths.last().copied().unwrap_or(0);
    let by = paragraph("TableSmall", &run(&last.text, Run::default()));
    empty + &cell(rest - end, columns.len().saturating_sub(2), true, &words) + &cell(end, 1, true, &by)
}

/// The widths of the columns in twips; what is open shares what is left.
fn widths(columns: &[Column], mm: u32) -> Vec<u32> {
    // A word processor breaks "STT" rather than letting it reach over its margin.
    let own = |column: &Column| if column.mm == 0 { 0 } else { column.mm.max(NARROWEST) };
    let fixed: u32 = columns.iter().map(own).sum();
    let open = u32::try_from(columns.iter().filter(|column| column.mm == 0).count()).unwrap_or(1).max(1);
    let rest = (mm.saturating_sub(fixed) / open).max(LEAST);
    columns.iter().map(|column| twips(if column.mm == 0 { rest } else { own(column) })).collect()
}
