//! Long papers, which a process of their own sets: what they leave in the folder, made, and stopped on the way.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use api::{Failure, Session, call_beside};
use serde_json::{Value, json};

const PRESS: &str = env!("CARGO_BIN_EXE_kientoan-cli");
const DAY: &str = "2018-06-01";

/// Somebody's folder, and a register with a committee of so many that its papers are long.
struct Office {
    folder: tempfile::TempDir,
    session: Mutex<Session>,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut session = Session::new(&folder.path().join("Sổ mẫu.kientoan")).with_press(Path::new(PRESS));
        session.open_sample().unwrap();
        std::fs::create_dir(folder.path().join("giấy tờ")).unwrap();
        let office = Self { folder, session: Mutex::new(session) };
        let members: Vec<Value> = (0..700)
            .map(|n| {
                let role = if n == 0 { "Trưởng ban" } else { "Ủy viên" };
                json!({ "name": format!("Lò Thị Số {n}"), "role": role, "position": "Trưởng bản", "article": "Điều 1" })
            })
            .collect();
        let decision = json!({ "number": "77/QĐ-UBND", "date": "2018-03-01", "issuer": "UBND tỉnh Sa Thạch",
            "act": "establish", "committees": ["Ban Chỉ đạo Phòng chống hạn"], "members": members });
        office.call("unlock", json!({ "passphrase": api::sample::PASSPHRASE })).unwrap();
        office.call("record_written", json!({ "json": { "decisions": [decision] } })).unwrap();
        office
    }

    fn call(&self, name: &str, request: Value) -> Result<Value, Failure> {
        call_beside(&self.session, name, request)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("giấy tờ").join(name)
    }

    fn print(&self, paper: &str, name: &str) -> Result<Value, Failure> {
        let path = self.path(name);
        self.call("print", json!({ "paper": paper, "committee": "phong chong han", "on": DAY, "path": path }))
    }

    /// What lies in the folder, in order.
    fn files(&self) -> Vec<String> {
        let all = std::fs::read_dir(self.folder.path().join("giấy tờ")).unwrap();
        let mut names: Vec<String> = all.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Prints, and stops it as soon as the process tells this step.
    fn stopped(&self, paper: &str, name: &str, step: &str) -> Failure {
        std::thread::scope(|scope| {
            let printing = scope.spawn(|| self.print(paper, name));
            let begun = Instant::now();
            loop {
                let now = self.call("printing", json!({})).unwrap();
                if now["step"] == step {
                    break;
                }
                assert!(begun.elapsed() < Duration::from_secs(120) && !printing.is_finished(), "never {step}: {now}");
                std::thread::sleep(Duration::from_millis(5));
            }
            self.call("stop_printing", json!({})).unwrap();
            printing.join().unwrap().unwrap_err()
        })
    }
}

#[test]
fn a_long_paper_is_made_whole_or_leaves_the_former_one() {
    let office = Office::new();
    let file = office.path("danh sách.pdf");
    std::fs::write(&file, "former").unwrap();
    assert_eq!(office.stopped("list", "danh sách.pdf", "setting").code, "printing_stopped");
    assert_eq!((std::fs::read(&file).unwrap(), office.files()), (b"former".to_vec(), vec!["danh sách.pdf".to_owned()]));
    let saved = office.print("list", "danh sách.pdf").unwrap();
    assert_eq!((&saved["rows"], saved["pages"].as_u64() > Some(10)), (&json!(700), true), "{saved}");
    assert!(std::fs::read(&file).unwrap().starts_with(b"%PDF-"));
    assert_eq!(office.files(), ["danh sách.pdf"]);
    assert_eq!(office.call("printing", json!({})).unwrap()["step"], Value::Null);
}

#[test]
fn the_pages_of_a_long_drawing_come_all_together_or_not_at_all() {
    let office = Office::new();
    // Pictures take long: it is stopped in the middle of writing them.
    assert_eq!(office.stopped("chart", "sơ đồ.png", "writing").code, "printing_stopped");
    assert_eq!(office.files(), Vec::<String>::new());
    let saved = office.print("chart", "sơ đồ.svg").unwrap();
    let pages = saved["pages"].as_u64().unwrap();
    let mut named: Vec<String> = (1..=pages).map(|page| format!("sơ đồ-{page}.svg")).collect();
    named.sort();
    assert!(pages > 1, "{saved}");
    assert_eq!(office.files(), named);
    assert!(std::fs::read_to_string(office.path("sơ đồ-1.svg")).unwrap().starts_with("<svg"));
}
