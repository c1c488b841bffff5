//! A post and its body in one wording, where a table has a column for each.

use super::sheet::{Said, sure};
use crate::lexicon;
use crate::line::Span;

/// Posts and body of several columns as one position: "Giám đốc Sở Y tế", "Trưởng phòng, Phòng Nội vụ".
pub fn joined<'a>(offices: &[Span<'a>], unit: Option<Span<'a>>) -> Said<'a> {
    let mut said = Said { value: String::new(), at: Vec::new(), sure: sure::CERTAIN };
    for office in offices {
        add(&mut said, *office, ", ");
    }
    let Some(unit) = unit.map(Span::bare).filter(|unit| !unit.is_empty()) else { return said };
    let Some(last) = offices.last() else { return Said::of(unit, sure::GOOD) };
    let keys: Vec<String> = unit.words().iter().map(|word| word.bare().key()).collect();
    let short = unit.key().replace("ủy ban nhân dân", "ubnd");
    if offices.iter().any(|office| office.has(&unit.key()) || office.has(&short)) {
        return said;
    }
    if offices.len() == 1 && unit.starts_with(&last.key()) {
        return Said::of(unit, sure::GOOD);
    }
    let tail: Vec<String> = last.words().iter().map(|word| word.bare().key()).collect();
    let double =
        (1..=keys.len().min(tail.len()).min(5)).rev().find(|count| tail[tail.len() - count..] == keys[..*count]);
    // "Trưởng Công an" + "Công an huyện" says it once; "Trưởng phòng" + "Phòng Nội vụ" is told as the columns tell it.
    let room = double.is_some_and(|count| keys[count - 1] == "phòng");
    // "Trưởng ban" + "Ban Pháp chế": such a body is named in full behind its head.
    let board = double.is_some_and(|count| count == 1 && keys[0] == "ban");
    let rest =
        double.filter(|_| !room && !board).and_then(|count| unit.words().get(count).map(|word| unit.from(word.start)));
    // The body belongs to a bare post; behind a post that names its body it is a second thing.
    let post = last.split(|c| c == ',').last().copied().unwrap_or(*last);
    let post = ["thường trực", "phụ trách", "chuyên trách"].iter().find_map(|word| post.before(word)).unwrap_or(post);
    let lexicon = lexicon::get();
    let known = |words: &[String]| words.contains(&post.key());
    let bare = post.word_count() <= 3 || known(&lexicon.post_heads) || known(&lexicon.nominated);
    let close = rest.is_some() || (bare && !room);
    add(&mut said, rest.unwrap_or(unit), if close { " " } else { ", " });
    said.sure = sure::GOOD;
    said
}

fn add<'a>(said: &mut Said<'a>, span: Span<'a>, joint: &str) {
    if !said.value.is_empty() {
        said.value.push_str(joint);
    }
    said.value.push_str(&span.text());
    said.at.push(span);
}
