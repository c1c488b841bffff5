//! A workbook in the hands of somebody who edits it.

use std::path::Path;

use reading::Cells;
use rust_xlsxwriter::Workbook;

/// The columns of the list.
pub const NAME: u32 = 1;
pub const POSITION: u32 = 2;
pub const ROLE: u32 = 3;
pub const INVITED: u32 = 4;
pub const SEAT: u32 = 7;

/// The row of the heads.
const HEAD: usize = 5;

pub struct Book {
    pub sheets: Vec<Sheet>,
}

pub struct Sheet {
    pub name: String,
    hidden: bool,
    head: Vec<Vec<(u32, String)>>,
    pub rows: Vec<Vec<(u32, String)>>,
}

impl Book {
    pub fn open(path: &Path) -> Self {
        let bytes = std::fs::read(path).unwrap();
        let sheets = reading::cells("a.xlsx", &bytes, "kientoan").unwrap().expect("a list that went out");
        let sheet = |Cells { name, hidden, mut rows }: Cells| {
            // Rows that say nothing are not answered: the title has one.
            let titles = if hidden { 0 } else { HEAD };
            let at = titles.min(rows.len());
            Sheet { name, hidden, rows: rows.split_off(at), head: rows }
        };
        Self { sheets: sheets.into_iter().map(sheet).collect() }
    }

    pub fn sheet(&mut self, name: &str) -> &mut Sheet {
        self.sheets.iter_mut().find(|sheet| sheet.name == name).unwrap()
    }

    pub fn save(&self, path: &Path) {
        let mut book = Workbook::new();
        for sheet in &self.sheets {
            let page = book.add_worksheet();
            page.set_name(&sheet.name).unwrap().set_hidden(sheet.hidden);
            for (row, cells) in (0..).zip(sheet.head.iter().chain(&sheet.rows)) {
                for (column, text) in cells {
                    page.write_string(row, u16::try_from(*column).unwrap(), text).unwrap();
                }
            }
        }
        std::fs::write(path, book.save_to_buffer().unwrap()).unwrap();
    }
}

impl Sheet {
    pub fn cell(&self, row: usize, column: u32) -> &str {
        self.rows[row].iter().find(|(at, _)| *at == column).map_or("", |(_, text)| text)
    }

    pub fn set(&mut self, row: usize, column: u32, text: &str) {
        self.rows[row].retain(|(at, _)| *at != column);
        if !text.is_empty() {
            self.rows[row].push((column, text.to_owned()));
            self.rows[row].sort();
        }
    }

    pub fn row(&self, text: &str) -> usize {
        self.rows.iter().position(|row| row.iter().any(|(_, said)| said == text)).unwrap_or_else(|| panic!("no {text}"))
    }

    pub fn add(&mut self, name: &str, position: &str, role: &str, invited: bool) {
        self.rows.push(Vec::new());
        let row = self.rows.len() - 1;
        for (column, text) in
            [(NAME, name), (POSITION, position), (ROLE, role), (INVITED, if invited { "x" } else { "" })]
        {
            self.set(row, column, text);
        }
    }

    /// Leaves of the heads of the columns the hidden one alone.
    pub fn behead(&mut self) {
        self.head.last_mut().unwrap().retain(|(column, _)| *column == SEAT);
    }

    /// Name, position, role, invited of each row, in order of their words.
    pub fn lines(&self) -> Vec<[String; 4]> {
        let line = |row| [NAME, POSITION, ROLE, INVITED].map(|column| self.cell(row, column).to_owned());
        let mut lines: Vec<[String; 4]> = (0..self.rows.len()).map(line).collect();
        lines.sort();
        lines
    }
}
