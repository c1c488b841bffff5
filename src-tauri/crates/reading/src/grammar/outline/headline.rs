//! A line that tells the whole head of a decision, as pages that pass its text on put over it: "Quyết định số N ngày D
//! của X về việc …".

use super::is_base;
use crate::grammar::numbers::{self, Number};
use crate::lexicon;
use crate::line::{Line, Span};

/// What such a line tells.
pub struct Headline<'a> {
    pub number: Number<'a>,
    pub issuer: Option<Span<'a>>,
    pub subject: Span<'a>,
}

/// Reads a line as a headline.
pub fn headline(line: Span<'_>) -> Option<Headline<'_>> {
    let typed = line.after_any(&["quyết định", "nghị quyết"]);
    let rest = typed.unwrap_or(line).trim_by(|c| matches!(c, '-' | '–' | ':') || c.is_whitespace());
    // "Quyết định của Thủ tướng Chính phủ số N ngày D về việc …".
    let who = rest.after("của").and_then(|of| Some(of.until(of.find("số")?.start).bare()));
    let rest = who.map_or(rest, |who| rest.from(who.end).trim());
    let labelled = rest.after_any(&["số:", "số"]);
    let told = labelled.or_else(|| typed.map(|_| rest))?.trim();
    let number = numbers::numbers(told).into_iter().next().filter(|number| number.span.start == told.start)?;
    let behind = line.from(number.day.map_or(number.span.end, |(_, at)| at.end)).bare();
    // "… năm 2020 của Chủ tịch UBND xã X về việc …".
    let behind = behind.after("năm").map_or(behind, |rest| {
        let year = rest.each_word().next().map_or(rest.start, |word| word.end);
        rest.from(year).bare()
    });
    let about = behind.find_any(&["về việc", "v/v", "về quyết định", "về", "thành lập", "kiện toàn", "giải thể"])?;
    let issuer = behind.after("của").map(|rest| rest.until(about.start.max(rest.start)).bare());
    let issuer = issuer.or(who.filter(|_| about.start == behind.start));
    let decides = |who: &Span<'_>| lexicon::get().authorities.begin(*who) && who.word_count() <= 16;
    // Nothing but who decides stands between the number and what it is about.
    let fits = issuer.map_or(about.start == behind.start, |who| decides(&who));
    let subject = behind.from(about.start);
    let subject = subject.after("về quyết định").unwrap_or(subject);
    fits.then_some(Headline { number, issuer, subject })
}

/// The headline over a paper that has no head of its own, and where it stands: nothing more follows than bases and
/// articles.
pub fn over<'a>(lines: &'a [Line], types: &[usize], has_articles: bool) -> Option<(usize, Headline<'a>)> {
    let (at, found) = lines.iter().take(3).enumerate().find_map(|(at, line)| Some((at, headline(line.all())?)))?;
    let base = lines[at..].iter().position(|line| is_base(line.all())).map_or(lines.len(), |base| at + base);
    let own = types.iter().any(|kind| (at + 1..base).contains(kind));
    let decides = types.iter().any(|kind| *kind > base);
    (!own && (has_articles || decides)).then_some((at, found))
}
