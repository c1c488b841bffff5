//! Where everything of a timeline comes to lie on a width of paper, before it is cut into pages.

use std::ops::Range;

use jiff::civil::Date;
use register::directory::Milestone;

use super::pages::{Captions, LEADING, ROW, SIZE, name};
use super::{Drawing, LaneKind, NONE, OPEN, mark, rows};
use crate::PX;
use crate::ink::{Weight, fit, width, wrap};
use crate::strip::{date, number};

/// The width of a lane's name.
const NAME: i32 = 142 * PX;

/// What a decision does is told so far.
const TOLD: i32 = 280 * PX;

/// Words must not touch each other.
const APART: i32 = 10 * PX;

/// Every bar with its words, in rows of which no two run into each other.
pub(super) struct Placed {
    /// How many pages lie side by side.
    pub across: i32,
    /// The room for days on each of them.
    pub width: i32,
    /// The first and the last day of the whole.
    days: (i32, i32),
    /// The rows of each lane.
    pub lanes: Vec<Range<i32>>,
    /// How many rows there are.
    pub rows: i32,
    /// The row of each bar.
    pub row: Vec<i32>,
    /// Where the words of each bar begin: at the bar, but never over the edge of a page.
    pub words: Vec<i32>,
    /// The bars of all rows, and where those of each row begin.
    bars: Vec<usize>,
    starts: Vec<usize>,
}

/// The words of a drawing, measured for a width of paper.
pub(super) struct Lettered {
    /// Those of each bar.
    pub bars: Vec<Said>,
    /// How many rows the name of each lane needs.
    needs: Vec<i32>,
}

/// The words of a bar.
pub(super) struct Said {
    /// How much room they take.
    pub width: i32,
    /// Who, or which decision.
    pub words: String,
    /// What it does to others.
    pub does: String,
}

impl Placed {
    pub fn of(drawing: &Drawing, width: i32, across: i32, lettered: &Lettered) -> Self {
        let days = (drawing.from, drawing.to);
        let count = drawing.bars.row.len();
        let mut placed = Self {
            across,
            width,
            days,
            lanes: Vec::new(),
            rows: 0,
            row: vec![0; count],
            words: Vec::new(),
            bars: Vec::new(),
            starts: Vec::new(),
        };
        placed.words = (0..count).map(|bar| placed.begin(drawing, bar, lettered.bars[bar].width)).collect();
        for lane in 0..drawing.lanes.kinds.len() {
            let mut own: Vec<(i32, i32, usize)> =
                bars_of(drawing, lane).map(|bar| placed.extent(drawing, bar, lettered)).collect();
            own.sort_unstable();
            let packed = rows::pack(own.iter().map(|(from, to, _)| (*from, *to)));
            let first = placed.rows;
            let needed = packed.iter().max().map_or(1, |last| last + 1).max(lettered.needs[lane]);
            for ((_, _, bar), row) in own.into_iter().zip(packed) {
                placed.row[bar] = first + row;
            }
            placed.rows += needed;
            placed.lanes.push(first..placed.rows);
        }
        placed.bars = (0..count).collect();
        placed.bars.sort_by_key(|bar| (placed.row[*bar], drawing.bars.from[*bar]));
        placed.starts =
            (0..=placed.rows).map(|row| placed.bars.partition_point(|bar| placed.row[*bar] < row)).collect();
        placed
    }

    /// Where a day is, from the left edge of the first page.
    pub fn x(&self, day: i32) -> i32 {
        let (from, to) = self.days;
        let day = i64::from(day.clamp(from, to)) - i64::from(from);
        let whole = i64::from(self.width) * i64::from(self.across);
        i32::try_from(day * whole / (i64::from(to) - i64::from(from)).max(1)).unwrap_or(i32::MAX)
    }

    /// The bars of a row, by their days.
    pub fn in_row(&self, row: i32) -> &[usize] {
        let at = usize::try_from(row).unwrap_or(0);
        &self.bars[self.starts[at]..self.starts[at + 1]]
    }

    /// How many pages it takes, with so many rows on each.
    pub fn sheets(&self, down: i32) -> i64 {
        let bands = i64::try_from(self.bands(down).len()).unwrap_or(i64::MAX);
        bands.saturating_mul(i64::from(self.across))
    }

    /// Which rows come together on a page: a lane stays whole where it fits on one.
    pub fn bands(&self, down: i32) -> Vec<Range<i32>> {
        let mut bands = Vec::new();
        let mut first = 0;
        for lane in &self.lanes {
            if lane.end - first > down && lane.start > first && lane.end - lane.start <= down {
                bands.push(first..lane.start);
                first = lane.start;
            }
            while lane.end - first > down {
                bands.push(first..first + down);
                first += down;
            }
        }
        if first < self.rows || bands.is_empty() {
            bands.push(first..self.rows);
        }
        bands
    }

    /// Where words of a width begin.
    fn begin(&self, drawing: &Drawing, bar: usize, width: i32) -> i32 {
        let start = self.x(drawing.bars.from[bar]);
        let page = start.div_euclid(self.width) * self.width;
        // Beside the line of the date, or of an event, that stands at its beginning.
        (start + 5 * PX).min(page + self.width - width).max(page)
    }

    /// What of its row a bar takes for itself, with its words.
    fn extent(&self, drawing: &Drawing, bar: usize, lettered: &Lettered) -> (i32, i32, usize) {
        let (from, to) = (self.x(drawing.bars.from[bar]), self.x(drawing.bars.to[bar]));
        let words = self.words[bar];
        (words.min(from - 5 * PX), (words + lettered.bars[bar].width).max(to) + APART, bar)
    }
}

impl Lettered {
    pub fn of(drawing: &Drawing, width: i32, captions: &Captions<'_>) -> Self {
        let does = does(drawing, captions).into_iter().enumerate();
        let bars = does.map(|(bar, does)| Said::of(drawing, captions, bar, does, width)).collect();
        let needs = (0..drawing.lanes.kinds.len()).map(|lane| {
            let lines = names(drawing, captions, lane, "").len();
            (i32::try_from(lines).unwrap_or(1) * LEADING + ROW - 1) / ROW
        });
        Self { bars, needs: needs.collect() }
    }
}

impl Said {
    fn of(drawing: &Drawing, captions: &Captions<'_>, bar: usize, does: String, fits: i32) -> Self {
        let bars = &drawing.bars;
        let marks = bars.marks[bar];
        let number_of = |at: usize| format!("{} · {}", drawing.decisions.numbers[at], day(drawing.decisions.from[at]));
        let words = match (usize::try_from(bars.words[bar]), usize::try_from(bars.decision[bar])) {
            (Ok(words), _) => drawing.words[words].clone(),
            (Err(_), _) if marks & mark::EMPTY != 0 => captions.empty.clone(),
            (Err(_), _) if marks & mark::UNKNOWN != 0 => captions.nobody_known.clone(),
            (Err(_), Ok(decision)) => number_of(decision),
            (Err(_), Err(_)) => period(bars.from[bar], bars.to[bar]),
        };
        let weight = if bars.words[bar] == NONE { Weight::SemiBold } else { Weight::Regular };
        let (words, does) = (fit(&words, SIZE, weight, fits), fit(&does, SIZE, Weight::Regular, fits));
        let width = width(&words, SIZE, weight).max(width(&does, SIZE, Weight::Regular));
        Self { width, words, does }
    }
}

/// The lines of a lane's name, with their weight.
pub(super) fn names(drawing: &Drawing, captions: &Captions<'_>, lane: usize, going_on: &str) -> Vec<(String, Weight)> {
    let strong = matches!(drawing.lanes.kinds[lane], LaneKind::Committee | LaneKind::Person | LaneKind::Post);
    let weight = if strong { Weight::SemiBold } else { Weight::Regular };
    let called = [name(drawing, captions, lane), going_on].join(" ");
    let own = wrap(&called, SIZE, weight, NAME).into_iter().map(|line| (line, weight));
    let second = wrap(&drawing.lanes.seconds[lane], SIZE, Weight::Regular, NAME);
    own.chain(second.into_iter().map(|line| (line, Weight::Regular))).collect()
}

/// What the decisions do to others, said where they lie: as far as it reads, then how many more there are.
fn does(drawing: &Drawing, captions: &Captions<'_>) -> Vec<String> {
    let mut said = vec![String::new(); drawing.bars.row.len()];
    let mut left_out = vec![0; said.len()];
    let arcs = &drawing.arcs;
    for ((from, to), relation) in arcs.from.iter().zip(&arcs.to).zip(&arcs.relation) {
        let (Ok(from), Ok(to), Ok(relation)) =
            (usize::try_from(*from), usize::try_from(*to), usize::try_from(*relation))
        else {
            continue;
        };
        let Ok(other) = usize::try_from(drawing.bars.decision[to]) else { continue };
        let words = format!("{} {}", (captions.relation)(arcs.relations[relation]), drawing.decisions.numbers[other]);
        let whole = if said[from].is_empty() { words } else { format!("{}, {words}", said[from]) };
        if said[from].is_empty() || width(&whole, SIZE, Weight::Regular) <= TOLD {
            said[from] = whole;
        } else {
            left_out[from] += 1;
        }
    }
    for (said, left_out) in said.iter_mut().zip(left_out).filter(|(_, left_out)| *left_out > 0) {
        said.push_str(&format!(" (+{left_out})"));
    }
    said
}

fn bars_of(drawing: &Drawing, lane: usize) -> impl Iterator<Item = usize> {
    let place = |number: i32| usize::try_from(number).unwrap_or(0);
    let (first, last) = (place(drawing.lanes.rows[lane]), place(drawing.lanes.rows[lane + 1]));
    place(drawing.starts[first])..place(drawing.starts[last])
}

/// Outside events, in as many rows as their words need.
pub(super) struct Events {
    /// How many rows there are.
    pub rows: i32,
    /// The row of each.
    pub of: Vec<i32>,
}

/// Words of outside events stand in steps, so that neighbours do not write over each other.
pub(super) fn events(drawing: &Drawing, width: i32) -> Events {
    let span = (i64::from(drawing.to) - i64::from(drawing.from)).max(1);
    let mut placed: Vec<(i32, i32, usize)> = Vec::new();
    for (at, event) in drawing.events.iter().enumerate() {
        // As on the narrowest of all: on one page across.
        let day = i64::from(number(event.date).clamp(drawing.from, drawing.to)) - i64::from(drawing.from);
        let x = i32::try_from(day * i64::from(width) / span).unwrap_or(0);
        let wide = crate::ink::width(&self::event(event), SIZE, Weight::Regular) + APART;
        placed.push((x - wide, x + wide, at));
    }
    placed.sort_unstable();
    let packed = rows::pack(placed.iter().map(|(from, to, _)| (*from, *to)));
    let mut of = vec![0; placed.len()];
    for ((_, _, at), row) in placed.into_iter().zip(&packed) {
        of[at] = *row;
    }
    Events { rows: packed.iter().max().map_or(0, |last| last + 1), of }
}

/// What an outside event says.
pub(super) fn event(event: &Milestone) -> String {
    format!("{}, {}", event.what, day(number(event.date)))
}

/// The first days of the years shown.
pub(super) fn years(drawing: &Drawing) -> impl Iterator<Item = (i32, i16)> {
    let year = |day: i32| date(day).map_or(1970, Date::year);
    let (first, last) = (year(drawing.from), year(drawing.to));
    (first..=last).filter_map(|year| Some((number(Date::new(year, 1, 1).ok()?), year)))
}

fn period(from: i32, to: i32) -> String {
    if to == OPEN { format!("{} –", day(from)) } else { format!("{} – {}", day(from), day(to - 1)) }
}

/// A day as offices write it: 21/4/2016.
fn day(number: i32) -> String {
    date(number).map_or_else(String::new, |day| format!("{}/{}/{}", day.day(), day.month(), day.year()))
}
