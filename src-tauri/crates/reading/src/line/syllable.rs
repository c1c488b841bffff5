//! The syllable of Vietnamese: how to place its tone, and how to part two that lost their space.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::is_letter;
use unicode_normalization::char::{compose, decompose_canonical};

const ONSETS: [&str; 28] = [
    "ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x", "",
];
const RHYMES: &str = " a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu \
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet oi om on ong oong op ot oc \
    ô ôi ôm ôn ông ôp ôt ôc ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uê uêch uênh uêu ui um un ung uôc uôi uôm uôn uông \
    uôt uơ up ut uc uy uya uych uyên uyêt uynh uyt uyu ư ưa ưi ưng ưt ưu ưc ươc ươi ươm ươn ương ươp ươt ươu \
    y yêm yên yêng yêt yêu ";

static KNOWN_RHYMES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| RHYMES.split_whitespace().collect());

/// Whether the letters make one syllable. Asked of nearly every word of a paper.
pub fn is_syllable(word: impl IntoIterator<Item = char>) -> bool {
    let mut bare = String::with_capacity(40);
    word.into_iter().flat_map(char::to_lowercase).for_each(|letter| bare.push(toneless(letter)));
    ONSETS.iter().any(|onset| bare.strip_prefix(onset).is_some_and(|rhyme| KNOWN_RHYMES.contains(rhyme)))
}

/// The letter without its tone, but with what shapes it.
fn toneless(letter: char) -> char {
    if letter.is_ascii() {
        return letter;
    }
    let mut bare: Option<char> = None;
    decompose_canonical(letter, |part| {
        if !is_tone(part) {
            bare = Some(bare.map_or(part, |base| compose(base, part).unwrap_or(base)));
        }
    });
    bare.unwrap_or(letter)
}

fn is_tone(c: char) -> bool {
    matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

/// Where to part a word that is two syllables without a space ("Banchỉ"): only when it is none itself, has a
/// letter of Vietnamese, and there is one way to part it. Names of other tongues are left alone.
pub fn parting(word: &[char]) -> Option<usize> {
    let vietnamese = word.iter().any(|c| !c.is_ascii());
    if !vietnamese
        || word.len() < 4
        || word.len() > 14
        || !word.iter().all(|c| is_letter(*c))
        || is_syllable(word.iter().copied())
    {
        return None;
    }
    let upper = word.iter().filter(|c| c.is_uppercase()).count();
    if upper > 1 && upper < word.len() {
        // A capital inside the word shows the seam by itself.
        let seam = (1..word.len()).find(|at| word[*at].is_uppercase() && word[at - 1].is_lowercase())?;
        return parts(word, seam).then_some(seam);
    }
    let seams: Vec<usize> = (2..word.len() - 1).filter(|at| parts(word, *at)).collect();
    // Of several seams ("Bộ|trưởng", "Bột|rưởng") the one between words of administration.
    let known: Vec<usize> =
        seams.iter().copied().filter(|at| familiar(&word[..*at]) && familiar(&word[*at..])).collect();
    match (seams.as_slice(), known.as_slice()) {
        ([seam], _) | (_, [seam]) => Some(*seam),
        _ => None,
    }
}

fn familiar(word: &[char]) -> bool {
    let low: String = word.iter().flat_map(|c| c.to_lowercase()).collect();
    crate::lexicon::syllables().contains(low.as_str())
}

fn parts(word: &[char], at: usize) -> bool {
    is_syllable(word[..at].iter().copied()) && is_syllable(word[at..].iter().copied())
}

/// The old placement of a tone in an open syllable, and the modern one: only at the end of a word, so that
/// toàn and hoàng stay.
const PLACEMENTS: [(&str, &str); 3] = [("oa", "òóỏõọàáảãạ"), ("oe", "òóỏõọèéẻẽẹ"), ("uy", "ùúủũụỳýỷỹỵ")];

/// Moves the tone of each word to its modern place, one character for one.
pub fn place_tones(chars: &mut [char]) {
    for at in 1..chars.len() {
        let ends = chars.get(at + 1).is_none_or(|next| !is_letter(*next));
        // Only letters with a tone move it, and none of them is of ASCII.
        if chars[at].is_ascii() || !ends {
            continue;
        }
        for (pair, toned) in PLACEMENTS {
            let mut bases = pair.chars();
            let (Some(first), Some(_)) = (bases.next(), bases.next()) else { continue };
            let forms: Vec<char> = toned.chars().collect();
            let low = |c: char| c.to_lowercase().next().unwrap_or(c);
            let before = at.checked_sub(2).and_then(|before| chars.get(before)).map(|c| low(*c));
            if low(chars[at - 1]) != first || (first == 'u' && before == Some('q')) {
                continue;
            }
            if let Some(tone) = forms[5..].iter().position(|form| *form == low(chars[at])) {
                let upper = |form: char, like: char| {
                    if like.is_uppercase() { form.to_uppercase().next().unwrap_or(form) } else { form }
                };
                let last = pair.chars().last().unwrap_or('a');
                chars[at - 1] = upper(forms[tone], chars[at - 1]);
                chars[at] = upper(last, chars[at]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(text: &str) -> String {
        let mut chars: Vec<char> = text.chars().collect();
        place_tones(&mut chars);
        chars.into_iter().collect()
    }

    #[test]
    fn tones_move_in_open_syllables_only() {
        assert_eq!(placed("Uỷ viên, hoà, khoẻ, Thuỷ, TOÀ"), "Ủy viên, hòa, khỏe, Thủy, TÒA");
        assert_eq!(placed("kiện toàn, Hoàng, quý, quỹ, xoài"), "kiện toàn, Hoàng, quý, quỹ, xoài");
    }

    #[test]
    fn glued_syllables_are_parted_and_other_names_are_not() {
        let seam = |word: &str| parting(&word.chars().collect::<Vec<_>>());
        assert_eq!(seam("Banchỉ"), Some(3));
        assert_eq!(seam("VỀVIỆC"), Some(2));
        assert_eq!(seam("Bộtrưởng"), Some(2));
        assert_eq!(seam("bannhân"), Some(3));
        assert_eq!(seam("Hạtầngvà"), None);
        assert_eq!(seam("trách"), None);
        assert_eq!(seam("Kmát"), None);
        assert_eq!(seam("Êban"), None);
        assert_eq!(seam("Kđăm"), None);
    }
}
