//! Committees made by chance: few seats and many, classes, guests, bodies inside, long names and short ones.

use std::sync::Arc;

use diagram::chart::Captions;
use jiff::civil::{Date, date};
use register::Composition;
use register::composition::{Agency, CommitteeOn, Flag, Holder, SeatOn, State, SubBodyOn};
use register::decision::Citation;
use register::draft::SeatKind;
use register::id::Id;
use register::role::Rank;

use crate::grove::Chance;

pub const DAY: Date = date(2024, 5, 1);

/// The captions, each word of its own so that it can be told from those of the register.
pub fn captions() -> Captions<'static> {
    Captions {
        members: "Các thành viên",
        others: "Các cơ quan, đơn vị khác",
        invited: "Khách mời",
        agency: "cơ quan thường trực",
        class_empty: "Không còn đơn vị nào thuộc nhóm này.",
        going_on: "(tiếp)",
        told: &|sign| (sign.bit() > 1).then_some("cần xem"),
    }
}

/// A committee of at most so many seats.
pub fn committee(seed: u64, most: u32) -> Composition {
    let mut chance = Chance::new(seed);
    let count = 1 + chance.below(most);
    let mut seats = vec![seat(&mut chance, 0, "Trưởng ban", SeatKind::Named)];
    for at in 1..count {
        let role = match chance.below(12) {
            0 => "Phó Trưởng ban",
            1 => "Phó Trưởng ban Thường trực",
            2 => "Ủy viên Thường trực",
            _ => "Ủy viên",
        };
        let kind = match chance.below(20) {
            0 => SeatKind::Class,
            1..=6 => SeatKind::Post,
            _ => SeatKind::Named,
        };
        seats.push(seat(&mut chance, at, role, kind));
    }
    for seat in &mut seats[1..] {
        seat.invited = chance.below(25) == 0;
    }
    let inside = (0..chance.below(3)).map(|body| {
        let seats =
            (0..1 + chance.below(30)).map(|at| seat(&mut chance, 10_000 + body * 100 + at, "Tổ viên", SeatKind::Named));
        let seats: Vec<SeatOn> = seats.collect();
        let heads = u32::try_from(seats.len()).unwrap();
        SubBodyOn { id: Id(format!("tổ {body}")), name: format!("Tổ giúp việc số {body}"), heads, seats }
    });
    let sub_bodies = inside.collect();
    let agencies = (0..chance.below(3)).map(|at| Agency {
        name: format!("Sở {}", words(&mut chance, 4)),
        scope: (at > 0).then(|| words(&mut chance, 5)),
        citation: Arc::new(cite()),
        flags: Vec::new(),
        successor: None,
    });
    let standing_agencies = agencies.collect();
    Composition {
        committee: CommitteeOn {
            id: Id(format!("ban {seed}")),
            name: format!("Ban Chỉ đạo {}", words(&mut chance, 9)),
        },
        on: DAY,
        state: State::Active,
        heads: Some(seats.iter().map(|seat| seat.heads).sum()),
        invited_heads: 0,
        seats,
        standing_agencies,
        sub_bodies,
        duties: Vec::new(),
        sunset: None,
        ended_by: None,
        suspended_by: None,
        sources: vec![cite()],
        flags: Vec::new(),
    }
}

fn seat(chance: &mut Chance, at: u32, role: &str, kind: SeatKind) -> SeatOn {
    let holder = |chance: &mut Chance, person: bool| Holder {
        person: person.then(|| words(chance, 3)),
        post: Some("Giám đốc".into()),
        organization: Some(format!("Sở {}", words(chance, 5))),
        ..Holder::default()
    };
    let holders: Vec<Holder> = match kind {
        SeatKind::Class => (0..chance.below(40)).map(|_| holder(chance, false)).collect(),
        SeatKind::Post => vec![holder(chance, false)],
        _ => vec![holder(chance, true)],
    };
    let flags = match (chance.below(9), kind, holders.is_empty()) {
        (_, SeatKind::Class, true) => vec![Flag::ClassEmpty],
        (0, SeatKind::Post, _) => vec![Flag::Vacant],
        (1, SeatKind::Named, _) => vec![Flag::PersonLeftPost],
        _ => Vec::new(),
    };
    SeatOn {
        id: Id(format!("vị trí {at}")),
        role: Some(role.into()),
        rank: Rank::of(Some(role)),
        kind,
        as_written: format!("Giám đốc các {}", words(chance, 6)),
        position: None,
        honorific: None,
        invited: false,
        voting: true,
        since: DAY,
        citation: Arc::new(cite()),
        heads: u32::try_from(holders.len()).unwrap(),
        holders,
        successor: None,
        flags,
    }
}

fn words(chance: &mut Chance, most: u32) -> String {
    const SAID: [&str; 8] = ["Xây", "dựng", "Nông nghiệp", "và", "Truyền thông", "Thường", "Quyền", "Kiểm tra"];
    let count = 1 + chance.below(most);
    let said = (0..count).map(|_| SAID[usize::try_from(chance.below(8)).unwrap()]);
    said.collect::<Vec<_>>().join(" ")
}

fn cite() -> Citation {
    Citation {
        decision: "1/QĐ-UBND".into(),
        decision_id: None,
        date: Some(DAY),
        place: None,
        words: None,
        reconstructed: false,
        note: None,
    }
}
