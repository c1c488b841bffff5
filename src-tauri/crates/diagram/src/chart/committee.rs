//! From a composition to a chart: tiers of cards, then bands of groups; standing agencies beside the head.

use std::collections::HashSet;

use register::Composition;
use register::composition::{Agency, Flag, SeatOn};
use register::draft::SeatKind;
use register::role::Rank;

use super::groups::{self, Gathered};
use super::sketch::{Area, GAP, Mile, Sketch, What, Words, ascent, text_height};
use super::words::{is_told, on_card, signs};
use super::{Changes, Chart, Kind, Sign, Style};
use crate::PX;
use crate::text::wrap;

/// The column at the left in which the tiers are named.
const LABELS: i32 = 84 * PX;
/// Between tiers: room for the connecting lines.
const BETWEEN: i32 = 28 * PX;
/// The widest and the narrowest card.
const CARD: (i32, i32) = (122 * PX, 216 * PX);
/// From the edge of a card to its text.
const PADDING: i32 = 8 * PX;
/// No card is lower than this.
const LOWEST: i32 = 50 * PX;
/// The narrowest and the widest box of a standing agency, and how far it keeps from the head.
const AGENCY: (i32, i32) = (140 * PX, 216 * PX);
const ASIDE: i32 = 28 * PX;

/// How a committee is to be drawn.
#[derive(Clone, Copy)]
pub struct Plan<'a> {
    /// The width to fill, in px; a committee too large for it takes more.
    pub width: u32,
    /// What is folded though it would be shown, or shown though it would be folded: keys of groups.
    pub toggled: &'a HashSet<String>,
    /// What changed since another day, where that is to be seen.
    pub changes: Option<&'a Changes>,
    /// For paper: nobody unfolds there, so nothing is folded, and no list grows wider than the room.
    pub paper: bool,
}

/// Draws a committee to fill a width.
#[must_use]
pub fn chart(composition: &Composition, plan: &Plan<'_>) -> Chart {
    let mut sketch = Sketch::default();
    let size = draw(&mut sketch, composition, plan);
    sketch.finish(size.width, size.height)
}

/// Draws a committee with its upper left corner at 0, 0, and answers the room that it takes.
pub(super) fn draw(sketch: &mut Sketch, composition: &Composition, plan: &Plan<'_>) -> Area {
    let room = i32::try_from(plan.width.clamp(480, 4000)).unwrap_or(480) * PX;
    let left: Vec<&SeatOn> = plan.changes.into_iter().flat_map(|changes| changes.left(None)).collect();
    let (invited, members): (Vec<Place<'_>>, Vec<Place<'_>>) =
        Place::all(&composition.seats, &left).into_iter().partition(|place| place.seat.invited);
    let (ranked, rest): (Vec<Place<'_>>, Vec<Place<'_>>) =
        members.into_iter().partition(|place| place.seat.rank <= Rank::StandingMember);
    let key = |what: &str| format!("{}/{what}", composition.committee.id);
    let rest_groups = gathered(&rest, &key("members"), plan);
    let chairs = ranked.iter().filter(|place| place.seat.rank == Rank::Chair).count();
    let beside = if composition.standing_agencies.is_empty() { 0 } else { head_span(chairs) + 2 * (ASIDE + AGENCY.0) };
    let right = room.max(LABELS + groups::needs(&rest_groups).max(beside));
    let mile = sketch.mile();
    let mut drawing = Drawing { sketch, plan, left: LABELS, right, y: PX, trunk: PX, aside: PX, tiers: 0, mile };
    drawing.agencies(&composition.standing_agencies, chairs);
    for ranks in [Rank::Chair, Rank::StandingDeputy, Rank::Deputy, Rank::StandingMember] {
        let tier: Vec<Place<'_>> = ranked.iter().filter(|place| place.seat.rank == ranks).copied().collect();
        drawing.cards(&tier, &key(&format!("tier-{}", ranks as u8)));
        drawing.dots_to_heads(&composition.standing_agencies, &tier);
    }
    drawing.groups(&rest, rest_groups, &key("tier-members"));
    if !invited.is_empty() {
        drawing.groups(&[], vec![Gathered::new(Kind::Invited, &key("invited"), None, "", &invited, plan)], "");
    }
    for body in &composition.sub_bodies {
        let left: Vec<&SeatOn> = plan.changes.into_iter().flat_map(|changes| changes.left(Some(&body.id))).collect();
        let seats = Place::all(&body.seats, &left);
        let group = Gathered::new(Kind::SubBody, body.id.as_str(), None, &body.name, &seats, plan);
        drawing.groups(&[], vec![group], "");
    }
    Area { x: 0, y: 0, width: right, height: drawing.y + 4 * PX }
}

/// A seat that is drawn: one of the date, or one that somebody left.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub seat: &'a SeatOn,
    pub gone: bool,
}

impl<'a> Place<'a> {
    /// The seats of the date, and after them those that were left and are not there any more.
    fn all(seats: &'a [SeatOn], left: &[&'a SeatOn]) -> Vec<Self> {
        let there = seats.iter().map(|seat| Self { seat, gone: false });
        let gone = left.iter().map(|seat| Self { seat, gone: true });
        there.chain(gone).collect()
    }

    /// What is to be seen of one of its places.
    pub fn signs(&self, holder: Option<usize>, plan: &Plan<'_>) -> u32 {
        if self.gone {
            return Sign::Left.bit();
        }
        let own = holder.and_then(|at| self.seat.holders.get(at));
        let holder = own.or(self.seat.holders.first());
        let vacant = if own.is_some_and(|own| own.vacant) { Sign::Vacant.bit() } else { 0 };
        signs(self.seat) | vacant | plan.changes.map_or(0, |changes| changes.signs(self.seat, holder))
    }
}

/// Each class under its own heading, the single seats together.
fn gathered<'a>(places: &[Place<'a>], members: &str, plan: &Plan<'_>) -> Vec<Gathered<'a>> {
    let (classes, single): (Vec<Place<'a>>, Vec<Place<'a>>) =
        places.iter().partition(|place| place.seat.kind == SeatKind::Class);
    let mut gathered = Vec::new();
    for place in &classes {
        // What left a class that stays is a row of it.
        if place.gone && classes.iter().any(|other| !other.gone && other.seat.id == place.seat.id) {
            continue;
        }
        let own: Vec<Place<'a>> = classes.iter().filter(|other| other.seat.id == place.seat.id).copied().collect();
        let key = place.seat.id.as_str();
        gathered.push(Gathered::new(Kind::Class, key, Some(*place), &place.seat.as_written, &own, plan));
    }
    if !single.is_empty() {
        gathered.push(Gathered::new(Kind::Members, members, None, "", &single, plan));
    }
    gathered
}

struct Drawing<'a> {
    sketch: &'a mut Sketch,
    plan: &'a Plan<'a>,
    left: i32,
    right: i32,
    /// Where the next tier begins.
    y: i32,
    /// Where the line down from the tier above begins.
    trunk: i32,
    /// How far down the standing agencies beside the head reach.
    aside: i32,
    tiers: usize,
    /// Where this committee begins in the sketch.
    mile: Mile,
}

impl Drawing<'_> {
    fn middle(&self) -> i32 {
        self.left + (self.right - self.left) / 2
    }

    /// A tier of cards, in as many rows as it needs.
    fn cards(&mut self, places: &[Place<'_>], key: &str) {
        if places.is_empty() {
            return;
        }
        let top = self.begin_tier();
        let tier = self.open_tier(places, key, top);
        let room = self.right - self.left;
        let most = ((room + GAP) / (CARD.0 + GAP)).max(1);
        let count = i32::try_from(places.len()).unwrap_or(i32::MAX);
        let rows = (count + most - 1) / most;
        // Rows of one length rather than a full one and a rest.
        let columns = (count + rows - 1) / rows;
        // Two deputies stand well apart; six members close up.
        let gap = if columns <= 3 { GAP * 3 } else { GAP };
        let width = ((room + gap) / columns - gap).min(CARD.1);
        let mut tops = Vec::new();
        for row in places.chunks(usize::try_from(columns).unwrap_or(1)) {
            let cards: Vec<(u32, Vec<Words>)> = row
                .iter()
                .map(|place| (place.signs(None, self.plan), on_card(place.seat, width - 2 * PADDING)))
                .collect();
            let needs = |(signs, text): &(u32, Vec<Words>)| text_height(text) + told(*signs) + 2 * PADDING;
            let height = cards.iter().map(needs).max().unwrap_or(LOWEST).max(LOWEST);
            let in_row = i32::try_from(row.len()).unwrap_or(1);
            let mut x = self.middle() - (in_row * width + (in_row - 1) * gap) / 2;
            for (place, (signs, text)) in row.iter().zip(cards) {
                if self.y == top {
                    tops.push(x + width / 2);
                }
                let (id, gone) = (place.seat.id.as_str(), place.gone);
                let what = What {
                    kind: Kind::Card,
                    signs,
                    count: if gone { 0 } else { place.seat.heads },
                    owner: &if gone { format!("left/{id}") } else { id.to_owned() },
                    holder: None,
                };
                let area = Area { x, y: self.y, width, height };
                let above = (height - text_height(&text) - told(signs)) / 2;
                let first = self.y + above + text.first().map_or(0, |(_, style)| ascent(*style));
                self.sketch.leaf(what, area, &text, x + width / 2, first);
                x += width + gap;
            }
            self.y += height + GAP;
        }
        self.y -= GAP;
        self.connect(top, &tops);
        self.trunk = self.y;
        // What stands beside the head may reach further down than the head does.
        self.y = self.y.max(self.aside);
        self.close_tier(tier, top);
    }

    /// A band of groups side by side, in a tier where their seats have a role in common.
    fn groups(&mut self, places: &[Place<'_>], gathered: Vec<Gathered<'_>>, key: &str) {
        if gathered.is_empty() {
            return;
        }
        let top = self.begin_tier();
        let tier = (!places.is_empty()).then(|| self.open_tier(places, key, top));
        let (bottom, first_band) = groups::pack(self.sketch, gathered, self.left, self.right, top);
        self.y = bottom;
        if let Some(tier) = tier {
            self.connect(top, &first_band);
            self.close_tier(tier, top);
        }
        self.tiers += usize::from(tier.is_none());
    }

    fn begin_tier(&mut self) -> i32 {
        if self.tiers > 0 {
            self.y += BETWEEN;
        }
        self.y
    }

    /// A tier names its roles at the left.
    fn open_tier(&mut self, places: &[Place<'_>], key: &str, top: i32) -> usize {
        let mut roles: Vec<&str> = Vec::new();
        for role in places.iter().filter_map(|place| place.seat.role.as_deref()) {
            if !roles.contains(&role) && roles.len() < MOST_ROLES {
                roles.push(role);
            }
        }
        let label: Vec<Words> = roles
            .iter()
            .flat_map(|role| wrap(role, Style::Label, LABELS - 10 * PX))
            .map(|line| (line, Style::Label))
            .collect();
        let count = places.iter().filter(|place| !place.gone).map(|place| place.seat.heads).sum();
        let at =
            self.sketch.open(What { kind: Kind::Tier, signs: 0, count, owner: key, holder: None }, Area::default());
        self.sketch.stack(&label, 0, top + 18 * PX);
        at
    }

    fn close_tier(&mut self, at: usize, top: i32) {
        let area = Area { x: 0, y: top, width: self.right, height: self.y - top };
        self.sketch.close_at(at, area);
        self.tiers += 1;
    }

    /// From the tier above, down the middle, along, and down to each of this tier.
    fn connect(&mut self, top: i32, tops: &[i32]) {
        if self.tiers == 0 || tops.is_empty() {
            return;
        }
        let (middle, bar) = (self.middle(), top - BETWEEN / 2);
        self.sketch.line((middle, self.trunk), (middle, bar));
        let leftmost = tops.iter().copied().min().unwrap_or(middle).min(middle);
        let rightmost = tops.iter().copied().max().unwrap_or(middle).max(middle);
        self.sketch.line((leftmost, bar), (rightmost, bar));
        for x in tops {
            self.sketch.line((*x, bar), (*x, top));
        }
    }

    /// Standing agencies stand at the right of the head, on a dotted line: they help it, and are not under it.
    fn agencies(&mut self, agencies: &[Agency], chairs: usize) {
        if agencies.is_empty() {
            return;
        }
        let from = if chairs > 0 { self.middle() + head_span(chairs) / 2 + ASIDE } else { self.left };
        let room = self.right - from;
        let columns = (room / (AGENCY.0 + GAP)).clamp(1, i32::try_from(agencies.len()).unwrap_or(1));
        let width = ((room + GAP) / columns - GAP).clamp(AGENCY.0, AGENCY.1);
        let first_x = self.right - columns * width - (columns - 1) * GAP;
        let mut y = self.y;
        for row in agencies.chunks(usize::try_from(columns).unwrap_or(1)) {
            let texts: Vec<Vec<Words>> = row.iter().map(|agency| on_agency(agency, width - 2 * PADDING)).collect();
            // One line more: what it is, in the words of the view.
            let over = Style::Label.leading();
            let height = texts.iter().map(|text| text_height(text)).max().unwrap_or(0) + over + 2 * PADDING;
            let mut x = first_x;
            for (agency, text) in row.iter().zip(texts) {
                let ended = agency.flags.contains(&Flag::PostEnded);
                let what = What {
                    kind: Kind::Agency,
                    signs: if ended { Sign::PostEnded.bit() } else { 0 },
                    count: 0,
                    owner: &agency_key(agency),
                    holder: None,
                };
                let area = Area { x, y, width, height: height.max(LOWEST) };
                let baseline = y + PADDING + over + text.first().map_or(0, |(_, style)| ascent(*style));
                self.sketch.leaf(what, area, &text, x + width / 2, baseline);
                x += width + GAP;
            }
            y += height.max(LOWEST) + GAP;
        }
        if chairs > 0 {
            let level = self.y + LOWEST / 2;
            self.sketch.dots((self.middle() + CARD.0 / 2, level), (first_x, level));
            self.aside = y - GAP;
        } else {
            // Without a head they are the first tier.
            self.y = y - GAP;
            self.trunk = self.y;
            self.tiers += 1;
        }
    }

    /// The seat whose holder leads a standing agency hangs on it as well, where it stands in the tier below.
    fn dots_to_heads(&mut self, agencies: &[Agency], tier: &[Place<'_>]) {
        if self.tiers != 2 {
            return;
        }
        for agency in agencies {
            let leads = |place: &&Place<'_>| {
                let mut organizations = place.seat.holders.iter().filter_map(|holder| holder.organization.as_ref());
                !place.gone && organizations.any(|organization| *organization == agency.name)
            };
            let Some(place) = tier.iter().find(leads) else { continue };
            let card = self.sketch.top_of(place.seat.id.as_str(), self.mile);
            let Some(((x, y), from)) = card.zip(self.sketch.foot_of(&agency_key(agency), self.mile)) else { continue };
            // Beside the solid lines, never on them.
            let (x, level) = (x + 14 * PX, y - BETWEEN / 2 + 6 * PX);
            self.sketch.dots(from, (from.0, level));
            self.sketch.dots((from.0, level), (x, level));
            self.sketch.dots((x, level), (x, y));
        }
    }
}

/// How wide a tier of so many heads gets at most: one as a rule, two where one of them left.
fn head_span(chairs: usize) -> i32 {
    let chairs = i32::try_from(chairs).unwrap_or(1);
    chairs * (CARD.1 + 3 * GAP) - 3 * GAP
}

/// More roles than this are not named at one tier.
const MOST_ROLES: usize = 3;

fn agency_key(agency: &Agency) -> String {
    format!("agency/{}/{}", agency.name, agency.scope.as_deref().unwrap_or_default())
}

fn on_agency(agency: &Agency, fits: i32) -> Vec<Words> {
    let set = |words: &str, style: Style| -> Vec<Words> {
        wrap(words, style, fits).into_iter().map(|line| (line, style)).collect()
    };
    let mut text = set(&agency.name, Style::Post);
    text.extend(agency.scope.iter().flat_map(|scope| set(scope, Style::Second)));
    text
}

/// Room at the foot of a card for what the view says of it in its own words.
fn told(signs: u32) -> i32 {
    if is_told(signs) { Style::Label.leading() } else { 0 }
}
