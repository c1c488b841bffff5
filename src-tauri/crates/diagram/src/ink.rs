//! What a drawing comes to at the end: boxes, circles, paths and lines of text in their places, and nothing that has to
//! be worked out any more. Whoever sets it on a page goes through the list from the first to the last; what
//! comes later lies on top.
//!
//! All lengths are in 1/16 px from the upper left corner, a px being 1/96 inch: 8 pt are 171. Colours are roles of the
//! look, since the same drawing is set on paper and on a screen.

use serde::Serialize;

use crate::PX;

/// One point, in 1/16 px: rounded up, so that what is to be 8 pt is not a hair smaller.
pub const PT: i32 = (PX * 4 + 2) / 3;

/// The smallest text that may stand on paper: 8 pt.
pub const SMALLEST: i32 = (8 * PX * 4 + 2) / 3;

/// A drawing in its final form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Ink {
    /// Width of the whole.
    pub width: i32,
    /// Height of the whole.
    pub height: i32,
    /// What is drawn, from the bottom up.
    pub shapes: Vec<Shape>,
}

/// One thing that is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// A box.
    Rect {
        /// Left edge.
        x: i32,
        /// Upper edge.
        y: i32,
        /// Width.
        width: i32,
        /// Height.
        height: i32,
        /// Of its corners.
        radius: i32,
        /// What it is filled with, and its edge.
        paint: Paint,
    },
    /// A circle.
    Circle {
        /// Its middle.
        x: i32,
        /// Its middle.
        y: i32,
        /// From there to the edge.
        radius: i32,
        /// What it is filled with, and its edge.
        paint: Paint,
    },
    /// A line of straight and curved parts; closed where it says so.
    Path {
        /// Its parts in order, the first a [`Step::Move`].
        steps: Vec<Step>,
        /// What it is filled with, and its edge.
        paint: Paint,
    },
    /// A line of text in Be Vietnam Pro.
    Text(Text),
}

/// A line of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Text {
    /// Where it is anchored.
    pub x: i32,
    /// Its baseline.
    pub y: i32,
    /// The size of the letters.
    pub size: i32,
    /// Regular or semi-bold.
    pub weight: Weight,
    /// Which point of it stands at `x`.
    pub anchor: Anchor,
    /// Its colour.
    pub tone: Tone,
    /// What it says.
    pub text: String,
}

/// A part of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Lifts the pen and sets it down again.
    Move(i32, i32),
    /// A straight line.
    Line(i32, i32),
    /// A cubic curve: two controls and its end.
    Curve([(i32, i32); 3]),
    /// Back to where the pen was set down.
    Close,
}

/// How something is filled and edged; with neither it is not seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Paint {
    /// The filling.
    pub fill: Option<Tone>,
    /// The edge.
    pub edge: Option<Edge>,
}

/// The edge of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Edge {
    /// Its colour.
    pub tone: Tone,
    /// How thick it is.
    pub width: i32,
    /// How long its dashes and the gaps between them are; 0 for an unbroken line.
    pub dash: i32,
}

/// The weight of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// 400.
    Regular,
    /// 600.
    SemiBold,
}

/// Which point of a line of text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A colour by its role in the look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// What a page is.
    Paper,
    /// Ground that steps back.
    Wash,
    /// Text and what matters.
    Ink,
    /// What is said beside it.
    Second,
    /// Rules.
    Line,
    /// Rules that carry something.
    LineStrong,
    /// The red of the seal: the date.
    Accent,
    /// What needs somebody, and what comes from outside.
    Amber,
    /// The ground of what needs somebody.
    AmberWash,
    /// What is new.
    Came,
    /// What is in force.
    Bar,
    /// What is over.
    BarEnded,
}

impl Paint {
    /// Filled, without an edge.
    #[must_use]
    pub fn filled(tone: Tone) -> Self {
        Self { fill: Some(tone), edge: None }
    }

    /// An unbroken edge of a thickness, without a filling.
    #[must_use]
    pub fn edged(tone: Tone, width: i32) -> Self {
        Self { fill: None, edge: Some(Edge { tone, width, dash: 0 }) }
    }

    /// The same, filled.
    #[must_use]
    pub fn on(self, tone: Tone) -> Self {
        Self { fill: Some(tone), ..self }
    }

    /// The same edge in dashes.
    #[must_use]
    pub fn dashed(self, dash: i32) -> Self {
        Self { edge: self.edge.map(|edge| Edge { dash, ..edge }), ..self }
    }
}

impl Shape {
    /// A straight line.
    #[must_use]
    pub fn line(from: (i32, i32), to: (i32, i32), paint: Paint) -> Self {
        Self::Path { steps: vec![Step::Move(from.0, from.1), Step::Line(to.0, to.1)], paint }
    }
}

impl Ink {
    /// Moves everything.
    pub fn shift(&mut self, x: i32, y: i32) {
        self.shapes.iter_mut().for_each(|shape| shape.each_place(|(at_x, at_y)| (at_x + x, at_y + y)));
    }

    /// Makes everything larger or smaller, letters and lines included: `times` for each `of`.
    pub fn scale(&mut self, times: i32, of: i32) {
        let scaled = |length: i32| {
            i32::try_from(i64::from(length) * i64::from(times) / i64::from(of.max(1))).unwrap_or(i32::MAX)
        };
        self.width = scaled(self.width);
        self.height = scaled(self.height);
        for shape in &mut self.shapes {
            shape.each_place(|(x, y)| (scaled(x), scaled(y)));
            match shape {
                Shape::Rect { width, height, radius, paint, .. } => {
                    (*width, *height, *radius) = (scaled(*width), scaled(*height), scaled(*radius));
                    paint.scale(scaled);
                }
                Shape::Circle { radius, paint, .. } => {
                    *radius = scaled(*radius);
                    paint.scale(scaled);
                }
                Shape::Path { paint, .. } => paint.scale(scaled),
                Shape::Text(text) => text.size = scaled(text.size),
            }
        }
    }

    /// Every line of text from its beginning, for those who cannot anchor it elsewhere.
    #[must_use]
    pub fn from_the_start(mut self) -> Self {
        for shape in &mut self.shapes {
            let Shape::Text(text) = shape else { continue };
            text.x -= match text.anchor {
                Anchor::Start => 0,
                Anchor::Middle => text.width() / 2,
                Anchor::End => text.width(),
            };
            text.anchor = Anchor::Start;
        }
        self
    }
}

impl Shape {
    fn each_place(&mut self, to: impl Fn((i32, i32)) -> (i32, i32)) {
        match self {
            Self::Rect { x, y, .. } | Self::Circle { x, y, .. } | Self::Text(Text { x, y, .. }) => {
                (*x, *y) = to((*x, *y));
            }
            Self::Path { steps, .. } => {
                for step in steps {
                    match step {
                        Step::Move(x, y) | Step::Line(x, y) => (*x, *y) = to((*x, *y)),
                        Step::Curve(points) => points.iter_mut().for_each(|point| *point = to(*point)),
                        Step::Close => {}
                    }
                }
            }
        }
    }
}

impl Paint {
    fn scale(&mut self, scaled: impl Fn(i32) -> i32) {
        if let Some(edge) = &mut self.edge {
            (edge.width, edge.dash) = (scaled(edge.width), scaled(edge.dash));
        }
    }
}

impl Text {
    /// How wide it is.
    #[must_use]
    pub fn width(&self) -> i32 {
        width(&self.text, self.size, self.weight)
    }
}

/// How wide a text is, in 1/16 px, in letters of a size.
#[must_use]
pub fn width(text: &str, size: i32, weight: Weight) -> i32 {
    crate::text::set_width(text, size, weight == Weight::SemiBold)
}

/// Breaks a text into lines that fit a width; a word longer than the width stands alone, and is not cut.
#[must_use]
pub fn wrap(text: &str, size: i32, weight: Weight, fits: i32) -> Vec<String> {
    crate::text::set_lines(text, size, weight == Weight::SemiBold, fits)
}

/// As much of a text as fits a width: whole words, and a sign that there are more.
#[must_use]
pub fn fit(text: &str, size: i32, weight: Weight, fits: i32) -> String {
    if width(text, size, weight) <= fits {
        return text.to_owned();
    }
    let mut kept = String::new();
    for word in text.split_whitespace() {
        let more = if kept.is_empty() { word.to_owned() } else { format!("{kept} {word}") };
        if width(&format!("{more} …"), size, weight) > fits {
            break;
        }
        kept = more;
    }
    format!("{kept} …")
}
