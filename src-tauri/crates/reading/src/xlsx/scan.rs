//! The tags and the text of a sheet. A sheet has a million tags, all of them short: they are cut out of the text
//! where they stand, and nothing is copied.

use quick_xml::escape::resolve_predefined_entity;

use crate::unreadable::Unreadable;

/// A piece of a part.
#[derive(Debug)]
pub enum Piece<'a> {
    Open(Tag<'a>),
    Empty(Tag<'a>),
    /// The local name.
    Close(&'a str),
    /// Text as it is written, with its entities.
    Text(&'a str),
    /// Text in which nothing stands for anything else.
    Plain(&'a str),
}

/// An opening tag.
#[derive(Clone, Copy, Debug)]
pub struct Tag<'a> {
    /// The local name.
    pub name: &'a str,
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// The attributes by their local names, as they are written.
    #[inline(always)]
    pub fn attributes(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            let (name, behind) = part_at(rest, b'=')?;
            let behind = behind.trim_ascii_start();
            let quote = *behind.as_bytes().first().filter(|byte| matches!(byte, b'"' | b'\''))?;
            let (value, behind) = part_at(behind.get(1..)?, quote)?;
            rest = behind;
            Some((local(name.trim_ascii()), value))
        })
    }

    /// One attribute.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes().find(|(known, _)| *known == name).map(|(_, value)| value)
    }
}

/// A cell as nearly all are written, with what stands in it.
pub struct PlainCell<'a> {
    tag: &'a str,
    pub value: &'a str,
}

impl<'a> PlainCell<'a> {
    /// The attributes, each named by one letter.
    #[inline(always)]
    pub fn attributes(&self) -> impl Iterator<Item = (u8, &'a str)> {
        let mut rest = self.tag;
        std::iter::from_fn(move || {
            let name = *rest.as_bytes().get(1)?;
            let (value, behind) = part_at(rest.get(ATTRIBUTE..)?, b'"')?;
            rest = behind;
            Some((name, value))
        })
    }
}

/// How many bytes stand before the value of an attribute of one letter: ` r="`.
const ATTRIBUTE: usize = 4;

/// How far the tag of a cell reaches whose attributes are of one letter, each behind one space and in quotes.
#[inline(always)]
fn plain_attributes(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        match bytes.get(at..at + ATTRIBUTE)? {
            [b' ', name, b'=', b'"'] if name.is_ascii_alphabetic() => {
                let length = bytes[at + ATTRIBUTE..].iter().position(|byte| matches!(byte, b'"' | b'&' | b'<'))?;
                at += ATTRIBUTE + length + 1;
                (bytes[at - 1] == b'"').then_some(())?;
            }
            [b'>', ..] => return Some(at),
            _ => return None,
        }
    }
}

/// The text before and behind the first of these bytes: what is looked for is mostly the next but one.
fn part_at(text: &str, byte: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|other| other == byte)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// No sheet is nested so deep.
const MOST_DEPTH: usize = 256;

/// Walks through a part; `Err` where it is not well formed.
pub struct Scan<'a> {
    part: &'a str,
    text: &'a str,
    /// How far it has come.
    at: usize,
    /// The names of the open elements.
    open: Vec<&'a str>,
}

impl<'a> Scan<'a> {
    pub fn new(part: &'a str, text: &'a str) -> Self {
        Self { part, text, at: 0, open: Vec::new() }
    }

    fn damaged(&self, what: &str) -> Unreadable {
        Unreadable::damaged(self.part, what)
    }

    /// The text up to this place; the walk goes on behind it, and so many bytes further.
    fn take(&mut self, end: usize, further: usize) -> &'a str {
        let taken = self.text.get(self.at..end).unwrap_or_default();
        self.at = end + further;
        taken
    }

    /// The cell that begins here, where it is written as programs write it: `<c r="B7" s="1" t="s"><v>12</v></c>`, and
    /// nothing in it that stands for anything else. Nothing is taken where it is written in any other way; then its
    /// pieces say the same.
    #[inline(always)]
    pub fn plain_cell(&mut self) -> Option<PlainCell<'a>> {
        let rest = self.text.as_bytes().get(self.at..)?.strip_prefix(b"<c")?;
        let tag = plain_attributes(rest)?;
        let inner = &rest[tag + 1..];
        let (opening, closing): (_, &[u8]) = match inner {
            [b'<', b'v', b'>', ..] => (3, b"</v></c>"),
            [b'<', b'i', b's', b'>', b'<', b't', b'>', ..] => (7, b"</t></is></c>"),
            _ => return None,
        };
        let said = &inner[opening..];
        let length = said.iter().position(|byte| matches!(byte, b'<' | b'&'))?;
        let fits = said[length..].starts_with(closing) && self.open.len() + 3 < MOST_DEPTH;
        fits.then_some(())?;
        let (tag_at, value_at) = (self.at + 2, self.at + 2 + tag + 1 + opening);
        let (tag, value) = (self.text.get(tag_at..tag_at + tag)?, self.text.get(value_at..value_at + length)?);
        self.at = value_at + length + closing.len();
        Some(PlainCell { tag, value })
    }

    /// The next piece; `None` at the end, where no element may be open.
    #[inline(always)]
    pub fn next(&mut self) -> Result<Option<Piece<'a>>, Unreadable> {
        let bytes = self.text.as_bytes();
        loop {
            match (bytes.get(self.at), bytes.get(self.at + 1)) {
                (None, _) if self.open.is_empty() => return Ok(None),
                (None, _) => return Err(self.damaged("the part is cut short")),
                (Some(b'<'), Some(b'/')) => return self.closing(),
                (Some(b'<'), Some(b'!' | b'?')) => {
                    if let Some(text) = self.aside()? {
                        return Ok(Some(Piece::Plain(text)));
                    }
                }
                (Some(b'<'), _) => return self.tag(),
                _ => {
                    let length = bytes[self.at..].iter().position(|byte| *byte == b'<');
                    let end = length.map_or(bytes.len(), |length| self.at + length);
                    return Ok(Some(Piece::Text(self.take(end, 0))));
                }
            }
        }
    }

    #[inline(always)]
    fn closing(&mut self) -> Result<Option<Piece<'a>>, Unreadable> {
        self.at += 2;
        let length = self.text.as_bytes()[self.at..].iter().position(|byte| *byte == b'>');
        let length = length.ok_or_else(|| self.damaged("a tag is cut short"))?;
        let name = self.take(self.at + length, 1).trim_ascii_end();
        if !self.open.pop().is_some_and(|open| open.len() == name.len() && open.bytes().eq(name.bytes())) {
            return Err(self.damaged("a closing tag without its opening one"));
        }
        Ok(Some(Piece::Close(local(name))))
    }

    /// What is no element: a section with text, or a comment and the like, which say nothing.
    fn aside(&mut self) -> Result<Option<&'a str>, Unreadable> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let kinds = [("<![CDATA[", "]]>"), ("<!--", "-->"), ("<?", "?>")];
        let Some((start, end)) = kinds.into_iter().find(|(start, _)| rest.starts_with(start)) else {
            return Err(self.damaged("a document type"));
        };
        let said = end == "]]>";
        let from = if said { start.len() } else { 0 };
        let length = rest.get(from..).and_then(|rest| rest.find(end));
        let what = if said { "a section is cut short" } else { "a comment is cut short" };
        let length = length.ok_or_else(|| self.damaged(what))?;
        self.at += from;
        let text = self.take(self.at + length, end.len());
        Ok(said.then_some(text))
    }

    #[inline(always)]
    fn tag(&mut self) -> Result<Option<Piece<'a>>, Unreadable> {
        self.at += 1;
        let end = tag_end(self.text.as_bytes(), self.at).ok_or_else(|| self.damaged("a tag is cut short"))?;
        let inner = self.take(end, 1);
        let bare = inner.strip_suffix('/');
        let body = bare.unwrap_or(inner);
        let name_end = body.bytes().position(|byte| byte.is_ascii_whitespace()).unwrap_or(body.len());
        let (name, attributes) = body.split_at(name_end);
        if name.is_empty() || name.bytes().any(|byte| matches!(byte, b'<' | b'"' | b'\'' | b'=')) {
            return Err(self.damaged("a tag without a name"));
        }
        let tag = Tag { name: local(name), attributes };
        if bare.is_some() {
            return Ok(Some(Piece::Empty(tag)));
        }
        if self.open.len() >= MOST_DEPTH {
            return Err(self.damaged("nested too deep"));
        }
        self.open.push(name);
        Ok(Some(Piece::Open(tag)))
    }
}

/// Where the tag that is open here ends: a sign of more within quotes ends none.
fn tag_end(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match *bytes.get(at)? {
            b'>' => return Some(at),
            quote @ (b'"' | b'\'') => at += 2 + bytes.get(at + 1..)?.iter().position(|byte| *byte == quote)?,
            _ => at += 1,
        }
    }
}

fn local(name: &str) -> &str {
    let colon = name.bytes().rposition(|byte| byte == b':');
    colon.and_then(|at| name.get(at + 1..)).unwrap_or(name)
}

/// Adds text with its entities written out: the five of XML and characters by number; others do not exist.
pub fn resolve(text: &str, part: &str, into: &mut String) -> Result<(), Unreadable> {
    let mut rest = text;
    while let Some((before, behind)) = part_at(rest, b'&') {
        into.push_str(before);
        let unknown = || Unreadable::damaged(part, "an entity that is not of XML");
        let (name, behind) = behind.split_once(';').ok_or_else(unknown)?;
        let number = name.strip_prefix('#').map(|number| match number.strip_prefix('x') {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        });
        match number {
            Some(number) => into.push(number.ok().and_then(char::from_u32).ok_or_else(unknown)?),
            None => into.push_str(resolve_predefined_entity(name).ok_or_else(unknown)?),
        }
        rest = behind;
    }
    into.push_str(rest);
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn said(text: &str) -> Result<String, Unreadable> {
        let mut scan = Scan::new("p", text);
        let mut said = String::new();
        while let Some(piece) = scan.next()? {
            match piece {
                Piece::Open(tag) => said.push_str(&format!("[{}{:?}]", tag.name, tag.attributes().collect::<Vec<_>>())),
                Piece::Empty(tag) => said.push_str(&format!("[{}/]", tag.name)),
                Piece::Close(name) => said.push_str(&format!("[/{name}]")),
                Piece::Text(text) => resolve(text, "p", &mut said)?,
                Piece::Plain(text) => said.push_str(text),
            }
        }
        Ok(said)
    }

    #[test]
    fn well_formed_text_is_cut_into_its_pieces() {
        let text =
            "<?xml?><!-- <x> --><x:c r = \"A1\" x:t='a>b'><v>1 &amp; &#x1EA1;&#7879;</v><![CDATA[<&>]]><f/></x:c >";
        assert_eq!(said(text).unwrap(), "[c[(\"r\", \"A1\"), (\"t\", \"a>b\")]][v[]]1 & ạệ[/v]<&>[f/][/c]");
    }

    #[test]
    fn what_is_not_well_formed_is_damage() {
        for text in [
            "<a>",
            "<a",
            "<a></b>",
            "</a>",
            "<a>&x;</a>",
            "<a>&#xD800;</a>",
            "<a>&amp</a>",
            "<!DOCTYPE a>",
            "<!-- x",
            "<>",
            "<a<b></a<b>",
            "<a b=\"></a>",
        ] {
            assert!(said(text).is_err(), "{text}");
        }
        assert!(said(&"<a>".repeat(1_000)).is_err());
    }
}
