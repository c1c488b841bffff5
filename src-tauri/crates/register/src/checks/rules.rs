//! Rules of a province or of some years, from packs: they warn, and never block.

use serde::{Deserialize, Serialize};

use super::{At, Finding, RuleSource, Severity};
use crate::composition::Composition;
use crate::date::Day;
use crate::record::DatedRule;
use crate::role::Rank;
use crate::text;

/// What a rule asks of a committee, so that the register can see whether it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
pub enum Asks {
    /// Not more members than so many heads.
    MostHeads {
        /// How many.
        count: u32,
    },
    /// Not more deputies than so many, the standing deputy among them.
    MostDeputies {
        /// How many.
        count: u32,
    },
    /// The chair holds a post whose words begin so: "Chủ tịch UBND".
    Chair {
        /// The words.
        post: String,
    },
}

impl DatedRule {
    /// Whether the rule holds on a day. What is known in part begins on its first possible day and is over
    /// after its last.
    #[must_use]
    pub fn holds(&self, on: Day) -> bool {
        self.from.is_none_or(|from| from.earliest() <= on)
            && self.to.is_none_or(|to| on < crate::directory::surely_over(to))
    }

    /// What a committee does against the rule on a day.
    pub(super) fn breach(&self, composition: &Composition, on: Day) -> Option<Finding> {
        let asks = self.asks.as_ref().filter(|_| self.holds(on))?;
        let kind = self.committees.as_deref().map(text::key);
        if kind.is_some_and(|kind| !text::key(&composition.committee.name).starts_with(&kind)) {
            return None;
        }
        let found = match asks {
            Asks::MostHeads { count } => composition.heads.filter(|heads| heads > count).map(|heads| heads.to_string()),
            Asks::MostDeputies { count } => {
                let deputy = |rank| matches!(rank, Rank::Deputy | Rank::StandingDeputy);
                let deputies = composition.seats.iter().filter(|seat| deputy(seat.rank) && !seat.invited).count();
                u32::try_from(deputies).ok().filter(|deputies| deputies > count).map(|deputies| deputies.to_string())
            }
            Asks::Chair { post } => {
                let wanted = text::shorten(post);
                let chair = composition.seats.iter().find(|seat| seat.rank == Rank::Chair)?;
                let words = chair.position.clone().unwrap_or_else(|| chair.as_written.clone());
                (!text::shorten(&words).starts_with(&wanted)).then_some(words)
            }
        }?;
        let cited = self.citation.cite();
        let text =
            [Some(cited.decision), cited.place, cited.note].into_iter().flatten().filter(|part| !part.is_empty());
        let text = text.collect::<Vec<_>>().join(", ");
        Some(Finding {
            code: self.code.clone(),
            severity: Severity::Warn,
            at: At::of_committee(&composition.committee),
            rule: RuleSource::Pack { says: self.says.clone(), text },
            what: vec![found],
        })
    }
}
