//! What is done about a post, by the verbs of a sentence.

use crate::lexicon;
use crate::line::Span;

/// The kinds of verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    Appoint,
    /// Away from a post, and mostly to another.
    Move,
    /// Biệt phái: works elsewhere and keeps the post.
    Second,
    Act,
    Charge,
    Relieve,
    Retire,
    Assign,
    /// By which nothing begins and nothing ends.
    Hold,
}

/// A verb where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Op<'a> {
    pub verb: Verb,
    pub at: Span<'a>,
}

/// The verbs of a sentence in their order. Of two that overlap the first counts, of two at one place the longer.
pub fn all(sentence: Span<'_>) -> Vec<Op<'_>> {
    let verbs = lexicon::get().appointments.verbs.iter().filter_map(|(name, phrases)| Some((named(name)?, phrases)));
    let mut found: Vec<Op<'_>> = verbs
        .flat_map(|(verb, phrases)| {
            phrases.iter().flat_map(move |phrase| sentence.all(phrase)).map(move |at| (verb, at))
        })
        .filter(|(verb, at)| means(sentence, *verb, *at))
        .map(|(verb, at)| Op { verb, at })
        .collect();
    found.sort_by_key(|op| (op.at.start, usize::MAX - op.at.end));
    let mut end = 0;
    found.retain(|op| {
        let apart = op.at.start >= end;
        end = if apart { op.at.end } else { end };
        apart
    });
    found
}

fn named(name: &str) -> Option<Verb> {
    Some(match name {
        "appoint" => Verb::Appoint,
        "move" => Verb::Move,
        "second" => Verb::Second,
        "act" => Verb::Act,
        "charge" => Verb::Charge,
        "relieve" => Verb::Relieve,
        "retire" => Verb::Retire,
        "assign" => Verb::Assign,
        "hold" => Verb::Hold,
        _ => return None,
    })
}

/// Whether the words are the verb here: "bàn giao", "từ chức vụ Phó Giám đốc" and "đến tuổi nghỉ hưu" are none.
fn means(sentence: Span<'_>, verb: Verb, at: Span<'_>) -> bool {
    let (before, behind) = (sentence.until(at.start).trim(), sentence.from(at.end).trim());
    let follows = |words: &[&str]| words.iter().any(|word| behind.starts_with(word));
    match verb {
        Verb::Retire => {
            let words = &lexicon::get().appointments.words.not_retired_behind;
            !words.iter().any(|word| before.before(word).is_some())
        }
        Verb::Relieve => !follows(&["vụ", "danh"]),
        Verb::Charge => {
            before.before("bàn").is_none() && before.before("chuyển").is_none() && !follows(&["thông", "dịch"])
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::line_of;

    #[test]
    fn words_that_look_like_verbs_are_none() {
        let verbs = |text: &str| all(line_of(text).all()).iter().map(|op| op.verb).collect::<Vec<_>>();
        assert_eq!(verbs("Ông A bàn giao công việc, từ chức vụ Phó Giám đốc, đến tuổi nghỉ hưu"), []);
        assert_eq!(verbs("Cho ông A thôi giữ chức vụ Phó Giám đốc để nghỉ hưu"), [Verb::Relieve, Verb::Retire]);
        assert_eq!(verbs("cho đến khi có quyết định bổ nhiệm Cục trưởng"), [Verb::Hold]);
    }
}
