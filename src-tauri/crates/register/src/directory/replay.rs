//! From events to the directory.

use std::sync::Arc;

use std::collections::HashSet;

use jiff::ToSpan;

use super::event::{Change, Event, Holding, Sourced};
use super::people::Mention;
use super::{Capacity, Directory, Form, Incumbency, Milestone, Name, Nomination, Organization, Post, title_key};
use crate::date::{Day, PartialDate, Period};
use crate::decision::Citation;
use crate::id::Id;
use crate::text;

pub(super) fn replay(events: &[Event]) -> Directory {
    let mut directory = Directory::default();
    let ids: HashSet<&str> = events.iter().filter_map(|event| event.change.person()?.1).map(Id::as_str).collect();
    // Who is one person is settled first: it has no day, and every name is read with it.
    let mut people: Vec<&Event> = events.iter().filter(|event| rank(&event.change) == 0).collect();
    people.sort_by_cached_key(|event| said(event));
    people.into_iter().for_each(|event| directory.meet(event, &ids));
    let mut ordered: Vec<&Event> = events.iter().collect();
    // What ties by day and kind is ordered by what it says, and last by its id: never by the order of
    // recording.
    ordered.sort_by_cached_key(|event| (event.day(), rank(&event.change), said(event)));
    for event in ordered {
        if directory.take(event).is_none() {
            directory.unsettled.push(event.clone());
        }
    }
    directory
}

/// What an event says, to order it among those of its day and kind; of the same saying, its id.
fn said(event: &Event) -> (String, Option<Id>) {
    (serde_json::to_string(&event.change).unwrap_or_default(), event.id.clone())
}

/// Events of one day in the order in which they can build on each other: what ends or leaves comes before
/// what begins, but a thing is founded before anything is said of it.
fn rank(change: &Change) -> u8 {
    match change {
        Change::SamePerson { .. } | Change::TellApart { .. } => 0,
        Change::Found { post: None, .. } => 1,
        Change::Found { post: Some(_), .. } => 2,
        Change::Split { .. } => 3,
        Change::Rename { .. } => 4,
        Change::Relieve { .. } => 5,
        Change::Appoint(_) | Change::Act(_) | Change::TakeCharge(_) => 6,
        Change::Assign(_) | Change::Nominate { .. } => 7,
        Change::Merge { .. } => 8,
        Change::End { .. } => 9,
        Change::Milestone { .. } => 10,
    }
}

/// A title less the last of its words that begin the name of its body; `None` where there are none.
fn without_the_body(title: &str, name: &str) -> Option<String> {
    let words: Vec<&str> = title.split(' ').collect();
    let start = (1..words.len()).find(|start| {
        let tail = words[*start..].join(" ");
        name == tail || name.starts_with(&format!("{tail} "))
    })?;
    Some(words[..start].join(" "))
}

/// The first day on which something that ended at a partly known date is surely over.
pub(crate) fn surely_over(on: PartialDate) -> Day {
    on.exact().unwrap_or_else(|| on.latest().saturating_add(1.day()))
}

impl Change {
    /// Whether it ends something.
    fn ends(&self) -> bool {
        matches!(self, Self::Merge { .. } | Self::End { .. } | Self::Relieve { .. })
    }
}

impl Event {
    /// The day from which on it is reckoned with: a partly known date begins things on its first possible
    /// day, and ends them on the day after its last.
    pub(crate) fn day(&self) -> Option<Day> {
        self.on.map(|on| if self.change.ends() { surely_over(on) } else { on.earliest() })
    }

    /// The id of what it makes. An event that was never recorded (a rehearsal) makes things of no id.
    fn made(&self) -> Id {
        self.id.clone().unwrap_or_else(|| Id(String::new()))
    }
}

/// A term in a post as it begins.
struct Beginning<'a> {
    event: &'a Event,
    on: Option<Day>,
    citation: Option<Arc<Citation>>,
}

impl Directory {
    /// What an event says of who is one person.
    fn meet(&mut self, event: &Event, ids: &HashSet<&str>) {
        match &event.change {
            Change::SamePerson { person, into } => self.people.make_one(person, into, ids),
            Change::TellApart { person, person_id, decision, organization } => {
                let mentions = decision.iter().map(|number| Mention::decision(number));
                let mentions = mentions.chain(organization.iter().map(|name| Mention::organization(name)));
                for mention in mentions {
                    self.people.tell_apart(person, mention, person_id);
                }
            }
            _ => {}
        }
    }

    /// Takes one event in; `None` where it names something unknown.
    fn take(&mut self, event: &Event) -> Option<()> {
        let on = event.day();
        let citation = event.citation.as_ref().map(|source| Arc::new(source.cite()));
        match &event.change {
            Change::Found { organization, kind, parent, post: None, also, .. } => {
                if self.living(organization, on).is_none() {
                    let founded = self.found(event, organization, kind.as_deref(), parent.as_deref(), also);
                    self.organizations[founded].founded_by = citation;
                }
            }
            Change::Found { organization, post: Some(post), several, .. } => {
                let organization = self.living(organization, on)?;
                self.found_post(event, organization, post, *several, on);
            }
            Change::Rename { organization, name, also } => {
                let renamed = self.living(organization, on)?;
                self.take_name(renamed, name, also, on, citation);
            }
            Change::Merge { organization, into } => {
                let ended = self.living(organization, on)?;
                let successor = self.living(into, on).filter(|successor| *successor != ended)?;
                self.end(ended, event, citation, Some(successor));
            }
            Change::Split { organization, into, kind, post } => {
                let from = self.living(organization, on)?;
                let (parent, old_kind) =
                    (self.organizations[from].parent.clone(), self.organizations[from].kind.clone());
                let kind = kind.clone().or(old_kind);
                let new = self.found(event, into, kind.as_deref(), parent.as_deref(), &[]);
                self.organizations[new].split_from = Some(from);
                self.organizations[new].founded_by = citation;
                if let Some(post) = post {
                    self.found_post(event, new, post, false, on);
                }
            }
            Change::End { organization, post: None } => {
                let ended = self.living(organization, on)?;
                self.end(ended, event, citation, None);
            }
            Change::End { organization, post: Some(post) } => {
                let organization = self.living(organization, on)?;
                let post = self.post(organization, post)?;
                self.posts[post].life.to = on;
                self.posts[post].relieve(None, event, citation.as_ref());
            }
            Change::Appoint(holding) => self.hold(holding, Capacity::Incumbent, Beginning { event, on, citation })?,
            Change::Act(holding) => self.hold(holding, Capacity::Acting, Beginning { event, on, citation })?,
            Change::TakeCharge(holding) => self.hold(holding, Capacity::InCharge, Beginning { event, on, citation })?,
            Change::Assign(holding) => self.assign(holding, on)?,
            Change::Relieve { post, organization, person, person_id } => {
                let organization_words = organization;
                let organization = self.living(organization, on)?;
                let post = self.post(organization, post)?;
                let mention = Mention::organization(organization_words);
                let person = person.as_ref().map(|person| self.people.key(person, person_id.as_ref(), Some(&mention)));
                let left = self.posts[post].relieve(person.as_ref(), event, citation.as_ref());
                // Whom the register never saw in the post cannot leave it: said, and kept for who looks.
                return (left > 0).then_some(());
            }
            Change::Nominate { committee, person, person_id, role, organization, post } => {
                let mention = organization.as_deref().map(Mention::organization);
                self.nominations.push(Nomination {
                    committee: text::shorten(committee),
                    committee_words: text::tidy(committee),
                    role: role.as_deref().map(text::key),
                    organization: organization.as_deref().map(text::shorten),
                    organization_words: organization.clone(),
                    person: text::tidy(person),
                    key: self.people.key(person, person_id.as_ref(), mention.as_ref()),
                    post: post.as_deref().map(text::tidy),
                    from: on,
                    citation,
                });
            }
            Change::Milestone { what } => {
                self.milestones.push(Milestone { date: on?, what: what.clone() });
            }
            Change::SamePerson { .. } | Change::TellApart { .. } => {}
        }
        Some(())
    }

    fn found(&mut self, event: &Event, name: &str, kind: Option<&str>, parent: Option<&str>, also: &[String]) -> usize {
        let life = Period { from: event.day(), to: None };
        let citation = event.citation.as_ref().map(|source| Arc::new(source.cite()));
        self.organizations.push(Organization {
            id: event.made(),
            kind: kind.map(str::to_owned),
            parent: parent.map(str::to_owned),
            names: vec![Name { name: text::tidy(name), compared: text::shorten(name), period: life, citation }],
            also: also.to_vec(),
            life,
            founded_by: None,
            split_from: None,
            successor: None,
            ended_by: None,
            forms: Vec::new(),
            above: parent.map(text::shorten),
            kind_compared: kind.map(text::key),
        });
        let founded = self.organizations.len() - 1;
        self.know_forms(founded, name, also, event.day());
        founded
    }

    fn take_name(
        &mut self,
        organization: usize,
        name: &str,
        also: &[String],
        on: Option<Day>,
        by: Option<Arc<Citation>>,
    ) {
        let renamed = &mut self.organizations[organization];
        if let Some(last) = renamed.names.last_mut() {
            last.period.to = on;
        }
        let period = Period { from: on, to: None };
        renamed.names.push(Name { name: text::tidy(name), compared: text::shorten(name), period, citation: by });
        renamed.also.extend(also.iter().cloned());
        self.know_forms(organization, name, also, on);
    }

    fn know_forms(&mut self, organization: usize, name: &str, also: &[String], from: Option<Day>) {
        for form in std::iter::once(name).chain(also.iter().map(String::as_str)).map(text::shorten) {
            if !self.organizations[organization].forms.contains(&form) {
                self.organizations[organization].forms.push(form.clone());
                self.by_form.entry(form).or_default().push(Form { organization, from });
            }
        }
    }

    fn found_post(&mut self, event: &Event, organization: usize, title: &str, several: bool, on: Option<Day>) -> usize {
        if let Some(known) = self.post(organization, title) {
            return known;
        }
        // A post begins with its organization unless it was founded later.
        let from = if on == self.organizations[organization].life.from { None } else { on };
        self.posts.push(Post {
            id: event.made(),
            title: text::tidy(title),
            title_key: title_key(title),
            organization,
            several: several || text::fold(title).starts_with("pho "),
            life: Period { from, to: None },
            incumbencies: Vec::new(),
        });
        let post = self.posts.len() - 1;
        self.by_id.insert(event.made(), post);
        let compared = title_key(title);
        // "Chánh Văn phòng" of a Văn phòng: papers write "Chánh Văn phòng UBND tỉnh", where the body's name
        // begins with the title's last words.
        for name in &self.organizations[organization].forms {
            if let Some(short) = without_the_body(&compared, name) {
                self.post_of.entry(organization).or_default().entry(short).or_insert(post);
            }
        }
        self.posts_titled.entry(compared.clone()).or_default().push(post);
        self.post_of.entry(organization).or_default().insert(compared, post);
        post
    }

    fn end(&mut self, organization: usize, event: &Event, citation: Option<Arc<Citation>>, successor: Option<usize>) {
        let on = event.day();
        let ended = &mut self.organizations[organization];
        ended.life.to = on;
        if let Some(name) = ended.names.last_mut() {
            name.period.to = on;
        }
        for post in self.posts.iter_mut().filter(|post| post.organization == organization) {
            post.relieve(None, event, citation.as_ref());
        }
        let ended = &mut self.organizations[organization];
        ended.ended_by = citation;
        ended.successor = successor;
    }

    fn hold(&mut self, holding: &Holding, capacity: Capacity, beginning: Beginning<'_>) -> Option<()> {
        let Beginning { event, on, citation } = beginning;
        let organization = self.living(&holding.organization, on)?;
        // Whoever appoints to a post says that it exists from then on, and nothing of the days before.
        let post = match self.post(organization, &holding.post) {
            Some(post) => post,
            None => self.found_post(event, organization, &holding.post, false, on),
        };
        let mention = Mention::organization(&holding.organization);
        let key = self.people.key(&holding.person, holding.person_id.as_ref(), Some(&mention));
        let post = &mut self.posts[post];
        let open = |held: &&mut Incumbency| held.key == key && held.period.to.is_none();
        if post.incumbencies.iter_mut().filter(open).any(|held| held.capacity == capacity) {
            // Appointed again, or reported twice: one term goes on.
            return Some(());
        }
        // Who acted and is appointed acts no longer.
        for held in post.incumbencies.iter_mut().filter(open) {
            held.finish(event, citation.as_ref());
        }
        post.incumbencies.push(Incumbency {
            id: event.made(),
            person: text::tidy(&holding.person),
            key,
            capacity,
            portfolios: holding.portfolio.iter().map(|portfolio| (on, text::tidy(portfolio))).collect(),
            period: Period { from: on, to: None },
            since: event.on,
            until: None,
            citation,
            ended_by: None,
        });
        Some(())
    }

    /// Another field for somebody who holds a post.
    fn assign(&mut self, holding: &Holding, on: Option<Day>) -> Option<()> {
        let portfolio = holding.portfolio.as_deref().map(text::tidy)?;
        let organization = self.living(&holding.organization, on)?;
        let post = self.post(organization, &holding.post)?;
        let mention = Mention::organization(&holding.organization);
        let key = self.people.key(&holding.person, holding.person_id.as_ref(), Some(&mention));
        let open = |held: &&mut Incumbency| held.key == key && held.period.to.is_none();
        self.posts[post].incumbencies.iter_mut().find(open)?.portfolios.push((on, portfolio));
        Some(())
    }

    /// The organization that bears a name on a day (the eve counts too: on the day on which it ends, the
    /// event that ends it still names it).
    fn living(&self, name: &str, on: Option<Day>) -> Option<usize> {
        let bearers = self.by_form.get(&text::shorten(name))?;
        let life = |form: &Form| self.organizations[form.organization].life;
        let open = |form: &&Form| life(form).to.is_none();
        let alive = |form: &&Form| match (life(form).to, on) {
            (Some(to), Some(day)) => day <= to,
            _ => true,
        };
        let bearer = bearers.iter().rfind(open).or_else(|| bearers.iter().rfind(alive))?;
        Some(bearer.organization)
    }
}

impl Incumbency {
    fn finish(&mut self, event: &Event, by: Option<&Arc<Citation>>) {
        self.period.to = event.day();
        self.until = event.on;
        self.ended_by = by.cloned();
    }
}

impl Post {
    /// Ends the open terms of a person, or of everybody; answers how many.
    fn relieve(&mut self, person: Option<&super::PersonKey>, event: &Event, by: Option<&Arc<Citation>>) -> usize {
        let leaves =
            |held: &&mut Incumbency| held.period.to.is_none() && person.is_none_or(|person| *person == held.key);
        let leaving = self.incumbencies.iter_mut().filter(leaves);
        leaving.map(|held| held.finish(event, by)).count()
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
