//! From drawn paths to the straight lines that rule a table: strokes, and boxes so thin that they are lines.

use super::Rule;
use super::matrix::Matrix;
use crate::pdf::budget::{Budget, Spent};

/// A filled box thinner than this is a line, in points.
const THIN: f64 = 3.0;
/// Lines shorter than this rule nothing.
const SHORT: f64 = 3.0;
/// Points of one path: a curve drawn point by point rules nothing.
const MOST_POINTS: usize = 4000;

/// The path that is being drawn.
#[derive(Debug, Default)]
pub struct Path {
    /// Each piece with its points on the page, and whether it is all straight.
    pieces: Vec<(Vec<(f64, f64)>, bool)>,
    points: usize,
}

impl Path {
    pub fn move_to(&mut self, at: (f64, f64)) {
        self.points += 1;
        if self.points <= MOST_POINTS {
            self.pieces.push((vec![at], true));
        }
    }

    pub fn line_to(&mut self, at: (f64, f64)) {
        self.points += 1;
        if self.points > MOST_POINTS {
            return;
        }
        match self.pieces.last_mut() {
            Some((points, _)) => points.push(at),
            None => self.pieces.push((vec![at], true)),
        }
    }

    pub fn curve_to(&mut self, at: (f64, f64)) {
        self.line_to(at);
        if let Some((_, straight)) = self.pieces.last_mut() {
            *straight = false;
        }
    }

    pub fn close(&mut self) {
        if let Some((points, _)) = self.pieces.last_mut()
            && let Some(first) = points.first().copied()
        {
            points.push(first);
        }
    }

    pub fn rectangle(&mut self, matrix: Matrix, [x, y, width, height]: [f64; 4]) {
        self.move_to(matrix.point(x, y));
        self.line_to(matrix.point(x + width, y));
        self.line_to(matrix.point(x + width, y + height));
        self.line_to(matrix.point(x, y + height));
        self.close();
    }

    pub fn clear(&mut self) {
        self.pieces.clear();
        self.points = 0;
    }

    /// Draws the path and forgets it.
    pub fn paint(&mut self, stroked: bool, filled: bool, rules: &mut Vec<Rule>, budget: &Budget) -> Result<(), Spent> {
        for (points, _) in self.pieces.iter().filter(|(_, straight)| *straight) {
            let bounds = points.iter().fold([f64::MAX, f64::MAX, f64::MIN, f64::MIN], |[l, t, r, b], (x, y)| {
                [l.min(*x), t.min(*y), r.max(*x), b.max(*y)]
            });
            let (width, height) = (bounds[2] - bounds[0], bounds[3] - bounds[1]);
            // A thin box is one line, whether it is filled or its edge is drawn.
            if (filled || stroked) && width.min(height) <= THIN && points.len() > 2 {
                add(bounds, rules, budget)?;
            } else if stroked {
                for pair in points.windows(2) {
                    let ((x, y), (to_x, to_y)) = (pair[0], pair[1]);
                    let side = [x.min(to_x), y.min(to_y), x.max(to_x), y.max(to_y)];
                    if (side[2] - side[0]).min(side[3] - side[1]) < 0.5 {
                        add(side, rules, budget)?;
                    }
                }
            }
        }
        self.clear();
        Ok(())
    }
}

fn add(bounds: [f64; 4], rules: &mut Vec<Rule>, budget: &Budget) -> Result<(), Spent> {
    let [left, top, right, bottom] = bounds;
    let long = (right - left).max(bottom - top);
    if !(SHORT..1.0e5).contains(&long) {
        return Ok(());
    }
    budget.rule()?;
    rules.push(Rule { left: left as f32, top: top as f32, right: right as f32, bottom: bottom as f32 });
    Ok(())
}
