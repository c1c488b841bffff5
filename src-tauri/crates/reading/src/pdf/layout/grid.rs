//! Tables with drawn lines: the lines make a grid, missing lines merge its cells.

use super::{Line, Word, rows};
use crate::pdf::content::Rule;

/// Lines nearer than this are one.
const NEAR: f32 = 2.5;
/// A page with more lines than this is a drawing.
const MOST_RULES: usize = 1500;
/// Cells of one grid.
const MOST_CELLS: usize = 20_000;

/// A cell: its column, and its lines.
pub type Cell = (usize, Vec<Line>);

/// A table. Each row has its cells with their columns; a merged cell stands in its first column, and in each of
/// its rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The edges of the columns.
    pub edges: Vec<f32>,
    pub top: f32,
    pub bottom: f32,
    pub rows: Vec<Vec<Cell>>,
}

/// A line along one axis: where it stands on the other, and from where to where it goes.
#[derive(Clone, Copy, Debug)]
struct Stroke {
    at: f32,
    from: f32,
    to: f32,
}

/// Finds the tables and takes their words out of the lines.
pub fn tables(rules: &[Rule], lines: &mut Vec<Vec<Word>>) -> Vec<Table> {
    let level = |rule: &Rule| Stroke { at: (rule.top + rule.bottom) / 2.0, from: rule.left, to: rule.right };
    let upright = |rule: &Rule| Stroke { at: (rule.left + rule.right) / 2.0, from: rule.top, to: rule.bottom };
    let levels = merge(rules.iter().filter(|rule| rule.is_level()).map(level).collect());
    let uprights = merge(rules.iter().filter(|rule| !rule.is_level()).map(upright).collect());
    if uprights.is_empty() || levels.len() + uprights.len() > MOST_RULES {
        return Vec::new();
    }
    let mut tables: Vec<Table> =
        components(&levels, &uprights).into_iter().filter_map(|(l, u)| Grid::new(&l, &u)?.read(lines)).collect();
    lines.retain(|line| !line.is_empty());
    tables.sort_by(|a, b| a.top.total_cmp(&b.top));
    tables
}

/// Joins strokes that go on in each other.
fn merge(mut strokes: Vec<Stroke>) -> Vec<Stroke> {
    strokes.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut merged: Vec<Stroke> = Vec::new();
    for group in strokes.chunk_by_mut(|a, b| b.at - a.at < NEAR / 2.0) {
        group.sort_by(|a, b| a.from.total_cmp(&b.from));
        let start = merged.len();
        for stroke in group.iter() {
            match merged[start..].last_mut() {
                Some(last) if stroke.from <= last.to + NEAR + 0.5 => last.to = last.to.max(stroke.to),
                _ => merged.push(*stroke),
            }
        }
    }
    merged
}

fn touches(level: &Stroke, upright: &Stroke) -> bool {
    let within = |at: f32, stroke: &Stroke| at >= stroke.from - NEAR && at <= stroke.to + NEAR;
    within(upright.at, level) && within(level.at, upright)
}

/// The lines that hang together, level and upright.
fn components(levels: &[Stroke], uprights: &[Stroke]) -> Vec<(Vec<Stroke>, Vec<Stroke>)> {
    let mut sets = Sets::new(levels.len() + uprights.len());
    for (at, level) in levels.iter().enumerate() {
        for (to, upright) in uprights.iter().enumerate() {
            if touches(level, upright) {
                sets.join(at, levels.len() + to);
            }
        }
    }
    let mut found: Vec<(usize, Vec<Stroke>, Vec<Stroke>)> = Vec::new();
    for at in 0..levels.len() + uprights.len() {
        let root = sets.root(at);
        let index = match found.iter().position(|(known, ..)| *known == root) {
            Some(index) => index,
            None => {
                found.push((root, Vec::new(), Vec::new()));
                found.len() - 1
            }
        };
        match levels.get(at) {
            Some(level) => found[index].1.push(*level),
            None => found[index].2.push(uprights[at - levels.len()]),
        }
    }
    found.into_iter().map(|(_, levels, uprights)| (levels, uprights)).collect()
}

struct Grid {
    xs: Vec<f32>,
    ys: Vec<f32>,
    /// Which cells are one.
    sets: Sets,
}

impl Grid {
    fn new(levels: &[Stroke], uprights: &[Stroke]) -> Option<Self> {
        let xs = edges(uprights, levels);
        let ys = edges(levels, uprights);
        let (columns, rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
        if columns < 2 || rows < 1 || columns * rows > MOST_CELLS {
            return None;
        }
        let mut sets = Sets::new(columns * rows);
        let drawn = |strokes: &[Stroke], at: f32, from: f32, to: f32| {
            let near = strokes.iter().filter(|stroke| (stroke.at - at).abs() <= NEAR);
            let covered: f32 = near.map(|stroke| (stroke.to.min(to) - stroke.from.max(from)).max(0.0)).sum();
            covered >= (to - from) * 0.6
        };
        for row in 0..rows {
            for column in 0..columns {
                let cell = row * columns + column;
                if column + 1 < columns && !drawn(uprights, xs[column + 1], ys[row], ys[row + 1]) {
                    sets.join(cell, cell + 1);
                }
                if row + 1 < rows && !drawn(levels, ys[row + 1], xs[column], xs[column + 1]) {
                    sets.join(cell, cell + columns);
                }
            }
        }
        Some(Self { xs, ys, sets })
    }

    fn read(mut self, lines: &mut [Vec<Word>]) -> Option<Table> {
        let (columns, rows) = (self.xs.len() - 1, self.ys.len() - 1);
        let (top, bottom) = (self.ys[0], self.ys[rows]);
        let mut cells: Vec<Vec<Vec<Word>>> = vec![Vec::new(); columns * rows];
        for line in lines.iter_mut().filter(|line| line.iter().any(|word| word.y > top && word.y < bottom + word.size))
        {
            let mut outside = Vec::new();
            for word in line.drain(..) {
                let (x, y) = ((word.left + word.right) / 2.0, word.y - word.size * 0.3);
                let column = self.xs.iter().rposition(|edge| *edge <= x).filter(|at| *at < columns);
                let row = self.ys.iter().rposition(|edge| *edge <= y).filter(|at| *at < rows);
                match (column, row) {
                    (Some(column), Some(row)) => {
                        let root = self.sets.root(row * columns + column);
                        match cells[root].last_mut() {
                            Some(last)
                                if last.last().is_some_and(|other| {
                                    other.y == word.y || (other.y - word.y).abs() < word.size * 0.22
                                }) =>
                            {
                                last.push(word)
                            }
                            _ => cells[root].push(vec![word]),
                        }
                    }
                    _ => outside.push(word),
                }
            }
            *line = outside;
        }
        if cells.iter().filter(|cell| !cell.is_empty()).count() < 2 {
            for line in cells.into_iter().flatten() {
                if let Some(place) = lines.iter_mut().find(|line| line.is_empty()) {
                    *place = line;
                }
            }
            return None;
        }
        let cells: Vec<Vec<Line>> =
            cells.into_iter().map(|lines| rows::rows(lines).iter().map(rows::Row::line).collect()).collect();
        let mut read = Vec::new();
        for row in 0..rows {
            let mut row_cells: Vec<(usize, Vec<Line>)> = Vec::new();
            let mut last = None;
            for column in 0..columns {
                let root = self.sets.root(row * columns + column);
                if last != Some(root) {
                    row_cells.push((column, cells[root].clone()));
                }
                last = Some(root);
            }
            if row_cells.iter().any(|(_, lines)| !lines.is_empty()) {
                read.extend(split(row_cells));
            }
        }
        Some(Table { edges: self.xs, top, bottom, rows: read })
    }
}

/// The places of the strokes, and where those across them begin and end: sides may be left open.
fn edges(strokes: &[Stroke], across: &[Stroke]) -> Vec<f32> {
    let mut places: Vec<f32> = strokes.iter().map(|stroke| stroke.at).collect();
    places.sort_by(f32::total_cmp);
    let mut edges: Vec<f32> = Vec::new();
    for place in places {
        if edges.last().is_none_or(|last| place - last > NEAR) {
            edges.push(place);
        }
    }
    let from = across.iter().map(|stroke| stroke.from).fold(f32::MAX, f32::min);
    let to = across.iter().map(|stroke| stroke.to).fold(f32::MIN, f32::max);
    if edges.first().is_some_and(|first| from < first - 12.0) {
        edges.insert(0, from);
    }
    if edges.last().is_some_and(|last| to > last + 12.0) {
        edges.push(to);
    }
    edges
}

/// A row in which no lines part the entries: each number in its first column begins one.
fn split(row: Vec<(usize, Vec<Line>)>) -> Vec<Vec<(usize, Vec<Line>)>> {
    let Some((_, first)) = row.first() else { return vec![row] };
    let counts = |line: &Line| {
        let text = line.text();
        let digits = text.trim_end_matches(['.', ')']);
        !digits.is_empty() && digits.len() <= 3 && digits.chars().all(|c| c.is_ascii_digit())
    };
    if first.len() < 2 || !first.iter().all(counts) {
        return vec![row];
    }
    let starts: Vec<f32> = first.iter().map(|line| line.y - line.size * 0.5).collect();
    let mut entries: Vec<Vec<(usize, Vec<Line>)>> =
        starts.iter().map(|_| row.iter().map(|(column, _)| (*column, Vec::new())).collect()).collect();
    for (at, (_, lines)) in row.into_iter().enumerate() {
        for line in lines {
            let entry = starts.iter().rposition(|start| *start <= line.y).unwrap_or(0);
            entries[entry][at].1.push(line);
        }
    }
    entries
}

/// Sets that are joined two by two.
struct Sets(Vec<usize>);

impl Sets {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        // The first cell is the one that stays.
        self.0[a.max(b)] = a.min(b);
    }
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;

    fn level(y: f32, left: f32, right: f32) -> Rule {
        Rule { left, top: y, right, bottom: y }
    }

    fn upright(x: f32, top: f32, bottom: f32) -> Rule {
        Rule { left: x, top, right: x, bottom }
    }

    fn said(table: &Table) -> Vec<Vec<(usize, String)>> {
        let cell = |(column, lines): &(usize, Vec<Line>)| {
            (*column, lines.iter().map(Line::text).collect::<Vec<_>>().join("/"))
        };
        table.rows.iter().map(|row| row.iter().map(cell).collect()).collect()
    }

    fn cells(list: &[(usize, &str)]) -> Vec<(usize, String)> {
        list.iter().map(|(column, text)| (*column, (*text).to_owned())).collect()
    }

    #[test]
    fn merged_cells_stand_in_each_of_their_rows() {
        let mut rules: Vec<Rule> = [100.0, 140.0].iter().map(|y| level(*y, 50.0, 450.0)).collect();
        rules.push(level(120.0, 100.0, 450.0));
        rules.extend([50.0, 100.0, 300.0, 450.0].map(|x| upright(x, 100.0, 140.0)));
        rules[5] = upright(300.0, 120.0, 140.0);
        let mut lines = vec![
            line("over two", 110.0, 114.0).words,
            line("I", 60.0, 124.0).words,
            [line("a", 110.0, 134.0).words, line("b", 310.0, 134.0).words].concat(),
            line("below", 60.0, 180.0).words,
        ];
        let tables = tables(&rules, &mut lines);
        assert_eq!(said(&tables[0]), [cells(&[(0, "I"), (1, "over two")]), cells(&[(0, "I"), (1, "a"), (2, "b")])]);
        assert_eq!(lines.len(), 1);
    }

    #[test]
    fn entries_without_lines_between_are_parted_by_their_numbers() {
        let mut rules: Vec<Rule> = [100.0, 200.0].iter().map(|y| level(*y, 50.0, 450.0)).collect();
        rules.extend([50.0, 100.0, 450.0].map(|x| upright(x, 100.0, 200.0)));
        let mut lines = vec![
            [line("1", 60.0, 120.0).words, line("Hà Lĩnh", 110.0, 120.0).words].concat(),
            line("Sở Y tế", 110.0, 135.0).words,
            [line("2", 60.0, 150.0).words, line("Đỗ Vân", 110.0, 150.0).words].concat(),
        ];
        let tables = tables(&rules, &mut lines);
        assert_eq!(said(&tables[0]), [cells(&[(0, "1"), (1, "Hà Lĩnh/Sở Y tế")]), cells(&[(0, "2"), (1, "Đỗ Vân")])]);
    }

    #[test]
    fn a_frame_and_an_underline_are_no_tables() {
        let mut rules = vec![level(100.0, 50.0, 450.0), level(300.0, 50.0, 450.0), level(150.0, 200.0, 260.0)];
        rules.extend([50.0, 450.0].map(|x| upright(x, 100.0, 300.0)));
        let mut lines = vec![line("text in a frame", 60.0, 120.0).words];
        assert!(tables(&rules, &mut lines).is_empty());
        assert_eq!(lines.len(), 1);
    }
}
