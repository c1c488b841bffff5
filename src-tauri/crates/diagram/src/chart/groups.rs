//! Groups: many seats packed in columns under a heading, several groups side by side in a band.

use register::composition::Holder;

use super::committee::{Place, Plan};
use super::sketch::{Area, Sketch, What, Words, ascent, text_height};
use super::words::position;
use super::{Kind, Sign, Style};
use crate::PX;
use crate::text::wrap;

/// Between the columns of a group.
const GAP: i32 = 12 * PX;
/// The narrowest and the widest column, and the steps between them that are tried.
const COLUMN: (i32, i32) = (80 * PX, 260 * PX);
const STEP: i32 = 12 * PX;
/// A group with nobody in it keeps room for the sentence that says why.
const EMPTY: i32 = 200 * PX;
/// Room for a heading in the words of the view, and for its count.
const OWN_HEADING: i32 = 204 * PX;
/// More columns than this nobody reads as one list.
const MOST_COLUMNS: i32 = 8;
/// A column is not shorter than this many rows while there are more.
const FEWEST_ROWS: usize = 4;
/// An entry is not broken into more lines than this.
const MOST_LINES: i32 = 2;
/// Between rows.
const ROW_GAP: i32 = 2 * PX;
/// Between groups.
const BETWEEN: i32 = 24 * PX;
/// Room at the right of a heading for its count, and at its left for the sign that folds it.
const COUNT: i32 = 34 * PX;
const FOLD: i32 = 14 * PX;
/// Between bands.
const BAND_GAP: i32 = 20 * PX;
/// A group this long folds, and starts folded when it is longer than `LONG`.
const FOLDS: usize = 9;
const LONG: usize = 1500;
/// More people than this are not each set in bold.
const FEW_NAMES: usize = 12;
/// A list this long is not tried in every width, and may grow to a sheet wider than the room.
const MANY: usize = 300;
const ROW_WIDTH: i32 = 224 * PX;

/// Seats to be packed together.
pub(super) struct Gathered<'a> {
    kind: Kind,
    key: String,
    class: Option<Place<'a>>,
    heading: String,
    entries: Vec<Entry<'a>>,
    count: u32,
    signs: u32,
    paper: bool,
}

struct Entry<'a> {
    place: Place<'a>,
    /// Which of the seat's holders, where it has several places.
    holder: Option<usize>,
    text: String,
    style: Style,
    signs: u32,
}

impl<'a> Gathered<'a> {
    pub fn new(
        kind: Kind,
        key: &str,
        class: Option<Place<'a>>,
        heading: &str,
        places: &[Place<'a>],
        plan: &Plan<'_>,
    ) -> Self {
        let mut entries: Vec<Entry<'a>> = places.iter().flat_map(|place| entries(*place, kind, plan)).collect();
        if kind == Kind::Class {
            shorten(&mut entries, heading);
        }
        // A few names among posts stand out; where nearly all are names, none does.
        if entries.iter().filter(|entry| entry.style == Style::RowName).count() > FEW_NAMES {
            entries.iter_mut().for_each(|entry| entry.style = Style::Row);
        }
        let count = places.iter().filter(|place| !place.gone).map(|place| place.seat.heads).sum();
        let mut signs = class.map_or(0, |place| place.signs(None, plan) & !Sign::Joined.bit() & !Sign::Changed.bit());
        if entries.len() >= FOLDS && !plan.paper {
            signs |= Sign::Foldable.bit();
            if (entries.len() > LONG) != plan.toggled.contains(key) {
                signs |= Sign::Folded.bit();
            }
        }
        Self { kind, key: key.to_owned(), class, heading: heading.to_owned(), entries, count, signs, paper: plan.paper }
    }

    /// The entries that are drawn.
    fn shown(&self) -> &[Entry<'a>] {
        if self.signs & Sign::Folded.bit() == 0 { &self.entries } else { &[] }
    }

    /// Where its heading begins: after the sign that folds it.
    fn indent(&self) -> i32 {
        if self.signs & Sign::Foldable.bit() == 0 { 0 } else { FOLD }
    }

    /// Whether it has nobody, and keeps room for the sentence that says why.
    fn empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn heading_height(&self, width: i32) -> i32 {
        let lines = wrap(&self.heading, Style::Heading, width - COUNT - self.indent()).len();
        i32::try_from(lines.max(1)).unwrap_or(1) * Style::Heading.leading()
    }

    /// The ways to set it: columns of some width, and the height that comes of them. A way that breaks an
    /// entry into too many lines is none, unless the widest column does it too.
    fn settings(&self) -> Vec<Setting> {
        let entries = self.shown();
        if entries.is_empty() {
            let height = if self.empty() { 5 * Style::Row.leading() } else { self.heading_height(EMPTY) };
            return vec![Setting { columns: 1, width: EMPTY, height }];
        }
        if entries.len() > MANY {
            return self.many();
        }
        let mut settings = Vec::new();
        for column in (COLUMN.0..=COLUMN.1).step_by(usize::try_from(STEP).unwrap_or(1)) {
            let heights: Vec<i32> = entries.iter().map(|entry| entry.height(column)).collect();
            let tallest = heights.iter().copied().max().unwrap_or(0);
            if tallest > MOST_LINES * Style::Row.leading() + ROW_GAP && column < COLUMN.1 {
                continue;
            }
            for columns in 1..=MOST_COLUMNS {
                let rows = rows(entries.len(), columns);
                if columns > 1 && rows < FEWEST_ROWS {
                    break;
                }
                let body = heights.chunks(rows).map(|column| column.iter().sum::<i32>()).max().unwrap_or(0);
                let width = (columns * column + (columns - 1) * GAP).max(self.least());
                settings.push(Setting { columns, width, height: self.heading_height(width) + body });
            }
        }
        settings
    }

    /// The narrowest that a group may be: one that the view names in its own words keeps room for them.
    fn least(&self) -> i32 {
        if self.heading.is_empty() { OWN_HEADING } else { 0 }
    }

    /// The same of a long list: columns of one width, as many as one likes.
    fn many(&self) -> Vec<Setting> {
        let count = self.shown().len();
        let row = Style::Row.leading() * 3 / 2 + ROW_GAP;
        let least = match (self.paper, count > LONG) {
            (true, _) => 1,
            (false, true) => sheet(count, row),
            (false, false) => 3,
        };
        (least..=least.max(MOST_COLUMNS))
            .map(|columns| {
                let width = columns * ROW_WIDTH + (columns - 1) * GAP;
                let height = i32::try_from(rows(count, columns)).unwrap_or(i32::MAX).saturating_mul(row);
                Setting { columns, width, height: self.heading_height(width).saturating_add(height) }
            })
            .collect()
    }
}

/// How many entries stand in a column.
fn rows(count: usize, columns: i32) -> usize {
    count.div_ceil(usize::try_from(columns).unwrap_or(1)).max(1)
}

/// Columns for a list that is laid out as a sheet, half as wide again as it is high.
fn sheet(count: usize, row: i32) -> i32 {
    let area = count as u64 * u64::from(row.unsigned_abs()) * 3 / 2;
    let columns = (area / u64::from((ROW_WIDTH + GAP).unsigned_abs())).isqrt();
    i32::try_from(columns).unwrap_or(MOST_COLUMNS).max(MOST_COLUMNS)
}

/// The width that the widest of these cannot do without.
pub(super) fn needs(gathered: &[Gathered<'_>]) -> i32 {
    let least = |group: &Gathered<'_>| group.settings().iter().map(|way| way.width).min().unwrap_or(0);
    gathered.iter().filter(|group| group.shown().len() > MANY).map(least).max().unwrap_or(0)
}

/// One way to set a group.
#[derive(Clone, Copy)]
struct Setting {
    columns: i32,
    width: i32,
    height: i32,
}

impl Entry<'_> {
    fn height(&self, column: i32) -> i32 {
        i32::try_from(wrap(&self.text, self.style, column).len()).unwrap_or(1) * self.style.leading() + ROW_GAP
    }
}

fn entries<'a>(place: Place<'a>, kind: Kind, plan: &Plan<'_>) -> Vec<Entry<'a>> {
    let seat = place.seat;
    let own_place = |at: usize| (kind == Kind::Class || seat.holders.len() > 1).then_some(at);
    // Of a class, the post that two people hold: they stand beside each other.
    let post = |at: usize| seat.holders.get(at).and_then(|holder| holder.post_id.as_ref());
    let shared = |at: usize| {
        let same = |other: Option<usize>| other.and_then(post) == post(at);
        post(at).is_some() && (same(at.checked_sub(1)) || same(at.checked_add(1)))
    };
    let entry = |holder: Option<usize>, text: String, style: Style| {
        let text = match (&seat.role, kind) {
            (Some(role), Kind::SubBody) => format!("{role}: {text}"),
            _ => text,
        };
        // What is to be seen of a class as a whole stands at its heading.
        let of_whole = Sign::ClassEmpty.bit() | Sign::Vacated.bit() | Sign::TwoHolders.bit();
        let of_class = if kind == Kind::Class { of_whole } else { 0 };
        let twice = if kind == Kind::Class && holder.is_some_and(shared) { Sign::TwoHolders.bit() } else { 0 };
        Entry { place, holder, text, style, signs: place.signs(holder, plan) & !of_class | twice }
    };
    if seat.holders.is_empty() {
        // An empty class has its heading and nothing under it; any other seat stands in its own words.
        let own = (kind != Kind::Class).then(|| entry(None, seat.as_written.clone(), Style::Row));
        return own.into_iter().collect();
    }
    let text = |holder: &Holder| match (&holder.person, kind) {
        (Some(person), Kind::Class) => {
            (format!("{}: {person}", holder.organization.as_deref().unwrap_or_default()), Style::Row)
        }
        (None, Kind::Class) => (holder.organization.clone().unwrap_or_default(), Style::Row),
        (Some(person), _) => (format!("{person}, {}", position(holder, seat)), Style::RowName),
        (None, _) => (position(holder, seat), Style::Row),
    };
    seat.holders
        .iter()
        .enumerate()
        .map(|(at, holder)| (at, text(holder)))
        .map(|(at, (text, style))| entry(own_place(at), text, style))
        .collect()
}

/// Under "Giám đốc các sở" nobody needs the word "Sở" thirteen times: the kind that the heading names goes.
fn shorten(entries: &mut [Entry<'_>], heading: &str) {
    let Some((_, kinds)) = heading.split_once(" các ") else { return };
    let kinds: Vec<String> =
        kinds.split([',', ';']).flat_map(|part| part.split(" và ")).map(|kind| kind.trim().to_lowercase()).collect();
    for entry in entries {
        let words: Vec<&str> = entry.text.split(' ').collect();
        let named = |kind: &String| {
            let count = kind.split(' ').count();
            (count < words.len() && words[..count].join(" ").to_lowercase() == *kind).then_some(count)
        };
        let rest = words[kinds.iter().find_map(named).unwrap_or(0)..].join(" ");
        let mut letters = rest.chars();
        entry.text = letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect());
    }
}

/// Lays groups side by side, as low as the room allows; those that do not fit in one band follow below. Answers
/// where the last of them ends, and the middles of those of the first band.
pub(super) fn pack(
    sketch: &mut Sketch,
    gathered: Vec<Gathered<'_>>,
    left: i32,
    right: i32,
    top: i32,
) -> (i32, Vec<i32>) {
    let room = right - left;
    let (mut y, mut bottom) = (top, top);
    let mut middles = Vec::new();
    let mut rest = gathered;
    while !rest.is_empty() {
        let settings: Vec<Vec<Setting>> = rest.iter().map(Gathered::settings).collect();
        // As many as can stand in one band when each is as narrow as it can be.
        let narrowest = settings.iter().map(|ways| ways.iter().map(|way| way.width).min().unwrap_or(0));
        let needs = narrowest.scan(-BETWEEN, |sum, width| {
            *sum += width + BETWEEN;
            Some(*sum)
        });
        let taken = needs.take_while(|needs| *needs <= room).count().max(1);
        let following = rest.split_off(taken);
        for (group, way, x, width) in band(&rest, &settings[..taken], left, room) {
            if y == top {
                middles.push(x + width / 2);
            }
            bottom = bottom.max(draw(sketch, group, way.columns, x, y, width));
        }
        y = bottom + BAND_GAP;
        rest = following;
    }
    (bottom, middles)
}

/// The lowest band: for each height the narrowest way of each group, until they stand side by side.
fn band<'a, 'b>(
    gathered: &'b [Gathered<'a>],
    settings: &[Vec<Setting>],
    left: i32,
    room: i32,
) -> Vec<(&'b Gathered<'a>, Setting, i32, i32)> {
    let gaps = i32::try_from(gathered.len().saturating_sub(1)).unwrap_or(0) * BETWEEN;
    let mut heights: Vec<i32> = settings.iter().flatten().map(|way| way.height).collect();
    heights.sort_unstable();
    heights.dedup();
    let within = |height: i32| -> Option<Vec<Setting>> {
        let narrowest =
            |ways: &Vec<Setting>| ways.iter().filter(|way| way.height <= height).min_by_key(|way| way.width).copied();
        let chosen: Option<Vec<Setting>> = settings.iter().map(narrowest).collect();
        chosen.filter(|chosen| chosen.iter().map(|way| way.width).sum::<i32>() + gaps <= room)
    };
    let tallest: Vec<Setting> =
        settings.iter().filter_map(|ways| ways.iter().min_by_key(|way| way.width).copied()).collect();
    let chosen = heights.into_iter().find_map(within).unwrap_or(tallest);
    // What is left over goes to the groups in the measure of their width.
    let whole: i32 = chosen.iter().map(|way| way.width).sum::<i32>().max(1);
    let spare = (room - gaps - whole).max(0);
    let mut x = left;
    gathered
        .iter()
        .zip(chosen)
        .map(|(group, way)| {
            let share = i64::from(spare) * i64::from(way.width) / i64::from(whole);
            let width = (way.width + i32::try_from(share).unwrap_or(0)).min(room);
            let at = x;
            x += width + BETWEEN;
            (group, way, at, width)
        })
        .collect()
}

/// Draws a group, and answers where it ends.
fn draw(sketch: &mut Sketch, group: &Gathered<'_>, columns: i32, x: i32, top: i32, width: i32) -> i32 {
    let indent = group.indent();
    let heading: Vec<Words> = wrap(&group.heading, Style::Heading, width - COUNT - indent)
        .into_iter()
        .map(|line| (line, Style::Heading))
        .collect();
    let first = top + 6 * PX + ascent(Style::Heading);
    // A group that the view names in its own words keeps room for one line.
    let body = top + 6 * PX + group.heading_height(width) + 5 * PX;
    let left = |key: &str, gone: bool| if gone { format!("left/{key}") } else { key.to_owned() };
    let owner = left(&group.key, group.class.is_some_and(|place| place.gone));
    let what = What { kind: group.kind, signs: group.signs, count: group.count, owner: &owner, holder: None };
    let at = sketch.open(what, Area::default());
    sketch.stack(&heading, x + indent, first);
    let column = (width - (columns - 1) * GAP) / columns;
    let mut bottom = body;
    let entries = group.shown();
    for (at, entries) in entries.chunks(rows(entries.len(), columns)).enumerate() {
        let x = x + i32::try_from(at).unwrap_or(0) * (column + GAP);
        let mut y = body;
        for entry in entries {
            let text: Vec<Words> =
                wrap(&entry.text, entry.style, column).into_iter().map(|line| (line, entry.style)).collect();
            let height = text_height(&text) + ROW_GAP;
            let seat = entry.place.seat;
            let what = What {
                kind: Kind::Row,
                signs: entry.signs,
                count: u32::from(!entry.place.gone),
                owner: &left(seat.id.as_str(), entry.place.gone),
                holder: entry.holder.and_then(|at| u32::try_from(at).ok()),
            };
            let area = Area { x, y, width: column, height };
            sketch.leaf(what, area, &text, x, y + ascent(entry.style) + ROW_GAP / 2);
            y += height;
        }
        bottom = bottom.max(y);
    }
    if group.empty() {
        // Room for the view's sentence about an empty class.
        bottom += 3 * Style::Row.leading();
    }
    sketch.close_at(at, Area { x, y: top, width, height: bottom - top });
    bottom
}
