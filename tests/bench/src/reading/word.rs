//! A Word file of three pages, from its bytes to the draft.

use std::error::Error;
use std::hint::black_box;

use super::{fixtures, medians};
use crate::table::{Table, shown};

/// Measures it on the sample decision, which prints on three pages.
pub fn measure(table: &mut Table) -> Result<(), Box<dyn Error>> {
    let bytes = std::fs::read(fixtures().join("../../../sample/1943-QD-UBND.docx"))?;
    let mut work = || {
        black_box(reading::read("1943-QD-UBND.docx", black_box(&bytes))?);
        Ok(())
    };
    let [time] = medians(41, [&mut work])?;
    table.row(
        "a Word file of 3 pages, from bytes to draft".to_owned(),
        shown(time),
        "—".to_owned(),
        "—".to_owned(),
        "< 30 ms",
    );
    Ok(())
}
