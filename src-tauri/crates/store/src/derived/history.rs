//! The history of a person, by one look-up in the derived rows.

use register::date::Day;
use register::decision::Citation;
use register::directory::{Capacity, PersonKey};
use register::history::{History, PostHeld, Stay};
use register::{Id, history};
use rusqlite::{Connection, OptionalExtension, Row};

use crate::error::Error;

/// A person as the derived rows know one.
pub type Person = (PersonKey, String);

/// The people whom a text may mean.
pub(crate) fn find(connection: &Connection, wanted: &str) -> Result<Vec<Person>, Error> {
    let folded = register::text::fold(wanted);
    let mut select = connection.prepare_cached(include_str!("people.sql"))?;
    let rows = select.query_map([wanted, &folded], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let rows: Vec<(String, String, String)> = rows.collect::<Result<_, _>>()?;
    let known = rows.iter().map(|(key, name, fold)| (key.as_str(), name.as_str(), fold.as_str()));
    Ok(history::find_people(known, wanted))
}

/// A person over all committees and posts; as of a day, where there is one.
pub(crate) fn of(connection: &Connection, person: &Person, on: Option<Day>) -> Result<History, Error> {
    let (key, name) = person;
    let mut select = connection.prepare_cached(include_str!("stays.sql"))?;
    let mut rows = select.query([key.as_str()])?;
    let mut stays: Vec<Stay> = Vec::new();
    // The rows of one committee follow each other: the name of an earlier day is looked up once for all.
    let mut known: Option<(Id, String)> = None;
    while let Some(row) = rows.next()? {
        let committee = Id(row.get(0)?);
        let is_sub_body = row.get_ref(1)?.as_str().is_ok_and(|sub_body| !sub_body.is_empty());
        let body = match on {
            Some(on) if !is_sub_body => {
                let name = match known.take() {
                    Some((id, name)) if id == committee => name,
                    _ => name_of(connection, committee.as_str(), on)?,
                };
                known = Some((committee.clone(), name.clone()));
                name
            }
            _ => row.get(7)?,
        };
        stays.push(stay(row, committee, body)?);
    }
    let mut select = connection.prepare_cached(include_str!("posts_held.sql"))?;
    let mut rows = select.query([key.as_str()])?;
    let mut posts = Vec::new();
    while let Some(row) = rows.next()? {
        posts.push(post_held(row)?);
    }
    Ok(History::of(name.clone(), key, stays, posts, on))
}

/// The name that a committee bears on a day.
fn name_of(connection: &Connection, committee: &str, on: Day) -> Result<String, Error> {
    let mut select = connection.prepare_cached(include_str!("name_of_committee.sql"))?;
    Ok(select.query_row([committee, &on.to_string()], |row| row.get(0)).optional()?.unwrap_or_default())
}

fn stay(row: &Row<'_>, committee: Id, body: String) -> Result<Stay, Error> {
    Ok(Stay {
        committee,
        body,
        role: filled(row, 2)?,
        post: filled(row, 3)?,
        from: day(row, 4)?.ok_or_else(damaged)?,
        to: day(row, 5)?,
        citation: citation(row, 6)?.ok_or_else(damaged)?,
    })
}

fn post_held(row: &Row<'_>) -> Result<PostHeld, Error> {
    let capacity = match row.get_ref(2)?.as_str() {
        Ok("incumbent") => Capacity::Incumbent,
        Ok("acting") => Capacity::Acting,
        Ok("in_charge") => Capacity::InCharge,
        _ => return Err(damaged()),
    };
    Ok(PostHeld {
        post: row.get(0)?,
        post_id: Id(row.get(1)?),
        capacity,
        from: filled(row, 3)?,
        to: filled(row, 4)?,
        citation: citation(row, 5)?,
    })
}

fn filled(row: &Row<'_>, column: usize) -> Result<Option<String>, Error> {
    let text: String = row.get(column)?;
    Ok((!text.is_empty()).then_some(text))
}

fn day(row: &Row<'_>, column: usize) -> Result<Option<Day>, Error> {
    match row.get_ref(column)?.as_str() {
        Ok("") => Ok(None),
        Ok(text) => register::date::day(text).map(Some).map_err(|_| damaged()),
        Err(_) => Err(damaged()),
    }
}

fn citation(row: &Row<'_>, column: usize) -> Result<Option<Citation>, Error> {
    match row.get_ref(column)?.as_str() {
        Ok("") => Ok(None),
        Ok(text) => register::rows::read_citation(text).map(Some).ok_or_else(damaged),
        Err(_) => Err(damaged()),
    }
}

/// A derived row that cannot be what the fold wrote: to be rebuilt.
fn damaged() -> Error {
    Error::Damaged { seq: 0, why: "derived".to_owned() }
}
