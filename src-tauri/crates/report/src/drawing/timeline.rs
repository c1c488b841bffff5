//! The timeline as a paper.

use diagram::sheet::Size;
use diagram::timeline::pages::{Captions, laid};
use diagram::timeline::{Drawing as Timeline, mark};
use register::Fold;
use register::date::Day;
use register::decision::Citation;

use super::{Drawing, Drawn};
use crate::decisions::cite;
use crate::paper::{Block, Kind, Paper, Setting};
use crate::words;
use crate::words::drawing as said;

/// A timeline as it stands on a date: what begins later is marked as such.
#[must_use]
pub fn timeline(fold: &Fold, drawing: &Timeline, subject: &str, on: Day, size: Size, setting: &Setting) -> Paper {
    let captions = Captions {
        elsewhere: said::ELSEWHERE.to_owned(),
        unknown: said::UNKNOWN.to_owned(),
        empty: said::EMPTY.to_owned(),
        nobody_known: said::NOBODY_KNOWN.to_owned(),
        continued: said::GOING_ON.to_owned(),
        relation: &|relation| said::relation(relation).to_owned(),
    };
    let blocks = if drawing.bars.row.is_empty() {
        vec![Block::prose(said::NOTHING)]
    } else {
        vec![Drawing::block(size, laid(drawing, on, size, &captions))]
    };
    let as_of = words::as_of(on);
    let drawn = Drawn {
        kind: Kind::Timeline,
        title: said::TIMELINE,
        subject,
        as_of: &as_of,
        on,
        // The bars are the sources; only what is no original is named at the foot.
        sources: &rebuilt(fold, drawing),
        blocks,
        landscape: true,
    };
    drawn.paper(setting)
}

/// The decisions shown of which the register has only a reconstruction.
fn rebuilt(fold: &Fold, drawing: &Timeline) -> Vec<Citation> {
    let decisions = &drawing.decisions;
    let shown = decisions.ids.iter().zip(&decisions.marks).filter(|(_, marks)| *marks & mark::RECONSTRUCTED != 0);
    shown
        .filter_map(|(id, _)| fold.decisions.iter().find(|decision| decision.id.as_str() == id).map(|at| cite(at)))
        .collect()
}
