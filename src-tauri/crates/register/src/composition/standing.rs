//! How a decision stands: what it does to others, what befalls it, and what both come to on a day.

use serde::{Deserialize, Serialize};

use super::Fold;
use super::answer::Flag;
use crate::date::Day;
use crate::draft::Reference;
use crate::id::Id;

/// What one decision does to another; named by the key of the draft that says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Relation {
    /// Thay thế.
    Replaces,
    /// Bãi bỏ.
    Repeals,
    /// Thu hồi.
    Withdraws,
    /// Sửa đổi, bổ sung.
    Amends,
    /// Đính chính.
    Corrects,
    /// Đình chỉ, tạm ngưng.
    Suspends,
    /// Cho tiếp tục có hiệu lực.
    Resumes,
    /// Cho có hiệu lực trở lại.
    Revives,
    /// Kiện toàn: another list, or a change of a part of it.
    Reconstitutes,
    /// Giải thể its committee.
    Dissolves,
    /// Its committee went up in another (hợp nhất, sáp nhập).
    MergedFrom,
    /// The day came on which its committee ends by itself.
    SunsetOn,
}

/// What befell a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Effect {
    pub relation: Relation,
    /// The decision that acts, as a place in [`Fold::decisions`].
    pub by: usize,
    /// From which day on.
    pub on: Day,
    pub does: Does,
}

/// What an effect does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Does {
    /// Ends it.
    Ends,
    /// Ends what it says of one committee.
    EndsFor(Id),
    /// Ends a part of it.
    EndsPart,
    /// Suspends it.
    Suspends,
    /// Ends the suspension.
    Resumes,
    /// Undoes every end.
    Revives,
}

/// How a decision stands over time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    /// What it does to others, settled: the relation, and the decision it acts on where that is recorded.
    pub relations: Vec<(Relation, Reference, Option<usize>)>,
    /// What it rests on (căn cứ), with the decisions that each may mean.
    pub bases: Vec<(Reference, Vec<usize>)>,
    /// References that fit several decisions, so that none is meant.
    pub ambiguous: Vec<Reference>,
    /// What it names that the record does not know.
    pub unmatched: Vec<Unmatched>,
    /// What befell it, in legal order.
    pub(super) effects: Vec<Effect>,
}

/// Words of a decision that mean nothing that the record knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmatched {
    /// A committee.
    Committee(String),
    /// Somebody who leaves or takes another role, or a seat that ends.
    Member(String),
}

/// How a decision stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Status {
    /// Chưa có hiệu lực.
    NotYet,
    /// Còn hiệu lực.
    InForce,
    /// Hết hiệu lực một phần.
    PartlyEnded,
    /// Hết hiệu lực toàn bộ.
    Ended,
    /// Ngưng hiệu lực.
    Suspended,
}

/// Why a decision stands as it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What was done to it.
    pub relation: Relation,
    /// The decision that acts, as a place in [`Fold::decisions`].
    pub decision: usize,
    /// The effective day of that decision.
    pub date: Day,
    /// The day from which on it shows: another one for a sunset.
    pub since: Day,
}

/// How a decision stands on a day, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusOn {
    /// How.
    pub status: Status,
    /// Why: what ended it, what suspends it, what ended parts of it.
    pub because: Vec<Reason>,
    /// That its committee is past its purpose.
    pub flags: Vec<Flag>,
}

impl Standing {
    pub(super) fn take(&mut self, effect: Effect) {
        if !self.effects.contains(&effect) {
            self.effects.push(effect);
        }
    }

    fn known_on(&self, on: Day) -> impl DoubleEndedIterator<Item = &Effect> {
        self.effects.iter().filter(move |effect| effect.on <= on)
    }

    /// Those of its ends that no revival undid by a day.
    pub(super) fn ends_on(&self, on: Day) -> impl Iterator<Item = &Effect> {
        let revived = self.known_on(on).filter(|effect| effect.does == Does::Revives).count();
        let mut seen = 0;
        self.known_on(on).filter(move |effect| {
            seen += usize::from(effect.does == Does::Revives);
            seen == revived && matches!(effect.does, Does::Ends | Does::EndsFor(_))
        })
    }

    /// The last day on which it was revived.
    pub(super) fn revived_on(&self) -> Option<Day> {
        self.effects.iter().filter(|effect| effect.does == Does::Revives).map(|effect| effect.on).max()
    }

    /// Whether another decision ended all of it by a day.
    pub(super) fn ended_on(&self, on: Day) -> bool {
        self.ends_on(on).any(|effect| effect.does == Does::Ends)
    }

    /// What suspends it on a day.
    pub(super) fn suspended_on(&self, on: Day) -> Option<&Effect> {
        let last = self.known_on(on).rev().find(|effect| matches!(effect.does, Does::Suspends | Does::Resumes));
        last.filter(|effect| effect.does == Does::Suspends)
    }
}

impl Fold {
    /// How a decision stands on a day: from what others did to it, and from what became of its committees.
    #[must_use]
    pub fn status(&self, decision: usize, on: Day) -> StatusOn {
        let standing = &self.standing[decision];
        let told = |status, because: Vec<Effect>, flags| StatusOn { status, because: self.reasons(&because), flags };
        if on < self.decisions[decision].effective_from {
            return told(Status::NotYet, Vec::new(), Vec::new());
        }
        let mut ends: Vec<Effect> = standing.ends_on(on).cloned().collect();
        if standing.ended_on(on) {
            // What became of its committees, before or since, did not end it.
            ends.retain(|effect| effect.does == Does::Ends);
            return told(Status::Ended, ends, Vec::new());
        }
        let (mut over, mut named, mut flags) = (0, 0, Vec::new());
        for committee in self.named_by(decision) {
            if committee.enders.contains(&decision) {
                continue;
            }
            named += 1;
            let for_it = Does::EndsFor(committee.id.clone());
            if ends.iter().all(|effect| effect.does != for_it)
                && let Some(over) = committee.over_on(on)
            {
                ends.push(Effect { relation: over.relation, by: over.decision, on: over.on, does: for_it.clone() });
            }
            over += usize::from(ends.iter().any(|effect| effect.does == for_it));
            if committee.past_purpose(on) && committee.over_on(on).is_none() {
                flags.push(Flag::PastSunset);
            }
        }
        flags.dedup();
        if named > 0 && over == named {
            return told(Status::Ended, ends, Vec::new());
        }
        if let Some(effect) = standing.suspended_on(on) {
            return told(Status::Suspended, vec![effect.clone()], flags);
        }
        ends.extend(standing.known_on(on).filter(|effect| effect.does == Does::EndsPart).cloned());
        let status = if ends.is_empty() { Status::InForce } else { Status::PartlyEnded };
        told(status, ends, flags)
    }

    /// Each decision once for each of its relations.
    fn reasons(&self, effects: &[Effect]) -> Vec<Reason> {
        let mut reasons: Vec<Reason> = Vec::new();
        for effect in effects {
            let date = self.decisions[effect.by].effective_from;
            let reason = Reason { relation: effect.relation, decision: effect.by, date, since: effect.on };
            if reasons.iter().all(|known| (known.relation, known.decision) != (reason.relation, reason.decision)) {
                reasons.push(reason);
            }
        }
        // Whoever amends and changes the list says it once.
        let acts = |reason: &Reason| (reason.relation, reason.decision);
        let said: Vec<_> =
            reasons.iter().map(acts).filter(|(relation, _)| *relation != Relation::Reconstitutes).collect();
        reasons.retain(|reason| {
            reason.relation != Relation::Reconstitutes || said.iter().all(|(_, decision)| *decision != reason.decision)
        });
        reasons
    }

    /// The first day on which a decision no longer holds, where all that is known ends it.
    #[must_use]
    pub fn ended_on(&self, decision: usize) -> Option<Day> {
        let status = self.status(decision, Day::MAX);
        let last = status.because.iter().map(|reason| reason.since).max();
        last.filter(|_| status.status == Status::Ended)
    }
}
