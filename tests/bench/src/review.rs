//! What the review costs at every key: a change of three hundred members tried against the register and answered as
//! the window gets it, and kept on the disk.

use std::error::Error;
use std::time::{Duration, Instant};

use api::{Desk, Founding, Session, call};
use serde_json::{Value, json};

use crate::table::{Table, median, shown};

const OFFICE: &str = "Ủy ban nhân dân tỉnh Sa Thạch";
const PASSPHRASE: &str = "bàn đo 2020";
const ROUNDS: usize = 60;

/// Measures the rehearsal and the keeping of a draft of 300 members, and of one of 60.
pub fn measure() -> Result<Table, Box<dyn Error>> {
    let mut table = Table::default();
    let folder = tempfile::tempdir()?;
    let register = folder.path().join("sổ.kientoan");
    let founding = Founding { office: OFFICE, administrator: "Lò Văn An", passphrase: PASSPHRASE, sample: false };
    Desk::create(&register, &founding).map_err(said)?;
    let mut session = Session::new(&folder.path().join("mẫu.kientoan")).with_trays(&folder.path().join("khay"));
    session.open(&register).map_err(said)?;
    asked(&mut session, "unlock", json!({ "passphrase": PASSPHRASE }))?;
    // A register of some years: two hundred decisions on fifty committees.
    for n in 0..200 {
        let decision = draft(n, 25, &format!("Ban Chỉ đạo số {} tỉnh Sa Thạch", n % 50), 0);
        asked(&mut session, "record", json!({ "draft": decision }))?;
    }
    for size in [60, 300] {
        let name = format!("Ban Chỉ đạo lớn {size} tỉnh Sa Thạch");
        asked(&mut session, "record", json!({ "draft": draft(1000 + size, size, &name, 0) }))?;
        let change = draft(2000 + size, size, &name, size / 2);
        let item = asked(&mut session, "by_hand", Value::Null)?["items"][0].clone();
        let mut work = asked(&mut session, "tray_item", json!({ "item": item }))?["work"].clone();
        work["drafts"] = json!([change]);
        let (mut tried, mut kept, mut bytes) = (Vec::new(), Vec::new(), 0);
        for round in 0..ROUNDS {
            // Every time another name, as if a key had been pressed.
            work["drafts"][0]["members"][7]["name"] = format!("Người thứ {round}").into();
            let (time, answer) = timed(&mut session, "rehearse", &json!({ "draft": work["drafts"][0] }))?;
            tried.push(time);
            bytes = answer.len();
            let moved = answer.contains(&format!("Người thứ {round}"));
            if !moved {
                return Err("the rehearsal does not show what was typed".into());
            }
            kept.push(timed(&mut session, "keep", &json!({ "item": item, "work": work }))?.0);
        }
        let what = format!("a change of {size} members tried, {} KB answered", bytes / 1000);
        table.row(what, shown(median(tried)), "—".to_owned(), "—".to_owned(), "< 100 ms with its drawing");
        let what = format!("the same kept on the disk, {size} members");
        table.row(what, shown(median(kept)), "—".to_owned(), "—".to_owned(), "stated");
    }
    Ok(table)
}

/// From the text of the request to the text of the answer.
fn timed(session: &mut Session, command: &str, request: &Value) -> Result<(Duration, String), Box<dyn Error>> {
    let request = request.to_string();
    let clock = Instant::now();
    let answer = call(session, command, serde_json::from_str(&request)?).map_err(said)?.to_string();
    Ok((clock.elapsed(), answer))
}

fn asked(session: &mut Session, command: &str, request: Value) -> Result<Value, Box<dyn Error>> {
    call(session, command, request).map_err(said)
}

fn said(failure: api::Failure) -> Box<dyn Error> {
    format!("{failure:?}").into()
}

/// A whole list: some of its members others than those of the list before.
fn draft(n: usize, members: usize, name: &str, others: usize) -> Value {
    let member = |at: usize| {
        let person = if at < others { at + 100_000 } else { at };
        json!({
            "name": format!("{} {} {}", ["Lò", "Tạ", "Vàng"][person % 3], ["Văn", "Thị", "Seo"][person / 3 % 3], person),
            "position": format!("Trưởng phòng {} Sở {}", at % 40, at % 23),
            "role": if at == 0 { "Trưởng ban" } else { "Ủy viên" }, "seat_kind": "named", "article": "Điều 1",
        })
    };
    json!({
        "number": format!("{n}/QĐ-UBND"), "date": format!("{}-{:02}-01", 2015 + n % 10, 1 + n % 12), "issuer": OFFICE,
        "act": "reconstitute", "list_scope": "whole", "committees": [name], "changes_membership": true,
        "members": (0..members).map(member).collect::<Vec<_>>(),
    })
}
