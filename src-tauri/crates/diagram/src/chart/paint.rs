//! A chart in its final form, for paper: what the window draws of each box, with the words that the view says itself.

use super::{Chart, Kind, Sign, Style};
use crate::PX;
use crate::ink::{self, Anchor, Edge, Paint, Shape, Step, Text, Tone, Weight};

/// What a chart on paper says in the words of its view.
pub struct Captions<'a> {
    /// The heading of members who are drawn one by one.
    pub members: &'a str,
    /// The same beside classes: the others.
    pub others: &'a str,
    /// The heading of those who are invited.
    pub invited: &'a str,
    /// What a standing agency is.
    pub agency: &'a str,
    /// Why a class has nobody, and what is to be done.
    pub class_empty: &'a str,
    /// Behind a heading that stands again where its list goes on.
    pub going_on: &'a str,
    /// What a sign means; nothing where it needs no words.
    pub told: &'a dyn Fn(Sign) -> Option<&'static str>,
}

/// The signs that are drawn, the one that matters most first: a place has one.
pub(super) const DRAWN: [Sign; 11] = [
    Sign::Left,
    Sign::Joined,
    Sign::Changed,
    Sign::Vacated,
    Sign::Vacant,
    Sign::PostEnded,
    Sign::ClassEmpty,
    Sign::TwoHolders,
    Sign::PersonLeftPost,
    Sign::UnknownComposition,
    Sign::NotNominated,
];

/// Those for which somebody should do something.
const PRESSING: [Sign; 7] = [
    Sign::Vacant,
    Sign::Vacated,
    Sign::PostEnded,
    Sign::ClassEmpty,
    Sign::TwoHolders,
    Sign::PersonLeftPost,
    Sign::UnknownComposition,
];

/// From a sign to its words.
pub(super) const AFTER_SIGN: i32 = 13 * PX;
const AIR: i32 = 10 * PX;

/// A chart and the words for it.
#[derive(Clone, Copy)]
pub(super) struct Brush<'a> {
    pub chart: &'a Chart,
    pub said: &'a Captions<'a>,
}

impl Brush<'_> {
    pub fn kind(&self, at: usize) -> Kind {
        Kind::ALL.get(usize::from(self.chart.boxes.kind[at])).copied().unwrap_or(Kind::Row)
    }

    pub fn has(&self, at: usize, sign: Sign) -> bool {
        self.chart.boxes.signs[at] & sign.bit() != 0
    }

    /// Left, upper, right and lower edge.
    pub fn edges(&self, at: usize) -> [i32; 4] {
        let boxes = &self.chart.boxes;
        [boxes.x[at], boxes.y[at], boxes.x[at] + boxes.width[at], boxes.y[at] + boxes.height[at]]
    }

    /// Whether nothing lies within it.
    pub fn is_leaf(&self, at: usize) -> bool {
        usize::try_from(self.chart.boxes.end[at]).is_ok_and(|end| end == at + 1)
    }

    /// Its lines: their places among all.
    pub fn lines(&self, at: usize) -> std::ops::Range<usize> {
        let text = &self.chart.boxes.text;
        let all = self.chart.text.word.len();
        let place = |at: usize| text.get(at).map_or(all, |first| usize::try_from(*first).unwrap_or(all));
        place(at)..place(at + 1)
    }

    /// The sign of a place.
    pub fn sign(&self, at: usize) -> Option<Sign> {
        DRAWN.into_iter().find(|sign| self.has(at, *sign))
    }

    fn presses(&self, at: usize) -> bool {
        PRESSING.iter().any(|sign| self.has(at, *sign))
    }

    /// Draws what a box shows of itself; what lies within it is drawn by itself.
    pub fn draw(&self, at: usize, out: &mut Vec<Shape>) {
        match self.kind(at) {
            Kind::Tier => self.text(at, out),
            Kind::Card => {
                self.card(at, out);
                self.text(at, out);
                self.foot(at, out);
            }
            Kind::Agency => {
                self.card(at, out);
                let [x, y, right, _] = self.edges(at);
                let tone = if self.has(at, Sign::PostEnded) { Tone::Amber } else { Tone::Second };
                let middle = i32::midpoint(x, right);
                out.push(line(Style::Label, middle, y + 19 * PX, Anchor::Middle, tone, self.said.agency));
                self.text(at, out);
            }
            Kind::Class | Kind::Members | Kind::Invited | Kind::SubBody => self.group(at, out),
            Kind::Row => {
                self.text(at, out);
                if let Some(sign) = self.sign(at) {
                    let [x, y, ..] = self.edges(at);
                    out.push(glyph(sign, x - 11 * PX, y + 5 * PX, self.tone_of_sign(at)));
                }
            }
            Kind::Committee | Kind::Office => {
                let [_, y, right, _] = self.edges(at);
                let framed = self.kind(at) == Kind::Committee || self.is_leaf(at);
                if !framed {
                    self.rule(at, Tone::Ink, out);
                }
                self.text(at, out);
                let count = self.count(at);
                let inside = if framed { AIR } else { 0 };
                out.push(line(Style::Label, right - inside, y + 19 * PX, Anchor::End, Tone::Second, &count));
            }
        }
    }

    /// The frame around what lies within it, between two edges of a page.
    pub fn frame(&self, at: usize, (top, bottom): (i32, i32)) -> Option<Shape> {
        let framed = match self.kind(at) {
            Kind::Committee => true,
            Kind::Office => self.is_leaf(at),
            _ => false,
        };
        let [x, y, right, foot] = self.edges(at);
        let (from, to) = (y.max(top), foot.min(bottom));
        let paint = Paint::edged(Tone::LineStrong, PX).on(Tone::Paper);
        let area = Shape::Rect { x, y: from, width: right - x, height: to - from, radius: 0, paint };
        (framed && from < to).then_some(area)
    }

    /// What a group is called.
    pub fn heading(&self, at: usize) -> String {
        let own: Vec<&str> = self.lines(at).map(|line| self.word(line)).collect();
        match (own.is_empty(), self.kind(at)) {
            (true, Kind::Invited) => self.said.invited.to_owned(),
            (true, Kind::Members) if self.chart.boxes.kind.contains(&(Kind::Class as u8)) => {
                self.said.others.to_owned()
            }
            (true, Kind::Members) => self.said.members.to_owned(),
            _ => own.join(" "),
        }
    }

    fn word(&self, line: usize) -> &str {
        let text = &self.chart.text;
        usize::try_from(text.word[line]).ok().and_then(|word| text.words.get(word)).map_or("", String::as_str)
    }

    fn count(&self, at: usize) -> String {
        if self.has(at, Sign::UnknownComposition) { "?".to_owned() } else { counted(self.chart.boxes.count[at]) }
    }

    fn card(&self, at: usize, out: &mut Vec<Shape>) {
        let [x, y, right, bottom] = self.edges(at);
        let edged = |tone, dash| Edge { tone, width: PX, dash };
        let (fill, edge) = if self.has(at, Sign::Left) {
            (Tone::Paper, edged(Tone::Second, 2 * PX))
        } else if self.presses(at) {
            (Tone::AmberWash, edged(Tone::Amber, 0))
        } else if self.has(at, Sign::Joined) || self.has(at, Sign::Changed) {
            (Tone::Paper, edged(Tone::Came, 0))
        } else if self.has(at, Sign::NotNominated) {
            (Tone::Paper, edged(Tone::Second, 4 * PX))
        } else if self.has(at, Sign::Chair) {
            (Tone::Paper, edged(Tone::Ink, 0))
        } else {
            (Tone::Paper, edged(Tone::LineStrong, 0))
        };
        let paint = Paint { fill: Some(fill), edge: Some(edge) };
        out.push(Shape::Rect { x, y, width: right - x, height: bottom - y, radius: 3 * PX, paint });
    }

    /// A group: its rule, its heading, how many sit in it.
    fn group(&self, at: usize, out: &mut Vec<Shape>) {
        let [x, y, right, _] = self.edges(at);
        self.rule(at, if self.presses(at) { Tone::Amber } else { Tone::Ink }, out);
        let lines = self.lines(at);
        if lines.is_empty() {
            let heading = self.heading(at);
            out.push(line(Style::Heading, x, y + 19 * PX, Anchor::Start, Tone::Ink, &heading));
        }
        let count = lines.len().max(1);
        self.text(at, out);
        out.push(line(Style::Label, right, y + 19 * PX, Anchor::End, Tone::Second, &self.count(at)));
        if self.has(at, Sign::ClassEmpty) && self.is_leaf(at) {
            let under = y + 24 * PX + i32::try_from(count).unwrap_or(1) * Style::Heading.leading();
            let broken = crate::text::wrap(self.said.class_empty, Style::Row, right - x);
            for (broken, n) in broken.iter().zip(0..) {
                let y = under + n * Style::Row.leading();
                out.push(line(Style::Row, x, y, Anchor::Start, Tone::Amber, broken));
            }
        }
    }

    fn rule(&self, at: usize, tone: Tone, out: &mut Vec<Shape>) {
        let [x, y, right, _] = self.edges(at);
        let paint = Paint::filled(tone);
        out.push(Shape::Rect { x, y: y - PX, width: right - x, height: 2 * PX, radius: 0, paint });
    }

    /// The register's own words.
    fn text(&self, at: usize, out: &mut Vec<Shape>) {
        let kind = self.kind(at);
        let anchor = if matches!(kind, Kind::Card | Kind::Agency) { Anchor::Middle } else { Anchor::Start };
        let gone = self.has(at, Sign::Left);
        for at_line in self.lines(at) {
            let text = &self.chart.text;
            let style = Style::ALL.get(usize::from(text.style[at_line])).copied().unwrap_or(Style::Row);
            let tone = match (gone, kind, style) {
                (true, _, _) | (_, Kind::Tier, _) => Tone::Second,
                (_, Kind::Row, _) if self.presses(at) => Tone::Amber,
                (_, _, Style::Second | Style::Label) => Tone::Second,
                _ => Tone::Ink,
            };
            let (x, y, word) = (text.x[at_line], text.y[at_line], self.word(at_line));
            out.push(line(style, x, y, anchor, tone, word));
            if gone {
                let width = crate::text::width(word, style);
                let from = if anchor == Anchor::Middle { x - width / 2 } else { x };
                let y = y - 4 * PX;
                out.push(Shape::line((from, y), (from + width, y), Paint::edged(Tone::Second, PX)));
            }
        }
    }

    /// What is said of a card stands at its foot, with its sign.
    fn foot(&self, at: usize, out: &mut Vec<Shape>) {
        let told = |sign: Sign| Some((sign, (self.said.told)(sign)?));
        let Some((sign, said)) = DRAWN.into_iter().filter(|sign| self.has(at, *sign)).find_map(told) else { return };
        let [x, _, right, bottom] = self.edges(at);
        let width = crate::text::width(said, Style::Label) + AFTER_SIGN;
        let (x, y) = (i32::midpoint(x, right) - width / 2, bottom - 12 * PX);
        let tone = self.tone_of_sign(at);
        out.push(glyph(sign, x, y - 8 * PX, tone));
        out.push(line(Style::Label, x + AFTER_SIGN, y, Anchor::Start, tone, said));
    }

    pub fn tone_of_sign(&self, at: usize) -> Tone {
        if self.has(at, Sign::Left) {
            Tone::Second
        } else if self.presses(at) {
            Tone::Amber
        } else if self.has(at, Sign::Joined) || self.has(at, Sign::Changed) {
            Tone::Came
        } else {
            Tone::Second
        }
    }
}

/// A number as it is written in Vietnamese: a point after the thousands.
fn counted(count: u32) -> String {
    let digits = count.to_string();
    let first = digits.len() % 3;
    let groups = digits.as_bytes().iter().enumerate().flat_map(|(at, digit)| {
        let point = (at > 0 && at % 3 == first).then_some('.');
        point.into_iter().chain(std::iter::once(char::from(*digit)))
    });
    groups.collect()
}

/// A line of text in a style of the look.
pub(super) fn line(style: Style, x: i32, y: i32, anchor: Anchor, tone: Tone, text: &str) -> Shape {
    let (size, bold) = style.font();
    let weight = if bold { Weight::SemiBold } else { Weight::Regular };
    Shape::Text(Text { x, y, size, weight, anchor, tone, text: text.to_owned() })
}

/// A sign within a square of 8 px.
pub(super) fn glyph(sign: Sign, x: i32, y: i32, tone: Tone) -> Shape {
    let paint = Paint::edged(tone, PX + PX / 4);
    // In halves of a px, from the upper left corner of the square.
    let at = |(from, to): (i32, i32)| (x + from * PX / 2, y + to * PX / 2);
    let strokes = |strokes: &[[(i32, i32); 2]]| {
        let steps = strokes.iter().flat_map(|[from, to]| {
            let ((ax, ay), (bx, by)) = (at(*from), at(*to));
            [Step::Move(ax, ay), Step::Line(bx, by)]
        });
        Shape::Path { steps: steps.collect(), paint }
    };
    match sign {
        Sign::Joined => strokes(&[[(8, 0), (8, 16)], [(0, 8), (16, 8)]]),
        Sign::Left => strokes(&[[(0, 8), (16, 8)]]),
        Sign::Changed => strokes(&[[(0, 4), (16, 4)], [(11, 0), (16, 4)], [(0, 12), (16, 12)], [(0, 12), (5, 16)]]),
        Sign::PostEnded | Sign::ClassEmpty => strokes(&[[(1, 1), (15, 15)], [(15, 1), (1, 15)]]),
        Sign::TwoHolders => strokes(&[[(5, 0), (5, 16)], [(11, 0), (11, 16)]]),
        Sign::PersonLeftPost => strokes(&[[(0, 16), (16, 0)], [(7, 0), (16, 0)], [(16, 9), (16, 0)]]),
        Sign::UnknownComposition => strokes(&[[(8, 0), (8, 10)], [(8, 14), (8, 16)]]),
        _ => Shape::Circle { x: x + 4 * PX, y: y + 4 * PX, radius: 3 * PX, paint },
    }
}

/// A line of the view's own that fits a width: whole words, and a sign that there are more.
pub(super) fn fitted(text: &str, style: Style, fits: i32) -> String {
    let (size, bold) = style.font();
    ink::fit(text, size, if bold { Weight::SemiBold } else { Weight::Regular }, fits)
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn thousands_have_a_point_behind_them() {
        assert_eq!(
            [7, 59, 597, 1_368, 11_368, 100_000, 1_000_000].map(counted).join(" "),
            "7 59 597 1.368 11.368 100.000 1.000.000"
        );
    }
}
