//! How likely a text is Vietnamese: by its words with marks, which are syllables of the language, and among them
//! those of every decision.

use crate::line::is_syllable;

/// Words with marks that hardly a page of administration goes without.
const FREQUENT: &str = " và của các được việc điều định quyết ủy uỷ nhân dân chủ tịch phó trưởng chỉ đạo thành viên tỉnh huyện \
    xã phường phố số ngày tháng năm căn cứ tổ chức quyền phương về lập kiện toàn giám đốc sở phòng văn thư ký ông bà đồng \
    chí thường trực đơn vị cơ vụ họ tên nhiệm hội bộ độc tự hạnh phúc cộng hòa hoà xã chủ nghĩa việt luật nghị đề là có \
    không cho với này một những đã nhà nước trong người đến từ theo tại hành thi kể ký mời danh sách chú ghi lục phụ ";

/// So many characters are looked at.
const SAMPLE: usize = 60_000;

/// How likely, from 0 to 1, and by how many words: 1 where a text has no letter beyond ASCII.
pub fn vietnamese(text: &str) -> (f64, u32) {
    let (mut all, mut good) = (0_u32, 0.0);
    let sample = text.char_indices().nth(SAMPLE).map_or(text, |(end, _)| &text[..end]);
    let parts = |c: char| {
        c.is_whitespace() || c.is_ascii_punctuation() || matches!(c, '“' | '”' | '‘' | '’' | '–' | '—' | '…' | '•')
    };
    for word in sample.split(parts).filter(|word| !word.is_ascii()) {
        all += 1;
        let low = word.to_lowercase();
        if !word.chars().all(char::is_alphabetic) || !even(word) {
            continue;
        }
        if FREQUENT.contains(&format!(" {low} ")) {
            good += 1.0;
        } else if is_syllable(word.chars()) {
            good += 0.8;
        }
    }
    if all == 0 { (1.0, 0) } else { (good / f64::from(all), all) }
}

/// Small letters, capitals, or small letters behind a capital: "hoΑ" and "sỞ" are words of a wrong reading.
fn even(word: &str) -> bool {
    let mut tail = word.chars().skip(1).peekable();
    let first_upper = word.chars().next().is_some_and(char::is_uppercase);
    let upper = tail.peek().is_some_and(|c| c.is_uppercase());
    (first_upper || !upper) && tail.all(|c| c.is_uppercase() == upper)
}
