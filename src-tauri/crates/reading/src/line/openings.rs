//! What a line opens by its first words: an item, a person, a post, a role, a field of a form.

use super::{Line, Span, is_upper, is_word};
use crate::lexicon;

/// "Trưởng các bản", "Giáo viên chủ nhiệm các lớp": a post, with the capital of a line that begins.
pub fn opens_post(line: Span<'_>) -> bool {
    let lexicon = lexicon::get();
    let first = line.each_word().next();
    let head =
        lexicon.offices.begin(line) || lexicon.nominated.begin(line) || first.is_some_and(|word| word.is("trưởng"));
    head && line.chars().first().is_some_and(|c| c.is_uppercase())
}

/// "Khi có sự thay đổi về nhân sự, …", "Các thành viên … làm việc kiêm nhiệm": a sentence below a list, about the list.
pub fn tells_of_the_list(line: &Line) -> bool {
    let all = line.all();
    let when = ["khi", "trong trường hợp", "trường hợp", "trong quá trình", "ghi chú", "người được cử"];
    let whose = ["ban chỉ đạo", "các thành viên", "thành viên ban", "các ông", "hội đồng", "tổ công tác"];
    let works = ["làm việc", "trách nhiệm", "nhiệm vụ", "hoạt động", "kiêm nhiệm", "được", "sử dụng"];
    let capital = all.chars().first().is_some_and(|c| is_upper(*c));
    let told = whose.iter().any(|body| all.starts_with(body)) && all.has_any(&works);
    capital && (told || when.iter().any(|word| all.starts_with(word))) && all.each_word().nth(3).is_some()
}

/// "Số 1412-QĐ/TU" alone on its line, where the one before does not wait for it ("… thay thế Quyết định").
pub fn numbers(last: &Line, next: &Line) -> bool {
    let all = next.all();
    let digit = |rest: Span<'_>| rest.chars().first().is_some_and(char::is_ascii_digit);
    let papers = ["quyết định", "kế hoạch", "công văn", "văn bản", "tờ trình", "nghị quyết", "thông báo", "nghị định"];
    let waits = papers.iter().any(|paper| last.all().before(paper).is_some());
    !waits && all.after("số").is_some_and(digit) && all.each_word().nth(3).is_none()
}

/// The line under a headline that says when it was printed: "Thứ Tư, 13/3/2019 | 08:15".
pub fn stamps(line: &Line) -> bool {
    let all = line.all();
    let days = ["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"];
    let posted = ["ngày đăng", "đăng lúc", "đăng ngày", "cập nhật lúc", "cập nhật:", "lượt xem"];
    if posted.iter().any(|word| all.starts_with(word)) {
        return true;
    }
    // "03/06/2016 07:05", "09:45 | 22/05/2012".
    let figures = all.chars().iter().all(|c| c.is_ascii_digit() || matches!(c, '/' | ':' | '|' | '-' | ' '));
    let timed = figures && all.chars().contains(&':') && (8..=24).contains(&all.chars().len());
    if timed {
        return true;
    }
    days.iter().any(|day| all.starts_with(day))
        && all.each_word().nth(8).is_none()
        && all.chars().iter().any(char::is_ascii_digit)
}

/// Whether a line opens something of its own.
pub fn begins(line: &Line) -> bool {
    let all = line.all();
    label(line)
        || row(line)
        || dates(line)
        || tells_when(all)
        || stamps(line)
        || field(all)
        // "UBND huyện X vừa có Quyết định số …", below a headline.
        || (lexicon::get().authorities.begin(all) && all.has_any(&["vừa ký", "vừa có", "vừa ban hành", "vừa ra"]))
        || (all.chars().first().is_some_and(|c| c.is_uppercase())
            && (lexicon::get().openings.begin(all) || opens_person(all) || opens_named(all)))
        || matches!(line.low.iter().find(|c| !c.is_whitespace()), Some('-' | '+' | '(' | '[' | '“' | '|' | ':'))
        || line.low.iter().find(|c| !c.is_whitespace()).is_some_and(|c| is_picture(*c))
}

/// A sign such as 🔹 or ✅, which opens a line of a post.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

/// "Ngày 25 tháng 5 năm 2016, tại trụ sở Chính phủ, …": a report or minutes begin.
pub fn tells_when(line: Span<'_>) -> bool {
    let capital = line.chars().first().is_some_and(|c| c.is_uppercase());
    let day = line.after_any(&["ngày", "sáng ngày", "chiều ngày"]);
    capital && day.is_some_and(|day| day.chars().first().is_some_and(char::is_ascii_digit)) && line.has("tại")
}

/// "Chức vụ hiện nay: …", "Nhiệm vụ trong Hội đồng: …": a line of a form.
pub fn field(line: Span<'_>) -> bool {
    let heads = ["họ và tên", "họ tên", "chức vụ", "chức danh", "nhiệm vụ", "vai trò", "đơn vị"];
    let Some(colon) = line.chars().iter().take(40).position(|c| *c == ':') else { return false };
    // "đơn vị cử như sau:" goes on with a sentence.
    let capital = line.chars().first().is_some_and(|c| c.is_uppercase());
    let head = line.until(line.start + colon);
    capital && head.each_word().nth(6).is_none() && heads.iter().any(|word| head.starts_with(word))
}

/// "Căn cứ Luật Tổ chức chính quyền địa phương …": a line of its own, however full the subject above it is.
pub fn opens_bases(line: Span<'_>) -> bool {
    let capital = line.chars().first().is_some_and(|c| c.is_uppercase());
    let papers = ["luật", "nghị", "quyết định", "thông tư", "pháp lệnh", "chỉ thị", "kết luận", "quy định", "điều lệ"];
    line.after("căn cứ").is_some_and(|rest| capital && papers.iter().any(|word| rest.starts_with(word)))
}

/// "3 Trưởng Công an xã - Ủy viên" over "4 Bí thư Đoàn xã - Ủy viên": numbers without a mark, that count on.
pub fn counts_on(last: &Line, next: &Line) -> bool {
    let number = |line: &Line| {
        let word = line.all().each_word().next().filter(|word| word.chars()[0].is_ascii_digit())?;
        let behind = line.all().from(word.end).trim();
        let capital = behind.chars().first().is_some_and(|c| is_upper(*c));
        let short = word.chars().len() <= 2 && word.chars().iter().all(char::is_ascii_digit);
        Some(word.text()).filter(|_| capital && short).and_then(|word| word.parse::<u32>().ok())
    };
    number(last).zip(number(next)).is_some_and(|(last, next)| next == last + 1)
}

/// "2 Ông Tòng Văn Hịa Trạm trưởng …": a row of a table whose cells have nothing between them.
pub fn row(line: &Line) -> bool {
    let all = line.all();
    let first = all.each_word().next();
    let number = first.filter(|word| word.chars().len() <= 3 && word.chars().iter().all(char::is_ascii_digit));
    number.is_some_and(|number| {
        let rest = all.from(number.end).trim();
        let heading = rest.before(":").is_some_and(|role| crate::grammar::is_role(role));
        opens_person(rest) || opens_named(rest) || heading
    })
}

/// "Ông Nguyễn Văn A", with the capital of a line that begins.
pub fn opens_person(line: Span<'_>) -> bool {
    let mut rests = lexicon::get().honorific_heads.begun(line).map(|(_, rest)| rest);
    // "Ni sư Thích nữ Diệu Tâm".
    let name = |word: &Span<'_>| is_upper(word.chars()[0]) || word.is("nữ");
    // "Đồng chí Đại tá Huỳnh Đình Thương".
    rests.any(|rest| rest.each_word().take(2).filter(name).count() == 2 || lexicon::get().ranks.begin(rest))
}

/// "TS.BS. Nguyễn Văn A": a degree with its point, and a name.
pub fn opens_learned(line: &Line) -> bool {
    let all = line.all();
    let name = |rest: &Span<'_>| rest.each_word().take(2).filter(|word| is_upper(word.chars()[0])).count() == 2;
    let rest = lexicon::get().degrees.after(all).filter(name);
    rest.is_some_and(|rest| all.until(rest.start).trim().chars().last() == Some(&'.'))
}

/// "Lăng Thị Vóc, Giám đốc Trung tâm …": a name without honorific, and the post behind it.
pub fn opens_named(line: Span<'_>) -> bool {
    let lexicon = lexicon::get();
    let Some(end) = line.chars().iter().take(40).position(|c| matches!(c, ',' | '-' | '–' | ':')) else {
        return false;
    };
    let name = line.until(line.start + end).trim();
    let post = line.from(line.start + end + 1).trim();
    let words = name.words();
    (2..=5).contains(&words.len())
        && words.iter().all(|word| is_upper(word.chars()[0]))
        && words.first().is_some_and(|word| lexicon.surnames.say(*word))
        && lexicon.offices.begin(post)
}

/// "thành viên", alone on its line.
pub fn is_role(line: &Line) -> bool {
    let all = line.all().trim_by(|c| matches!(c, '.' | ';' | ',') || c.is_whitespace());
    // "Các thành viên gồm".
    let bare = all.after("các").unwrap_or(all);
    let bare = bare.before("gồm").unwrap_or(bare);
    let short = all.each_word().nth(7).is_none();
    lexicon::get().role_heads.say(all)
        || (short && crate::grammar::is_role(all))
        || (lexicon::get().role_heads.say(bare) && is_upper(line.all().chars()[0]))
}

/// "Phó Trưởng ban:", "Trưởng ban: Ông A", or a role alone on its line.
pub fn names_role(line: &Line) -> bool {
    let all = line.all();
    let colon = all.chars().iter().position(|c| *c == ':').map(|at| all.until(all.start + at));
    let head = colon.unwrap_or(all);
    let head = head.after("các").filter(|_| colon.is_some()).unwrap_or(head);
    let lexicon = lexicon::get();
    let always = |written: usize| {
        let role = lexicon.role_of.get(written).and_then(|role| lexicon.roles.get(*role));
        role.is_some_and(|role| role.only_of.is_empty())
    };
    let role = lexicon.role_heads.begun(head).any(|(written, _)| always(written));
    // "Trưởng ban - Phó Chủ tịch UBND tỉnh": however long the post is.
    let dash =
        all.chars().windows(3).position(|three| three[0] == ' ' && matches!(three[1], '-' | '–') && three[2] == ' ');
    let dashed = dash.map(|at| all.until(all.start + at)).filter(|head| head.each_word().nth(5).is_none());
    if dashed.is_some_and(|head| lexicon.role_heads.begun(head).any(|(written, _)| always(written)))
        && is_upper(all.chars()[0])
    {
        return true;
    }
    role && head.each_word().nth(6).is_none()
        && is_upper(all.chars()[0])
        && !matches!(all.chars().last(), Some('.' | ';' | ','))
}

/// "Hà Nội, ngày 21 tháng 4 năm 2016", alone on its line.
pub fn dates(line: &Line) -> bool {
    let all = line.all();
    let place = all.find("ngày").map(|word| all.until(word.start).trim());
    place.is_some_and(|place| place.chars().last() == Some(&',') && place.each_word().nth(6).is_none())
        && all.chars().first().is_some_and(|c| is_upper(*c))
        && all.each_word().nth(14).is_none()
}

/// "1.", "2)", "3-", "a)", "IV.", "Điều 5".
pub fn label(line: &Line) -> bool {
    let mut words = line.all().each_word();
    let Some(first) = words.next() else { return false };
    if first.is("điều") {
        // "Điều 5", "Điều II:".
        return words.next().is_some_and(|word| {
            let roman = |word: Span<'_>| word.chars().iter().all(|c| matches!(c, 'I' | 'V' | 'X'));
            word.chars()[0].is_ascii_digit() || (word.bare().end < word.end && roman(word.bare()))
        });
    }
    // "(1)".
    let inner = first.chars().len().saturating_sub(2);
    if first.chars()[0] == '(' && first.chars().last() == Some(&')') && (1..=2).contains(&inner) {
        return first.chars()[1..=inner].iter().all(char::is_ascii_digit);
    }
    // "1 - Chủ tịch: Ông A".
    let number = first.chars().len() <= 2 && first.chars().iter().all(char::is_ascii_digit);
    if number && words.next().is_some_and(|dash| matches!(dash.chars(), ['-' | '–'])) {
        return words.next().is_some_and(|word| is_upper(word.chars()[0]));
    }
    let end = |c: &char| matches!(c, '.' | ')' | '-' | '/' | ':');
    // "1.1.", "2.10.": an item within an item.
    let levels = first.chars().split(|c| *c == '.').filter(|level| !level.is_empty());
    let nested = first.chars().len() <= 6 && levels.clone().count() > 1 && first.chars().last().is_some_and(end);
    if nested && levels.flatten().all(char::is_ascii_digit) {
        return true;
    }
    let Some(last) = first.chars().iter().rposition(|c| !end(c)) else { return false };
    let body = &first.chars()[..=last];
    let short = body.len() == 1
        || (body.len() <= 3 && body.iter().all(char::is_ascii_digit))
        || (body.len() <= 4 && body.iter().all(|c| matches!(c, 'I' | 'V' | 'X')));
    body.len() < first.chars().len() && short && body.iter().all(|c| is_word(*c))
}
