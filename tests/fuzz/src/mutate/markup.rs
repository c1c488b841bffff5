//! Changes of XML and HTML: elements moved, nested, left open; values at their edges; words of the format.

use super::{bytes, numbers, words};
use crate::chance::Chance;

/// Pieces that the reader of a format knows, to be put where they do not belong.
pub type Pieces = &'static [&'static str];

/// Of WordprocessingML.
pub const WORD: Pieces = &[
    "<w:p>",
    "</w:p>",
    "<w:p/>",
    "<w:r><w:t>",
    "</w:t></w:r>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>",
    "<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>",
    "<w:tcPr><w:gridSpan w:val=\"4294967295\"/></w:tcPr>",
    "<w:trPr><w:gridBefore w:val=\"4294967295\"/></w:trPr>",
    "<w:trPr><w:del/></w:trPr>",
    "<w:del>",
    "</w:del>",
    "<w:ins>",
    "</w:ins>",
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
    "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>",
    "<w:numId w:val=\"1\"/>",
    "<w:ilvl w:val=\"9\"/>",
    "<w:pPr><w:pStyle w:val=\"a\"/></w:pPr>",
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:basedOn w:val=\"a\"/></w:style>",
    "<w:sdt>",
    "<w:sdtContent>",
    "</w:sdtContent></w:sdt>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    "<mc:AlternateContent>",
    "<mc:Choice>",
    "<mc:Fallback>",
    "</mc:AlternateContent>",
    "<w:br/>",
    "<w:tab/>",
    "<w:cr/>",
    "<w:vanish/>",
    "<w:rPr><w:b/><w:i/><w:caps/></w:rPr>",
    "<w:rPr><w:rFonts w:ascii=\".VnTimeH\"/></w:rPr>",
    "<w:noBreakHyphen/>",
    "<w:lvlText w:val=\"%1.%2.%9\"/>",
    "<w:numFmt w:val=\"lowerLetter\"/>",
    "<w:numFmt w:val=\"upperRoman\"/>",
    "<w:start w:val=\"4294967295\"/>",
    "<w:startOverride w:val=\"4294967295\"/>",
    "<w:fldSimple w:instr=\"PAGE\">",
    "<w:jc w:val=\"center\"/>",
    "&amp;",
    "&#0;",
    "&#x110000;",
    "&x;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?x",
    "?>",
    "<!DOCTYPE x [<!ENTITY x \"&x;&x;\">]>",
    " xmlns:w=\"\"",
    " xmlns=\"x\"",
];

/// Of SpreadsheetML.
pub const SHEET: Pieces = &[
    "<row>",
    "<row r=\"1\">",
    "<row r=\"4294967295\">",
    "</row>",
    "<c r=\"A1\" t=\"s\"><v>0</v></c>",
    "<c r=\"XFD1048576\" t=\"inlineStr\"><is><t>x</t></is></c>",
    "<c r=\"ZZZZZZZZ1\"><v>1</v></c>",
    "<c t=\"s\"><v>4294967295</v></c>",
    "<c t=\"e\"><v>#REF!</v></c>",
    "<c t=\"b\"><v>2</v></c>",
    "<c t=\"d\"><v>2020-02-31</v></c>",
    "<c s=\"4294967295\"><v>1e308</v></c>",
    "<c><v>-1</v></c>",
    "<c><f>A1</f></c>",
    "<v>NaN</v>",
    "<mergeCells count=\"1\"><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>",
    "<mergeCell ref=\"B2:A1\"/>",
    "<mergeCell ref=\"A1\"/>",
    "<dimension ref=\"A1:XFD1048576\"/>",
    "<sheetData>",
    "</sheetData>",
    "<si><t>",
    "</t></si>",
    "<si><r><t>a</t></r><rPh><t>b</t></rPh></si>",
    "<sheet name=\"x\" sheetId=\"1\" r:id=\"rId1\"/>",
    "<sheet name=\"\" sheetId=\"0\" state=\"veryHidden\" r:id=\"\"/>",
    "<workbookPr date1904=\"1\"/>",
    "<xf numFmtId=\"14\"/>",
    "<numFmt numFmtId=\"164\" formatCode=\"[$-42A]dd\"/>",
    "<cellXfs count=\"4294967295\">",
    "<Relationship Id=\"rId1\" Type=\"x\" Target=\"../../../x\"/>",
    "<hyperlink ref=\"A1\"/>",
    "&x;",
    "<!--",
    "-->",
    "<![CDATA[",
    "<!DOCTYPE x [<!ENTITY x \"&x;&x;\">]>",
];

/// Of saved pages.
pub const HTML: Pieces = &[
    "<p>",
    "</p>",
    "<br>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<td rowspan=\"4294967295\">",
    "<td colspan=\"4294967295\">",
    "<td colspan=1000 rowspan=65534>",
    "<th>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<i>",
    "<ul><li>",
    "</ul>",
    "<ol start=\"-1\">",
    "<script>",
    "</script>",
    "<style>",
    "<!--",
    "-->",
    "<![CDATA[",
    "&nbsp;",
    "&#0;",
    "&#x110000;",
    "&#xD800;",
    "&#99999999999;",
    "&amp",
    "&ecirc;",
    "&notit;",
    "<meta charset=\"windows-1258\">",
    "<meta charset=utf-16>",
    "<font face=\".VnTimeH\">",
    "<font face=\"VNI-Times\">",
    "<span style=\"display:none\">",
    "<pre>",
    "</pre>",
    "<textarea>",
    "<svg>",
    "<template>",
    "<plaintext>",
    "<a href=\"javascript:x\">",
    "<iframe src=x>",
    "<",
    ">",
    "\"",
    "<input value='",
    "<noscript>",
    "<select><option>",
    "</body>",
    "</html>",
    "<html>",
];

/// Makes one change of a part or a page.
pub fn change(input: &mut Vec<u8>, other: &[u8], pieces: Pieces, chance: &mut Chance) {
    match chance.below(12) {
        0..=2 => {
            let piece = chance.one(pieces).copied().unwrap_or_default();
            let at = seam(input, chance);
            input.splice(at..at, piece.bytes());
        }
        3 => {
            let (a, b) = (seam(input, chance), seam(input, chance));
            input.drain(a.min(b)..a.max(b).min(a.min(b) + 4000));
        }
        4 => {
            let (a, b) = (seam(input, chance), seam(input, chance));
            let piece = input[a.min(b)..a.max(b)].to_vec();
            let times = if chance.once_in(6) { 1 + chance.below(60) } else { 1 };
            let at = seam(input, chance);
            input.splice(at..at, piece.repeat(times.min(1 + 100_000 / piece.len().max(1))));
        }
        5 => {
            let (a, b) = (seam(other, chance), seam(other, chance));
            let piece = other[a.min(b)..a.max(b)].to_vec();
            let at = seam(input, chance);
            input.splice(at..at, piece);
        }
        6 => {
            // Nesting: one opening tag, many times.
            let piece = chance.one(pieces).copied().unwrap_or_default();
            let deep = if chance.once_in(8) { 20_000 } else { 300 };
            let times = 1 + chance.below(deep);
            let at = seam(input, chance);
            input.splice(at..at, piece.repeat(times).into_bytes());
        }
        7 => swap_values(input, chance),
        8 | 9 => numbers::change(input, chance),
        10 => {
            let between = text_between(input, chance);
            let text = String::from_utf8_lossy(&input[between.clone()]).into_owned();
            let new = words::changed(text, &String::from_utf8_lossy(other), chance);
            input.splice(between, new.bytes());
        }
        _ => bytes::change(input, other, chance),
    }
}

/// A place where a tag begins.
fn seam(input: &[u8], chance: &mut Chance) -> usize {
    let from = chance.below(input.len());
    input[from..].iter().position(|byte| *byte == b'<').map_or(input.len(), |at| from + at)
}

/// The text between two tags.
fn text_between(input: &[u8], chance: &mut Chance) -> std::ops::Range<usize> {
    let from = chance.below(input.len());
    let find = |from: usize, byte: u8| input[from..].iter().position(|b| *b == byte).map(|at| from + at);
    let mut start = from;
    for _ in 0..40 {
        let Some(open) = find(start, b'>') else { break };
        let end = find(open + 1, b'<').unwrap_or(input.len());
        if end > open + 3 {
            return open + 1..end;
        }
        start = end;
    }
    from..from
}

/// Gives one attribute the value of another.
fn swap_values(input: &mut Vec<u8>, chance: &mut Chance) {
    let mut value = || {
        let from = chance.below(input.len());
        let start = input[from..].windows(2).position(|pair| pair == b"=\"").map(|at| from + at + 2)?;
        let end = input[start..].iter().position(|byte| *byte == b'"').map(|at| start + at)?;
        Some(start..end)
    };
    if let (Some(to), Some(from)) = (value(), value()) {
        let new = input[from].to_vec();
        input.splice(to, new);
    }
}
