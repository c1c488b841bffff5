//! The parts of the document beside its body.

use std::fmt::Write;

use super::xml::{escaped, field, paragraph, run};
use crate::paper::Paper;

const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

pub(super) const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/header.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/empty.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/footer.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>"#;

pub(super) const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>"#;

pub(super) const DOCUMENT_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header.xml"/><Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="empty.xml"/><Relationship Id="rId6" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer.xml"/></Relationships>"#;

pub(super) const APP: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Kiện Toàn</Application></Properties>"#;

pub(super) const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="vi-VN"/></w:settings>"#;

pub(super) const HEADER: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>"#;

pub(super) const EMPTY_HEADER: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p></w:hdr>"#;

/// Title, language, who made it, and the day of printing.
pub(super) fn core(paper: &Paper) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title><dc:creator>{}</dc:creator><dc:language>vi-VN</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{}T00:00:00Z</dcterms:created></cp:coreProperties>"#,
        escaped(&paper.name),
        escaped(&paper.office),
        paper.printed_on
    )
}

/// The foot of each page, as on the pages of the press.
pub(super) fn footer(paper: &Paper, width: u32) -> String {
    let mut lines = String::new();
    for (at, said) in
        paper.foot.sources.iter().map(|said| format!("{said}.")).chain([paper.foot.known.clone()]).enumerate()
    {
        lines += &paragraph(if at == 0 { "FooterFirst" } else { "Footer" }, &run(&said, super::xml::Run::default()));
    }
    let page = format!("{} ", paper.foot.page);
    let numbers = format!("{}{}{}", field("PAGE"), run("/", super::xml::Run::default()), field("NUMPAGES"));
    let code = run(&paper.foot.code, super::xml::Run::default());
    let page = run(&page, super::xml::Run::default());
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:ftr {W}>{lines}<w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs></w:pPr>{code}<w:r><w:tab/></w:r>{page}{numbers}</w:p></w:ftr>"#
    )
}

/// A list of points marked with a dash, then a list of numbers for each table.
pub(super) fn numbering(tables: usize) -> String {
    let mut xml = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="284" w:hanging="284"/></w:pPr><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/></w:rPr></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%1"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#
    );
    for table in 0..tables {
        // Writing into a String does not fail.
        let _ = write!(
            xml,
            r#"<w:num w:numId="{}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#,
            table + 2
        );
    }
    xml + "</w:numbering>"
}

/// A paragraph style: its name, its size in half points beside `size`, and what else it is.
struct Style {
    id: &'static str,
    name: &'static str,
    size: i32,
    paragraph: &'static str,
    run: &'static str,
}

const fn style(id: &'static str, name: &'static str, size: i32, paragraph: &'static str, run: &'static str) -> Style {
    Style { id, name, size, paragraph, run }
}

const CENTRE: &str = r#"<w:jc w:val="center"/>"#;
const TIGHT: &str = r#"<w:spacing w:before="30" w:after="30"/>"#;

/// The styles, by the names that an office finds in Word.
const STYLES: [Style; 21] = [
    style("Head", "Đầu trang giấy", 0, r#"<w:spacing w:after="0"/><w:jc w:val="center"/>"#, ""),
    style(
        "RuleShort",
        "Kẻ ngắn",
        -22,
        r#"<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr><w:spacing w:after="0"/><w:ind w:left="1100" w:right="1100"/>"#,
        "",
    ),
    style(
        "RuleLong",
        "Kẻ dài",
        -22,
        r#"<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr><w:spacing w:after="60"/><w:ind w:left="160" w:right="160"/>"#,
        "",
    ),
    style(
        "RuleTitle",
        "Kẻ dưới tên",
        -22,
        r#"<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr><w:spacing w:before="40" w:after="120"/>"#,
        "",
    ),
    style(
        "Title",
        "Title",
        2,
        r#"<w:keepNext/><w:spacing w:before="360" w:after="0"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>"#,
        "<w:b/>",
    ),
    style("Subtitle", "Subtitle", 2, r#"<w:keepNext/><w:spacing w:after="0"/><w:jc w:val="center"/>"#, "<w:b/>"),
    style("AsOf", "Tính đến ngày", 0, r#"<w:spacing w:after="60"/><w:jc w:val="center"/>"#, "<w:b/>"),
    style("Sources", "Căn cứ", 0, r#"<w:spacing w:after="160"/><w:jc w:val="center"/>"#, "<w:i/>"),
    style("Line", "Dòng", 0, r#"<w:spacing w:after="80"/>"#, ""),
    style(
        "Prose",
        "Body Text",
        0,
        r#"<w:spacing w:before="120" w:after="120"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>"#,
        "",
    ),
    style(
        "Heading1",
        "heading 1",
        0,
        r#"<w:keepNext/><w:spacing w:before="200" w:after="60"/><w:outlineLvl w:val="1"/>"#,
        "<w:b/>",
    ),
    style(
        "Heading2",
        "heading 2",
        0,
        r#"<w:keepNext/><w:spacing w:before="240" w:after="100"/><w:outlineLvl w:val="1"/>"#,
        "<w:b/>",
    ),
    style("Point", "List Bullet", 0, r#"<w:spacing w:after="40"/><w:ind w:left="284" w:hanging="284"/>"#, ""),
    style("Gap", "Khoảng cách", -14, r#"<w:spacing w:after="0"/>"#, ""),
    style(
        "TableHead",
        "Đầu cột",
        -2,
        r#"<w:keepNext/><w:spacing w:before="30" w:after="30"/><w:jc w:val="center"/>"#,
        "<w:b/>",
    ),
    style("TableGroup", "Nhóm dòng", 0, r#"<w:keepNext/><w:spacing w:before="30" w:after="30"/>"#, ""),
    style("TableText", "Ô bảng", 0, TIGHT, ""),
    style("TableSmall", "Ô bảng nhỏ", -2, TIGHT, ""),
    style("TableCentred", "Ô bảng giữa", 0, r#"<w:spacing w:before="30" w:after="30"/><w:jc w:val="center"/>"#, ""),
    style("TableNumber", "Số thứ tự", 0, r#"<w:spacing w:before="30" w:after="30"/><w:jc w:val="center"/>"#, ""),
    style("TableNote", "Ghi chú trong bảng", -2, r#"<w:spacing w:before="0" w:after="30"/>"#, "<w:i/>"),
];

/// The styles that stand closer on a page that must hold everything.
const CLOSE: [(&str, &str); 3] = [
    ("Title", r#"<w:keepNext/><w:spacing w:before="200" w:after="0"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>"#),
    ("Heading1", r#"<w:keepNext/><w:spacing w:before="120" w:after="20"/><w:outlineLvl w:val="1"/>"#),
    ("Point", r#"<w:spacing w:after="20" w:line="220" w:lineRule="auto"/><w:ind w:left="284" w:hanging="284"/>"#),
];

/// The styles of a document whose text has a size in half points; `close` where one page must hold everything.
pub(super) fn styles(size: u32, close: bool) -> String {
    let mut xml = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="table" w:default="1" w:styleId="Plain"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:basedOn w:val="Plain"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders></w:tblPr></w:style>"#
    );
    for style in &STYLES {
        let closer = CLOSE.iter().find(|(id, _)| close && *id == style.id).map(|(_, paragraph)| *paragraph);
        let own = u32::try_from(i64::from(size) + i64::from(style.size)).unwrap_or(size).max(2);
        let _ = write!(
            xml,
            r#"<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{}</w:pPr><w:rPr>{}<w:sz w:val="{own}"/><w:szCs w:val="{own}"/></w:rPr></w:style>"#,
            style.id,
            style.name,
            closer.unwrap_or(style.paragraph),
            style.run
        );
    }
    // Above and below the text nothing grows with it.
    for (id, name, paragraph, size) in [
        ("Header", "header", CENTRE, 26),
        ("Footer", "footer", r#"<w:spacing w:after="0"/>"#, 20),
        (
            "FooterFirst",
            "footer first line",
            r#"<w:pBdr><w:top w:val="single" w:sz="4" w:space="2" w:color="auto"/></w:pBdr><w:spacing w:after="0"/>"#,
            20,
        ),
    ] {
        let _ = write!(
            xml,
            r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:pPr>{paragraph}</w:pPr><w:rPr><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>"#
        );
    }
    xml + "</w:styles>"
}
