//! The size of the text of a document that should stay on one page: the leadership's page, the notice. Word sets the
//! lines, so that it is told beforehand from how many they will be; the estimate is on the wide side.

use crate::paper::{Block, Kind, Point};

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
pub(super) fn size(kind: Kind, blocks: &[Block]) -> u32 {
    let largest = match kind {
        Kind::Summary => TEXT,
        Kind::Notice => SIZES[0],
        _ => return TEXT,
    };
    let mut sizes = SIZES.into_iter().filter(|size| *size <= largest);
    let fits = sizes.clone().find(|size| height(kind, blocks, *size) <= ROOM);
    fits.or_else(|| sizes.next_back()).unwrap_or(TEXT)
}

/// Whether the lines of a paper stand closer than Word sets them by itself.
pub(super) fn is_close(kind: Kind) -> bool {
    kind == Kind::Summary
}

/// How high these blocks come out below the letterhead, in points.
fn height(kind: Kind, blocks: &[Block], size: u32) -> f64 {
    let points = f64::from(size) / 2.0;
    let line = points * if is_close(kind) { LINE } else { 1.15 };
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
    HEAD + blocks.iter().map(block).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(points: usize) -> Vec<Block> {
        let point =
            Point::new("Giám đốc Sở Mẫu: không còn chức danh này, cần kiện toàn; đề nghị xem xét Sở Khác thay vào đó.");
        vec![Block::Section { heading: "Cần xem xét".to_owned(), points: vec![point; points] }]
    }

    #[test]
    fn the_more_is_said_the_smaller_it_is_set() {
        let size = |points| size(Kind::Summary, &section(points));
        assert_eq!(size(5), TEXT);
        assert!((SIZES[5] + 1..TEXT).contains(&size(19)), "{}", size(19));
        // What fits at no size is set in the smallest.
        assert_eq!(size(200), SIZES[5]);
        assert_eq!(super::size(Kind::List, &section(200)), TEXT);
        assert_eq!(super::size(Kind::Notice, &section(5)), SIZES[0]);
    }
}
