//! All committees under their offices.

use std::collections::{BTreeSet, HashSet};

use diagram::chart::{Office, Whole, laid, offices};
use diagram::sheet::{Laid, Size};
use diagram::tidy::Unplaceable;

use crate::pages::{assert_reads, texts};
use crate::seats::{captions, committee};

fn on_paper(all: &[Office], open: bool, size: Size) -> Laid {
    let toggled = HashSet::new();
    let drawn = |width| {
        offices(&Whole { name: "Văn phòng tỉnh", offices: all, open, toggled: &toggled, paper: Some(width) })
    };
    laid::<Unplaceable>(size, &captions(), drawn).unwrap()
}

fn some(seed: u64) -> Vec<Office> {
    (0..3)
        .map(|office| Office {
            name: format!("Cơ quan thứ {office}"),
            committees: (0..12).map(|at| committee(seed * 100 + office * 12 + at, 20)).collect(),
        })
        .collect()
}

#[test]
fn closed_committees_read_and_none_is_lost() {
    for seed in 0..12 {
        let all = some(seed);
        for size in [Size::A4, Size::A3] {
            let laid = on_paper(&all, false, size);
            let mut said = BTreeSet::new();
            for (at, ink) in laid.sheets.iter().enumerate() {
                assert_reads(&format!("seed {seed}, sheet {at}"), ink);
                said.extend(texts(ink).map(|text| text.text.as_str()));
            }
            for office in &all {
                assert!(said.contains(office.name.as_str()), "{} is missing in seed {seed}", office.name);
                for committee in &office.committees {
                    let first = committee.committee.name.split(' ').take(4).collect::<Vec<_>>().join(" ");
                    assert!(said.iter().any(|line| line.starts_with(&first)), "{first} is missing in seed {seed}");
                }
            }
        }
    }
}

#[test]
fn open_committees_read_too() {
    for seed in 0..6 {
        for (at, ink) in on_paper(&some(seed), true, Size::A3).sheets.iter().enumerate() {
            assert_reads(&format!("seed {seed}, sheet {at}"), ink);
        }
    }
}
