//! Whether the answers that are measured are right: on a part of the record that the plain fold of the register's
//! tests can bear, both are held together before anything is timed.

use std::collections::BTreeSet;
use std::error::Error;

use register::composition::{Body, Changes, Composition};
use register::decision::Provision;
use register::{Day, Fold, Record};

use super::world::{LISTS, World, day};
use super::{compared, plain};

/// Committees of the part, of as many offices.
const COMMITTEES: usize = 5;

/// Who sits, each in which role.
type Seated = BTreeSet<(String, Option<String>)>;

/// Composition and citations of some committees on four days, how their decisions stand, who came and left between.
pub fn against_a_plain_one(world: &World) -> Result<(), Box<dyn Error>> {
    let decisions = world.record.decisions.iter().take(COMMITTEES * LISTS).cloned().collect();
    let part = Record { decisions, events: world.record.events.clone(), ..Record::default() };
    let (fold, directory) = (Fold::of(&part), part.directory());
    let (mut seats, mut moved) = (0, 0);
    for from in [3, 11] {
        let days = [day(from), day(from + 1)];
        let expected = days.map(|on| plain::answer(&part.decisions, &directory, on));
        for (on, expected) in days.into_iter().zip(&expected) {
            if let Some(difference) = compared::differences(&fold, expected, on).into_iter().next() {
                return Err(format!("{on}: {difference}").into());
            }
        }
        for committee in &fold.committees {
            // As the whole record answers it: that is what is measured.
            let measured = world.fold.committee(&committee.id).ok_or("a committee of the part is not in the whole")?;
            for on in days {
                let composition = world.fold.composition(measured, on);
                if composition != fold.composition(committee, on) {
                    return Err(format!("{} on {on}: another composition in the whole record", committee.id).into());
                }
                check_citations(&part, &composition, on)?;
                seats += composition.seats.len();
            }
            let [before, after] = &expected;
            let [before, after] = [before, after].map(|answer| seated(answer, &committee.id));
            let changes = world.fold.changes_between(Body::Committee(measured), days[0], days[1]);
            moved += before.symmetric_difference(&after).count();
            if apply(&changes, before) != Some(after) {
                return Err(format!("{} from {} to {}: {changes:?}", committee.id, days[0], days[1]).into());
            }
        }
    }
    if fold.committees.len() < COMMITTEES || moved == 0 {
        return Err("nothing to hold against the plain fold".into());
    }
    println!("{COMMITTEES} committees held against the plain fold on four days: {seats} seats, {moved} came or left");
    Ok(())
}

/// Every seat cites the decision that says it, and where.
fn check_citations(part: &Record, composition: &Composition, on: Day) -> Result<(), Box<dyn Error>> {
    for seat in &composition.seats {
        let mut said = part.decisions.iter().filter(|decision| decision.effective_from <= on).flat_map(|decision| {
            let provisions = decision.provisions.iter();
            provisions.filter_map(move |enacted| match &enacted.provision {
                Provision::Seat(said) => Some((&said.seat, decision.cite(enacted))),
                _ => None,
            })
        });
        if !said.any(|(id, citation)| *id == seat.id && citation == *seat.citation) {
            return Err(format!("{} on {on}: no decision says it where {:?} is", seat.id, seat.citation).into());
        }
    }
    Ok(())
}

/// The people whom the plain fold has in a committee.
fn seated(answer: &plain::Answer, committee: &register::Id) -> Seated {
    let own = answer.bodies.iter().filter(|body| body.ids.contains(committee)).flat_map(|body| &body.seats);
    let people = own.flat_map(|seat| seat.holders.iter().map(move |[_, _, person]| (person.clone(), &seat.role)));
    people.filter_map(|(person, role)| Some((person?, role.clone()))).collect()
}

/// Who sits after changes, where they say nothing that cannot be: nobody leaves who was not there.
fn apply(changes: &Changes, mut seated: Seated) -> Option<Seated> {
    for gone in changes.left.iter().chain(&changes.vacated).filter(|moved| moved.known) {
        seated.remove(&(gone.who.clone(), gone.role.clone())).then_some(())?;
    }
    for changed in changes.changed.iter().filter(|changed| changed.known) {
        seated.remove(&(changed.who.clone(), changed.from_role.clone())).then_some(())?;
        seated.insert((changed.who.clone(), changed.to_role.clone()));
    }
    for come in changes.joined.iter().filter(|moved| moved.known) {
        seated.insert((come.who.clone(), come.role.clone())).then_some(())?;
    }
    Some(seated)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn world() -> World {
        World::make(COMMITTEES * LISTS).unwrap()
    }

    fn refusal(world: &World) -> String {
        against_a_plain_one(world).err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn right_answers_pass_and_each_wrong_one_is_refused() {
        assert_eq!(refusal(&world()), "");
        // Another role, a seat that ends too early, another article: as the whole record would answer them.
        let mut wrong = world();
        wrong.fold.committees[3].seats.iter_mut().for_each(|seat| seat.what.role = Some("Thư ký".to_owned()));
        assert!(refusal(&wrong).contains("another composition"), "{}", refusal(&wrong));
        let mut wrong = world();
        wrong.fold.committees[1].seats.iter_mut().for_each(|seat| seat.to = Some(seat.from));
        assert!(refusal(&wrong).contains("another composition"), "{}", refusal(&wrong));
        let mut wrong = world();
        wrong.fold.committees[4]
            .seats
            .iter_mut()
            .for_each(|seat| Arc::make_mut(&mut seat.by).place = Some("Điều 9".to_owned()));
        assert!(refusal(&wrong).contains("another composition"), "{}", refusal(&wrong));
    }

    #[test]
    fn a_fold_that_differs_from_the_plain_one_is_told() {
        let World { record, mut fold } = world();
        let (directory, on) = (record.directory(), day(3));
        let expected = plain::answer(&record.decisions, &directory, on);
        assert!(compared::differences(&fold, &expected, on).is_empty());
        fold.committees[2].seats.retain(|seat| seat.what.sub_body.is_some());
        assert!(!compared::differences(&fold, &expected, on).is_empty());
    }

    #[test]
    fn a_citation_of_another_place_is_refused() {
        let World { record, fold } = world();
        let mut composition = fold.composition(&fold.committees[0], day(3));
        assert!(check_citations(&record, &composition, day(3)).is_ok());
        Arc::make_mut(&mut composition.seats[7].citation).place = Some("Điều 9".to_owned());
        assert!(check_citations(&record, &composition, day(3)).is_err());
    }

    #[test]
    fn changes_that_leave_somebody_out_or_move_a_stranger_are_refused() {
        let World { record, fold } = world();
        let (directory, days) = (record.directory(), [day(3), day(4)]);
        let committee = &fold.committees[0];
        let [before, after] = days.map(|on| seated(&plain::answer(&record.decisions, &directory, on), &committee.id));
        let changes = fold.changes_between(Body::Committee(committee), days[0], days[1]);
        assert_eq!(apply(&changes, before.clone()), Some(after.clone()));
        let mut short = changes.clone();
        let come = short.joined.iter().position(|moved| moved.known).unwrap();
        short.joined.remove(come);
        assert_ne!(apply(&short, before.clone()), Some(after));
        let mut strange = changes;
        strange.left[0].who = "Không Có Ai".to_owned();
        strange.left[0].known = true;
        assert_eq!(apply(&strange, before), None);
    }
}
