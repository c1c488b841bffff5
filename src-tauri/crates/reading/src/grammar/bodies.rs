//! The committees that a paper acts on: founded, changed, renamed, merged, ended.

use register::draft::Act;

use super::casing::Casing;
use super::joint::role_ahead;
use super::outline::{Article, Outline, Unit};
use super::sheet::{Said, Sheet, sure};
use super::{act, clauses, heading};
use crate::line::Span;

/// The committees that it acts on: as the first article names them, or as the subject does where the article
/// says only "Tổ công tác". Returns them in lower case.
pub fn committees(
    outline: &Outline<'_>,
    title: Option<Span<'_>>,
    what: Option<Act>,
    casing: &Casing,
    sheet: &mut Sheet,
) -> Vec<String> {
    let articles: Vec<Span<'_>> = outline.articles.iter().flat_map(clauses::texts).collect();
    let mut found: Vec<Said<'_>> = Vec::new();
    match what {
        Some(Act::Rename) => {
            let names = articles.iter().copied().chain(title).find_map(act::renamed);
            if let Some((old, new)) = names {
                sheet.draft.old_names = sheet.put_all("old_names", [old]);
                found.push(new);
            }
        }
        Some(Act::Merge) => {
            if let Some((old, new)) = articles.iter().copied().chain(title).find_map(act::merged) {
                sheet.draft.merged_from = sheet.put_all("merged_from", old);
                found.push(new);
            }
            // "Chấm dứt hoạt động của A và B", said beside it.
            dissolved(outline, sheet);
            // "Hai Ban Vận động nói trên chấm dứt hoạt động kể từ ngày …".
            let both = |sentence: Span<'_>| {
                sentence.has_any(&["chấm dứt hoạt động", "kết thúc hoạt động"])
                    && sentence.has_any(&["nói trên", "nêu trên"])
            };
            if sheet.draft.dissolves.is_empty() && articles.iter().flat_map(|text| text.sentences()).any(both) {
                sheet.draft.dissolves.clone_from(&sheet.draft.merged_from);
            }
        }
        Some(Act::Dissolve) => {
            let ended = dissolved(outline, sheet);
            found.extend(ended);
        }
        Some(Act::Establish | Act::Reconstitute) => {
            found.extend(several(outline));
            if found.is_empty() {
                let named = founded(&articles).map(|name| as_the_subject(name, title));
                found.extend(named.map(|name| Said::of(name, sure::GOOD)));
            }
            // The subject says only that it is founded, the article out of what.
            if let Some((old, _)) = articles.iter().find_map(|text| act::founded_by_merging(*text)) {
                sheet.draft.merged_from = sheet.put_all("merged_from", old);
            }
            // "Điều 2. Giải thể Hội đồng A cũ và Hội đồng B cũ."
            if outline.articles.iter().any(ends_bodies) {
                dissolved(outline, sheet);
            }
            for name in others(outline) {
                // "Thành lập Đoàn thanh tra gồm" is the one of the subject.
                let again = |known: &Said<'_>| known.value.to_lowercase().starts_with(&name.value.to_lowercase());
                if !found.is_empty() && !found.iter().any(again) {
                    found.push(name);
                }
            }
        }
        Some(Act::Amend) => {
            let own: Vec<Said<'_>> = outline.articles.iter().filter_map(changes).take(MOST_COMMITTEES).collect();
            for name in own.into_iter().filter(|_| title.is_some_and(names_several)) {
                if found.iter().all(|known| known.value != name.value) {
                    found.push(name);
                }
            }
        }
        _ => {}
    }
    // "Điều chỉnh … và thành lập Tiểu ban Điều trị": what works inside is not what is changed.
    let besides = title.is_some_and(|title| title.has("và thành lập"));
    let inside = |name: &Span<'_>| besides && what == Some(Act::Amend) && crate::lexicon::get().sub_bodies.begin(*name);
    let in_full = |name: &Span<'_>| !inside(name) && !act::is_generic(*name);
    // A paper of another kind may name some body far below: what it is of, the first article says.
    let far = matches!(what, None | Some(Act::Other)) && title.is_some();
    let near: Vec<Span<'_>> = match outline.articles.first().filter(|_| far) {
        Some(first) => clauses::texts(first).into_iter().collect(),
        None => articles.clone(),
    };
    let whole = near.iter().filter_map(|text| act::body(*text)).find(in_full);
    let subject = title.and_then(act::body);
    let subject = subject.filter(|name| !inside(name) || whole.is_none());
    let subject = subject.or_else(|| {
        // "Ban hành Quy định tổ chức và hoạt động của Ban bảo vệ rừng phòng hộ X": a noun that no list knows.
        let title = title.filter(|_| what == Some(Act::Regulation))?;
        let of = title.find_any(&["hoạt động của", "làm việc của"])?;
        let rest = title.from(of.end).trim();
        act::founded(rest).filter(|name| name.start == rest.start && !name.starts_with("tổ chức"))
    });
    if found.is_empty() {
        let named = subject.or(whole);
        // "… Ủy viên Ban Chỉ đạo", of those whom a paper of another kind praises, names none.
        let named = named.or_else(|| near.iter().find_map(|text| act::body(*text)).filter(|_| !far));
        let named = named.map(|name| with_its_place(name, &articles));
        found.extend(named.map(|name| Said::as_value(casing.normal(&name.text()), name.bare(), sure::LIKELY)));
    }
    found.retain(|name| !name.value.is_empty());
    // "I. BAN THANH TRA", over the members of one of several.
    for name in found.iter_mut().filter(|name| !name.value.chars().any(char::is_lowercase)) {
        name.value = casing.normal(&name.value);
    }
    let names = sheet.put_all("committees", found);
    sheet.draft.committee = (!names.is_empty()).then(|| names.join("; "));
    let mut low: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
    // "Chủ tịch Hội" of an association; a Hội đồng is none.
    low.extend(
        names
            .iter()
            .filter(|name| !name.to_lowercase().starts_with("hội đồng"))
            .filter_map(|name| name.split_whitespace().next().map(str::to_lowercase))
            .filter(|noun| noun == "hội"),
    );
    sheet.draft.committees = names;
    low.extend(own_place(sheet.draft.issuer.as_deref()));
    low
}

/// "tại huyện Phú Tân": where the paper is of, for what is asked by the names of its committees: whoever stands behind
/// another "huyện" is a person, and no place. It opens with a word that no body and no role does.
pub fn own_place(issuer: Option<&str>) -> Option<String> {
    let issuer = issuer?.to_lowercase();
    let units = ["phường ", "xã ", "thị trấn ", "huyện ", "quận ", "thị xã ", "thành phố ", "tỉnh ", "đặc khu "];
    let at = units.iter().filter_map(|unit| issuer.find(&format!(" {unit}"))).min()?;
    issuer.get(at..).map(|place| format!("tại{place}"))
}

/// The body that the first articles found: what the verb names, or, where it says only "Ban soạn thảo, Tổ biên tập",
/// the first that an item names in full.
fn founded<'a>(articles: &[Span<'a>]) -> Option<Span<'a>> {
    let first = articles.get(..articles.len().min(3)).unwrap_or_default();
    let named = first.iter().find_map(|text| {
        let verb = text.find_any(&act::FOUNDS)?;
        act::founded(text.from(verb.end)).filter(|name| !act::is_generic(*name))
    });
    let several = |name: &Span<'_>| {
        let pieces = name.split(|c| c == ',');
        pieces.len() > 1 && pieces.into_iter().all(act::is_generic)
    };
    let Some(generic) = named.filter(several) else { return named };
    let noun = act::body_at(generic).map(|noun| noun.key())?;
    let whole = |text: &Span<'a>| act::body(*text).filter(|name| name.starts_with(&noun) && !act::is_generic(*name));
    let whole = first.iter().skip(1).filter_map(whole).find(|name| name.word_count() > generic.word_count());
    whole.or(named)
}

/// "Ban chỉ huy X của huyện" where the subject says "Ban chỉ huy X": whose it is, is no part of the name.
fn as_the_subject<'a>(name: Span<'a>, title: Option<Span<'a>>) -> Span<'a> {
    // "Thành lập Đoàn thanh tra gồm", where the subject says of what.
    if let Some(whole) = title.and_then(act::body).filter(|whole| name.word_count() <= 3 && whole.word_count() > 5) {
        let key = name.bare().key();
        if whole.bare().key().strip_prefix(key.as_str()).is_some_and(|more| more.starts_with(' ')) {
            return whole;
        }
    }
    // "Kiện toàn Ban Chỉ huy X (PCTT và TKCN) Công ty Y": a short form that breaks the name off.
    if name.line.chars.get(name.end..).is_some_and(|rest| rest.iter().find(|c| !c.is_whitespace()) == Some(&'(')) {
        let key = name.bare().key();
        let longer = |whole: &Span<'a>| whole.bare().key().strip_prefix(&key).is_some_and(|more| more.starts_with(' '));
        if let Some(whole) = title.and_then(act::body).filter(longer) {
            return whole;
        }
    }
    let Some(of) = name.find_last("của").filter(|of| of.start > name.start) else { return name };
    let units = [
        "huyện",
        "tỉnh",
        "xã",
        "phường",
        "quận",
        "thị xã",
        "thành phố",
        "bệnh viện",
        "trường",
        "công ty",
        "tỉnh ủy",
        "thành ủy",
        "huyện ủy",
        "quận ủy",
        "thị ủy",
        "đảng ủy",
    ];
    if !units.contains(&name.from(of.end).bare().key().as_str()) {
        return name;
    }
    let short = name.until(of.start).trim();
    let subject = title.and_then(act::body).map(|body| body.bare().key());
    if subject.is_some_and(|subject| subject == short.bare().key()) { short } else { name }
}

/// "Ban Chỉ đạo X tỉnh" of the subject, which an article calls "Ban Chỉ đạo X tỉnh Quảng Trà".
fn with_its_place<'a>(name: Span<'a>, articles: &[Span<'a>]) -> Span<'a> {
    let key = name.bare().key();
    // "Về việc thay đổi Trưởng Ban Chỉ đạo": the article says of which.
    if act::is_generic(name) {
        let whole = |text: &Span<'a>| {
            act::body(*text).map(Span::bare).filter(|found| found.starts_with(&key) && !act::is_generic(*found))
        };
        return articles.iter().find_map(whole).unwrap_or(name);
    }
    let units = ["tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường"];
    if !units.iter().any(|unit| name.bare().before(unit).is_some()) {
        return name;
    }
    let longer = |text: &Span<'a>| {
        let found = act::body(*text)?.bare();
        let more = found.after(&key).filter(|more| !more.is_empty() && more.word_count() <= 4)?;
        let place = more.words().iter().all(|word| word.chars().first().is_some_and(|c| c.is_uppercase()));
        place.then_some(found)
    };
    articles.iter().find_map(longer).unwrap_or(name)
}

/// "Thành lập 03 Ban Chỉ đạo trên địa bàn phường X, gồm:", "các tiểu ban": those that the items name, two at least.
fn several<'a>(outline: &Outline<'a>) -> Vec<Said<'a>> {
    let Some(article) = outline.articles.first() else { return Vec::new() };
    let texts = clauses::texts(article);
    let many = |lead: &Span<'a>| {
        let rest = lead.after_any(&act::FOUNDS)?;
        let count = rest.each_word().next().filter(|word| word.chars().iter().all(char::is_ascii_digit));
        let rest = count.map_or_else(|| rest.after("các"), |count| Some(rest.from(count.end).trim()))?;
        act::body_at(rest).or_else(|| rest.words().first().copied().filter(|_| act::founded(rest).is_some()))
    };
    let Some(first) = texts.first().and_then(many) else { return Vec::new() };
    // "Thành lập các Hội đồng, Ban Chỉ đạo sau:" has two nouns.
    let next = |noun: &Span<'a>| {
        let rest = texts.first()?.from(noun.end).trim();
        let rest = rest.after(",").or_else(|| rest.after("và")).map(Span::trim)?;
        act::body_at(rest).filter(|found| found.start == rest.start)
    };
    let nouns: Vec<String> = std::iter::successors(Some(first), next).take(6).map(|noun| noun.key()).collect();
    let named = |text: &Span<'a>| {
        let name = act::until_name_ends(*text).bare();
        let own = nouns.iter().any(|noun| text.starts_with(noun))
            && !act::is_generic(name)
            && (3..=40).contains(&name.word_count());
        // "Tổ trưởng: ông A" opens with the noun "Tổ", too.
        let own = own && role_ahead(*text, &[]).0.is_none();
        own.then(|| Said::of(name, sure::GOOD))
    };
    let found: Vec<Said<'a>> = texts.iter().skip(1).filter_map(named).take(MOST_COMMITTEES).collect();
    if found.len() > 1 { found } else { Vec::new() }
}

/// Whether a subject speaks of more than one committee: "một số Ban Chỉ đạo, Hội đồng".
fn names_several(title: Span<'_>) -> bool {
    title.has_any(&["một số ban", "một số hội đồng", "một số tổ", "các ban", "các hội đồng", "các tổ công tác"])
}

/// The committee whose members an article changes: "Bổ sung thành viên Ban Chỉ đạo X tại Quyết định số …".
fn changes<'a>(article: &Article<'a>) -> Option<Said<'a>> {
    let lead = clauses::texts(article).first().copied().filter(|_| article.label.is_some())?;
    let verbs = ["điều chỉnh", "bổ sung", "thay đổi", "thay thế", "kiện toàn", "cử"];
    let verb = verbs.iter().any(|verb| lead.starts_with(verb));
    let name = act::body(lead).filter(|name| verb && !act::is_generic(*name))?;
    Some(Said::of(name.bare(), sure::GOOD))
}

/// The committee whose people an article seats, where a paper has several.
pub fn of<'a>(article: &Article<'a>, what: Option<Act>) -> Option<Said<'a>> {
    if what == Some(Act::Amend) { changes(article) } else { founds(article) }
}

/// The further committees that one paper founds, an article for each ("Điều 2. Thành lập Hội đồng …, gồm:"). What
/// works inside a committee is none.
fn others<'a>(outline: &Outline<'a>) -> Vec<Said<'a>> {
    // "Điều 1. Thành lập Tiểu ban Văn kiện", "Điều 2. Thành lập Tiểu ban Nhân sự": none is inside another.
    let equals = outline.articles.first().and_then(sub_body).is_some();
    let found = |article: &Article<'a>| founds(article).or_else(|| sub_body(article).filter(|_| equals));
    outline.articles.iter().skip(1).filter_map(found).take(MOST_COMMITTEES).collect()
}

/// "Thành lập Tiểu ban Văn kiện, gồm …": what mostly works inside a committee, founded by an article.
fn sub_body<'a>(article: &Article<'a>) -> Option<Said<'a>> {
    let lead = clauses::texts(article).first().copied().filter(|_| article.label.is_some())?;
    let rest = lead.after_any(&act::FOUNDS)?;
    heading::opens_list(lead).then_some(())?;
    let name = act::until_name_ends(rest).bare();
    (rest.starts_with("tiểu ban") && name.word_count() >= 3).then(|| Said::of(name, sure::GOOD))
}

/// No paper founds so many; every item of every list is held against their names.
const MOST_COMMITTEES: usize = 20;

/// The committee that an article founds in its first words, with its list.
fn founds<'a>(article: &Article<'a>) -> Option<Said<'a>> {
    let lead = clauses::texts(article).first().copied().filter(|_| article.label.is_some())?;
    let rest = lead.after_any(&act::FOUNDS)?;
    let name = act::founded(rest).filter(|name| name.start == rest.start && !act::is_generic(*name))?;
    let sub_bodies = &crate::lexicon::get().sub_bodies;
    // "Tổ biên tập Nghị định về …" stands beside the "Ban soạn thảo", with a name of its own.
    let named = rest.starts_with("tổ biên tập") && name.word_count() >= 6;
    let inside = (sub_bodies.iter().any(|noun| rest.starts_with(noun)) && !named) || name.has("giúp việc");
    let lists = heading::opens_list(lead) || lead.has_any(&["phụ lục", "danh sách"]);
    (!inside && lists).then(|| Said::of(name, sure::GOOD))
}

/// Whether an article opens with bodies that end.
fn ends_bodies(article: &Article<'_>) -> bool {
    let lead = clauses::texts(article).first().copied();
    lead.is_some_and(|lead| {
        ["giải thể", "chấm dứt hoạt động", "kết thúc hoạt động"].iter().any(|verb| lead.starts_with(verb))
    })
}

/// "… tự | giải thể", "… sẽ tự động | chấm dứt hoạt động": a term, and no end; "trật tự đô thị" says nothing of it.
fn by_itself(before: Span<'_>) -> bool {
    ["tự", "tự động", "đương nhiên"].iter().any(|word| before.trim().before(word).is_some())
}

/// "Giải thể …", "Kết thúc hoạt động của …": the bodies that end.
fn dissolved<'a>(outline: &Outline<'a>, sheet: &mut Sheet) -> Vec<Said<'a>> {
    const VERBS: [&str; 5] =
        ["giải thể", "kết thúc hoạt động của", "chấm dứt hoạt động của", "kết thúc hoạt động", "chấm dứt hoạt động"];
    let mut all: Vec<Said<'a>> = Vec::new();
    for article in &outline.articles {
        let mut here = Vec::new();
        let mut listing = false;
        for text in clauses::texts(article).into_iter().chain(clauses::cells(article)) {
            // "Ban Giám khảo X tự giải thể kể từ ngày 10/6/2020" ends now, "khi hoàn thành nhiệm vụ" later.
            let dated = |verb: &Span<'_>| text.from(verb.end).trim().starts_with("kể từ ngày");
            let verb = text.find_any(&VERBS).filter(|verb| !by_itself(text.until(verb.start)) || dated(verb));
            // What becomes of its duties is said behind it.
            let first = text.sentences().into_iter().next().filter(|_| verb.is_none()).unwrap_or(text);
            // What a later sentence says is of something else.
            let rest = verb.map_or(first, |verb| {
                let rest = text.from(verb.end);
                rest.sentences().into_iter().next().unwrap_or(rest)
            });
            if verb.is_some() || listing {
                let mut named = act::bodies(rest.trim());
                // "Chấm dứt hoạt động của Đội phản ứng nhanh X": a noun that no list knows.
                let unknown = act::founded(rest).filter(|name| named.is_empty() && name.start == rest.trim().start);
                named.extend(unknown.map(|name| Said::of(name.bare(), sure::LIKELY)));
                // "Ban A và Ban B chấm dứt hoạt động kể từ ngày …".
                let said = text.sentences().into_iter().find_map(|sentence| {
                    let ends = ["chấm dứt hoạt động", "kết thúc hoạt động", "tự giải thể kể từ ngày"];
                    Some((sentence, sentence.find_any(&ends)?))
                });
                let before =
                    said.filter(|(sentence, verb)| named.is_empty() && !sentence.from(verb.end).has("sau khi"));
                named.extend(
                    before.into_iter().flat_map(|(sentence, verb)| act::bodies(sentence.until(verb.start).trim())),
                );
                here.extend(named);
                listing = text.chars().last() == Some(&':') || listing;
            }
        }
        // "Giải thể các Ban Chỉ đạo có tên tại Phụ lục": those that the annexes list.
        let lead = clauses::texts(article).first().copied();
        // "05 Ban Chỉ đạo, Hội đồng do Chủ tịch UBND tỉnh thành lập" names none of them.
        let listed = lead.filter(|lead| VERBS.iter().any(|verb| lead.starts_with(verb)));
        if listed.is_some_and(|lead| lead.has_any(&["phụ lục", "danh mục", "danh sách"])) {
            let mut listed = Vec::new();
            let spans = outline.annexes.iter().flat_map(|annex| &annex.units).flat_map(Unit::spans);
            // The first body of a row ends; who takes its duties over stands behind it.
            let mut row = None;
            for text in spans {
                let own = text.line.cell.map(|cell| (cell.table, cell.row));
                if let Some(body) = act::bodies(text).into_iter().next().filter(|_| own.is_none() || own != row) {
                    listed.push(body);
                    row = own;
                }
            }
            let unnamed = here.iter().all(|name| act::is_generic(name.at[0]));
            if unnamed || listed.len() > 1 {
                here = listed;
            }
        }
        // "các Ban Chỉ đạo, Hội đồng do Ủy ban nhân dân thành phố thành lập, gồm:": what kinds of body they are.
        if here.iter().any(|name| !act::is_generic(name.at[0])) {
            here.retain(|name| !act::is_generic(name.at[0]));
        }
        if !here.is_empty() && sheet.draft.articles.dissolves.is_none() {
            sheet.draft.articles.dissolves =
                article.label.as_ref().map(|(_, span)| sheet.put("articles.dissolves", Said::of(*span, sure::CERTAIN)));
        }
        for name in here {
            if !name.value.is_empty() && all.iter().all(|known| known.value != name.value) {
                all.push(name);
            }
        }
    }
    sheet.draft.dissolves = sheet.put_all("dissolves", all.clone());
    all
}

#[cfg(test)]
mod tests {
    use register::draft::Draft;

    fn read(articles: &str) -> Draft {
        let text = format!(
            "ỦY BAN NHÂN DÂN\nTỈNH SA THẠCH\nSố: 12/QĐ-UBND\nSa Thạch, ngày 2 tháng 3 năm 2020\n\nQUYẾT ĐỊNH\nVề việc {articles}"
        );
        let read = crate::read("paper.txt", text.as_bytes());
        read.ok().and_then(|read| read.decisions.into_iter().next()).unwrap_or_default()
    }

    #[test]
    fn each_of_several_committees_is_named_where_its_item_or_article_names_it() {
        let founded = read(
            "thành lập các Ban Chỉ đạo\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\nQUYẾT ĐỊNH:\n\n\
             Điều 1. Thành lập 02 Ban Chỉ đạo, gồm:\n1. Ban Chỉ đạo phòng, chống hạn hán (Phụ lục I);\n\
             2. Ban Chỉ đạo trồng rừng ven biển (Phụ lục II).\n\nĐiều 2. Quyết định có hiệu lực từ ngày ký.",
        );
        assert_eq!(founded.committees, ["Ban Chỉ đạo phòng, chống hạn hán", "Ban Chỉ đạo trồng rừng ven biển"]);
        let changed = read(
            "điều chỉnh thành viên một số Ban Chỉ đạo\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\nQUYẾT ĐỊNH:\n\n\
             Điều 1. Bổ sung thành viên Ban Chỉ đạo phòng, chống hạn hán tại Quyết định số 3/QĐ-UBND: ông Lò Văn Ất, \
             Giám đốc Sở Y tế, làm Ủy viên.\n\nĐiều 2. Bổ sung thành viên Ban Chỉ đạo trồng rừng ven biển tại Quyết định \
             số 4/QĐ-UBND: bà Tạ Thị Bính, Giám đốc Sở Tài chính, làm Ủy viên.",
        );
        let seats: Vec<_> =
            changed.members.iter().map(|member| (member.name.clone(), member.committee.clone())).collect();
        let seat = |name: &str, committee: &str| (Some(name.to_owned()), Some(committee.to_owned()));
        assert_eq!(
            seats,
            [
                seat("Lò Văn Ất", "Ban Chỉ đạo phòng, chống hạn hán"),
                seat("Tạ Thị Bính", "Ban Chỉ đạo trồng rừng ven biển")
            ]
        );
    }

    #[test]
    fn bodies_end_by_a_sentence_beside_a_merger_and_not_by_a_term() {
        let merged = |more: &str| {
            read(&format!(
                "hợp nhất Ban Chỉ đạo A Lưới và Ban Chỉ đạo B Lưới\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\nQUYẾT ĐỊNH:\n\n\
                 Điều 1. Hợp nhất Ban Chỉ đạo trật tự đô thị và Ban Chỉ đạo an toàn giao thông thành Ban Chỉ đạo trật tự \
                 đô thị - an toàn giao thông.\n\nĐiều 2. {more}"
            ))
        };
        let ends = ["Ban Chỉ đạo trật tự đô thị", "Ban Chỉ đạo an toàn giao thông"];
        let behind = "Chấm dứt hoạt động của Ban Chỉ đạo trật tự đô thị và Ban Chỉ đạo an toàn giao thông.";
        let before =
            "Ban Chỉ đạo trật tự đô thị và Ban Chỉ đạo an toàn giao thông chấm dứt hoạt động kể từ ngày 01/7/2020.";
        assert_eq!(merged(behind).dissolves, ends);
        assert_eq!(merged(before).dissolves, ends);
        assert!(merged("Ban Chỉ đạo tự giải thể sau khi hoàn thành nhiệm vụ.").dissolves.is_empty());
    }
}
