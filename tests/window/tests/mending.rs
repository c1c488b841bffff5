//! Whatever enters the record can be struck out and added before it does, in the real window. The province, its
//! people and its numbers are invented.

use std::path::PathBuf;
use std::time::Duration;

use tempfile::TempDir;
use window::{Desktop, Outcome, Screen, founding, out, paper, program, sample, written};

const NAME: &str = "Ban Chỉ đạo Nước sạch tỉnh Sa Thạch";

/// The open window, and what it needs as long as it is.
struct Opened {
    folder: TempDir,
    register: PathBuf,
    desktop: Desktop,
    screen: Screen,
}

/// The window on the sample, with a committee of two recorded.
async fn with_a_committee() -> Outcome<Opened> {
    let folder = tempfile::tempdir()?;
    let register = folder.path().join("sổ.kientoan");
    sample(&register, None)?;
    let mut desktop = Desktop::start().await?;
    let screen = Screen::open(&desktop, &program(), &register, &out()?).await?;
    screen.says("heads", "59").await?;
    desktop.drop_files(&[written(folder.path(), "7.txt", &founding(7, NAME, "Lò Văn An"))?]).await?;
    screen.says("membership-after", "2 thành viên").await?;
    screen.click("record").await?;
    screen.unlock_sample().await?;
    screen.says("notice", "7/QĐ-UBND").await?;
    Ok(Opened { folder, register, desktop, screen })
}

#[tokio::test]
async fn what_a_paper_does_to_others_is_struck_out_and_added() -> Outcome {
    let Opened { folder, register, mut desktop, screen } = with_a_committee().await?;

    // It replaces one more than it should, and does not say who leaves.
    let articles = format!(
        "Điều 1. Kiện toàn {NAME}, gồm các ông, bà có tên sau:\n\
         1. Ông Lò Văn An, Phó Chủ tịch UBND tỉnh - Trưởng ban;\n\
         2. Ông Giàng A Sử, Giám đốc Sở Xây dựng - Ủy viên.\n\n\
         Điều 2. Thành lập Tổ giúp việc {NAME}, gồm:\n\
         1. Bà Ma Thị Dung, Trưởng phòng Sở Xây dựng - Tổ trưởng;\n\
         2. Ông Cầm Bá Lượn, Chuyên viên Sở Xây dựng - Thành viên.\n\n\
         Điều 3. Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 7/QĐ-UBND ngày 02 tháng 3 năm 2020 \
         của Chủ tịch UBND tỉnh, Quyết định số 2/QĐ-UBND ngày 15 tháng 01 năm 2019 của Chủ tịch UBND tỉnh."
    );
    let text = paper(31, "ngày 10 tháng 8 năm 2021", &format!("Về việc kiện toàn {NAME}"), &articles);
    desktop.drop_files(&[written(folder.path(), "31.txt", &text)?]).await?;
    screen.says("membership-after", "Giàng A Sử").await?;
    screen.shoot("review 10 quan hệ").await?;
    let second = "[data-field=\"replaces.1\"]";
    assert_eq!(screen.value_of(&format!("{second} input")).await?, "2/QĐ-UBND");
    screen.click_first("review", &format!("{second} > button")).await?;
    screen.gone(second).await?;

    // What is added and left empty stops the recording, and says where.
    screen.click("add-field").await?;
    screen.click("add-repeals").await?;
    screen.says("questions", "Bãi bỏ").await?;
    screen.shoot("review 11 ô để trống").await?;
    screen.type_into("[data-field=\"repeals.0\"] input", "5/QĐ-UBND").await?;
    // A day that is none stops it, too, and stands there to be mended.
    screen.type_into("[data-field=\"repeals.0\"] input.day", "31/2/2020\t").await?;
    screen.says("questions", "31/2/2020").await?;
    screen.type_into("[data-field=\"repeals.0\"] input.day", "20/5/2020\t").await?;
    screen.gone("[data-testid=\"questions\"]").await?;

    // The bodies inside are seen, and mended like the committee's own lines.
    screen.type_into("[data-field=\"sub_bodies.0.members.1\"] [data-part=\"name\"]", "Ông Cầm Bá Lương\t").await?;
    let name = "[data-field=\"sub_bodies.0.members.1\"] [data-part=\"name\"]";
    for _ in 0..50 {
        if screen.value_of(name).await? == "Cầm Bá Lương" {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(screen.value_of(name).await?, "Cầm Bá Lương");
    screen.shoot("review 12 tổ giúp việc").await?;
    // What is typed last counts, though the field was not left.
    screen.type_into("[data-field=\"signer\"] input:last-of-type", "Bà Hờ Thị Chía").await?;
    screen.press_record().await?;
    screen.says("notice", "31/QĐ-UBND").await?;
    let recorded = std::fs::read(&register)?;
    let holds = |words: &str| recorded.windows(words.len()).any(|bytes| bytes == words.as_bytes());
    assert!(holds("\"Hờ Thị Chía\""), "who signs was not recorded as it was typed");
    assert!(holds("2020-05-20"), "the day of the decision that is repealed is not there");

    assert!(holds("\"7/QĐ-UBND\"") && holds("\"5/QĐ-UBND\""), "what is replaced and repealed is recorded");
    assert!(!holds("\"2/QĐ-UBND\""), "what was struck out was recorded all the same");
    screen.click("nav-decisions").await?;
    screen.shoot("review 13 sau khi ghi").await?;
    screen.close().await
}

#[tokio::test]
async fn a_change_is_written_by_hand_with_its_articles() -> Outcome {
    let Opened { folder: _folder, desktop: _desktop, screen, .. } = with_a_committee().await?;

    screen.click("nav-import").await?;
    screen.click("by-hand").await?;
    for (field, tag, text) in [
        ("number", "input", "40/QĐ-UBND"),
        ("date", "input", "1/9/2021"),
        ("issuer", "textarea", "Chủ tịch Ủy ban nhân dân tỉnh Sa Thạch"),
        ("committees", "input", NAME),
        ("source_note", "textarea", "bản photo của Sở Nội vụ"),
    ] {
        screen.type_into(&format!("[data-field=\"{field}\"] .value {tag}"), &format!("{text}\t")).await?;
    }
    screen.choose("[data-field=\"act\"] select", "amend").await?;
    screen.click("add-field").await?;
    screen.click("add-leaves").await?;
    screen.type_into("[data-field=\"leaves.0\"] textarea", "Tẩn Thị Mẩy").await?;
    screen.type_into("[data-field=\"leaves\"] input.place", "khoản 2 Điều 1\t").await?;
    screen.click("add-member").await?;
    for (part, text) in [("role", "Ủy viên"), ("name", "Bà Vàng Thị Súa"), ("position", "Phó Giám đốc Sở Nội vụ")]
    {
        screen.type_into(&format!("[data-field=\"members.0\"] [data-part=\"{part}\"]"), &format!("{text}\t")).await?;
    }
    screen.type_into("[data-field=\"members.0\"] .place input", "khoản 1 Điều 1\t").await?;
    screen.says("membership-after", "Vàng Thị Súa").await?;
    screen.says("membership-before", "Tẩn Thị Mẩy").await?;
    screen.choose("[data-field=\"members.0\"] .under select", "replace").await?;
    screen.shoot("review 14 nhập tay").await?;
    screen.choose("[data-field=\"members.0\"] .under select", "add").await?;
    screen.click("record").await?;
    screen.says("notice", "40/QĐ-UBND").await?;
    screen.click("view-members").await?;
    screen.shoot("review 15 nhập tay, sau khi ghi").await?;
    screen.close().await
}
