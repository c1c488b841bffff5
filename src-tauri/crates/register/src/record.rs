//! The record: everything that was recorded, in the order in which it was.

use serde::{Deserialize, Serialize};

use crate::date::Instant;
use crate::decision::Decision;
use crate::directory::Event;

/// What one entry of the record says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Content {
    /// Opens the register: whose it is.
    Register {
        /// The office that keeps it.
        office: String,
        /// Whether it is the sample that comes with the program.
        sample: bool,
    },
    /// A decision.
    Decision {
        /// The decision.
        decision: Box<Decision>,
    },
    /// Facts of the directory, recorded together.
    Directory {
        /// Where they come from, as a whole.
        title: String,
        /// The facts.
        events: Vec<Event>,
    },
    /// Declares that an earlier entry was recorded by mistake: it is as if it had never been.
    Mistake {
        /// The entry, by the hash of its content.
        entry: String,
    },
}

/// An entry as the fold sees it: what was said, and when it was recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// SHA-256 of the content, in hex.
    pub content_id: String,
    /// When it was recorded, UTC.
    pub recorded_at: Instant,
    /// What it says.
    pub content: Content,
}

/// The record as known at an instant K.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// The decisions, in the order in which they were recorded.
    pub decisions: Vec<Decision>,
    /// The facts of the directory, likewise.
    pub events: Vec<Event>,
    /// The office that keeps the register.
    pub office: String,
    /// Whether it is the sample that comes with the program.
    pub sample: bool,
}

impl Record {
    /// Every entry recorded up to K, less those that an entry up to K declares a mistake.
    #[must_use]
    pub fn known_at(entries: &[Entry], known: Instant) -> Self {
        let known: Vec<&Entry> = entries.iter().filter(|entry| entry.recorded_at <= known).collect();
        let mistaken: Vec<&str> = known
            .iter()
            .filter_map(|entry| match &entry.content {
                Content::Mistake { entry } => Some(entry.as_str()),
                _ => None,
            })
            .collect();
        let mut record = Self::default();
        for entry in known {
            if mistaken.contains(&entry.content_id.as_str()) {
                continue;
            }
            match &entry.content {
                Content::Decision { decision } => record.decisions.push((**decision).clone()),
                Content::Directory { events, .. } => record.events.extend(events.iter().cloned()),
                Content::Register { office, sample } => {
                    record.office.clone_from(office);
                    record.sample = *sample;
                }
                Content::Mistake { .. } => {}
            }
        }
        record
    }
}
