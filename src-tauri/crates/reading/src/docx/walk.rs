//! The walk through a story (body, header, footer, cell): paragraphs and tables to blocks.

use unicode_normalization::UnicodeNormalization;

use super::numbering::Numbering;
use super::paragraph::{self, Text};
use super::styles::{Look, Styles};
use super::xml::Node;
use crate::reading::{Align, Block, Cell, Part, Warning};

/// The most text that merged cells may repeat: a long cell, merged over many rows, would multiply.
const MOST_REPEATED: usize = 4 * 1024 * 1024;

/// The most columns of a table: Word has 63, a spreadsheet so many. What counts on stands in the last.
const MOST_COLUMNS: u32 = 16_384;

/// The state of a walk: what was found so far, and where lists and tables stand.
pub struct Walk<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    blocks: Vec<Block>,
    tables: u32,
    repeated: usize,
    legacy: Option<(u32, &'static str)>,
    /// A paragraph whose end mark was deleted by a tracked change goes on in the next one.
    open: Option<String>,
}

impl<'a> Walk<'a> {
    pub fn new(styles: &'a Styles, numbering: Numbering) -> Self {
        Self { styles, numbering, blocks: Vec::new(), tables: 0, repeated: 0, legacy: None, open: None }
    }

    /// Walks through a whole part.
    pub fn story(&mut self, node: &Node, part: Part) {
        self.content(node, part, None);
    }

    pub fn finish(self) -> (Vec<Block>, Vec<Warning>) {
        let legacy = self.legacy.map(|(at, name)| Warning::new("legacy_encoding", Some(at), name));
        (self.blocks, legacy.into_iter().collect())
    }

    fn content(&mut self, node: &Node, part: Part, cell: Option<Cell>) {
        for child in &node.children {
            match child.name.as_str() {
                "w:p" => self.paragraph(child, part, cell),
                "w:tbl" => self.table(child, part),
                "w:del" | "w:moveFrom" | "w:sectPr" | "w:sdtPr" | "w:tcPr" => {}
                "mc:AlternateContent" => {
                    if let Some(choice) = child.child("mc:Choice").or_else(|| child.child("mc:Fallback")) {
                        self.content(choice, part, cell);
                    }
                }
                // w:body, w:sdt, w:sdtContent, w:ins, w:moveTo, w:customXml, w:hdr, w:footnote …
                _ => self.content(child, part, cell),
            }
        }
    }

    fn paragraph(&mut self, node: &Node, part: Part, cell: Option<Cell>) {
        let properties = node.child("w:pPr");
        let style = self.styles.paragraph(properties.and_then(|properties| properties.value("w:pStyle")));
        let own = Look::of_paragraph(properties);
        let look = own.over(style);
        let mut text = Text::default();
        let mut boxes = Vec::new();
        paragraph::collect(node, &look, self.styles, &mut text, &mut boxes);
        let mut words = self.open.take().unwrap_or_default();
        words.push_str(&text.text);
        let mark = properties.and_then(|properties| properties.child("w:rPr"));
        if mark.is_some_and(|mark| mark.child("w:del").is_some()) {
            self.open = Some(words);
            return;
        }
        let label = look
            .numbering
            .as_deref()
            .filter(|list| *list != "0" && !words.trim().is_empty())
            .and_then(|list| self.numbering.label(list, look.level.unwrap_or(0)));
        if let Some(label) = label {
            words = format!("{} {}", label.trim_end(), words.trim_start());
        }
        let at = u32::try_from(self.blocks.len()).unwrap_or(u32::MAX);
        if let Some(name) = text.legacy {
            self.legacy.get_or_insert((at, name));
        }
        self.blocks.push(Block {
            id: at,
            file: 0,
            part: if cell.is_some() && part == Part::Body { Part::Table } else { part },
            text: words.nfc().filter(|c| !matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}')).collect(),
            bold: text.is_bold(),
            italic: text.is_italic(),
            align: match look.align.as_deref() {
                Some("center") => Align::Center,
                Some("right" | "end") => Align::Right,
                Some("both" | "distribute") => Align::Justify,
                _ => Align::Left,
            },
            cell,
        });
        for content in boxes {
            self.content(content, part, cell);
        }
    }

    fn table(&mut self, node: &Node, part: Part) {
        let table = self.tables;
        self.tables += 1;
        let mut row = 0;
        // What a cell merged downwards says, by column of the grid: it holds for each row it spans.
        let mut above: Vec<(u32, String)> = Vec::new();
        let mut rows = Vec::new();
        flatten(node, "w:tr", &mut rows);
        for line in rows {
            let properties = line.child("w:trPr");
            if properties.is_some_and(|properties| properties.child("w:del").is_some()) {
                continue;
            }
            let before = properties.and_then(|properties| properties.value("w:gridBefore"));
            let mut column = before.and_then(|skip| skip.parse::<u32>().ok()).unwrap_or(0).min(MOST_COLUMNS);
            let mut cells = Vec::new();
            flatten(line, "w:tc", &mut cells);
            for cell in cells {
                let properties = cell.child("w:tcPr");
                let merge = properties.and_then(|properties| properties.child("w:vMerge"));
                let place = Cell { table, row, column };
                let first = self.blocks.len();
                self.content(cell, part, Some(place));
                self.open = None;
                let goes_on = merge.is_some_and(|merge| merge.attribute("val") != Some("restart"));
                if goes_on {
                    self.repeat(&above, place, first);
                } else if merge.is_some() {
                    let said: Vec<&str> = self.blocks[first..].iter().map(|block| block.text.as_str()).collect();
                    above.retain(|(at, _)| *at != column);
                    above.push((column, said.join("\n")));
                }
                let span = properties.and_then(|properties| properties.value("w:gridSpan"));
                let width = span.and_then(|span| span.parse::<u32>().ok()).unwrap_or(1).clamp(1, MOST_COLUMNS);
                column = column.saturating_add(width).min(MOST_COLUMNS);
            }
            row += 1;
        }
    }

    /// Fills a cell that a merge left empty with what stands above it.
    fn repeat(&mut self, above: &[(u32, String)], place: Cell, first: usize) {
        let Some((_, said)) = above.iter().find(|(column, _)| *column == place.column) else { return };
        let empty = self.blocks[first..].iter().all(|block| block.text.trim().is_empty());
        let room = self.repeated + said.len() <= MOST_REPEATED;
        if let Some(block) = self.blocks.get_mut(first).filter(|_| empty && room) {
            self.repeated += said.len();
            block.text.clone_from(said);
        }
    }
}

/// The rows of a table or the cells of a row, also those inside content controls and insertions.
fn flatten<'n>(node: &'n Node, name: &str, found: &mut Vec<&'n Node>) {
    for child in &node.children {
        match child.name.as_str() {
            own if own == name => found.push(child),
            "w:sdt" | "w:sdtContent" | "w:ins" | "w:moveTo" | "w:customXml" => flatten(child, name, found),
            _ => {}
        }
    }
}
