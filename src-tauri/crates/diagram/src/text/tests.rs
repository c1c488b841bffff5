use rustybuzz::{Face, UnicodeBuffer, shape};

use super::*;
use Style::{Label, Name, Post};

/// What a shaper makes of a text, in units of the face: the one that papers are set with.
fn shaped(face: &Face, text: &str) -> i32 {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    shape(face, &[], buffer).glyph_positions().iter().map(|position| position.x_advance).sum()
}

fn measured(text: &str, bold: bool) -> i32 {
    let mut run = Run::default();
    Letters::of(bold).unwrap().append(&mut run, text);
    run.units
}

fn faces() -> [(bool, Face<'static>); 2] {
    [false, true].map(|bold| (bold, Face::from_slice(letters::bytes(bold), 0).unwrap()))
}

/// Letters and signs that both faces have, without what is put over or under another one.
fn alphabet(face: &Face) -> Vec<char> {
    let marks = '\u{300}'..='\u{36F}';
    (' '..'\u{2300}').filter(|c| face.glyph_index(*c).is_some() && !marks.contains(c)).collect()
}

#[test]
fn every_pair_of_letters_is_as_wide_as_a_shaper_sets_it() {
    for (bold, face) in faces() {
        let alphabet = alphabet(&face);
        assert!(alphabet.len() > 400);
        for first in &alphabet {
            // All pairs that begin with it, in one text; those between them are pairs as well.
            let text: String = alphabet.iter().flat_map(|second| [*first, *second]).collect();
            if measured(&text, bold) == shaped(&face, &text) {
                continue;
            }
            for second in &alphabet {
                let pair = format!("{first}{second}");
                assert_eq!(measured(&pair, bold), shaped(&face, &pair), "{pair:?}, bold: {bold}");
            }
        }
    }
}

#[test]
fn kerning_and_ligatures_are_counted() {
    let apart = |text: &str| text.chars().map(|c| measured(&c.to_string(), false)).sum::<i32>();
    assert!(measured("Tạ Văn Vũ", false) < apart("Tạ Văn Vũ"));
    for (bold, face) in faces() {
        for text in ["ff", "ffi", "fi", "office", "ffff", "f", "afi", ":star:", ":be:", ":dd:", ":st", "::be:"] {
            assert_eq!(measured(text, bold), shaped(&face, text), "{text}, bold: {bold}");
        }
    }
}

#[test]
fn what_stands_on_charts_is_as_wide_as_a_shaper_sets_it() {
    let texts = [
        "Giám đốc Sở Nông nghiệp và Phát triển nông thôn",
        "Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh",
        "TRƯỞNG BAN CHỈ ĐẠO",
        "Nguyễn Thị Ánh Tuyết",
        "Võ Văn Kiệt",
        "Đặng Hữu Ước",
        "Lò Thị Ỷ",
        "1.234 ghế (12/30)",
        "từ 21-4-2016 đến 1-7-2025",
        "“Tổ giúp việc” – Văn phòng; điện thoại: 0234/56…",
        "Chi cục trưởng & Phó",
    ];
    for (bold, face) in faces() {
        for text in texts {
            assert_eq!(measured(text, bold), shaped(&face, text), "{text}, bold: {bold}");
        }
        // A letter that the faces lack is a box.
        assert_eq!(measured("漢", bold), shaped(&face, "漢"));
        assert_eq!(measured("ℵ", bold), shaped(&face, "ℵ"));
    }
}

#[test]
fn every_vietnamese_letter_has_a_width() {
    for letter in "ăâđêôơưĂÂĐÊÔƠƯẳẵặầẩẫậềểễệồổỗộờởỡợừửữựỳỷỹỵ".chars()
    {
        assert!(width(&letter.to_string(), Name) > 0, "{letter}");
    }
}

#[test]
fn a_width_is_rounded_up() {
    // At 13 px, 16 units to the px: 1000 units are 208.
    let units = measured("Hà", true);
    assert_eq!(width("Hà", Name), (units * 208 + 999) / 1000);
    assert_eq!(width("", Name), 0);
}

#[test]
fn lines_fit_and_lose_no_word() {
    let text = "Giám đốc Sở Nông nghiệp và Phát triển nông thôn";
    for fits in [60, 80, 110, 150, 400].map(|px| px * PX) {
        let lines = wrap(text, Post, fits);
        assert_eq!(lines.join(" "), text);
        assert!(lines.iter().all(|line| width(line, Post) <= fits || !line.contains(' ')), "{lines:?}");
        // And none ends before it has to.
        for pair in lines.windows(2) {
            let next = pair[1].split(' ').next().unwrap();
            assert!(width(&format!("{} {next}", pair[0]), Post) > fits, "{pair:?} within {fits}");
        }
    }
    assert_eq!(wrap("  ", Label, 100), Vec::<String>::new());
}
