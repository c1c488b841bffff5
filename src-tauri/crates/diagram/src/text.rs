//! Measuring and breaking lines of text.

use std::sync::OnceLock;

use ttf_parser::Face;

use crate::PX;
use crate::chart::Style;

impl Style {
    /// Size in 1/16 px, and whether semi-bold: the type scale of the look.
    fn font(self) -> (i32, bool) {
        match self {
            Self::Name => (13 * PX, true),
            Self::Heading => (12 * PX + PX / 2, true),
            Self::Post => (12 * PX, true),
            Self::Second | Self::Row => (11 * PX + PX / 2, false),
            Self::RowName => (11 * PX + PX / 2, true),
            Self::Label => (11 * PX, false),
        }
    }

    /// From one baseline to the next.
    pub(crate) fn leading(self) -> i32 {
        self.font().0 * 7 / 5
    }
}

/// The width of a text, in 1/16 px.
pub(crate) fn width(text: &str, style: Style) -> i32 {
    let (size, bold) = style.font();
    let Some(face) = face(bold) else { return 0 };
    let units: i32 = text
        .chars()
        .map(|c| face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph)).map_or(0, i32::from))
        .sum();
    let em = i32::from(face.units_per_em());
    // Rounded up: a line that is a hair too short on paper breaks a word on screen.
    (units * size + em - 1) / em
}

/// Breaks a text into lines that fit a width. A word longer than the width stands alone, and is not cut.
pub(crate) fn wrap(text: &str, style: Style, fits: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), style) <= fits => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn face(bold: bool) -> Option<&'static Face<'static>> {
    static REGULAR: OnceLock<Option<Face<'static>>> = OnceLock::new();
    static SEMI_BOLD: OnceLock<Option<Face<'static>>> = OnceLock::new();
    let (parsed, bytes): (_, &[u8]) = if bold {
        (&SEMI_BOLD, include_bytes!("../../../fonts/BeVietnamPro_600SemiBold.ttf"))
    } else {
        (&REGULAR, include_bytes!("../../../fonts/BeVietnamPro_400Regular.ttf"))
    };
    parsed.get_or_init(|| Face::parse(bytes, 0).ok()).as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vietnamese_letter_has_a_width() {
        for letter in "ăâđêôơưĂÂĐÊÔƠƯẳẵặầẩẫậềểễệồổỗộờởỡợừửữựỳỷỹỵ".chars()
        {
            assert!(width(&letter.to_string(), Style::Name) > 0, "{letter}");
        }
    }

    #[test]
    fn lines_fit_and_lose_no_word() {
        let text = "Giám đốc Sở Nông nghiệp và Phát triển nông thôn";
        let lines = wrap(text, Style::Post, 110 * PX);
        assert!(lines.len() > 1);
        assert_eq!(lines.join(" "), text);
        assert!(lines.iter().all(|line| width(line, Style::Post) <= 110 * PX));
    }
}
