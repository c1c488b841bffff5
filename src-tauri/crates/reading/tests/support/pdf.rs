//! PDF files written by hand, for what no writer at hand makes.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A file of these objects, numbered from 1; the first is the catalogue.
pub fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut starts = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        starts.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", at + 1).bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let table = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for start in starts {
        bytes.extend(format!("{start:010} 00000 n \n").bytes());
    }
    bytes.extend(format!("trailer<</Size {}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1).bytes());
    bytes
}

pub fn object(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

pub fn stream(dict: &str, data: &[u8]) -> Vec<u8> {
    let mut bytes = format!("<<{dict}/Length {}>>stream\n", data.len()).into_bytes();
    bytes.extend(data);
    bytes.extend(b"\nendstream");
    bytes
}

/// Writes Vietnamese in a font whose codes a table explains, each letter half as wide as the font is large.
#[derive(Default)]
pub struct Typist {
    codes: BTreeMap<char, u16>,
    pub content: String,
}

impl Typist {
    fn code(&mut self, letter: char) -> u16 {
        let next = u16::try_from(self.codes.len() + 1).unwrap();
        *self.codes.entry(letter).or_insert(next)
    }

    /// A string in hexadecimal.
    pub fn coded(&mut self, text: &str) -> String {
        text.chars().fold(String::new(), |mut coded, letter| {
            let _ = write!(coded, "{:04X}", self.code(letter));
            coded
        })
    }

    /// A line of 12 points, its beginning at this place; the origin is the lower left.
    pub fn line(&mut self, x: i32, y: i32, text: &str) {
        let coded = self.coded(text);
        let _ = writeln!(self.content, "BT /F 12 Tf 1 0 0 1 {x} {y} Tm <{coded}> Tj ET");
    }

    fn table(&self) -> String {
        let mut table = String::from("1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        for (letter, code) in &self.codes {
            let units: String = letter.to_string().encode_utf16().map(|unit| format!("{unit:04X}")).collect();
            let _ = writeln!(table, "1 beginbfchar <{code:04X}> <{units}> endbfchar");
        }
        table
    }

    /// A page with the content, and what `page` adds to its dictionary.
    pub fn file(&self, page: &str, more: &[Vec<u8>]) -> Vec<u8> {
        self.file_with_table(page, &self.table(), more)
    }

    pub fn file_with_table(&self, page: &str, table: &str, more: &[Vec<u8>]) -> Vec<u8> {
        let mut objects = vec![
            object("<</Type/Catalog/Pages 2 0 R>>"),
            object("<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>"),
            object(&format!(
                "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 8 0 R>>>>{page}>>"
            )),
            stream("", self.content.as_bytes()),
            object(
                "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Tinos/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
            ),
            object("<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Tinos/DW 500>>"),
            stream("", table.as_bytes()),
        ];
        objects.extend(more.iter().cloned());
        file(&objects)
    }
}
