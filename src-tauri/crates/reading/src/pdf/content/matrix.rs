//! Positions and how they are transformed.

/// The six numbers of an affine transformation, in the order of the file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Matrix(pub [f64; 6]);

impl Matrix {
    pub const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// First this one, then the other.
    pub fn then(self, other: Self) -> Self {
        let ([a, b, c, d, e, f], [p, q, r, s, t, u]) = (self.0, other.0);
        Self([a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u])
    }

    pub fn shift(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    pub fn point(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// The direction alone, without the shift.
    pub fn vector(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, ..] = self.0;
        (a * x + c * y, b * x + d * y)
    }

    /// From the page's own space to one with its corner at the upper left, turned as it is shown.
    pub fn of_page([left, bottom, right, top]: [f64; 4], turns: u8) -> Self {
        match turns {
            1 => Self([0.0, 1.0, 1.0, 0.0, -bottom, -left]),
            2 => Self([-1.0, 0.0, 0.0, 1.0, right, -bottom]),
            3 => Self([0.0, -1.0, -1.0, 0.0, top, right]),
            _ => Self([1.0, 0.0, 0.0, -1.0, -left, top]),
        }
    }
}
