//! A committee on the day: who is missing, who should no longer sit there.

use super::{At, Finding};
use crate::composition::{Committee, Composition, Flag, Fold, SeatOn, State};
use crate::date::Day;
use crate::decision::{Occupant, Provision};
use crate::draft::SeatKind;
use crate::record::Record;
use crate::role::Rank;

impl Fold {
    pub(super) fn check_composition(
        &self,
        committee: &Committee,
        on: Day,
        record: &Record,
        findings: &mut Vec<Finding>,
    ) {
        let composition = self.composition(committee, on);
        if !matches!(composition.state, State::Active | State::Suspended) {
            return;
        }
        let named = composition.committee.clone();
        for flag in composition
            .flags
            .iter()
            .filter(|flag| **flag != Flag::DecisionSuspended || composition.state == State::Suspended)
        {
            findings.push(Finding::warn(flag.word(), At::of_committee(&named), section(*flag)));
        }
        let inner = composition.sub_bodies.iter().flat_map(|body| &body.seats);
        for seat in composition.seats.iter().chain(inner) {
            self.check_seat(&composition, committee, seat, findings);
        }
        if composition.heads.is_some() {
            if composition.seats.iter().all(|seat| seat.rank != Rank::Chair) {
                findings.push(Finding::warn("no_chair", At::of_committee(&named), "8.1"));
            }
            if composition.standing_agencies.is_empty() {
                findings.push(Finding::warn("no_standing_agency", At::of_committee(&named), "8.2"));
            }
        }
        for agency in &composition.standing_agencies {
            for flag in agency.flags.iter().filter(|flag| matches!(flag, Flag::PostEnded | Flag::SuccessorProposed)) {
                let at = At { as_written: Some(agency.name.clone()), ..At::of_committee(&named) };
                let successor = agency.successor.clone().unwrap_or_default();
                findings.push(Finding::warn(flag.word(), at, section(*flag)).saying(successor));
            }
        }
        for pack in &record.packs {
            for rule in &pack.rules {
                findings.extend(rule.breach(&composition, on));
            }
        }
    }

    fn check_seat(&self, composition: &Composition, committee: &Committee, seat: &SeatOn, findings: &mut Vec<Finding>) {
        let at = || At::of_seat(&composition.committee, seat);
        let said_above = |flag: &Flag| {
            matches!(flag, Flag::Reconstructed)
                || (*flag == Flag::Vacant && seat.kind == SeatKind::Class)
                || (*flag == Flag::DecisionSuspended && composition.state == State::Suspended)
        };
        for flag in seat.flags.iter().filter(|flag| !said_above(flag)) {
            let finding = Finding::warn(flag.word(), at(), section(*flag));
            let people = seat.holders.iter().filter_map(|holder| holder.person.clone());
            let what: Vec<String> = match flag {
                Flag::SuccessorProposed => seat.successor.clone().into_iter().collect(),
                Flag::TwoHolders | Flag::PersonLeftPost => people.collect(),
                _ => Vec::new(),
            };
            findings.push(Finding { what, ..finding });
        }
        // Of a class, each post that nobody holds.
        for post in seat.holders.iter().filter(|holder| seat.kind == SeatKind::Class && holder.vacant) {
            let at = At { as_written: post.in_words(), ..at() };
            findings.push(Finding::warn(Flag::Vacant.word(), at, section(Flag::Vacant)));
        }
        let unknown = match seat.kind {
            SeatKind::Post | SeatKind::SharedHead | SeatKind::Portfolio => {
                seat.holders.iter().all(|holder| holder.post_id.is_none())
            }
            SeatKind::Class => seat.holders.iter().any(|holder| holder.organization_id.is_none()),
            SeatKind::Named | SeatKind::Nominated => false,
        };
        if unknown && committee.seats.iter().any(|stretch| stretch.what.seat == seat.id) {
            let words = seat.position.clone().unwrap_or_else(|| seat.as_written.clone());
            findings.push(Finding::warn("unresolved_reference", at(), "5.2").saying(words));
        }
    }

    /// The members that a decision's text counts, against those that were read of it.
    pub(super) fn check_count(&self, decision: usize, findings: &mut Vec<Finding>) {
        let decision = &self.decisions[decision];
        let Some(counted) = decision.counted else { return };
        let listed =
            counted.numbered.filter(|numbered| *numbered > counted.read).map(|numbered| (numbered, counted.read));
        let said = counted.said.and_then(|said| {
            let expands = decision.provisions.iter().any(|enacted| match &enacted.provision {
                Provision::Seat(seat) => matches!(seat.occupant, Occupant::Class { .. }),
                _ => false,
            });
            // A class is one item and many members: then what the paper makes is counted on its day.
            let read = if expands { self.heads_made(decision).unwrap_or(said) } else { counted.read };
            (said != read).then_some((said, read))
        });
        if let Some((text, read)) = said.or(listed) {
            let finding = Finding::warn("count_mismatch", At::of_decision(decision), "8.5");
            findings.push(finding.saying(text.to_string()).saying(read.to_string()));
        }
    }

    fn heads_made(&self, decision: &crate::Decision) -> Option<u32> {
        let at = self.decisions.iter().position(|known| known.id == decision.id)?;
        let committee = self.named_by(at).next()?;
        self.composition(committee, decision.effective_from).heads
    }
}

/// Where docs/fold.md has the rule behind a flag.
fn section(flag: Flag) -> &'static str {
    match flag {
        Flag::Vacant | Flag::TwoHolders | Flag::PostEnded | Flag::SuccessorProposed => "5.4",
        Flag::NotNominated => "5.6",
        Flag::ClassEmpty => "5.7",
        Flag::PersonLeftPost => "5.3",
        Flag::UnknownComposition => "4.2",
        Flag::DecisionSuspended => "4.10",
        Flag::PastSunset => "3.5",
        Flag::Reconstructed => "8.6",
    }
}
