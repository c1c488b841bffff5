//! One page: its tables, its columns, and the lines between them, from top to bottom.

use super::columns::Columns;
use super::grid::{self, Table};
use super::rows::{self, Row};
use super::{Line, aligned, columns, words};
use crate::pdf::content::{Glyph, Sheet};

/// What stands on a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    Line(Line),
    Columns(Columns),
    Table(Table),
}

/// The rows of a page and its tables with lines.
#[derive(Clone, Debug, Default)]
pub struct Raw {
    pub width: f32,
    pub height: f32,
    pub rows: Vec<Row>,
    pub tables: Vec<Table>,
}

/// Makes rows and tables of what is drawn.
pub fn raw(mut sheet: Sheet, faces: &[String]) -> Raw {
    choose(&mut sheet.glyphs);
    upright(&mut sheet);
    let mut lines = words::lines(&sheet.glyphs, faces);
    let tables = grid::tables(&sheet.rules, &mut lines);
    Raw { width: sheet.width, height: sheet.height, rows: rows::rows(lines), tables }
}

/// Under the picture of a scan there may be hidden letters; beside visible ones they are no part of the paper.
fn choose(glyphs: &mut Vec<Glyph>) {
    let hidden = glyphs.iter().filter(|glyph| glyph.hidden).count();
    if hidden * 2 < glyphs.len() {
        glyphs.retain(|glyph| !glyph.hidden);
    }
}

/// Turns a page so that most of its text is upright; what is then aslant is a stamp or a mark.
fn upright(sheet: &mut Sheet) {
    let mut counts = [0_usize; 4];
    for glyph in &sheet.glyphs {
        counts[usize::from(glyph.turns % 4)] += 1;
    }
    let most = (0..4).max_by_key(|turns| (counts[*turns], 4 - turns)).unwrap_or(0);
    sheet.glyphs.retain(|glyph| usize::from(glyph.turns) == most);
    let (width, height) = (sheet.width, sheet.height);
    let turn = |x: f32, y: f32| match most {
        // Written upwards: the page is turned clockwise.
        1 => (height - y, x),
        2 => (width - x, height - y),
        3 => (y, width - x),
        _ => (x, y),
    };
    if most == 0 {
        return;
    }
    for glyph in &mut sheet.glyphs {
        (glyph.x, glyph.y) = turn(glyph.x, glyph.y);
    }
    for rule in &mut sheet.rules {
        let (a, b) = (turn(rule.left, rule.top), turn(rule.right, rule.bottom));
        (rule.left, rule.right) = (a.0.min(b.0), a.0.max(b.0));
        (rule.top, rule.bottom) = (a.1.min(b.1), a.1.max(b.1));
    }
    if most % 2 == 1 {
        (sheet.width, sheet.height) = (height, width);
    }
}

/// Puts rows and tables in their order, and finds columns and tables without lines.
pub fn items(rows: &[Row], tables: Vec<Table>) -> Vec<Item> {
    let mut items = Vec::new();
    let mut tables = tables.into_iter().peekable();
    let mut at = 0;
    while at < rows.len() {
        while let Some(table) = tables.next_if(|table| table.top < rows[at].y()) {
            items.push(Item::Table(table));
        }
        // What stands beside a table is read for itself.
        let limit = tables
            .peek()
            .map_or(rows.len(), |table| at + rows[at..].iter().take_while(|row| row.y() <= table.top).count().max(1));
        let open = &rows[at..limit];
        if let Some((table, taken)) = aligned::read(open).filter(|_| columns::read(open).is_none()) {
            items.push(Item::Table(table));
            at += taken;
        } else if let Some((columns, taken)) = columns::read(open) {
            items.push(Item::Columns(columns));
            at += taken;
        } else {
            items.push(Item::Line(rows[at].line()));
            at += 1;
        }
    }
    items.extend(tables.map(Item::Table));
    items
}
