//! What kind of answer an input got. An input whose kind is new is kept and broken further: the nearest that
//! one comes, without instrumentation, to asking which code it reached.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use reading::{Reading, Unreadable};

/// The answer without what every second input has otherwise: numbers lose their digits, amounts all but their
/// magnitude, and of the values only the names of their fields count.
#[must_use]
pub fn kind(answer: &Result<Reading, Unreadable>) -> String {
    match answer {
        Err(error) => {
            let mut said = without_digits(&error.to_string());
            said.truncate(said.char_indices().nth(100).map_or(said.len(), |(at, _)| at));
            format!("{}: {said}", error.code())
        }
        Ok(reading) => {
            let fields: BTreeSet<String> = reading.marks.iter().map(|mark| without_digits(&mark.field)).collect();
            let warnings: BTreeSet<&str> = reading.warnings.iter().map(|warning| warning.code.as_str()).collect();
            let acts: BTreeSet<String> = reading.decisions.iter().map(|draft| format!("{:?}", draft.act)).collect();
            let seats = reading.decisions.iter().map(|draft| draft.members.len()).sum();
            let cells = reading.blocks.iter().filter(|block| block.cell.is_some()).count();
            let mut kind = String::from("read");
            for amount in [reading.blocks.len(), cells, reading.decisions.len(), seats] {
                let _ = write!(kind, " {}", magnitude(amount));
            }
            let _ = write!(kind, " {acts:?} {warnings:?} {fields:?}");
            kind
        }
    }
}

fn magnitude(amount: usize) -> u32 {
    (usize::BITS - amount.leading_zeros()).div_ceil(2)
}

fn without_digits(text: &str) -> String {
    let mut bare = String::new();
    for c in text.chars() {
        if !c.is_ascii_digit() {
            bare.push(c);
        } else if !bare.ends_with('0') {
            bare.push('0');
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_do_not_make_a_new_kind_and_words_do() {
        let damaged = |detail: &str| kind(&Err(Unreadable::Damaged { part: "p".into(), detail: detail.into() }));
        assert_eq!(damaged("at byte 17"), damaged("at byte 2901"));
        assert_ne!(damaged("at byte 17"), damaged("at the end"));
    }
}
