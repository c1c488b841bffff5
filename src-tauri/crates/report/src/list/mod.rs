//! What the membership list says.

mod as_paper;
pub(crate) mod seats;

use jiff::civil::Date;
use register::composition::{Agency, Composition, Flag, State};
use serde::Serialize;

use crate::cited::Cited;
use crate::foot::Foot;
use crate::paper::{Options, Setting};
use crate::words;

/// The membership list of a committee on a date, in the words of the paper.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct List {
    /// The name of the file's content: what a reader's window and its screen reader show.
    pub name: String,
    /// What the paper is, and what it is not.
    pub notice: String,
    /// The body that keeps the register.
    pub office: String,
    /// The day of printing, in words.
    pub printed: String,
    /// The day of printing, for the file.
    pub printed_on: Date,
    /// The kind of paper.
    pub title: String,
    /// The committee, under its name of the date.
    pub committee: String,
    /// The date, in words.
    pub as_of: String,
    /// All that it rests on; nothing where the register knows of no paper for that date.
    pub sources: Option<String>,
    /// Totals and standing agencies: what a reader in a hurry looks for.
    pub summary: Vec<String>,
    /// What stands in place of the table, or over one that is not whole.
    pub sentence: Option<String>,
    /// The heads of the columns.
    pub columns: [&'static str; 4],
    /// The committee itself, then the bodies inside it, then those invited. Empty where nobody is known.
    pub parts: Vec<Part>,
    /// The foot of each page.
    pub foot: Foot,
}

/// A table of the list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Part {
    /// Its own heading; the committee itself needs none.
    pub heading: Option<String>,
    /// Its roles.
    pub groups: Vec<Group>,
}

/// The seats of one role.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// The role as the decision has it.
    pub role: String,
    /// How many rows of it count.
    pub count: u32,
    /// Its rows, in the order of the decision.
    pub lines: Vec<Line>,
}

/// A line of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "line", rename_all = "snake_case")]
pub enum Line {
    /// The wording of a class of posts, over the rows that it expands to.
    Wording {
        /// The words of the decision.
        text: String,
        /// How many rows follow.
        count: u32,
        /// Where the decision says it.
        citation: String,
        /// What is to be said of it.
        notes: Vec<String>,
    },
    /// Over those named one by one behind a class, who would read as members of it.
    Others {
        /// How many rows follow.
        count: u32,
    },
    /// Who sits.
    Row {
        /// The running number; none for a seat whose post has ended, which counts no head.
        number: Option<u32>,
        /// The person, or that nobody is known, sent or left.
        who: String,
        /// Post and organization.
        post: String,
        /// Where the decision says it.
        citation: String,
        /// What is to be said of it.
        notes: Vec<String>,
    },
}

/// Says what the membership list of a composition says.
#[must_use]
pub fn list(composition: &Composition, setting: &Setting) -> List {
    list_as(composition, setting, &Options::default())
}

/// The same, its people in the order and with the address that were asked for.
#[must_use]
pub fn list_as(composition: &Composition, setting: &Setting, options: &Options) -> List {
    let cited = Cited::new(&composition.sources);
    let parts = parts(composition, &cited, options);
    List {
        name: name(words::LIST, composition),
        notice: words::NOTICE.to_owned(),
        office: setting.office.clone(),
        printed: words::printed(setting.printed_on),
        printed_on: setting.printed_on,
        title: words::LIST.to_uppercase(),
        committee: composition.committee.name.clone(),
        as_of: words::as_of(composition.on),
        sources: cited.rests_on(usize::MAX),
        summary: summary(composition, &cited, &parts),
        sentence: sentence(composition, &cited.sources()),
        columns: words::COLUMNS,
        parts,
        foot: Foot::of(composition.on, &composition.sources, setting),
    }
}

/// What a paper on a committee on a date is called.
pub(crate) fn name(title: &str, composition: &Composition) -> String {
    format!("{title} {}, {}", composition.committee.name, words::as_of(composition.on).to_lowercase())
}

/// The committee itself, then the bodies inside it, then those invited: each numbered on its own.
fn parts(composition: &Composition, cited: &Cited<'_>, options: &Options) -> Vec<Part> {
    let (invited, members): (Vec<_>, Vec<_>) = composition.seats.iter().partition(|seat| seat.invited);
    let mut parts = vec![Part { heading: None, groups: seats::groups(&members, cited, options) }];
    for body in &composition.sub_bodies {
        let heading = Some(words::sub_body(&body.name, body.heads));
        parts.push(Part { heading, groups: seats::groups(&body.seats.iter().collect::<Vec<_>>(), cited, options) });
    }
    parts.push(Part { heading: Some(words::INVITED.to_owned()), groups: seats::groups(&invited, cited, options) });
    parts.retain(|part| !part.groups.is_empty());
    parts
}

fn summary(composition: &Composition, cited: &Cited<'_>, parts: &[Part]) -> Vec<String> {
    match composition.state {
        State::NotYet | State::Ended => return Vec::new(),
        State::Active | State::Suspended => {}
    }
    let mut total = words::total(composition.heads);
    let own = parts.iter().filter(|part| part.heading.is_none());
    let rows: u32 = own.flat_map(|part| &part.groups).map(|group| group.count).sum();
    if composition.heads.is_some_and(|heads| heads < rows) {
        total = format!("{total}. {}", words::COUNTED_ONCE);
    }
    let mut summary = vec![total];
    if composition.invited_heads > 0 {
        summary.push(words::invited(composition.invited_heads));
    }
    if !composition.standing_agencies.is_empty() {
        let agencies: Vec<String> =
            composition.standing_agencies.iter().map(|agency| self::agency(agency, cited)).collect();
        summary.push(words::standing_agencies(&agencies));
    }
    if composition.state == State::Suspended {
        summary.push(words::SUSPENDED.to_owned());
    }
    if composition.flags.contains(&Flag::PastSunset) {
        summary.push(words::PAST_PURPOSE.to_owned());
    }
    summary
}

/// "Sở Nội vụ, cải cách hành chính (Điều 3)".
fn agency(agency: &Agency, cited: &Cited<'_>) -> String {
    let mut said = agency.name.clone();
    if let Some(scope) = &agency.scope {
        said = format!("{said}, {scope}");
    }
    let mut beside = vec![cited.place(&agency.citation)];
    if agency.flags.contains(&Flag::PostEnded) {
        beside.push(words::BODY_ENDED.to_owned());
    }
    beside.extend(agency.successor.as_deref().map(words::consider));
    format!("{said} – {}", beside.join("; "))
}

/// What is to be said in place of a table, or over one that is not whole.
pub(crate) fn sentence(composition: &Composition, sources: &[String]) -> Option<String> {
    let committee = &composition.committee.name;
    match composition.state {
        State::NotYet => Some(words::not_yet(committee, composition.on)),
        State::Ended => Some(words::ended(committee, composition.on)),
        State::Active | State::Suspended if composition.heads.is_none() => {
            Some(words::unknown(&sources.join("; "), !composition.seats.is_empty()))
        }
        State::Active | State::Suspended if composition.seats.is_empty() => Some(words::NOBODY.to_owned()),
        State::Active | State::Suspended => None,
    }
}
