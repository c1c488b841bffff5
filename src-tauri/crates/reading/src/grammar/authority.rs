//! The case of an authority that a paper writes in capitals only: "HIỆU TRƯỞNG TRƯỜNG THPT NGUYỄN DUY HIỆU". Which words are
//! proper names nothing in the paper says, so that offices are known by their names, and places and people by where they
//! stand.

use std::sync::LazyLock;

/// Bodies and their fields, as offices write them.
const NAMES: [&str; 72] = [
    "Bộ Chỉ huy Quân sự",
    "Ban Chỉ huy Quân sự",
    "Kinh tế - Xã hội",
    "Cấp nước",
    "Tỉnh ủy",
    "Huyện ủy",
    "Thành ủy",
    "Đảng ủy",
    "Tỉnh đoàn",
    "Huyện đoàn",
    "Sở",
    "Bộ",
    "Cục",
    "Tổng cục",
    "Chi cục",
    "Trường",
    "Công ty",
    "Tổng công ty",
    "Tập đoàn",
    "Bệnh viện",
    "Trung tâm",
    "Học viện",
    "Đại học",
    "Cao đẳng",
    "Trung cấp",
    "Tiểu học",
    "Trung học cơ sở",
    "Trung học phổ thông",
    "Mầm non",
    "Mẫu giáo",
    "Tòa án nhân dân",
    "Viện Kiểm sát nhân dân",
    "Kho bạc Nhà nước",
    "Ngân hàng Nhà nước",
    "Bảo hiểm xã hội",
    "Liên đoàn Lao động",
    "Hội Nông dân",
    "Hội Liên hiệp Phụ nữ",
    "Hội Cựu chiến binh",
    "Hội Chữ thập đỏ",
    "Đoàn Thanh niên",
    "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Ban Thường trực",
    "Ban Thường vụ",
    "Ban Chấp hành",
    "Ban Quản lý",
    "Trạm Y tế",
    "Hợp tác xã",
    "Nội vụ",
    "Ngoại vụ",
    "Tài chính",
    "Công Thương",
    "Tư pháp",
    "Y tế",
    "Xây dựng",
    "Giao thông vận tải",
    "Kế hoạch và Đầu tư",
    "Khoa học và Công nghệ",
    "Thông tin và Truyền thông",
    "Giáo dục và Đào tạo",
    "Tài nguyên và Môi trường",
    "Nông nghiệp và Môi trường",
    "Nông nghiệp và Phát triển nông thôn",
    "Lao động - Thương binh và Xã hội",
    "Văn hóa, Thể thao và Du lịch",
    "Văn hóa và Thể thao",
    "Dân tộc và Tôn giáo",
    "Quốc phòng",
    "Công an",
    "Hải quan",
    "Kiểm lâm",
    "Thanh tra",
];

/// Each of them word by word, and the same in small letters without commas.
static MODELS: LazyLock<Vec<(Vec<&str>, Vec<String>)>> = LazyLock::new(|| {
    let model = |name: &'static str| {
        let words: Vec<&str> = name.split(' ').collect();
        let low = words.iter().map(|word| word.to_lowercase().trim_end_matches(',').to_owned()).collect();
        (words, low)
    };
    NAMES.into_iter().map(model).collect()
});

/// Written in capitals always.
const SHORT: [&str; 12] =
    ["thpt", "thcs", "th", "ubnd", "hđnd", "mttq", "ubmttq", "tnhh", "mtv", "bhxh", "gdtx", "dtnt"];

/// How the posts of those who head a body end.
const HEADS: [&str; 8] = ["trưởng", "đốc", "án", "trực", "viên", "vụ", "hành", "nhiệm"];

/// What stands before the name of a place, of a school or of a firm.
const BEFORE: [&str; 19] = [
    "tỉnh",
    "huyện",
    "xã",
    "phường",
    "quận",
    "thị xã",
    "thị trấn",
    "thành phố",
    "thpt",
    "thcs",
    "tiểu học",
    "mầm non",
    "trung học cơ sở",
    "trung học phổ thông",
    "tỉnh ủy",
    "huyện ủy",
    "thành ủy",
    "tỉnh đoàn",
    "huyện đoàn",
];

/// The text, of which every word that no list knew is in small letters, with capitals where names begin.
pub fn written(text: &str) -> String {
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    let low: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let bare: Vec<&str> = low.iter().map(|word| word.trim_end_matches(',')).collect();
    let mut known = vec![false; words.len()];
    for (model, key) in &*MODELS {
        for at in 0..low.len().saturating_sub(key.len() - 1) {
            let fits = bare[at..at + key.len()].iter().zip(key).all(|(word, key)| word == key);
            // "Công đoàn cơ sở", "đường bộ": a noun of one word is that of a body behind the post of its head only.
            let head = at == 0 || HEADS.contains(&low[at - 1].as_str());
            if fits && (key.len() > 1 || (head && !known[at])) {
                for (n, model) in model.iter().enumerate() {
                    let comma = if low[at + n].ends_with(',') && !model.ends_with(',') { "," } else { "" };
                    words[at + n] = format!("{model}{comma}");
                    known[at + n] = true;
                }
            }
        }
    }
    for (at, word) in words.iter_mut().enumerate() {
        if SHORT.contains(&low[at].trim_end_matches(',')) {
            *word = word.to_uppercase();
            known[at] = true;
        }
    }
    let heads = |at: usize| {
        BEFORE.iter().any(|before| {
            let mut above = low[..at].iter().rev();
            before.split(' ').rev().all(|key| above.next().is_some_and(|word| word == key))
        })
    };
    let mut named = false;
    for at in 0..words.len() {
        let joint = matches!(low[at].as_str(), "và" | "của" | "nhân" | "dân" | "-" | "ủy" | "đoàn" | "hội" | "khu");
        // "Bộ tài nguyên biển": of a body that no list knows, the first word.
        let first = at > 0
            && !known[at]
            && low[at] != "trưởng"
            && ["Bộ", "Sở", "Cục", "Trường", "Viện"].contains(&words[at - 1].as_str());
        named = (named || heads(at)) && !known[at] && !joint;
        if (named || first) && words[at].chars().next().is_some_and(char::is_lowercase) {
            words[at] = capital(&words[at]);
        }
    }
    words.join(" ")
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn names_in_an_authority_have_their_capitals() {
        for (text, right) in [
            ("Hiệu trưởng trường thpt nguyễn duy hiệu", "Hiệu trưởng Trường THPT Nguyễn Duy Hiệu"),
            ("Giám đốc sở công thương tỉnh hà giang", "Giám đốc Sở Công Thương tỉnh Hà Giang"),
            ("Giám đốc sở giáo dục và đào tạo", "Giám đốc Sở Giáo dục và Đào tạo"),
            ("Bộ trưởng Bộ nội vụ", "Bộ trưởng Bộ Nội vụ"),
            (
                "Giám đốc sở văn hóa, thể thao và du lịch tỉnh lào cai",
                "Giám đốc Sở Văn hóa, Thể thao và Du lịch tỉnh Lào Cai",
            ),
            ("Chủ tịch Ủy ban nhân dân xã yên sơn", "Chủ tịch Ủy ban nhân dân xã Yên Sơn"),
            ("Bộ trưởng Bộ tài nguyên biển", "Bộ trưởng Bộ Tài nguyên biển"),
            ("Ban Thường vụ huyện ủy kim sa", "Ban Thường vụ Huyện ủy Kim Sa"),
            ("Chánh án tòa án nhân dân tối cao", "Chánh án Tòa án nhân dân tối cao"),
        ] {
            assert_eq!(written(text), right);
        }
    }
}
