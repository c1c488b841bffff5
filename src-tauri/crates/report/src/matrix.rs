//! Who takes part in which committees: people and posts by committees.

use register::composition::{Load, Matrix};
use register::decision::Citation;

use crate::foot::Foot;
use crate::paper::{Block, Cell, Column, Kind, Paper, Row, Setting, Table};
use crate::words;
use crate::words::matrix as said;

/// Columns that a page on its side has room for.
const ACROSS: usize = 12;

/// Says who sits where on the day of a matrix.
#[must_use]
pub fn matrix(matrix: &Matrix, sources: &[Citation], setting: &Setting) -> Paper {
    let mut blocks = Vec::new();
    if matrix.rows.is_empty() {
        blocks.push(Block::prose(said::NOBODY));
    } else {
        blocks.push(Block::line(said::LEGEND));
        blocks.push(Block::Table(committees(matrix)));
        let places: Vec<usize> = (0..matrix.committees.len()).collect();
        blocks.extend(places.chunks(ACROSS).map(|places| Block::Table(part(matrix, places))));
    }
    Paper {
        kind: Kind::Matrix,
        name: format!("{}, {}", said::TITLE, words::as_of(matrix.on).to_lowercase()),
        notice: Some(words::NOTICE.to_owned()),
        office: setting.office.clone(),
        printed: words::printed(setting.printed_on),
        printed_on: setting.printed_on,
        title: said::TITLE.to_uppercase(),
        subject: Some(said::ALL.to_owned()),
        as_of: Some(words::as_of(matrix.on)),
        sources: None,
        blocks,
        foot: Foot::of(matrix.on, sources, setting),
        landscape: true,
    }
}

fn committees(matrix: &Matrix) -> Table {
    let [column, name] = said::COMMITTEE_COLUMNS;
    let columns = vec![Column::new(column, 14).centred(), Column::new(name, 0)];
    let rows = matrix.committees.iter().enumerate();
    let rows = rows.map(|(at, committee)| Row::of([Cell::running(at), Cell::new(&committee.name)])).collect();
    Table::plain(Some(said::COMMITTEES), columns, rows)
}

/// Some of the columns, with whoever sits in one of them.
fn part(matrix: &Matrix, places: &[usize]) -> Table {
    let [who, count] = said::COLUMNS;
    let mut columns = vec![Column::number(), Column::new(who, 0), Column::new(count, 16).centred().small()];
    columns.extend(places.iter().map(|place| Column::new(&(place + 1).to_string(), 13).centred().small()));
    let seated = matrix.rows.iter().filter(|row| places.iter().any(|place| !cell(row, *place).is_empty()));
    let rows = seated.enumerate().map(|(n, row)| {
        let post = row.post.clone().filter(|_| row.known);
        let mut cells =
            vec![Cell::running(n), Cell::noted(&row.who, post.into_iter().collect()), Cell::number(row.committees)];
        cells.extend(places.iter().map(|place| Cell::new(cell(row, *place))));
        Row::of(cells)
    });
    let rows = rows.collect();
    let heading = (matrix.committees.len() > ACROSS)
        .then(|| said::columns(places.first().map_or(0, |first| first + 1), places.last().map_or(0, |last| last + 1)));
    Table::plain(heading.as_deref(), columns, rows)
}

/// The roles of somebody in one committee.
fn cell(row: &Load, place: usize) -> String {
    let own = row.cells.iter().filter(|cell| cell.committee as usize == place);
    let said = own.map(|cell| {
        let rank = if cell.invited { said::INVITED } else { said::rank(cell.rank) };
        let inside = if cell.sub_body.is_some() { said::INSIDE } else { "" };
        format!("{rank}{inside}")
    });
    said.collect::<Vec<_>>().join(", ")
}
