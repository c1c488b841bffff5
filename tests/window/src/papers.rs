//! Papers of an invented province, to be dropped on the window.

use std::path::{Path, PathBuf};

use crate::Outcome;

const OFFICE: &str = "ỦY BAN NHÂN DÂN\nTỈNH SA THẠCH";

/// A decision of the province as plain text.
#[must_use]
pub fn paper(number: u32, date: &str, title: &str, articles: &str) -> String {
    format!(
        "{OFFICE}\n\nSố: {number}/QĐ-UBND\n\nSa Thạch, {date}\n\nQUYẾT ĐỊNH\n{title}\n\n\
         CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SA THẠCH\n\nCăn cứ Luật Tổ chức chính quyền địa phương;\n\nQUYẾT ĐỊNH:\n\n\
         {articles}\n\nCHỦ TỊCH\n\nMùa A Páo\n"
    )
}

/// A decision that founds a committee of two.
#[must_use]
pub fn founding(number: u32, name: &str, chair: &str) -> String {
    let articles = format!(
        "Điều 1. Thành lập {name} gồm các ông, bà có tên sau:\n1. Ông {chair}, Phó Chủ tịch UBND tỉnh - Trưởng ban;\n\
         2. Bà Tẩn Thị Mẩy, Giám đốc Sở Nội vụ - Ủy viên.\n\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký."
    );
    paper(number, "ngày 02 tháng 3 năm 2020", &format!("Về việc thành lập {name}"), &articles)
}

/// A paper as a file.
pub fn written(folder: &Path, name: &str, text: &str) -> Outcome<PathBuf> {
    let path = folder.join(name);
    std::fs::write(&path, text)?;
    Ok(path)
}
