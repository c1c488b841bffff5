//! A decision of an invented commune.

use register::draft::Draft;

/// What is read from a decision with this subject and these articles.
pub fn read(title: &str, articles: &str) -> Draft {
    let paper = format!(
        "ỦY BAN NHÂN DÂN\nXÃ SA THẠCH\nSố: 12/QĐ-UBND\nSa Thạch, ngày 2 tháng 3 năm 2020\n\nQUYẾT ĐỊNH\n{title}\n\n\
         CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SA THẠCH\n\nTheo đề nghị của Văn phòng,\n\nQUYẾT ĐỊNH:\n\n{articles}\n\nCHỦ TỊCH\nLò Văn Ất"
    );
    let read = reading::read("paper.txt", paper.as_bytes()).ok();
    read.and_then(|read| read.decisions.into_iter().next()).unwrap_or_default()
}
