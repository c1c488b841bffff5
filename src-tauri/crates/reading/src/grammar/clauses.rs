//! What the articles say besides their lists: relations to other decisions, standing agency, duties, effect,
//! end.

use register::draft::Act;

use super::numbers::{self, Number};
use super::outline::{Article, Outline, Unit};
use super::paused::Doing;
use super::sheet::{Said, Sheet, sure};
use super::{duties, ending, pointed, standing, successor};
use crate::line::Span;

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
const REPEALS: [&str; 8] = [
    "bãi bỏ",
    "hủy bỏ",
    "thu hồi quyết định",
    "hết hiệu lực",
    "không còn hiệu lực",
    "chấm dứt hiệu lực",
    "thôi có hiệu lực",
    "không còn giá trị",
];

/// Reads căn cứ and đề nghị.
pub fn bases(outline: &Outline<'_>, sheet: &mut Sheet) {
    let (mut bases, mut proposals) = (Vec::new(), Vec::new());
    for line in &outline.bases {
        let all = line.all().trim_by(|c| matches!(c, '-' | '+' | ' '));
        // What a paper carries out ("Thực hiện Kế hoạch số …") is no base of it.
        let proposes = ["xét", "theo", "thực hiện", "để thực hiện", "trên cơ sở", "sau khi"];
        let proposes = proposes.iter().any(|word| all.starts_with(word));
        for number in numbers::numbers(all) {
            let before = all.until(number.span.start);
            // A proposal may stand on a line of bases, and a base on a line of proposals.
            let paper = ["tờ trình", "báo cáo", "công văn", "quyết định", "nghị định", "luật", "thông báo"];
            let last = paper.iter().filter_map(|word| Some((before.find_last(word)?.start, *word))).max();
            match last {
                Some((_, "tờ trình")) => proposals.push(number),
                _ if !proposes && bases.iter().all(|known: &Number<'_>| known.value() != number.value()) => {
                    bases.push(number)
                }
                _ => {}
            }
        }
    }
    for (n, number) in bases.iter().enumerate() {
        let reference = number.put(&format!("bases.{n}"), sure::CERTAIN, sheet);
        sheet.draft.bases.push(reference);
    }
    let proposer = outline.bases.iter().find_map(|line| proposer(line.all()));
    sheet.draft.proposed_by = sheet.put_some("proposed_by", proposer.map(|who| Said::of(who, sure::CERTAIN)));
    sheet.draft.proposals = sheet.put_all("proposals", proposals.iter().map(|number| number.said(sure::CERTAIN)));
}

/// "Theo đề nghị của Sở Nội vụ tại Tờ trình số …": who proposes, without the paper by which.
fn proposer(line: Span<'_>) -> Option<Span<'_>> {
    let line = line.trim_by(|c| matches!(c, '-' | '+' | ' '));
    let who = line.after_any(&["theo đề nghị của", "xét đề nghị của"])?;
    let paper = ["tại tờ trình", "tại công văn", "tại văn bản", "tại báo cáo", "tại các tờ trình"];
    let who = who.find_any(&paper).map_or(who, |paper| who.until(paper.start));
    let who = who.trim_by(|c| matches!(c, ';' | ',' | '.' | ':' | ' '));
    (!who.is_empty()).then_some(who)
}

/// Reads the sentences of the articles.
pub fn read(outline: &Outline<'_>, act: Option<Act>, committees: &[String], sheet: &mut Sheet) {
    let mut duties = Vec::new();
    for article in &outline.articles {
        let label = article.label.as_ref();
        let place = label.map(|(name, _)| name.clone());
        let mark = |sheet: &mut Sheet, field: &str| {
            if let Some((_, span)) = label {
                sheet.put(&format!("articles.{field}"), Said::of(*span, sure::CERTAIN));
            }
        };
        let mut listing = None;
        for (labelled, text) in items(article) {
            if let Some(field) = listing.filter(|_| labelled)
                && listed(text, field, sheet)
            {
                let at = &mut sheet.draft.articles;
                let at = if field == "replaces" { &mut at.replaces } else { &mut at.repeals };
                if at.is_none() {
                    *at = place.clone();
                    mark(sheet, field);
                }
                continue;
            }
            listing = opens_relations(text);
            for sentence in text.sentences() {
                let instead = pointed::replaces(sentence, outline);
                let any = !instead.is_empty() || replaced_by_this(sentence, sheet);
                for number in instead {
                    listed_one(number, "replaces", sheet);
                }
                if (relations(sentence, "replaces", &REPLACES, sheet) || any) && sheet.draft.articles.replaces.is_none()
                {
                    sheet.draft.articles.replaces = place.clone();
                    mark(sheet, "replaces");
                }
                let ended = pointed::ends(sentence, outline);
                if (relations(sentence, "repeals", &REPEALS, sheet) || repeal(ended, sheet))
                    && sheet.draft.articles.repeals.is_none()
                {
                    sheet.draft.articles.repeals = place.clone();
                    mark(sheet, "repeals");
                }
                if let Some(doing) = Doing::of(sentence).filter(|doing| doing.fits(act))
                    && doing.read(sentence, outline, sheet)
                    && doing.place(sheet).is_none()
                {
                    doing.place(sheet).clone_from(&place);
                    mark(sheet, doing.field());
                }
                if effect(sentence, sheet) && sheet.draft.articles.effective.is_none() {
                    sheet.draft.articles.effective = place.clone();
                    mark(sheet, "effective");
                }
                if standing::read(sentence, sheet) && sheet.draft.articles.standing_agency.is_none() {
                    sheet.draft.articles.standing_agency = place.clone();
                    mark(sheet, "standing_agency");
                }
                if ending::read(sentence, sheet) && sheet.draft.articles.sunset.is_none() {
                    sheet.draft.articles.sunset = place.clone();
                    mark(sheet, "sunset");
                }
                if successor::read(sentence, sheet) && sheet.draft.articles.successor_clause.is_none() {
                    sheet.draft.articles.successor_clause = place.clone();
                    mark(sheet, "successor_clause");
                }
            }
        }
        if matches!(act, Some(Act::Establish | Act::Reconstitute | Act::Merge | Act::Amend)) {
            let found = duties::of(article, committees);
            if !found.is_empty() && sheet.draft.articles.duties.is_none() {
                sheet.draft.articles.duties = place.clone();
                mark(sheet, "duties");
            }
            duties.extend(found);
        }
    }
    sheet.draft.duties = sheet.put_all("duties", duties);
}

/// The texts of an article: its items, tables left out.
pub fn texts<'a>(article: &Article<'a>) -> Vec<Span<'a>> {
    article
        .units
        .iter()
        .filter_map(|unit| if let Unit::Text { body, .. } = unit { Some(*body) } else { None })
        .collect()
}

/// The cells of the tables of an article.
pub fn cells<'a>(article: &Article<'a>) -> Vec<Span<'a>> {
    let rows = article.units.iter().filter(|unit| matches!(unit, Unit::Row(_)));
    rows.flat_map(Unit::spans).collect()
}

/// The texts of an article, and whether each is an item with a label.
fn items<'a>(article: &Article<'a>) -> Vec<(bool, Span<'a>)> {
    let text = |unit: &Unit<'a>| match unit {
        Unit::Text { label, body } => Some((label.is_some(), *body)),
        Unit::Row(_) => None,
    };
    article.units.iter().filter_map(text).collect()
}

/// "Bãi bỏ các Quyết định sau:", "Các Quyết định sau đây hết hiệu lực:": what its items are.
fn opens_relations(text: Span<'_>) -> Option<&'static str> {
    let papers = text.has_any(&["các quyết định", "quyết định sau", "các văn bản sau", "các văn bản"]);
    let opens = text.chars().last() == Some(&':') && papers && numbers::numbers(text).is_empty();
    let verb = |phrases: &[&str]| text.has_any(phrases);
    match () {
        () if opens && verb(&REPEALS) => Some("repeals"),
        () if opens && verb(&REPLACES) => Some("replaces"),
        () => None,
    }
}

/// The decision that an item of such a list names first; what stands behind it tells what that one was about.
fn listed(item: Span<'_>, field: &str, sheet: &mut Sheet) -> bool {
    let first = numbers::numbers(item).into_iter().next().filter(|number| is_decision(item, number));
    let Some(number) = first.filter(|number| item.until(number.span.start).words().len() <= 6) else { return false };
    listed_one(number, field, sheet);
    // "… và Quyết định số 1093/QĐ-TTg ngày …": right behind it, and so no part of what it was about.
    let mut end = number.day.map_or(number.span.end, |(_, at)| at.end);
    for more in numbers::numbers(item).into_iter().skip(1) {
        let between = item.from(end).until(more.span.start).trim_by(|c| c == ',' || c.is_whitespace());
        let joined = between.after("và").unwrap_or(between);
        if !(joined.is("quyết định số") || joined.is("số") || joined.is("quyết định")) {
            break;
        }
        end = more.day.map_or(more.span.end, |(_, at)| at.end);
        listed_one(more, field, sheet);
    }
    true
}

/// One decision of such a list, once.
fn listed_one(number: Number<'_>, field: &str, sheet: &mut Sheet) {
    let list = if field == "replaces" { &mut sheet.draft.replaces } else { &mut sheet.draft.repeals };
    let value = number.value();
    if list.iter().any(|known| known.number() == value) {
        return;
    }
    let n = list.len();
    let reference = number.put(&format!("{field}.{n}"), sure::GOOD, sheet);
    let list = if field == "replaces" { &mut sheet.draft.replaces } else { &mut sheet.draft.repeals };
    list.push(reference);
}

/// "Quyết định số A được thay thế bằng Quyết định này".
fn replaced_by_this(sentence: Span<'_>, sheet: &mut Sheet) -> bool {
    let Some(verb) = sentence.find_any(&["được thay thế bằng quyết định này", "được thay thế bởi quyết định này"])
    else {
        return false;
    };
    let before = sentence.until(verb.start);
    let numbers: Vec<Number<'_>> =
        numbers::numbers(before).into_iter().filter(|number| is_decision(before, number)).collect();
    let any = !numbers.is_empty();
    for number in numbers {
        listed_one(number, "replaces", sheet);
    }
    any
}

/// The decisions that a sentence replaces.
pub fn replaced(sentence: Span<'_>, sheet: &mut Sheet) -> bool {
    relations(sentence, "replaces", &REPLACES, sheet)
}

/// Numbers behind (or, for "hết hiệu lực", before) one of the phrases.
fn relations(sentence: Span<'_>, field: &str, phrases: &[&str], sheet: &mut Sheet) -> bool {
    let Some(verb) = sentence.find_any(phrases) else { return false };
    // "… và không thay thế Quyết định số A".
    if sentence.until(verb.start).trim().before("không").is_some() {
        return false;
    }
    let behind = sentence.from(verb.end);
    // "Thay thế cụm từ … tại Điều 3 Quyết định số …" changes that decision and does not end it.
    if behind.trim().after_any(&["cụm từ", "từ ngữ", "nội dung", "phụ lục"]).is_some() {
        return false;
    }
    // "Thay thế 03 thành viên Hội đồng X tại Quyết định số …" changes it, too.
    let paper = behind.find("quyết định").map_or(behind, |at| behind.until(at.start));
    if field == "replaces" && paper.has_any(&["thành viên", "nhân sự"]) {
        return false;
    }
    let others: Vec<&str> =
        [REPLACES.as_slice(), REPEALS.as_slice()].concat().into_iter().filter(|word| !phrases.contains(word)).collect();
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
    let opens = behind.chars().contains(&':') || sentence.until(verb.start).words().len() <= 1;
    let listed = passive && opens && numbers::numbers(sentence.until(verb.start)).is_empty();
    let region = if passive && !listed { sentence.until(verb.start) } else { behind };
    // "thay thế ông A", "thay thế cụm từ …" are no relation between decisions.
    // A notice or a plan replaces the one before it: "… thay thế Thông báo số 66/TB-BQL".
    let kind = behind.trim();
    let kind = kind.after("cho").unwrap_or(kind);
    let own =
        field == "replaces" && ["thông báo số", "kế hoạch số", "quy chế số"].iter().any(|kin| kind.starts_with(kin));
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
    for number in found {
        listed_one(number, field, sheet);
    }
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
    if field == "replaces" && amendments.iter().any(|phrase| behind.has(phrase)) {
        sheet.draft.replaces_amendments = true;
    }
    true
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

fn repeal(numbers: Vec<Number<'_>>, sheet: &mut Sheet) -> bool {
    let any = !numbers.is_empty();
    for number in numbers {
        let reference = number.put(&format!("repeals.{}", sheet.draft.repeals.len()), sure::GOOD, sheet);
        sheet.draft.repeals.push(reference);
    }
    any
}

/// "Quyết định này có hiệu lực kể từ ngày ký", "… từ ngày 01/02/2019", "… sau 10 ngày kể từ ngày ký".
pub fn effect(sentence: Span<'_>, sheet: &mut Sheet) -> bool {
    if sheet.draft.effective.is_some() {
        return false;
    }
    let executed = || {
        sentence.find_any(&[
            "thi hành quyết định này kể từ",
            "thi hành quyết định này từ",
            "thi hành quyết định này, kể từ",
            "thực hiện quyết định này kể từ",
            "quyết định thi hành kể từ",
            "quyết định thi hành, kể từ",
            "quyết định này thi hành kể từ",
            "quyết định này thi hành từ",
            "được áp dụng kể từ",
            "được áp dụng từ",
            "được thực hiện kể từ",
            "được thực hiện từ",
            "hiệu lực kể từ ngày ký",
            "hiệu lực thi hành: kể từ",
            "hiệu lực thi hành: từ",
        ])
    };
    let Some(verb) = sentence.find_any(&["có hiệu lực", "có giá trị thi hành", "có giá trị"]).or_else(executed)
    else {
        return false;
    };
    let rest = sentence.from(verb.end);
    let own = !sentence.until(verb.start).has("hết hiệu lực");
    // "… và thay thế các Quyết định sau: số 10/QĐ-UBND" is no term.
    let term = |after: &Span<'_>| {
        let behind = rest.from(after.end);
        let days = behind.find("ngày").map(|day| behind.until(day.start));
        behind.chars().first() != Some(&':')
            && days.is_some_and(|days| days.words().len() <= 6 && !days.has("quyết định"))
    };
    let value = if let Some(after) = rest.all("sau").find(term) {
        let words = rest.from(after.end).words();
        // "sau 10 ngày", "sau thời hạn mười lăm (15) ngày"; "các Quyết định sau đây … số 1105" is no term.
        let figures = words
            .iter()
            .take(6)
            .find_map(|word| word.text().trim_matches(|c: char| !c.is_ascii_digit()).parse::<u32>().ok());
        let days = figures.or_else(|| numbers::spelt(rest.from(after.end).trim()));
        days.filter(|_| rest.has("ngày ký")).map(|days| (format!("after_days:{days}"), rest))
    } else {
        None
    };
    let signing = rest.find_any(&["ngày ký ban hành", "ngày ký", "ngày ban hành", "kể từ khi ký"]);
    let value = value.or_else(|| signing.map(|at| ("on_signing".to_owned(), at)));
    let first = rest.until(signing.map_or(rest.end, |at| at.start));
    let stated =
        numbers::day(first).filter(|(_, at)| !numbers::numbers(first).iter().any(|number| number.span.end < at.start));
    let value = stated.map(|(day, at)| (day.to_string(), at)).or(value);
    let Some((value, at)) = value.filter(|_| own) else { return false };
    sheet.draft.effective = Some(sheet.put("effective", Said::as_value(value, at, sure::CERTAIN)));
    true
}
