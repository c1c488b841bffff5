//! The time strip: decisions as points, periods in force as bars, relations as arcs, outside events as ticks.

use std::collections::HashMap;

use jiff::civil::Date;
use register::timeline::Timeline;
use serde::{Deserialize, Serialize};

use crate::timeline::pack;

/// A timeline laid out: days along, lanes across. The view maps days to its own width, so that one answer
/// serves every size and zoom.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Strip {
    /// The first day shown, in days since 1970-01-01.
    pub from: i32,
    /// The first day after what is shown.
    pub to: i32,
    /// How many lanes there are.
    pub lanes: u32,
    /// Decisions.
    pub points: Vec<DecisionPoint>,
    /// Periods in force.
    pub bars: Vec<Bar>,
    /// Relations.
    pub arcs: Vec<Arc>,
    /// Outside events.
    pub ticks: Vec<Tick>,
    /// The first of January of every year shown.
    pub years: Vec<Year>,
}

/// A decision on the day on which it takes effect.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DecisionPoint {
    /// The decision.
    pub decision: String,
    /// Its number.
    pub number: String,
    /// Days since 1970-01-01.
    pub day: i32,
    /// The same day, ISO.
    pub date: String,
    /// Its lane, from the top.
    pub lane: u32,
    /// Whether the register knows only that it exists.
    pub hollow: bool,
}

/// The days on which a decision is in force.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Bar {
    /// The decision.
    pub decision: String,
    /// Its first day.
    pub from: i32,
    /// The first day after it; `None` while it stands.
    pub to: Option<i32>,
    /// Its lane.
    pub lane: u32,
    /// Whether the register knows only that it exists.
    pub hollow: bool,
}

/// A relation between two decisions of the strip.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Arc {
    /// The day of the decision that acts.
    pub from: i32,
    /// The day of the one that is acted on.
    pub to: i32,
    /// The lane of the one that acts.
    pub lane: u32,
    /// replaces, repeals, amends.
    pub relation: register::timeline::Relation,
}

/// An outside event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Tick {
    /// Days since 1970-01-01.
    pub day: i32,
    /// The same day, ISO.
    pub date: String,
    /// A few words.
    pub what: String,
}

/// A first of January.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Year {
    /// Days since 1970-01-01.
    pub day: i32,
    /// The year.
    pub year: i16,
}

/// Lays a timeline out, from the year of its first decision to the end of the year of `today`.
#[must_use]
pub fn strip(timeline: &Timeline, today: Date) -> Strip {
    let days = timeline.decisions.iter().map(|decision| decision.effective_from);
    let days = days.chain(timeline.events.iter().map(|event| event.date));
    let first = days.clone().min().unwrap_or(today).min(today);
    let last = days.max().unwrap_or(today).max(today);
    let years: Vec<Year> = (first.year()..=last.year().saturating_add(1))
        .filter_map(|year| Some(Year { day: number(Date::new(year, 1, 1).ok()?), year }))
        .collect();
    let lanes = lanes(timeline);
    let places: HashMap<&str, usize> = timeline.decisions.iter().map(|known| known.id.as_str()).zip(0..).collect();
    let lane_of = |id: &str| {
        let at = *places.get(id)?;
        Some((number(timeline.decisions[at].effective_from), lanes[at]))
    };
    Strip {
        from: years.first().map_or(0, |year| year.day),
        to: years.last().map_or(0, |year| year.day),
        lanes: lanes.iter().max().map_or(0, |lane| lane + 1),
        points: timeline
            .decisions
            .iter()
            .zip(&lanes)
            .map(|(decision, lane)| DecisionPoint {
                decision: decision.id.to_string(),
                number: decision.number.clone(),
                day: number(decision.effective_from),
                date: decision.effective_from.to_string(),
                lane: *lane,
                hollow: decision.unknown_composition,
            })
            .collect(),
        bars: timeline
            .decisions
            .iter()
            .zip(&lanes)
            .map(|(decision, lane)| Bar {
                decision: decision.id.to_string(),
                from: number(decision.effective_from),
                to: decision.ended_on.map(number),
                lane: *lane,
                hollow: decision.unknown_composition,
            })
            .collect(),
        arcs: timeline
            .relations
            .iter()
            .filter_map(|relation| {
                let (from, lane) = lane_of(relation.from.as_str())?;
                let (to, _) = lane_of(&relation.to)?;
                Some(Arc { from, to, lane, relation: relation.relation })
            })
            .collect(),
        ticks: timeline
            .events
            .iter()
            .map(|event| Tick { day: number(event.date), date: event.date.to_string(), what: event.what.clone() })
            .collect(),
        years,
    }
}

/// The lowest lane that is free when a decision takes effect: one that follows another takes its lane over.
fn lanes(timeline: &Timeline) -> Vec<u32> {
    let days = timeline.decisions.iter().map(|decision| {
        let end = decision.ended_on.map_or(i32::MAX, number);
        (number(decision.effective_from), end)
    });
    pack(days).into_iter().map(|lane| u32::try_from(lane).unwrap_or(u32::MAX)).collect()
}

/// Days since 1970-01-01.
pub(crate) fn number(day: Date) -> i32 {
    day.since(Date::constant(1970, 1, 1)).map_or(0, |span| span.get_days())
}

/// The day so many days after 1970-01-01; `None` outside of the calendar.
pub(crate) fn date(days: i32) -> Option<Date> {
    Date::constant(1970, 1, 1).checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(number(Date::constant(1970, 1, 2)), 1);
        assert_eq!(number(Date::constant(2016, 4, 21)), 16_912);
    }
}
