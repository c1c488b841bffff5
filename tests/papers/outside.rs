//! Programs of others look at the papers: `cargo xtask papers`. They are not on every machine, so `cargo test` leaves
//! them out.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use std::process::{Command, Output};

use api::call;
use serde_json::json;
use unicode_normalization::is_nfc;

use super::{COMMITTEE, Office, every_paper};

#[test]
#[ignore = "needs qpdf, mutool, poppler-utils and LibreOffice: `cargo xtask papers`"]
fn programs_of_others_find_no_fault_with_any_paper() {
    let mut office = Office::with_the_sample();
    let mut table =
        "| paper | pages | qpdf | mutool | pdfinfo | text | in LibreOffice |\n|---|---|---|---|---|---|---|\n"
            .to_owned();
    for (at, request) in every_paper().into_iter().enumerate() {
        let (saved, pdf) = office.print(request.clone(), "pdf");
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("giấy tờ.pdf");
        std::fs::write(&file, &pdf).unwrap();
        let pages = saved["pages"].as_u64().unwrap();
        qpdf(&file);
        mutool(&file, pages);
        pdfinfo(&file, pages);
        let words = text_of(&file);
        let document = request["paper"] != "chart" && request["paper"] != "timeline";
        let opened = if document {
            let (_, docx) = office.print(request.clone(), "docx");
            says_all(&docx, &words, &request.to_string());
            let opened = in_libreoffice(&docx, folder.path());
            // What is to be read at one glance stays on one page in Word, too.
            if matches!(request["paper"].as_str(), Some("summary" | "notice")) {
                assert!(opened.contains("1 pages"), "{request}: {opened}");
            }
            opened
        } else {
            "—".to_owned()
        };
        let _ = writeln!(
            table,
            "| {} {} | {pages} | no fault | no fault | tagged, titled | {} words, NFC | {opened} |",
            at + 1,
            request["paper"].as_str().unwrap(),
            words.values().sum::<usize>(),
        );
    }
    println!("{table}");
    if let Some(page) = std::env::var_os("KIENTOAN_PAPERS") {
        let said = "# Papers, looked at by programs of others\n\nThe last run of `cargo xtask papers`: every paper of the \
            sample register, by qpdf (`--check`), MuPDF (every page drawn), poppler (`pdfinfo`; the words of `pdftotext` \
            are those of the paper, composed) and LibreOffice (the Word file opened without repair, and its pages). \
            veraPDF comes from none of the registries that this project builds from, so that the standards PDF/A-2a and \
            PDF/UA-1 rest on typst's own checks, which refuse what breaks them.\n\n";
        std::fs::write(page, said.to_owned() + &table).unwrap();
    }
}

/// A disk of its own, of so many KB; it goes with the value.
struct Disk(std::path::PathBuf);

impl Disk {
    fn of(size: u32, folder: &Path) -> Self {
        std::fs::create_dir_all(folder).unwrap();
        run(Command::new("mount").args(["-t", "tmpfs", "-o", &format!("size={size}k"), "none"]).arg(folder));
        Self(folder.to_path_buf())
    }

    fn only_to_be_read(&self) {
        run(Command::new("mount").args(["-o", "remount,ro"]).arg(&self.0));
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
#[ignore = "mounts disks, which only root may: `cargo xtask papers`"]
fn a_full_disk_or_one_that_may_only_be_read_leaves_the_former_paper_whole() {
    let mut office = Office::with_the_sample();
    let folder = office.folder.path().join("đĩa nhỏ");
    let disk = Disk::of(48, &folder);
    let files = || std::fs::read_dir(&folder).unwrap().count();
    for (paper, ending) in [("chart", "pdf"), ("chart", "png"), ("chart", "svg"), ("list", "pdf"), ("sources", "pdf")] {
        let file = folder.join(format!("giấy.{ending}"));
        std::fs::write(&file, "former").unwrap();
        let request = json!({ "paper": paper, "committee": COMMITTEE, "on": "2016-04-21", "path": file });
        let refused = call(&mut office.session, "print", request).unwrap_err();
        assert_eq!(refused.code, "disk_full", "{paper} {ending}");
        assert_eq!((std::fs::read(&file).unwrap(), files()), (b"former".to_vec(), 1), "{paper} {ending}");
        std::fs::remove_file(&file).unwrap();
    }
    let file = folder.join("giấy.docx");
    std::fs::write(&file, "former").unwrap();
    disk.only_to_be_read();
    let request = json!({ "paper": "list", "committee": COMMITTEE, "on": "2016-04-21", "path": file });
    assert_eq!(call(&mut office.session, "print", request).unwrap_err().code, "file_not_allowed");
    assert_eq!((std::fs::read(&file).unwrap(), files()), (b"former".to_vec(), 1));
}

fn run(command: &mut Command) -> Output {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

fn qpdf(file: &Path) {
    let output = run(Command::new("qpdf").arg("--check").arg(file));
    assert!(String::from_utf8_lossy(&output.stdout).contains("No syntax or stream encoding errors found"));
}

fn mutool(file: &Path, pages: u64) {
    let output = run(Command::new("mutool").args(["draw", "-F", "stext", "-o", "-"]).arg(file));
    let said = String::from_utf8_lossy(&output.stderr);
    let faults: Vec<&str> = said
        .lines()
        .filter(|line| (line.contains("error") || line.contains("warning")) && !line.contains("ICC support"))
        .collect();
    assert_eq!(faults, Vec::<&str>::new(), "mutool on {}", file.display());
    let drawn = String::from_utf8_lossy(&output.stdout).matches("<page ").count();
    assert_eq!(drawn as u64, pages);
}

fn pdfinfo(file: &Path, pages: u64) {
    let output = run(Command::new("pdfinfo").arg(file));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let known = |name: &str| {
        let line = said.lines().find_map(|line| line.strip_prefix(&format!("{name}:")));
        line.unwrap_or_else(|| panic!("no {name} in {said}")).trim().to_owned()
    };
    assert_eq!((known("Tagged"), known("JavaScript"), known("Encrypted")), ("yes".into(), "no".into(), "no".into()));
    assert_eq!(known("Pages"), pages.to_string());
    assert!(!known("Title").is_empty() && !known("Author").is_empty());
}

/// The words of the pages, as often as they stand there.
fn text_of(file: &Path) -> BTreeMap<String, usize> {
    let output = run(Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(file).arg("-"));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(is_nfc(&text), "the text of {} is not composed", file.display());
    counted(&text)
}

fn counted(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for word in text.split(|c: char| c.is_whitespace() || c == '-').filter(|word| !word.is_empty()) {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

/// Every word of the document stands on the pages, as often as there.
fn says_all(docx: &[u8], pages: &BTreeMap<String, usize>, paper: &str) {
    let read = reading::text("paper.docx", docx).unwrap();
    let text = read.blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join(" ");
    for (word, times) in counted(&text) {
        if word.chars().any(char::is_alphabetic) {
            assert!(pages.get(&word).is_some_and(|found| *found >= times), "{paper}: {word:?}, {times} times");
        }
    }
}

/// Opened by LibreOffice and set by it: how many pages that makes.
fn in_libreoffice(docx: &[u8], folder: &Path) -> String {
    let file = folder.join("opened.docx");
    std::fs::write(&file, docx).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    // Times New Roman is not on every machine; Tinos, which ships, has its widths and the letters of Vietnamese.
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/fonts");
    let faces = folder.join("fonts.conf");
    let said = format!(
        "<fontconfig><dir>{}</dir><cachedir>{}</cachedir><match><test name=\"family\"><string>Times New Roman</string>\
         </test><edit name=\"family\" mode=\"assign\" binding=\"strong\"><string>Tinos</string></edit></match></fontconfig>",
        fonts.display(),
        folder.join("cache").display()
    );
    std::fs::write(&faces, said).unwrap();
    let mut soffice = Command::new("soffice");
    soffice.env("FONTCONFIG_FILE", faces);
    run(soffice.arg(profile).args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(folder).arg(&file));
    let info = run(Command::new("pdfinfo").arg(folder.join("opened.pdf")));
    let info = String::from_utf8_lossy(&info.stdout).into_owned();
    let pages = info.lines().find_map(|line| line.strip_prefix("Pages:")).expect("pages").trim().to_owned();
    let words = text_of(&folder.join("opened.pdf"));
    assert!(words.contains_key("Kiện") || words.len() > 20, "the document is empty in LibreOffice");
    format!("opened, {pages} pages")
}
