//! Of what a timeline is drawn.

use std::collections::HashSet;

use register::composition::{Body, Fold};
use register::timeline::Timeline;

/// Of what a timeline is drawn.
#[derive(Clone, Debug)]
pub enum Scope<'a> {
    /// The whole register.
    Register,
    /// Some committees, or sub-bodies of them.
    Bodies(Vec<Body<'a>>),
}

impl<'a> Scope<'a> {
    /// The bodies, in the order of their founding where it is all of them.
    pub(super) fn bodies(&self, fold: &'a Fold) -> Vec<Body<'a>> {
        match self {
            Self::Register => fold.committees.iter().map(Body::Committee).collect(),
            Self::Bodies(bodies) => bodies.clone(),
        }
    }

    /// The decisions on them, in legal order, and what these do to each other.
    #[must_use]
    pub fn timeline(&self, fold: &Fold) -> Timeline {
        match self {
            Self::Register => fold.timeline(None),
            Self::Bodies(bodies) => match bodies[..] {
                [only] => fold.timeline(Some(only.committee())),
                _ => {
                    let named = bodies.iter().flat_map(|body| &body.committee().decisions);
                    let named: HashSet<usize> = named.copied().collect();
                    let mut shown = fold.in_legal_order();
                    shown.retain(|at| named.contains(at));
                    fold.timeline_of(&shown)
                }
            },
        }
    }
}
