//! One paragraph: its runs joined, however Word split them.

use super::styles::{Look, Styles};
use super::xml::Node;
use crate::encoding::{tcvn3, vni};

/// The text of a paragraph while it is put together, and what of it is bold or italic.
#[derive(Default)]
pub struct Text {
    pub text: String,
    letters: usize,
    bold: usize,
    italic: usize,
    /// The old encoding that a font told, by its name.
    pub legacy: Option<&'static str>,
}

impl Text {
    pub fn is_bold(&self) -> bool {
        self.letters > 0 && self.bold == self.letters
    }

    pub fn is_italic(&self) -> bool {
        self.letters > 0 && self.italic == self.letters
    }

    fn push(&mut self, piece: &str, look: &Look) {
        let font = look.font.as_deref().unwrap_or_default();
        let mut piece = if tcvn3::is_face(font) {
            self.legacy = Some(tcvn3::NAME);
            tcvn3::decode(piece, font)
        } else if vni::is_face(font) {
            self.legacy = Some(vni::NAME);
            // A mark may stand in another run than its letter.
            let before = self.text.pop().map(String::from).unwrap_or_default();
            vni::decode(&format!("{before}{piece}"))
        } else {
            piece.to_owned()
        };
        if look.capitals == Some(true) {
            piece = piece.to_uppercase();
        }
        let letters = piece.chars().filter(|c| !c.is_whitespace()).count();
        self.letters += letters;
        self.bold += if look.bold == Some(true) { letters } else { 0 };
        self.italic += if look.italic == Some(true) { letters } else { 0 };
        self.text.push_str(&piece);
    }
}

/// What stands in a paragraph but is no text of it: text boxes, which are read after it.
pub type Boxes<'a> = Vec<&'a Node>;

/// Adds all that is printed of `node` to the text.
pub fn collect<'a>(node: &'a Node, base: &Look, styles: &Styles, text: &mut Text, boxes: &mut Boxes<'a>) {
    for child in &node.children {
        match child.name.as_str() {
            // Taken out by a tracked change, or moved to where it is read anyway.
            "w:del" | "w:moveFrom" | "w:pPr" | "w:rPr" | "w:sdtPr" | "w:sdtEndPr" => {}
            "w:r" => run(child, base, styles, text, boxes),
            "w:txbxContent" => boxes.push(child),
            "mc:AlternateContent" => {
                // Word writes the same text box twice: for itself, and for older versions.
                if let Some(choice) = child.child("mc:Choice").or_else(|| child.child("mc:Fallback")) {
                    collect(choice, base, styles, text, boxes);
                }
            }
            _ => collect(child, base, styles, text, boxes),
        }
    }
}

fn run<'a>(node: &'a Node, base: &Look, styles: &Styles, text: &mut Text, boxes: &mut Boxes<'a>) {
    let properties = node.child("w:rPr");
    let style = styles.look(properties.and_then(|properties| properties.value("w:rStyle")));
    let look = Look::of_run(properties).over(style).over(base.clone());
    if look.hidden == Some(true) {
        return;
    }
    for child in &node.children {
        match child.name.as_str() {
            "w:t" => text.push(&child.text, &look),
            "w:tab" | "w:ptab" => text.text.push('\t'),
            "w:br" if matches!(child.attribute("type"), Some("page" | "column")) => {}
            "w:br" | "w:cr" => text.text.push('\n'),
            "w:noBreakHyphen" => text.push("-", &look),
            "w:rPr" | "w:delText" | "w:instrText" | "w:softHyphen" => {}
            "mc:AlternateContent" => {
                if let Some(choice) = child.child("mc:Choice").or_else(|| child.child("mc:Fallback")) {
                    collect(choice, base, styles, text, boxes);
                }
            }
            _ => collect(child, base, styles, text, boxes),
        }
    }
}
