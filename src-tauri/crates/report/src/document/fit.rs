//! The size of the text of a document that should stay on one page: the leadership's page, the notice. Word sets the
//! lines, so that it is told beforehand from how many they will be; the estimate is on the wide side.

use crate::paper::{Block, Kind, Paper, Point};

/// From the size of a document's text (13 to 14) to the smallest that is read in the hand, in half points.
const SIZES: [u32; 6] = [28, 26, 25, 24, 23, 22];

/// The text of any other document.
const TEXT: u32 = 26;

/// What a page has room for between head and foot, in points: A4 without its margins and the lines of the foot.
const ROOM: f64 = 640.0;
/// The letterhead, with what stands below it up to the text.
const HEAD: f64 = 110.0;
/// How wide a line is: A4 without its margins, in points.
const WIDTH: f64 = 467.0;
/// How wide a letter is on average, as a part of the size; letters of Vietnamese texts, spaces included.
const LETTER: f64 = 0.47;
/// How high a line is, as a part of the size, where lines stand close.
const LINE: f64 = 1.06;

/// The size of a paper's text, in half points.
pub(super) fn size(paper: &Paper) -> u32 {
    let largest = match paper.kind {
        Kind::Summary => TEXT,
        Kind::Notice => SIZES[0],
        _ => return TEXT,
    };
    let sizes = SIZES.into_iter().filter(|size| *size <= largest);
    sizes.clone().find(|size| height(paper, *size) <= ROOM).or(sizes.last()).unwrap_or(TEXT)
}

/// Whether the lines of a paper stand closer than Word sets them by itself.
pub(super) fn is_close(paper: &Paper) -> bool {
    paper.kind == Kind::Summary
}

/// How high a paper comes out, in points.
fn height(paper: &Paper, size: u32) -> f64 {
    let points = f64::from(size) / 2.0;
    let line = points * if is_close(paper) { LINE } else { 1.15 };
    let lines = |text: &str| {
        let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        (f64::from(letters) * points * LETTER / WIDTH).ceil().max(1.0) * line
    };
    let point = |point: &Point| {
        let label = point.label.as_deref().unwrap_or_default();
        lines(&format!("{label}: {}", point.text)) + point.notes.iter().map(|note| lines(note)).sum::<f64>() + 1.0
    };
    let block = |block: &Block| match block {
        Block::Line { text } | Block::Prose { text } => lines(text) + 8.0,
        Block::Section { points, .. } => line + 8.0 + points.iter().map(point).sum::<f64>(),
        Block::Table(_) | Block::Drawing(_) => ROOM,
    };
    HEAD + paper.blocks.iter().map(block).sum::<f64>()
}
