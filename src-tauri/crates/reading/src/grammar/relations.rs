//! The decisions that a paper replaces, and those that it ends: in its sentences, in lists of them, in tables.

use super::numbers::{self, Number};
use super::outline::Outline;
use super::pointed;
use super::sheet::{Sheet, sure};
use crate::line::Span;
use register::draft::Reference;

/// How a paper ends others: by standing in their place, or by saying so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ends {
    Replaces,
    Repeals,
}

const REPLACES: [&str; 9] = [
    "thay thế cho",
    "thay thê quyết định",
    "thay thế các",
    "thay thế",
    "thay cho",
    "thay quyết định",
    "thay các quyết định",
    "thay qđ",
    "thay các qđ",
];
/// What ends a decision and stands behind it.
pub const ENDED: [&str; 5] =
    ["hết hiệu lực", "không còn hiệu lực", "chấm dứt hiệu lực", "thôi có hiệu lực", "không còn giá trị"];
const REPEALS: [&str; 7] = [
    "bãi bỏ",
    "hủy bỏ",
    "hết hiệu lực",
    "không còn hiệu lực",
    "chấm dứt hiệu lực",
    "thôi có hiệu lực",
    "không còn giá trị",
];

impl Ends {
    pub const BOTH: [Self; 2] = [Self::Replaces, Self::Repeals];

    /// The key of the draft.
    pub fn field(self) -> &'static str {
        match self {
            Self::Replaces => "replaces",
            Self::Repeals => "repeals",
        }
    }

    /// Where the draft says in which article it does so.
    pub fn place(self, sheet: &mut Sheet) -> &mut Option<String> {
        match self {
            Self::Replaces => &mut sheet.draft.articles.replaces,
            Self::Repeals => &mut sheet.draft.articles.repeals,
        }
    }

    fn list(self, sheet: &mut Sheet) -> &mut Vec<Reference> {
        match self {
            Self::Replaces => &mut sheet.draft.replaces,
            Self::Repeals => &mut sheet.draft.repeals,
        }
    }

    fn phrases(self) -> &'static [&'static str] {
        match self {
            Self::Replaces => &REPLACES,
            Self::Repeals => &REPEALS,
        }
    }

    /// "Bãi bỏ các Quyết định sau:", "Các Quyết định sau đây hết hiệu lực:": what the items or rows below it are.
    pub fn opens(text: Span<'_>) -> Option<Self> {
        let papers = text.has_any(&["các quyết định", "quyết định sau", "các văn bản sau", "các văn bản"]);
        let opens = text.chars().last() == Some(&':') && papers && numbers::numbers(text).is_empty();
        [Self::Repeals, Self::Replaces].into_iter().find(|ends| opens && text.has_any(ends.phrases()))
    }

    /// The decision that an item of such a list names first; what stands behind it tells what that one was about.
    pub fn listed(self, item: Span<'_>, sheet: &mut Sheet) -> bool {
        let first = numbers::numbers(item).into_iter().next().filter(|number| is_decision(item, number));
        let Some(number) = first.filter(|number| item.until(number.span.start).word_count() <= 6) else {
            return false;
        };
        self.put(number, sheet);
        // "… và Quyết định số 1093/QĐ-TTg ngày …": right behind it, and so no part of what it was about.
        let mut end = number.day.map_or(number.span.end, |(_, at)| at.end);
        for more in numbers::numbers(item).into_iter().skip(1) {
            let between = item.from(end).until(more.span.start).trim_by(|c| c == ',' || c.is_whitespace());
            let joined = between.after("và").unwrap_or(between);
            if !(joined.is("quyết định số") || joined.is("số") || joined.is("quyết định")) {
                break;
            }
            end = more.day.map_or(more.span.end, |(_, at)| at.end);
            self.put(more, sheet);
        }
        true
    }

    /// The same of a row of a table.
    pub fn row(self, cells: &[Span<'_>], sheet: &mut Sheet) -> bool {
        let number = numbers::of_row(cells).filter(|number| is_decision(number.span.line.all(), number));
        number.is_some_and(|number| self.put(number, sheet))
    }

    /// The decisions that a sentence ends so. `true` where there is one.
    pub fn read<'a>(self, sentence: Span<'a>, outline: &Outline<'a>, sheet: &mut Sheet) -> bool {
        let mut named = match self {
            Self::Replaces => pointed::replaces(sentence, outline),
            Self::Repeals => Vec::new(),
        };
        if self == Self::Replaces {
            named.extend(told_before(sentence));
        }
        let mut any = !named.is_empty();
        named.into_iter().for_each(|number| any |= self.put(number, sheet));
        any |= self.told(sentence, sheet);
        if self == Self::Repeals {
            for number in pointed::ends(sentence, outline) {
                any |= self.put(number, sheet);
            }
        }
        any
    }

    /// "Kiện toàn Ban Chỉ đạo X (thay thế Quyết định số A)", where no article says it again.
    pub fn in_subject(self, subject: Span<'_>, sheet: &mut Sheet) {
        let verb = subject.find_any(self.phrases());
        let paper = verb.map(|verb| subject.from(verb.end).trim()).filter(|rest| {
            let rest = rest.after("các").unwrap_or(*rest);
            ["quyết định số", "qđ số"].iter().any(|paper| rest.starts_with(paper))
        });
        if paper.is_some() && self.list(sheet).is_empty() {
            self.told(subject, sheet);
        }
    }

    /// One decision, once.
    fn put(self, number: Number<'_>, sheet: &mut Sheet) -> bool {
        let value = number.value();
        if self.list(sheet).iter().all(|known| known.number() != value) {
            let field = format!("{}.{}", self.field(), self.list(sheet).len());
            let reference = number.put(&field, sure::GOOD, sheet);
            self.list(sheet).push(reference);
        }
        true
    }

    /// Numbers behind (or, for "hết hiệu lực", before) one of the phrases. `true` where there is one.
    pub fn told(self, sentence: Span<'_>, sheet: &mut Sheet) -> bool {
        let phrases = self.phrases();
        let Some(verb) = sentence.find_any(phrases) else { return false };
        // "… và không thay thế Quyết định số A", "Việc tiếp tục thi hành hoặc bãi bỏ Quyết định số A sẽ …".
        let before = sentence.until(verb.start).trim();
        if before.before("không").is_some() || (before.starts_with("việc") && before.before("hoặc").is_some()) {
            return false;
        }
        let behind = sentence.from(verb.end);
        // "Thay thế cụm từ … tại Điều 3 Quyết định số …" changes that decision and does not end it.
        if behind.trim().after_any(&["cụm từ", "từ ngữ", "nội dung", "phụ lục"]).is_some() {
            return false;
        }
        // "Thay thế 03 thành viên Hội đồng X tại Quyết định số …" changes it, too.
        let paper = behind.find("quyết định").map_or(behind, |at| behind.until(at.start));
        if self == Self::Replaces && paper.has_any(&["thành viên", "nhân sự"]) {
            return false;
        }
        let others: Vec<&str> = [REPLACES.as_slice(), REPEALS.as_slice()]
            .concat()
            .into_iter()
            .filter(|word| !phrases.contains(word))
            .collect();
        let behind = behind.find_any(&others).map_or(behind, |next| behind.until(next.start));
        // "các Quyết định số A và B nay bãi bỏ": the verb stands behind what it ends.
        let last = behind.bare().is_empty();
        let passive = last || ENDED.iter().any(|word| verb.key() == *word);
        // "Các quy định tại Quyết định số A trái với Quyết định này đều bãi bỏ": that decision goes on.
        // "Quyết định số A và các quy định trước đây trái với Quyết định này bị bãi bỏ": that one ends.
        let others = sentence.find_any(&["và các quy định", "và những quy định", "và các văn bản"]);
        let named = others.filter(|others| !numbers::numbers(sentence.until(others.start)).is_empty());
        if passive && sentence.has("trái với") && named.is_none() {
            return false;
        }
        // "Các Quyết định sau đây hết hiệu lực thi hành: số A; số B".
        // "Chấm dứt hiệu lực Quyết định số A" says it the other way round.
        let opens = behind.chars().contains(&':') || sentence.until(verb.start).word_count() <= 1;
        let listed = passive && opens && numbers::numbers(sentence.until(verb.start)).is_empty();
        let region = if passive && !listed { sentence.until(verb.start) } else { behind };
        // "thay thế ông A", "thay thế cụm từ …" are no relation between decisions.
        // A notice or a plan replaces the one before it: "… thay thế Thông báo số 66/TB-BQL".
        let kind = behind.trim();
        let kind = kind.after("cho").unwrap_or(kind);
        let own = self == Self::Replaces
            && ["thông báo số", "kế hoạch số", "quy chế số"].iter().any(|kin| kind.starts_with(kin));
        // "Hủy bỏ Quyết định số A … về việc kiện toàn Ban theo Quyết định số B": what A was about.
        let about = |number: &Number<'_>| {
            let before = region.until(number.span.start);
            let paper = before.find_last("quyết định").map(|at| before.until(at.start));
            let told = paper.is_some_and(|words| {
                ["theo", "tại", "sửa đổi", "bổ sung"].iter().any(|word| words.trim().before(word).is_some())
            });
            told && !numbers::numbers(before).is_empty()
        };
        let found: Vec<Number<'_>> = numbers::numbers(region)
            .into_iter()
            .filter(|number| own || (is_decision(region, number) && !about(number)))
            .collect();
        // "thay thế Quyết định số 2051 ngày 10/10/2022", as reports tell it: without its symbol.
        let bare = kind.after("quyết định số").and_then(numbers::bare).filter(|number| number.day.is_some());
        let found = if found.is_empty() && !passive { bare.into_iter().collect() } else { found };
        // "Bãi bỏ Điều 1 Quyết định số A": what is left of it goes on.
        let (parts, found): (Vec<_>, Vec<_>) = found.into_iter().partition(|number| in_part(region, number));
        for number in &parts {
            if sheet.draft.amends.iter().all(|known| known.number() != number.value()) {
                let reference = number.put(&format!("amends.{}", sheet.draft.amends.len()), sure::GOOD, sheet);
                sheet.draft.amends.push(reference);
            }
        }
        let found: Vec<_> =
            found.into_iter().filter(|number| parts.iter().all(|part| part.value() != number.value())).collect();
        if found.is_empty() {
            return false;
        }
        found.into_iter().for_each(|number| {
            self.put(number, sheet);
        });
        let amendments = [
            "các quyết định kiện toàn",
            "các quyết định sửa đổi",
            "các quyết định bổ sung",
            "các quyết định điều chỉnh",
            "các quyết định về việc kiện toàn",
            "các quyết định thay đổi",
            "quyết định kiện toàn",
            "các văn bản sửa đổi",
        ];
        if self == Self::Replaces && amendments.iter().any(|phrase| behind.has(phrase)) {
            sheet.draft.replaces_amendments = true;
        }
        true
    }
}

/// "Quyết định số A được thay thế bằng Quyết định này", "… tại Quyết định số A và số B, thay thế các Quyết định này".
fn told_before(sentence: Span<'_>) -> Vec<Number<'_>> {
    let Some(verb) = sentence.find_any(&[
        "được thay thế bằng quyết định này",
        "được thay thế bởi quyết định này",
        "thay thế các quyết định này",
        "thay thế hai quyết định này",
        "thay thế các quyết định nêu trên",
        "thay thế các quyết định nói trên",
        "thay thế các quyết định trên",
        "thay thế quyết định nêu trên",
        "thay thế quyết định nói trên",
    ]) else {
        return Vec::new();
    };
    let before = sentence.until(verb.start);
    numbers::numbers(before).into_iter().filter(|number| is_decision(before, number)).collect()
}

/// "Điều 1 Quyết định số A", "khoản 2 của Quyết định số A", "một phần Quyết định số A": the rest of it goes on.
pub fn in_part(region: Span<'_>, number: &Number<'_>) -> bool {
    let before = region.until(number.span.start).trim();
    // "Bãi bỏ số thứ tự 7, 9 tại danh sách kèm theo Quyết định số A".
    if before.has_any(&["số thứ tự", "danh sách kèm theo"]) {
        return true;
    }
    let before = before.before("số").unwrap_or(before);
    let Some(before) = before.before("quyết định") else { return false };
    let before = before.before("của").or_else(|| before.before("tại")).unwrap_or(before);
    let words = before.words();
    let place = |word: &Span<'_>| ["điều", "khoản", "điểm", "mục"].iter().any(|place| word.is(place));
    match words.as_slice() {
        [.., noun, counted] if place(noun) => {
            // "điểm a": a point has a letter.
            let letter = counted.bare().chars().len() == 1;
            letter || counted.chars().iter().any(char::is_ascii_digit)
        }
        _ => before.before("một phần").is_some(),
    }
}

/// Whether a number is one of a decision, by the word before it.
pub fn is_decision(region: Span<'_>, number: &Number<'_>) -> bool {
    let before = region.until(number.span.start);
    let papers = ["quyết định", "tờ trình", "luật", "nghị định", "thông tư", "công văn", "kế hoạch", "thông báo"];
    let last = papers.iter().filter_map(|word| Some((before.find_last(word)?.start, *word))).max();
    last.is_none_or(|(_, word)| word == "quyết định")
}
