//! From events to the directory.

use jiff::ToSpan;

use super::event::{Change, Event, Holding, Sourced};
use super::{Capacity, Directory, Incumbency, Milestone, Organization, Post, title_key};
use crate::date::{Day, PartialDate, Period};
use crate::decision::Citation;
use crate::text;

pub(super) fn replay(events: &[Event]) -> Directory {
    let mut ordered: Vec<&Event> = events.iter().collect();
    ordered.sort_by_key(|event| (event.on.map(PartialDate::earliest), rank(&event.change)));
    let mut directory = Directory::default();
    for event in ordered {
        if directory.take(event).is_none() {
            directory.unsettled.push(event.clone());
        }
    }
    directory
}

/// Events of one day in the order in which they can build on each other: what ends or leaves comes before
/// what begins, but a thing is founded before anything is said of it.
fn rank(change: &Change) -> u8 {
    match change {
        Change::Found { post: None, .. } => 0,
        Change::Found { post: Some(_), .. } => 1,
        Change::Split { .. } => 2,
        Change::Rename { .. } => 3,
        Change::Relieve { .. } => 4,
        Change::Appoint(_) | Change::Act(_) | Change::TakeCharge(_) => 5,
        Change::Merge { .. } => 6,
        Change::End { .. } => 7,
        Change::Milestone { .. } => 8,
    }
}

/// The first day on which something that ended at a partly known date is surely over.
fn surely_over(on: PartialDate) -> Day {
    on.exact().unwrap_or_else(|| on.latest().saturating_add(1.day()))
}

impl Change {
    /// Whether it ends something.
    fn ends(&self) -> bool {
        matches!(self, Self::Merge { .. } | Self::End { .. } | Self::Relieve { .. })
    }
}

impl Directory {
    /// Takes one event in; `None` where it names something unknown.
    fn take(&mut self, event: &Event) -> Option<()> {
        let on = event.on.map(|on| if event.change.ends() { surely_over(on) } else { on.earliest() });
        let citation = event.citation.as_ref().map(Sourced::cite);
        match &event.change {
            Change::Found { organization, kind, parent, post: None, also, .. } => {
                if self.living(organization, on).is_none() {
                    self.found(organization, kind.as_deref(), parent.as_deref(), also, on);
                }
            }
            Change::Found { organization, post: Some(post), several, .. } => {
                let organization = self.living(organization, on)?;
                self.found_post(organization, post, *several, on);
            }
            Change::Rename { organization, name, also } => {
                let renamed = self.living(organization, on)?;
                self.organizations[renamed].take_name(name, also, on);
            }
            Change::Merge { organization, into } => {
                let ended = self.living(organization, on)?;
                let successor = self.living(into, on)?;
                self.end(ended, on, citation, Some(successor));
            }
            Change::Split { organization, into, kind, post } => {
                let parent = self.organizations[self.living(organization, on)?].parent.clone();
                self.found(into, kind.as_deref(), parent.as_deref(), &[], on);
                if let Some(post) = post {
                    self.found_post(self.organizations.len() - 1, post, false, on);
                }
            }
            Change::End { organization, post: None } => {
                let ended = self.living(organization, on)?;
                self.end(ended, on, citation, None);
            }
            Change::End { organization, post: Some(post) } => {
                let organization = self.living(organization, on)?;
                let post = self.post(organization, post)?;
                self.posts[post].life.to = on;
            }
            Change::Appoint(holding) => self.hold(holding, Capacity::Incumbent, on, citation)?,
            Change::Act(holding) => self.hold(holding, Capacity::Acting, on, citation)?,
            Change::TakeCharge(holding) => self.hold(holding, Capacity::InCharge, on, citation)?,
            Change::Relieve { post, organization, person } => {
                let organization = self.living(organization, on)?;
                let post = self.post(organization, post)?;
                self.posts[post].relieve(person.as_deref(), on);
            }
            Change::Milestone { what } => {
                self.milestones.push(Milestone { date: on?, what: what.clone() });
            }
        }
        Some(())
    }

    fn found(&mut self, name: &str, kind: Option<&str>, parent: Option<&str>, also: &[String], on: Option<Day>) {
        let life = Period { from: on, to: None };
        let mut organization = Organization {
            kind: kind.map(str::to_owned),
            parent: parent.map(str::to_owned),
            names: vec![(life, text::tidy(name))],
            also: also.to_vec(),
            life,
            successor: None,
            ended_by: None,
            forms: Vec::new(),
        };
        organization.forms = organization.forms_of(name, also);
        self.organizations.push(organization);
    }

    fn found_post(&mut self, organization: usize, title: &str, several: bool, on: Option<Day>) -> usize {
        if let Some(known) = self.post(organization, title) {
            return known;
        }
        // A post begins with its organization unless it was founded later.
        let from = if on == self.organizations[organization].life.from { None } else { on };
        self.posts.push(Post {
            title: text::tidy(title),
            organization,
            several: several || text::fold(title).starts_with("pho "),
            life: Period { from, to: None },
            incumbencies: Vec::new(),
        });
        let post = self.posts.len() - 1;
        self.post_of.insert((organization, title_key(title)), post);
        post
    }

    fn end(&mut self, organization: usize, on: Option<Day>, citation: Option<Citation>, successor: Option<usize>) {
        let ended = &mut self.organizations[organization];
        ended.life.to = on;
        if let Some((period, _)) = ended.names.last_mut() {
            period.to = on;
        }
        ended.ended_by = citation;
        ended.successor = successor;
        for post in self.posts.iter_mut().filter(|post| post.organization == organization) {
            post.relieve(None, on);
        }
    }

    fn hold(
        &mut self,
        holding: &Holding,
        capacity: Capacity,
        on: Option<Day>,
        citation: Option<Citation>,
    ) -> Option<()> {
        let organization = self.living(&holding.organization, on)?;
        // Whoever appoints to a post says that it exists.
        let post = match self.post(organization, &holding.post) {
            Some(post) => post,
            None => self.found_post(organization, &holding.post, false, self.organizations[organization].life.from),
        };
        self.posts[post].incumbencies.push(Incumbency {
            person: text::tidy(&holding.person),
            person_id: holding.person_id.clone(),
            capacity,
            portfolio: holding.portfolio.clone(),
            period: Period { from: on, to: None },
            citation,
        });
        Some(())
    }

    /// The organization that bears a name on a day (the eve counts too: on the day on which it ends, the
    /// event that ends it still names it).
    fn living(&self, name: &str, on: Option<Day>) -> Option<usize> {
        let wanted = text::shorten(name);
        let bears = |organization: &Organization| organization.forms.contains(&wanted);
        let open = |organization: &Organization| organization.life.to.is_none();
        let alive = |organization: &Organization| match (organization.life.to, on) {
            (Some(to), Some(day)) => day <= to,
            _ => true,
        };
        let latest =
            |holds: &dyn Fn(&Organization) -> bool| self.organizations.iter().rposition(|o| bears(o) && holds(o));
        latest(&open).or_else(|| latest(&alive))
    }
}

impl Organization {
    fn take_name(&mut self, name: &str, also: &[String], on: Option<Day>) {
        if let Some((period, _)) = self.names.last_mut() {
            period.to = on;
        }
        self.names.push((Period { from: on, to: None }, text::tidy(name)));
        self.also.extend(also.iter().cloned());
        let forms = self.forms_of(name, also);
        self.forms.extend(forms);
    }

    fn forms_of(&self, name: &str, also: &[String]) -> Vec<String> {
        std::iter::once(name).chain(also.iter().map(String::as_str)).map(text::shorten).collect()
    }
}

impl Post {
    fn relieve(&mut self, person: Option<&str>, on: Option<Day>) {
        let named = person.map(text::key);
        for held in self.incumbencies.iter_mut().filter(|held| held.period.to.is_none()) {
            if named.as_ref().is_none_or(|named| *named == text::key(&held.person)) {
                held.period.to = on;
            }
        }
    }
}

impl Sourced {
    /// The citation of a fact of the directory.
    #[must_use]
    pub fn cite(&self) -> Citation {
        let blank = Citation {
            decision: String::new(),
            decision_id: None,
            date: None,
            place: None,
            words: None,
            reconstructed: false,
            note: None,
        };
        match self {
            Self::Document { decision, date, place } => {
                Citation { decision: decision.clone(), date: *date, place: place.clone(), ..blank }
            }
            Self::Note { note } => Citation { note: Some(note.clone()), ..blank },
        }
    }
}
