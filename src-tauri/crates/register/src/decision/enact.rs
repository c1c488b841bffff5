//! From a draft to the decision that is recorded: every statement becomes a provision with its place.

use jiff::ToSpan;

use super::wording;
use super::{Decision, Enacted, Occupant, Provision, Seat};
use crate::date::{self, Day};
use crate::draft::{Act, Draft, ListScope, Member, MemberOp, SeatKind, Source};
use crate::id::Id;
use crate::text;

/// Why a draft cannot be recorded as it is. Each names what is missing, so that a person can mend it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A field without which a decision is not one.
    #[error("the draft has no {field}")]
    MissingField {
        /// Which.
        field: &'static str,
    },
    /// It changes who sits, but in which committee is not said.
    #[error("the draft names no committee")]
    NoCommittee,
    /// A member item of a paper on several committees that does not say which is meant.
    #[error("member {n} names no committee")]
    MemberWithoutCommittee {
        /// Its place in the list.
        n: usize,
    },
    /// A member item with neither a person nor a position.
    #[error("member {n} names nobody")]
    EmptyMember {
        /// Its place in the list.
        n: usize,
    },
    /// `effective` is none of the forms that are understood.
    #[error("cannot tell when it takes effect: {words}")]
    UnclearEffect {
        /// What stands there.
        words: String,
    },
    /// An act that the register cannot record yet.
    #[error("this version does not record the act {act:?}")]
    ActNotSupported {
        /// Which.
        act: Act,
    },
    /// A reconstitution that does not say whether its list is whole.
    #[error("whole list or change in part is not said")]
    UnclearScope,
}

impl Refusal {
    /// The code by which callers tell refusals apart.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::MissingField { .. } => "missing_field",
            Self::NoCommittee => "no_committee",
            Self::MemberWithoutCommittee { .. } => "member_without_committee",
            Self::EmptyMember { .. } => "empty_member",
            Self::UnclearEffect { .. } => "unclear_effect",
            Self::ActNotSupported { .. } => "act_not_supported",
            Self::UnclearScope => "unclear_scope",
        }
    }

    /// What the sentence about it needs.
    #[must_use]
    pub fn param(&self) -> Option<(&'static str, String)> {
        match self {
            Self::MissingField { field } => Some(("field", (*field).to_owned())),
            Self::MemberWithoutCommittee { n } | Self::EmptyMember { n } => Some(("n", n.to_string())),
            Self::UnclearEffect { words } => Some(("words", words.clone())),
            Self::ActNotSupported { act } => Some(("act", format!("{act:?}").to_lowercase())),
            Self::NoCommittee | Self::UnclearScope => None,
        }
    }
}

/// Turns a draft into a decision. `fresh` gives a new identity at each call: the register has no clock.
///
/// # Errors
/// A [`Refusal`] that names what the draft lacks.
pub fn enact(draft: &Draft, mut fresh: impl FnMut() -> Id) -> Result<Decision, Refusal> {
    let number = filled(draft.number.as_deref()).ok_or(Refusal::MissingField { field: "number" })?;
    let issued_on = draft.date.ok_or(Refusal::MissingField { field: "date" })?;
    let issuer = filled(draft.issuer.as_deref()).ok_or(Refusal::MissingField { field: "issuer" })?;
    let act = draft.act.ok_or(Refusal::MissingField { field: "act" })?;
    if matches!(act, Act::Rename | Act::Merge) || !draft.merged_from.is_empty() {
        return Err(Refusal::ActNotSupported { act });
    }
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
        provisions,
        source: draft.source.unwrap_or(Source::Decision),
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
                let days: i32 = days.trim().parse().map_err(|_| unclear(words))?;
                issued_on.checked_add(days.days()).map_err(|_| unclear(words))
            }
            None => date::day(words).map_err(|_| unclear(words)),
        },
    }
}

struct Provisions<'a, F: FnMut() -> Id> {
    draft: &'a Draft,
    fresh: &'a mut F,
    enacted: Vec<Enacted>,
}

impl<F: FnMut() -> Id> Provisions<'_, F> {
    fn of_committees(&mut self, act: Act) -> Result<(), Refusal> {
        let draft = self.draft;
        if matches!(act, Act::Regulation | Act::Other) && !draft.changes_membership && draft.members.is_empty() {
            return Ok(());
        }
        if draft.committees.is_empty() && draft.dissolves.is_empty() {
            return Err(Refusal::NoCommittee);
        }
        let whole = match (act, draft.list_scope) {
            (Act::Establish, _) => true,
            (Act::Reconstitute, Some(scope)) => scope == ListScope::Whole,
            (Act::Reconstitute, None) if !draft.members.is_empty() => return Err(Refusal::UnclearScope),
            _ => false,
        };
        for name in &draft.committees {
            match act {
                Act::Establish => {
                    let committee = (self.fresh)();
                    let founding =
                        Provision::Establish { committee, name: text::tidy(name), continues: draft.continues };
                    self.push(founding, draft.articles.act.as_deref(), None);
                }
                Act::Reconstitute if whole => {
                    let id = (self.fresh)();
                    let committee = text::tidy(name);
                    self.push(Provision::Reconstitute { id, committee }, draft.articles.act.as_deref(), None);
                }
                _ => {}
            }
        }
        for body in &draft.sub_bodies {
            let committee = self.committee_of(None, 0)?;
            let sub_body = (self.fresh)();
            self.push(Provision::FoundSubBody { sub_body, committee, name: text::tidy(&body.name) }, None, None);
        }
        for (n, member) in draft.members.iter().enumerate() {
            self.member(member, member.sub_body.as_deref(), n + 1)?;
        }
        for body in &draft.sub_bodies {
            for (n, member) in body.members.iter().enumerate() {
                self.member(member, Some(&body.name), n + 1)?;
            }
        }
        for who in &draft.leaves {
            let committee = self.committee_of(None, 0)?;
            self.push(Provision::Unseat { committee, who: text::tidy(who) }, draft.articles.leaves.as_deref(), None);
        }
        for agency in &draft.standing_agencies {
            let set = Provision::SetStandingAgency {
                committee: self.committee_of(None, 0)?,
                agency: text::tidy(&agency.name),
                scope: agency.scope.clone(),
            };
            self.push(set, draft.articles.standing_agency.as_deref(), None);
        }
        for duty in &draft.duties {
            let committee = self.committee_of(None, 0)?;
            self.push(
                Provision::AssignDuty { committee, duty: text::tidy(duty) },
                draft.articles.duties.as_deref(),
                None,
            );
        }
        for name in &draft.dissolves {
            let committee = text::tidy(name);
            self.push(Provision::Dissolve { committee }, draft.articles.dissolves.as_deref(), None);
        }
        if let (Some(words), false) = (&draft.sunset, draft.committees.is_empty()) {
            let committee = self.committee_of(None, 0)?;
            self.push(Provision::Sunset { committee, on: None, words: words.clone() }, None, Some(words));
        }
        Ok(())
    }

    fn of_decisions(&mut self) {
        let draft = self.draft;
        for decision in &draft.replaces {
            let replace = Provision::Replace { decision: decision.clone(), with_amendments: draft.replaces_amendments };
            self.push(replace, draft.articles.replaces.as_deref(), None);
        }
        for decision in &draft.repeals {
            self.push(Provision::Repeal { decision: decision.clone() }, draft.articles.repeals.as_deref(), None);
        }
        for decision in &draft.amends {
            self.push(Provision::Amend { decision: decision.clone() }, draft.articles.amends.as_deref(), None);
        }
    }

    fn member(&mut self, member: &Member, sub_body: Option<&str>, n: usize) -> Result<(), Refusal> {
        let committee = self.committee_of(member.committee.as_deref(), n)?;
        let place = member.article.clone();
        let words = member.words.clone();
        let who = member.name.as_deref().or(member.position.as_deref()).map(text::tidy);
        if let (Some(MemberOp::ChangeRole), Some(who), Some(role)) = (member.op, &who, &member.role) {
            let change = Provision::ChangeRole { committee, who: who.clone(), role: text::tidy(role) };
            self.push(change, place.as_deref(), words.as_deref());
            return Ok(());
        }
        if let Some(leaving) = &member.replaces_member {
            let unseat = Provision::Unseat { committee: committee.clone(), who: text::tidy(leaving) };
            self.push(unseat, place.as_deref(), words.as_deref());
        }
        let occupant = occupant(member).ok_or(Refusal::EmptyMember { n })?;
        let own_words = occupant.position().map(str::to_owned).or(who).unwrap_or_default();
        let seat = Seat {
            seat: (self.fresh)(),
            committee,
            sub_body: sub_body.map(text::tidy),
            role: filled(member.role.as_deref()),
            as_written: filled(member.as_written.as_deref()).unwrap_or(own_words),
            occupant,
            invited: member.invited,
            voting: !member.invited,
        };
        self.push(Provision::Seat(seat), place.as_deref(), words.as_deref());
        Ok(())
    }

    /// The committee that an item means: its own, or the only one of the paper.
    fn committee_of(&self, named: Option<&str>, n: usize) -> Result<String, Refusal> {
        match (named, &self.draft.committees[..]) {
            (Some(named), _) => Ok(text::tidy(named)),
            (None, [only]) => Ok(text::tidy(only)),
            (None, []) => Err(Refusal::NoCommittee),
            (None, _) => Err(Refusal::MemberWithoutCommittee { n }),
        }
    }

    fn push(&mut self, provision: Provision, place: Option<&str>, words: Option<&str>) {
        let (place, words) = (filled(place), filled(words));
        self.enacted.push(Enacted { provision, place, words });
    }
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
    let kind = member.seat_kind.unwrap_or_else(|| wording::seat_kind(&position));
    Some(match kind {
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
