//! The main job by the command line: once by the Linux program, and in wine by the one for Windows. Both must
//! answer alike and print the same paper.

use super::alike::Settled;
use super::tried::Tried;
use super::{Wine, paper};
use crate::call::Call;
use crate::failure::{Failure, Outcome};
use crate::house::House;
use crate::windows::{self, COMMAND, stage};
use serde_json::Value;
use std::path::PathBuf;

/// A folder as offices name them.
const FOLDER: &str = "Hồ sơ Phòng Nội vụ (2016)";
/// Four of these one in another are more than the 260 characters that Windows once allowed.
const DEEP: &str = "Hồ sơ kiện toàn Ban Chỉ đạo ứng dụng công nghệ thông tin của thành phố Hà Nội";
/// The passphrase of the sample, for the commands that write.
const PASSPHRASE: (&str, &str) = ("KIENTOAN_PASSPHRASE", "so mau ha noi 2016");

const REGISTER: &str = "sổ thử.kientoan";
const DECISION: &str = "Quyết định 1943.docx";
const PDF: &str = "danh sách thành viên.pdf";

/// The steps of the job: what it is, the words of the command line, and what its answer must say.
type Step = (&'static str, &'static [&'static str], fn(&Value) -> Option<String>);
const PRINT: usize = 7;
const STEPS: [Step; 9] = [
    ("Make the sample as of 20-4-2016", &["sample", REGISTER, "--until", "2016-04-20"], |json| {
        Some(format!("{} entries", json["entries"].as_u64()?))
    }),
    ("Read the Word file", &["read", DECISION], |json| {
        let members = json["decisions"][0]["members"].as_array()?.len();
        (members > 0).then(|| format!("one decision, {members} members"))
    }),
    ("Try the import", &["import", REGISTER, DECISION, "--dry-run"], |json| {
        let heads = json["drafts"][0]["committees"][0]["after"]["heads"].as_u64()?;
        (heads == 59).then(|| format!("{heads} heads afterwards"))
    }),
    ("Import it", &["import", REGISTER, DECISION], |json| {
        let decisions = json["decisions"].as_array()?.len();
        (decisions == 1).then(|| "recorded".to_owned())
    }),
    ("List the committees", &["list", REGISTER, "--on", "2016-04-21"], |json| {
        let heads = json["committees"][0]["heads"].as_u64()?;
        (heads == 59).then(|| format!("{heads} heads"))
    }),
    ("Show the committee", &["show", REGISTER, "ứng dụng", "--on", "2016-04-21"], |json| {
        let heads = json["heads"].as_u64()?;
        (heads == 59).then(|| format!("{heads} heads"))
    }),
    ("Show the time", &["timeline", REGISTER], |json| {
        (json["relations"][0]["relation"] == "replaces").then(|| "one decision replaces the other".to_owned())
    }),
    ("Print the list", &["print", REGISTER, "ứng dụng", "--on", "2016-04-21", "-o", PDF], |json| {
        Some(format!("{} pages", json["pages"].as_u64()?))
    }),
    ("Verify", &["verify", REGISTER], |json| (json["ok"] == true).then(|| "whole".to_owned())),
];

/// A place in which the job is done: its folder, how the program there calls that, and how the program is called.
struct Place<'a> {
    folder: PathBuf,
    shown: String,
    stroke: char,
    call: &'a dyn Fn() -> Call,
}

/// Does it in all three places, and compares.
pub fn run(house: &House, wine: &Wine, tried: &Tried) -> Outcome<String> {
    let on_linux = windows::folder(house).join("linux").join(FOLDER);
    let cli = house.target.join("debug").join("kientoan-cli");
    let native = || Call::program("timeout").word("300").word(&cli);
    let linux = Place { shown: on_linux.to_string_lossy().into(), folder: on_linux, stroke: '/', call: &native };
    let program = stage(house).join(COMMAND);
    let drive = wine.drive();
    let in_wine = || wine.program(&program).dir(&drive);
    let at = |folder: PathBuf| Place { shown: wine.name(&folder), folder, stroke: '\\', call: &in_wine };

    let expected = job(house, &linux)?;
    let short = at(drive.join(FOLDER));
    compare(&expected, &job(house, &short)?)?;
    for ((what, words, says), answer) in STEPS.iter().zip(&expected) {
        let result = says(answer).unwrap_or_default();
        tried.held(*what, format!("{result}; JSON as on Linux"), format!("{COMMAND} {}", quoted(words)));
    }
    let geometry = same_paper(&linux, &short)?;
    tried.held("The printed paper against the one printed on Linux", geometry, "pdftotext -bbox, pdfinfo".to_owned());

    let deep = at((0..4).fold(drive.join(FOLDER), |folder, _| folder.join(DEEP)));
    compare(&expected, &job(house, &deep)?)?;
    same_paper(&linux, &deep)?;
    let length = format!(r"{}\{REGISTER}", deep.shown).encode_utf16().count();
    if length <= 260 {
        return Err(Failure::new(format!("The long path has {length} characters only."), "Make it longer."));
    }
    tried.held(
        format!("All of it once more under a path of {length} characters"),
        "the same answers, the same paper",
        format!(r"{COMMAND} sample C:\{FOLDER}\{DEEP}\…"),
    );
    Ok("answers and papers as on Linux".to_owned())
}

/// Prints in both places once more, one right after the other, and compares: a paper says to the minute what the
/// register knew, and a minute may have gone by. Two that differ three times do so for another reason.
fn same_paper(one: &Place<'_>, other: &Place<'_>) -> Outcome<String> {
    let compare = || {
        for place in [one, other] {
            place.answer(&STEPS[PRINT])?;
        }
        paper::alike(&one.folder.join(PDF), &other.folder.join(PDF))
    };
    compare().or_else(|_| compare()).or_else(|_| compare())
}

/// The answers of all steps, with what is random settled.
fn job(house: &House, place: &Place<'_>) -> Outcome<Vec<Value>> {
    windows::empty(&place.folder)?;
    windows::copy(&house.root.join("src-tauri/sample/1943-QD-UBND.docx"), &place.folder.join(DECISION))?;
    let mut settled = Settled::of(&place.shown, place.stroke);
    let mut answers = Vec::new();
    for step in &STEPS {
        answers.push(settled.settle(&place.answer(step)?));
    }
    Ok(answers)
}

impl Place<'_> {
    /// The answer to one step, as it is.
    fn answer(&self, (what, words, says): &Step) -> Outcome<Value> {
        let call = (self.call)().env(PASSPHRASE.0, PASSPHRASE.1);
        let text = words.iter().fold(call, |call, word| call.word(self.file(word))).word("--json").answer()?;
        serde_json::from_str::<Value>(&text).ok().filter(|answer| says(answer).is_some()).ok_or_else(|| {
            Failure::new(
                format!("{what} ({} in {}) answered otherwise: {text}", quoted(words), self.shown),
                "Run the same command by hand; `cargo test -p kientoan-cli` holds what it should answer.",
            )
        })
    }

    /// A word of the command line; files are named from the root of the disk.
    fn file(&self, word: &str) -> String {
        if [REGISTER, DECISION, PDF].contains(&word) {
            return format!("{}{}{word}", self.shown, self.stroke);
        }
        word.to_owned()
    }
}

fn compare(expected: &[Value], found: &[Value]) -> Outcome {
    for ((what, words, _), (expected, found)) in STEPS.iter().zip(expected.iter().zip(found)) {
        if let Some(place) = super::alike::difference(expected, found) {
            return Err(Failure::new(
                format!("{what} ({}) answers otherwise than on Linux: {place}", quoted(words)),
                "What may differ is settled in src-tauri/xtask/src/wine/alike.rs; everything else must be alike.",
            ));
        }
    }
    Ok(())
}

fn quoted(words: &[&str]) -> String {
    let quote = |word: &&str| if word.contains(' ') { format!("\"{word}\"") } else { (*word).to_owned() };
    words.iter().map(quote).collect::<Vec<_>>().join(" ")
}
