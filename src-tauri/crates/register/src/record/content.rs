//! What an entry of the record can say, and how it is written.

use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{Author, Pack};
use crate::date::Day;
use crate::decision::{Attachment, Decision, Key};
use crate::directory::Event;
use crate::id::Id;

/// The version of the content that this program writes.
pub const VERSION: u32 = 1;

/// What one entry says.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Opens the register; its author is the first administrator. Always the first entry, and only there.
    Opening(Opening),
    /// Another administrator: from the next entry on, this key may write too.
    Admission(Admission),
    /// An administrator's key may no longer write, from the next entry on.
    Retirement(Retirement),
    /// A decision.
    Decision(Arc<Decision>),
    /// Facts of the directory, recorded together.
    Directory(News),
    /// A pack: organizations, posts, classes, ranks of roles and dated rules, from a file.
    Pack(Arc<Pack>),
    /// Declares that an earlier entry was recorded by mistake: it is as if it had never been.
    Mistake(Mistake),
    /// The bytes of an attachment were taken out of the register; its hash stays where it is named.
    Removal(Removal),
    /// A paper came in and is not applied yet: something is missing, or was asked.
    Received(Received),
}

/// Whose register it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The office that keeps it.
    pub office: String,
    /// The first administrator, as a person reads it.
    pub administrator: String,
    /// Whether it is the sample that comes with the program.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sample: bool,
}

/// Another administrator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Admission {
    /// The public key.
    pub key: Author,
    /// Whose it is.
    pub name: String,
}

/// An administrator who no longer writes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retirement {
    /// The public key.
    pub key: Author,
}

/// Facts of the directory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct News {
    /// The facts, each with its source.
    pub events: Vec<Event>,
}

/// An entry recorded by mistake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mistake {
    /// The entry, by the hash of its content in hex.
    pub entry: String,
}

/// An attachment taken out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removal {
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// Why, in the administrator's words.
    pub why: String,
}

/// A paper that came in and is not applied: it waits until it is recorded, or this entry is declared a mistake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// Number and symbol, where the paper has one.
    pub number: Option<String>,
    /// Day of issue.
    pub date: Option<Day>,
    /// Issuer.
    pub issuer: Option<String>,
    /// The subject.
    pub subject: Option<String>,
    /// The committees that it is about, by name.
    pub committees: Vec<String>,
    /// What it waits for.
    pub waits_for: WaitsFor,
    /// That in the administrator's words.
    pub note: Option<String>,
    /// Its files, by hash.
    pub attachments: Vec<Attachment>,
}

/// What a paper waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum WaitsFor {
    /// An annex that did not come with it.
    Annex,
    /// The issuer's answer to a question.
    Answer,
    /// The signed paper, where a report or a draft is there.
    Paper,
    /// Anything else; the note says what.
    Other,
}

impl Received {
    /// What makes it the same decision as another paper; `None` while it has no number, day or issuer.
    #[must_use]
    pub fn key(&self) -> Option<Key> {
        Some(Key::of(self.number.as_deref()?, self.issuer.as_deref()?, self.date?))
    }
}

/// A content with the identity that keeps two equal sayings apart: who says the same twice has said it
/// twice, and a signed content cannot be played in again.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// Made when it is said.
    pub id: Id,
    /// What is said.
    pub content: Content,
}

/// Why the bytes of an entry are no content.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// A newer program wrote it.
    #[error("content of version {0}, this program reads up to {VERSION}")]
    Newer(u32),
    /// A kind that this version does not have.
    #[error("content of the unknown type {0}")]
    UnknownType(String),
    /// Not the JSON that it should be.
    #[error("{0}")]
    Malformed(String),
}

/// The outside of a content: `{"v":1,"id":…,"type":…,"body":…}`, in this order.
#[derive(Serialize, Deserialize)]
struct Envelope<'a> {
    v: u32,
    id: Id,
    #[serde(rename = "type")]
    kind: std::borrow::Cow<'a, str>,
    #[serde(borrow)]
    body: &'a RawValue,
}

impl Content {
    /// The word that names its kind in an entry.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Opening(_) => "opening",
            Self::Admission(_) => "admission",
            Self::Retirement(_) => "retirement",
            Self::Decision(_) => "decision",
            Self::Directory(_) => "directory",
            Self::Pack(_) => "pack",
            Self::Mistake(_) => "mistake",
            Self::Removal(_) => "removal",
            Self::Received(_) => "received",
        }
    }

    /// Whether an entry of this kind can be declared a mistake. Who may write, and what was taken out, is
    /// settled by an entry of its own kind, never by unsaying.
    #[must_use]
    pub fn can_be_mistaken(&self) -> bool {
        matches!(self, Self::Decision(_) | Self::Directory(_) | Self::Pack(_) | Self::Mistake(_) | Self::Received(_))
    }
}

impl Said {
    /// The bytes of the entry: written once, hashed and signed, never written again.
    ///
    /// # Errors
    /// [`Unreadable::Malformed`] where a part has no JSON, which no content of ours lacks.
    pub fn write(&self) -> Result<String, Unreadable> {
        let malformed = |error: serde_json::Error| Unreadable::Malformed(error.to_string());
        let body = match &self.content {
            Content::Opening(body) => serde_json::value::to_raw_value(body),
            Content::Admission(body) => serde_json::value::to_raw_value(body),
            Content::Retirement(body) => serde_json::value::to_raw_value(body),
            Content::Decision(body) => serde_json::value::to_raw_value(&**body),
            Content::Directory(body) => serde_json::value::to_raw_value(body),
            Content::Pack(body) => serde_json::value::to_raw_value(&**body),
            Content::Mistake(body) => serde_json::value::to_raw_value(body),
            Content::Removal(body) => serde_json::value::to_raw_value(body),
            Content::Received(body) => serde_json::value::to_raw_value(body),
        }
        .map_err(malformed)?;
        let envelope =
            Envelope { v: VERSION, id: self.id.clone(), kind: self.content.kind().into(), body: body.as_ref() };
        serde_json::to_string(&envelope).map_err(malformed)
    }

    /// Reads the bytes of an entry.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        let envelope = envelope(bytes)?;
        let body = envelope.body;
        let content = match envelope.kind.as_ref() {
            "opening" => Content::Opening(part(body)?),
            "admission" => Content::Admission(part(body)?),
            "retirement" => Content::Retirement(part(body)?),
            "decision" => Content::Decision(Arc::new(part(body)?)),
            "directory" => Content::Directory(part(body)?),
            "pack" => Content::Pack(Arc::new(part(body)?)),
            "mistake" => Content::Mistake(part(body)?),
            "removal" => Content::Removal(part(body)?),
            "received" => Content::Received(part(body)?),
            other => return Err(Unreadable::UnknownType(other.to_owned())),
        };
        Ok(Self { id: envelope.id, content })
    }

    /// Reads only what settles who may write; everything else is `None`, and its body is not looked at.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub fn read_authority(bytes: &[u8]) -> Result<Option<Content>, Unreadable> {
        let envelope = envelope(bytes)?;
        Ok(match envelope.kind.as_ref() {
            "opening" => Some(Content::Opening(part(envelope.body)?)),
            "admission" => Some(Content::Admission(part(envelope.body)?)),
            "retirement" => Some(Content::Retirement(part(envelope.body)?)),
            _ => None,
        })
    }
}

fn envelope(bytes: &[u8]) -> Result<Envelope<'_>, Unreadable> {
    let envelope: Envelope<'_> =
        serde_json::from_slice(bytes).map_err(|error| Unreadable::Malformed(error.to_string()))?;
    if envelope.v > VERSION {
        return Err(Unreadable::Newer(envelope.v));
    }
    Ok(envelope)
}

fn part<T: DeserializeOwned>(body: &RawValue) -> Result<T, Unreadable> {
    serde_json::from_str(body.get()).map_err(|error| Unreadable::Malformed(error.to_string()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let content = Content::Opening(Opening {
            office: "Ủy ban nhân dân tỉnh Sa Thạch".into(),
            administrator: "Lò Văn An".into(),
            sample: false,
        });
        let said = Said { id: Id("0190".into()), content };
        let bytes = said.write().unwrap();
        assert!(bytes.starts_with(r#"{"v":1,"id":"0190","type":"opening","body":{"office":"#), "{bytes}");
        assert_eq!(Said::read(bytes.as_bytes()).unwrap(), said);
        assert!(Said::read_authority(bytes.as_bytes()).unwrap().is_some());
    }

    #[test]
    fn a_newer_version_and_an_unknown_type_are_said_apart() {
        let newer = br#"{"v":2,"id":"a","type":"opening","body":{}}"#;
        assert_eq!(Said::read(newer), Err(Unreadable::Newer(2)));
        let unknown = br#"{"v":1,"id":"a","type":"poem","body":{}}"#;
        assert_eq!(Said::read(unknown), Err(Unreadable::UnknownType("poem".into())));
    }
}
