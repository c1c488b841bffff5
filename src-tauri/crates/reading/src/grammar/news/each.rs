//! A report of several decisions: "… vừa ban hành hai quyết định. Quyết định số N ngày D giải thể Ban Chỉ đạo X. Cùng
//! ngày, tại Quyết định số M, Chủ tịch UBND tỉnh giải thể …". Each is a draft of its own.

use jiff::civil::Date;
use register::draft::{Act, Source};

use super::announced::{ISSUES, behind_agency, reported, subject, without_time};
use super::{placed, report, sentences, told};
use crate::grammar::act;
use crate::grammar::casing::Casing;
use crate::grammar::numbers::{self, Number};
use crate::grammar::relations::Ends;
use crate::grammar::sheet::{Said, Sheet, sure};
use crate::lexicon;
use crate::line::{Line, Span};

/// What one of them does, as a sentence opens with it.
struct Told<'a> {
    number: Number<'a>,
    issuer: Option<Span<'a>>,
    subject: Span<'a>,
}

/// Who has made several decisions, and on which day.
struct Announced<'a> {
    issuer: Option<Span<'a>>,
    day: Option<(Date, Span<'a>)>,
}

/// A page that tells of more is no report, and is read as one of a single decision.
const MOST: usize = 20;

/// A report as far as it tells of several decisions one after the other.
pub struct Several<'a> {
    lines: &'a [Line],
    sentences: Vec<Span<'a>>,
    /// The sentences that tell of one of them each.
    places: Vec<usize>,
}

impl<'a> Several<'a> {
    pub fn of(lines: &'a [Line]) -> Self {
        let sentences = sentences(lines);
        Self { lines, places: places(&sentences), sentences }
    }

    /// How many; none where the report is of one alone.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Reads the one in the place `nth`, from 0, if there is one.
    pub fn read(&self, nth: usize, casing: &Casing, sheet: &mut Sheet) -> bool {
        let Self { lines, sentences, places } = self;
        let Some(at) = places.get(nth).copied() else { return false };
        let end = places.get(nth + 1).copied().unwrap_or(sentences.len());
        let Some(own) = one(sentences[at]) else {
            return report(&sentences[if nth == 0 { 0 } else { at }..end], lines, casing, sheet);
        };
        let announced = sentences[..places[0]].iter().find_map(|sentence| announced(*sentence));
        decision(own, &sentences[at + 1..end], announced.as_ref(), casing, sheet);
        placed(lines, sheet);
        true
    }
}

/// The sentences that tell of one decision each, each with a number of its own. That a decision does something, without who
/// decides, is said of one of several only where they were announced before; and one that is reported as any single one
/// is ("Cùng ngày, UBND tỉnh ban hành Quyết định số M về việc …") is one of several where there is another.
fn places(sentences: &[Span<'_>]) -> Vec<usize> {
    let (mut known, mut opens) = (false, false);
    let mut places: Vec<(usize, String)> = Vec::new();
    for (at, sentence) in sentences.iter().enumerate() {
        let told = one(*sentence).filter(|told| known || told.issuer.is_some()).map(|told| told.number);
        opens |= told.is_some();
        let number = told.or_else(|| of_its_own(*sentence)).map(|number| number.value());
        if let Some(number) = number.filter(|number| places.iter().all(|(_, known)| known != number)) {
            places.push((at, number));
        }
        if places.len() > MOST {
            return Vec::new();
        }
        known |= announced(*sentence).is_some();
    }
    if places.len() < 2 && !opens {
        return Vec::new();
    }
    places.into_iter().map(|(at, _)| at).collect()
}

/// The decision that a sentence reports with what it is about; what is told as background is of another.
fn of_its_own(sentence: Span<'_>) -> Option<Number<'_>> {
    if sentence.has_any(&["trước đó", "trước đây", "trước đấy", "năm ngoái"]) {
        return None;
    }
    reported(sentence).filter(|number| subject(sentence, *number).is_some())
}

/// "Ngày 7/3/2013, Thủ tướng đã ký các quyết định …", before the first of them.
fn announced(sentence: Span<'_>) -> Option<Announced<'_>> {
    let many = ["các quyết định", "hai quyết định", "ba quyết định", "bốn quyết định", "2 quyết định", "3 quyết định"];
    let many = sentence.find_any(&many).or_else(|| sentence.find_any(&["02 quyết định", "03 quyết định"]))?;
    let verb = sentence.until(many.start).find_any(&ISSUES)?;
    let before = without_time(behind_agency(sentence.until(verb.start)));
    let issuer = Some(before.bare()).filter(|issuer| decides(*issuer));
    Some(Announced { issuer, day: numbers::day(sentence) })
}

fn decides(issuer: Span<'_>) -> bool {
    lexicon::get().authorities.begin(issuer) && issuer.word_count() <= 14
}

/// "Tại Quyết định số N, Thủ tướng Chính phủ kiện toàn Ban Chỉ đạo X", "Quyết định số N ngày D giải thể Ban Chỉ đạo X".
fn one(sentence: Span<'_>) -> Option<Told<'_>> {
    let sentence = sentence.after_any(&["cụ thể", "theo đó", "trong đó", "cùng ngày"]).map_or(sentence, Span::bare);
    let placed = sentence.after_any(&["tại quyết định số", "theo quyết định số"]);
    let told = placed.or_else(|| sentence.after("quyết định số"))?;
    let number = numbers::numbers(told).into_iter().next().filter(|number| number.span.start == told.start);
    // "Tại Quyết định số 538 ngày 14/3/2025": without its symbol.
    let number = number.or_else(|| numbers::bare(told.trim()).filter(|number| number.day.is_some()))?;
    let rest = sentence.from(number.day.map_or(number.span.end, |(_, at)| at.end)).bare();
    let verb =
        rest.find_any(&["kiện toàn", "thành lập", "giải thể", "đổi tên", "hợp nhất", "bổ sung", "điều chỉnh"])?;
    let subject = rest.from(verb.start);
    if placed.is_none() {
        return (verb.start == rest.start).then_some(Told { number, issuer: None, subject });
    }
    let issuer = rest.until(verb.start).bare();
    let issuer = issuer.before("quyết định").map_or(issuer, Span::bare);
    decides(issuer).then_some(Told { number, issuer: Some(issuer), subject })
}

/// One of them, up to where the next is told.
fn decision<'a>(
    Told { number, issuer, subject }: Told<'a>,
    after: &[Span<'a>],
    announced: Option<&Announced<'a>>,
    casing: &Casing,
    sheet: &mut Sheet,
) {
    sheet.draft.source = Some(Source::News);
    sheet.draft.number = Some(sheet.put("number", number.said(sure::GOOD)));
    if let Some((day, at)) = number.day.or(announced.and_then(|announced| announced.day)) {
        sheet.put("date", Said::as_value(day.to_string(), at, sure::GOOD));
        sheet.draft.date = Some(day);
    }
    if let Some(issuer) = issuer.or(announced.and_then(|announced| announced.issuer)) {
        sheet.draft.issuer = Some(sheet.put("issuer", Said::of(issuer, sure::LIKELY)));
    }
    // "…, bãi bỏ Quyết định số 17/QĐ-UBND", told along with what it does.
    let ends = ["bãi bỏ quyết định", "thay thế quyết định", "bãi bỏ các quyết định", "thay thế các quyết định"];
    let ends = subject.find_any(&ends).filter(|ends| ends.start > subject.start);
    if let Some(rest) = ends.map(|ends| subject.from(ends.start)) {
        Ends::Replaces.told(rest, sheet);
        Ends::Repeals.told(rest, sheet);
    }
    let subject = ends.map_or(subject, |ends| subject.until(ends.start).bare());
    let subject = subject.before("đồng thời").map_or(subject, Span::bare);
    let what = act::act(subject);
    sheet.draft.act = what.or(Some(Act::Other));
    let body = act::body(subject);
    // "… kiện toàn và đổi tên Ban A thành Ban B".
    let renamed = Some(subject).filter(|subject| subject.has("đổi tên")).and_then(act::renamed);
    let last = renamed.as_ref().and_then(|(_, new)| new.at.last().copied()).or(body);
    let title = last.map_or(subject, |body| subject.until(body.end));
    let said = Said::as_value(casing.normal(&title.text()), title, sure::LIKELY);
    sheet.draft.title = Some(sheet.put("title", said));
    let another = |sentence: &Span<'_>| reported(*sentence).is_some() && !sentence.starts_with("quyết định");
    let own: Vec<Span<'_>> = after.iter().take_while(|sentence| !another(sentence)).copied().collect();
    let mut name = body.map(|body| Said::of(body.bare(), sure::LIKELY));
    if let Some((old, new)) = renamed {
        sheet.draft.old_names = sheet.put_all("old_names", [old]);
        name = Some(new);
    }
    told(&own, what, name.into_iter().collect(), None, sheet);
}
