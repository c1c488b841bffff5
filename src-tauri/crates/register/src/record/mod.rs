//! The record: everything that was recorded, in the order in which it was, and what of it is known at an
//! instant.

mod authority;
mod content;
mod pack;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use authority::{Administrator, Author, Authority, Unauthorized};
pub use content::{
    Admission, Content, Mistake, News, Opening, Received, Removal, Retirement, Said, Unreadable, VERSION, WaitsFor,
};
pub use pack::{DatedRule, Pack, PostClass, RoleRank};

use crate::date::Instant;
use crate::decision::{Decision, Key};
use crate::directory::{Directory, Event};

/// An entry as the fold sees it: what was said, by whom, and when it was recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its place, from 1.
    pub seq: u64,
    /// SHA-256 of the content, in hex: the entry's name.
    pub content_id: String,
    /// Who signed it.
    pub author: Author,
    /// When it was recorded, UTC. Never goes back along the chain.
    pub recorded_at: Instant,
    /// What it says.
    pub content: Content,
}

/// The record as known at an instant K.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// The decisions, in the order in which they were recorded.
    pub decisions: Vec<Arc<Decision>>,
    /// The facts of the directory, those of packs too.
    pub events: Vec<Event>,
    /// The packs, each in its newest version.
    pub packs: Vec<Arc<Pack>>,
    /// Papers that came in and were not applied then, each with the entry that says so.
    pub received: Vec<(String, Received)>,
    /// The office that keeps the register.
    pub office: String,
    /// Whether it is the sample that comes with the program.
    pub sample: bool,
}

impl Record {
    /// Every entry recorded up to K, less those that an entry up to K declares a mistake (domain.md §7). An
    /// unsaying that was itself a mistake unsays nothing.
    #[must_use]
    pub fn known_at(entries: &[Entry], known: Instant) -> Self {
        // Recording times never go back, so what is known is a beginning of the chain.
        let known = &entries[..entries.partition_point(|entry| entry.recorded_at <= known)];
        let mistaken = mistaken(known);
        let mut record = Self::default();
        let mut packs: BTreeMap<&str, &Arc<Pack>> = BTreeMap::new();
        for entry in known.iter().filter(|entry| !mistaken.contains(entry.content_id.as_str())) {
            match &entry.content {
                Content::Decision(decision) => record.decisions.push(Arc::clone(decision)),
                Content::Directory(news) => record.events.extend(news.events.iter().cloned()),
                Content::Pack(pack) => {
                    let newest = packs.entry(&pack.name).or_insert(pack);
                    if pack.version >= newest.version {
                        *newest = pack;
                    }
                }
                Content::Opening(opening) => {
                    record.office.clone_from(&opening.office);
                    record.sample = opening.sample;
                }
                Content::Received(received) => record.received.push((entry.content_id.clone(), received.clone())),
                _ => {}
            }
        }
        for pack in packs.into_values() {
            record.events.extend(pack.events.iter().cloned());
            record.packs.push(Arc::clone(pack));
        }
        record
    }

    /// The papers that wait still: what was recorded since waits no more. Each with its entry.
    pub fn waiting(&self) -> impl Iterator<Item = (&str, &Received)> {
        let recorded: BTreeSet<Key> =
            if self.received.is_empty() { BTreeSet::new() } else { self.decisions.iter().map(|d| d.key()).collect() };
        let waits = move |received: &Received| received.key().is_none_or(|key| !recorded.contains(&key));
        self.received.iter().filter(move |(_, paper)| waits(paper)).map(|(entry, paper)| (entry.as_str(), paper))
    }

    /// The directory that the record tells.
    #[must_use]
    pub fn directory(&self) -> Directory {
        Directory::of(&self.events, self.packs.iter().map(|pack| &**pack))
    }
}

/// The entries that stand declared a mistake, by the hash of their content. Read from the newest to the
/// oldest: what unsays has been judged before what it unsays.
#[must_use]
pub fn mistaken(entries: &[Entry]) -> BTreeSet<&str> {
    let mut mistaken = BTreeSet::new();
    for entry in entries.iter().rev() {
        if let Content::Mistake(mistake) = &entry.content
            && !mistaken.contains(entry.content_id.as_str())
        {
            mistaken.insert(mistake.entry.as_str());
        }
    }
    mistaken
}
