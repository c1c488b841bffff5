//! From a composition to a chart: tiers of cards, then bands of groups.

use register::Composition;
use register::composition::{Flag, Holder, SeatOn};
use register::role::Rank;

use super::groups::{self, Gathered};
use super::{Card, Chart, GroupKind, Line, Point, Style, Tier};
use crate::PX;
use crate::text::{width, wrap};

/// The column at the left in which the tiers are named.
const LABELS: i32 = 84 * PX;
/// Between cards.
const GAP: i32 = 8 * PX;
/// Between tiers: room for the connecting lines.
const BETWEEN: i32 = 28 * PX;
/// The widest and the narrowest card.
const CARD: (i32, i32) = (122 * PX, 216 * PX);
/// From the edge of a card to its text.
const PADDING: i32 = 8 * PX;
/// No card is lower than this.
const LOWEST: i32 = 50 * PX;

/// Draws a committee to fill a width in px.
#[must_use]
pub fn chart(composition: &Composition, room: u32) -> Chart {
    let room = i32::try_from(room.clamp(480, 4000)).unwrap_or(480) * PX;
    let mut drawing = Drawing {
        left: LABELS,
        right: room,
        chart: Chart {
            width: room,
            height: 0,
            tiers: Vec::new(),
            cards: Vec::new(),
            groups: Vec::new(),
            lines: Vec::new(),
        },
        y: PX,
    };
    let members = composition.seats.iter().filter(|seat| !seat.invited);
    for ranks in [&[Rank::Chair][..], &[Rank::StandingDeputy, Rank::Deputy], &[Rank::StandingMember]] {
        let tier: Vec<&SeatOn> = members.clone().filter(|seat| ranks.contains(&seat.rank)).collect();
        drawing.cards(&tier);
    }
    let rest: Vec<&SeatOn> = members.filter(|seat| seat.rank > Rank::StandingMember).collect();
    drawing.groups(&rest, gathered(&rest));
    let invited: Vec<&SeatOn> = composition.seats.iter().filter(|seat| seat.invited).collect();
    if !invited.is_empty() {
        drawing.groups(&[], vec![Gathered::new(GroupKind::Invited, None, "", &invited)]);
    }
    for body in &composition.sub_bodies {
        let seats: Vec<&SeatOn> = body.seats.iter().collect();
        drawing.groups(&[], vec![Gathered::new(GroupKind::SubBody, None, &body.name, &seats)]);
    }
    drawing.chart.height = drawing.y + 4 * PX;
    drawing.chart
}

/// Each class under its own heading, the single seats together.
fn gathered<'a>(seats: &[&'a SeatOn]) -> Vec<Gathered<'a>> {
    let (classes, single): (Vec<&SeatOn>, Vec<&SeatOn>) =
        seats.iter().partition(|seat| seat.kind == register::draft::SeatKind::Class);
    let mut gathered: Vec<Gathered<'a>> =
        classes.iter().map(|seat| Gathered::new(GroupKind::Class, Some(seat), &seat.as_written, &[*seat])).collect();
    if !single.is_empty() {
        gathered.push(Gathered::new(GroupKind::Members, None, "", &single));
    }
    gathered
}

struct Drawing {
    left: i32,
    right: i32,
    chart: Chart,
    /// Where the next tier begins.
    y: i32,
}

impl Drawing {
    fn middle(&self) -> i32 {
        self.left + (self.right - self.left) / 2
    }

    /// A tier of cards, in as many rows as it needs.
    fn cards(&mut self, seats: &[&SeatOn]) {
        let Some(first) = seats.first() else { return };
        let top = self.begin_tier();
        let room = self.right - self.left;
        let most = ((room + GAP) / (CARD.0 + GAP)).max(1);
        let count = i32::try_from(seats.len()).unwrap_or(i32::MAX);
        let rows = (count + most - 1) / most;
        // Rows of one length rather than a full one and a rest.
        let columns = (count + rows - 1) / rows;
        // Two deputies stand well apart; six members close up.
        let gap = if columns <= 3 { GAP * 3 } else { GAP };
        let width = ((room + gap) / columns - gap).min(CARD.1);
        let mut tops = Vec::new();
        for row in seats.chunks(usize::try_from(columns).unwrap_or(1)) {
            let texts: Vec<Vec<(String, Style)>> =
                row.iter().map(|seat| card_text(seat, width - 2 * PADDING)).collect();
            let height = texts.iter().map(|text| text_height(text) + 2 * PADDING).max().unwrap_or(LOWEST).max(LOWEST);
            let in_row = i32::try_from(row.len()).unwrap_or(1);
            let mut x = self.middle() - (in_row * width + (in_row - 1) * gap) / 2;
            for (seat, text) in row.iter().zip(texts) {
                if self.y == top {
                    tops.push(x + width / 2);
                }
                self.chart.cards.push(card(seat, x, self.y, width, height, &text));
                x += width + gap;
            }
            self.y += height + GAP;
        }
        self.y -= GAP;
        self.connect(top, &tops);
        self.name_tier(first.role.as_deref(), seats, top);
    }

    /// A band of groups side by side.
    fn groups(&mut self, seats: &[&SeatOn], gathered: Vec<Gathered<'_>>) {
        if gathered.is_empty() {
            return;
        }
        let top = self.begin_tier();
        let role = seats.first().and_then(|seat| seat.role.as_deref());
        let bands = groups::pack(gathered, self.left, self.right, top);
        let first_band: Vec<i32> =
            bands.iter().filter(|group| group.y == top).map(|group| group.x + group.width / 2).collect();
        self.y = bands.iter().map(|group| group.y + group.height).max().unwrap_or(top);
        self.chart.groups.extend(bands);
        if !seats.is_empty() {
            self.connect(top, &first_band);
        }
        self.name_tier(role, seats, top);
    }

    fn begin_tier(&mut self) -> i32 {
        if !self.chart.tiers.is_empty() {
            self.y += BETWEEN;
        }
        self.y
    }

    /// From the tier above, down the middle, along, and down to each of this tier.
    fn connect(&mut self, top: i32, tops: &[i32]) {
        if self.chart.tiers.is_empty() || tops.is_empty() {
            return;
        }
        let (middle, bar) = (self.middle(), top - BETWEEN / 2);
        self.chart.lines.push(vec![Point { x: middle, y: top - BETWEEN }, Point { x: middle, y: bar }]);
        let leftmost = tops.iter().copied().min().unwrap_or(middle).min(middle);
        let rightmost = tops.iter().copied().max().unwrap_or(middle).max(middle);
        self.chart.lines.push(vec![Point { x: leftmost, y: bar }, Point { x: rightmost, y: bar }]);
        for x in tops {
            self.chart.lines.push(vec![Point { x: *x, y: bar }, Point { x: *x, y: top }]);
        }
    }

    fn name_tier(&mut self, role: Option<&str>, seats: &[&SeatOn], top: i32) {
        let words = wrap(role.unwrap_or_default(), Style::Label, LABELS - 10 * PX);
        let label = stack(&words.into_iter().map(|text| (text, Style::Label)).collect::<Vec<_>>(), 0, top + 18 * PX);
        let heads = seats.iter().map(|seat| seat.heads).sum();
        self.chart.tiers.push(Tier { label, heads });
    }
}

fn card(seat: &SeatOn, x: i32, y: i32, width: i32, height: i32, text: &[(String, Style)]) -> Card {
    let first = text.first().map_or(0, |(_, style)| ascent(*style));
    let top = y + (height - text_height(text)) / 2 + first;
    Card {
        seat: seat.id.to_string(),
        x,
        y,
        width,
        height,
        lines: stack(text, x + width / 2, top),
        dashed: seat.flags.contains(&Flag::NotNominated),
        flagged: wants_somebody(&seat.flags),
    }
}

/// The person above the post; a post that stands for its holder alone.
fn card_text(seat: &SeatOn, fits: i32) -> Vec<(String, Style)> {
    let mut text = Vec::new();
    let set = |words: &str, style: Style| {
        wrap(words, style, fits).into_iter().map(move |line| (line, style)).collect::<Vec<_>>()
    };
    let people: Vec<&Holder> = seat.holders.iter().filter(|holder| holder.person.is_some()).collect();
    for holder in &people {
        text.extend(set(holder.person.as_deref().unwrap_or_default(), Style::Name));
    }
    match people.first() {
        Some(holder) => text.extend(set(&position(holder, seat), Style::Second)),
        None => text.extend(set(
            &seat.holders.first().map_or_else(|| seat.as_written.clone(), |h| position(h, seat)),
            Style::Post,
        )),
    }
    text
}

/// Post and organization; the seat's own words where the directory knows neither.
pub(super) fn position(holder: &Holder, seat: &SeatOn) -> String {
    match (&holder.post, &holder.organization) {
        (Some(post), Some(organization)) if seat.kind != register::draft::SeatKind::Portfolio => {
            format!("{post} {organization}")
        }
        (Some(post), None) => post.clone(),
        _ => seat.as_written.clone(),
    }
}

/// Whether somebody has to act: a reconstruction or a nomination still to come is no alarm.
pub(super) fn wants_somebody(flags: &[Flag]) -> bool {
    flags.iter().any(|flag| !matches!(flag, Flag::Reconstructed | Flag::NotNominated))
}

/// Lines one below the other, from the first baseline on.
pub(super) fn stack(text: &[(String, Style)], x: i32, first: i32) -> Vec<Line> {
    let mut y = first;
    text.iter()
        .enumerate()
        .map(|(at, (words, style))| {
            if at > 0 {
                y += style.leading();
            }
            Line { text: words.clone(), x, y, width: width(words, *style), style: *style }
        })
        .collect()
}

pub(super) fn text_height(text: &[(String, Style)]) -> i32 {
    text.iter().map(|(_, style)| style.leading()).sum()
}

/// From the top of a line to its baseline.
pub(super) fn ascent(style: Style) -> i32 {
    style.leading() * 18 / 25
}
