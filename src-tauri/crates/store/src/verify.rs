//! Whether the record is whole.

use std::collections::BTreeSet;

use register::record::{self, Authority, Content};
use register::rows::Table;
use register::{Fold, Instant, Record};

use crate::chain::{Entry, Flaw};
use crate::derived;
use crate::error::Error;
use crate::hash::Hash;
use crate::journal::{Journal, SqliteJournal};
use crate::store::{Store, read};

/// Entries that are looked at together, on all cores.
const TOGETHER: usize = 1024;
/// What the check at the start of a program looks at, counted from the newest.
const RECENT: u64 = 64;

/// What a walk over the whole record found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// How many entries there are.
    pub entries: u64,
    /// The newest link, in hex.
    pub head: Option<String>,
    /// The first bad place: what stands before it is good.
    pub first_bad: Option<FirstBad>,
    /// The first table of derived rows that is not what a fresh fold makes.
    pub derived_bad: Option<&'static str>,
    /// The files.
    pub attachments: Attachments,
}

/// The first bad place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstBad {
    /// The entry's place. One behind the newest where entries were cut off.
    pub seq: u64,
    /// What does not hold.
    pub why: Flaw,
}

/// The state of the files that the record names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attachments {
    /// There, with the right hash.
    pub present: u32,
    /// Not there, or with another hash.
    pub missing: u32,
    /// Taken out by an entry that says so.
    pub removed: u32,
}

impl Verification {
    /// Whether all of it holds.
    #[must_use]
    pub fn ok(&self) -> bool {
        self.first_bad.is_none() && self.derived_bad.is_none() && self.attachments.missing == 0
    }
}

impl Store {
    /// Walks every entry: its hash, its signature, its link, its time, its author, its content; then the
    /// signed head, the files, and every derived row against a fresh fold.
    ///
    /// # Errors
    /// [`Error::Database`] where the file cannot be read at all.
    pub fn verify(&self) -> Result<Verification, Error> {
        let mut walk = self.walk(false)?;
        let head = self.head()?;
        let whole = match (&walk.newest, &head) {
            (Some(newest), Some(head)) => head.is_of(newest) && walk.signs(&head.recorder.author(), newest),
            _ => false,
        };
        if !whole && walk.first_bad.is_none() {
            let cut_off = head.is_some_and(|head| head.seq > walk.entries);
            let seq = if cut_off { walk.entries + 1 } else { walk.entries };
            walk.first_bad = Some(FirstBad { seq, why: Flaw::Head });
        }
        let attachments = self.attachments(&walk.read)?;
        let derived_bad = if self.has_derived() {
            let fresh = Fold::of(&Record::known_at(&walk.read, Instant::MAX));
            derived::differs(self.path(), &fresh)?.map(Table::name)
        } else {
            None
        };
        Ok(Verification {
            entries: walk.entries,
            head: walk.newest.map(|newest| newest.link.to_string()),
            first_bad: walk.first_bad,
            derived_bad,
            attachments,
        })
    }

    /// Walks the entries alone, hashes, signatures and links: what a verification costs without the fold.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub fn verify_chain(&self) -> Result<u64, Error> {
        let walk = self.walk(true)?;
        match walk.first_bad {
            None => Ok(walk.entries),
            Some(bad) => Err(Error::Damaged { seq: bad.seq, why: bad.why.word().to_owned() }),
        }
    }

    fn walk(&self, chain_only: bool) -> Result<Walk, Error> {
        let mut walk = Walk { chain_only, ..Walk::default() };
        let mut together = Vec::with_capacity(TOGETHER);
        SqliteJournal(&self.connection).entries_after(0, &mut |entry| {
            together.push(entry);
            if together.len() == TOGETHER {
                walk.take(&together);
                together.clear();
            }
            Ok(())
        })?;
        walk.take(&together);
        Ok(walk)
    }

    /// The quick check at the start: the newest entries, their signatures and links, and the signed head.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub fn glance(&self) -> Result<Option<FirstBad>, Error> {
        let journal = SqliteJournal(&self.connection);
        let Some(newest) = journal.newest()? else { return Ok(Some(FirstBad { seq: 1, why: Flaw::Seq })) };
        let mut before: Option<Entry> = None;
        let mut bad = None;
        journal.entries_after(newest.seq.saturating_sub(RECENT + 1), &mut |entry| {
            // The oldest of them only says what the next one builds on, unless it is the first of all.
            let place = before.as_ref().map(|before| (before.seq, before.link, before.recorded_at.as_str()));
            let place = place.or_else(|| (entry.seq == 1).then_some((0, Hash::NONE, "")));
            let flaw = entry.flaw().or_else(|| place.and_then(|(seq, link, time)| entry.flaw_behind(seq, &link, time)));
            if bad.is_none() {
                bad = flaw.map(|why| FirstBad { seq: entry.seq, why });
            }
            before = Some(entry);
            Ok(())
        })?;
        if bad.is_none() && !journal.head()?.is_some_and(|head| head.is_of(&newest)) {
            bad = Some(FirstBad { seq: newest.seq, why: Flaw::Head });
        }
        Ok(bad)
    }

    fn attachments(&self, entries: &[record::Entry]) -> Result<Attachments, Error> {
        let mut named = BTreeSet::new();
        let mut removed = BTreeSet::new();
        for entry in entries {
            match &entry.content {
                Content::Decision(decision) => {
                    named.extend(decision.attachments.iter().map(|file| file.sha256.as_str()))
                }
                Content::Received(received) => {
                    named.extend(received.attachments.iter().map(|file| file.sha256.as_str()))
                }
                Content::Removal(removal) => drop(removed.insert(removal.sha256.as_str())),
                _ => {}
            }
        }
        let mut found = Attachments::default();
        for sha256 in named {
            let hash = Hash::from_hex(sha256);
            let bytes = hash.map(|hash| self.journal().attachment(&hash)).transpose()?.flatten();
            match bytes {
                Some(bytes) if Some(Hash::of(&bytes)) == hash => found.present += 1,
                None if removed.contains(sha256) => found.removed += 1,
                _ => found.missing += 1,
            }
        }
        Ok(found)
    }
}

/// A walk along the chain.
#[derive(Default)]
struct Walk {
    entries: u64,
    newest: Option<Entry>,
    first_bad: Option<FirstBad>,
    authority: Authority,
    /// What could be understood, for the fold.
    read: Vec<record::Entry>,
    chain_only: bool,
}

impl Walk {
    /// Takes the next entries. What each is by itself is looked at on all cores; what it is behind the one
    /// before, in order.
    fn take(&mut self, together: &[Entry]) {
        for (entry, flaw) in together.iter().zip(flaws(together)) {
            self.entries += 1;
            let (seq, previous, time) = self
                .newest
                .as_ref()
                .map_or((0, Hash::NONE, ""), |newest| (newest.seq, newest.link, newest.recorded_at.as_str()));
            let flaw = flaw.or_else(|| entry.flaw_behind(seq, &previous, time));
            let flaw = if self.chain_only { flaw } else { self.understand(entry, flaw) };
            if let (Some(why), None) = (flaw, &self.first_bad) {
                self.first_bad = Some(FirstBad { seq: self.entries, why });
            }
            // The next one is held against the place that this one has.
            self.newest = Some(Entry { content: Vec::new(), ..entry.clone() });
        }
    }

    fn understand(&mut self, entry: &Entry, flaw: Option<Flaw>) -> Option<Flaw> {
        let Ok(read) = read(entry) else { return flaw.or(Some(Flaw::Content)) };
        let taken = self.authority.take(&read.author, Some(&read.content));
        self.read.push(read);
        flaw.or_else(|| taken.is_err().then_some(Flaw::Author))
    }

    /// Whether a key may sign the head: an administrator's, or that of whoever retired himself last.
    fn signs(&self, recorder: &record::Author, newest: &Entry) -> bool {
        self.authority.may_write(recorder) || newest.author.author() == *recorder
    }
}

/// What does not hold of each entry by itself.
fn flaws(together: &[Entry]) -> Vec<Option<Flaw>> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from).min(8);
    let share = together.len().div_ceil(cores).max(16);
    std::thread::scope(|scope| {
        let shares: Vec<_> = together
            .chunks(share)
            .map(|share| scope.spawn(|| share.iter().map(Entry::flaw).collect::<Vec<_>>()))
            .collect();
        // A thread that failed found nothing good: its share counts as unsigned.
        let judged = shares.into_iter().zip(together.chunks(share));
        judged
            .flat_map(|(judged, share)| judged.join().unwrap_or_else(|_| vec![Some(Flaw::Signature); share.len()]))
            .collect()
    })
}
