//! One seat on a day: from the words of the decision to who sits.

use super::answer::{Flag, Holder};
use super::committee::{Committee, Stretch};
use crate::date::Day;
use crate::decision::{Occupant, Seat};
use crate::directory::{Directory, Incumbency, Mention, Nomination, PersonKey, Resolved};
use crate::draft::ClassRule;
use crate::id::Id;
use crate::text;

/// What a seat comes to on a day.
#[derive(Clone, Default)]
pub(super) struct Resolution {
    pub holders: Vec<Holder>,
    pub flags: Vec<Flag>,
    pub successor: Option<String>,
    /// One key for each head: two seats with the same key are one head.
    pub heads: Vec<String>,
}

/// The directory as one committee reads it on one day.
pub(super) struct Reader<'a> {
    pub directory: &'a Directory,
    pub committee: &'a Committee,
    pub day: Day,
}

impl<'a> Reader<'a> {
    /// The office in whose territory the committee's words are read.
    pub(super) fn office(&self) -> &'a str {
        &self.committee.office
    }

    /// Rules 10 to 12 of domain.md §7. `covered` holds the posts that more specific seats of the committee
    /// take out of a class.
    pub(super) fn resolve(&self, stretch: &Stretch<Seat>, covered: &[usize]) -> Resolution {
        let seat = &stretch.what;
        match &seat.occupant {
            Occupant::Named { name, person_id, position, .. } => {
                let named = self.named(name, person_id.as_ref(), position.as_deref(), stretch);
                let position = position.as_deref().filter(|_| seat.follows_post);
                position.and_then(|position| self.successor_of(named.clone(), position, stretch)).unwrap_or(named)
            }
            Occupant::Post { position } => self.post(position, stretch),
            Occupant::Portfolio { position } => self.portfolio(position, stretch),
            Occupant::Nominated { position } => self.nominated(position, stretch),
            Occupant::Class { position, rule } => self.class(position, rule.as_ref(), seat, covered),
        }
    }

    /// The post that a specific seat covers, so that no class seat counts it again, and since when the
    /// register can know that it does.
    pub(super) fn covers(&self, stretch: &Stretch<Seat>) -> Option<(usize, Option<Day>)> {
        match &stretch.what.occupant {
            Occupant::Named { position: Some(position), .. } | Occupant::Post { position } => {
                let resolved = self.read(position, stretch)?;
                let post = resolved.post?;
                Some((post, resolved.since.max(self.directory.posts[post].life.from)))
            }
            _ => None,
        }
    }

    /// The wording belongs to the day of the decision: that is the directory it is read against.
    pub(super) fn read(&self, position: &str, stretch: &Stretch<Seat>) -> Option<Resolved> {
        let resolved = self.directory.resolve(position, self.office(), stretch.said_on, self.day)?;
        // A post that is founded later does not show yet.
        let founded = |post: &usize| self.directory.posts[*post].life.from.is_none_or(|from| from <= self.day);
        let post = resolved.post.filter(founded);
        Some(Resolved { post, ..resolved })
    }

    /// The person whom a decision names.
    pub(super) fn person(&self, name: &str, id: Option<&Id>, stretch: &Stretch<Seat>) -> PersonKey {
        self.directory.people.key(name, id, Some(&Mention::decision(&stretch.by.decision)))
    }

    /// Rule 10: a person named keeps the seat after leaving the post, flagged.
    fn named(&self, name: &str, id: Option<&Id>, position: Option<&str>, stretch: &Stretch<Seat>) -> Resolution {
        let person = self.person(name, id, stretch);
        let resolved = position.and_then(|position| self.read(position, stretch));
        let mut holder = self.as_written(position, resolved.as_ref());
        // A named seat keeps the words of the paper; a post seat shows its organization's name of the day.
        if let Some(resolved) = &resolved {
            holder.organization = Some(resolved.organization_words.clone());
        }
        holder.person = Some(name.to_owned());
        holder.person_id = person.id();
        let mut resolution = Resolution { heads: vec![person.as_str().to_owned()], ..Resolution::default() };
        if let Some(resolved) = &resolved {
            let held = self.held_by(resolved, &person);
            let holds = held.iter().any(|held| held.period.holds(self.day));
            let left = held.iter().any(|held| held.period.to.is_some_and(|to| to <= self.day));
            let organization = &self.directory.organizations[resolved.organization];
            if (left && !holds) || organization.ended_by(self.day) {
                resolution.flags.push(Flag::PersonLeftPost);
            }
            holder.citation =
                held.iter().find(|held| held.period.holds(self.day)).and_then(|held| held.citation.clone());
        }
        resolution.holders.push(holder);
        resolution
    }

    /// Rule 10, where the decision has a successor clause: whoever holds the post takes the seat of the person
    /// named, once that one has left, or the holder came after the seat. `None` while the person keeps it.
    fn successor_of(&self, named: Resolution, position: &str, stretch: &Stretch<Seat>) -> Option<Resolution> {
        let resolved = self.read(position, stretch)?;
        let post = resolved.post.map(|post| &self.directory.posts[post]).filter(|post| !post.several)?;
        if !self.exists(&resolved) {
            return None;
        }
        let person = &named.heads[0];
        let held = post.holders_on(self.day);
        if held.iter().any(|held| held.key.as_str() == person) {
            return None;
        }
        let left = named.flags.contains(&Flag::PersonLeftPost);
        let came_after = held.iter().any(|held| held.period.from.is_some_and(|from| from > stretch.from));
        if !left && !came_after {
            return None;
        }
        let words = self.as_written(Some(position), Some(&resolved));
        let blank = Holder { organization: Some(resolved.organization_words.clone()), ..words };
        Some(self.held(held, false, blank, || format!("post {} {}", resolved.organization, resolved.title_key)))
    }

    /// The holders of a post that has one, or its vacancy.
    fn held(&self, held: Vec<&Incumbency>, several: bool, blank: Holder, post_key: impl Fn() -> String) -> Resolution {
        if held.is_empty() {
            let (flags, holders) = (vec![Flag::Vacant], vec![Holder { vacant: true, ..blank }]);
            return Resolution { holders, flags, heads: vec![post_key()], successor: None };
        }
        let mut resolution = Resolution::default();
        if held.len() > 1 && !several {
            resolution.flags.push(Flag::TwoHolders);
        }
        for incumbency in held {
            resolution.heads.push(incumbency.key.as_str().to_owned());
            resolution.holders.push(held_by(blank.clone(), incumbency));
        }
        resolution
    }

    fn held_by(&self, resolved: &Resolved, person: &PersonKey) -> Vec<&'a Incumbency> {
        let post = resolved.post.map(|post| &self.directory.posts[post]);
        post.into_iter().flat_map(|post| &post.incumbencies).filter(|held| held.key == *person).collect()
    }

    /// Rule 11: a post resolves to who holds it; nobody ever recorded is "not known", the last one left is
    /// vacant.
    fn post(&self, position: &str, stretch: &Stretch<Seat>) -> Resolution {
        let Some(resolved) = self.read(position, stretch) else {
            // Not in the directory (yet): kept as written.
            return Resolution {
                holders: vec![self.as_written(Some(position), None)],
                heads: vec![format!("post {}", text::shorten(position))],
                ..Resolution::default()
            };
        };
        let blank = self.as_written(Some(position), Some(&resolved));
        if !self.exists(&resolved) {
            return self.ended(&resolved, blank);
        }
        let post_key = format!("post {} {}", resolved.organization, resolved.title_key);
        let Some(post) = resolved.post.map(|post| &self.directory.posts[post]) else {
            return Resolution { holders: vec![blank], heads: vec![post_key], ..Resolution::default() };
        };
        let held = post.holders_on(self.day);
        if !post.ever_held_by(self.day) || (post.several && !held.is_empty()) {
            // Nobody is known; and a post that several people hold by nature names none of them, since whom of them the
            // decision means it does not say, and others may hold it who are not recorded.
            return Resolution { holders: vec![blank], heads: vec![post_key], ..Resolution::default() };
        }
        self.held(held, post.several, blank, || post_key.clone())
    }

    /// The same among the posts with that portfolio, as recorded.
    fn portfolio(&self, position: &str, stretch: &Stretch<Seat>) -> Resolution {
        let (post, subject) = split_portfolio(position);
        let resolved = self.read(post, stretch);
        let mut blank = self.as_written(Some(post), resolved.as_ref());
        if resolved.is_none() {
            blank.post = Some(position.to_owned());
        }
        let seat_key = format!("seat {}", stretch.what.seat);
        let Some(resolved) = resolved else {
            return Resolution { holders: vec![blank], heads: vec![seat_key], ..Resolution::default() };
        };
        if !self.exists(&resolved) {
            return self.ended(&resolved, blank);
        }
        let wanted = text::key(subject);
        let unknown =
            |blank| Resolution { holders: vec![blank], heads: vec![seat_key.clone()], ..Resolution::default() };
        let Some(post) = resolved.post.map(|post| &self.directory.posts[post]) else { return unknown(blank) };
        if !post.incumbencies.iter().any(|held| held.ever_looked_after(&wanted, self.day)) {
            return unknown(blank);
        }
        let mut held = post.holders_on(self.day);
        held.retain(|held| held.portfolio_on(self.day).is_some_and(|portfolio| text::key(portfolio) == wanted));
        self.held(held, post.several, blank, || seat_key.clone())
    }

    /// Nobody until a letter is recorded; it counts one head all the same.
    fn nominated(&self, position: &str, stretch: &Stretch<Seat>) -> Resolution {
        let seat = &stretch.what;
        match self.sent(position, stretch) {
            Some(letter) => Resolution {
                holders: vec![Holder {
                    post: letter.post.clone(),
                    organization: letter.organization_words.clone(),
                    person: Some(letter.person.clone()),
                    person_id: letter.key.id(),
                    citation: letter.citation.clone(),
                    ..Holder::default()
                }],
                heads: vec![letter.key.as_str().to_owned()],
                ..Resolution::default()
            },
            None => Resolution {
                flags: vec![Flag::NotNominated],
                heads: vec![format!("seat {}", seat.seat)],
                ..Resolution::default()
            },
        }
    }

    /// The letter that sends somebody to a seat: the latest by the day. One that fits two seats of that day
    /// fits neither: then its role, or who sends, has to be said.
    pub(super) fn sent(&self, position: &str, stretch: &Stretch<Seat>) -> Option<&'a Nomination> {
        let letters = self.letters().filter(|letter| letter.from.is_none_or(|from| from <= self.day));
        let fitting = letters.filter(|letter| self.fits(letter, stretch, position) && self.seats_for(letter) == 1);
        fitting.last()
    }

    /// Whether a letter is for a seat, and for no other of that day.
    pub(super) fn is_for(&self, letter: &Nomination, stretch: &Stretch<Seat>) -> bool {
        let position = stretch.what.occupant.position().unwrap_or_default();
        let to_it = self.letters().any(|known| std::ptr::eq(known, letter));
        to_it && self.fits(letter, stretch, position) && self.seats_for(letter) == 1
    }

    /// The letters to this committee, by their days, under a name that it has borne by the day that is asked for.
    pub(super) fn letters(&self) -> impl Iterator<Item = &'a Nomination> {
        let (committee, day) = (self.committee, self.day);
        self.directory.nominations.iter().filter(move |letter| {
            committee.ids.iter().any(|id| text::shorten(id.as_str()) == letter.committee)
                || committee.names.iter().any(|(from, name)| *from <= day && text::shorten(name) == letter.committee)
        })
    }

    /// How many seats of the day a letter fits.
    fn seats_for(&self, letter: &Nomination) -> usize {
        // A seat is there as long as its sub-body is.
        let there = |name: &String| self.committee.sub_bodies.iter().any(|b| b.what.1 == *name && b.holds(self.day));
        let is_there =
            |stretch: &&Stretch<Seat>| stretch.holds(self.day) && stretch.what.sub_body.as_ref().is_none_or(there);
        let nominated = self.committee.seats.iter().filter(is_there);
        let fitting = nominated.filter(|stretch| match &stretch.what.occupant {
            Occupant::Nominated { position } => self.fits(letter, stretch, position),
            _ => false,
        });
        fitting.count()
    }

    /// Whether a letter may be for a seat: by its role, and by who sends, read with the names of the letter's day,
    /// where the seat's wording is read with those of its decision's.
    fn fits(&self, letter: &Nomination, stretch: &Stretch<Seat>, position: &str) -> bool {
        let seat = &stretch.what;
        let role =
            letter.role.as_ref().is_none_or(|role| seat.role.as_deref().is_some_and(|own| text::key(own) == *role));
        let sender = letter.organization.as_ref().is_none_or(|sender| {
            let said_on = letter.from.unwrap_or(self.day);
            let sends = self.directory.named(sender, self.office(), said_on, self.day);
            let asked = self.directory.resolve(position, self.office(), stretch.said_on, self.day);
            match (sends, asked) {
                (Some(sends), Some(asked)) => sends == asked.organization,
                _ => text::shorten(position).ends_with(sender.as_str()),
            }
        });
        role && sender
    }

    /// The rule behind the wording of a class on a day: one that the decision's draft states, else what a
    /// pack says that papers mean by it, else what the words themselves say.
    pub(super) fn rule_on<'r>(
        &'r self,
        position: &str,
        rule: Option<&'r ClassRule>,
        day: Day,
    ) -> Option<&'r ClassRule> {
        // Most rules are what the words themselves say: then nothing is stated.
        let stated = rule.filter(|rule| self.directory.class_rule(position).as_deref() != Some(*rule));
        stated.or_else(|| self.directory.class_of(position, day)).or(rule)
    }

    /// Rule 12: every post of the class that exists that day, less those that a specific seat covers.
    fn class(&self, position: &str, rule: Option<&ClassRule>, seat: &Seat, covered: &[usize]) -> Resolution {
        let Some(rule) = self.rule_on(position, rule, self.day) else {
            // The wording was not understood: one seat as written.
            return Resolution {
                holders: vec![self.as_written(Some(position), None)],
                heads: vec![format!("seat {}", seat.seat)],
                ..Resolution::default()
            };
        };
        let mut resolution = Resolution::default();
        let mut any = false;
        for at in self.directory.class_on(rule, self.office(), self.day) {
            any = true;
            if covered.contains(&at) {
                continue;
            }
            let of_post = self.of_class(at);
            resolution.heads.extend(of_post.heads);
            resolution.holders.extend(of_post.holders);
            // The holders say of which of its posts.
            for flag in of_post.flags {
                if !resolution.flags.contains(&flag) {
                    resolution.flags.push(flag);
                }
            }
        }
        if !any {
            resolution.flags.push(Flag::ClassEmpty);
        }
        resolution
    }

    /// One post of a class, and whoever holds it, as a seat of that post alone would be filled; a post that several
    /// people hold by nature names none of them.
    fn of_class(&self, at: usize) -> Resolution {
        let post = &self.directory.posts[at];
        let organization = self.directory.organization_of(post);
        let blank = Holder {
            post: Some(post.title.clone()),
            post_id: Some(post.id.clone()),
            organization: Some(organization.name_on(self.day).to_owned()),
            organization_id: Some(organization.id.clone()),
            ..Holder::default()
        };
        let post_key = format!("post {} {}", post.organization, post.title_key);
        if post.several || !post.ever_held_by(self.day) {
            return Resolution { holders: vec![blank], heads: vec![post_key], ..Resolution::default() };
        }
        self.held(post.holders_on(self.day), false, blank, || post_key.clone())
    }

    fn exists(&self, resolved: &Resolved) -> bool {
        let ended =
            resolved.post.is_some_and(|post| self.directory.posts[post].life.to.is_some_and(|to| to <= self.day));
        !ended && !self.directory.organizations[resolved.organization].ended_by(self.day)
    }

    /// A post that is no more counts no head; what its organization was merged into is proposed.
    fn ended(&self, resolved: &Resolved, holder: Holder) -> Resolution {
        let mut flags = vec![Flag::PostEnded];
        let successor = self.successor(resolved.organization).map(str::to_owned);
        if successor.is_some() {
            flags.push(Flag::SuccessorProposed);
        }
        Resolution { holders: vec![holder], flags, successor, heads: Vec::new() }
    }

    /// The name of what an ended organization was merged into.
    pub(super) fn successor(&self, organization: usize) -> Option<&str> {
        let ended = &self.directory.organizations[organization];
        let successor = &self.directory.organizations[ended.successor?];
        successor.life.holds(self.day).then(|| successor.name_on(self.day))
    }

    /// The place as the directory knows it; else as it is written.
    fn as_written(&self, position: Option<&str>, resolved: Option<&Resolved>) -> Holder {
        let Some(resolved) = resolved else {
            return Holder { post: position.map(str::to_owned), ..Holder::default() };
        };
        let organization = &self.directory.organizations[resolved.organization];
        Holder {
            post: Some(resolved.title.clone()),
            post_id: resolved.post.map(|post| self.directory.posts[post].id.clone()),
            organization: Some(organization.name_on(self.day).to_owned()),
            organization_id: Some(organization.id.clone()),
            ..Holder::default()
        }
    }
}

/// The posts that the specific seats of a committee cover on a day.
pub(super) fn covered(reader: &Reader<'_>, committee: &Committee) -> Vec<usize> {
    committee
        .seats
        .iter()
        .filter(|stretch| stretch.holds(reader.day) && stretch.what.sub_body.is_none())
        .filter_map(|stretch| reader.covers(stretch))
        .map(|(post, _)| post)
        .collect()
}

/// "Phó Giám đốc Sở X phụ trách CNTT" → the post, and its field.
pub(crate) fn split_portfolio(position: &str) -> (&str, &str) {
    for mark in [" phụ trách lĩnh vực ", " phụ trách ", " theo dõi "] {
        if let Some((post, subject)) = position.split_once(mark) {
            return (post.trim(), subject.trim());
        }
    }
    (position, "")
}

fn held_by(blank: Holder, held: &Incumbency) -> Holder {
    Holder {
        person: Some(held.person.clone()),
        person_id: held.person_id(),
        capacity: Some(held.capacity),
        citation: held.citation.clone(),
        ..blank
    }
}
