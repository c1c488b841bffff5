//! A chart on paper: on one page where it reads, else on pages that can be laid side by side, cut where nothing stands.
//!
//! A card, a row or a heading with the first row under it is never cut: where the end of a page would go through one,
//! all that begins at its height or below it goes to the next page. Nothing is printed twice but the headings of the
//! groups that go on.

use std::ops::Range;

use super::paint::{AFTER_SIGN, Brush, Captions, DRAWN, fitted, glyph, line};
use super::{Chart, Kind, Sign, Style};
use crate::PX;
use crate::ink::{Anchor, Ink, Paint, Shape, Tone};
use crate::sheet::{Laid, Room, Size};

/// Sizes that are tried, in hundredths of that on screen. At the least of them the smallest letters (11 px) are just
/// over 8 pt.
const SCALES: [i32; 7] = [165, 145, 130, 118, 108, 100, 98];
/// Above a page: what the signs mean, or the headings of the groups that go on.
const STRIP: i32 = 24 * PX;
/// A drawing on a sheet of its own is set as for a large screen.
const WIDE: u32 = 1440;
/// Between the entries of the legend.
const APART: i32 = 18 * PX;

/// Lays a chart out on sheets of a size. `draw` draws it to fill a width, in px.
///
/// # Errors
/// What `draw` reports.
pub fn laid<E>(size: Size, captions: &Captions<'_>, draw: impl Fn(u32) -> Result<Chart, E>) -> Result<Laid, E> {
    let rooms = match size {
        Size::Whole => {
            let chart = draw(WIDE)?;
            let brush = Brush { chart: &chart, said: captions };
            let pages = Pages::of(&brush, Room { width: chart.width, height: i32::MAX / 256 }, 100);
            return Ok(Laid { landscape: chart.width > chart.height, across: 1, sheets: pages.inks() });
        }
        Size::A4 => [(true, Room::A4), (false, Room::A4_UPRIGHT)],
        Size::A3 => [(true, Room::A3), (false, Room::A3_UPRIGHT)],
    };
    let mut fewest: Option<Laid> = None;
    for scale in SCALES {
        for (landscape, room) in rooms {
            let chart = draw(u32::try_from(room.width * 100 / scale / PX).unwrap_or(WIDE))?;
            let brush = Brush { chart: &chart, said: captions };
            let pages = Pages::of(&brush, room, scale);
            let count = pages.down.len() * pages.across.len();
            // Larger than on screen only where all of it stands on one page.
            let fewer = scale <= 100 && fewest.as_ref().is_none_or(|best| count < best.sheets.len());
            if count == 1 || fewer {
                let across = u32::try_from(pages.across.len()).unwrap_or(u32::MAX);
                fewest = Some(Laid { landscape, across, sheets: pages.inks() });
            }
            if count == 1 {
                break;
            }
        }
        if fewest.as_ref().is_some_and(|best| best.sheets.len() == 1) {
            break;
        }
    }
    Ok(fewest.unwrap_or(Laid { landscape: true, across: 1, sheets: Vec::new() }))
}

/// What must not be cut: a box, or a heading with the first box under it.
struct Piece {
    across: Range<i32>,
    down: Range<i32>,
}

struct Pages<'a> {
    brush: &'a Brush<'a>,
    room: Room,
    scale: i32,
    pieces: Vec<Piece>,
    /// What stands on each page across, and down.
    across: Vec<Range<i32>>,
    down: Vec<Range<i32>>,
    /// The signs that rows have without words.
    bare: Vec<Sign>,
}

impl<'a> Pages<'a> {
    fn of(brush: &'a Brush<'a>, room: Room, scale: i32) -> Self {
        let pieces: Vec<Piece> = (0..brush.chart.boxes.kind.len()).map(|at| piece(brush, at)).collect();
        let rows = || (0..pieces.len()).filter(|at| brush.kind(*at) == Kind::Row);
        let bare: Vec<Sign> = DRAWN.into_iter().filter(|sign| rows().any(|at| brush.sign(at) == Some(*sign))).collect();
        let (wide, high) = (unscaled(room.width, scale), unscaled(room.height, scale));
        let first = if bare.is_empty() { 0 } else { STRIP };
        let across = cuts(pieces.iter().map(|piece| &piece.across), brush.chart.width, (wide, wide));
        let down = cuts(pieces.iter().map(|piece| &piece.down), brush.chart.height, (high - first, high - STRIP));
        Self { brush, room, scale, pieces, across, down, bare }
    }

    fn inks(&self) -> Vec<Ink> {
        let places = (0..self.down.len()).flat_map(|row| (0..self.across.len()).map(move |column| (row, column)));
        places.map(|(row, column)| self.ink(row, column)).collect()
    }

    fn ink(&self, row: usize, column: usize) -> Ink {
        let (across, down) = (&self.across[column], &self.down[row]);
        let top = if row > 0 || !self.bare.is_empty() { STRIP } else { 0 };
        let mut shapes = Vec::new();
        let boxes = 0..self.pieces.len();
        shapes.extend(boxes.clone().filter_map(|at| {
            let seen = self.brush.edges(at);
            let beside = seen[0] < across.end && seen[2] > across.start;
            beside.then(|| self.brush.frame(at, (down.start, down.end))).flatten()
        }));
        let chart = self.brush.chart;
        self.connections(&chart.lines, Paint::edged(Tone::LineStrong, PX), across, down, &mut shapes);
        let dots = Paint::edged(Tone::Second, PX).dashed(2 * PX);
        self.connections(&chart.dotted, dots, across, down, &mut shapes);
        let here = |piece: &Piece| across.contains(&piece.across.start) && down.contains(&piece.down.start);
        for at in boxes.filter(|at| here(&self.pieces[*at])) {
            self.brush.draw(at, &mut shapes);
        }
        let mut ink = Ink { width: 0, height: 0, shapes };
        ink.shift(-across.start, top - down.start);
        if row > 0 {
            self.going_on(across, down, &mut ink.shapes);
        } else if column == 0 {
            self.legend(&mut ink.shapes);
        }
        ink.scale(self.scale, 100);
        let whole = self.across.len() * self.down.len() == 1;
        ink.width = self.room.width;
        ink.height = if whole { scaled(chart.height + top, self.scale) } else { self.room.height };
        ink
    }

    /// Lines, as far as they are on a page. All of them run along or down.
    fn connections(&self, lines: &[i32], paint: Paint, across: &Range<i32>, down: &Range<i32>, out: &mut Vec<Shape>) {
        for line in lines.chunks_exact(4) {
            let [x, y] = [line[0].min(line[2]), line[1].min(line[3])];
            let [to_x, to_y] = [line[0].max(line[2]), line[1].max(line[3])];
            let from = (x.max(across.start), y.max(down.start));
            let to = (to_x.min(across.end), to_y.min(down.end));
            if from.0 <= to.0 && from.1 <= to.1 && from != to {
                out.push(Shape::line(from, to, paint));
            }
        }
    }

    /// The headings of the groups that go on from the page above.
    fn going_on(&self, across: &Range<i32>, down: &Range<i32>, out: &mut Vec<Shape>) {
        let goes_on = |at: &usize| {
            let group = matches!(self.brush.kind(*at), Kind::Class | Kind::Members | Kind::Invited | Kind::SubBody);
            let end = usize::try_from(self.brush.chart.boxes.end[*at]).unwrap_or(*at);
            let piece = &self.pieces[*at];
            group
                && piece.down.start < down.start
                && across.contains(&piece.across.start)
                && self.pieces[*at + 1..end].iter().any(|row| down.contains(&row.down.start))
        };
        for at in (0..self.pieces.len()).filter(goes_on) {
            let [x, _, right, _] = self.brush.edges(at);
            let x = x - across.start;
            let room = right.min(across.end) - across.start - x;
            let going_on = format!(" {}", self.brush.said.going_on);
            let own = room - crate::text::width(&going_on, Style::Heading);
            let said = fitted(&self.brush.heading(at), Style::Heading, own) + &going_on;
            let paint = Paint::filled(Tone::Ink);
            out.push(Shape::Rect { x, y: 0, width: room, height: PX, radius: 0, paint });
            out.push(line(Style::Heading, x, 17 * PX, Anchor::Start, Tone::Second, &said));
        }
    }

    /// What the signs mean that stand before rows without a word.
    fn legend(&self, out: &mut Vec<Shape>) {
        let mut x = 0;
        for sign in &self.bare {
            let Some(said) = (self.brush.said.told)(*sign) else { continue };
            out.push(glyph(*sign, x, 3 * PX, Tone::Second));
            out.push(line(Style::Label, x + AFTER_SIGN, 11 * PX, Anchor::Start, Tone::Second, said));
            x += AFTER_SIGN + crate::text::width(said, Style::Label) + APART;
        }
    }
}

/// The stretch of a box that must stay on one page.
fn piece(brush: &Brush<'_>, at: usize) -> Piece {
    let [x, y, right, bottom] = brush.edges(at);
    if brush.is_leaf(at) {
        return Piece { across: x..right, down: y..bottom };
    }
    let end = usize::try_from(brush.chart.boxes.end[at]).unwrap_or(at);
    let first = (at + 1..end).find(|within| brush.is_leaf(*within)).map_or([x, y, right, y], |leaf| brush.edges(leaf));
    Piece { across: x..first[2].max(x + PX), down: y..first[3].max(y + PX) }
}

/// Where to cut a length, so that nothing is cut that must not be: each stretch begins where the one before it ends.
/// The first may be as long as `most.0`, the others as `most.1`.
fn cuts<'a>(pieces: impl Iterator<Item = &'a Range<i32>>, length: i32, most: (i32, i32)) -> Vec<Range<i32>> {
    let mut pieces: Vec<&Range<i32>> = pieces.collect();
    pieces.sort_unstable_by_key(|piece| piece.start);
    let mut found = Vec::new();
    let (mut from, mut most_here) = (0, most.0);
    while length - from > most_here {
        let end = from + most_here;
        let here = pieces.partition_point(|piece| piece.start <= from);
        let cut = pieces[here..].iter().take_while(|piece| piece.start < end).find(|piece| piece.end > end);
        // What is longer than a page is cut all the same.
        let cut = cut.map_or(end, |piece| piece.start).max(from + PX);
        found.push(from..cut);
        (from, most_here) = (cut, most.1);
    }
    found.push(from..length.max(from + PX));
    found
}

fn unscaled(length: i32, scale: i32) -> i32 {
    i32::try_from(i64::from(length) * 100 / i64::from(scale)).unwrap_or(i32::MAX)
}

fn scaled(length: i32, scale: i32) -> i32 {
    i32::try_from(i64::from(length) * i64::from(scale) / 100).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_cut_where_nothing_stands() {
        let px = |ranges: &[(i32, i32)]| -> Vec<Range<i32>> {
            ranges.iter().map(|(start, end)| start * PX..end * PX).collect()
        };
        let pieces = px(&[(0, 4), (4, 8), (6, 11), (8, 12), (12, 16), (13, 18)]);
        let cut = |first: i32, others: i32| cuts(pieces.iter(), 18 * PX, (first * PX, others * PX));
        assert_eq!(cut(18, 1), px(&[(0, 18)]));
        assert_eq!(cut(10, 10), px(&[(0, 6), (6, 13), (13, 18)]));
        assert_eq!(cut(12, 10), px(&[(0, 12), (12, 18)]));
        // What is longer than a page is cut all the same.
        assert_eq!(cuts(px(&[(0, 40)]).iter(), 40 * PX, (16 * PX, 16 * PX)), px(&[(0, 16), (16, 32), (32, 40)]));
    }
}
