//! The sample register: Hà Nội from 2014.

use std::path::Path;
use std::sync::Arc;

use register::Day;
use register::draft::Draft;
use register::record::Content;

use crate::desk::{Desk, File, Founding};
use crate::failure::Failure;
use crate::pack;

/// The office that keeps the sample.
const OFFICE: &str = "Ủy ban nhân dân thành phố Hà Nội";

/// The passphrase of the sample's administrator: it stands in the README, for the sample is there to try
/// things on.
pub const PASSPHRASE: &str = "so mau ha noi 2016";

/// Our reconstruction of the decision that the register was founded on.
const PAPER: (&str, &[u8]) = ("1943-QD-UBND.docx", include_bytes!("../../../sample/1943-QD-UBND.docx"));

impl Desk {
    /// Creates the sample, with the directory and the decisions issued up to a day. It is made beside and
    /// then put in place, so that a first start that is cut off leaves no half sample.
    ///
    /// # Errors
    /// `file_exists`, or a file that cannot be written.
    pub fn sample(path: &Path, until: Option<Day>) -> Result<Self, Failure> {
        if path.exists() {
            return Err(store::Error::Exists { path: path.display().to_string() }.into());
        }
        let beside = path.with_added_extension("dang-lap-mau");
        if beside.exists() {
            // Left by a start that was cut off.
            std::fs::remove_file(&beside).map_err(|error| Failure::disk(&beside, &error))?;
        }
        let founding =
            Founding { office: OFFICE, administrator: "Quản trị sổ mẫu", passphrase: PASSPHRASE, sample: true };
        let filled = Self::create(&beside, &founding).and_then(|(mut desk, _)| desk.fill_sample(until));
        let placed = filled.and_then(|()| std::fs::rename(&beside, path).map_err(|error| Failure::disk(path, &error)));
        if placed.is_err() {
            // What went wrong is what matters; that nothing was made yet is fine.
            let _ = std::fs::remove_file(&beside);
        }
        placed?;
        Self::open(path)
    }

    fn fill_sample(&mut self, until: Option<Day>) -> Result<(), Failure> {
        let pack = pack::read(include_str!("../../../sample/hanoi.toml"))?;
        self.record_pack(pack)?;
        let founding: Draft = serde_json::from_str(include_str!("../../../sample/6193-QD-UBND.json"))
            .map_err(|error| Failure::refused("bad_draft", [("why", error.to_string())]))?;
        let reading = reading::read(PAPER.0, PAPER.1)?;
        let wanted = |draft: &&Draft| until.is_none_or(|until| draft.date.is_some_and(|date| date <= until));
        let founding = [founding];
        let own = founding.iter().filter(wanted).map(|draft| (draft, None));
        let paper = File { name: PAPER.0, bytes: PAPER.1 };
        for (draft, file) in own.chain(reading.decisions.iter().filter(wanted).map(|draft| (draft, Some(paper)))) {
            let decision = self.enact(draft, file.as_slice())?;
            self.record(vec![Content::Decision(Arc::new(decision))], file.as_slice())?;
        }
        Ok(())
    }
}
