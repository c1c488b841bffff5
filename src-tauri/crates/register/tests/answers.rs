//! What must hold of every answer beside the composition: status, comparison, history, load and findings know of
//! nothing later; a comparison applied to the first day gives the second; a decision changes nothing of committees
//! that it has no effect on. Held against records made by chance, as in properties.rs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod world;

use std::collections::{BTreeMap, BTreeSet};

use register::composition::{Body, Composition, Moved, State};
use register::history::History;
use register::record::{Content, Record};
use register::{Day, Fold};
use world::{Chance, contents, days, decision, record, up_to, worlds};

/// Everything beside the compositions that is answered as of a day, in words that can be compared.
fn told_on(record: &Record, day: Day) -> BTreeMap<String, String> {
    let fold = Fold::of(record);
    let mut told = BTreeMap::new();
    for (at, decision) in fold.decisions.iter().enumerate() {
        if decision.effective_from <= day {
            let status = fold.status(at, day);
            let reasons: BTreeSet<String> = status
                .because
                .iter()
                .map(|why| format!("{:?} {} {} {}", why.relation, fold.decisions[why.decision].id, why.date, why.since))
                .collect();
            told.insert(
                format!("status {}", decision.id),
                format!("{:?} {reasons:?} {:?}", status.status, status.flags),
            );
        }
    }
    for committee in &fold.committees {
        if fold.state(committee, day) == State::NotYet {
            continue;
        }
        let sunset = committee.sunset_on(day).and_then(|sunset| sunset.what.on);
        told.insert(format!("list {}", committee.id), format!("{} {sunset:?}", committee.name_on(day)));
        for earlier in days().into_iter().filter(|earlier| *earlier <= day) {
            let compared = fold.compare(Body::Committee(committee), earlier, day);
            told.insert(format!("compare {} {earlier}", committee.id), format!("{compared:?}"));
        }
        for seat in committee.seats.iter().map(|stretch| &stretch.what.seat) {
            if let Some(history) = fold.seat_history(committee, seat, day) {
                told.insert(format!("seat {seat}"), format!("{history:?}"));
            }
        }
    }
    let mut matrix = fold.matrix(day);
    matrix.rows.sort_by(|a, b| (&a.who, &a.person_id).cmp(&(&b.who, &b.person_id)));
    told.insert("matrix".into(), format!("{matrix:?}"));
    let findings: BTreeSet<String> = fold.check(record, day).iter().map(|finding| format!("{finding:?}")).collect();
    told.insert("check".into(), format!("{findings:#?}"));
    for (key, name) in fold.find_people("") {
        told.insert(format!("found {name}"), key.as_str().to_owned());
    }
    told
}

#[test]
fn no_answer_on_a_day_knows_of_anything_later() {
    for seed in worlds() {
        let mut chance = Chance::new(seed);
        let told = contents(&mut chance, 10);
        let whole = record(&told);
        // A day in the middle says most; all of them would take too long.
        for day in days().into_iter().skip(4).step_by(7) {
            let (expected, found) = (told_on(&record(&up_to(&told, day)), day), told_on(&whole, day));
            for (what, expected) in &expected {
                assert_eq!(found.get(what), Some(expected), "seed {seed}, {day}: {what}");
            }
            let more: Vec<&String> = found.keys().filter(|what| !expected.contains_key(*what)).collect();
            assert!(more.iter().all(|what| what.starts_with("found ")), "seed {seed}, {day}: {more:?}");
        }
    }
}

#[test]
fn a_history_as_of_a_day_is_that_of_what_was_so_by_then() {
    for seed in worlds() {
        let mut chance = Chance::new(seed);
        let told = contents(&mut chance, 14);
        let whole = Fold::of(&record(&told));
        for day in days().into_iter().step_by(5) {
            let early = Fold::of(&record(&up_to(&told, day)));
            for (key, name) in early.find_people("") {
                let of = |fold: &Fold| {
                    let history =
                        History::of(name.clone(), &key, fold.stays(&key, Some(day)), fold.posts_held(&key), Some(day));
                    format!("{history:#?}")
                };
                assert_eq!(of(&early), of(&whole), "seed {seed}, {day}: {name}");
            }
        }
    }
}

/// Who sits in which role: people, and places whose holder is not known.
fn sitting(fold: &Fold, composition: &Composition) -> BTreeSet<(String, Option<String>, bool)> {
    let mut sitting = BTreeSet::new();
    for seat in &composition.seats {
        for holder in &seat.holders {
            if let Some(name) = &holder.person {
                let key = fold.directory.people.key(name, holder.person_id.as_ref(), None);
                let role = seat.role.as_deref().map(register::text::key);
                sitting.insert((key.as_str().to_owned(), role, seat.invited));
            }
        }
    }
    sitting
}

#[test]
fn a_comparison_applied_to_the_first_day_gives_the_second() {
    let mut seen = 0;
    for seed in worlds() {
        let mut chance = Chance::new(seed);
        let fold = Fold::of(&record(&contents(&mut chance, 24)));
        let person = |moved: &Moved| {
            let key = fold.directory.people.key(&moved.who, moved.person_id.as_ref(), None);
            (key.as_str().to_owned(), moved.role.as_deref().map(register::text::key), moved.invited)
        };
        for committee in &fold.committees {
            let all = days();
            for pair in all.windows(6).step_by(2) {
                for (a, b) in [(pair[0], pair[5]), (pair[5], pair[0]), (pair[2], pair[3])] {
                    let body = Body::Committee(committee);
                    let changes = fold.compare(body, a, b);
                    let mut now = sitting(&fold, &fold.composition(committee, a));
                    // Whoever left a seat empty may stay in that role through another one.
                    let then = sitting(&fold, &fold.composition(committee, b));
                    let emptied = changes.vacated.iter().filter(|moved| !then.contains(&person(moved)));
                    for gone in changes.left.iter().chain(emptied).filter(|moved| moved.known) {
                        assert!(now.remove(&person(gone)), "seed {seed}: {gone:?} was not there");
                        seen += 1;
                    }
                    for changed in &changes.changed {
                        let key = fold.directory.people.key(&changed.who, changed.person_id.as_ref(), None);
                        let [from, to] =
                            [&changed.from_role, &changed.to_role].map(|r| r.as_deref().map(register::text::key));
                        // A place whose holder is not known can change its role too.
                        if now.remove(&(key.as_str().to_owned(), from, changed.invited[0])) {
                            now.insert((key.as_str().to_owned(), to, changed.invited[1]));
                        }
                    }
                    for come in changes.joined.iter().filter(|moved| moved.known) {
                        assert!(now.insert(person(come)), "seed {seed}: {come:?} was there already");
                        seen += 1;
                    }
                    assert_eq!(now, then, "seed {seed}, {}: {a} → {b}: {changes:#?}", committee.id);
                    let [on_a, on_b] = [a, b].map(|day| fold.composition(committee, day));
                    if on_a.seats == on_b.seats && on_a.sub_bodies == on_b.sub_bodies {
                        assert!(!changes.is_something(), "seed {seed}: {changes:#?}");
                    }
                }
            }
        }
    }
    assert!(seen > 1000, "the worlds are not empty: {seen} came or left");
}

#[test]
fn a_decision_changes_nothing_of_committees_that_it_has_no_effect_on() {
    for seed in worlds() {
        let mut chance = Chance::new(seed);
        let told = contents(&mut chance, 14);
        let before = Fold::of(&record(&told));
        let mut with = told.clone();
        let another = decision(&mut chance, 300);
        with.push(Content::Decision(std::sync::Arc::clone(&another)));
        let after = Fold::of(&record(&with));
        // Its story is everything that it can touch.
        let at = after.decisions.iter().position(|known| known.id == another.id).unwrap();
        // One that it founds earlier has another first identity from then on, and keeps the later ones.
        let touched: BTreeSet<&register::Id> =
            after.story_of(at).into_iter().flat_map(|committee| &committee.ids).collect();
        for committee in before.committees.iter().filter(|committee| !touched.contains(&committee.id)) {
            let Some(same) = after.committee(&committee.id) else { panic!("seed {seed}: lost {}", committee.id) };
            for day in days() {
                assert_eq!(before.composition(committee, day), after.composition(same, day), "seed {seed}, {day}");
            }
        }
    }
}

#[test]
fn everybody_in_the_city_is_who_sits_in_each_committee() {
    for seed in worlds() {
        let mut chance = Chance::new(seed);
        let fold = Fold::of(&record(&contents(&mut chance, 24)));
        let city = fold.city();
        for day in days() {
            let mut by_city: Vec<String> =
                city.on(day).map(|sitting| format!("{} {} {}", sitting.seat, sitting.known, sitting.who)).collect();
            let mut expected = Vec::new();
            for committee in &fold.committees {
                for seat in fold.composition(committee, day).seats {
                    if seat.holders.is_empty() && seat.heads > 0 {
                        let words = seat.position.clone().unwrap_or_else(|| seat.as_written.clone());
                        expected.push(format!("{} false {words}", seat.id));
                    }
                    for holder in seat.holders.iter().filter(|_| seat.heads > 0) {
                        let words = match (&holder.person, seat.kind) {
                            (Some(person), _) => person.clone(),
                            (None, register::draft::SeatKind::Class) => holder.in_words().unwrap(),
                            (None, _) => seat.position.clone().unwrap_or_else(|| seat.as_written.clone()),
                        };
                        expected.push(format!("{} {} {words}", seat.id, holder.person.is_some()));
                    }
                }
            }
            by_city.sort();
            expected.sort();
            assert_eq!(by_city, expected, "seed {seed}, {day}");
        }
    }
}
