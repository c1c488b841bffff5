//! The sheet of an organization: what became of it, its posts and who holds them, and where it sits.

use std::sync::Arc;

use register::date::Day;
use register::decision::Citation;
use register::directory::Capacity;

use crate::cited::{self, distinct};
use crate::foot::Foot;
use crate::paper::{Block, Cell, Column, Kind, Paper, Row, Setting, Table};
use crate::words;
use crate::words::directory as said;

/// An organization on a date, as far as its sheet says it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Organization {
    /// Its name on the date.
    pub name: String,
    /// The body above it.
    pub parent: Option<String>,
    /// Other names under which papers know it.
    pub also: Vec<String>,
    /// What became of it, by the words of the record, in the order of the days.
    pub life: Vec<Happened>,
    /// Whether it is no more.
    pub ended: bool,
    /// What it was merged into.
    pub successor: Option<String>,
    /// Its posts.
    pub posts: Vec<PostOn>,
    /// Where it sits.
    pub seats: Vec<Seated>,
    /// Whose standing agency it is; the role is the subject.
    pub agency_of: Vec<Seated>,
}

/// Something that happened to an organization.
#[derive(Clone, Debug, PartialEq)]
pub struct Happened {
    /// founded, renamed, merged …
    pub what: String,
    /// When, where it is known.
    pub on: Option<Day>,
    /// The name that it got, or the other organization.
    pub name: String,
    /// Where it is known from.
    pub citation: Option<Arc<Citation>>,
}

/// A post on a date.
#[derive(Clone, Debug, PartialEq)]
pub struct PostOn {
    /// Its title.
    pub title: String,
    /// Who holds it.
    pub holders: Vec<(String, Capacity)>,
    /// Whether the last holder left.
    pub vacant: bool,
    /// Whether it is no more.
    pub ended: bool,
}

/// A seat in a committee.
#[derive(Clone, Debug, PartialEq)]
pub struct Seated {
    /// The committee.
    pub committee: String,
    /// The role.
    pub role: Option<String>,
    /// The words of the decision.
    pub as_written: String,
    /// Where it is said.
    pub citation: Arc<Citation>,
}

/// Says what the register knows of an organization on a date.
#[must_use]
pub fn organization(organization: &Organization, on: Day, setting: &Setting) -> Paper {
    let mut blocks: Vec<Block> = organization.parent.iter().map(|parent| Block::line(said::parent(parent))).collect();
    if !organization.also.is_empty() {
        blocks.push(Block::line(format!("{}: {}", said::ALSO, organization.also.join("; "))));
    }
    if organization.ended {
        blocks.push(Block::prose(said::ended(on, organization.successor.as_deref())));
    }
    let agency_of = agency_of(organization);
    let seats = seats(organization);
    if seats.is_empty() && agency_of.is_empty() && !organization.ended {
        blocks.push(Block::prose(said::NOWHERE));
    }
    let tables = [life(organization), posts(organization), seats, agency_of];
    blocks.extend(tables.into_iter().filter(|table| !table.is_empty()).map(Block::Table));
    let seated = organization.seats.iter().chain(&organization.agency_of).map(|seat| &*seat.citation);
    let happened = organization.life.iter().filter_map(|happened| happened.citation.as_deref());
    let sources = distinct(seated.chain(happened));
    Paper {
        kind: Kind::Organization,
        name: format!("{} {}, {}", said::TITLE, organization.name, words::as_of(on).to_lowercase()),
        notice: Some(words::NOTICE.to_owned()),
        office: setting.office.clone(),
        printed: words::printed(setting.printed_on),
        printed_on: setting.printed_on,
        title: said::TITLE.to_uppercase(),
        subject: Some(organization.name.clone()),
        as_of: Some(words::as_of(on)),
        sources: None,
        blocks,
        foot: Foot::of(on, &sources, setting),
        landscape: false,
    }
}

fn life(organization: &Organization) -> Table {
    let [day, what, by] = said::LIFE_COLUMNS;
    let columns =
        vec![Column::number(), Column::new(day, 26).centred(), Column::new(what, 0), Column::new(by, 60).small()];
    let row = |(n, happened): (usize, &Happened)| {
        let what = match (happened.what.as_str(), happened.on) {
            ("founded", None) => said::there_already(&happened.name),
            (what, _) => said::happened(what, &happened.name),
        };
        Row::of([
            Cell::running(n),
            happened.on.map_or_else(|| Cell::new(said::DAY_UNKNOWN), Cell::day),
            Cell::new(words::notice::capital(&what)),
            Cell::new(happened.citation.as_deref().map_or_else(|| words::NONE.to_owned(), cited::whole)),
        ])
    };
    Table::plain(Some(said::LIFE), columns, organization.life.iter().enumerate().map(row).collect())
}

fn posts(organization: &Organization) -> Table {
    let [post, holder] = said::POST_COLUMNS;
    let columns = vec![Column::number(), Column::new(post, 0), Column::new(holder, 75)];
    let row = |(n, post): (usize, &PostOn)| {
        let holders: Vec<String> =
            post.holders.iter().map(|(name, capacity)| holder_in_words(name, *capacity)).collect();
        let holder = if post.ended {
            said::ENDED.to_owned()
        } else if !holders.is_empty() {
            holders.join("; ")
        } else if post.vacant {
            words::VACANT.to_owned()
        } else {
            words::NOT_KNOWN.to_owned()
        };
        Row::of([Cell::running(n), Cell::new(&post.title), Cell::new(holder)])
    };
    Table::plain(Some(said::POSTS), columns, organization.posts.iter().enumerate().map(row).collect())
}

fn holder_in_words(name: &str, capacity: Capacity) -> String {
    match capacity {
        Capacity::Incumbent => name.to_owned(),
        Capacity::Acting => format!("{name} {}", words::ACTING),
        Capacity::InCharge => format!("{name} {}", words::IN_CHARGE),
    }
}

fn seats(organization: &Organization) -> Table {
    let [committee, role, written, by] = said::SEAT_COLUMNS;
    let columns = vec![
        Column::number(),
        Column::new(committee, 0),
        Column::new(role, 28).small(),
        Column::new(written, 42).small(),
        Column::new(by, 40).small(),
    ];
    let row = |(n, seat): (usize, &Seated)| {
        Row::of([
            Cell::running(n),
            Cell::new(&seat.committee),
            Cell::new(crate::changes::role(seat.role.as_deref())),
            Cell::new(&seat.as_written),
            Cell::new(cited::whole(&seat.citation)),
        ])
    };
    Table::plain(Some(said::SEATS), columns, organization.seats.iter().enumerate().map(row).collect())
}

fn agency_of(organization: &Organization) -> Table {
    let [committee, subject, by] = said::AGENCY_COLUMNS;
    let columns = vec![
        Column::number(),
        Column::new(committee, 0),
        Column::new(subject, 44).small(),
        Column::new(by, 50).small(),
    ];
    let row = |(n, seat): (usize, &Seated)| {
        Row::of([
            Cell::running(n),
            Cell::new(&seat.committee),
            Cell::new(seat.role.as_deref().unwrap_or(words::NONE)),
            Cell::new(cited::whole(&seat.citation)),
        ])
    };
    Table::plain(Some(said::AGENCY_OF), columns, organization.agency_of.iter().enumerate().map(row).collect())
}
