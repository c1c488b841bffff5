//! What the lanes are: committees, seats or people, or none, where decisions lie beside each other.

use std::collections::HashMap;

use jiff::civil::Date;
use register::PartialDate;
use register::composition::{Body, Fold, Holding, Term};
use register::decision::Citation;
use register::history::History;
use register::role::Rank;
use register::timeline::Timeline;

use super::plan::{Cited, Item, LaneKind, Plan, PlannedLane};
use super::{Drawing, OPEN, Scope, arrange, mark};
use crate::strip::number;

/// Decisions beside each other: one that follows another takes its row over.
#[must_use]
pub fn decisions(timeline: &Timeline, today: Date) -> Drawing {
    let cited = Cited::of(timeline);
    let items = (0..timeline.decisions.len()).map(|at| cited.item(at)).collect();
    let lanes = vec![lane(LaneKind::Decisions, "", "", "", items)];
    arrange(Plan { lanes, cited, events: timeline.events.clone() }, today)
}

/// A lane for each committee, in the order of their founding, with the decisions on it; at the end those that are on
/// none.
#[must_use]
pub fn committees(fold: &Fold, scope: &Scope<'_>, today: Date) -> Drawing {
    let timeline = scope.timeline(fold);
    let cited = Cited::of(&timeline);
    let bodies = scope.bodies(fold);
    let mut lanes: Vec<PlannedLane> = bodies.iter().map(|body| of_body(*body, today)).collect();
    let places: HashMap<&str, usize> = bodies.iter().map(|body| body.committee().id.as_str()).zip(0..).collect();
    let mut elsewhere = lane(LaneKind::Elsewhere, "", "", "", Vec::new());
    for (at, decision) in timeline.decisions.iter().enumerate() {
        let named = decision.committees.iter().filter_map(|id| places.get(id.as_str()));
        let mut on_none = true;
        for committee in named {
            lanes[*committee].items.push(cited.item(at));
            on_none = false;
        }
        if on_none {
            elsewhere.items.push(cited.item(at));
        }
    }
    lanes.push(elsewhere);
    lanes.retain(|lane| !lane.items.is_empty());
    arrange(Plan { lanes, cited, events: timeline.events }, today)
}

/// For each body a lane with the decisions on it, and below it a lane for each of its seats, from the head down, with
/// whoever held it, stretch after stretch; the days on which nobody knows who sat come first.
#[must_use]
pub fn seats(fold: &Fold, scope: &Scope<'_>, today: Date) -> Drawing {
    let timeline = scope.timeline(fold);
    let cited = Cited::of(&timeline);
    let places = Places::of(&cited);
    let mut lanes = Vec::new();
    for body in scope.bodies(fold) {
        lanes.extend(head(fold, body, &cited, &places, today));
        lanes.extend(seats_of(fold, body, &places, today));
    }
    arrange(Plan { lanes, cited, events: timeline.events }, today)
}

/// The decisions on a body, and the days on which nobody knows who sat in it.
fn head(fold: &Fold, body: Body<'_>, cited: &Cited, places: &Places<'_>, today: Date) -> Vec<PlannedLane> {
    let committee = body.committee();
    let of_fold = |decision: usize| places.of_id(fold.decisions[decision].id.as_str());
    let mut own = of_body(body, today);
    own.items = committee.decisions.iter().filter_map(|at| of_fold(*at)).map(|at| cited.item(at)).collect();
    let unknown = committee.unknown.iter().filter(|stretch| !stretch.is_empty()).map(|stretch| Item {
        from: number(stretch.from),
        to: stretch.to.map_or(OPEN, number),
        decision: of_fold(stretch.decision),
        words: String::new(),
        marks: mark::HOLLOW | mark::POINT,
    });
    let mut lanes = vec![own, lane(LaneKind::Unknown, "", "", "", unknown.collect())];
    lanes.retain(|lane| !lane.items.is_empty());
    lanes
}

fn seats_of(fold: &Fold, body: Body<'_>, places: &Places<'_>, today: Date) -> Vec<PlannedLane> {
    let mut seats: Vec<(SeatOrder, PlannedLane)> = Vec::new();
    let mut known: HashMap<(Option<String>, u32), usize> = HashMap::new();
    for (first, holding) in fold.holdings(body.committee(), today).into_iter().enumerate() {
        if !belongs(body, holding.sub_body.as_deref()) {
            continue;
        }
        let at = *known.entry((holding.sub_body.clone(), holding.place)).or_insert_with(|| {
            let empty = lane(LaneKind::Seat, &holding.called, "", holding.seat.as_str(), Vec::new());
            seats.push((SeatOrder { body: holding.sub_body.clone(), rank: holding.rank, first }, empty));
            seats.len() - 1
        });
        let (order, lane) = &mut seats[at];
        // As the latest list has it: that is what it is called now.
        order.rank = holding.rank;
        lane.second = second(&holding);
        lane.items.push(held(&holding, places.of_id(fold.decisions[holding.decision].id.as_str())));
    }
    seats.sort_by_cached_key(|(order, _)| order.clone());
    seats.into_iter().map(|(_, lane)| lane).collect()
}

/// A lane for each person of some bodies, from the head down, with the roles in which they sat; of a single body its
/// decisions come first.
#[must_use]
pub fn people(fold: &Fold, scope: &Scope<'_>, today: Date) -> Drawing {
    let timeline = scope.timeline(fold);
    let cited = Cited::of(&timeline);
    let places = Places::of(&cited);
    let bodies = scope.bodies(fold);
    let alone = bodies.len() == 1;
    let mut people: Vec<((Rank, i32), PlannedLane)> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut lanes = Vec::new();
    for body in bodies {
        if alone {
            lanes = head(fold, body, &cited, &places, today);
        }
        let name = name_of(body, today);
        for term in fold.terms(body.committee()).into_iter().filter(|term| belongs(body, term.sub_body.as_deref())) {
            let rank = fold.directory.rank(term.role.as_deref());
            let from = number(term.from);
            let at = *known.entry(term.person.as_str().to_owned()).or_insert_with(|| {
                let id = term.person.id().map_or_else(|| term.name.clone(), |id| id.to_string());
                people.push(((rank, from), lane(LaneKind::Person, &term.name, "", &id, Vec::new())));
                people.len() - 1
            });
            let (order, lane) = &mut people[at];
            *order = (*order).min((rank, from));
            lane.items.push(sat(&term, (!alone).then_some(name), places.of_citation(&term.citation)));
        }
    }
    people.sort_by_key(|(order, _)| *order);
    lanes.extend(people.into_iter().map(|(_, lane)| lane));
    arrange(Plan { lanes, cited, events: timeline.events }, today)
}

/// A lane for each committee that a person sat in, with the roles; below them a lane for each post.
#[must_use]
pub fn person(fold: &Fold, history: &History, today: Date) -> Drawing {
    let mut shown: Vec<usize> = Vec::new();
    let stretches = history.periods.iter().flat_map(|period| &period.stretches);
    let cited_ids: std::collections::HashSet<&str> =
        stretches.filter_map(|stretch| stretch.citation.decision_id.as_ref()).map(|id| id.as_str()).collect();
    shown.extend(fold.in_legal_order().into_iter().filter(|at| cited_ids.contains(fold.decisions[*at].id.as_str())));
    let timeline = fold.timeline_of(&shown);
    let cited = Cited::of(&timeline);
    let places = Places::of(&cited);
    let mut lanes: Vec<PlannedLane> = Vec::new();
    for period in &history.periods {
        let id = period.committee_id.as_str();
        let committee = fold.committee(&period.committee_id);
        // A committee is called as it is called today; a history of all days has its last name.
        let own = committee.filter(|c| c.name_on(Date::MAX) == period.committee).map(|c| c.name_on(today));
        let name = own.unwrap_or(&period.committee);
        let at = lanes.iter().position(|lane| lane.id == id && lane.name == name).unwrap_or_else(|| {
            lanes.push(lane(LaneKind::Committee, name, "", id, Vec::new()));
            lanes.len() - 1
        });
        lanes[at].items.extend(period.stretches.iter().map(|stretch| {
            let decision = places.of_citation(&stretch.citation);
            Item {
                from: number(stretch.from),
                to: stretch.to.map_or(OPEN, number),
                decision,
                words: period.role.clone().unwrap_or_default(),
                marks: point(&cited, decision, number(stretch.from)),
            }
        }));
    }
    for held in &history.posts {
        // Since when is not known: there is no day to draw it from.
        let Some(from) = held.from.as_ref().and_then(|text| text.parse::<PartialDate>().ok()) else { continue };
        let to = held.to.as_ref().and_then(|text| text.parse::<PartialDate>().ok());
        let id = held.post_id.as_str();
        let at = lanes.iter().position(|lane| lane.kind == LaneKind::Post && lane.id == id).unwrap_or_else(|| {
            lanes.push(lane(LaneKind::Post, &held.post, "", id, Vec::new()));
            lanes.len() - 1
        });
        let to = to.map_or(OPEN, |to| number(to.latest()).saturating_add(i32::from(to.exact().is_none())));
        lanes[at].items.push(Item { from: number(from.earliest()), to, ..Item::default() });
    }
    arrange(Plan { lanes, cited, events: timeline.events }, today)
}

/// Where a seat stands among the lanes: the committee itself before its sub-bodies, from the head down, as listed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct SeatOrder {
    body: Option<String>,
    rank: Rank,
    first: usize,
}

fn name_of(body: Body<'_>, today: Date) -> &str {
    match body {
        Body::Committee(committee) => committee.name_on(today),
        Body::Part(..) => body.name(),
    }
}

fn of_body(body: Body<'_>, today: Date) -> PlannedLane {
    lane(LaneKind::Committee, name_of(body, today), "", body.committee().id.as_str(), Vec::new())
}

/// Whether a seat is one of a body: a committee has those of its sub-bodies too.
fn belongs(body: Body<'_>, sub_body: Option<&str>) -> bool {
    match body {
        Body::Committee(_) => true,
        Body::Part(..) => sub_body == Some(body.name()),
    }
}

fn lane(kind: LaneKind, name: &str, second: &str, id: &str, items: Vec<Item>) -> PlannedLane {
    PlannedLane { kind, name: name.to_owned(), second: second.to_owned(), id: id.to_owned(), items }
}

fn second(holding: &Holding) -> String {
    let said = [holding.role.as_deref(), holding.sub_body.as_deref()];
    said.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn held(holding: &Holding, decision: Option<usize>) -> Item {
    let who = match (&holding.person, holding.empty) {
        (Some(_), _) => 0,
        (None, true) => mark::EMPTY,
        (None, false) => mark::UNKNOWN,
    };
    let invited = if holding.invited { mark::INVITED } else { 0 };
    let point = if holding.from == holding.since { mark::POINT } else { 0 };
    Item {
        from: number(holding.from),
        to: holding.to.map_or(OPEN, number),
        decision,
        words: holding.person.clone().unwrap_or_default(),
        marks: who | invited | point,
    }
}

fn sat(term: &Term, committee: Option<&str>, decision: Option<usize>) -> Item {
    let said = [term.role.as_deref(), term.sub_body.as_deref().or(committee), term.post.as_deref()];
    Item {
        from: number(term.from),
        to: term.to.map_or(OPEN, number),
        decision,
        words: said.into_iter().flatten().collect::<Vec<_>>().join(", "),
        marks: if term.invited { mark::INVITED } else { 0 },
    }
}

/// Whether the decision itself takes effect on a day.
fn point(cited: &Cited, decision: Option<usize>, from: i32) -> i32 {
    decision.filter(|at| cited.decisions.from[*at] == from).map_or(0, |_| mark::POINT)
}

/// Where each decision stands among those of a plan, by its id.
struct Places<'a>(HashMap<&'a str, usize>);

impl<'a> Places<'a> {
    fn of(cited: &'a Cited) -> Self {
        Self(cited.decisions.ids.iter().map(String::as_str).zip(0..).collect())
    }

    fn of_id(&self, id: &str) -> Option<usize> {
        self.0.get(id).copied()
    }

    fn of_citation(&self, citation: &Citation) -> Option<usize> {
        self.of_id(citation.decision_id.as_ref()?.as_str())
    }
}
