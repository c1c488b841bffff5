//! Roles: a small grammar of its own. role = head [modifier] [body] [(kiêm | , | và) role].

use std::collections::HashSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::lexicon;
use crate::line::{Span, is_word};

/// A role as a whole piece of text says it.
#[derive(Clone, Debug)]
pub struct RoleSaid<'a> {
    /// The title form; `None` where the piece only says "the same as above" or "invited".
    pub value: Option<String>,
    pub span: Span<'a>,
    pub invited: bool,
    pub ditto: bool,
}

/// No role takes so many characters, whatever it names: a longer piece is not read to its end, for each place at
/// which one might begin.
pub const LONGEST: usize = 400;

/// Reads the piece as a role and nothing else. `committees` are the bodies of this paper, in lower case:
/// "Chủ tịch" is a role in a Hội đồng, and "Trưởng Ban Lễ tang" one in the Ban Lễ tang.
pub fn whole<'a>(piece: Span<'a>, committees: &[String]) -> Option<RoleSaid<'a>> {
    if piece.chars().len() > LONGEST {
        return None;
    }
    let lexicon = lexicon::get();
    if !may_begin(piece) {
        return None;
    }
    let sign = lexicon.ditto.contains(&piece.trim().key());
    if sign
        || lexicon.ditto.say(piece)
        || lexicon.ditto.say(piece.trim_by(|c| c.is_whitespace() || matches!(c, '.' | ';' | ':')))
    {
        return Some(RoleSaid { value: None, span: piece.trim(), invited: false, ditto: true });
    }
    let square = piece.chars().first() == Some(&'[') && piece.chars().last() == Some(&']');
    let piece = if square { piece.trim_by(|c| matches!(c, '[' | ']')) } else { piece };
    let (mut span, mut invited) = (unbracket(piece.bare()), false);
    if lexicon.invited.say(span) {
        return Some(RoleSaid { value: None, span, invited: true, ditto: false });
    }
    loop {
        let before = (span.start, span.end);
        span = without_count(span).bare();
        span = unbracket(span);
        if let Some((rest, said)) = bracket_behind(span) {
            if lexicon.invited.say(said.bare()) {
                invited = true;
                span = rest;
            } else if said.bare().is("thường trực") {
                // "Ủy viên (thường trực)": read on with the bracket.
                break;
            } else if said.chars().iter().any(char::is_ascii_digit)
                || said.starts_with("phụ trách")
                || said.starts_with("theo dõi")
                || ["nguyên", "bổ khuyết", "bổ sung", "thay"].iter().any(|word| said.starts_with(word))
                || [
                    "kiêm nhiệm",
                    "không",
                    "giữ nguyên",
                    "mới",
                    "như cũ",
                    "không thay đổi",
                    "có danh sách",
                    "danh sách",
                    "theo danh sách",
                ]
                .iter()
                .any(|word| said.starts_with(word))
            {
                span = rest;
            } else if said.chars().iter().all(|c| c.is_ascii_alphabetic() || matches!(c, ' ' | '-'))
                && said.chars().len() > 2
            {
                // "Tổ trưởng (Team Leader)".
                span = rest;
            }
        }
        // "Ủy viên mời".
        let asked = ["được mời tham gia", "được mời", "mời tham gia", "mời tham dự", "mời"]
            .iter()
            .find_map(|word| span.before(word));
        if let Some(rest) = asked.filter(|rest| !rest.is_empty()) {
            invited = true;
            span = rest.bare();
        }
        // The longest: "giữ chức vụ", and not "giữ chức" with "vụ" left over.
        let idle = lexicon.idle_before.begun(span).map(|(_, rest)| rest).filter(|rest| !rest.is_empty());
        span = idle.max_by_key(|rest| rest.start).unwrap_or(span);
        for idle in &lexicon.idle_after {
            if let Some(rest) = span.before(idle).filter(|rest| !rest.is_empty()) {
                span = rest.bare();
            }
        }
        if (span.start, span.end) == before {
            break;
        }
    }
    if lexicon.invited.say(span) {
        return Some(RoleSaid { value: None, span, invited: true, ditto: false });
    }
    if let Some(rest) = invitation(span) {
        let value = if rest.is_empty() { None } else { Some(parse(rest, committees)?) };
        return Some(RoleSaid { value, span: if rest.is_empty() { span } else { rest }, invited: true, ditto: false });
    }
    let value = parse(span, committees)?;
    Some(RoleSaid { value: Some(value), span, invited, ditto: false })
}

/// The words that a role, or what stands before one, can begin with.
static FIRST_WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let lexicon = lexicon::get();
    let lists = [&lexicon.role_heads, &lexicon.ditto, &lexicon.invited, &lexicon.idle_before];
    let phrases = lists.into_iter().flatten().map(String::as_str).chain(["mời", "trân trọng mời"]);
    phrases
        .filter_map(|phrase| phrase.split(|c| !is_word(c)).find(|word| !word.is_empty()))
        .map(str::to_owned)
        .collect()
});

/// Whether a role may begin here, by its first word alone: most pieces of a text that are asked about are none.
fn may_begin(piece: Span<'_>) -> bool {
    let letters = piece.low().iter().copied().skip_while(|c| !is_word(*c)).take_while(|c| is_word(*c));
    let word: String = letters.collect();
    let counts = ["hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"].contains(&word.as_str());
    counts || word.is_empty() || word.starts_with(|c: char| c.is_ascii_digit()) || FIRST_WORDS.contains(&word)
}

/// "Mời tham gia làm Ủy viên", "Mời các đồng chí sau tham gia": what follows.
fn invitation(span: Span<'_>) -> Option<Span<'_>> {
    let rest = span.after("mời").or_else(|| span.after("trân trọng mời"))?;
    let joins = rest.find("tham gia").filter(|word| {
        let idle = [
            "các", "đồng", "chí", "ông", "bà", "sau", "cơ", "quan", "đây", "đại", "biểu", "thành", "phần", "(bà)",
            "đơn", "vị", "tổ", "chức", "cá", "nhân",
        ];
        rest.until(word.start).words().iter().all(|word| idle.contains(&word.bare().key().as_str()))
    });
    let rest = joins.map_or(rest, |word| rest.from(word.end).bare());
    // "Mời tham gia Ban Chỉ đạo (Ủy viên)": the bracket says as what.
    if let Some((_, said)) = bracket_behind(rest).filter(|(before, _)| joins.is_some() && !before.is_empty()) {
        return Some(said.bare());
    }
    Some(rest.after("với vai trò").or_else(|| rest.after("làm")).or_else(|| rest.after("là")).unwrap_or(rest))
}

/// The title form of a role that lost its marks, or some of them: "Uy vien", "Uỷ vien". Only where a column says that a
/// role stands there: without marks, words mean much else.
pub fn without_marks(cell: Span<'_>) -> Option<String> {
    let plain = plain(&cell.key());
    let said = |role: &&lexicon::Role| {
        role.only_of.is_empty() && role.written.iter().any(|written| self::plain(written) == plain)
    };
    lexicon::get().roles.iter().find(said).map(|role| role.is.clone())
}

/// Letters without tone and without sign: "ủy viên" is "uy vien".
fn plain(text: &str) -> String {
    let bare = text.nfd().filter(|c| !is_combining_mark(*c));
    bare.map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

/// The title form of a span that is a role to its end.
fn parse(span: Span<'_>, committees: &[String]) -> Option<String> {
    let value = parse_from(span, committees, false)?;
    Some(MEMBERS.iter().find_map(|(said, form)| Some(format!("{form}{}", value.strip_prefix(said)?))).unwrap_or(value))
}

/// Members of a body that say its noun: it says nothing new, as in "Ủy viên Ban Chỉ đạo", and whoever is "Ủy viên" by
/// one decision and "Ủy viên Hội đồng" by the next keeps the same role. Who presides, or keeps the minutes, is known by it.
const MEMBERS: [(&str, &str); 3] =
    [("Ủy viên Hội đồng", "Ủy viên"), ("Thành viên Hội đồng", "Thành viên"), ("Ủy viên Ủy ban", "Ủy viên")];

/// The same; a second role keeps the body that it names ("kiêm Tổ trưởng Tổ giúp việc").
fn parse_from(span: Span<'_>, committees: &[String], second: bool) -> Option<String> {
    let (mut value, mut rest) = head(span, committees)?;
    loop {
        rest = rest.trim_by(|c| c.is_whitespace() || c == '/');
        if rest.is_empty() {
            return Some(value);
        }
        if let Some((words, behind)) = modifier(rest) {
            value.push_str(&words);
            rest = behind;
            continue;
        }
        if let Some(behind) = body(&value, rest, committees) {
            // "Ủy viên Hội đồng quản lý": of which body, the paper says elsewhere.
            let member = MEMBERS.iter().any(|(said, _)| *said == value);
            if (!behind.1 && !member) || second {
                value = format!("{value} {}", behind.2);
            }
            rest = behind.0;
            continue;
        }
        let joint = [("kiêm nhiệm", " kiêm "), ("kiêm", " kiêm "), ("đồng thời là", ", "), ("và", " và ")];
        let joined = joint.iter().find_map(|(word, sign)| Some((rest.after(word)?, *sign)));
        let comma = rest.chars().first().filter(|c| matches!(c, ',' | ';' | '-' | '–'));
        let (next, sign) = joined.or_else(|| comma.map(|_| (rest.from(rest.start + 1).trim(), ", ")))?;
        let (next, sign) = next.after("kiêm").map_or((next, sign), |rest| (rest, " kiêm "));
        let second = parse_from(next, committees, true)
            .or_else(|| keeps_minutes(next))
            .or_else(|| beside(next).filter(|_| sign == " kiêm "))?;
        return Some(format!("{value}{sign}{second}"));
    }
}

/// "UV kiêm TK": short behind another role only, where it is nothing else.
fn keeps_minutes(span: Span<'_>) -> Option<String> {
    span.is("tk").then(|| "Thư ký".to_owned())
}

/// A post in the committee's own office that comes with a role: "Ủy viên kiêm Chánh Văn phòng Thường trực".
fn beside(span: Span<'_>) -> Option<String> {
    let posts = ["chánh văn phòng", "phó chánh văn phòng", "kế toán", "thủ quỹ", "văn thư"];
    let rest = span.after_any(&posts)?;
    let whole = rest.is_empty() || modifier(rest).is_some_and(|(_, behind)| behind.is_empty());
    whole.then(|| span.text())
}

/// The head of a role, the longest that fits, and what follows it.
fn head<'a>(span: Span<'a>, committees: &[String]) -> Option<(String, Span<'a>)> {
    let lexicon = lexicon::get();
    let fits = |only_of: &[String]| {
        only_of.is_empty() || only_of.iter().any(|of| committees.iter().any(|name| name.starts_with(of.as_str())))
    };
    let begun = lexicon.role_heads.begun(span).filter_map(|(written, rest)| {
        let role = lexicon.roles.get(*lexicon.role_of.get(written)?)?;
        fits(&role.only_of).then_some((role, rest))
    });
    begun.max_by_key(|(_, rest)| rest.start).map(|(role, rest)| (role.is.clone(), rest))
}

fn modifier(span: Span<'_>) -> Option<(String, Span<'_>)> {
    let open = span.trim_by(|c| matches!(c, '(' | ')' | ' '));
    let (inner, bracketed) = if open.start > span.start { (open, true) } else { (span, false) };
    lexicon::get()
        .role_modifiers
        .iter()
        .filter_map(|(words, form)| Some((form, inner.after(words)?)))
        .max_by_key(|(_, rest)| rest.start)
        .map(|(form, rest)| {
            (
                form.clone(),
                if bracketed {
                    Span::new(span.line, rest.start, span.end).trim_by(|c| matches!(c, ')' | ' '))
                } else {
                    rest
                },
            )
        })
}

/// The body that a role may name: what follows, whether it says nothing new, and its words.
fn body<'a>(value: &str, rest: Span<'a>, committees: &[String]) -> Option<(Span<'a>, bool, String)> {
    let own = rest.after("của").unwrap_or(rest);
    let named = committees.iter().find_map(|name| {
        // "Trưởng ban Ban Lễ tang" and "Trưởng Ban Lễ tang": the head took the word "Ban" already.
        let short = name.split_once(' ').map(|(_, tail)| tail).filter(|_| value.ends_with("ban"));
        // "Thành viên Hội đồng" took the noun of "Hội đồng trường X" already.
        let tail = name.strip_prefix("hội đồng ").filter(|_| value.ends_with("Hội đồng"));
        // "Trưởng Ban Chỉ đạo X" took the noun of "Ban Chỉ đạo X".
        let head = Span::new(rest.line, rest.start.saturating_sub(14), rest.start).trim();
        // "Chủ tịch Ủy ban bầu cử" of the "Ủy ban bầu cử đại biểu …": the head took its noun.
        let short = name.strip_prefix("ủy ban ").filter(|_| value.ends_with("Ủy ban")).or(short);
        // "Chủ tịch Ủy ban quốc gia về dân số": all of its name says nothing new, its beginning does.
        let all = name.strip_prefix("ủy ban ").filter(|tail| value.ends_with("Ủy ban") && own.after(tail).is_some());
        let tail = tail.or(all);
        let led = name.strip_prefix("ban chỉ đạo ").filter(|_| head.before("ban chỉ đạo").is_some());
        let tail = tail.or(led);
        // The whole name behind a whole head says nothing new: "Phó Trưởng ban Ban Chỉ đạo X".
        let whole = own.after(name).filter(|_| short.is_some() || !value.contains("Chủ tịch"));
        let begun = || short.and_then(|short| begun(own, short));
        let complete = own.after(name).or_else(|| tail.or(short).and_then(|short| own.after(short)));
        // "Chủ tịch Hội đồng quản lý" of the "Hội đồng quản lý Quỹ X": what it is called in short.
        let shorter = || tail.and_then(|tail| self::begun(own, tail));
        // "Ủy viên Ban Chỉ đạo Trung ương" of the "Ban Chỉ đạo Trung ương các chương trình …".
        let silent = whole.is_some() || (tail.is_some() && complete.is_some()) || led.is_some();
        let behind = complete.or_else(begun).or_else(shorter)?;
        Some((behind, silent, own.until(behind.start).text()))
    });
    // "Các ủy viên Ban Tổ chức": the noun of the committee says nothing new either.
    let noun = committees.iter().find_map(|name| {
        let noun = lexicon::get().committees.iter().filter(|noun| name.starts_with(noun.as_str()));
        let noun = noun.max_by_key(|noun| noun.len())?;
        // "Tổ trưởng Tổ giám sát cộng đồng", the beginning of a longer name.
        begun(own, name).or_else(|| own.after(noun)).filter(|_| !value.ends_with("Hội đồng"))
    });
    // "Phó Chủ tịch Thường trực Hội đồng": without the noun it would be the post of an office.
    let head = !value.contains("Chủ tịch");
    let named = named.or_else(|| noun.map(|behind| (behind, head, own.until(behind.start).text())));
    // "Thư ký HĐTS": what the paper calls it in short.
    let letters = own.low();
    let initials = |name: &String| {
        let mut firsts = name.split(' ').filter_map(|word| word.chars().next());
        letters.iter().all(|letter| firsts.next() == Some(*letter))
    };
    let short = || letters.len() >= 3 && letters.len() <= 8 && committees.iter().any(initials);
    let silent = || lexicon::get().silent_tails.after(rest).or_else(|| short().then(|| rest.from(rest.end)));
    named.or_else(|| silent().map(|behind| (behind, true, rest.until(behind.start).text())))
}

/// What follows the first words of a name, two or more, where nothing of it is left.
fn begun<'a>(text: Span<'a>, name: &str) -> Option<Span<'a>> {
    // A role is short: no more words of a name can stand behind it than it has characters for.
    let most = text.chars().len() / 2 + 1;
    let words: Vec<&str> = name.split(' ').take(most.min(LONGEST / 2)).collect();
    (2..words.len()).rev().find_map(|count| text.after(&words[..count].join(" ")).filter(|rest| rest.is_empty()))
}

fn unbracket(span: Span<'_>) -> Span<'_> {
    let chars = span.chars();
    let whole = chars.first() == Some(&'(') && chars.last() == Some(&')');
    if whole { span.trim_by(|c| matches!(c, '(' | ')' | ' ')) } else { span }
}

/// Splits "Ủy viên (mời)".
pub fn bracket_behind(span: Span<'_>) -> Option<(Span<'_>, Span<'_>)> {
    let open = span.chars().iter().rposition(|c| *c == '(')? + span.start;
    (span.chars().last() == Some(&')'))
        .then(|| (span.until(open).bare(), Span::new(span.line, open + 1, span.end.saturating_sub(1)).trim()))
}

/// "06 Ủy viên", "Ủy viên: 06 người".
fn without_count(span: Span<'_>) -> Span<'_> {
    // "Hai Phó Trưởng ban gồm".
    let spelt = span.after_any(&["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]);
    let span = spelt.filter(|rest| lexicon::get().role_heads.begin(*rest)).unwrap_or(span);
    let from = span.chars().iter().position(|c| !c.is_ascii_digit()).unwrap_or(0);
    // "Tổ trưởng tổ 4 - 5 – Ủy viên": a number before a dash counts nobody.
    let counts = from > 0 && from < 3 && span.chars().get(from).is_some_and(|c| c.is_whitespace());
    let behind = span.from(span.start + from).trim();
    let counts = counts && behind.chars().first().is_some_and(|c| c.is_alphabetic());
    let span = if counts { behind } else { span };
    for unit in ["người", "đồng chí", "thành viên", "vị"] {
        if let Some(before) = span.before(unit) {
            let digits = before.chars().iter().rev().take_while(|c| c.is_ascii_digit()).count();
            if digits > 0 {
                return before.until(before.end - digits).bare();
            }
        }
    }
    span
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::line_of;

    fn title_form(text: &str, committees: &[&str]) -> Option<String> {
        let line = line_of(text);
        let committees: Vec<String> = committees.iter().map(|name| (*name).to_owned()).collect();
        whole(line.all(), &committees).and_then(|role| role.value)
    }

    #[test]
    fn roles_are_given_in_title_form() {
        for (written, form) in [
            ("Phó ban", "Phó Trưởng ban"),
            ("Phó Ban/thường trực", "Phó Trưởng ban Thường trực"),
            ("Phó Trưởng ban (Thường trực)", "Phó Trưởng ban Thường trực"),
            ("Các Ủy viên gồm:", "Ủy viên"),
            ("Ủy viên (06 người):", "Ủy viên"),
            ("Trưởng Ban Chỉ đạo", "Trưởng ban"),
            ("Uỷ viên kiêm Thư ký", "Ủy viên kiêm Thư ký"),
            ("UV kiêm TK", "Ủy viên kiêm Thư ký"),
            ("Ủy viên phản biện", "Ủy viên phản biện"),
        ] {
            assert_eq!(title_form(written, &[]).as_deref(), Some(form), "{written}");
        }
        let council = ["hội đồng kiểm soát nhiễm khuẩn"];
        let fund = ["hội đồng quản lý quỹ hỗ trợ phát triển hợp tác xã"];
        let short = title_form("Giữ chức vụ Chủ tịch Hội đồng quản lý:", &fund);
        assert_eq!(short.as_deref(), Some("Chủ tịch Hội đồng quản lý"));
        let standing = title_form("Phó Chủ tịch Thường trực Hội đồng", &council);
        assert_eq!(standing.as_deref(), Some("Phó Chủ tịch Thường trực Hội đồng"));
    }

    #[test]
    fn offices_that_sound_like_roles_are_none() {
        for office in
            ["Ủy viên Bộ Chính trị", "Phó Trưởng Ban Tổ chức Trung ương", "Trưởng ban Ban Tôn giáo", "Chủ tịch"]
        {
            assert_eq!(title_form(office, &["ban chỉ đạo du lịch"]), None, "{office}");
        }
        assert_eq!(title_form("Chủ tịch", &["hội đồng thuốc"]).as_deref(), Some("Chủ tịch"));
        let own = ["ban chỉ đạo du lịch"];
        assert_eq!(title_form("Phó Trưởng ban Ban Chỉ đạo Du lịch", &own).as_deref(), Some("Phó Trưởng ban"));
        assert_eq!(title_form("Trưởng Ban Lễ tang", &["ban lễ tang"]).as_deref(), Some("Trưởng ban Lễ tang"));
    }
}
