//! Papers on their way to the press: made ready while the register lies open, set and saved while it is free for others.

#[cfg(feature = "press")]
mod child;
mod running;

use std::path::{Path, PathBuf};
#[cfg(feature = "press")]
use std::sync::Arc;

#[cfg(feature = "press")]
use report::press::apart::Order;
#[cfg(feature = "press")]
use report::press::{Job, Press, Templates};
use report::{Form, Paper};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::saving::save;
#[cfg(feature = "press")]
use crate::saving::save_all;
use crate::types::{Pages, PaperRequest, Saved, TemplateSaid};

pub(crate) use running::Printing;

/// Pages of a preview where nobody asks for more.
#[cfg(feature = "press")]
const LOOKED_AT: u32 = 40;

/// Rows beyond which a paper is set in a process of its own: it takes seconds, and somebody may want to stop it.
#[cfg(feature = "press")]
const LONG: usize = 500;

/// A paper ready to be set or saved; it needs the register no longer.
pub(crate) struct Ready {
    paper: Paper,
    request: PaperRequest,
    #[cfg(feature = "press")]
    press: Arc<Press>,
    #[cfg(feature = "press")]
    templates: Templates,
}

/// The bytes of a paper, or where they lie already.
struct Made {
    bytes: Option<Vec<u8>>,
    pages: Option<u32>,
    warnings: Vec<TemplateSaid>,
}

impl Ready {
    /// Says what the paper says.
    ///
    /// # Errors
    /// `not_found`, `ambiguous`, `unknown_paper`, `paper_needs`, or a folder of templates that cannot be read.
    pub fn of(desk: &mut Desk, request: PaperRequest) -> Result<Self, Failure> {
        let paper = crate::paper::said(desk, &request)?;
        #[cfg(feature = "press")]
        let templates = templates(desk, &request)?;
        #[cfg(feature = "press")]
        return Ok(Self { paper, request, press: desk.press()?, templates });
        #[cfg(not(feature = "press"))]
        return Ok(Self { paper, request });
    }

    /// The very pages.
    ///
    /// # Errors
    /// What the press reports.
    #[cfg(feature = "press")]
    pub fn pages(&self) -> Result<Pages, Failure> {
        let (first, most) = self.request.pages.unwrap_or((0, LOOKED_AT));
        let wanted = first as usize..(first as usize).saturating_add(most as usize);
        let shown = self.press.pages(&self.job()?, wanted).map_err(|error| crate::commands::papers::failed(&error))?;
        Ok(Pages {
            pages: shown.pages,
            first,
            of: u32::try_from(shown.of).unwrap_or(u32::MAX),
            file_name: format!("{}.pdf", crate::paper::file_name(&self.paper, self.request.on)),
            own_templates: self.templates.stand_in(self.paper.kind),
            warnings: shown.warnings.iter().map(said_of_template).collect(),
        })
    }

    #[cfg(feature = "press")]
    fn job(&self) -> Result<Job, Failure> {
        let job = self.press.job(&self.paper, self.templates.clone());
        job.map_err(|error| crate::commands::papers::failed(&error))
    }

    /// Saves it as its name says.
    ///
    /// # Errors
    /// `unknown_form`, what the press reports, `printing_stopped`, or a file that cannot be written.
    pub fn save(&self, printing: &Printing) -> Result<Saved, Failure> {
        let Some(path) = &self.request.path else {
            return Err(Failure::refused("bad_request", [("why", "path".to_owned())]));
        };
        let forms = self.paper.kind.forms();
        let form = Form::of(Path::new(path)).filter(|form| forms.contains(form)).ok_or_else(|| {
            let forms: Vec<&str> = forms.iter().map(|form| form.ending()).collect();
            Failure::refused("unknown_form", [("file", path.clone()), ("forms", forms.join(", "))])
        })?;
        let not_written = |why: String| Failure::refused("paper_not_written", [("file", path.clone()), ("why", why)]);
        let plain = |bytes| Made { bytes: Some(bytes), pages: None, warnings: Vec::new() };
        let made = match form {
            Form::Svg | Form::Png => return self.save_pages(Path::new(path), form, printing),
            Form::Pdf => self.pdf(Path::new(path), printing)?,
            Form::Docx => plain(report::document(&self.paper).map_err(|error| not_written(error.to_string()))?),
            Form::Xlsx => plain(report::workbook(&self.paper).map_err(|error| not_written(error.to_string()))?),
        };
        if let Some(bytes) = &made.bytes {
            save(Path::new(path), bytes)?;
        }
        Ok(self.saved(Path::new(path), form, made.pages, made.warnings))
    }

    fn saved(&self, path: &Path, form: Form, pages: Option<u32>, warnings: Vec<TemplateSaid>) -> Saved {
        Saved {
            path: path.display().to_string(),
            form: form.ending().to_owned(),
            pages,
            rows: u32::try_from(self.paper.rows()).unwrap_or(u32::MAX),
            code: self.paper.foot.code.rsplit(' ').next().unwrap_or_default().to_owned(),
            warnings,
        }
    }

    /// Each page as a file of its own; a single one has the very name.
    #[cfg(feature = "press")]
    fn save_pages(&self, path: &Path, form: Form, printing: &Printing) -> Result<Saved, Failure> {
        let job = self.job()?;
        // A page takes a second as a picture, however little stands on it.
        let long = form == Form::Png || self.paper.weight() > LONG;
        if let Some(program) = printing.program().filter(|_| long) {
            let order = Order { job, form };
            let done = child::print(&program, &order, path, self.paper.weight(), printing)?;
            done.place_pages(|at, of| own(path, at, of))?;
            return Ok(self.saved(path, form, u32::try_from(done.pages).ok(), Vec::new()));
        }
        let mut shown: Vec<Vec<u8>> = Vec::new();
        let mut keep = |_, bytes: &[u8]| {
            shown.push(bytes.to_vec());
            true
        };
        let pages = self.press.each_page(&job, form, &mut |_| {}, &mut keep);
        let pages = pages.map_err(|error| crate::commands::papers::failed(&error))?;
        save_all(shown.iter().enumerate().map(|(at, bytes)| (own(path, at, pages), bytes.as_slice())))?;
        Ok(self.saved(path, form, u32::try_from(pages).ok(), Vec::new()))
    }

    #[cfg(feature = "press")]
    fn pdf(&self, path: &Path, printing: &Printing) -> Result<Made, Failure> {
        let job = self.job()?;
        if let Some(program) = printing.program().filter(|_| self.paper.weight() > LONG) {
            let order = Order { job, form: Form::Pdf };
            return child::print(&program, &order, path, self.paper.weight(), printing)?.place();
        }
        let printed = self.press.pdf(&job).map_err(|error| crate::commands::papers::failed(&error))?;
        Ok(Made {
            bytes: Some(printed.bytes),
            pages: u32::try_from(printed.pages).ok(),
            warnings: printed.warnings.iter().map(said_of_template).collect(),
        })
    }

    /// A build without the press shows no pages.
    ///
    /// # Errors
    /// Always `no_press`.
    #[cfg(not(feature = "press"))]
    #[allow(clippy::unused_self, reason = "of one form with the one that has a press")]
    pub fn pages(&self) -> Result<Pages, Failure> {
        Err(Failure::refused("no_press", []))
    }

    #[cfg(not(feature = "press"))]
    #[allow(clippy::unused_self, reason = "of one form with the one that has a press")]
    fn save_pages(&self, _: &Path, _: Form, _: &Printing) -> Result<Saved, Failure> {
        Err(Failure::refused("no_press", []))
    }

    #[cfg(not(feature = "press"))]
    #[allow(clippy::unused_self, reason = "of one form with the one that has a press")]
    fn pdf(&self, _: &Path, _: &Printing) -> Result<Made, Failure> {
        Err(Failure::refused("no_press", []))
    }
}

/// The file of a page, counted from 0: the very name where there is only one.
#[cfg(feature = "press")]
fn own(path: &Path, at: usize, of: usize) -> PathBuf {
    if of == 1 { path.to_path_buf() } else { numbered(path, at + 1) }
}

/// A page of several: its number before the ending.
#[cfg(feature = "press")]
fn numbered(path: &Path, at: usize) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(match path.extension() {
        Some(ending) => format!("{stem}-{at}.{}", ending.to_string_lossy()),
        None => format!("{stem}-{at}"),
    })
}

/// The folder of templates beside a register.
pub(crate) fn templates_beside(desk: &Desk) -> Option<PathBuf> {
    let folder = desk.path.parent()?.join("mau-in");
    folder.is_dir().then_some(folder)
}

/// Sets the one paper that stands on the standard input and writes it to a file: what a program does that is called
/// with `press FILE`. Answers whether it did.
///
/// # Errors
/// Only that whoever asked is not there any more.
#[cfg(feature = "press")]
pub fn press_apart(file: &Path) -> std::io::Result<bool> {
    report::press::apart::serve(&mut std::io::stdin().lock(), file, &mut std::io::stdout().lock())
}

/// The templates that a request asks for, else those beside the register.
#[cfg(feature = "press")]
fn templates(desk: &Desk, request: &PaperRequest) -> Result<Templates, Failure> {
    let Some(asked) = &request.templates else { return Ok(Templates { folder: templates_beside(desk) }) };
    let folder = PathBuf::from(asked);
    std::fs::read_dir(&folder).map_err(|error| Failure::disk(&folder, &error))?;
    Ok(Templates { folder: Some(folder) })
}

#[cfg(feature = "press")]
fn said_of_template(said: &report::press::Diagnostic) -> TemplateSaid {
    TemplateSaid {
        file: said.file.clone(),
        line: said.line.and_then(|line| u32::try_from(line).ok()),
        message: said.message.clone(),
        hint: said.hint.clone(),
    }
}
