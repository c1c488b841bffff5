//! The decisions to which a sentence only points: those of an article ("… nêu tại Điều 1") or of the annexes
//! ("… nêu tại Phụ lục").

use super::numbers::{self, Number};
use super::outline::{Annex, Outline, Unit};
use super::relations::{ENDED, is_decision};
use crate::line::Span;

/// "thay thế các Quyết định nêu tại Điều 4": the numbers of that article.
pub fn replaces<'a>(sentence: Span<'a>, outline: &Outline<'a>) -> Vec<Number<'a>> {
    let behind = sentence.find_any(&["thay thế các quyết định", "thay thế quyết định"]);
    let at = ["nêu tại điều", "nói tại điều", "tại phụ lục", "tại danh mục"];
    let behind = behind.map(|verb| sentence.from(verb.start)).filter(|rest| rest.has_any(&at));
    behind.map_or_else(Vec::new, |rest| decisions(Some(rest), outline))
}

/// "bãi bỏ các Quyết định nêu tại Điều 1": the numbers of that article.
pub fn ends<'a>(sentence: Span<'a>, outline: &Outline<'a>) -> Vec<Number<'a>> {
    let behind = sentence.find_any(&["bãi bỏ", "hủy bỏ"]).map(|verb| sentence.from(verb.end));
    let ended = sentence.find_any(&ENDED).map(|verb| sentence.until(verb.start));
    decisions(behind.or(ended), outline)
}

/// The decisions that an article names to which the words point.
fn decisions<'a>(words: Option<Span<'a>>, outline: &Outline<'a>) -> Vec<Number<'a>> {
    // "Các Quyết định nêu tại Điều 1 và Quyết định số A": what is named stands behind.
    let words = words.map(|words| words.find("và quyết định số").map_or(words, |named| words.until(named.start)));
    let pointed = words.filter(|rest| {
        numbers::numbers(*rest).is_empty()
            && rest.has("quyết định")
            && rest.has_any(&["nêu tại", "nói tại", "quy định tại", "ghi tại", "tại", "nêu ở", "ghi ở", "ở"])
    });
    // "Bãi bỏ các Quyết định nêu tại Phụ lục".
    if pointed.is_some_and(|rest| rest.has_any(&["phụ lục", "danh mục kèm theo", "danh sách kèm theo"])) {
        // "… tại Phụ lục II".
        let numeral = pointed.and_then(|rest| rest.find_last("phụ lục").map(|at| rest.from(at.end))).map(|rest| {
            let number = rest.each_word().next().map(|word| word.bare().text()).unwrap_or_default();
            format!("phụ lục {}", number.to_lowercase())
        });
        let is_it = |annex: &&Annex<'a>| {
            let title = annex.title.first().map(|line| line.bare().key()).unwrap_or_default();
            numeral.as_ref().is_none_or(|numeral| title == *numeral)
        };
        let one = outline.annexes.iter().find(is_it);
        return match one.filter(|_| outline.annexes.len() > 1) {
            Some(annex) => decisions_in(annex.units.iter()),
            None => decisions_in(outline.annexes.iter().flat_map(|annex| &annex.units)),
        };
    }
    let Some(article) = pointed.and_then(|rest| rest.find("điều").map(|at| rest.from(at.start))) else {
        return Vec::new();
    };
    let digits: String =
        article.chars().iter().skip(4).skip_while(|c| c.is_whitespace()).take_while(|c| c.is_ascii_digit()).collect();
    let name = format!("Điều {digits}");
    let named =
        outline.articles.iter().filter(|article| article.label.as_ref().is_some_and(|(label, _)| *label == name));
    decisions_in(named.flat_map(|article| &article.units))
}

/// The decisions that texts and rows name, each once.
fn decisions_in<'b, 'a: 'b>(units: impl Iterator<Item = &'b Unit<'a>>) -> Vec<Number<'a>> {
    let mut found: Vec<Number<'a>> = Vec::new();
    let in_text = |text: Span<'a>| numbers::numbers(text).into_iter().filter(move |number| is_decision(text, number));
    for unit in units {
        let named: Vec<Number<'a>> = unit.spans().into_iter().flat_map(in_text).collect();
        let named = match (unit, &named[..]) {
            // One number of a row has the day of its row.
            (Unit::Row(_), [_]) => numbers::of_row(&unit.spans()).into_iter().collect(),
            _ => named,
        };
        for number in named {
            if found.iter().all(|known| known.value() != number.value()) {
                found.push(number);
            }
        }
    }
    found
}
