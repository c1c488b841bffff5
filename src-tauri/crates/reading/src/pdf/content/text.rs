//! The state of text between two operators (ISO 32000-1, 9.3).

use std::rc::Rc;

use super::matrix::Matrix;
use crate::pdf::font::Font;

/// What the operators of text set.
#[derive(Clone, Debug)]
pub struct TextState {
    pub font: Option<(Rc<Font>, u16)>,
    pub size: f64,
    pub letter_space: f64,
    pub word_space: f64,
    /// Horizontal stretch, 1 for none.
    pub stretch: f64,
    pub leading: f64,
    pub rise: f64,
    /// 2 thickens the letters by their outline, 3 and 7 draw nothing.
    pub mode: i64,
    pub matrix: Matrix,
    pub line: Matrix,
}

impl Default for TextState {
    fn default() -> Self {
        Self {
            font: None,
            size: 1.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
            matrix: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
        }
    }
}

impl TextState {
    pub fn begin(&mut self) {
        self.place(Matrix::IDENTITY);
    }

    pub fn place(&mut self, matrix: Matrix) {
        self.matrix = matrix;
        self.line = matrix;
    }

    /// To the next line, shifted from the beginning of this one.
    pub fn next_line(&mut self, x: f64, y: f64) {
        self.place(Matrix::shift(x, y).then(self.line));
    }

    /// Moves on along the line, in text space.
    pub fn advance(&mut self, by: f64) {
        self.matrix = Matrix::shift(by, 0.0).then(self.matrix);
    }
}
