//! What the press tries out so that pages end well: the room around the rows of a table, the size of the text of what
//! must stay on one page.

use serde::Serialize;
use typst::foundations::Label;
use typst::introspection::Introspector;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use super::{Error, LaidOut};
use crate::paper::Kind;

/// What the templates read as `fit`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(super) struct Fit {
    /// The room around each row, in mm.
    pub air: f64,
    /// The size of the text of a paper of one page, in points.
    pub size: f64,
}

/// As it looks best.
pub(super) const FIRST: Fit = Fit { air: 0.4, size: 13.0 };

/// What is tried where the last page comes out short.
const AIR: [f64; 2] = [0.25, 0.9];

/// A last page that ends above this is short, in points: its head and four or five rows.
const EARLY: f64 = 200.0;

/// Papers of more pages are set once: nobody minds how the last of them ends.
const MANY: usize = 8;

/// From the size that is read across a table to the smallest that is read in the hand.
const SUMMARY: [f64; 8] = [17.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.5, 11.0];
/// From the size of the body of a document (13 to 14).
const NOTICE: [f64; 7] = [14.0, 13.5, 13.0, 12.5, 12.0, 11.5, 11.0];

/// Sets a paper as it ends best.
pub(super) fn fitted(kind: Kind, set: impl Fn(Fit) -> Result<LaidOut, Error>) -> Result<LaidOut, Error> {
    match kind {
        Kind::Summary => on_one_page(&SUMMARY, set),
        Kind::Notice => on_one_page(&NOTICE, set),
        // A drawing has its places already.
        Kind::Chart | Kind::Timeline => set(FIRST),
        _ => with_air(set),
    }
}

/// The largest of some falling sizes at which everything stays on one page; the smallest, where none does.
fn on_one_page(sizes: &[f64], set: impl Fn(Fit) -> Result<LaidOut, Error>) -> Result<LaidOut, Error> {
    let (mut low, mut high) = (0, sizes.len() - 1);
    let mut best = None;
    while low < high {
        let middle = usize::midpoint(low, high);
        let laid_out = set(Fit { size: sizes[middle], ..FIRST })?;
        if laid_out.document.pages().len() == 1 {
            (high, best) = (middle, Some((middle, laid_out)));
        } else {
            low = middle + 1;
        }
    }
    match best {
        Some((at, laid_out)) if at == high => Ok(laid_out),
        _ => set(Fit { size: sizes[high], ..FIRST }),
    }
}

/// Where only a few rows would be left for the last page, the rows stand closer, else wider.
fn with_air(set: impl Fn(Fit) -> Result<LaidOut, Error>) -> Result<LaidOut, Error> {
    let first = set(FIRST)?;
    if first.document.pages().len() > MANY || !ends_early(&first.document) {
        return Ok(first);
    }
    for air in AIR {
        let laid_out = set(Fit { air, ..FIRST })?;
        if !ends_early(&laid_out.document) {
            return Ok(laid_out);
        }
    }
    Ok(first)
}

/// Whether the last of several pages ends before it is worth turning to.
fn ends_early(document: &PagedDocument) -> bool {
    let introspector = document.introspector();
    let end = Label::new(PicoStr::intern("end")).and_then(|end| introspector.query_label(end).ok()?.location());
    let end = end.and_then(|end| introspector.position(end));
    end.is_some_and(|end| end.page.get() > 1 && end.point.y.to_pt() < EARLY)
}
