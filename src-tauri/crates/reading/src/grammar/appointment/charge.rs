//! Who is put in charge: of an organization whose post nobody holds, or of a field of work.

use register::draft::EventKind;

use super::clause::Found;
use super::post::{self, Post};
use super::verb::{Op, Verb};
use crate::grammar::sheet::{Said, sure};
use crate::lexicon;
use crate::line::Span;

/// "giữ chức Phó Giám đốc phụ trách Sở X": takes charge of it besides.
pub fn deputies_in_charge<'a>(found: &[Found<'a>]) -> Vec<Found<'a>> {
    let charged = |event: &&Found<'a>| event.kind == EventKind::Appoint && event.in_charge;
    let deputies = found.iter().filter(charged).map(|event| Found {
        kind: EventKind::TakeCharge,
        title: event.title.as_ref().and_then(deputy_of),
        ..event.clone()
    });
    deputies.collect()
}

/// "phụ trách Sở X", "giao phụ trách Sở X cho ông A", "phụ trách lĩnh vực …".
pub fn in_charge<'a>(
    person: (&Said<'a>, usize),
    ops: &[Op<'a>],
    offices: &[Post<'a>],
    segment: Span<'a>,
    assigns: bool,
) -> Option<Found<'a>> {
    const WORDS: [&str; 4] = ["phụ trách, điều hành", "phụ trách", "điều hành", "theo dõi"];
    let behind_name = segment.find_any(&WORDS).map(|word| segment.from(word.end));
    let with_verb = ops
        .iter()
        .find(|op| op.verb == Verb::Charge && op.at.has_any(&WORDS) && op.at.end < person.1)
        .map(|op| Span::new(op.at.line, op.at.end, person.1));
    let rest = behind_name.or(with_verb)?.trim_by(|c| matches!(c, ':' | ',') || c.is_whitespace());
    let rest = rest
        .after_any(&[
            "hoạt động của",
            "hoạt động",
            "công việc của",
            "toàn diện",
            "chung",
            "công tác của",
            "vị trí",
            "chức vụ",
        ])
        .unwrap_or(rest);
    let office = offices.last();
    let mut found = Found {
        kind: EventKind::TakeCharge,
        person: person.0.clone(),
        title: None,
        organization: None,
        portfolio: None,
        in_charge: false,
        at: segment,
    };
    if let Some(post) = post::begins(rest).then(|| post::split(post::wording(rest))).flatten() {
        return Some(Found { title: Some(post.title), organization: post.organization, ..found });
    }
    let other = |name: &Said<'_>| office.is_some_and(|office| !of_same(office, name));
    // Another body than that of the office is a field of work: "Phó Giám đốc Sở … phụ trách Trung tâm …".
    if let Some(organization) = post::organization(rest).filter(|name| !(assigns && other(name))) {
        // The post is the one whose deputy takes charge.
        found.title =
            office.filter(|office| of_same(office, &organization)).and_then(|office| deputy_of(&office.title));
        found.organization = Some(organization);
        return Some(found);
    }
    let office = office.filter(|_| assigns)?;
    let field =
        rest.after_any(&lexicon::get().appointments.words.fields.iter().map(String::as_str).collect::<Vec<_>>());
    let field = post::until_clause(field.unwrap_or(rest)).bare();
    (!field.is_empty()).then(|| Found {
        kind: EventKind::Assign,
        title: Some(office.title.clone()),
        organization: office.organization.clone(),
        portfolio: Some(Said::of(field, sure::LIKELY)),
        ..found
    })
}

fn of_same(office: &Post<'_>, organization: &Said<'_>) -> bool {
    let (known, wanted) =
        (office.organization.as_ref().map(|name| name.value.to_lowercase()), organization.value.to_lowercase());
    known.is_none_or(|known| known.starts_with(&wanted) || wanted.starts_with(&known))
}

/// "Phó Giám đốc" → "Giám đốc".
fn deputy_of<'a>(title: &Said<'a>) -> Option<Said<'a>> {
    let title = title.at.first()?;
    let rest = title.after("phó")?;
    Some(Said::of(rest, sure::LIKELY))
}
