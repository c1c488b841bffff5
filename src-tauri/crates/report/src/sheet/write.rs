//! The workbook. Every cell is text and stays text when it is edited: nothing in it can run as a formula.

use register::text;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, IgnoreError, Workbook, Worksheet, XlsxError};

use super::{Line, MARK, Origin, Sheet, VERSION};
use crate::words;

/// Why no workbook was made.
#[derive(Debug, thiserror::Error)]
#[error("the sheet was not written: {0}")]
pub struct NotWritten(#[from] XlsxError);

/// The row of the heads of the columns, below the title.
const HEAD: u32 = 5;
const WIDTHS: [f64; 7] = [6.0, 28.0, 52.0, 24.0, 11.0, 34.0, 44.0];
/// The column of the seats' ids.
const SEAT: u16 = 7;
/// What Excel lets a sheet be called.
const LONGEST_NAME: usize = 31;

/// Makes the workbook of some sheets: the committee's first.
///
/// # Errors
/// What cannot be a cell, as a text of more than 32,767 characters.
pub fn write(office: &str, origin: &Origin, sheets: &[Sheet]) -> Result<Vec<u8>, NotWritten> {
    let mut book = Workbook::new();
    let mut names: Vec<String> = vec![MARK.to_owned()];
    for (at, sheet) in sheets.iter().enumerate() {
        let name = sheet_name(if at == 0 { words::SHEET } else { &sheet.name }, &names);
        body(book.add_worksheet().set_name(&name)?, office, origin, sheet)?;
        names.push(name.to_lowercase());
    }
    hidden(book.add_worksheet(), origin, sheets)?;
    Ok(book.save_to_buffer()?)
}

/// Text that stays text, also when somebody edits the cell.
fn plain() -> Format {
    Format::new().set_num_format("@").set_quote_prefix().set_text_wrap().set_align(FormatAlign::Top)
}

fn body(page: &mut Worksheet, office: &str, origin: &Origin, sheet: &Sheet) -> Result<(), XlsxError> {
    let (title, note) = (Format::new().set_bold().set_font_size(13), Format::new().set_italic());
    page.write_string_with_format(0, 0, words::LIST.to_uppercase(), &title)?;
    page.write_string_with_format(1, 0, &sheet.name, &Format::new().set_bold().set_quote_prefix())?;
    page.write_string(2, 0, format!("{}. {}", words::as_of(origin.on), office))?;
    page.write_string_with_format(3, 0, format!("{}. {}", words::NOTICE, words::SHEET_HOW), &note)?;
    let head = plain().set_bold().set_border_bottom(FormatBorder::Thin).set_background_color("EDEDED");
    for (column, (text, width)) in (0..).zip(words::SHEET_COLUMNS.iter().zip(WIDTHS)) {
        page.set_column_width(column, width)?;
        // What is typed below the last line is text too.
        page.set_column_format(column, &plain())?;
        page.write_string_with_format(HEAD, column, *text, &head)?;
    }
    page.set_column_hidden(SEAT)?;
    page.write_string(HEAD, SEAT, sheet.body.as_str())?;
    let mut row = HEAD;
    for (number, line) in (1..).zip(&sheet.lines) {
        row += 1;
        self::line(page, row, number, line)?;
    }
    page.set_freeze_panes(HEAD + 1, 0)?;
    page.autofilter(HEAD, 0, row, SEAT)?;
    page.ignore_error_range(HEAD, 0, row.max(HEAD + 1), SEAT, IgnoreError::NumberStoredAsText)?;
    page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(HEAD, HEAD)?;
    Ok(())
}

fn line(page: &mut Worksheet, row: u32, number: u32, line: &Line) -> Result<(), XlsxError> {
    let (own, looked_at) = (plain(), plain().set_italic().set_font_color("595959"));
    let invited = if line.invited { words::INVITED_MARK } else { "" };
    let cells = [&number.to_string(), &line.name, &line.position, &line.role, invited, &line.holder, &line.source];
    for (column, text) in (0..).zip(cells) {
        let format = if column < 5 { &own } else { &looked_at };
        page.write_string_with_format(row, column, text, format)?;
    }
    if let Some(seat) = &line.seat {
        page.write_string_with_format(row, SEAT, seat.as_str(), &own)?;
    }
    Ok(())
}

/// Where the workbook comes from, and its lines as they went out: what was edited is told by them.
fn hidden(page: &mut Worksheet, origin: &Origin, sheets: &[Sheet]) -> Result<(), XlsxError> {
    page.set_name(MARK)?.set_very_hidden(true);
    let on = origin.on.to_string();
    let head = [
        ("version", VERSION),
        ("register", &origin.register),
        ("committee", origin.committee.as_str()),
        ("on", &on),
        ("hash", &origin.hash),
    ];
    let mut row = 0;
    for (key, value) in head {
        page.write_string(row, 0, key)?.write_string(row, 1, value)?;
        row += 1;
    }
    for sheet in sheets {
        page.write_string(row, 0, "body")?.write_string(row, 1, sheet.body.as_str())?;
        page.write_string(row, 2, &sheet.name)?;
        row += 1;
        for line in &sheet.lines {
            let seat = line.seat.as_ref().map_or("", |seat| seat.as_str());
            let invited = if line.invited { words::INVITED_MARK } else { "" };
            for (column, text) in (0..).zip(["line", seat, &line.name, &line.position, &line.role, invited]) {
                page.write_string(row, column, text)?;
            }
            row += 1;
        }
    }
    Ok(())
}

/// A name as Excel lets a sheet have it, and no other sheet has.
pub(crate) fn sheet_name(name: &str, taken: &[String]) -> String {
    let allowed = |c: char| !c.is_control() && !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\');
    let name = text::tidy(&name.chars().map(|c| if allowed(c) { c } else { ' ' }).collect::<String>());
    let name = name.trim_matches(['\'', ' ']);
    let name = if name.is_empty() { words::SHEET } else { name };
    let cut = |most: usize| {
        let mut cut = String::new();
        for c in name.chars() {
            // Excel counts in UTF-16.
            if cut.encode_utf16().count() + c.len_utf16() > most {
                break;
            }
            cut.push(c);
        }
        cut.trim_end_matches(['\'', ' ']).to_owned()
    };
    let whole = cut(LONGEST_NAME);
    let others = (2..).map(|n: usize| format!("{} ({n})", cut(LONGEST_NAME - 6)));
    let mut free = std::iter::once(whole.clone()).chain(others).filter(|name| !taken.contains(&name.to_lowercase()));
    free.next().unwrap_or(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_has_a_name_that_excel_takes() {
        let taken = [MARK.to_owned(), "tổ thư ký".to_owned()];
        assert_eq!(sheet_name("Tổ Thư ký", &taken), "Tổ Thư ký (2)");
        assert_eq!(sheet_name("Kientoan", &taken), "Kientoan (2)");
        assert_eq!(sheet_name("'Tổ: giúp/việc'", &taken), "Tổ giúp việc");
        assert_eq!(sheet_name("[]", &taken), words::SHEET);
        let long = sheet_name("Tổ giúp việc Ban Chỉ đạo về một việc rất dài", &taken);
        assert!(long.encode_utf16().count() <= LONGEST_NAME, "{long}");
    }
}
