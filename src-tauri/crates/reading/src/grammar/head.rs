//! The head of a paper: number, place, day, who issues it, and its subject.

use jiff::civil::Date;

use super::casing::Casing;
use super::numbers;
use super::outline::{self, Outline};
use super::sheet::{Said, Sheet, sure};
use crate::line::{self, Line, Span};

/// Reads number, date, place, issuer and title.
pub fn read(outline: &Outline<'_>, casing: &Casing, sheet: &mut Sheet) {
    number(&outline.head, sheet);
    date(&outline.head, &outline.signature, sheet);
    left_to_the_annex(outline, sheet);
    if !outline.title.is_empty() {
        let text = outline.title.iter().map(Span::text).collect::<Vec<_>>().join(" ");
        let at = outline.title.iter().map(|span| span.bare()).collect();
        let said = Said { value: casing.normal(&text).trim_matches(['.', ':', ' ']).to_owned(), at, sure: sure::GOOD };
        sheet.draft.title = Some(sheet.put("title", said));
    }
    if !outline.issuer.is_empty() {
        let said = issuer(outline, casing);
        sheet.draft.issuer = Some(sheet.put("issuer", said));
    }
}

/// "Số:      /QĐ-UBND", "ngày      tháng 11", and both in "(Kèm theo Quyết định số 2306/QĐ-UBND ngày …)" over its annex.
fn left_to_the_annex(outline: &Outline<'_>, sheet: &mut Sheet) {
    if sheet.draft.number.is_some() {
        return;
    }
    let told = outline.annexes.iter().find_map(|annex| {
        let belongs = annex.belongs.filter(|belongs| belongs.has("quyết định"))?;
        let at = annex.lines.iter().position(|line| std::ptr::eq(*line, belongs.line))?;
        let mut whole = belongs.line.clone();
        let behind = annex.lines.get(at + 1).filter(|next| next.chars.last() == Some(&')'));
        behind.into_iter().for_each(|next| line::append(&mut whole, (*next).clone()));
        Some(whole)
    });
    let Some(told) = told else { return };
    let Some(number) = numbers::numbers(told.all()).into_iter().next() else { return };
    sheet.draft.number = Some(sheet.put("number", number.said(sure::GOOD)));
    sheet.warnings.retain(|warning| warning.code != "number_blank");
    if let Some((day, at)) = number.day.filter(|_| sheet.draft.date.is_none()) {
        sheet.put("date", Said::as_value(day.to_string(), at, sure::GOOD));
        sheet.draft.date = Some(day);
        sheet.warnings.retain(|warning| warning.code != "date_blank");
    }
}

/// What follows "Số:"; the colon may be missing.
fn after_label(line: Span<'_>) -> Option<Span<'_>> {
    line.after_any(&["số:", "số :", "số"])
}

/// "QUYẾT ĐỊNH số 12/QĐ-UBND ngày 2 tháng 3 năm 2020", on a line of its own: what stands behind the type.
pub fn numbered_type(line: Span<'_>) -> Option<Span<'_>> {
    let rest = line.after_any(&["quyết định", "nghị quyết"])?;
    let capitals = line.until(rest.start).chars().iter().all(|c| c.is_uppercase() || c.is_whitespace());
    let number = numbers::numbers(rest).into_iter().next().filter(|_| capitals && rest.starts_with("số"))?;
    let end = number.day.map_or(number.span.end, |(_, at)| at.end);
    rest.from(end).bare().is_empty().then_some(rest)
}

pub fn number(head: &[&Line], sheet: &mut Sheet) {
    let mut blank = None;
    for (at, line) in head.iter().enumerate() {
        let Some(rest) = after_label(numbered_type(line.all()).unwrap_or(line.all())) else { continue };
        // The list of attributes over a saved page ("Số ký hiệu | …") may be a row of a table.
        if rest.starts_with("ký hiệu") || rest.starts_with("hiệu") {
            continue;
        }
        // The line is often broken behind "Số:".
        let next = head.get(at + 1).map(|line| line.all());
        if let Some(whole) = broken(line, head.get(at + 1).copied(), |rest| rest.chars().last() == Some(&'-'))
            && let Some(number) = after_label(whole.all()).and_then(|rest| numbers::numbers(rest).into_iter().next())
        {
            let value = sheet.put("number", number.said(sure::GOOD));
            sheet.draft.number = Some(value);
            return;
        }
        let found = numbers::numbers(rest).into_iter().next().or_else(|| {
            next.filter(|_| rest.bare().is_empty()).and_then(|next| numbers::numbers(next).into_iter().next())
        });
        match found {
            Some(number) => {
                let value = sheet.put("number", number.said(sure::CERTAIN));
                sheet.draft.number = Some(value);
            }
            // "Số công báo: Đang cập nhật", over the letterhead of a copy: the number may come.
            None => {
                blank = blank.or(Some(line.all()));
                continue;
            }
        }
        return;
    }
    if let Some(line) = blank {
        sheet.warn("number_blank", line);
        return;
    }
    // "Quyết định của Thủ tướng Chính phủ số N ngày D về việc …".
    let told = head.iter().find_map(|line| outline::headline(line.all()));
    if let Some(number) = told.map(|headline| headline.number) {
        let value = sheet.put("number", number.said(sure::CERTAIN));
        sheet.draft.number = Some(value);
        return;
    }
    let bare = head.iter().find_map(|line| {
        let number = numbers::numbers(line.all()).into_iter().next()?;
        (line.all().word_count() <= 3).then_some(number)
    });
    if let Some(number) = bare {
        let value = sheet.put("number", number.said(sure::LIKELY));
        sheet.draft.number = Some(value);
    }
}

/// "Hà Nội, ngày 21 tháng 4 năm 2016": in the head, or over the signature.
pub fn date(head: &[&Line], signature: &[&Line], sheet: &mut Sheet) {
    let lines: Vec<&Line> = head.iter().chain(signature).copied().collect();
    for (n, line) in lines.iter().enumerate() {
        // "Đông Thành Hạ, ngày 06 tháng 01 | năm 2026".
        let whole = broken(line, lines.get(n + 1).copied(), |all| {
            all.find("ngày").is_some_and(|word| numbers::day(all.from(word.start)).is_none())
        });
        let all = whole.as_ref().map_or(line.all(), Line::all);
        let all = numbered_type(all).unwrap_or(all);
        // "Quyết định của Thủ tướng Chính phủ số N ngày D về việc …" has its own day.
        if let Some((day, at)) = outline::headline(all).and_then(|headline| headline.number.day) {
            sheet.put("date", Said::as_value(day.to_string(), at, sure::CERTAIN));
            sheet.draft.date = Some(day);
            place_on(day, &lines[n + 1..], sheet);
            break;
        }
        // "Ngày đăng: 28/06/2018 09:14": when a portal showed it.
        // "Ngày công báo 21/5/2004": when the gazette had it.
        let portal = [
            "ngày đăng",
            "đăng ngày",
            "ngày cập nhật",
            "cập nhật",
            "ngày có hiệu lực",
            "ngày hiệu lực",
            "ngày hết hiệu lực",
            "ngày công báo",
        ];
        if portal.iter().any(|said| all.has(said)) {
            continue;
        }
        // The day in a subject ("V/v đính chính Quyết định số … ngày …") is that of another paper.
        if ["v/v", "về việc", "quyết định", "căn cứ"].iter().any(|word| all.starts_with(word)) {
            continue;
        }
        let Some(word) = all.find("ngày") else { continue };
        // "… Quyết định số 1190/QĐ- | UBND ngày 23/5/2024": a narrow cell broke the number of another paper.
        let broken_off = n.checked_sub(1).and_then(|n| lines[n].chars.last()).is_some_and(|c| matches!(c, '-' | '/'));
        if broken_off && !all.until(word.start).chars().contains(&',') && !all.starts_with("số") {
            continue;
        }
        // A subject that runs on ("204/QĐ-UBND ngày 11/8/2025") names another paper.
        let before = all.until(word.start);
        if !all.starts_with("số") && !numbers::numbers(before).is_empty() {
            continue;
        }
        // "ngày 02/6/2017 của UBND tỉnh": the end of a subject that names another paper.
        let other = numbers::day(all).is_some_and(|(_, at)| all.from(at.end).trim().starts_with("của"));
        if other && all.starts_with("ngày") {
            continue;
        }
        let short = all.word_count() <= 16;
        let Some((day, at)) = numbers::day(all.from(word.start)).filter(|_| short) else {
            if short && all.has("tháng") && all.has("năm") {
                sheet.warn("date_blank", all);
            }
            continue;
        };
        let certainty = if n < head.len() { sure::CERTAIN } else { sure::LIKELY };
        let said = Said::as_value(day.to_string(), Span::new(all.line, word.start, at.end), certainty);
        sheet.put("date", said);
        sheet.draft.date = Some(day);
        // In a pasted letterhead the number stands on the same line, before the place.
        let numbered = numbers::numbers(before).last().map(|number| number.span.end).filter(|_| all.starts_with("số"));
        let before = numbered.map_or(before, |end| before.from(end));
        let place = before.bare().trim_by(|c| c == '|' || c.is_whitespace());
        // "Hà" over "Nội, ngày 3 tháng 2": a narrow cell broke the name.
        let half = lines[..n].last().filter(|above| {
            let all = above.all();
            let capital = all.chars().first().is_some_and(|c| c.is_uppercase());
            place.word_count() == 1 && all.word_count() == 1 && capital && !above.is_capitals()
        });
        if let Some(half) = half.filter(|_| !place.is_empty()) {
            let said = Said {
                value: format!("{} {}", half.all().bare().text(), place.text()),
                at: vec![half.all().bare(), place],
                sure: sure::GOOD,
            };
            sheet.draft.place = Some(sheet.put("place", said));
            break;
        }
        if !place.is_empty() && place.word_count() <= 8 && !place.starts_with("ban hành") {
            let place = sheet.put("place", Said::of(place, certainty));
            sheet.draft.place = Some(place);
        }
        break;
    }
    if sheet.draft.place.is_none() {
        place(head, sheet);
    }
}

/// "Hà Nội, ngày 23 tháng 5 năm 1978", over the signature of a paper whose first line told the day.
fn place_on(day: Date, lines: &[&Line], sheet: &mut Sheet) {
    let said = lines.iter().map(|line| line.all()).find_map(|line| {
        let word = line.find("ngày")?;
        let place = line.until(word.start).bare();
        let same = numbers::day(line.from(word.start)).is_some_and(|(own, _)| own == day);
        (same && (1..=4).contains(&place.word_count()) && line.word_count() <= 12).then_some(place)
    });
    if let Some(place) = said {
        sheet.draft.place = Some(sheet.put("place", Said::of(place, sure::LIKELY)));
    }
}

/// A line of the head with the short one below it, where what it says is cut.
fn broken(line: &Line, next: Option<&Line>, cut: impl Fn(Span<'_>) -> bool) -> Option<Line> {
    // "… ngày 11" over "tháng 8 năm 2021".
    let short = |next: &Line| next.all().each_word().nth(3).is_none() || next.all().starts_with("tháng");
    let next = next.filter(|next| short(next) && next.all().word_count() <= 6 && cut(line.all().trim()))?;
    let mut whole = line.clone();
    line::append(&mut whole, next.clone());
    Some(whole)
}

/// "Sông Giang, ngày    tháng    năm 2025": the place stands there although the day is blank, or broken over lines.
fn place(head: &[&Line], sheet: &mut Sheet) {
    let found = head.iter().find_map(|line| {
        let all = line.all().trim_by(|c| c == '|' || c.is_whitespace());
        let before = all.until(all.find("ngày")?.start).trim();
        // The column to the left of it is another part of the head.
        let gap = before.chars().iter().rposition(|c| matches!(c, '\t' | '|')).map(|at| before.start + at + 1);
        let before = gap.map_or(before, |at| before.from(at)).trim();
        let place = before.bare();
        let capital = place.chars().first().is_some_and(|c| c.is_uppercase());
        let named = capital && place.word_count() <= 5 && !place.chars().iter().any(char::is_ascii_digit);
        (before.chars().last() == Some(&',') && named && all.word_count() <= 14).then_some(place)
    });
    sheet.draft.place = sheet.put_some("place", found.map(|place| Said::of(place, sure::GOOD)));
}

/// The line above the bases, with the name of its place or body, which may stand in the letterhead only.
fn issuer<'a>(outline: &Outline<'a>, casing: &Casing) -> Said<'a> {
    let mut at: Vec<Span<'a>> = outline.issuer.iter().map(|span| without_session(span.bare())).collect();
    at.retain(|span| !span.is_empty());
    let text = at.iter().map(Span::text).collect::<Vec<_>>().join(" ");
    let mut text = text.trim_matches([':', ',', ' ']).to_owned();
    if let Some((tail, spans)) = completed(&text.to_lowercase(), &outline.head) {
        text = format!("{text} {tail}");
        at.extend(spans);
    }
    let loud = !text.chars().any(char::is_lowercase);
    let normal = if loud { super::authority::written(&casing.normal(&text)) } else { text.clone() };
    Said { value: casing_of_bodies(&normal), at, sure: sure::GOOD }
}

/// "HỘI ĐỒNG NHÂN DÂN TỈNH X | KHÓA XVII, KỲ HỌP THỨ MƯỜI CHÍN": when a council met is no part of its name.
fn without_session(line: Span<'_>) -> Span<'_> {
    let term = line.find_any(&["khóa", "kỳ họp"]).filter(|term| line.from(term.start).has("kỳ họp"));
    term.map_or(line, |term| line.until(term.start).bare())
}

/// What the letterhead adds to an issuer that names no place: "… NHÂN DÂN HUYỆN" + "HUYỆN THÁC MƠ HẠ".
fn completed<'a>(issuer: &str, head: &[&'a Line]) -> Option<(String, Vec<Span<'a>>)> {
    let kinds = ["tỉnh", "thành phố", "quận", "huyện", "thị xã", "xã", "phường", "thị trấn"];
    let bare_body =
        ["bộ trưởng", "tổng cục trưởng", "cục trưởng", "giám đốc", "chủ nhiệm", "tổng giám đốc", "hiệu trưởng"];
    let office: Vec<Span<'a>> = head
        .iter()
        .map(|line| line.all())
        .take_while(|line| !line.starts_with("số"))
        .filter(|line| line.line.is_capitals() && !line.starts_with("cộng hòa") && !line.has("nghĩa việt nam"))
        .collect();
    if let Some(kind) = kinds.iter().find(|kind| issuer.ends_with(&format!(" {kind}"))) {
        let at = office.iter().position(|line| line.starts_with(kind) || line.find(kind).is_some())?;
        let word = office[at].find_last(kind)?;
        let name = office[at].from(word.end).trim();
        // "ỦY BAN NHÂN DÂN TỈNH" over "SÔNG VÀM".
        let below = office.get(at + 1).copied().filter(|below| name.is_empty() && below.word_count() <= 5);
        let name = below.unwrap_or(name);
        return (!name.is_empty()).then(|| (name.text(), vec![name]));
    }
    if issuer.ends_with("nhân dân") || issuer == "chủ tịch" || issuer == "chủ tịch ubnd" || issuer == "ubnd" {
        let line = office
            .iter()
            .find_map(|line| kinds.iter().find_map(|kind| line.find(kind).map(|word| line.from(word.start))))?;
        return Some((line.text(), vec![line]));
    }
    if issuer.ends_with("đảng ủy") {
        let line = office.iter().find_map(|line| line.after("đảng ủy"))?;
        let named = kinds.iter().any(|kind| line.starts_with(kind)) && line.word_count() >= 2;
        return named.then(|| (line.text(), vec![line]));
    }
    // "BAN THƯỜNG VỤ TỈNH ỦY" below "TỈNH ỦY ĐỊNH AN".
    let party = ["tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy", "tỉnh đoàn", "thành đoàn", "huyện đoàn"];
    if let Some(body) = party.iter().find(|body| issuer.ends_with(*body)) {
        let name = office.iter().find_map(|line| line.after(body)).filter(|name| !name.is_empty())?;
        return (name.word_count() <= 6).then(|| (name.text(), vec![name]));
    }
    if bare_body.contains(&issuer) && !office.is_empty() {
        let text = office.iter().map(Span::text).collect::<Vec<_>>().join(" ");
        return Some((text, office));
    }
    None
}

/// Words of offices that papers write in any case.
fn casing_of_bodies(text: &str) -> String {
    let mut text = text.to_owned();
    for (wrong, right) in [
        ("Chủ tịch ủy ban", "Chủ tịch Ủy ban"),
        ("ủy ban nhân dân", "Ủy ban nhân dân"),
        ("Thủ tướng chính phủ", "Thủ tướng Chính phủ"),
    ] {
        text = text.replace(wrong, right);
    }
    text
}
