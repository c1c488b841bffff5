//! The desk: the register that lies open.

use std::path::{Path, PathBuf};

use jiff::ToSpan;
use jiff::tz::Offset;
use register::composition::Committee;
use register::date::end_of_day;
use register::decision::enact;
use register::draft::Draft;
use register::record::{Content, Entry};
use register::{Day, Fold, Id, Instant, Record};
use store::Journal;

use crate::failure::Failure;
use crate::pack;

/// A register open, with its record folded once. Every command works on a desk.
pub struct Desk {
    pub(crate) path: PathBuf,
    pub(crate) journal: Journal,
    pub(crate) entries: Vec<Entry>,
    pub(crate) record: Record,
    pub(crate) fold: Fold,
    #[cfg(feature = "press")]
    press: Option<report::press::Press>,
}

/// The office that keeps the sample.
const SAMPLE_OFFICE: &str = "Ủy ban nhân dân thành phố Hà Nội";

impl Desk {
    /// Opens a register.
    ///
    /// # Errors
    /// `file_not_found`, `not_a_register`, `newer_register`, `damaged`.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        // Said apart, since SQLite calls a missing file and a file that it may not read the same.
        std::fs::metadata(path).map_err(|error| Failure::disk(path, &error))?;
        Self::over(path, Journal::open(path)?)
    }

    /// Creates an empty register.
    ///
    /// # Errors
    /// `file_exists`, or a file that cannot be written.
    pub fn create(path: &Path, office: &str) -> Result<Self, Failure> {
        Self::found(path, office, false)
    }

    /// Creates the sample: Hà Nội from 2014, with the directory and the decisions issued up to a day. It is
    /// made beside and then put in place, so that a first start that is cut off leaves no half sample.
    ///
    /// # Errors
    /// `file_exists`, or a file that cannot be written.
    pub fn sample(path: &Path, until: Option<Day>) -> Result<Self, Failure> {
        if path.exists() {
            return Err(store::Error::Exists { path: path.display().to_string() }.into());
        }
        let beside = path.with_added_extension("dang-lap");
        if beside.exists() {
            // Left by a start that was cut off.
            std::fs::remove_file(&beside).map_err(|error| Failure::disk(&beside, &error))?;
        }
        drop(Self::fill_sample(&beside, until)?);
        std::fs::rename(&beside, path).map_err(|error| Failure::disk(path, &error))?;
        Self::open(path)
    }

    fn fill_sample(path: &Path, until: Option<Day>) -> Result<Self, Failure> {
        let mut desk = Self::found(path, SAMPLE_OFFICE, true)?;
        let pack = pack::read(include_str!("../../../sample/hanoi.toml"))?;
        desk.append(vec![Content::Directory { title: pack.title, events: pack.events }], &[])?;
        let founding: Draft = serde_json::from_str(include_str!("../../../sample/6193-QD-UBND.json"))
            .map_err(|error| Failure::refused("bad_draft", [("why", error.to_string())]))?;
        let paper = (SAMPLE_PAPER.0, SAMPLE_PAPER.1);
        let reading = reading::read(paper.0, paper.1)?;
        let wanted = |draft: &Draft| until.is_none_or(|until| draft.date.is_some_and(|date| date <= until));
        if wanted(&founding) {
            desk.record(&founding, None)?;
        }
        for draft in reading.decisions.iter().filter(|draft| wanted(draft)) {
            desk.record(draft, Some(paper))?;
        }
        Ok(desk)
    }

    fn found(path: &Path, office: &str, sample: bool) -> Result<Self, Failure> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::metadata(folder).map_err(|error| Failure::disk(folder, &error))?;
        }
        let mut desk = Self::over(path, Journal::create(path)?)?;
        desk.append(vec![Content::Register { office: office.to_owned(), sample }], &[])?;
        Ok(desk)
    }

    fn over(path: &Path, journal: Journal) -> Result<Self, Failure> {
        let entries = journal.entries()?;
        let record = Record::known_at(&entries, Instant::MAX);
        let fold = Fold::of(&record);
        let path = path.to_path_buf();
        #[cfg(feature = "press")]
        return Ok(Self { path, journal, entries, record, fold, press: None });
        #[cfg(not(feature = "press"))]
        return Ok(Self { path, journal, entries, record, fold });
    }

    /// Records a draft as a decision, with the file that it came from, in one transaction.
    ///
    /// # Errors
    /// What the draft lacks, `duplicate`, or a disk that cannot be written: then nothing is.
    pub(crate) fn record(&mut self, draft: &Draft, file: Option<(&str, &[u8])>) -> Result<(String, Id), Failure> {
        let mut decision = enact(draft, fresh)?;
        let id = decision.id.clone();
        let bytes: Vec<&[u8]> = file.iter().map(|(_, bytes)| *bytes).collect();
        decision.attachments = file
            .iter()
            .map(|(name, bytes)| register::decision::Attachment {
                sha256: store::content_id(bytes),
                name: (*name).to_owned(),
                bytes: bytes.len() as u64,
            })
            .collect();
        let entries = self.append(vec![Content::Decision { decision: Box::new(decision) }], &bytes)?;
        Ok((entries.into_iter().next().unwrap_or_default(), id))
    }

    fn append(&mut self, contents: Vec<Content>, files: &[&[u8]]) -> Result<Vec<String>, Failure> {
        let files: Vec<store::File<'_>> = files.iter().map(|bytes| store::File { bytes }).collect();
        let ids = self.journal.append(&contents, &files, Instant::now())?;
        self.entries = self.journal.entries()?;
        self.record = Record::known_at(&self.entries, Instant::MAX);
        self.fold = Fold::of(&self.record);
        Ok(ids)
    }

    /// The fold of the record as known at an instant; the one at hand where that is now.
    pub(crate) fn known(&self, known_on: Option<&str>) -> Result<(std::borrow::Cow<'_, Fold>, Instant), Failure> {
        match known_on {
            None => Ok((std::borrow::Cow::Borrowed(&self.fold), Instant::now())),
            Some(text) => {
                let known = instant(text)?;
                let record = Record::known_at(&self.entries, known);
                Ok((std::borrow::Cow::Owned(Fold::of(&record)), known))
            }
        }
    }

    /// The press, its fonts loaded at the first use.
    #[cfg(feature = "press")]
    pub(crate) fn press(&mut self) -> Result<&report::press::Press, Failure> {
        if self.press.is_none() {
            self.press = Some(report::press::Press::new().map_err(|error| crate::commands::papers::failed(&error))?);
        }
        self.press.as_ref().ok_or_else(|| Failure::refused("no_press", []))
    }
}

/// The one committee that a text means.
///
/// # Errors
/// `not_found`, or `ambiguous` with the candidates.
pub(crate) fn committee<'a>(fold: &'a Fold, wanted: &str) -> Result<&'a Committee, Failure> {
    let found = fold.find_committees(wanted);
    match found[..] {
        [only] => Ok(only),
        [] => Err(Failure::refused("not_found", [("what", "committee".to_owned()), ("name", wanted.to_owned())])),
        _ => {
            let mut ambiguous =
                Failure::refused("ambiguous", [("what", "committee".to_owned()), ("name", wanted.to_owned())]);
            ambiguous.candidates =
                found.iter().filter_map(|committee| committee.names.last()).map(|(_, name)| name.clone()).collect();
            Err(ambiguous)
        }
    }
}

/// "Known on": a day means its end in +07:00, else an instant in UTC.
fn instant(text: &str) -> Result<Instant, Failure> {
    if let Ok(day) = register::date::day(text) {
        return Ok(end_of_day(day));
    }
    text.parse().map_err(|_| Failure::refused("bad_date", [("date", text.to_owned())]))
}

/// Today in Việt Nam.
#[must_use]
pub fn today() -> Day {
    Offset::from_seconds(7 * 3600).map_or_else(|_| Day::default(), |offset| offset.to_datetime(Instant::now()).date())
}

/// The day before.
pub(crate) fn eve(day: Day) -> Day {
    day.saturating_sub(1.day())
}

fn fresh() -> Id {
    uuid::Uuid::now_v7().into()
}

/// Our reconstruction of the decision that the register was founded on.
const SAMPLE_PAPER: (&str, &[u8]) = ("1943-QD-UBND.docx", include_bytes!("../../../sample/1943-QD-UBND.docx"));
