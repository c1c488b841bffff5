//! Word files (.docx): the text as a reader of the printed page sees it.
//!
//! Tracked changes count as accepted, automatic numbers are written out, a text box is read once, hidden text
//! is not read. Nothing outside the file is ever opened.

mod numbering;
pub(crate) mod package;
mod paragraph;
mod styles;
mod walk;
mod xml;

use crate::reading::{Block, Part, Warning};
use crate::unreadable::Unreadable;

/// The blocks of a Word file: headers, body, footnotes and footers, in this order.
pub fn blocks(bytes: &[u8]) -> Result<(Vec<Block>, Vec<Warning>), Unreadable> {
    let mut package = package::Package::open(bytes)?;
    let main = package.main_part()?;
    let mut left = xml::MOST_NODES;
    let mut part = |name: &str| -> Result<Option<xml::Node>, Unreadable> {
        package.text(name)?.map(|text| xml::parse(name, &text, &mut left)).transpose()
    };
    let styles = styles::Styles::read(part("word/styles.xml")?.as_ref());
    let numbering = numbering::Numbering::read(part("word/numbering.xml")?.as_ref());
    let document = part(&main)?.ok_or_else(|| Unreadable::damaged(&main, "the part is missing"))?;
    let mut around = Vec::new();
    for name in package.names_like(&["word/header", "word/footer", "word/footnotes"]) {
        let place = if name.starts_with("word/header") { Part::Header } else { Part::Footer };
        if let Some(text) = package.text(&name)? {
            around.push((place, xml::parse(&name, &text, &mut left)?));
        }
    }
    let mut walk = walk::Walk::new(&styles, numbering);
    for (_, node) in around.iter().filter(|(place, _)| *place == Part::Header) {
        walk.story(node, Part::Header);
    }
    walk.story(&document, Part::Body);
    for (_, node) in around.iter().filter(|(place, _)| *place == Part::Footer) {
        walk.story(node, Part::Footer);
    }
    Ok(walk.finish())
}
