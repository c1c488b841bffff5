//! The public notice of a decision: one page of plain prose for the press and the portal, written from what the
//! register has recorded of the decision, and from nothing else.

use register::Fold;
use register::composition::{Body, Status};
use register::date::Day;
use register::decision::{Decision, Occupant, Provision, Seat};
use register::draft::{Act, Reference};

use crate::cited;
use crate::decisions::{because, cite};
use crate::foot::Foot;
use crate::paper::{Block, Kind, Paper, Setting};
use crate::words;
use crate::words::notice as said;

/// Writes the notice of a decision, with how it stands on a day.
#[must_use]
pub fn notice(fold: &Fold, decision: usize, on: Day, setting: &Setting) -> Paper {
    let own = &fold.decisions[decision];
    let mut blocks = vec![Block::prose(opening(own))];
    blocks.extend(bodies(own));
    blocks.extend(members(own));
    blocks.extend(beside(own));
    let stands = fold.status(decision, on);
    if stands.status != Status::InForce {
        blocks.extend(said::stands(on, stands.status, &because(fold, &stands)).map(Block::prose));
    }
    blocks.extend(heads(fold, decision).map(Block::prose));
    blocks.push(Block::prose(if own.reconstructed { said::REBUILT } else { said::FROM_REGISTER }));
    let subject = said::of(&cited::full(&cite(own)).replace(&format!(" ({})", words::REBUILT_FROM_REPORTS), ""));
    Paper {
        kind: Kind::Notice,
        name: format!("{} {subject}", said::TITLE),
        notice: None,
        office: setting.office.clone(),
        printed: words::printed(setting.printed_on),
        printed_on: setting.printed_on,
        title: said::TITLE.to_uppercase(),
        subject: Some(subject),
        as_of: None,
        sources: None,
        blocks,
        foot: Foot::of(on, &[cite(own)], setting),
        landscape: false,
    }
}

/// Who decided what, from when on, by whose proposal, and what it takes the place of.
fn opening(own: &Decision) -> String {
    let numbered = said::numbered(&own.number);
    let what = own.committees.first().map_or_else(
        || own.subject.as_deref().map(said::small).unwrap_or_default(),
        |_| format!("{} {}", said::does(own.act), words::and(&own.committees)),
    );
    let mut sentences = vec![
        said::opening(own.issued_on, &own.issuer, &numbered, what.trim()),
        said::effective(own.issued_on, own.effective_from),
    ];
    if own.proposed_by.is_some() || !own.proposals.is_empty() {
        sentences.push(said::proposed(own.proposed_by.as_deref(), &own.proposals));
    }
    sentences.extend(on_others(own));
    sentences.join(" ")
}

/// What it does to other papers, one sentence for each verb.
fn on_others(own: &Decision) -> Vec<String> {
    let mut replaced = (Vec::new(), false);
    let mut others: Vec<(&'static str, Vec<String>)> = Vec::new();
    for enacted in &own.provisions {
        let verb = match &enacted.provision {
            Provision::Replace { decision, with_amendments } => {
                replaced.0.push(reference(decision));
                replaced.1 |= *with_amendments;
                continue;
            }
            Provision::Repeal { .. } => "bãi bỏ",
            Provision::Amend { .. } => "sửa đổi, bổ sung",
            Provision::Withdraw { .. } => "thu hồi",
            Provision::Suspend { .. } => "đình chỉ, tạm ngưng hiệu lực",
            Provision::Resume { .. } => "cho tiếp tục thi hành",
            Provision::Correct { .. } => "đính chính",
            Provision::Revive { .. } => "cho có hiệu lực trở lại",
            _ => continue,
        };
        let Some(paper) = enacted.provision.decision().map(reference) else { continue };
        match others.iter_mut().find(|(known, _)| *known == verb) {
            Some((_, papers)) => papers.push(paper),
            None => others.push((verb, vec![paper])),
        }
    }
    let mut sentences = Vec::new();
    if !replaced.0.is_empty() {
        sentences.push(said::replaces(&replaced.0, replaced.1));
    }
    sentences.extend(others.iter().map(|(verb, papers)| said::acts_on(verb, papers)));
    sentences
}

fn reference(reference: &Reference) -> String {
    let numbered = said::numbered(reference.number());
    reference.date().map_or(numbered.clone(), |day| format!("{numbered} {}", words::long(day)))
}

/// What becomes of committees themselves.
fn bodies(own: &Decision) -> Vec<Block> {
    let of = |enacted: &register::decision::Enacted| match &enacted.provision {
        Provision::Rename { committee, name } => Some(said::renamed(committee, name)),
        Provision::Merge { committee, merged, .. } => Some(said::merged(merged, committee)),
        Provision::Dissolve { committee } => Some(said::dissolved(committee)),
        _ => None,
    };
    own.provisions.iter().filter_map(of).map(Block::prose).collect()
}

/// Role by role, in the order and in the words of the decision; then the bodies inside, those invited, those who
/// leave.
fn members(own: &Decision) -> Vec<Block> {
    let seats = || {
        own.provisions.iter().filter_map(|enacted| match &enacted.provision {
            Provision::Seat(seat) | Provision::ChangeRole { seat, .. } => Some(seat),
            _ => None,
        })
    };
    let mut inside: Vec<Option<&str>> = Vec::new();
    for seat in seats() {
        let body = seat.sub_body.as_deref();
        if !inside.contains(&body) {
            inside.push(body);
        }
    }
    let mut blocks = Vec::new();
    for body in inside {
        let own: Vec<&Seat> = seats().filter(|seat| seat.sub_body.as_deref() == body && !seat.invited).collect();
        let roles = by_role(&own).into_iter().map(|(role, members)| said::role(&role, &members)).collect::<Vec<_>>();
        if !roles.is_empty() {
            blocks.push(Block::prose(said::list(body, &roles)));
        }
    }
    let mut guests: Vec<String> = Vec::new();
    for seat in seats().filter(|seat| seat.invited) {
        push_once(&mut guests, wording(seat));
    }
    if !guests.is_empty() {
        blocks.push(Block::prose(said::invited(&guests)));
    }
    let leave: Vec<String> = own
        .provisions
        .iter()
        .filter_map(|enacted| match &enacted.provision {
            Provision::Unseat { who, .. } => Some(who.clone()),
            _ => None,
        })
        .collect();
    if !leave.is_empty() {
        blocks.push(Block::prose(said::leave(&leave)));
    }
    blocks
}

fn by_role(seats: &[&Seat]) -> Vec<(String, Vec<String>)> {
    let mut roles: Vec<(String, Vec<String>)> = Vec::new();
    for seat in seats {
        let role = seat.role.as_deref().unwrap_or(words::MEMBER);
        let at = roles.iter().position(|(known, _)| register::text::key(known) == register::text::key(role));
        let at = at.unwrap_or_else(|| {
            roles.push((role.to_owned(), Vec::new()));
            roles.len() - 1
        });
        push_once(&mut roles[at].1, wording(seat));
    }
    roles
}

/// Several seats by one wording are said by it, once.
fn push_once(said: &mut Vec<String>, text: String) {
    if !said.contains(&text) {
        said.push(text);
    }
}

fn wording(seat: &Seat) -> String {
    match &seat.occupant {
        Occupant::Named { name, honorific, position, .. } => {
            // In the middle of a sentence people are addressed with a small letter.
            let honorific = honorific.as_deref().map(str::to_lowercase);
            let named = honorific.iter().map(String::as_str).chain([name.as_str()]).collect::<Vec<_>>().join(" ");
            position.iter().fold(named, |named, position| format!("{named}, {position}"))
        }
        other if seat.as_written.is_empty() => other.position().unwrap_or_default().to_owned(),
        _ => seat.as_written.clone(),
    }
}

/// The standing agency, the duties, the end.
fn beside(own: &Decision) -> Vec<Block> {
    let (mut sentences, mut duties) = (Vec::new(), Vec::new());
    let mut end = Vec::new();
    for enacted in &own.provisions {
        match &enacted.provision {
            Provision::SetStandingAgency { agency, scope, .. } => {
                sentences.push(said::agency(agency, scope.as_deref(), enacted.words.as_deref()));
            }
            Provision::AssignDuty { duty, .. } => {
                duties.push(said::small(duty.trim_end_matches(['.', ';', ' '])));
            }
            Provision::Sunset { on: Some(on), .. } => end.push(said::until(words::last_day(*on))),
            Provision::Sunset { words: Some(words), .. } => {
                end.push(format!("{}.", said::capital(words.trim_end_matches('.'))))
            }
            Provision::Extend { until, .. } => end.push(said::until(words::last_day(*until))),
            _ => {}
        }
    }
    if let Some(signer) = own.signer.as_ref().and_then(|signer| signer.name.as_deref().map(|name| (signer, name))) {
        end.push(said::signed(signer.0.title.as_deref(), signer.1));
    }
    let mut blocks = Vec::new();
    if !sentences.is_empty() {
        blocks.push(Block::prose(sentences.join(" ")));
    }
    if !duties.is_empty() {
        blocks.push(Block::prose(said::duties(&duties)));
    }
    if !end.is_empty() {
        blocks.push(Block::prose(end.join(" ")));
    }
    blocks
}

/// How many sit on the first day, where it founds or lists the whole committee.
fn heads(fold: &Fold, decision: usize) -> Option<String> {
    let own = &fold.decisions[decision];
    if !matches!(own.act, Act::Establish | Act::Reconstitute) {
        return None;
    }
    let mut named = fold.named_by(decision);
    let (Some(committee), None) = (named.next(), named.next()) else { return None };
    let composition = fold.composition_of(Body::Committee(committee), own.effective_from);
    composition.heads.filter(|heads| *heads > 0).map(|heads| said::heads(heads, own.effective_from))
}
