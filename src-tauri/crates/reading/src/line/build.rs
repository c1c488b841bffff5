//! From blocks to lines.

use super::syllable;
use super::{Line, Pairs, Span, is_letter, is_upper, is_word, join, layout, lower};
use crate::lexicon;
use crate::reading::Block;

/// A gap this wide in plain text parts two columns.
const COLUMN_GAP: usize = 3;

/// The logical lines of the blocks, in order. Empty blocks and rules only set lines apart.
pub fn lines(blocks: &[Block]) -> Vec<Line> {
    let segmented = blocks.iter().map(|block| underscored(&block.text)).sum::<usize>() >= 10;
    let letterheads = layout::letterheads(blocks);
    let lists = layout::lists(blocks);
    let mut lines: Vec<Line> = Vec::new();
    let mut apart = true;
    let mut letters: Vec<char> = Vec::new();
    for block in layout::in_order(blocks, &lists) {
        let of = |tables: &[u32]| block.cell.is_some_and(|cell| tables.contains(&cell.table));
        let listed = of(&lists);
        let data_cell = block.cell.filter(|_| !listed && !of(&letterheads));
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
                line.cell = line.cell.filter(|_| !listed);
                let same_cell = data_cell.is_some() && lines.last().is_some_and(|last| last.cell == data_cell);
                let goes_on = wrapped && lines.last().is_some_and(|last| join::goes_on(last, &line));
                if same_cell && let Some(last) = lines.last_mut() {
                    join::part_people(last, &line);
                }
                if goes_on && let Some(last) = lines.last_mut() {
                    join::part_post(last, &line);
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
    let width = width(&lines);
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

/// How many lines of about one length fill a text that was wrapped by force, and how much they may differ.
const FULL: (usize, usize) = (8, 6);

/// How long the lines of a paper are that fill their width. One or two longer ones were added by the page around a text
/// that was wrapped by force.
fn width(lines: &[Line]) -> usize {
    let mut lengths: Vec<usize> =
        lines.iter().filter(|line| line.cell.is_none()).map(|line| line.chars.len()).collect();
    lengths.sort_unstable_by(|one, other| other.cmp(one));
    let longest = lengths.first().copied().unwrap_or(0);
    let (many, apart) = FULL;
    let full = lengths.windows(many).take(3).find(|lines| lines[0] - lines[many - 1] <= apart).map(|lines| lines[0]);
    full.filter(|full| (60..=90).contains(full) && longest <= 110).unwrap_or(longest)
}

fn underscored(text: &str) -> usize {
    if !text.contains('_') {
        return 0;
    }
    let chars: Vec<char> = text.chars().collect();
    chars.windows(3).filter(|w| w[1] == '_' && w[0].is_alphabetic() && w[2].is_alphabetic()).count()
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
    without_translation(&mut chars, &mut origin);
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

/// "ngày/date 11 tháng/month 8 năm/year 2021": the second language of a form is no part of a day or a number.
fn without_translation(chars: &mut Vec<char>, origin: &mut Vec<(u32, u32)>) {
    if !chars.contains(&'/') {
        return;
    }
    for word in ["/date", "/month", "/year", "/No."] {
        let letters: Vec<char> = word.chars().collect();
        while let Some(at) = chars.windows(letters.len()).position(|here| here == letters) {
            chars.drain(at..at + letters.len());
            origin.drain(at..at + letters.len());
        }
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
    let gap = letters.iter().rev().take_while(|c| c.is_whitespace()).count();
    let letters = &letters[..letters.len() - gap];
    ["ông", "bà", "chí", "đ/c", "úy", "tá", "làng", "sĩ"].iter().any(|word| {
        let mut before = letters.iter().rev();
        word.chars().rev().all(|letter| before.next().is_some_and(|c| lower(*c) == letter))
            && before.next().is_none_or(|c| !is_word(*c))
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
    // "Số:   1893/QĐ-SYT": the room for the number is none between columns.
    let labels = |at: usize| matches!(line.low[..at], ['s', 'ố'] | ['s', 'ố', ':'] | ['s', 'ố', ' ', ':']);
    let filled = |at: usize| line.chars.get(at + 1).is_some_and(char::is_ascii_digit);
    let mut tabs = line.chars.iter().enumerate().filter(|(_, c)| **c == '\t').map(|(at, _)| at);
    let tab = tabs.find(|at| !(labels(*at) && filled(*at))).or_else(|| name_behind(&line));
    // Saved pages leave a bar between the two: "UBND QUẬN X | CỘNG HÒA …".
    let bar = || Some(line.chars.iter().position(|c| *c == '|')?).filter(|_| one_bar(&line.chars));
    let Some(gap) = tab.or_else(bar).or_else(|| title_behind(&line)).filter(|_| plain) else { return (line, None) };
    let (left, right) = (line_part(&line, 0, gap), line_part(&line, gap + 1, line.chars.len()));
    let letterhead = |line: &Line| {
        let all = line.all();
        heads.iter().any(|head| all.opens_with(head)) || {
            let key = all.key();
            key.contains("ngày") && key.contains("tháng")
        }
    };
    // The last line of the recipients may have the name of who signs beside it.
    let beside = || left.all().opens_with("- lưu") && !right.chars.iter().any(|c| matches!(c, ',' | ';' | ':'));
    // A recipient, and who signs: "- Như Điều 4;     Lục Văn Hải Nhân".
    let signed = || {
        let words = right.all().words();
        let names = words.iter().all(|word| {
            word.chars().first().is_some_and(|c| is_upper(*c)) && word.chars().iter().all(|c| is_letter(*c))
        });
        let ended = matches!(left.all().chars().last(), Some(';' | '.' | ','));
        left.all().opens_with("-") && ended && names && (2..=6).contains(&words.len())
    };
    let recipients = signed()
        || ["nơi nhận", "nơi gửi", "nơi gởi"].iter().any(|word| left.all().opens_with(word))
        || (left.all().opens_with("-") && (right.is_capitals() || signs(&right)))
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

/// "- Lưu: VT, NN (2). Nghiêm Bá Trình": the space before who signs, behind the last of the recipients.
fn name_behind(line: &Line) -> Option<usize> {
    let all = line.all();
    let stop = all.chars().iter().rposition(|c| *c == '.').map(|at| all.start + at + 1)?;
    let name = all.from(stop).trim();
    let signs = all.opens_with("- lưu") && name.each_word().nth(1).is_some() && crate::grammar::is_name(name);
    signs.then_some(stop)
}

/// "Phó hiệu trưởng": a title of two words and more, and nothing else.
fn signs(line: &Line) -> bool {
    let all = line.all();
    lexicon::get().authorities.say(all) && all.each_word().nth(1).is_some()
}

/// The space before the title of who signs, behind a recipient: "- Như Điều 3; PHÓ CHỦ TỊCH".
fn title_behind(line: &Line) -> Option<usize> {
    let all = line.all();
    let heading = ["nơi nhận", "nơi gửi", "nơi gởi"].iter().any(|head| all.starts_with(head));
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
    let capitals = title.chars().iter().filter(|c| is_letter(**c)).all(|c| is_upper(*c)) && title.word_count() >= 2;
    (all.opens_with("-") && capitals && lexicon::get().authorities.begin(title)).then_some(end + 1)
}

fn one_bar(letters: &[char]) -> bool {
    letters.iter().filter(|c| **c == '|').count() == 1
}

fn line_part(line: &Line, start: usize, end: usize) -> Line {
    Span::new(line, start, end).to_line()
}
