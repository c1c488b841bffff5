//! Numbers in a text, replaced by those at which arithmetic ends.

use crate::chance::Chance;

const EDGES: [&str; 24] = [
    "0",
    "1",
    "-1",
    "2",
    "31",
    "32",
    "99",
    "127",
    "255",
    "256",
    "1000",
    "9999",
    "32767",
    "65535",
    "65536",
    "1048576",
    "2147483647",
    "2147483648",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "18446744073709551615",
    "-2147483648",
    "1e308",
];

/// Replaces one number of the text, somewhere behind a place by chance.
pub fn change(text: &mut Vec<u8>, chance: &mut Chance) {
    let from = chance.below(text.len());
    let Some(start) = (from..text.len()).find(|at| text[*at].is_ascii_digit()) else { return };
    let end = (start..text.len()).find(|at| !text[*at].is_ascii_digit()).unwrap_or(text.len());
    let edge = chance.one(&EDGES).copied().unwrap_or("0");
    text.splice(start..end, edge.bytes());
}
