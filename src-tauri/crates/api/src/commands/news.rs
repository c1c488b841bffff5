//! News of the directory: organizations, posts, and who holds which post.

use register::Id;
use register::directory::{Change, Event, Holding, ReadEvents, Sourced, read_events};
use register::record::{Content, News};
use serde_json::Value;

use crate::desk::{Desk, fresh};
use crate::failure::Failure;
use crate::types::{Effects, PostNews, Question, Recorded};

/// Records one piece of news as the small form has it. The form asks for its source.
///
/// # Errors
/// `administrator_needed`, `missing_field`, `bad_date`, `bad_event`.
pub fn record_post(desk: &mut Desk, request: PostNews) -> Result<Recorded, Failure> {
    let event = event_of(request)?;
    record_events(desk, vec![event], Vec::new())
}

/// What one piece of news would change: who holds the post then, and which seats that fills or empties. Nothing is
/// written.
///
/// # Errors
/// `missing_field`, `bad_date`, `bad_event`.
pub fn rehearse_post(desk: &mut Desk, request: PostNews) -> Result<Effects, Failure> {
    let events = Prepared { events: vec![event_of(request)?], notices: Vec::new() }.named();
    let mut record = desk.record.clone();
    record.events.extend(events.iter().cloned());
    Ok(Effects { effects: desk.fold.effects(&record, &events) })
}

fn event_of(news: PostNews) -> Result<Event, Failure> {
    let filled = |text: Option<String>| text.map(|text| register::text::tidy(&text)).filter(|text| !text.is_empty());
    let missing = |field: &str| Failure::refused("missing_field", [("field", field.to_owned())]);
    let needed = |field: &str, text: String| filled(Some(text)).ok_or_else(|| missing(field));
    let person = filled(news.person);
    let (organization, post) = (needed("organization", news.organization)?, needed("post", news.post)?);
    let date = filled(news.date).map(|date| day(&date)).transpose()?;
    let citation = match (filled(news.decision), filled(news.note)) {
        (Some(decision), _) => Sourced::Document { decision, date, place: filled(news.place) },
        (None, Some(note)) => Sourced::Note { note },
        (None, None) => return Err(missing("source")),
    };
    let person_id = filled(news.person_id).map(Id);
    let change = if news.event == "relieve" {
        Change::Relieve { post, organization, person, person_id }
    } else {
        let person = person.ok_or_else(|| missing("person"))?;
        let holding = Holding { post, organization, person, person_id, portfolio: filled(news.portfolio) };
        match news.event.as_str() {
            "appoint" => Change::Appoint(holding),
            "act" => Change::Act(holding),
            "take_charge" => Change::TakeCharge(holding),
            "assign" if holding.portfolio.is_none() => return Err(missing("portfolio")),
            "assign" => Change::Assign(holding),
            other => return Err(Failure::refused("bad_event", [("n", "1".to_owned()), ("why", other.to_owned())])),
        }
    };
    let on = register::text::tidy(&news.on);
    let on = on.parse().map_err(|_| Failure::refused("bad_date", [("date", on.clone())]))?;
    Ok(Event { id: None, on: Some(on), change, citation: Some(citation) })
}

fn day(text: &str) -> Result<register::Day, Failure> {
    register::date::day(text).map_err(|_| Failure::refused("bad_date", [("date", text.to_owned())]))
}

/// Events that may be recorded, and what is to be known of them.
#[derive(Default)]
pub(crate) struct Prepared {
    events: Vec<Event>,
    notices: Vec<Question>,
}

/// Events as a script or a reading writes them. Nothing is recorded.
///
/// # Errors
/// `bad_event` with the place of the first that is none.
pub(crate) fn prepare(written: &[Value]) -> Result<Prepared, Failure> {
    let ReadEvents { events, unknown } = read_events(written)?;
    let notice = |code: &str, n: usize, key: Option<String>| {
        let mut params = std::collections::BTreeMap::from([("n".to_owned(), n.to_string())]);
        params.extend(key.map(|key| ("key".to_owned(), key)));
        Question { code: code.to_owned(), params, stops: false }
    };
    let mut notices: Vec<Question> = unknown.into_iter().map(|(n, key)| notice("unknown_key", n, Some(key))).collect();
    let unsourced = events.iter().enumerate().filter(|(_, event)| event.citation.is_none());
    notices.extend(unsourced.map(|(at, _)| notice("no_source", at + 1, None)));
    Ok(Prepared { events, notices })
}

fn record_events(desk: &mut Desk, events: Vec<Event>, notices: Vec<Question>) -> Result<Recorded, Failure> {
    let (content, about) = Prepared { events, notices }.content();
    let Some(content) = content else { return Err(Failure::refused("nothing_to_record", [])) };
    let recorded = desk.record(vec![content], &[])?;
    Ok(Recorded {
        entry: recorded.first().cloned(),
        entries: recorded,
        warnings: about.known(desk),
        ..Recorded::default()
    })
}

impl Prepared {
    /// The events with lasting ids, to be looked at before they are recorded.
    pub(crate) fn named(&self) -> Vec<Event> {
        let mut events = self.events.clone();
        name_events(&mut events, &[]);
        events
    }

    /// What is to be known of them.
    pub(crate) fn notices(self) -> Vec<Question> {
        self.notices
    }

    /// The one entry that they make, where there are any.
    pub(crate) fn content(self) -> (Option<Content>, About) {
        let Self { mut events, notices } = self;
        name_events(&mut events, &[]);
        let ids = events.iter().map(|event| event.id.clone()).collect();
        let content = (!events.is_empty()).then_some(Content::Directory(News { events }));
        (content, About { ids, notices })
    }
}

/// What there is to say of events once they are recorded.
pub(crate) struct About {
    ids: Vec<Option<Id>>,
    notices: Vec<Question>,
}

impl About {
    /// What names something that the register does not know (yet) settles when it comes: said meanwhile.
    pub(crate) fn known(self, desk: &Desk) -> Vec<Question> {
        let mut notices = self.notices;
        for event in &desk.fold.directory.unsettled {
            if self.ids.contains(&event.id) {
                let about = event.change.organization().unwrap_or_default().to_owned();
                let params = std::collections::BTreeMap::from([("number".to_owned(), about)]);
                notices.push(Question { code: "unresolved_reference".to_owned(), params, stops: false });
            }
        }
        notices
    }
}

/// Gives events their lasting ids. One that a former version of the same pack had keeps the id that it had,
/// and so does what it founded.
pub(crate) fn name_events(events: &mut [Event], known: &[Event]) {
    for event in events.iter_mut().filter(|event| event.id.is_none()) {
        let same = known.iter().find(|known| known.on == event.on && known.change == event.change);
        event.id = same.and_then(|known| known.id.clone()).or_else(|| Some(fresh()));
    }
}
