//! What the wording of a post says of its seat: one post, several under one head noun, a class, a portfolio,
//! or somebody whom a body sends.

use register::draft::{ClassRule, SeatKind};

use super::person::is_office;
use super::role;
use super::sheet::{Said, sure};
use crate::lexicon::{self, Kind};
use crate::line::Span;

/// One post out of a wording.
#[derive(Clone, Debug)]
pub struct Post<'a> {
    pub position: Said<'a>,
    pub kind: SeatKind,
    pub as_written: Option<Said<'a>>,
    pub class: Option<ClassRule>,
    pub acting: bool,
}

/// The posts that a wording without a name stands for.
pub fn posts(wording: Span<'_>) -> Vec<Post<'_>> {
    let wording = wording.before("của quyết định này").unwrap_or(wording);
    // "Tập đoàn Điện lực (cử 01 lãnh đạo tham gia)": the bracket says that it sends somebody.
    let sends = role::bracket_behind(wording).filter(|(_, inner)| inner.starts_with("cử"));
    if let Some((body, _)) = sends {
        let mut sent = posts(body);
        let one = sent.iter_mut().filter(|post| post.kind == SeatKind::Post);
        one.for_each(|post| post.kind = SeatKind::Nominated);
        return sent;
    }
    // "Các đồng chí Trưởng phòng, Giám đốc các đơn vị": all of them, whatever follows.
    if let Some(rest) = wording
        .after_any(&["các đồng chí", "các ông, bà", "các ông (bà)", "các ông", "tất cả"])
        .filter(|rest| is_office(*rest) && Plural::read(*rest).is_none_or(|plural| plural.names.is_empty()))
    {
        return vec![Post {
            position: Said::of(rest, sure::LIKELY),
            kind: SeatKind::Class,
            as_written: None,
            class: None,
            acting: false,
        }];
    }
    // "Thứ trưởng các Bộ: A, B và Phó Chủ nhiệm Văn phòng X": the last has a post of its own.
    if let Some((plural, before, last)) = another_behind(wording) {
        let mut all = plural.posts(before);
        all.extend(posts(last));
        return all;
    }
    // "Các ông (bà) Chủ tịch UBND các xã: A, B, C".
    let heads = ["các đồng chí", "các ông, bà", "các ông (bà)", "các ông"];
    let whose = wording.after_any(&heads).filter(|rest| is_office(*rest)).unwrap_or(wording);
    if let Some(plural) = Plural::read(whose) {
        return plural.posts(wording);
    }
    if let Some(sent) = sent_by_each(wording).or_else(|| sent_by_all(wording)) {
        return sent;
    }
    vec![single(wording)]
}

/// The list of bodies under one head, its words, and the post behind its last "và".
fn another_behind<'a>(wording: Span<'a>) -> Option<(Plural<'a>, Span<'a>, Span<'a>)> {
    let joints = ["và", "cùng"].iter().filter_map(|word| wording.find_last(word));
    let and = joints.max_by_key(|joint| joint.start)?;
    let (before, last) = (wording.until(and.start).trim(), wording.from(and.end).trim());
    let list = before.has("các") && before.chars().contains(&':');
    let capital = last.chars().first().is_some_and(|c| c.is_uppercase());
    let office =
        capital && is_office(last) && !lexicon::get().kind_heads.begin(last) && last.each_word().nth(2).is_some();
    let plural = Plural::read(before).filter(|_| list && office)?;
    Some((plural, before, last))
}

/// Somebody whom one of several bodies sends: what is said of them all, and which.
fn sent_by<'a>(head: Span<'a>, body: Span<'a>, wording: Span<'a>) -> Post<'a> {
    Post {
        position: Said { value: format!("{} {}", head.text(), body.text()), at: vec![head, body], sure: sure::GOOD },
        kind: SeatKind::Nominated,
        as_written: Some(Said::of(wording, sure::CERTAIN)),
        class: None,
        acting: false,
    }
}

/// "Đại diện lãnh đạo: Thanh tra thành phố, Kho bạc Nhà nước khu vực V": one of each.
fn sent_by_each<'a>(wording: Span<'a>) -> Option<Vec<Post<'a>>> {
    let colon = wording.chars().iter().take(40).position(|c| *c == ':')? + wording.start;
    let head = wording.until(colon).trim();
    let said = lexicon::get().nominated.say(head) && !head.chars().iter().any(char::is_ascii_digit);
    let bodies = names(wording.from(colon + 1));
    let capital = |name: &Span<'_>| name.chars().first().is_some_and(|c| c.is_uppercase());
    (said && bodies.len() > 1 && bodies.iter().all(capital))
        .then(|| bodies.iter().map(|body| sent_by(head, *body, wording)).collect())
}

/// "Đại diện Bộ Tài chính, Bộ Nội vụ, Đài Truyền hình Việt Nam": one of each, where three or more are told.
fn sent_by_all(wording: Span<'_>) -> Option<Vec<Post<'_>>> {
    const BODIES: [&str; 30] = [
        "bộ",
        "ban",
        "ủy ban",
        "sở",
        "phòng",
        "hội",
        "đài",
        "trung ương",
        "văn phòng",
        "công an",
        "viện",
        "tổng cục",
        "cục",
        "chi cục",
        "liên đoàn",
        "báo",
        "trường",
        "ngân hàng",
        "kho bạc",
        "thanh tra",
        "mặt trận",
        "tòa án",
        "viện kiểm sát",
        "bộ chỉ huy",
        "bộ tư lệnh",
        "tỉnh đoàn",
        "huyện đoàn",
        "thành đoàn",
        "trung tâm",
        "bảo hiểm xã hội",
    ];
    let rest = lexicon::get().nominated.begun(wording).map(|(_, rest)| rest).max_by_key(|rest| rest.start)?;
    let head = wording.until(rest.start).trim();
    let rest = rest.trim();
    let opens = |at: usize| {
        let next = rest.from(at).trim();
        let next = next.after("và").unwrap_or(next);
        let capital = next.chars().first().is_some_and(|c| c.is_uppercase());
        capital && BODIES.iter().any(|noun| next.starts_with(noun))
    };
    let commas = rest.chars().iter().enumerate().filter(|(_, c)| **c == ',').map(|(at, _)| rest.start + at);
    let cuts: Vec<usize> = commas.filter(|at| opens(at + 1)).collect();
    if cuts.len() < 2 || !opens(rest.start) || head.chars().iter().any(char::is_ascii_digit) {
        return None;
    }
    let starts = std::iter::once(rest.start).chain(cuts.iter().map(|at| at + 1));
    let ends = cuts.iter().copied().chain([rest.end]);
    let post = |(start, end): (usize, usize)| {
        let body = Span::new(wording.line, start, end).bare();
        sent_by(head, body.after("và").unwrap_or(body), wording)
    };
    Some(starts.zip(ends).map(post).collect())
}

/// Whether a post is held in charge of or acting: "Phó Trưởng phòng phụ trách Phòng Kinh tế", "Quyền Giám đốc".
pub fn is_acting(wording: Span<'_>) -> bool {
    let in_charge = wording.find("phụ trách").is_some_and(|found| {
        let rest = wording.from(found.end).trim();
        rest.is_empty() || lexicon::get().in_charge_of.iter().any(|body| rest.starts_with(body))
    });
    wording.starts_with("quyền") || wording.starts_with("q.") || in_charge
}

fn single(wording: Span<'_>) -> Post<'_> {
    let lexicon = lexicon::get();
    let acting = is_acting(wording);
    let portfolio =
        !acting && lexicon.portfolio.iter().any(|word| wording.find(word).is_some_and(|at| at.start > wording.start));
    let counted = wording.each_word().next().is_some_and(|word| {
        let word = word.key();
        word.len() <= 2 && word.chars().all(|c| c.is_ascii_digit()) || matches!(word.as_str(), "một" | "hai" | "ba")
    });
    let nominated = counted || lexicon.nominated.begin(wording);
    let every = !nominated
        && wording.find("các").is_some_and(|word| {
            let titles = wording.until(word.start).trim().split(|c| c == ',');
            word.start > wording.start && titles.iter().all(|title| lexicon.post_heads.contains(&title.key()))
        });
    // "Bí thư Chi bộ, Trưởng thôn các thôn", "Bí thư Huyện ủy, Chủ tịch UBND các huyện có đường đi qua".
    let units =
        ["thôn", "ấp", "bản", "khu phố", "tổ dân phố", "xã", "phường", "huyện", "quận", "tỉnh", "thành phố", "thị xã"];
    let of_all = wording.find_last("các").filter(|all| all.start > wording.start).is_some_and(|all| {
        let rest = wording.from(all.end).trim();
        let before = wording.until(all.start).trim();
        let titles = before.split(|c| c == ',').iter().all(|title| is_office(*title));
        titles && units.iter().any(|unit| rest.after(unit).is_some_and(nowhere))
    });
    let every = every || (!nominated && of_all);
    // "Chủ tịch UBND 10 phường".
    let counted_kind = wording.words().windows(2).any(|pair| {
        let number = pair[0].chars().iter().all(char::is_ascii_digit) && !pair[0].is("1") && !pair[0].is("01");
        number && lexicon.kind_heads.begin(wording.from(pair[1].start))
    });
    let every = every || (!nominated && counted_kind);
    // "Chủ tịch UBND quận, huyện nơi có dự án": kinds of places, and none named.
    let places = ["quận, huyện", "xã, phường", "phường, xã", "huyện, thành phố", "huyện, thị xã", "xã, thị trấn"];
    let every = every
        || (!nominated
            && places.iter().any(|kinds| wording.find(kinds).is_some_and(|at| nowhere(wording.from(at.end)))));
    // "Các giáo viên chủ nhiệm": all of them.
    let every = every || (!nominated && wording.starts_with("các"));
    // "Phòng Tài chính - Kế hoạch", a member itself: whoever it sends sits for it.
    let noun = lexicon.kind_heads.after(wording).or_else(|| lexicon.beside_departments.after(wording));
    // "Hội viên", "Thanh tra viên", "Công an viên" are people.
    let somebody = ["viên", "trưởng", "phó", "sĩ"];
    let heads_body = noun.is_some_and(|rest| !somebody.iter().any(|word| rest.starts_with(word)));
    let capital = wording.chars().first().is_some_and(|c| c.is_uppercase());
    let body = heads_body && capital && !portfolio && !is_office(wording);
    let kind = if every {
        SeatKind::Class
    } else if nominated || body {
        SeatKind::Nominated
    } else if portfolio {
        SeatKind::Portfolio
    } else {
        SeatKind::Post
    };
    let certainty = if nominated || portfolio || is_office(wording) { sure::CERTAIN } else { sure::LIKELY };
    Post { position: Said::of(wording, certainty), kind, as_written: None, class: None, acting }
}

/// Whether no place is named by what follows the kinds of places: nothing, or words without a capital.
fn nowhere(rest: Span<'_>) -> bool {
    rest.trim().each_word().next().is_none_or(|word| word.chars().iter().all(|c| !c.is_uppercase()))
}

/// A plural: "Giám đốc các sở …", "Cục trưởng các Cục Thuế, Thống kê".
struct Plural<'a> {
    /// The title, singular: "Giám đốc", "Chủ tịch UBND", "Trưởng".
    head: Span<'a>,
    kinds: Vec<(&'static Kind, Span<'a>)>,
    /// The names; empty for a class.
    names: Vec<Span<'a>>,
    /// What narrows the kinds: of a class, or before the colon of a list.
    tail: Option<Span<'a>>,
}

impl<'a> Plural<'a> {
    fn read(wording: Span<'a>) -> Option<Self> {
        let (head, rest) = match wording.find("các") {
            Some(word) if word.start > wording.start => {
                (wording.until(word.start).trim(), wording.from(word.end).trim())
            }
            // "Giám đốc Sở: Nội vụ, Tài chính": the colon alone says that it is a list.
            _ => {
                let colon = wording.chars().iter().position(|c| *c == ':')? + wording.start;
                let (left, names) = (wording.until(colon).trim(), wording.from(colon + 1));
                let kind = lexicon::get().kinds.iter().filter(|kind| left.before(&kind.is).is_some());
                let kind = kind.max_by_key(|kind| kind.is.len())?;
                let head = left.before(&kind.is)?;
                (!names.is_empty()).then_some((head, wording.from(head.end).trim()))?
            }
        };
        let head_is_one =
            !head.is_empty() && (is_office(head) || head.word_count() <= 5) && !head.chars().contains(&',');
        let mut kinds = Vec::new();
        let mut at = rest;
        while let Some((kind, word, behind)) = kind_at(at) {
            kinds.push((kind, word));
            at = behind;
            let next = at.after("và").unwrap_or_else(|| at.trim_by(|c| c == ',' || c == ' '));
            if kind_at(next).is_none() || next.start == at.start {
                break;
            }
            at = next;
        }
        // "Liên hiệp các Hội Khoa học và Kỹ thuật" is the name of one body.
        let one_body =
            ["liên hiệp", "liên minh", "ban quản lý", "hiệp hội"].iter().any(|name| head.before(name).is_some());
        if !head_is_one || one_body || kinds.is_empty() {
            return None;
        }
        let at = at.after_any(&["sau đây", "sau"]).filter(|rest| rest.chars().first() == Some(&':')).unwrap_or(at);
        let colon = at.chars().first() == Some(&':');
        let behind = at.trim_by(|c| c == ':' || c.is_whitespace());
        let capital = behind.chars().first().is_some_and(|c| c.is_uppercase());
        if behind.is_empty() {
            Some(Self { head, kinds, names: Vec::new(), tail: None })
        } else if let Some((of, listed)) = Self::of_one_kind(behind).filter(|_| !colon && kinds.len() == 1) {
            // "Hạt trưởng các Hạt Quản lý đê: A, B".
            Some(Self { head, kinds, names: listed, tail: Some(of) })
        } else if colon || (capital && kinds.len() == 1 && !kinds[0].0.singular.is_empty()) {
            let names = names(behind);
            (colon || names.len() > 1).then_some(Self { head, kinds, names, tail: None })
        } else {
            // "các sở, ngành thành phố", "các tỉnh có cảng cạn": a class still, narrowed by its tail.
            Some(Self { head, kinds, names: Vec::new(), tail: Some(behind) })
        }
    }

    /// "Quản lý đê: A, B": of which sort the bodies are, before the colon, and their names.
    fn of_one_kind(rest: Span<'a>) -> Option<(Span<'a>, Vec<Span<'a>>)> {
        let colon = rest.chars().iter().position(|c| *c == ':').map(|at| rest.start + at)?;
        let (of, names) = (rest.until(colon).bare(), names(rest.from(colon + 1)));
        let plain = (1..=5).contains(&of.word_count()) && !of.chars().contains(&',');
        (plain && names.len() > 1).then_some((of, names))
    }

    fn posts(&self, wording: Span<'a>) -> Vec<Post<'a>> {
        let lexicon = lexicon::get();
        let nominated = lexicon.nominated.begin(self.head);
        if self.names.is_empty() {
            let kinds: Vec<String> = self.kinds.iter().map(|(kind, _)| kind.is.clone()).collect();
            let class = ClassRule { post: self.head.text(), organization_kind: kinds };
            let certainty = if self.tail.is_some() { sure::LIKELY } else { sure::GOOD };
            let rule = (!nominated && self.tail.is_none()).then_some(class);
            return vec![Post {
                position: Said::of(wording, certainty),
                kind: SeatKind::Class,
                as_written: None,
                class: rule,
                acting: false,
            }];
        }
        self.names
            .iter()
            .map(|name| {
                let (kind, word) = self.kinds[0];
                let own_kind =
                    lexicon.kinds.iter().any(|kind| !kind.singular.is_empty() && opens_name(*name, &kind.is));
                // "lãnh đạo các Sở, ngành: Y tế, Công an tỉnh": no department of the province.
                let own_kind = own_kind || (kind.is == "sở" && lexicon.beside_departments.begin(*name));
                let lower_head = matches!(self.head.key().as_str(), "trưởng" | "phó trưởng");
                let mut value = self.head.text();
                let mut at = vec![self.head];
                // "Trưởng các phòng, đơn vị: …": the second is only a word for all.
                let one = self.kinds.iter().filter(|(kind, _)| !kind.singular.is_empty()).count() == 1;
                if !kind.singular.is_empty() && !own_kind && one {
                    value.push(' ');
                    value.push_str(&if lower_head { kind.is.clone() } else { kind.singular.clone() });
                    at.push(word);
                }
                for span in self.tail.iter().chain([name]) {
                    value.push(' ');
                    value.push_str(&span.text());
                    at.push(*span);
                }
                Post {
                    position: Said { value, at, sure: sure::GOOD },
                    kind: if nominated { SeatKind::Nominated } else { SeatKind::SharedHead },
                    as_written: Some(Said::of(wording, sure::CERTAIN)),
                    class: None,
                    acting: false,
                }
            })
            .collect()
    }
}

/// "Sở Y tế" among the names of "các Sở"; "Khoa học và Công nghệ" is no "khoa".
fn opens_name(name: Span<'_>, kind: &str) -> bool {
    name.after(kind).is_some_and(|rest| rest.chars().first().is_some_and(|c| c.is_uppercase()))
}

fn kind_at(span: Span<'_>) -> Option<(&'static Kind, Span<'_>, Span<'_>)> {
    let lexicon = lexicon::get();
    let (number, rest) = lexicon.kind_heads.begun(span).last()?;
    Some((lexicon.kinds.get(number)?, span.until(rest.start).trim(), rest))
}

/// The names of a list: parted by semicolons where it has any, else by commas and a last "và", except inside
/// the name of a field ("Văn hóa, Thể thao và Du lịch", "Kế hoạch và Đầu tư").
pub fn names(list: Span<'_>) -> Vec<Span<'_>> {
    let list = list.bare();
    if list.chars().contains(&';') {
        return list.split(|c| c == ';').into_iter().map(Span::bare).filter(|name| !name.is_empty()).collect();
    }
    let fields = &lexicon::get().fields;
    let mut names = Vec::new();
    let (mut from, mut at) = (list.start, list.start);
    while at < list.end {
        let fresh = at == from || list.line.chars[at - 1] == ' ';
        let here = list.from(at);
        let field = if fresh { fields.after(here) } else { None };
        if let Some(rest) = field.filter(|rest| rest.start > at) {
            at = rest.start.min(list.end);
            while at > from && list.line.chars[at - 1].is_whitespace() {
                at -= 1;
            }
            if at >= list.end {
                break;
            }
            if !matches!(list.line.chars[at], ',' | ' ') {
                continue;
            }
        }
        let comma = list.line.chars[at] == ',';
        // "Kê khai và Kế toán thuế, Quản lý nợ và cưỡng chế nợ thuế": only the last joins two of the list, and what
        // goes on small belongs to the name.
        let last = |rest: &Span<'_>| {
            let capital =
                |rest: &Span<'_>| rest.chars().first().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
            let place = kind_at(*rest).is_some_and(|(_, _, name)| capital(&name));
            place || (capital(rest) && !rest.chars().contains(&','))
        };
        let and = list.from(at).after("và").filter(|rest| at > from && list.line.chars[at - 1] == ' ' && last(rest));
        if comma || and.is_some() {
            names.push(Span::new(list.line, from, at).bare());
            at = and.map_or(at + 1, |rest| rest.start);
            while at < list.end && list.line.chars[at].is_whitespace() {
                at += 1;
            }
            from = at;
            // ", và Tài chính"
            if let Some(rest) = list.from(at).after("và").filter(|_| comma) {
                (at, from) = (rest.start, rest.start);
            }
            continue;
        }
        at += 1;
    }
    names.push(Span::new(list.line, from, list.end).bare());
    names.retain(|name| !name.is_empty());
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::line_of;

    fn read(text: &str) -> Vec<(String, SeatKind)> {
        posts(line_of(text).all()).into_iter().map(|post| (post.position.value, post.kind)).collect()
    }

    fn values(text: &str) -> Vec<String> {
        read(text).into_iter().map(|(value, _)| value).collect()
    }

    #[test]
    fn a_list_with_one_head_noun_is_one_post_each() {
        assert_eq!(values("Giám đốc các sở: Nội vụ, Tài chính"), ["Giám đốc Sở Nội vụ", "Giám đốc Sở Tài chính"]);
        assert_eq!(
            values("Giám đốc các Sở Văn hóa, Thể thao và Du lịch, Kế hoạch và Đầu tư và Tư pháp"),
            ["Giám đốc Sở Văn hóa, Thể thao và Du lịch", "Giám đốc Sở Kế hoạch và Đầu tư", "Giám đốc Sở Tư pháp"]
        );
        assert_eq!(
            values("Trưởng các phòng: Nội vụ, Tài chính - Kế hoạch"),
            ["Trưởng phòng Nội vụ", "Trưởng phòng Tài chính - Kế hoạch"]
        );
        assert_eq!(values("Giám đốc các Sở: Sở Y tế, Sở Nội vụ"), ["Giám đốc Sở Y tế", "Giám đốc Sở Nội vụ"]);
        assert_eq!(
            values("Giám đốc các đơn vị: Bảo hiểm xã hội; Kho bạc Hà Nội"),
            ["Giám đốc Bảo hiểm xã hội", "Giám đốc Kho bạc Hà Nội"]
        );
        assert_eq!(
            values("Lãnh đạo các Sở, ngành: Y tế, Công an tỉnh, Hải quan khu vực V"),
            ["Lãnh đạo Sở Y tế", "Lãnh đạo Công an tỉnh", "Lãnh đạo Hải quan khu vực V"]
        );
    }

    #[test]
    fn the_wording_says_the_kind_of_seat() {
        for (wording, kind) in [
            ("Giám đốc các sở, ngành", SeatKind::Class),
            ("Chủ tịch UBND các xã, thị trấn", SeatKind::Class),
            ("Trưởng 12 khu phố", SeatKind::Class),
            ("Lãnh đạo Văn phòng UBND tỉnh", SeatKind::Nominated),
            ("01 chuyên viên Phòng Kinh tế", SeatKind::Nominated),
            ("Phòng Tài chính - Kế hoạch huyện", SeatKind::Nominated),
            ("Ngân hàng Nông nghiệp chi nhánh huyện", SeatKind::Nominated),
            ("Hội viên Hội Cựu chiến binh thôn", SeatKind::Post),
            ("Thanh tra viên Sở Xây dựng", SeatKind::Post),
            ("Phó Giám đốc Sở Y tế phụ trách dược", SeatKind::Portfolio),
            ("Phó Trưởng phòng phụ trách Phòng Kinh tế", SeatKind::Post),
            ("Chủ tịch Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh", SeatKind::Post),
            ("Trưởng Ban Quản lý các khu công nghiệp", SeatKind::Post),
        ] {
            assert_eq!(read(wording), [(wording.to_owned(), kind)]);
        }
    }
}
