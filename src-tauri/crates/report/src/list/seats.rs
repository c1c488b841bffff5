//! From seats to the rows of a table.

use register::composition::{Flag, Holder, SeatOn};
use register::directory::Capacity;
use register::draft::SeatKind;
use register::text;

use super::{Group, Line};
use crate::cited::{Cited, appointment};
use crate::order::by_given_name;
use crate::paper::Options;
use crate::words;

/// The seats by role, in the order in which the decision names the roles; the numbers run through them all.
pub(super) fn groups(seats: &[&SeatOn], cited: &Cited<'_>, options: &Options) -> Vec<Group> {
    let mut numbers = Numbers::default();
    let mut groups = Vec::new();
    for (role, mut seats) in by_role(seats) {
        let before = numbers.last;
        if options.by_given_name {
            in_order(&mut seats);
        }
        let mut rows = Vec::new();
        for (at, seat) in seats.iter().enumerate() {
            if at > 0 && is_class(seats[at - 1]) && !is_class(seat) {
                let others = seats[at..].iter().take_while(|seat| !is_class(seat));
                rows.push(Line::Others { count: others.map(|seat| seat.heads).sum() });
            }
            rows.extend(lines(seat, cited, options, &mut numbers));
        }
        groups.push(Group { role, count: numbers.last - before, lines: rows });
    }
    groups
}

/// Whether a seat is set as a heading with its posts below.
fn is_class(seat: &SeatOn) -> bool {
    // A wording that nobody could read as a rule over organizations stays one row, as written.
    let unread = matches!(&seat.holders[..], [only] if only.organization.is_none());
    seat.kind == SeatKind::Class && !unread
}

/// The seats of each role, in the order in which the decision names the roles.
pub(crate) fn by_role<'a>(seats: &[&'a SeatOn]) -> Vec<(String, Vec<&'a SeatOn>)> {
    let mut roles: Vec<(String, Vec<&SeatOn>)> = Vec::new();
    for seat in seats {
        let role = seat.role.as_deref().unwrap_or(words::MEMBER);
        match roles.iter_mut().find(|(known, _)| text::key(known) == text::key(role)) {
            Some((_, seats)) => seats.push(seat),
            None => roles.push((role.to_owned(), vec![seat])),
        }
    }
    roles
}

/// Known people by given name, then the others as the decision has them; classes stay together behind.
fn in_order(seats: &mut [&SeatOn]) {
    seats.sort_by_cached_key(|seat| {
        let name = seat.holders.iter().find_map(|holder| holder.person.as_deref());
        (seat.kind == SeatKind::Class, name.is_none(), name.map(by_given_name).unwrap_or_default())
    });
}

/// The holders of a seat in the order that was asked for.
fn holders<'a>(seat: &'a SeatOn, options: &Options) -> Vec<&'a Holder> {
    let mut holders: Vec<&Holder> = seat.holders.iter().collect();
    if options.by_given_name {
        holders.sort_by_cached_key(|holder| {
            let name = holder.person.as_deref();
            (name.is_none(), name.map(by_given_name).unwrap_or_default())
        });
    }
    holders
}

#[derive(Default)]
struct Numbers {
    last: u32,
}

impl Numbers {
    fn next(&mut self) -> u32 {
        self.last += 1;
        self.last
    }
}

fn lines(seat: &SeatOn, cited: &Cited<'_>, options: &Options, numbers: &mut Numbers) -> Vec<Line> {
    if !is_class(seat) {
        return rows(seat, cited, options, numbers);
    }
    let count = u32::try_from(seat.holders.len()).unwrap_or(u32::MAX);
    let mut notes = notes(seat);
    if count == 0 && !seat.flags.contains(&Flag::ClassEmpty) {
        notes.push(words::NAMED_ABOVE.to_owned());
    }
    let wording = Line::Wording { text: seat.as_written.clone(), count, citation: cited.place(&seat.citation), notes };
    let rows = holders(seat, options).into_iter().map(|holder| Line::Row {
        number: Some(numbers.next()),
        who: who(seat, holder, options),
        post: post(seat, holder),
        citation: cited.place(&seat.citation),
        notes: holder.citation.as_deref().and_then(appointment).into_iter().collect(),
    });
    std::iter::once(wording).chain(rows).collect()
}

/// One row for each holder; a seat that the fold leaves without one still has its wording.
fn rows(seat: &SeatOn, cited: &Cited<'_>, options: &Options, numbers: &mut Numbers) -> Vec<Line> {
    let counts = !seat.flags.contains(&Flag::PostEnded);
    let nobody = Holder::default();
    let mut holders = holders(seat, options);
    if holders.is_empty() {
        holders.push(&nobody);
    }
    let row = |(at, holder): (usize, &Holder)| {
        // What is said of the seat is said once, at its first holder.
        let mut said = if at == 0 { notes(seat) } else { Vec::new() };
        said.extend(holder.citation.as_deref().and_then(appointment));
        Line::Row {
            number: counts.then(|| numbers.next()),
            who: who(seat, holder, options),
            post: post(seat, holder),
            citation: cited.place(&seat.citation),
            notes: said,
        }
    };
    holders.into_iter().enumerate().map(row).collect()
}

/// The person as the decision addresses them, or why there is none.
pub(crate) fn who(seat: &SeatOn, holder: &Holder, options: &Options) -> String {
    let Some(person) = &holder.person else {
        return if seat.flags.contains(&Flag::NotNominated) {
            words::NOT_NOMINATED.to_owned()
        } else if seat.flags.contains(&Flag::PostEnded) {
            String::new()
        } else if holder.vacant {
            words::VACANT.to_owned()
        } else {
            words::NOT_KNOWN.to_owned()
        };
    };
    let own = seat.honorific.as_deref().filter(|_| seat.kind == SeatKind::Named);
    let honorific = if options.comrades { Some(words::COMRADE) } else { own };
    let capacity = match holder.capacity {
        Some(Capacity::Acting) => Some(words::ACTING),
        Some(Capacity::InCharge) => Some(words::IN_CHARGE),
        Some(Capacity::Incumbent) | None => None,
    };
    honorific.into_iter().chain([person.as_str()]).chain(capacity).collect::<Vec<_>>().join(" ")
}

/// Post and organization. A seat narrowed by a field, and one for a person to be sent, keep their wording:
/// the post alone would say more than the decision does.
pub(crate) fn post(seat: &SeatOn, holder: &Holder) -> String {
    if matches!(seat.kind, SeatKind::Portfolio | SeatKind::Nominated) {
        return seat.as_written.clone();
    }
    match (&holder.post, &holder.organization) {
        (Some(post), Some(organization)) => format!("{post} {}", after_a_post(organization)),
        (Some(said), None) | (None, Some(said)) => said.clone(),
        (None, None) if holder.person.is_some() => String::new(),
        (None, None) => seat.as_written.clone(),
    }
}

/// "Quận Ba Đình" is "quận Ba Đình" behind a post, as papers write it; "Quận 1" stays.
fn after_a_post(organization: &str) -> String {
    for unit in ["Quận", "Huyện", "Thị xã", "Thị trấn", "Phường", "Xã"] {
        let rest = organization.strip_prefix(unit).filter(|rest| rest.starts_with(' '));
        if let Some(rest) = rest.filter(|rest| !rest.trim_start().starts_with(|c: char| c.is_ascii_digit())) {
            return format!("{}{rest}", unit.to_lowercase());
        }
    }
    organization.to_owned()
}

pub(crate) fn notes(seat: &SeatOn) -> Vec<String> {
    let mut notes: Vec<String> = seat.flags.iter().filter_map(|flag| note(*flag)).map(str::to_owned).collect();
    notes.extend(seat.successor.as_deref().map(words::consider));
    if !seat.voting && !seat.invited {
        notes.push(words::NO_VOTE.to_owned());
    }
    notes
}

/// The words of a flag; those that the row says elsewhere have none.
fn note(flag: Flag) -> Option<&'static str> {
    match flag {
        Flag::PostEnded | Flag::ClassEmpty => Some(words::POST_ENDED),
        Flag::PersonLeftPost => Some(words::LEFT_POST),
        Flag::TwoHolders => Some(words::TWO_HOLDERS),
        Flag::DecisionSuspended => Some(words::DECISION_SUSPENDED),
        // In the column of names.
        Flag::Vacant | Flag::NotNominated => None,
        // Beside the citation, and by the successor's name.
        Flag::Reconstructed | Flag::SuccessorProposed => None,
        // Of the whole.
        Flag::UnknownComposition | Flag::PastSunset => None,
    }
}
