//! What a file is, by its first bytes; its name is only a claim.

use crate::encoding;
use crate::unreadable::Unreadable;

/// The formats that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Docx,
    Xlsx,
    Csv,
    Html,
    Pdf,
    /// A photograph or a scan of a page: it can be looked at, and not read.
    Picture,
    Text,
}

/// Formats told apart by how they begin.
const MAGIC: [(&[u8], &str); 11] = [
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "png"),
    (b"\xFF\xD8\xFF", "jpg"),
    (b"GIF8", "gif"),
    (b"MZ", "exe"),
    (b"\x7FELF", "exe"),
    (b"Rar!", "rar"),
    (b"7z\xBC\xAF\x27\x1C", "7z"),
    (b"\x1F\x8B", "gz"),
    (b"II*\0", "tiff"),
];

/// Names of text formats that are not read yet: better refused than half read.
const LATER: [&str; 5] = ["xml", "json", "eml", "mht", "mhtml"];

/// Says what the bytes are, and whether they may be what the name says.
pub fn recognise(file_name: &str, bytes: &[u8]) -> Result<Format, Unreadable> {
    let claimed = file_name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    let found = by_content(bytes);
    match (claimed.as_str(), found) {
        (_, "docx") => Ok(Format::Docx),
        ("docx" | "txt" | "csv" | "tsv" | "pdf", "xlsx") => {
            Err(Unreadable::NotWhatItsNameSays { expected: claimed.clone(), found: found.to_owned() })
        }
        (_, "xlsx") => Ok(Format::Xlsx),
        ("csv" | "tsv", "text") => Ok(Format::Csv),
        ("docx" | "xlsx" | "xlsm" | "csv" | "tsv", found) => {
            Err(Unreadable::NotWhatItsNameSays { expected: claimed.clone(), found: found.to_owned() })
        }
        // Portals hand out pages under the names of Word and Excel, which open them as well.
        ("html" | "htm" | "xhtml", "text" | "html") | ("doc" | "xls" | "txt" | "", "html") => Ok(Format::Html),
        ("html" | "htm" | "xhtml", found) => {
            Err(Unreadable::NotWhatItsNameSays { expected: claimed.clone(), found: found.to_owned() })
        }
        (ending, "text") if LATER.contains(&ending) => Err(Unreadable::Unsupported { format: claimed.clone() }),
        ("pdf" | "doc" | "png" | "jpg", "text") => {
            Err(Unreadable::NotWhatItsNameSays { expected: claimed.clone(), found: "text".to_owned() })
        }
        (_, "text") => Ok(Format::Text),
        ("txt", found) => Err(Unreadable::NotWhatItsNameSays { expected: claimed.clone(), found: found.to_owned() }),
        (_, "pdf") => Ok(Format::Pdf),
        ("png" | "jpg" | "jpeg" | "", "png" | "jpg") => Ok(Format::Picture),
        (_, found) => Err(Unreadable::Unsupported { format: found.to_owned() }),
    }
}

fn by_content(bytes: &[u8]) -> &'static str {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zip_kind(bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return ole_kind(bytes);
    }
    if let Some((_, name)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return name;
    }
    let start: Vec<u8> = bytes.iter().take(600).map(u8::to_ascii_lowercase).collect();
    let start = start.trim_ascii_start();
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
    if start.starts_with(b"<!doctype html") || start.starts_with(b"<html") {
        return "html";
    }
    // A piece of a page, as it is copied out of its source.
    let opens = [b"<div".as_slice(), b"<p>", b"<p ", b"<table", b"<span", b"<strong", b"<article", b"<section"];
    if opens.iter().any(|tag| start.starts_with(tag)) && start.windows(2).any(|two| two == b"</") {
        return "html";
    }
    if start.starts_with(b"mime-version:") || start.starts_with(b"from: <saved by") {
        return "mht";
    }
    if encoding::is_utf16(bytes) || !bytes.iter().take(4096).any(|byte| *byte == 0) { "text" } else { "binary" }
}

/// The old office files have one form for all; what they are is told by the name of a stream, in UTF-16.
fn ole_kind(bytes: &[u8]) -> &'static str {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if has("EncryptedPackage") {
        "encrypted"
    } else if has("WordDocument") {
        "doc"
    } else if has("PowerPoint Document") {
        "ppt"
    } else if has("Workbook") {
        "xls"
    } else {
        "doc"
    }
}

/// An office file names its parts in the archive's directory, which stands in plain bytes.
fn zip_kind(bytes: &[u8]) -> &'static str {
    let has = |name: &[u8]| memchr::memmem::find(bytes, name).is_some();
    if has(b"word/document") {
        "docx"
    } else if has(b"xl/workbook.bin") {
        "xlsb"
    } else if has(b"xl/workbook") {
        "xlsx"
    } else if has(b"ppt/presentation") {
        "pptx"
    } else if has(b"application/vnd.oasis.opendocument.spreadsheet") {
        "ods"
    } else if has(b"application/vnd.oasis.opendocument") {
        "odt"
    } else {
        "zip"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_decide_and_the_name_only_claims() {
        let code = |name: &str, bytes: &[u8]| recognise(name, bytes).map_err(|error| error.code());
        assert_eq!(code("a.txt", "Điều 1.".as_bytes()), Ok(Format::Text));
        assert_eq!(code("a.docx", b"PK\x03\x04....word/document.xml"), Ok(Format::Docx));
        assert_eq!(code("a.docx", b"%PDF-1.7"), Err("not_what_its_name_says"));
        assert_eq!(code("a.docx", b"PK\x03\x04....xl/workbook.xml"), Err("not_what_its_name_says"));
        assert_eq!(code("a.pdf", b"%PDF-1.7"), Ok(Format::Pdf));
        assert_eq!(code("a.xlsx", b"PK\x03\x04....xl/workbook.xml"), Ok(Format::Xlsx));
        assert_eq!(code("a.xlsb", b"PK\x03\x04....xl/workbook.bin"), Err("unsupported"));
        assert_eq!(code("a.csv", b"PK\x03\x04....xl/workbook.xml"), Err("not_what_its_name_says"));
        assert_eq!(code("a.xlsx", "Điều 1.".as_bytes()), Err("not_what_its_name_says"));
        assert_eq!(code("a.csv", "STT,Họ tên".as_bytes()), Ok(Format::Csv));
        assert_eq!(code("a.png", b"\x89PNG\r\n"), Ok(Format::Picture));
        assert_eq!(code("a.tif", b"II*\0"), Err("unsupported"));
        assert_eq!(code("a.html", "<p>Điều 1".as_bytes()), Ok(Format::Html));
        assert_eq!(
            code("a.txt", b"<div class=\"vb\">UBND X&Atilde; A<br /><strong>S</strong></div>"),
            Ok(Format::Html)
        );
        assert_eq!(code("a.doc", b"\r\n<HTML xmlns:o=\"urn\">"), Ok(Format::Html));
        assert_eq!(code("a.docx", b"<!DOCTYPE html><html>"), Err("not_what_its_name_says"));
        assert_eq!(code("a.html", b"%PDF-1.7"), Err("not_what_its_name_says"));
        assert_eq!(code("a.mht", b"MIME-Version: 1.0\r\n"), Err("unsupported"));
        let ole = |stream: &str| {
            let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".iter().copied().chain(name).collect::<Vec<u8>>()
        };
        for (stream, wanted) in [("WordDocument", "doc"), ("Workbook", "xls"), ("EncryptedPackage", "encrypted")] {
            assert_eq!(recognise("a", &ole(stream)), Err(Unreadable::Unsupported { format: wanted.to_owned() }));
        }
        assert_eq!(code("a.txt", b"MZ\x90\0"), Err("not_what_its_name_says"));
    }
}
