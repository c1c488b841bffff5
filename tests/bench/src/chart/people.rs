//! A committee of as many seats as one likes, made by chance, the same on every machine.

use std::sync::Arc;

use jiff::civil::{Date, date};
use register::Composition;
use register::composition::{CommitteeOn, Holder, SeatOn, State};
use register::decision::Citation;
use register::draft::SeatKind;
use register::id::Id;
use register::role::Rank;
use serde_json::{Value, json};

const DAY: Date = date(2024, 5, 1);
const FAMILY: [&str; 8] = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Lò", "Sùng", "Vàng"];
const MIDDLE: [&str; 6] = ["Văn", "Thị", "Đức", "Minh", "Ngọc", "Quang"];
const GIVEN: [&str; 9] = ["An", "Bình", "Chi", "Dũng", "Hạnh", "Khánh", "Linh", "Nga", "Quân"];
const POSTS: [&str; 4] = ["Giám đốc", "Phó Giám đốc", "Trưởng phòng", "Chuyên viên"];
const ORGANIZATIONS: [&str; 5] =
    ["Sở Nội vụ", "Sở Y tế", "Sở Khoa học và Công nghệ", "Sở Nông nghiệp và Môi trường", "Thanh tra tỉnh"];
/// Seats of each role but the last.
const RANKED: [(&str, usize); 3] = [("Trưởng ban", 1), ("Phó Trưởng ban", 4), ("Ủy viên Thường trực", 20)];

/// The committee.
pub fn composition(seats: usize) -> Composition {
    let citation = Arc::new(Citation {
        decision: "905/QĐ-UBND".into(),
        decision_id: None,
        date: Some(DAY),
        place: None,
        words: None,
        reconstructed: false,
        note: None,
    });
    let roles = RANKED.iter().flat_map(|(role, count)| std::iter::repeat_n(*role, *count));
    let roles = roles.chain(std::iter::repeat("Ủy viên")).take(seats);
    let seat = |(at, role): (usize, &str)| SeatOn {
        id: Id(format!("0190a1b2-0000-7000-8000-{at:012}")),
        role: Some(role.into()),
        rank: Rank::of(Some(role)),
        kind: SeatKind::Named,
        as_written: String::new(),
        position: None,
        honorific: None,
        invited: false,
        voting: true,
        since: DAY,
        citation: Arc::clone(&citation),
        heads: 1,
        holders: vec![Holder {
            person: Some(format!("{} {} {}", FAMILY[at * 7 % 8], MIDDLE[at * 5 % 6], GIVEN[at * 4 % 9])),
            post: Some(POSTS[at * 3 % 4].into()),
            organization: Some(ORGANIZATIONS[at * 2 % 5].into()),
            ..Holder::default()
        }],
        successor: None,
        flags: Vec::new(),
    };
    Composition {
        committee: CommitteeOn { id: Id("ban".into()), name: "Ban Chỉ đạo Tổng điều tra dân số".into() },
        on: DAY,
        state: State::Active,
        heads: u32::try_from(seats).ok(),
        invited_heads: 0,
        seats: roles.enumerate().map(seat).collect(),
        standing_agencies: Vec::new(),
        sub_bodies: Vec::new(),
        duties: Vec::new(),
        sunset: None,
        ended_by: None,
        suspended_by: None,
        sources: Vec::new(),
        flags: Vec::new(),
    }
}

/// The same people as d3-org-chart wants them: the head, under it the deputies, then the standing members, each with
/// its share of the members.
pub fn of_peer(composition: &Composition) -> Value {
    let person = |(at, seat): (usize, &SeatOn)| {
        let parent = match at {
            0 => None,
            1..5 => Some(0),
            5..25 => Some(1 + at % 4),
            _ => Some(5 + at % 20),
        };
        let holder = &seat.holders[0];
        json!({ "id": at.to_string(), "parentId": parent.map(|parent| parent.to_string()),
            "name": holder.person, "post": holder.in_words() })
    };
    composition.seats.iter().enumerate().map(person).collect()
}
