//! All that typst may see: one template, one file of content, four faces. No disk, no network, no clock.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::Error;

/// The faces that ship: Tinos, which has the widths of Times New Roman. Nothing else is ever loaded, so that
/// every machine makes the same page.
const FACES: [(&str, &[u8]); 4] = [
    ("Tinos_400Regular.ttf", include_bytes!("../../../../fonts/Tinos_400Regular.ttf")),
    ("Tinos_700Bold.ttf", include_bytes!("../../../../fonts/Tinos_700Bold.ttf")),
    ("Tinos_400Regular_Italic.ttf", include_bytes!("../../../../fonts/Tinos_400Regular_Italic.ttf")),
    ("Tinos_700Bold_Italic.ttf", include_bytes!("../../../../fonts/Tinos_700Bold_Italic.ttf")),
];

/// What is the same for every paper.
pub(super) struct Case {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl Case {
    pub(super) fn new() -> Result<Self, Error> {
        let read =
            |(face, bytes): (&'static str, &'static [u8])| Font::new(Bytes::new(bytes), 0).ok_or(Error::Face { face });
        let fonts = FACES.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        Ok(Self { library: LazyHash::new(Library::default()), book, fonts })
    }
}

/// One paper on the press: its template, and its content beside it.
pub(super) struct Sheet<'a> {
    case: &'a Case,
    template: Source,
    content: (FileId, Bytes),
}

impl<'a> Sheet<'a> {
    /// The same names give the same file ids each time: typst never frees one, and has 65,535.
    pub(super) fn new(case: &'a Case, template: (&str, &str), content: (&str, Vec<u8>)) -> FileResult<Self> {
        let (template_name, text) = template;
        let (content_name, bytes) = content;
        let template = Source::new(id(template_name)?, text.to_owned());
        Ok(Self { case, template, content: (id(content_name)?, Bytes::new(bytes)) })
    }
}

fn id(name: &str) -> FileResult<FileId> {
    let path = VirtualPath::new(name).map_err(|_| FileError::NotFound(name.into()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Sheet<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.case.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.case.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() {
            return Ok(self.template.clone());
        }
        Err(FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let (content, bytes) = &self.content;
        if id == *content {
            return Ok(bytes.clone());
        }
        Err(FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.case.fonts.get(index).cloned()
    }

    /// A paper says the day that it is told, never the machine's.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
