//! The draft of some edits. Papers end seats by words, and words may mean more seats than the one that was edited: so
//! the draft is tried against the fold, and mended until it gives the edited list, or as near as it can.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::ToSpan;
use register::composition::Committee;
use register::decision::enact;
use register::draft::{Draft, MemberOp, SubBody};
use register::{Day, Id, text};
use report::sheet::{self, Line};

use super::Said;
use super::body::{Body, Change};
use super::edits::{filled, member};
use crate::desk::Desk;

/// How often a draft is mended at most: each time something is said that was not.
const MOST_TRIES: usize = 12;

/// A line of some body, by their places.
type At = (usize, usize);

/// How the edits are said.
#[derive(Default)]
struct Way {
    /// Bodies inside the committee that are listed whole: by words alone, their seats cannot be told from others.
    whole: BTreeSet<usize>,
    /// Changes of role that are said as a new seat in place of the old.
    anew: BTreeSet<At>,
    /// Lines that stay, and are said again because the words that end another end them too.
    again: BTreeSet<At>,
}

/// What a list says: how many lines of each body say what.
type Lines = BTreeMap<(String, (String, String, String, bool)), i32>;

/// The draft that gives the edited list on the date, its number and day still open.
pub(super) fn draft(
    desk: &Desk,
    committee: &Committee,
    on: Day,
    head: Draft,
    bodies: &[Body],
    said: &mut Said,
) -> Draft {
    let mut way = Way::default();
    let mut draft = said_by(bodies, &way, &head);
    let mut off = Lines::new();
    for _ in 0..MOST_TRIES {
        // What lacks a name and a post is asked for at the review.
        let Some(shown) = tried(desk, committee, on, &draft) else { break };
        off = differing(bodies, &shown);
        if off.is_empty() || !mend(bodies, &off, &mut way) {
            break;
        }
        draft = said_by(bodies, &way, &head);
    }
    let called = |at: &At| bodies[at.0].changes[at.1].after.as_ref().map(|line| line.called().to_owned());
    said.again = way.again.iter().filter_map(called).collect();
    said.not_exact = not_exact(&off);
    said.successor = successors(bodies, &way);
    draft
}

/// The edits as members, people who leave, and bodies that are listed whole.
fn said_by(bodies: &[Body], way: &Way, head: &Draft) -> Draft {
    let mut draft = head.clone();
    for (b, body) in bodies.iter().enumerate() {
        let name = body.sub_body.as_deref();
        if way.whole.contains(&b) {
            let lines = body.changes.iter().filter_map(|change| change.after.as_ref().map(|line| (change, line)));
            let members = lines.map(|(change, line)| member(change, line, None, None)).collect();
            draft.sub_bodies.push(SubBody { name: name.unwrap_or_default().to_owned(), members });
            continue;
        }
        // Whoever is ended by words is ended in every seat that they mean, and is not ended twice.
        let ends = |c: usize, change: &Change| !change.is_none() && !(is_of_role(change, way, (b, c)));
        let ended: BTreeSet<String> = (0..)
            .zip(&body.changes)
            .filter(|(c, change)| ends(*c, change))
            .filter_map(|(_, change)| change.who().map(|who| text::shorten(&who)))
            .collect();
        let mut said: BTreeSet<String> = BTreeSet::new();
        for (c, change) in body.changes.iter().enumerate() {
            let Some(line) = &change.after else { continue };
            let who = change.who();
            let key = who.as_deref().map(text::shorten).unwrap_or_default();
            let is_ended = ended.contains(&key);
            if change.is_none() {
                if way.again.contains(&(b, c)) {
                    draft.members.push(member(change, line, name, Some(MemberOp::Add)));
                }
            } else if is_of_role(change, way, (b, c)) && !is_ended {
                let mut stays = member(change, line, name, Some(MemberOp::ChangeRole));
                stays.previous_role = change.before.as_ref().and_then(|before| filled(&before.role));
                draft.members.push(stays);
            } else if who.is_some() && said.insert(key) {
                let mut comes = member(change, line, name, Some(MemberOp::Replace));
                comes.replaces_member = who;
                draft.members.push(comes);
            } else {
                draft.members.push(member(change, line, name, Some(MemberOp::Add)));
            }
        }
        let gone = body.changes.iter().filter(|change| change.after.is_none()).filter_map(Change::who);
        draft.leaves.extend(gone.filter(|who| said.insert(text::shorten(who))));
    }
    draft
}

fn is_of_role(change: &Change, way: &Way, at: At) -> bool {
    change.is_of_role() && !way.anew.contains(&at)
}

/// What the committee would list on the date, were the draft a decision of that date, and the last of it.
fn tried(desk: &Desk, committee: &Committee, on: Day, draft: &Draft) -> Option<Lines> {
    let dated = Draft {
        number: Some("0/QĐ".to_owned()),
        date: on.checked_add(1.day()).ok(),
        effective: Some(on.to_string()),
        ..draft.clone()
    };
    let mut count = 0_u32;
    let fresh = || {
        count += 1;
        Id(format!("tried-{count}"))
    };
    let decision = enact(&dated, fresh).ok()?;
    let told = desk.fold.with(&Arc::new(decision));
    let known = told.committees.iter().find(|told| told.ids.iter().any(|id| committee.ids.contains(id)))?;
    let mut lines = Lines::new();
    for (at, sheet) in sheet::sheets(known, &told.composition(known, on)).iter().enumerate() {
        let body = body_key((at > 0).then_some(sheet.name.as_str()));
        sheet.lines.iter().for_each(|line| *lines.entry((body.clone(), line.key())).or_default() += 1);
    }
    Some(lines)
}

fn body_key(name: Option<&str>) -> String {
    name.map(text::shorten).unwrap_or_default()
}

/// What is missing (below 0) and what is too much, of a list that should be the edited one.
fn differing(bodies: &[Body], shown: &Lines) -> Lines {
    let mut off = shown.clone();
    for body in bodies {
        let key = body_key(body.sub_body.as_deref());
        for line in body.changes.iter().filter_map(|change| change.after.as_ref()) {
            *off.entry((key.clone(), line.key())).or_default() -= 1;
        }
    }
    off.retain(|_, count| *count != 0);
    off
}

/// Says differently what did not come out; whether there was anything left to try.
fn mend(bodies: &[Body], off: &Lines, way: &mut Way) -> bool {
    let count = |b: usize, line: Option<&Line>| {
        let key = |line: &Line| (body_key(bodies[b].sub_body.as_deref()), line.key());
        line.and_then(|line| off.get(&key(line))).copied().unwrap_or_default()
    };
    let at = |body: usize| bodies[body].changes.iter().enumerate().map(move |(c, change)| ((body, c), change));
    let all = || (0..bodies.len()).flat_map(at);
    let before = (way.whole.len(), way.anew.len());
    // Somebody left who should not have, or stays: words that are tried in the committee first mean no other body.
    for (b, body) in bodies.iter().enumerate().filter(|(_, body)| body.sub_body.is_some()) {
        let listed = body.changes.iter().any(|change| change.after.is_some());
        let stays = |change: &Change| count(b, change.before.as_ref()) > 0 && !change.is_none();
        if listed && body.changes.iter().any(stays) {
            way.whole.insert(b);
        }
    }
    if before.0 == way.whole.len() {
        let wrong = |at: At, change: &Change| {
            is_of_role(change, way, at)
                && (count(at.0, change.before.as_ref()) != 0 || count(at.0, change.after.as_ref()) != 0)
        };
        let taken: Vec<At> = all().filter(|(at, change)| wrong(*at, change)).map(|(at, _)| at).collect();
        // A role that another's change took along is seen at the other.
        let taken_along = || {
            let off_by_role = |at: At, change: &Change| change.is_none() && count(at.0, change.after.as_ref()) < 0;
            let who: Vec<(usize, Option<String>)> = all()
                .filter(|(at, change)| off_by_role(*at, change))
                .map(|(at, change)| (at.0, change.who()))
                .collect();
            let same = |at: At, change: &Change| is_of_role(change, way, at) && who.contains(&(at.0, change.who()));
            all().filter(|(at, change)| same(*at, change)).map(|(at, _)| at).collect::<Vec<At>>()
        };
        let taken = if taken.is_empty() { taken_along() } else { taken };
        way.anew.extend(taken);
    }
    if before != (way.whole.len(), way.anew.len()) {
        way.again.clear();
        return true;
    }
    let mut missing = off.clone();
    let mut found = false;
    for (at, change) in all().filter(|(_, change)| change.is_none()).collect::<Vec<_>>() {
        let Some(line) = &change.after else { continue };
        let key = (body_key(bodies[at.0].sub_body.as_deref()), line.key());
        if let Some(count) = missing.get_mut(&key).filter(|count| **count < 0)
            && !way.whole.contains(&at.0)
            && way.again.insert(at)
        {
            *count += 1;
            found = true;
        }
    }
    found
}

fn not_exact(off: &Lines) -> Vec<String> {
    let called = |(_, (name, position, ..)): &(String, (String, String, String, bool))| {
        if name.is_empty() { position.clone() } else { name.clone() }
    };
    off.keys().map(called).collect::<BTreeSet<_>>().into_iter().collect()
}

/// The seats with a successor clause that are given anew: the clause is the paper's to say again.
fn successors(bodies: &[Body], way: &Way) -> Vec<String> {
    let mut anew = Vec::new();
    for (b, body) in bodies.iter().enumerate() {
        for (c, change) in body.changes.iter().enumerate() {
            let follows = change.seat.as_ref().is_some_and(|seat| seat.follows_post);
            let stays = (change.is_none() || is_of_role(change, way, (b, c)))
                && !way.again.contains(&(b, c))
                && !way.whole.contains(&b);
            if let Some(line) = change.after.as_ref().filter(|_| follows && !stays) {
                anew.push(line.called().to_owned());
            }
        }
    }
    anew
}
