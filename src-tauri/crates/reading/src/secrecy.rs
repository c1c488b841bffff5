//! State secrets may not enter an ordinary computer: a stamped paper is refused before anything is read.

use crate::reading::Block;
use crate::unreadable::Unreadable;

/// The stamps of the law on state secrets, and "thu hồi" variants are not among them.
const STAMPS: [&str; 3] = ["MẬT", "TỐI MẬT", "TUYỆT MẬT"];

/// A stamp stands near the head; the word further down may be anything.
const HEAD: usize = 40;

/// Refuses a paper that has a stamp as a line of its own near its head.
pub fn refuse_stamped(blocks: &[Block]) -> Result<(), Unreadable> {
    for line in blocks.iter().take(HEAD).flat_map(|block| block.text.split(['\n', '\t'])) {
        let bare = line.trim_matches(|c: char| !c.is_alphabetic());
        let words: String = bare.split_whitespace().collect::<Vec<_>>().join(" ");
        let said = words.strip_prefix("Độ mật: ").or_else(|| words.strip_prefix("ĐỘ MẬT: ")).unwrap_or(&words);
        let loud = said.to_uppercase();
        let own_line = said == loud || said.len() < words.len();
        if let Some(stamp) = STAMPS.iter().find(|stamp| own_line && **stamp == loud) {
            return Err(Unreadable::Secret { stamp: (*stamp).to_owned() });
        }
    }
    Ok(())
}
