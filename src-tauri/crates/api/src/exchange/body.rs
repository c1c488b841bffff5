//! The edits of a list, carried over to the list as the register has it now.

use register::Day;
use register::composition::Committee;
use register::decision::{Occupant, Seat};
use register::text;
use report::sheet::{Line, Returned, Sheet, seat_on};

use super::Said;
use super::pairs::{Pair, pairs};

/// The committee, or a body inside it, with every line that it has or is to have.
pub(super) struct Body {
    /// The name of a body inside the committee.
    pub sub_body: Option<String>,
    /// Its lines.
    pub changes: Vec<Change>,
}

/// A line as the register has it, and as it is to be.
pub(super) struct Change {
    /// The seat behind it.
    pub seat: Option<Seat>,
    pub before: Option<Line>,
    pub after: Option<Line>,
}

impl Change {
    /// Whether it stays as it is.
    pub fn is_none(&self) -> bool {
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => before.says(after),
            (before, after) => before.is_none() && after.is_none(),
        }
    }

    /// Whether only the role is another.
    pub fn is_of_role(&self) -> bool {
        self.differs_in(|before, after| before.role.clone_from(&after.role))
    }

    /// Whether only the post of a person is another.
    pub fn is_of_post(&self) -> bool {
        let person = self.before.as_ref().is_some_and(|line| !line.name.is_empty());
        person && self.differs_in(|before, after| before.position.clone_from(&after.position))
    }

    fn differs_in(&self, mend: impl Fn(&mut Line, &Line)) -> bool {
        let (Some(before), Some(after)) = (&self.before, &self.after) else { return false };
        let mut mended = before.clone();
        mend(&mut mended, after);
        !before.says(after) && mended.says(after)
    }

    /// The words by which a paper ends the seat: the person's name, else its position.
    pub fn who(&self) -> Option<String> {
        let seat = self.seat.as_ref()?;
        let words = match &seat.occupant {
            Occupant::Named { name, .. } => name,
            other => other.position().unwrap_or(&seat.as_written),
        };
        Some(text::tidy(words))
    }
}

/// Every body that went out or is there now, with its edits.
pub(super) fn bodies(committee: &Committee, on: Day, returned: &Returned, now: &[Sheet], said: &mut Said) -> Vec<Body> {
    let mut bodies: Vec<Body> = Vec::new();
    // A founding that was recorded late gives its body another id; the name tells.
    let same = |at: usize, before: &Sheet, now: &Sheet| {
        now.body == before.body || at == 0 || text::shorten(&now.name) == text::shorten(&before.name)
    };
    let of = |at: usize, before: &Sheet| {
        let bodies = if at == 0 { now.get(..1) } else { now.get(1..) }.unwrap_or_default();
        bodies.iter().find(|now| now.body == before.body).or_else(|| bodies.iter().find(|now| same(at, before, now)))
    };
    let mut met: Vec<&Sheet> = Vec::new();
    for (at, before) in returned.before.iter().enumerate() {
        // A sheet that was taken out says nothing of its body.
        let after = returned.after.iter().find(|after| after.body == before.body).unwrap_or(before);
        let now = of(at, before);
        met.extend(now);
        let lines = now.map_or(&[][..], |now| &now.lines);
        let changes = carried(&pairs(&before.lines, &after.lines), lines, said);
        let name = now.map_or(&before.name, |now| &now.name);
        bodies.push(Body { sub_body: (at > 0).then(|| name.clone()), changes });
    }
    for sheet in now.iter().filter(|now| !met.iter().any(|met| std::ptr::eq(*met, *now))) {
        let changes = sheet.lines.iter().map(stays).collect();
        bodies.push(Body { sub_body: Some(sheet.name.clone()), changes });
    }
    for change in bodies.iter_mut().flat_map(|body| &mut body.changes) {
        let seat = change.before.as_ref().and_then(|line| line.seat.as_ref());
        change.seat = seat.and_then(|seat| seat_on(committee, on, seat)).cloned();
    }
    bodies
}

fn stays(line: &Line) -> Change {
    Change { seat: None, before: Some(line.clone()), after: Some(line.clone()) }
}

/// The pairs of a body, held against its lines of now.
fn carried(pairs: &[Pair<'_>], now: &[Line], said: &mut Said) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut met: Vec<&Line> = Vec::new();
    for pair in pairs {
        // A seat that was revived beside its change of role is there twice.
        let free = |line: &&Line| !met.iter().any(|met| std::ptr::eq(*met, *line));
        let known = pair.before.and_then(|before| {
            let mut own = now.iter().filter(free).filter(|line| line.seat == before.seat);
            own.clone().find(|line| line.says(before)).or_else(|| own.next())
        });
        met.extend(known);
        match (pair.before, pair.after, known) {
            (None, Some(after), _) => {
                changes.push(Change { seat: None, before: None, after: Some(after.clone()) });
            }
            (Some(before), Some(after), Some(known)) if before.says(after) => {
                // What was not edited stays as the register has it.
                changes.push(stays(known));
            }
            (Some(_), after, Some(known)) => {
                changes.push(Change { seat: None, before: Some(known.clone()), after: after.cloned() });
            }
            // Ended meanwhile, and taken out or left as it was: so it stays.
            (Some(before), Some(after), None) if !before.says(after) => said.lost.push(after.called().to_owned()),
            _ => {}
        }
    }
    // What came meanwhile stays too.
    changes.extend(now.iter().filter(|line| !met.iter().any(|met| std::ptr::eq(*met, *line))).map(stays));
    changes
}
