//! The composition with its sources: each line with its decision and article, and who holds it by which paper.

use register::Fold;
use register::composition::{Composition, Holder, SeatOn, State};
use register::draft::SeatKind;

use crate::cited::{self, Cited};
use crate::decisions;
use crate::foot::Foot;
use crate::list;
use crate::list::seats::{by_role, notes, post, who};
use crate::paper::{Block, Cell, Column, Group, Kind, Options, Paper, Point, Row, Setting, Table};
use crate::words;
use crate::words::sources as said;

/// Says what the composition of a committee rests on, line by line.
#[must_use]
pub fn sources(fold: &Fold, composition: &Composition, setting: &Setting, options: &Options) -> Paper {
    let on = composition.on;
    let cited = Cited::new(&composition.sources);
    let mut blocks = Vec::new();
    if matches!(composition.state, State::Active | State::Suspended) {
        blocks.push(Block::line(words::total(composition.heads)));
    }
    blocks.extend(list::sentence(composition, &cited.sources()).map(Block::prose));
    let (invited, members): (Vec<_>, Vec<_>) = composition.seats.iter().partition(|seat| seat.invited);
    let mut tables = vec![seated(None, &members, options)];
    for body in &composition.sub_bodies {
        let heading = Some(words::sub_body(&body.name, body.heads));
        tables.push(seated(heading, &body.seats.iter().collect::<Vec<_>>(), options));
    }
    tables.push(seated(Some(words::INVITED.to_owned()), &invited, options));
    tables.push(beside(composition));
    let behind: Vec<usize> = fold.in_legal_order().into_iter().filter(|at| rests_on(fold, composition, *at)).collect();
    let rows = behind.iter().enumerate().map(|(n, at)| decisions::row(fold, n, *at, on)).collect();
    tables.push(Table::plain(Some(words::decisions::BEHIND), decisions::columns(), rows));
    blocks.extend(tables.into_iter().filter(|table| !table.is_empty()).map(Block::Table));
    Paper {
        kind: Kind::Sources,
        name: list::name(said::TITLE, composition),
        notice: Some(words::NOTICE.to_owned()),
        office: setting.office.clone(),
        printed: words::printed(setting.printed_on),
        printed_on: setting.printed_on,
        title: said::TITLE.to_uppercase(),
        subject: Some(composition.committee.name.clone()),
        as_of: Some(words::as_of(on)),
        sources: None,
        blocks,
        foot: Foot::of(on, &composition.sources, setting),
        landscape: true,
    }
}

fn rests_on(fold: &Fold, composition: &Composition, at: usize) -> bool {
    composition.sources.iter().any(|source| source.decision_id.as_ref() == Some(&fold.decisions[at].id))
}

/// The seats of one body by role.
fn seated(heading: Option<String>, seats: &[&SeatOn], options: &Options) -> Table {
    let [written, holder, seat_by, holder_by] = said::COLUMNS;
    let columns = vec![
        Column::number(),
        Column::new(written, 0),
        Column::new(holder, 64),
        Column::new(seat_by, 57).small(),
        Column::new(holder_by, 55).small(),
    ];
    let mut number = 0;
    let groups = by_role(seats).into_iter().map(|(role, seats)| {
        let before = number;
        let rows = seats.iter().flat_map(|seat| rows(seat, options, &mut number)).collect();
        Group { title: Some(role), count: number - before, rows }
    });
    let groups = groups.collect();
    let mut table = Table::of_groups(heading, columns, words::ROLE, groups);
    table.worded_by = words::WORDING;
    table
}

fn rows(seat: &SeatOn, options: &Options, number: &mut u32) -> Vec<Row> {
    let by = cited::whole(&seat.citation);
    let unread = matches!(&seat.holders[..], [only] if only.organization.is_none());
    let class = seat.kind == SeatKind::Class && !unread;
    let mut rows = Vec::new();
    if class {
        let count = u32::try_from(seat.holders.len()).unwrap_or(u32::MAX);
        let cell = Cell::noted(&seat.as_written, notes(seat));
        rows.push(Row::Wording { cell, count, last: Cell::new(&by) });
    }
    let nobody = [Holder::default()];
    let holders = if seat.holders.is_empty() && !class { &nobody[..] } else { &seat.holders[..] };
    for (at, holder) in holders.iter().enumerate() {
        let counts = class || !seat.flags.contains(&register::composition::Flag::PostEnded);
        *number += u32::from(counts);
        let written = if class { post(seat, holder) } else { as_written(seat, holder) };
        let said = if at == 0 && !class { notes(seat) } else { Vec::new() };
        rows.push(Row::of([
            if counts { Cell::number(*number) } else { Cell::new(words::NONE) },
            Cell::noted(written, said),
            Cell::new(sits(seat, holder, options)),
            Cell::new(&by),
            Cell::new(appointed(seat, holder)),
        ]));
    }
    rows
}

/// The words of the decision; a person who is named is named by them.
fn as_written(seat: &SeatOn, holder: &Holder) -> String {
    let position = seat.position.clone().filter(|position| !position.is_empty());
    match (seat.kind, position) {
        (SeatKind::Named, Some(position)) => position,
        (SeatKind::Named, None) => post(seat, holder),
        (_, Some(position)) => position,
        (_, None) => seat.as_written.clone(),
    }
}

fn sits(seat: &SeatOn, holder: &Holder, options: &Options) -> String {
    let who = who(seat, holder, options);
    if holder.person.is_none() {
        return who;
    }
    let shown = holder.in_words().filter(|_| seat.kind != SeatKind::Named);
    std::iter::once(who).chain(shown).collect::<Vec<_>>().join(", ")
}

/// By which paper the holder has the post. A person whom the decision names needs none.
fn appointed(seat: &SeatOn, holder: &Holder) -> String {
    match &holder.citation {
        Some(citation) => cited::whole(citation),
        None if holder.person.is_some() && seat.kind != SeatKind::Named => said::NOT_RECORDED.to_owned(),
        None => words::NONE.to_owned(),
    }
}

/// Standing agencies, duties, and when it ends.
fn beside(composition: &Composition) -> Table {
    let [content, by] = said::BESIDE_COLUMNS;
    let columns = vec![Column::number(), Column::new(content, 0), Column::new(by, 104).small()];
    let group = |title: &str, points: Vec<(Point, String)>| Group {
        title: Some(title.to_owned()),
        count: 0,
        rows: points
            .into_iter()
            .enumerate()
            .map(|(n, (point, by))| Row::of([Cell::running(n), Cell::noted(point.text, point.notes), Cell::new(by)]))
            .collect(),
    };
    let agencies = composition.standing_agencies.iter().map(|agency| {
        let scope = agency.scope.iter().map(|scope| format!(", {scope}")).collect::<String>();
        let mut notes = Vec::new();
        if agency.flags.contains(&register::composition::Flag::PostEnded) {
            notes.push(words::BODY_ENDED.to_owned());
        }
        notes.extend(agency.successor.as_deref().map(words::consider));
        (Point { notes, ..Point::new(format!("{}{scope}", agency.name)) }, cited::whole(&agency.citation))
    });
    let duties = composition.duties.iter().map(|duty| (Point::new(&duty.duty), cited::whole(&duty.citation)));
    let sunset = composition.sunset.iter().map(|sunset| {
        let until = sunset.on.map(|on| said::until(&words::short(words::last_day(on))));
        let purpose = sunset.purpose_until.map(|on| said::purpose_until(&words::short(words::last_day(on))));
        let text = sunset.words.clone().or(until).or(purpose).unwrap_or_default();
        (Point::new(text), cited::whole(&sunset.citation))
    });
    let groups = vec![
        group(said::AGENCIES, agencies.collect()),
        group(said::DUTIES, duties.collect()),
        group(said::SUNSET, sunset.collect()),
    ];
    Table::of_groups(Some(said::BESIDE.to_owned()), columns, said::CONTENT, groups)
}
