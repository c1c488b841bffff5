//! What is derived from the record and kept beside it, so that one question is one look-up: plain rows, made
//! from the fold and from nothing else. The store writes them and knows no more of them than their cells.
//!
//! A row names things by their ids and says all that it means; so the rows of a register are the same
//! whichever way it came to be: recorded one entry at a time, or replayed at once.

use std::collections::BTreeSet;

use crate::composition::{Committee, Fold, Stretch, Term};
use crate::date::{Day, PartialDate, Period};
use crate::decision::{Citation, Decision, Occupant, Provision, Seat};
use crate::directory::{Change, Directory, Mention, PersonKey, Post};
use crate::draft::SeatKind;
use crate::text;

/// A table of derived rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// Names of committees over time.
    Committee,
    /// Decisions by series, number and year: none is recorded twice.
    Decision,
    /// Seats in stretches of time.
    Seat,
    /// People in seats, over unbroken stretches.
    Term,
    /// Names of organizations over time.
    Organization,
    /// Posts.
    Post,
    /// Who held which post.
    Incumbency,
    /// People, under every name that an entry has for them.
    Person,
    /// Text to be searched.
    SearchText,
}

impl Table {
    /// Every table.
    pub const ALL: [Self; 9] = [
        Self::Committee,
        Self::Decision,
        Self::Seat,
        Self::Term,
        Self::Organization,
        Self::Post,
        Self::Incumbency,
        Self::Person,
        Self::SearchText,
    ];

    /// Its columns, in the order of the cells, and how many of them, from the first, tell its rows apart.
    #[must_use]
    pub fn columns(self) -> (&'static [&'static str], usize) {
        match self {
            Self::Committee => (&["committee", "from_day", "name", "to_day"], 2),
            Self::Decision => (&["series", "number", "year", "decision"], 3),
            Self::Seat => (
                &[
                    "committee",
                    "seat",
                    "from_day",
                    "to_day",
                    "sub_body",
                    "role",
                    "kind",
                    "as_written",
                    "invited",
                    "citation",
                ],
                3,
            ),
            Self::Term => (
                &[
                    "person",
                    "committee",
                    "sub_body",
                    "role",
                    "from_day",
                    "seat",
                    "post",
                    "to_day",
                    "body",
                    "name",
                    "invited",
                    "citation",
                ],
                7,
            ),
            Self::Organization => (&["organization", "from_day", "name", "to_day", "kind", "parent"], 3),
            Self::Post => (&["post", "organization", "title", "from_day", "to_day", "several"], 3),
            Self::Incumbency => (
                &[
                    "person",
                    "post",
                    "incumbency",
                    "from_day",
                    "to_day",
                    "name",
                    "title",
                    "organization",
                    "capacity",
                    "since",
                    "until",
                    "citation",
                ],
                4,
            ),
            Self::Person => (&["person", "name", "folded"], 2),
            Self::SearchText => (&["kind", "thing", "part", "from_day", "folded", "to_day", "title", "detail"], 5),
        }
    }

    /// Its name in the store.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Committee => "committee",
            Self::Decision => "decision",
            Self::Seat => "seat",
            Self::Term => "term",
            Self::Organization => "organization",
            Self::Post => "post",
            Self::Incumbency => "incumbency",
            Self::Person => "person",
            Self::SearchText => "search_text",
        }
    }
}

/// One derived row: every cell is text; what there is none of is empty, a day is written as one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Row {
    /// Where it stands.
    pub table: Table,
    /// Its cells.
    pub cells: Vec<String>,
}

/// Rows, each once.
pub type Rows = BTreeSet<Row>;

/// What recording something does to the derived rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowChanges {
    /// Rows that go.
    pub gone: Vec<Row>,
    /// Rows that come.
    pub come: Vec<Row>,
}

impl RowChanges {
    /// From the rows before to those after.
    #[must_use]
    pub fn between(before: &Rows, after: &Rows) -> Self {
        Self { gone: before.difference(after).cloned().collect(), come: after.difference(before).cloned().collect() }
    }
}

impl Fold {
    /// Every derived row.
    #[must_use]
    pub fn rows(&self) -> Rows {
        self.row_sets().flatten().collect()
    }

    /// Every derived row, a set at a time: those of the directory, of each decision, of each committee. A
    /// large register is written so without holding all of them at once; a person whom several decisions name
    /// comes up in the set of each.
    pub fn row_sets(&self) -> impl Iterator<Item = Rows> {
        let of_decisions = self.decisions.iter().map(|decision| self.rows_of_decision(decision));
        let of_committees = self.committees.iter().map(|committee| self.rows_of_committee(committee));
        std::iter::once_with(|| self.directory.rows()).chain(of_decisions).chain(of_committees)
    }

    /// The rows that a decision has by itself, whatever others do to it.
    #[must_use]
    pub fn rows_of_decision(&self, decision: &Decision) -> Rows {
        let key = decision.key();
        let mut rows = Rows::new();
        rows.insert(Row {
            table: Table::Decision,
            cells: vec![key.series, key.number, key.year.to_string(), decision.id.to_string()],
        });
        let subject = decision.subject.as_deref().unwrap_or_default();
        let issued = Period::since(decision.issued_on);
        rows.insert(searched("decision", decision.id.as_str(), "", issued, &decision.number, subject));
        let mention = Mention::decision(&decision.number);
        for enacted in &decision.provisions {
            if let Provision::Seat(seat) | Provision::ChangeRole { seat, .. } = &enacted.provision
                && let Occupant::Named { name, person_id, .. } = &seat.occupant
            {
                rows.insert(person(&self.directory.people.key(name, person_id.as_ref(), Some(&mention)), name));
            }
        }
        rows
    }

    /// The rows of a committee, as the walk and the directory leave it.
    #[must_use]
    pub fn rows_of_committee(&self, committee: &Committee) -> Rows {
        self.rows_of_stretches(committee, &|_| true)
    }

    /// The same without the rows of the stretches that are not wanted.
    pub(crate) fn rows_of_stretches(&self, committee: &Committee, wanted: &dyn Fn(&Stretch<Seat>) -> bool) -> Rows {
        let id = committee.id.as_str();
        let mut rows = Rows::new();
        for (at, (from, name)) in committee.names.iter().enumerate() {
            let to = committee.names.get(at + 1).map(|(next, _)| *next);
            let to = to.or(committee.lives.last().and_then(|life| life.to));
            if to == Some(*from) {
                continue;
            }
            let period = Period { from: Some(*from), to };
            rows.insert(Row {
                table: Table::Committee,
                cells: vec![id.into(), day(period.from), name.clone(), day(to)],
            });
            rows.insert(searched("committee", id, "", Period { from: Some(*from), to: None }, name, ""));
        }
        for stretch in committee.seats.iter().filter(|stretch| !stretch.is_empty() && wanted(stretch)) {
            let seat = &stretch.what;
            let period = Period { from: Some(stretch.from), to: stretch.to };
            rows.insert(Row {
                table: Table::Seat,
                cells: vec![
                    id.to_owned(),
                    seat.seat.to_string(),
                    day(period.from),
                    day(period.to),
                    seat.sub_body.clone().unwrap_or_default(),
                    seat.role.clone().unwrap_or_default(),
                    kind(seat.occupant.kind()).to_owned(),
                    seat.as_written.clone(),
                    yes(seat.invited),
                    cited(&stretch.by),
                ],
            });
        }
        rows.extend(self.rows_of_terms(committee, wanted, None));
        rows
    }

    /// The rows of who sat in the stretches that are wanted; of a class, through some posts alone where these are
    /// given.
    pub(crate) fn rows_of_terms(
        &self,
        committee: &Committee,
        wanted: &dyn Fn(&Stretch<Seat>) -> bool,
        posts: Option<&[usize]>,
    ) -> Rows {
        let newest = committee.names.last().map_or("", |(_, name)| name);
        let terms = self.terms_of(committee, wanted, posts);
        terms.iter().flat_map(|term| term_rows(committee.id.as_str(), newest, term)).collect()
    }
}

impl Directory {
    /// The rows of organizations, posts and those who hold them.
    #[must_use]
    pub fn rows(&self) -> Rows {
        let mut rows = Rows::new();
        for organization in &self.organizations {
            let id = organization.id.as_str();
            for name in &organization.names {
                let kind = organization.kind.clone().unwrap_or_default();
                let parent = organization.parent.clone().unwrap_or_default();
                let cells = vec![
                    id.to_owned(),
                    day(name.period.from),
                    name.name.clone(),
                    day(name.period.to),
                    kind.clone(),
                    parent,
                ];
                rows.insert(Row { table: Table::Organization, cells });
                let since = Period { from: name.period.from, to: None };
                rows.insert(searched("organization", id, "", since, &name.name, &kind));
            }
        }
        for post in &self.posts {
            self.rows_of_post(post, &mut rows);
        }
        for letter in &self.nominations {
            rows.insert(person(&letter.key, &letter.person));
        }
        self.rows_of_unsettled(&mut rows);
        rows
    }

    /// The rows of some posts, and of what is not settled yet: all that news of who holds them can change.
    pub(crate) fn rows_of_posts(&self, posts: &[usize]) -> Rows {
        let mut rows = Rows::new();
        posts.iter().for_each(|at| self.rows_of_post(&self.posts[*at], &mut rows));
        self.rows_of_unsettled(&mut rows);
        rows
    }

    fn rows_of_post(&self, post: &Post, rows: &mut Rows) {
        let organization = self.organization_of(post);
        let last = organization.names.last().map_or("", |name| &name.name);
        let to = [post.life.to, organization.life.to].into_iter().flatten().min();
        let period = Period { from: post.life.from.or(organization.life.from), to };
        rows.insert(Row {
            table: Table::Post,
            cells: vec![
                post.id.to_string(),
                organization.id.to_string(),
                post.title.clone(),
                day(period.from),
                day(period.to),
                yes(post.several),
            ],
        });
        rows.insert(searched("post", post.id.as_str(), organization.id.as_str(), period, &post.title, last));
        for held in &post.incumbencies {
            let shown = held.period.from.map_or(last, |from| organization.name_on(from));
            rows.insert(Row {
                table: Table::Incumbency,
                cells: vec![
                    held.key.as_str().to_owned(),
                    post.id.to_string(),
                    held.id.to_string(),
                    day(held.period.from),
                    day(held.period.to),
                    held.person.clone(),
                    post.title.clone(),
                    shown.to_owned(),
                    capacity(held.capacity).to_owned(),
                    partial(held.since),
                    partial(held.until),
                    held.citation.as_deref().map(cited).unwrap_or_default(),
                ],
            });
            let since = Period { from: held.period.from, to: None };
            let detail = format!("{} {shown}", post.title);
            rows.insert(searched("person", held.key.as_str(), post.id.as_str(), since, &held.person, &detail));
            rows.insert(person(&held.key, &held.person));
        }
    }

    fn rows_of_unsettled(&self, rows: &mut Rows) {
        for event in &self.unsettled {
            // Somebody whom an event names is known, though the post may not be yet.
            if let Some((name, id)) = event.change.person() {
                let at = match &event.change {
                    Change::Nominate { organization, .. } => organization.as_deref(),
                    change => change.organization(),
                };
                rows.insert(person(&self.people.key(name, id, at.map(Mention::organization).as_ref()), name));
            }
        }
    }
}

fn term_rows(committee: &str, name: &str, term: &Term) -> [Row; 2] {
    let post = term.post.clone().unwrap_or_default();
    // Whoever sat once is found on every later day: the way to a history.
    let since = Period { from: Some(term.from), to: None };
    let found = searched("person", term.person.as_str(), committee, since, &term.name, &post);
    let row = Row {
        table: Table::Term,
        cells: vec![
            term.person.as_str().to_owned(),
            committee.to_owned(),
            term.sub_body.clone().unwrap_or_default(),
            term.role.clone().unwrap_or_default(),
            day(since.from),
            term.seat.to_string(),
            post,
            day(term.to),
            // As it is called now: the name of an earlier day is looked up when one is asked for.
            term.sub_body.clone().unwrap_or_else(|| name.to_owned()),
            term.name.clone(),
            yes(term.invited),
            cited(&term.citation),
        ],
    };
    [row, found]
}

fn person(key: &PersonKey, name: &str) -> Row {
    Row { table: Table::Person, cells: vec![key.as_str().to_owned(), text::tidy(name), text::fold(name)] }
}

/// A line that can be searched: what kind of thing, which, a part of it, when, and the words.
fn searched(kind: &str, of: &str, part: &str, period: Period, title: &str, detail: &str) -> Row {
    let folded = text::fold(&format!("{title} {detail}"));
    let cells = vec![
        kind.to_owned(),
        of.to_owned(),
        part.to_owned(),
        day(period.from),
        folded,
        day(period.to),
        title.to_owned(),
        detail.to_owned(),
    ];
    Row { table: Table::SearchText, cells }
}

/// What separates the parts of a citation in a row: no paper has it.
const PART: char = '\u{1f}';

/// A citation in a row: its words stay in the decision, where they are one look-up away.
fn cited(citation: &Citation) -> String {
    let parts = [
        citation.decision.clone(),
        citation.decision_id.as_ref().map(ToString::to_string).unwrap_or_default(),
        day(citation.date),
        citation.place.clone().unwrap_or_default(),
        yes(citation.reconstructed),
        citation.note.clone().unwrap_or_default(),
    ];
    parts.join(&PART.to_string())
}

/// Reads a citation back from a row; `None` where it cannot be one.
#[must_use]
pub fn read_citation(text: &str) -> Option<Citation> {
    let mut parts = text.split(PART);
    let mut part = || parts.next();
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Some(Citation {
        decision: part()?.to_owned(),
        decision_id: filled(part()?).map(crate::Id),
        date: match part()? {
            "" => None,
            text => Some(crate::date::day(text).ok()?),
        },
        place: filled(part()?),
        words: None,
        reconstructed: !part()?.is_empty(),
        note: filled(part()?),
    })
}

fn day(day: Option<Day>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn partial(date: Option<PartialDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn yes(is: bool) -> String {
    if is { "1".to_owned() } else { String::new() }
}

fn kind(kind: SeatKind) -> &'static str {
    match kind {
        SeatKind::Named => "named",
        SeatKind::Post | SeatKind::SharedHead => "post",
        SeatKind::Portfolio => "portfolio",
        SeatKind::Nominated => "nominated",
        SeatKind::Class => "class",
    }
}

fn capacity(capacity: crate::directory::Capacity) -> &'static str {
    match capacity {
        crate::directory::Capacity::Incumbent => "incumbent",
        crate::directory::Capacity::Acting => "acting",
        crate::directory::Capacity::InCharge => "in_charge",
    }
}
