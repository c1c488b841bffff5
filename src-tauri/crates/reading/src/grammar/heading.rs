//! What the lines around a list say of it: that it opens, that it is one of duties, whose list it is.

use super::act;
use super::joint::role_ahead;
use super::person;
use super::role::{self, RoleSaid};
use super::sheet::{Said, sure};
use crate::lexicon;
use crate::line::Span;

/// Whether an article opens a list of members.
pub fn opens_list(lead: Span<'_>) -> bool {
    let names = lead.has_any(&[
        "gồm",
        "thành phần",
        "cơ cấu",
        "thành viên",
        "như sau",
        "sau đây",
        "danh sách",
        "các ông",
        "các đồng chí",
        "các đ/c",
        "có tên sau",
        "có tên dưới đây",
        "làm trưởng ban",
    ]);
    // "Thành lập Ban Tổ chức Lễ hội X:", and nothing else.
    let founds = || lead.chars().last() == Some(&':') && act::FOUNDS.iter().any(|verb| lead.starts_with(verb));
    (names || founds()) && !executes(lead) && !is_duty(lead)
}

/// Whether the text only says who carries the decision out.
pub fn executes(text: Span<'_>) -> bool {
    text.has_any(&[
        "chịu trách nhiệm thi hành",
        "thi hành quyết định",
        "căn cứ quyết định thi hành",
        "qđ thi hành",
        "thi hành qđ",
    ])
}

/// "Nhiệm vụ của Ban Chỉ đạo", without a colon.
pub fn duty_heading(text: Span<'_>) -> bool {
    let nouns = ["nhiệm vụ", "chức năng", "quyền hạn", "trách nhiệm", "nguyên tắc", "chế độ", "kinh phí"];
    nouns.iter().any(|noun| text.starts_with(noun)) && text.word_count() <= 14
}

/// Whether the text speaks of duties, not of members.
pub fn is_duty(text: Span<'_>) -> bool {
    // "… giữ nhiệm vụ Thư ký" gives a role.
    let task = text.all("nhiệm vụ").any(|at| {
        let before = text.until(at.start).trim();
        // "… thay ông B đã được giao nhiệm vụ khác".
        let other = text.from(at.end).trim().after_any(&["khác", "mới"]).is_some();
        !other && !["giữ", "làm", "với", "nhận"].iter().any(|verb| before.before(verb).is_some())
    });
    let duty = task
        || text.has_any(&[
            "quyền hạn",
            "trách nhiệm",
            "chức năng",
            "nguyên tắc",
            "chế độ làm việc",
            "kinh phí",
            "hoạt động của",
            "tiếp tục chỉ đạo",
            "tiếp tục thực hiện",
            "tiếp tục điều hành",
        ]);
    duty && !text.has_any(&["gồm", "thành phần"])
}

/// "Thành lập Tổ giúp việc Ban Chỉ đạo, gồm": the name of the sub-body.
pub fn founds_sub_body(lead: Span<'_>) -> Option<Said<'_>> {
    let rest = lead
        .after_any(&[
            "thành lập",
            "lập",
            "kiện toàn",
            "giúp việc cho ban chỉ đạo có",
            "ban chỉ đạo có",
            "thành viên",
            "danh sách",
        ])
        .unwrap_or(lead);
    let known = lexicon::get().sub_bodies.begin(rest);
    known.then(|| Said::of(act::until_name_ends(rest).bare(), sure::GOOD)).filter(|name| !name.value.is_empty())
}

/// "II. Tổ giúp việc gồm:", "TỔ GIÚP VIỆC BAN CHỈ ĐẠO": a heading that names a body.
pub fn heading_of_body(text: Span<'_>) -> Option<Said<'_>> {
    let rest = text
        .after_any(&["thành lập", "thành viên", "danh sách", "danh sách thành viên", "các thành viên"])
        .unwrap_or(text);
    act::body_at(rest)?;
    let opens = text.chars().last() == Some(&':')
        || text.line.is_capitals()
        || (text.word_count() <= 8 && !text.chars().contains(&','));
    let says = text.has_any(&["nhiệm vụ", "có trách nhiệm", "là", "làm", "chịu"]);
    (opens && !says).then(|| Said::of(act::until_name_ends(rest).bare(), sure::LIKELY))
}

/// The same for a committee of this paper, in lower case, whose noun no list knows: "1. Tổ kiểm phiếu bầu cử xã X:".
pub fn heading_of_one<'a>(text: Span<'a>, committees: &[String]) -> Option<Said<'a>> {
    let name = text.bare();
    let opens = text.chars().last() == Some(&':') || committees.len() > 1;
    let own = opens && committees.contains(&name.text().to_lowercase());
    own.then(|| Said::of(name, sure::LIKELY))
}

/// Whether the name of a body opens with this noun.
pub fn body_name_starts(name: &Said<'_>, noun: &str) -> bool {
    name.value.to_lowercase().starts_with(noun)
}

/// The list in the middle of a sentence: behind "gồm:", "gồm các ông, bà sau:", "do".
pub fn inline_list(sentence: Span<'_>) -> Option<Span<'_>> {
    let colon = sentence.chars().iter().position(|c| *c == ':').map(|at| sentence.start + at + 1);
    let list = sentence.find_any(&["gồm có", "bao gồm", "gồm"]);
    // "Ban Chỉ đạo … do Phó Thủ tướng A làm Trưởng ban; …".
    let by = sentence.find("do").filter(|by| sentence.from(by.end).has("làm"));
    // "gồm 05 đồng chí, do đồng chí A làm Trưởng ban; …": how many there are is no member.
    let counted = |list: &Span<'_>| {
        by.is_some_and(|by| {
            let between = sentence.from(list.end).until(by.start);
            between.chars().iter().any(char::is_ascii_digit) && between.word_count() <= 5
        })
    };
    let list = list.filter(|list| by.is_none_or(|by| by.start > list.start) && !counted(list));
    // "…, cụ thể: ông A, …, giữ chức Chủ tịch; …; các Ủy viên gồm ông B": the colon opens it.
    let opened = colon.filter(|colon| {
        person::begins(sentence.from(*colon).trim())
            && list.is_none_or(|list| list.start > *colon)
            && by.is_none_or(|by| by.start > *colon)
    });
    if let Some(colon) = opened {
        return Some(sentence.from(colon).trim());
    }
    let after = match (list, colon) {
        (Some(word), Some(colon)) if colon > word.start && sentence.from(word.end).until(colon).word_count() <= 12 => {
            sentence.from(colon)
        }
        (Some(word), _) => sentence.from(word.end),
        (None, _) => sentence.from(by?.end),
    };
    let after = after.trim();
    (!after.is_empty()).then_some(after)
}

/// "Bổ sung ông A … làm Ủy viên Hội đồng X | được thành lập tại Quyết định số …": without the decision behind the body.
pub fn named_by_the_verb(sentence: Span<'_>) -> Span<'_> {
    let verb = ["bổ sung", "cử", "phân công", "giao", "chỉ định", "công nhận", "chuẩn y"];
    let verb = verb.iter().any(|verb| sentence.starts_with(verb));
    let founded = sentence.find_any(&["được thành lập", "thành lập theo", "thành lập tại", "đã được thành lập"]);
    let last = |at: &Span<'_>| !sentence.from(at.end).has("thay");
    founded.filter(|at| verb && last(at)).map_or(sentence, |at| sentence.until(at.start).bare())
}

/// "Bổ sung các ông, bà sau làm thành viên Hội đồng …:": the role of everyone below.
pub fn role_of_all<'a>(lead: Span<'a>, committees: &[String]) -> Option<RoleSaid<'a>> {
    let people =
        ["các ông", "các đồng chí", "các đ/c", "các bà", "các thành viên", "các cá nhân", "đồng chí làm", "người làm"];
    let opens = lead.chars().last() == Some(&':') && lead.has_any(&people);
    // "do đồng chí A làm trưởng ban và các đồng chí sau đây làm ủy viên:": the last of them are those below.
    // "Bổ sung vào khoản 3 các Ủy viên sau đây:".
    let these = lead.find_last("các").filter(|_| lead.chars().last() == Some(&':')).and_then(|all| {
        let rest = lead.from(all.end).bare();
        // "Bổ sung vào khoản 4 Điều 1 các Ủy viên Ban Chỉ đạo:" counts on the place alone.
        let place = lead.until(all.start);
        let placed = place.starts_with("bổ sung vào") && place.has_any(&["khoản", "điểm", "điều"]);
        let named = ["sau đây", "sau", "dưới đây"].iter().find_map(|word| rest.before(word));
        let named = named.or(placed.then_some(rest))?;
        let role = role::whole(named.bare(), committees)?;
        role.value.as_ref().is_some_and(|value| value != "Thành viên").then_some(role)
    });
    if these.is_some() {
        return these;
    }
    let last = people.iter().filter_map(|word| lead.find_last(word)).map(|word| word.start).max();
    let lead = last.filter(|last| lead.from(*last).has_any(&["sau", "có tên"])).map_or(lead, |last| lead.from(last));
    let verb = lead
        .find_any(&[
            "tham gia làm",
            "làm",
            "với tư cách là",
            "với tư cách",
            "với vai trò là",
            "với vai trò",
            "với chức danh là",
            "với chức danh",
            "là",
            "giữ chức danh",
            "giữ chức",
            "giữ nhiệm vụ",
        ])
        .filter(|_| opens && !lead.has("gồm"))?;
    let said = lead.from(verb.end).bare();
    // "Bổ sung làm Ủy viên đối với các ông:".
    let said = said.find("đối với các").map_or(said, |whom| said.until(whom.start).bare());
    if let Some(role) = role::whole(said, committees).filter(|role| role.value.is_some()) {
        return Some(role);
    }
    let body = act::body(said).filter(|body| body.start > said.start);
    let said = body.map_or(said, |body| said.until(body.start)).bare();
    role::whole(said, committees).filter(|role| role.value.is_some())
}

/// Whether a line only counts the members.
pub fn counts(body: Span<'_>) -> bool {
    // "Trang 1/1 - In từ Hệ thống …", at the foot of a print.
    if body.after("trang").is_some_and(|rest| rest.chars().first().is_some_and(char::is_ascii_digit)) {
        return true;
    }
    // "Lễ viếng từ 7 giờ 30 phút ngày 12/10/2019 tại Nhà tang lễ tỉnh".
    let hour = body.all("giờ").any(|at| body.until(at.start).trim().chars().last().is_some_and(char::is_ascii_digit));
    if hour && !person::begins(body) && !person::is_office(body) {
        return true;
    }
    let opens = ["tổng số", "tổng cộng", "ấn định danh sách", "danh sách này có", "danh sách gồm có", "danh sách gồm"];
    let words = body.trim_by(|c| matches!(c, '(' | ')' | ' '));
    opens.iter().any(|word| words.starts_with(word))
        && words.word_count() <= 10
        && words.chars().iter().any(char::is_ascii_digit)
}

/// The role, and who is sent, of a heading whose items are bodies.
pub fn sent_by_bodies<'a>(body: Span<'a>, committees: &[String]) -> Option<(RoleSaid<'a>, Span<'a>)> {
    let bodies = body.has_any(&["cơ quan", "đơn vị", "sở, ngành", "sở, ban, ngành", "tổ chức"]);
    if body.chars().last() != Some(&':') || !bodies {
        return None;
    }
    let (role, rest) = role_ahead(body.bare(), committees);
    let heads = ["đại diện lãnh đạo", "lãnh đạo", "đại diện", "thủ trưởng"];
    let head = heads.iter().find_map(|head| rest.after(head))?;
    let sent = rest.until(head.start).trim();
    head.starts_with("các").then_some((role?, sent))
}
