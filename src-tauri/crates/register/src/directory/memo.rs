//! What was worked out of words once, kept: readings of positions, classes, ranks. Every answer of a register
//! reads the same few thousand wordings again and again; what they mean depends on nothing but the directory,
//! so it is kept beside it and goes with it.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use super::Form;
use crate::role::Rank;

/// A position as it may be read: from the longest tail that ever was the name of an organization to the
/// shortest.
#[derive(Debug, Default)]
pub(super) struct Wording {
    pub tails: Vec<Tail>,
}

/// A title, and the name of an organization behind it.
#[derive(Debug)]
pub(super) struct Tail {
    /// The title, in the words of the paper.
    pub title: String,
    /// The title compared.
    pub title_key: String,
    /// The organization, in the words of the paper.
    pub organization: String,
    /// The name compared.
    pub name: String,
    /// Who ever bore the name, within the office's territory.
    pub bearers: Vec<Form>,
}

/// One thing kept by words.
pub(super) struct Kept<V>(RwLock<HashMap<String, V>>);

impl<V: Clone> Kept<V> {
    pub(super) fn get_or(&self, key: &str, work_out: impl FnOnce() -> V) -> V {
        // A thread that panicked has put nothing half done here.
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(key) {
            return known.clone();
        }
        let value = work_out();
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned(), value.clone());
        value
    }
}

impl<V> Default for Kept<V> {
    fn default() -> Self {
        Self(RwLock::default())
    }
}

/// What was worked out so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Memo {
    wordings: Kept<Arc<Wording>>,
    classes: Kept<Arc<[usize]>>,
    ranks: Kept<Rank>,
    rules: Kept<Option<Arc<crate::draft::ClassRule>>>,
}

impl Memo {
    pub(super) fn wording(&self, office: &str, position: &str, work_out: impl FnOnce() -> Wording) -> Arc<Wording> {
        self.wordings.get_or(&format!("{office}\n{position}"), || Arc::new(work_out()))
    }

    pub(super) fn class(&self, key: &str, work_out: impl FnOnce() -> Arc<[usize]>) -> Arc<[usize]> {
        self.classes.get_or(key, work_out)
    }

    pub(super) fn rank(&self, role: &str, work_out: impl FnOnce() -> Rank) -> Rank {
        self.ranks.get_or(role, work_out)
    }

    /// The rule that the words of a class say by themselves.
    pub(super) fn class_rule(&self, position: &str) -> Option<Arc<crate::draft::ClassRule>> {
        self.rules.get_or(position, || crate::decision::class_rule(position).map(Arc::new))
    }
}

/// What was worked out is no part of what a directory is: a copy works it out anew.
impl<V> Clone for Kept<V> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<V> PartialEq for Kept<V> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<V> fmt::Debug for Kept<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Kept")
    }
}
