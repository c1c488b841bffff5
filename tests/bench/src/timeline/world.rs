//! A city's decisions made by chance, the same on every machine: committees that are founded, amended, replaced.

use diagram::timeline::{Cited, Drawing, Item, LaneKind, OPEN, Plan, PlannedLane, arrange, mark};
use jiff::civil::Date;
use register::composition::Relation;
use register::directory::Milestone;
use register::draft::Act;

/// Decisions on one committee, in the mean.
const EACH: usize = 20;
const SUBJECTS: [&str; 5] =
    ["Chuyển đổi số", "Cải cách hành chính", "Phòng chống thiên tai", "An toàn giao thông", "Giảm nghèo bền vững"];

/// What is to be laid out for so many decisions over twenty years.
pub fn plan(decisions: usize) -> Plan {
    let mut state = 7_u64;
    let mut below = |bound: i32| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i32::try_from((state >> 33) % u64::from(bound.unsigned_abs())).unwrap_or(0)
    };
    let committees = (decisions / EACH).max(1);
    let mut days: Vec<i32> = (0..decisions).map(|_| 12_784 + below(7_800)).collect();
    days.sort_unstable();
    let mut cited = Cited::default();
    cited.decisions.acts = vec![Act::Establish, Act::Reconstitute, Act::Amend];
    let mut lanes: Vec<PlannedLane> = (0..committees)
        .map(|at| PlannedLane {
            kind: LaneKind::Committee,
            name: format!("Ban Chỉ đạo {} giai đoạn {at} tỉnh Sa Thạch", SUBJECTS[at % SUBJECTS.len()]),
            second: String::new(),
            id: format!("{at}"),
            items: Vec::new(),
        })
        .collect();
    let mut founding: Vec<Option<usize>> = vec![None; committees];
    for (at, from) in days.into_iter().enumerate() {
        let committee = usize::try_from(below(i32::try_from(committees).unwrap_or(1))).unwrap_or(0);
        let act = match founding[committee] {
            None => 0,
            Some(_) => [1, 1, 2, 2, 2, 0][usize::try_from(below(6)).unwrap_or(0)],
        };
        if let (0, Some(before)) = (act, founding[committee]) {
            cited.relations.push((at, before, Relation::Replaces));
            for item in lanes[committee].items.iter_mut().filter(|item| item.to == OPEN) {
                item.to = from;
            }
        } else if let Some(base) = founding[committee] {
            cited.relations.push((at, base, Relation::Amends));
        }
        if act == 0 {
            founding[committee] = Some(at);
        }
        cited.decisions.ids.push(format!("0190a1b2-0000-7000-8000-{at:012}"));
        cited.decisions.numbers.push(format!("{}/QĐ-UBND", 100 + at % 6_000));
        cited
            .decisions
            .subjects
            .push(format!("Về việc kiện toàn Ban Chỉ đạo {}", SUBJECTS[committee % SUBJECTS.len()]));
        cited.decisions.issued.push(from);
        cited.decisions.from.push(from);
        cited.decisions.to.push(OPEN);
        cited.decisions.act.push(act);
        cited.decisions.marks.push(0);
        let item = Item { from, to: OPEN, decision: Some(at), words: String::new(), marks: mark::POINT };
        lanes[committee].items.push(item);
    }
    let event = |month, what: &str| Milestone { date: Date::constant(2025, month, 1), what: what.to_owned() };
    Plan { lanes, cited, events: vec![event(3, "hợp nhất sở"), event(7, "hết cấp huyện")] }
}

/// The same laid out.
pub fn drawing(plan: Plan) -> Drawing {
    arrange(plan, Date::constant(2026, 11, 23))
}
