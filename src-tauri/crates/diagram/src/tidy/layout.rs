//! The layout in three passes over the flat arrays: down (who stands under whom, and how far down), up (each branch
//! beside those before it), down again (where everything stands).

use std::hint::select_unpredictable;

use super::contour::{Card, Ends, Hills, Spread, Step};
use super::{Places, Spacing, Tree, Unplaceable, WIDEST};

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
    if tree.is_empty() && tree.widths.is_empty() && tree.heights.is_empty() {
        return Ok(Places::default());
    }
    let mut work = Work::begin(tree, spacing)?;
    while let Some((number, known)) = work.parents.pop() {
        let ends = known.unwrap_or_else(|| work.branches(number));
        work.waiting.push(ends);
    }
    Ok(work.end())
}

struct Work<'a> {
    tree: &'a Tree,
    gap: i32,
    levels: i64,
    cards: Vec<Card>,
    /// Left edges: from the first sibling while going up, from the corner of the drawing at the end.
    x: Vec<i32>,
    y: Vec<i32>,
    height: i32,
    /// Those who have children, in preorder, and where their branches end if that is known: over leaves alone.
    parents: Vec<(u32, Option<Ends>)>,
    /// The branches that wait for their parent, the first child last. A leaf does not: it is known.
    waiting: Vec<Ends>,
    hills: Hills,
    spread: Spread,
}

impl<'a> Work<'a> {
    /// Down: looks whether it is a tree, and how far down everything stands.
    fn begin(tree: &'a Tree, spacing: Spacing) -> Result<Self, Unplaceable> {
        let (widths, heights) = (&tree.widths[..], &tree.heights[..]);
        if widths.len() != tree.len() || heights.len() != tree.len() {
            return Err(Unplaceable::Lengths);
        }
        if spacing.siblings < 0 || spacing.levels < 0 {
            return Err(Unplaceable::Spacing);
        }
        let count = u32::try_from(tree.len()).map_err(|_| Unplaceable::TooLarge)?;
        if tree.ends[0] != count {
            return Err(Unplaceable::End(0));
        }
        let (mut signs, mut wide) = (0, 0_i64);
        for (width, height) in widths.iter().zip(heights) {
            signs |= width | height;
            wide += i64::from(*width);
        }
        if signs < 0 {
            let small = |card: &u32| widths[*card as usize] < 0 || heights[*card as usize] < 0;
            return Err((0..count).find(small).map_or(Unplaceable::Lengths, Unplaceable::Size));
        }
        if wide + i64::from(count) * i64::from(spacing.siblings) > WIDEST {
            return Err(Unplaceable::TooLarge);
        }
        let mut work = Self {
            tree,
            gap: spacing.siblings,
            levels: i64::from(spacing.levels),
            cards: vec![Card::default(); tree.len()],
            x: vec![0; tree.len()],
            y: vec![0; tree.len()],
            height: 0,
            parents: Vec::with_capacity(tree.len() / 2),
            waiting: Vec::new(),
            hills: Hills::default(),
            spread: Spread::default(),
        };
        let mut lowest = work.below(0);
        work.cards[0].bottom = narrow(lowest);
        let mut number = 0;
        while number < count {
            let end = tree.ends[number as usize];
            let mut next = number + 1;
            if end != next {
                let known = work.leaves(number, end, &mut lowest);
                if known.is_some() {
                    // Nothing under it has anything under it.
                    next = end;
                } else {
                    work.under(number, end, &mut lowest)?;
                }
                work.parents.push((number, known));
            }
            number = next;
        }
        if lowest > WIDEST {
            return Err(Unplaceable::TooLarge);
        }
        // Where nothing is kept free, what stands under a card without a height is one unit below it all the same.
        work.height = if spacing.levels > 0 {
            narrow(lowest - i64::from(spacing.levels))
        } else {
            work.y.iter().zip(heights).map(|(y, height)| y + height).max().unwrap_or(0)
        };
        Ok(work)
    }

    fn width(&self, card: u32) -> i32 {
        self.tree.widths[card as usize]
    }

    fn bottom(&self, card: u32) -> i32 {
        self.cards[card as usize].bottom
    }

    /// How much further down those under a card begin than it does.
    fn below(&self, card: u32) -> i64 {
        (i64::from(self.tree.heights[card as usize]) + self.levels).max(1)
    }

    /// Down: the children of a card.
    fn under(&mut self, parent: u32, end: u32, lowest: &mut i64) -> Result<(), Unplaceable> {
        let top = self.bottom(parent);
        let (mut child, mut last) = (parent + 1, parent);
        while child < end {
            let next = self.tree.ends[child as usize];
            if next <= child || next > end {
                return Err(Unplaceable::End(child));
            }
            let bottom = i64::from(top) + self.below(child);
            *lowest = bottom.max(*lowest);
            self.y[child as usize] = top;
            // Anew: a look for leaves may have left threads behind.
            self.cards[child as usize] = Card { parent, bottom: narrow(bottom), ..Card::default() };
            (last, child) = (child, next);
        }
        let card = &mut self.cards[parent as usize];
        (card.left.to, card.right.to) = (parent + 1, last);
        Ok(())
    }

    /// Down and up at once: children that are all leaves stand in a row. Its edge goes on to the first that is lower,
    /// from either side. Nothing where one of them is none: whether they are is asked in passing, since to look before
    /// would be one more loop whose end is anybody's guess.
    #[inline(never)] // the loops of the other passes are quicker without it
    fn leaves(&mut self, parent: u32, end: u32, lowest_of_all: &mut i64) -> Option<Ends> {
        let first = parent + 1;
        let top = self.bottom(parent);
        let mut left = Step { to: first, by: 0 };
        let (mut place, mut lowest) = (0, 0);
        let row = first as usize..end as usize;
        let sizes = self.tree.widths[row.clone()].iter().zip(&self.tree.heights[row.clone()]);
        let places = self.x[row.clone()].iter_mut().zip(&mut self.y[row]);
        let ends = (first..end).zip(&self.tree.ends[first as usize..end as usize]);
        for ((child, end), ((width, height), (x, y))) in ends.zip(sizes.zip(places)) {
            if *end != child + 1 {
                return None;
            }
            let bottom = i64::from(top) + (i64::from(*height) + self.levels).max(1);
            (*x, *y) = (place, top);
            let card = &mut self.cards[child as usize];
            (card.parent, card.bottom) = (parent, narrow(bottom));
            // Heights come as they like: no branch that would be guessed wrong every other time. The first leaf is
            // lower than nothing, and its own thread is none.
            let lower = bottom > lowest;
            let thread = Step { to: child, by: place - left.by };
            self.cards[left.to as usize].left = select_unpredictable(lower && child > first, thread, Step::default());
            left = select_unpredictable(lower, Step { to: child, by: place }, left);
            lowest = lowest.max(bottom);
            place += width + self.gap;
        }
        *lowest_of_all = lowest.max(*lowest_of_all);
        let lowest = narrow(lowest);
        let card = &mut self.cards[parent as usize];
        (card.left.to, card.right.to) = (first, end - 1);
        let last = end - 1;
        let mut right = Step { to: last, by: self.x[last as usize] };
        let mut low = self.bottom(last);
        let mut child = last;
        while low < lowest {
            child -= 1;
            let (bottom, place) = (self.bottom(child), self.x[child as usize]);
            if bottom > low {
                self.cards[right.to as usize].right = Step { to: child, by: place - right.by };
                right = Step { to: child, by: place };
            }
            low = low.max(bottom);
        }
        Some(self.over(parent, Ends { left, right }))
    }

    /// Up: the children of a card beside each other, and the card over their middle. What stands under each child is
    /// laid out already. Everything is counted from the left edge of the first.
    fn branches(&mut self, parent: u32) -> Ends {
        let (first, end) = (parent + 1, self.tree.ends[parent as usize]);
        let Ends { mut left, mut right } = self.ends(first);
        self.hills.clear();
        self.spread.clear();
        self.hills.push(self.bottom(left.to), 0);
        let (mut last, mut child, mut number) = (first, self.tree.ends[first as usize], 0);
        while child < end {
            number += 1;
            let own = self.ends(child);
            let (place, before, beside) = self.beside(last, child, number);
            self.x[child as usize] = place;
            self.hills.push(self.bottom(own.right.to), number);
            // Whichever side is lower: from where the other one ends, the edge goes on along it.
            if beside.to != 0 {
                self.cards[left.to as usize].left = Step { to: beside.to, by: beside.by - left.by };
                left = Step { to: own.left.to, by: place + own.left.by };
            }
            if before.to == 0 {
                right = Step { to: own.right.to, by: place + own.right.by };
            } else {
                let by = before.by - (place + own.right.by);
                self.cards[own.right.to as usize].right = Step { to: before.to, by };
            }
            (last, child) = (child, self.tree.ends[child as usize]);
        }
        self.share(first);
        self.over(parent, Ends { left, right })
    }

    /// Where a branch ends that is laid out: the last one that waits, or a leaf.
    fn ends(&mut self, root: u32) -> Ends {
        let waiting = if self.tree.ends[root as usize] == root + 1 { None } else { self.waiting.pop() };
        waiting.unwrap_or(Ends::leaf(root))
    }

    /// A card over the middle of its children.
    fn over(&mut self, parent: u32, ends: Ends) -> Ends {
        let last = self.cards[parent as usize].right.to;
        let edge = self.x[last as usize];
        // Cut towards nothing, whichever is wider: else a long chain of odd and even widths would lean to one side.
        let place = (edge + self.width(last) - self.width(parent)) / 2;
        let card = &mut self.cards[parent as usize];
        card.left.by = -place;
        card.right.by = edge - place;
        let from = |step: Step| Step { to: step.to, by: step.by - place };
        Ends { left: from(ends.left), right: from(ends.right) }
    }

    /// How far to the right a child must stand, so that its whole branch clears those before it; and what is left of
    /// the edges, of which one at least is at its end: the right one of those before, the left one of the branch.
    ///
    /// The first comparison, of the two children themselves, places the branch wherever it happened to be before;
    /// the paper only ever pushes to the right, and comes out wider.
    #[inline(never)] // as above
    fn beside(&mut self, before: u32, child: u32, number: u32) -> (i32, Step, Step) {
        let mut right = Step { to: before, by: self.x[before as usize] };
        let mut place = right.by + self.width(before) + self.gap;
        let mut left = Step { to: child, by: 0 };
        let nearest = self.hills.nearest();
        let mut seen = None;
        loop {
            let (one, other) = (&self.cards[right.to as usize], &self.cards[left.to as usize]);
            let (right_bottom, left_bottom) = (one.bottom, other.bottom);
            // Which of the two ends first is anybody's guess: no branch.
            let below = Step { to: one.right.to, by: right.by + one.right.by };
            right = select_unpredictable(right_bottom <= left_bottom, below, right);
            let below = Step { to: other.left.to, by: left.by + other.left.by };
            left = select_unpredictable(right_bottom >= left_bottom, below, left);
            if right.to.min(left.to) == 0 {
                break;
            }
            let pushed = right.by + self.width(right.to) + self.gap - left.by - place;
            place += pushed.max(0);
            // Mostly it is the one before it, and nobody stands between. No short way around one of the two: either
            // alone is anybody's guess.
            let bottom = self.bottom(right.to);
            if pushed.min(bottom - nearest) > 0 {
                let from = self.hills.behind(bottom, &mut seen);
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
            child = self.tree.ends[child as usize];
        }
    }

    /// Down again: from distances to places. The two edges of the root say where the drawing begins and ends.
    fn end(mut self) -> Places {
        let leftmost = self.extreme(|card| card.left, |x, _| x, i32::min);
        let rightmost = self.extreme(|card| card.right, |x, card| x + self.width(card), i32::max);
        self.x[0] = -leftmost;
        for number in 1..self.x.len() {
            let parent = self.cards[number].parent as usize;
            self.x[number] += self.x[parent] + self.cards[parent].left.by;
        }
        Places { x: self.x, y: self.y, width: rightmost - leftmost, height: self.height }
    }

    /// The outermost place along an edge of the whole, from the left edge of the root.
    fn extreme(
        &self,
        side: impl Fn(&Card) -> Step,
        place: impl Fn(i32, u32) -> i32,
        outer: impl Fn(i32, i32) -> i32,
    ) -> i32 {
        let mut at = Step { to: 0, by: 0 };
        let mut far = place(0, 0);
        loop {
            let on = side(&self.cards[at.to as usize]);
            at = Step { to: on.to, by: at.by + on.by };
            if at.to == 0 {
                return far;
            }
            far = outer(far, place(at.by, at.to));
        }
    }
}

/// A place within the drawing. What is not within it is refused before anything is made of it.
#[allow(clippy::cast_possible_truncation)]
fn narrow(place: i64) -> i32 {
    place as i32
}
