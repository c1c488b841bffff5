//! Makes Word files out of the XML of a body, and spreadsheets out of lines of text, so that a fixture can be
//! read in a review.

#![allow(clippy::unwrap_used, dead_code)]

use std::io::{Cursor, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A package with these parts; each text is wrapped into its root element.
pub fn docx(parts: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, root, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        let text = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{root} xmlns:w=\"{WORD}\" \
             xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\">{content}</w:{root}>"
        );
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A package with this body only.
pub fn body(content: &str) -> Vec<u8> {
    docx(&[("word/document.xml", "document", &format!("<w:body>{content}</w:body>"))])
}

/// A paragraph with one run.
pub fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

/// A workbook out of lines: `== Name` begins a sheet (`== Name (hidden)`), `|` parts the cells, `\\n` breaks a line,
/// `^` is merged with the cell above, `<` with the one before; numbers and `dd/mm/yyyy` are such cells.
pub fn sheets(text: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let mut sheet: Option<Worksheet> = None;
    let mut rows: Vec<Vec<&str>> = Vec::new();
    for line in text.lines().chain(["== "]) {
        let Some(name) = line.strip_prefix("== ") else {
            rows.push(line.split('|').map(str::trim).collect());
            continue;
        };
        if let Some(mut sheet) = sheet.take() {
            fill(&mut sheet, &std::mem::take(&mut rows));
            book.push_worksheet(sheet);
        }
        let bare = name.trim_end_matches("(hidden)").trim();
        if !bare.is_empty() {
            let mut next = Worksheet::new();
            next.set_name(bare).unwrap();
            next.set_hidden(bare != name);
            sheet = Some(next);
        }
    }
    book.save_to_buffer().unwrap()
}

fn fill(sheet: &mut Worksheet, rows: &[Vec<&str>]) {
    let at = |row: usize, column: usize| rows.get(row).and_then(|row| row.get(column)).copied();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    for (r, row) in rows.iter().enumerate() {
        for (c, cell) in row.iter().enumerate() {
            let (y, x) = (u32::try_from(r).unwrap(), u16::try_from(c).unwrap());
            let down = (r + 1..).take_while(|next| at(*next, c) == Some("^")).count();
            let right = (c + 1..).take_while(|next| at(r, *next) == Some("<")).count();
            let text = cell.replace("\\n", "\n");
            if matches!(*cell, "" | "^" | "<") {
                continue;
            }
            if down + right > 0 {
                let (last, end) = (y + u32::try_from(down).unwrap(), x + u16::try_from(right).unwrap());
                sheet.merge_range(y, x, last, end, &text, &Format::new()).unwrap();
            } else if let Some(date) = date(cell) {
                sheet.write_with_format(y, x, &date, &day).unwrap();
            } else if let Some(number) = cell.parse::<u32>().ok().filter(|_| !cell.starts_with('0')) {
                sheet.write(y, x, number).unwrap();
            } else {
                sheet.write(y, x, text).unwrap();
            }
        }
    }
}

fn date(cell: &str) -> Option<ExcelDateTime> {
    let [day, month, year] = cell.split('/').collect::<Vec<_>>().try_into().ok()?;
    ExcelDateTime::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}
