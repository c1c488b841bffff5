//! A spreadsheet of 100,000 rows against openpyxl, which reads it into cells; ours into blocks.

use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use rust_xlsxwriter::Workbook;

use super::{medians, outside};
use crate::table::{Table, median, ratio, shown};

const ROWS: u32 = 100_000;
const ROUNDS: usize = 3;

/// Measures it where python3 has openpyxl (Debian: python3-openpyxl); otherwise it says so.
pub fn measure(table: &mut Table) -> Result<(), Box<dyn Error>> {
    // The first one on the path may be another than that of the Debian package.
    let python =
        ["python3", "/usr/bin/python3"].into_iter().find(|python| outside::works(python, &["-c", "import openpyxl"]));
    let Some(python) = python else {
        println!("openpyxl is not there: no figure for rows (Debian: apt-get install python3-openpyxl)");
        return Ok(());
    };
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("rows.xlsx");
    write(&file)?;
    let bytes = std::fs::read(&file)?;
    let mut count = 0;
    let mut ours = || {
        count = black_box(reading::text("rows.xlsx", &bytes)?).blocks.len();
        Ok(())
    };
    let script = |read_only: &str| {
        format!(
            "import sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1], read_only={read_only}, data_only=True)\n\
             n = 0\nfor sheet in book:\n    for row in sheet.iter_rows(values_only=True):\n        n += len(row)\n\
             assert n >= {ROWS}"
        )
    };
    let (streamed, whole) = (script("True"), script("False"));
    let mut streaming = || outside::run(python, &["-c", &streamed], &file, &[]);
    let mut loading = || outside::run(python, &["-c", &whole], &file, &[]);
    let [ours_time, streamed_time, whole_time] = medians(ROUNDS, [&mut ours, &mut streaming, &mut loading])?;
    for (peer, time) in [("read_only", streamed_time), ("loaded whole", whole_time)] {
        table.row(
            format!("{ROWS} rows of a spreadsheet to {count} blocks; the peer: openpyxl, {peer}, as a process"),
            shown(ours_time),
            shown(time),
            ratio(ours_time, time),
            "≤ 0.05 ×",
        );
    }
    let mut drafts = Vec::new();
    for _ in 0..ROUNDS {
        let clock = Instant::now();
        black_box(reading::read("rows.xlsx", &bytes)?);
        drafts.push(clock.elapsed());
    }
    table.row(
        format!("the same {ROWS} rows from bytes to drafts"),
        shown(median(drafts)),
        "—".to_owned(),
        "—".to_owned(),
        "stated",
    );
    Ok(())
}

/// A list of people who are nobody.
fn write(file: &Path) -> Result<(), Box<dyn Error>> {
    const GIVEN: [&str; 8] = ["Khiết", "Nhiên", "Mận", "Thụ", "Lưu", "Bằng", "Sâm", "Điệp"];
    const POSTS: [&str; 4] = ["Giám đốc Sở Y tế", "Chủ tịch UBND huyện", "Chánh Văn phòng", "Trưởng phòng Tổ chức"];
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["STT", "Họ và tên", "Chức vụ", "Chức danh", "Ngày sinh"]) {
        sheet.write(0, column, heading)?;
    }
    for row in 1..=ROWS {
        let at = usize::try_from(row)?;
        sheet.write(row, 0, row)?;
        sheet.write(row, 1, format!("Lò Văn {} {}", GIVEN[at % GIVEN.len()], GIVEN[at / 8 % GIVEN.len()]))?;
        sheet.write(row, 2, format!("{} {}", POSTS[at % POSTS.len()], at % 613))?;
        sheet.write(row, 3, "Ủy viên")?;
        sheet.write(row, 4, format!("{:02}/{:02}/19{}", at % 28 + 1, at % 12 + 1, 60 + at % 40))?;
    }
    book.save(file)?;
    Ok(())
}
