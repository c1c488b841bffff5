//! Decisions that a paper neither replaces nor repeals: it suspends them, ends their suspension, says that they hold
//! again, withdraws them, or corrects them (Nghị định 30/2020, Điều 18).

use register::draft::{Act, Reference};

use super::numbers::{self, Number};
use super::outline::Outline;
use super::relations::{in_part, is_decision};
use super::sheet::{Sheet, sure};
use crate::line::Span;

/// What a sentence does to the decisions that it names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Doing {
    Suspends,
    Resumes,
    Revives,
    Withdraws,
    Corrects,
}

const STOPS: [&str; 5] = ["tạm dừng", "tạm ngừng", "tạm ngưng", "tạm đình chỉ", "đình chỉ"];
/// What is stopped, right behind the verb: "đình chỉ công tác" stops no decision.
const STOPPED: [&str; 6] = ["hoạt động", "toàn bộ hoạt động", "hiệu lực", "thi hành", "thực hiện", "áp dụng"];
const GOES_ON: [&str; 8] = [
    "hoạt động trở lại",
    "khôi phục hoạt động",
    "chấm dứt việc tạm dừng",
    "chấm dứt việc tạm ngừng",
    "chấm dứt việc tạm ngưng",
    "chấm dứt việc tạm đình chỉ",
    "kết thúc việc tạm dừng",
    "kết thúc việc tạm đình chỉ",
];
const HOLDS_AGAIN: [&str; 3] = ["khôi phục hiệu lực", "phục hồi hiệu lực", "có hiệu lực trở lại"];

impl Doing {
    /// Of a sentence or a subject; nothing where it does none of this.
    pub fn of(sentence: Span<'_>) -> Option<Self> {
        let opening = sentence.after_any(&["về việc", "v/v"]).unwrap_or(sentence);
        let opening = opening.after_any(&["nay", "cho", "xin", "quyết định"]).unwrap_or(opening);
        let stopped = |rest: Span<'_>| {
            let rest = rest.after("việc").unwrap_or(rest);
            STOPPED.iter().any(|what| rest.starts_with(what))
        };
        let papers = |rest: Span<'_>| {
            let rest = rest.after_any(&["các", "toàn bộ"]).unwrap_or(rest);
            rest.starts_with("quyết định")
        };
        match () {
            () if opening.after_any(&STOPS).is_some_and(stopped) => Some(Self::Suspends),
            // "Quyết định số A tạm ngừng hiệu lực cho đến khi có quyết định mới".
            () if sentence.find_any(&STOPS).is_some_and(|verb| of_the_paper(sentence, verb)) => Some(Self::Suspends),
            () if opening.starts_with("đính chính") => Some(Self::Corrects),
            () if opening.after("thu hồi").is_some_and(papers) => Some(Self::Withdraws),
            () if sentence.has_any(&HOLDS_AGAIN) => Some(Self::Revives),
            () if sentence.has_any(&GOES_ON) => Some(Self::Resumes),
            () => None,
        }
    }

    /// Whether a paper with this act can do so: what the chair may stop by a regulation is not stopped by it, and a
    /// committee's duty to set something going again resumes no decision.
    pub fn fits(self, act: Option<Act>) -> bool {
        let of_decisions = matches!(act, None | Some(Act::Other));
        act != Some(Act::Regulation) && (of_decisions || self != Self::Resumes)
    }

    /// The key of the draft.
    pub fn field(self) -> &'static str {
        match self {
            Self::Suspends => "suspends",
            Self::Resumes => "resumes",
            Self::Revives => "revives",
            Self::Withdraws => "withdraws",
            Self::Corrects => "corrects",
        }
    }

    /// Puts the decisions that a sentence, or the bases of the paper, name for it. `true` where there is one.
    pub fn read<'a>(self, sentence: Span<'a>, outline: &Outline<'a>, sheet: &mut Sheet) -> bool {
        let own = sheet.draft.number.clone();
        let mut found = first_named(sentence);
        // "Tạm dừng hoạt động của Ban Chỉ đạo X": by the decision that founded it.
        let of_committee = matches!(self, Self::Suspends | Self::Resumes);
        if found.is_empty() && of_committee && matches!(sheet.draft.act, None | Some(Act::Other)) {
            let committees = &sheet.draft.committees;
            found.extend(founding(outline, committees).filter(|_| names_one(sentence, committees)));
        }
        found.retain(|number| Some(number.value()) != own && !(self == Self::Suspends && in_part(sentence, number)));
        let any = !found.is_empty();
        for number in found {
            let known = self.list(sheet).iter().any(|known| known.number() == number.value());
            if !known {
                let field = format!("{}.{}", self.field(), self.list(sheet).len());
                let reference = number.put(&field, sure::GOOD, sheet);
                self.list(sheet).push(reference);
            }
        }
        any
    }

    fn list(self, sheet: &mut Sheet) -> &mut Vec<Reference> {
        match self {
            Self::Suspends => &mut sheet.draft.suspends,
            Self::Resumes => &mut sheet.draft.resumes,
            Self::Revives => &mut sheet.draft.revives,
            Self::Withdraws => &mut sheet.draft.withdraws,
            Self::Corrects => &mut sheet.draft.corrects,
        }
    }

    /// Where the draft says in which article it does so.
    pub fn place(self, sheet: &mut Sheet) -> &mut Option<String> {
        let articles = &mut sheet.draft.articles;
        match self {
            Self::Suspends => &mut articles.suspends,
            Self::Resumes => &mut articles.resumes,
            Self::Revives => &mut articles.revives,
            Self::Withdraws => &mut articles.withdraws,
            Self::Corrects => &mut articles.corrects,
        }
    }
}

/// "Quyết định số A | tạm ngừng hiệu lực": the decision itself stops, and by this paper.
fn of_the_paper(sentence: Span<'_>, verb: Span<'_>) -> bool {
    let behind = sentence.from(verb.end).trim();
    let named = !first_named(sentence.until(verb.start)).is_empty();
    named && sentence.starts_with("quyết định") && behind.starts_with("hiệu lực")
}

/// The first decision of a sentence, and those that are joined to it; others tell what it was about.
fn first_named(sentence: Span<'_>) -> Vec<Number<'_>> {
    let mut found: Vec<Number<'_>> = Vec::new();
    for number in numbers::numbers(sentence) {
        let joined = found.last().is_none_or(|last| {
            let end = last.day.map_or(last.span.end, |(_, at)| at.end);
            let between = sentence.from(end).until(number.span.start).trim_by(|c| c == ',' || c.is_whitespace());
            let between = between.after("và").unwrap_or(between);
            between.is("quyết định số") || between.is("số") || between.is("quyết định") || between.is_empty()
        });
        if !joined {
            break;
        }
        if is_decision(sentence, &number) {
            found.push(number);
        }
    }
    found
}

/// "Căn cứ Quyết định số A về việc thành lập Ban Chỉ đạo X": the decision that founded the committee of the paper.
fn founding<'a>(outline: &Outline<'a>, committees: &[String]) -> Option<Number<'a>> {
    let founds = |line: Span<'a>| line.has("thành lập") && names_one(line, committees);
    let bases = outline.bases.iter().map(|line| line.all()).filter(|line| founds(*line));
    bases.flat_map(first_named).next()
}

fn names_one(text: Span<'_>, committees: &[String]) -> bool {
    let low = text.text().to_lowercase();
    committees.iter().any(|name| low.contains(&name.to_lowercase()))
}
