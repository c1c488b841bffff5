//! How wide a face sets its letters, in tables that need no shaper: advances, what is kerned between two letters, and
//! the few ligatures. Enough for composed text in Latin letters, each of which has a glyph of its own.

use std::sync::OnceLock;

use ttf_parser::gpos::{PairAdjustment, PairSet, PositioningSubtable};
use ttf_parser::gsub::{LigatureSubstitution, SubstitutionSubtable};
use ttf_parser::opentype_layout::LayoutTable;
use ttf_parser::{Face, GlyphId, Tag};

/// Where the table of glyphs ends: past the last letter and sign that the faces have.
const LETTERS: usize = 0x2300;

/// Where a word may be broken; not seen where it is not.
const SOFT_HYPHEN: char = '\u{AD}';

/// A face, ready to measure with.
pub struct Letters {
    /// Units to the em.
    pub em: i32,
    /// From the typographic ascenders to the descenders, in units.
    pub line: i32,
    face: Face<'static>,
    /// The glyph of each letter; none is glyph 0, the box.
    glyphs: Vec<u16>,
    advances: Vec<u16>,
    /// What is kerned, the first that knows a pair.
    kerns: Vec<Kern>,
    /// Glyphs that become one, the longer before the shorter, and whether one begins with a glyph.
    ligatures: Vec<(Vec<u16>, u16)>,
    begins: Vec<bool>,
}

/// A table of pairs.
enum Kern {
    /// Pairs one by one, by their first glyph.
    Pairs(Vec<Option<PairSet<'static>>>),
    /// Pairs of kinds of glyphs.
    Kinds {
        /// The row of each first glyph, if it has one.
        rows: Vec<Option<u16>>,
        /// The column of each second glyph.
        columns: Vec<u16>,
        breadth: u16,
        values: Vec<i16>,
    },
}

/// Text measured so far, which may go on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Run {
    /// Width, in units of the face.
    pub units: i32,
    last: Option<u16>,
}

impl Letters {
    /// The regular or the semi-bold face that all machines ship.
    pub(super) fn of(bold: bool) -> Option<&'static Self> {
        static REGULAR: OnceLock<Option<Letters>> = OnceLock::new();
        static SEMI_BOLD: OnceLock<Option<Letters>> = OnceLock::new();
        let read = if bold { &SEMI_BOLD } else { &REGULAR };
        read.get_or_init(|| Self::read(bytes(bold))).as_ref()
    }

    /// Reads a face; none where it is damaged.
    #[must_use]
    pub fn read(bytes: &'static [u8]) -> Option<Self> {
        let face = Face::parse(bytes, 0).ok()?;
        let count = usize::from(face.number_of_glyphs());
        let advances = each(count, |glyph| face.glyph_hor_advance(glyph).unwrap_or(0));
        let mut glyphs = vec![0; LETTERS];
        for table in face.tables().cmap.iter().flat_map(|cmap| cmap.subtables).filter(|table| table.is_unicode()) {
            table.codepoints(|code| {
                if let (Some(place), Some(glyph)) = (glyphs.get_mut(code as usize), table.glyph_index(code)) {
                    *place = glyph.0;
                }
            });
        }
        let kerns = face.tables().gpos.map(|table| kerns(table, count)).unwrap_or_default();
        let ligatures = face.tables().gsub.map(|table| ligatures(table, count)).unwrap_or_default();
        let mut begins = vec![false; count];
        for (glyphs, _) in &ligatures {
            begins[usize::from(glyphs[0])] = true;
        }
        let ascender = face.typographic_ascender().unwrap_or(face.ascender());
        let descender = face.typographic_descender().unwrap_or(face.descender());
        let line = i32::from(ascender) - i32::from(descender);
        Some(Self { em: i32::from(face.units_per_em()), line, face, glyphs, advances, kerns, ligatures, begins })
    }

    /// Goes on with a run. No ligature reaches over the seam.
    pub fn append(&self, run: &mut Run, text: &str) {
        let mut letters = text.chars();
        while let Some(letter) = letters.next() {
            if letter == SOFT_HYPHEN {
                continue;
            }
            let mut glyph = self.glyph(letter);
            if self.begins.get(usize::from(glyph)) == Some(&true)
                && let Some((ligature, rest)) = self.ligature(glyph, letters.as_str())
            {
                (glyph, letters) = (ligature, rest.chars());
            }
            if let Some(last) = run.last {
                run.units += self.kern(last, glyph);
            }
            run.units += i32::from(self.advances.get(usize::from(glyph)).copied().unwrap_or(0));
            run.last = Some(glyph);
        }
    }

    fn glyph(&self, letter: char) -> u16 {
        match self.glyphs.get(letter as usize) {
            Some(glyph) => *glyph,
            None => self.face.glyph_index(letter).map_or(0, |glyph| glyph.0),
        }
    }

    /// The ligature that a glyph begins, and the text after it.
    fn ligature<'a>(&self, first: u16, after: &'a str) -> Option<(u16, &'a str)> {
        self.ligatures.iter().filter(|(glyphs, _)| glyphs[0] == first).find_map(|(glyphs, ligature)| {
            let mut letters = after.chars();
            let all = glyphs[1..].iter().all(|glyph| letters.next().is_some_and(|letter| self.glyph(letter) == *glyph));
            all.then_some((*ligature, letters.as_str()))
        })
    }

    fn kern(&self, first: u16, second: u16) -> i32 {
        let (from, to) = (usize::from(first), usize::from(second));
        for kern in &self.kerns {
            match kern {
                Kern::Pairs(sets) => {
                    let pair = sets.get(from).and_then(Option::as_ref).and_then(|set| set.get(GlyphId(second)));
                    if let Some((value, _)) = pair {
                        return i32::from(value.x_advance);
                    }
                }
                Kern::Kinds { rows, columns, breadth, values } => {
                    if let (Some(Some(row)), Some(column)) = (rows.get(from), columns.get(to)) {
                        let at = usize::from(*row) * usize::from(*breadth) + usize::from(*column);
                        return i32::from(values.get(at).copied().unwrap_or(0));
                    }
                }
            }
        }
        0
    }
}

/// The bytes of a face.
pub(super) fn bytes(bold: bool) -> &'static [u8] {
    if bold {
        include_bytes!("../../../../fonts/BeVietnamPro_600SemiBold.ttf")
    } else {
        include_bytes!("../../../../fonts/BeVietnamPro_400Regular.ttf")
    }
}

fn each<T>(count: usize, of: impl FnMut(GlyphId) -> T) -> Vec<T> {
    (0..u16::try_from(count).unwrap_or(u16::MAX)).map(GlyphId).map(of).collect()
}

/// The lookups of a feature that is on by itself in Latin text.
fn lookups(table: LayoutTable<'static>, feature: &[u8; 4]) -> Vec<u16> {
    let scripts = table.scripts;
    let script = scripts.find(Tag::from_bytes(b"latn")).or_else(|| scripts.find(Tag::from_bytes(b"DFLT")));
    let features = script.and_then(|script| script.default_language).map(|language| language.feature_indices);
    let named = features.into_iter().flatten().filter_map(|at| table.features.get(at));
    let mut lookups: Vec<u16> =
        named.filter(|found| found.tag == Tag::from_bytes(feature)).flat_map(|found| found.lookup_indices).collect();
    lookups.sort_unstable();
    lookups.dedup();
    lookups
}

fn kerns(table: LayoutTable<'static>, count: usize) -> Vec<Kern> {
    let found = lookups(table, b"kern").into_iter().filter_map(|at| table.lookups.get(at));
    let pairs = found.flat_map(|lookup| lookup.subtables.into_iter::<PositioningSubtable>());
    pairs
        .filter_map(|subtable| match subtable {
            PositioningSubtable::Pair(pairs) => Some(kern(pairs, count)),
            _ => None,
        })
        .collect()
}

fn kern(pairs: PairAdjustment<'static>, count: usize) -> Kern {
    match pairs {
        PairAdjustment::Format1 { coverage, sets } => {
            Kern::Pairs(each(count, |glyph| coverage.get(glyph).and_then(|at| sets.get(at))))
        }
        PairAdjustment::Format2 { coverage, classes, matrix } => {
            let rows = each(count, |glyph| coverage.get(glyph).map(|_| classes.0.get(glyph)));
            let columns = each(count, |glyph| classes.1.get(glyph));
            let height = rows.iter().flatten().max().map_or(0, |last| last + 1);
            let breadth = columns.iter().max().map_or(0, |last| last + 1);
            let pairs = (0..height).flat_map(|row| (0..breadth).map(move |column| (row, column)));
            let values = pairs.map(|pair| matrix.get(pair).map_or(0, |(value, _)| value.x_advance)).collect();
            Kern::Kinds { rows, columns, breadth, values }
        }
    }
}

fn ligatures(table: LayoutTable<'static>, count: usize) -> Vec<(Vec<u16>, u16)> {
    let found = lookups(table, b"liga").into_iter().filter_map(|at| table.lookups.get(at));
    let tables = found.flat_map(|lookup| lookup.subtables.into_iter::<SubstitutionSubtable>());
    let mut ligatures = Vec::new();
    for table in tables {
        let SubstitutionSubtable::Ligature(LigatureSubstitution { coverage, ligature_sets }) = table else { continue };
        for first in (0..u16::try_from(count).unwrap_or(u16::MAX)).map(GlyphId) {
            let set = coverage.get(first).and_then(|at| ligature_sets.get(at));
            for ligature in set.into_iter().flatten() {
                let glyphs = std::iter::once(first).chain(ligature.components).map(|glyph| glyph.0).collect();
                ligatures.push((glyphs, ligature.glyph.0));
            }
        }
    }
    ligatures
}
