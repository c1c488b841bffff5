//! The press: sets a paper with typst, in this process, with the faces that ship and no others.

mod error;
#[cfg(test)]
#[allow(clippy::expect_used, clippy::panic, reason = "what is not there is a failed test")]
mod tests;
mod world;

pub use error::{Diagnostic, Error};

use serde::Serialize;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Label, Smart};
use typst::introspection::Introspector;
use typst::utils::PicoStr;
use typst::{World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_svg::SvgOptions;
use world::{Case, Sheet};

use crate::List;

/// Sets papers. Make one and keep it: its faces are read once.
pub struct Press {
    case: Case,
    standards: PdfStandards,
}

/// A paper as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// The template, and the content as it asks for it.
const TEMPLATE: (&str, &str) = ("list.typ", include_str!("list.typ"));
const CONTENT: &str = "list.json";

/// The room around each row, in mm: as it looks best, then what is tried where the last page comes out short.
const AIR: [f64; 3] = [0.4, 0.25, 0.9];

/// A last page that ends above this is short, in points: its head and four or five rows.
const EARLY: f64 = 200.0;

/// Previews for which an unchanged part of a page is remembered.
const REMEMBERED: usize = 4;

impl Press {
    /// Reads the faces.
    ///
    /// # Errors
    /// [`Error::Face`] when a face of the program is damaged.
    pub fn new() -> Result<Self, Error> {
        // Archival and accessible at once: what an office keeps, and what everybody can have read to them.
        let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).map_err(|said| {
            let hint = said.hints().first().map(ToString::to_string);
            Error::Pdf(Diagnostic { message: said.message().to_string(), hint, ..Diagnostic::default() })
        })?;
        Ok(Self { case: Case::new()?, standards })
    }

    /// Prints a list as a tagged, archival PDF. Equal lists make equal bytes.
    ///
    /// # Errors
    /// [`Error::Layout`] when typst refuses the page, [`Error::Pdf`] when the page cannot be kept as the
    /// standards ask.
    pub fn pdf(&self, list: &List) -> Result<Printed, Error> {
        // A file is made once: what typst remembers of it is given back, whether it was made or not.
        let _forget = Forget { after: 0 };
        let (sheet, document) = self.laid_out(list)?;
        let options = PdfOptions {
            ident: Smart::Custom(format!("{} {} {}", list.name, list.foot.known, list.printed_on)),
            creator: Smart::Custom(Some("Kiện Toàn".to_owned())),
            standards: self.standards.clone(),
            ..PdfOptions::default()
        };
        let bytes = typst_pdf::pdf(&document, &options).map_err(|said| Error::Pdf(first(&sheet, &said)))?;
        Ok(Printed { bytes, pages: document.pages().len() })
    }

    /// The very pages of the PDF, one SVG each.
    ///
    /// # Errors
    /// [`Error::Layout`] when typst refuses the page.
    pub fn pages(&self, list: &List) -> Result<Vec<String>, Error> {
        let _forget = Forget { after: REMEMBERED };
        let (_, document) = self.laid_out(list)?;
        Ok(document.pages().iter().map(|page| typst_svg::svg(page, &SvgOptions::default())).collect())
    }

    /// The pages. Where only a few rows would be left for the last one, the rows stand closer, else wider.
    fn laid_out(&self, list: &List) -> Result<(Sheet<'_>, PagedDocument), Error> {
        let mut first = None;
        for air in AIR {
            let sheet = self.sheet(list, air)?;
            let document = compiled(&sheet)?;
            if !ends_early(&document) {
                return Ok((sheet, document));
            }
            first.get_or_insert((sheet, document));
        }
        first.ok_or_else(|| Error::Layout(Diagnostic::default()))
    }

    fn sheet(&self, list: &List, air: f64) -> Result<Sheet<'_>, Error> {
        let content = serde_json::to_vec(&Content { list, air })?;
        Sheet::new(&self.case, TEMPLATE, (CONTENT, content))
            .map_err(|said| Error::Layout(Diagnostic { message: said.to_string(), ..Diagnostic::default() }))
    }
}

/// What the template reads.
#[derive(Serialize)]
struct Content<'a> {
    #[serde(flatten)]
    list: &'a List,
    /// The room around each row, in mm.
    air: f64,
}

fn compiled(sheet: &Sheet<'_>) -> Result<PagedDocument, Error> {
    typst::compile(sheet).output.map_err(|said| Error::Layout(first(sheet, &said)))
}

/// Whether the last of several pages ends before it is worth turning to.
fn ends_early(document: &PagedDocument) -> bool {
    let introspector = document.introspector();
    let end = Label::new(PicoStr::intern("end")).and_then(|end| introspector.query_label(end).ok()?.location());
    let end = end.and_then(|end| introspector.position(end));
    end.is_some_and(|end| end.page.get() > 1 && end.point.y.to_pt() < EARLY)
}

/// The first thing that typst says; the rest mostly follows from it.
fn first(sheet: &Sheet<'_>, said: &[SourceDiagnostic]) -> Diagnostic {
    let Some(said) = said.first() else { return Diagnostic::default() };
    let file = said.span.id();
    let line = file.filter(|id| *id == sheet.main()).and_then(|id| {
        let at = sheet.range(said.span)?.start;
        sheet.source(id).ok()?.lines().byte_to_line(at)
    });
    Diagnostic {
        file: file.map(|id| id.vpath().get_without_slash().to_owned()),
        line: line.map(|line| line + 1),
        message: said.message.to_string(),
        hint: said.hints.first().map(|hint| hint.v.to_string()),
    }
}

/// Gives back what typst remembers, at the end of its scope, errors included.
struct Forget {
    after: usize,
}

impl Drop for Forget {
    fn drop(&mut self) {
        comemo::evict(self.after);
    }
}
