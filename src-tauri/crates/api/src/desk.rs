//! The desk: the register that lies open.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::ToSpan;
use jiff::tz::Offset;
use register::composition::{Body, Committee};
use register::date::end_of_day;
use register::decision::{Attachment, Decision, enact};
use register::draft::Draft;
use register::matching::Mentioned;
use register::record::{self, Admission, Content, Opening, Pack, Said};
use register::rows::RowChanges;
use register::{Day, Fold, Id, Instant, Record};
use store::{Batch, Cost, FirstBad, Hash, Sealed, Signer, Store};

use crate::failure::Failure;
use crate::tray::Tray;

/// A register open, with its record folded once. Every command works on a desk.
pub struct Desk {
    pub(crate) path: PathBuf,
    pub(crate) store: Store,
    pub(crate) entries: Vec<record::Entry>,
    pub(crate) record: Record,
    pub(crate) fold: Fold,
    /// What the quick check found wrong when the register was opened.
    pub(crate) damage: Option<FirstBad>,
    /// The administrator's key, while it is open.
    signer: Option<Signer>,
    /// Everybody whom the register names; worked out when a draft is first held against it.
    people: Option<Arc<Mentioned>>,
    /// Where its papers wait for their review; scripts have none.
    tray: Option<Tray>,
    #[cfg(feature = "press")]
    press: Option<Arc<report::press::Press>>,
}

/// What a new register is founded with.
pub struct Founding<'a> {
    /// The office that keeps it.
    pub office: &'a str,
    /// Who answers for the record.
    pub administrator: &'a str,
    /// The words that guard the administrator's key.
    pub passphrase: &'a str,
    /// Whether it is the sample that comes with the program.
    pub sample: bool,
}

/// A file that belongs to a decision.
#[derive(Clone, Copy)]
pub(crate) struct File<'a> {
    pub name: &'a str,
    pub bytes: &'a [u8],
}

impl File<'_> {
    /// How an entry names it.
    pub fn attachment(&self) -> Attachment {
        let sha256 = Hash::of(self.bytes).to_string();
        Attachment { sha256, name: self.name.to_owned(), bytes: self.bytes.len() as u64 }
    }
}

impl Desk {
    /// Opens a register for reading, and looks at its newest entries.
    ///
    /// # Errors
    /// `file_not_found`, `not_a_register`, `newer_register`, `unsigned_register`, `damaged`.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        // Said apart, since SQLite calls a missing file and a file that it may not read the same.
        std::fs::metadata(path).map_err(|error| Failure::disk(path, &error))?;
        Self::over(path, Store::open(path)?, None)
    }

    /// Creates a register, its administrator's key open. Answers the recovery code too, which is shown once.
    ///
    /// # Errors
    /// `file_exists`, `empty_passphrase`, `empty_name`, or a file that cannot be written.
    pub fn create(path: &Path, founding: &Founding<'_>) -> Result<(Self, String), Failure> {
        let [office, administrator] = [founding.office, founding.administrator].map(register::text::tidy);
        if office.is_empty() || administrator.is_empty() {
            return Err(Failure::refused("empty_name", []));
        }
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::metadata(folder).map_err(|error| Failure::disk(folder, &error))?;
        }
        let signer = Signer::generate()?;
        let (seals, code) = seals(&signer, founding.passphrase)?;
        let content = Content::Opening(Opening { office, administrator, sample: founding.sample });
        let opening = Said { id: fresh(), content };
        let store = Store::create(path, &opening, &signer, &seals, Instant::now())?;
        Ok((Self::over(path, store, Some(signer))?, code))
    }

    fn over(path: &Path, store: Store, signer: Option<Signer>) -> Result<Self, Failure> {
        let damage = store.glance()?;
        let entries = store.entries()?;
        let record = Record::known_at(&entries, Instant::MAX);
        let fold = Fold::of(&record);
        let path = path.to_path_buf();
        #[cfg(feature = "press")]
        return Ok(Self { path, store, entries, record, fold, damage, signer, people: None, tray: None, press: None });
        #[cfg(not(feature = "press"))]
        return Ok(Self { path, store, entries, record, fold, damage, signer, people: None, tray: None });
    }

    /// Gives the register a tray, in the folder of all trays.
    pub(crate) fn set_tray(&mut self, trays: &Path) {
        self.tray = self.entries.first().map(|opening| Tray::of(trays, &opening.content_id));
    }

    /// The tray of the register.
    ///
    /// # Errors
    /// `no_tray`.
    pub(crate) fn tray(&self) -> Result<&Tray, Failure> {
        self.tray.as_ref().ok_or_else(|| Failure::refused("no_tray", []))
    }

    /// Everybody whom the register names.
    pub(crate) fn people(&mut self) -> Arc<Mentioned> {
        Arc::clone(self.people.get_or_insert_with(|| Arc::new(Mentioned::of(&self.fold))))
    }

    /// Opens an administrator's key, and takes the pen: from now on this session may record.
    ///
    /// # Errors
    /// `wrong_passphrase`, `register_in_use`, `on_network`, or a file that cannot be written.
    pub fn unlock(&mut self, opening: store::Opening, words: &str) -> Result<(), Failure> {
        let signer = self.store.unlock(opening, words)?;
        self.store.take_pen()?;
        self.signer = Some(signer);
        // Somebody else may have recorded something since the register was opened.
        self.read_on()
    }

    /// Puts key and pen away.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn lock(&mut self) -> Result<(), Failure> {
        self.signer = None;
        Ok(self.store.put_pen_down()?)
    }

    /// The administrator's key that is open.
    ///
    /// # Errors
    /// `administrator_needed`.
    pub(crate) fn signer(&self) -> Result<&Signer, Failure> {
        self.signer.as_ref().ok_or_else(|| Failure::refused("administrator_needed", []))
    }

    /// Takes in what was recorded since.
    fn read_on(&mut self) -> Result<(), Failure> {
        if self.store.len()? != self.entries.last().map_or(0, |last| last.seq) {
            self.entries = self.store.entries()?;
            self.fold_anew();
        }
        Ok(())
    }

    fn fold_anew(&mut self) {
        self.people = None;
        self.record = Record::known_at(&self.entries, Instant::MAX);
        self.fold = Fold::of(&self.record);
    }

    /// The decision that a draft makes, with lasting ids and the hashes of the files that it came from.
    ///
    /// # Errors
    /// What the draft lacks.
    pub(crate) fn enact(&self, draft: &Draft, files: &[File<'_>]) -> Result<Decision, Failure> {
        let mut decision = enact(draft, fresh)?;
        decision.attachments.extend(files.iter().map(File::attachment));
        Ok(decision)
    }

    /// Records contents with the files that they name, in one transaction: all of it, or nothing. Answers
    /// the entries.
    ///
    /// # Errors
    /// `administrator_needed`, `duplicate`, or a disk that cannot be written: then nothing is recorded.
    pub(crate) fn record(&mut self, contents: Vec<Content>, files: &[File<'_>]) -> Result<Vec<String>, Failure> {
        self.record_with(contents, files, &[])
    }

    fn record_with(
        &mut self,
        contents: Vec<Content>,
        files: &[File<'_>],
        seals: &[Sealed],
    ) -> Result<Vec<String>, Failure> {
        self.signer()?;
        let mut changes = Vec::with_capacity(contents.len());
        for at in 0..contents.len() {
            changes.push(self.take(&contents[..=at]));
        }
        let said: Vec<Said> = contents.into_iter().map(|content| Said { id: fresh(), content }).collect();
        let attachments: Vec<&[u8]> = files.iter().map(|file| file.bytes).collect();
        let batch = Batch { said: &said, attachments: &attachments, seals, changes };
        let Some(signer) = &self.signer else { return Err(Failure::refused("administrator_needed", [])) };
        match self.store.record(&batch, signer, Instant::now()) {
            Ok(recorded) => {
                let ids = recorded.iter().map(|entry| entry.content_id.clone()).collect();
                self.entries.extend(recorded);
                if said.iter().any(|said| settled_by_hash(&said.content)) {
                    // Settled by hashes that only the store could tell.
                    self.record = Record::known_at(&self.entries, Instant::MAX);
                }
                Ok(ids)
            }
            Err(error) => {
                // It was never said: what is on the desk is what is on the disk.
                self.fold_anew();
                Err(error.into())
            }
        }
    }

    /// Takes the last of some contents in that are about to be recorded together; answers what it does to the
    /// derived rows.
    fn take(&mut self, contents: &[Content]) -> RowChanges {
        self.people = None;
        let Some(content) = contents.last() else { return RowChanges::default() };
        match content {
            Content::Decision(decision) => {
                self.record.decisions.push(Arc::clone(decision));
                self.fold.take_decision(decision)
            }
            Content::Directory(news) => {
                self.record.events.extend(news.events.iter().cloned());
                self.fold.take_news(&self.record, &news.events)
            }
            Content::Pack(_) | Content::Mistake(_) => {
                // What is known with it: as if it stood behind the newest entry, and behind those that it came with.
                let mut entries = self.entries.clone();
                if let Some(last) = self.entries.last().cloned() {
                    entries.extend(contents.iter().zip(1..).map(|(content, place)| record::Entry {
                        seq: last.seq + place,
                        content_id: String::new(),
                        content: content.clone(),
                        ..last.clone()
                    }));
                }
                self.record = Record::known_at(&entries, Instant::MAX);
                self.fold.take_anew(&self.record)
            }
            Content::Opening(_)
            | Content::Admission(_)
            | Content::Retirement(_)
            | Content::Removal(_)
            | Content::Received(_) => RowChanges::default(),
        }
    }

    /// Records a pack, what it founds with lasting ids.
    ///
    /// # Errors
    /// `pack_not_newer`, or what recording fails with.
    pub(crate) fn record_pack(&mut self, mut pack: Pack) -> Result<String, Failure> {
        if let Some(known) = self.record.packs.iter().find(|known| known.name == pack.name)
            && known.version >= pack.version
        {
            let versions = [("found", pack.version.to_string()), ("known", known.version.to_string())];
            return Err(Failure::refused("pack_not_newer", versions));
        }
        let known = self.record.packs.iter().find(|known| known.name == pack.name);
        crate::commands::news::name_events(&mut pack.events, known.map_or(&[], |known| &known.events));
        let recorded = self.record(vec![Content::Pack(Arc::new(pack))], &[])?;
        Ok(recorded.into_iter().next().unwrap_or_default())
    }

    /// Admits an administrator with a new key. Answers its recovery code, which is shown once.
    ///
    /// # Errors
    /// `administrator_needed`, `empty_passphrase`, `empty_name`.
    pub(crate) fn admit(&mut self, name: &str, passphrase: &str) -> Result<String, Failure> {
        self.signer()?;
        let name = register::text::tidy(name);
        if name.is_empty() {
            return Err(Failure::refused("empty_name", []));
        }
        let signer = Signer::generate()?;
        let (seals, code) = seals(&signer, passphrase)?;
        let admission = Content::Admission(Admission { key: signer.public().author(), name });
        self.record_with(vec![admission], &[], &seals)?;
        Ok(code)
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
    pub(crate) fn press(&mut self) -> Result<Arc<report::press::Press>, Failure> {
        let press = match self.press.take() {
            Some(press) => press,
            None => Arc::new(report::press::Press::new().map_err(|error| crate::commands::papers::failed(&error))?),
        };
        Ok(Arc::clone(self.press.insert(press)))
    }
}

/// Whether what is known changes with the hash that an entry gets: then the record is read anew.
fn settled_by_hash(content: &Content) -> bool {
    matches!(content, Content::Pack(_) | Content::Mistake(_) | Content::Received(_))
}

/// A key sealed under a passphrase, and under a new recovery code.
fn seals(signer: &Signer, passphrase: &str) -> Result<([Sealed; 2], String), Failure> {
    let code = store::recovery_code()?;
    let by_passphrase = Sealed::seal(signer, store::Opening::Passphrase, passphrase, Cost::STANDARD)?;
    let by_code = Sealed::seal(signer, store::Opening::Recovery, &code, Cost::CODE)?;
    Ok(([by_passphrase, by_code], code))
}

/// The one committee, or sub-body of one, that a text means.
///
/// # Errors
/// `not_found`, or `ambiguous` with the candidates.
pub(crate) fn body<'a>(fold: &'a Fold, wanted: &str) -> Result<Body<'a>, Failure> {
    let found = fold.find_bodies(wanted);
    match found[..] {
        [only] => Ok(only),
        [] => Err(Failure::not_found("committee", wanted)),
        _ => {
            // Sub-bodies bear the same name in many committees: the committee tells them apart.
            let named = |body: &Body<'_>| match body {
                Body::Committee(_) => body.name().to_owned(),
                Body::Part(committee, id) => {
                    format!("{} – {} ({id})", body.name(), Body::Committee(committee).name())
                }
            };
            Err(Failure::ambiguous("committee", wanted, found.iter().map(named)))
        }
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
        [] => Err(Failure::not_found("committee", wanted)),
        _ => {
            let names = found.iter().filter_map(|committee| committee.names.last()).map(|(_, name)| name.clone());
            Err(Failure::ambiguous("committee", wanted, names))
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

pub(crate) fn fresh() -> Id {
    uuid::Uuid::now_v7().into()
}
