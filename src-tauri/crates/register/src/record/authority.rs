//! Who may write: the administrators, as the entries themselves name them.

use serde::{Deserialize, Serialize};

use super::Content;

/// An administrator's public key (Ed25519), in hex.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Author(pub String);

/// Somebody whose key writes, or once did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Administrator {
    /// The public key.
    pub key: Author,
    /// Whose it is.
    pub name: String,
    /// Whether the key may still write.
    pub retired: bool,
}

/// Why an entry may not stand where it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unauthorized {
    /// The first entry opens the register, and no other does.
    #[error("the register is opened by its first entry, and by no other")]
    Opening,
    /// The author is no administrator, or no longer.
    #[error("the author is not an administrator")]
    Author,
    /// The key is an administrator's already.
    #[error("the key is an administrator's already")]
    Known,
    /// The key to be retired is nobody's who writes.
    #[error("the key is no administrator's")]
    Unknown,
    /// Without an administrator the register could never be written again.
    #[error("the last administrator cannot be retired")]
    Last,
}

impl Unauthorized {
    /// The code by which callers tell them apart.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Author => "not_an_administrator",
            Self::Known => "administrator_known",
            Self::Unknown => "administrator_unknown",
            Self::Last => "last_administrator",
        }
    }
}

/// The administrators after a number of entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Authority {
    administrators: Vec<Administrator>,
}

impl Authority {
    /// Everybody whose key writes, or once did, in the order of their admission.
    #[must_use]
    pub fn administrators(&self) -> &[Administrator] {
        &self.administrators
    }

    /// Whether a key may write the next entry.
    #[must_use]
    pub fn may_write(&self, author: &Author) -> bool {
        self.administrators.iter().any(|known| known.key == *author && !known.retired)
    }

    /// Takes the next entry: `content` is `None` where it says nothing of who may write.
    ///
    /// # Errors
    /// [`Unauthorized`] where the entry may not stand here; nothing changes then.
    pub fn take(&mut self, author: &Author, content: Option<&Content>) -> Result<(), Unauthorized> {
        if let Some(Content::Opening(opening)) = content {
            if !self.administrators.is_empty() {
                return Err(Unauthorized::Opening);
            }
            self.admit(author, &opening.administrator);
            return Ok(());
        }
        if self.administrators.is_empty() {
            return Err(Unauthorized::Opening);
        }
        if !self.may_write(author) {
            return Err(Unauthorized::Author);
        }
        match content {
            Some(Content::Admission(admission)) => {
                if self.administrators.iter().any(|known| known.key == admission.key) {
                    return Err(Unauthorized::Known);
                }
                self.admit(&admission.key, &admission.name);
            }
            Some(Content::Retirement(retirement)) => {
                if !self.may_write(&retirement.key) {
                    return Err(Unauthorized::Unknown);
                }
                if self.administrators.iter().filter(|known| !known.retired).count() == 1 {
                    return Err(Unauthorized::Last);
                }
                if let Some(leaving) = self.administrators.iter_mut().find(|known| known.key == retirement.key) {
                    leaving.retired = true;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn admit(&mut self, key: &Author, name: &str) {
        self.administrators.push(Administrator { key: key.clone(), name: name.to_owned(), retired: false });
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{Admission, Opening, Retirement};
    use super::*;

    fn key(name: &str) -> Author {
        Author(name.into())
    }

    fn opening() -> Content {
        Content::Opening(Opening { office: "a".into(), administrator: "An".into(), sample: false })
    }

    fn admission(name: &str) -> Content {
        Content::Admission(Admission { key: key(name), name: name.into() })
    }

    fn retirement(name: &str) -> Content {
        Content::Retirement(Retirement { key: key(name) })
    }

    #[test]
    fn only_administrators_write_and_they_admit_and_retire_each_other() {
        let mut authority = Authority::default();
        assert_eq!(authority.take(&key("an"), None), Err(Unauthorized::Opening));
        authority.take(&key("an"), Some(&opening())).unwrap();
        assert_eq!(authority.take(&key("an"), Some(&opening())), Err(Unauthorized::Opening));
        assert_eq!(authority.take(&key("binh"), None), Err(Unauthorized::Author));
        assert_eq!(authority.take(&key("an"), Some(&retirement("an"))), Err(Unauthorized::Last));
        authority.take(&key("an"), Some(&admission("binh"))).unwrap();
        assert_eq!(authority.take(&key("an"), Some(&admission("binh"))), Err(Unauthorized::Known));
        authority.take(&key("binh"), Some(&retirement("an"))).unwrap();
        assert_eq!(authority.take(&key("an"), None), Err(Unauthorized::Author));
        assert_eq!(authority.take(&key("binh"), Some(&retirement("an"))), Err(Unauthorized::Unknown));
        assert_eq!(authority.take(&key("binh"), None), Ok(()));
    }
}
