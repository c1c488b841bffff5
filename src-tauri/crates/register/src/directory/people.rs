//! Who is one person: one name is one person, unless an id or an entry of the record says otherwise.

use std::collections::{BTreeMap, HashSet};

use super::memo::Kept;
use crate::id::Id;
use crate::text;

/// What is known of names that two people bear, and of people who go under two.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct People {
    /// A person → the person whose record goes on.
    same: BTreeMap<PersonKey, PersonKey>,
    /// (name compared, where it is mentioned) → the other person of that name.
    apart: BTreeMap<(String, Mention), Id>,
    /// A name → what it is as a key.
    names: Kept<PersonKey>,
}

/// Where a name is mentioned, compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mention {
    /// In a decision, by number.
    Decision(String),
    /// At an organization.
    Organization(String),
}

/// The identity of a person: an id where the register tells two of one name apart, else the name compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonKey(String);

impl PersonKey {
    /// Of a person told apart by an id.
    #[must_use]
    pub fn of_id(id: &Id) -> Self {
        Self(format!("id {id}"))
    }

    /// Of whoever bears a name.
    #[must_use]
    pub fn of_name(name: &str) -> Self {
        Self(format!("name {}", text::key(name)))
    }

    /// The key as it stands in derived rows.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A key read back from a derived row.
    #[must_use]
    pub fn from_row(text: String) -> Self {
        Self(text)
    }

    /// The id, for a person who is told apart by one.
    #[must_use]
    pub fn id(&self) -> Option<Id> {
        self.0.strip_prefix("id ").map(|id| Id(id.to_owned()))
    }
}

impl Mention {
    /// In a decision.
    #[must_use]
    pub fn decision(number: &str) -> Self {
        Self::Decision(crate::decision::compared(number))
    }

    /// At an organization.
    #[must_use]
    pub fn organization(name: &str) -> Self {
        Self::Organization(text::shorten(name))
    }
}

impl People {
    /// The person whom a name means where it is mentioned.
    #[must_use]
    pub fn key(&self, name: &str, id: Option<&Id>, mention: Option<&Mention>) -> PersonKey {
        let named = match (id, mention) {
            (Some(id), _) => PersonKey::of_id(id),
            (None, Some(mention)) if !self.apart.is_empty() => {
                let apart = self.apart.get(&(text::key(name), mention.clone()));
                apart.map_or_else(|| PersonKey::of_name(name), PersonKey::of_id)
            }
            _ => self.names.get_or(name, || PersonKey::of_name(name)),
        };
        if self.same.is_empty() { named } else { self.one(named) }
    }

    /// The record that goes on for a person.
    #[must_use]
    pub fn one(&self, mut key: PersonKey) -> PersonKey {
        // As many steps as there are records at most: two that name each other do not turn in a circle.
        for _ in 0..self.same.len() {
            match self.same.get(&key) {
                Some(other) => key = other.clone(),
                None => break,
            }
        }
        key
    }

    /// `ids` are those by which people are told apart: what is none of them is a name.
    pub(super) fn make_one(&mut self, person: &str, into: &str, ids: &HashSet<&str>) {
        let (from, to) = (self.one(written(person, ids)), self.one(written(into, ids)));
        if from != to {
            self.same.insert(from, to);
        }
    }

    pub(super) fn tell_apart(&mut self, name: &str, mention: Mention, id: &Id) {
        self.apart.insert((text::key(name), mention), id.clone());
    }
}

/// A person as an event names one: an id, or a name.
fn written(person: &str, ids: &HashSet<&str>) -> PersonKey {
    if ids.contains(person) || uuid::Uuid::parse_str(person).is_ok() {
        PersonKey::of_id(&Id(person.to_owned()))
    } else {
        PersonKey::of_name(person)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_records_of_one_person_become_one_and_circles_do_no_harm() {
        let mut people = People::default();
        people.make_one("Nguyễn Đức Chungg", "Nguyễn Đức Chung", &HashSet::new());
        people.make_one("Nguyễn Đức Chung", "Nguyễn Đức Chungg", &HashSet::new());
        let key = |name| people.key(name, None, None);
        assert_eq!(key("Nguyễn Đức Chungg"), key("Nguyễn Đức Chung"));
        assert_ne!(key("Nguyễn Đức Trung"), key("Nguyễn Đức Chung"));
    }

    #[test]
    fn one_name_in_one_decision_can_be_another_person() {
        let mut people = People::default();
        let other = Id("p-2".into());
        people.tell_apart("Trần Văn Ba", Mention::decision("12/QĐ-UBND"), &other);
        assert_eq!(people.key("Trần Văn Ba", None, Some(&Mention::decision("12/QĐ-UBND"))), PersonKey::of_id(&other));
        assert_eq!(
            people.key("Trần Văn Ba", None, Some(&Mention::decision("13/QĐ-UBND"))),
            PersonKey::of_name("Trần Văn Ba")
        );
    }
}
