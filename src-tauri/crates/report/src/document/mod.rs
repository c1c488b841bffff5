//! A paper as a Word document, for those who edit it: styles, numbering that numbers by itself, heads of tables that
//! repeat. It says what the pages say, in the face that Word has (Times New Roman has the widths of Tinos).

mod body;
mod fit;
mod parts;
mod xml;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::paper::Paper;

/// Why no document was made.
#[derive(Debug, thiserror::Error)]
pub enum NotMade {
    /// The container could not be written.
    #[error("the document was not written: {0}")]
    Zip(#[from] zip::result::ZipError),
    /// A part of it could not be written.
    #[error("the document was not written: {0}")]
    Part(#[from] std::io::Error),
}

/// Makes the document of a paper. Equal papers make equal bytes.
///
/// # Errors
/// A document larger than a container can hold.
pub fn document(paper: &Paper) -> Result<Vec<u8>, NotMade> {
    let body = body::Body::of(paper);
    let files = [
        ("[Content_Types].xml", parts::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", parts::RELATIONS.to_owned()),
        ("docProps/core.xml", parts::core(paper)),
        ("docProps/app.xml", parts::APP.to_owned()),
        ("word/_rels/document.xml.rels", parts::DOCUMENT_RELATIONS.to_owned()),
        ("word/styles.xml", parts::styles(body.size, fit::is_close(paper.kind))),
        ("word/numbering.xml", parts::numbering(body.numbered)),
        ("word/settings.xml", parts::SETTINGS.to_owned()),
        ("word/header.xml", parts::HEADER.to_owned()),
        ("word/empty.xml", parts::EMPTY_HEADER.to_owned()),
        ("word/footer.xml", parts::footer(paper, body.width)),
        ("word/document.xml", body.xml),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // No clock: what was made of the same paper is the same file.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, content) in files {
        zip.start_file(name, options)?;
        zip.write_all(content.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}
