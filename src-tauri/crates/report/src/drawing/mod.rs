//! Drawings as papers: the org chart and the timeline, on sheets that stand alone or can be laid side by side.

mod chart;
mod timeline;

use diagram::ink::Ink;
use diagram::sheet::{Laid, Size};
use register::date::Day;
use register::decision::Citation;
use serde::Serialize;

pub use chart::{chart, office_chart};
pub use timeline::timeline;

pub use crate::words::drawing::ALL_EVER;

use crate::foot::Foot;
use crate::paper::{Block, Kind, Paper, Setting};
use crate::words;

/// A drawing on its sheets.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Drawing {
    /// How large the sheets are.
    pub size: Size,
    /// The sheets, row by row, from the left.
    pub sheets: Vec<Sheet>,
}

/// A sheet.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sheet {
    /// What is drawn on it; every line of text from its beginning.
    pub ink: Ink,
    /// Where it lies among those that are laid side by side.
    pub place: Option<String>,
}

/// What a drawing is, and what is drawn.
struct Drawn<'a> {
    kind: Kind,
    title: &'a str,
    subject: &'a str,
    as_of: &'a str,
    on: Day,
    sources: &'a [Citation],
    blocks: Vec<Block>,
    landscape: bool,
}

impl Drawn<'_> {
    /// The same as a paper.
    fn paper(self, setting: &Setting) -> Paper {
        Paper {
            kind: self.kind,
            name: format!("{}, {}, {}", self.title, self.subject, self.as_of.to_lowercase()),
            notice: Some(words::NOTICE.to_owned()),
            office: setting.office.clone(),
            printed: words::printed(setting.printed_on),
            printed_on: setting.printed_on,
            title: self.title.to_uppercase(),
            subject: Some(self.subject.to_owned()),
            as_of: Some(self.as_of.to_owned()),
            sources: None,
            blocks: self.blocks,
            foot: Foot::of(self.on, self.sources, setting),
            landscape: self.landscape,
        }
    }
}

impl Drawing {
    /// How many things are drawn.
    #[must_use]
    pub fn shapes(&self) -> usize {
        self.sheets.iter().map(|sheet| sheet.ink.shapes.len()).sum()
    }

    fn block(size: Size, laid: Laid) -> Block {
        let across = usize::try_from(laid.across).unwrap_or(1).max(1);
        let count = laid.sheets.len();
        let down = count.div_ceil(across);
        let place = |at: usize| (count > 1).then(|| words::drawing::place((at / across, down), (at % across, across)));
        let sheets = laid.sheets.into_iter().enumerate();
        let sheets = sheets.map(|(at, ink)| Sheet { ink: ink.from_the_start(), place: place(at) });
        Block::Drawing(Self { size, sheets: sheets.collect() })
    }
}
