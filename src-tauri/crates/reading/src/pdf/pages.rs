//! The pages of a file, in their order.

use std::collections::HashSet;
use std::rc::Rc;

use super::budget::Spent;
use super::syntax::{Dict, File, Object};

/// More pages than this are a book, not a decision.
const MOST_PAGES: usize = 1000;
const DEEPEST: usize = 64;

/// A page, with what it takes from the nodes above it.
#[derive(Clone, Debug)]
pub struct Page {
    pub dict: Rc<Dict>,
    pub resources: Rc<Dict>,
    /// Left, bottom, right, top, in points.
    pub bounds: [f64; 4],
    /// Quarter turns clockwise, from 0 to 3.
    pub turns: u8,
}

#[derive(Clone, Default)]
struct Above {
    resources: Rc<Dict>,
    bounds: Option<[f64; 4]>,
    turns: u8,
}

/// All pages.
///
/// # Errors
/// [`Spent`] when there are too many.
pub fn pages(file: &File<'_>) -> Result<Vec<Page>, Spent> {
    let mut pages = Vec::new();
    let mut seen = HashSet::new();
    if let Some(catalog) = file.catalog()? {
        node(file, catalog.raw("Pages"), &Above::default(), DEEPEST, &mut seen, &mut pages)?;
    }
    if pages.is_empty() {
        // The tree is broken: its leaves may still be there.
        for id in file.all() {
            let object = file.resolve(&Object::Ref(id))?;
            if let Some(dict) = object.dict().filter(|dict| dict.raw("Type").is_name("Page")) {
                leaf(file, dict, &Above::default(), &mut pages)?;
            }
        }
    }
    Ok(pages)
}

fn node(
    file: &File<'_>,
    object: &Object,
    above: &Above,
    depth: usize,
    seen: &mut HashSet<u32>,
    pages: &mut Vec<Page>,
) -> Result<(), Spent> {
    if depth == 0 || object.reference().is_some_and(|id| !seen.insert(id)) {
        return Ok(());
    }
    let object = file.resolve(object)?;
    let Some(dict) = object.dict() else { return Ok(()) };
    let kids = file.value(dict, "Kids")?;
    if kids.array().is_empty() {
        return if file.value(dict, "Type")?.is_name("Pages") { Ok(()) } else { leaf(file, dict, above, pages) };
    }
    let above = inherit(file, dict, above)?;
    for kid in kids.array() {
        file.budget().objects(1)?;
        node(file, kid, &above, depth - 1, seen, pages)?;
    }
    Ok(())
}

fn leaf(file: &File<'_>, dict: &Rc<Dict>, above: &Above, pages: &mut Vec<Page>) -> Result<(), Spent> {
    if pages.len() >= MOST_PAGES {
        return Err(Spent);
    }
    let own = inherit(file, dict, above)?;
    pages.push(Page {
        dict: dict.clone(),
        resources: own.resources,
        bounds: own.bounds.unwrap_or([0.0, 0.0, 595.0, 842.0]),
        turns: own.turns,
    });
    Ok(())
}

fn inherit(file: &File<'_>, dict: &Dict, above: &Above) -> Result<Above, Spent> {
    let mut own = above.clone();
    if let Some(resources) = file.value(dict, "Resources")?.dict() {
        own.resources = resources.clone();
    }
    for key in ["MediaBox", "CropBox"] {
        let sides = file.value(dict, key)?;
        let mut numbers = Vec::new();
        for side in sides.array().iter().take(4) {
            numbers.extend(file.resolve(side)?.number().filter(|number| number.abs() < 1.0e6));
        }
        if let [a, b, c, d] = numbers[..]
            && a != c
            && b != d
        {
            own.bounds = Some([a.min(c), b.min(d), a.max(c), b.max(d)]);
        }
    }
    if let Some(degrees) = file.value(dict, "Rotate")?.integer() {
        own.turns = (degrees.rem_euclid(360) / 90) as u8;
    }
    Ok(own)
}
