//! Lists and changes (§4.1–4.6): what a paper ends in a committee, and what begins.

use register::composition::Relation;
use register::decision::{Occupant, Provision, Seat};
use register::text;

use super::{End, SubBody, Thing, What, World};

impl World<'_> {
    /// Everything that a provision ends.
    pub fn end_what_it_ends(&mut self, paper: usize, provision: &Provision) {
        let office = self.office_of(paper);
        let named = provision.committee().and_then(|name| self.committee(&office, name));
        if provision.decision().is_some() {
            return self.act_on_a_decision(paper, provision);
        }
        if let (Provision::Dissolve { committee: name }, None) = (provision, named) {
            let names = &self.papers[paper].decision.committees;
            let bodies = names.iter().filter_map(|name| self.committee(&office, name));
            let whose = bodies.into_iter().find_map(|body| Some((body, self.sub_body(body, name)?)));
            if let Some((body, there)) = whose {
                let mut gone = self.seats_of(body, |_, sub_body| sub_body == Some(there));
                let stands = |thing: &Thing| matches!(thing.what, What::SubBody(known) if known == there);
                gone.extend(self.held().filter(|(_, thing)| stands(thing)).map(|(at, _)| at));
                self.end_in_part(paper, &gone);
            }
            return;
        }
        // A change in part of a name that is not known waits.
        let Some(body) = named else { return };
        match provision {
            Provision::Establish { .. } | Provision::Reconstitute { .. } | Provision::Merge { .. }
                if self.papers[paper].lists.contains(&body) =>
            {
                let has_members = self.has_own_member(paper, body);
                self.end(paper, |thing| {
                    thing.body == body
                        && match thing.what {
                            What::Seat { sub_body, .. } => sub_body.is_none(),
                            What::Unknown => has_members,
                            _ => false,
                        }
                });
            }
            Provision::FoundSubBody { name, listed: true, .. } => {
                let there = self.sub_body(body, name);
                let seats = self.seats_of(body, |_, sub_body| sub_body.is_some() && sub_body == there);
                self.end_in_part(paper, &seats);
            }
            Provision::Unseat { sub_body, who, .. } => {
                let meant = self.seats_meant(body, sub_body.as_deref(), who, |_| true);
                if meant.is_empty() {
                    self.end_somebody_unknown(paper, body);
                }
                self.end_in_part(paper, &meant);
            }
            Provision::ChangeRole { seat, previous_role } => {
                let who = match &seat.occupant {
                    Occupant::Named { name, .. } => Some(name.as_str()),
                    other => other.position(),
                };
                let role = |seat: &Seat| seat.role.as_deref().map(text::key);
                let before = previous_role.as_deref().map(text::key);
                let also = |seat: &Seat| before.is_none() || role(seat) == before;
                let mut meant = self.seats_meant(body, seat.sub_body.as_deref(), who.unwrap_or_default(), also);
                if meant.is_empty() {
                    meant = self.seats_meant(body, seat.sub_body.as_deref(), who.unwrap_or_default(), |_| true);
                }
                self.end_in_part(paper, &meant);
                if !meant.is_empty() {
                    self.papers[paper].changed_roles.push((seat.seat.clone(), meant));
                }
            }
            Provision::SetStandingAgency { scope, .. } => {
                let same = |thing: &Thing| matches!(&thing.what, What::Agency { scope: of, .. } if of == scope);
                let agencies = self.held().filter(|(_, thing)| thing.body == body && thing.by != paper && same(thing));
                let agencies: Vec<usize> = agencies.map(|(at, _)| at).collect();
                self.end_in_part(paper, &agencies);
            }
            Provision::Dissolve { .. } if self.is_there(body, self.day_of(paper)) => {
                self.end_body(body, End { relation: Relation::Dissolves, by: paper })
            }
            _ => {}
        }
    }

    /// Everything that a provision begins.
    pub fn begin_what_it_begins(&mut self, paper: usize, provision: &Provision) {
        let office = self.office_of(paper);
        match provision {
            Provision::Revive { decision } => return self.revive(paper, decision),
            Provision::Suspend { decision } => return self.suspend(paper, decision),
            _ => {}
        }
        let Some(body) = provision.committee().and_then(|name| self.committee(&office, name)) else { return };
        // In a committee that was ended nothing begins.
        if self.bodies[body].ended.is_some() {
            return;
        }
        match provision {
            Provision::Establish { .. } | Provision::Reconstitute { .. } | Provision::Merge { .. }
                if self.papers[paper].lists.contains(&body) && !self.has_own_member(paper, body) =>
            {
                self.set(paper, body, What::Unknown);
            }
            Provision::FoundSubBody { sub_body: id, name, .. } => {
                let there = self.sub_body(body, name).unwrap_or_else(|| {
                    self.sub_bodies.push(SubBody { id: id.clone(), body, name: name.clone() });
                    self.sub_bodies.len() - 1
                });
                self.set(paper, body, What::SubBody(there));
            }
            Provision::Seat(seat) => self.seat(paper, body, seat.clone()),
            Provision::ChangeRole { seat, .. } => self.go_on_in_another_role(paper, body, seat),
            Provision::SetStandingAgency { agency: name, scope, .. } => {
                self.set(paper, body, What::Agency { name: name.clone(), scope: scope.clone() });
            }
            Provision::AssignDuty { duty, .. } => self.set(paper, body, What::Duty(duty.clone())),
            Provision::Sunset { on, purpose_until, .. } => {
                if let Some(day) = on {
                    self.set(paper, body, What::Sunset(*day));
                }
                if let Some(day) = purpose_until {
                    self.set(paper, body, What::Purpose(*day));
                }
            }
            Provision::Extend { until, .. } => self.set(paper, body, What::Sunset(*until)),
            _ => {}
        }
    }

    /// The sub-body that ever had a name in a committee: it goes on.
    fn sub_body(&self, body: usize, name: &str) -> Option<usize> {
        let wanted = text::shorten(name);
        self.sub_bodies.iter().position(|known| known.body == body && text::shorten(&known.name) == wanted)
    }

    fn seat(&mut self, paper: usize, body: usize, seat: Seat) {
        let sub_body = match &seat.sub_body {
            Some(name) => {
                let Some(there) = self.sub_body(body, name) else { return };
                Some(there)
            }
            None => None,
        };
        self.set(paper, body, What::Seat { seat, sub_body });
    }

    /// Seats that hold and are meant by their words and their sub-body.
    fn seats_of(&self, body: usize, meant: impl Fn(&Seat, Option<usize>) -> bool) -> Vec<usize> {
        let seats = self.held().filter(|(_, thing)| match &thing.what {
            What::Seat { seat, sub_body, .. } => thing.body == body && meant(seat, *sub_body),
            _ => false,
        });
        seats.map(|(at, _)| at).collect()
    }

    /// The seats that a person's name or a seat's wording means: own ones, else those in sub-bodies; where
    /// the paper says the sub-body, only there. `also` is what else must be true of them.
    fn seats_meant(&self, body: usize, said: Option<&str>, who: &str, also: impl Fn(&Seat) -> bool) -> Vec<usize> {
        let name = text::key(who);
        let wording = text::shorten(who);
        let by_name =
            |seat: &Seat| matches!(&seat.occupant, Occupant::Named { name: own, .. } if text::key(own) == name);
        let is_named = |seat: &Seat| matches!(seat.occupant, Occupant::Named { .. });
        let by_position = |seat: &Seat| seat.occupant.position().is_some_and(|own| text::shorten(own) == wording);
        let by_wording =
            |seat: &Seat| !is_named(seat) && (by_position(seat) || text::shorten(&seat.as_written) == wording);
        let by_position_of_person = |seat: &Seat| is_named(seat) && by_position(seat);
        let ways: [&dyn Fn(&Seat) -> bool; 3] = [&by_name, &by_wording, &by_position_of_person];
        let first_way = |there: &dyn Fn(Option<usize>) -> bool| {
            let found = ways.iter().map(|way| self.seats_of(body, |seat, at| there(at) && way(seat) && also(seat)));
            found.into_iter().find(|seats| !seats.is_empty()).unwrap_or_default()
        };
        match said {
            Some(said) => {
                let said = self.sub_body(body, said);
                first_way(&|at: Option<usize>| at.is_some() && at == said)
            }
            None => {
                let own = first_way(&|at: Option<usize>| at.is_none());
                if own.is_empty() { first_way(&|at: Option<usize>| at.is_some()) } else { own }
            }
        }
    }

    /// The seats end, and go on in the new role with the same identity; where there is none, the paper's own
    /// words seat the person.
    fn go_on_in_another_role(&mut self, paper: usize, body: usize, new: &Seat) {
        // What this paper ended for it was noted when everything ended.
        let taken = self.papers[paper].changed_roles.iter().find(|(id, _)| *id == new.seat).cloned();
        let Some((_, seats)) = taken else { return self.seat(paper, body, new.clone()) };
        for at in seats {
            if let What::Seat { seat, sub_body } = &self.things[at].what {
                let seat = Seat { role: new.role.clone(), ..seat.clone() };
                let what = What::Seat { seat, sub_body: *sub_body };
                self.set(paper, body, what);
            }
        }
    }

    /// Ends things by a paper; those whose they were have ended in part.
    fn end_in_part(&mut self, paper: usize, things: &[usize]) {
        for at in things {
            self.things[*at].ended_by = Some(paper);
            self.papers[paper].ended_something = true;
            let set_by = self.things[*at].by;
            if set_by != paper {
                self.end_a_part(paper, set_by);
            }
        }
    }

    /// A part of a decision ends.
    fn end_a_part(&mut self, paper: usize, of: usize) {
        self.papers[of].parts.push(End { relation: Relation::Reconstitutes, by: paper });
    }

    /// What has ended as a whole when a paper has done all that it does has lost no part by it.
    pub fn forget_parts_of_what_has_ended(&mut self, paper: usize) {
        for of in 0..paper {
            if self.has_ended(of, self.day_of(paper)) {
                self.papers[of].parts.retain(|end| end.by != paper);
            }
        }
    }

    /// Somebody leaves whom the decision that left the composition unknown may have named.
    fn end_somebody_unknown(&mut self, paper: usize, body: usize) {
        let unknown = self.held().filter(|(_, thing)| thing.body == body && matches!(thing.what, What::Unknown));
        let left_it_so = unknown.map(|(_, thing)| thing.by).last();
        if let Some(by) = left_it_so.filter(|by| *by != paper) {
            self.end_a_part(paper, by);
            self.papers[paper].ended_something = true;
        }
    }

    /// A whole list that does not replace an earlier decision which gave members or a list ends it in part.
    pub fn note_whole_lists(&mut self, paper: usize) {
        let decision = self.papers[paper].decision;
        let is_list = |body: &usize| {
            let merger = decision.provisions.iter().any(|e| matches!(e.provision, Provision::Merge { .. }));
            !merger || self.has_own_member(paper, *body)
        };
        let lists: Vec<usize> = self.papers[paper].lists.iter().copied().filter(is_list).collect();
        for body in lists {
            for earlier in 0..paper {
                let other = &self.papers[earlier];
                let ended_by_it = other.ends.iter().any(|(of, end)| of.is_none_or(|of| of == body) && end.by == paper);
                if other.gives.contains(&body) && other.named.contains(&body) && !ended_by_it {
                    self.end_a_part(paper, earlier);
                }
            }
        }
    }
}
