//! How entries are chained.

use register::Instant;
use sha2::{Digest, Sha256};

/// The identity of a content: SHA-256 of its bytes as they were written, in hex.
#[must_use]
pub fn content_id(content: &[u8]) -> String {
    hex(&Sha256::digest(content))
}

/// SHA-256 over place, previous link, content and time: what makes a change, a gap or another order show.
/// The parts are the ASCII of their texts, each closed by a line feed; the first entry has an empty
/// previous link.
pub(crate) fn link(seq: i64, previous: &str, content_id: &str, recorded_at: &str) -> String {
    let mut hash = Sha256::new();
    for part in [seq.to_string().as_str(), previous, content_id, recorded_at] {
        hash.update(part.as_bytes());
        hash.update(b"\n");
    }
    hex(&hash.finalize())
}

/// An instant as the journal writes it.
pub(crate) fn written(instant: Instant) -> String {
    instant.to_string()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
