//! How entries are signed and chained, byte by byte. docs/record.md shows it on an example.
//!
//! What is said is signed apart from where it stands: the author signs the hash of the content, and the link
//! then binds content, author and signature to a place and a time. So an entry can later stand in another
//! journal without its author. The recorder signs the newest link, so that a journal cut short shows too.

use register::Instant;
use sha2::{Digest, Sha256};

use crate::hash::Hash;
use crate::keys::{PublicKey, Signature, Signer};

/// An entry as it stands in a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its place, from 1.
    pub seq: u64,
    /// The content: UTF-8 JSON, kept as it was written.
    pub content: Vec<u8>,
    /// SHA-256 of the content.
    pub content_id: Hash,
    /// The author's public key.
    pub author: PublicKey,
    /// The author's signature over the 32 bytes of `content_id`.
    pub signature: Signature,
    /// When it was recorded: `2026-11-25T07:54:01.123456Z`, always 27 characters.
    pub recorded_at: String,
    /// SHA-256 over its place, the link before, and all of the above but the content itself.
    pub link: Hash,
}

/// The newest link, signed by whoever recorded it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The place of the newest entry.
    pub seq: u64,
    /// Its link.
    pub link: Hash,
    /// The recorder's public key.
    pub recorder: PublicKey,
    /// The recorder's signature over the 32 bytes of the link.
    pub signature: Signature,
}

impl Entry {
    /// Signs a content and sets it behind another entry.
    #[must_use]
    pub fn sign(content: Vec<u8>, signer: &Signer, seq: u64, previous: &Hash, recorded_at: String) -> Self {
        let content_id = Hash::of(&content);
        let (author, signature) = (signer.public(), signer.sign(&content_id.0));
        let link = link(seq, previous, &content_id, &author, &signature, &recorded_at);
        Self { seq, content, content_id, author, signature, recorded_at, link }
    }

    /// What does not hold of the entry by itself: its content's hash, or its author's signature.
    #[must_use]
    pub fn flaw(&self) -> Option<Flaw> {
        if Hash::of(&self.content) != self.content_id {
            return Some(Flaw::ContentId);
        }
        (!self.author.signed(&self.content_id.0, &self.signature)).then_some(Flaw::Signature)
    }

    /// What does not hold of the entry in its place, behind another.
    #[must_use]
    pub fn flaw_behind(&self, seq: u64, previous: &Hash, previous_time: &str) -> Option<Flaw> {
        if self.seq != seq + 1 {
            return Some(Flaw::Seq);
        }
        let expected = link(self.seq, previous, &self.content_id, &self.author, &self.signature, &self.recorded_at);
        if expected != self.link {
            return Some(Flaw::Link);
        }
        // Of one length and one form, so that text compares as time does.
        let goes_on = instant(&self.recorded_at).is_some() && *self.recorded_at >= *previous_time;
        (!goes_on).then_some(Flaw::RecordedAt)
    }
}

impl Head {
    /// Signs the newest link.
    #[must_use]
    pub fn sign(newest: &Entry, signer: &Signer) -> Self {
        Self { seq: newest.seq, link: newest.link, recorder: signer.public(), signature: signer.sign(&newest.link.0) }
    }

    /// Whether it is the head of a journal that ends in an entry.
    #[must_use]
    pub fn is_of(&self, newest: &Entry) -> bool {
        self.seq == newest.seq && self.link == newest.link && self.recorder.signed(&self.link.0, &self.signature)
    }
}

/// What does not hold of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Its place: one is missing before it.
    Seq,
    /// The content is another than the one that was hashed.
    ContentId,
    /// The author did not sign it.
    Signature,
    /// The link is not that of its parts, or the entry before is another.
    Link,
    /// The time is none, or earlier than the one before.
    RecordedAt,
    /// The author was no administrator then, or the entry may not stand there.
    Author,
    /// The content cannot be understood.
    Content,
    /// The signed head is not that of the newest entry: entries were cut off, or the head was changed.
    Head,
}

impl Flaw {
    /// The word for it, as `verify` answers it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Seq => "seq",
            Self::ContentId => "content_id",
            Self::Signature => "signature",
            Self::Link => "link",
            Self::RecordedAt => "recorded_at",
            Self::Author => "author",
            Self::Content => "content",
            Self::Head => "head",
        }
    }
}

/// The link of an entry: SHA-256 over 195 bytes, each part of fixed length: place (8, big-endian), the link
/// before (32; zeros before the first), content_id (32), author (32), signature (64), recorded_at (27, ASCII).
#[must_use]
pub fn link(
    seq: u64,
    previous: &Hash,
    content_id: &Hash,
    author: &PublicKey,
    signature: &Signature,
    recorded_at: &str,
) -> Hash {
    let mut hash = Sha256::new();
    hash.update(seq.to_be_bytes());
    hash.update(previous.0);
    hash.update(content_id.0);
    hash.update(author.0);
    hash.update(signature.0);
    hash.update(recorded_at.as_bytes());
    Hash(hash.finalize().into())
}

/// An instant as the journal writes it: UTC, to the microsecond, always 27 characters.
#[must_use]
pub fn written(instant: Instant) -> String {
    instant.strftime("%Y-%m-%dT%H:%M:%S.%6fZ").to_string()
}

/// Reads it back; `None` where it is not in that one form.
#[must_use]
pub fn instant(text: &str) -> Option<Instant> {
    let read: Instant = text.parse().ok()?;
    (written(read) == text).then_some(read)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn times_have_one_form() {
        let read: Instant = "2026-11-25T07:54:01Z".parse().unwrap();
        assert_eq!(written(read), "2026-11-25T07:54:01.000000Z");
        assert_eq!(written(read).len(), 27);
        assert_eq!(instant("2026-11-25T07:54:01.000000Z"), Some(read));
        assert_eq!(instant("2026-11-25T07:54:01Z"), None);
        assert_eq!(instant("2026-11-25T14:54:01.000000+07:00"), None);
    }
}
