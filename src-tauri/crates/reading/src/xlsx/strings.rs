//! The strings that cells share.

use std::borrow::Cow;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, Event};
use quick_xml::reader::Reader;

use unicode_normalization::UnicodeNormalization;

use crate::unreadable::Unreadable;

/// All of them in one text, tidy: no list of a million small ones.
#[derive(Debug, Default)]
pub struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    /// The string of this number.
    pub fn get(&self, at: usize) -> Option<&str> {
        let end = usize::try_from(*self.ends.get(at)?).ok()?;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.text.get(usize::try_from(start).ok()?..end)
    }

    /// What stands behind the last string is one more.
    fn end(&mut self) {
        let start = self.ends.last().and_then(|end| usize::try_from(*end).ok()).unwrap_or(0);
        let said = self.text.get(start..).unwrap_or_default();
        let tidy = tidy(said);
        if *tidy != *said {
            let tidy = tidy.into_owned();
            self.text.truncate(start);
            self.text.push_str(&tidy);
        }
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }
}

const PART: &str = "xl/sharedStrings.xml";

/// Reads the part; a workbook without one keeps its strings in the cells.
pub fn read(part: Option<&str>) -> Result<Strings, Unreadable> {
    let mut strings = Strings::default();
    let Some(part) = part else { return Ok(strings) };
    let mut reader = Reader::from_str(part);
    let (mut inside, mut phonetic, mut closed) = (false, false, false);
    loop {
        match reader.read_event().map_err(|error| Unreadable::damaged(PART, error))? {
            Event::Start(start) => match start.local_name().into_inner() {
                "t" => inside = !phonetic,
                "rPh" => phonetic = true,
                _ => {}
            },
            Event::Empty(start) if start.local_name().into_inner() == "si" => strings.end(),
            Event::Empty(start) if start.local_name().into_inner() == "sst" => closed = true,
            Event::End(end_tag) => match end_tag.local_name().into_inner() {
                "t" => inside = false,
                "rPh" => phonetic = false,
                "si" => strings.end(),
                "sst" => closed = true,
                _ => {}
            },
            Event::Text(piece) if inside => strings.text.push_str(&piece.xml10_content()),
            Event::CData(piece) if inside => strings.text.push_str(&piece.xml10_content()),
            Event::GeneralRef(name) if inside => reference(&name, &mut strings.text)?,
            Event::DocType(_) => return Err(Unreadable::damaged(PART, "a document type")),
            Event::Eof if closed => return Ok(strings),
            Event::Eof => return Err(Unreadable::damaged(PART, "the part is cut short")),
            _ => {}
        }
    }
}

/// NFC, plain line breaks, no spaces at the ends. Most texts are so already, and are not copied.
pub fn tidy(text: &str) -> Cow<'_, str> {
    let odd = |c: char| (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}');
    if is_plain(text) {
        let ends = text.starts_with([' ', '\n']) || text.ends_with([' ', '\n']);
        return Cow::Borrowed(if ends { text.trim() } else { text });
    }
    let text = text.replace("_x000D_", "").replace("_x000A_", "\n").replace("_x0009_", "\t").replace("\r\n", "\n");
    Cow::Owned(text.replace('\r', "\n").nfc().filter(|c| !odd(*c)).collect::<String>().trim().to_owned())
}

/// Whether there is nothing to tidy but at the ends: letters that are whole by themselves, and no control, no space that
/// does not break, no hyphen of no width. Told by the bytes, of a million cells.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let next = |at: usize| bytes.get(at + 1).copied().unwrap_or_default();
    let odd = |(at, byte): (usize, &u8)| match byte {
        b'\n' => false,
        0xC2 => next(at) <= 0xA0 || next(at) == 0xAD,
        _ => byte.is_ascii_control(),
    };
    let written_out = || memchr::memchr(b'_', bytes).is_some() && text.contains("_x000");
    crate::is_composed(text) && !bytes.iter().enumerate().any(odd) && !written_out()
}

/// The same of a text that nobody else has.
pub fn tidied(text: String) -> String {
    match tidy(&text) {
        Cow::Borrowed(tidy) if tidy.len() == text.len() => text,
        tidy => tidy.into_owned(),
    }
}

/// Writes out `&amp;` or `&#7841;`: other entities do not exist.
fn reference(name: &BytesRef<'_>, into: &mut String) -> Result<(), Unreadable> {
    let character = name.resolve_char_ref().map_err(|error| Unreadable::damaged(PART, error))?;
    match (character, resolve_predefined_entity(name)) {
        (Some(character), _) => into.push(character),
        (None, Some(known)) => into.push_str(known),
        (None, None) => return Err(Unreadable::damaged(PART, "an entity that is not of XML")),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_plain_is_what_tidying_leaves_alone() {
        for text in ["Lò Văn Ất", "Điều 1\nỦy viên", "ơ Ư ạ ỹ ˿", "a_b", ""] {
            assert!(is_plain(text) && tidy(text) == text, "{text:?}");
        }
        for text in ["a\u{a0}b", "a\u{ad}b", "\u{85}", "e\u{301}", "a\tb", "a_x000D_b", "Ω", "Ἀ", "–", "\u{feff}a"]
        {
            assert!(!is_plain(text), "{text:?}");
        }
    }
}
