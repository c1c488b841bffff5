//! Plans made by chance, the same on every machine.

use diagram::timeline::{Cited, Item, LaneKind, OPEN, Plan, PlannedLane};
use register::composition::Relation;

/// A sequence that is the same on every machine.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, bound: i32) -> i32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i32::try_from((self.0 >> 33) % u64::try_from(bound).unwrap()).unwrap()
    }
}

pub fn plan(seed: u64) -> Plan {
    let mut chance = Chance(seed);
    let decisions = usize::try_from(chance.below(60)).unwrap();
    let mut cited = Cited::default();
    let mut days: Vec<i32> = (0..decisions).map(|_| 12_000 + chance.below(9_000)).collect();
    days.sort_unstable();
    for (at, from) in days.iter().enumerate() {
        cited.decisions.ids.push(format!("id-{at}"));
        cited.decisions.numbers.push(format!("{at}/QĐ-UBND"));
        cited.decisions.subjects.push(String::new());
        cited.decisions.issued.push(*from - 3);
        cited.decisions.from.push(*from);
        cited.decisions.to.push(OPEN);
        cited.decisions.act.push(0);
        cited.decisions.marks.push(0);
    }
    for _ in 0..if decisions > 1 { 20 } else { 0 } {
        let of = i32::try_from(decisions).unwrap();
        let pick = |chance: &mut Chance| usize::try_from(chance.below(of)).unwrap();
        cited.relations.push((pick(&mut chance), pick(&mut chance), Relation::Replaces));
    }
    let lanes = (0..1 + chance.below(12)).map(|lane| {
        let items = (0..chance.below(30)).map(|_| {
            let from = 12_000 + chance.below(9_000);
            let to = if chance.below(4) == 0 { OPEN } else { from + chance.below(1_500) };
            let decision = usize::try_from(chance.below(64)).unwrap();
            let words = if chance.below(2) == 0 { String::new() } else { format!("w{}", chance.below(9)) };
            Item { from, to, decision: (decision < decisions).then_some(decision), words, marks: 0 }
        });
        PlannedLane {
            kind: LaneKind::Committee,
            name: format!("Ban {lane}"),
            second: String::new(),
            id: format!("{lane}"),
            items: items.collect(),
        }
    });
    Plan { lanes: lanes.collect(), cited, events: Vec::new() }
}
