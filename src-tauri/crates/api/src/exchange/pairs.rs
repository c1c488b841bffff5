//! Which line of an edited list is which of the list that went out. The order of the lines says nothing.

use register::text;
use report::sheet::Line;

/// A line as it went out, and as it came back: one of them may be missing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'a> {
    pub before: Option<&'a Line>,
    pub after: Option<&'a Line>,
}

/// A way in which two lines are the same.
type Way<'a> = &'a dyn Fn(&Line, &Line) -> bool;

/// Pairs lines: what says the same first, whatever its row; then the rows of the same seat; then rows that were written
/// anew for the same person, or for the same words where there is no person. In the order of the edited list; what was
/// taken out of it comes last.
pub(super) fn pairs<'a>(before: &'a [Line], after: &'a [Line]) -> Vec<Pair<'a>> {
    let same_seat = |one: &Line, other: &Line| one.seat.is_some() && one.seat == other.seat;
    let same_person = |one: &Line, other: &Line| !one.name.is_empty() && text::key(&one.name) == text::key(&other.name);
    let same_words = |one: &Line, other: &Line| {
        one.name.is_empty() && other.name.is_empty() && text::key(&one.position) == text::key(&other.position)
    };
    let ways: [Way<'_>; 5] = [
        &|one, other| same_seat(one, other) && one.says(other),
        &|one, other| one.says(other),
        &same_seat,
        &same_person,
        &same_words,
    ];
    let mut found: Vec<Option<usize>> = vec![None; after.len()];
    for is_same in ways {
        for (at, line) in after.iter().enumerate() {
            if found[at].is_none() {
                let free = |old: &usize| !found.contains(&Some(*old));
                found[at] = (0..before.len()).filter(free).find(|old| is_same(&before[*old], line));
            }
        }
    }
    let paired =
        found.iter().zip(after).map(|(old, line)| Pair { before: old.map(|at| &before[at]), after: Some(line) });
    let gone = before.iter().enumerate().filter(|(at, _)| !found.contains(&Some(*at)));
    paired.chain(gone.map(|(_, line)| Pair { before: Some(line), after: None })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use register::Id;

    fn line(seat: &str, name: &str, role: &str) -> Line {
        let seat = Some(Id(seat.to_owned())).filter(|seat| !seat.as_str().is_empty());
        Line { seat, name: name.to_owned(), role: role.to_owned(), ..Line::default() }
    }

    /// Each pair by the roles of its two lines.
    fn paired(before: &[Line], after: &[Line]) -> Vec<(String, String)> {
        let role = |line: Option<&Line>| line.map(|line| line.role.clone()).unwrap_or_default();
        pairs(before, after).iter().map(|pair| (role(pair.before), role(pair.after))).collect()
    }

    fn said(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
    }

    #[test]
    fn order_alone_is_no_change_and_neither_are_moved_words() {
        let before = [line("1", "An", "a"), line("2", "Bình", "b")];
        assert_eq!(paired(&before, &[line("2", "Bình", "b"), line("1", "An", "a")]), said(&[("b", "b"), ("a", "a")]));
        // The words were moved, the hidden ids stayed where they were.
        assert_eq!(paired(&before, &[line("1", "Bình", "b"), line("2", "An", "a")]), said(&[("b", "b"), ("a", "a")]));
    }

    #[test]
    fn a_copied_row_is_a_new_line_and_one_written_anew_is_the_old() {
        let before = [line("1", "An", "a"), line("2", "Bình", "b")];
        let copied = [line("1", "Chi", "c"), line("1", "An", "a"), line("2", "Bình", "b")];
        assert_eq!(paired(&before, &copied), said(&[("", "c"), ("a", "a"), ("b", "b")]));
        let anew = [line("2", "Bình", "b"), line("", "An", "d")];
        assert_eq!(paired(&before, &anew), said(&[("b", "b"), ("a", "d")]));
        assert_eq!(paired(&before, &[line("1", "An", "a")]), said(&[("a", "a"), ("b", "")]));
    }
}
