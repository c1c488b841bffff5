//! A second fold, written from `docs/fold.md` alone and naive on purpose: for one day it takes every decision
//! in force by then, does what each says to what is there, one after the other, and looks at what is left.
//! No stretches, nothing kept from one day to the next; so nothing of a later day can show.
#![allow(dead_code)] // each test uses some of it

mod bodies;
mod changes;
mod heads;
mod papers;
mod seats;
mod status;

use std::collections::BTreeMap;
use std::sync::Arc;

use register::composition::{Flag, Relation, State, Status};
use register::decision::{Decision, Enacted, Key, Provision, Seat, home};
use register::directory::Directory;
use register::draft::SeatKind;
use register::{Day, Id};

/// What holds on a day.
pub struct Answer {
    /// Every committee that was founded by the day.
    pub bodies: Vec<BodyOn>,
    /// How each decision stands, in the order in which they were handed in.
    pub papers: Vec<PaperOn>,
}

/// A committee on the day.
#[derive(Debug)]
pub struct BodyOn {
    /// Every identity under which it was recorded.
    pub ids: Vec<Id>,
    pub office: String,
    pub name: String,
    pub state: State,
    pub heads: Option<u32>,
    pub invited_heads: u32,
    pub seats: Vec<SeatOn>,
    /// Name and scope.
    pub agencies: Vec<(String, Option<String>)>,
    pub sub_bodies: Vec<SubBodyOn>,
    pub duties: Vec<String>,
    pub flags: Vec<Flag>,
}

/// A sub-body on the day.
#[derive(Debug)]
pub struct SubBodyOn {
    pub id: Id,
    pub name: String,
    pub heads: u32,
    pub seats: Vec<SeatOn>,
}

/// A seat on the day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SeatOn {
    pub id: Id,
    pub role: Option<String>,
    pub kind: Kind,
    pub as_written: String,
    pub invited: bool,
    /// Post, organization, person.
    pub holders: Vec<[Option<String>; 3]>,
    pub heads: u32,
    pub flags: Vec<Flag>,
}

/// A kind of seat, in an order: seats are compared as sorted lists.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kind(pub String);

impl From<SeatKind> for Kind {
    fn from(kind: SeatKind) -> Self {
        Self(format!("{kind:?}"))
    }
}

/// A decision on the day.
#[derive(Debug)]
pub struct PaperOn {
    pub status: Status,
    /// What was done to it, the place of the decision that acts, the effective day of that.
    pub because: Vec<(Relation, usize, Day)>,
    pub past_purpose: bool,
}

/// What the decisions taken so far have left.
struct World<'a> {
    directory: &'a Directory,
    /// The decisions that take effect by the day, in legal order, each with its place among those handed in.
    all: Vec<(usize, &'a Decision)>,
    /// Those taken so far.
    papers: Vec<Paper<'a>>,
    /// What ended decisions before they took effect.
    never: BTreeMap<usize, End>,
    /// Committees in the order of their founding.
    bodies: Vec<Body>,
    /// Bodies inside committees.
    sub_bodies: Vec<SubBody>,
    /// All that decisions ever set, in legal order.
    things: Vec<Thing>,
    /// How many names were taken so far.
    names_taken: usize,
}

/// A decision that was taken.
struct Paper<'a> {
    /// Its place among those that were handed in.
    at: usize,
    decision: &'a Decision,
    key: Key,
    /// Those that its names mean before it founds or renames any.
    finds: Vec<usize>,
    /// Every committee that it names.
    acts_on: Vec<usize>,
    /// Those that it names other than to end them.
    named: Vec<usize>,
    /// Those on which it has a provision.
    provided: Vec<usize>,
    /// Those that it establishes, or founds in another way.
    founds: Vec<usize>,
    /// Those that it gives a whole list, an establishing one or that of a merger too.
    lists: Vec<usize>,
    /// Those to which it gives members of their own, or a list.
    gives: Vec<usize>,
    /// Those that rest on it, since it ended what they rested on and seats members of its own.
    carries: Vec<usize>,
    /// The seats that it ended so that they go on in another role, by its own seat.
    changed_roles: Vec<(Id, Vec<usize>)>,
    /// Decisions that it amends or corrects.
    changes: Vec<(Relation, usize)>,
    /// Those of them that had not ended when it had done all that it does.
    changes_in_part: Vec<(Relation, usize)>,
    /// Whether it ended anything.
    ended_something: bool,
    /// What ended it: all of it, or for one of its committees.
    ends: Vec<(Option<usize>, End)>,
    /// The decision that suspends it.
    suspended: Option<usize>,
    /// What ended parts of it.
    parts: Vec<End>,
}

/// What ends something: a decision, and by which of its acts.
#[derive(Clone, Copy)]
struct End {
    relation: Relation,
    by: usize,
}

/// A committee.
struct Body {
    ids: Vec<Id>,
    office: String,
    /// Every name that it bore, as written, each with its turn among all names ever taken.
    names: Vec<(String, usize)>,
    /// What ended it, sunsets aside.
    ended: Option<End>,
}

/// A body inside a committee. It is there as long as one of the decisions that found or list it says so.
struct SubBody {
    id: Id,
    body: usize,
    name: String,
}

/// Something that a decision set in a committee.
struct Thing {
    body: usize,
    /// The decision that set it.
    by: usize,
    /// Since when it holds, the last time that it began.
    since: Day,
    /// The decision that ended it.
    ended_by: Option<usize>,
    what: What,
}

#[allow(clippy::large_enum_variant)] // a few hundred of them at most
enum What {
    Seat {
        seat: Seat,
        sub_body: Option<usize>,
    },
    Agency {
        name: String,
        scope: Option<String>,
    },
    /// A sub-body is there.
    SubBody(usize),
    Duty(String),
    Sunset(Day),
    Purpose(Day),
    /// The register does not know who sits.
    Unknown,
}

/// What holds on a day.
pub fn answer(decisions: &[Arc<Decision>], directory: &Directory, day: Day) -> Answer {
    let mut by_then: Vec<(usize, &Decision)> = decisions.iter().map(|decision| &**decision).enumerate().collect();
    by_then.retain(|(_, decision)| decision.effective_from <= day);
    by_then.sort_by_key(|(_, decision)| {
        let Key { series, ordinal, .. } = decision.key();
        (decision.effective_from, decision.issued_on, series, ordinal, decision.id.clone())
    });
    let mut world = World {
        directory,
        all: by_then.clone(),
        papers: Vec::new(),
        never: BTreeMap::new(),
        bodies: Vec::new(),
        sub_bodies: Vec::new(),
        things: Vec::new(),
        names_taken: 0,
    };
    for (at, decision) in by_then {
        world.take(at, decision);
    }
    let papers = (0..decisions.len()).map(|at| world.paper_on(at, day)).collect();
    let bodies = (0..world.bodies.len()).map(|body| world.body_on(body, day)).collect();
    Answer { bodies, papers }
}

impl<'a> World<'a> {
    /// Does everything that a decision says: names change, bodies are founded or merged, then everything that
    /// ends, then everything that begins.
    fn take(&mut self, at: usize, decision: &'a Decision) {
        let paper = self.papers.len();
        self.papers.push(Paper {
            at,
            decision,
            key: decision.key(),
            finds: Vec::new(),
            acts_on: Vec::new(),
            named: Vec::new(),
            provided: Vec::new(),
            founds: Vec::new(),
            lists: Vec::new(),
            gives: Vec::new(),
            carries: Vec::new(),
            changed_roles: Vec::new(),
            changes: Vec::new(),
            changes_in_part: Vec::new(),
            ended_something: false,
            ends: self.never.get(&paper).map(|end| (None, *end)).into_iter().collect(),
            suspended: None,
            parts: Vec::new(),
        });
        self.note_what_it_finds(paper);
        if decision.only_corrects() || self.never.contains_key(&paper) {
            // It is known of a letter which committees it names, but it does nothing to them, nor they to it.
            self.note_what_it_names(paper, &[]);
            self.papers[paper].named.clear();
            return;
        }
        let provisions = || decision.provisions.iter();
        for Enacted { provision, .. } in provisions() {
            if let Provision::Rename { committee, name } = provision {
                self.rename(paper, committee, name);
            }
        }
        let mut merged = Vec::new();
        for Enacted { provision, .. } in provisions() {
            merged.extend(self.found_or_merge(paper, provision));
        }
        self.note_what_it_names(paper, &merged);
        // Who leaves has left before anybody goes on in another role.
        let changes_role = |provision: &Provision| matches!(provision, Provision::ChangeRole { .. });
        for Enacted { provision, .. } in provisions().filter(|enacted| !changes_role(&enacted.provision)) {
            self.end_what_it_ends(paper, provision);
        }
        for Enacted { provision, .. } in provisions().filter(|enacted| changes_role(&enacted.provision)) {
            self.end_what_it_ends(paper, provision);
        }
        for Enacted { provision, .. } in provisions() {
            self.begin_what_it_begins(paper, provision);
        }
        self.note_whole_lists(paper);
        self.end_what_comes_too_late(paper);
        self.forget_parts_of_what_has_ended(paper);
        let changes = self.papers[paper].changes.iter().copied();
        let stand = changes.filter(|(_, other)| !self.has_ended(*other, decision.effective_from)).collect();
        self.papers[paper].changes_in_part = stand;
    }

    fn office_of(&self, paper: usize) -> String {
        home(&self.papers[paper].decision.issuer)
    }

    fn day_of(&self, paper: usize) -> Day {
        self.papers[paper].decision.effective_from
    }

    /// Things that hold, with their places.
    fn held(&self) -> impl Iterator<Item = (usize, &Thing)> {
        self.things.iter().enumerate().filter(|(_, thing)| thing.ended_by.is_none())
    }

    fn set(&mut self, paper: usize, body: usize, what: What) {
        let since = self.day_of(paper);
        self.things.push(Thing { body, by: paper, since, ended_by: None, what });
    }

    /// Ends everything that holds and that is meant.
    fn end(&mut self, paper: usize, meant: impl Fn(&Thing) -> bool) {
        for thing in self.things.iter_mut().filter(|thing| thing.ended_by.is_none()) {
            if meant(thing) {
                thing.ended_by = Some(paper);
                self.papers[paper].ended_something = true;
            }
        }
    }
}
