//! Fonts, as far as text needs them: which letters a code means, how far it moves on, whether it is bold.

mod cmap;
mod embedded;
mod encoding;
mod names;

use std::collections::HashMap;

use self::cmap::CMap;
use super::budget::Spent;
use super::syntax::{Dict, File, Object};

/// Widths of one font.
const MOST_WIDTHS: usize = 70_000;

/// A font of a page.
#[derive(Debug)]
pub struct Font {
    pub bold: bool,
    pub italic: bool,
    /// The name without its subset prefix, by which old Vietnamese encodings are known.
    pub name: String,
    /// How codes of several bytes are read; none where each byte is a code.
    wide: Option<CMap>,
    letters: HashMap<u32, Box<str>>,
    /// Whether a code of two bytes is itself UTF-16.
    unicode: bool,
    widths: HashMap<u32, f64>,
    other_width: f64,
}

impl Font {
    /// Reads the font.
    pub fn read(file: &File<'_>, dict: &Dict) -> Result<Self, Spent> {
        let kind = file.value(dict, "Subtype")?;
        let to_unicode = match file.value(dict, "ToUnicode")?.stream() {
            Some(stream) => CMap::parse(&file.decoded(stream)?).letters,
            None => HashMap::new(),
        };
        let base = file.value(dict, "BaseFont")?;
        let name = plain_name(base.name().unwrap_or_default());
        let mut font = Self {
            bold: false,
            italic: false,
            name,
            wide: None,
            letters: to_unicode,
            unicode: false,
            widths: HashMap::new(),
            other_width: 0.5,
        };
        let descriptor = if kind.is_name("Type0") {
            font.composite(file, dict)?
        } else {
            font.simple(file, dict, kind.is_name("Type3"))?
        };
        font.style(file, &descriptor)?;
        file.budget().objects(font.letters.len() + font.widths.len() + 1000)?;
        Ok(font)
    }

    /// The next code of the string: the code and how many bytes it has, at least one.
    pub fn code(&self, bytes: &[u8]) -> (u32, usize) {
        match &self.wide {
            Some(map) => map.code(bytes),
            None => (bytes.first().copied().map_or(0, u32::from), 1),
        }
    }

    /// The letters that a code means.
    pub fn letters(&self, code: u32) -> Option<&str> {
        self.letters.get(&code).map(|letters| &**letters)
    }

    /// How far a code moves on, in parts of the font's size.
    pub fn width(&self, code: u32) -> f64 {
        let id = match &self.wide {
            Some(map) => map.cid(code),
            None => code,
        };
        self.widths.get(&id).copied().unwrap_or(self.other_width)
    }

    /// The letter of a code that is UTF-16 itself.
    pub fn unicode(&self, code: u32) -> Option<char> {
        if self.unicode { char::from_u32(code) } else { None }
    }

    fn simple(&mut self, file: &File<'_>, dict: &Dict, drawn: bool) -> Result<Dict, Spent> {
        let descriptor = file.value(dict, "FontDescriptor")?.dict().map(|dict| (**dict).clone()).unwrap_or_default();
        let first = file.value(dict, "FirstChar")?.count().unwrap_or(0);
        // A drawn font says in a matrix how large its units are.
        let unit = if drawn {
            let matrix = file.value(dict, "FontMatrix")?;
            matrix.array().first().and_then(Object::number).map_or(0.001, f64::abs)
        } else {
            0.001
        };
        for (at, width) in file.value(dict, "Widths")?.array().iter().take(256).enumerate() {
            if let Some(width) = file.resolve(width)?.number() {
                self.widths.insert((first + at) as u32, width * unit);
            }
        }
        if let Some(width) = file.value(&descriptor, "MissingWidth")?.number().filter(|width| *width > 0.0) {
            self.other_width = width * unit;
        }
        if self.widths.is_empty() {
            for code in 0..256_u32 {
                self.widths.insert(code, encoding::usual_width(code as u8));
            }
        }
        let coded = encoding::Encoding::read(file, dict)?;
        let program = self.built_in(file, &descriptor)?;
        // A subset numbers its glyphs as it likes: there only what its tables say counts.
        let told = coded.is_stated() || (self.letters.is_empty() && program.is_none());
        for code in (0..=255_u8).filter(|_| told) {
            if usable(self.letters(u32::from(code))) {
                continue;
            }
            if let Some(letters) = coded.letters(code) {
                self.letters.insert(u32::from(code), letters.into());
            }
        }
        if !told && let Some(program) = program {
            for (code, letter) in program {
                self.letters.entry(code).or_insert_with(|| letter.to_string().into());
            }
        }
        self.letters.retain(|_, letters| usable(Some(letters)));
        Ok(descriptor)
    }

    /// What the embedded program says of its codes; none where there is no program.
    fn built_in(&self, file: &File<'_>, descriptor: &Dict) -> Result<Option<HashMap<u32, char>>, Spent> {
        if let Some(stream) = file.value(descriptor, "FontFile2")?.stream() {
            // Unpacked only where nothing else says what the codes mean.
            let codes = self.letters.is_empty().then(|| file.decoded(stream)).transpose()?;
            return Ok(Some(codes.map(|data| embedded::by_code(&data)).unwrap_or_default()));
        }
        if let Some(stream) = file.value(descriptor, "FontFile3")?.stream() {
            let codes = self.letters.is_empty().then(|| file.decoded(stream)).transpose()?;
            return Ok(Some(codes.map(|data| embedded::by_code_compact(&data)).unwrap_or_default()));
        }
        Ok(None)
    }

    fn composite(&mut self, file: &File<'_>, dict: &Dict) -> Result<Dict, Spent> {
        let coding = file.value(dict, "Encoding")?;
        let map = match &coding {
            Object::Stream(stream) => CMap::parse(&file.decoded(stream)?),
            other => {
                let name = other.name().unwrap_or_default();
                self.unicode = [&b"UCS2"[..], b"UTF16"].iter().any(|part| name.windows(part.len()).any(|w| w == *part));
                CMap::identity()
            }
        };
        let below = file.value(dict, "DescendantFonts")?;
        let below = match below.array().first() {
            Some(first) => file.resolve(first)?,
            None => below.clone(),
        };
        let below = below.dict().map(|dict| (**dict).clone()).unwrap_or_default();
        self.other_width = file.value(&below, "DW")?.number().unwrap_or(1000.0) * 0.001;
        self.wide_widths(file, &file.value(&below, "W")?)?;
        let descriptor = file.value(&below, "FontDescriptor")?.dict().map(|dict| (**dict).clone()).unwrap_or_default();
        if self.letters.is_empty() && !self.unicode && matches!(coding, Object::Name(_)) {
            self.by_glyph(file, &below, &descriptor)?;
        }
        self.letters.retain(|_, letters| usable(Some(letters)));
        self.wide = Some(map);
        Ok(descriptor)
    }

    /// No table says what the codes mean: the font program itself may, by the letters that lead to a glyph.
    fn by_glyph(&mut self, file: &File<'_>, below: &Dict, descriptor: &Dict) -> Result<(), Spent> {
        let Some(stream) = file.value(descriptor, "FontFile2")?.stream().cloned() else { return Ok(()) };
        let glyphs = embedded::by_glyph(&file.decoded(&stream)?);
        let map = match file.value(below, "CIDToGIDMap")?.stream() {
            Some(stream) => Some(file.decoded(stream)?),
            None => None,
        };
        match map {
            None => {
                for (glyph, letter) in glyphs {
                    self.letters.insert(u32::from(glyph), letter.to_string().into());
                }
            }
            Some(map) => {
                for (cid, pair) in map.chunks_exact(2).enumerate().take(65_536) {
                    let glyph = u16::from_be_bytes([pair[0], pair[1]]);
                    if let Some(letter) = glyphs.get(&glyph) {
                        self.letters.insert(cid as u32, letter.to_string().into());
                    }
                }
            }
        }
        Ok(())
    }

    /// `[12 [500 600] 20 30 700]`: from 12 on one by one, from 20 to 30 all alike.
    fn wide_widths(&mut self, file: &File<'_>, list: &Object) -> Result<(), Spent> {
        let mut items = list.array().iter();
        let mut steps = 0_usize;
        while let Some(first) = items.next() {
            let (Some(first), Some(next)) = (file.resolve(first)?.count(), items.next()) else { break };
            let next = file.resolve(next)?;
            if let Object::Array(widths) = &next {
                for (at, width) in widths.iter().enumerate() {
                    if let Some(width) = file.resolve(width)?.number() {
                        self.widths.insert((first + at) as u32, width * 0.001);
                    }
                }
            } else {
                let (Some(last), Some(width)) = (next.count(), items.next()) else { break };
                let Some(width) = file.resolve(width)?.number() else { continue };
                for id in first..=last.min(first + 65_535) {
                    steps += 1;
                    if steps > MOST_WIDTHS {
                        return Ok(());
                    }
                    self.widths.insert(id as u32, width * 0.001);
                }
            }
            if self.widths.len() > MOST_WIDTHS {
                return Ok(());
            }
        }
        Ok(())
    }

    fn style(&mut self, file: &File<'_>, descriptor: &Dict) -> Result<(), Spent> {
        let flags = file.value(descriptor, "Flags")?.integer().unwrap_or(0);
        let weight = file.value(descriptor, "FontWeight")?.number().unwrap_or(0.0);
        let slant = file.value(descriptor, "ItalicAngle")?.number().unwrap_or(0.0);
        let name = self.name.to_lowercase();
        let named = |words: &[&str]| words.iter().any(|word| name.contains(word));
        self.bold = named(&["bold", "black", "heavy", "demi"]) || weight >= 600.0 || flags & (1 << 18) != 0;
        self.italic = named(&["italic", "oblique"]) || slant != 0.0 || flags & (1 << 6) != 0;
        Ok(())
    }
}

/// "ABCDEF+TimesNewRoman" without what marks a subset.
fn plain_name(name: &[u8]) -> String {
    let name = String::from_utf8_lossy(name);
    match name.split_once('+') {
        Some((prefix, rest)) if prefix.len() == 6 => rest.to_owned(),
        _ => name.into_owned(),
    }
}

/// Whether a font's table says something: some writers fill it with blanks and private letters.
fn usable(letters: Option<&str>) -> bool {
    letters.is_some_and(|letters| {
        !letters.is_empty()
            && letters.chars().all(|c| {
                !matches!(c, '\u{fffd}' | '\u{0}'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{e000}'..='\u{efff}' | '\u{f100}'..='\u{f8ff}')
            })
    })
}
