//! From the dropped file to the saved PDF, in the real window.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use window::{Desktop, Outcome, ROOT, Screen, out, program, sample};

#[tokio::test(flavor = "current_thread")]
async fn from_the_dropped_file_to_the_saved_pdf() -> Outcome {
    let out = out()?;
    let folder = tempfile::tempdir()?;
    // The register as it stood the day before 1943.
    let register = folder.path().join("sổ.kientoan");
    sample(&register, Some("2016-04-20"))?;

    let mut desktop = Desktop::start().await?;
    let screen = Screen::open(&desktop, &program(), &register, &out).await?;
    // A register with one committee opens on it.
    screen.says("heads", "chưa rõ thành phần").await?;
    screen.set_date("20/4/2016").await?;
    screen.says("state-unknown", "6193/QĐ-UBND").await?;
    screen.shoot("1 trước quyết định, chưa rõ thành phần").await?;

    // Dropped from another program, as from the file manager.
    desktop.drop_files(&[Path::new(ROOT).join("src-tauri/sample/1943-QD-UBND.docx")]).await?;
    screen.says("review", "1943/QĐ-UBND").await?;
    screen.says("membership-after", "59").await?;
    screen.shoot("2 rà soát văn bản").await?;
    // Whoever only looks may read and review; recording asks whose key it is, and then goes on.
    screen.says("viewing", "Chỉ xem").await?;
    screen.click("record").await?;
    screen.unlock_sample().await?;
    screen.says("heads", "59").await?;
    screen.says("administrator", "Khóa lại").await?;
    screen.find("chart").await?;
    screen.shoot("3 sơ đồ ngày 21-4-2016").await?;

    screen.set_date("1/7/2025").await?;
    screen.says("heads", "19 thành viên").await?;
    screen.holds("chart", "cần kiện toàn").await?;
    screen.shoot("4 sơ đồ ngày 1-7-2025").await?;

    screen.click("nav-decisions").await?;
    screen.holds("timeline", "1943/QĐ-UBND").await?;
    screen.shoot("5 dòng thời gian").await?;

    screen.set_date("21/4/2016").await?;
    screen.click("nav-print").await?;
    screen.find("print-page").await?;
    screen.find("save-pdf").await?;
    screen.shoot("6 in ấn").await?;
    let pdf = out.join("danh-sach-thanh-vien.pdf");
    std::fs::remove_file(&pdf).ok();
    screen.click("save-pdf").await?;
    desktop.answer_file_dialog("Lưu danh sách thành viên", &pdf).await?;
    for _ in 0..150 {
        if pdf.exists() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    if !pdf.exists() {
        screen.shoot("lỗi").await?;
    }
    let text = Command::new("pdftotext").args(["-layout".as_ref(), pdf.as_os_str(), "-".as_ref()]).output()?;
    let text = String::from_utf8(text.stdout)?;
    for words in ["Trích sổ theo dõi, không thay thế quyết định", "Nguyễn Đức Chung", "1943/QĐ-UBND", "bản dựng lại"]
    {
        assert!(text.contains(words), "the PDF does not say {words:?}:\n{text}");
    }

    // A driven web view opens no dialog for printing: whether "In…" brings one up is looked at by eye.
    screen.click("nav-committees").await?;
    screen.open_first_committee().await?;
    screen.choose_third_seat().await?;
    screen.says("margin", "Giám đốc Sở Thông tin và Truyền thông").await?;
    screen.says("margin", "Chưa rõ ai giữ chức vụ này").await?;
    // What was said before has gone by now.
    tokio::time::sleep(Duration::from_secs(7)).await;
    screen.shoot("7 một vị trí và căn cứ").await?;

    // What is on screen is what is printed: the chart.
    screen.click("committee-print").await?;
    screen.find("print-sheet").await?;
    screen.find("save-svg").await?;
    screen.find("print-page").await?;
    screen.shoot("7b in sơ đồ").await?;

    screen.click("nav-settings").await?;
    screen.click("verify").await?;
    screen.find("verified").await?;
    screen.click("language-en").await?;
    screen.click("theme-dark").await?;
    screen.shoot("8 settings, dark").await?;
    screen.click("nav-committees").await?;
    screen.open_first_committee().await?;
    screen.says("heads", "59").await?;
    screen.shoot("9 chart, English, dark").await?;
    screen.close().await
}
