//! The duties of a committee.

use super::outline::{Article, Unit};
use super::sheet::{Said, sure};
use super::{act, heading};
use crate::line::Span;

/// The duties that an article gives to the committee: its items under a heading of duties, or its sentences.
pub fn of<'a>(article: &Article<'a>, committees: &[String]) -> Vec<Said<'a>> {
    let units: Vec<(Option<Span<'a>>, Span<'a>)> = article
        .units
        .iter()
        .filter_map(|unit| if let Unit::Text { label, body } = unit { Some((*label, *body)) } else { None })
        .collect();
    let heading =
        |text: Span<'_>| text.has_any(&["nhiệm vụ", "chức năng", "quyền hạn", "trách nhiệm"]) && !text.has("gồm");
    let executes = |text: Span<'_>| text.has_any(&["thi hành quyết định", "chịu trách nhiệm thi hành", "có hiệu lực"]);
    let mut duties = Vec::new();
    let mut listing = false;
    for (label, text) in units {
        let opens = heading(text) && (text.chars().last() == Some(&':') || heading::duty_heading(text));
        if opens && !text.has("chịu trách nhiệm") {
            listing = true;
            continue;
        }
        if listing && label.is_some() {
            duties.push(Said::of(text.bare(), sure::GOOD));
            continue;
        }
        listing = listing && label.is_none() && !executes(text);
        if listing {
            let own = text.sentences().into_iter().filter(|sentence| !names_agency(*sentence));
            duties.extend(own.map(|sentence| Said::of(sentence.bare(), sure::LIKELY)));
            continue;
        }
        for sentence in text.sentences() {
            let own = sentence.has_any(&[
                "có nhiệm vụ",
                "có trách nhiệm",
                "có chức năng",
                "có trách nhiệm giúp",
                "thực hiện nhiệm vụ sau",
            ]);
            let subject = act::body_at(sentence).is_some()
                || committees.iter().any(|name| sentence.starts_with(name))
                || sentence.starts_with("các thành viên")
                || sentence.starts_with("thành viên");
            if own && subject && !executes(sentence) && !names_agency(sentence) {
                duties.push(Said::of(sentence.bare(), sure::GOOD));
            }
        }
    }
    duties
}

/// "Sở X là cơ quan thường trực của Ban Chỉ đạo": said of an agency, and no duty.
fn names_agency(sentence: Span<'_>) -> bool {
    let duty = sentence.has_any(&["có nhiệm vụ", "có trách nhiệm"]);
    !duty && sentence.has_any(&["là cơ quan thường trực", "làm cơ quan thường trực", "là đơn vị thường trực"])
}
