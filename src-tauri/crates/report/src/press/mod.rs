//! The press: sets a paper with typst, in this process, with the faces that ship and no others.

pub mod apart;
mod content;
mod error;
mod fit;
mod heights;
mod templates;
#[cfg(test)]
#[allow(clippy::expect_used, clippy::panic, reason = "what is not there is a failed test")]
mod tests;
mod world;

use std::ops::Range;
use std::sync::{Mutex, PoisonError};

pub use error::{Diagnostic, Error};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
pub use templates::{TEMPLATES, Templates};
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst::{World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;
use typst_svg::SvgOptions;
use world::{Case, Sheet};

use crate::paper::{Form, Kind, Paper};
use content::Content;

/// Sets papers. Make one and keep it: its faces are read once.
pub struct Press {
    case: Case,
    standards: PdfStandards,
    /// Whether the process ends with its first paper.
    for_one: bool,
    /// The paper that was looked at last: whoever turns a page does not wait for all of them again.
    looked_at: Mutex<Option<LookedAt>>,
}

/// A paper that is ready for the press, its letters looked at: it can be handed to another process.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Job {
    /// Which paper.
    pub kind: Kind,
    /// Where its templates come from.
    pub templates: Templates,
    /// By which equal papers are equal files.
    ident: String,
    content: Content,
}

struct LookedAt {
    content: [u8; 32],
    document: PagedDocument,
    warnings: Vec<Diagnostic>,
}

/// A paper as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// What typst warns of: a face that a template of the office names and that is not there, say.
    pub warnings: Vec<Diagnostic>,
}

/// Some pages of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// One SVG each.
    pub pages: Vec<String>,
    /// How many pages the paper has.
    pub of: usize,
    /// What typst warns of.
    pub warnings: Vec<Diagnostic>,
}

/// A paper laid out.
struct LaidOut {
    document: PagedDocument,
    warnings: Vec<Diagnostic>,
}

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
        Ok(Self { case: Case::new()?, standards, for_one: false, looked_at: Mutex::default() })
    }

    /// A press for the one paper of a process. All that typst remembers goes with the process: to give it back piece by
    /// piece before would only take time.
    ///
    /// # Errors
    /// As [`Press::new`].
    pub fn for_one() -> Result<Self, Error> {
        Ok(Self { for_one: true, ..Self::new()? })
    }

    /// Makes a paper ready, to be set by templates.
    ///
    /// # Errors
    /// [`Error::Letter`] when a letter is in none of the faces.
    pub fn job(&self, paper: &Paper, templates: Templates) -> Result<Job, Error> {
        let ident = format!("{} {} {}", paper.name, paper.foot.known, paper.printed_on);
        let counted = !templates.stand_in(paper.kind);
        Ok(Job { kind: paper.kind, templates, ident, content: content::of(paper, &self.case, counted)? })
    }

    /// Prints a paper as a tagged, archival PDF. Equal papers make equal bytes.
    ///
    /// # Errors
    /// [`Error::Layout`] when typst refuses a template, [`Error::Pdf`] when the pages cannot be kept as the standards
    /// ask.
    pub fn pdf(&self, job: &Job) -> Result<Printed, Error> {
        self.pdf_with(job, &mut |_| {})
    }

    /// The same; `laid_out` is told how many pages there are as soon as they stand, before they are written.
    ///
    /// # Errors
    /// As [`Press::pdf`].
    pub fn pdf_with(&self, job: &Job, laid_out: &mut dyn FnMut(usize)) -> Result<Printed, Error> {
        let _forget = self.forget(0);
        let LaidOut { document, warnings } = self.laid_out(job)?;
        laid_out(document.pages().len());
        let options = PdfOptions {
            ident: Smart::Custom(job.ident.clone()),
            creator: Smart::Custom(Some("Kiện Toàn".to_owned())),
            standards: self.standards.clone(),
            ..PdfOptions::default()
        };
        let sheet = self.sheet(job, fit::FIRST)?;
        let bytes = typst_pdf::pdf(&document, &options).map_err(|said| Error::Pdf(first(&sheet, &said)))?;
        let pages = document.pages().len();
        self.let_go(document);
        Ok(Printed { bytes, pages, warnings })
    }

    /// Makes each page a drawing (SVG) or a picture (PNG) and hands it over with its number, counted from 0, until one is
    /// answered with `false`. A picture has 300 dots to an inch, or fewer where it would have more than [`DOTS`].
    /// `laid_out` is told how many pages there are as soon as they stand; that is answered, too.
    ///
    /// # Errors
    /// [`Error::Layout`], as for the PDF; [`Error::Picture`] when a picture cannot be made.
    pub fn each_page(
        &self,
        job: &Job,
        form: Form,
        laid_out: &mut dyn FnMut(usize),
        each: &mut dyn FnMut(usize, &[u8]) -> bool,
    ) -> Result<usize, Error> {
        let _forget = self.forget(0);
        let LaidOut { document, .. } = self.laid_out(job)?;
        let pages = document.pages();
        let count = pages.len();
        laid_out(count);
        for (number, page) in pages.iter().enumerate() {
            let goes_on = match form {
                Form::Png => each(number, &picture(page)?),
                _ => each(number, typst_svg::svg(page, &SvgOptions::default()).as_bytes()),
            };
            if !goes_on {
                break;
            }
        }
        self.let_go(document);
        Ok(count)
    }

    /// The very pages of the PDF, from one to another.
    ///
    /// # Errors
    /// [`Error::Layout`], as for the PDF.
    pub fn pages(&self, job: &Job, wanted: Range<usize>) -> Result<Shown, Error> {
        let _forget = self.forget(REMEMBERED);
        let known = fingerprint(job);
        let mut last = self.looked_at.lock().unwrap_or_else(PoisonError::into_inner);
        if last.as_ref().is_none_or(|last| last.content != known) {
            let LaidOut { document, warnings } = self.laid_out(job)?;
            *last = Some(LookedAt { content: known, document, warnings });
        }
        let Some(last) = last.as_ref() else { return Err(Error::Layout(Diagnostic::default())) };
        let all = last.document.pages();
        let wanted = all.iter().take(wanted.end).skip(wanted.start);
        let pages = wanted.map(|page| typst_svg::svg(page, &SvgOptions::default())).collect();
        Ok(Shown { pages, of: all.len(), warnings: last.warnings.clone() })
    }

    fn laid_out(&self, job: &Job) -> Result<LaidOut, Error> {
        fit::fitted(job.kind, |fit| {
            let sheet = self.sheet(job, fit)?;
            let typst::diag::Warned { output, warnings } = typst::compile(&sheet);
            let document = output.map_err(|said| Error::Layout(first(&sheet, &said)))?;
            Ok(LaidOut { document, warnings: warnings.iter().map(|said| diagnostic(&sheet, said)).collect() })
        })
    }

    /// Gives back what typst remembers, at the end of a scope, errors included: a file is made once, and of pages only what
    /// was not asked for in so many previews.
    fn forget(&self, after: usize) -> Option<Forget> {
        (!self.for_one).then_some(Forget { after })
    }

    /// A document that nobody needs any more.
    fn let_go(&self, document: PagedDocument) {
        if self.for_one {
            std::mem::forget(document);
        }
    }

    fn sheet<'a>(&'a self, job: &'a Job, fit: fit::Fit) -> Result<Sheet<'a>, Error> {
        let main = Templates::of(job.kind);
        Sheet::new(&self.case, &job.templates, &main, job.content.bytes(fit)).map_err(|said| {
            let file = Some(job.templates.called(&main));
            Error::Layout(Diagnostic { file, message: said.to_string(), ..Diagnostic::default() })
        })
    }
}

/// Dots that a picture may have: a sheet of A0 with 150 to an inch.
const DOTS: f64 = 35e6;

fn picture(page: &typst_layout::Page) -> Result<Vec<u8>, Error> {
    let (width, height) = (page.frame.width().to_pt(), page.frame.height().to_pt());
    let dots = (300.0 / 72.0_f64).min((DOTS / (width * height).max(1.0)).sqrt());
    let options = RenderOptions { pixel_per_pt: dots.into(), ..RenderOptions::default() };
    typst_render::render(page, &options).encode_png().map_err(|error| Error::Picture { why: error.to_string() })
}

/// What a paper and its templates say, so that the same pages are not set twice.
fn fingerprint(job: &Job) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(job.kind.word());
    hash.update(job.content.bytes(fit::FIRST));
    for name in ["common.typ".to_owned(), "drawing.typ".to_owned(), Templates::of(job.kind)] {
        hash.update(job.templates.own(&name).ok().flatten().unwrap_or_default());
    }
    hash.finalize().into()
}

/// The first thing that typst says; the rest mostly follows from it.
fn first(sheet: &Sheet<'_>, said: &[SourceDiagnostic]) -> Diagnostic {
    said.first().map_or_else(Diagnostic::default, |said| diagnostic(sheet, said))
}

fn diagnostic(sheet: &Sheet<'_>, said: &SourceDiagnostic) -> Diagnostic {
    let file = said.span.id();
    let line = file.and_then(|id| {
        let at = sheet.range(said.span)?.start;
        sheet.source(id).ok()?.lines().byte_to_line(at)
    });
    Diagnostic {
        file: file.map(|id| sheet.called(id)),
        line: line.map(|line| line + 1),
        message: said.message.to_string(),
        hint: said.hints.first().map(|hint| hint.v.to_string()),
    }
}

/// Gives back what typst remembers, at the end of its scope.
struct Forget {
    after: usize,
}

impl Drop for Forget {
    fn drop(&mut self) {
        comemo::evict(self.after);
    }
}
