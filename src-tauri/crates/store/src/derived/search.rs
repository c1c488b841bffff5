//! Text found in the derived rows, as of a day.

use register::date::Day;
use rusqlite::Connection;

use crate::error::Error;

/// A line that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// committee, decision, organization, post, person.
    pub kind: String,
    /// Which one: its id.
    pub thing: String,
    /// What it belongs to: the organization of a post, the committee or the post of a person.
    pub part: String,
    /// What is shown first.
    pub title: String,
    /// What is shown second.
    pub detail: String,
}

/// The lines that hold on a day and contain every word of a folded text.
pub(crate) fn search(connection: &Connection, folded: &str, on: Day, most: usize) -> Result<Vec<Found>, Error> {
    let on = on.to_string();
    let words: Vec<&str> = folded.split_whitespace().collect();
    let Some(first) = words.iter().max_by_key(|word| word.len()) else { return Ok(Vec::new()) };
    let mut select = connection.prepare_cached(include_str!("search.sql"))?;
    let mut rows = select.query([*first, on.as_str()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let text: String = row.get(5)?;
        if !words.iter().all(|word| text.contains(word)) {
            continue;
        }
        found.push(Found {
            kind: row.get(0)?,
            thing: row.get(1)?,
            part: row.get(2)?,
            title: row.get(3)?,
            detail: row.get(4)?,
        });
        if found.len() == most {
            break;
        }
    }
    Ok(found)
}
