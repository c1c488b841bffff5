//! Changes that know nothing of the format.

use crate::chance::Chance;

/// Makes one change. `other` is an input to take pieces from.
pub fn change(input: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    match chance.below(9) {
        0 => {
            let at = chance.below(input.len());
            let bit = chance.below(8);
            if let Some(byte) = input.get_mut(at) {
                *byte ^= 1 << bit;
            }
        }
        1 => {
            let (at, byte) = (chance.below(input.len()), chance.byte());
            if let Some(old) = input.get_mut(at) {
                *old = byte;
            }
        }
        2 => {
            let at = chance.below(input.len() + 1);
            let new: Vec<u8> = (0..=chance.below(8)).map(|_| chance.byte()).collect();
            input.splice(at..at, new);
        }
        3 => {
            let gone = chance.stretch(input.len());
            input.drain(gone);
        }
        4 => {
            let stretch = chance.stretch(input.len());
            let piece = input[stretch.clone()].to_vec();
            let times = if chance.once_in(8) { 1 + chance.below(64) } else { 1 };
            input.splice(stretch.end..stretch.end, piece.repeat(times));
        }
        5 => {
            let piece = other[chance.stretch(other.len())].to_vec();
            let place = chance.stretch(input.len());
            input.splice(place, piece);
        }
        6 => input.truncate(chance.below(input.len() + 1)),
        7 => whole_number(input, chance),
        _ => super::numbers::change(input, chance),
    }
}

/// A number of two, four or eight bytes at an edge of its range.
fn whole_number(input: &mut [u8], chance: &mut Chance) {
    let value: u64 = match chance.below(6) {
        0 => 0,
        1 => u64::MAX,
        2 => 0x7FFF_FFFF,
        3 => 0x8000_0000,
        4 => 0xFFFF,
        _ => chance.number(),
    };
    let width = [2, 4, 8][chance.below(3)];
    let at = chance.below(input.len());
    for (byte, new) in input.iter_mut().skip(at).zip(value.to_le_bytes()).take(width) {
        *byte = new;
    }
}
