//! The standing agency: the body that does the committee's work between its meetings.

use register::draft::StandingAgency;

use super::sheet::{Said, Sheet, sure};
use super::{act, outline, person, role};
use crate::lexicon;
use crate::line::Span;

/// "X là cơ quan thường trực …", "Giao X làm …", "Cơ quan thường trực của Ban Chỉ đạo: X".
pub fn read(sentence: Span<'_>, sheet: &mut Sheet) -> bool {
    const WORDS: [&str; 12] = [
        "đơn vị đầu mối, thường trực",
        "cơ quan đầu mối, thường trực",
        "cơ quan tham mưu, giúp việc",
        "đơn vị đầu mối thường trực",
        "cơ quan thường trực",
        "đầu mối thường trực",
        "đơn vị thường trực",
        "bộ phận thường trực",
        "cơ quan giúp việc",
        "cơ quan thường trực, giúp việc",
        "đầu mối giúp việc",
        "đơn vị đầu mối giúp việc",
    ];
    let mut any = false;
    for clause in sentence.split(|c| c == ';') {
        let clause = clause.bare();
        // "Điều 4. X là cơ quan thường trực …", quoted in a change.
        let clause = outline::article_number(clause).map_or(clause, |(_, _, behind)| behind.bare());
        // "Điều chỉnh cơ quan thường trực …, cụ thể: giao Sở X là cơ quan thường trực": what is told behind it.
        let told = ["cụ thể", "như sau"].iter().filter_map(|word| clause.find_last(word)).max_by_key(|at| at.start);
        let changed = ["điều chỉnh", "thay đổi", "thay", "sửa đổi", "sửa"].iter().any(|verb| clause.starts_with(verb));
        // "Điều chỉnh cơ quan thường trực: X là cơ quan thường trực của Hội đồng, thay Y".
        let colon = clause
            .chars()
            .iter()
            .position(|c| *c == ':')
            .map(|at| Span::new(clause.line, clause.start + at, clause.start + at));
        let behind =
            colon.filter(|at| clause.from(at.end).has("thường trực") && clause.until(at.start).word_count() <= 12);
        let clause = told
            .or(behind)
            .filter(|_| changed)
            .map_or(clause, |at| clause.from(at.end).trim_by(|c| matches!(c, ':' | '“' | '"') || c.is_whitespace()));
        // "Thay cụm từ …; theo đó, Sở X là cơ quan thường trực".
        let clause = clause.after("theo đó").map_or(clause, |rest| rest.trim_by(|c| c == ',' || c.is_whitespace()));
        let Some(word) = clause.find_any(&WORDS).or_else(|| stands_by(clause)).or_else(|| duty_of(clause)) else {
            continue;
        };
        // "Bộ Y tế là cơ quan thường trực; Cục Y tế dự phòng làm đầu mối giúp việc": an office of that one.
        if word.key().ends_with("đầu mối giúp việc") && !sheet.draft.standing_agencies.is_empty() {
            continue;
        }
        let (before, behind) = (clause.until(word.start).trim(), clause.from(word.end).trim());
        // "Các cơ quan thường trực của Ban Chỉ đạo gồm: Sở X, Sở Y".
        let before = if before.is("các") { before.from(before.end) } else { before };
        // "Phòng Y tế thôi làm cơ quan thường trực".
        if ["thôi làm", "thôi là", "thôi giữ nhiệm vụ", "không còn là"].iter().any(|verb| before.before(verb).is_some())
        {
            continue;
        }
        let verbs = [
            "làm nhiệm vụ",
            "giữ nhiệm vụ",
            "đảm nhận nhiệm vụ",
            "đảm nhận vai trò",
            "đảm nhận",
            "đảm nhiệm vai trò",
            "tiếp tục là",
            "tiếp tục làm",
            "đảm nhiệm nhiệm vụ",
            "đảm nhiệm",
            "thực hiện nhiệm vụ",
            "giữ vai trò",
            "đóng vai trò",
            "với vai trò",
            "với tư cách",
            "với tư cách là",
            "là",
            "làm",
            "được giao là",
            "được giao làm",
            "thực hiện chức năng",
            "kế thừa nhiệm vụ",
        ];
        let subject = verbs.iter().filter_map(|verb| before.before(verb)).min_by_key(|subject| subject.end);
        // "Chuyển nhiệm vụ cơ quan thường trực của Ban Chỉ đạo từ Vụ X sang Vụ Y".
        let handed = || {
            let moved = before.starts_with("chuyển") || before.starts_with("bàn giao") || behind.has("chuyển từ");
            behind.find_last("sang").filter(|_| moved).map(|at| behind.from(at.end).bare())
        };
        let name = match subject.or_else(handed).or_else(|| body_of_the_post(before)) {
            Some(subject) => subject,
            None if before.is_empty() => {
                let colon = behind.chars().iter().position(|c| *c == ':').map(|at| behind.start + at + 1);
                let is = behind.find_any(&["là", "đặt tại", "do", "gồm"]).map(|at| at.end);
                match colon.or(is) {
                    Some(at) => behind.from(at),
                    None => continue,
                }
            }
            // "Ban Chỉ đạo có cơ quan thường trực là Sở X", "… đặt cơ quan thường trực tại Sở X".
            None => {
                let has = ["có", "đặt", "bố trí"].iter().any(|verb| before.before(verb).is_some());
                match behind
                    .find_any(&["là", "tại", "đặt tại"])
                    .filter(|at| has && behind.until(at.start).word_count() <= 5)
                {
                    Some(at) => behind.from(at.end).trim(),
                    None => continue,
                }
            }
        };
        // "… gồm: Sở Tài chính (về cơ chế) và Liên minh Hợp tác xã (về tuyên truyền)".
        let parts = with_scopes(name);
        if !parts.is_empty() {
            any = true;
            parts.into_iter().for_each(|(name, scope)| add(name, Some(scope), None, sheet));
            continue;
        }
        // "riêng lĩnh vực phòng, chống AIDS, giao Phòng X": who is charged stands last.
        let charged = name.find_last("giao").filter(|at| name.until(at.start).trim().chars().last() == Some(&','));
        let name = charged.map_or(name, |at| name.from(at.start));
        // "Giúp việc cho Ban Chỉ đạo, Sở X được giao …".
        let name = Some(name)
            .filter(|name| name.starts_with("giúp việc"))
            .and_then(|name| Some(name.from(name.chars().iter().position(|c| *c == ',')? + name.start + 1).trim()))
            .unwrap_or(name);
        // "Ban Chỉ đạo sử dụng bộ máy của Sở X làm cơ quan thường trực".
        let used = name.find("sử dụng").filter(|at| act::body_at(name).is_some() && at.start > name.start);
        let name = used.map_or(name, |at| name.from(at.end).trim());
        let name = name.after_any(&["bộ máy của", "bộ máy hiện có của"]).unwrap_or(name);
        let name = name.after_any(&["giao cho", "giao", "phân công", "chỉ định", "chọn", "lấy", "và"]).unwrap_or(name);
        // "Bộ X bảo đảm phương tiện làm việc và …"; "Phòng Khảo thí và Bảo đảm chất lượng" is a name.
        let ensures = ["bảo đảm", "đảm bảo"].iter().filter_map(|verb| name.find(verb));
        let ensures =
            ensures.filter(|verb| verb.chars().first().is_some_and(|c| c.is_lowercase())).min_by_key(|at| at.start);
        let name = ensures.map_or(name, |verb| name.until(verb.start));
        let name = name
            .find_any(&[
                "giúp việc",
                "có nhiệm vụ",
                "đảm nhiệm",
                "chịu trách nhiệm",
                "có trách nhiệm",
                "làm",
                "thay",
                "chủ trì",
                "có con dấu",
                "được sử dụng",
                "được",
                "sử dụng con dấu",
                "và bộ phận",
            ])
            .map_or(name, |end| name.until(end.start))
            .bare();
        // "Giao khoa Dược là …": the kind of the body may be in lower case.
        let kind = || name.word_count() <= 8 && lexicon::get().kind_heads.begin(name);
        // "Các sở đang là cơ quan thường trực lưu trữ hồ sơ": none in particular.
        let fits = !["các", "những"].iter().any(|all| name.starts_with(all))
            && (2..=16).contains(&name.word_count())
            && (name.chars().first().is_some_and(|c| c.is_uppercase()) || kind());
        if !fits {
            continue;
        }
        any = true;
        let scope = subject.and_then(|_| {
            let about = behind.find("về")?;
            let scope = behind.from(about.end).bare();
            (behind.until(about.start).word_count() <= 6 && !scope.is_empty()).then_some(scope)
        });
        let called = Some(word).filter(|word| !word.is("cơ quan thường trực"));
        let called = called.map(|word| Said { value: word.text().to_lowercase(), ..Said::of(word, sure::GOOD) });
        for name in each_of(name) {
            add(name, scope, called.clone(), sheet);
        }
    }
    any
}

/// Agencies with what each is for in a bracket; nothing where any of them has none.
fn with_scopes(mut names: Span<'_>) -> Vec<(Span<'_>, Span<'_>)> {
    let mut found = Vec::new();
    while !names.is_empty() {
        let at = |c: char| names.chars().iter().position(|other| *other == c).map(|at| names.start + at);
        // The last bracket may have been taken for the end of the clause.
        let (Some(open), close) = (at('('), at(')').unwrap_or(names.end)) else { return Vec::new() };
        if close < open {
            return Vec::new();
        }
        let name = names.until(open).trim_by(|c| matches!(c, ',' | ':') || c.is_whitespace());
        let name = name.after("và").unwrap_or(name).bare();
        let scope = Span::new(names.line, open + 1, close).after("về").map(Span::bare);
        let named = name.chars().first().is_some_and(|c| c.is_uppercase()) && (2..=16).contains(&name.word_count());
        let (true, Some(scope)) = (named, scope) else {
            return Vec::new();
        };
        found.push((name, scope));
        names = names.from((close + 1).min(names.end)).trim();
    }
    found
}

/// "Cơ quan thường trực của Ban Chỉ đạo:", over items that name them.
pub fn opens(text: Span<'_>) -> bool {
    let text = text.after("các").unwrap_or(text);
    let names = ["cơ quan thường trực", "đơn vị thường trực"].iter().any(|word| text.starts_with(word));
    names && text.chars().last() == Some(&':') && text.word_count() <= 12
}

/// "Sở Công Thương: thường trực về lưới điện", below such a line.
pub fn listed(item: Span<'_>, sheet: &mut Sheet) -> bool {
    let colon = item.chars().iter().position(|c| *c == ':').map(|at| item.start + at);
    let (name, about) = colon.map_or((item, None), |at| (item.until(at), Some(item.from(at + 1))));
    let name = name.bare();
    if !lexicon::get().kind_heads.begin(name) || name.word_count() > 12 {
        return false;
    }
    let scope =
        about.and_then(|about| Some(about.from(about.find("về")?.end).bare())).filter(|scope| !scope.is_empty());
    add(name, scope, None, sheet);
    true
}

/// "Nhiệm vụ thường trực Ban Chỉ đạo do X đảm nhiệm", "X làm nhiệm vụ thường trực cho Ban".
fn duty_of(clause: Span<'_>) -> Option<Span<'_>> {
    let word = clause.find("nhiệm vụ thường trực")?;
    let behind = clause.from(word.end).trim();
    let whose = behind.after_any(&["của", "cho", "giúp việc"]).unwrap_or(behind);
    let bodies = ["ban", "tổ", "hội đồng", "ủy ban", "đoàn"];
    (act::body_at(whose).is_some() || bodies.iter().any(|body| whose.starts_with(body))).then_some(word)
}

fn add<'a>(name: Span<'a>, scope: Option<Span<'a>>, called: Option<Said<'a>>, sheet: &mut Sheet) {
    let known = &sheet.draft.standing_agencies;
    let (named, about) = (name.text(), scope.map(|scope| scope.text()));
    if known.iter().any(|known| known.name == named && known.scope == about) {
        return;
    }
    let n = known.len();
    let agency = StandingAgency {
        committee: None,
        called: sheet.put_some(&format!("standing_agencies.{n}.called"), called),
        name: sheet.put(&format!("standing_agencies.{n}.name"), Said::of(name, sure::GOOD)),
        scope: sheet.put_some(&format!("standing_agencies.{n}.scope"), scope.map(|scope| Said::of(scope, sure::GOOD))),
    };
    sheet.draft.standing_agencies.push(agency);
}

/// "Giám đốc Sở X (cơ quan Thường trực của Ban Chỉ đạo)": what the bracket says is of the body, and no part of the post.
pub fn without_bracket(post: Span<'_>) -> Span<'_> {
    let agency = ["cơ quan thường trực", "đơn vị thường trực", "cơ quan đầu mối", "đơn vị đầu mối"];
    let found = role::bracket_behind(post).filter(|(_, inner)| agency.iter().any(|word| inner.starts_with(word)));
    found.map_or(post, |(before, _)| before)
}

/// The body of the post before such a bracket: "Giám đốc | Sở X | - Phó Trưởng ban".
fn body_of_the_post(before: Span<'_>) -> Option<Span<'_>> {
    let post = before.before("(")?.bare();
    let dash = post.chars().windows(3).position(|three| matches!(three, [' ', '-' | '–', ' ']));
    let post = dash.map_or(post, |at| post.until(post.start + at)).bare();
    let kind = |word: &Span<'_>| {
        let rest = post.from(word.start);
        word.start > post.start
            && word.chars().first().is_some_and(|c| c.is_uppercase())
            && lexicon::get().kind_heads.begin(rest)
    };
    let body = post.words().into_iter().find(kind)?;
    person::is_office(post).then(|| post.from(body.start))
}

/// "Sở Tài chính và Công an tỉnh": two agencies; "Sở Giáo dục và Đào tạo", "Văn phòng HĐND và UBND xã": one.
fn each_of(names: Span<'_>) -> Vec<Span<'_>> {
    let kinds = [
        "sở",
        "bộ",
        "cục",
        "tổng cục",
        "chi cục",
        "vụ",
        "viện",
        "phòng",
        "ban",
        "văn phòng",
        "công an",
        "trung tâm",
        "trạm",
        "hội",
        "khoa",
        "bộ chỉ huy",
        "ban chỉ huy",
    ];
    let capital = |span: &Span<'_>| span.chars().first().is_some_and(|c| c.is_uppercase());
    let kind = |span: Span<'_>| {
        let (kind, rest) =
            kinds.iter().filter_map(|kind| Some((*kind, span.after(kind)?))).max_by_key(|(_, rest)| rest.start)?;
        let named = matches!(kind, "công an" | "văn phòng") || capital(&rest);
        (capital(&span) && named && !rest.is_empty()).then_some(kind)
    };
    let commas = names.chars().iter().enumerate().filter(|(_, c)| **c == ',').map(|(at, _)| names.start + at);
    let commas = commas.map(|at| Span::new(names.line, at, at + 1));
    let mut joints: Vec<Span<'_>> = commas.chain(names.all("và")).collect();
    joints.sort_unstable_by_key(|joint| joint.start);
    let (mut pieces, mut from) = (Vec::new(), names.start);
    for joint in joints {
        let (before, behind) = (names.from(from).until(joint.start).bare(), names.from(joint.end).trim());
        let behind = behind.after("và").unwrap_or(behind);
        // "Vụ Thi đua - Khen thưởng, Bộ Nội vụ": what stands behind a comma may be of what it is a part.
        let (one, other) = (kind(before), kind(behind));
        let listed = joint.is("và") || one == other || other == Some("công an");
        if one.is_some() && other.is_some() && listed {
            pieces.push(before);
            from = behind.start;
        }
    }
    pieces.push(names.from(from).bare());
    pieces
}

/// "Phòng X là thường trực Ban Chỉ huy": the word, where a body has it and not a person.
fn stands_by(clause: Span<'_>) -> Option<Span<'_>> {
    let said = |word: &Span<'_>| {
        let before = clause.until(word.start).trim();
        let behind = clause.from(word.end).trim();
        let behind = behind.after("của").unwrap_or(behind);
        let verb = ["là", "làm", "giữ vai trò", "làm nhiệm vụ"].iter().any(|verb| before.before(verb).is_some());
        // "Thường trực Ban chỉ đạo đặt tại Phòng X".
        let told = |word: &str| behind.find(word).map(|at| behind.from(at.end).trim());
        let body = |rest: Span<'_>| lexicon::get().kind_heads.begin(rest);
        let seated = before.is_empty() && (behind.has("đặt tại") || told("là").is_some_and(body));
        let short = behind.word_count() <= 2 && behind.chars().first().is_some_and(|c| c.is_uppercase());
        (verb || seated) && (act::body_at(behind).is_some() || short)
    };
    let word = clause.all("thường trực").find(said)?;
    let seated = clause.until(word.start).trim().is_empty();
    (seated || (!person::is_office(clause) && !person::begins(clause))).then_some(word)
}
