//! The programs that an office would print such a list with, each given the same words in its own form.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use report::Paper;
use report::paper::Row;
use report::press::{Press, Templates};

use super::process::{Used, run};

/// A program to be compared with.
pub struct Peer {
    /// What it is called.
    pub name: &'static str,
    /// What was aimed at.
    pub aim: &'static str,
    programs: &'static [&'static str],
    how: fn(&Path, &Paper, &Path) -> Result<Command, Box<dyn Error>>,
}

/// All of them.
pub fn all() -> [Peer; 4] {
    [
        Peer { name: "LibreOffice from the DOCX", aim: "≥ 11 × less", programs: &["soffice"], how: libreoffice },
        Peer { name: "WeasyPrint", aim: "≥ 18 × less", programs: &["weasyprint"], how: weasyprint },
        Peer { name: "Chromium", aim: "≥ 4 × less", programs: &["chromium", "google-chrome"], how: chromium },
        Peer { name: "the typst compiler alone", aim: "within 1.15 ×", programs: &["typst", "python3"], how: typst },
    ]
}

impl Peer {
    /// Prints the paper; nothing where the program is not installed.
    pub fn print(&self, paper: &Paper, folder: &Path) -> Result<Option<Used>, Box<dyn Error>> {
        let paths = std::env::var_os("PATH").unwrap_or_default();
        let found = |program: &&str| std::env::split_paths(&paths).map(|path| path.join(program)).find(|p| p.is_file());
        let Some(program) = self.programs.iter().find_map(found) else { return Ok(None) };
        let own = folder.join("peer");
        std::fs::remove_dir_all(&own).ok();
        std::fs::create_dir(&own)?;
        if program.ends_with("python3") && !has_typst(&program) {
            return Ok(None);
        }
        let mut command = (self.how)(&program, paper, &own)?;
        let used = run(&mut command, &[])?;
        let made = std::fs::read_dir(&own)?.filter_map(Result::ok);
        let pdf = made.map(|entry| entry.path()).any(|path| path.extension().is_some_and(|ending| ending == "pdf"));
        if pdf { Ok(Some(used)) } else { Err("it made no PDF".into()) }
    }
}

fn libreoffice(program: &Path, paper: &Paper, folder: &Path) -> Result<Command, Box<dyn Error>> {
    let document = folder.join("list.docx");
    std::fs::write(&document, report::document(paper)?)?;
    let mut command = Command::new(program);
    command
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        .args(["--headless", "--convert-to"])
        .arg(r#"pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}"#)
        .arg("--outdir")
        .args([folder, &document]);
    Ok(command)
}

fn weasyprint(program: &Path, paper: &Paper, folder: &Path) -> Result<Command, Box<dyn Error>> {
    let mut command = Command::new(program);
    command.args(["--pdf-variant", "pdf/ua-1"]).arg(page(paper, folder)?).arg(folder.join("list.pdf"));
    Ok(command)
}

fn chromium(program: &Path, paper: &Paper, folder: &Path) -> Result<Command, Box<dyn Error>> {
    let mut command = Command::new(program);
    command
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"])
        .args(["--disable-component-update", "--disable-sync", "--generate-pdf-document-outline"])
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .arg(format!("--print-to-pdf={}", folder.join("list.pdf").display()))
        .arg(format!("file://{}", page(paper, folder)?.display()));
    Ok(command)
}

fn typst(program: &Path, paper: &Paper, folder: &Path) -> Result<Command, Box<dyn Error>> {
    for (name, text) in report::press::TEMPLATES {
        std::fs::write(folder.join(name), text)?;
    }
    // The very content that our own press is given, the heights of its rows included.
    let job = serde_json::to_value(Press::new()?.job(paper, Templates::default())?)?;
    let open = job["content"].as_str().ok_or("a job without content")?;
    let content = format!(r#"{open},"fit":{{"air":0.4,"size":13.0}}}}"#);
    std::fs::write(folder.join("paper.json"), content)?;
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src-tauri/fonts");
    let mut command = Command::new(program);
    let (main, out) = (folder.join("list.typ"), folder.join("list.pdf"));
    if program.ends_with("python3") {
        command.args(["-c", COMPILE]).args([main, out, fonts]);
    } else {
        command.args(["compile", "--ignore-system-fonts", "--pdf-standard", "a-2a,ua-1", "--font-path"]).arg(fonts);
        command.args([main, out]);
    }
    Ok(command)
}

/// The compiler as its package for Python has it: the interpreter's start is a few hundredths of a second.
const COMPILE: &str = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], \
    ignore_system_fonts=True, pdf_standards=['a-2a', 'ua-1'])";

fn has_typst(python: &Path) -> bool {
    Command::new(python).args(["-c", "import typst"]).output().is_ok_and(|output| output.status.success())
}

/// The list as a web page of the same measures.
fn page(paper: &Paper, folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let mut html = String::from(
        "<!doctype html><html lang=vi><meta charset=utf-8><style>@page{size:A4;margin:20mm 15mm 25mm 30mm}\
         body{font:13pt Tinos,'Liberation Serif',serif}table{border-collapse:collapse;width:100%}\
         td,th{border:.5pt solid;padding:.9mm 1.4mm}tr{break-inside:avoid}</style>",
    );
    write!(html, "<title>{}</title><h1>{}</h1>", paper.name, paper.title)?;
    for table in paper.tables() {
        html.push_str("<table><thead><tr>");
        for column in &table.columns {
            write!(html, "<th>{}", column.title)?;
        }
        html.push_str("</thead>");
        for group in &table.groups {
            write!(html, "<tr><td colspan=4><b>{}</b>", group.title.as_deref().unwrap_or_default())?;
            for row in &group.rows {
                if let Row::Cells { cells } = row {
                    html.push_str("<tr>");
                    cells.iter().try_for_each(|cell| write!(html, "<td>{}", cell.text))?;
                }
            }
        }
        html.push_str("</table>");
    }
    let file = folder.join("list.html");
    std::fs::write(&file, html)?;
    Ok(file)
}
