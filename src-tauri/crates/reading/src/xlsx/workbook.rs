//! The workbook: its sheets in order, and where its parts are.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::docx::package::Package;
use crate::unreadable::Unreadable;

/// A sheet of cells.
pub struct Place {
    pub name: String,
    pub part: String,
    pub hidden: bool,
}

/// What the workbook says.
pub struct Workbook {
    pub sheets: Vec<Place>,
    pub strings: String,
    pub styles: String,
    /// Days are counted from 1904.
    pub since_1904: bool,
}

/// The most sheets that are looked at.
const MOST_SHEETS: usize = 1_000;

/// Reads the workbook and its relations.
pub fn read(package: &mut Package<'_>) -> Result<Workbook, Unreadable> {
    let main = package.names_like(&["xl/workbook"]).into_iter().next();
    let main = main.ok_or_else(|| Unreadable::damaged("archive", "no workbook part"))?;
    let file = main.trim_start_matches("xl/");
    let relations = package.text(&format!("xl/_rels/{file}.rels"))?.unwrap_or_default();
    let mut targets: HashMap<String, (String, String)> = HashMap::new();
    each(&relations, "relations", |start| {
        if start.local_name().into_inner() == "Relationship" {
            let get = |name| attribute(start, name).unwrap_or_default();
            let kind = get("Type").rsplit('/').next().unwrap_or_default().to_owned();
            targets.insert(get("Id"), (kind, part(&get("Target"))));
        }
    })?;
    let of_kind = |kind: &str, usual: &str| {
        let found = targets.values().find(|(of, _)| of == kind).map(|(_, part)| part.clone());
        found.unwrap_or_else(|| usual.to_owned())
    };
    let mut book = Workbook {
        sheets: Vec::new(),
        strings: of_kind("sharedStrings", "xl/sharedStrings.xml"),
        styles: of_kind("styles", "xl/styles.xml"),
        since_1904: false,
    };
    let text = package.text(&main)?.ok_or_else(|| Unreadable::damaged(&main, "the part is missing"))?;
    each(&text, &main, |start| match start.local_name().into_inner() {
        "workbookPr" => {
            book.since_1904 = matches!(attribute(start, "date1904").as_deref(), Some("1" | "true"));
        }
        "sheet" if book.sheets.len() < MOST_SHEETS => {
            let target = attribute(start, "id").and_then(|id| targets.get(&id));
            if let Some((_, part)) = target.filter(|(kind, _)| kind == "worksheet") {
                let hidden = matches!(attribute(start, "state").as_deref(), Some("hidden" | "veryHidden"));
                let name = attribute(start, "name").unwrap_or_default();
                book.sheets.push(Place { name, part: part.clone(), hidden });
            }
        }
        _ => {}
    })?;
    Ok(book)
}

/// Every element of a small part, in order.
pub fn each(text: &str, part: &str, mut see: impl FnMut(&BytesStart<'_>)) -> Result<(), Unreadable> {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event().map_err(|error| Unreadable::damaged(part, error))? {
            Event::Start(start) | Event::Empty(start) => see(&start),
            Event::DocType(_) => return Err(Unreadable::damaged(part, "a document type")),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// An attribute by its local name.
pub fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes();
    let found =
        attributes.with_checks(false).flatten().find(|attribute| attribute.key.local_name().into_inner() == name);
    found?.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// The name of a part as the archive lists it.
fn part(target: &str) -> String {
    let target = target.trim_start_matches("./");
    target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned)
}
