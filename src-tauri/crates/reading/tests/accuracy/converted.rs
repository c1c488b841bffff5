//! The Word papers of all sets, saved by a word processor as something else and scored against the same answers: what is
//! read from a paper must not hang on the program that it left last.

use std::fmt::Write as _;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::score::Scored;
use crate::tally::{Tally, measures};
use crate::{SETS, folder, scored};

/// How LibreOffice is asked for each form, and how its files end.
const FORMS: [(&str, &str); 3] = [("pdf", "pdf"), ("html:HTML", "html"), ("txt:Text (encoded):UTF8", "txt")];

/// So many papers are handed over at once: it gives up on hundreds.
const AT_ONCE: usize = 40;

/// Converts and scores them; the table goes to the screen, and to the file of `KIENTOAN_CONVERTED`.
#[test]
#[ignore = "needs LibreOffice and some minutes: `cargo xtask score --converted`"]
fn word_papers_saved_as_something_else_are_read_alike() {
    let work = Path::new(env!("CARGO_TARGET_TMPDIR")).join("converted");
    if work.exists() {
        fs::remove_dir_all(&work).unwrap();
    }
    let papers = papers();
    let word = work.join("word");
    fs::create_dir_all(&word).unwrap();
    for paper in &papers {
        fs::copy(&paper.file, word.join(format!("{}.docx", paper.alone()))).unwrap();
    }
    let mut table = "| Saved as | Papers | Seats F1 | Right person or post | Citations | Number, date or act not right | \
                     Relations missed | Invented | Papers that seat nobody, read so |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|\n"
        .to_owned();
    row(
        &mut table,
        "Word, as they are",
        &papers.iter().map(|paper| scored(&paper.set, &paper.file)).collect::<Vec<_>>(),
    );
    for (asked, ending) in FORMS {
        let out = work.join(ending);
        convert(&papers, asked, &out, &work);
        let found = papers.iter().filter_map(|paper| {
            let file = out.join(format!("{}.{ending}", paper.alone()));
            // Its answer goes by the name that it has in its set.
            let own = out.join(format!("{}.{ending}", paper.stem()));
            fs::rename(file, &own).ok().map(|()| scored(&paper.set, &own))
        });
        row(&mut table, &format!(".{ending}"), &found.collect::<Vec<_>>());
    }
    println!("{table}");
    if let Some(path) = std::env::var_os("KIENTOAN_CONVERTED") {
        fs::write(path, table).unwrap();
    }
}

struct Paper {
    set: PathBuf,
    file: PathBuf,
}

impl Paper {
    fn stem(&self) -> String {
        self.file.file_stem().unwrap().to_string_lossy().into_owned()
    }

    /// A name that no paper of another set has.
    fn alone(&self) -> String {
        format!("{} {}", self.set.file_name().unwrap().to_string_lossy(), self.stem())
    }
}

/// The Word papers but those with changes that nobody has accepted, which LibreOffice prints along with the text, and
/// those in old fonts, which it has not.
fn papers() -> Vec<Paper> {
    let mut papers = Vec::new();
    for set in SETS.map(|set| folder().join(set)) {
        let mut files: Vec<PathBuf> =
            fs::read_dir(set.join("files")).unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        let word = files.into_iter().filter(|file| file.extension().is_some_and(|ending| ending == "docx"));
        papers.extend(word.filter(|file| is_plain(file)).map(|file| Paper { set: set.clone(), file }));
    }
    papers
}

fn is_plain(file: &Path) -> bool {
    let Ok(mut archive) = zip::ZipArchive::new(fs::File::open(file).unwrap()) else { return false };
    let mut text = String::new();
    let Ok(mut part) = archive.by_name("word/document.xml") else { return false };
    part.read_to_string(&mut text).is_ok() && !["<w:ins ", "<w:del ", ".Vn"].iter().any(|sign| text.contains(sign))
}

fn convert(papers: &[Paper], form: &str, out: &Path, work: &Path) {
    for some in papers.chunks(AT_ONCE) {
        let profile = format!("-env:UserInstallation=file://{}", work.join("profile").display());
        let ended = Command::new("soffice")
            .args(["--headless", &profile, "--convert-to", form, "--outdir"])
            .arg(out)
            .args(some.iter().map(|paper| work.join("word").join(format!("{}.docx", paper.alone()))))
            .output();
        assert!(ended.is_ok(), "LibreOffice is not there (Debian: apt-get install libreoffice-writer)");
    }
}

fn row(table: &mut String, name: &str, papers: &[Scored]) {
    assert!(!papers.is_empty(), "nothing was saved as {name}");
    let tally = Tally::of(papers);
    let seats = tally.seats;
    let [_, _, right] = measures(seats.right, seats.read, seats.gold);
    let [_, _, found] = measures(seats.found, seats.read, seats.gold);
    let wrong: usize = ["number", "date", "act"].iter().map(|field| tally.errors(field)).sum();
    let _ = writeln!(
        table,
        "| {name} | {} | {right:.3} | {found:.3} | {} of {} | {wrong} | {} | {} | {} of {} |",
        tally.papers,
        seats.cited,
        seats.citable,
        tally.relations_missed(),
        tally.invented(),
        tally.held,
        tally.negatives
    );
}
