//! Which pairs of letters a line has, roughly. Most phrases stand in no given line, and this says so without
//! looking for them: every phrase of the lexicon is asked of every line.

/// A set of pairs. It may say yes of a pair that is not there, but never no of one that is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pairs([u64; 8]);

impl Pairs {
    /// The pairs of these letters.
    pub fn of(letters: &[char]) -> Self {
        let mut pairs = Self::default();
        for pair in letters.windows(2) {
            pairs.add(pair[0], pair[1]);
        }
        pairs
    }

    /// Adds a pair.
    pub fn add(&mut self, first: char, second: char) {
        let (word, bit) = place(first, second);
        self.0[word] |= bit;
    }

    /// Adds those of another line.
    pub fn join(&mut self, other: Self) {
        self.0.iter_mut().zip(other.0).for_each(|(own, theirs)| *own |= theirs);
    }

    /// Whether the phrase may stand among the letters.
    pub fn may_have(&self, phrase: &str) -> bool {
        let mut letters = phrase.chars();
        let Some(mut last) = letters.next() else { return true };
        letters.all(|letter| {
            let (word, bit) = place(last, letter);
            last = letter;
            self.0[word] & bit != 0
        })
    }
}

fn place(first: char, second: char) -> (usize, u64) {
    let mixed = u32::from(first).wrapping_mul(0x9E37_79B1) ^ u32::from(second).wrapping_mul(0x85EB_CA6B);
    let mixed = mixed ^ (mixed >> 15);
    (usize::try_from(mixed >> 6 & 7).unwrap_or(0), 1 << (mixed & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_there_is_never_denied_and_most_else_is() {
        let letters: Vec<char> = "ông nguyễn văn tám, giám đốc sở nội vụ".chars().collect();
        let pairs = Pairs::of(&letters);
        for start in 0..letters.len() {
            for end in start..=letters.len() {
                assert!(pairs.may_have(&letters[start..end].iter().collect::<String>()));
            }
        }
        let absent = ["trưởng ban", "thay thế", "quyết định", "điều", "ủy viên", "bãi bỏ", "căn cứ", "phụ lục"];
        assert!(absent.iter().filter(|phrase| pairs.may_have(phrase)).count() <= 1);
    }
}
