//! From blocks to lines.

use super::syllable;
use super::{Line, Pairs, Span, is_letter, is_upper, is_word, join, lower};
use crate::lexicon;
use crate::reading::Block;

/// A gap this wide in plain text parts two columns.
const COLUMN_GAP: usize = 3;

/// The logical lines of the blocks, in order. Empty blocks and rules only set lines apart.
pub fn lines(blocks: &[Block]) -> Vec<Line> {
    let segmented = blocks.iter().map(|block| underscored(&block.text)).sum::<usize>() >= 10;
    let layout = layout_tables(blocks);
    let mut lines: Vec<Line> = Vec::new();
    let mut apart = true;
    let mut letters: Vec<char> = Vec::new();
    for block in blocks {
        let data_cell = block.cell.filter(|cell| !layout.contains(&cell.table));
        letters.clear();
        letters.extend(block.text.chars());
        let (mut wrapped, mut next) = (false, 0);
        for piece in letters.split(|letter| *letter == '\n') {
            let offset = next;
            next += piece.len() + 1;
            let Some(line) = clean(block, offset, piece, segmented) else {
                apart = apart || data_cell.is_none();
                continue;
            };
            let (line, second) = columns(line, block.cell.is_none());
            for mut line in std::iter::once(line).chain(second) {
                line.apart = std::mem::take(&mut apart);
                let same_cell = data_cell.is_some() && lines.last().is_some_and(|last| last.cell == data_cell);
                let goes_on = wrapped && lines.last().is_some_and(|last| join::goes_on(last, &line));
                if same_cell && let Some(last) = lines.last_mut() {
                    join::part_people(last, &line);
                }
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
    let width = lines.iter().filter(|line| line.cell.is_none()).map(|line| line.chars.len()).max().unwrap_or(0);
    let mut joined: Vec<Line> = Vec::new();
    let mut rest = lines.into_iter().peekable();
    while let Some(line) = rest.next() {
        // The number of a page in the middle of a sentence.
        let cut = joined.last().zip(rest.peek()).is_some_and(|(last, next)| join::page_between(last, &line, next));
        if cut {
            if let (Some(last), Some(next)) = (joined.last_mut(), rest.next()) {
                join::append(last, next);
            }
            continue;
        }
        let heading = rest.peek().is_some_and(|next| join::heads(&line, next));
        match joined.last_mut() {
            // A cell that was found among plain lines is one by itself.
            Some(last)
                if !heading && last.cell.is_none() && line.cell.is_none() && join::wrapped(last, &line, width) =>
            {
                join::append(last, line);
            }
            _ => joined.push(line),
        }
    }
    joined
}

fn underscored(text: &str) -> usize {
    if !text.contains('_') {
        return 0;
    }
    let chars: Vec<char> = text.chars().collect();
    chars.windows(3).filter(|w| w[1] == '_' && w[0].is_alphabetic() && w[2].is_alphabetic()).count()
}

/// Tables that only lay out the letterhead or the signature: their cells are read line by line.
fn layout_tables(blocks: &[Block]) -> Vec<u32> {
    let heads = [
        "cộng hòa xã hội",
        "cộng hoà xã hội",
        "nơi nhận",
        "nơi gửi",
        "độc lập",
        "đảng cộng sản việt nam",
        "đoàn tncs hồ chí minh",
    ];
    let lays_out = |text: &str| {
        let said = |head: &str| {
            let mut letters = text.trim_start_matches(|c: char| c.is_whitespace() || c == '*').chars().map(lower);
            head.chars().all(|letter| letters.next() == Some(letter))
        };
        // A letterhead of an organization without the country's title.
        let numbered = || text.lines().skip(1).any(|line| line.trim_start().to_lowercase().starts_with("số:"));
        heads.into_iter().any(said) || numbered()
    };
    let cells = blocks.iter().filter_map(|block| block.cell.map(|cell| (cell.table, block)));
    cells.filter(|(_, block)| lays_out(&block.text)).map(|(table, _)| table).collect()
}

fn clean(block: &Block, offset: usize, piece: &[char], segmented: bool) -> Option<Line> {
    let place = |at: usize| (block.id, u32::try_from(offset + at).unwrap_or(u32::MAX));
    let (mut chars, mut origin): (Vec<char>, Vec<(u32, u32)>);
    if is_clean(piece, segmented) {
        (chars, origin) = (piece.to_vec(), (0..piece.len()).map(place).collect());
    } else {
        (chars, origin) = (Vec::with_capacity(piece.len()), Vec::with_capacity(piece.len()));
        mend(piece, segmented, |c, at| {
            chars.push(c);
            origin.push(place(at));
        });
    }
    syllable::place_tones(&mut chars);
    part_words(&mut chars, &mut origin);
    // A syllable that ended in the middle of a glued word ends a word now.
    syllable::place_tones(&mut chars);
    // "//" in a cell says "as above".
    let sign = |c: char| matches!(c, '"' | '”') || (c == '/' && block.cell.is_some());
    let said = chars.iter().any(|c| is_word(*c) || sign(*c));
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

/// Whether the characters of a piece are those of its line, one for one: most are, and need not be looked at one
/// by one.
fn is_clean(piece: &[char], segmented: bool) -> bool {
    let mut gap = false;
    piece.iter().all(|c| {
        let before = std::mem::replace(&mut gap, *c == ' ');
        match c {
            ' ' | ',' | ';' | '.' | ':' | ')' => !before,
            '*' | '#' | '`' | 'ð' | 'Ð' | '\u{f0b7}' | '•' | '●' | '▪' | '◦' => false,
            '_' => !segmented,
            c => !c.is_whitespace(),
        }
    })
}

/// Pushes what a line keeps of a piece, with the places.
fn mend(piece: &[char], segmented: bool, mut push: impl FnMut(char, usize)) {
    let is_gap = char::is_whitespace;
    let mut at = piece.iter().take_while(|c| is_gap(**c)).count();
    // Letters that stand for the signs of a list, as they come out of Word: "o\tÔng A".
    let sign = |c: &char| matches!(c, 'o' | 'v' | 'q' | 'ü' | 'Ø' | '§' | '·' | '\u{f0a7}' | '\u{f0d8}' | '\u{f0fc}');
    if piece.get(at).is_some_and(sign) && piece.get(at + 1) == Some(&'\t') {
        push('-', at);
        at += 1;
    }
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
}

fn part_words(chars: &mut Vec<char>, origin: &mut Vec<(u32, u32)>) {
    let mut at = 0;
    while at < chars.len() {
        let end = at + chars[at..].iter().take_while(|c| is_letter(**c)).count();
        // "H'Nuên": what stands behind an apostrophe is a piece of a name.
        let piece = at > 0 && matches!(chars[at - 1], '\'' | '’');
        // "Bà Néang Sa Rơn": a name of another people is no two words that lost their space.
        let piece = piece || (chars.get(at).is_some_and(|c| is_upper(*c)) && behind_honorific(&chars[..at]));
        let word = &chars[at..end];
        let seam = syllable::seam_of_capital(word).or_else(|| syllable::parting(word).filter(|_| !piece));
        if let Some(seam) = seam {
            chars.insert(at + seam, ' ');
            origin.insert(at + seam, origin[at + seam - 1]);
            at += seam;
        } else {
            at = end;
        }
        at += 1;
    }
}

fn behind_honorific(letters: &[char]) -> bool {
    let before: Vec<char> = letters.iter().rev().skip_while(|c| c.is_whitespace()).take(5).copied().collect();
    ["ông", "bà", "chí", "đ/c"].iter().any(|word| {
        let length = word.chars().count();
        let same = word.chars().rev().zip(&before).all(|(a, b)| a == lower(*b));
        same && before.len() >= length && before.get(length).is_none_or(|c| !is_word(*c))
    })
}

/// Fills in the lower case, one character for one.
fn finish(mut line: Line) -> Line {
    line.low = line
        .chars
        .iter()
        .map(|c| match c {
            '‐' | '‑' | '–' | '—' | '−' => '-',
            '\t' => ' ',
            c => lower(*c),
        })
        .collect();
    line.pairs = Pairs::of(&line.low);
    line
}

/// Two columns of a letterhead, kept apart by spaces in plain text, are two lines. A wide gap within an item
/// (between post and role) stays a tab.
fn columns(mut line: Line, plain: bool) -> (Line, Option<Line>) {
    let heads = ["cộng hòa", "độc lập", "số:", "số ", "đảng cộng sản"];
    let start = line.chars.iter().position(|c| !c.is_whitespace()).unwrap_or(0);
    line.chars.drain(..start);
    line.low.drain(..start);
    line.origin.drain(..start);
    let tab = line.chars.iter().position(|c| *c == '\t');
    // Saved pages leave a bar between the two: "UBND QUẬN X | CỘNG HÒA …".
    let bar = || Some(line.chars.iter().position(|c| *c == '|')?).filter(|_| one_bar(&line.chars));
    let Some(gap) = tab.or_else(bar).or_else(|| title_behind(&line)).filter(|_| plain) else { return (line, None) };
    let (left, right) = (line_part(&line, 0, gap), line_part(&line, gap + 1, line.chars.len()));
    let letterhead = |line: &Line| {
        let key = line.all().key();
        heads.iter().any(|head| key.starts_with(head)) || (key.contains("ngày") && key.contains("tháng"))
    };
    // The last line of the recipients may have the name of who signs beside it.
    let beside = || left.all().key().starts_with("- lưu") && !right.chars.iter().any(|c| matches!(c, ',' | ';' | ':'));
    // A recipient, and who signs: "- Như Điều 4;     Lục Văn Hải Nhân".
    let signed = || {
        let words = right.all().words();
        let names = words.iter().all(|word| {
            word.chars().first().is_some_and(|c| is_upper(*c)) && word.chars().iter().all(|c| is_letter(*c))
        });
        let ended = matches!(left.all().chars().last(), Some(';' | '.' | ','));
        left.all().key().starts_with('-') && ended && names && (2..=6).contains(&words.len())
    };
    let recipients = signed()
        || ["nơi nhận", "nơi gửi"].iter().any(|word| left.all().key().starts_with(word))
        || (left.all().key().starts_with('-') && (right.is_capitals() || signs(&right)))
        || beside();
    // "(Kèm theo Quyết định số      /QĐ-UBND ngày     tháng     năm 2026)": blanks to be filled in are no gap.
    if left.all().key().ends_with("quyết định số") {
        return (line, None);
    }
    if left.all().is_empty() {
        (right, None)
    } else if (letterhead(&right) && right.chars.len() < 80)
        || (letterhead(&left) && left.chars.len() < 30)
        || recipients
    {
        (left, Some(right))
    } else {
        (line, None)
    }
}

/// "Phó hiệu trưởng": a title of two words and more, and nothing else.
fn signs(line: &Line) -> bool {
    let all = line.all();
    lexicon::get().authorities.say(all) && all.each_word().nth(1).is_some()
}

/// The space before the title of who signs, behind a recipient: "- Như Điều 3; PHÓ CHỦ TỊCH".
fn title_behind(line: &Line) -> Option<usize> {
    let all = line.all();
    let heading = all.starts_with("nơi nhận") || all.starts_with("nơi gửi");
    let end = if heading {
        all.chars().iter().position(|c| *c == ':')
    } else {
        all.chars().iter().rposition(|c| matches!(c, ';' | '.'))
    };
    let end = all.start + end?;
    let title = all.from(end + 1).trim();
    if heading && title.chars().iter().filter(|c| is_letter(**c)).all(|c| is_upper(*c)) && !title.is_empty() {
        return Some(end + 1);
    }
    let capitals = title.chars().iter().filter(|c| is_letter(**c)).all(|c| is_upper(*c)) && title.words().len() >= 2;
    (all.key().starts_with('-') && capitals && lexicon::get().authorities.begin(title)).then_some(end + 1)
}

fn one_bar(letters: &[char]) -> bool {
    letters.iter().filter(|c| **c == '|').count() == 1
}

fn line_part(line: &Line, start: usize, end: usize) -> Line {
    Span::new(line, start, end).to_line()
}
