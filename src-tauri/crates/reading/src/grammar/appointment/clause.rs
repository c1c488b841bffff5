//! One sentence about people in posts: who, by which verb, from or to which post.

use register::draft::EventKind;

use super::charge::{deputies_in_charge, in_charge};
use super::post::{self, Post};
use super::verb::{self, Op, Verb};
use crate::grammar::person;
use crate::grammar::sheet::Said;
use crate::lexicon;
use crate::line::Span;

/// What one sentence says of one person and one post.
#[derive(Clone, Debug)]
pub struct Found<'a> {
    pub kind: EventKind,
    pub person: Said<'a>,
    pub title: Option<Said<'a>>,
    pub organization: Option<Said<'a>>,
    pub portfolio: Option<Said<'a>>,
    /// Appointed to be in charge: "Phó Giám đốc phụ trách Sở X".
    pub in_charge: bool,
    pub at: Span<'a>,
}

/// A post that a sentence moves somebody to or from.
#[derive(Clone, Debug)]
pub struct Target<'a> {
    start: usize,
    verb: Verb,
    acting: bool,
    posts: Vec<Post<'a>>,
}

/// What the sentence above a list says for its items.
#[derive(Clone, Debug, Default)]
pub struct Lead<'a> {
    pub verbs: Vec<Verb>,
    targets: Vec<Target<'a>>,
}

impl<'a> Lead<'a> {
    /// The lead that a sentence without a person is; `None` where it says nothing for others.
    pub fn of(sentence: Span<'a>) -> Option<Self> {
        let ops = verb::all(sentence);
        let lead = Self { verbs: ops.iter().map(|op| op.verb).collect(), targets: targets(sentence, &ops, &[]) };
        (!lead.verbs.is_empty() && people(sentence).is_empty()).then_some(lead)
    }

    /// Whether by it somebody comes to a post or leaves one, so that a table under it can say who.
    pub fn kind(&self) -> Option<EventKind> {
        self.verbs.iter().find_map(|verb| kind(*verb, false))
    }
}

/// Somebody named in the sentence.
struct Named<'a> {
    name: Said<'a>,
    start: usize,
    rest: Span<'a>,
}

/// Reads a sentence under its lead.
pub fn read<'a>(sentence: Span<'a>, lead: &Lead<'a>) -> Vec<Found<'a>> {
    let sentence = before_others(sentence).bare();
    let ops = verb::all(sentence);
    let mut people = people(sentence);
    if people.is_empty() && !lead.verbs.is_empty() {
        let bare = person::person(sentence);
        people.extend(bare.name.map(|name| Named { name, start: sentence.start, rest: bare.rest }));
    }
    let targets = targets(sentence, &ops, &lead.verbs);
    let mut found = Vec::new();
    for (n, named) in people.iter().enumerate() {
        let next = people.get(n + 1).map_or(sentence.end, |next| next.start);
        let first = people.first().map_or(0, |first| first.start);
        let own = |at: usize| at < first || (named.start..next).contains(&at);
        let mut mine: Vec<&Target<'a>> = targets.iter().filter(|target| own(target.start)).collect();
        // "ông A và bà B giữ chức …": what stands behind the last holds for all before.
        if mine.is_empty() {
            let behind = targets.iter().filter(|target| target.start > named.start);
            mine = behind.collect();
        }
        if mine.is_empty() {
            mine = lead.targets.iter().collect();
        }
        let own_ops: Vec<Op<'a>> = ops.iter().copied().filter(|op| own(op.at.start)).collect();
        let stops = own_ops.iter().map(|op| op.at.start).chain(mine.iter().map(|target| target.start));
        let limit = stops.filter(|at| *at > named.start).min().unwrap_or(next).min(next);
        let offices = offices(named.rest.until(limit));
        let segment = Span::new(sentence.line, named.rest.start, next);
        found.extend(one(named, &own_ops, lead, &mine, &offices, segment));
    }
    found
}

/// Whom the sentence names only beside ("thay ông B nghỉ hưu", "Công ty X do ông B làm Giám đốc", "trong thời gian ông B đi học"), and what is
/// yet to come ("cho đến khi bổ nhiệm Giám đốc").
fn before_others(sentence: Span<'_>) -> Span<'_> {
    let besides = ["thay", "thay cho", "thay thế", "trong thời gian", "khi", "do"];
    let other = sentence.words().into_iter().find(|word| {
        let before = sentence.until(word.start).trim();
        person::begins(sentence.from(word.start)) && besides.iter().any(|word| before.before(word).is_some())
    });
    let sentence = other.map_or(sentence, |word| sentence.until(word.start).trim());
    let later = sentence.find_any(&["cho đến khi", "cho tới khi", "đến khi"]);
    later.map_or(sentence, |at| sentence.until(at.start).trim())
}

fn people(sentence: Span<'_>) -> Vec<Named<'_>> {
    let mut people: Vec<Named<'_>> = Vec::new();
    for word in sentence.words() {
        let here = sentence.from(word.start);
        if people.last().is_some_and(|last| word.start < last.rest.start) || !person::begins(here) {
            continue;
        }
        let found = person::person(here);
        people.extend(found.name.map(|name| Named { name, start: word.start, rest: found.rest }));
    }
    people
}

/// The posts that the sentence names behind "giữ chức vụ", or right behind its verb.
fn targets<'a>(sentence: Span<'a>, ops: &[Op<'a>], above: &[Verb]) -> Vec<Target<'a>> {
    let words = &lexicon::get().appointments.words;
    let mut targets: Vec<Target<'a>> = Vec::new();
    let mut end = sentence.start;
    for word in sentence.words() {
        let here = sentence.from(word.start);
        if word.start < end {
            continue;
        }
        let op = ops.iter().rfind(|op| op.at.start <= word.start);
        let direct = op.filter(|op| op.at.end <= word.start && near(Span::new(sentence.line, op.at.end, word.start)));
        let phrase = words.targets.iter().filter_map(|phrase| here.after(phrase)).max_by_key(|rest| rest.start);
        let strong = phrase.is_some() && !["chức vụ", "chức danh"].iter().any(|weak| here.starts_with(weak));
        // "Ông A, Phó Cục trưởng, giữ quyền Cục trưởng": the phrase is the verb.
        let itself = ["giữ chức vụ", "giữ chức danh", "giữ chức", "giữ quyền"].iter().any(|own| here.starts_with(own));
        let itself = (itself && here.start > sentence.start).then_some(Verb::Appoint);
        let Some(verb) = op.map(|op| op.verb).or(above.first().copied()).or(itself) else { continue };
        let told = words.already.iter().any(|word| sentence.until(here.start).trim().before(word).is_some());
        if told || !(strong || direct.is_some()) {
            continue;
        }
        let rest = phrase.unwrap_or(here).trim_by(|c| c == ':' || c.is_whitespace());
        let (acting, rest) = match rest.after("quyền") {
            Some(behind) => (true, behind),
            None => (here.starts_with("giữ quyền"), rest),
        };
        // "Bổ nhiệm công chức như sau" names no post.
        if !post::begins(rest) || (phrase.is_none() && post::is_rank(rest)) {
            continue;
        }
        let wording = post::wording(rest);
        let posts = post::in_charge(wording).map_or_else(|| post::posts(wording), |post| vec![post]);
        targets.push(Target { start: word.start, verb, acting, posts });
        end = wording.end;
    }
    targets
}

/// Whether only words like "có thời hạn 05 năm" stand between a verb and a post.
fn near(between: Span<'_>) -> bool {
    let known = &lexicon::get().appointments.words.between;
    between.each_word().all(|word| {
        let key = word.bare().key();
        known.contains(&key) || key.is_empty() || key.chars().all(|c| c.is_ascii_digit())
    })
}

/// The posts that somebody holds, as they are told behind the name: what is private between them is passed over.
fn offices(rest: Span<'_>) -> Vec<Post<'_>> {
    let mut offices = Vec::new();
    let mut at = rest.start;
    while at < rest.end {
        let mut here = rest.from(at).trim_by(|c| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '('));
        let told = [
            "hiện là",
            "là",
            "chức vụ hiện nay",
            "chức vụ",
            "hiện đang giữ chức vụ",
            "hiện giữ chức vụ",
            "đang giữ chức vụ",
        ];
        here = here.after_any(&told).map_or(here, |behind| behind.trim_by(|c| c == ':' || c.is_whitespace()));
        if here.is_empty() {
            break;
        }
        if post::begins(here) {
            let wording = post::wording(here);
            offices.extend(post::posts(wording));
            at = wording.end.max(here.start + 1);
        } else {
            let comma = here.chars().iter().position(|c| matches!(c, ',' | ';'));
            at = comma.map_or(rest.end, |comma| here.start + comma + 1);
        }
    }
    offices
}

fn kind(verb: Verb, acting: bool) -> Option<EventKind> {
    Some(match verb {
        Verb::Appoint | Verb::Move | Verb::Second | Verb::Charge | Verb::Assign if acting => EventKind::Act,
        Verb::Appoint | Verb::Move | Verb::Second | Verb::Charge | Verb::Assign => EventKind::Appoint,
        Verb::Act => EventKind::Act,
        Verb::Relieve => EventKind::Relieve,
        Verb::Retire | Verb::Hold => return None,
    })
}

/// What happens to one person.
fn one<'a>(
    named: &Named<'a>,
    ops: &[Op<'a>],
    lead: &Lead<'a>,
    targets: &[&Target<'a>],
    offices: &[Post<'a>],
    segment: Span<'a>,
) -> Vec<Found<'a>> {
    let mut found = Vec::new();
    let event = |kind: EventKind, post: &Post<'a>| Found {
        kind,
        person: named.name.clone(),
        title: Some(post.title.clone()),
        organization: post.organization.clone(),
        portfolio: None,
        in_charge: post.in_charge,
        at: segment,
    };
    let verbs: Vec<Verb> = lead.verbs.iter().copied().chain(ops.iter().map(|op| op.verb)).collect();
    let has = |verb: Verb| verbs.contains(&verb);
    let held: Vec<&Post<'a>> = offices.iter().filter(|post| !post::is_rank(post.words)).collect();
    let named_end = targets.iter().any(|target| target.verb == Verb::Relieve);
    // Who goes elsewhere leaves what is told of as the office; who is relieved of a post by its name, that one.
    if !named_end && (has(Verb::Move) || has(Verb::Retire) || has(Verb::Relieve)) {
        found.extend(held.iter().map(|post| event(EventKind::Relieve, post)));
    }
    for target in targets {
        let Some(kind) = kind(target.verb, target.acting) else { continue };
        found.extend(target.posts.iter().map(|post| event(kind, post)));
    }
    if (has(Verb::Charge) || has(Verb::Assign)) && found.iter().all(|event| !event.in_charge) {
        found.extend(in_charge((&named.name, named.start), ops, offices, segment, has(Verb::Assign)));
    }
    found.extend(deputies_in_charge(&found));
    found
}
