//! Text as papers take it, whatever somebody pasted into the register.

use register::text;

/// Composed letters, single spaces, and nothing that no reader sees: control characters, marks that turn the
/// direction of writing (which can make a line say another thing than it holds), joiners without width.
pub(crate) fn plain(said: &str) -> String {
    // Most of what is written needs nothing done.
    if said.chars().all(|c| matches!(c, '!'..='~' | '\u{C0}'..='\u{24F}' | '\u{1EA0}'..='\u{1EF9}' | '–' | ' ')) {
        return if said.contains("  ") || said.starts_with(' ') || said.ends_with(' ') {
            text::tidy(said)
        } else {
            said.to_owned()
        };
    }
    text::tidy(&said.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| seen(*c)).collect::<String>())
}

fn seen(c: char) -> bool {
    !matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn nothing_is_left_that_no_reader_sees() {
        assert_eq!(plain("Nguyễn Văn An"), "Nguyễn Văn An");
        assert_eq!(plain(" Nguyê\u{303}n\u{200B} Văn\nAn\u{7} "), "Nguyễn Văn An");
        assert_eq!(plain("Giám\u{202E}đốc\u{FEFF}  Sở"), "Giámđốc Sở");
    }
}
