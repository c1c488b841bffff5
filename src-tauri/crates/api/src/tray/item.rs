//! One item of the tray: its files, what was read, and what has been made of it.

use reading::Reading;
use register::Id;
use register::draft::Draft;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::types::Work;

/// An item as it is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Item {
    /// Its id, made when it came in.
    pub id: Id,
    /// The names of its files.
    pub files: Vec<String>,
    /// What was read from them.
    pub reading: Reading,
    /// Why nothing was.
    pub refused: Option<Failure>,
    /// What has been made of it.
    pub work: Work,
    /// The entry by which it was set aside, for one that was taken up again.
    #[serde(default)]
    pub waited: Option<String>,
    /// Whether it is a list that went out from here and came back edited: no other file is a part of it.
    #[serde(default)]
    pub edited: bool,
}

/// Where an item came from.
pub(crate) enum Kept {
    /// It was read.
    Read(Reading),
    /// It went out from here, and what was read is what was edited in it.
    Edited(Reading),
    /// It was not.
    Refused(Failure),
    /// There is no paper: it is written by hand.
    ByHand,
}

impl Item {
    /// A new item. A scan is one draft to be written by hand beside its picture, and so is no paper at all.
    pub fn new(id: Id, files: Vec<String>, kept: Kept) -> Self {
        let edited = matches!(kept, Kept::Edited(_));
        let (reading, refused, blank) = match kept {
            Kept::Read(reading) => {
                let scan = reading.warnings.iter().any(|warning| warning.code == "scan");
                let blank = scan && reading.decisions.is_empty();
                (reading, None, blank)
            }
            Kept::Edited(reading) => (reading, None, false),
            Kept::Refused(failure) => (Reading::default(), Some(failure), false),
            Kept::ByHand => (Reading::default(), None, true),
        };
        let work = Work {
            drafts: if blank { vec![blank_draft()] } else { reading.decisions.clone() },
            events: reading.events.clone(),
            marks: reading.marks.clone(),
            ..Work::default()
        };
        Self { id, files, reading, refused, work, waited: None, edited }
    }

    /// Whether somebody has worked on it since it was read.
    pub fn is_touched(&self) -> bool {
        let reading = &self.reading;
        self.work.drafts != reading.decisions || self.work.events != reading.events || !self.work.settled.is_empty()
    }
}

/// What a form begins with: a decision that changes membership, as nearly all are.
fn blank_draft() -> Draft {
    Draft { changes_membership: true, ..Draft::default() }
}
