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
    pub fn attributes(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            let (name, behind) = rest.split_once('=')?;
            let behind = behind.trim_ascii_start();
            let quote = behind.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, behind) = behind.get(1..)?.split_once(quote)?;
            rest = behind;
            Some((local(name.trim_ascii()), value))
        })
    }

    /// One attribute.
    pub fn get(self, name: &str) -> Option<&'a str> {
        self.attributes().find(|(known, _)| *known == name).map(|(_, value)| value)
    }
}

/// No sheet is nested so deep.
const MOST_DEPTH: usize = 256;

/// Walks through a part; `Err` where it is not well formed.
pub struct Scan<'a> {
    part: &'a str,
    rest: &'a str,
    /// The names of the open elements.
    open: Vec<&'a str>,
}

impl<'a> Scan<'a> {
    pub fn new(part: &'a str, text: &'a str) -> Self {
        Self { part, rest: text, open: Vec::new() }
    }

    fn damaged(&self, what: &str) -> Unreadable {
        Unreadable::damaged(self.part, what)
    }

    /// The next piece; `None` at the end, where no element may be open.
    pub fn next(&mut self) -> Result<Option<Piece<'a>>, Unreadable> {
        loop {
            if self.rest.is_empty() {
                return if self.open.is_empty() { Ok(None) } else { Err(self.damaged("the part is cut short")) };
            }
            let start = self.rest.find('<').unwrap_or(self.rest.len());
            if start > 0 {
                let (text, rest) = self.rest.split_at(start);
                self.rest = rest;
                return Ok(Some(Piece::Text(text)));
            }
            if let Some(rest) = self.rest.strip_prefix("</") {
                let (name, rest) = rest.split_once('>').ok_or_else(|| self.damaged("a tag is cut short"))?;
                self.rest = rest;
                if self.open.pop() != Some(name.trim_ascii_end()) {
                    return Err(self.damaged("a closing tag without its opening one"));
                }
                return Ok(Some(Piece::Close(local(name.trim_ascii_end()))));
            }
            if let Some(rest) = self.rest.strip_prefix("<![CDATA[") {
                let (text, rest) = rest.split_once("]]>").ok_or_else(|| self.damaged("a section is cut short"))?;
                self.rest = rest;
                return Ok(Some(Piece::Plain(text)));
            }
            let skipped = [("<!--", "-->"), ("<?", "?>")].into_iter().find(|(start, _)| self.rest.starts_with(start));
            if let Some((_, end)) = skipped {
                let (_, rest) = self.rest.split_once(end).ok_or_else(|| self.damaged("a comment is cut short"))?;
                self.rest = rest;
                continue;
            }
            if self.rest.starts_with("<!") {
                return Err(self.damaged("a document type"));
            }
            return self.tag().map(Some);
        }
    }

    fn tag(&mut self) -> Result<Piece<'a>, Unreadable> {
        // A sign of more within quotes ends no tag.
        let mut quote = None;
        let end = self.rest.bytes().position(|byte| match quote {
            Some(open) => {
                quote = Some(open).filter(|open| *open != byte);
                false
            }
            None => {
                quote = Some(byte).filter(|byte| matches!(byte, b'"' | b'\''));
                byte == b'>'
            }
        });
        let end = end.ok_or_else(|| self.damaged("a tag is cut short"))?;
        let inner = self.rest.get(1..end).unwrap_or_default();
        self.rest = self.rest.get(end + 1..).unwrap_or_default();
        let bare = inner.strip_suffix('/');
        let body = bare.unwrap_or(inner);
        let name_end = body.find(|c: char| c.is_ascii_whitespace()).unwrap_or(body.len());
        let (name, attributes) = body.split_at(name_end);
        if name.is_empty() || name.contains(['<', '"', '\'', '=']) {
            return Err(self.damaged("a tag without a name"));
        }
        let tag = Tag { name: local(name), attributes };
        if bare.is_some() {
            return Ok(Piece::Empty(tag));
        }
        if self.open.len() >= MOST_DEPTH {
            return Err(self.damaged("nested too deep"));
        }
        self.open.push(name);
        Ok(Piece::Open(tag))
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// Adds text with its entities written out: the five of XML and characters by number; others do not exist.
pub fn resolve(text: &str, part: &str, into: &mut String) -> Result<(), Unreadable> {
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
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
