//! All committees of the register on a date: the register's office at the top, under it the offices that set
//! committees up, in each the committees packed side by side, each of them closed or with its own chart in it.

use std::collections::HashSet;

use register::Composition;
use register::role::Rank;

use super::committee::{Plan, draw};
use super::sketch::{Area, Mile, Sketch, What, Words, ascent, text_height};
use super::words::position;
use super::{Chart, Kind, Sign, Style};
use crate::PX;
use crate::text::wrap;
use crate::tidy::{Spacing, Tree, Unplaceable, pack, tidy};

/// The width of a committee that is closed, and the room that an open one's chart is drawn to fill, in px.
const CLOSED: i32 = 264 * PX;
const OPEN: u32 = 620;
/// From the frame of a committee to what is in it.
const PADDING: i32 = 10 * PX;
/// Room at the right of a heading for its count, and at its left for the sign that folds it.
const COUNT: i32 = 34 * PX;
const FOLD: i32 = 14 * PX;
/// From the upper edge of a frame or a group to the first line, as in every group.
const OVER: i32 = 6 * PX;
/// Between committees, between offices, and between an office and what is under it.
const GAP: i32 = 16 * PX;
const APART: i32 = 48 * PX;
const UNDER: i32 = 40 * PX;
/// An office's committees are packed to the shape of a screen.
const SCREEN: (u32, u32) = (16, 9);
/// On paper: from the left edge to an office.
const INDENT: i32 = 24 * PX;
/// The card of the register's own office.
const ROOT: i32 = 260 * PX;

/// An office with the committees that it set up.
#[derive(Clone, Debug)]
pub struct Office {
    /// Its name.
    pub name: String,
    /// Its committees on a date.
    pub committees: Vec<Composition>,
}

/// How all committees are to be drawn.
#[derive(Clone, Copy)]
pub struct Whole<'a> {
    /// Whose register it is.
    pub name: &'a str,
    /// The offices in their order.
    pub offices: &'a [Office],
    /// Whether committees are open, but for those that are toggled.
    pub open: bool,
    /// Committees that are the other way, by their ids; groups in them by their keys.
    pub toggled: &'a HashSet<String>,
    /// For paper: the width to fill, in px. The offices stand one below the other then, as a list is read.
    pub paper: Option<u32>,
}

/// Draws all committees.
///
/// # Errors
///
/// More than the plane holds: [`Unplaceable::TooLarge`].
pub fn offices(whole: &Whole<'_>) -> Result<Chart, Unplaceable> {
    let mut sketch = Sketch::default();
    let mut tree = Tree::default();
    if let Some(width) = whole.paper {
        return below_each_other(whole, i32::try_from(width).unwrap_or(i32::MAX / PX).saturating_mul(PX));
    }
    let name = set(whole.name, Style::Name, ROOT - 2 * PADDING);
    let root_height = text_height(&name) + 2 * PADDING;
    let heads = whole.offices.iter().map(Office::heads).sum();
    let root = sketch.open(plain(Kind::Office, heads, "root"), Area { x: 0, y: 0, width: ROOT, height: root_height });
    sketch.stack(&name, PADDING, PADDING + ascent(Style::Name));
    sketch.close(root);
    let top = tree.begin(ROOT, root_height);
    let mut miles = vec![sketch.mile()];
    for office in whole.offices {
        let size = region(&mut sketch, office, whole, None)?;
        tree.leaf(size.width, size.height);
        miles.push(sketch.mile());
    }
    tree.end(top);
    let places = tidy(&tree, Spacing { siblings: APART, levels: UNDER })?;
    let start = Mile::default();
    sketch.shift(start, miles[0], places.x[0], places.y[0]);
    for (at, pair) in miles.windows(2).enumerate() {
        sketch.shift(pair[0], pair[1], places.x[at + 1], places.y[at + 1]);
    }
    connect(&mut sketch, &tree, &places.x, &places.y);
    Ok(sketch.finish(places.width, places.height))
}

impl Office {
    fn heads(&self) -> u32 {
        self.committees.iter().filter_map(|committee| committee.heads).sum()
    }
}

/// For paper: the register's office at the head, each other one below it on a line down the left edge.
fn below_each_other(whole: &Whole<'_>, width: i32) -> Result<Chart, Unplaceable> {
    let mut sketch = Sketch::default();
    let name = set(whole.name, Style::Name, ROOT - PADDING - COUNT);
    let foot = text_height(&name) + 2 * PADDING;
    let heads = whole.offices.iter().map(Office::heads).sum();
    let root = sketch.open(plain(Kind::Office, heads, "root"), Area { x: 0, y: 0, width: ROOT, height: foot });
    sketch.stack(&name, PADDING, PADDING + ascent(Style::Name));
    sketch.close(root);
    let (mut y, mut trunk) = (foot + UNDER / 2, foot);
    for office in whole.offices {
        let mile = sketch.mile();
        let size = region(&mut sketch, office, whole, Some(width - INDENT))?;
        let end = sketch.mile();
        sketch.shift(mile, end, INDENT, y);
        sketch.line((INDENT / 2, trunk), (INDENT / 2, y));
        sketch.line((INDENT / 2, y), (INDENT, y));
        trunk = y;
        y = y.saturating_add(size.height).saturating_add(UNDER / 2);
    }
    Ok(sketch.finish(width, y - UNDER / 2))
}

/// An office at 0, 0: its name over its committees, packed, into a width where one is given.
fn region(sketch: &mut Sketch, office: &Office, whole: &Whole<'_>, within: Option<i32>) -> Result<Area, Unplaceable> {
    // On paper as many side by side as there is room for, and as wide as that makes them.
    let closed = within.map_or(CLOSED, |width| {
        let count = ((width + GAP) / (CLOSED + GAP)).max(1);
        (width + GAP) / count - GAP
    });
    let region = sketch.open(plain(Kind::Office, office.heads(), &office.name), Area::default());
    // How wide it gets shows only when its committees are packed: its name is as wide as the narrowest of them.
    let heading = set(&office.name, Style::Heading, CLOSED - COUNT);
    sketch.stack(&heading, 0, OVER + ascent(Style::Heading));
    let mut miles = vec![sketch.mile()];
    let mut sizes = Vec::new();
    for committee in &office.committees {
        sizes.push(frame(sketch, committee, whole, closed));
        miles.push(sketch.mile());
    }
    let block = match within {
        None => pack::pack(&sizes, GAP, SCREEN)?,
        Some(width) => pack::pack_within(&sizes, GAP, width)?,
    };
    let width = within.unwrap_or(block.width.max(CLOSED));
    let top = OVER + text_height(&heading) + GAP / 2;
    for (at, pair) in miles.windows(2).enumerate() {
        sketch.shift(pair[0], pair[1], block.x[at], top + block.y[at]);
    }
    let area = Area { x: 0, y: 0, width, height: top + block.height };
    sketch.close_at(region, area);
    Ok(area)
}

/// A committee at 0, 0: its name and its head, or its name and its whole chart. Answers its size.
fn frame(sketch: &mut Sketch, composition: &Composition, whole: &Whole<'_>, closed: i32) -> (i32, i32) {
    let id = composition.committee.id.as_str();
    let open = whole.open != whole.toggled.contains(id);
    let folded = if open { 0 } else { Sign::Folded.bit() };
    let unknown = if composition.heads.is_none() { Sign::UnknownComposition.bit() } else { 0 };
    let what = What {
        kind: Kind::Committee,
        signs: Sign::Foldable.bit() | folded | unknown,
        count: composition.heads.unwrap_or(0),
        owner: id,
        holder: None,
    };
    let at = sketch.open(what, Area::default());
    // How wide an open one gets shows only when its chart is drawn; its name may be as wide as the narrowest.
    let room = if open { i32::try_from(OPEN).unwrap_or(0) * PX } else { closed - 2 * PADDING };
    // Nothing folds on paper.
    let fold = if whole.paper.is_some() { 0 } else { FOLD };
    let name = set(&composition.committee.name, Style::Heading, room - COUNT - fold);
    let first = OVER + ascent(Style::Heading);
    sketch.stack(&name, PADDING + fold, first);
    let below = OVER + text_height(&name);
    let size = if open {
        let mile = sketch.mile();
        let plan = Plan { width: OPEN, toggled: whole.toggled, changes: None, paper: whole.paper.is_some() };
        let inner = draw(sketch, composition, &plan);
        let end = sketch.mile();
        sketch.shift(mile, end, PADDING, below + PADDING);
        (inner.width + 2 * PADDING, below + inner.height + 2 * PADDING)
    } else {
        let head = head(composition);
        let lines = set(&head, Style::Second, room - fold);
        sketch.stack(&lines, PADDING + fold, below + ascent(Style::Second));
        (closed, below + text_height(&lines) + PADDING)
    };
    sketch.close_at(at, Area { x: 0, y: 0, width: size.0, height: size.1 });
    size
}

/// Who heads a committee, as far as it is known.
fn head(composition: &Composition) -> String {
    let Some(chair) = composition.seats.iter().find(|seat| seat.rank == Rank::Chair) else { return String::new() };
    let holder = chair.holders.first();
    let person = holder.and_then(|holder| holder.person.as_deref());
    let post = holder.map_or_else(|| chair.as_written.clone(), |holder| position(holder, chair));
    person.map_or_else(|| post.clone(), |person| format!("{person}, {post}"))
}

/// From the register's office down, along, and down to each office.
fn connect(sketch: &mut Sketch, tree: &Tree, x: &[i32], y: &[i32]) {
    let middle = |at: usize| x[at] + tree.widths[at] / 2;
    let (from, foot) = (middle(0), y[0] + tree.heights[0]);
    let bar = foot + UNDER / 2;
    let children: Vec<i32> = (1..tree.len()).map(middle).collect();
    let (Some(least), Some(most)) = (children.iter().min(), children.iter().max()) else { return };
    sketch.line((from, foot), (from, bar));
    sketch.line((from.min(*least), bar), (from.max(*most), bar));
    for (at, child) in children.iter().enumerate() {
        sketch.line((*child, bar), (*child, y[at + 1]));
    }
}

fn plain(kind: Kind, count: u32, owner: &str) -> What<'_> {
    What { kind, signs: 0, count, owner, holder: None }
}

fn set(words: &str, style: Style, fits: i32) -> Vec<Words> {
    wrap(words, style, fits).into_iter().map(|line| (line, style)).collect()
}
