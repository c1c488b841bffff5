//! How a decision stands on a day (§6).

use register::Day;
use register::composition::{Relation, Status};
use register::decision::Provision;

use super::{End, PaperOn, World};

impl World<'_> {
    /// The status of the decision that was handed in at a place.
    pub fn paper_on(&self, at: usize, day: Day) -> PaperOn {
        let Some(paper) = self.papers.iter().position(|paper| paper.at == at) else {
            return PaperOn { status: Status::NotYet, because: Vec::new(), past_purpose: false };
        };
        let this = &self.papers[paper];
        let for_committees: Vec<End> = this.named.iter().flat_map(|body| self.ends_for(paper, *body, day)).collect();
        // Whoever changes its list too is one reason: that it amends or corrects it, or ends it for a committee.
        let mut parts = self.changed_by(paper);
        parts.extend(for_committees.iter().copied());
        let told: Vec<usize> = parts.iter().map(|end| end.by).collect();
        parts.extend(this.parts.iter().filter(|end| !told.contains(&end.by)));
        let suspended = this.suspended.map(|by| End { relation: Relation::Suspends, by });
        let whole: Vec<End> = this.ends.iter().filter(|(of, _)| of.is_none()).map(|(_, end)| *end).collect();
        let (status, because) = if self.has_ended(paper, day) {
            (Status::Ended, if whole.is_empty() { for_committees } else { whole })
        } else if let Some(end) = suspended {
            (Status::Suspended, vec![end])
        } else if !parts.is_empty() {
            (Status::PartlyEnded, parts)
        } else {
            (Status::InForce, Vec::new())
        };
        let mut reasons = Vec::new();
        for end in because {
            let by = &self.papers[end.by];
            let reason = (end.relation, by.at, by.decision.effective_from);
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        let past = |body: &usize| self.past_purpose(*body, day) && self.is_there(*body, day);
        let past_purpose = status != Status::Ended && this.named.iter().any(past);
        PaperOn { status, because: reasons, past_purpose }
    }

    /// The decisions that amend or correct one, less those that only add.
    fn changed_by(&self, paper: usize) -> Vec<End> {
        let mut ends = Vec::new();
        for (by, other) in self.papers.iter().enumerate() {
            let acts = other.changes_in_part.iter().filter(|(_, changed)| *changed == paper);
            for (relation, _) in acts {
                if !self.only_adds(by) {
                    ends.push(End { relation: *relation, by });
                }
            }
        }
        ends
    }

    /// Whether its provisions on committees are seats, sub-bodies, agencies or duties and end nothing.
    fn only_adds(&self, paper: usize) -> bool {
        let this = &self.papers[paper];
        let provisions = this.decision.provisions.iter().map(|enacted| &enacted.provision);
        let mut on_committees = provisions.filter(|provision| provision.committee().is_some()).peekable();
        let says_something = on_committees.peek().is_some();
        let adds = |provision: &Provision| {
            matches!(
                provision,
                Provision::Seat(_)
                    | Provision::FoundSubBody { .. }
                    | Provision::SetStandingAgency { .. }
                    | Provision::AssignDuty { .. }
            )
        };
        says_something && on_committees.all(adds) && !this.ended_something
    }
}
