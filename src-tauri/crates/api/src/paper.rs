//! From a request to what a paper says.

use jiff::ToSpan;
use register::composition::Committee;
use register::decision::Citation;
use register::{Day, Fold, Instant};
use report::{Head, Kind, Options, Paper, Setting};

use crate::commands::{decisions, directory, look, timeline};
use crate::desk::{Desk, body, committee, eve, today};
use crate::failure::Failure;
use crate::types::{HistoryRequest, OrganizationSheet, PaperAddress, PaperOrder, PaperRequest, TimelineDrawingRequest};

/// The paper of a name.
///
/// # Errors
/// `unknown_paper`.
pub(crate) fn kind(word: &str) -> Result<Kind, Failure> {
    Kind::of(word).ok_or_else(|| Failure::refused("unknown_paper", [("paper", word.to_owned())]))
}

/// What a paper says.
///
/// # Errors
/// `unknown_paper`, `paper_needs` where it is not said what it is about, `not_found`, `ambiguous`, `bad_date`.
pub(crate) fn said(desk: &mut Desk, request: &PaperRequest) -> Result<Paper, Failure> {
    let kind = kind(&request.paper)?;
    // What is known of a person now stands in the derived rows, which need the desk for themselves.
    let person = match kind {
        Kind::Person => Some(directory::history(desk, of_person(request)?)?),
        Kind::Timeline if filled(request.person.as_deref()).is_some() => {
            Some(directory::history(desk, of_person(request)?)?)
        }
        _ => None,
    };
    let of = TimelineDrawingRequest {
        committee: filled(request.committee.as_deref()).map(str::to_owned),
        office: filled(request.office.as_deref()).map(str::to_owned),
        person: filled(request.person.as_deref()).map(str::to_owned),
        lanes: request.lanes.unwrap_or_default(),
        known_on: request.known_on.clone(),
    };
    let drawing = match kind {
        Kind::Timeline => Some(timeline::drawn(desk, &of)?),
        _ => None,
    };
    let name = desk.record.office.clone();
    let (fold, known_on) = desk.known(request.known_on.as_deref())?;
    let fold: &Fold = &fold;
    let setting = setting(desk, known_on)?;
    let on = request.on;
    let options = Options {
        by_given_name: request.order == Some(PaperOrder::GivenName),
        comrades: request.address == Some(PaperAddress::Comrade),
        since: request.from,
    };
    let named = || committee(fold, needed(request.committee.as_deref(), "committee")?);
    Ok(match kind {
        Kind::List => report::list_as(&fold.composition(named()?, on), &setting, &options).paper(),
        Kind::Sources => report::sources(fold, &fold.composition(named()?, on), &setting, &options),
        Kind::Summary => {
            let since = request.from.unwrap_or_else(|| a_year_before(on));
            report::summary(fold, named()?, on, since, &setting)
        }
        Kind::Changes => match filled(request.decision.as_deref()) {
            Some(wanted) => report::changes_by(fold, decisions::meant(fold, wanted)?, &setting),
            None => {
                let wanted = needed(request.committee.as_deref(), "committee")?;
                let found = body(fold, wanted)?;
                let from = request.from.unwrap_or_else(|| eve_of_newest(fold, found.committee(), on));
                report::changes(fold, found, from, on, &setting)
            }
        },
        Kind::Decisions => {
            let wanted = filled(request.committee.as_deref());
            let committee = wanted.map(|wanted| committee(fold, wanted)).transpose()?;
            report::decisions(fold, committee, on, &setting)
        }
        Kind::Notice => {
            let wanted = needed(request.decision.as_deref(), "decision")?;
            report::notice(fold, decisions::meant(fold, wanted)?, on, &setting)
        }
        Kind::Person => {
            let history = person.ok_or_else(|| needs("person"))?;
            report::person(&history, on, &setting)
        }
        Kind::Organization => {
            let wanted = needed(request.organization.as_deref(), "organization")?;
            report::organization(&of_sheet(directory::organization_on(fold, wanted, on)?), on, &setting)
        }
        Kind::Chart => chart(fold, &name, request, &setting)?,
        Kind::Timeline => {
            let drawing = drawing.ok_or_else(|| needs("committee"))?;
            let person = person.map(|history| history.person);
            let subject = of_timeline(fold, &of, person, request)?;
            report::drawing::timeline(fold, &drawing, &subject, on, request.sheet.unwrap_or_default(), &setting)
        }
        Kind::Matrix => report::matrix(&fold.matrix(on), &behind_all(fold, on), &setting),
    })
}

/// The chart of a committee, or of all of a date.
fn chart(fold: &Fold, name: &str, request: &PaperRequest, setting: &Setting) -> Result<Paper, Failure> {
    let (on, size) = (request.on, request.sheet.unwrap_or_default());
    if let Some(wanted) = filled(request.committee.as_deref()) {
        let committee = committee(fold, wanted)?;
        let changes = request.from.map(|from| (from, look::changes_since(fold, committee, from, on)));
        let since = changes.as_ref().map(|(from, changes)| (*from, changes));
        return Ok(report::drawing::chart(&fold.composition(committee, on), since, size, setting));
    }
    let mut offices = look::offices_on(fold, on);
    if let Some(wanted) = filled(request.office.as_deref()) {
        let key = register::decision::office(wanted);
        offices.retain(|office| register::decision::office(&office.name) == key);
        if offices.is_empty() {
            return Err(Failure::not_found("office", wanted));
        }
    }
    let sources = behind_all(fold, on);
    let paper = report::drawing::office_chart((name, &offices), on, &sources, size, setting);
    paper.map_err(|_| Failure::refused("chart_too_large", []))
}

/// Of what a timeline is.
fn of_timeline(
    fold: &Fold,
    of: &TimelineDrawingRequest,
    person: Option<String>,
    request: &PaperRequest,
) -> Result<String, Failure> {
    if let Some(person) = person {
        return Ok(person);
    }
    if let Some(wanted) = &of.committee {
        return Ok(fold.composition_of(body(fold, wanted)?, request.on).committee.name);
    }
    Ok(of.office.clone().unwrap_or_else(|| report::drawing::ALL_EVER.to_owned()))
}

/// A name for the file of a paper, without its ending.
#[cfg(feature = "press")]
pub(crate) fn file_name(paper: &Paper, on: Day) -> String {
    let about = paper.subject.as_deref().unwrap_or_default();
    let plain = register::text::fold(about).replace([' ', '/'], "-");
    let plain: String = plain.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(60).collect();
    format!("{}-{}-{on}", paper.kind.file_name(), plain.trim_matches('-'))
}

/// The record as a paper knows it: up to which instant, and up to which entry.
fn setting(desk: &Desk, known_on: Instant) -> Result<Setting, Failure> {
    let newest = desk.entries.iter().rev().find(|entry| entry.recorded_at <= known_on);
    let seq = newest.map_or(0, |newest| newest.seq);
    let link = desk.store.link(seq)?.map(|link| link.to_string()).unwrap_or_default();
    Ok(Setting { office: desk.record.office.clone(), known_on, printed_on: today(), head: Head { seq, link } })
}

fn of_person(request: &PaperRequest) -> Result<HistoryRequest, Failure> {
    let person = needed(request.person.as_deref(), "person")?.to_owned();
    Ok(HistoryRequest { person, on: Some(request.on), known_on: request.known_on.clone() })
}

fn filled(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

fn needed<'a>(text: Option<&'a str>, what: &str) -> Result<&'a str, Failure> {
    filled(text).ok_or_else(|| needs(what))
}

fn needs(what: &str) -> Failure {
    Failure::refused("paper_needs", [("what", what.to_owned())])
}

fn a_year_before(on: Day) -> Day {
    on.checked_sub(1.year()).unwrap_or(on)
}

/// The eve of the newest decision on a committee that has taken effect.
fn eve_of_newest(fold: &Fold, committee: &Committee, on: Day) -> Day {
    let days = committee.decisions.iter().map(|at| fold.decisions[*at].effective_from);
    days.filter(|day| *day <= on).max().map_or_else(|| a_year_before(on), eve)
}

/// The decisions behind every committee that exists on a day, each once; those that are no originals first, since
/// the foot must name them.
fn behind_all(fold: &Fold, on: Day) -> Vec<Citation> {
    let mut behind: Vec<Citation> = Vec::new();
    for committee in &fold.committees {
        for source in fold.composition(committee, on).sources {
            if !behind.iter().any(|known| known.decision_id == source.decision_id && known.decision == source.decision)
            {
                behind.push(source);
            }
        }
    }
    behind.sort_by_key(|source| !source.reconstructed);
    behind
}

/// An organization as its sheet says it.
fn of_sheet(sheet: OrganizationSheet) -> report::Organization {
    let seated = |line: crate::types::SeatLine| report::Seated {
        committee: line.name,
        role: line.role,
        as_written: line.as_written,
        citation: line.citation,
    };
    report::Organization {
        name: sheet.name,
        parent: sheet.parent,
        also: sheet.also,
        life: sheet
            .life
            .into_iter()
            .map(|line| report::Happened { what: line.what, on: line.on, name: line.name, citation: line.citation })
            .collect(),
        ended: sheet.ended,
        successor: sheet.successor.map(|successor| successor.name),
        posts: sheet
            .posts
            .into_iter()
            .map(|post| report::PostOn {
                title: post.title,
                holders: post.holders.into_iter().map(|holder| (holder.person, holder.capacity)).collect(),
                vacant: post.vacant,
                ended: post.ended,
            })
            .collect(),
        seats: sheet.seats.into_iter().map(seated).collect(),
        agency_of: sheet.standing_agency_of.into_iter().map(seated).collect(),
    }
}
