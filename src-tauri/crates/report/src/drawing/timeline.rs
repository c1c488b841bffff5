//! The timeline as a paper.

use diagram::sheet::Size;
use diagram::timeline::pages::{Captions, laid};
use diagram::timeline::{Drawing as Timeline, mark};
use register::Fold;
use register::date::Day;
use register::decision::Citation;

use super::Drawing;
use crate::decisions::cite;
use crate::foot::Foot;
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
    Paper {
        kind: Kind::Timeline,
        name: format!("{}, {subject}, {}", said::TIMELINE, as_of.to_lowercase()),
        notice: Some(words::NOTICE.to_owned()),
        office: setting.office.clone(),
        printed: words::printed(setting.printed_on),
        printed_on: setting.printed_on,
        title: said::TIMELINE.to_uppercase(),
        subject: Some(subject.to_owned()),
        as_of: Some(as_of),
        sources: None,
        blocks,
        // The bars are the sources; only what is no original is named at the foot.
        foot: Foot::of(on, &rebuilt(fold, drawing), setting),
        landscape: true,
    }
}

/// The decisions shown of which the register has only a reconstruction.
fn rebuilt(fold: &Fold, drawing: &Timeline) -> Vec<Citation> {
    let decisions = &drawing.decisions;
    let shown = decisions.ids.iter().zip(&decisions.marks).filter(|(_, marks)| *marks & mark::RECONSTRUCTED != 0);
    shown
        .filter_map(|(id, _)| fold.decisions.iter().find(|decision| decision.id.as_str() == id).map(|at| cite(at)))
        .collect()
}
