//! Killed at any moment, a register opens as it was before or after, never between.
//!
//! A child of this very test records without end, and is killed. `KIENTOAN_ROUNDS` sets how often; without
//! it the short form runs.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod office;

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use office::{Folder, Office, amendment, filled, mistake, news};
use register::Instant;
use serde_json::json;
use store::{Store, Verification};

const CHILD: &str = "KIENTOAN_CRASH_REGISTER";

fn rounds(short: u32) -> u32 {
    std::env::var("KIENTOAN_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(short)
}

/// Numbers that look like chance and are the same on every run.
fn chance(round: u32) -> u64 {
    let mut x = u64::from(round).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xD1B5_4A32_D192_ED03;
    x ^= x >> 29;
    x = x.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x ^ (x >> 32)
}

/// What the child does until it is killed: every kind of recording, each said on its output once it is done.
#[test]
fn child() {
    let Some(register) = std::env::var_os(CHILD) else { return };
    let register = Path::new(&register);
    println!("begun");
    let mut office = Office::open(register);
    let mut number = office.store.len().unwrap();
    println!("open {number}");
    loop {
        number += 1;
        let date = format!("2021-{:02}-{:02}", 1 + number / 28 % 12, 1 + number % 28);
        let now = Instant::now().to_string();
        let done = match number % 4 {
            0 => {
                let entries = office.store.entries().unwrap();
                office.says(mistake(&entries.last().unwrap().content_id), &now)
            }
            1 => office.says(
                news(json!([{ "event": "appoint", "organization": "Sở Y tế", "post": "Giám đốc",
                                           "person": format!("Vi Văn {number}"), "on": date,
                                           "citation": { "note": "thử" } }])),
                &now,
            ),
            _ => office.says(amendment(&format!("{number}/QĐ-UBND"), &date), &now),
        };
        println!("done {} {}", office.store.len().unwrap(), done.unwrap());
    }
}

/// Runs the child on a register and kills it after a while; answers the last entry that it said was done.
fn run_and_kill(register: &Path, after: Duration) -> Option<u64> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child", "--nocapture"])
        .env(CHILD, register)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    // Not before it has begun: a child killed while it starts would be no trial at all.
    while !lines.next().unwrap().unwrap().starts_with("begun") {}
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    lines.map_while(Result::ok).filter_map(|line| line.strip_prefix("done ")?.split(' ').next()?.parse().ok()).last()
}

/// The register after a kill: opened as the program opens it, and closed again.
fn survived(folder: &Folder) -> Verification {
    let mut store = Store::open(&folder.register()).unwrap();
    assert_eq!(store.glance().unwrap(), None);
    store.take_pen().unwrap();
    store.verify().unwrap()
}

#[test]
fn killed_while_recording_it_opens_as_before_or_after() {
    let rounds = rounds(40);
    let (mut recorded, mut in_the_middle) = (0, 0);
    let folder = Folder::new();
    drop(filled(&folder.register()));
    let mut before = 4;
    for round in 0..rounds {
        let said = run_and_kill(&folder.register(), Duration::from_micros(chance(round) % 60_000)).unwrap_or(before);
        in_the_middle += u32::from(folder.left().iter().any(|name| name.ends_with("-journal")));
        let found = survived(&folder);
        assert!(found.ok(), "round {round}: {found:?}");
        // What was said to be recorded is; one more may be that was not said yet.
        assert!((said..=said + 1).contains(&found.entries), "round {round}: said {said}, found {}", found.entries);
        assert_eq!(folder.left(), ["sổ.kientoan"], "round {round}");
        recorded += found.entries - before;
        before = found.entries;
    }
    println!("killed while recording: {rounds} times, {recorded} entries recorded, {in_the_middle} rolled back");
    assert!(recorded > u64::from(rounds) / 4, "the child did record");
}

#[test]
fn killed_while_migrating_it_opens_as_before_or_after() {
    let rounds = rounds(20);
    let (mut old, mut new) = (0, 0);
    let folder = Folder::new();
    drop(filled(&folder.register()));
    let connection = rusqlite::Connection::open(folder.register()).unwrap();
    for table in register::rows::Table::ALL {
        connection.execute_batch(&format!("DROP TABLE {}", table.name())).unwrap();
    }
    // Without free pages: what stands in those is nobody's, and is not put back.
    connection.execute_batch("VACUUM").unwrap();
    connection.pragma_update(None, "user_version", 2).unwrap();
    drop(connection);
    let whole = std::fs::read(folder.register()).unwrap();
    for round in 0..rounds {
        let folder = Folder::new();
        std::fs::write(folder.register(), &whole).unwrap();
        run_and_kill(&folder.register(), Duration::from_micros(chance(round + 7) % 90_000));
        let schema: i64 = rusqlite::Connection::open(folder.register())
            .unwrap()
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap();
        if schema == 2 {
            old += 1
        } else {
            new += 1
        }
        let found = survived(&folder);
        assert!(found.ok(), "round {round}: {found:?}");
        // The copy from before is kept, whole; nothing else stays.
        assert_eq!(folder.left(), ["sổ.kientoan", "sổ.kientoan.ban-cu-2"], "round {round}");
        let copy = std::fs::read(folder.register().with_added_extension("ban-cu-2")).unwrap();
        let differs: Vec<usize> = (0..whole.len()).filter(|at| copy.get(*at) != whole.get(*at)).collect();
        assert!(copy.len() == whole.len() && differs.is_empty(), "round {round}: {} bytes, at {differs:?}", copy.len());
    }
    println!("killed while migrating: {rounds} times, {old} opened as before, {new} as after");
    assert!(old > 0 && new > 0, "killed on both sides of it: {old} before, {new} after");
}

/// The disk takes no more after some bytes: the system refuses every write behind that. Each size is tried,
/// so that the refusal comes at every moment of a recording.
#[test]
fn writes_that_fail_at_any_size_leave_it_as_before() {
    let folder = Folder::new();
    drop(filled(&folder.register()));
    let whole = std::fs::read(folder.register()).unwrap();
    let kib = whole.len() / 1024;
    let (mut refused, mut passed) = (0, 0);
    // The shell counts in 1,024 bytes; the rollback journal of a recording is smaller than the file.
    for limit in (0..kib + 24).step_by(if std::env::var_os("KIENTOAN_ROUNDS").is_some() { 1 } else { 5 }) {
        let folder = Folder::new();
        std::fs::write(folder.register(), &whole).unwrap();
        let script = format!("trap '' XFSZ; ulimit -f {limit}; exec \"$0\" --exact writes_once --nocapture");
        let output = Command::new("bash")
            .args(["-c", &script])
            .arg(std::env::current_exe().unwrap())
            .env(CHILD, folder.register())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        let done = said.lines().any(|line| line.ends_with("recorded"));
        let found = survived(&folder);
        assert!(found.ok(), "limit {limit}: {found:?}");
        assert_eq!(found.entries, if done { 5 } else { 4 }, "limit {limit}: {said}");
        assert_eq!(folder.left(), ["sổ.kientoan"], "limit {limit}");
        if done {
            passed += 1
        } else {
            refused += 1
        }
        assert!(done || said.contains("refused"), "limit {limit}: {said}");
    }
    println!("failing writes: {refused} recordings refused, {passed} passed, none between");
    assert!(refused > 0 && passed > 0);
}

#[test]
fn writes_once() {
    let Some(register) = std::env::var_os(CHILD) else { return };
    let register = Path::new(&register);
    let mut store = Store::open(register).unwrap();
    if let Err(error) = store.take_pen() {
        return println!("\nrefused {}", error.code());
    }
    drop(store);
    let mut office = Office::open(register);
    match office.says(amendment("3/QĐ-UBND", "2020-03-01"), "2026-02-01T00:00:00Z") {
        Ok(_) => println!("\nrecorded"),
        Err(error) => println!("\nrefused {}", error.code()),
    }
}

/// A disk that is full: a small one of its own, where the system lets the test have one.
#[test]
fn a_full_disk_is_said_and_nothing_changes() {
    let folder = Folder::new();
    let disk = SmallDisk::mount(folder.path(), 640);
    let Some(disk) = disk else { return println!("left out: no disk may be mounted here") };
    let register = disk.0.join("sổ.kientoan");
    let mut office = filled(&register);
    // Filled up to the last page or two, so that it is the recording that finds it full.
    let filler = disk.0.join("đầy");
    let mut rest = 0;
    for kib in (0..640).rev() {
        if std::fs::write(&filler, vec![1; kib * 1024]).is_ok() {
            rest = kib;
            break;
        }
    }
    assert!(rest > 0);
    let before = std::fs::read(&register).unwrap();
    let mut refused = 0;
    for number in 3..6 {
        let content = amendment(&format!("{number}/QĐ-{}", "a".repeat(40_000)), "2020-03-01");
        let error = office.says(content, "2026-02-01T00:00:00Z").unwrap_err();
        assert_eq!(error.code(), "disk_full", "{error}");
        assert_eq!(std::fs::read(&register).unwrap(), before);
        refused += 1;
    }
    assert!(office.store.verify().unwrap().ok());
    std::fs::remove_file(&filler).unwrap();
    office.says(amendment("3/QĐ-UBND", "2020-03-01"), "2026-02-02T00:00:00Z").unwrap();
    assert!(office.store.verify().unwrap().ok());
    drop(office);
    let left: Vec<_> = std::fs::read_dir(&disk.0).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(left, ["sổ.kientoan"]);
    println!("full disk: {refused} recordings refused, one passed when there was room again");
}

/// A disk in memory, gone with the value.
struct SmallDisk(std::path::PathBuf);

impl SmallDisk {
    fn mount(folder: &Path, kib: u32) -> Option<Self> {
        let point = folder.join("đĩa nhỏ");
        std::fs::create_dir(&point).unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={kib}k"), "tmpfs"])
            .arg(&point)
            .stderr(Stdio::null())
            .status();
        mounted.is_ok_and(|status| status.success()).then_some(Self(point))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}
