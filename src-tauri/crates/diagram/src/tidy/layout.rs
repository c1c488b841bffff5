//! The layout in three passes over the flat arrays: down (heights, and who stands under whom), up (each branch
//! beside those before it), down again (where everything stands).

use super::contour::{Card, Hills, Spread, Step};
use super::{NONE, Places, Spacing, Tree, Unplaceable, WIDEST};

/// Lays a tree out.
///
/// Cards side by side are at least `spacing.siblings` apart, wherever in the tree they are; a child begins
/// `spacing.levels` below its parent, whatever stands in other branches. Time and memory are linear, and no stack is
/// needed: a chain of any length is laid out like everything else.
///
/// # Errors
///
/// What is no tree, has sizes below nothing, or needs more room than can be counted is refused.
pub fn tidy(tree: &Tree, spacing: Spacing) -> Result<Places, Unplaceable> {
    let mut work = Work::begin(tree, spacing)?;
    if tree.is_empty() {
        return Ok(Places::default());
    }
    for number in (0..work.cards.len()).rev() {
        if work.cards[number].left.to != NONE {
            work.children(number);
        }
    }
    Ok(work.end())
}

struct Work<'a> {
    tree: &'a Tree,
    gap: i32,
    cards: Vec<Card>,
    /// The next child of the same parent.
    next: Vec<u32>,
    /// Left edges: from the first sibling while going up, from the corner of the drawing at the end.
    x: Vec<i32>,
    y: Vec<i32>,
    height: i32,
    hills: Hills,
    spread: Spread,
}

impl<'a> Work<'a> {
    /// Down: looks whether it is a tree, and how far down everything stands. First and last child are the first steps
    /// of the two edges.
    fn begin(tree: &'a Tree, spacing: Spacing) -> Result<Self, Unplaceable> {
        let count = tree.parents.len();
        if tree.widths.len() != count || tree.heights.len() != count {
            return Err(Unplaceable::Lengths);
        }
        if spacing.siblings < 0 || spacing.levels < 0 {
            return Err(Unplaceable::Spacing);
        }
        if u32::try_from(count).is_err() {
            return Err(Unplaceable::TooLarge);
        }
        let mut cards: Vec<Card> = Vec::with_capacity(count);
        let mut next = vec![NONE; count];
        let mut y = Vec::with_capacity(count);
        let (mut breadth, mut height) = (0_i64, 0);
        for (at, ((parent, width), tall)) in tree.parents.iter().zip(&tree.widths).zip(&tree.heights).enumerate() {
            #[allow(clippy::cast_possible_truncation)] // the count fits, so does each number
            let number = at as u32;
            if *width < 0 || *tall < 0 {
                return Err(Unplaceable::Size(number));
            }
            breadth += i64::from(*width) + i64::from(spacing.siblings);
            let top = if at == 0 {
                if *parent != NONE {
                    return Err(Unplaceable::Rootless);
                }
                0
            } else {
                let Some(parent) = cards.get_mut(*parent as usize) else {
                    let second = *parent == NONE;
                    return Err(if second {
                        Unplaceable::SecondRoot(number)
                    } else {
                        Unplaceable::BeforeItsParent(number)
                    });
                };
                let before = std::mem::replace(&mut parent.right.to, number);
                match next.get_mut(before as usize) {
                    Some(next) => *next = number,
                    None => parent.left.to = number,
                }
                parent.bottom
            };
            let bottom = i64::from(top) + (i64::from(*tall) + i64::from(spacing.levels)).max(1);
            if bottom > WIDEST || breadth > WIDEST {
                return Err(Unplaceable::TooLarge);
            }
            #[allow(clippy::cast_possible_truncation)] // just compared
            cards.push(Card::alone(number, bottom as i32));
            y.push(top);
            height = height.max(top + tall);
        }
        let x = vec![0; count];
        let (hills, spread) = (Hills::default(), Spread::default());
        Ok(Self { tree, gap: spacing.siblings, cards, next, x, y, height, hills, spread })
    }

    /// Up: the children of a card beside each other, and the card over their middle. What stands under each child is
    /// laid out already. Everything is counted from the left edge of the first.
    fn children(&mut self, parent: usize) {
        let first = self.cards[parent].left.to;
        let Card { mut left_end, mut right_end, .. } = self.cards[first as usize];
        right_end.by += self.tree.widths[first as usize];
        self.hills.clear();
        self.spread.clear();
        self.hills.push(self.cards[left_end.to as usize].bottom, 0);

        let (mut last, mut number) = (first, 0);
        loop {
            let child = self.next[last as usize];
            if child == NONE {
                break;
            }
            number += 1;
            let (place, right, left) = self.beside(last, child, number);
            self.x[child as usize] = place;
            let Card { left_end: own_left, right_end: own_right, .. } = self.cards[child as usize];
            let edge = place + self.tree.widths[child as usize];
            let bottom = self.cards[own_right.to as usize].bottom;
            // Whichever side is lower: from where the other one ends, the edge goes on along it.
            if left.to != NONE {
                self.cards[left_end.to as usize].left = Step { to: left.to, by: left.by - left_end.by };
                left_end = Step { to: own_left.to, by: place + own_left.by };
            }
            if right.to == NONE {
                right_end = Step { to: own_right.to, by: edge + own_right.by };
            } else {
                self.cards[own_right.to as usize].right = Step { to: right.to, by: right.by - (edge + own_right.by) };
            }
            self.hills.push(bottom, number);
            last = child;
        }
        self.share(first);

        let edge = self.x[last as usize] + self.tree.widths[last as usize];
        let width = self.tree.widths[parent];
        // Cut towards nothing, whichever is wider: else a long chain of odd and even widths would lean to one side.
        let place = (edge - width) / 2;
        let card = &mut self.cards[parent];
        card.left.by = -place;
        card.right.by = edge - (place + width);
        card.left_end = Step { to: left_end.to, by: left_end.by - place };
        card.right_end = Step { to: right_end.to, by: right_end.by - (place + width) };
    }

    /// How far to the right a child must stand, so that its whole branch clears those before it; and what is left of
    /// the edges, of which one at least is at its end: the right one of those before, the left one of the branch.
    ///
    /// The first comparison, of the two children themselves, places the branch wherever it happened to be before;
    /// the paper only ever pushes to the right, and comes out wider.
    fn beside(&mut self, before: u32, child: u32, number: u32) -> (i32, Step, Step) {
        let mut right = Step { to: before, by: self.x[before as usize] + self.tree.widths[before as usize] };
        let mut place = right.by + self.gap;
        let mut left = Step { to: child, by: 0 };
        let mut seen = self.hills.top();
        loop {
            let (one, other) = (&self.cards[right.to as usize], &self.cards[left.to as usize]);
            let (right_bottom, left_bottom) = (one.bottom, other.bottom);
            if right_bottom <= left_bottom {
                right = Step { to: one.right.to, by: right.by + one.right.by };
            }
            if right_bottom >= left_bottom {
                left = Step { to: other.left.to, by: left.by + other.left.by };
            }
            if right.to == NONE || left.to == NONE {
                break;
            }
            let pushed = right.by + self.gap - left.by - place;
            if pushed > 0 {
                place += pushed;
                let from = self.hills.behind(self.cards[right.to as usize].bottom, &mut seen);
                self.spread.push(from, number, pushed);
            }
        }
        left.by += place;
        (place, right, left)
    }

    /// The room between two siblings that stand apart for what is under them goes to those between.
    fn share(&mut self, first: u32) {
        let mut child = first;
        for share in self.spread.shares() {
            let Some(x) = self.x.get_mut(child as usize) else { return };
            *x += share;
            child = self.next[child as usize];
        }
    }

    /// Down again: from distances to places. The two edges of the root say where the drawing begins and ends.
    fn end(mut self) -> Places {
        let leftmost = self.extreme(|card| card.left, i32::min);
        let root = self.tree.widths[0];
        let width = root + self.extreme(|card| card.right, i32::max) - leftmost;
        self.x[0] = -leftmost;
        for number in 1..self.x.len() {
            let parent = self.tree.parents[number] as usize;
            self.x[number] += self.x[parent] + self.cards[parent].left.by;
        }
        Places { x: self.x, y: self.y, width, height: self.height }
    }

    fn extreme(&self, side: impl Fn(&Card) -> Step, outer: impl Fn(i32, i32) -> i32) -> i32 {
        let (mut far, mut at) = (0, side(&self.cards[0]));
        while at.to != NONE {
            far = outer(far, at.by);
            let on = side(&self.cards[at.to as usize]);
            at = Step { to: on.to, by: at.by + on.by };
        }
        far
    }
}
