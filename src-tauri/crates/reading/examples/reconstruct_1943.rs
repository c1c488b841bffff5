//! Writes `src-tauri/sample/1943-QD-UBND.docx`: a reconstruction of Quyết định 1943/QĐ-UBND of 21-4-2016 from
//! what the press reported of it, in our own words and in the layout of Nghị định 30/2020, Phụ lục I.
//!
//! The facts are the reported ones. The numbers of the articles are ours, and the signer is not known: both
//! are said on the paper, at its top and in its footer.
//!
//! Run from the top of the repository: `cargo run -p reading --example reconstruct_1943`.

use docx_rs::{
    AlignmentType, BorderType, Docx, Footer, Header, LineSpacing, LineSpacingType, PageMargin, Paragraph, Run,
    RunFonts, Style, StyleType, Table, TableBorder, TableBorderPosition, TableBorders, TableCell, TableCellBorder,
    TableCellBorderPosition, TableCellBorders, TableRow, WidthType,
};

const PATH: &str = "src-tauri/sample/1943-QD-UBND.docx";
const NOTE: &str = "Bản dựng lại theo báo chí, không phải văn bản gốc";

/// Sizes in half points.
const BODY: usize = 26;
const SMALL: usize = 24;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut file = std::fs::File::create(PATH)?;
    let footer =
        Footer::new().add_paragraph(Paragraph::new().align(AlignmentType::Center).add_run(plain(NOTE, 20).italic()));
    let mut docx = Docx::new()
        .default_fonts(
            RunFonts::new()
                .ascii("Times New Roman")
                .hi_ansi("Times New Roman")
                .cs("Times New Roman")
                .east_asia("Times New Roman"),
        )
        .default_size(BODY)
        .add_style(Style::new("Normal", StyleType::Paragraph).name("Normal"))
        .page_size(11906, 16838)
        .page_margin(PageMargin {
            top: 1134,
            bottom: 1134,
            left: 1701,
            right: 1134,
            header: 567,
            footer: 567,
            gutter: 0,
        })
        .header(
            Header::new()
                .add_paragraph(Paragraph::new().align(AlignmentType::Center).add_page_num(docx_rs::PageNum::new())),
        )
        .first_header(Header::new().add_paragraph(Paragraph::new()))
        .footer(footer.clone())
        .first_footer(footer)
        .add_paragraph(note())
        .add_table(letterhead())
        .add_paragraph(centred("QUYẾT ĐỊNH", BODY).line_spacing(space(280, 0)))
        .add_paragraph(
            centred("Về việc thành lập Ban chỉ đạo Ứng dụng công nghệ thông tin", BODY).line_spacing(space(0, 0)),
        )
        .add_paragraph(centred("thành phố Hà Nội", BODY).line_spacing(space(0, 0)))
        .add_table(rule(1800))
        .add_paragraph(centred("ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", BODY).line_spacing(space(240, 120)))
        .add_paragraph(text("Theo đề nghị của Sở Thông tin và Truyền thông và Sở Nội vụ,").italic())
        .add_paragraph(centred("QUYẾT ĐỊNH:", BODY).line_spacing(space(180, 120)));
    for (label, lines) in articles() {
        for (n, line) in lines.iter().enumerate() {
            let paragraph = if n == 0 { article(label, line) } else { text(line).paragraph };
            docx = docx.add_paragraph(paragraph);
        }
    }
    docx.add_paragraph(Paragraph::new().line_spacing(space(0, 0))).add_table(signature()).build().pack(&mut file)?;
    Ok(())
}

/// The articles, numbered by us.
fn articles() -> Vec<(&'static str, Vec<&'static str>)> {
    vec![
        (
            "Điều 1.",
            vec![
                "Thành lập Ban chỉ đạo Ứng dụng công nghệ thông tin thành phố Hà Nội (sau đây gọi tắt là Ban chỉ đạo), gồm các thành viên sau:",
                "1. Trưởng ban: Ông Nguyễn Đức Chung, Chủ tịch UBND Thành phố.",
                "2. Phó Trưởng ban:",
                "a) Ông Ngô Văn Quý, Phó Chủ tịch UBND Thành phố;",
                "b) Giám đốc Sở Thông tin và Truyền thông.",
                "3. Ủy viên thường trực:",
                "a) Giám đốc các sở Nội vụ, Tài chính, Kế hoạch và Đầu tư, Khoa học và Công nghệ;",
                "b) Lãnh đạo Văn phòng UBND Thành phố;",
                "c) Phó Giám đốc Sở TT-TT phụ trách CNTT.",
                "4. Ủy viên:",
                "a) Giám đốc các sở;",
                "b) Chủ tịch UBND các quận, huyện, thị xã;",
                "c) Cục trưởng các Cục Thuế, Thống kê, Hải quan;",
                "d) Giám đốc các đơn vị: Bảo hiểm xã hội; Cảnh sát Phòng cháy chữa cháy; Kho bạc Hà Nội;",
                "đ) Ông Đào Thanh Hải, Phó Giám đốc Công an Thành phố.",
            ],
        ),
        (
            "Điều 2.",
            vec![
                "Chức năng, nhiệm vụ của Ban chỉ đạo:",
                "1. Giúp UBND Thành phố quyết định chủ trương, cơ chế, chính sách, chương trình và dự án về ứng dụng công nghệ thông tin trong các cơ quan nhà nước.",
                "2. Điều phối, đôn đốc, kiểm tra việc triển khai, hướng tới một hệ thống công nghệ thông tin dùng chung, đồng bộ của Thành phố.",
                "3. Chỉ đạo, hướng dẫn, kiểm tra, đôn đốc và đánh giá các sở, ngành và UBND các quận, huyện, thị xã.",
                "4. Các Ủy viên thường trực thường xuyên kiểm tra, đánh giá tiến độ thực hiện.",
            ],
        ),
        ("Điều 3.", vec!["Sở Thông tin và Truyền thông là cơ quan thường trực, giúp việc của Ban chỉ đạo."]),
        (
            "Điều 4.",
            vec![
                "Quyết định này có hiệu lực thi hành kể từ ngày ký, thay thế Quyết định số 6193/QĐ-UBND ngày 25 tháng 11 năm 2014 của UBND Thành phố và các quyết định kiện toàn thành viên Ban chỉ đạo./.",
            ],
        ),
    ]
}

/// Says at the top what this paper is.
fn note() -> Paragraph {
    Paragraph::new()
        .align(AlignmentType::Center)
        .line_spacing(space(0, 160))
        .add_run(plain(&format!("({NOTE}; số của các điều do người dựng lại đặt)"), 22).italic())
}

fn letterhead() -> Table {
    let issuer = cell(3800)
        .add_paragraph(centred("ỦY BAN NHÂN DÂN", 26).line_spacing(space(0, 0)))
        .add_paragraph(centred("THÀNH PHỐ HÀ NỘI", 26).line_spacing(space(0, 0)));
    let country = cell(5471)
        .add_paragraph(centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 24).line_spacing(space(0, 0)))
        .add_paragraph(centred("Độc lập - Tự do - Hạnh phúc", 26).line_spacing(space(0, 0)));
    let number = cell(3800).add_paragraph(middle(plain("Số: 1943/QĐ-UBND", 26)).line_spacing(space(120, 0)));
    let day = cell(5471)
        .add_paragraph(middle(plain("Hà Nội, ngày 21 tháng 4 năm 2016", 26).italic()).line_spacing(space(120, 0)));
    let rules = TableRow::new(vec![
        cell(3800).add_table(rule(1300)).add_paragraph(tiny()),
        cell(5471).add_table(rule(3150)).add_paragraph(tiny()),
    ]);
    frameless(vec![TableRow::new(vec![issuer, country]), rules, TableRow::new(vec![number, day])], vec![3800, 5471])
}

fn signature() -> Table {
    let left = cell(4600)
        .add_paragraph(Paragraph::new().line_spacing(space(0, 0)).add_run(plain("Nơi nhận:", SMALL).bold().italic()))
        .add_paragraph(Paragraph::new().line_spacing(space(0, 0)).add_run(plain("(chưa rõ)", 22).italic()));
    let right = cell(4671)
        .add_paragraph(middle(plain("(chức vụ, họ tên", BODY).italic()).line_spacing(space(0, 0)))
        .add_paragraph(middle(plain("người ký: chưa rõ)", BODY).italic()).line_spacing(space(0, 0)));
    frameless(vec![TableRow::new(vec![left, right])], vec![4600, 4671])
}

fn cell(width: usize) -> TableCell {
    TableCell::new().width(width, WidthType::Dxa)
}

fn frameless(rows: Vec<TableRow>, grid: Vec<usize>) -> Table {
    Table::new(rows)
        .set_grid(grid)
        .set_borders(TableBorders::new().clear_all())
        .align(docx_rs::TableAlignmentType::Center)
}

/// A thin line under a heading, of this width, as the upper edge of an empty table.
fn rule(width: usize) -> Table {
    let edge = TableCellBorder::new(TableCellBorderPosition::Top).border_type(BorderType::Single).size(6);
    let line = cell(width).set_borders(TableCellBorders::new().clear_all().set(edge)).add_paragraph(tiny());
    let above = TableBorder::new(TableBorderPosition::Top).border_type(BorderType::Nil);
    Table::new(vec![TableRow::new(vec![line])])
        .set_grid(vec![width])
        .set_borders(TableBorders::new().clear_all().set(above))
        .align(docx_rs::TableAlignmentType::Center)
}

fn tiny() -> Paragraph {
    Paragraph::new().size(4).line_spacing(LineSpacing::new().before(0).after(0).line(40))
}

fn plain(words: &str, size: usize) -> Run {
    Run::new().add_text(words).size(size)
}

fn middle(run: Run) -> Paragraph {
    Paragraph::new().align(AlignmentType::Center).add_run(run)
}

fn centred(words: &str, size: usize) -> Paragraph {
    middle(plain(words, size).bold())
}

fn space(before: u32, after: u32) -> LineSpacing {
    LineSpacing::new().before(before).after(after).line(264).line_rule(LineSpacingType::Auto)
}

struct Text {
    paragraph: Paragraph,
    words: String,
}

impl Text {
    fn italic(self) -> Paragraph {
        body().add_run(plain(&self.words, BODY).italic())
    }
}

/// A paragraph of the body: justified, its first line indented.
fn text(words: &str) -> Text {
    Text { paragraph: body().add_run(plain(words, BODY)), words: words.to_owned() }
}

fn body() -> Paragraph {
    Paragraph::new()
        .align(AlignmentType::Both)
        .indent(None, Some(docx_rs::SpecialIndentType::FirstLine(720)), None, None)
        .line_spacing(space(50, 50))
}

fn article(label: &str, words: &str) -> Paragraph {
    body().add_run(plain(label, BODY).bold()).add_run(plain(&format!(" {words}"), BODY))
}
