//! A chart while it is drawn: boxes are opened and closed, each with its lines of text, and whole parts are moved.

use std::collections::HashMap;

use super::{Boxes, Chart, Kind, Sign, Style, Text};
use crate::PX;

/// A place and a size.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Area {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

/// What a box is, beside where it stands.
#[derive(Clone, Copy)]
pub(super) struct What<'a> {
    pub kind: Kind,
    pub signs: u32,
    pub count: u32,
    pub owner: &'a str,
    pub holder: Option<u32>,
}

/// A line of text, placed.
pub(super) type Words = (String, Style);

/// How far a drawing has come: what is drawn after it can be moved.
#[derive(Clone, Copy, Default)]
pub(super) struct Mile {
    boxes: usize,
    text: usize,
    lines: usize,
    dotted: usize,
}

#[derive(Default)]
pub(super) struct Sketch {
    boxes: Boxes,
    text: Text,
    lines: Vec<i32>,
    dotted: Vec<i32>,
    words: HashMap<String, u32>,
    owners: HashMap<String, u32>,
}

impl Sketch {
    /// Begins a box; what is drawn until it is closed lies within it.
    pub fn open(&mut self, what: What<'_>, area: Area) -> usize {
        let owner = number(&mut self.owners, &mut self.boxes.owners, what.owner);
        let boxes = &mut self.boxes;
        boxes.kind.push(what.kind as u8);
        boxes.signs.push(what.signs);
        boxes.x.push(area.x);
        boxes.y.push(area.y);
        boxes.width.push(area.width);
        boxes.height.push(area.height);
        boxes.end.push(0);
        boxes.count.push(what.count);
        boxes.text.push(small(self.text.word.len()));
        boxes.owner.push(owner);
        boxes.holder.push(what.holder.map_or(-1, |holder| i32::try_from(holder).unwrap_or(i32::MAX)));
        boxes.kind.len() - 1
    }

    /// Ends a box.
    pub fn close(&mut self, at: usize) {
        self.boxes.end[at] = small(self.boxes.kind.len());
    }

    /// Ends a box whose size shows only now.
    pub fn close_at(&mut self, at: usize, area: Area) {
        self.close(at);
        self.boxes.x[at] = area.x;
        self.boxes.y[at] = area.y;
        self.boxes.width[at] = area.width;
        self.boxes.height[at] = area.height;
    }

    /// A box with nothing in it but its lines, from the first baseline on.
    pub fn leaf(&mut self, what: What<'_>, area: Area, text: &[Words], x: i32, first: i32) {
        let at = self.open(what, area);
        self.stack(text, x, first);
        self.close(at);
    }

    /// Lines one below the other, of the box begun last.
    pub fn stack(&mut self, text: &[Words], x: i32, first: i32) {
        let mut y = first;
        for (at, (words, style)) in text.iter().enumerate() {
            if at > 0 {
                y += style.leading();
            }
            let word = number(&mut self.words, &mut self.text.words, words);
            self.text.word.push(word);
            self.text.style.push(*style as u8);
            self.text.x.push(x);
            self.text.y.push(y);
        }
    }

    /// A connecting line.
    pub fn line(&mut self, from: (i32, i32), to: (i32, i32)) {
        self.lines.extend([from.0, from.1, to.0, to.1]);
    }

    /// The line of a second relation.
    pub fn dots(&mut self, from: (i32, i32), to: (i32, i32)) {
        self.dotted.extend([from.0, from.1, to.0, to.1]);
    }

    /// The middle of the upper edge of what somebody owns, drawn since a mile.
    pub fn top_of(&self, owner: &str, since: Mile) -> Option<(i32, i32)> {
        let at = self.find(owner, since)?;
        Some((self.boxes.x[at] + self.boxes.width[at] / 2, self.boxes.y[at]))
    }

    /// The same of the lower edge.
    pub fn foot_of(&self, owner: &str, since: Mile) -> Option<(i32, i32)> {
        let at = self.find(owner, since)?;
        Some((self.boxes.x[at] + self.boxes.width[at] / 2, self.boxes.y[at] + self.boxes.height[at]))
    }

    fn find(&self, owner: &str, since: Mile) -> Option<usize> {
        let owner = *self.owners.get(owner)?;
        (since.boxes..self.boxes.owner.len()).find(|at| self.boxes.owner[*at] == owner)
    }

    pub fn mile(&self) -> Mile {
        Mile {
            boxes: self.boxes.kind.len(),
            text: self.text.word.len(),
            lines: self.lines.len(),
            dotted: self.dotted.len(),
        }
    }

    /// Moves everything that was drawn between two miles.
    pub fn shift(&mut self, from: Mile, to: Mile, x: i32, y: i32) {
        for at in from.boxes..to.boxes {
            self.boxes.x[at] += x;
            self.boxes.y[at] += y;
        }
        for at in from.text..to.text {
            self.text.x[at] += x;
            self.text.y[at] += y;
        }
        let pairs = |points: &mut [i32]| {
            for point in points.chunks_exact_mut(2) {
                point[0] += x;
                point[1] += y;
            }
        };
        pairs(&mut self.lines[from.lines..to.lines]);
        pairs(&mut self.dotted[from.dotted..to.dotted]);
    }

    pub fn finish(self, width: i32, height: i32) -> Chart {
        Chart {
            width,
            height,
            boxes: self.boxes,
            text: self.text,
            lines: self.lines,
            dotted: self.dotted,
            kinds: Kind::ALL.to_vec(),
            signs: Sign::ALL.to_vec(),
            styles: Style::ALL.to_vec(),
        }
    }
}

/// The number of a text among those told apart.
fn number(known: &mut HashMap<String, u32>, list: &mut Vec<String>, text: &str) -> u32 {
    if let Some(at) = known.get(text) {
        return *at;
    }
    let at = small(list.len());
    known.insert(text.to_owned(), at);
    list.push(text.to_owned());
    at
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Room that lines need one below the other.
pub(super) fn text_height(text: &[Words]) -> i32 {
    text.iter().map(|(_, style)| style.leading()).sum()
}

/// From the top of a line to its baseline.
pub(super) fn ascent(style: Style) -> i32 {
    style.leading() * 18 / 25
}

/// Between boxes.
pub(super) const GAP: i32 = 8 * PX;
