//! Committees: their names (§2), their lives (§3).

use std::collections::BTreeSet;

use register::composition::Relation;
use register::decision::{Decision, Provision, Seat};
use register::{Day, text};

use super::{Body, End, What, World};

impl World<'_> {
    /// The committee of an office that bears a name now; of several the one that took it last.
    fn bearer(&self, office: &str, name: &str) -> Option<usize> {
        let wanted = text::shorten(name);
        let taken = |body: &Body| {
            let (now, turn) = body.names.last().unwrap();
            (body.office == office && text::shorten(now) == wanted).then_some(*turn)
        };
        (0..self.bodies.len())
            .filter(|body| taken(&self.bodies[*body]).is_some())
            .max_by_key(|b| taken(&self.bodies[*b]))
    }

    /// The committee that a name means: the one that bears it, else the one that bore it (last).
    pub fn committee(&self, office: &str, name: &str) -> Option<usize> {
        let wanted = text::shorten(name);
        let bore = |body: &Body| {
            let names = body.names.iter().filter(|(name, _)| text::shorten(name) == wanted);
            names.map(|(_, turn)| *turn).max().filter(|_| body.office == office)
        };
        let former = || {
            let bodies = (0..self.bodies.len()).filter(|body| bore(&self.bodies[*body]).is_some());
            bodies.max_by_key(|body| bore(&self.bodies[*body]))
        };
        self.bearer(office, name).or_else(former)
    }

    fn take_name(&mut self, body: usize, name: &str) {
        self.names_taken += 1;
        self.bodies[body].names.push((name.to_owned(), self.names_taken));
    }

    pub fn rename(&mut self, paper: usize, committee: &str, name: &str) {
        if let Some(body) = self.committee(&self.office_of(paper), committee) {
            self.take_name(body, name);
        }
    }

    fn found(&mut self, office: String, name: &str) -> usize {
        self.bodies.push(Body { ids: Vec::new(), office, names: Vec::new(), ended: None });
        let body = self.bodies.len() - 1;
        self.take_name(body, name);
        body
    }

    /// Founds, founds anew or merges committees. Answers those that a merger ends.
    pub fn found_or_merge(&mut self, paper: usize, provision: &Provision) -> Vec<usize> {
        let office = self.office_of(paper);
        let before = self.bodies.len();
        let (body, id, merged) = match provision {
            Provision::Establish { committee: id, name, continues } => {
                let known = match continues {
                    Some(false) => None,
                    Some(true) => self.committee(&office, name),
                    None => self.bearer(&office, name),
                };
                (known.unwrap_or_else(|| self.found(office, name)), id, Vec::new())
            }
            Provision::Reconstitute { id, committee: name } => {
                let known = self.committee(&office, name);
                (known.unwrap_or_else(|| self.found(office, name)), id, Vec::new())
            }
            Provision::Merge { id, committee: name, merged } => {
                let merged: Vec<usize> = merged.iter().filter_map(|name| self.committee(&office, name)).collect();
                let becomes = self.bearer(&office, name).unwrap_or_else(|| self.found(office, name));
                (becomes, id, merged)
            }
            _ => return Vec::new(),
        };
        self.bodies[body].ids.push(id.clone());
        if matches!(provision, Provision::Establish { .. }) {
            let name = provision.committee().unwrap();
            if text::shorten(&self.bodies[body].names.last().unwrap().0) != text::shorten(name) {
                self.take_name(body, name);
            }
        }
        let is_new = body == before;
        let was_there = !is_new && self.is_there(body, self.day_of(paper));
        for ended in &merged {
            self.end_by_merger(paper, *ended, body);
        }
        if !was_there {
            self.begin_anew(paper, body);
        }
        let establishes = matches!(provision, Provision::Establish { .. });
        if establishes || !was_there {
            self.papers[paper].founds.push(body);
        }
        let keeps = matches!(provision, Provision::Merge { .. })
            && was_there
            && !merged.contains(&body)
            && !self.has_own_member(paper, body);
        if !keeps {
            self.papers[paper].lists.push(body);
        }
        merged.into_iter().filter(|merged| *merged != body).collect()
    }

    /// A merged committee ends with its seats and its decisions; the one whose name they bear goes on, without
    /// what those set.
    fn end_by_merger(&mut self, paper: usize, ended: usize, becomes: usize) {
        if self.is_there(ended, self.day_of(paper)) {
            let end = End { relation: Relation::MergedFrom, by: paper };
            self.end_decisions_of(ended, end);
            self.end(paper, |thing| thing.body == ended);
            if ended != becomes {
                self.bodies[ended].ended = Some(end);
            }
        }
    }

    /// What was left open of an earlier life ends, the sunset too; what was past it has ended for good.
    fn begin_anew(&mut self, paper: usize, body: usize) {
        self.settle_the_sunset(body, self.day_of(paper));
        self.end(paper, |thing| thing.body == body);
        self.bodies[body].ended = None;
    }

    /// What a sunset has ended by now it has ended, whatever becomes of the sunset.
    fn settle_the_sunset(&mut self, body: usize, day: Day) {
        let lapsed: Vec<Option<End>> = (0..self.papers.len()).map(|paper| self.lapsed(paper, body, day)).collect();
        for (paper, lapsed) in self.papers.iter_mut().zip(lapsed) {
            if let Some(lapsed) = lapsed {
                paper.ends.push((Some(body), lapsed));
            }
        }
    }

    /// Ends a committee with all that is left open in it, and its decisions.
    pub fn end_body(&mut self, body: usize, end: End) {
        if self.bodies[body].ended.is_none() {
            self.end_decisions_of(body, end);
            self.bodies[body].ended = Some(end);
            self.papers[end.by].ended_something = true;
            self.end(end.by, |thing| thing.body == body);
            // To end the decision that founds it is to end it.
            self.papers[end.by].named.retain(|named| *named != body);
        }
    }

    /// A decision on a committee that has ended has ended with it.
    pub fn end_what_comes_too_late(&mut self, paper: usize) {
        for body in self.papers[paper].named.clone() {
            if let Some(end) = self.bodies[body].ended.filter(|end| end.by != paper) {
                self.papers[paper].ends.push((Some(body), end));
            }
        }
    }

    fn end_decisions_of(&mut self, body: usize, end: End) {
        self.settle_the_sunset(body, self.day_of(end.by));
        for earlier in &mut self.papers[..end.by] {
            // What has ended does not end again.
            if earlier.named.contains(&body) && !earlier.ends.iter().any(|(of, _)| of.is_none_or(|of| of == body)) {
                earlier.ends.push((Some(body), end));
            }
        }
    }

    /// The sunset that counts: the last whose decision stands.
    pub fn sunset(&self, body: usize) -> Option<(usize, Day)> {
        let sunsets = self.held().filter(|(_, thing)| thing.body == body && self.stands(thing.by, body));
        let days = sunsets.filter_map(|(_, thing)| match thing.what {
            What::Sunset(day) => Some((thing.by, day)),
            _ => None,
        });
        days.last()
    }

    /// Whether a committee is there on the day up to which decisions were taken.
    pub fn is_there(&self, body: usize, day: Day) -> bool {
        self.bodies[body].ended.is_none() && self.sunset(body).is_none_or(|(_, on)| day < on)
    }

    /// Whether the day by which a purpose was to be fulfilled is past, and no later decision gave another
    /// purpose's day or a sunset.
    pub fn past_purpose(&self, body: usize, day: Day) -> bool {
        let said: Vec<(usize, bool, Day)> = self
            .held()
            .filter(|(_, thing)| thing.body == body && self.stands(thing.by, body))
            .filter_map(|(_, thing)| match thing.what {
                What::Purpose(day) => Some((thing.by, true, day)),
                What::Sunset(day) => Some((thing.by, false, day)),
                _ => None,
            })
            .collect();
        let Some((by, _, until)) = said.iter().rfind(|(_, purpose, _)| *purpose) else { return false };
        *until <= day && !said.iter().any(|(other, purpose, _)| !purpose && other > by)
    }

    /// Whether a paper has an item for a member of the committee itself.
    pub fn has_own_member(&self, paper: usize, body: usize) -> bool {
        self.has_member(paper, body, |seat| seat.sub_body.is_none())
    }

    fn has_member(&self, paper: usize, body: usize, meant: impl Fn(&Seat) -> bool) -> bool {
        let office = self.office_of(paper);
        let seats = self.papers[paper].decision.provisions.iter().filter_map(|enacted| match &enacted.provision {
            Provision::Seat(seat) | Provision::ChangeRole { seat, .. } => Some(seat),
            _ => None,
        });
        seats.filter(|seat| meant(seat)).any(|seat| self.committee(&office, &seat.committee) == Some(body))
    }

    /// The committees that a paper names before it founds or renames any: among their decisions a bare number
    /// is read.
    pub fn note_what_it_finds(&mut self, paper: usize) {
        let office = self.office_of(paper);
        let names = self.papers[paper].decision.committee_names();
        self.papers[paper].finds = names.filter_map(|name| self.committee(&office, name)).collect();
    }

    /// Settles the committees that a paper names, when its own renamings and foundings are done. `merged` are
    /// those that it ends by a merger.
    pub fn note_what_it_names(&mut self, paper: usize, merged: &[usize]) {
        let office = self.office_of(paper);
        let decision: &Decision = self.papers[paper].decision;
        let provisions = || decision.provisions.iter().map(|enacted| &enacted.provision);
        // A name that it takes from a committee may by now mean another.
        let given_up: Vec<String> = provisions().filter_map(given_up).collect();
        let meant =
            |name: &str| (!given_up.contains(&text::shorten(name))).then(|| self.committee(&office, name)).flatten();
        let all: BTreeSet<usize> = decision.committee_names().filter_map(meant).chain(merged.iter().copied()).collect();
        let provided: BTreeSet<usize> = provisions().flat_map(Provision::committees).filter_map(meant).collect();
        let mut ended: BTreeSet<usize> = merged.iter().copied().collect();
        ended.extend(provisions().filter_map(|provision| match provision {
            Provision::Dissolve { committee } => meant(committee),
            _ => None,
        }));
        // A merger lists those whom it names, or nobody.
        let merges = provisions().any(|provision| matches!(provision, Provision::Merge { .. }));
        let listed = |body: &usize| self.papers[paper].lists.contains(body) && !merges;
        let gives = |body: &usize| self.has_member(paper, *body, |_| true) || listed(body);
        let gives: Vec<usize> = all.iter().copied().filter(gives).collect();
        let paper = &mut self.papers[paper];
        paper.named = all.iter().copied().filter(|body| !ended.contains(body)).collect();
        paper.acts_on = all.into_iter().collect();
        paper.provided = if decision.only_corrects() { Vec::new() } else { provided.into_iter().collect() };
        paper.gives = if decision.only_corrects() { Vec::new() } else { gives };
    }

    /// Whether a letter means a committee: by an identity, or by a name that it ever bore.
    pub fn is_called(&self, body: usize, words: &str) -> bool {
        let body = &self.bodies[body];
        body.ids.iter().any(|id| text::shorten(id.as_str()) == words)
            || body.names.iter().any(|(name, _)| text::shorten(name) == words)
    }
}

fn given_up(provision: &Provision) -> Option<String> {
    match provision {
        Provision::Rename { committee, .. } => Some(text::shorten(committee)),
        _ => None,
    }
}
