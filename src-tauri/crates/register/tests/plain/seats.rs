//! Who sits in a seat on a day (§5).

use std::collections::BTreeSet;

use register::composition::Flag;
use register::decision::{Occupant, Seat};
use register::directory::{Incumbency, Mention, Nomination, Organization, Post, Resolved};
use register::{Day, text};

use super::heads::{Head, heads_of};
use super::{SeatOn, What, World};

/// A seat with what it counts.
pub struct Sat {
    pub seat: SeatOn,
    pub sub_body: Option<usize>,
    pub heads: Vec<Head>,
}

/// A seat as it is read on the day.
struct Read<'s> {
    seat: &'s Seat,
    sub_body: Option<usize>,
    body: usize,
    /// The decision that set it.
    said_by: usize,
    since: Day,
    day: Day,
}

/// Who sits there.
#[derive(Default)]
struct Filled {
    holders: Vec<[Option<String>; 3]>,
    heads: Vec<Head>,
    flags: Vec<Flag>,
}

impl Filled {
    fn add(&mut self, post: Option<String>, organization: Option<String>, person: Option<String>, head: Head) {
        self.holders.push([post, organization, person]);
        self.heads.push(head);
    }
}

impl World<'_> {
    /// The seats of a committee that is there, each with who sits in it.
    pub fn sat(&self, body: usize, day: Day) -> Vec<Sat> {
        let there: BTreeSet<usize> = self
            .held()
            .filter_map(|(_, thing)| if let What::SubBody(at) = thing.what { Some(at) } else { None })
            .collect();
        let mut read = Vec::new();
        let mut suspended = Vec::new();
        for (_, thing) in self.held().filter(|(_, thing)| thing.body == body) {
            if let What::Seat { seat, sub_body } = &thing.what
                && sub_body.is_none_or(|at| there.contains(&at))
            {
                read.push(Read { seat, sub_body: *sub_body, body, said_by: thing.by, since: thing.since, day });
                suspended.push(self.is_suspended(body) || self.papers[thing.by].suspended.is_some());
            }
        }
        read.iter().zip(suspended).map(|(one, suspended)| self.sit(one, &read, suspended)).collect()
    }

    fn sit(&self, read: &Read<'_>, all: &[Read<'_>], suspended: bool) -> Sat {
        let seat = read.seat;
        let mut filled = match &seat.occupant {
            Occupant::Named { .. } => self.named(read),
            Occupant::Post { position } => self.post(read, position),
            Occupant::Portfolio { position } => self.portfolio(read, position),
            Occupant::Nominated { .. } => self.nominated(read, all),
            Occupant::Class { .. } => self.class(read, all),
        };
        if suspended {
            filled.flags.push(Flag::DecisionSuspended);
        }
        filled.flags.sort_unstable();
        filled.holders.sort();
        let mut sat = Sat {
            seat: SeatOn {
                id: seat.seat.clone(),
                role: seat.role.clone(),
                kind: seat.occupant.kind().into(),
                as_written: seat.as_written.clone(),
                invited: seat.invited,
                holders: filled.holders,
                heads: 0,
                flags: filled.flags,
            },
            sub_body: read.sub_body,
            heads: filled.heads,
        };
        sat.seat.heads = u32::try_from(heads_of(&sat).len()).unwrap();
        sat
    }

    /// Wordings are read with the names of the decision's day.
    fn resolve(&self, read: &Read<'_>, position: &str) -> Option<Resolved> {
        let said_on = self.papers[read.said_by].decision.effective_from;
        self.directory.resolve(position, &self.bodies[read.body].office, said_on, read.day)
    }

    fn organization(&self, resolved: &Resolved) -> &Organization {
        &self.directory.organizations[resolved.organization]
    }

    fn post_of(&self, resolved: &Resolved) -> Option<&Post> {
        resolved.post.map(|post| &self.directory.posts[post])
    }

    /// The words for a post on the day, and what it counts as.
    fn shown(&self, resolved: &Resolved, day: Day) -> (Option<String>, Option<String>, Head) {
        let title = self.post_of(resolved).map_or(&resolved.title, |post| &post.title);
        let head = Head::Post(resolved.organization.to_string(), text::shorten(&resolved.title));
        (Some(title.clone()), Some(self.organization(resolved).name_on(day).to_owned()), head)
    }

    fn named(&self, read: &Read<'_>) -> Filled {
        let Occupant::Named { name, person_id, position, .. } = &read.seat.occupant else { return Filled::default() };
        let mention = Mention::decision(&self.papers[read.said_by].decision.number);
        let key = self.directory.people.key(name, person_id.as_ref(), Some(&mention));
        let mut filled = Filled::default();
        let resolved = position.as_deref().and_then(|position| self.resolve(read, position));
        let Some(resolved) = resolved else {
            filled.add(position.clone(), None, Some(name.clone()), Head::Person(key));
            return filled;
        };
        let day = read.day;
        let terms: &[Incumbency] = self.post_of(&resolved).map_or(&[], |post| &post.incumbencies);
        let begun = |term: &&Incumbency| term.period.from.is_none_or(|from| from <= day);
        let own: Vec<&Incumbency> = terms.iter().filter(begun).filter(|term| term.key == key).collect();
        let saw_leave = !own.is_empty() && !own.iter().any(|term| term.period.holds(day));
        let organization_ended = self.organization(&resolved).ended_by(day);
        if read.seat.follows_post
            && !organization_ended
            && let Some(post) = self.post_of(&resolved)
        {
            let holders = post.holders_on(day);
            let among_them = holders.iter().any(|holder| holder.key == key);
            let began_after = holders.iter().any(|holder| holder.period.from.is_some_and(|from| from > read.since));
            if !holders.is_empty() && !among_them && (saw_leave || began_after) {
                return Self::as_written(self.filled_by(read, &resolved, &holders), &resolved);
            }
            if holders.is_empty() && saw_leave {
                return Self::as_written(self.vacant(&resolved, day), &resolved);
            }
        }
        let organization = resolved.organization_words.clone();
        filled.add(Some(resolved.title), Some(organization), Some(name.clone()), Head::Person(key));
        filled.flags.extend((saw_leave || organization_ended).then_some(Flag::PersonLeftPost));
        filled
    }

    /// Post and organization of a seat with a person named stay in the words of the paper, whoever sits there.
    fn as_written(mut filled: Filled, resolved: &Resolved) -> Filled {
        for [post, organization, _] in &mut filled.holders {
            *post = Some(resolved.title.clone());
            *organization = Some(resolved.organization_words.clone());
        }
        filled
    }

    fn filled_by(&self, read: &Read<'_>, resolved: &Resolved, holders: &[&Incumbency]) -> Filled {
        let mut filled = Filled::default();
        let (title, organization, _) = self.shown(resolved, read.day);
        for holder in holders {
            let head = Head::Person(holder.key.clone());
            filled.add(title.clone(), organization.clone(), Some(holder.person.clone()), head);
        }
        let several = self.post_of(resolved).is_some_and(|post| post.several);
        filled.flags.extend((holders.len() > 1 && !several).then_some(Flag::TwoHolders));
        filled
    }

    /// The post alone: who holds it is not known.
    fn nobody(&self, resolved: &Resolved, day: Day) -> Filled {
        let mut filled = Filled::default();
        let (title, organization, head) = self.shown(resolved, day);
        filled.add(title, organization, None, head);
        filled
    }

    fn vacant(&self, resolved: &Resolved, day: Day) -> Filled {
        Filled { flags: vec![Flag::Vacant], ..self.nobody(resolved, day) }
    }

    /// A post that has ended, or whose organization has.
    fn ended(&self, resolved: &Resolved, day: Day) -> Option<Filled> {
        let organization = self.organization(resolved);
        let post_ended = self.post_of(resolved).is_some_and(|post| post.life.to.is_some_and(|to| to <= day));
        if !post_ended && !organization.ended_by(day) {
            return None;
        }
        let mut filled = self.nobody(resolved, day);
        filled.flags.push(Flag::PostEnded);
        let into = organization.successor.filter(|_| organization.ended_by(day));
        if into.is_some_and(|into| self.directory.organizations[into].life.holds(day)) {
            filled.flags.push(Flag::SuccessorProposed);
        }
        Some(filled)
    }

    /// Words in which the directory has no organization stand for the post.
    fn unread(position: &str, head: Head) -> Filled {
        let mut filled = Filled::default();
        filled.add(Some(position.to_owned()), None, None, head);
        filled
    }

    fn post(&self, read: &Read<'_>, position: &str) -> Filled {
        let Some(resolved) = self.resolve(read, position) else {
            return Self::unread(position, Head::Post(String::new(), text::shorten(position)));
        };
        if let Some(ended) = self.ended(&resolved, read.day) {
            return ended;
        }
        let Some(post) = self.post_of(&resolved) else { return self.nobody(&resolved, read.day) };
        let holders = post.holders_on(read.day);
        if (post.several && !holders.is_empty()) || !post.ever_held_by(read.day) {
            self.nobody(&resolved, read.day)
        } else if holders.is_empty() {
            self.vacant(&resolved, read.day)
        } else {
            self.filled_by(read, &resolved, &holders)
        }
    }

    fn portfolio(&self, read: &Read<'_>, position: &str) -> Filled {
        let split = [" phụ trách ", " theo dõi "].iter().find_map(|word| position.split_once(word));
        let Some((post, field)) = split else { return self.post(read, position) };
        // Two portfolios of one post are not one head.
        let head = Head::Seat(read.seat.seat.to_string());
        let Some(resolved) = self.resolve(read, post) else { return Self::unread(position, head) };
        if let Some(ended) = self.ended(&resolved, read.day) {
            return ended;
        }
        let wanted = text::key(field);
        let holders = self.post_of(&resolved).map(|post| post.holders_on(read.day)).unwrap_or_default();
        let has_field = |term: &&Incumbency| term.portfolio_on(read.day).is_some_and(|own| text::key(own) == wanted);
        let in_charge: Vec<&Incumbency> = holders.into_iter().filter(has_field).collect();
        if !in_charge.is_empty() {
            return self.filled_by(read, &resolved, &in_charge);
        }
        // Whoever had the field on some day up to this one has it no more.
        let terms: &[Incumbency] = self.post_of(&resolved).map_or(&[], |post| &post.incumbencies);
        let days =
            terms.iter().flat_map(|term| term.portfolios.iter().map(|(from, _)| *from).chain([term.period.from]));
        let days: Vec<Day> = days.map(|day| day.unwrap_or(Day::MIN)).filter(|day| *day <= read.day).collect();
        let had = days.iter().any(|day| {
            terms
                .iter()
                .filter(|term| term.period.holds(*day))
                .any(|term| term.portfolio_on(*day).is_some_and(|own| text::key(own) == wanted))
        });
        let mut filled = if had { self.vacant(&resolved, read.day) } else { self.nobody(&resolved, read.day) };
        filled.heads = vec![head];
        filled
    }

    fn fits(&self, letter: &Nomination, read: &Read<'_>) -> bool {
        let Occupant::Nominated { position } = &read.seat.occupant else { return false };
        let role =
            letter.role.as_ref().is_none_or(|role| read.seat.role.as_deref().map(text::key).as_ref() == Some(role));
        let office = &self.bodies[read.body].office;
        let said_on = letter.from.unwrap_or(read.day);
        let organization = letter.organization_words.as_ref().is_none_or(|sender| {
            let sender_is = self.directory.named(sender, office, said_on, read.day);
            let wanted = self.resolve(read, position).map(|resolved| resolved.organization);
            match (sender_is, wanted) {
                (Some(sender), Some(wanted)) => sender == wanted,
                _ => text::shorten(position).ends_with(&text::shorten(sender)),
            }
        });
        role && organization && self.is_called(read.body, &letter.committee)
    }

    fn nominated(&self, read: &Read<'_>, all: &[Read<'_>]) -> Filled {
        let by_then = |letter: &&Nomination| letter.from.is_none_or(|from| from <= read.day);
        let mut letters = self.directory.nominations.iter().filter(by_then).filter(|letter| self.fits(letter, read));
        let fits_one = |letter: &&Nomination| all.iter().filter(|other| self.fits(letter, other)).count() == 1;
        let mut filled = Filled::default();
        match letters.rfind(fits_one) {
            Some(letter) => {
                let position = letter.post.clone();
                let organization = letter.organization_words.clone();
                filled.add(position, organization, Some(letter.person.clone()), Head::Person(letter.key.clone()));
            }
            None => filled.flags.push(Flag::NotNominated),
        }
        filled
    }

    fn class(&self, read: &Read<'_>, all: &[Read<'_>]) -> Filled {
        let Occupant::Class { position, rule } = &read.seat.occupant else { return Filled::default() };
        let said_on = self.papers[read.said_by].decision.effective_from;
        let Some(rule) = self.directory.class_of(position, said_on).or(rule.as_ref()) else {
            return Self::unread(position, Head::Seat(read.seat.seat.to_string()));
        };
        // What covers is an own seat, and what it covers is left out of an own class.
        let own = all.iter().filter(|other| read.sub_body.is_none() && other.sub_body.is_none());
        let covered: BTreeSet<usize> = own
            .filter(|other| matches!(other.seat.occupant, Occupant::Named { .. } | Occupant::Post { .. }))
            .filter_map(|other| self.resolve(other, other.seat.occupant.position()?)?.post)
            .collect();
        let office = &self.bodies[read.body].office;
        let posts: Vec<usize> = self.directory.class_on(rule, office, read.day).collect();
        let mut filled = Filled::default();
        filled.flags.extend(posts.is_empty().then_some(Flag::ClassEmpty));
        for at in posts.into_iter().filter(|at| !covered.contains(at)) {
            let post = &self.directory.posts[at];
            let organization = self.directory.organization_of(post).name_on(read.day).to_owned();
            let as_post = Head::Post(post.organization.to_string(), text::shorten(&post.title));
            let holders = if post.several { Vec::new() } else { post.holders_on(read.day) };
            if holders.is_empty() {
                if !post.several && post.ever_held_by(read.day) && !filled.flags.contains(&Flag::Vacant) {
                    filled.flags.push(Flag::Vacant);
                }
                filled.add(Some(post.title.clone()), Some(organization), None, as_post);
                continue;
            }
            if holders.len() > 1 && !filled.flags.contains(&Flag::TwoHolders) {
                filled.flags.push(Flag::TwoHolders);
            }
            for holder in holders {
                let (person, head) = (Some(holder.person.clone()), Head::Person(holder.key.clone()));
                filled.add(Some(post.title.clone()), Some(organization.clone()), person, head);
            }
        }
        filled
    }
}
