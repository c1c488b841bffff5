//! News of the directory that touch a class on a thousand committees: what recording them takes in, and how that
//! grows with the number of committees.

use std::error::Error;
use std::time::{Duration, Instant as Clock};

use register::directory::Event;
use register::{Fold, Record};
use serde_json::json;

use super::world::{LISTS, OFFICES, World};
use crate::table::{Table, shown};

pub fn measure(world: &mut World, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let mut first: Option<(usize, Duration)> = None;
    for share in [10, 2, 1] {
        let committees = world.fold.committees.len() / share;
        let record = Record {
            decisions: world.record.decisions[..committees * LISTS].to_vec(),
            events: world.record.events.clone(),
            ..Record::default()
        };
        // All offices share one class here: the news is about a body that lies in every territory.
        let mut fold = Fold::of(&record);
        let mut known = record;
        let news: Vec<Event> = serde_json::from_value(json!([
            { "id": "chung", "event": "found", "organization": "Sở chung", "kind": "sở" },
            { "id": "chung-gd", "event": "found", "organization": "Sở chung", "post": "Giám đốc" },
        ]))?;
        known.events.extend(news.iter().cloned());
        fold.take_news(&known, &news);
        let appointed: Vec<Event> = serde_json::from_value(json!([
            { "id": "bo-nhiem", "event": "appoint", "organization": "Sở chung", "post": "Giám đốc",
              "person": "Vi Thị Hai", "on": "2015-05-05" },
        ]))?;
        known.events.extend(appointed.iter().cloned());
        let clock = Clock::now();
        let changes = fold.take_news(&known, &appointed);
        let time = clock.elapsed();
        let (least, shortest) = *first.get_or_insert((committees, time));
        let growth = format!("{:.1} ×", time.as_secs_f64() / shortest.as_secs_f64());
        let what = format!(
            "an appointment in a class that sits on {committees} committees of {OFFICES} offices: {} rows come",
            changes.come.len()
        );
        let peer = format!("{} × the committees of the smallest", committees / least.max(1));
        table.row(what, shown(time), peer, growth, "stated");
    }
    Ok(())
}
