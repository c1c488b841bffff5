//! A report on a decision whose number it does not tell: "Chủ tịch UBND huyện X Nguyễn Văn A vừa ký quyết định
//! kiện toàn Ban Chỉ đạo …".

use jiff::civil::Date;
use register::draft::{Act, Source};

use super::casing::Casing;
use super::sheet::{Said, Sheet, sure};
use super::{act, news, numbers, person};
use crate::lexicon;
use crate::line::Span;

/// Reads such a report: only where the verb of issuing stands right before the decision, and the decision is
/// said to found, change or end a body that is named.
pub fn read(sentences: &[Span<'_>], casing: &Casing, sheet: &mut Sheet) -> bool {
    let said = sentences.iter().enumerate().take(12).find_map(|(at, sentence)| Some((at, reported(*sentence)?)));
    let Some((at, Told { issuer, day, subject, body })) = said else { return false };
    let what = act::act(subject);
    let said_behind = subject.from(body.end).bare();
    sheet.draft.source = Some(Source::News);
    sheet.draft.act = what;
    if let Some((day, at)) = day {
        sheet.put("date", Said::as_value(day.to_string(), at, sure::LIKELY));
        sheet.draft.date = Some(day);
    }
    sheet.draft.issuer = sheet.put_some("issuer", issuer.map(|issuer| Said::of(issuer, sure::LIKELY)));
    // The headline may give the name in full, where the sentence says only "huyện".
    let headline = sentences[..at].iter().copied().find(|line| {
        let named = act::body(*line).is_some_and(|name| name.key().starts_with(&body.key()));
        act::act(*line) == what && named
    });
    let subject = headline.unwrap_or(subject).bare();
    let body = headline.and_then(act::body).unwrap_or(body).bare();
    // Who sits there is no part of the subject.
    let tail = ["do", "gồm", "với"].iter().any(|word| said_behind.starts_with(word));
    let subject = if tail && headline.is_none() { subject.until(body.end).bare() } else { subject };
    let title = Said::as_value(casing.normal(&subject.text()), subject, sure::LIKELY);
    sheet.draft.title = Some(sheet.put("title", title));
    if what == Some(Act::Amend) {
        // "Thay đổi thành viên Ban Chỉ đạo X thành lập theo Quyết định số N".
        for (n, number) in numbers::numbers(subject).into_iter().enumerate() {
            let reference = number.put(&format!("amends.{n}"), sure::LIKELY, sheet);
            sheet.draft.amends.push(reference);
        }
    }
    // "… thành lập Ban Chỉ đạo X do ông A làm Trưởng ban", in the same sentence.
    let tail = Some(said_behind).filter(|tail| tail.has_any(&["làm", "gồm", "thay", "là", "giữ chức"]));
    let told: Vec<Span<'_>> = tail.into_iter().chain(sentences[at + 1..].iter().copied()).collect();
    news::told(&told, what, vec![Said::of(body, sure::LIKELY)], None, sheet);
    true
}

/// What a sentence tells of a decision.
struct Told<'a> {
    issuer: Option<Span<'a>>,
    day: Option<(Date, Span<'a>)>,
    subject: Span<'a>,
    body: Span<'a>,
}

/// Who issues, what, and for which body.
fn reported(sentence: Span<'_>) -> Option<Told<'_>> {
    issued(sentence).or_else(|| decided(sentence))
}

/// "… vừa ký quyết định thành lập Ban Chỉ đạo X".
fn issued(sentence: Span<'_>) -> Option<Told<'_>> {
    let verb = sentence.find_any(&news::ISSUES)?;
    let told = sentence.from(verb.end).trim();
    // "… vừa có quyết định thành lập …" says the word itself.
    let subject = if verb.key().ends_with("quyết định") { told } else { told.after("quyết định")? };
    // "… ký Quyết định ngày 14/1/2026 về việc …": its day, told without its number.
    let dated = Some(subject).filter(|told| told.starts_with("ngày")).and_then(numbers::day);
    let subject = dated.map_or(subject, |(_, at)| subject.from(at.end).bare());
    let subject = subject.after_any(&["về việc", "về"]).unwrap_or(subject);
    let body = acts_on(subject)?;
    let who = issuer(news::behind_agency(sentence.until(verb.start)));
    let issuer = (2..=14).contains(&who.word_count()) && who.chars().first().is_some_and(|c| c.is_uppercase());
    Some(Told { issuer: issuer.then_some(who), day: dated, subject, body })
}

/// "UBND tỉnh vừa quyết định thành lập Ban Chỉ đạo X", "… đã đồng ý kiện toàn …", where an authority does it.
fn decided(sentence: Span<'_>) -> Option<Told<'_>> {
    const DECIDES: [&str; 8] =
        ["ra quyết định", "có quyết định", "quyết định", "đồng ý", "thống nhất", "vừa", "chính thức", "đã"];
    const ACTS: [&str; 10] = [
        "thành lập",
        "kiện toàn",
        "củng cố",
        "thay đổi",
        "bổ sung",
        "điều chỉnh",
        "giải thể",
        "đổi tên",
        "hợp nhất",
        "sáp nhập",
    ];
    let verb = DECIDES.iter().flat_map(|verb| sentence.all(verb)).filter(|verb| {
        let told = sentence.from(verb.end).trim();
        ACTS.iter().any(|act| told.starts_with(act))
    });
    let verb = verb.min_by_key(|verb| verb.start)?;
    let subject = sentence.from(verb.end).trim();
    let body = acts_on(subject)?;
    let adverbs = ["vừa", "đã", "mới", "cũng", "vừa mới", "sẽ", "thống nhất", "ra", "có", "vừa có", "vừa ra"];
    let mut who = sentence.until(verb.start).bare();
    while let Some(before) = adverbs.iter().find_map(|word| who.before(word)) {
        who = before.bare();
    }
    let who = issuer(who);
    let decides = lexicon::get().authorities.begin(who) && (2..=14).contains(&who.word_count());
    decides.then_some(Told { issuer: Some(who), day: None, subject, body })
}

/// The body that a subject founds, changes or ends.
fn acts_on(subject: Span<'_>) -> Option<Span<'_>> {
    let body = act::body(subject)?;
    let acts = matches!(
        act::act(subject.until(body.start)),
        Some(Act::Establish | Act::Reconstitute | Act::Amend | Act::Rename | Act::Merge | Act::Dissolve)
    );
    acts.then_some(body)
}

/// The office at the end of what stands before the verb: "(PTO) - …", "Ngày 12/3, …" are none of it.
fn issuer(who: Span<'_>) -> Span<'_> {
    let who =
        who.chars().iter().rposition(|c| matches!(c, ',' | ')')).map_or(who, |at| who.from(who.start + at + 1)).bare();
    person::name_behind(who).map_or(who, |(office, _)| office).bare()
}
