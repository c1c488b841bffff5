//! Official letters (công văn). One that corrects a decision, or sends somebody into a committee, is recorded
//! and changes no membership (Nghị định 30/2020, Điều 18.3); so is any other on a committee that its subject names.
//! What names none is no decision at all.

use register::draft::{Act, Source};

use super::casing::Casing;
use super::outline::{self, Outline};
use super::paused::Doing;
use super::sheet::{Said, Sheet, sure};
use super::{act, authority, head, numbers, official, signature};
use crate::lexicon;
use crate::line::{Line, Span};

/// Reads a letter that corrects a decision, or is about a committee.
pub fn read(lines: &[Line], casing: &Casing, sheet: &mut Sheet) -> bool {
    let addressed = lines.iter().position(|line| line.all().starts_with("kính gửi")).unwrap_or(lines.len());
    let (top, letter) = lines.split_at(addressed);
    let Some(subject) = subject(lines, addressed) else { return false };
    let joined = super::joined(&subject);
    let Some(words) = joined.as_ref().map(Line::all) else { return false };
    let Some(committee) = committee(words, letter) else { return false };
    let head: Vec<&Line> = top.iter().collect();
    head::number(&head, sheet);
    head::date(&head, &[], sheet);
    if let Some(issuer) = issuer(&head, casing).map(|issuer| official::with_place(issuer, lines)) {
        sheet.draft.issuer = Some(sheet.put("issuer", issuer));
    }
    let title = Said { value: words.text().trim_matches(['.', ';', ' ']).to_owned(), at: subject, sure: sure::GOOD };
    sheet.draft.title = Some(sheet.put("title", title));
    // A subject that says only "Ban Chỉ đạo" leaves the name to the text.
    let named = || letter.iter().find_map(|line| act::body(line.all()).filter(|name| !act::is_generic(*name)));
    let committee = committee.filter(|name| !act::is_generic(*name)).or_else(named);
    let names = sheet
        .put_all("committees", committee.map(|name| official::with_place(Said::of(name.bare(), sure::LIKELY), lines)));
    sheet.draft.committee = names.first().cloned();
    sheet.draft.committees = names;
    sheet.draft.act = Some(Act::Other);
    sheet.draft.source = Some(Source::Decision);
    if Doing::of(words) == Some(Doing::Corrects) {
        let told = letter.iter().flat_map(|line| line.all().sentences()).filter(|sentence| sentence.has("đính chính"));
        let none = Outline::default();
        std::iter::once(words).chain(told).any(|sentence| Doing::Corrects.read(sentence, &none, sheet));
    }
    let signed = (0..letter.len()).find(|at| outline::opens_signature(letter, *at)).unwrap_or(letter.len());
    let signed: Vec<&Line> = letter.iter().skip(signed).collect();
    signature::read(&signed, casing, sheet);
    true
}

/// Who writes: the letterhead at the left, above the number. A body below another is the one that writes.
pub fn issuer<'a>(head: &[&'a Line], casing: &Casing) -> Option<Said<'a>> {
    let number = head.iter().position(|line| line.all().starts_with("số"))?;
    let country = |line: &&&Line| line.all().has_any(&["cộng hòa", "độc lập", "đảng cộng sản"]);
    let above: Vec<Span<'_>> = head[..number]
        .iter()
        .filter(|line| line.is_capitals())
        .filter(|line| !country(line))
        .flat_map(|line| parted(line.all()))
        .map(with_its_quote)
        .collect();
    let bodies = [
        "sở",
        "học viện",
        "trường",
        "công ty",
        "tổng công ty",
        "tập đoàn",
        "bệnh viện",
        "trung tâm",
        "chi cục",
        "trạm",
        "văn phòng",
        "phòng",
        "hạt",
        "đồn",
        "thanh tra",
    ];
    let authority = |span: &Span<'_>| {
        let known = lexicon::get().authorities.iter().any(|known| span.starts_with(known));
        known || bodies.iter().any(|noun| span.starts_with(noun))
    };
    let first = above.iter().rposition(authority)?;
    // "Văn phòng" alone is that of the body above it, whose name may take two lines.
    let alone = above[first].key() == "văn phòng";
    let of = above[..first].iter().rposition(authority).filter(|_| alone);
    // "BAN VÌ SỰ TIẾN BỘ CỦA PHỤ NỮ" over "TỔNG CÔNG TY X": the committee of what stands below it.
    let committee =
        first.checked_sub(1).filter(|at| act::body_at(above[*at]).is_some() && act::body_at(above[first]).is_none());
    let own = &above[of.or(committee).unwrap_or(first)..];
    // "UBND TỈNH …" over "VĂN PHÒNG": who writes is the lower one, and its name is put together from both.
    let office = own.split_last().filter(|(last, above)| !above.is_empty() && last.key() == "văn phòng");
    if let Some((last, above)) = office {
        let of = above.iter().map(Span::text).collect::<Vec<_>>().join(" ");
        let value = format!("{} {}", casing.normal(&last.text()), casing.normal(&of));
        let at = std::iter::once(last).chain(above).copied().collect();
        return Some(Said { value, at, sure: sure::LIKELY });
    }
    if own.len() > 1 && own.last().is_some_and(|last| last.starts_with("văn phòng")) {
        return None;
    }
    let text = own.iter().map(Span::text).collect::<Vec<_>>().join(" ");
    // "UBND TỈNH X" over "SỞ Y TẾ": of which province; "UBND HUYỆN X" over "PHÒNG NỘI VỤ": of which district.
    let department = |own: &Span<'_>| own.starts_with("sở") || own.starts_with("phòng");
    let over = first.checked_sub(1).map(|at| above[at]).filter(|_| own.len() == 1 && department(&own[0]));
    let of = over.and_then(|over| over.after_any(&["ubnd", "ủy ban nhân dân"]));
    let kinds = ["tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "đặc khu"];
    let place = of.and_then(|of| of.after_any(&kinds)).filter(|place| !place.is_empty());
    if let Some((of, place)) = of.zip(place).filter(|(_, place)| !own[0].has(&place.key())) {
        let kind = of.until(place.start).trim().key();
        let value = format!("{} {kind} {}", casing.normal(&text), casing.normal(&place.text()));
        let value = authority::written(&value);
        return Some(Said { value, at: vec![own[0], of], sure: sure::LIKELY });
    }
    (own.len() <= 3).then(|| Said {
        value: authority::written(&casing.normal(&text)),
        at: own.to_vec(),
        sure: sure::LIKELY,
    })
}

/// "UBND TỈNH X SỞ Y TẾ", "UBND TỈNH X VĂN PHÒNG": two lines of a letterhead that a page put into one.
fn parted(line: Span<'_>) -> Vec<Span<'_>> {
    let over = line.after_any(&["ubnd tỉnh", "ubnd thành phố", "ủy ban nhân dân tỉnh", "ủy ban nhân dân thành phố"]);
    let own = over.and_then(|rest| {
        rest.find("sở").or_else(|| rest.find_last("văn phòng").filter(|own| own.end == rest.bare().end))
    });
    // "UBND HUYỆN X HẠT KIỂM LÂM HUYỆN X", of a cell with both.
    let district =
        line.after_any(&["ubnd huyện", "ubnd quận", "ubnd thị xã", "ubnd xã", "ubnd phường", "ubnd đặc khu"]);
    let offices = ["phòng", "hạt kiểm lâm", "trường", "trạm y tế", "trung tâm", "ban quản lý", "đội quản lý"];
    let own = own.or_else(|| district.and_then(|rest| rest.find_any(&offices).filter(|own| own.start > rest.start)));
    match own.filter(|own| line.until(own.start).word_count() <= 8) {
        Some(own) => vec![line.until(own.start).trim(), line.from(own.start)],
        None => vec![line],
    }
}

/// `BAN CHỈ ĐẠO PHONG TRÀO "X"`: the mark that closes a quotation is of the name.
fn with_its_quote(line: Span<'_>) -> Span<'_> {
    let bare = line.bare();
    let open = bare.chars().iter().filter(|c| **c == '"').count() % 2 == 1;
    let closes = open && bare.end < line.end && line.line.chars.get(bare.end) == Some(&'"');
    if closes { Span::new(line.line, bare.start, bare.end + 1) } else { bare }
}

/// The lines of the subject: from "V/v", or from the word that corrects, to where another part of the head
/// begins.
fn subject(lines: &[Line], addressed: usize) -> Option<Vec<Span<'_>>> {
    let top = &lines[..addressed];
    let opens = |line: &Line| line.all().starts_with("v/v") || line.all().starts_with("về việc");
    let Some(at) = top.iter().position(opens) else {
        let line = lines.iter().take(25).map(Line::all).find(|line| line.has("đính chính"))?;
        return Some(vec![line.bare()]);
    };
    let goes_on = |line: &&Line| {
        let all = line.all();
        let other = ["số", "kính gửi", "cộng hòa", "độc lập"].iter().any(|word| all.starts_with(word));
        let dated = all.has("ngày") && all.has("tháng");
        !(line.apart || other || dated || line.is_capitals())
    };
    // "V/v đính chính Quyết định số | 2790/QĐ-BVHTTDL": a number is in capitals and goes on all the same.
    let cut = top[at].all().before("số").is_some();
    let number = top.get(at + 1).filter(|line| cut && !numbers::numbers(line.all()).is_empty());
    let rest = top[at + 1 + usize::from(number.is_some())..].iter().take_while(goes_on).take(4);
    Some(std::iter::once(&top[at]).chain(number).chain(rest).map(|line| line.all().bare()).collect())
}

/// "… của UBND huyện về việc …": what the decision that is corrected is about.
fn about(rest: Span<'_>) -> Option<Span<'_>> {
    Some(rest.find_any(&["về việc", "v/v", "thành lập", "kiện toàn"]).map_or(rest, |word| rest.from(word.start)))
}

/// The committee, inside nothing where none is named; nothing at all where the letter is no matter of record.
fn committee<'a>(subject: Span<'a>, letter: &'a [Line]) -> Option<Option<Span<'a>>> {
    let named = act::body(subject);
    if subject.has("đính chính") {
        // The first sentence that names the decision says which body it is about.
        let sentences = letter.iter().flat_map(|line| line.all().sentences());
        let mut decisions = sentences.filter_map(|sentence| {
            let number = numbers::numbers(sentence).into_iter().next()?;
            sentence.until(number.span.start).has("quyết định").then(|| sentence.from(number.span.end))
        });
        let first = decisions.next();
        let corrects = first.is_some() || (subject.has("quyết định") && !numbers::numbers(subject).is_empty());
        return corrects.then(|| named.or_else(|| first.and_then(about).and_then(act::body)));
    }
    named.map(Some)
}
