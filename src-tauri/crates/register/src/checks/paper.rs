//! The decisions by themselves and against each other.

use std::collections::{BTreeMap, HashMap};

use super::{At, Finding, RuleSource};
use crate::composition::{Fold, Relation, Status, Unmatched};
use crate::date::Day;
use crate::decision::{Key, Provision, compared, series};
use crate::draft::Reference;

/// Decisions by series, number and day of issue.
type Dated = HashMap<(String, String, Day), Vec<usize>>;

impl Fold {
    pub(super) fn check_papers(&self, on: Day, findings: &mut Vec<Finding>) {
        let in_order: Vec<usize> =
            self.in_legal_order().into_iter().filter(|at| self.decisions[*at].effective_from <= on).collect();
        let mut known: Dated = HashMap::new();
        for at in &in_order {
            let decision = &self.decisions[*at];
            let key = decision.key();
            known.entry((key.series, key.number, decision.issued_on)).or_default().push(*at);
        }
        let mut keys: BTreeMap<Key, usize> = BTreeMap::new();
        let mut replaced_by: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for at in in_order.iter().copied() {
            let decision = &self.decisions[at];
            if let Some(first) = keys.insert(decision.key(), at) {
                let other = self.decisions[first].issued_on.to_string();
                findings.push(Finding::error("duplicate", At::of_decision(decision), "8.4").saying(other));
            }
            for (relation, reference, other) in &self.standing[at].relations {
                // One whose day has not come is not there yet.
                match other.filter(|other| self.decisions[*other].effective_from <= on) {
                    Some(other) if *relation == Relation::Replaces => replaced_by.entry(other).or_default().push(at),
                    Some(_) => {}
                    None => findings.push(self.unsettled(at, reference)),
                }
            }
            self.check_bases(at, on, &known, findings);
            for words in &self.standing[at].unmatched {
                let (Unmatched::Committee(words) | Unmatched::Member(words)) = words;
                let finding = Finding::warn("unresolved_reference", At::of_decision(decision), "2.2");
                findings.push(finding.saying(words.clone()));
            }
            self.check_count(at, findings);
            if decision.only_corrects() && decision.provisions.iter().any(|e| matches!(e.provision, Provision::Seat(_)))
            {
                let finding = Finding::warn("correction_by_letter", At::of_decision(decision), "1.4");
                let text = "Nghị định 30/2020/NĐ-CP, Điều 18 khoản 3".to_owned();
                findings.push(Finding { rule: RuleSource::Law { text }, ..finding });
            }
        }
        for (replaced, by) in replaced_by.into_iter().filter(|(_, by)| by.len() > 1) {
            let finding = Finding::error("replaced_twice", At::of_decision(&self.decisions[replaced]), "4.7");
            let what = by.iter().map(|at| self.decisions[*at].number.clone()).collect();
            findings.push(Finding { what, ..finding });
        }
        self.check_ties(on, findings);
    }

    fn unsettled(&self, at: usize, reference: &Reference) -> Finding {
        let code = if self.standing[at].ambiguous.contains(reference) {
            "ambiguous_reference"
        } else {
            "unresolved_reference"
        };
        Finding::warn(code, At::of_decision(&self.decisions[at]), "2.3").saying(reference.number())
    }

    /// A basis has to be in force on the day on which the decision is issued. Laws, and decisions of other
    /// series, are not what a register records; only a number of the office's own series is missed.
    fn check_bases(&self, at: usize, on: Day, dated: &Dated, findings: &mut Vec<Finding>) {
        let decision = &self.decisions[at];
        let own_series = decision.key().series;
        for (basis, found) in &self.standing[at].bases {
            let issuer = match basis {
                Reference::Full { issuer: Some(issuer), .. } => issuer,
                _ => &decision.issuer,
            };
            let series = series(basis.number(), issuer);
            // One that is named with its day may be about anything; a bare number is read as in 2.3.
            let found: Vec<usize> = match basis.date() {
                Some(date) => dated.get(&(series.clone(), compared(basis.number()), date)).cloned().unwrap_or_default(),
                None => found.iter().copied().filter(|at| self.decisions[*at].effective_from <= on).collect(),
            };
            let code = match found[..] {
                [only] => {
                    // What the decision itself ends was in force until it came.
                    let found = self.status(only, decision.issued_on);
                    let stands = matches!(found.status, Status::InForce | Status::PartlyEnded);
                    let by_itself = !found.because.is_empty() && found.because.iter().all(|why| why.decision == at);
                    (!stands && !by_itself).then_some(("basis_not_in_force", "8.3"))
                }
                [] => (series == own_series).then_some(("unresolved_reference", "2.3")),
                _ => Some(("ambiguous_reference", "2.3")),
            };
            if let Some((code, section)) = code {
                findings.push(Finding::warn(code, At::of_decision(decision), section).saying(basis.number()));
            }
        }
    }

    /// Two decisions on one committee of which nothing tells the first.
    fn check_ties(&self, on: Day, findings: &mut Vec<Finding>) {
        for committee in &self.committees {
            for pair in committee.decisions.windows(2) {
                let [a, b] = [&self.decisions[pair[0]], &self.decisions[pair[1]]];
                let days = (a.effective_from, a.issued_on) == (b.effective_from, b.issued_on);
                let (one, other) = (a.key(), b.key());
                let told = one.series == other.series && one.ordinal != other.ordinal;
                if days && !told && a.effective_from <= on {
                    let at = At { committee: Some(Self::committee_on(committee, on)), ..At::of_decision(b) };
                    findings.push(Finding::warn("tie", at, "1.2").saying(a.number.clone()));
                }
            }
        }
    }
}
