//! From a plan to columns: every period in a row, every row in its lane.

use std::collections::HashMap;

use jiff::civil::Date;
use register::composition::Relation;

use super::plan::{Cited, Item, Plan};
use super::{Arcs, Drawing, LaneKind, NONE, OPEN, among, mark, rows};
use crate::strip::number;

/// Lays a plan out, from the year of its first day to the end of the year of its last, today among them.
#[must_use]
pub fn arrange(plan: Plan, today: Date) -> Drawing {
    let now = number(today);
    let (from, to) = range(&plan, now);
    let mut drawing = Drawing { from, to, today: now, ..Drawing::default() };
    let mut words: HashMap<String, i32> = HashMap::new();
    let mut row = 0;
    // The bars of each decision, to find the ends of its relations; with their lanes.
    let mut of_decision: Vec<Vec<(usize, i32)>> = vec![Vec::new(); plan.cited.decisions.ids.len()];
    for (at, mut lane) in plan.lanes.into_iter().enumerate() {
        drawing.lanes.rows.push(row);
        drawing.lanes.kinds.push(lane.kind);
        drawing.lanes.names.push(lane.name);
        drawing.lanes.seconds.push(lane.second);
        drawing.lanes.ids.push(lane.id);
        // A relation is told where decisions are, not again beside everybody whom they seat.
        let tells = matches!(lane.kind, LaneKind::Decisions | LaneKind::Committee | LaneKind::Elsewhere);
        lane.items.sort_by_key(|item| (item.from, item.decision));
        let packed = rows::pack(lane.items.iter().map(|item| (item.from, item.to)));
        let mut placed: Vec<(i32, usize)> = packed.into_iter().zip(0..).collect();
        placed.sort_unstable();
        let first = drawing.bars.row.len();
        let mut reading = vec![0; lane.items.len()];
        let mut own_rows = 0;
        for (own_row, item) in placed {
            let bar = index(drawing.bars.row.len());
            if own_row == own_rows {
                drawing.starts.push(bar);
                own_rows += 1;
            }
            reading[item] = bar;
            let Item { from, to, decision, words: said, marks } = std::mem::take(&mut lane.items[item]);
            if let (true, Some(decision)) = (tells, decision) {
                of_decision[decision].push((at, bar));
            }
            let future = if from > now { mark::FUTURE } else { 0 };
            drawing.bars.row.push(row + own_row);
            drawing.bars.from.push(from);
            drawing.bars.to.push(to.max(from));
            drawing.bars.decision.push(decision.map_or(NONE, index));
            drawing.bars.marks.push(marks | future);
            drawing.bars.words.push(place(&mut words, &mut drawing.words, said));
        }
        debug_assert_eq!(drawing.bars.row.len() - first, reading.len());
        drawing.bars.reading.extend(reading);
        if own_rows == 0 {
            // A lane without a period is a lane still: its name is read.
            drawing.starts.push(index(drawing.bars.row.len()));
            own_rows = 1;
        }
        row += own_rows;
    }
    drawing.starts.push(index(drawing.bars.row.len()));
    drawing.lanes.rows.push(row);
    drawing.arcs = arcs(&plan.cited, &of_decision);
    drawing.decisions = plan.cited.decisions;
    drawing.events = plan.events;
    drawing
}

/// Whole years around all days that are named.
fn range(plan: &Plan, today: i32) -> (i32, i32) {
    let items = plan.lanes.iter().flat_map(|lane| &lane.items);
    let own = items.flat_map(|item| [item.from, if item.to == OPEN { item.from } else { item.to }]);
    let events = plan.events.iter().map(|event| number(event.date));
    let cited = plan.cited.days.into_iter().flat_map(|(first, last)| [first, last]);
    let (first, last) =
        own.chain(events).chain(cited).fold((today, today), |(first, last), day| (first.min(day), last.max(day)));
    let year = |day: i32| crate::strip::date(day).map_or(1970, |date| date.year());
    let new_year = |year: i16| Date::new(year, 1, 1).map_or(today, number);
    (new_year(year(first)), new_year(year(last).saturating_add(1)))
}

/// A relation is drawn in every lane of decisions that has both of its decisions; else between the first bars of the two.
fn arcs(cited: &Cited, of_decision: &[Vec<(usize, i32)>]) -> Arcs {
    let mut drawn: Vec<(i32, i32, Relation)> = Vec::new();
    for (acts, other, relation) in &cited.relations {
        let (acting, acted_on) = (&of_decision[*acts], &of_decision[*other]);
        let mut draw = |from: i32, to: i32| drawn.push((from, to, *relation));
        let mut together = false;
        let mut last = None;
        for (lane, from) in acting {
            // A decision that seats many in a lane says once what it does.
            if last == Some(lane) {
                continue;
            }
            last = Some(lane);
            if let Some((_, to)) = acted_on.iter().find(|(other, _)| other == lane) {
                draw(*from, *to);
                together = true;
            }
        }
        if let (false, Some((_, from)), Some((_, to))) = (together, acting.first(), acted_on.first()) {
            draw(*from, *to);
        }
    }
    // By the bar that acts: those of any run of bars stand together.
    drawn.sort_by_key(|(from, to, _)| (*from, *to));
    let mut arcs = Arcs::default();
    for (from, to, relation) in drawn {
        arcs.from.push(from);
        arcs.to.push(to);
        arcs.relation.push(among(&mut arcs.relations, relation));
    }
    arcs
}

fn place(known: &mut HashMap<String, i32>, words: &mut Vec<String>, said: String) -> i32 {
    if said.is_empty() {
        return NONE;
    }
    if let Some(place) = known.get(&said) {
        return *place;
    }
    let place = index(words.len());
    words.push(said.clone());
    known.insert(said, place);
    place
}

pub(super) fn index(at: usize) -> i32 {
    i32::try_from(at).unwrap_or(i32::MAX)
}
