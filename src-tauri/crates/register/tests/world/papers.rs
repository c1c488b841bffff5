//! Decisions made by chance: every act that a paper can do, mostly on what other papers of the record did.

use std::sync::Arc;

use register::Id;
use register::decision::{Decision, enact};
use serde_json::{Value, json};

use super::{COMMITTEES, Chance, DAYS, OFFICES, ORGANIZATIONS, PEOPLE, ROLES};

/// The names that committees bear: another one to be renamed to, or to become.
const NAMES: [&str; 4] = [COMMITTEES[0], COMMITTEES[1], COMMITTEES[2], "Ban Chỉ đạo Tổng hợp"];
const SUB_BODIES: [&str; 2] = ["Tổ giúp việc", "Tổ thư ký"];
const SHARED: &str = "Giám đốc các Sở: Y tế, Tài chính";

/// What is settled of a decision before it is written, so that others can name it.
struct Plan {
    number: String,
    date: &'static str,
    office: &'static str,
    committee: &'static str,
    is_letter: bool,
}

/// Whether the content of a number is a decision: about half are.
pub fn is_planned(chance: &Chance, number: usize) -> bool {
    chance.of_paper(number).often(5)
}

fn plan(chance: &Chance, number: usize) -> Plan {
    let mut own = chance.of_paper(number);
    own.below(10);
    let is_letter = own.often(1);
    Plan {
        number: format!("{number}/{}", if is_letter { "UBND-NC" } else { "QĐ-UBND" }),
        date: DAYS[own.below(DAYS.len())],
        office: if own.often(8) { OFFICES[0] } else { OFFICES[1] },
        committee: if own.often(6) { NAMES[0] } else { NAMES[own.below(NAMES.len())] },
        is_letter,
    }
}

fn member(chance: &mut Chance) -> Value {
    let role = *chance.one(&ROLES);
    let organization = *chance.one(&ORGANIZATIONS);
    let mut member = match chance.below(8) {
        0 => json!({ "position": format!("Giám đốc {organization}"), "role": role }),
        1 => json!({ "position": "Giám đốc các sở", "role": role, "seat_kind": "class" }),
        2 => json!({ "position": format!("Lãnh đạo {organization}"), "role": role }),
        3 => json!({ "position": format!("Phó Giám đốc {organization} phụ trách số hóa"), "role": role }),
        4 => json!({ "name": chance.one(&PEOPLE), "position": format!("Giám đốc {organization}"), "role": role }),
        5 => {
            let organization = *chance.one(&["Sở Y tế", "Sở Tài chính"]);
            json!({ "position": format!("Giám đốc {organization}"), "role": role, "as_written": SHARED,
                    "seat_kind": "shared_head" })
        }
        _ => json!({ "name": chance.one(&PEOPLE), "role": role }),
    };
    if chance.often(1) {
        member["invited"] = true.into();
    }
    member
}

/// Who goes out, as a paper may say it.
fn leaving(chance: &mut Chance) -> String {
    let organization = *chance.one(&ORGANIZATIONS);
    match chance.below(8) {
        0 => format!("Giám đốc {organization}"),
        1 => format!("Lãnh đạo {organization}"),
        2 => (*chance.one(&["Giám đốc các sở", SHARED])).to_owned(),
        _ => (*chance.one(&PEOPLE)).to_owned(),
    }
}

/// A member item of a change in part.
fn changed_member(chance: &mut Chance) -> Value {
    let mut member = member(chance);
    match chance.below(5) {
        0 | 1 => {
            member["op"] = "change_role".into();
            if chance.often(5) {
                member["previous_role"] = (*chance.one(&ROLES)).into();
            }
        }
        2 => {
            member["op"] = "replace".into();
            member["replaces_member"] = leaving(chance).into();
        }
        _ => {}
    }
    member
}

/// The members of a list; now and then one sits in a sub-body.
fn members(chance: &mut Chance, in_part: bool) -> Vec<Value> {
    let count = if in_part { chance.below(4) } else { chance.below(5) };
    let mut members = Vec::new();
    for _ in 0..count {
        let mut member = if in_part { changed_member(chance) } else { member(chance) };
        if chance.often(1) {
            member["sub_body"] = (*chance.one(&SUB_BODIES)).into();
        }
        members.push(member);
    }
    members
}

/// Another decision: mostly one of the same office and committee that was issued by then.
fn reference(chance: &mut Chance, number: usize) -> Option<Value> {
    let own = plan(chance, number);
    let others: Vec<usize> = (1..=number.max(14)).filter(|n| *n != number && is_planned(chance, *n)).collect();
    let near: Vec<usize> = others
        .iter()
        .copied()
        .filter(|n| {
            let other = plan(chance, *n);
            other.office == own.office && other.committee == own.committee && other.date <= own.date
        })
        .collect();
    let from = if !near.is_empty() && chance.often(9) { near } else { others };
    let at = chance.below(from.len().max(1));
    let other = plan(chance, *from.get(at)?);
    Some(match chance.below(10) {
        0..=3 => json!(other.number),
        4 => json!({ "number": other.number, "date": chance.one(&DAYS) }),
        5 => json!({ "number": other.number, "date": other.date, "issuer": other.office }),
        _ => json!({ "number": other.number, "date": other.date }),
    })
}

/// A decision; `number` tells it from all others of a record.
pub fn decision(chance: &mut Chance, number: usize) -> Arc<Decision> {
    let plan = plan(chance, number);
    let committee = plan.committee;
    let mut draft =
        json!({ "number": plan.number, "date": plan.date, "issuer": plan.office, "committees": [committee] });
    let mut refers = 3;
    if plan.is_letter {
        draft["act"] = "other".into();
        refers = 10;
        if chance.often(5) {
            change_in_part(chance, &mut draft);
        }
    } else {
        match chance.below(20) {
            0..=4 => establish(chance, &mut draft),
            5..=8 => whole_list(chance, &mut draft, committee),
            9..=13 => {
                draft["act"] = (*chance.one(&["amend", "reconstitute"])).into();
                change_in_part(chance, &mut draft);
                refers = 5;
            }
            14 => rename(chance, &mut draft, committee),
            15 | 16 => merge(chance, &mut draft, committee),
            17 => dissolve(chance, &mut draft, committee),
            _ => {
                draft["act"] = "other".into();
                refers = 10;
            }
        }
    }
    if chance.often(refers) {
        refer(chance, &mut draft, number, plan.is_letter);
    }
    let mut from = plan.date;
    match chance.below(10) {
        0 => draft["effective"] = format!("after_days:{}", chance.one(&[1, 15, 100])).into(),
        1 | 2 => {
            from = *chance.one(&DAYS[DAYS.iter().position(|day| *day == from).unwrap()..]);
            draft["effective"] = from.into();
        }
        _ => {}
    }
    if draft["committees"].as_array().is_some_and(|committees| committees.len() == 1) && draft["revives"].is_null() {
        endings(chance, &mut draft, from);
    }
    let mut part = 0;
    let fresh = || {
        part += 1;
        Id(format!("d{number:03}-{part:02}"))
    };
    Arc::new(enact(&serde_json::from_value(draft).unwrap(), fresh).unwrap())
}

fn establish(chance: &mut Chance, draft: &mut Value) {
    draft["act"] = "establish".into();
    if chance.often(3) {
        draft["continues"] = chance.often(5).into();
    }
    if chance.often(8) {
        draft["members"] = members(chance, false).into();
    }
    bodies_and_agencies(chance, draft, 3);
}

fn whole_list(chance: &mut Chance, draft: &mut Value, committee: &str) {
    draft["act"] = "reconstitute".into();
    draft["list_scope"] = "whole".into();
    let mut listed = members(chance, false);
    if chance.often(2) {
        // One paper that gives lists to two.
        let other = *chance.one(&NAMES);
        draft["committees"] = json!([committee, other]);
        for member in &mut listed {
            member["committee"] = (*chance.one(&[committee, other])).into();
        }
    } else {
        bodies_and_agencies(chance, draft, 3);
    }
    draft["members"] = listed.into();
}

fn change_in_part(chance: &mut Chance, draft: &mut Value) {
    draft["list_scope"] = "partial".into();
    draft["members"] = members(chance, true).into();
    draft["leaves"] = (0..chance.below(3)).map(|_| leaving(chance)).collect::<Vec<_>>().into();
    bodies_and_agencies(chance, draft, 2);
}

fn rename(chance: &mut Chance, draft: &mut Value, committee: &str) {
    draft["act"] = "rename".into();
    let name = *chance.one(&NAMES);
    if name == committee {
        draft["act"] = "other".into();
        return;
    }
    draft["old_names"] = json!([committee]);
    draft["committees"] = json!([name]);
    if chance.often(3) {
        change_in_part(chance, draft);
    }
}

fn merge(chance: &mut Chance, draft: &mut Value, committee: &str) {
    draft["act"] = "merge".into();
    let mut merged = vec![*chance.one(&NAMES)];
    if chance.often(6) {
        merged.push(*chance.one(&NAMES));
    }
    if chance.often(4) {
        merged.push(committee);
    }
    draft["merged_from"] = json!(merged);
    if chance.often(6) {
        draft["members"] = members(chance, false).into();
        bodies_and_agencies(chance, draft, 2);
    }
}

fn dissolve(chance: &mut Chance, draft: &mut Value, committee: &str) {
    draft["act"] = "dissolve".into();
    // "Giải thể Tổ giúp việc", of a committee that goes on.
    if chance.often(4) {
        draft["dissolves"] = json!([chance.one(&SUB_BODIES)]);
        draft["committees"] = json!([committee]);
        return;
    }
    let mut ended = vec![committee];
    if chance.often(4) {
        ended.push(*chance.one(&NAMES));
    }
    draft["dissolves"] = json!(ended);
    draft["committees"] = if chance.often(5) { json!(ended) } else { json!([]) };
}

fn bodies_and_agencies(chance: &mut Chance, draft: &mut Value, in_ten: usize) {
    if chance.often(in_ten) {
        let listed = (0..chance.below(3)).map(|_| member(chance)).collect::<Vec<_>>();
        draft["sub_bodies"] = json!([{ "name": chance.one(&SUB_BODIES), "members": listed }]);
    }
    if chance.often(in_ten) {
        let agency = |chance: &mut Chance| {
            let scope = *chance.one(&[None, None, Some("cải cách hành chính"), Some("chuyển đổi số")]);
            json!({ "name": chance.one(&ORGANIZATIONS), "scope": scope })
        };
        let agencies = (0..1 + chance.below(2)).map(|_| agency(chance)).collect::<Vec<_>>();
        draft["standing_agencies"] = agencies.into();
    }
    if chance.often(in_ten) {
        draft["duties"] = json!([*chance.one(&["Đôn đốc các sở", "Kiểm tra tiến độ", "Báo cáo hằng quý"])]);
    }
}

/// What a paper does to another.
fn refer(chance: &mut Chance, draft: &mut Value, number: usize, is_letter: bool) {
    let acts: &[&str] = if is_letter {
        &["corrects", "corrects", "corrects", "suspends", "resumes"]
    } else {
        &[
            "replaces",
            "replaces",
            "replaces",
            "repeals",
            "repeals",
            "withdraws",
            "amends",
            "amends",
            "corrects",
            "suspends",
            "suspends",
            "resumes",
            "resumes",
            "revives",
            "revives",
        ]
    };
    // One act of a paper on others: what repeals and revives the same says nothing.
    let act = *chance.one(acts);
    let named: Vec<Value> =
        (0..if chance.often(2) { 2 } else { 1 }).filter_map(|_| reference(chance, number)).collect();
    if act == "revives" {
        // Nor does one that revives an old list and gives a new one: it does that alone.
        let said = draft.clone();
        *draft = json!({ "act": "other" });
        for key in ["number", "date", "issuer", "committees"] {
            draft[key] = said[key].clone();
        }
    }
    draft[act] = named.into();
}

fn endings(chance: &mut Chance, draft: &mut Value, from: &str) {
    if chance.often(2) {
        // Mostly a later day; now and then one that is past, or the decision's own.
        let days: Vec<&str> = DAYS.iter().copied().filter(|day| *day > from).collect();
        let from = if days.is_empty() || chance.often(1) { &DAYS[..] } else { &days };
        draft["sunset_on"] = (*chance.one(from)).into();
    } else if chance.often(1) {
        draft["sunset"] = "tự giải thể sau khi hoàn thành nhiệm vụ".into();
    }
    if chance.often(1) {
        draft["purpose_until"] = (*chance.one(&DAYS)).into();
    }
    if chance.often(2) {
        draft["successor_clause"] = "khi thay đổi nhân sự, người kế nhiệm thay thế".into();
    }
}
