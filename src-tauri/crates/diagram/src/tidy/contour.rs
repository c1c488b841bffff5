//! The edges of what is laid out already: each card knows where the left and the right edge of its subtree go on
//! below it, and where they end.

/// From one card to another.
#[derive(Clone, Copy, Default)]
pub(super) struct Step {
    /// The other card; nothing goes on to the root, so 0 is none.
    pub to: u32,
    /// How far its left edge is to the right of this one's.
    pub by: i32,
}

/// What is known of a card while its tree is laid out.
#[derive(Clone, Copy, Default)]
pub(super) struct Card {
    pub parent: u32,
    /// Where those under it begin, or would.
    pub bottom: i32,
    /// The next card along the left edge of the branch: the first child; for a leaf whichever card of another branch
    /// goes on below (the thread).
    pub left: Step,
    /// The same along the right edge: the last child.
    pub right: Step,
}

/// Where the two edges of a branch end, from its root on.
#[derive(Clone, Copy)]
pub(super) struct Ends {
    pub left: Step,
    pub right: Step,
}

impl Ends {
    /// A leaf is a branch that ends with itself.
    pub fn leaf(number: u32) -> Self {
        let itself = Step { to: number, by: 0 };
        Self { left: itself, right: itself }
    }
}

/// Which earlier sibling a branch runs into, by how far down that happens: those hidden behind a later and lower
/// one are not in it. Few branches ever ask, and until one does the siblings only wait.
#[derive(Default)]
pub(super) struct Hills {
    /// How far down each sibling reaches, in order.
    all: Vec<(i32, u32)>,
    /// Those of them in sight, the lowest first; so far only of the first `sorted`.
    sight: Vec<(i32, u32)>,
    sorted: usize,
}

impl Hills {
    pub fn clear(&mut self) {
        self.all.clear();
        self.sight.clear();
        self.sorted = 0;
    }

    /// The next sibling reaches down to `bottom`.
    pub fn push(&mut self, bottom: i32, sibling: u32) {
        self.all.push((bottom, sibling));
    }

    /// How far down the last sibling reaches: nobody else is run into above that.
    pub fn nearest(&self) -> i32 {
        self.all.last().map_or(0, |(low, _)| *low)
    }

    /// The last sibling that reaches down to `bottom`. `seen` is where the look before this one ended, if there was
    /// one: a branch asks further down each time and hides what it passed, so that all looks together are no more
    /// than the siblings.
    pub fn behind(&mut self, bottom: i32, seen: &mut Option<usize>) -> u32 {
        for next in &self.all[self.sorted..] {
            while self.sight.last().is_some_and(|(low, _)| *low <= next.0) {
                self.sight.pop();
            }
            self.sight.push(*next);
        }
        self.sorted = self.all.len();
        let from = seen.unwrap_or(self.sight.len());
        let at = self.sight[..from].iter().rposition(|(low, _)| *low >= bottom);
        *seen = Some(at.map_or(0, |at| at + 1));
        at.map_or(0, |at| self.sight[at].1)
    }
}

/// Room that a pushed branch opens before it, spread over the siblings in between: each gets its part of every
/// push, a little more than the one before it. Parts are counted finely and cut to units at the end, so that
/// a thousand of them lose no more than one does.
#[derive(Default)]
pub(super) struct Spread(Vec<(i64, i64)>);

/// Fine parts of a unit, in bits.
const FINE: u32 = 20;

impl Spread {
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Sibling `pushed` went `by` units to the right, away from sibling `from`.
    pub fn push(&mut self, from: u32, pushed: u32, by: i32) {
        let between = i64::from(pushed) - i64::from(from);
        if between < 2 {
            return;
        }
        let (from, pushed) = (from as usize, pushed as usize);
        if self.0.len() <= pushed {
            self.0.resize(pushed + 1, (0, 0));
        }
        let part = (i64::from(by) << FINE) / between;
        self.0[from + 1].0 += part;
        self.0[pushed].0 -= part;
        // What those in between were given in all, taken back where the pushed one stands already.
        self.0[pushed].1 -= part * (between - 1);
    }

    /// How far each sibling goes to the right, from the first on; those after the last go nowhere.
    pub fn shares(&self) -> impl Iterator<Item = i32> {
        self.0.iter().scan((0, 0), |(step, sum), (starts, ends)| {
            *step += starts;
            *sum += *step + ends;
            i32::try_from(*sum >> FINE).ok()
        })
    }
}
