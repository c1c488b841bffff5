//! What the templates read: the paper as JSON, every text of it plain and printable.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Error;
use super::fit::Fit;
use super::world::Case;
use crate::paper::{Block, Paper, plain};

/// The content of a paper, as JSON but for its last brace, so that the fit can be put behind it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Content {
    open: String,
}

/// The words around a letter that no face has.
const AROUND: usize = 60;

/// Makes the content of a paper; `counted` with the heights of its plain rows.
///
/// # Errors
/// [`Error::Letter`] when a letter is in none of the faces.
pub(super) fn of(paper: &Paper, case: &Case, counted: bool) -> Result<Content, Error> {
    let mut value = serde_json::to_value(paper)?;
    let drawn = paper.blocks.iter().any(|block| matches!(block, Block::Drawing(_)));
    settle(&mut value, &mut Asked { case, drawn, there: HashSet::new() })?;
    if counted && let Some(measure) = Case::measure() {
        measure.count(&mut value);
    }
    let mut open = serde_json::to_string(&value)?;
    open.pop();
    Ok(Content { open })
}

impl Content {
    /// The file that the templates ask for.
    pub(super) fn bytes(&self, fit: Fit) -> Vec<u8> {
        format!(r#"{},"fit":{{"air":{},"size":{}}}}}"#, self.open, fit.air, fit.size).into_bytes()
    }
}

/// The faces, and the letters that they were found to have: a long paper asks for the same few thousands of times.
struct Asked<'a> {
    case: &'a Case,
    drawn: bool,
    there: HashSet<char>,
}

impl Asked<'_> {
    fn has(&mut self, letter: char) -> bool {
        // What the faces surely have is not asked for.
        matches!(letter, ' '..='~')
            || self.there.contains(&letter)
            || (self.case.has(letter, self.drawn) && self.there.insert(letter))
    }
}

fn settle(value: &mut Value, asked: &mut Asked<'_>) -> Result<(), Error> {
    match value {
        Value::String(said) => {
            *said = plain(said);
            let missing = said.chars().find(|c| !asked.has(*c));
            missing.map_or(Ok(()), |letter| Err(Error::Letter { letter, words: around(said, letter) }))
        }
        Value::Array(values) => values.iter_mut().try_for_each(|value| settle(value, asked)),
        Value::Object(values) => values.values_mut().try_for_each(|value| settle(value, asked)),
        _ => Ok(()),
    }
}

/// The words in which a letter stands, where there are many.
fn around(said: &str, letter: char) -> String {
    let at = said.chars().position(|c| c == letter).unwrap_or(0);
    said.chars().skip(at.saturating_sub(AROUND / 2)).take(AROUND).collect()
}
