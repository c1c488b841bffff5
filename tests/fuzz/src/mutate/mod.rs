//! Ways to break a file: by its bytes, whatever it is, and by what it is made of.

pub mod bytes;
pub mod markup;
pub mod numbers;
pub mod package;
pub mod pdf;
pub mod words;

use crate::chance::Chance;
use crate::pool::Pool;
use crate::reader::Reader;

/// The longest input, but for those blown up on purpose.
const LONGEST: usize = 64 * 1024;
/// The longest of all.
const LONGEST_OF_ALL: usize = 2 * 1024 * 1024;

/// One of the inputs, the shorter of three: what is kept only grows, and a long one costs as much as a hundred short.
fn one(pool: &Pool, chance: &mut Chance) -> Vec<u8> {
    let three = [0; 3].map(|_| chance.below(pool.len()));
    three.iter().filter_map(|n| pool.get(*n)).min_by_key(|input| input.len()).unwrap_or_default().to_vec()
}

/// One of the inputs, broken in one to four ways.
#[must_use]
pub fn broken(reader: Reader, pool: &Pool, chance: &mut Chance) -> Vec<u8> {
    let mut input = one(pool, chance);
    let other = one(pool, chance);
    let times = 1 + chance.below(4);
    for _ in 0..times {
        if chance.once_in(5) {
            bytes::change(&mut input, &other, chance);
            continue;
        }
        match reader {
            Reader::Docx | Reader::Xlsx => package::change(&mut input, &other, chance),
            Reader::Pdf => pdf::change(&mut input, &other, chance),
            Reader::Csv | Reader::Txt => words::change(&mut input, &other, chance),
            Reader::Html => markup::change(&mut input, &other, markup::HTML, chance),
        }
    }
    if matches!(reader, Reader::Csv | Reader::Txt | Reader::Html) && chance.once_in(12) {
        words::encode(&mut input, chance);
    }
    let longest = if chance.once_in(400) { LONGEST_OF_ALL } else { LONGEST };
    input.truncate(longest);
    input
}
