//! Lanes and rows.

use diagram::timeline::{Drawing, Item, NONE, OPEN, Plan, arrange};
use jiff::civil::Date;

use crate::chance::plan;

const TODAY: Date = Date::constant(2026, 11, 23);

fn place(number: i32) -> usize {
    usize::try_from(number).unwrap()
}

/// The bars of a lane, as the items that they were.
fn items_of(drawing: &Drawing, lane: usize) -> Vec<Item> {
    let (first, last) = (place(drawing.lanes.rows[lane]), place(drawing.lanes.rows[lane + 1]));
    let bars = place(drawing.starts[first])..place(drawing.starts[last]);
    let words = |at: usize| match drawing.bars.words[at] {
        NONE => String::new(),
        words => drawing.words[place(words)].clone(),
    };
    bars.map(|at| Item {
        from: drawing.bars.from[at],
        to: drawing.bars.to[at],
        decision: usize::try_from(drawing.bars.decision[at]).ok(),
        words: words(at),
        marks: 0,
    })
    .collect()
}

#[test]
fn every_period_is_in_its_lane_and_nothing_is_lost_or_added() {
    for seed in 0..300 {
        let wanted = plan(seed);
        let drawing = arrange(wanted.clone(), TODAY);
        assert_eq!(drawing.lanes.names.len(), wanted.lanes.len());
        for (at, lane) in wanted.lanes.iter().enumerate() {
            let by = |item: &Item| (item.from, item.to, item.decision, item.words.clone());
            let (mut found, mut asked) = (items_of(&drawing, at), lane.items.clone());
            found.sort_by_key(by);
            asked.sort_by_key(by);
            assert_eq!(found, asked, "lane {at} of seed {seed}");
        }
    }
}

#[test]
fn in_a_row_nothing_lies_over_another_and_days_grow() {
    for seed in 0..300 {
        let drawing = arrange(plan(seed), TODAY);
        let rows = drawing.starts.len() - 1;
        assert_eq!(drawing.lanes.rows.last().copied(), i32::try_from(rows).ok());
        for row in 0..rows {
            let bars = place(drawing.starts[row])..place(drawing.starts[row + 1]);
            let mut free = i32::MIN;
            for at in bars {
                assert_eq!(place(drawing.bars.row[at]), row);
                assert!(free <= drawing.bars.from[at], "row {row} of seed {seed}");
                free = drawing.bars.to[at].max(drawing.bars.from[at] + 1);
            }
        }
    }
}

#[test]
fn the_order_of_reading_is_lane_by_lane_by_day_with_every_bar_once() {
    for seed in 0..300 {
        let drawing = arrange(plan(seed), TODAY);
        let lane = |bar: usize| drawing.lanes.rows.partition_point(|row| *row <= drawing.bars.row[bar]);
        let reading: Vec<usize> = drawing.bars.reading.iter().copied().map(place).collect();
        let keys: Vec<(usize, i32)> = reading.iter().map(|bar| (lane(*bar), drawing.bars.from[*bar])).collect();
        assert!(keys.is_sorted(), "seed {seed}");
        let mut all = reading;
        all.sort_unstable();
        assert!(all.iter().copied().eq(0..drawing.bars.row.len()));
    }
}

#[test]
fn every_relation_whose_ends_are_drawn_is_drawn() {
    for seed in 0..300 {
        let wanted = plan(seed);
        let drawing = arrange(wanted.clone(), TODAY);
        let drawn = |decision: usize| drawing.bars.decision.contains(&i32::try_from(decision).unwrap());
        let decision_of = |bar: i32| place(drawing.bars.decision[place(bar)]);
        let arcs = &drawing.arcs;
        let pairs: Vec<(usize, usize)> =
            arcs.from.iter().zip(&arcs.to).map(|(from, to)| (decision_of(*from), decision_of(*to))).collect();
        for (acts, other, _) in &wanted.cited.relations {
            let both = drawn(*acts) && drawn(*other);
            assert_eq!(pairs.contains(&(*acts, *other)), both, "seed {seed}");
        }
    }
}

#[test]
fn the_same_plan_in_another_order_is_the_same_drawing() {
    for seed in 0..100 {
        let wanted = plan(seed);
        let mut turned = wanted.clone();
        // Periods that differ in their days: those of one day keep the order in which they came.
        for lane in &mut turned.lanes {
            let mut days: Vec<i32> = Vec::new();
            lane.items.retain(|item| {
                !days.contains(&item.from) && {
                    days.push(item.from);
                    true
                }
            });
        }
        let mut backwards = turned.clone();
        backwards.lanes.iter_mut().for_each(|lane| lane.items.reverse());
        let drawings = [arrange(turned, TODAY), arrange(backwards, TODAY)];
        assert_eq!(drawings[0], drawings[1]);
    }
}

#[test]
fn whole_years_around_every_day_with_today_among_them() {
    let drawing = arrange(Plan::default(), TODAY);
    let new_year = |year: i16| Date::new(year, 1, 1).unwrap().since(Date::constant(1970, 1, 1)).unwrap().get_days();
    assert_eq!((drawing.from, drawing.to), (new_year(2026), new_year(2027)));
    for seed in 0..50 {
        let drawing = arrange(plan(seed), TODAY);
        assert!(drawing.bars.from.iter().all(|day| drawing.from <= *day && *day < drawing.to));
        assert!(drawing.bars.to.iter().all(|day| *day == OPEN || *day < drawing.to));
    }
}
