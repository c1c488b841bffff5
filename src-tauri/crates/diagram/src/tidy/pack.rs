//! Many leaves under one parent, packed into rows: a block of a wished proportion, which goes into the tree as one
//! card. Ten thousand leaves side by side would be two million px wide.

use super::{Unplaceable, WIDEST};

/// A block of packed leaves, and where each stands in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// Left edges, from the block's left edge.
    pub x: Vec<i32>,
    /// Upper edges, from the block's upper edge: all of a row the same.
    pub y: Vec<i32>,
    /// Width of the block.
    pub width: i32,
    /// Height of the block.
    pub height: i32,
}

/// Packs leaves of these sizes (width, height) row by row, in their order, `gap` apart both ways.
///
/// `proportion` is the wished width to height. Rows are broken as lines of text are: each takes what fits. A block of
/// equal leaves is the narrowest that is not too high for the proportion, and then the narrowest of as many rows: no
/// full rows and a short rest where equal ones do; one of unequal leaves is near that. Time goes with the number of
/// leaves times the bits of a width.
///
/// # Errors
///
/// Sizes, a gap or a proportion below nothing (a proportion of nothing to nothing too), and more than can be counted.
pub fn pack(sizes: &[(i32, i32)], gap: i32, proportion: (u32, u32)) -> Result<Block, Unplaceable> {
    let (broad, high) = (i128::from(proportion.0), i128::from(proportion.1));
    if gap < 0 || broad + high == 0 {
        return Err(Unplaceable::Spacing);
    }
    let (widest, breadth) = measured(sizes, gap)?;
    let low_enough = |most| {
        let rows = Rows::of(sizes, gap, most);
        i128::from(rows.height) * broad <= i128::from(rows.width) * high
    };
    let most = least(widest, breadth, low_enough);
    let count = Rows::of(sizes, gap, most).count;
    let most = least(widest, most, |most| Rows::of(sizes, gap, most).count <= count);
    Ok(placed(sizes, gap, most))
}

/// Packs leaves row by row, in their order, `gap` apart both ways, none of the rows wider than `width` unless a single
/// leaf is.
///
/// # Errors
///
/// Sizes or a gap below nothing, and more than can be counted.
pub fn pack_within(sizes: &[(i32, i32)], gap: i32, width: i32) -> Result<Block, Unplaceable> {
    if gap < 0 {
        return Err(Unplaceable::Spacing);
    }
    measured(sizes, gap)?;
    Ok(placed(sizes, gap, i64::from(width)))
}

/// How wide the widest leaf is, and all of them side by side.
fn measured(sizes: &[(i32, i32)], gap: i32) -> Result<(i64, i64), Unplaceable> {
    let (mut widest, mut breadth, mut tall) = (0, 0_i64, 0_i64);
    for (at, (width, height)) in sizes.iter().enumerate() {
        if *width < 0 || *height < 0 {
            return Err(Unplaceable::Size(u32::try_from(at).unwrap_or(u32::MAX)));
        }
        widest = widest.max(i64::from(*width));
        breadth += i64::from(*width) + i64::from(gap);
        tall += i64::from(*height) + i64::from(gap);
    }
    if breadth > WIDEST || tall > WIDEST { Err(Unplaceable::TooLarge) } else { Ok((widest, breadth)) }
}

/// The least of a stretch that does, by halving it; its end is taken to do.
fn least(mut from: i64, mut to: i64, does: impl Fn(i64) -> bool) -> i64 {
    while from < to {
        let middle = i64::midpoint(from, to);
        if does(middle) { to = middle } else { from = middle + 1 }
    }
    to
}

/// How many rows there are and how wide and high they are together, when none is wider than `most`.
#[derive(Default)]
struct Rows {
    count: usize,
    width: i64,
    height: i64,
}

impl Rows {
    fn of(sizes: &[(i32, i32)], gap: i32, most: i64) -> Self {
        let mut rows = Self::default();
        let (mut filled, mut tallest) = (0_i64, 0_i64);
        for (width, height) in sizes {
            let (width, height, gap) = (i64::from(*width), i64::from(*height), i64::from(gap));
            if rows.count == 0 || filled + gap + width > most {
                // A row ends with its tallest leaf.
                rows.height += if rows.count == 0 { 0 } else { tallest + gap };
                rows.count += 1;
                (filled, tallest) = (width, height);
            } else {
                filled += gap + width;
                tallest = tallest.max(height);
            }
            rows.width = rows.width.max(filled);
        }
        rows.height += tallest;
        rows
    }
}

#[allow(clippy::cast_possible_truncation)] // all widths together fit, so does what one row holds
fn placed(sizes: &[(i32, i32)], gap: i32, most: i64) -> Block {
    let most = most as i32;
    let mut block =
        Block { x: Vec::with_capacity(sizes.len()), y: Vec::with_capacity(sizes.len()), ..Block::default() };
    let (mut left, mut top) = (0, 0);
    for (width, height) in sizes {
        if left > 0 && left + width > most {
            (left, top) = (0, block.height + gap);
        }
        block.x.push(left);
        block.y.push(top);
        block.width = block.width.max(left + width);
        block.height = block.height.max(top + height);
        left += width + gap;
    }
    block
}
