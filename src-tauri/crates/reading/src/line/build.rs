//! From blocks to lines.

use super::syllable;
use super::{Line, Pairs, Span, is_letter, is_word, join};
use crate::reading::Block;

/// A gap this wide in plain text parts two columns.
const COLUMN_GAP: usize = 3;

/// The logical lines of the blocks, in order. Empty blocks and rules only set lines apart.
pub fn lines(blocks: &[Block]) -> Vec<Line> {
    let segmented = blocks.iter().map(|block| underscored(&block.text)).sum::<usize>() >= 10;
    let layout = layout_tables(blocks);
    let mut lines: Vec<Line> = Vec::new();
    let mut apart = true;
    for block in blocks {
        let data_cell = block.cell.filter(|cell| !layout.contains(&cell.table));
        let mut wrapped = false;
        for (offset, piece) in pieces(&block.text) {
            let Some(line) = clean(block, offset, &piece, segmented) else {
                apart = apart || data_cell.is_none();
                continue;
            };
            for mut line in columns(line, block.cell.is_none()) {
                line.apart = std::mem::take(&mut apart);
                let same_cell = data_cell.is_some() && lines.last().is_some_and(|last| last.cell == data_cell);
                let goes_on = wrapped && lines.last().is_some_and(|last| join::goes_on(last, &line));
                match lines.last_mut() {
                    Some(last) if same_cell || goes_on => join::append(last, line),
                    _ => lines.push(line),
                }
            }
            wrapped = true;
        }
    }
    lines
}

/// Text from a file of plain lines is wrapped anywhere; here its paragraphs are put together again.
pub fn unwrap(lines: Vec<Line>) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::new();
    let mut rest = lines.into_iter().peekable();
    while let Some(line) = rest.next() {
        let heading = rest.peek().is_some_and(|next| join::heads(&line, next));
        match joined.last_mut() {
            Some(last) if !heading && join::wrapped(last, &line) => join::append(last, line),
            _ => joined.push(line),
        }
    }
    joined
}

fn underscored(text: &str) -> usize {
    let chars: Vec<char> = text.chars().collect();
    chars.windows(3).filter(|w| w[1] == '_' && w[0].is_alphabetic() && w[2].is_alphabetic()).count()
}

/// The pieces between line breaks, with their offsets.
fn pieces(text: &str) -> Vec<(usize, Vec<char>)> {
    let mut pieces = vec![(0, Vec::new())];
    for (at, c) in text.chars().enumerate() {
        match (c, pieces.last_mut()) {
            ('\n', _) => pieces.push((at + 1, Vec::new())),
            (c, Some((_, piece))) => piece.push(c),
            _ => {}
        }
    }
    pieces
}

/// Tables that only lay out the letterhead or the signature: their cells are read line by line.
fn layout_tables(blocks: &[Block]) -> Vec<u32> {
    let lays_out = |text: &str| {
        let words = text.trim().to_lowercase();
        words.starts_with("cộng hòa xã hội")
            || words.starts_with("cộng hoà xã hội")
            || words.starts_with("nơi nhận")
            || words.starts_with("độc lập")
    };
    blocks.iter().filter(|block| lays_out(&block.text)).filter_map(|block| block.cell.map(|cell| cell.table)).collect()
}

fn clean(block: &Block, offset: usize, piece: &[char], segmented: bool) -> Option<Line> {
    let (mut chars, mut origin): (Vec<char>, Vec<(u32, u32)>) = (Vec::new(), Vec::new());
    let mut push = |c: char, at: usize| {
        chars.push(c);
        origin.push((block.id, u32::try_from(offset + at).unwrap_or(u32::MAX)));
    };
    let is_gap = |c: char| c == '\t' || c.is_whitespace();
    let mut at = 0;
    while at < piece.len() {
        let c = piece[at];
        if is_gap(c) {
            let width = piece[at..].iter().take_while(|c| is_gap(**c)).count();
            let wide = piece[at..at + width].contains(&'\t') || width >= COLUMN_GAP;
            let next = piece.get(at + width);
            // A space before a comma or full stop is noise of segmenters and old typists.
            if !next.is_some_and(|next| matches!(next, ',' | ';' | '.' | ':' | ')')) {
                push(if wide { '\t' } else { ' ' }, at);
            }
            at += width;
            continue;
        }
        match c {
            '*' | '#' | '`' => {}
            '_' if segmented => push(' ', at),
            'ð' => push('đ', at),
            'Ð' => push('Đ', at),
            '\u{f0b7}' | '•' | '●' | '▪' | '◦' => push('-', at),
            c => push(c, at),
        }
        at += 1;
    }
    syllable::place_tones(&mut chars);
    part_words(&mut chars, &mut origin);
    // A syllable that ended in the middle of a glued word ends a word now.
    syllable::place_tones(&mut chars);
    // "//" in a cell says "as above".
    let sign = |c: &char| matches!(c, '"' | '”') || (*c == '/' && block.cell.is_some());
    let said = chars.iter().any(|c| is_word(*c)) || chars.iter().any(sign);
    if !said {
        return None;
    }
    Some(finish(Line {
        low: Vec::new(),
        pairs: Pairs::default(),
        chars,
        origin,
        part: block.part,
        cell: block.cell,
        apart: false,
    }))
}

fn part_words(chars: &mut Vec<char>, origin: &mut Vec<(u32, u32)>) {
    let mut at = 0;
    while at < chars.len() {
        let end = at + chars[at..].iter().take_while(|c| is_letter(**c)).count();
        // "H'Nuên": what stands behind an apostrophe is a piece of a name.
        let piece = at > 0 && matches!(chars[at - 1], '\'' | '’');
        if let Some(seam) = syllable::parting(&chars[at..end]).filter(|_| !piece) {
            chars.insert(at + seam, ' ');
            origin.insert(at + seam, origin[at + seam - 1]);
            at += seam;
        } else {
            at = end;
        }
        at += 1;
    }
}

/// Fills in the lower case, one character for one.
fn finish(mut line: Line) -> Line {
    line.low = line
        .chars
        .iter()
        .map(|c| match c {
            '‐' | '‑' | '–' | '—' | '−' => '-',
            '\t' => ' ',
            c => c.to_lowercase().next().unwrap_or(*c),
        })
        .collect();
    line.pairs = Pairs::of(&line.low);
    line
}

/// Two columns of a letterhead, kept apart by spaces in plain text, are two lines. A wide gap within an item
/// (between post and role) stays a tab.
fn columns(line: Line, plain: bool) -> Vec<Line> {
    let heads = ["cộng hòa", "độc lập", "số:", "số "];
    let start = line.chars.iter().position(|c| !c.is_whitespace()).unwrap_or(0);
    let line = line_part(&line, start, line.chars.len());
    let gap = line.chars.iter().position(|c| *c == '\t').filter(|_| plain);
    let Some(gap) = gap else { return vec![line] };
    let (left, right) = (line_part(&line, 0, gap), line_part(&line, gap + 1, line.chars.len()));
    let letterhead = |line: &Line| {
        let key = line.all().key();
        heads.iter().any(|head| key.starts_with(head)) || (key.contains("ngày") && key.contains("tháng"))
    };
    // The last line of the recipients may have the name of who signs beside it.
    let beside = || left.all().key().starts_with("- lưu") && !right.chars.iter().any(|c| matches!(c, ',' | ';' | ':'));
    let recipients = left.all().key().starts_with("nơi nhận")
        || (left.all().key().starts_with('-') && right.is_capitals())
        || beside();
    // "(Kèm theo Quyết định số      /QĐ-UBND ngày     tháng     năm 2026)": blanks to be filled in are no gap.
    if left.all().key().ends_with("quyết định số") {
        return vec![line];
    }
    if left.all().is_empty() {
        vec![right]
    } else if (letterhead(&right) && right.chars.len() < 80)
        || (letterhead(&left) && left.chars.len() < 30)
        || recipients
    {
        vec![left, right]
    } else {
        vec![line]
    }
}

fn line_part(line: &Line, start: usize, end: usize) -> Line {
    Span::new(line, start, end).to_line()
}
