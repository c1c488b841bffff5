//! The org chart: one committee, or all committees of a register under the offices that set them up.

use std::collections::HashSet;
use std::convert::Infallible;

use diagram::chart::{Captions, Changes, Office, Whole, laid, offices};
use diagram::sheet::Size;
use diagram::tidy::Unplaceable;
use diagram::{Chart, Plan};
use register::Composition;
use register::composition::State;
use register::date::Day;
use register::decision::Citation;

use super::{Drawing, Drawn};
use crate::paper::{Block, Kind, Paper, Setting};
use crate::words;
use crate::words::drawing as said;

/// The captions of a chart.
fn captions() -> Captions<'static> {
    Captions {
        members: said::MEMBERS,
        others: said::OTHERS,
        invited: said::INVITED,
        agency: said::AGENCY,
        class_empty: said::CLASS_EMPTY,
        going_on: said::GOING_ON,
        told: &said::sign,
    }
}

/// The chart of a committee; where a day is given that it is compared with, with what changed since.
#[must_use]
pub fn chart(composition: &Composition, since: Option<(Day, &Changes)>, size: Size, setting: &Setting) -> Paper {
    let toggled = HashSet::new();
    let changes = since.map(|(_, changes)| changes);
    let drawn = |width: u32| -> Result<Chart, Infallible> {
        Ok(diagram::chart(composition, &Plan { width, toggled: &toggled, changes, paper: true }))
    };
    let laid = match laid(size, &captions(), drawn) {
        Ok(laid) => laid,
        Err(never) => match never {},
    };
    let landscape = laid.landscape;
    let on = composition.on;
    let blocks = match composition.state {
        State::Active | State::Suspended => vec![Drawing::block(size, laid)],
        _ => vec![Block::prose(said::NOT_THERE)],
    };
    let mut as_of = words::as_of(on);
    if let Some((since, _)) = since {
        as_of = said::compared(&as_of, since);
    }
    let drawn = Drawn {
        kind: Kind::Chart,
        title: said::CHART,
        subject: &composition.committee.name,
        as_of: &as_of,
        on,
        sources: &composition.sources,
        blocks,
        landscape,
    };
    drawn.paper(setting)
}

/// The chart of all committees of a day, of one office where there is but one.
///
/// # Errors
/// More than the plane holds.
pub fn office_chart(
    whole: (&str, &[Office]),
    on: Day,
    sources: &[Citation],
    size: Size,
    setting: &Setting,
) -> Result<Paper, Unplaceable> {
    let toggled = HashSet::new();
    let (name, all) = whole;
    let laid = laid(size, &captions(), |width| {
        offices(&Whole { name, offices: all, open: false, toggled: &toggled, paper: Some(width) })
    })?;
    let landscape = laid.landscape;
    let blocks =
        if all.is_empty() { vec![Block::prose(said::NO_COMMITTEES)] } else { vec![Drawing::block(size, laid)] };
    let as_of = words::as_of(on);
    let drawn = Drawn {
        kind: Kind::Chart,
        title: said::CHART,
        subject: said::ALL,
        as_of: &as_of,
        on,
        sources,
        blocks,
        landscape,
    };
    Ok(drawn.paper(setting))
}
