//! When a committee is there: from its founding to its end, by a decision or by itself.

use std::sync::Arc;

use super::committee::{Committee, End, Stretch, Sunset};
use super::standing::Relation;
use crate::date::{Day, Period};
use crate::decision::Citation;

/// What ended a committee that is over on a day.
pub(super) struct Over<'a> {
    pub on: Day,
    pub relation: Relation,
    pub decision: usize,
    pub by: &'a Arc<Citation>,
}

impl Committee {
    /// The life that holds on a day.
    #[must_use]
    pub fn life_on(&self, day: Day) -> Option<Period> {
        self.lives.iter().find(|life| life.holds(day)).copied()
    }

    /// The sunset that counts on a day: of several the last in legal order whose decision stands.
    #[must_use]
    pub fn sunset_on(&self, day: Day) -> Option<&Stretch<Sunset>> {
        self.sunsets.iter().rev().find(|stretch| stretch.holds(day) && stretch.what.on.is_some())
    }

    /// The last word on how it ends by itself that a day knows: a sunset, or the day of its purpose.
    #[must_use]
    pub fn ending_on(&self, day: Day) -> Option<&Stretch<Sunset>> {
        let dated = |sunset: &Sunset| sunset.on.is_some() || sunset.purpose_until.is_some();
        self.sunsets.iter().rev().find(|stretch| stretch.holds(day) && dated(&stretch.what))
    }

    /// Since when the sunset that counts on a day does: later ones may have come before it and been taken back.
    fn counts_since(&self, sunset: &Stretch<Sunset>, day: Day) -> Day {
        let later = self.sunsets.iter().rev().take_while(|stretch| !std::ptr::eq(*stretch, sunset));
        let dated = later.filter(|stretch| stretch.what.on.is_some() && !stretch.is_empty());
        dated.filter_map(|stretch| stretch.to).filter(|to| *to <= day).fold(sunset.from, Day::max)
    }

    /// Whether it is past the day by which its purpose was to be fulfilled, and goes on all the same.
    #[must_use]
    pub fn past_purpose(&self, day: Day) -> bool {
        let ending = self.ending_on(day).map(|stretch| &stretch.what);
        ending.is_some_and(|ending| ending.purpose_until.is_some_and(|until| until <= day))
    }

    /// Whether it is there, as far as the walk has come.
    pub(super) fn alive_on(&self, day: Day) -> bool {
        self.life_on(day).is_some() && !self.set_by(day)
    }

    fn set_by(&self, day: Day) -> bool {
        self.sunset_on(day).and_then(|stretch| stretch.what.on).is_some_and(|on| on <= day)
    }

    /// Whether a decision has ended it, as far as the walk has come. A sunset, that a later one may still move, ends
    /// nothing here.
    pub(super) fn was_ended(&self) -> bool {
        self.lives.last().is_some_and(|life| life.to.is_some())
    }

    /// What ended it, where it is over on a day.
    pub(super) fn over_on(&self, day: Day) -> Option<Over<'_>> {
        if self.alive_on(day) {
            return None;
        }
        // A sunset that still holds is of the last life: whatever ended an earlier one ended its sunsets too.
        if let Some(sunset) = self.sunset_on(day).filter(|_| self.set_by(day)) {
            return Some(Over {
                on: self.counts_since(sunset, day).max(sunset.what.on?),
                relation: Relation::SunsetOn,
                decision: sunset.decision,
                by: &sunset.by,
            });
        }
        // What ended an earlier life is of no account.
        let end = self.ends.iter().rev().find(|end| end.on <= day)?;
        let begun_since =
            |life: &Period| life.to != Some(end.on) && life.from.is_some_and(|from| end.on <= from && from <= day);
        (!self.lives.iter().any(begun_since)).then_some(Over {
            on: end.on,
            relation: end.relation,
            decision: end.decision,
            by: &end.by,
        })
    }

    /// Founded, or founded anew: then what was left open of the life before ends. Answers whether it was.
    pub(super) fn begin(&mut self, day: Day, by: &Arc<Citation>) -> bool {
        if self.alive_on(day) {
            return false;
        }
        let anew = match self.lives.last_mut() {
            // Ended and founded on one day: it was there all the time.
            Some(last) if last.to == Some(day) => {
                last.to = None;
                self.end_everything(day, by, |_| true);
                return true;
            }
            Some(last) => {
                // Past its sunset. On which of the days until now it was, the sunsets of each day say in the end: one
                // may have been moved, and moved back.
                last.to.get_or_insert(day);
                true
            }
            None => false,
        };
        self.lives.push(Period::since(day));
        self.end_everything(day, by, |_| true);
        anew
    }

    /// Ended by a decision.
    pub(super) fn end(&mut self, end: End) {
        if let Some(last) = self.lives.last_mut().filter(|life| life.to.is_none()) {
            last.to = Some(end.on);
            self.ends.push(end);
        }
    }

    /// Cuts the lives where a sunset ends them: at the end of the walk, when no other can come.
    pub(super) fn settle_lives(&mut self) {
        if self.sunsets.iter().all(|sunset| sunset.what.on.is_none()) {
            return;
        }
        let mut cuts: Vec<Day> = Vec::new();
        for stretch in &self.sunsets {
            cuts.push(stretch.from);
            cuts.extend(stretch.to);
            cuts.extend(stretch.what.on);
        }
        cuts.sort_unstable();
        cuts.dedup();
        let mut lives: Vec<Period> = Vec::new();
        for life in &self.lives {
            let within = cuts.iter().copied().filter(|cut| life.holds(*cut) && Some(*cut) != life.from);
            let starts: Vec<Day> = life.from.into_iter().chain(within).collect();
            for (at, from) in starts.iter().enumerate() {
                let to = starts.get(at + 1).copied().or(life.to);
                if self.set_by(*from) {
                    continue;
                }
                match lives.last_mut() {
                    Some(last) if last.to == Some(*from) => last.to = to,
                    _ => lives.push(Period { from: Some(*from), to }),
                }
            }
        }
        self.lives = lives;
    }
}
