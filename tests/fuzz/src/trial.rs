//! One input, read from its bytes to a draft, and what must hold of the answer.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::sync::Once;
use std::time::{Duration, Instant};

use reading::{Reading, Unreadable};
use unicode_normalization::is_nfc;

use crate::kind::kind;
use crate::reader::Reader;

/// The longest that reading may take.
pub const LONGEST: Duration = Duration::from_secs(5);

/// Why an input is a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The reader panicked.
    Panic(String),
    /// It took too long, twice.
    Slow(Duration),
    /// The answer contradicts itself.
    Wrong(String),
}

/// Reads the input once: the kind of its answer, and how long it took.
///
/// # Errors
/// The fault, if it is a finding.
pub fn trial(reader: Reader, input: &[u8]) -> Result<(String, Duration), Fault> {
    let (answer, time) = timed(reader, input)?;
    if time > LONGEST {
        // Somebody else may have had the machine: what counts is the better of two times.
        let (_, again) = timed(reader, input)?;
        if again > LONGEST {
            return Err(Fault::Slow(time.min(again)));
        }
    }
    if let Ok(reading) = &answer {
        consistent(reading).map_err(Fault::Wrong)?;
    }
    Ok((kind(&answer), time))
}

type Answer = Result<Reading, Unreadable>;

fn timed(reader: Reader, input: &[u8]) -> Result<(Answer, Duration), Fault> {
    listen();
    let clock = Instant::now();
    PANIC.set(Some(String::new()));
    let answer = catch_unwind(AssertUnwindSafe(|| reading::read(&reader.file(), input)));
    let time = clock.elapsed();
    let said = PANIC.take().unwrap_or_default();
    answer.map(|answer| (answer, time)).map_err(|_| Fault::Panic(said))
}

thread_local! {
    /// What the panic of this thread said, and where; `None` while no input is read.
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Panics of a reader are written down instead of on the screen; all others are told as ever.
fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let told = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let reading = PANIC.with_borrow_mut(|panic| panic.as_mut().map(|said| *said = info.to_string()).is_some());
            if !reading {
                told(info);
            }
        }));
    });
}

/// Blocks are counted from 0 in NFC, and every mark lies inside the text of its block.
fn consistent(reading: &Reading) -> Result<(), String> {
    let index = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    for (n, block) in reading.blocks.iter().enumerate() {
        if index(block.id) != n {
            return Err(format!("block {n} has the number {}", block.id));
        }
        if !is_nfc(&block.text) {
            return Err(format!("block {n} is not in NFC"));
        }
    }
    let lengths: Vec<usize> = reading.blocks.iter().map(|block| block.text.chars().count()).collect();
    for mark in &reading.marks {
        let inside = lengths.get(index(mark.block)).is_some_and(|length| index(mark.end) <= *length);
        // A letter may say an event without being a decision.
        let of_event = mark.field.starts_with("events.") && !reading.events.is_empty();
        let known = of_event || index(mark.decision) < reading.decisions.len();
        let sure = mark.sure > 0.0 && mark.sure <= 1.0;
        if !inside || mark.start >= mark.end || !known || !sure {
            return Err(format!("the mark {mark:?} points nowhere"));
        }
    }
    let about = |at: &u32| index(*at) >= reading.blocks.len();
    if let Some(at) = reading.warnings.iter().filter_map(|warning| warning.at).find(about) {
        return Err(format!("a warning about block {at}, which is not there"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use reading::Mark;

    fn paper() -> Reading {
        reading::read("paper.txt", "QUYẾT ĐỊNH\nSố: 1/QĐ-UBND\nĐiều 1. Thành lập Ban chỉ đạo Chuyển đổi số".as_bytes())
            .unwrap()
    }

    #[test]
    fn an_answer_that_contradicts_itself_is_a_finding() {
        assert_eq!(consistent(&paper()), Ok(()));
        let mut order = paper();
        order.blocks.swap(0, 1);
        assert!(consistent(&order).is_err());
        let mut apart = paper();
        apart.blocks[0].text = "Quye\u{302}\u{301}t".to_owned();
        assert!(consistent(&apart).is_err());
        let mut beyond = paper();
        let mark = Mark { decision: 0, field: "number".into(), block: 0, start: 3, end: 99, sure: 1.0 };
        beyond.marks.push(mark);
        assert!(consistent(&beyond).is_err());
    }
}
