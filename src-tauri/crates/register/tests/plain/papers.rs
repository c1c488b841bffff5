//! What papers do to papers (§2.3, §4.7–4.10).

use std::collections::BTreeSet;

use register::composition::Relation;
use register::decision::{Key, Provision, home, issuer_of};
use register::draft::Reference;
use register::{Day, text};

use super::{End, Paper, World};

impl World<'_> {
    /// The earlier decision that a reference means, as a place in legal order: one that was taken; where there
    /// is none, the first that was issued no later and whose day has not come.
    fn meant(&self, paper: usize, reference: &Reference) -> Option<usize> {
        let this = self.papers[paper].decision;
        let issuer = match reference {
            Reference::Full { issuer: Some(issuer), .. } => issuer.clone(),
            _ => issuer_of(reference.number(), &this.number, &this.issuer),
        };
        let wanted = Key::of(reference.number(), &issuer, this.issued_on);
        let meant = |at: &usize| {
            let other = self.all[*at].1;
            let key = other.key();
            key.series == wanted.series
                && key.number == wanted.number
                && match reference.date() {
                    Some(date) => other.issued_on == date,
                    None => self.names_one_of(*at, paper),
                }
        };
        let taken: Vec<usize> = (0..paper).filter(meant).collect();
        match taken[..] {
            [one] => Some(one),
            // Several: nobody can say which.
            [_, ..] => None,
            [] => {
                let mut coming = paper + 1..self.all.len();
                coming.find(|at| self.all[*at].1.issued_on <= this.issued_on && meant(at))
            }
        }
    }

    /// Whether a decision names a committee which a paper names. What has not taken effect has settled none
    /// yet: there the names alone tell.
    fn names_one_of(&self, other: usize, paper: usize) -> bool {
        let this = &self.papers[paper];
        if let Some(taken) = self.papers.get(other) {
            return taken.acts_on.iter().any(|body| this.finds.contains(body));
        }
        let names: Vec<String> = this.decision.committee_names().map(text::shorten).collect();
        let coming = self.all[other].1;
        home(&coming.issuer) == self.office_of(paper)
            && coming.committee_names().any(|name| names.contains(&text::shorten(name)))
    }

    /// What ends, is suspended, or is changed by a provision on another decision.
    pub fn act_on_a_decision(&mut self, paper: usize, provision: &Provision) {
        let Some(other) = provision.decision().and_then(|reference| self.meant(paper, reference)) else { return };
        if other > paper {
            return self.end_before_its_day(paper, other, provision);
        }
        let ended = self.has_ended(other, self.day_of(paper));
        match provision {
            Provision::Replace { .. } if !ended => self.replace(paper, other),
            Provision::Repeal { .. } if !ended => self.end_alone(paper, other, Relation::Repeals),
            Provision::Withdraw { .. } if !ended => self.end_alone(paper, other, Relation::Withdraws),
            Provision::Amend { .. } => self.papers[paper].changes.push((Relation::Amends, other)),
            Provision::Correct { .. } => self.papers[paper].changes.push((Relation::Corrects, other)),
            Provision::Resume { .. } => self.resume(other),
            _ => {}
        }
    }

    /// A decision that has not ended is suspended; one that is already stays so by the first.
    pub fn suspend(&mut self, paper: usize, reference: &Reference) {
        let Some(other) = self.meant(paper, reference).filter(|other| *other < paper) else { return };
        if !self.has_ended(other, self.day_of(paper)) {
            self.papers[other].suspended.get_or_insert(paper);
        }
    }

    /// Replaced, repealed or withdrawn before its day, it never takes effect; nothing else can be done to it.
    fn end_before_its_day(&mut self, paper: usize, other: usize, provision: &Provision) {
        let relation = match provision {
            Provision::Replace { .. } => Relation::Replaces,
            Provision::Repeal { .. } => Relation::Repeals,
            Provision::Withdraw { .. } => Relation::Withdraws,
            _ => return,
        };
        self.never.entry(other).or_insert(End { relation, by: paper });
        self.papers[paper].ended_something = true;
    }

    /// It may name the suspended decision, or the one that suspends it.
    fn resume(&mut self, named: usize) {
        if self.papers[named].suspended.is_some() {
            self.papers[named].suspended = None;
            return;
        }
        for other in self.papers.iter_mut().filter(|other| other.suspended == Some(named)) {
            other.suspended = None;
        }
    }

    fn end_paper(&mut self, other: usize, end: End) {
        let ended = &mut self.papers[other];
        ended.ends.push((None, end));
        self.papers[end.by].ended_something = true;
        self.end(end.by, |thing| thing.by == other);
    }

    fn end_alone(&mut self, paper: usize, other: usize, relation: Relation) {
        let end = End { relation, by: paper };
        self.end_paper(other, end);
        self.end_bodies_without_a_decision(&[other], end);
    }

    /// Ends a decision, and every later one that has a provision on its committees, or amends or corrects one
    /// of those that end, up to the next that establishes the committee.
    fn replace(&mut self, paper: usize, replaced: usize) {
        let end = End { relation: Relation::Replaces, by: paper };
        // Ending it may end its sunset, and another one may count: that is later.
        let over: BTreeSet<usize> = (0..paper).filter(|later| self.has_ended(*later, self.day_of(paper))).collect();
        self.end_paper(replaced, end);
        let mut ended = vec![replaced];
        let mut open: Vec<usize> = self.papers[replaced].named.clone();
        let had = open.clone();
        for later in replaced + 1..paper {
            open.retain(|body| !self.papers[later].founds.contains(body));
            if open.is_empty() && !had.is_empty() {
                break;
            }
            let this = &self.papers[later];
            if over.contains(&later) || this.decision.only_corrects() {
                continue;
            }
            // To end a committee is to change no list.
            let acts_on_them = this.provided.iter().any(|body| open.contains(body) && this.named.contains(body));
            let changes_one = this.changes.iter().any(|(_, other)| ended.contains(other));
            if !acts_on_them && !changes_one {
                continue;
            }
            if this.named.iter().all(|body| open.contains(body)) {
                self.end_paper(later, end);
                ended.push(later);
            } else {
                let among_them: Vec<usize> = this.named.iter().copied().filter(|body| open.contains(body)).collect();
                for body in among_them {
                    self.papers[later].ends.push((Some(body), end));
                    self.end(paper, |thing| thing.by == later && thing.body == body);
                    ended.push(later);
                }
            }
        }
        self.end_bodies_without_a_decision(&ended, end);
    }

    /// A committee whose decisions ended goes on only where one stands that establishes it or gives its list, or
    /// where the one that ended them seats members of its own.
    fn end_bodies_without_a_decision(&mut self, ended: &[usize], end: End) {
        let establishes = |paper: usize, body: usize| {
            let paper = &self.papers[paper];
            paper.founds.contains(&body) || paper.lists.contains(&body) || paper.carries.contains(&body)
        };
        let without: Vec<usize> = (0..self.bodies.len())
            .filter(|body| self.bodies[*body].ended.is_none())
            .filter(|body| ended.iter().any(|paper| establishes(*paper, *body)))
            .filter(|body| !(0..self.papers.len()).any(|paper| establishes(paper, *body) && self.stands(paper, *body)))
            .collect();
        for body in without {
            if self.has_own_member(end.by, body) {
                self.papers[end.by].carries.push(body);
            } else {
                self.papers[end.by].named.retain(|named| *named != body);
                self.end_body(body, end);
            }
        }
    }

    /// Whether a decision stands for a committee: nothing ended it, a sunset aside.
    pub fn stands(&self, paper: usize, body: usize) -> bool {
        let mut ends = self.papers[paper].ends.iter();
        !ends.any(|(of, _)| of.is_none_or(|of| of == body))
    }

    /// How a decision ended for one of its committees by the sunset of that.
    pub fn lapsed(&self, paper: usize, body: usize, day: Day) -> Option<End> {
        let names_it = self.papers[paper].named.contains(&body);
        if self.bodies[body].ended.is_some() || !names_it || !self.stands(paper, body) {
            return None;
        }
        let (by, on) = self.sunset(body)?;
        (on <= day).then_some(End { relation: Relation::SunsetOn, by })
    }

    /// What ended a decision for one of its committees.
    pub fn ends_for(&self, paper: usize, body: usize, day: Day) -> Vec<End> {
        let ends = self.papers[paper].ends.iter().filter(|(of, _)| *of == Some(body)).map(|(_, end)| *end);
        let mut ends: Vec<End> = ends.chain(self.lapsed(paper, body, day)).collect();
        if ends.is_empty() {
            // In force again by a revival, with which its committee did not come back.
            ends.extend(self.bodies[body].ended.filter(|end| end.by != paper));
        }
        ends
    }

    pub fn has_ended(&self, paper: usize, day: Day) -> bool {
        let this = &self.papers[paper];
        let all_ended = || this.named.iter().all(|body| !self.ends_for(paper, *body, day).is_empty());
        this.ended() || (!this.named.is_empty() && all_ended())
    }

    /// Whether a committee that is there is kept from acting: a decision that founded it and that stands is
    /// suspended.
    pub fn is_suspended(&self, body: usize) -> bool {
        (0..self.papers.len()).any(|paper| {
            let this = &self.papers[paper];
            this.suspended.is_some() && this.founds.contains(&body) && self.stands(paper, body)
        })
    }

    /// What ended with a decision, by the same decisions, holds again. Its committees that a decision ended are
    /// there again; what a sunset has ended, a later sunset brings back.
    pub fn revive(&mut self, paper: usize, reference: &Reference) {
        let Some(revived) = self.meant(paper, reference) else { return };
        let day = self.day_of(paper);
        // What never took effect cannot hold again.
        if self.never.contains_key(&revived) || revived > paper || !self.has_ended(revived, day) {
            return;
        }
        let bodies = self.papers[revived].named.clone();
        let ends: Vec<usize> = self.papers[revived]
            .ends
            .iter()
            .filter(|(_, end)| end.relation != Relation::SunsetOn)
            .map(|(_, end)| end.by)
            .collect();
        if ends.is_empty() {
            return;
        }
        for body in &bodies {
            self.bodies[*body].ended = None;
        }
        for by in ends {
            self.undo_the_end(paper, revived, &bodies, by);
        }
    }

    fn undo_the_end(&mut self, paper: usize, revived: usize, bodies: &[usize], by: usize) {
        let day = self.day_of(paper);
        // A sunset ends decisions; what its own decision ended when it was taken is another matter.
        let same = |end: &End| end.by == by && end.relation != Relation::SunsetOn;
        let mut with_it = Vec::new();
        for (at, other) in self.papers.iter_mut().enumerate() {
            let amends_one = other.named.is_empty() && other.changes.iter().any(|(_, one)| with_it.contains(one));
            let is_near = at == revived || other.named.iter().any(|body| bodies.contains(body)) || amends_one;
            let before = other.ends.len();
            other.ends.retain(|(of, end)| !same(end) || !of.map_or(is_near, |of| bodies.contains(&of)));
            if other.ends.len() < before {
                with_it.push(at);
            }
        }
        let again: Vec<usize> = (0..self.things.len())
            .filter(|at| {
                let thing = &self.things[*at];
                with_it.contains(&thing.by) && thing.ended_by == Some(by) && self.stands(thing.by, thing.body)
            })
            .collect();
        for at in again {
            self.things[at].ended_by = None;
            self.things[at].since = day;
        }
    }
}

impl Paper<'_> {
    /// Whether all of it was ended.
    pub fn ended(&self) -> bool {
        self.ends.iter().any(|(of, _)| of.is_none())
    }
}
