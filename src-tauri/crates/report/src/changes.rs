//! What changed in a committee between two dates, or by one decision, with citations.

use std::sync::Arc;

use register::Fold;
use register::composition::{Agency, Body, Changed, Comparison, Flag, Moved};
use register::date::Day;
use register::decision::Citation;

use crate::cited::{self, distinct};
use crate::decisions::cite;
use crate::foot::Foot;
use crate::paper::{Block, Cell, Column, Group, Kind, Paper, Row, Setting, Table};
use crate::words;
use crate::words::changes as said;

/// Says what changed in a committee, or in a body inside one, between two dates.
#[must_use]
pub fn changes(fold: &Fold, body: Body<'_>, from: Day, to: Day, setting: &Setting) -> Paper {
    let told = Told::of(fold, body, from, to);
    let comparison = &told.comparison;
    let mut blocks: Vec<Block> = comparison.name_before.iter().map(|name| Block::line(said::renamed(name))).collect();
    blocks.push(Block::line(said::heads(comparison.heads, [from, to])));
    if comparison.flags.contains(&Flag::UnknownComposition) {
        blocks.push(Block::prose(said::UNKNOWN));
    }
    let tables = told.tables(None);
    if tables.is_empty() {
        blocks.push(Block::prose(said::NOTHING));
    }
    let subject = comparison.committee.name.clone();
    paper(Some(subject), said::between(from, to), to, &told.citations(), blocks, tables, setting)
}

/// Says what one decision changed, committee by committee.
#[must_use]
pub fn changes_by(fold: &Fold, decision: usize, setting: &Setting) -> Paper {
    let (own, day) = (cite(&fold.decisions[decision]), fold.decisions[decision].effective_from);
    let eve = words::last_day(day);
    let mut blocks: Vec<Block> = fold.decisions[decision].subject.iter().map(Block::line).collect();
    let (mut tables, mut unknown) = (Vec::new(), false);
    for committee in fold.named_by(decision) {
        let mut told = Told::of(fold, Body::Committee(committee), eve, day);
        told.keep(&own);
        let of_it = told.tables(Some(told.comparison.committee.name.clone()));
        unknown |= !of_it.is_empty() && told.comparison.flags.contains(&Flag::UnknownComposition);
        tables.extend(of_it);
    }
    if unknown {
        blocks.push(Block::prose(said::UNKNOWN));
    }
    if tables.is_empty() {
        blocks.push(Block::prose(said::NOTHING_BY));
    }
    let subject = format!("{} {}", words::kind(&own.decision), own.decision);
    let by = said::by(&cited::full(&own), day);
    paper(Some(subject), by, day, &[own], blocks, tables, setting)
}

fn paper(
    subject: Option<String>,
    as_of: String,
    on: Day,
    sources: &[Citation],
    mut blocks: Vec<Block>,
    tables: Vec<Table>,
    setting: &Setting,
) -> Paper {
    blocks.extend(tables.into_iter().map(Block::Table));
    let about = subject.as_deref().unwrap_or_default();
    Paper {
        kind: Kind::Changes,
        name: format!("{}, {about}, {}", said::TITLE, words::notice::small(&as_of)),
        notice: Some(words::NOTICE.to_owned()),
        office: setting.office.clone(),
        printed: words::printed(setting.printed_on),
        printed_on: setting.printed_on,
        title: said::TITLE.to_uppercase(),
        subject,
        as_of: Some(as_of),
        sources: None,
        blocks,
        foot: Foot::of(on, sources, setting),
        landscape: false,
    }
}

/// What there is to tell of a body.
struct Told {
    comparison: Comparison,
    came: Vec<Agency>,
    went: Vec<(Agency, Option<Arc<Citation>>)>,
}

impl Told {
    fn of(fold: &Fold, body: Body<'_>, from: Day, to: Day) -> Self {
        let [before, after] = [from, to].map(|day| fold.composition_of(body, day).standing_agencies);
        let same = |a: &Agency, b: &Agency| (&a.name, &a.scope) == (&b.name, &b.scope);
        let mut went: Vec<Agency> = before.clone();
        went.retain(|agency| !after.iter().any(|other| same(agency, other)));
        let mut came = after;
        came.retain(|agency| !before.iter().any(|other| same(agency, other)));
        let ended = |agency: &Agency| {
            let is_it = |stretch: &&register::composition::Stretch<(String, Option<String>)>| {
                stretch.what.0 == agency.name && stretch.what.1 == agency.scope && stretch.holds(from)
            };
            body.committee().agencies.iter().find(is_it).and_then(|stretch| stretch.ended_by.clone())
        };
        let went = went.into_iter().map(|agency| (ended(&agency), agency)).map(|(by, agency)| (agency, by)).collect();
        Self { comparison: fold.compare(body, from, to), came, went }
    }

    /// Leaves what one decision brought about.
    fn keep(&mut self, own: &Citation) {
        let is_its = |citation: Option<&Citation>| citation.is_some_and(|cited| cited.decision_id == own.decision_id);
        keep(&mut self.comparison, &is_its);
        self.came.retain(|agency| agency.citation.decision_id == own.decision_id);
        self.went.retain(|(_, by)| is_its(by.as_deref()));
    }

    fn tables(&self, heading: Option<String>) -> Vec<Table> {
        let mut groups = groups(&self.comparison);
        groups
            .push(group(said::NEW_AGENCIES, self.came.iter().map(|agency| of_agency(agency, Some(&agency.citation)))));
        groups.push(group(said::OLD_AGENCIES, self.went.iter().map(|(agency, by)| of_agency(agency, by.as_deref()))));
        let mut tables = vec![table(heading, groups)];
        for body in &self.comparison.sub_bodies {
            tables.push(table(Some(body.committee.name.clone()), self::groups(body)));
        }
        tables.retain(|table| !table.is_empty());
        tables
    }

    fn citations(&self) -> Vec<Citation> {
        let mut all = Vec::new();
        for comparison in std::iter::once(&self.comparison).chain(&self.comparison.sub_bodies) {
            for moved in [&comparison.joined, &comparison.left, &comparison.vacated] {
                all.extend(moved.iter().filter_map(|moved| moved.citation.as_deref()));
            }
            all.extend(comparison.changed.iter().map(|changed| &*changed.citation));
        }
        all.extend(self.came.iter().map(|agency| &*agency.citation));
        all.extend(self.went.iter().filter_map(|(_, by)| by.as_deref()));
        distinct(all)
    }
}

fn keep(comparison: &mut Comparison, is_its: &impl Fn(Option<&Citation>) -> bool) {
    for moved in [&mut comparison.joined, &mut comparison.left, &mut comparison.vacated] {
        moved.retain(|moved| is_its(moved.citation.as_deref()));
    }
    comparison.changed.retain(|changed| is_its(Some(&changed.citation)));
    comparison.sub_bodies.iter_mut().for_each(|body| keep(body, is_its));
}

/// Numbers run through the table, whatever its groups.
fn table(heading: Option<String>, groups: Vec<Group>) -> Table {
    let [who, role, by] = said::COLUMNS;
    let columns =
        vec![Column::number(), Column::new(who, 0), Column::new(role, 34).small(), Column::new(by, 57).small()];
    let mut table = Table::of_groups(heading, columns, said::CHANGE, groups);
    let mut number = 0;
    for row in table.groups.iter_mut().flat_map(|group| &mut group.rows) {
        if let Row::Cells { cells } = row {
            cells.insert(0, Cell::running(number));
            number += 1;
        }
    }
    table
}

fn groups(comparison: &Comparison) -> Vec<Group> {
    let moved = |title: &str, moved: &[Moved], invited: bool| {
        group(title, moved.iter().filter(|moved| moved.invited == invited).map(of_moved))
    };
    vec![
        moved(said::JOINED, &comparison.joined, false),
        moved(said::LEFT, &comparison.left, false),
        group(said::CHANGED, comparison.changed.iter().map(of_changed)),
        group(said::VACATED, comparison.vacated.iter().map(of_moved)),
        moved(said::INVITED, &comparison.joined, true),
        moved(said::NO_GUEST, &comparison.left, true),
    ]
}

fn group(title: &str, rows: impl Iterator<Item = Row>) -> Group {
    let rows: Vec<Row> = rows.collect();
    Group { title: Some(title.to_owned()), count: u32::try_from(rows.len()).unwrap_or(u32::MAX), rows }
}

fn of_moved(moved: &Moved) -> Row {
    let post = moved.post.clone().filter(|_| moved.known);
    let by = moved.citation.as_deref().map_or_else(|| words::NONE.to_owned(), cited::whole);
    Row::of([
        Cell::noted(&moved.who, post.into_iter().collect()),
        Cell::new(role(moved.role.as_deref())),
        Cell::new(by),
    ])
}

fn of_changed(changed: &Changed) -> Row {
    let said = |role: Option<&str>, guest: bool| {
        let role = self::role(role);
        if guest { said::as_guest(&role) } else { role }
    };
    let from = said(changed.from_role.as_deref(), changed.invited[0]);
    let to = said(changed.to_role.as_deref(), changed.invited[1]);
    Row::of([Cell::new(&changed.who), Cell::new(said::roles(&from, &to)), Cell::new(cited::whole(&changed.citation))])
}

fn of_agency(agency: &Agency, by: Option<&Citation>) -> Row {
    let by = by.map_or_else(|| words::NONE.to_owned(), cited::whole);
    Row::of([Cell::new(&agency.name), Cell::new(agency.scope.as_deref().unwrap_or(words::NONE)), Cell::new(by)])
}

pub(crate) fn role(role: Option<&str>) -> String {
    role.unwrap_or(words::MEMBER).to_owned()
}
