//! From papers to the record, driven as a person drives it: ten files at once, one file that is right, one with a
//! wrong field, an Excel list with its decision, a scan, an appointment, and an end in the middle. The province, its
//! people and its numbers are invented.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use window::{Desktop, Outcome, Screen, founding, out, paper, program, sample, written};

/// A page of a paper as a picture, as a scanner makes it.
fn scanned(folder: &Path) -> Outcome<PathBuf> {
    let paper = Path::new(window::ROOT).join("src-tauri/crates/reading/tests/accuracy/development/files/A30.pdf");
    let page = folder.join("bản chụp");
    let drawn = Command::new("pdftoppm").args(["-r", "80", "-png", "-singlefile"]).arg(paper).arg(&page).status()?;
    assert!(drawn.success());
    Ok(page.with_extension("png"))
}

/// The annex of a decision as an Excel file.
fn sheet(folder: &Path) -> Outcome<PathBuf> {
    let path = folder.join("danh sách kèm theo.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    let list = book.add_worksheet();
    list.write(0, 0, "DANH SÁCH THÀNH VIÊN TỔ CÔNG TÁC RÀ SOÁT ĐẤT ĐAI TỈNH SA THẠCH")?;
    list.write(1, 0, "(Kèm theo Quyết định số 88/QĐ-UBND ngày 05/5/2021 của UBND tỉnh Sa Thạch)")?;
    for (column, heading) in ["TT", "Họ và tên", "Chức vụ, đơn vị công tác", "Chức danh trong Tổ"].iter().enumerate()
    {
        list.write(3, u16::try_from(column)?, *heading)?;
    }
    let people = [
        ("Giàng A Sử", "Giám đốc Sở Nông nghiệp", "Tổ trưởng"),
        ("Lò Thị Pành", "Phó Chánh Thanh tra tỉnh", "Tổ phó"),
        ("Vàng Seo Chứ", "Trưởng phòng Quản lý đất đai", "Thành viên"),
    ];
    for (row, (name, post, role)) in people.iter().enumerate() {
        let at = u32::try_from(row)? + 4;
        list.write(at, 0, u32::try_from(row)? + 1)?;
        list.write(at, 1, *name)?;
        list.write(at, 2, *post)?;
        list.write(at, 3, *role)?;
    }
    book.save(&path)?;
    Ok(path)
}

#[tokio::test]
async fn papers_of_every_kind_are_checked_and_recorded_without_typing() -> Outcome {
    let folder = tempfile::tempdir()?;
    let register = folder.path().join("sổ.kientoan");
    sample(&register, None)?;
    let mut desktop = Desktop::start().await?;
    let screen = Screen::open(&desktop, &program(), &register, &out()?).await?;
    screen.says("heads", "59").await?;

    // Ten files at once; the order of their names is not that of their days.
    let subjects = ["Cải cách hành chính", "Phòng, chống ma túy", "Xóa nhà tạm", "An toàn giao thông", "Bảo vệ rừng"];
    let more = ["Chuyển đổi số", "Giảm nghèo bền vững", "Phòng thủ dân sự", "Phát triển du lịch", "Đón Tết"];
    let mut files = Vec::new();
    for (at, subject) in (1..).zip(subjects.iter().chain(&more)) {
        let text = founding(at, &format!("Ban Chỉ đạo {subject} tỉnh Sa Thạch"), "Lò Văn An");
        files.push(written(folder.path(), &format!("{}.txt", 20 - at), &text)?);
    }
    desktop.drop_files(&files).await?;
    screen.says("record-ready", "10 văn bản").await?;
    screen.shoot("review 1 khay").await?;
    screen.click("record-ready").await?;
    screen.unlock_sample().await?;
    screen.says("batch", "Đã ghi 10 văn bản").await?;
    // One step takes all of it back, and the same files can come again.
    screen.click("undo-batch").await?;
    screen.says("notice", "Đã rút lại 10 mục ghi").await?;
    desktop.drop_files(&files).await?;
    screen.says("record-ready", "10 văn bản").await?;
    screen.count().await?;
    screen.click("record-ready").await?;
    screen.says("batch", "Đã ghi 10 văn bản").await?;
    let acts = screen.acts().await?;
    println!("ten papers that were read right, from drop to record: {acts} acts");
    assert!(acts <= 3, "{acts} acts");

    // One paper with a table that is right.
    let table = Path::new(window::ROOT).join("src-tauri/crates/reading/tests/accuracy/development/files/A07.docx");
    desktop.drop_files(&[table]).await?;
    screen.find("review").await?;
    screen.says("outcome", "Thành phần trước và sau").await?;
    screen.shoot("review 2 docx").await?;
    screen.count().await?;
    screen.click("record").await?;
    screen.says("notice", "vào sổ").await?;
    let acts = screen.acts().await?;
    println!("a paper that was read right, from drop to record: {acts} acts");
    assert!(acts <= 3, "{acts} acts");

    // One field is not what it should be: the words are selected in the paper.
    let wrong = founding(61, "Ban Chỉ đạo Y tế cơ sở tỉnh Sa Thạch", "Lò Văn An");
    desktop.drop_files(&[written(folder.path(), "61.txt", &wrong)?]).await?;
    screen.says("membership-after", "2 thành viên").await?;
    screen.count().await?;
    screen.click_first("review", "[data-field=\"title\"] textarea").await?;
    screen.select_block("Căn cứ Luật Tổ chức").await?;
    screen.click_first("put-into", "button").await?;
    let title = screen.value_of("[data-field=\"title\"] textarea").await?;
    assert!(title.starts_with("Căn cứ Luật Tổ chức"), "{title}");
    screen.shoot("review 3 sửa bằng chọn chữ").await?;
    screen.press_record().await?;
    screen.says("notice", "61/QĐ-UBND").await?;
    let acts = screen.acts().await?;
    println!("a paper with one wrong field, from drop to record: {acts} acts");
    assert!(acts <= 8, "{acts} acts");

    // An Excel list with its decision is one paper.
    let decision = paper(
        88,
        "ngày 05 tháng 5 năm 2021",
        "Về việc thành lập Tổ công tác rà soát đất đai tỉnh Sa Thạch",
        "Điều 1. Thành lập Tổ công tác rà soát đất đai tỉnh Sa Thạch (có danh sách kèm theo).\n\n\
         Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
    );
    let decision = written(folder.path(), "88.txt", &decision)?;
    desktop.drop_files(&[decision, sheet(folder.path())?]).await?;
    screen.says("membership-after", "3 thành viên").await?;
    screen.shoot("review 4 xlsx và quyết định").await?;
    screen.click("record").await?;
    screen.says("notice", "88/QĐ-UBND").await?;

    // A PDF, with its pages beside the text.
    let pdf = Path::new(window::ROOT).join("src-tauri/crates/reading/tests/accuracy/development/files/A30.pdf");
    desktop.drop_files(&[pdf]).await?;
    screen.click("as-pages").await?;
    screen.find("page-pictures").await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    screen.shoot("review 5 pdf").await?;
    screen.click("record").await?;
    screen.says("notice", "vào sổ").await?;

    // A scan is written by hand beside its picture.
    desktop.drop_files(&[scanned(folder.path())?]).await?;
    screen.find("page-pictures").await?;
    for (field, text) in [
        ("number", "99/QĐ-UBND"),
        ("date", "6/6/2021"),
        ("issuer", "UBND tỉnh Sa Thạch"),
        ("committees", "Tổ công tác Bến xe tỉnh Sa Thạch"),
    ] {
        let tag = if field == "issuer" { "textarea" } else { "input" };
        screen.type_into(&format!("[data-field=\"{field}\"] {tag}"), &format!("{text}\t")).await?;
    }
    screen.choose("[data-field=\"act\"] select", "establish").await?;
    // The question that is answered leaves the form, which moves up: what follows is clicked where it comes to rest.
    screen.says("outcome", "Tổ công tác Bến xe").await?;
    tokio::time::sleep(Duration::from_millis(300)).await;
    screen.click("add-member").await?;
    screen.type_into("[data-field=\"members.0\"] [data-part=\"role\"]", "Tổ trưởng").await?;
    screen.type_into("[data-field=\"members.0\"] [data-part=\"name\"]", "Giàng A Sử").await?;
    screen.says("membership-after", "1 thành viên").await?;
    screen.shoot("review 6 bản chụp").await?;
    // The register knows a Giàng A Sử in another post only where a post is written: nothing is asked here.
    screen.click("record").await?;
    screen.says("notice", "99/QĐ-UBND").await?;

    // An appointment: which seats it fills is shown first.
    let appointment = paper(
        120,
        "ngày 01 tháng 7 năm 2021",
        "Về việc bổ nhiệm Giám đốc Sở Nội vụ",
        "Điều 1. Bổ nhiệm ông Sùng A Lử, Phó Giám đốc Sở Nội vụ, giữ chức vụ Giám đốc Sở Nội vụ tỉnh Sa Thạch kể từ \
         ngày 01 tháng 7 năm 2021.\n\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.",
    );
    desktop.drop_files(&[written(folder.path(), "120.txt", &appointment)?]).await?;
    screen.find("draft-events").await?;
    assert_eq!(screen.value_of("[data-field=\"events.0\"] textarea").await?, "Sùng A Lử");
    screen.shoot("review 7 bổ nhiệm").await?;
    screen.click("record").await?;
    screen.says("notice", "120/QĐ-UBND").await?;
    screen.close().await
}

#[tokio::test]
async fn a_review_that_is_killed_in_the_middle_is_there_again() -> Outcome {
    let folder = tempfile::tempdir()?;
    let register = folder.path().join("sổ.kientoan");
    sample(&register, None)?;
    let mut desktop = Desktop::start().await?;
    let screen = Screen::open(&desktop, &program(), &register, &out()?).await?;
    screen.says("heads", "59").await?;
    let text = founding(7, "Ban Chỉ đạo Nước sạch tỉnh Sa Thạch", "Lò Văn An");
    desktop.drop_files(&[written(folder.path(), "7.txt", &text)?]).await?;
    screen.says("membership-after", "2 thành viên").await?;
    screen.type_into("[data-field=\"members.1\"] [data-part=\"name\"]", "Tẩn Thị Mỷ").await?;
    screen.says("membership-after", "Tẩn Thị Mỷ").await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let killed = Command::new("pkill").args(["-KILL", "-f"]).arg(&register).status()?;
    assert!(killed.success(), "the program was not there to be killed");
    tokio::time::timeout(Duration::from_secs(10), screen.close()).await.ok();

    let screen = Screen::open(&desktop, &program(), &register, &out()?).await?;
    screen.click("nav-import").await?;
    screen.says("tray", "7/QĐ-UBND").await?;
    screen.click_first("tray", "button.open").await?;
    screen.says("membership-after", "Tẩn Thị Mỷ").await?;
    screen.shoot("review 8 mở lại sau khi bị tắt").await?;

    // It cannot be recorded yet: set aside, it waits where everybody sees it.
    screen.click("set-aside").await?;
    screen.click("aside-go").await?;
    screen.unlock_sample().await?;
    screen.says("waiting", "Thiếu phụ lục").await?;
    screen.shoot("review 9 chờ").await?;
    screen.click("take-up").await?;
    screen.says("membership-after", "2 thành viên").await?;
    screen.close().await
}

/// Measures, and asserts nothing of time: `cargo test --test review -- --ignored --nocapture`, on a machine at rest.
#[tokio::test]
#[ignore = "it measures"]
async fn three_hundred_members_scroll_and_are_edited() -> Outcome {
    let folder = tempfile::tempdir()?;
    let register = folder.path().join("sổ.kientoan");
    sample(&register, None)?;
    let mut desktop = Desktop::start().await?;
    let screen = Screen::open(&desktop, &program(), &register, &out()?).await?;
    screen.says("heads", "59").await?;
    let syllables = ["An", "Bình", "Chứ", "Dung", "Giang", "Hà", "Khôi", "Lâm", "Mỷ", "Páo"];
    let people = (0..300).map(|at| {
        let [a, b, c] = [at % 10, at / 10 % 10, at / 100].map(|place| syllables[place]);
        format!("{}. Ông Lò {c} {b} {a}, Trưởng phòng {a} Sở {b} - Ủy viên;\n", at + 1)
    });
    let articles = format!(
        "Điều 1. Thành lập Ban Chỉ đạo Lớn tỉnh Sa Thạch gồm các ông, bà có tên sau:\n{}\n\
         Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
        people.collect::<String>()
    );
    let title = "Về việc thành lập Ban Chỉ đạo Lớn tỉnh Sa Thạch";
    let text = paper(300, "ngày 02 tháng 3 năm 2020", title, &articles);
    desktop.drop_files(&[written(folder.path(), "300.txt", &text)?]).await?;
    screen.says("membership-after", "300 thành viên").await?;
    println!("{}", screen.frames().await?);
    screen.close().await
}
