//! The signature block and the recipients.

mod at_once;

use super::casing::Casing;
use super::person;
use super::sheet::{Said, Sheet, sure};
use crate::lexicon;
use crate::line::{Line, Span};
use register::draft::Signer;

/// The ways to sign for somebody, as written and in the form of the answer.
const FORMS: [(&str, &str); 20] = [
    ("k.t", "KT."),
    ("thừa lệnh", "TL."),
    ("thừa ủy quyền", "TUQ."),
    ("thay mặt", "TM."),
    ("ký thay", "KT."),
    ("kt.", "KT."),
    ("k.t.", "KT."),
    ("k/t", "K/T"),
    ("kt", "KT."),
    ("tm.", "TM."),
    ("t.m.", "TM."),
    ("t.m", "TM."),
    ("t/m", "T/M"),
    ("tm", "TM."),
    ("tl.", "TL."),
    ("t.l.", "TL."),
    ("t/l", "T/L"),
    ("tuq.", "TUQ."),
    ("t.u.q.", "TUQ."),
    ("tl", "TL."),
];

/// The form at the head of a line in capitals, and what follows it.
pub fn form(line: Span<'_>) -> Option<(&'static str, Span<'_>)> {
    FORMS
        .iter()
        .filter_map(|(written, is)| Some((*is, line.after(written)?)))
        .max_by_key(|(_, rest)| rest.start)
        .filter(|(_, rest)| !rest.is_empty())
}

/// Whether a line is a person's name and nothing else, rank and degree allowed.
pub fn is_name(line: Span<'_>) -> bool {
    let rest = person::titles(without_mark(line)).rest;
    let words = rest.words();
    let capital = |word: &Span<'_>| {
        word.chars().first().is_some_and(|c| c.is_uppercase())
            && word.chars().iter().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-'))
    };
    // "K'Brôi", "Y'Thinh": a whole name in one word.
    let whole = words.len() == 1 && rest.chars().iter().skip(1).any(|c| matches!(c, '\'' | '’'));
    ((2..=6).contains(&words.len()) || whole)
        && words.iter().all(capital)
        && !is_title(rest)
        && !person::is_office(rest)
}

/// Without the mark that a copy puts before the name: "Đã ký: Nguyễn Văn A".
fn without_mark(line: Span<'_>) -> Span<'_> {
    let rest = line.trim_by(|c| matches!(c, '(' | '[' | ' ')).after("đã ký");
    rest.map(|rest| rest.trim_by(|c| matches!(c, ')' | ']' | ':' | ' ')))
        .filter(|rest| !rest.is_empty())
        .unwrap_or(line)
}

/// Whether a name stands there with nothing over it, at the end of the paper or marked as signed.
pub fn signs_alone(lines: &[Line], at: usize) -> bool {
    let marked = |line: &Line| line.all().trim_by(|c| matches!(c, '(' | ')' | '[' | ']')).is("đã ký");
    let all = lines[at].all();
    // "(Đã ký)" over the name, with no office.
    let above = lines[..at].iter().rev().find(|line| !marked(line));
    let before = above.map(|above| above.all().chars().last() == Some(&'.'));
    let ends = || lines.get(at + 1).is_none_or(marked);
    lines[at].cell.is_none() && before == Some(true) && ends() && all.each_word().nth(2).is_some() && is_name(all)
}

/// One way alone is kept as it is written; of two, a stroke is the point of the abbreviation: "T/M … K/T …" is TM. KT.
fn whole(forms: &[(&'static str, Span<'_>)]) -> String {
    let said: Vec<String> = forms.iter().map(|(is, _)| (*is).to_owned()).collect();
    match said.as_slice() {
        [one] => one.clone(),
        several => several
            .iter()
            .map(|form| if form.contains('/') { format!("{}.", form.replace('/', "")) } else { form.clone() })
            .collect::<Vec<_>>()
            .join(" "),
    }
}

/// What is behind the mark that ends a recipient, where it is a name.
fn beside_recipients(line: Span<'_>) -> Option<(Span<'_>, Span<'_>)> {
    let mark = line.chars().iter().rposition(|c| matches!(c, ';' | '.')).map(|at| line.start + at)?;
    let who = line.from(mark + 1).trim();
    let to = line.until(mark).trim_by(|c| matches!(c, '-' | '–' | '+') || c.is_whitespace());
    (who.word_count() >= 3 && is_name(who)).then_some((to, who))
}

/// Judges sign for their court, without any other office.
pub fn is_judge(line: Span<'_>) -> bool {
    line.line.is_capitals() && line.bare().is("thẩm phán")
}

fn is_title(line: Span<'_>) -> bool {
    let authorities = &lexicon::get().authorities;
    let strong = |head: usize| authorities[head].contains(' ') || line.line.is_capitals();
    // "Q. GIÁM ĐỐC": acting, and a title all the same.
    let title = line.after("q.").unwrap_or(line);
    form(line).is_some() || is_judge(line) || authorities.begun(title).any(|(head, _)| strong(head))
}

/// Reads signer and recipients.
pub fn read(lines: &[&Line], casing: &Casing, sheet: &mut Sheet) {
    let lines = at_once::parted(lines);
    let mut recipients = Vec::new();
    let (mut forms, mut titles, mut name) = (Vec::new(), Vec::<Span<'_>>::new(), None);
    let mut listing = false;
    // Looked for once: a page of offices in capitals would be gone through for each of them.
    let last_name = lines.iter().rposition(|line: &Line| !line.is_capitals() && is_name(line.all()));
    // Leaving out those of the recipients, which may stand beside.
    let mut before: Option<&Line> = None;
    for (n, line) in lines.iter().enumerate() {
        let name_below = last_name.is_some_and(|last| last > n);
        let all = line.all();
        if let Some(rest) = all.after_any(&["nơi nhận", "nơi gửi", "nơi gởi"]) {
            listing = true;
            recipients.extend(Some(rest.bare()).filter(|rest| !rest.is_empty()));
            continue;
        }
        let dashed = all.chars().first().is_some_and(|c| matches!(c, '-' | '–' | '+'));
        // "- Các thành viên Ủy ban; Đỗ Quang Hiển": the name stood beside the recipients, under the office.
        if let Some((to, who)) =
            beside_recipients(all).filter(|_| listing && dashed && name.is_none() && !titles.is_empty())
        {
            recipients.push(to);
            name = Some(who);
            continue;
        }
        if listing && dashed {
            recipients.push(all.trim_by(|c| matches!(c, '-' | '–' | '+' | ';' | '.') || c.is_whitespace()));
            continue;
        }
        let above = before.replace(line);
        // "TM. ỦY | BAN NHÂN DÂN": the body in whose name one signs, broken off.
        let broken = above.is_some_and(|above| {
            let above = above.all().bare();
            (above.before("ủy").is_some() && all.starts_with("ban nhân dân"))
                || (above.before("ủy ban").is_some() && all.starts_with("nhân dân"))
        });
        if broken && line.is_capitals() {
            continue;
        }
        let stamp = all.starts_with("thời gian ký") || all.starts_with("ký bởi") || all.starts_with("người ký");
        if name.is_some()
            || stamp
            || (matches!(all.chars().first(), Some('(' | '[')) && !is_name(all))
            || all.is("đã ký")
        {
            continue;
        }
        // "t/m ỦY BAN NHÂN DÂN".
        let capitals = |rest: &Span<'_>| rest.chars().iter().all(|c| !c.is_lowercase());
        if let Some((is, rest)) = form(all).filter(|(_, rest)| line.is_capitals() || capitals(rest)) {
            forms.push((is, all.until(rest.start).trim()));
            // "KT. CHỦ TỊCH PHÓ CHỦ TỊCH": for whom, and who, on one line.
            let own =
                rest.words().into_iter().skip(1).find(|word| word.bare().is("phó")).map(|word| rest.from(word.start));
            titles.extend(own.filter(|own| is_title(*own)));
            continue;
        }
        // "CHÁNH VĂN PHÒNG ĐIỀU PHỐI" over "NÔNG THÔN MỚI": no name is in capitals above another.
        let goes_on = line.is_capitals() && !titles.is_empty() && name_below;
        // "ỦY VIÊN THƯ KÝ", below "TL. TRƯỞNG BAN": whoever signs for the committee may be one of it.
        let member = line.is_capitals() && !forms.is_empty() && name_below && super::is_role(all.bare());
        if member && titles.is_empty() {
            titles.push(all);
            continue;
        }
        // "KT. VỤ TRƯỞNG VỤ KHOA HỌC," over "CÔNG NGHỆ VÀ MÔI TRƯỜNG": for whom it is signed goes on.
        // "KT. VỤ TRƯỞNG VỤ TỔ CHỨC CÁN" over "BỘ": the last word of it, and who signs stands below.
        let last_word = || {
            let below = lines[n + 1..].iter().filter(|line| line.is_capitals()).map(|line| line.all());
            all.word_count() == 1 && below.take(3).any(|below| is_title(below) && below.word_count() > 1)
        };
        let form_goes_on = line.is_capitals()
            && titles.is_empty()
            && !forms.is_empty()
            && (!is_title(all) || last_word())
            && above.is_some_and(|above| above.is_capitals())
            && name_below;
        if form_goes_on {
            continue;
        }
        // "PHÂN VIỆN TRƯỞNG": a title that no list knows.
        let unknown = line.is_capitals()
            && titles.is_empty()
            && !is_title(all)
            && (2..=4).contains(&all.word_count())
            && all.bare().before("trưởng").is_some_and(|before| !before.is_empty())
            && name_below;
        if (goes_on || unknown) && titles.len() < 3 {
            titles.push(all);
            continue;
        }
        if is_title(all) && (line.is_capitals() || titles.is_empty()) && !(titles.is_empty() && is_name(all)) {
            titles.push(all);
        } else if is_name(all) && (!listing || !dashed) {
            let titles = person::titles(without_mark(all));
            // Nobody signs as "Ông": it is the family name.
            let family = titles.honorific.as_ref().is_some_and(|said| said.value == "Ông");
            let bare = titles.degree.is_none() && titles.rank.is_none();
            name = Some(if family && bare { without_mark(all).trim() } else { titles.rest });
        } else if line.is_capitals() && !titles.is_empty() && titles.len() < 3 {
            titles.push(all);
        }
    }
    sheet.draft.recipients =
        sheet.put_all("recipients", recipients.into_iter().map(|span| Said::of(span, sure::CERTAIN)));
    let title = title(&titles, casing);
    if forms.is_empty() && title.is_none() && name.is_none() {
        return;
    }
    let form = (!forms.is_empty()).then(|| Said {
        value: whole(&forms),
        at: forms.iter().map(|(_, span)| *span).collect(),
        sure: sure::CERTAIN,
    });
    let name = name.map(|name| Said::as_value(person::cased(name), name, sure::CERTAIN));
    sheet.draft.signer = Some(Signer {
        form: sheet.put_some("signer.form", form),
        title: sheet.put_some("signer.title", title),
        name: sheet.put_some("signer.name", name),
    });
}

/// The first line that is a title; one that only goes on with it belongs to it. What stands under it is the
/// signer's other office (TRƯỞNG BAN / CHỦ TỊCH UBND XÃ).
fn title<'a>(titles: &[Span<'a>], casing: &Casing) -> Option<Said<'a>> {
    let first = titles.first()?;
    let mut at = vec![*first];
    // "TRƯỞNG PHÒNG TỔ CHỨC CÁN" over "BỘ": no office is one word.
    at.extend(titles.iter().skip(1).take_while(|line| !is_title(**line) || line.word_count() == 1));
    let text = at.iter().map(Span::text).collect::<Vec<_>>().join(" ");
    // "P.CHỦ TỊCH", as typists shortened it.
    let text = text.strip_prefix("P.").map_or(text.clone(), |office| format!("PHÓ {}", office.trim_start()));
    // "ỦY VIÊN THƯ KÝ": a role is written as everywhere, unless it is an office as well.
    let role = super::role_of(first.bare()).filter(|_| at.len() == 1 && !is_title(*first));
    Some(Said { value: role.unwrap_or_else(|| casing.normal(&text)), at, sure: sure::GOOD })
}
