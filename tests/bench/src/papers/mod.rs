//! What printing costs: the membership list against the programs that an office would use for it, each as a process
//! of its own and measured in processor time; how it grows; how long the first page of a preview takes.

mod peers;
mod process;

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use register::Id;
use register::composition::{CommitteeOn, Composition, Holder, SeatOn, State};
use register::decision::Citation;
use register::draft::SeatKind;
use register::role::Rank;
use report::press::apart::{Order, surroundings};
use report::press::{Press, Templates};
use report::{Form, Head, Paper, Setting};

use crate::table::{Table, median, ratio, shown};
use process::Used;

/// Rounds of what takes seconds, of the one that all is held against, and of what takes milliseconds.
const ROUNDS: usize = 3;
const OWN: usize = 9;
const LOOKS: usize = 40;

/// One paper set by this program, called again: so that nothing of an earlier paper helps.
pub fn process(file: &Path) -> Result<(), Box<dyn Error>> {
    report::press::apart::serve(&mut std::io::stdin().lock(), file, &mut std::io::stdout().lock())?;
    Ok(())
}

/// Measures all of it.
pub fn measure() -> Result<Table, Box<dyn Error>> {
    let mut table = Table::default();
    let folder = tempfile::tempdir()?;
    let press = Press::new()?;
    let thousand = paper(1_000, 0);
    let own = in_rounds(OWN, || set(&press, &thousand, folder.path()))?;
    let what = "list of 1,000 rows, tagged, processor time";
    for peer in peers::all() {
        match peer.print(&thousand, folder.path()) {
            Ok(None) => table.row(
                format!("{what}, and {}", peer.name),
                shown(own.processor),
                "not installed".to_owned(),
                "—".to_owned(),
                peer.aim,
            ),
            Ok(Some(_)) => {
                let theirs =
                    in_rounds(ROUNDS, || peer.print(&thousand, folder.path())?.ok_or_else(|| "went away".into()))?;
                let times = theirs.processor.as_secs_f64() / own.processor.as_secs_f64();
                table.row(
                    format!("{what}, and {}", peer.name),
                    shown(own.processor),
                    shown(theirs.processor),
                    if peer.aim.starts_with("within") {
                        format!("{:.2} ×", 1.0 / times)
                    } else {
                        format!("{times:.1} × less")
                    },
                    peer.aim,
                );
            }
            Err(error) => return Err(format!("{}: {error}", peer.name).into()),
        }
    }
    growth(&press, own, folder.path(), &mut table)?;
    looks(&press, &mut table)?;
    Ok(table)
}

/// 10,000 rows against 1,000.
fn growth(press: &Press, thousand: Used, folder: &Path, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let ten = in_rounds(3, || set(press, &paper(10_000, 0), folder))?;
    table.row(
        "list of 10,000 rows, and of 1,000".to_owned(),
        shown(ten.processor),
        shown(thousand.processor),
        ratio(ten.processor, thousand.processor),
        "≤ 12 ×",
    );
    let mb = |bytes: u64| format!("{} MB", bytes / 1_000_000);
    table.row("its memory at most".to_owned(), mb(ten.memory), "—".to_owned(), "—".to_owned(), "< 1.2 GiB");
    Ok(())
}

/// The first page of a preview, warm, after one changed name each time.
fn looks(press: &Press, table: &mut Table) -> Result<(), Box<dyn Error>> {
    for rows in [20, 59, 100] {
        let mut times = Vec::new();
        for look in 0..=LOOKS {
            let paper = paper(rows, look);
            let began = Instant::now();
            let job = press.job(&paper, Templates::default())?;
            let shown = press.pages(&job, 0..1)?;
            // The first is cold.
            if look > 0 {
                times.push(began.elapsed());
            }
            if shown.pages.len() != 1 {
                return Err("no page".into());
            }
        }
        let what = format!("first page of a preview, {rows} members, one name changed");
        table.row(what, shown(median(times)), "—".to_owned(), "—".to_owned(), "< 150 ms");
    }
    let mut times = Vec::new();
    for look in 0..ROUNDS {
        let job = press.job(&paper(1_000, look), Templates::default())?;
        let began = Instant::now();
        press.pages(&job, 0..1)?;
        times.push(began.elapsed());
    }
    let what = "list of 1,000 rows looked at again after one changed name".to_owned();
    table.row(what, shown(median(times)), "—".to_owned(), "—".to_owned(), "stated");
    Ok(())
}

fn set(press: &Press, paper: &Paper, folder: &Path) -> Result<Used, Box<dyn Error>> {
    // Made ready in the caller's process, on one thread: what that takes is ours, too.
    let began = Instant::now();
    let order = serde_json::to_vec(&Order { job: press.job(paper, Templates::default())?, form: Form::Pdf })?;
    let ready = began.elapsed();
    let file = folder.join("own.pdf");
    let own = std::env::current_exe()?;
    let mut command = std::process::Command::new(own);
    let mut used = process::run(command.arg("press").arg(&file).envs(surroundings(&order)), &order)?;
    used.processor += ready;
    let made = std::fs::metadata(&file)?.len();
    if made == 0 { Err("no paper".into()) } else { Ok(used) }
}

/// The round that took the middle of the processor's time.
fn in_rounds(rounds: usize, mut round: impl FnMut() -> Result<Used, Box<dyn Error>>) -> Result<Used, Box<dyn Error>> {
    let mut all = Vec::new();
    for _ in 0..rounds {
        all.push(round()?);
    }
    all.sort_unstable_by_key(|used| used.processor);
    Ok(all[rounds / 2])
}

/// A list of so many rows; another name at one of them for each turn.
fn paper(rows: usize, turn: usize) -> Paper {
    let day = jiff::civil::date(2020, 3, 2);
    let citation = Citation {
        decision: "905/QĐ-UBND".into(),
        decision_id: Some(Id("905".into())),
        date: Some(day),
        place: Some("Điều 1".into()),
        words: None,
        reconstructed: false,
        note: None,
    };
    let seats = (0..rows).map(|n| {
        let role = if n == 0 {
            "Trưởng ban"
        } else if n < 5 {
            "Phó Trưởng ban"
        } else {
            "Ủy viên"
        };
        let person =
            if n == rows / 2 { format!("Nguyễn Văn Đổi {turn}") } else { format!("Lò Thị Mẫu {n}") };
        let holder = Holder {
            person: Some(person),
            post: Some("Phó Giám đốc".into()),
            organization: Some(format!("Trung tâm Công nghệ thông tin số {n}")),
            ..Holder::default()
        };
        SeatOn {
            id: Id(format!("seat {n}")),
            role: Some(role.into()),
            rank: Rank::of(Some(role)),
            kind: SeatKind::Named,
            as_written: format!("Phó Giám đốc Trung tâm Công nghệ thông tin số {n}"),
            position: None,
            honorific: Some("Bà".into()),
            invited: false,
            voting: true,
            since: day,
            citation: std::sync::Arc::new(citation.clone()),
            heads: 1,
            holders: vec![holder],
            successor: None,
            flags: Vec::new(),
        }
    });
    let composition = Composition {
        committee: CommitteeOn {
            id: Id("ban".into()), name: "Ban Chỉ đạo Chuyển đổi số tỉnh Sa Thạch".into()
        },
        on: day,
        state: State::Active,
        heads: u32::try_from(rows).ok(),
        invited_heads: 0,
        seats: seats.collect(),
        standing_agencies: Vec::new(),
        sub_bodies: Vec::new(),
        duties: Vec::new(),
        sunset: None,
        ended_by: None,
        suspended_by: None,
        sources: vec![Citation { place: None, ..citation.clone() }],
        flags: Vec::new(),
    };
    let setting = Setting {
        office: "Ủy ban nhân dân tỉnh Sa Thạch".into(),
        known_on: jiff::Timestamp::UNIX_EPOCH,
        printed_on: day,
        head: Head { seq: 1, link: "00".into() },
    };
    report::list(&composition, &setting).paper()
}
