//! From pages to blocks: paragraphs and tables that go on over the page are put together.

use super::Line;
use super::carried::{extend, is_same, over_the_page};
use super::columns::Columns;
use super::furniture;
use super::grid::Table;
use super::page::{self, Item};
use super::paragraph::{self, Frame, Paragraph};
use crate::pdf::content::Sheet;
use crate::reading::{Align, Block, Cell, Part};

/// The blocks of a paper: heads of pages, text and tables, feet of pages.
pub fn blocks(sheets: Vec<Sheet>, faces: &[String]) -> Vec<Block> {
    let mut pages: Vec<page::Raw> = sheets.into_iter().map(|sheet| page::raw(sheet, faces)).collect();
    let around = furniture::take(&mut pages);
    let mut writer = Writer::default();
    for line in around.iter().flat_map(|(head, _)| head) {
        writer.plain(&Paragraph { lines: vec![line.clone()], align: Align::Left }, Part::Header, None);
    }
    let frames = frames(&pages);
    for (page, frame) in pages.into_iter().zip(frames) {
        writer.page(page::items(&page.rows, page.tables), frame);
    }
    writer.close();
    for line in around.iter().flat_map(|(_, foot)| foot) {
        writer.plain(&Paragraph { lines: vec![line.clone()], align: Align::Left }, Part::Footer, None);
    }
    writer.blocks
}

/// The edges of the text on each page: those of all pages of the same width, since the last may hold two lines.
fn frames(pages: &[page::Raw]) -> Vec<Frame> {
    let of = |width: f32| {
        let alike = pages.iter().filter(|page| (page.width - width).abs() < 1.0);
        let rows: Vec<&super::rows::Row> = alike.flat_map(|page| &page.rows).collect();
        let wide: Vec<Line> =
            rows.iter().map(|row| row.line()).filter(|line| line.right - line.left > width * 0.5).collect();
        let mut rights: Vec<f32> = wide.iter().map(|line| line.right).collect();
        let mut lefts: Vec<f32> = wide.iter().map(|line| line.left).collect();
        rights.sort_by(f32::total_cmp);
        lefts.sort_by(f32::total_cmp);
        // One line that runs out into the margin says nothing of the edge.
        let right = rights.get((rights.len().saturating_sub(1)) * 19 / 20).copied().unwrap_or(width * 0.93);
        let left = lefts.get(lefts.len() / 20).copied().unwrap_or(width * 0.12);
        Frame { left, right, leading: leading(&rows) }
    };
    let mut known: Vec<(f32, Frame)> = Vec::new();
    pages
        .iter()
        .map(|page| match known.iter().find(|(width, _)| (width - page.width).abs() < 1.0) {
            Some((_, frame)) => *frame,
            None => {
                let frame = of(page.width);
                known.push((page.width, frame));
                frame
            }
        })
        .collect()
}

/// How far apart the lines of a paragraph stand: less than three quarters of all lines do.
fn leading(rows: &[&super::rows::Row]) -> f32 {
    let step = |pair: &[&super::rows::Row]| {
        let size = pair[1].size();
        Some(pair[1].y() - pair[0].y()).filter(|step| (size..size * 2.3).contains(step))
    };
    let mut steps: Vec<f32> = rows.windows(2).filter_map(step).collect();
    steps.sort_by(f32::total_cmp);
    steps.get(steps.len() / 4).copied().filter(|_| steps.len() > 3).unwrap_or(0.0)
}

#[derive(Default)]
struct Writer {
    blocks: Vec<Block>,
    tables: u32,
    /// Lines that are not yet paragraphs, since the next page may go on with them.
    open: Vec<Line>,
    frame: Option<Frame>,
    /// The table at the end of the page before.
    table: Option<(Table, u32)>,
}

impl Writer {
    fn page(&mut self, items: Vec<Item>, frame: Frame) {
        if self.frame.is_some_and(|last| last != frame) {
            self.flush();
        }
        self.frame = Some(frame);
        // The last row of the page before may end on this one.
        let mut rest = self.table.is_some();
        for (at, item) in items.into_iter().enumerate() {
            let was_rest = std::mem::take(&mut rest);
            match item {
                Item::Line(line) => {
                    let table = self.table.as_mut().filter(|_| was_rest).map(|(table, _)| table);
                    rest = table.is_some_and(|table| over_the_page(table, &line));
                    if rest {
                        continue;
                    }
                    self.end_table();
                    self.open.push(line);
                }
                Item::Columns(columns) => {
                    self.end_table();
                    self.flush();
                    self.columns(columns);
                }
                Item::Table(table) => {
                    self.flush();
                    let goes_on = at == 0 && self.table.as_ref().is_some_and(|(last, _)| is_same(last, &table));
                    match &mut self.table {
                        Some((last, _)) if goes_on => extend(last, table),
                        _ => {
                            self.end_table();
                            self.table = Some((table, self.tables));
                            self.tables += 1;
                        }
                    }
                }
            }
        }
    }

    fn close(&mut self) {
        self.end_table();
        self.flush();
    }

    /// Writes the open lines as paragraphs.
    fn flush(&mut self) {
        let lines = std::mem::take(&mut self.open);
        let Some(frame) = self.frame else { return };
        for paragraph in paragraph::paragraphs(lines, frame) {
            self.plain(&paragraph, Part::Body, None);
        }
    }

    fn end_table(&mut self) {
        let Some((table, number)) = self.table.take() else { return };
        // How far the lines of each column reach, whichever row they are of.
        let mut rights: Vec<f32> = Vec::new();
        for (column, lines) in table.rows.iter().flatten() {
            rights.resize(rights.len().max(column + 1), f32::MIN);
            rights[*column] = lines.iter().map(|line| line.right).fold(rights[*column], f32::max);
        }
        for (row, cells) in table.rows.into_iter().enumerate() {
            for (column, lines) in cells {
                let place = Cell {
                    table: number,
                    row: u32::try_from(row).unwrap_or(u32::MAX),
                    column: u32::try_from(column).unwrap_or(u32::MAX),
                };
                let frame = Frame { right: rights[column], ..Frame::of(lines.iter()) };
                if lines.is_empty() {
                    let empty = Paragraph { lines: Vec::new(), align: Align::Left };
                    self.plain(&empty, Part::Table, Some(place));
                }
                for paragraph in cell_paragraphs(lines, frame) {
                    self.plain(&paragraph, Part::Table, Some(place));
                }
            }
        }
    }

    /// The left column, then the right one: as the two cells of the table that lays them out in Word.
    fn columns(&mut self, columns: Columns) {
        let table = self.tables;
        self.tables += 1;
        for (column, lines) in [(0, columns.left), (1, columns.right)] {
            let frame = Frame::of(lines.iter());
            let paragraphs = if column == 0 { recipients(lines, frame) } else { singles(lines) };
            for paragraph in paragraphs {
                self.plain(&paragraph, Part::Table, Some(Cell { table, row: 0, column }));
            }
        }
    }

    fn plain(&mut self, paragraph: &Paragraph, part: Part, cell: Option<Cell>) {
        self.blocks.push(Block {
            file: 0,
            id: u32::try_from(self.blocks.len()).unwrap_or(u32::MAX),
            part,
            text: paragraph.text(),
            bold: !paragraph.lines.is_empty() && paragraph.is_bold(),
            italic: !paragraph.lines.is_empty() && paragraph.is_italic(),
            align: paragraph.align,
            cell,
        });
    }
}

fn singles(lines: Vec<Line>) -> Vec<Paragraph> {
    lines.into_iter().map(|line| Paragraph { lines: vec![line], align: Align::Center }).collect()
}

/// The lines of a left column: items go on in lines without a dash, all else is a line of its own.
fn recipients(lines: Vec<Line>, frame: Frame) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for line in lines {
        let last = paragraphs.last().filter(|last| last.lines.first().is_some_and(Line::has_label));
        let joins = last.is_some_and(|last| {
            last.lines.last().is_some_and(|line| !line.is_ended()) && paragraph::goes_on(last, &line, frame)
        });
        match paragraphs.last_mut() {
            Some(last) if joins => last.lines.push(line),
            _ => paragraphs.push(Paragraph { lines: vec![line], align: Align::Left }),
        }
    }
    paragraphs
}

/// For whom somebody signs, as the first line of a signature says it.
const FORMS: [&str; 8] = ["KT.", "TM.", "TL.", "TUQ.", "T/M", "K/T", "T.M.", "K.T."];

/// In a cell every line is full but the last of a paragraph, and only items begin new ones.
fn cell_paragraphs(lines: Vec<Line>, frame: Frame) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for line in lines {
        let joins = paragraphs.last().is_some_and(|last| {
            let ended = last.lines.last().is_some_and(Line::is_ended);
            let indented = line.left > frame.left + line.size;
            // "KT. BỘ TRƯỞNG" over "THỨ TRƯỞNG" over the name, where a table with lines lays the signature out.
            let signs = last.lines.first().is_some_and(|first| {
                let text = first.text();
                first.is_capitals() && FORMS.iter().any(|form| text.starts_with(form))
            });
            // "BỘ XÂY DỰNG" over "Số: 12/QĐ-BXD", where a table with lines lays the letterhead out.
            let case = last.lines.last().is_some_and(|last| {
                last.is_capitals() != line.is_capitals() && last.words.len() > 1 && line.words.len() > 1
            });
            // Room for the signature itself.
            let far = last.lines.last().is_some_and(|last| line.y - last.y > line.size.max(last.size) * 2.2);
            // "Ông A – Tổng Giám đốc" over "Bà B – Phó Tổng Giám đốc": there was room for her.
            let word = line.words.first().map_or(0.0, |word| word.right - word.left) + line.size * 0.3;
            let room = last.lines.last().is_some_and(|last| frame.right - last.right > word);
            let somebody = ["Ông", "Bà"].iter().any(|start| line.words.first().is_some_and(|word| word.text == *start));
            let begins = line.has_label() || (ended && indented) || signs || case || far || (room && somebody);
            !begins && last.is_bold() == line.is_bold()
        });
        match paragraphs.last_mut() {
            Some(last) if joins => last.lines.push(line),
            _ => paragraphs.push(Paragraph { lines: vec![line], align: Align::Left }),
        }
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;

    fn said(paragraphs: &[Paragraph]) -> Vec<String> {
        paragraphs.iter().map(Paragraph::text).collect()
    }

    #[test]
    fn people_and_titles_in_a_cell_stay_apart() {
        let frame = Frame { left: 300.0, right: 560.0, leading: 0.0 };
        let people = vec![line("Ông Hà Lĩnh – Giám đốc", 300.0, 100.0), line("Bà Đỗ Vân – Phó Giám đốc", 300.0, 115.0)];
        assert_eq!(cell_paragraphs(people, frame).len(), 2);
        let signed = vec![
            line("KT. BỘ TRƯỞNG", 300.0, 600.0),
            line("THỨ TRƯỞNG", 300.0, 615.0),
            line("Đậu Quốc Khôi", 300.0, 690.0),
        ];
        assert_eq!(said(&cell_paragraphs(signed, frame)), ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Đậu Quốc Khôi"]);
        let wrapped = vec![line("Bà Hàn Thị Tuyết", 300.0, 100.0), line("Mai", 300.0, 115.0)];
        assert_eq!(said(&cell_paragraphs(wrapped, frame)), ["Bà Hàn Thị Tuyết Mai"]);
    }
}
