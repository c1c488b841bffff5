//! What a decision does, and to which bodies.

use register::draft::Act;

use super::person;
use super::sheet::{Said, sure};
use crate::lexicon;
use crate::line::Span;

/// The headline: the earliest verb of the text that is one. Of two at one place the longer.
pub fn act(text: Span<'_>) -> Option<Act> {
    let found = lexicon::get().acts.iter().filter_map(|(verb, act)| {
        let at = text.find(verb)?;
        // "lập" founds only what it stands before.
        let behind = text.from(at.end).trim();
        // "Nay tổ chức Ban chuẩn bị X" founds it, "tổ chức lại" does not.
        // "Phê duyệt danh sách Ban Giám khảo X", and not that of poor households.
        let behind = behind.after("thành viên").filter(|_| verb.ends_with("danh sách")).unwrap_or(behind);
        let names_body = !(["lập", "tổ chức", "chuẩn y", "công nhận", "chuyển đổi"].contains(&verb.as_str())
            || verb.ends_with("danh sách"))
            || body_at(behind).is_some()
            || founded(behind).is_some_and(|name| name.start == behind.start);
        names_body.then_some((at.start, usize::MAX - at.end, act.as_str()))
    });
    let (at, _, name) = found.min_by_key(|(at, end, _)| (in_bracket(text, *at), *at, *end))?;
    // "Bãi bỏ các Quyết định A, B và giải thể Hội đồng X": what is done to a body is the headline.
    if name == "other" && ["bãi bỏ", "hủy bỏ", "thu hồi"].iter().any(|verb| text.from(at).starts_with(verb)) {
        let mut told = text.from(at).all("và").map(|and| text.from(and.end).trim());
        // Only what begins with such a verb is asked what it is: one that ends papers again is passed over.
        let does = |rest: &Span<'_>| {
            lexicon::get().acts.iter().any(|(verb, name)| name != "other" && rest.starts_with(verb))
                && !["bãi bỏ", "hủy bỏ", "thu hồi"].iter().any(|verb| rest.starts_with(verb))
        };
        if let Some(act) = told.find(does).and_then(act).filter(|act| *act != Act::Other) {
            return Some(act);
        }
    }
    let rebuilt = ["trên cơ sở kiện toàn", "trên cơ sở tổ chức lại", "trên cơ sở sắp xếp"];
    Some(match name {
        "establish" if text.has_any(&rebuilt) => Act::Reconstitute,
        "establish" if founded_by_merging(text).is_some() => Act::Merge,
        "establish" => Act::Establish,
        "reconstitute" => Act::Reconstitute,
        "amend" => Act::Amend,
        "rename" => Act::Rename,
        "merge" => Act::Merge,
        "dissolve" => Act::Dissolve,
        "regulation" => Act::Regulation,
        _ => Act::Other,
    })
}

/// "Hội đồng X (thành lập năm 2006) được đổi tên": what a bracket tells is said beside the rest.
fn in_bracket(text: Span<'_>, at: usize) -> bool {
    let before = text.until(at);
    let last = |c: char| before.chars().iter().rposition(|other| *other == c);
    last('(').is_some_and(|open| last(')').is_none_or(|close| close < open))
}

/// Whether a body begins here, and with which noun.
pub fn body_at(text: Span<'_>) -> Option<Span<'_>> {
    let rest = lexicon::get().committees.after(text)?;
    Some(text.until(rest.start).trim())
}

/// The first body named in the text: from its noun to where names end.
pub fn body(text: Span<'_>) -> Option<Span<'_>> {
    let nouns = &lexicon::get().committees;
    let mut starts = nouns.every(text).map(|at| at.start);
    // "Chánh Văn phòng Thường trực" is somebody.
    let post = |at: usize| text.until(at).trim().before("chánh").is_some();
    let start = starts.find(|at| !is_authority(text.from(*at)) && !post(*at))?;
    let name = until_name_ends(text.from(start));
    Some(named_again(name).map_or(name, until_name_ends))
}

/// "Ban Chỉ đạo và Tổ giúp việc Ban Chỉ đạo X": named in full behind what works inside it.
fn named_again(name: Span<'_>) -> Option<Span<'_>> {
    let noun = body_at(name)?;
    let inside = name.from(noun.end).trim().after("và")?;
    let again = lexicon::get().sub_bodies.after(inside.after("các").unwrap_or(inside))?;
    let rest = again.after(&noun.key())?;
    (!rest.is_empty()).then_some(again)
}

/// The verbs that found a body, or set one up anew.
pub const FOUNDS: [&str; 9] = [
    "thành lập",
    "nay thành lập",
    "kiện toàn",
    "củng cố, kiện toàn",
    "củng cố",
    "lập",
    "phê duyệt danh sách",
    "duyệt danh sách",
    "ban hành danh sách",
];

/// The body that is named behind such a verb. Right behind it a noun that no list knows is one too: "Tổ cấp cứu ngoại
/// viện", "Ban Giám khảo".
pub fn founded(rest: Span<'_>) -> Option<Span<'_>> {
    let rest = rest.trim();
    let named = body(rest);
    // "Ban Chỉ đạo và Tổ giúp việc Ban Chỉ đạo X", too, which is named behind.
    if named
        .is_some_and(|name| name.start == rest.start || (body_at(rest).is_some() && rest.until(name.start).has("và")))
    {
        return named;
    }
    let nouns = ["tổ", "đội", "ban", "nhóm", "đoàn", "bộ phận", "hội đồng", "mạng lưới"];
    let noun = nouns.iter().find_map(|noun| rest.after(noun));
    let capital = rest.chars().first().is_some_and(|c| c.is_uppercase());
    let lower = noun.filter(|_| capital && !is_authority(rest));
    let name = lower.map(|_| until_name_ends(rest)).filter(|name| name.word_count() >= 3);
    name.or(named)
}

/// Bodies of the state and of the party, which decide and are not founded by what is read here.
pub fn is_authority(text: Span<'_>) -> bool {
    let names = ["ủy ban nhân dân", "ủy ban mttq", "ủy ban mặt trận", "ủy ban thường vụ quốc hội", "hội đồng nhân dân"];
    names.iter().any(|name| text.starts_with(name))
}

/// Cuts a name where something else begins: a bracket, a clause, the end of the sentence.
pub fn until_name_ends(text: Span<'_>) -> Span<'_> {
    let noun = body_at(text).map_or(text.start, |noun| noun.end);
    let mut end = text.end;
    // "Ban Chỉ đạo dự án thành phần 3 …": a part of a project.
    let part = |at: &Span<'_>| text.until(at.start).trim().before("dự án").is_some();
    if let Some(at) = lexicon::get().name_ends.every(text.from(noun)).find(|at| !part(at)) {
        end = end.min(at.start);
    }
    // "Ban Chỉ đạo X và Tổ giúp việc": what works inside a committee is no part of its name, unless only both together
    // have one ("Tổ công tác và Tổ giúp việc rà soát …").
    let inside = |at: &Span<'_>| {
        let rest = text.from(at.end).trim();
        let rest = rest.after("các").unwrap_or(rest);
        let helps = rest.starts_with("ban giúp việc") || rest.starts_with("bộ phận giúp việc");
        at.start > noun + 1 && (helps || lexicon::get().sub_bodies.iter().any(|noun| rest.starts_with(noun)))
    };
    if let Some(and) = text.from(noun).all("và").find(inside) {
        end = end.min(and.start);
    }
    // "Ban Chỉ đạo X và Chủ tịch Hội đồng Y": somebody's next role, in another body.
    if let Some(and) = text.from(noun).all("và").find(|at| role_in_a_body(text.from(at.end).trim())) {
        end = end.min(and.start);
    }
    // "… năm 2024 cùng hai tiểu ban giúp việc".
    let counted = |at: &Span<'_>| {
        let rest = text.from(at.end).trim().after_any(&["các", "hai", "ba", "bốn", "năm", "02", "03", "04", "05"]);
        at.start > noun + 1 && rest.is_some_and(|rest| lexicon::get().sub_bodies.begin(rest))
    };
    if let Some(with) = text.from(noun).all("cùng").find(counted) {
        end = end.min(with.start);
    }
    // "các Ban Chỉ đạo do UBND tỉnh thành lập": who founded them.
    let founded = |at: &Span<'_>| {
        let rest = text.from(at.end).trim();
        lexicon::get().authorities.begin(rest)
            && rest.find("thành lập").is_some_and(|verb| rest.until(verb.start).word_count() <= 8)
    };
    if let Some(by) = text.from(noun).all("do").find(founded) {
        end = end.min(by.start);
    }
    // "Hội đồng … mã số X do Viện Y chủ trì": who leads the work.
    if let Some(by) = text.from(noun).all("do").find(|at| text.from(at.end).has("chủ trì")) {
        end = end.min(by.start);
    }
    // "Ban Quản lý X do chương trình đã hoàn thành mục tiêu": why it ends.
    let why = |at: &Span<'_>| {
        // A few words on: not all of a long line for each "do" in it.
        let rest = text.from(at.end).until(text.end.min(at.end + 48));
        rest.find_any(&["đã", "không còn"]).is_some_and(|done| rest.until(done.start).word_count() <= 5)
    };
    if let Some(why) = text.from(noun).all("do").find(why) {
        end = end.min(why.start);
    }
    // "Nhóm giúp việc do Vụ trưởng Vụ X làm Trưởng nhóm".
    let office = |at: &Span<'_>| {
        let rest = text.from(at.end).trim();
        person::is_office(rest) || person::begins(rest)
    };
    if let Some(by) = text.from(noun).all("do").find(office) {
        end = end.min(by.start);
    }
    // "… thành lập “Tiểu ban chỉ đạo quy hoạch X”, là tổ chức phối hợp …": a name in quotes ends with them.
    let open = text.start.checked_sub(1).and_then(|at| text.line.chars.get(at));
    let close = match open {
        Some('“') => Some('”'),
        Some('"') => Some('"'),
        _ => None,
    };
    let closed = close.and_then(|close| text.chars().iter().position(|c| *c == close));
    end = closed.map_or(end, |at| end.min(text.start + at));
    let mut quoted = noun;
    for at in noun..text.end {
        let c = text.line.chars[at];
        if at < quoted {
            continue;
        }
        // A name may quote another in its middle: Quỹ "Vì người nghèo" huyện X.
        if let Some(close) = quotation(text, at) {
            quoted = close + 1;
            continue;
        }
        let next = text.line.chars.get(at + 1);
        let stops = matches!(c, ';' | ':' | '(' | '“' | '"') || (c == '.' && next.is_none_or(|c| c.is_whitespace()) && !number_follows(text.from(at + 1)))
            // "…, gồm" ends it; "phòng, chống" does not.
            || (c == ',' && text.from(at + 1).trim().starts_with("đề tài"))
            || (c == ',' && comma_ends(text.from(at + 1).trim()))
            || (c == ',' && role_in_a_body(text.from(at + 1).trim()))
            // "Ban Tổ chức Hội thảo X, Tiểu ban Nội dung": what works inside it.
            || (c == ',' && at > noun + 1 && lexicon::get().sub_bodies.begin(text.from(at + 1).trim()));
        if stops {
            // "(WEF)" in the middle of a name belongs to it.
            let inside = c == '(' && bracket_inside(text, at);
            if !inside {
                end = end.min(at);
                break;
            }
        }
    }
    let name = text.until(end).trim_by(|c| c.is_whitespace() || matches!(c, ',' | '-' | '–'));
    // "Ban X với các | thành phần sau": what only led to the end.
    ["với các", "với", "các"].iter().find_map(|word| name.before(word)).filter(|_| end < text.end).unwrap_or(name)
}

/// "Trưởng ban Ban Chỉ đạo X", "Chủ tịch Hội đồng Y": a role, and the body behind it.
pub fn role_in_a_body(text: Span<'_>) -> bool {
    lexicon::get().role_heads.begun(text).any(|(_, body)| body_at(body).is_some())
}

/// Where a quotation that opens here behind a space is closed.
fn quotation(text: Span<'_>, open: usize) -> Option<usize> {
    let close = match text.line.chars[open] {
        '"' => '"',
        '“' => '”',
        _ => return None,
    };
    let spaced = open > text.start && text.line.chars[open - 1].is_whitespace();
    let inner = text.from(open + 1);
    let length = inner.chars().iter().position(|c| *c == close).filter(|length| (1..=200).contains(length))?;
    let inner = inner.until(open + 1 + length);
    (spaced && body_at(inner.trim()).is_none()).then_some(open + 1 + length)
}

/// "Phật đản PL. 2569": a number behind a short form is no new sentence.
fn number_follows(rest: Span<'_>) -> bool {
    rest.trim().chars().first().is_some_and(char::is_ascii_digit)
}

fn comma_ends(rest: Span<'_>) -> bool {
    let words = [
        "gồm",
        "bao gồm",
        "với",
        "do",
        "thành phần",
        "danh sách",
        "như",
        "cụ thể",
        "trên",
        "theo",
        "để",
        "trong đó",
        "thành viên",
        "thay",
        "các",
        "có",
        "cơ cấu",
        "nhân sự",
        "phương hướng",
        "nguyên",
        "ngành",
        "chuyên ngành",
        "một trong",
        "cho đến khi",
        "là tổ chức",
        "là cơ quan",
    ];
    rest.is_empty() || words.iter().any(|word| rest.starts_with(word))
}

fn bracket_inside(text: Span<'_>, open: usize) -> bool {
    let Some(close) = text.from(open).chars().iter().position(|c| *c == ')') else { return false };
    let inner = Span::new(text.line, open + 1, open + close);
    let rest = text.from(open + close + 1).trim();
    let goes_on = rest.chars().first().is_some_and(|c| c.is_alphabetic());
    let known_end = lexicon::get().name_ends.begin(rest) || comma_ends(rest);
    // "dự án Luật Tiếp công dân (sửa đổi)" is what the law is called.
    // "180 năm thành lập tỉnh X (1832 - 2012)".
    let years = inner.chars().iter().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '–' | '/'));
    let years = years && inner.chars().iter().filter(|c| c.is_ascii_digit()).count() >= 8;
    let law =
        years || inner.key() == "sửa đổi" && text.until(open).has_any(&["luật", "pháp lệnh", "bộ luật", "nghị định"]);
    // "(Ban Chỉ đạo 35)": the number by which everybody calls it.
    let called =
        (body_at(inner).is_some() || inner.starts_with("bcđ")) && inner.chars().iter().any(char::is_ascii_digit);
    (inner.word_count() <= 2 && goes_on && !known_end) || law || (called && inner.word_count() <= 6)
}

/// Whether a name says only what kind of body it is ("Tổ công tác"), so that the subject names it better.
pub fn is_generic(name: Span<'_>) -> bool {
    lexicon::get().generic.say(name.bare())
}

/// "Đổi tên A thành B": both names.
pub fn renamed(text: Span<'_>) -> Option<(Said<'_>, Said<'_>)> {
    // "A … nay mang tên mới là B".
    if let Some(verb) = text.find_any(&[
        "mang tên mới là",
        "có tên mới là",
        "lấy tên mới là",
        "mang tên là",
        "kể từ nay mang tên",
        "từ nay mang tên",
        "nay mang tên",
        "được đổi tên thành",
    ]) {
        let old = founded(text.until(verb.start));
        let new = unquoted(text.from(verb.end)).trim();
        let new = founded(new).filter(|name| name.start == new.start);
        return old.zip(new).map(|(old, new)| (Said::of(old.bare(), sure::GOOD), Said::of(new.bare(), sure::GOOD)));
    }
    let verb = text.find_any(&["chuyển đổi", "đổi tên", "đổi tên gọi", "điều chỉnh tên gọi", "thay đổi tên gọi"])?;
    let rest = text.from(verb.end).trim();
    let named = |at: &Span<'_>| {
        let name = unquoted(rest.from(at.end)).trim();
        founded(name).is_some_and(|found| found.start == name.start)
    };
    let joint = rest.all("thành").find(named)?;
    let (old, new) = (rest.until(joint.start).bare(), until_name_ends(unquoted(rest.from(joint.end))));
    Some((Said::of(old, sure::CERTAIN), Said::of(new.bare(), sure::CERTAIN)))
}

/// Names may stand in quotes.
fn unquoted(text: Span<'_>) -> Span<'_> {
    text.trim_by(|c| c.is_whitespace() || matches!(c, '"' | '“' | '”'))
}

/// "Hợp nhất A, B và C thành D": the old bodies and the new.
pub fn merged(text: Span<'_>) -> Option<(Vec<Said<'_>>, Said<'_>)> {
    if let Some(found) = founded_by_merging(text) {
        return Some(found);
    }
    let verb = text.find_any(&["hợp nhất", "sáp nhập"])?;
    let rest = text.from(verb.end).trim();
    let joints = ["thành", "vào", "để thành lập"];
    let joint = joints.iter().flat_map(|word| rest.all(word)).find(|at| body_at(rest.from(at.end).trim()).is_some())?;
    let new = until_name_ends(rest.from(joint.end).trim());
    let old = bodies(rest.until(joint.start));
    (!old.is_empty()).then(|| (old, Said::of(new.bare(), sure::GOOD)))
}

/// "Thành lập D trên cơ sở hợp nhất A và B": two old bodies at least, each with its name.
pub fn founded_by_merging(text: Span<'_>) -> Option<(Vec<Said<'_>>, Said<'_>)> {
    let basis = text.find_any(&["trên cơ sở hợp nhất", "trên cơ sở sáp nhập", "trên cơ sở nhập"])?;
    let verb = text.until(basis.start).find_any(&FOUNDS)?;
    let new = founded(text.from(verb.end).until(basis.start))?;
    let old = bodies(text.from(basis.end).trim());
    (old.len() > 1).then(|| (old, Said::of(new.bare(), sure::GOOD)))
}

/// Every body named in a list, parted where the next one begins.
pub fn bodies(text: Span<'_>) -> Vec<Said<'_>> {
    let nouns = &lexicon::get().committees;
    let mut starts: Vec<usize> = nouns.every(text).map(|at| at.start).collect();
    // "Ban Tổ chức X và Ban Nội dung X": behind another body a noun that no list knows is one too.
    let unknown = |at: &Span<'_>| {
        let rest = text.from(at.end).trim();
        let noun = ["ban", "tổ", "hội đồng", "đoàn", "đội"].iter().find_map(|noun| rest.after(noun));
        let capital = |span: &Span<'_>| span.chars().first().is_some_and(|c| c.is_uppercase());
        capital(&rest) && noun.is_some_and(|name| capital(&name))
    };
    let behind = text.all("và").filter(unknown).filter(|_| !starts.is_empty());
    let behind: Vec<usize> = behind.map(|at| text.from(at.end).trim().start).collect();
    starts.extend(behind);
    starts.sort_unstable();
    starts.dedup();
    // A noun inside a name ("Tổ giúp việc Ban Chỉ đạo") opens none: only one behind a joint does.
    let opens = |at: &usize| {
        let before = text.until(*at).trim();
        before.is_empty()
            || before.before("và").is_some()
            || before.before("với").is_some()
            || before.before("của").is_some()
            || before.chars().last().is_some_and(|c| matches!(c, ',' | ';' | ':'))
    };
    starts.retain(|at| opens(at) && !is_authority(text.from(*at)));
    let ends = starts.iter().skip(1).copied().chain([text.end]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| {
            let piece = until_name_ends(Span::new(text.line, *start, end)).bare();
            let piece = piece.before("và").or_else(|| piece.before("với")).map_or(piece, Span::bare);
            Said::of(piece, sure::GOOD)
        })
        .filter(|name| ![" sau", " sau đây", " dưới đây"].iter().any(|end| name.value.ends_with(end)))
        .collect()
}
