//! A paper as a workbook: each of its tables a sheet, with types, widths, a frozen head and a filter. Text stays text:
//! nothing in it can run as a formula.

use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::paper::{Block, Cell, Column, Paper, Row, Table, Value, plain};
use crate::sheet::{NotWritten, sheet_name};
use crate::words;

/// What a cell of Excel holds.
const LONGEST: usize = 32_767;
/// Millimetres of a column on paper for each of its characters on a screen.
const MM_OF_A_CHARACTER: f64 = 2.1;
/// The width of a column that takes what is left of a page.
const REST: f64 = 52.0;
/// Where the date of a paper is said in a workbook, as in Việt Nam.
const DAY: &str = "dd-mm-yyyy";

/// A column of a sheet.
struct Across<'a> {
    title: &'a str,
    width: f64,
}

/// Makes the workbook of a paper.
///
/// # Errors
/// What Excel cannot hold, as a sheet of more than 1,048,576 rows.
pub fn workbook(paper: &Paper) -> Result<Vec<u8>, NotWritten> {
    let mut book = Workbook::new();
    let properties =
        rust_xlsxwriter::DocProperties::new().set_title(plain(&paper.name)).set_author(plain(&paper.office));
    book.set_properties(&properties);
    let mut names: Vec<String> = Vec::new();
    for (at, table) in paper.tables().enumerate() {
        let called = table.heading.as_deref().filter(|_| at > 0).unwrap_or(&paper.title);
        let name = sheet_name(&words::notice::capital(&called.to_lowercase()), &names);
        sheet(book.add_worksheet().set_name(&name)?, paper, table, at == 0)?;
        names.push(name.to_lowercase());
    }
    if names.is_empty() {
        let page = book.add_worksheet();
        let below = head(page, paper, true)?;
        page.write_string(below, 0, words::NO_TABLE)?;
    }
    Ok(book.save_to_buffer()?)
}

/// Text that stays text, also when somebody edits the cell.
fn text() -> Format {
    Format::new().set_num_format("@").set_quote_prefix().set_text_wrap().set_align(FormatAlign::Top)
}

/// What stands over the table: what the paper is, and what it rests on. Answers the row below it.
fn head(page: &mut Worksheet, paper: &Paper, first: bool) -> Result<u32, XlsxError> {
    let over = Format::new().set_quote_prefix();
    page.write_string_with_format(0, 0, plain(&paper.title), &over.clone().set_bold().set_font_size(13))?;
    let mut lines: Vec<String> = paper.subject.iter().chain(&paper.as_of).cloned().collect();
    lines.extend(paper.notice.as_ref().map(|notice| format!("{notice}. {}", paper.office)));
    lines.extend(paper.foot.sources.iter().map(|sources| format!("{sources}.")));
    lines.push(format!("{} {}", paper.foot.known, paper.foot.code));
    if first {
        lines.extend(paper.blocks.iter().filter_map(|block| match block {
            Block::Line { text } | Block::Prose { text } => Some(text.clone()),
            _ => None,
        }));
    }
    let mut row = 0;
    for line in lines {
        row += 1;
        page.write_string_with_format(row, 0, cut(&line), &over)?;
    }
    Ok(row + 2)
}

fn sheet(page: &mut Worksheet, paper: &Paper, table: &Table, first: bool) -> Result<(), XlsxError> {
    let top = head(page, paper, first)?;
    let grouped = table.groups.iter().any(|group| group.title.is_some());
    let worded = table.groups.iter().flat_map(|group| &group.rows).any(|row| matches!(row, Row::Wording { .. }));
    let noted = table.groups.iter().flat_map(|group| &group.rows).any(|row| match row {
        Row::Wording { cell, count, .. } => *count == 0 && !cell.notes.is_empty(),
        Row::Cells { cells } => cells.iter().any(|cell| !cell.notes.is_empty()),
    });
    let mut across: Vec<Across<'_>> = table.columns.iter().map(of_column).collect();
    across.extend(grouped.then_some(Across { title: table.grouped_by, width: 22.0 }));
    across.extend(worded.then_some(Across { title: table.worded_by, width: 36.0 }));
    across.extend(noted.then_some(Across { title: words::NOTES, width: 44.0 }));
    let title = text().set_bold().set_border_bottom(FormatBorder::Thin).set_background_color("EDEDED");
    for (at, column) in (0..).zip(&across) {
        page.set_column_width(at, column.width)?;
        page.write_string_with_format(top, at, plain(column.title), &title)?;
    }
    let formats = Formats::new();
    let mut row = top;
    for group in &table.groups {
        let mut wording: (Option<&str>, u32) = (None, 0);
        for entry in &group.rows {
            let alone;
            let (cells, of) = match entry {
                Row::Wording { cell, count, .. } if *count > 0 => {
                    wording = (Some(&cell.text), *count);
                    continue;
                }
                Row::Wording { cell, last, .. } => {
                    alone = lonely(table.columns.len(), cell, last);
                    (&alone, Some(cell.text.as_str()))
                }
                Row::Cells { cells } => {
                    let of = wording.0.filter(|_| wording.1 > 0);
                    wording.1 = wording.1.saturating_sub(1);
                    (cells, of)
                }
            };
            row += 1;
            for (at, cell) in (0..).zip(cells) {
                formats.write(page, row, at, cell)?;
            }
            let notes: Vec<&str> = cells.iter().flat_map(|cell| &cell.notes).map(String::as_str).collect();
            let mut beside = Vec::new();
            beside.extend(grouped.then(|| group.title.clone().unwrap_or_default()));
            beside.extend(worded.then(|| of.unwrap_or_default().to_owned()));
            beside.extend(noted.then(|| notes.join("; ")));
            for (at, said) in (u16::try_from(cells.len()).unwrap_or(u16::MAX)..).zip(beside) {
                page.write_string_with_format(row, at, cut(&said), &formats.text)?;
            }
        }
    }
    let last = u16::try_from(across.len().saturating_sub(1)).unwrap_or(u16::MAX);
    page.set_freeze_panes(top + 1, 0)?;
    page.autofilter(top, 0, row, last)?;
    page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(top, top)?;
    page.set_footer(format!("&L{} {}&R&P/&N", paper.foot.known.replace('&', "&&"), paper.foot.code));
    Ok(())
}

fn of_column(column: &Column) -> Across<'_> {
    let width = if column.mm == 0 { REST } else { f64::from(column.mm) / MM_OF_A_CHARACTER };
    Across { title: &column.title, width: width.max(5.0) }
}

/// The cells of a wording under which nobody stands: it takes the place of whoever would.
fn lonely(columns: usize, cell: &Cell, last: &Cell) -> Vec<Cell> {
    let mut cells = vec![Cell::default(); columns];
    if let Some(middle) = cells.get_mut(columns.saturating_sub(2)) {
        middle.notes.clone_from(&cell.notes);
    }
    if let Some(end) = cells.last_mut() {
        end.clone_from(last);
    }
    cells
}

/// Made once for a sheet.
struct Formats {
    text: Format,
    number: Format,
    day: Format,
}

impl Formats {
    fn new() -> Self {
        let plain = Format::new().set_align(FormatAlign::Top);
        Self {
            text: text(),
            number: plain.clone().set_num_format("0").set_align(FormatAlign::Center),
            day: plain.set_num_format(DAY).set_align(FormatAlign::Center),
        }
    }

    fn write(&self, page: &mut Worksheet, row: u32, at: u16, cell: &Cell) -> Result<(), XlsxError> {
        match cell.value {
            Value::Number(number) => page.write_number_with_format(row, at, number, &self.number)?,
            // Excel counts its days from 1900; what is older stays text.
            Value::Day(day) if day.year() >= 1900 => {
                let [month, of_month] = [day.month(), day.day()].map(|part| u8::try_from(part).unwrap_or(1));
                let day = ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or(1900), month, of_month)?;
                page.write_datetime_with_format(row, at, &day, &self.day)?
            }
            _ => page.write_string_with_format(row, at, cut(&cell.text), &self.text)?,
        };
        Ok(())
    }
}

/// A text as a cell holds it: what is longer is cut, and says so.
fn cut(said: &str) -> String {
    let said = plain(said);
    if said.encode_utf16().count() <= LONGEST {
        return said;
    }
    let mut short = String::new();
    let mut units = 0;
    for c in said.chars() {
        units += c.len_utf16();
        if units > LONGEST - 2 {
            break;
        }
        short.push(c);
    }
    format!("{short} …")
}
