//! Who comes in, leaves, or takes another role; standing agencies, sub-bodies and duties (domain.md §7, rule 5).

use super::Walk;
use crate::decision::{Enacted, Occupant, Provision, Seat};
use crate::id::Id;
use crate::text;

use super::super::committee::{Committee, Stretch, end_all};
use super::super::standing::Unmatched;

/// What a text means among the seats of a committee.
struct Meant<'a> {
    sub_body: Option<&'a str>,
    role: Option<&'a str>,
    words: String,
}

impl<'a> Walk<'a> {
    pub(super) fn end_members(&mut self, enacted: &'a Enacted) {
        let at = self.turn.at;
        match &enacted.provision {
            Provision::Establish { name: committee, .. } | Provision::Reconstitute { committee, .. } => {
                self.end_list(enacted, committee);
            }
            Provision::Merge { committee, .. } => {
                let mut seats = self.this().provisions.iter().filter_map(|enacted| enacted.provision.own_seat());
                if seats.any(|seat| text::shorten(&seat.committee) == text::shorten(committee)) {
                    self.end_list(enacted, committee);
                }
            }
            Provision::FoundSubBody { committee, name, listed: true, .. } => {
                self.end_seats(enacted, committee, |seat| seat.decision != at && seat.what.is_in(Some(name)));
            }
            Provision::Unseat { committee, sub_body, who } => {
                let meant = Meant { sub_body: sub_body.as_deref(), role: None, words: text::shorten(who) };
                let Some(known) = self.named(committee) else { return };
                let leaving = self.committees[known].meant(&meant, at);
                if leaving.is_empty() {
                    // "Ông A thôi tham gia; ông B thay ông A": told twice, and gone with the first.
                    if self.unseated_before(enacted, committee, who) {
                        return;
                    }
                    self.unmatched(Unmatched::Member(who.clone()));
                    let unknown = &self.committees[known].unknown;
                    // Whoever leaves a list that nobody knows was on it.
                    let last = unknown.iter().rfind(|list| list.to.is_none()).map(|list| list.decision);
                    self.ended_parts(last.into_iter().collect());
                    return;
                }
                self.end_seats(enacted, committee, |seat| leaving.contains(&seat.what.seat));
            }
            Provision::Dissolve { committee: name } => {
                if let Some(known) = self.of_sub_body(name) {
                    let (day, by) = (self.turn.day, self.cite(enacted));
                    let committee = &mut self.committees[known];
                    let is_it = |body: &Stretch<(Id, String)>| text::shorten(&body.what.1) == text::shorten(name);
                    let mut ended = end_all(&mut committee.sub_bodies, day, &by, is_it);
                    ended.extend(end_all(&mut committee.seats, day, &by, |seat| seat.what.is_in(Some(name))));
                    self.ended_parts(ended);
                }
            }
            _ => {}
        }
    }

    /// "Giải thể Tổ giúp việc", of a committee that the decision names: whose sub-body a name means that no committee
    /// bears.
    pub(super) fn of_sub_body(&mut self, name: &'a str) -> Option<usize> {
        if self.named(name).is_some() {
            return None;
        }
        let wanted = text::shorten(name);
        let has = |committee: &Committee| committee.sub_bodies.iter().any(|body| text::shorten(&body.what.1) == wanted);
        let decision: &'a crate::Decision = self.this();
        let named: Vec<usize> = decision.committees.iter().filter_map(|name| self.named(name)).collect();
        named.into_iter().find(|known| has(&self.committees[*known]))
    }

    /// Whether the decision at hand has sent the same off already, before this statement.
    fn unseated_before(&self, enacted: &Enacted, committee: &str, who: &str) -> bool {
        let same = |other: &Provision| match other {
            Provision::Unseat { committee: of, who: known, .. } => {
                text::shorten(of) == text::shorten(committee) && text::shorten(known) == text::shorten(who)
            }
            _ => false,
        };
        let before = self.this().provisions.iter().take_while(|other| !std::ptr::eq(*other, enacted));
        before.into_iter().any(|other| same(&other.provision))
    }

    /// A whole new list ends every seat of the committee itself. Earlier lists hold no longer, though what else
    /// their decisions say does.
    fn end_list(&mut self, enacted: &'a Enacted, name: &'a str) {
        let at = self.turn.at;
        self.end_seats(enacted, name, |seat| seat.decision != at && seat.what.is_in(None));
        let Some(known) = self.named(name) else { return };
        let committee = &self.committees[known];
        let names: Vec<String> = committee.names.iter().map(|(_, name)| text::shorten(name)).collect();
        let lists = |decision: &usize| {
            let of_it = |name: &str| names.contains(&text::shorten(name));
            self.decisions[*decision].provisions.iter().any(|enacted| enacted.provision.lists().is_some_and(of_it))
        };
        let acting = committee.decisions.iter().copied().filter(|decision| !committee.enders.contains(decision));
        let earlier = acting.filter(lists).collect();
        self.ended_parts(earlier);
    }

    fn end_seats(&mut self, enacted: &'a Enacted, committee: &'a str, ends: impl Fn(&Stretch<Seat>) -> bool) {
        let (day, by) = (self.turn.day, self.cite(enacted));
        let Some(known) = self.named(committee) else { return };
        let ended = end_all(&mut self.committees[known].seats, day, &by, ends);
        self.ended_parts(ended);
    }

    pub(super) fn begin_members(&mut self, enacted: &'a Enacted) {
        let (at, day, by) = (self.turn.at, self.turn.day, self.cite(enacted));
        match &enacted.provision {
            Provision::Seat(seat) => {
                if let Some(known) = self.open(&seat.committee) {
                    let seat = self.committees[known].with_body(seat.clone());
                    self.committees[known].seats.push(Stretch::new(seat, day, by, at));
                }
            }
            Provision::ChangeRole { seat, previous_role } => self.change_role(enacted, seat, previous_role.as_deref()),
            Provision::FoundSubBody { sub_body, committee, name, .. } => {
                if let Some(known) = self.open(committee) {
                    self.committees[known].found_sub_body(sub_body, name, Stretch::new((), day, by, at));
                }
            }
            Provision::SetStandingAgency { committee, agency, scope } => {
                let Some(known) = self.open(committee) else { return };
                let agencies = &mut self.committees[known].agencies;
                // A change takes the place of the agency of the same scope; the others stay.
                let same_scope = |known: &Stretch<(String, Option<String>)>| {
                    known.decision != at && known.what.1.as_deref().map(text::key) == scope.as_deref().map(text::key)
                };
                let ended = end_all(agencies, day, &by, same_scope);
                agencies.push(Stretch::new((agency.clone(), scope.clone()), day, by, at));
                self.ended_parts(ended);
            }
            Provision::AssignDuty { committee, duty } => {
                if let Some(known) = self.open(committee) {
                    self.committees[known].duties.push(Stretch::new(duty.clone(), day, by, at));
                }
            }
            _ => {}
        }
    }

    /// The same seat goes on in another role; where the record has none, the paper's own words seat somebody.
    fn change_role(&mut self, enacted: &'a Enacted, said: &'a Seat, previous_role: Option<&'a str>) {
        let (at, day, by) = (self.turn.at, self.turn.day, self.cite(enacted));
        let Some(known) = self.named(&said.committee) else { return };
        let who = match &said.occupant {
            Occupant::Named { name, .. } => name.as_str(),
            other => other.position().unwrap_or_default(),
        };
        let mut meant = Meant { sub_body: said.sub_body.as_deref(), role: previous_role, words: text::shorten(who) };
        let mut found = self.committees[known].meant(&meant, at);
        if found.is_empty() && meant.role.take().is_some() {
            found = self.committees[known].meant(&meant, at);
        }
        let changed: Vec<Seat> = self.committees[known]
            .open_seats()
            .filter(|stretch| stretch.decision != at && found.contains(&stretch.what.seat))
            .map(|stretch| Seat { role: said.role.clone(), ..stretch.what.clone() })
            .collect();
        if changed.is_empty() {
            self.unmatched(Unmatched::Member(who.to_owned()));
            if self.committees[known].was_ended() {
                return;
            }
            let seat = self.committees[known].with_body(said.clone());
            self.committees[known].seats.push(Stretch::new(seat, day, by, at));
            return;
        }
        self.end_seats(enacted, &said.committee, |seat| seat.decision != at && found.contains(&seat.what.seat));
        for seat in changed {
            self.committees[known].seats.push(Stretch::new(seat, day, by.clone(), at));
        }
    }
}

impl Committee {
    /// The open seats of other decisions that a text means: those of a person of that name, else those of that
    /// wording that name no person, else those of a person who is named with that position. The committee's
    /// own come before those of its sub-bodies.
    fn meant(&self, meant: &Meant<'_>, at: usize) -> Vec<Id> {
        let role = meant.role.map(text::key);
        let open = || {
            self.open_seats()
                .filter(|stretch| stretch.decision != at)
                .map(|stretch| &stretch.what)
                .filter(|seat| role.is_none() || seat.role.as_deref().map(text::key) == role)
        };
        let named = |seat: &Seat| matches!(seat.occupant, Occupant::Named { .. });
        let by: [&dyn Fn(&Seat) -> bool; 3] =
            [&|seat| seat.is_of_person(&meant.words), &|seat| !named(seat) && seat.is_worded(&meant.words), &|seat| {
                named(seat) && seat.is_worded(&meant.words)
            }];
        let places: [&dyn Fn(&Seat) -> bool; 2] = match meant.sub_body {
            Some(name) => [&|seat| seat.is_in(Some(name)), &|_| false],
            None => [&|seat| seat.is_in(None), &|seat| !seat.is_in(None)],
        };
        for is_here in places {
            for is_meant in by {
                let found: Vec<Id> =
                    open().filter(|seat| is_here(seat) && is_meant(seat)).map(|seat| seat.seat.clone()).collect();
                if !found.is_empty() {
                    return found;
                }
            }
        }
        Vec::new()
    }

    /// A sub-body keeps its identity, whoever founds it again. It is there as long as one of those stands.
    fn found_sub_body(&mut self, id: &Id, name: &str, said: Stretch<()>) {
        let same = |known: &&Stretch<(Id, String)>| text::shorten(&known.what.1) == text::shorten(name);
        let known = self.sub_bodies.iter().find(same).map(|known| known.what.clone());
        let what = known.unwrap_or_else(|| (id.clone(), name.to_owned()));
        self.sub_bodies.push(Stretch::new(what, said.from, said.by, said.decision));
    }

    /// A seat under the name by which its sub-body is known.
    fn with_body(&self, seat: Seat) -> Seat {
        let Some(name) = &seat.sub_body else { return seat };
        let known = self.sub_bodies.iter().find(|body| text::shorten(&body.what.1) == text::shorten(name));
        let name = known.map_or_else(|| name.clone(), |body| body.what.1.clone());
        Seat { sub_body: Some(name), ..seat }
    }
}

impl Seat {
    /// Whether it is a seat of a sub-body, or of the committee itself.
    fn is_in(&self, sub_body: Option<&str>) -> bool {
        self.sub_body.as_deref().map(text::shorten) == sub_body.map(text::shorten)
    }
}

impl Provision {
    /// The seat that it gives to the committee itself.
    pub(super) fn own_seat(&self) -> Option<&Seat> {
        match self {
            Self::Seat(seat) if seat.sub_body.is_none() => Some(seat),
            _ => None,
        }
    }

    /// The committee to which it gives a list, or a member.
    fn lists(&self) -> Option<&str> {
        match self {
            Self::Establish { name: committee, .. } | Self::Reconstitute { committee, .. } => Some(committee),
            Self::Seat(seat) | Self::ChangeRole { seat, .. } => Some(&seat.committee),
            _ => None,
        }
    }
}
