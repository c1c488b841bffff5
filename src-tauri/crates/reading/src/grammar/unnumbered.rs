//! A report on a decision whose number it does not tell: "Chủ tịch UBND huyện X Nguyễn Văn A vừa ký quyết định
//! kiện toàn Ban Chỉ đạo …".

use register::draft::{Act, Source};

use super::casing::Casing;
use super::sheet::{Said, Sheet, sure};
use super::{act, news, person};
use crate::line::Span;

/// Reads such a report: only where the verb of issuing stands right before the decision, and the decision is
/// said to found, change or end a body that is named.
pub fn read(sentences: &[Span<'_>], casing: &Casing, sheet: &mut Sheet) -> bool {
    let said = sentences.iter().enumerate().take(12).find_map(|(at, sentence)| Some((at, reported(*sentence)?)));
    let Some((at, (issuer, subject, body))) = said else { return false };
    let what = act::act(subject);
    sheet.draft.source = Some(Source::News);
    sheet.draft.act = what;
    sheet.draft.issuer = sheet.put_some("issuer", issuer.map(|issuer| Said::of(issuer, sure::LIKELY)));
    // The headline may give the name in full, where the sentence says only "huyện".
    let headline = sentences[..at].iter().copied().find(|line| {
        let named = act::body(*line).is_some_and(|name| name.key().starts_with(&body.key()));
        act::act(*line) == what && named
    });
    let subject = headline.unwrap_or(subject).bare();
    let body = headline.and_then(act::body).unwrap_or(body).bare();
    let title = Said::as_value(casing.normal(&subject.text()), subject, sure::LIKELY);
    sheet.draft.title = Some(sheet.put("title", title));
    news::told(&sentences[at + 1..], what, vec![Said::of(body, sure::LIKELY)], sheet);
    true
}

/// Who issues, what, and for which body.
fn reported(sentence: Span<'_>) -> Option<(Option<Span<'_>>, Span<'_>, Span<'_>)> {
    let verb = sentence.find_any(&news::ISSUES)?;
    let told = sentence.from(verb.end).trim();
    // "… vừa có quyết định thành lập …" says the word itself.
    let subject = if verb.key().ends_with("quyết định") { told } else { told.after("quyết định")? };
    let subject = subject.after_any(&["về việc", "về"]).unwrap_or(subject);
    let body = act::body(subject)?;
    let acts = matches!(
        act::act(subject.until(body.start)),
        Some(Act::Establish | Act::Reconstitute | Act::Amend | Act::Rename | Act::Merge | Act::Dissolve)
    );
    let who = sentence.until(verb.start);
    // "(PTO) - …", "Ngày 12/3, …": what stands before the office.
    let who =
        who.chars().iter().rposition(|c| matches!(c, ',' | ')')).map_or(who, |at| who.from(who.start + at + 1)).bare();
    let who = person::name_behind(who).map_or(who, |(office, _)| office).bare();
    let issuer = (2..=14).contains(&who.words().len()) && who.chars().first().is_some_and(|c| c.is_uppercase());
    acts.then_some((issuer.then_some(who), subject, body))
}
