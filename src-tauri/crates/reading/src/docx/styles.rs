//! What a paragraph or run inherits: style by style, down to the document's defaults.

use std::collections::HashMap;

use super::xml::Node;

/// How text is set; `None` where nothing says so.
#[derive(Clone, Debug, Default)]
pub struct Look {
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    pub capitals: Option<bool>,
    pub hidden: Option<bool>,
    pub font: Option<String>,
    pub align: Option<String>,
    pub numbering: Option<String>,
    pub level: Option<u32>,
}

impl Look {
    /// What `w:rPr` says.
    pub fn of_run(properties: Option<&Node>) -> Self {
        let Some(node) = properties else { return Self::default() };
        Self {
            bold: node.switch("w:b"),
            italic: node.switch("w:i"),
            capitals: node.switch("w:caps"),
            hidden: node.switch("w:vanish"),
            font: node
                .child("w:rFonts")
                .and_then(|fonts| fonts.attribute("ascii").or(fonts.attribute("hAnsi")))
                .map(str::to_owned),
            ..Self::default()
        }
    }

    /// What `w:pPr` says of the paragraph itself.
    pub fn of_paragraph(properties: Option<&Node>) -> Self {
        let numbering = properties.and_then(|node| node.child("w:numPr"));
        Self {
            align: properties.and_then(|node| node.value("w:jc")).map(str::to_owned),
            numbering: numbering.and_then(|node| node.value("w:numId")).map(str::to_owned),
            level: numbering.and_then(|node| node.value("w:ilvl")).and_then(|level| level.parse().ok()),
            ..Self::default()
        }
    }

    /// This look, completed by the one behind it.
    pub fn over(self, behind: Self) -> Self {
        Self {
            bold: self.bold.or(behind.bold),
            italic: self.italic.or(behind.italic),
            capitals: self.capitals.or(behind.capitals),
            hidden: self.hidden.or(behind.hidden),
            font: self.font.or(behind.font),
            align: self.align.or(behind.align),
            numbering: self.numbering.or(behind.numbering),
            level: self.level.or(behind.level),
        }
    }
}

/// The styles of a document.
#[derive(Default)]
pub struct Styles {
    styles: HashMap<String, (Look, Option<String>)>,
    normal: Option<String>,
    defaults: Look,
}

impl Styles {
    pub fn read(part: Option<&Node>) -> Self {
        let mut read = Self::default();
        for node in part.map(|part| part.children.as_slice()).unwrap_or_default() {
            match node.name.as_str() {
                "w:docDefaults" => {
                    let run = node.child("w:rPrDefault").and_then(|node| node.child("w:rPr"));
                    read.defaults = Look::of_run(run);
                }
                "w:style" => {
                    let Some(id) = node.attribute("styleId") else { continue };
                    let look = Look::of_run(node.child("w:rPr")).over(Look::of_paragraph(node.child("w:pPr")));
                    if node.attribute("type") == Some("paragraph") && node.attribute("default") == Some("1") {
                        read.normal = Some(id.to_owned());
                    }
                    read.styles.insert(id.to_owned(), (look, node.value("w:basedOn").map(str::to_owned)));
                }
                _ => {}
            }
        }
        read
    }

    /// The look of a style with all that it is based on, but without the defaults.
    pub fn look(&self, id: Option<&str>) -> Look {
        let mut look = Look::default();
        let mut next = id;
        // A chain that bites its own tail must end.
        for _ in 0..32 {
            let Some((own, based_on)) = next.and_then(|id| self.styles.get(id)) else { break };
            look = look.over(own.clone());
            next = based_on.as_deref();
        }
        look
    }

    /// The look of a paragraph style, down to the defaults.
    pub fn paragraph(&self, id: Option<&str>) -> Look {
        self.look(id.or(self.normal.as_deref())).over(self.defaults.clone())
    }
}
