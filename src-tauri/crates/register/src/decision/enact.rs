//! From a draft to the decision that is recorded: every statement becomes a provision with its place.
//!
//! The act is the headline alone: what is done follows from the keys that are filled.

use jiff::ToSpan;

use super::{Counted, Decision, Enacted, Occupant, Provision, Refusal, Seat};
use super::{blank, wording};
use crate::date::{self, Day};
use crate::draft::{Act, Draft, ListScope, Member, MemberOp, Reference, SeatKind, Source, SubBody};
use crate::id::Id;
use crate::text;

/// Turns a draft into a decision. `fresh` gives a new identity at each call: the register has no clock.
///
/// # Errors
/// A [`Refusal`] that names what the draft lacks.
pub fn enact(draft: &Draft, mut fresh: impl FnMut() -> Id) -> Result<Decision, Refusal> {
    let number = filled(draft.number.as_deref()).ok_or(Refusal::MissingField { field: "number" })?;
    let issued_on = draft.date.ok_or(Refusal::MissingField { field: "date" })?;
    let issuer = filled(draft.issuer.as_deref()).ok_or(Refusal::MissingField { field: "issuer" })?;
    let act = draft.act.ok_or(Refusal::MissingField { field: "act" })?;
    blank::refuse(draft)?;
    let effective_from = effective(draft.effective.as_deref(), issued_on)?;
    let mut provisions = Provisions { draft, fresh: &mut fresh, enacted: Vec::new() };
    provisions.of_committees(act)?;
    provisions.of_decisions();
    let provisions = provisions.enacted;
    Ok(Decision {
        id: fresh(),
        number,
        issued_on,
        place: filled(draft.place.as_deref()),
        issuer,
        signer: draft.signer.clone(),
        subject: filled(draft.title.as_deref()),
        act,
        effective_from,
        committees: draft.committees.iter().map(|name| text::tidy(name)).collect(),
        bases: draft.bases.clone(),
        proposed_by: filled(draft.proposed_by.as_deref()),
        proposals: draft.proposals.clone(),
        provisions,
        counted: counted(draft),
        source: draft.source.unwrap_or(Source::Decision),
        source_note: filled(draft.source_note.as_deref()),
        reconstructed: draft.reconstructed,
        attachments: Vec::new(),
    })
}

/// On signing where the paper is silent: an individual decision takes effect from its signing unless it says
/// otherwise.
fn effective(words: Option<&str>, issued_on: Day) -> Result<Day, Refusal> {
    let unclear = |words: &str| Refusal::UnclearEffect { words: words.to_owned() };
    match words.map(str::trim) {
        None | Some("" | "on_signing") => Ok(issued_on),
        Some(words) => match words.strip_prefix("after_days:") {
            Some(days) => {
                // No paper takes effect before its day, or after more days than these count.
                let days: u16 = days.trim().parse().map_err(|_| unclear(words))?;
                issued_on.checked_add(i32::from(days).days()).map_err(|_| unclear(words))
            }
            None => date::day(words).map_err(|_| unclear(words)),
        },
    }
}

/// How many members the text counts: an annex that numbers each rank anew counts each of them.
fn counted(draft: &Draft) -> Option<Counted> {
    let own = draft.members.iter().filter(|member| member.sub_body.is_none());
    let read = u32::try_from(own.clone().count()).unwrap_or(u32::MAX);
    let (mut before, mut last) = (0, 0);
    for n in own.filter_map(|member| member.n) {
        if n < last {
            before += last;
        }
        last = n;
    }
    let numbered = Some(before + last).filter(|numbered| *numbered > 0);
    let said = draft.members_counted;
    (said.is_some() || numbered.is_some_and(|numbered| numbered > read)).then_some(Counted { said, numbered, read })
}

struct Provisions<'a, F: FnMut() -> Id> {
    draft: &'a Draft,
    fresh: &'a mut F,
    enacted: Vec<Enacted>,
}

impl<F: FnMut() -> Id> Provisions<'_, F> {
    /// Every provision on committees, in the order in which a paper says them.
    fn of_committees(&mut self, act: Act) -> Result<(), Refusal> {
        let draft = self.draft;
        self.renamings()?;
        self.foundings(act)?;
        self.sub_bodies()?;
        for (n, member) in draft.members.iter().enumerate() {
            self.member(member, None, n + 1)?;
        }
        for (at, body) in draft.sub_bodies.iter().enumerate() {
            for (n, member) in body.members.iter().enumerate() {
                self.member(member, Some((at, &body.name)), n + 1)?;
            }
        }
        let places = &draft.articles;
        for who in &draft.leaves {
            let unseat = Provision::Unseat { committee: self.only("leaves")?, sub_body: None, who: text::tidy(who) };
            self.push(unseat, places.leaves.as_deref(), None);
        }
        for agency in &draft.standing_agencies {
            let set = Provision::SetStandingAgency {
                committee: match filled(agency.committee.as_deref()) {
                    Some(committee) => committee,
                    None => self.only("standing_agencies")?,
                },
                agency: text::tidy(&agency.name),
                scope: filled(agency.scope.as_deref()),
            };
            self.push(set, places.standing_agency.as_deref(), agency.called.as_deref());
        }
        for duty in &draft.duties {
            let assign = Provision::AssignDuty { committee: self.only("duties")?, duty: text::tidy(duty) };
            self.push(assign, places.duties.as_deref(), None);
        }
        let ended =
            if act == Act::Dissolve && draft.dissolves.is_empty() { &draft.committees } else { &draft.dissolves };
        for name in ended {
            self.push(Provision::Dissolve { committee: text::tidy(name) }, places.dissolves.as_deref(), None);
        }
        self.endings(act)
    }

    /// Names that are given up for those that the committees bear now.
    fn renamings(&mut self) -> Result<(), Refusal> {
        let draft = self.draft;
        if !draft.merged_from.is_empty() {
            return Ok(());
        }
        if draft.act == Some(Act::Rename) && draft.old_names.is_empty() {
            return Err(Refusal::MissingField { field: "old_names" });
        }
        let given_up = |name: &&String| draft.old_names.iter().any(|old| text::shorten(old) == text::shorten(name));
        let taken: Vec<&String> = draft.committees.iter().filter(|name| !given_up(name)).collect();
        if !draft.old_names.is_empty() && taken.is_empty() {
            return Err(Refusal::NoCommittee);
        }
        for (old, new) in draft.old_names.iter().zip(taken) {
            let rename = Provision::Rename { committee: text::tidy(old), name: text::tidy(new) };
            let place = draft.articles.old_names.as_deref().or(draft.articles.act.as_deref());
            self.push(rename, place, None);
        }
        Ok(())
    }

    /// Committees that begin, come together, or get a whole new list.
    fn foundings(&mut self, act: Act) -> Result<(), Refusal> {
        let draft = self.draft;
        let place = draft.articles.act.as_deref();
        if !draft.merged_from.is_empty() {
            let merged: Vec<String> = draft.merged_from.iter().map(|name| text::tidy(name)).collect();
            let ends = |name: &String| merged.iter().any(|ended| text::shorten(ended) == text::shorten(name));
            // What they become may bear the name of one of them.
            let becomes = draft.committees.iter().find(|name| !ends(name)).or(draft.committees.first());
            let committee = becomes.map(|name| text::tidy(name)).ok_or(Refusal::NoCommittee)?;
            let merge = Provision::Merge { id: (self.fresh)(), committee, merged };
            self.push(merge, draft.articles.merged_from.as_deref().or(place), None);
            return Ok(());
        }
        let listed = |member: &Member| self.sub_body_of(member, None).is_none();
        let whole = match (act, draft.list_scope) {
            (Act::Establish, _) => true,
            (_, Some(scope)) => scope == ListScope::Whole,
            (Act::Reconstitute, None) if draft.members.iter().any(listed) && !self.in_part() => {
                return Err(Refusal::UnclearScope);
            }
            _ => false,
        };
        if draft.committees.is_empty() && act == Act::Establish {
            return Err(Refusal::NoCommittee);
        }
        for name in draft.committees.iter().filter(|_| whole && act != Act::Dissolve) {
            let (id, committee) = ((self.fresh)(), text::tidy(name));
            let founding = match act {
                Act::Establish => Provision::Establish { committee: id, name: committee, continues: draft.continues },
                _ => Provision::Reconstitute { id, committee },
            };
            self.push(founding, place, None);
        }
        Ok(())
    }

    /// Whether the draft names changes, though it does not say so.
    fn in_part(&self) -> bool {
        let change = |member: &Member| member.op.is_some() || member.replaces_member.is_some();
        !self.draft.leaves.is_empty() || self.draft.members.iter().any(change)
    }

    /// The sub-bodies that are listed, and those that a member is said to sit in.
    fn sub_bodies(&mut self) -> Result<(), Refusal> {
        let draft = self.draft;
        let mut said: Vec<(String, String)> = Vec::new();
        for body in &draft.sub_bodies {
            let name = text::tidy(&body.name);
            let committee = self.committee_of_body(body)?;
            self.sub_body(committee, name, !body.members.is_empty(), &mut said);
        }
        for (n, member) in draft.members.iter().enumerate() {
            if let Some(name) = self.sub_body_of(member, None) {
                let committee = self.committee_of(member, None, n + 1)?;
                // A whole list of the committee lists its sub-bodies whole.
                let listed = draft.act == Some(Act::Establish) || draft.list_scope == Some(ListScope::Whole);
                self.sub_body(committee, name, listed, &mut said);
            }
        }
        Ok(())
    }

    fn sub_body(&mut self, committee: String, name: String, listed: bool, said: &mut Vec<(String, String)>) {
        let key = (committee.clone(), text::shorten(&name));
        if !said.contains(&key) {
            said.push(key);
            let sub_body = (self.fresh)();
            self.push(Provision::FoundSubBody { sub_body, committee, name, listed }, None, None);
        }
    }

    /// How and when the committee ends by itself, and who follows whom.
    fn endings(&mut self, act: Act) -> Result<(), Refusal> {
        let draft = self.draft;
        let (words, place) = (filled(draft.sunset.as_deref()), draft.articles.sunset.as_deref());
        let extends = act != Act::Establish && draft.sunset_on.is_some();
        if let Some(until) = draft.sunset_on.filter(|_| extends) {
            self.push(Provision::Extend { committee: self.only("sunset_on")?, until }, place, words.as_deref());
        }
        let on = draft.sunset_on.filter(|_| !extends);
        let says = words.is_some() && !draft.committees.is_empty() && !extends;
        if on.is_some() || draft.purpose_until.is_some() || says {
            let (committee, purpose_until) = (self.only("sunset")?, draft.purpose_until);
            let sunset = Provision::Sunset { committee, on, purpose_until, words: words.clone() };
            self.push(sunset, place, words.as_deref());
        }
        if let Some(clause) = filled(draft.successor_clause.as_deref()) {
            for name in &draft.committees {
                let follows = Provision::SuccessorClause { committee: text::tidy(name), words: clause.clone() };
                self.push(follows, draft.articles.successor_clause.as_deref(), Some(&clause));
            }
        }
        Ok(())
    }

    /// Every provision on other decisions.
    fn of_decisions(&mut self) {
        let (draft, places) = (self.draft, &self.draft.articles);
        let with_amendments = draft.replaces_amendments;
        let mut each = |named: &[Reference], place: &Option<String>, does: &dyn Fn(Reference) -> Provision| {
            for decision in named {
                self.push(does(decision.clone()), place.as_deref(), None);
            }
        };
        each(&draft.replaces, &places.replaces, &|decision| Provision::Replace { decision, with_amendments });
        each(&draft.repeals, &places.repeals, &|decision| Provision::Repeal { decision });
        each(&draft.amends, &places.amends, &|decision| Provision::Amend { decision });
        each(&draft.withdraws, &places.withdraws, &|decision| Provision::Withdraw { decision });
        each(&draft.suspends, &places.suspends, &|decision| Provision::Suspend { decision });
        each(&draft.resumes, &places.resumes, &|decision| Provision::Resume { decision });
        each(&draft.corrects, &places.corrects, &|decision| Provision::Correct { decision });
        each(&draft.revives, &places.revives, &|decision| Provision::Revive { decision });
    }

    fn member(&mut self, member: &Member, body: Option<(usize, &str)>, n: usize) -> Result<(), Refusal> {
        let committee = self.committee_of(member, body, n)?;
        let sub_body = self.sub_body_of(member, body.map(|(_, name)| name));
        let place = member.article.clone();
        let words = member.words.clone();
        let who = member.name.as_deref().or(member.position.as_deref()).map(text::tidy);
        if let Some(who) = filled(member.replaces_member.as_deref()) {
            let unseat = Provision::Unseat { committee: committee.clone(), sub_body: sub_body.clone(), who };
            self.push(unseat, place.as_deref(), words.as_deref());
        }
        let occupant = occupant(member).ok_or_else(|| Refusal::EmptyMember { n, of: listed_in(body) })?;
        let own_words = occupant.position().map(str::to_owned).or(who).unwrap_or_default();
        let seat = Seat {
            seat: (self.fresh)(),
            committee,
            sub_body,
            role: filled(member.role.as_deref()),
            as_written: filled(member.as_written.as_deref()).unwrap_or(own_words),
            occupant,
            invited: member.invited,
            voting: !member.invited,
            follows_post: filled(self.draft.successor_clause.as_deref()).is_some(),
        };
        let provision = match member.op {
            Some(MemberOp::ChangeRole) => {
                Provision::ChangeRole { seat, previous_role: filled(member.previous_role.as_deref()) }
            }
            _ => Provision::Seat(seat),
        };
        self.push(provision, place.as_deref(), words.as_deref());
        Ok(())
    }

    /// The committee that a member item means: its own, or the only one of the paper. Papers on several
    /// committees are also read with the committee under `sub_body`.
    fn committee_of(&self, member: &Member, body: Option<(usize, &str)>, n: usize) -> Result<String, Refusal> {
        let named = member.committee.as_deref().or_else(|| self.committee_meant(member.sub_body.as_deref()?));
        match (named, self.only("members")) {
            (Some(named), _) => Ok(text::tidy(named)),
            (None, Ok(only)) => Ok(only),
            (None, Err(Refusal::NoCommittee)) => Err(Refusal::NoCommittee),
            (None, Err(_)) => Err(Refusal::MemberWithoutCommittee { n, of: listed_in(body) }),
        }
    }

    /// The committee of a listed sub-body: the only one of the paper, else the one that all its members name.
    fn committee_of_body(&self, body: &SubBody) -> Result<String, Refusal> {
        let mut named = body.members.iter().map(|member| filled(member.committee.as_deref()));
        let first = named.next().flatten();
        match first.filter(|first| named.all(|other| other.as_ref() == Some(first))) {
            Some(committee) => Ok(committee),
            None => self.only("sub_bodies"),
        }
    }

    /// The sub-body that a member item means.
    fn sub_body_of(&self, member: &Member, listed_in: Option<&str>) -> Option<String> {
        let named = filled(member.sub_body.as_deref()).or_else(|| filled(listed_in))?;
        self.committee_meant(&named).is_none().then_some(named)
    }

    fn committee_meant(&self, name: &str) -> Option<&str> {
        let wanted = text::shorten(name);
        self.draft.committees.iter().find(|committee| text::shorten(committee) == wanted).map(String::as_str)
    }

    /// The only committee of the paper: of one that is renamed or merged, the one that goes on.
    fn only(&self, field: &'static str) -> Result<String, Refusal> {
        let draft = self.draft;
        let gone = |name: &String| draft.old_names.iter().chain(&draft.merged_from).any(|old| old == name);
        let going_on: Vec<&String> = draft.committees.iter().filter(|name| !gone(name)).collect();
        match (&going_on[..], &draft.committees[..]) {
            ([only], _) => Ok(text::tidy(only)),
            ([], [only, ..]) => Ok(text::tidy(only)),
            ([], []) => Err(Refusal::NoCommittee),
            _ => Err(Refusal::SeveralCommittees { field }),
        }
    }

    fn push(&mut self, provision: Provision, place: Option<&str>, words: Option<&str>) {
        let (place, words) = (filled(place), filled(words));
        self.enacted.push(Enacted { provision, place, words });
    }
}

/// Where a line stands that is in the list of a sub-body.
fn listed_in(body: Option<(usize, &str)>) -> Option<(usize, String)> {
    body.map(|(at, name)| (at, text::tidy(name)))
}

fn occupant(member: &Member) -> Option<Occupant> {
    let position = filled(member.position.as_deref());
    if let Some(name) = filled(member.name.as_deref()) {
        return Some(Occupant::Named {
            name,
            person_id: member.person_id.clone().map(Id),
            honorific: filled(member.honorific.as_deref()),
            rank: filled(member.rank.as_deref()),
            position,
        });
    }
    let position = position?;
    // A line that is said to name somebody and does not is read by its wording.
    let said = member.seat_kind.filter(|kind| *kind != SeatKind::Named);
    Some(match said.unwrap_or_else(|| wording::seat_kind(&position)) {
        SeatKind::Named | SeatKind::Post | SeatKind::SharedHead => Occupant::Post { position },
        SeatKind::Portfolio => Occupant::Portfolio { position },
        SeatKind::Nominated => Occupant::Nominated { position },
        SeatKind::Class => {
            let rule = member.class.clone().or_else(|| wording::class_rule(&position));
            Occupant::Class { position, rule }
        }
    })
}

fn filled(text: Option<&str>) -> Option<String> {
    text.map(text::tidy).filter(|text| !text.is_empty())
}
