//! The leadership's page: what the committee is for, who sits, what wants somebody to act, who does the daily work,
//! which decisions hold, and what changed.

use register::Fold;
use register::composition::{Body, Committee, Composition, Flag, Moved, SeatOn, State, Status};
use register::date::Day;
use register::draft::SeatKind;

use crate::changes::role;
use crate::cited::{self, Cited};
use crate::decisions::{because, cite};
use crate::foot::Foot;
use crate::list;
use crate::list::seats::{by_role, notes, post, who};
use crate::paper::{Block, Kind, Options, Paper, Point, Setting};
use crate::words;
use crate::words::summary as said;

/// Characters of a point that a person reads at a glance.
const GLANCE: usize = 260;
/// Points of a section that a page has room for.
const POINTS: usize = 6;

/// Says of a committee on a date what its leadership asks.
#[must_use]
pub fn summary(fold: &Fold, committee: &Committee, on: Day, since: Day, setting: &Setting) -> Paper {
    let composition = fold.composition(committee, on);
    let cited = Cited::new(&composition.sources);
    let mut blocks: Vec<Block> = list::sentence(&composition, &cited.sources()).map(Block::prose).into_iter().collect();
    if matches!(composition.state, State::Active | State::Suspended) {
        let mut section =
            |heading: String, points: Vec<Point>| blocks.push(Block::Section { heading, points: few(points) });
        section(said::PURPOSE.to_owned(), purpose(&composition));
        section(said::members(composition.heads), members(&composition));
        section(said::ATTENTION.to_owned(), attention(&composition));
        section(said::AGENCY.to_owned(), agencies(&composition));
        section(said::IN_FORCE.to_owned(), in_force(fold, committee, on));
        section(said::since(since), changes(fold, committee, since, on));
    }
    Paper {
        kind: Kind::Summary,
        name: list::name(said::TITLE, &composition),
        notice: Some(words::NOTICE.to_owned()),
        office: setting.office.clone(),
        printed: words::printed(setting.printed_on),
        printed_on: setting.printed_on,
        title: said::TITLE.to_uppercase(),
        subject: Some(composition.committee.name.clone()),
        as_of: Some(words::as_of(on)),
        sources: None,
        blocks,
        foot: Foot::of(on, &composition.sources, setting),
        landscape: false,
    }
}

/// The points, or the sentence that there is none.
fn or_none(points: Vec<Point>, none: &str) -> Vec<Point> {
    if points.is_empty() { vec![Point::new(none)] } else { points }
}

/// As many points as the page has room for; the others are counted, and found in the papers that name them all.
fn few(mut points: Vec<Point>) -> Vec<Point> {
    if points.len() > POINTS + 1 {
        let more = points.len() - POINTS;
        points.truncate(POINTS);
        points.push(Point::new(said::more(more)));
    }
    points
}

fn purpose(composition: &Composition) -> Vec<Point> {
    let duties = composition.duties.iter().map(|duty| Point::new(words::shortened(&duty.duty, GLANCE)));
    or_none(duties.collect(), said::NO_PURPOSE)
}

/// A point for each role: its people, and its classes of posts counted.
fn members(composition: &Composition) -> Vec<Point> {
    let (invited, members): (Vec<_>, Vec<_>) = composition.seats.iter().partition(|seat| seat.invited);
    let mut points: Vec<Point> = by_role(&members)
        .into_iter()
        .map(|(role, seats)| {
            let heads: usize = seats.iter().map(|seat| seat.heads as usize).sum();
            let label = if heads > 1 { format!("{role} ({heads})") } else { role };
            Point::labelled(label, words::shortened(&seats_in_words(&seats), 2 * GLANCE))
        })
        .collect();
    for body in &composition.sub_bodies {
        points.push(Point::labelled(&body.name, format!("{} người", body.heads)));
    }
    if !invited.is_empty() {
        points.push(Point::labelled(words::INVITED, format!("{} người", composition.invited_heads)));
    }
    or_none(points, words::NOBODY)
}

/// Several posts by one wording are said by it, once.
fn seats_in_words(seats: &[&SeatOn]) -> String {
    let mut said: Vec<String> = Vec::new();
    for seat in seats {
        let text = match seat.kind {
            SeatKind::Class => format!("{} ({})", seat.as_written, seat.holders.len()),
            _ => {
                let known: Vec<String> = seat
                    .holders
                    .iter()
                    .filter(|holder| holder.person.is_some())
                    .map(|holder| {
                        let post = post(seat, holder);
                        let who = who(seat, holder, &Options::default());
                        if post.is_empty() { who } else { format!("{who}, {post}") }
                    })
                    .collect();
                if known.is_empty() { seat.as_written.clone() } else { known.join("; ") }
            }
        };
        if !said.contains(&text) {
            said.push(text);
        }
    }
    said.join("; ")
}

/// Seats that want somebody to act, the same said of several once.
fn attention(composition: &Composition) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    match &composition.suspended_by {
        Some(by) => points.push(Point::new(format!("{}.", said::suspended_by(&cited::full(by))))),
        None if composition.state == State::Suspended => points.push(Point::new(words::SUSPENDED)),
        None => {}
    }
    if composition.flags.contains(&Flag::PastSunset) {
        points.push(Point::new(words::PAST_PURPOSE));
    }
    let bodies = composition.sub_bodies.iter().flat_map(|body| &body.seats);
    for seat in composition.seats.iter().chain(bodies) {
        let mut wrong: Vec<String> = Vec::new();
        if seat.flags.contains(&Flag::Vacant) && seat.kind != SeatKind::Class {
            wrong.push(said::VACANT.to_owned());
        }
        if seat.flags.contains(&Flag::NotNominated) {
            wrong.push(said::NOT_NOMINATED.to_owned());
        }
        let mut own = notes(seat);
        own.retain(|note| note != words::NO_VOTE && note != words::DECISION_SUSPENDED);
        wrong.extend(own);
        if !wrong.is_empty() {
            let called = match (&seat.holders[..], seat.kind) {
                ([only], SeatKind::Named) => format!("{}, {}", who(seat, only, &Options::default()), post(seat, only))
                    .trim_matches([',', ' '])
                    .to_owned(),
                _ => seat.position.clone().filter(|p| !p.is_empty()).unwrap_or_else(|| seat.as_written.clone()),
            };
            let label = format!("{called} ({})", role(seat.role.as_deref()));
            points.push(Point::new(format!("{label}: {}.", wrong.join("; "))));
        }
        // Of a class, each post that nobody holds.
        for post in seat.holders.iter().filter(|holder| seat.kind == SeatKind::Class && holder.vacant) {
            let called = post.in_words().unwrap_or_else(|| seat.as_written.clone());
            points.push(Point::new(format!("{called} ({}): {}.", role(seat.role.as_deref()), said::VACANT)));
        }
    }
    for agency in composition.standing_agencies.iter().filter(|agency| agency.flags.contains(&Flag::PostEnded)) {
        let successor = agency.successor.as_deref().map(|next| format!("; {}", words::consider(next)));
        let text = format!("{}: {}{}.", agency.name, words::BODY_ENDED, successor.unwrap_or_default());
        points.push(Point::new(text));
    }
    or_none(points, said::NO_ATTENTION)
}

fn agencies(composition: &Composition) -> Vec<Point> {
    let said = |agency: &register::composition::Agency| {
        let scope = agency.scope.iter().map(|scope| format!(", {scope}")).collect::<String>();
        Point::new(format!("{}{scope} ({})", agency.name, cited::whole(&agency.citation)))
    };
    or_none(composition.standing_agencies.iter().map(said).collect(), said::NO_AGENCY)
}

fn in_force(fold: &Fold, committee: &Committee, on: Day) -> Vec<Point> {
    let known = committee.decisions.iter().filter(|at| fold.decisions[**at].issued_on <= on);
    let points = known.filter_map(|at| {
        let stands = fold.status(*at, on);
        if stands.status == Status::Ended {
            return None;
        }
        let mut text = cited::full(&cite(&fold.decisions[*at]));
        if stands.status != Status::InForce {
            let why: Vec<String> = std::iter::once(words::decisions::status(stands.status).to_owned())
                .chain(because(fold, &stands))
                .collect();
            text = format!("{text}: {}", why.join("; "));
        }
        Some(Point::new(words::shortened(&text, GLANCE)))
    });
    or_none(points.collect(), said::NONE_IN_FORCE)
}

fn changes(fold: &Fold, committee: &Committee, since: Day, on: Day) -> Vec<Point> {
    let found = fold.compare(Body::Committee(committee), since, on);
    if found.flags.contains(&Flag::UnknownComposition) {
        return vec![Point::new(said::CHANGE_UNKNOWN)];
    }
    let who = |moved: &Moved| match moved.post.as_deref().filter(|_| moved.known) {
        Some(post) => format!("{} ({post})", moved.who),
        None => moved.who.clone(),
    };
    let told = |text: String| Point::new(format!("{}.", words::shortened(&text, GLANCE)));
    let mut points = Vec::new();
    for moved in &found.left {
        points.push(told(said::left(&who(moved), &role(moved.role.as_deref()))));
    }
    for moved in &found.joined {
        points.push(told(said::joined(&who(moved), &role(moved.role.as_deref()))));
    }
    for changed in &found.changed {
        let [from, to] = [&changed.from_role, &changed.to_role].map(|it| role(it.as_deref()));
        points.push(told(said::changed(&changed.who, &from, &to)));
    }
    for moved in &found.vacated {
        points.push(told(said::vacated(&who(moved), &role(moved.role.as_deref()))));
    }
    if points.len() > 1 {
        let counts = said::counts(found.joined.len(), found.left.len(), found.changed.len(), found.vacated.len());
        points.insert(0, Point::new(counts));
    }
    or_none(points, said::NO_CHANGE)
}
