//! A paper of many pages, stopped on its way by the button, in the real window.

use std::process::Command;
use std::time::Duration;

use serde_json::{Value, json};
use window::{Desktop, OF_SAMPLE, Outcome, Screen, out, program, sample};

/// So many that the pictures of the chart take long.
const MEMBERS: usize = 400;

#[tokio::test(flavor = "current_thread")]
async fn a_long_paper_is_stopped_by_its_button_and_leaves_nothing() -> Outcome {
    let out = out()?;
    let folder = tempfile::tempdir()?;
    let register = folder.path().join("sổ.kientoan");
    sample(&register, Some("2016-04-20"))?;
    let members: Vec<Value> = (0..MEMBERS)
        .map(|n| {
            let role = if n == 0 { "Trưởng ban" } else { "Ủy viên" };
            json!({ "name": format!("Lò Thị Số {n}"), "role": role, "position": "Trưởng bản", "article": "Điều 1" })
        })
        .collect();
    let decision = json!({ "number": "77/QĐ-UBND", "date": "2016-03-01", "issuer": "UBND tỉnh Sa Thạch",
        "act": "establish", "committees": ["Ban Chỉ đạo An toàn hồ đập"], "members": members });
    let draft = folder.path().join("77.json");
    std::fs::write(&draft, json!({ "decisions": [decision] }).to_string())?;
    let mut cli = Command::new(program().with_file_name("kientoan-cli"));
    let recorded = cli.arg("record").args([&register, &draft]).env("KIENTOAN_PASSPHRASE", OF_SAMPLE).output()?;
    assert!(recorded.status.success(), "{}", String::from_utf8_lossy(&recorded.stderr));

    let desktop = Desktop::start().await?;
    let screen = Screen::open(&desktop, &program(), &register, &out).await?;
    screen.set_date("20/4/2016").await?;
    screen.click("nav-committees").await?;
    screen.click_first("committees", "tbody tr:last-child button").await?;
    screen.says("heads", &MEMBERS.to_string()).await?;
    screen.click("committee-print").await?;
    screen.find("print-page").await?;
    let picture = folder.path().join("sơ đồ.png");
    screen.click("save-png").await?;
    desktop.answer_file_dialog("Lưu sơ đồ tổ chức", &picture).await?;
    screen.says("print-progress", "Đang").await?;
    screen.shoot("16 giấy tờ dài, đang in").await?;
    screen.click("print-stop").await?;
    screen.says("notice", "Đã dừng, không có tệp nào được lưu.").await?;
    screen.shoot("17 giấy tờ dài, đã dừng").await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let left: Vec<_> = std::fs::read_dir(folder.path())?.filter_map(|file| Some(file.ok()?.file_name())).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with("sơ đồ")), "{left:?}");
    screen.close().await
}
