//! Who sits in how many committees on a day: people by committees, with the load.

use serde::{Deserialize, Serialize};

use super::Fold;
use super::answer::{CommitteeOn, Flag, Holder, SeatOn, State};
use crate::date::Day;
use crate::draft::SeatKind;
use crate::id::Id;
use crate::role::Rank;

/// People by committees on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Matrix {
    /// The day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: Day,
    /// The committees that exist, in the order of their founding.
    pub committees: Vec<CommitteeOn>,
    /// Who sits, the busiest first.
    pub rows: Vec<Load>,
}

/// A person, or a post whose holder is not known, and where it sits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Load {
    /// The person, else the post.
    pub who: String,
    /// Whether `who` is a person.
    pub known: bool,
    /// By which the person is asked for, where a name is not enough.
    pub person_id: Option<Id>,
    /// The post through which the first of the seats is held.
    pub post: Option<String>,
    /// Where, in the order of the committees.
    pub cells: Vec<MatrixCell>,
    /// In how many committees, as a member.
    pub committees: u32,
    /// In how many of them at the head.
    pub chairs: u32,
}

/// A seat in a committee.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MatrixCell {
    /// Which committee, as a place in [`Matrix::committees`].
    pub committee: u32,
    /// The role.
    pub role: Option<String>,
    /// Its rank.
    pub rank: Rank,
    /// Invited, not a member.
    pub invited: bool,
    /// The sub-body, where the seat is one of its.
    pub sub_body: Option<String>,
    /// The seat.
    pub seat: Id,
}

impl Fold {
    /// Who sits where on a day, and in how many committees.
    #[must_use]
    pub fn matrix(&self, on: Day) -> Matrix {
        let mut matrix = Matrix { on, committees: Vec::new(), rows: Vec::new() };
        let mut row_of: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
        for committee in &self.committees {
            let composition = self.composition(committee, on);
            if !matches!(composition.state, State::Active | State::Suspended) {
                continue;
            }
            let place = u32::try_from(matrix.committees.len()).unwrap_or(u32::MAX);
            matrix.committees.push(composition.committee.clone());
            let own = composition.seats.iter().map(|seat| (seat, None));
            let inner =
                composition.sub_bodies.iter().flat_map(|body| body.seats.iter().map(|seat| (seat, Some(&body.name))));
            for (seat, sub_body) in own.chain(inner) {
                for holder in &seat.holders {
                    let Some((key, who)) = self.sits(seat, holder) else { continue };
                    let at = *row_of.entry(key).or_insert_with(|| {
                        matrix.rows.push(Load {
                            who,
                            known: holder.person.is_some(),
                            person_id: holder.person_id.clone(),
                            post: holder.in_words(),
                            cells: Vec::new(),
                            committees: 0,
                            chairs: 0,
                        });
                        matrix.rows.len() - 1
                    });
                    matrix.rows[at].cells.push(MatrixCell {
                        committee: place,
                        role: seat.role.clone(),
                        rank: seat.rank,
                        invited: seat.invited,
                        sub_body: sub_body.cloned(),
                        seat: seat.id.clone(),
                    });
                }
            }
        }
        for row in &mut matrix.rows {
            let counted = |cells: &mut dyn Iterator<Item = u32>| {
                let distinct: std::collections::BTreeSet<u32> = cells.collect();
                u32::try_from(distinct.len()).unwrap_or(u32::MAX)
            };
            row.committees = counted(&mut row.cells.iter().filter(|cell| !cell.invited).map(|cell| cell.committee));
            let heads = |cell: &&MatrixCell| cell.rank == Rank::Chair && cell.sub_body.is_none();
            row.chairs = counted(&mut row.cells.iter().filter(heads).map(|cell| cell.committee));
        }
        matrix.rows.sort_by(|a, b| (b.committees, b.chairs, &a.who).cmp(&(a.committees, a.chairs, &b.who)));
        matrix
    }

    /// Who sits in a seat as one row: the person, else a post that is there.
    fn sits(&self, seat: &SeatOn, holder: &Holder) -> Option<(String, String)> {
        if let Some(name) = &holder.person {
            let key = self.directory.people.key(name, holder.person_id.as_ref(), None);
            return Some((key.as_str().to_owned(), name.clone()));
        }
        if seat.flags.contains(&Flag::PostEnded) || seat.kind == SeatKind::Nominated {
            return None;
        }
        let words = holder.in_words()?;
        let key = holder.post_id.as_ref().map_or_else(|| crate::text::shorten(&words), ToString::to_string);
        Some((format!("post {key}"), words))
    }
}
