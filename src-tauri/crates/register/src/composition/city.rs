//! Everybody in every committee on a day, in passing over the tenures of all of them.
//!
//! A whole city does not fit into what a processor keeps at hand, so it costs what has to be fetched: the days of
//! some blocks, what is told of whoever sits, and little else of each committee.

use std::sync::Arc;

use super::Fold;
use super::committee::{Committee, Stretch};
use super::tenure::{BLOCK, Tenure, Tenures, bytes_of, index, number};
use crate::date::Day;
use crate::decision::{Citation, Seat};
use crate::id::Id;

/// Everybody in every committee, on any day: what is told of the tenures of all committees, side by side in the
/// order in which a question passes over them.
pub struct City<'a> {
    committees: Vec<Of<'a>>,
    /// The names of all committees, each from a day on.
    names: Vec<(i32, &'a str)>,
    /// The first [`BLOCK`] tenures of the first committee, then its next ones: no block is of two committees.
    blocks: Vec<Block>,
    /// From when to when each tenure lasts.
    days: Vec<(i32, i32)>,
    rows: Vec<Row>,
    roles: Vec<Option<String>>,
    /// Where decisions say it, the places of one committee together.
    citations: Vec<Citation>,
    /// How many bytes the tenures take.
    tenures: usize,
}

/// Everybody who sits on a day, one after the other.
pub struct OnDay<'a> {
    city: &'a City<'a>,
    day: Day,
    /// The committee that is being passed over, and its name of the day.
    of: Option<(&'a Of<'a>, &'a str)>,
    /// The block that is being passed over, and the next one.
    block: Option<&'a Block>,
    next: usize,
    /// Its tenures that are still to be told, one bit for each.
    held: u64,
}

/// A committee. What is asked of it lies here, and not only where it stands: going there costs more than the answer.
struct Of<'a> {
    id: &'a Id,
    seats: &'a [Stretch<Seat>],
    /// The first of its names, and how many they are.
    names: u32,
    named: u32,
    /// The first of its citations.
    citations: u32,
}

/// A block of tenures.
struct Block {
    /// The days within which all of them lie. What one list seats stands together and ends together: most blocks
    /// are passed over on any one day.
    from: i32,
    to: i32,
    /// The first of them, and how many they are.
    first: u32,
    len: u32,
    committee: u32,
    /// Of which of them a person is known, one bit for each.
    known: u64,
}

/// What is told of a tenure.
struct Row {
    /// The person's name, else the place as it is shown.
    who: Arc<str>,
    seat: u32,
    role: u16,
    citation: u16,
}

/// Somebody in a seat of a committee, on the day that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sitting<'a> {
    /// The committee.
    pub committee: &'a Id,
    /// Its name on the day.
    pub name: &'a str,
    /// The seat.
    pub seat: &'a Id,
    /// The role.
    pub role: Option<&'a str>,
    /// The person, else the post or the words of the seat.
    pub who: &'a str,
    /// Whether `who` is a person.
    pub known: bool,
    /// Where the decision seats it.
    pub citation: &'a Citation,
}

impl Fold {
    /// Everybody in every committee. The first time, and after something was recorded, the tenures of each
    /// committee that changed are worked out anew; what is told of all is put together each time.
    #[must_use]
    pub fn city(&self) -> City<'_> {
        let mut city = City {
            committees: Vec::with_capacity(self.committees.len()),
            names: Vec::new(),
            blocks: Vec::new(),
            days: Vec::new(),
            rows: Vec::new(),
            roles: Vec::new(),
            citations: Vec::new(),
            tenures: 0,
        };
        for committee in &self.committees {
            city.take(committee, &self.tenures(committee));
        }
        city
    }
}

impl<'a> City<'a> {
    /// Takes the heads of a committee in; whom a sub-body seats not.
    fn take(&mut self, committee: &'a Committee, tenures: &Tenures) {
        let of = index(self.committees.len());
        self.tenures += tenures.bytes();
        self.committees.push(Of {
            id: &committee.id,
            seats: &committee.seats,
            names: index(self.names.len()),
            named: index(committee.names.len()),
            citations: index(self.citations.len()),
        });
        self.names.extend(committee.names.iter().map(|(from, name)| (number(*from), name.as_str())));
        self.citations.extend_from_slice(&tenures.citations);
        let roles: Vec<u16> = tenures.roles.iter().map(|role| self.role(&role.words)).collect();
        let told: Vec<usize> = (0..tenures.rows.len()).filter(|at| tenures.rows[*at].is_told()).collect();
        for told in told.chunks(BLOCK) {
            let days = |at: &usize| tenures.days[*at];
            let known =
                |known, (bit, at): (usize, &usize)| known | (u64::from(tenures.rows[*at].person.is_some()) << bit);
            self.blocks.push(Block {
                from: told.iter().map(|at| tenures.days[*at].0).min().unwrap_or(i32::MAX),
                to: told.iter().map(|at| tenures.days[*at].1).max().unwrap_or(i32::MIN),
                first: index(self.rows.len()),
                len: index(told.len()),
                committee: of,
                known: told.iter().enumerate().fold(0, known),
            });
            self.days.extend(told.iter().map(days));
            self.rows.extend(told.iter().map(|at| {
                let Tenure { seat, role, citation, .. } = tenures.rows[*at];
                Row { who: Arc::clone(tenures.shown_at(*at)), seat, role: roles[usize::from(role)], citation }
            }));
        }
    }

    /// A city has a few roles, too.
    fn role(&mut self, words: &Option<String>) -> u16 {
        let at = self.roles.iter().position(|known| known == words).unwrap_or_else(|| {
            self.roles.push(words.clone());
            self.roles.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    }

    /// Everybody who sits on a day, committee by committee; whom a sub-body seats not.
    #[must_use]
    pub fn on(&'a self, day: Day) -> OnDay<'a> {
        OnDay { city: self, day, of: None, block: None, next: 0, held: 0 }
    }

    /// Every tenure with its first day and the first day after it, as numbers that grow with the days.
    pub fn all(&'a self) -> impl Iterator<Item = (i32, i32, Sitting<'a>)> {
        self.blocks.iter().flat_map(move |block| {
            let of = &self.committees[block.committee as usize];
            let name = self.name_on(of, i32::MAX);
            (0..block.len as usize).map(move |bit| {
                let (from, to) = self.days[block.first as usize + bit];
                (from, to, self.sitting(of, name, block, bit))
            })
        })
    }

    fn sitting(&'a self, of: &'a Of<'a>, name: &'a str, block: &Block, bit: usize) -> Sitting<'a> {
        let row = &self.rows[block.first as usize + bit];
        Sitting {
            committee: of.id,
            name,
            seat: &of.seats[row.seat as usize].what.seat,
            role: self.roles[usize::from(row.role)].as_deref(),
            who: &row.who,
            known: block.known >> bit & 1 == 1,
            citation: &self.citations[of.citations as usize + usize::from(row.citation)],
        }
    }

    /// The name on a day; before the founding the first.
    fn name_on(&self, of: &Of<'_>, day: i32) -> &'a str {
        let names = &self.names[of.names as usize..(of.names + of.named) as usize];
        let borne = names.iter().rev().find(|(from, _)| *from <= day);
        borne.or_else(|| names.first()).map_or("", |(_, name)| name)
    }

    /// How many bytes it takes beside the record, the tenures included.
    #[must_use]
    pub fn bytes(&self) -> usize {
        size_of_val(&*self.committees)
            + size_of_val(&*self.names)
            + size_of_val(&*self.blocks)
            + size_of_val(&*self.days)
            + size_of_val(&*self.rows)
            + bytes_of(&self.citations)
            + self.tenures
    }
}

// Not made of adaptors: whoever asks would compile these anew, and mostly for size.
impl<'a> Iterator for OnDay<'a> {
    type Item = Sitting<'a>;

    fn next(&mut self) -> Option<Sitting<'a>> {
        while self.held == 0 {
            self.go_on()?;
        }
        let bit = self.held.trailing_zeros() as usize;
        self.held &= self.held - 1;
        let ((of, name), block) = (self.of?, self.block?);
        Some(self.city.sitting(of, name, block, bit))
    }
}

impl OnDay<'_> {
    /// To the next block in which somebody may sit.
    fn go_on(&mut self) -> Option<()> {
        let day = number(self.day);
        let rest = self.city.blocks.get(self.next..)?;
        let passed = rest.iter().position(|block| block.from <= day && day < block.to)?;
        let block = &rest[passed];
        self.next += passed + 1;
        let rows = block.first as usize..(block.first + block.len) as usize;
        self.held = bits(&self.city.days[rows], day);
        if self.held != 0 {
            let of = &self.city.committees[block.committee as usize];
            (self.block, self.of) = (Some(block), Some((of, self.city.name_on(of, day))));
        }
        Some(())
    }
}

/// Which of a block's tenures hold on a day, one bit for each.
fn bits(days: &[(i32, i32)], day: i32) -> u64 {
    let holds = |(from, to): &(i32, i32)| *from <= day && day < *to;
    days.iter().enumerate().fold(0, |bits, (bit, days)| bits | (u64::from(holds(days)) << bit))
}
