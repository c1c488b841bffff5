//! PDFs of few objects, whose letters are told by a table of Unicode values as real ones do.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::word::LINES;

/// A paper of one page, once with packed streams and once without.
pub fn all() -> Vec<Vec<u8>> {
    vec![paper(false), paper(true)]
}

fn paper(packed: bool) -> Vec<u8> {
    // Each letter of the paper has a code of its own, two bytes wide.
    let mut letters: Vec<char> = LINES.chars().filter(|c| !c.is_control()).collect();
    letters.sort_unstable();
    letters.dedup();
    let code = |c: char| letters.binary_search(&c).map_or(0, |at| at + 1);
    let coded = |text: &str| {
        text.chars().fold(String::new(), |mut codes, c| {
            let _ = write!(codes, "{:04X}", code(c));
            codes
        })
    };
    let mut content = String::from("BT /F1 10 Tf 50 800 Td 14 TL\n");
    for line in LINES.lines() {
        let mut columns = line.split('\t');
        let _ = write!(content, "<{}> Tj ", coded(columns.next().unwrap_or_default()));
        if let Some(second) = columns.next() {
            let _ = write!(content, "250 0 Td [<{}> -20 <{}>] TJ -250 0 Td ", coded(&second[..0]), coded(second));
        }
        content.push_str("T*\n");
    }
    content.push_str("ET q 1 0 0 1 50 60 cm 0 0 500 40 re S Q /X1 Do\n");
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def\n\
         1 begincodespacerange <0000> <FFFF> endcodespacerange\n",
    );
    let _ = writeln!(map, "{} beginbfchar", letters.len());
    for c in &letters {
        let _ = writeln!(map, "<{:04X}> <{:04X}>", code(*c), u32::from(*c));
    }
    map.push_str("endbfchar\nendcmap end end\n");
    let objects: Vec<Vec<u8>> = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> \
          /XObject << /X1 9 0 R >> >> /Contents 4 0 R >>"
            .to_vec(),
        stream("", content.as_bytes(), packed),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 8 0 R >>"
            .to_vec(),
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) \
          /Supplement 0 >> /DW 500 /W [1 [500 450] 3 90 520] /FontDescriptor 7 0 R >>"
            .to_vec(),
        b"<< /Type /FontDescriptor /FontName /A /Flags 4 /Ascent 800 /Descent -200 /ItalicAngle 0 /StemV 80 >>".to_vec(),
        stream("", map.as_bytes(), packed),
        stream(
            "/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << /Font << /F1 5 0 R >> >>",
            format!("BT /F1 8 Tf 1 0 0 1 60 40 Tm <{}> Tj ET", coded("Nơi nhận:")).as_bytes(),
            packed,
        ),
    ];
    written(&objects)
}

fn stream(words: &str, content: &[u8], packed: bool) -> Vec<u8> {
    let (filter, content) = if packed {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
        // Writing into memory does not fail.
        let _ = encoder.write_all(content);
        ("/Filter /FlateDecode ", encoder.finish().unwrap_or_default())
    } else {
        ("", content.to_vec())
    };
    let mut object = format!("<< {words} {filter}/Length {} >>\nstream\n", content.len()).into_bytes();
    object.extend(content);
    object.extend(b"\nendstream");
    object
}

fn written(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n", n + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let xref = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        file.extend(format!("{place:010} 00000 n \n").bytes());
    }
    file.extend(format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n", objects.len() + 1).bytes());
    file
}
