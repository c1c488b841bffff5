//! The words of the papers. Papers are in Vietnamese whatever the language of the window, because the office
//! that reads them is; every sentence that a paper says by itself stands here and nowhere else.

pub mod changes;
pub mod decisions;
pub mod directory;
pub mod drawing;
pub mod matrix;
pub mod notice;
pub mod person;
pub mod sources;
pub mod summary;

use register::date::{Day, Instant, end_of_day};

/// What the paper is, and what it is not: the first thing that it says.
pub const NOTICE: &str = "Trích sổ theo dõi, không thay thế quyết định";
/// The kind of paper.
pub const LIST: &str = "Danh sách thành viên";
/// The heads of the columns.
pub const COLUMNS: [&str; 4] = [NUMBER, "Họ và tên", "Chức vụ, cơ quan", "Căn cứ"];
/// The head of the running number.
pub const NUMBER: &str = "STT";
/// The head of the column of roles in a workbook.
pub const ROLE: &str = "Vai trò";
/// The head of the column of the words that several rows share, in a workbook.
pub const WORDING: &str = "Diện nêu trong quyết định";
/// The head of the column of what is to be said of a row, in a workbook.
pub const NOTES: &str = "Ghi chú";
/// In the place of a table, where a paper has none.
pub const NO_TABLE: &str = "Không có dòng nào.";
/// How a comrade is addressed.
pub const COMRADE: &str = "Đồng chí";
/// In place of what is not known or not said.
pub const NONE: &str = "–";
/// The heads of the columns of a sheet; the last two are only to be looked at.
pub const SHEET_COLUMNS: [&str; 7] = [
    "STT",
    "Họ và tên",
    "Chức vụ, đơn vị",
    "Vai trò",
    "Khách mời (x)",
    "Người giữ chức vụ (theo sổ)",
    "Quyết định làm căn cứ",
];
/// How a sheet is used.
pub const SHEET_HOW: &str = "Sửa, thêm, bớt dòng rồi nhập tệp này vào Kiện Toàn: phần thay đổi thành bản nháp để xác \
    nhận. Hai cột in nghiêng chỉ để xem.";
/// The name of the sheet of the committee itself.
pub const SHEET: &str = "Thành viên";
/// The mark of somebody invited.
pub const INVITED_MARK: &str = "x";
/// The word before "1/3".
pub const PAGE: &str = "Trang";
/// The role of a member for whom the decision states none.
pub const MEMBER: &str = "Thành viên";
/// Those who are invited and do not count.
pub const INVITED: &str = "Mời tham gia";
/// The first words of the line that says what a paper rests on.
pub const SOURCES: &str = "Theo";

/// Nobody knows who holds the post.
pub const NOT_KNOWN: &str = "(chưa rõ)";
/// Nobody was sent yet.
pub const NOT_NOMINATED: &str = "(chưa cử)";
/// The last holder left.
pub const VACANT: &str = "(khuyết)";
/// Beside a citation of a decision that is known from reports only.
pub const REBUILT: &str = "(dựng lại)";
/// The same, where there is room.
pub const REBUILT_FROM_REPORTS: &str = "bản dựng lại theo báo chí";
/// Where a fact rests on a note and not on a paper.
pub const NOTE: &str = "ghi chú của cơ quan";

/// The post, or every post of the class, is no more.
pub const POST_ENDED: &str = "không còn chức danh này – cần kiện toàn";
/// Beside a seat whose decision is suspended.
pub const DECISION_SUSPENDED: &str = "quyết định đang tạm ngưng hiệu lực";
/// Of a committee that is suspended.
pub const SUSPENDED: &str = "Đang bị đình chỉ, tạm ngưng hoạt động; các vị trí được giữ nguyên.";
/// Of a committee that goes on past its purpose's day.
pub const PAST_PURPOSE: &str = "Đã quá thời hạn thực hiện nhiệm vụ; chưa có văn bản kết thúc hoạt động.";
/// The body is no more.
pub const BODY_ENDED: &str = "không còn cơ quan này – cần kiện toàn";
/// The person named left the post.
pub const LEFT_POST: &str = "không còn giữ chức vụ";
/// Two hold a post for one.
pub const TWO_HOLDERS: &str = "hai người cùng giữ chức danh";
/// Every post of the class has a seat of its own further up.
pub const NAMED_ABOVE: &str = "đều đã có tên ở vị trí khác";
/// A seat without a vote.
pub const NO_VOTE: &str = "không biểu quyết";
/// Holds the post in an acting way.
pub const ACTING: &str = "(quyền)";
/// Is in charge of the post.
pub const IN_CHARGE: &str = "(phụ trách)";

/// A successor of an ended body: proposed, never applied.
pub fn consider(successor: &str) -> String {
    format!("đề nghị xem xét: {successor}")
}

/// The paper by which the holder has the post.
pub fn appointed(paper: &str) -> String {
    format!("giữ chức vụ theo {paper}")
}

/// The day of the list.
pub fn as_of(on: Day) -> String {
    format!("Tính đến {}", long(on))
}

/// The day of printing, where an administrative document has its place and date.
pub fn printed(on: Day) -> String {
    format!("In {}", long(on))
}

/// The state of the record that the paper was made from, in the time of Việt Nam.
pub fn known(instant: Instant) -> String {
    let local = local(instant);
    if end_of_day(local.date()) == instant {
        return format!("Theo sổ biết đến hết ngày {}", short(local.date()));
    }
    format!("Theo sổ biết đến {:02} giờ {:02} phút ngày {}", local.hour(), local.minute(), short(local.date()))
}

/// An instant in the time of Việt Nam.
pub fn local(instant: Instant) -> jiff::civil::DateTime {
    jiff::tz::Offset::constant(7).to_datetime(instant)
}

/// The code at the foot.
pub fn code(code: &str) -> String {
    format!("Mã đối chiếu {code}")
}

/// The day of the list and the state of the record, for the foot of each page.
pub fn foot(on: Day, known_on: Instant) -> String {
    format!("Tính đến ngày {}. {}.", short(on), known(known_on))
}

/// How many sit.
pub fn total(heads: Option<u32>) -> String {
    match heads {
        Some(heads) => format!("Tổng số thành viên: {heads}"),
        None => "Tổng số thành viên: chưa rõ".to_owned(),
    }
}

/// How many are invited.
pub fn invited(heads: u32) -> String {
    format!("Mời tham gia: {heads} (không tính vào tổng số thành viên)")
}

/// Why the numbers of the rows and the total differ.
pub const COUNTED_ONCE: &str = "Một người giữ nhiều vị trí được tính một lần.";

/// The bodies that do the daily work.
pub fn standing_agencies(agencies: &[String]) -> String {
    format!("Cơ quan thường trực: {}", agencies.join("; "))
}

/// A body inside the committee, over its own table.
pub fn sub_body(name: &str, heads: u32) -> String {
    format!("{name}: {heads} thành viên (không tính vào tổng số trên)")
}

/// A committee that is not founded yet.
pub fn not_yet(committee: &str, on: Day) -> String {
    format!("Theo sổ, đến {} {committee} chưa được thành lập.", long(on))
}

/// A committee that has ended.
pub fn ended(committee: &str, on: Day) -> String {
    format!("Theo sổ, đến {} {committee} đã kết thúc hoạt động.", long(on))
}

/// A committee that nobody sits in.
pub const NOBODY: &str = "Theo sổ, tại ngày này không có thành viên nào.";

/// A committee of which the register has no list of members, or only a part of one.
pub fn unknown(sources: &str, some_known: bool) -> String {
    let by = if sources.is_empty() { String::new() } else { format!(" ({sources})") };
    let rest = if some_known { " Danh sách dưới đây chỉ gồm những vị trí mà sổ biết." } else { "" };
    format!("Chưa rõ thành phần: sổ ghi nhận văn bản{by} nhưng chưa có danh sách thành viên.{rest}")
}

/// The papers behind a list, in words; more than `most` are counted, not named.
pub fn sources(named: &[String], most: usize) -> String {
    if named.len() <= most {
        return named.join("; ");
    }
    format!("{} và {} văn bản khác", named[..most].join("; "), named.len() - most)
}

/// "ngày 21 tháng 4 năm 2016"; days below 10 and the first two months with a zero, as the decree on papers
/// has it, so that no digit can be put before them.
pub fn long(day: Day) -> String {
    format!("ngày {:02} tháng {} năm {}", day.day(), month(day), day.year())
}

/// "21-4-2016", with the same zeros.
pub fn short(day: Day) -> String {
    format!("{:02}-{}-{}", day.day(), month(day), day.year())
}

fn month(day: Day) -> String {
    if day.month() <= 2 { format!("{:02}", day.month()) } else { day.month().to_string() }
}

/// "từ 21-4-2016", "21-4-2016 – 30-6-2025", as people count: the last day belongs to it.
pub fn period(from: Day, to: Option<Day>) -> String {
    match to {
        None => format!("từ {}", short(from)),
        Some(to) if last_day(to) <= from => short(from),
        Some(to) => format!("{} – {}", short(from), short(last_day(to))),
    }
}

/// The last day of a stretch, from the first day after it.
pub fn last_day(to: Day) -> Day {
    to.yesterday().unwrap_or(to)
}

/// A date of which only the year or the month may be known, in the form of the record: 2014, 2014-11, 2014-11-25.
pub fn partial(written: &str) -> String {
    if let Ok(day) = register::date::day(written) {
        return short(day);
    }
    match written.split_once('-') {
        Some((year, month)) => format!("tháng {}-{year}", month.trim_start_matches('0')),
        None => format!("năm {written}"),
    }
}

/// Several in one sentence: "A, B và C".
pub fn and(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} và {last}", first.join(", ")),
    }
}

/// A text that would fill a page, cut behind a word.
pub fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(before, _)| before);
    format!("{} …", cut.trim_end_matches([',', ';', '.', ' ']))
}

/// The kind of a paper, from the symbol behind its number.
pub fn kind(number: &str) -> &'static str {
    let symbol = number.rsplit('/').next().unwrap_or_default();
    match symbol.split('-').next().unwrap_or_default() {
        "QĐ" => "Quyết định",
        "NQ" => "Nghị quyết",
        "CT" => "Chỉ thị",
        "TB" => "Thông báo",
        "KH" => "Kế hoạch",
        _ => "Văn bản",
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "what cannot be read is a failed test")]
mod tests {
    use super::*;

    #[test]
    fn small_days_and_the_first_two_months_have_a_zero() {
        assert_eq!(long(jiff::civil::date(2016, 4, 21)), "ngày 21 tháng 4 năm 2016");
        assert_eq!(long(jiff::civil::date(2016, 2, 5)), "ngày 05 tháng 02 năm 2016");
        assert_eq!(short(jiff::civil::date(2025, 3, 1)), "01-3-2025");
    }

    #[test]
    fn the_record_is_known_in_the_time_of_viet_nam() {
        let afternoon = "2026-11-23T10:05:09Z".parse().expect("an instant");
        assert_eq!(known(afternoon), "Theo sổ biết đến 17 giờ 05 phút ngày 23-11-2026");
        let evening = "2026-11-23T18:00:00Z".parse().expect("an instant");
        assert_eq!(known(evening), "Theo sổ biết đến 01 giờ 00 phút ngày 24-11-2026");
        assert_eq!(known(end_of_day(jiff::civil::date(2026, 11, 23))), "Theo sổ biết đến hết ngày 23-11-2026");
    }

    #[test]
    fn the_kind_of_a_paper_is_read_from_its_symbol() {
        assert_eq!(kind("1943/QĐ-UBND"), "Quyết định");
        assert_eq!(kind("16/2017/QĐ-UBND"), "Quyết định");
        assert_eq!(kind("1656/NQ-UBTVQH15"), "Nghị quyết");
        assert_eq!(kind("12/GM"), "Văn bản");
    }
}
