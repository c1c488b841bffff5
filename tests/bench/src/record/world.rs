//! A register of any size: committees with twenty whole lists each, people out of a large crowd. All of it is
//! invented.

use std::error::Error;
use std::path::Path;
use std::sync::Arc;

use register::decision::{Decision, enact};
use register::record::{Content, Opening, Said};
use register::{Fold, Instant};
use serde_json::{Value, json};
use store::{Batch, Signer, Store};

/// Seats of each decision.
pub const SEATS: usize = 25;
/// Decisions on each committee.
const LISTS: usize = 20;
/// People to seat.
const CROWD: usize = 100_000;
/// Decisions recorded at once while a register is made: this is not what is measured.
const TOGETHER: usize = 500;

/// A register with the fold that goes with it.
pub struct World {
    pub store: Store,
    pub fold: Fold,
    pub signer: Signer,
    pub next: usize,
}

pub fn said(content: Content) -> Said {
    Said { id: uuid::Uuid::now_v7().into(), content }
}

pub fn person(number: usize) -> String {
    const FAMILY: [&str; 10] = ["Lò", "Tạ", "Hà", "Ma", "Lục", "Ninh", "Vi", "Bế", "Sùng", "Quách"];
    const GIVEN: [&str; 10] = ["An", "Bình", "Cường", "Dung", "Em", "Gấm", "Hải", "Ích", "Khoa", "Lan"];
    let number = number % CROWD;
    format!("{} Văn {} {}", FAMILY[number % 10], number / 100, GIVEN[number / 10 % 10])
}

/// The decision of a number: the lists of one committee follow each other by a few months.
pub fn decision(number: usize) -> Result<Arc<Decision>, Box<dyn Error>> {
    let (committee, list) = (number / LISTS, number % LISTS);
    let year = 2005 + list;
    let members: Vec<Value> = (0..SEATS)
        .map(|seat| {
            let role = if seat == 0 { "Trưởng ban" } else { "Ủy viên" };
            // Most stay from list to list, some come and go.
            let who = committee * 37 + seat * 11 + if seat % 5 == 0 { list } else { 0 };
            json!({ "n": seat + 1, "name": person(who), "role": role, "article": "Điều 1",
                    "position": format!("Phó Giám đốc Trung tâm số {}", who % 400) })
        })
        .collect();
    let draft = json!({
        "number": format!("{}/QĐ-UBND", 1 + number), "date": format!("{year}-{:02}-15", 1 + number % 12),
        "issuer": format!("Ủy ban nhân dân tỉnh số {}", committee % 60),
        "title": format!("Kiện toàn Ban Chỉ đạo số {committee}"),
        "act": if list == 0 { "establish" } else { "reconstitute" }, "list_scope": "whole",
        "committees": [format!("Ban Chỉ đạo số {committee}")], "members": members,
    });
    Ok(Arc::new(enact(&serde_json::from_value(draft)?, || uuid::Uuid::now_v7().into())?))
}

impl World {
    /// A register with so many decisions.
    pub fn make(path: &Path, decisions: usize) -> Result<Self, Box<dyn Error>> {
        let signer = Signer::from_secret(&[7; 32]);
        let office = "Sở Nội vụ".to_owned();
        let opening = said(Content::Opening(Opening { office, administrator: "Lò Văn An".into(), sample: false }));
        let store = Store::create(path, &opening, &signer, &[], Instant::now())?;
        let mut world = Self { store, fold: Fold::default(), signer, next: 0 };
        while world.next < decisions {
            let until = decisions.min(world.next + TOGETHER);
            let numbers = world.next..until;
            world.record(numbers)?;
        }
        Ok(world)
    }

    /// Records decisions, all of them at once.
    pub fn record(&mut self, numbers: std::ops::Range<usize>) -> Result<(), Box<dyn Error>> {
        self.next = numbers.end;
        let decisions = numbers.map(decision).collect::<Result<Vec<_>, _>>()?;
        let changes = decisions.iter().map(|decision| self.fold.take_decision(decision)).collect();
        let said: Vec<Said> = decisions.into_iter().map(|decision| said(Content::Decision(decision))).collect();
        let batch = Batch { said: &said, changes, ..Batch::default() };
        self.store.record(&batch, &self.signer, Instant::now())?;
        Ok(())
    }
}
