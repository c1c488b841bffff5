//! The fold: from the record to who sits on a date. The heart of the program.
//!
//! Three steps. [`stories`] finds which decisions have to be looked at together, and [`legal`] puts them into
//! legal order. [`walk`] goes through a story once and leaves its committees with their seats in stretches of
//! time. [`on_date`] looks at the stretches that hold on a day and resolves each seat against the directory
//! of that day ([`resolve`]); [`terms`] does the same for all days at once.

mod answer;
mod body;
mod cause;
mod city;
mod committee;
mod compare;
mod holdings;
mod legal;
mod lives;
mod matrix;
mod on_date;
mod resolve;
mod seated;
mod standing;
mod stories;
mod tenure;
mod terms;
mod walk;

use std::collections::HashSet;
use std::sync::{Arc, OnceLock};

pub use answer::{Agency, CommitteeOn, Composition, Flag, Holder, SeatOn, State, SubBodyOn, SunsetOn};
pub use body::Body;
pub use city::{City, OnDay, Sitting};
pub use committee::{Committee, Duty, Stretch, Sunset};
pub use compare::{Changed, Changes, Comparison, Moved};
pub use holdings::Holding;
pub use matrix::{Load, Matrix, MatrixCell};
pub(crate) use resolve::split_portfolio;
pub use seated::{AgencyOf, SeatIn};
pub use standing::{Reason, Relation, Standing, Status, StatusOn, Unmatched};
pub use terms::Term;

use crate::date::Day;
use crate::decision::{Decision, Seat, office};
use crate::directory::Directory;
use crate::id::Id;
use crate::record::Record;
use crate::text;

/// The record, folded once: every committee with its seats in stretches of time, the directory, and how long
/// each decision stands. Any date is answered from it.
#[derive(Clone, Debug, Default)]
pub struct Fold {
    /// The decisions, in the order in which they came: a place in this list never changes.
    pub decisions: Vec<Arc<Decision>>,
    /// How each of them stands, in the same order.
    pub standing: Vec<Standing>,
    /// The committees, in the order of their founding.
    pub committees: Vec<Committee>,
    /// Organizations, posts and who holds them.
    pub directory: Arc<Directory>,
    stories: stories::Stories,
    /// The committees that each decision names, as places in [`Fold::committees`]; made when first asked for.
    naming: OnceLock<Vec<Vec<usize>>>,
}

impl Fold {
    /// Folds the record.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        let mut fold = Self { directory: Arc::new(record.directory()), ..Self::default() };
        for decision in &record.decisions {
            fold.file(decision);
        }
        let mut committees = Vec::new();
        let (decisions, standing) = (&fold.decisions, &mut fold.standing);
        for story in fold.stories.iter() {
            let (walked, stood) = walk::walk(decisions, story);
            committees.extend(walked);
            stood.into_iter().for_each(|(at, how)| standing[at] = how);
        }
        fold.committees = committees;
        fold.order_committees();
        fold
    }

    /// Takes one more decision in. Only its own story is walked anew. Answers the committees of that story
    /// as they were before.
    pub fn add(&mut self, decision: &Arc<Decision>) -> Vec<Committee> {
        let story = self.file(decision).to_vec();
        let (walked, stood) = walk::walk(&self.decisions, &story);
        // All decisions on a committee are of one story: the first tells which.
        let story: HashSet<usize> = story.into_iter().collect();
        let of_story = |committee: &Committee| committee.decisions.first().is_some_and(|at| story.contains(at));
        let before = self.committees.extract_if(.., |committee| of_story(committee)).collect();
        self.committees.extend(walked);
        stood.into_iter().for_each(|(at, how)| self.standing[at] = how);
        self.order_committees();
        before
    }

    /// The committees of the story that a decision belongs to.
    #[must_use]
    pub fn story_of(&self, decision: usize) -> Vec<&Committee> {
        let story: HashSet<usize> = self.stories.touched(&self.decisions[decision]).into_iter().collect();
        let of_story = |committee: &&Committee| committee.decisions.first().is_some_and(|at| story.contains(at));
        self.committees.iter().filter(of_story).collect()
    }

    /// The same decisions read against another directory; its committees are to be looked up in this fold.
    pub(crate) fn read_against(&self, directory: Arc<Directory>) -> Self {
        let (decisions, standing) = (self.decisions.clone(), self.standing.clone());
        Self { directory, decisions, standing, ..Self::default() }
    }

    /// The story of a decision as it is without it.
    #[must_use]
    pub fn without(&self, decision: &Decision) -> Self {
        let mut told = Self { directory: Arc::clone(&self.directory), ..Self::default() };
        for at in self.stories.touched(decision) {
            told.add(&self.decisions[at]);
        }
        told
    }

    /// The same without one of its decisions.
    #[must_use]
    pub fn leaving_out(&self, decision: &Id) -> Self {
        let mut told = Self { directory: Arc::clone(&self.directory), ..Self::default() };
        for other in self.decisions.iter().filter(|other| other.id != *decision) {
            told.add(other);
        }
        told
    }

    /// The story of a decision as it would be with it: what recording it would change, and nothing else.
    #[must_use]
    pub fn with(&self, decision: &Arc<Decision>) -> Self {
        let mut told = self.without(decision);
        told.add(decision);
        told
    }

    /// Files a decision under its story; the story is not walked yet.
    fn file(&mut self, decision: &Arc<Decision>) -> &[usize] {
        self.decisions.push(Arc::clone(decision));
        self.standing.push(Standing::default());
        self.stories.join(self.decisions.len() - 1, decision)
    }

    /// The committees that a decision names.
    pub fn named_by(&self, decision: usize) -> impl Iterator<Item = &Committee> {
        let naming = self.naming.get_or_init(|| {
            let mut naming = vec![Vec::new(); self.decisions.len()];
            for (place, committee) in self.committees.iter().enumerate() {
                committee.decisions.iter().for_each(|at| naming[*at].push(place));
            }
            naming
        });
        naming[decision].iter().map(|at| &self.committees[*at])
    }

    fn order_committees(&mut self) {
        self.naming = OnceLock::new();
        self.committees.sort_by(|a, b| (&a.founded, &a.names[0].1, &a.id).cmp(&(&b.founded, &b.names[0].1, &b.id)));
    }

    /// Who sits in a committee on a day.
    #[must_use]
    pub fn composition(&self, committee: &Committee, on: Day) -> Composition {
        on_date::composition(self, committee, on)
    }

    /// Whether a committee exists on a day.
    #[must_use]
    pub fn state(&self, committee: &Committee, on: Day) -> State {
        on_date::state(committee, on)
    }

    /// Who sat in a committee, over all days: one term for each person, seat and unbroken stretch.
    #[must_use]
    pub fn terms(&self, committee: &Committee) -> Vec<Term> {
        self.terms_of(committee, &|_| true, None)
    }

    /// The same for some of its stretches; of a class, through some posts alone where these are given.
    pub(crate) fn terms_of(
        &self,
        committee: &Committee,
        wanted: &dyn Fn(&Stretch<Seat>) -> bool,
        posts: Option<&[usize]>,
    ) -> Vec<Term> {
        terms::terms(self, committee, wanted, posts)
    }

    /// The committees that a text may mean: by id, by the whole of a name it ever had, else by a part of one;
    /// marks may be left out.
    #[must_use]
    pub fn find_committees(&self, wanted: &str) -> Vec<&Committee> {
        if let Some(committee) = self.committees.iter().find(|c| c.ids.iter().any(|id| id.as_str() == wanted)) {
            return vec![committee];
        }
        let folded = text::fold(wanted);
        let by = |matches: &dyn Fn(&str) -> bool| -> Vec<&Committee> {
            self.committees.iter().filter(|c| c.names.iter().any(|(_, name)| matches(&text::fold(name)))).collect()
        };
        let whole = by(&|name| name == folded);
        if !whole.is_empty() || folded.is_empty() {
            return whole;
        }
        let part = by(&|name| name.contains(&folded));
        if part.is_empty() {
            // Every word of it somewhere in the name: what a person remembers of a long name.
            let words: Vec<&str> = folded.split(' ').collect();
            return by(&|name| words.iter().all(|word| name.contains(word)));
        }
        part
    }

    /// The committee of an id.
    #[must_use]
    pub fn committee(&self, id: &Id) -> Option<&Committee> {
        self.committees.iter().find(|committee| committee.ids.contains(id))
    }

    /// The office that set a committee up, as the first of its decisions writes it. Its chairman, who signs for it,
    /// is not told apart from it.
    #[must_use]
    pub fn office_of<'a>(&'a self, committee: &'a Committee) -> &'a str {
        let mut issuers = committee.decisions.iter().map(|at| self.decisions[*at].issuer.as_str());
        let issuer = issuers.find(|issuer| office(issuer) == committee.office).unwrap_or(&committee.office);
        issuer.strip_prefix("Chủ tịch ").filter(|rest| office(rest) == committee.office).unwrap_or(issuer)
    }

    /// The decisions that a text may mean: by id; by number, alone or with its day or year of issue behind it;
    /// else by a part of a number.
    #[must_use]
    pub fn find_decisions(&self, wanted: &str) -> Vec<usize> {
        let all = || 0..self.decisions.len();
        let by_id: Vec<usize> = all().filter(|at| self.decisions[*at].id.as_str() == wanted).collect();
        if !by_id.is_empty() {
            return by_id;
        }
        let in_part = |wanted: &str, when: &dyn Fn(&Decision) -> bool| -> Vec<usize> {
            let folded = text::fold(wanted);
            let is_meant = |decision: &Decision| !folded.is_empty() && text::fold(&decision.number).contains(&folded);
            all().filter(|at| is_meant(&self.decisions[*at]) && when(&self.decisions[*at])).collect()
        };
        let numbered = |wanted: &str, when: &dyn Fn(&Decision) -> bool| -> Vec<usize> {
            let compared = crate::decision::compared(wanted);
            let is_meant = |decision: &Decision| crate::decision::compared(&decision.number) == compared;
            all().filter(|at| is_meant(&self.decisions[*at]) && when(&self.decisions[*at])).collect()
        };
        let whole = numbered(wanted, &|_| true);
        if !whole.is_empty() {
            return whole;
        }
        if let Some((number, when)) = wanted.trim().rsplit_once(char::is_whitespace) {
            let (day, year) = (crate::date::day(when).ok(), when.parse::<i16>().ok());
            let then = |decision: &Decision| {
                day.map_or_else(|| year == Some(decision.issued_on.year()), |day| decision.issued_on == day)
            };
            let found = Some(numbered(number, &then)).filter(|found| !found.is_empty());
            let found = found.unwrap_or_else(|| in_part(number, &then));
            if (day.is_some() || year.is_some()) && !found.is_empty() {
                return found;
            }
        }
        in_part(wanted, &|_| true)
    }

    /// Every decision in legal order, as places in [`Fold::decisions`].
    #[must_use]
    pub fn in_legal_order(&self) -> Vec<usize> {
        legal::order(&self.decisions, &(0..self.decisions.len()).collect::<Vec<_>>())
    }
}
