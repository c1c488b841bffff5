//! All that typst may see: the templates, one file of content, six faces. No network, no clock, and of the disk the
//! office's folder of templates alone.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::heights::Measure;
use super::{Error, Templates};

/// The faces that ship: Tinos, which has the widths of Times New Roman, and for drawings Be Vietnam Pro, by which they
/// are measured. Nothing else is ever loaded, so that every machine makes the same page.
const FACES: [(&str, &[u8]); 6] = [
    ("Tinos_400Regular.ttf", include_bytes!("../../../../fonts/Tinos_400Regular.ttf")),
    ("Tinos_700Bold.ttf", include_bytes!("../../../../fonts/Tinos_700Bold.ttf")),
    ("Tinos_400Regular_Italic.ttf", include_bytes!("../../../../fonts/Tinos_400Regular_Italic.ttf")),
    ("Tinos_700Bold_Italic.ttf", include_bytes!("../../../../fonts/Tinos_700Bold_Italic.ttf")),
    ("BeVietnamPro_400Regular.ttf", include_bytes!("../../../../fonts/BeVietnamPro_400Regular.ttf")),
    ("BeVietnamPro_600SemiBold.ttf", include_bytes!("../../../../fonts/BeVietnamPro_600SemiBold.ttf")),
];

/// How many of them are those of papers; the others are those of drawings.
const OF_PAPERS: usize = 4;

/// The content of the paper, as the templates ask for it.
const CONTENT: &str = "paper.json";

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

    /// What the rows of tables are counted with.
    pub(super) fn measure() -> Option<Measure> {
        Measure::of(FACES[0].1)
    }

    /// Whether every face has a letter, so that it stands on the page whatever its weight; those of drawings are asked
    /// where something is drawn.
    pub(super) fn has(&self, letter: char, drawn: bool) -> bool {
        let asked = if drawn { self.fonts.len() } else { OF_PAPERS };
        self.fonts.iter().take(asked).all(|font| font.info().coverage.contains(u32::from(letter)))
    }
}

/// One paper on the press: its templates, and its content beside them.
pub(super) struct Sheet<'a> {
    case: &'a Case,
    templates: &'a Templates,
    main: Source,
    content: (FileId, Bytes),
    /// What was read once stays as it was read: typst asks again and again, and must always see the same.
    read: Mutex<BTreeMap<String, FileResult<Bytes>>>,
}

impl<'a> Sheet<'a> {
    /// The same names give the same file ids each time: typst never frees one, and has 65,535.
    pub(super) fn new(case: &'a Case, templates: &'a Templates, main: &str, content: Vec<u8>) -> FileResult<Self> {
        let text = templates.text(main).map_err(|error| FileError::from_io(error, main.as_ref()))?;
        let main = Source::new(id(main)?, text);
        let content = (id(CONTENT)?, Bytes::new(content));
        Ok(Self { case, templates, main, content, read: Mutex::default() })
    }

    /// How a file is named to whoever has to mend it.
    pub(super) fn called(&self, file: FileId) -> String {
        self.templates.called(file.vpath().get_without_slash())
    }

    fn bytes(&self, file: FileId) -> FileResult<Bytes> {
        let name = file.vpath().get_without_slash();
        if *file.root() != VirtualRoot::Project {
            // A package of typst would come from the network.
            return Err(FileError::AccessDenied);
        }
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let known = read.entry(name.to_owned()).or_insert_with(|| {
            let failed = |error| FileError::from_io(error, name.as_ref());
            match self.templates.own(name).map_err(failed)? {
                Some(bytes) => Ok(Bytes::new(bytes)),
                None => self.templates.text(name).map(Bytes::from_string).map_err(failed),
            }
        });
        known.clone()
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
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() {
            return Ok(self.main.clone());
        }
        let text = String::from_utf8(self.bytes(id)?.to_vec()).map_err(|_| FileError::InvalidUtf8)?;
        Ok(Source::new(id, text))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let (content, bytes) = &self.content;
        if id == *content { Ok(bytes.clone()) } else { self.bytes(id) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.case.fonts.get(index).cloned()
    }

    /// A paper says the day that it is told, never the machine's.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
