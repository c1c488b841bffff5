//! Papers about who holds which post (bổ nhiệm, điều động, giao quyền, giao phụ trách, miễn nhiệm, nghỉ hưu):
//! read into events of the directory. They fill no committee.

mod charge;
mod clause;
mod day;
mod post;
mod roll;
mod verb;

use register::directory::Sourced;
use register::draft::{Act, EventDraft};

use super::outline::{Article, Outline, Unit};
use super::sheet::{Said, Sheet, sure};
use super::{act, clauses, heading, person};
use crate::lexicon;
use crate::line::Span;
use clause::{Found, Lead};
pub use day::On;
pub use post::{posts, wording};

/// What a paper about people is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Posts: events of the directory.
    Posts,
    /// Members of a committee: a change of that.
    Members,
}

/// Whether the subject is about people in posts, or about who sits on a committee.
pub fn about(outline: &Outline<'_>, title: Option<Span<'_>>) -> Option<About> {
    let words = &lexicon::get().appointments.words;
    let first = outline.articles.iter().flat_map(clauses::texts).next();
    let subjects: Vec<&str> = words.subjects.iter().map(String::as_str).collect();
    // A subject of two words ("Về việc phê chuẩn") leaves it to the first article.
    let told = |text: &Span<'_>| text.has_any(&subjects);
    let silent = title.is_none_or(|title| act::act(title).is_none());
    let article = first.filter(|text| silent && !person::everyone(*text).is_empty());
    let subject = title.filter(told).or(article)?;
    let at = subject.find_any(&subjects)?;
    // "Ban hành Quy định về bổ nhiệm", "Thành lập Hội đồng bổ nhiệm"; but "Điều chỉnh phân công" is of people.
    let rules = subject.has_any(&["quy định", "quy chế", "quyết định"]);
    match act::act(subject.until(at.start)) {
        None => {}
        Some(Act::Amend) if !rules && !names_committee(subject) => {}
        Some(_) => return None,
    }
    let seats = ["bổ nhiệm", "miễn nhiệm", "bãi nhiệm", "thôi giữ", "chỉ định"];
    let changes = |text: Span<'_>| text.find_any(&seats).is_some() && names_committee(text);
    match title {
        Some(title) if names_committee(title) => changes(title).then_some(About::Members),
        _ => Some(if first.is_some_and(seated) { About::Members } else { About::Posts }),
    }
}

/// Whether a body is named that decisions found, and no office that stands for itself.
fn names_committee(text: Span<'_>) -> bool {
    let lexicon = lexicon::get();
    let office =
        |at: &Span<'_>| lexicon.appointments.words.offices.iter().any(|name| text.from(at.start).starts_with(name));
    // The council of a school is an office to be headed, and a body to be a member of.
    // "Thay đổi nhân sự chủ chốt của Ban Tổ chức Lễ hội X".
    let of = |at: Span<'_>| {
        let rest = text.from(at.end).trim();
        act::body_at(rest.after_any(&["chủ chốt của", "chủ chốt", "của"]).unwrap_or(rest)).is_some()
    };
    let members = text.all("thành viên").chain(text.all("nhân sự")).any(of);
    members || lexicon.committees.every(text).any(|at| !office(&at))
}

/// "Bổ nhiệm ông A giữ chức Phó Trưởng ban Ban Chỉ đạo X".
fn seated(text: Span<'_>) -> bool {
    let phrases = ["giữ chức vụ", "giữ chức danh", "giữ chức", "làm"];
    let behind = text.find_any(&phrases).map(|at| text.from(at.end).trim());
    behind.is_some_and(|post| names_committee(post::wording(post)))
}

/// An event with where it stands.
struct Placed<'a> {
    found: Found<'a>,
    place: Option<Said<'a>>,
    on: Option<On<'a>>,
}

/// Reads the events of a paper whose head, effect and signature are read.
pub fn read(outline: &Outline<'_>, sheet: &mut Sheet) {
    let mut placed = Vec::new();
    let mut rolls = Lead::default();
    for article in outline.articles.iter().filter(|article| !executes(article)) {
        read_article(article, outline, &mut placed, &mut rolls);
    }
    for annex in &outline.annexes {
        placed.extend(roll::annex(annex, &rolls).into_iter().map(|(found, place)| {
            let on = day::of_others(outline);
            Placed { found, place, on }
        }));
    }
    fill(placed, sheet);
}

fn executes(article: &Article<'_>) -> bool {
    clauses::texts(article).first().is_some_and(|text| {
        heading::executes(*text) && verb::all(*text).iter().all(|op| matches!(op.verb, verb::Verb::Hold))
    })
}

fn read_article<'a>(article: &Article<'a>, outline: &Outline<'a>, placed: &mut Vec<Placed<'a>>, rolls: &mut Lead<'a>) {
    let mut lead = Lead::default();
    let mut clause = None;
    let beside = day::beside(article).or_else(|| day::of_others(outline));
    for unit in &article.units {
        let (label, body) = match unit {
            Unit::Text { label, body } => (*label, *body),
            Unit::Row(_) => continue,
        };
        let place = place(article, label, &mut clause);
        for sentence in body.sentences() {
            if heading::executes(sentence) {
                continue;
            }
            let found = clause::read(sentence, &lead);
            let on = day::stated(sentence).or_else(|| beside.clone());
            placed.extend(found.into_iter().map(|found| Placed { found, place: place.clone(), on: on.clone() }));
            if let Some(above) = Lead::of(sentence) {
                *rolls = above.clone();
                lead = above;
            }
        }
    }
    let rows = roll::rows(&article.units, &lead);
    placed.extend(rows.into_iter().map(|found| Placed {
        found,
        place: place(article, None, &mut None),
        on: beside.clone(),
    }));
}

/// "Điều 1 khoản 2 điểm a".
fn place<'a>(article: &Article<'a>, label: Option<Span<'a>>, clause: &mut Option<Span<'a>>) -> Option<Said<'a>> {
    let (name, words) = article.label.as_ref()?;
    let mut said = Said::as_value(name.clone(), *words, sure::CERTAIN);
    let label = label.map(|label| label.trim_by(|c| !c.is_alphanumeric())).filter(|label| !label.is_empty());
    let number = |label: &Span<'_>| label.chars().iter().all(|c| c.is_ascii_digit() || *c == '.');
    let (khoan, diem) = match label {
        Some(label) if number(&label) => {
            *clause = Some(label);
            (Some(label), None)
        }
        Some(label) if label.chars().len() == 1 => (*clause, Some(label)),
        Some(_) => (None, None),
        None => (*clause, None),
    };
    for (word, label) in [("khoản", khoan), ("điểm", diem)] {
        if let Some(label) = label {
            said.value.push_str(&format!(" {word} {}", label.text()));
            said.at.push(label);
        }
    }
    Some(said)
}

/// Puts the events into the sheet, each said once.
fn fill(placed: Vec<Placed<'_>>, sheet: &mut Sheet) {
    for Placed { found, place, on } in placed {
        let value = |said: &Option<Said<'_>>| said.as_ref().map(|said| said.value.clone());
        let known = sheet.events.iter().any(|event| {
            (event.event, &event.person, &event.post, &event.organization)
                == (found.kind, &Some(found.person.value.clone()), &value(&found.title), &value(&found.organization))
        });
        if known {
            continue;
        }
        if found.title.is_none() || found.organization.is_none() {
            sheet.warn("unclear_post", found.at);
        }
        let path = format!("events.{}", sheet.first_event + sheet.events.len());
        let on = day::on(on, &path, sheet);
        let citation = cite(&path, place, sheet);
        let mut field = |name: &str, said: Option<Said<'_>>| sheet.put_some(&format!("{path}.{name}"), said);
        let event = EventDraft {
            event: found.kind,
            organization: field("organization", found.organization),
            post: field("post", found.title),
            person: field("person", Some(found.person)),
            portfolio: field("portfolio", found.portfolio),
            committee: None,
            role: None,
            on,
            citation,
        };
        sheet.events.push(event);
    }
}

/// The paper itself as the source of an event; `None` while it has no number.
pub fn cite(path: &str, place: Option<Said<'_>>, sheet: &mut Sheet) -> Option<Sourced> {
    let decision = sheet.draft.number.clone()?;
    sheet.same_words("number", &format!("{path}.citation.decision"));
    sheet.same_words("date", &format!("{path}.citation.date"));
    let place = sheet.put_some(&format!("{path}.citation.place"), place);
    Some(Sourced::Document { decision, date: sheet.draft.date, place })
}
