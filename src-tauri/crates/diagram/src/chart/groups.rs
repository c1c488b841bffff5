//! Groups: many seats packed in columns under a heading, several groups side by side in a band.

use register::composition::{Holder, SeatOn};

use super::layout::{ascent, position, stack, wants_somebody};
use super::{Group, GroupKind, Row, Style};
use crate::PX;
use crate::text::{width, wrap};

/// Between groups, and between the columns of one.
const GAP: i32 = 12 * PX;
/// The narrowest and the widest column.
const COLUMN: (i32, i32) = (84 * PX, 250 * PX);
/// A band is not spread thinner than this many rows.
const FEWEST_ROWS: usize = 5;
/// Between rows.
const ROW_GAP: i32 = 5 * PX / 2;
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
            shorten(&mut entries);
        }
        let heads = seats.iter().map(|seat| seat.heads).sum();
        Self { kind, class, heading: heading.to_owned(), entries, heads }
    }

    /// The width that its longest entry wants.
    fn column(&self) -> i32 {
        let widest = self.entries.iter().map(|entry| width(&entry.text, entry.style)).max().unwrap_or(0);
        (widest + PX).clamp(COLUMN.0, COLUMN.1)
    }

    fn columns(&self, rows: usize) -> i32 {
        i32::try_from(self.entries.len().div_ceil(rows).max(1)).unwrap_or(1)
    }

    fn width(&self, rows: usize) -> i32 {
        let columns = self.columns(rows);
        let packed = columns * self.column() + (columns - 1) * GAP;
        // The heading and its count stand on one line where that costs little.
        packed.max((width(&self.heading, Style::Heading) + 30 * PX).min(COLUMN.1))
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

/// In a list of sở nobody needs the word "Sở" thirteen times: words that all entries begin with go.
fn shorten(entries: &mut [Entry<'_>]) {
    let Some(first) = entries.first() else { return };
    let words: Vec<String> = first.text.split(' ').map(str::to_owned).collect();
    let shared = |entry: &Entry<'_>| entry.text.split(' ').zip(&words).take_while(|(a, b)| *a == b.as_str()).count();
    let common = entries.iter().map(shared).min().unwrap_or(0);
    let longest = entries.iter().map(|entry| entry.text.split(' ').count()).min().unwrap_or(0);
    let cut = if entries.len() > 1 { common.min(longest.saturating_sub(1)) } else { 0 };
    for entry in entries {
        let rest = entry.text.split(' ').skip(cut).collect::<Vec<_>>().join(" ");
        let mut letters = rest.chars();
        entry.text = letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect());
    }
}

/// Lays groups side by side with the fewest rows that fit; those that do not fit in one band follow below.
pub(super) fn pack(gathered: Vec<Gathered<'_>>, left: i32, right: i32, top: i32) -> Vec<Group> {
    let room = right - left;
    let mut placed = Vec::new();
    let mut y = top;
    let mut rest = gathered;
    while !rest.is_empty() {
        // As many as can stand in one band when each is one column wide.
        let mut taken = 0;
        let mut narrowest = -GAP * 2;
        while taken < rest.len() {
            narrowest += rest[taken].width(usize::MAX) + GAP * 2;
            if taken > 0 && narrowest > room {
                break;
            }
            taken += 1;
        }
        let following = rest.split_off(taken);
        let band = band(&rest, left, room, y);
        y = band.iter().map(|group| group.y + group.height).max().unwrap_or(y) + BAND_GAP;
        placed.extend(band);
        rest = following;
    }
    placed
}

fn band(gathered: &[Gathered<'_>], left: i32, room: i32, top: i32) -> Vec<Group> {
    let gaps = i32::try_from(gathered.len().saturating_sub(1)).unwrap_or(0) * GAP * 2;
    let needs = |rows: usize| gathered.iter().map(|group| group.width(rows)).sum::<i32>() + gaps;
    let longest = gathered.iter().map(|group| group.entries.len()).max().unwrap_or(1).max(1);
    let fewest = FEWEST_ROWS.min(longest);
    let rows = (fewest..=longest).find(|rows| needs(*rows) <= room).unwrap_or(longest);
    let widths: Vec<i32> = gathered.iter().map(|group| group.width(rows)).collect();
    // What is left over goes to the groups in the measure of their width.
    let spare = (room - gaps - widths.iter().sum::<i32>()).max(0);
    let whole: i32 = widths.iter().sum::<i32>().max(1);
    let mut x = left;
    gathered
        .iter()
        .zip(&widths)
        .map(|(group, own)| {
            let share = i64::from(spare) * i64::from(*own) / i64::from(whole);
            let width = (own + i32::try_from(share).unwrap_or(0)).min(room);
            let drawn = draw(group, rows, x, top, width);
            x += width + GAP * 2;
            drawn
        })
        .collect()
}

fn draw(group: &Gathered<'_>, rows: usize, x: i32, top: i32, width: i32) -> Group {
    let heading: Vec<(String, Style)> =
        wrap(&group.heading, Style::Heading, width - 34 * PX).into_iter().map(|line| (line, Style::Heading)).collect();
    // A group that the view names in its own words keeps room for one line.
    let lines = i32::try_from(heading.len().max(1)).unwrap_or(1);
    let first = top + 6 * PX + ascent(Style::Heading);
    let body = top + 6 * PX + lines * Style::Heading.leading() + 5 * PX;
    let columns = group.columns(rows);
    let column = (width - (columns - 1) * GAP) / columns;
    let mut placed: Vec<Row> = Vec::new();
    let mut bottom = body;
    for (at, entries) in group.entries.chunks(rows.max(1)).enumerate() {
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
