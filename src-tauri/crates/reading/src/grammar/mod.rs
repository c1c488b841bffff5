//! From lines to drafts: a small grammar of Vietnamese administrative decisions.

mod act;
mod appointment;
mod authority;
mod between;
mod bodies;
mod casing;
mod change;
mod cited;
mod clauses;
mod duties;
mod ending;
mod from_body;
mod head;
mod heading;
mod joined_post;
mod joint;
mod label;
mod letter;
mod list;
mod loose;
mod member;
mod news;
mod nomination;
mod numbers;
mod official;
mod outline;
mod paper;
mod paused;
mod people_told;
mod person;
mod place_of;
mod pointed;
mod position;
mod relations;
mod role;
mod seat;
mod several;
mod shared;
mod sheet;
mod signature;
mod stacked;
mod standing;
mod subject;
mod successor;
mod table;
mod unchanged;
mod unnumbered;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::Text;
use crate::line::{self, Line, Span};
use crate::reading::{Block, Part, Reading, Warning};
use casing::Casing;
use outline::Outline;
use register::draft::Source;
use sheet::Sheet;

/// Reads the text of a file, or of several that are one paper and its annexes.
pub fn read(file: &str, texts: Vec<Text>) -> Reading {
    let mut all = Vec::new();
    let mut warnings = Vec::new();
    let mut blocks: Vec<Block> = Vec::new();
    for text in texts {
        let far = text.blocks.len() > table::MOST_ROWS;
        let mut lines = if far { line::lines(&within_reach(&text.blocks)) } else { line::lines(&text.blocks) };
        stacked::into_cells(&mut lines);
        all.extend(if text.wrapped { line::unwrap(lines) } else { lines });
        blocks.extend(text.blocks);
        warnings.extend(text.warnings);
    }
    let reconstructed = all.iter().any(|line| line.all().has_any(&["bản dựng lại", "dựng lại theo báo chí"]));
    let around = |line: &Line| matches!(line.part, Part::Header | Part::Footer) || heads_a_gazette(line);
    let lines: Vec<Line> = all.into_iter().filter(|line| !around(line)).collect();
    let casing = Casing::new(&lines);
    let (mut decisions, mut events, mut marks) = (Vec::new(), Vec::new(), Vec::new());
    let mut parts = Vec::new();
    for paper in outline::papers(&lines) {
        let outline = outline::outline(paper);
        let title = joined(&outline.title);
        let before = decisions.len() + events.len();
        // A report may tell of several, each with a draft of its own.
        let mut several: Option<news::Several<'_>> = None;
        let mut nth = 0;
        while nth == 0 || several.as_ref().is_some_and(|several| nth < several.len()) {
            let mut sheet = Sheet::new(u32::try_from(decisions.len()).unwrap_or(u32::MAX), events.len());
            let found = if outline.formal {
                paper::decision(&outline, title.as_ref(), &casing, &mut sheet);
                true
            } else if let Some(several) = &several {
                several.read(nth, &casing, &mut sheet)
            } else {
                loose::read(paper, &outline, &casing, &mut sheet)
            };
            if nth == 0 && !outline.formal && sheet.draft.source == Some(Source::News) {
                several = Some(news::Several::of(paper));
            }
            nth += 1;
            // A letter that sends somebody to a committee is no decision, and says an event all the same.
            if found || !sheet.events.is_empty() {
                sheet.draft.reconstructed = reconstructed;
                decisions.extend(found.then_some(sheet.draft));
                events.extend(sheet.events);
                marks.extend(sheet.marks);
                warnings.extend(sheet.warnings);
            }
        }
        if decisions.len() + events.len() > before {
            parts.extend(places(&outline));
        }
    }
    let parts: HashMap<u32, Part> = parts.into_iter().collect();
    for block in &mut blocks {
        block.part = parts.get(&block.id).copied().unwrap_or(block.part);
    }
    if decisions.is_empty() && events.is_empty() {
        warnings.push(Warning::new("no_decision", None, ""));
    }
    Reading { file: file.to_owned(), files: vec![file.to_owned()], blocks, decisions, events, marks, warnings }
}

/// The blocks without the far rows of tables longer than any list of members: they would cost much, and say
/// nothing of a committee.
fn within_reach(blocks: &[Block]) -> Vec<Block> {
    blocks.iter().filter(|block| near(block)).cloned().collect()
}

fn near(block: &Block) -> bool {
    block.cell.is_none_or(|cell| usize::try_from(cell.row).is_ok_and(|row| row <= table::MOST_ROWS))
}

/// "CÔNG BÁO TỈNH X/Số 14 + 15/Ngày 20-02-2012   17": the head of a page of the gazette, which has a day of its own.
fn heads_a_gazette(line: &Line) -> bool {
    let all = line.all().trim_by(|c| c.is_ascii_digit() || c.is_whitespace());
    let numbered = all.has("số") && all.chars().iter().any(char::is_ascii_digit);
    all.starts_with("công báo") && numbered && all.word_count() <= 16
}

/// How much there is to read in the blocks, in bytes of text; a block costs something of itself, and the rows of a
/// table, of which fewer rules are asked, cost half.
pub fn weight(blocks: &[Block]) -> usize {
    let cost = |block: &Block| (block.text.len() + 16) / if block.cell.is_some() { 2 } else { 1 };
    blocks.iter().filter(|block| near(block)).map(cost).sum()
}

/// Several spans as one line, which still knows their blocks.
fn joined(spans: &[Span<'_>]) -> Option<Line> {
    let mut pieces = spans.iter().map(|span| span.to_line());
    let mut line = pieces.next()?;
    pieces.for_each(|piece| line::append(&mut line, piece));
    Some(line)
}

/// Which part of the paper each block turned out to be.
fn places(outline: &Outline<'_>) -> Vec<(u32, Part)> {
    let of = |lines: Vec<&Line>, part: Part| {
        lines
            .into_iter()
            .flat_map(|line| line.origin.iter().map(|(block, _)| *block))
            .map(|block| (block, part))
            .collect::<Vec<_>>()
    };
    let mut places = of(outline.head.clone(), Part::Header);
    places.extend(of(outline.signature.clone(), Part::Signature));
    for annex in outline.annexes.iter().filter(|_| outline.formal) {
        places.extend(of(annex.lines.clone(), Part::Annex));
    }
    places.dedup();
    places
}

/// Whether a line is a person's name and nothing else.
pub(crate) fn is_name(line: crate::line::Span<'_>) -> bool {
    signature::is_name(line)
}

/// Whether it is a role and nothing else, in whatever committee.
pub(crate) fn is_role(words: crate::line::Span<'_>) -> bool {
    role_of(words).is_some()
}

/// The title form of a role that the words are, in whatever committee.
fn role_of(words: Span<'_>) -> Option<String> {
    static ANY: LazyLock<[String; 2]> = LazyLock::new(|| ["hội đồng", "ban chỉ đạo"].map(str::to_owned));
    role::whole(words, &*ANY).and_then(|role| role.value)
}

/// Without honorific, rank and degree: what stands behind them.
pub(crate) fn behind_titles(words: Span<'_>) -> Span<'_> {
    person::titles(words).rest
}

/// Whether a line opens an article.
pub(crate) fn opens_article(line: crate::line::Span<'_>) -> bool {
    outline::article_number(line).is_some()
}

/// Whether a line is one of the bases above the articles.
pub(crate) fn is_base(line: crate::line::Span<'_>) -> bool {
    outline::is_base(line)
}

/// An item without its number or letter.
pub(crate) fn behind_label(line: crate::line::Span<'_>) -> crate::line::Span<'_> {
    label::label(line).1
}
