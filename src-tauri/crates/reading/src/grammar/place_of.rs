//! What a letterhead or a subject leaves out of the name of a body: the place, which the paper says elsewhere.

use crate::line::{Line, Span};

/// What stands before the name of a place, or of the party's body in it.
const KINDS: [&str; 12] = [
    "tỉnh",
    "thành phố",
    "huyện",
    "quận",
    "thị xã",
    "xã",
    "phường",
    "thị trấn",
    "đặc khu",
    "đảng ủy",
    "huyện ủy",
    "tỉnh ủy",
];

/// "Ban Chỉ đạo 35", in a paper that names the "Ban Chỉ đạo 35 xã Trà Leng": the longer name, where it stands first.
/// Nothing where the paper knows no longer one, or the name says its place already.
pub fn completed<'a>(name: &str, lines: &'a [Line]) -> Option<Span<'a>> {
    let name = name.to_lowercase();
    let ends_in_kind = KINDS.iter().any(|kind| name.ends_with(&format!(" {kind}")));
    let says_place = KINDS.iter().any(|kind| name.contains(&format!(" {kind} ")));
    if says_place && !ends_in_kind {
        return None;
    }
    let longer = |line: &'a Line| {
        // In capitals nothing tells a name from what follows it.
        let all = Some(line.all()).filter(|_| !line.is_capitals())?;
        all.all(&name).find_map(|at| {
            let rest = all.from(at.end).trim();
            let place = if ends_in_kind { rest } else { behind_kinds(rest)? };
            let end = capitals(place)?;
            Some(all.from(at.start).until(end))
        })
    };
    lines.iter().find_map(longer)
}

/// Behind "Đảng ủy xã": where the name itself begins.
fn behind_kinds(rest: Span<'_>) -> Option<Span<'_>> {
    let mut place = behind_kind(rest)?;
    while let Some(next) = behind_kind(place) {
        place = next;
    }
    Some(place)
}

fn behind_kind(rest: Span<'_>) -> Option<Span<'_>> {
    KINDS.iter().filter_map(|kind| rest.after(kind)).max_by_key(|rest| rest.start)
}

/// Where the words with capitals end.
fn capitals(place: Span<'_>) -> Option<usize> {
    let mut end = None;
    for word in place.words() {
        let capital = word.chars().first().is_some_and(|c| c.is_uppercase());
        if !capital {
            break;
        }
        let bare = word.bare();
        end = Some(bare.end);
        if bare.end < word.end {
            break;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::line_of;

    #[test]
    fn the_place_is_taken_from_where_the_paper_says_it() {
        let lines = [line_of("BAN CHỈ ĐẠO 35"), line_of("Căn cứ việc thành lập Ban Chỉ đạo 35 xã Trà Leng, năm 2025;")];
        let full = |name: &str| completed(name, &lines).map(|name| name.text());
        assert_eq!(full("Ban Chỉ đạo 35").as_deref(), Some("Ban Chỉ đạo 35 xã Trà Leng"));
        assert_eq!(full("Ban Chỉ đạo 35 xã").as_deref(), Some("Ban Chỉ đạo 35 xã Trà Leng"));
        assert_eq!(full("Ban Chỉ đạo 35 xã Khác"), None);
        assert_eq!(full("Ban Chỉ đạo 389"), None);
    }
}
