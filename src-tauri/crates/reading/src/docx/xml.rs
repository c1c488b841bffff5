//! A part of the package as a small tree, with limits on depth and number. No entity but the five of XML and
//! characters by number exists: a document type is refused.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;

use crate::unreadable::Unreadable;

const MOST_DEPTH: usize = 256;
/// The most elements and attributes of all parts that are read: a paper of 150 pages in which each word is a run with
/// a look of its own. Each takes some hundred bytes here.
pub const MOST_NODES: usize = 1_000_000;

/// The namespaces that the walker looks at, transitional and strict.
const WORD: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];
const COMPATIBILITY: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/// An element.
#[derive(Debug, Default)]
pub struct Node {
    /// The local name, with `w:` or `mc:` where it is of these namespaces, `?:` otherwise.
    pub name: String,
    attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
    /// The text directly in it.
    pub text: String,
}

impl Node {
    /// The value of an attribute by its local name.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The `w:val` of a child.
    pub fn value(&self, child: &str) -> Option<&str> {
        self.child(child).and_then(|node| node.attribute("val"))
    }

    /// The first child of this name.
    pub fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|node| node.name == name)
    }

    /// Whether a switch such as `w:b` is on; `None` where it is not stated.
    pub fn switch(&self, child: &str) -> Option<bool> {
        let node = self.child(child)?;
        Some(!matches!(node.attribute("val"), Some("0" | "false" | "off" | "none")))
    }
}

/// Parses a part. `left` is how many elements and attributes the file may still have.
pub fn parse(part: &str, text: &str, left: &mut usize) -> Result<Node, Unreadable> {
    let damaged = |detail: String| Unreadable::damaged(part, detail);
    let mut reader = NsReader::from_str(text);
    let mut open: Vec<Node> = vec![Node::default()];
    let too_many = || Unreadable::TooLarge { bytes: text.len() as u64 };
    loop {
        let (namespace, event) = reader.read_resolved_event().map_err(|error| damaged(error.to_string()))?;
        match event {
            Event::Start(start) => {
                if open.len() > MOST_DEPTH {
                    return Err(damaged("nested too deep".to_owned()));
                }
                let node = node(&namespace, &start).map_err(damaged)?;
                *left = left.checked_sub(1 + node.attributes.len()).ok_or_else(too_many)?;
                open.push(node);
            }
            Event::Empty(start) => {
                let node = node(&namespace, &start).map_err(damaged)?;
                *left = left.checked_sub(1 + node.attributes.len()).ok_or_else(too_many)?;
                if let Some(parent) = open.last_mut() {
                    parent.children.push(node);
                }
            }
            Event::End(_) => {
                if let (Some(node), Some(parent)) = (open.pop(), open.last_mut()) {
                    parent.children.push(node);
                }
            }
            Event::Text(piece) => push_text(&mut open, &piece.xml10_content()),
            Event::CData(piece) => push_text(&mut open, &piece.xml10_content()),
            Event::GeneralRef(name) => {
                let character = name.resolve_char_ref().map_err(|error| damaged(error.to_string()))?;
                match (character, resolve_predefined_entity(&name)) {
                    (Some(character), _) => push_text(&mut open, character.encode_utf8(&mut [0; 4])),
                    (None, Some(known)) => push_text(&mut open, known),
                    (None, None) => return Err(damaged("an entity that is not of XML".to_owned())),
                }
            }
            Event::DocType(_) => return Err(damaged("a document type".to_owned())),
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    if open.len() != 1 {
        return Err(damaged("the part is cut short".to_owned()));
    }
    open.pop().and_then(|mut root| root.children.pop()).ok_or_else(|| damaged("the part is empty".to_owned()))
}

fn push_text(open: &mut [Node], text: &str) {
    if let Some(node) = open.last_mut() {
        node.text.push_str(text);
    }
}

fn node(namespace: &ResolveResult<'_>, start: &BytesStart<'_>) -> Result<Node, String> {
    let prefix = match namespace {
        ResolveResult::Bound(Namespace(name)) if WORD.contains(name) => "w:",
        ResolveResult::Bound(Namespace(name)) if *name == COMPATIBILITY => "mc:",
        _ => "?:",
    };
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value =
            attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).map_err(|error| error.to_string())?;
        attributes.push((attribute.key.local_name().into_inner().to_owned(), value.into_owned()));
    }
    let name = format!("{prefix}{}", start.local_name().into_inner());
    Ok(Node { name, attributes, ..Node::default() })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn parse(part: &str, text: &str) -> Result<Node, Unreadable> {
        super::parse(part, text, &mut 10_000)
    }

    #[test]
    fn elements_and_attributes_are_counted_through_all_parts() {
        let mut left = 10;
        assert!(super::parse("p", "<a><b/><c x='1' y='2'/></a>", &mut left).is_ok());
        assert_eq!(left, 5);
        let many = super::parse("q", "<a><b/><b/><b/><b/><b/></a>", &mut left);
        assert!(matches!(many, Err(Unreadable::TooLarge { .. })));
    }

    #[test]
    fn deep_cut_or_entity_ridden_parts_are_refused() {
        assert!(parse("p", &"<a>".repeat(100_000)).is_err());
        assert!(parse("p", "<a><b>").is_err());
        assert!(parse("p", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>").is_err());
        assert!(parse("p", "<a>&x;</a>").is_err());
        assert_eq!(parse("p", "<a>x &amp; &#x1EA1;</a>").unwrap().text, "x & ạ");
    }
}
