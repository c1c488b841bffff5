//! The Vietnamese order of names: the given name first, which stands last, then the middle names, then the family
//! name; each in the order of the alphabet.

use register::alphabet::weights;

/// By which names are sorted.
#[must_use]
pub fn by_given_name(name: &str) -> Vec<Vec<u8>> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let Some((given, rest)) = words.split_last() else { return Vec::new() };
    let (family, middle) = rest.split_first().map_or((None, &[][..]), |(family, middle)| (Some(*family), middle));
    // Letters first, tones second: all letters of a part weigh before any of its tones.
    [given.to_string(), middle.join(" "), family.unwrap_or_default().to_owned()]
        .iter()
        .map(|part| weights(part))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::by_given_name;

    #[test]
    fn given_names_come_first_and_letters_before_tones() {
        let mut names = [
            "Trần Văn Đức",
            "Lê Thị Bình",
            "Nguyễn Văn An",
            "Nguyễn Thị Ân",
            "Phạm Văn Dũng",
            "Bùi Văn An",
            "Nguyễn Bá An",
            "Lê Văn Ăn",
            "Đỗ Thị Hòa",
            "Đỗ Thị Hoa",
            "Đỗ Thị Họa",
            "Ông Ích",
        ];
        names.sort_by_key(|name| by_given_name(name));
        assert_eq!(
            names,
            [
                "Nguyễn Bá An",
                "Bùi Văn An",
                "Nguyễn Văn An",
                "Lê Văn Ăn",
                "Nguyễn Thị Ân",
                "Lê Thị Bình",
                "Phạm Văn Dũng",
                "Trần Văn Đức",
                "Đỗ Thị Hoa",
                "Đỗ Thị Hòa",
                "Đỗ Thị Họa",
                "Ông Ích",
            ]
        );
    }
}
