//! Who holds a post: recorded from the chart, followed through the directory, taken back in the journal.

use window::{Desktop, Outcome, Screen, out, program, sample};

const POST: &str = "Giám đốc Sở Thông tin và Truyền thông";

#[tokio::test(flavor = "current_thread")]
async fn an_appointment_shows_wherever_the_post_does_and_leaves_with_its_entry() -> Outcome {
    let out = out()?;
    let folder = tempfile::tempdir()?;
    let register = folder.path().join("sổ.kientoan");
    sample(&register, None)?;
    let desktop = Desktop::start().await?;
    let screen = Screen::open(&desktop, &program(), &register, &out).await?;
    screen.says("heads", "59").await?;
    screen.says("checked", "sổ nguyên vẹn").await?;

    // From the seat whose holder nobody knows.
    screen.choose_third_seat().await?;
    screen.says("holder-unknown", "Chưa rõ ai giữ chức vụ này").await?;
    screen.click("record-holder").await?;
    screen.says("news-about", POST).await?;
    // An empty form says what it wants, at the fields.
    screen.click("news-record").await?;
    screen.says("wrong", "Ghi họ tên người giữ").await?;
    screen.fill("news-person", "Lò Văn An").await?;
    screen.fill("news-since", "4/2016").await?;
    screen.fill("news-number", "12/QĐ-UBND").await?;
    screen.fill("news-issued", "1/4/2016").await?;
    screen.fill("news-place", "Điều 1").await?;
    screen.shoot("d1 ai giữ chức vụ này").await?;
    screen.click("news-record").await?;
    screen.unlock_sample().await?;
    screen.says("margin-title", "Lò Văn An").await?;
    screen.says("margin", "12/QĐ-UBND").await?;
    screen.shoot("d2 người giữ trong lề").await?;

    // The person, the post, the organization: each leads to the next.
    screen.click("to-person").await?;
    screen.says("page-title", "Lò Văn An").await?;
    screen.says("person-posts", POST).await?;
    screen.says("person-posts", "từ 4/2016").await?;
    screen.shoot("d3 một người").await?;
    screen.click_first("person-posts", "tbody button").await?;
    screen.says("page-title", POST).await?;
    screen.says("holders", "Lò Văn An").await?;
    screen.says("seats", "Phó Trưởng ban").await?;
    screen.shoot("d4 một chức vụ").await?;
    screen.click("post-organization").await?;
    screen.says("posts", "Lò Văn An").await?;
    screen.says("life", "Sở Thông tin và Truyền thông").await?;
    screen.shoot("d5 một cơ quan").await?;
    // Later it is merged away: said, with the successor proposed and not applied.
    screen.set_date("1/7/2025").await?;
    screen.says("successor", "chưa áp dụng").await?;
    screen.set_date("21/4/2016").await?;

    screen.click("nav-directory").await?;
    screen.fill("directory-filter", "lo van").await?;
    screen.says("directory", "1 người có tên").await?;
    screen.says("directory", "Lò Văn An").await?;
    screen.shoot("d6 nhân sự, chức vụ").await?;

    // Recorded by mistake: the entry stays, struck through, and the seat is as it was.
    screen.click("nav-journal").await?;
    screen.click_first("journal", "[data-testid^=\"undo-\"]").await?;
    screen.says("undo-dialog", "Lò Văn An").await?;
    screen.says("undo-dialog", "Không có gì bị xóa").await?;
    screen.click("undo-go").await?;
    screen.says("journal", "đã ghi là nhầm").await?;
    screen.shoot("d7 nhật ký sổ").await?;
    screen.click("nav-committees").await?;
    screen.open_first_committee().await?;
    screen.choose_third_seat().await?;
    screen.says("holder-unknown", "Chưa rõ ai giữ chức vụ này").await?;

    // Put away again, the register is for looking only.
    screen.click("lock").await?;
    screen.says("viewing", "Chỉ xem").await?;
    screen.close().await
}
