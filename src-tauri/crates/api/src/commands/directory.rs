//! The directory: organizations, posts, and people over time.

use std::collections::BTreeMap;
use std::sync::Arc;

use register::composition::{Committee, State, Stretch};
use register::decision::{Citation, Seat};
use register::directory::{Directory, Organization, PersonKey, Post};
use register::history::History;
use register::text::fold;
use register::{Day, Fold};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::types::{
    DirectoryAnswer, DirectoryRequest, HistoryRequest, HolderLine, LifeLine, Linked, OrganizationLine,
    OrganizationRequest, OrganizationSheet, PersonLine, PostLine, PostRequest, PostSheet, SeatLine, TermLine,
};

/// Organizations and people on a date.
///
/// # Errors
/// None of its own.
pub fn directory(desk: &mut Desk, request: DirectoryRequest) -> Result<DirectoryAnswer, Failure> {
    let wanted = fold(request.text.as_deref().unwrap_or_default());
    let directory = &desk.fold.directory;
    let contains = |text: &str| wanted.is_empty() || fold(text).contains(&wanted);
    let mut organizations = Vec::new();
    for (at, organization) in directory.organizations.iter().enumerate() {
        if !organization.life.holds(request.on) {
            continue;
        }
        let name = organization.name_on(request.on);
        let posts = posts_of(directory, at, request.on);
        let held = |post: &PostLine| post.holders.iter().any(|holder| contains(&holder.person));
        if contains(name) || organization.also.iter().any(|also| contains(also)) || posts.iter().any(held) {
            organizations.push(OrganizationLine {
                id: organization.id.clone(),
                name: name.to_owned(),
                kind: organization.kind.clone(),
                posts,
            });
        }
    }
    let people = people(&desk.fold, request.on).into_iter().filter(|person| contains(&person.name)).collect();
    Ok(DirectoryAnswer { organizations, people })
}

/// Everybody who sits, or holds a post, on a day.
fn people(fold: &Fold, on: Day) -> Vec<PersonLine> {
    let mut people: BTreeMap<String, PersonLine> = BTreeMap::new();
    let mut known = |name: &str, key: String, post: Option<String>, held: bool| {
        let line = people.entry(key.clone()).or_insert(PersonLine { name: name.to_owned(), key, post: None, seats: 0 });
        // A post that is held comes before one that a decision names.
        if line.post.is_none() || held {
            line.post = post.or(line.post.take());
        }
        line.seats += u32::from(!held);
    };
    for committee in &fold.committees {
        if !matches!(fold.state(committee, on), State::Active | State::Suspended) {
            continue;
        }
        let composition = fold.composition(committee, on);
        let seats = composition.seats.iter().chain(composition.sub_bodies.iter().flat_map(|body| &body.seats));
        for holder in seats.flat_map(|seat| &seat.holders) {
            if let Some(person) = &holder.person {
                let post = holder.in_words();
                let key = holder.person_id.as_ref().map_or_else(|| person.clone(), ToString::to_string);
                known(person, key, post, false);
            }
        }
    }
    for post in &fold.directory.posts {
        let organization = fold.directory.organization_of(post);
        for held in post.incumbencies.iter().filter(|held| held.period.holds(on)) {
            let shown = format!("{} {}", post.title, organization.name_on(on));
            known(&held.person, key_of(&held.key, &held.person), Some(shown), true);
        }
    }
    let mut people: Vec<PersonLine> = people.into_values().collect();
    people.sort_by_cached_key(|person| (report::order::by_given_name(&person.name), person.name.clone()));
    people
}

/// By which a person is asked for: an id where one is told apart, else the name.
fn key_of(key: &PersonKey, name: &str) -> String {
    key.id().map_or_else(|| name.to_owned(), |id| id.to_string())
}

fn posts_of(directory: &Directory, organization: usize, on: Day) -> Vec<PostLine> {
    let own = directory.posts.iter().filter(|post| post.organization == organization);
    // A post that ended before the day, or begins after it, is none of that day.
    own.filter(|post| post.life.from.is_none_or(|from| from <= on) && post.life.to.is_none_or(|to| on < to))
        .map(|post| post_line(directory, post, on))
        .collect()
}

fn post_line(directory: &Directory, post: &Post, on: Day) -> PostLine {
    let organization = directory.organization_of(post);
    let ended = !directory.post_exists(post, on);
    let held = if ended { Vec::new() } else { post.holders_on(on) };
    PostLine {
        id: post.id.clone(),
        title: post.title.clone(),
        organization: organization.name_on(on).to_owned(),
        organization_id: organization.id.clone(),
        vacant: !ended && held.is_empty() && !post.several && post.ever_held_by(on),
        ended,
        holders: held
            .into_iter()
            .map(|held| HolderLine {
                person: held.person.clone(),
                person_key: key_of(&held.key, &held.person),
                capacity: held.capacity,
            })
            .collect(),
    }
}

/// An organization, whole, as of a date.
///
/// # Errors
/// `not_found`, `ambiguous`.
pub fn organization(desk: &mut Desk, request: OrganizationRequest) -> Result<OrganizationSheet, Failure> {
    organization_on(&desk.fold, &request.organization, request.on)
}

/// The same, from a fold.
///
/// # Errors
/// `not_found`, `ambiguous`.
pub(crate) fn organization_on(fold: &Fold, wanted: &str, on: Day) -> Result<OrganizationSheet, Failure> {
    let directory = &fold.directory;
    let at = meant(directory, wanted, on)?;
    let organization = &directory.organizations[at];
    let linked = |at: usize| Linked {
        id: directory.organizations[at].id.clone(),
        name: directory.organizations[at].name_on(on).to_owned(),
    };
    let ended = organization.ended_by(on);
    Ok(OrganizationSheet {
        id: organization.id.clone(),
        name: organization.name_on(on).to_owned(),
        kind: organization.kind.clone(),
        parent: organization.parent.clone(),
        also: organization.also.clone(),
        life: life(directory, at, on),
        ended,
        successor: organization.successor.filter(|_| ended).map(linked),
        posts: posts_of(directory, at, on),
        seats: fold.seats_through(at, None, on).into_iter().map(|found| seat_line(found, on)).collect(),
        standing_agency_of: fold
            .standing_agency_of(at, on)
            .into_iter()
            .map(|(committee, agency)| SeatLine {
                committee: committee.id.clone(),
                name: committee.name_on(on).to_owned(),
                seat: None,
                role: agency.what.1.clone(),
                as_written: agency.what.0.clone(),
                citation: agency.by.clone(),
            })
            .collect(),
    })
}

fn seat_line((committee, stretch): (&Committee, &Stretch<Seat>), on: Day) -> SeatLine {
    SeatLine {
        committee: committee.id.clone(),
        name: stretch.what.sub_body.clone().unwrap_or_else(|| committee.name_on(on).to_owned()),
        seat: Some(stretch.what.seat.clone()),
        role: stretch.what.role.clone(),
        as_written: stretch.what.as_written.clone(),
        citation: stretch.by.clone(),
    }
}

/// The one organization that a text means: by id, else by the whole of a name, else by a part of one. Of
/// several, the one that lives on the day.
fn meant(directory: &Directory, wanted: &str, on: Day) -> Result<usize, Failure> {
    let folded = fold(wanted);
    let find = |matches: &dyn Fn(&Organization) -> bool| -> Vec<usize> {
        // Nothing that is founded later shows.
        let known =
            directory.organizations.iter().enumerate().filter(|(_, o)| o.life.from.is_none_or(|from| from <= on));
        known.filter(|(_, organization)| matches(organization)).map(|(at, _)| at).collect()
    };
    let named = |matches: &dyn Fn(&str) -> bool| {
        find(&|organization| {
            let names = organization.names.iter().filter(|name| name.period.from.is_none_or(|from| from <= on));
            names.map(|name| name.name.as_str()).chain(organization.also.iter().map(String::as_str)).any(matches)
        })
    };
    let mut found = find(&|organization| organization.id.as_str() == wanted);
    if found.is_empty() {
        found = named(&|name| fold(name) == folded);
    }
    if found.is_empty() && !folded.is_empty() {
        found = named(&|name| fold(name).contains(&folded));
    }
    if found.len() > 1 {
        let living: Vec<usize> =
            found.iter().copied().filter(|at| directory.organizations[*at].life.holds(on)).collect();
        found = if living.is_empty() { found } else { living };
    }
    match found[..] {
        [only] => Ok(only),
        [] => Err(Failure::not_found("organization", wanted)),
        _ => {
            let names = found.iter().map(|at| directory.organizations[*at].name_on(on).to_owned());
            Err(Failure::ambiguous("organization", wanted, names))
        }
    }
}

/// What became of an organization, up to a day.
fn life(directory: &Directory, at: usize, on: Day) -> Vec<LifeLine> {
    let organization = &directory.organizations[at];
    let other = |what: &str, day: Option<Day>, at: usize, citation: Option<&Arc<Citation>>| {
        let other = &directory.organizations[at];
        LifeLine {
            what: what.to_owned(),
            on: day,
            name: other.name_on(day.unwrap_or(on)).to_owned(),
            other: Some(other.id.clone()),
            citation: citation.cloned(),
        }
    };
    let own = |what: &str, day: Option<Day>, name: &str, citation: Option<&Arc<Citation>>| LifeLine {
        what: what.to_owned(),
        on: day,
        name: name.to_owned(),
        other: None,
        citation: citation.cloned(),
    };
    let mut lines = Vec::new();
    let first = organization.names.first().map_or("", |name| &name.name);
    match organization.split_from {
        Some(from) => lines.push(other("split_from", organization.life.from, from, organization.founded_by.as_ref())),
        None => lines.push(own("founded", organization.life.from, first, organization.founded_by.as_ref())),
    }
    for name in organization.names.iter().skip(1) {
        lines.push(own("renamed", name.period.from, &name.name, name.citation.as_ref()));
    }
    for (index, body) in directory.organizations.iter().enumerate() {
        if body.successor == Some(at) {
            lines.push(other("absorbed", body.life.to, index, body.ended_by.as_ref()));
        }
        if body.split_from == Some(at) {
            lines.push(other("split_off", body.life.from, index, body.founded_by.as_ref()));
        }
    }
    if organization.life.to.is_some() {
        lines.push(match organization.successor {
            Some(into) => other("merged", organization.life.to, into, organization.ended_by.as_ref()),
            None => own("ended", organization.life.to, organization.name_on(on), organization.ended_by.as_ref()),
        });
    }
    lines.retain(|line| line.on.is_none_or(|day| day <= on));
    lines.sort_by_key(|line| line.on);
    lines
}

/// A post, whole, as of a date.
///
/// # Errors
/// `not_found`.
pub fn post(desk: &mut Desk, request: PostRequest) -> Result<PostSheet, Failure> {
    let directory = &desk.fold.directory;
    let by_id = |post: &Post| post.id.as_str() == request.post;
    let at = directory.posts.iter().position(by_id).ok_or_else(|| Failure::not_found("post", &request.post))?;
    let post = &directory.posts[at];
    let begun = |held: &&register::directory::Incumbency| held.period.from.is_none_or(|from| from <= request.on);
    let mut holders: Vec<_> = post.incumbencies.iter().filter(begun).collect();
    holders.sort_by_key(|held| std::cmp::Reverse(held.period.from));
    let over = |held: &register::directory::Incumbency| held.period.to.is_some_and(|to| to <= request.on);
    Ok(PostSheet {
        post: post_line(directory, post, request.on),
        several: post.several,
        holders: holders
            .into_iter()
            .map(|held| TermLine {
                person: held.person.clone(),
                person_key: key_of(&held.key, &held.person),
                capacity: held.capacity,
                from: held.since.map(|since| since.to_string()),
                to: held.until.filter(|_| over(held)).map(|until| until.to_string()),
                portfolio: held.portfolio_on(request.on).map(str::to_owned),
                citation: held.citation.clone(),
                ended_by: held.ended_by.clone().filter(|_| over(held)),
            })
            .collect(),
        seats: desk
            .fold
            .seats_through(post.organization, Some(at), request.on)
            .into_iter()
            .map(|found| seat_line(found, request.on))
            .collect(),
    })
}

/// A person over all committees and posts.
///
/// # Errors
/// `not_found`, `ambiguous` with the candidates, `bad_date`.
pub fn history(desk: &mut Desk, request: HistoryRequest) -> Result<History, Failure> {
    let wanted = &request.person;
    // What is known now stands in the derived rows; what was known earlier is folded.
    if request.known_on.is_none()
        && let Some(found) = desk.store.find_people(wanted)?
    {
        let person = only(found, wanted)?;
        return desk.store.history(&person, request.on)?.ok_or_else(|| Failure::not_found("person", wanted));
    }
    let (fold, _) = desk.known(request.known_on.as_deref())?;
    let (key, name) = only(fold.find_people(wanted), wanted)?;
    Ok(History::of(name, &key, fold.stays(&key, request.on), fold.posts_held(&key), request.on))
}

fn only(found: Vec<store::Person>, wanted: &str) -> Result<store::Person, Failure> {
    match <[store::Person; 1]>::try_from(found) {
        Ok([only]) => Ok(only),
        Err(found) if found.is_empty() => Err(Failure::not_found("person", wanted)),
        Err(found) => {
            let names = found.into_iter().map(|(key, name)| match key.id() {
                Some(id) => format!("{name} ({id})"),
                None => name,
            });
            Err(Failure::ambiguous("person", wanted, names))
        }
    }
}
