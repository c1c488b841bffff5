//! The decision register (sổ quyết định) with how each decision stands on the date.

use register::Fold;
use register::composition::{Committee, StatusOn};
use register::date::Day;
use register::decision::{Citation, Decision};

use crate::cited;
use crate::foot::Foot;
use crate::paper::{Block, Cell, Column, Group, Kind, Paper, Row, Setting, Table};
use crate::words;
use crate::words::decisions as said;

/// Says the decisions on a committee, or all of them, that were issued by a date.
#[must_use]
pub fn decisions(fold: &Fold, committee: Option<&Committee>, on: Day, setting: &Setting) -> Paper {
    let mut known: Vec<usize> = fold.timeline_order(committee);
    known.retain(|at| fold.decisions[*at].issued_on <= on);
    known.sort_by_key(|at| fold.decisions[*at].issued_on);
    let mut groups: Vec<Group> = Vec::new();
    for (n, at) in known.iter().enumerate() {
        let year = said::year(fold.decisions[*at].issued_on);
        if groups.last().is_none_or(|group| group.title.as_ref() != Some(&year)) {
            groups.push(Group { title: Some(year), count: 0, rows: Vec::new() });
        }
        if let Some(group) = groups.last_mut() {
            group.count += 1;
            group.rows.push(row(fold, n, *at, on));
        }
    }
    let mut blocks = vec![Block::line(said::total(known.len()))];
    if known.is_empty() {
        blocks.push(Block::prose(said::NONE));
    } else {
        blocks.push(Block::Table(Table::of_groups(None, columns(), said::YEAR, groups)));
    }
    let subject = committee.map_or(said::ALL, |committee| committee.name_on(on)).to_owned();
    let rebuilt: Vec<Citation> = known
        .iter()
        .map(|at| &fold.decisions[*at])
        .filter(|decision| decision.reconstructed)
        .map(|d| cite(d))
        .collect();
    Paper {
        kind: Kind::Decisions,
        name: format!("{}, {subject}, {}", said::TITLE, words::as_of(on).to_lowercase()),
        notice: Some(words::NOTICE.to_owned()),
        office: setting.office.clone(),
        printed: words::printed(setting.printed_on),
        printed_on: setting.printed_on,
        title: said::TITLE.to_uppercase(),
        subject: Some(subject),
        as_of: Some(words::as_of(on)),
        sources: None,
        blocks,
        // The rows are the sources; only what is no original is named at the foot.
        foot: Foot::of(on, &rebuilt, setting),
        landscape: true,
    }
}

/// The columns of a list of decisions.
pub(crate) fn columns() -> Vec<Column> {
    let [number, issued, issuer, subject, effective, status] = said::COLUMNS;
    vec![
        Column::number(),
        Column::new(number, 36),
        Column::new(issued, 25).centred(),
        Column::new(issuer, 42).small(),
        Column::new(subject, 0).small(),
        Column::new(effective, 25).centred(),
        Column::new(status, 56).small(),
    ]
}

/// A decision as a row.
pub(crate) fn row(fold: &Fold, n: usize, at: usize, on: Day) -> Row {
    let decision = &fold.decisions[at];
    let subject = decision.subject.clone().unwrap_or_else(|| {
        let names: Vec<String> = fold.named_by(at).map(|committee| committee.name_on(on).to_owned()).collect();
        format!("{} {}", said::act(decision.act), words::and(&names)).trim().to_owned()
    });
    let rebuilt = decision.reconstructed.then(|| words::REBUILT_FROM_REPORTS.to_owned());
    let stands = fold.status(at, on);
    Row::of([
        Cell::running(n),
        Cell::noted(&decision.number, rebuilt.into_iter().collect()),
        Cell::day(decision.issued_on),
        Cell::new(&decision.issuer),
        Cell::new(subject),
        Cell::day(decision.effective_from),
        Cell::noted(words::notice::capital(said::status(stands.status)), because(fold, &stands)),
    ])
}

/// Why a decision stands as it does, a sentence for each.
pub(crate) fn because(fold: &Fold, stands: &StatusOn) -> Vec<String> {
    let reasons = stands.because.iter().map(|reason| {
        let paper = cited::full(&cite(&fold.decisions[reason.decision]));
        said::reason(reason.relation, &paper, reason.since)
    });
    let past = stands.flags.contains(&register::composition::Flag::PastSunset).then(|| words::PAST_PURPOSE.to_owned());
    reasons.chain(past).collect()
}

/// A decision as papers cite it.
pub(crate) fn cite(decision: &Decision) -> Citation {
    Citation {
        decision: decision.number.clone(),
        decision_id: Some(decision.id.clone()),
        date: Some(decision.issued_on),
        place: None,
        words: None,
        reconstructed: decision.reconstructed,
        note: None,
    }
}
