//! Groups: many seats packed in columns under a heading, several groups side by side in a band.

use register::composition::{Holder, SeatOn};

use super::layout::{ascent, position, stack, wants_somebody};
use super::{Group, GroupKind, Row, Style};
use crate::PX;
use crate::text::wrap;

/// Between the columns of a group.
const GAP: i32 = 12 * PX;
/// The narrowest and the widest column, and the steps between them that are tried.
const COLUMN: (i32, i32) = (80 * PX, 260 * PX);
const STEP: i32 = 12 * PX;
/// A group with nobody in it keeps room for the sentence that says why.
const EMPTY: i32 = 200 * PX;
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
/// Room at the right of a heading for its count.
const COUNT: i32 = 34 * PX;
/// Between bands.
const BAND_GAP: i32 = 20 * PX;

/// Seats to be packed together.
pub(super) struct Gathered<'a> {
    kind: GroupKind,
    class: Option<&'a SeatOn>,
    heading: String,
    entries: Vec<Entry<'a>>,
    heads: u32,
}

struct Entry<'a> {
    seat: &'a SeatOn,
    holder: u32,
    text: String,
    style: Style,
}

impl<'a> Gathered<'a> {
    pub(super) fn new(kind: GroupKind, class: Option<&'a SeatOn>, heading: &str, seats: &[&'a SeatOn]) -> Self {
        let mut entries: Vec<Entry<'a>> = seats.iter().flat_map(|seat| entries(seat, kind)).collect();
        if kind == GroupKind::Class {
            shorten(&mut entries, heading);
        }
        let heads = seats.iter().map(|seat| seat.heads).sum();
        Self { kind, class, heading: heading.to_owned(), entries, heads }
    }

    /// The ways to set it: columns of some width, and the height that comes of them. A way that breaks an
    /// entry into too many lines is none, unless the widest column does it too.
    fn settings(&self) -> Vec<Setting> {
        if self.entries.is_empty() {
            return vec![Setting { columns: 1, width: EMPTY, height: 5 * Style::Row.leading() }];
        }
        let mut settings = Vec::new();
        for column in (COLUMN.0..=COLUMN.1).step_by(usize::try_from(STEP).unwrap_or(1)) {
            let heights: Vec<i32> = self.entries.iter().map(|entry| entry.height(column)).collect();
            let tallest = heights.iter().copied().max().unwrap_or(0);
            if tallest > MOST_LINES * Style::Row.leading() + ROW_GAP && column < COLUMN.1 {
                continue;
            }
            for columns in 1..=MOST_COLUMNS {
                let rows = self.rows(columns);
                if columns > 1 && rows < FEWEST_ROWS {
                    break;
                }
                let body = heights.chunks(rows).map(|column| column.iter().sum::<i32>()).max().unwrap_or(0);
                let width = columns * column + (columns - 1) * GAP;
                let lines = i32::try_from(wrap(&self.heading, Style::Heading, width - COUNT).len()).unwrap_or(1).max(1);
                settings.push(Setting { columns, width, height: lines * Style::Heading.leading() + body });
            }
        }
        settings
    }

    /// How many entries stand in a column.
    fn rows(&self, columns: i32) -> usize {
        self.entries.len().div_ceil(usize::try_from(columns).unwrap_or(1)).max(1)
    }
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

fn entries(seat: &SeatOn, kind: GroupKind) -> Vec<Entry<'_>> {
    let entry = |holder: usize, text: String, style: Style| {
        let text = match (&seat.role, kind) {
            (Some(role), GroupKind::SubBody) => format!("{role}: {text}"),
            _ => text,
        };
        Entry { seat, holder: u32::try_from(holder).unwrap_or(0), text, style }
    };
    if seat.holders.is_empty() {
        // An empty class has its heading and nothing under it; any other seat stands in its own words.
        let own = (kind != GroupKind::Class).then(|| entry(0, seat.as_written.clone(), Style::Row));
        return own.into_iter().collect();
    }
    let text = |holder: &Holder| match (&holder.person, kind) {
        (Some(person), GroupKind::Class) => {
            (format!("{}: {person}", holder.organization.as_deref().unwrap_or_default()), Style::Row)
        }
        (None, GroupKind::Class) => (holder.organization.clone().unwrap_or_default(), Style::Row),
        (Some(person), _) => (format!("{person}, {}", position(holder, seat)), Style::RowName),
        (None, _) => (position(holder, seat), Style::Row),
    };
    seat.holders
        .iter()
        .enumerate()
        .map(|(at, holder)| (at, text(holder)))
        .map(|(at, (text, style))| entry(at, text, style))
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

/// Lays groups side by side, as low as the room allows; those that do not fit in one band follow below.
pub(super) fn pack(gathered: Vec<Gathered<'_>>, left: i32, right: i32, top: i32) -> Vec<Group> {
    let room = right - left;
    let mut placed = Vec::new();
    let mut y = top;
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
        let band = band(&rest, &settings[..taken], left, room, y);
        y = band.iter().map(|group| group.y + group.height).max().unwrap_or(y) + BAND_GAP;
        placed.extend(band);
        rest = following;
    }
    placed
}

/// The lowest band: for each height the narrowest way of each group, until they stand side by side.
fn band(gathered: &[Gathered<'_>], settings: &[Vec<Setting>], left: i32, room: i32, top: i32) -> Vec<Group> {
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
            let drawn = draw(group, way.columns, x, top, width);
            x += width + BETWEEN;
            drawn
        })
        .collect()
}

fn draw(group: &Gathered<'_>, columns: i32, x: i32, top: i32, width: i32) -> Group {
    let heading: Vec<(String, Style)> =
        wrap(&group.heading, Style::Heading, width - COUNT).into_iter().map(|line| (line, Style::Heading)).collect();
    // A group that the view names in its own words keeps room for one line.
    let lines = i32::try_from(heading.len().max(1)).unwrap_or(1);
    let first = top + 6 * PX + ascent(Style::Heading);
    let body = top + 6 * PX + lines * Style::Heading.leading() + 5 * PX;
    let column = (width - (columns - 1) * GAP) / columns;
    let mut placed: Vec<Row> = Vec::new();
    let mut bottom = body;
    for (at, entries) in group.entries.chunks(group.rows(columns)).enumerate() {
        let left = x + i32::try_from(at).unwrap_or(0) * (column + GAP);
        let mut y = body;
        for entry in entries {
            let text: Vec<(String, Style)> =
                wrap(&entry.text, entry.style, column).into_iter().map(|line| (line, entry.style)).collect();
            let height = super::layout::text_height(&text) + ROW_GAP;
            placed.push(Row {
                seat: entry.seat.id.to_string(),
                holder: entry.holder,
                x: left,
                y,
                width: column,
                height,
                lines: stack(&text, left, y + ascent(entry.style) + ROW_GAP / 2),
                flagged: group.kind != GroupKind::Class && wants_somebody(&entry.seat.flags),
            });
            y += height;
        }
        bottom = bottom.max(y);
    }
    if group.entries.is_empty() {
        // Room for the view's sentence about an empty class.
        bottom += 3 * Style::Row.leading();
    }
    Group {
        kind: group.kind,
        seat: group.class.map(|seat| seat.id.to_string()),
        x,
        y: top,
        width,
        height: bottom - top,
        heading: stack(&heading, x, first),
        heads: group.heads,
        flagged: group.class.is_some_and(|seat| wants_somebody(&seat.flags)),
        rows: placed,
    }
}
