//! The few pieces of WordprocessingML that a paper needs.

use crate::paper::plain;

/// Twentieths of a point in a millimetre, as Word counts lengths.
pub(super) fn twips(mm: u32) -> u32 {
    (mm * 1440 * 10 + 127) / 254
}

/// A text as XML may hold it.
pub(super) fn escaped(said: &str) -> String {
    let mut escaped = String::with_capacity(said.len());
    for c in plain(said).chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // What XML 1.0 has no place for.
            '\u{FFFE}' | '\u{FFFF}' => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// How a run differs from its style.
#[derive(Clone, Copy, Default)]
pub(super) struct Run {
    pub bold: bool,
    pub italic: bool,
}

/// A run of text.
pub(super) fn run(said: &str, how: Run) -> String {
    let bold = if how.bold { "<w:b/>" } else { "" };
    let italic = if how.italic { "<w:i/>" } else { "" };
    let how = if bold.len() + italic.len() > 0 { format!("<w:rPr>{bold}{italic}</w:rPr>") } else { String::new() };
    // Between two runs a space stands at the end of one of them.
    let [before, behind] = [said.starts_with(' '), said.ends_with(' ')].map(|space| if space { " " } else { "" });
    format!(r#"<w:r>{how}<w:t xml:space="preserve">{before}{}{behind}</w:t></w:r>"#, escaped(said))
}

/// A paragraph in a style.
pub(super) fn paragraph(style: &str, runs: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>"#)
}

/// A paragraph that its list numbers.
pub(super) fn numbered(style: &str, list: usize, runs: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:pStyle w:val="{style}"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list}"/></w:numPr></w:pPr>{runs}</w:p>"#
    )
}

/// A field that Word works out: the number of the page.
pub(super) fn field(name: &str) -> String {
    format!(
        r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#
    )
}

/// A cell over some columns.
pub(super) fn cell(width: u32, span: usize, middle: bool, paragraphs: &str) -> String {
    let span = if span > 1 { format!(r#"<w:gridSpan w:val="{span}"/>"#) } else { String::new() };
    let middle = if middle { r#"<w:vAlign w:val="center"/>"# } else { "" };
    format!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{middle}</w:tcPr>{paragraphs}</w:tc>"#)
}

/// A row; as the head of its table it repeats on each page, and as the title of a group it stays with the next.
pub(super) fn row(head: bool, cells: &str) -> String {
    let head = if head { "<w:tblHeader/>" } else { "" };
    format!("<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>")
}
