//! Several people or posts in one item: where one ends and the next begins, and what is none at all.

use register::draft::SeatKind;

use super::{person, position};
use crate::line::Span;

/// Splits at semicolons where each piece can stand for itself; a list with one head noun is left whole.
pub fn semicolons(rest: Span<'_>) -> Vec<Span<'_>> {
    // "- TS. A, …; - Ông B, …": a cell with a list in it.
    let dash = |c: char| matches!(c, '-' | '–' | '+' | '•') || c.is_whitespace();
    let pieces: Vec<Span<'_>> = rest.split(|c| c == ';').into_iter().map(|piece| piece.trim_by(dash)).collect();
    let stands = |piece: &Span<'_>| {
        // "…; 01 Phó Chủ nhiệm Văn phòng Chính phủ".
        let counted = piece.each_word().next().filter(|word| word.chars().iter().all(char::is_ascii_digit));
        counted.is_some_and(|number| person::is_office(piece.from(number.end).trim()))
            || person::begins(*piece)
            || person::person(*piece).name.is_some()
            || person::is_office(*piece)
            || piece.starts_with("mời")
    };
    if pieces.len() > 1 && pieces.iter().all(stands) { pieces } else { vec![rest] }
}

/// Words of duties and references, which no post has.
const NO_POST: [&str; 30] = [
    "cử người",
    "có văn bản",
    "được gọi",
    "giữ nguyên",
    "không thay đổi",
    "có trách nhiệm",
    "làm việc theo",
    "hoạt động theo",
    "chịu trách nhiệm",
    "có nhiệm vụ",
    "được sử dụng",
    "thực hiện nhiệm vụ",
    "quy định tại",
    "căn cứ",
    "chủ trì",
    "tham mưu cho",
    "tham mưu giúp",
    "báo cáo",
    "đôn đốc",
    "chỉ đạo, điều hành",
    "chỉ đạo chung",
    "điều hành chung",
    "lãnh đạo, điều hành",
    "triển khai thực hiện",
    "thực hiện các",
    "giao nhiệm vụ",
    "họp định kỳ",
    "phối hợp với",
    "người kế nhiệm",
    "đương nhiên",
];

/// Whether a text without a name can be a post at all. Under a role nearly anything short is.
pub fn stands_for_a_post(who: Span<'_>, has_role: bool) -> bool {
    let words = who.word_count();
    // "Bổ sung các đồng chí sau đây" says that a list follows.
    let points = ["sau đây", "dưới đây", "sau", "có tên sau", "như sau"].iter().any(|word| who.before(word).is_some());
    let acts =
        ["bãi bỏ", "hủy bỏ", "sửa đổi", "bổ sung", "thay đổi", "điều chỉnh", "thay thế", "giữ nguyên", "thành lập"];
    // "Thay cụm từ “A” tại Điều 2 bằng cụm từ “B”".
    let wording = who.has_any(&["cụm từ", "từ ngữ"]);
    let points = points || wording || acts.iter().any(|verb| who.starts_with(verb));
    let sentence = points || who.has_any(&NO_POST) || (who.starts_with("các") && who.has("có tên"));
    // "III. Các cơ quan ngoài Bộ": where those below come from, and nobody.
    let bodies = ["các cơ quan", "các đơn vị", "các tổ chức"].iter().any(|word| who.starts_with(word));
    if bodies && !has_role {
        return false;
    }
    // "Nhiệm vụ: Tổ trưởng": what a field is called is nobody.
    if person::GROUP_HEADS.iter().any(|head| who.bare().is(head)) {
        return false;
    }
    if ["nhiệm vụ", "chức vụ", "chức danh", "vai trò", "đơn vị", "họ và tên"].iter().any(|field| who.bare().is(field))
    {
        return false;
    }
    let capital = who.chars().first().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    let titles = person::titles(who);
    let counted = who.after_any(&["một đồng chí", "một", "hai", "ba", "01", "02", "03"]).unwrap_or(titles.rest);
    let office = person::is_office(titles.rest)
        || person::is_office(counted)
        || titles.honorific.is_some()
        || who.starts_with("các");
    !sentence && (2..=60).contains(&words) && (office || (has_role && capital && words <= 20))
}

/// Several posts in one item: "Bí thư Huyện đoàn, Chủ tịch Hội Khuyến học huyện" of the invited. Outside such
/// a list two posts are those of one person.
pub fn offices(who: Span<'_>, invited: bool) -> Vec<Span<'_>> {
    let mut cuts = Vec::new();
    for (at, c) in who.chars().iter().enumerate().filter(|(_, c)| matches!(c, ',' | ' ')) {
        let rest = who.from(who.start + at + 1).trim();
        if *c == ' ' && !rest.starts_with("và") {
            continue;
        }
        let before = who.until(who.start + at);
        let complete = before.word_count() - cuts.last().map_or(0, |cut| who.until(*cut).word_count()) >= 2;
        let party = ["bí thư", "phó bí thư", "ủy viên"].iter().any(|post| who.starts_with(post)) && !invited;
        // "Giám đốc, Thủ trưởng các sở" is one wording of many.
        let bare = crate::lexicon::get()
            .post_heads
            .contains(&before.from(cuts.last().map_or(who.start, |cut| cut + 1)).bare().key());
        let all = who.starts_with("các") || (bare && rest.has("các"));
        if *c == ','
            && !all
            && !bare
            && complete
            && !party
            && person::is_office(rest)
            && !rest.starts_with("phó thường trực")
            // "Trưởng phòng Công chức, viên chức" is of one unit.
            && !(before.before("công chức").is_some() && rest.starts_with("viên chức"))
            && !rest.starts_with("phụ trách")
        {
            cuts.push(who.start + at);
            continue;
        }
        // "… và đại diện Ban X": the last of them; "Chủ tịch và Phó Chủ tịch Hội X" is one wording.
        let last = rest.after("và").filter(|_| *c == ' ' && !all && !party && before.word_count() >= 4);
        let sent = |next: &Span<'_>| crate::lexicon::get().nominated.iter().any(|head| next.starts_with(head));
        // "… và Trưởng các khu dân cư": all who hold a post.
        let all_of = |next: &Span<'_>| {
            let second = next.words().get(1).is_some_and(|word| word.key() == "các");
            second && person::is_office(*next) && before.word_count() >= 5
        };
        let lead = |next: &Span<'_>| {
            let heads = [
                "giám đốc",
                "chánh án",
                "viện trưởng",
                "chỉ huy trưởng",
                "trưởng công an",
                "chủ tịch hội",
                "chủ tịch tổng hội",
                "chủ tịch liên đoàn",
                "chủ tịch liên hiệp",
                "chủ tịch hiệp hội",
                "chủ tịch ủy ban",
                "bí thư tỉnh đoàn",
                "bí thư huyện đoàn",
                "bí thư đoàn",
                "bí thư xã đoàn",
                "bí thư thành đoàn",
                "cục trưởng",
                "hiệu trưởng",
            ];
            // "Bộ trưởng Bộ X và Bộ trưởng Bộ Y".
            let (first, second) = (who.words(), next.words());
            let twice = first.len() > 2 && second.len() > 2 && (0..2).all(|n| first[n].key() == second[n].key());
            let twice = twice && second[..2].iter().all(|word| word.chars().first().is_some_and(|c| c.is_alphabetic()));
            // "Trưởng phòng X và Chi cục trưởng Chi cục Y": each with its own body.
            let units = [
                "chi cục trưởng",
                "cục trưởng",
                "vụ trưởng",
                "viện trưởng",
                "chánh văn phòng",
                "chánh thanh tra",
                "chỉ huy trưởng",
                "giám đốc công an",
                "giám đốc sở",
            ];
            let own = second.len() >= 4 && units.iter().any(|head| next.starts_with(head));
            twice || own || (invited && second.len() >= 3 && heads.iter().any(|head| next.starts_with(head)))
        };
        if last.is_some_and(|next| {
            lead(&next) || sent(&next) || all_of(&next) || (!cuts.is_empty() && complete && person::is_office(next))
        }) {
            cuts.push(who.start + at);
        }
    }
    let mut pieces = Vec::new();
    let mut from = who.start;
    for cut in cuts.into_iter().chain([who.end]) {
        let piece = Span::new(who.line, from, cut).bare();
        pieces.push(piece.after("và").filter(|next| person::is_office(*next)).unwrap_or(piece));
        from = (cut + 1).min(who.end);
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Splits several people in one item: "Thượng tá A, Phó Giám đốc X và bà B, Phó Chủ tịch Y".
pub fn people(who: Span<'_>) -> Vec<Span<'_>> {
    let mut pieces = Vec::new();
    let mut from = who.start;
    for at in who.start + 1..who.end {
        // What may part them: these signs, and "và".
        if !matches!(who.line.low[at], ',' | ';' | '&' | 'v') {
            continue;
        }
        let rest = who.from(at);
        let joint = rest
            .after("và")
            .or_else(|| rest.after(";"))
            .or_else(|| (rest.chars()[0] == '&').then(|| rest.from(at + 1).trim()))
            .or_else(|| (rest.chars()[0] == ',').then(|| rest.from(at + 1).trim()));
        // "Vụ trưởng Vụ X Nguyễn Văn A, Phó Vụ trưởng Vụ Y Trần Văn B": the names behind the posts.
        let and = rest.after("và").filter(|_| !who.line.chars[at - 1].is_alphanumeric());
        let next = if who.line.chars[at] == ',' { Some(rest.from(at + 1).trim()) } else { and };
        if let Some(next) = next
            && person::is_office(next)
            && person::name_behind(Span::new(who.line, from, at).bare()).is_some()
            && (!pieces.is_empty() || named_at_the_end(next))
        {
            pieces.push(Span::new(who.line, from, at).bare());
            from = next.start;
            continue;
        }
        // "và" stands between spaces.
        let parts = matches!(rest.chars()[0], ',' | ';') || !who.line.chars[at - 1].is_alphanumeric();
        let Some(next) = joint.filter(|_| parts) else { continue };
        // "…, Trưởng Đài Truyền thanh huyện và Chủ tịch UBND các xã": nobody holds all of these.
        let class = || {
            let all = person::is_office(next) && next.has("các") && rest.after("và").is_some();
            all && matches!(position::posts(next).as_slice(), [post] if post.kind == SeatKind::Class)
        };
        let titles = person::titles(next);
        // "KS. A (Phòng Khoáng sản), ThS. B": behind a bracket no degree is of the one before.
        let closed = who.line.chars[at - 1] == ')';
        let learned = titles.degree.is_some() && (rest.chars()[0] != ',' || closed);
        let titled = titles.honorific.is_some() || titles.rank.is_some() || learned;
        let new_person = titled && person::person(next).name.is_some();
        // "…; và một đại diện của Ủy ban X".
        let sent = || {
            let next = next.after("và").unwrap_or(next);
            let next = next.after_any(&["một", "01"]).unwrap_or(next);
            let joined = rest.chars()[0] == ';' || next.start > rest.from(at + 1).trim().start;
            joined && crate::lexicon::get().nominated.begin(next)
        };
        if (new_person || class() || sent())
            && at > from
            && person::person(Span::new(who.line, from, at)).name.is_some()
        {
            pieces.push(Span::new(who.line, from, at).bare());
            let next = next.after("và").unwrap_or(next);
            from = next.after_any(&["một", "01"]).filter(|_| sent()).unwrap_or(next).start;
        }
    }
    pieces.push(Span::new(who.line, from, who.end).bare());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Whether a post with a name behind it opens the text, up to the next comma.
fn named_at_the_end(text: Span<'_>) -> bool {
    let first = text.split(|c| c == ',').into_iter().next();
    first.is_some_and(|first| person::name_behind(first.bare()).is_some())
}

/// The people of a group that names them without honorifics ("các đồng chí: A - chức vụ, B - chức vụ"): cut before
/// each further name. `None` where the group does not begin with a name.
pub fn group(words: Span<'_>) -> Option<Vec<Span<'_>>> {
    let is_name = |piece: Span<'_>| person::person(piece).name.is_some();
    let mut pieces = Vec::new();
    let mut from = words.start;
    is_name(words).then_some(())?;
    for (at, c) in words.chars().iter().enumerate() {
        let at = words.start + at;
        let rest = words.from(at + 1).trim();
        let next = match c {
            ',' | ';' => rest.after("và").unwrap_or(rest),
            ' ' => match rest.after("và") {
                Some(next) => next,
                None => continue,
            },
            _ => continue,
        };
        if at > from && is_name(next) {
            pieces.push(Span::new(words.line, from, at).bare());
            from = next.start;
        }
    }
    pieces.push(words.from(from).bare());
    Some(pieces)
}
