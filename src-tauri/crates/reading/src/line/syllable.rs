//! The syllable of Vietnamese: how to place its tone, and how to part two that lost their space.

use std::sync::LazyLock;

use super::{is_letter, is_lower, is_upper, lower};
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

/// The letters that syllables are made of, without tones. The place of a letter here, counted from 1, is its number.
const LETTERS: &str = "aăâbcdđeêghiklmnoôơpqrstuưvxy";

/// Onsets and rhymes as the numbers of their letters, put together and sorted.
static KNOWN: LazyLock<(Vec<u32>, Vec<u32>)> = LazyLock::new(|| {
    let packed = |word: &str| word.chars().fold(0, |all, letter| all << 5 | u32::from(number(letter)));
    let mut known: (Vec<u32>, Vec<u32>) =
        (ONSETS.iter().copied().map(packed).collect(), RHYMES.split_whitespace().map(packed).collect());
    known.0.sort_unstable();
    known.1.sort_unstable();
    known
});

/// The numbers of the letters of Latin, and of those with the marks of Vietnamese.
static NUMBERS: LazyLock<[Vec<u8>; 2]> =
    LazyLock::new(|| [('\0'..='ɏ').map(number).collect(), ('Ḁ'..='ỿ').map(number).collect()]);

/// A letter, whatever its tone and case, as a number; 0 for what no syllable has.
fn number(letter: char) -> u8 {
    let mut low = letter.to_lowercase();
    let (Some(first), None) = (low.next(), low.next()) else { return 0 };
    let bare = toneless(first);
    LETTERS.chars().position(|known| known == bare).and_then(|at| u8::try_from(at + 1).ok()).unwrap_or(0)
}

/// No syllable has more letters: "nghiêng".
const MOST_LETTERS: usize = 7;

/// Whether the letters make one syllable. Asked of nearly every word of a paper.
pub fn is_syllable(word: impl IntoIterator<Item = char>) -> bool {
    let [latin, marked] = &*NUMBERS;
    let (mut letters, mut length) = ([0_u8; MOST_LETTERS], 0);
    for letter in word {
        let at = u32::from(letter);
        let known = match letter {
            '\0'..='ɏ' => latin.get(at as usize).copied(),
            'Ḁ'..='ỿ' => marked.get((at - u32::from('Ḁ')) as usize).copied(),
            _ => None,
        };
        let number = known.unwrap_or_else(|| number(letter));
        if number == 0 || length == MOST_LETTERS {
            return false;
        }
        letters[length] = number;
        length += 1;
    }
    let (onsets, rhymes) = &*KNOWN;
    let packed = |letters: &[u8]| letters.iter().fold(0, |all, letter| all << 5 | u32::from(*letter));
    (length.saturating_sub(4)..length.min(4)).any(|onset| {
        onsets.contains(&packed(&letters[..onset])) && rhymes.binary_search(&packed(&letters[onset..length])).is_ok()
    })
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

/// No word that lost its spaces is longer.
const LONGEST: usize = 24;

/// Where a capital inside a word shows by itself that two lost their space: "VươngSĩ", "ôngHàn", "UBNDtỉnh",
/// "diệnUBND". Each side is a syllable, or can be parted further, or is an abbreviation.
pub fn seam_of_capital(word: &[char]) -> Option<usize> {
    if word.len() > LONGEST || !word.iter().all(|c| is_letter(*c)) {
        return None;
    }
    let sound =
        |part: &[char]| is_syllable(part.iter().copied()) || parting(part).is_some() || seam_of_capital(part).is_some();
    let short = |part: &[char]| part.len() >= 3 && part.iter().all(|c| is_upper(*c));
    // An abbreviation, and a word behind it: "MTTQ|Việt", "UBND|tỉnh", "CP|ngày".
    let run = word.iter().take_while(|c| is_upper(**c)).count();
    if run >= 2 && run < word.len() {
        let low = &word[run..];
        if familiar(low) && low.len() >= 2 && (run >= 3 || low.len() >= 3) {
            return Some(run);
        }
        let capital = &word[run - 1..];
        return (run >= 4 && is_syllable(capital.iter().copied())).then_some(run - 1);
    }
    let seam = (1..word.len()).find(|at| is_upper(word[*at]) && is_lower(word[at - 1]))?;
    let (left, right) = word.split_at(seam);
    (sound(left) && (sound(right) || short(right))).then_some(seam)
}

/// Where to part a word that is two syllables without a space ("Banchỉ"), or three: only when it is none itself, and
/// there is one way to part it. Names of other tongues are left alone.
pub fn parting(word: &[char]) -> Option<usize> {
    let vietnamese = || word.iter().any(|c| !c.is_ascii());
    if word.len() < 4
        || word.len() > LONGEST
        || !word.iter().all(|c| is_letter(*c))
        || is_syllable(word.iter().copied())
        || (1..word.len()).any(|at| is_upper(word[at]) && is_lower(word[at - 1]))
    {
        return None;
    }
    // "thaycho": without a mark of Vietnamese only what is known on both sides.
    if !vietnamese() {
        let seam = (2..word.len() - 1).find(|at| familiar(&word[..*at]) && familiar(&word[*at..]));
        return seam.filter(|_| word.len() >= 6 && word.iter().all(|c| is_lower(*c)));
    }
    let upper = word.iter().filter(|c| is_upper(**c)).count();
    let seams: Vec<usize> = (2..word.len() - 1).filter(|at| parts(word, *at)).collect();
    // Of several seams ("Bộ|trưởng", "Bột|rưởng") the one between words of administration.
    let known: Vec<usize> =
        seams.iter().copied().filter(|at| familiar(&word[..*at]) && familiar(&word[*at..])).collect();
    // "Ông A Byót": short and with a capital at its head it may be a name.
    let name = upper == 1 && is_upper(word[0]) && word.len() < 6;
    match (seams.as_slice(), known.as_slice()) {
        (_, [seam]) => Some(*seam),
        ([seam], _) if !name => Some(*seam),
        // "Hạtầngvà": a known one, and two behind it.
        ([], _) if !name => {
            let more = |at: &usize| familiar(&word[..*at]) && two_known(&word[*at..]);
            (2..word.len().saturating_sub(3)).find(more)
        }
        _ => None,
    }
}

fn two_known(word: &[char]) -> bool {
    (2..word.len().saturating_sub(1)).any(|at| familiar(&word[..at]) && familiar(&word[at..]))
}

fn familiar(word: &[char]) -> bool {
    let low: String = word.iter().flat_map(|c| c.to_lowercase()).collect();
    crate::lexicon::syllables().contains(low.as_str())
}

fn parts(word: &[char], at: usize) -> bool {
    is_syllable(word[..at].iter().copied()) && is_syllable(word[at..].iter().copied())
}

/// Where a tone is moved to in an open syllable, "oà" → "òa": only at the end of a word, so that toàn and hoàng stay.
fn placed(first: char, last: char) -> Option<(char, char)> {
    Some(match (first, last) {
        ('o', 'à') => ('ò', 'a'),
        ('o', 'á') => ('ó', 'a'),
        ('o', 'ả') => ('ỏ', 'a'),
        ('o', 'ã') => ('õ', 'a'),
        ('o', 'ạ') => ('ọ', 'a'),
        ('o', 'è') => ('ò', 'e'),
        ('o', 'é') => ('ó', 'e'),
        ('o', 'ẻ') => ('ỏ', 'e'),
        ('o', 'ẽ') => ('õ', 'e'),
        ('o', 'ẹ') => ('ọ', 'e'),
        ('u', 'ỳ') => ('ù', 'y'),
        ('u', 'ý') => ('ú', 'y'),
        ('u', 'ỷ') => ('ủ', 'y'),
        ('u', 'ỹ') => ('ũ', 'y'),
        ('u', 'ỵ') => ('ụ', 'y'),
        _ => return None,
    })
}

/// Moves the tone of each word to its modern place, one character for one.
pub fn place_tones(chars: &mut [char]) {
    for at in 1..chars.len() {
        // Only letters with a tone move it, and none of them is of ASCII.
        if chars[at].is_ascii() || !matches!(chars[at - 1], 'o' | 'O' | 'u' | 'U') {
            continue;
        }
        let ends = chars.get(at + 1).is_none_or(|next| !is_letter(*next));
        let Some((first, last)) = placed(lower(chars[at - 1]), lower(chars[at])).filter(|_| ends) else { continue };
        if last == 'y' && at > 1 && matches!(chars[at - 2], 'q' | 'Q') {
            continue;
        }
        let like =
            |form: char, like: char| if is_upper(like) { form.to_uppercase().next().unwrap_or(form) } else { form };
        chars[at - 1] = like(first, chars[at - 1]);
        chars[at] = like(last, chars[at]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn modern(text: &str) -> String {
        let mut chars: Vec<char> = text.chars().collect();
        place_tones(&mut chars);
        chars.into_iter().collect()
    }

    #[test]
    fn tones_move_in_open_syllables_only() {
        assert_eq!(modern("Uỷ viên, hoà, khoẻ, Thuỷ, TOÀ"), "Ủy viên, hòa, khỏe, Thủy, TÒA");
        assert_eq!(modern("kiện toàn, Hoàng, quý, quỹ, xoài"), "kiện toàn, Hoàng, quý, quỹ, xoài");
    }

    #[test]
    fn glued_syllables_are_parted_and_other_names_are_not() {
        let seam = |word: &str| parting(&word.chars().collect::<Vec<_>>());
        assert_eq!(seam("Banchỉ"), Some(3));
        assert_eq!(seam("VỀVIỆC"), Some(2));
        assert_eq!(seam("Bộtrưởng"), Some(2));
        assert_eq!(seam("bannhân"), Some(3));
        assert_eq!(seam("Hạtầngvà"), Some(2));
        assert_eq!(seam("thaycho"), Some(4));
        assert_eq!(seam("giữchức"), Some(3));
        assert_eq!(seam("marathon"), None);
        assert_eq!(seam("online"), None);
        assert_eq!(seam("trách"), None);
        assert_eq!(seam("Kmát"), None);
        assert_eq!(seam("Êban"), None);
        assert_eq!(seam("Kđăm"), None);
        assert_eq!(seam("Byót"), None);
        let capital = |word: &str| seam_of_capital(&word.chars().collect::<Vec<_>>());
        assert_eq!(capital("VươngSĩ"), Some(5));
        assert_eq!(capital("ôngHàn"), Some(3));
        assert_eq!(capital("UBNDtỉnh"), Some(4));
        assert_eq!(capital("MTTQViệt"), Some(4));
        assert_eq!(capital("diệnUBND"), Some(4));
        assert_eq!(capital("PhóGiámđốc"), Some(3));
        assert_eq!(capital("YBlô"), None);
        assert_eq!(capital("TNHH"), None);
        assert_eq!(capital("iPhone"), None);
        assert_eq!(capital("TTg"), None);
    }
}
