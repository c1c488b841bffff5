//! The filters of streams (ISO 32000-1, 7.4), as far as text needs them. What a broken stream still gives is
//! taken; more than the limit is refused.

use std::io::Read;

use super::lexer::{hex, is_space};
use crate::pdf::budget::Spent;

/// One filter, with the parameters that it has.
#[derive(Clone, Copy, Debug, Default)]
pub struct Parameters {
    pub predictor: usize,
    pub colors: usize,
    pub bits: usize,
    pub columns: usize,
    pub early: bool,
}

/// Unpacks the bytes.
///
/// # Errors
/// [`Spent`] when they unpack to more than `most` bytes. `Ok(None)` for filters of images.
pub fn apply(name: &[u8], data: &[u8], parameters: Parameters, most: u64) -> Result<Option<Vec<u8>>, Spent> {
    let decoded = match name {
        b"FlateDecode" | b"Fl" => predict(inflate(data, most)?, parameters),
        b"LZWDecode" | b"LZW" => predict(lzw(data, parameters.early, most)?, parameters),
        b"ASCIIHexDecode" | b"AHx" => hexadecimal(data),
        b"ASCII85Decode" | b"A85" => base85(data),
        b"RunLengthDecode" | b"RL" => run_length(data, most)?,
        b"Crypt" => data.to_vec(),
        _ => return Ok(None),
    };
    if decoded.len() as u64 > most { Err(Spent) } else { Ok(Some(decoded)) }
}

fn inflate(data: &[u8], most: u64) -> Result<Vec<u8>, Spent> {
    let read = |source: &mut dyn Read| {
        let mut unpacked = Vec::new();
        // What came before an error is kept: files cut short are common.
        let _ = source.take(most + 1).read_to_end(&mut unpacked);
        unpacked
    };
    let unpacked = read(&mut flate2::read::ZlibDecoder::new(data));
    if unpacked.len() as u64 > most {
        return Err(Spent);
    }
    if unpacked.is_empty() && data.len() > 2 {
        let plain = read(&mut flate2::read::DeflateDecoder::new(&data[2..]));
        return if plain.len() as u64 > most { Err(Spent) } else { Ok(plain) };
    }
    Ok(unpacked)
}

fn lzw(data: &[u8], early: bool, most: u64) -> Result<Vec<u8>, Spent> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let mut unpacked: Vec<u8> = Vec::new();
    // Each code stands for a stretch of what was unpacked already.
    let mut table: Vec<(usize, usize)> = Vec::new();
    let (mut bits, mut held, mut width) = (0_u32, 0_u32, 9_u32);
    let mut last: Option<(usize, usize)> = None;
    for byte in data {
        bits = (bits << 8) | u32::from(*byte);
        held += 8;
        if held < width {
            continue;
        }
        let code = ((bits >> (held - width)) & ((1 << width) - 1)) as usize;
        held -= width;
        bits &= (1 << held) - 1;
        if code == CLEAR {
            table.clear();
            width = 9;
            last = None;
            continue;
        }
        if code == END {
            break;
        }
        let start = unpacked.len();
        match (code, last) {
            (0..CLEAR, _) => unpacked.push(code as u8),
            (_, Some(before)) if code - 258 == table.len() => {
                copy(&mut unpacked, before);
                let first = unpacked[start];
                unpacked.push(first);
            }
            _ => match table.get(code - 258) {
                Some(stretch) => copy(&mut unpacked, *stretch),
                None => break,
            },
        }
        if unpacked.len() as u64 > most {
            return Err(Spent);
        }
        // The last string and the first letter of this one lie side by side in what was unpacked.
        if let Some((from, length)) = last.filter(|_| table.len() < 4096 - 258) {
            table.push((from, length + 1));
        }
        last = Some((start, unpacked.len() - start));
        let used = table.len() + 258 + usize::from(early);
        width = match used {
            0..511 => 9,
            511..1023 => 10,
            1023..2047 => 11,
            _ => 12,
        };
    }
    Ok(unpacked)
}

fn copy(unpacked: &mut Vec<u8>, (from, length): (usize, usize)) {
    let end = (from + length).min(unpacked.len());
    unpacked.extend_from_within(from.min(end)..end);
}

fn hexadecimal(data: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = data.iter().take_while(|byte| **byte != b'>').filter_map(|byte| hex(*byte)).collect();
    digits.chunks(2).map(|pair| pair[0] * 16 + pair.get(1).copied().unwrap_or(0)).collect()
}

fn base85(data: &[u8]) -> Vec<u8> {
    let mut decoded = Vec::new();
    let mut group: Vec<u8> = Vec::with_capacity(5);
    let mut push = |group: &mut Vec<u8>| {
        if group.len() > 1 {
            let kept = group.len() - 1;
            group.resize(5, 84);
            let value = group.iter().fold(0_u32, |value, digit| value.wrapping_mul(85).wrapping_add(u32::from(*digit)));
            decoded.extend(&value.to_be_bytes()[..kept]);
        }
        group.clear();
    };
    for byte in data.iter().copied().filter(|byte| !is_space(*byte)) {
        match byte {
            b'!'..=b'u' => group.push(byte - b'!'),
            b'z' if group.is_empty() => group.extend([0; 5]),
            b'~' => break,
            _ => {}
        }
        if group.len() == 5 {
            push(&mut group);
        }
    }
    push(&mut group);
    decoded
}

fn run_length(data: &[u8], most: u64) -> Result<Vec<u8>, Spent> {
    let mut decoded = Vec::new();
    let mut at = 0;
    while let Some(length) = data.get(at).copied() {
        at += 1;
        match length {
            0..=127 => {
                let end = (at + usize::from(length) + 1).min(data.len());
                decoded.extend_from_slice(&data[at..end]);
                at = end;
            }
            128 => break,
            _ => {
                let Some(byte) = data.get(at) else { break };
                decoded.resize(decoded.len() + 257 - usize::from(length), *byte);
                at += 1;
            }
        }
        if decoded.len() as u64 > most {
            return Err(Spent);
        }
    }
    Ok(decoded)
}

/// Undoes the differences between rows: PNG's, and TIFF's for bytes.
fn predict(mut data: Vec<u8>, parameters: Parameters) -> Vec<u8> {
    let sample = (parameters.colors.clamp(1, 32) * parameters.bits.clamp(1, 16)).div_ceil(8);
    let row = (parameters.colors.clamp(1, 32) * parameters.bits.clamp(1, 16) * parameters.columns.clamp(1, 1 << 20))
        .div_ceil(8);
    match parameters.predictor {
        0 | 1 => data,
        2 => {
            if parameters.bits == 8 {
                for line in data.chunks_mut(row) {
                    for at in sample..line.len() {
                        line[at] = line[at].wrapping_add(line[at - sample]);
                    }
                }
            }
            data
        }
        _ => {
            let mut decoded: Vec<u8> = Vec::with_capacity(data.len());
            let mut above = vec![0_u8; row];
            for coded in data.chunks(row + 1) {
                let mut line = coded[1..].to_vec();
                line.resize(row, 0);
                for at in 0..row {
                    let left = if at >= sample { line[at - sample] } else { 0 };
                    let corner = if at >= sample { above[at - sample] } else { 0 };
                    let add = match coded[0] {
                        1 => left,
                        2 => above[at],
                        3 => ((u16::from(left) + u16::from(above[at])) / 2) as u8,
                        4 => paeth(left, above[at], corner),
                        _ => 0,
                    };
                    line[at] = line[at].wrapping_add(add);
                }
                decoded.extend_from_slice(&line[..coded.len() - 1]);
                above = line;
            }
            decoded
        }
    }
}

fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(above) - i16::from(corner);
    let far = |value: u8| (guess - i16::from(value)).abs();
    if far(left) <= far(above) && far(left) <= far(corner) {
        left
    } else if far(above) <= far(corner) {
        above
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::io::Write;

    use super::*;

    fn plain(name: &[u8], data: &[u8]) -> Vec<u8> {
        apply(name, data, Parameters { early: true, ..Parameters::default() }, 1000).unwrap().unwrap()
    }

    #[test]
    fn the_filters_of_text_are_undone() {
        assert_eq!(plain(b"ASCIIHexDecode", b"41 42 4>"), b"AB@");
        assert_eq!(plain(b"ASCII85Decode", b"87cURD]j7BEbo80~>"), b"Hello world!");
        assert_eq!(plain(b"RunLengthDecode", b"\x02abc\xFEx\x80zz"), b"abcxxx");
        // The example of ISO 32000-1, 7.4.4.2.
        assert_eq!(
            plain(b"LZWDecode", b"\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01"),
            [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]
        );
        assert_eq!(apply(b"DCTDecode", b"", Parameters::default(), 10), Ok(None));
    }

    #[test]
    fn a_bomb_is_refused_and_a_stream_cut_short_gives_what_it_has() {
        let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(&vec![b'a'; 5000]).unwrap();
        let packed = packer.finish().unwrap();
        assert_eq!(apply(b"FlateDecode", &packed, Parameters::default(), 4999), Err(Spent));
        let cut = apply(b"Fl", &packed[..packed.len() - 8], Parameters::default(), 9000).unwrap().unwrap();
        assert_eq!(cut.first(), Some(&b'a'));
    }

    #[test]
    fn rows_that_say_their_difference_are_added_up() {
        let parameters = Parameters { predictor: 12, colors: 1, bits: 8, columns: 3, early: true };
        assert_eq!(predict(vec![2, 1, 2, 3, 2, 1, 1, 1, 1, 5, 1, 1], parameters), [1, 2, 3, 2, 3, 4, 5, 6, 7]);
    }
}
