//! A whole city's record in memory: 40,000 decisions on 2,000 committees, twenty lists of twenty-five seats each,
//! a class in every list, 100,000 people, and a directory in which people come and go. All of it is invented.

use std::error::Error;
use std::sync::Arc;

use register::date::Day;
use register::decision::{Decision, enact};
use register::directory::Event;
use register::{Fold, Id, Record};
use serde_json::{Value, json};

/// Decisions on each committee.
pub const LISTS: usize = 20;
/// Seats of each decision, a class being one.
pub const SEATS: usize = 25;
/// Offices, each with its own departments.
pub const OFFICES: usize = 60;
/// Departments of an office: as many posts of the class "Giám đốc các sở".
pub const DEPARTMENTS: usize = 20;
const CROWD: usize = 100_000;

fn person(number: usize) -> String {
    const FAMILY: [&str; 10] = ["Lò", "Tạ", "Hà", "Ma", "Lục", "Ninh", "Vi", "Bế", "Sùng", "Quách"];
    const GIVEN: [&str; 10] = ["An", "Bình", "Cường", "Dung", "Em", "Gấm", "Hải", "Ích", "Khoa", "Lan"];
    let number = number % CROWD;
    format!("{} Văn {} {}", FAMILY[number % 10], number / 100, GIVEN[number / 10 % 10])
}

fn office(number: usize) -> String {
    format!("Ủy ban nhân dân tỉnh số {}", number % OFFICES)
}

/// The name of a committee.
pub fn committee(number: usize) -> String {
    format!("Ban Chỉ đạo số {number}")
}

struct Ids(usize);

impl Ids {
    fn next(&mut self) -> Id {
        self.0 += 1;
        Id(format!("{:08x}", self.0))
    }
}

fn decision(number: usize, ids: &mut Ids) -> Result<Arc<Decision>, Box<dyn Error>> {
    let (at, list) = (number / LISTS, number % LISTS);
    let year = 2005 + list;
    let member = |seat: usize| {
        let role = if seat == 0 { "Trưởng ban" } else { "Ủy viên" };
        let department = (at + seat) % DEPARTMENTS;
        // Most stay from list to list, some come and go.
        let who = at * 37 + seat * 11 + if seat.is_multiple_of(5) { list } else { 0 };
        let (name, position, kind) = match seat {
            1..=3 => (None, format!("Giám đốc Sở số {department}"), "post"),
            4 => (None, format!("Lãnh đạo Sở số {department}"), "nominated"),
            5 => (None, "Giám đốc các sở".to_owned(), "class"),
            _ => (Some(person(who)), format!("Phó Giám đốc Sở số {department}"), "named"),
        };
        json!({ "n": seat + 1, "name": name, "role": role, "article": "Điều 1", "position": position,
                "seat_kind": kind })
    };
    let members: Vec<Value> = (0..SEATS).map(member).collect();
    let draft = json!({
        "number": format!("{}/QĐ-UBND", 1 + number), "date": format!("{year}-{:02}-15", 1 + number % 12),
        "issuer": office(at), "title": format!("Kiện toàn {}", committee(at)),
        "act": if list == 0 { "establish" } else { "reconstitute" }, "list_scope": "whole",
        "committees": [committee(at)], "members": members,
        "standing_agencies": [{ "name": format!("Sở số {}", at % DEPARTMENTS) }],
    });
    let mut draft: register::draft::Draft = serde_json::from_value(draft)?;
    draft.members.retain(|member| member.position.is_some());
    Ok(Arc::new(enact(&draft, || ids.next())?))
}

fn events(ids: &mut Ids) -> Result<Vec<Event>, Box<dyn Error>> {
    let mut written = Vec::new();
    for at in 0..OFFICES {
        for department in 0..DEPARTMENTS {
            let name = format!("Sở số {department}");
            let parent = office(at);
            let organization = format!("{name} tỉnh số {at}");
            written.push(json!({ "event": "found", "organization": organization, "kind": "sở", "parent": parent,
                                 "also": [format!("{name} số {at}")] }));
            written.push(json!({ "event": "found", "organization": organization, "post": "Giám đốc" }));
            for term in 0..5 {
                let who = person(at * 977 + department * 31 + term * 7);
                let on = format!("{}-0{}-01", 2004 + term * 5, 1 + department % 9);
                if term > 0 {
                    written.push(
                        json!({ "event": "relieve", "organization": organization, "post": "Giám đốc", "on": on }),
                    );
                }
                written.push(json!({ "event": "appoint", "organization": organization, "post": "Giám đốc",
                                     "person": who, "on": on,
                                     "citation": { "decision": format!("{}/QĐ-UBND", 1 + department), "date": on } }));
            }
        }
    }
    for event in &mut written {
        event["id"] = ids.next().to_string().into();
    }
    Ok(serde_json::from_value(Value::Array(written))?)
}

/// The record, and its fold.
pub struct World {
    pub record: Record,
    pub fold: Fold,
}

impl World {
    pub fn make(decisions: usize) -> Result<Self, Box<dyn Error>> {
        let mut ids = Ids(0);
        let events = events(&mut ids)?;
        let decisions = (0..decisions).map(|number| decision(number, &mut ids)).collect::<Result<Vec<_>, _>>()?;
        let record = Record { decisions, events, ..Record::default() };
        let fold = Fold::of(&record);
        Ok(Self { record, fold })
    }
}

/// Days to ask for: through all the years, on no decision's day.
pub fn day(number: usize) -> Day {
    let year = i16::try_from(2006 + number % 19).unwrap_or(2006);
    let month = i8::try_from(1 + number / 19 % 12).unwrap_or(1);
    Day::new(year, month, 20).unwrap_or(Day::MAX)
}
