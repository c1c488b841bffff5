//! Official letters by which an office sends somebody to a committee: "Sở Y tế cử ông A, Phó Giám đốc, tham gia
//! Ban Chỉ đạo X". Such a letter is no decision; what it says is an event.

use register::date::PartialDate;
use register::draft::{EventDraft, EventKind};

use super::casing::Casing;
use super::sheet::{Said, Sheet, sure};
use super::{act, appointment, numbers, person, role};
use crate::line::{Line, Span};

/// Reads the events of a letter that sends somebody; what else it says is no matter of this.
pub fn read(lines: &[Line], casing: &Casing, sheet: &mut Sheet) {
    let sentences = lines.iter().flat_map(|line| line.all().sentences());
    let sent: Vec<Sent<'_>> = sentences.filter_map(sent).collect();
    if sent.is_empty() {
        return;
    }
    let own = lines
        .iter()
        .map(Line::all)
        .find_map(|line| numbers::numbers(line.after_any(&["số:", "số"])?).into_iter().next());
    sheet.draft.number = own.map(|number| sheet.put("number", number.said(sure::GOOD)));
    let dated = lines.iter().take(25).map(Line::all).filter(|line| line.has("ngày") && line.word_count() <= 14);
    if let Some((day, at)) = dated.into_iter().find_map(numbers::day) {
        sheet.put("date", Said::as_value(day.to_string(), at, sure::GOOD));
        sheet.draft.date = Some(day);
    }
    let sender = sender(lines, casing);
    for Sent { name, office, committee, role } in sent {
        let path = format!("events.{}", sheet.first_event + sheet.events.len());
        let post = office.and_then(|office| appointment::posts(appointment::wording(office)).into_iter().next());
        let (title, organization) = post.map_or((None, None), |post| (Some(post.title), post.organization));
        let citation = appointment::cite(&path, None, sheet);
        sheet.same_words("date", &format!("{path}.on"));
        let mut field = |key: &str, said: Option<Said<'_>>| sheet.put_some(&format!("{path}.{key}"), said);
        let event = EventDraft {
            event: EventKind::Nominate,
            organization: field("organization", sender.clone().or(organization)),
            post: field("post", title),
            person: field("person", Some(name)),
            portfolio: None,
            committee: field("committee", Some(committee)),
            role: field("role", role),
            on: sheet.draft.date.map(PartialDate::day),
            citation,
        };
        sheet.events.push(event);
    }
    // The letter itself is no draft: its marks go with the events.
    sheet.marks.retain(|mark| mark.field.starts_with("events."));
}

struct Sent<'a> {
    name: Said<'a>,
    office: Option<Span<'a>>,
    committee: Said<'a>,
    role: Option<Said<'a>>,
}

fn sent(sentence: Span<'_>) -> Option<Sent<'_>> {
    let verb = ["cử", "giới thiệu", "đề cử"].iter().flat_map(|verb| sentence.all(verb)).find(|verb| {
        let rest = sentence.from(verb.end).trim();
        person::begins(rest) && person::person(rest).name.is_some()
    })?;
    let found = person::person(sentence.from(verb.end).trim());
    let joins = found.rest.find_any(&["tham gia", "làm", "là"])?;
    let behind = found.rest.from(joins.end);
    let body = act::body(behind)?;
    let office = found.rest.until(joins.start).bare();
    let between = behind.until(body.start).bare();
    let between = between.after_any(&["làm", "với vai trò", "với chức danh"]).unwrap_or(between);
    let role = role::whole(between, &[]).and_then(|role| Some(Said::as_value(role.value?, role.span, sure::GOOD)));
    Some(Sent {
        name: found.name?,
        office: (!office.is_empty()).then_some(office),
        committee: Said::of(body.bare(), sure::GOOD),
        role,
    })
}

/// The office that writes: the last line of capitals over the number, left of the name of the country.
fn sender<'a>(lines: &'a [Line], casing: &Casing) -> Option<Said<'a>> {
    let head = lines.iter().take_while(|line| !line.all().starts_with("số")).filter(|line| line.is_capitals());
    let own = head.filter(|line| !line.all().starts_with("cộng hòa")).last()?;
    let name = own.all().bare();
    Some(Said::as_value(casing.normal(&name.text()), name, sure::GOOD))
}
