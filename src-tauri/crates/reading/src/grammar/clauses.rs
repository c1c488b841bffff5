//! What the articles say besides their lists: relations to other decisions, standing agency, duties, effect,
//! end.

use register::draft::Act;

use super::cited::{Clauses, Told};
use super::numbers::{self, Number};
use super::outline::{Article, Outline, Unit};
use super::paused::Doing;
use super::relations::Ends;
use super::sheet::{Said, Sheet, sure};
use super::{duties, ending, standing, successor};
use crate::line::Span;

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
        let mut clauses = Clauses::default();
        let mut listing = None;
        // Below "Cơ quan thường trực của Ban Chỉ đạo:" each item names one.
        let mut stands = false;
        for unit in &article.units {
            let (labelled, text) = match unit {
                Unit::Text { label, body } => {
                    clauses.begin(*label);
                    (label.is_some(), *body)
                }
                Unit::Row(_) => {
                    if let Some(ends) = listing.filter(|ends: &Ends| ends.row(&unit.spans(), sheet)) {
                        clauses.listed(Told::Ends(ends));
                    }
                    continue;
                }
            };
            if let Some(ends) = listing.filter(|ends| labelled && ends.listed(text, sheet)) {
                clauses.listed(Told::Ends(ends));
                continue;
            }
            if stands && labelled && standing::listed(text, sheet) {
                clauses.listed(Told::StandingAgency);
                continue;
            }
            stands = standing::opens(text);
            listing = Ends::opens(text);
            for sentence in text.sentences() {
                for ends in Ends::BOTH {
                    if ends.read(sentence, outline, sheet) {
                        clauses.told(Told::Ends(ends));
                    }
                }
                if let Some(doing) = Doing::of(sentence).filter(|doing| doing.fits(act))
                    && doing.read(sentence, outline, sheet)
                {
                    clauses.told(Told::Does(doing));
                }
                if effect(sentence, sheet) {
                    clauses.told(Told::Effective);
                }
                if standing::read(sentence, sheet) {
                    clauses.told(Told::StandingAgency);
                }
                if ending::read(sentence, sheet) {
                    clauses.told(Told::Sunset);
                }
                if successor::read(sentence, sheet) {
                    clauses.told(Told::Successor);
                }
            }
        }
        clauses.put(article, sheet);
        if matches!(act, Some(Act::Establish | Act::Reconstitute | Act::Merge | Act::Amend)) {
            let found = duties::of(article, committees);
            if !found.is_empty() && sheet.draft.articles.duties.is_none() {
                let label = article.label.as_ref();
                let said = label.map(|(name, words)| Said::as_value(name.clone(), *words, sure::CERTAIN));
                sheet.draft.articles.duties = sheet.put_some("articles.duties", said);
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
            && days.is_some_and(|days| days.word_count() <= 6 && !days.has("quyết định"))
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
