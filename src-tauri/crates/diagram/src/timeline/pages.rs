//! The timeline on paper: over as many pages as it reads on, which can be laid side by side.
//!
//! On a screen two points may fall together until somebody zooms in. Nobody zooms into paper: here every period has its
//! words, and two whose words would run into each other lie in different rows. The pages across are as many as make the
//! fewest pages; names of lanes, years, events and the date stand on each of them.

use jiff::civil::Date;
use register::composition::Relation;

use super::paper::{self, Lettered, Placed};
use super::{Drawing, LaneKind, NONE, mark};
use crate::PX;
use crate::ink::{Anchor, Edge, Ink, Paint, SMALLEST, Shape, Step, Text, Tone, Weight};
use crate::sheet::{Laid, Room, Size};
use crate::strip::number;

/// The words of a timeline on paper, in the language of whoever reads it.
pub struct Captions<'a> {
    /// The lane of decisions on no committee.
    pub elsewhere: String,
    /// The lane of days on which nobody knows who sits.
    pub unknown: String,
    /// A seat in which nobody is.
    pub empty: String,
    /// A seat of which nobody knows who is in it.
    pub nobody_known: String,
    /// What stands behind the name of a lane that goes on from another page.
    pub continued: String,
    /// What a decision does to another one, before that one's number.
    pub relation: &'a dyn Fn(Relation) -> String,
}

/// Letters: 8 pt, the smallest that may stand on paper.
pub(super) const SIZE: i32 = SMALLEST;
/// From one baseline to the next.
pub(super) const LEADING: i32 = 14 * PX;
/// The names of the lanes.
const NAMES: i32 = 150 * PX;
/// Above the lanes: the years.
const HEAD: i32 = 20 * PX;
const GAP: i32 = 6 * PX;
/// A row: its words, its bar, and what the decision does to others.
pub(super) const ROW: i32 = 32 * PX;
const BAR: i32 = 5 * PX;
/// Less than this for a year does not read.
const YEAR: i32 = 26 * PX;
/// A sheet of its own is as wide as a large screen.
const WHOLE: i32 = 1600 * PX;
/// More than this across nobody lays side by side.
const ACROSS: i32 = 12;

/// Lays a timeline out on sheets of a size, as it stands on a date: what begins later is marked.
#[must_use]
pub fn laid(drawing: &Drawing, date: Date, size: Size, captions: &Captions<'_>) -> Laid {
    let room = match size {
        Size::Whole => return Laid { landscape: true, across: 1, sheets: vec![sheet(drawing, date, captions)] },
        Size::A4 => Room::A4,
        Size::A3 => Room::A3,
    };
    let events = paper::events(drawing, room.width - NAMES);
    let top = HEAD + LEADING * events.rows + GAP;
    let down = ((room.height - top) / ROW).max(1);
    let span = i64::from((drawing.to - drawing.from).max(1));
    let across = room.width - NAMES;
    let years = span * 4 / 1461 + 1;
    let least = i32::try_from((years * i64::from(YEAR)).div_euclid(i64::from(across)) + 1).unwrap_or(1);
    let tries = least..=least.max(ACROSS);
    let lettered = Lettered::of(drawing, across, captions);
    let laid = tries.map(|count| Placed::of(drawing, across, count, &lettered));
    let Some(placed) = laid.min_by_key(|placed| (placed.sheets(down), placed.across)) else {
        return Laid { landscape: true, across: 1, sheets: Vec::new() };
    };
    let mut sheets = Vec::new();
    for band in &placed.bands(down) {
        for column in 0..placed.across {
            let page = Page { drawing, placed: &placed, lettered: &lettered, captions, column, top, day: number(date) };
            sheets.push(page.ink(room, band.clone(), &events));
        }
    }
    Laid { landscape: true, across: u32::try_from(placed.across).unwrap_or(1), sheets }
}

/// The whole on one sheet, as high as it has to be.
fn sheet(drawing: &Drawing, date: Date, captions: &Captions<'_>) -> Ink {
    let width = WHOLE;
    let events = paper::events(drawing, width - NAMES);
    let top = HEAD + LEADING * events.rows + GAP;
    let lettered = Lettered::of(drawing, width - NAMES, captions);
    let placed = Placed::of(drawing, width - NAMES, 1, &lettered);
    let room = Room { width, height: top + placed.rows * ROW + GAP };
    let page = Page { drawing, placed: &placed, lettered: &lettered, captions, column: 0, top, day: number(date) };
    page.ink(room, 0..placed.rows, &events)
}

struct Page<'a> {
    drawing: &'a Drawing,
    placed: &'a Placed,
    lettered: &'a Lettered,
    captions: &'a Captions<'a>,
    column: i32,
    top: i32,
    day: i32,
}

impl Page<'_> {
    fn ink(&self, room: Room, rows: std::ops::Range<i32>, events: &paper::Events) -> Ink {
        let mut ink = Ink { width: room.width, height: room.height, shapes: Vec::new() };
        let bottom = self.top + (rows.end - rows.start) * ROW;
        let text = |x, y, anchor, text: &str| {
            let (size, weight, tone) = (SIZE, Weight::Regular, Tone::Amber);
            Shape::Text(Text { x, y, size, weight, anchor, tone, text: text.to_owned() })
        };
        self.later(&mut ink, bottom);
        self.years(&mut ink, bottom);
        self.lanes(&mut ink, room, &rows);
        for (event, row) in self.drawing.events.iter().zip(&events.of) {
            let x = self.x(number(event.date));
            if let Some(x) = x {
                let y = HEAD + LEADING * row + 10 * PX;
                let edge = Paint::edged(Tone::Amber, PX).dashed(3 * PX);
                ink.shapes.push(Shape::line((x, y), (x, bottom), edge));
                let words = paper::event(event);
                let end = x + crate::ink::width(&words, SIZE, Weight::Regular) + 4 * PX > room.width;
                let (anchor, by) = if end { (Anchor::End, -4 * PX) } else { (Anchor::Start, 4 * PX) };
                ink.shapes.push(text(x + by, y, anchor, &words));
            }
        }
        if let Some(x) = self.x(self.day) {
            let edge = Paint::edged(Tone::Accent, PX + PX / 2);
            ink.shapes.push(Shape::line((x, HEAD - 6 * PX), (x, bottom), edge));
        }
        self.arcs(&mut ink, &rows);
        for row in rows.clone() {
            let y = self.top + (row - rows.start) * ROW;
            for bar in self.placed.in_row(row) {
                self.bar(&mut ink, *bar, y);
            }
        }
        ink
    }

    /// Where a day is on this page, if it is.
    fn x(&self, day: i32) -> Option<i32> {
        let x = self.placed.x(day) - self.column * self.placed.width;
        (0..self.placed.width).contains(&x).then_some(NAMES + x)
    }

    /// A wash over what lies beyond the date.
    fn later(&self, ink: &mut Ink, bottom: i32) {
        let x = (self.placed.x(self.day) - self.column * self.placed.width).clamp(0, self.placed.width);
        if x < self.placed.width {
            let (width, height) = (self.placed.width - x, bottom - HEAD);
            let paint = Paint::filled(Tone::Wash);
            ink.shapes.push(Shape::Rect { x: NAMES + x, y: HEAD, width, height, radius: 0, paint });
        }
    }

    fn years(&self, ink: &mut Ink, bottom: i32) {
        let mut free = i32::MIN;
        for (day, year) in paper::years(self.drawing) {
            let Some(x) = self.x(day) else { continue };
            ink.shapes.push(Shape::line((x, HEAD - 4 * PX), (x, bottom), Paint::edged(Tone::Line, PX / 2)));
            let text = year.to_string();
            let width = crate::ink::width(&text, SIZE, Weight::Regular);
            if x >= free && x + 2 * PX + width <= ink.width {
                let (anchor, tone, y) = (Anchor::Start, Tone::Second, HEAD - 6 * PX);
                let (size, weight) = (SIZE, Weight::Regular);
                ink.shapes.push(Shape::Text(Text { x: x + 2 * PX, y, size, weight, anchor, tone, text }));
                free = x + width + 8 * PX;
            }
        }
    }

    /// The rules between the lanes, and their names: again on each page.
    fn lanes(&self, ink: &mut Ink, room: Room, rows: &std::ops::Range<i32>) {
        for (at, lane) in self.placed.lanes.iter().enumerate() {
            let shown = lane.start.max(rows.start)..lane.end.min(rows.end);
            if shown.is_empty() {
                continue;
            }
            let y = self.top + (shown.start - rows.start) * ROW;
            ink.shapes.push(Shape::line((0, y), (room.width, y), Paint::edged(Tone::LineStrong, PX / 2)));
            let going_on = if lane.start < rows.start { self.captions.continued.as_str() } else { "" };
            for (line, (words, weight)) in
                paper::names(self.drawing, self.captions, at, going_on).into_iter().enumerate()
            {
                let y = y + (i32::try_from(line).unwrap_or(0) + 1) * LEADING - 2 * PX;
                if y > self.top + (shown.end - rows.start) * ROW {
                    break;
                }
                let tone = if weight == Weight::SemiBold { Tone::Ink } else { Tone::Second };
                let (size, anchor) = (SIZE, Anchor::Start);
                ink.shapes.push(Shape::Text(Text { x: 0, y, size, weight, anchor, tone, text: words }));
            }
        }
    }

    fn bar(&self, ink: &mut Ink, bar: usize, y: i32) {
        let bars = &self.drawing.bars;
        let left = self.column * self.placed.width;
        let (from, to) = (self.placed.x(bars.from[bar]) - left, self.placed.x(bars.to[bar]) - left);
        let (start, end) = (from.max(0), to.min(self.placed.width));
        let marks = bars.marks[bar];
        let middle = y + 19 * PX;
        if start < end || (from == to && (0..self.placed.width).contains(&from)) {
            let holds = bars.from[bar] <= self.day && self.day < bars.to[bar];
            let width = (end - start).max(PX);
            let x = NAMES + start;
            let shape = |paint| Shape::Rect { x, y: middle - BAR / 2, width, height: BAR, radius: 0, paint };
            let edge = |dash| Some(Edge { tone: Tone::Second, width: PX / 2, dash });
            ink.shapes.push(match (marks & (mark::EMPTY | mark::UNKNOWN) != 0, bars.from[bar] > self.day) {
                (true, later) => shape(Paint { fill: None, edge: edge(if later { 2 * PX } else { 0 }) }),
                (false, true) => shape(Paint { fill: Some(Tone::Paper), edge: edge(3 * PX) }),
                (false, false) => shape(Paint::filled(if holds { Tone::Bar } else { Tone::BarEnded })),
            });
        }
        if marks & mark::POINT != 0 && (0..self.placed.width).contains(&from) {
            let hollow = marks & (mark::HOLLOW | mark::EMPTY | mark::UNKNOWN) != 0 || bars.from[bar] > self.day;
            let fill = Some(if hollow { Tone::Paper } else { Tone::Ink });
            let paint = Paint { fill, edge: Some(Edge { tone: Tone::Ink, width: PX, dash: 0 }) };
            ink.shapes.push(Shape::Circle { x: NAMES + from, y: middle, radius: 4 * PX, paint });
        }
        self.words(ink, bar, y, (left, end));
    }

    /// The words of a bar where it begins, and again on every page on which it goes on.
    fn words(&self, ink: &mut Ink, bar: usize, y: i32, (left, end): (i32, i32)) {
        let said = &self.lettered.bars[bar];
        let own = self.placed.words[bar] - left;
        let x = if (0..self.placed.width).contains(&own) {
            own
        } else if own < 0 && said.width <= end {
            0
        } else {
            return;
        };
        let weight = if self.drawing.bars.words[bar] == NONE { Weight::SemiBold } else { Weight::Regular };
        let line = |y, weight, tone, text: &str| {
            let (size, anchor) = (SIZE, Anchor::Start);
            Shape::Text(Text { x: NAMES + x, y, size, weight, anchor, tone, text: text.to_owned() })
        };
        let tone = if self.drawing.bars.from[bar] > self.day { Tone::Second } else { Tone::Ink };
        ink.shapes.push(line(y + 12 * PX, weight, tone, &said.words));
        if own == x && !said.does.is_empty() {
            ink.shapes.push(line(y + 31 * PX, Weight::Regular, Tone::Second, &said.does));
        }
    }

    /// Relations both ends of which are on this page: from the one that acts straight up or down to the other's bar.
    fn arcs(&self, ink: &mut Ink, rows: &std::ops::Range<i32>) {
        let arcs = &self.drawing.arcs;
        for (from, to) in arcs.from.iter().zip(&arcs.to) {
            let [Ok(from), Ok(to)] = [usize::try_from(*from), usize::try_from(*to)] else { continue };
            let [acting, other] = [self.placed.row[from], self.placed.row[to]];
            let Some(x) = self.x(self.drawing.bars.from[from]) else { continue };
            if acting == other || !rows.contains(&acting) || !rows.contains(&other) {
                continue;
            }
            let middle = |row: i32| self.top + (row - rows.start) * ROW + 19 * PX;
            let (start, end) = (middle(acting), middle(other));
            let by = if end < start { PX } else { -PX };
            let head = vec![
                Step::Move(x, end + 3 * by),
                Step::Line(x - 3 * PX, end + 9 * by),
                Step::Line(x + 3 * PX, end + 9 * by),
                Step::Close,
            ];
            ink.shapes.push(Shape::line((x, start), (x, end + 6 * by), Paint::edged(Tone::Second, PX / 2)));
            ink.shapes.push(Shape::Path { steps: head, paint: Paint::filled(Tone::Second) });
        }
    }
}

/// What the name of a lane is, where the kind says it.
pub(super) fn name<'a>(drawing: &'a Drawing, captions: &'a Captions<'_>, lane: usize) -> &'a str {
    match drawing.lanes.kinds[lane] {
        LaneKind::Elsewhere => &captions.elsewhere,
        LaneKind::Unknown => &captions.unknown,
        _ => &drawing.lanes.names[lane],
    }
}
