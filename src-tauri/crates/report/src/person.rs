//! The sheet of a person: every seat, role, period and decision; every post.

use register::date::Day;
use register::directory::Capacity;
use register::history::{History, Membership, PostHeld};

use crate::cited::{self, distinct};
use crate::foot::Foot;
use crate::paper::{Block, Cell, Column, Kind, Paper, Row, Setting, Table};
use crate::words;
use crate::words::person as said;

/// Says where a person sits and sat by a date, and in which posts.
#[must_use]
pub fn person(history: &History, on: Day, setting: &Setting) -> Paper {
    let [committee, role, period, by] = said::COMMITTEE_COLUMNS;
    let columns = vec![
        Column::number(),
        Column::new(committee, 0),
        Column::new(role, 30).small(),
        Column::new(period, 32).small(),
        Column::new(by, 42).small(),
    ];
    let rows = history.periods.iter().enumerate().map(|(n, period)| seat(n, period)).collect();
    let committees = Table::plain(Some(said::COMMITTEES), columns, rows);
    let [post, period, by] = said::POST_COLUMNS;
    let columns =
        vec![Column::number(), Column::new(post, 0), Column::new(period, 40).small(), Column::new(by, 54).small()];
    let rows = history.posts.iter().enumerate().map(|(n, held)| self::post(n, held)).collect();
    let posts = Table::plain(Some(said::POSTS), columns, rows);
    let mut blocks: Vec<Block> =
        [committees, posts].into_iter().filter(|table| !table.is_empty()).map(Block::Table).collect();
    if blocks.is_empty() {
        blocks.push(Block::prose(said::NOTHING));
    }
    let stretches = history.periods.iter().flat_map(|period| &period.stretches).map(|stretch| &stretch.citation);
    let appointments = history.posts.iter().filter_map(|held| held.citation.as_ref());
    let sources = distinct(stretches.chain(appointments));
    Paper {
        kind: Kind::Person,
        name: format!("{} {}, {}", said::TITLE, history.person, words::as_of(on).to_lowercase()),
        notice: Some(words::NOTICE.to_owned()),
        office: setting.office.clone(),
        printed: words::printed(setting.printed_on),
        printed_on: setting.printed_on,
        title: said::TITLE.to_uppercase(),
        subject: Some(history.person.clone()),
        as_of: Some(words::as_of(on)),
        sources: None,
        blocks,
        foot: Foot::of(on, &sources, setting),
        landscape: false,
    }
}

fn seat(n: usize, period: &Membership) -> Row {
    // Each stretch by its own decision; one alone needs no days of its own.
    let by: Vec<String> = match &period.stretches[..] {
        [] => vec![cited::whole(&period.citation)],
        [only] => vec![cited::whole(&only.citation)],
        several => several
            .iter()
            .map(|stretch| format!("{}: {}", words::period(stretch.from, stretch.to), cited::whole(&stretch.citation)))
            .collect(),
    };
    Row::of([
        Cell::running(n),
        Cell::noted(&period.committee, period.post.as_deref().map(said::through).into_iter().collect()),
        Cell::new(crate::changes::role(period.role.as_deref())),
        Cell::new(words::period(period.from, period.to)),
        Cell::new(by.join("; ")),
    ])
}

fn post(n: usize, held: &PostHeld) -> Row {
    let capacity = match held.capacity {
        Capacity::Incumbent => String::new(),
        Capacity::Acting => format!(" {}", words::ACTING),
        Capacity::InCharge => format!(" {}", words::IN_CHARGE),
    };
    let by = held.citation.as_ref().map_or_else(|| said::NO_PAPER.to_owned(), cited::whole);
    Row::of([
        Cell::running(n),
        Cell::new(format!("{}{capacity}", held.post)),
        Cell::new(said::held(held.from.as_deref(), held.to.as_deref())),
        Cell::new(by),
    ])
}
