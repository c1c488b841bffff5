//! The parts of a paper: head, title, issuing authority, bases, articles, signature, annexes (Nghị định
//! 30/2020, Phụ lục I), found by the lines that open them.

mod annexes;
mod headline;
mod items;

use super::{numbers, subject};
use crate::lexicon;
use crate::line::{self, Line, Span};
use annexes::{annexes, opens_annex};
pub use headline::headline;
use items::{number_by_count, push_unit};

/// An item of an article or annex: a line with its number taken off, or a row of a table.
#[derive(Clone, Debug)]
pub enum Unit<'a> {
    Text { label: Option<Span<'a>>, body: Span<'a> },
    Row(Vec<(u32, Span<'a>)>),
}

impl<'a> Unit<'a> {
    /// What it says: a text, or the cells of a row.
    pub fn spans(&self) -> Vec<Span<'a>> {
        match self {
            Self::Text { body, .. } => vec![*body],
            Self::Row(row) => row.iter().map(|(_, cell)| *cell).collect(),
        }
    }
}

/// An article, or a body of text without one.
#[derive(Clone, Debug, Default)]
pub struct Article<'a> {
    /// "Điều 1", with its words.
    pub label: Option<(String, Span<'a>)>,
    pub units: Vec<Unit<'a>>,
}

/// An annex.
#[derive(Clone, Debug, Default)]
pub struct Annex<'a> {
    pub title: Vec<Span<'a>>,
    /// "(Kèm theo Quyết định số …)".
    pub belongs: Option<Span<'a>>,
    pub units: Vec<Unit<'a>>,
    pub lines: Vec<&'a Line>,
}

/// A paper, taken apart.
#[derive(Clone, Debug, Default)]
pub struct Outline<'a> {
    pub head: Vec<&'a Line>,
    pub title: Vec<Span<'a>>,
    pub issuer: Vec<Span<'a>>,
    pub bases: Vec<&'a Line>,
    pub articles: Vec<Article<'a>>,
    pub signature: Vec<&'a Line>,
    pub annexes: Vec<Annex<'a>>,
    /// Whether it has the form of a decision.
    pub formal: bool,
}

/// Parts a file with several decisions: each begins with the name of the country over its head.
pub fn papers(lines: &[Line]) -> Vec<&[Line]> {
    // Pasted tables leave both columns on one line: "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI …".
    let country = |line: &Line| line.is_capitals() && line.all().has_any(&["cộng hòa", "cộng hòa xã hội chủ nghĩa"]);
    let mut starts = vec![0];
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| country(line)) {
        let here = starts.last().copied().unwrap_or(0);
        let signed = lines[here..at].iter().any(|line| article_number(line.all()).is_some());
        let decides = lines[at..].iter().take(60).any(|line| is_type(line.all()));
        if signed && decides {
            // The issuing office stands left of it, and comes first.
            let back = lines[here..at]
                .iter()
                .rev()
                .take_while(|before| before.is_capitals() && before.cell.map(|c| c.table) == line.cell.map(|c| c.table))
                .count();
            let back = if line.all().starts_with("cộng hòa") { back } else { 0 };
            starts.push(at - back);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    starts.iter().zip(ends).map(|(start, end)| &lines[*start..end]).collect()
}

/// Takes a paper apart.
pub fn outline(lines: &[Line]) -> Outline<'_> {
    let first_article = lines.iter().position(|line| article_number(line.all()).is_some());
    let before = first_article.unwrap_or(lines.len());
    let mut types: Vec<usize> = (0..before).filter(|at| is_type(lines[*at].all())).collect();
    let headline = headline::over(&lines[..before], &types, first_article.is_some());
    // The table of attributes over a saved page has a row "Loại văn bản | Quyết định".
    if types.iter().any(|at| lines[*at].is_capitals()) {
        types.retain(|at| lines[*at].cell.is_none() || lines[*at].is_capitals());
        // The same list of attributes without its table.
        let first = types.iter().copied().find(|at| lines[*at].is_capitals()).unwrap_or(0);
        // "Quyết định kiện toàn …", the headline of a portal over the letterhead of the paper.
        let letterhead = |at: usize| {
            lines[at..first].iter().any(|line| line.all().has("cộng hòa xã hội") || line.all().has("đảng cộng sản"))
        };
        let numbered = |at: usize| super::head::numbered_type(lines[at].all()).is_some();
        types.retain(|at| {
            *at >= first || numbered(*at) || (inline_title(lines[*at].all()).is_some() && !letterhead(*at))
        });
    }
    if let Some((at, _)) = headline.as_ref().filter(|(at, _)| !types.contains(at)) {
        types.insert(0, *at);
    }
    let (Some(kind), Some(last)) = (types.first().copied(), types.last().copied()) else {
        return without_type(lines, first_article).unwrap_or_else(|| loose(lines, first_article));
    };
    // "BAN THƯỜNG VỤ ĐẢNG ỦY QUYẾT ĐỊNH" below the bases names who decides.
    let decides = (kind + 1..before).rev().find_map(|at| Some((at, deciding(&lines[at])?))).filter(|_| last == kind);
    // The line of the type was lost: only "QUYẾT ĐỊNH:" below the bases is left.
    let lost = Some(&lines[..kind]).filter(|_| last == kind && decides.is_none()).and_then(end_of_letterhead);
    let (head, from) = lost.map_or((kind, kind + 1), |end| (end, end));
    let operative = decides.map_or(if last > kind || lost.is_some() { last } else { before }, |(at, _)| at);
    let mut outline = Outline { head: lines[..head].iter().collect(), formal: true, ..Outline::default() };
    let mut told_issuer = None;
    let mut told = false;
    if let Some(rest) = inline_title(lines[kind].all()) {
        outline.title.push(rest);
    } else if let Some((at, headline)) = headline.filter(|(at, _)| *at == kind) {
        outline.title.push(headline.subject);
        outline.head.push(&lines[at]);
        told_issuer = headline.issuer;
        told = true;
    }
    // "QUYẾT ĐỊNH số N ngày D", or that below "QUYẾT ĐỊNH".
    let below = |line: &&Line| line.all().starts_with("số") && !numbers::numbers(line.all()).is_empty();
    let own = super::head::numbered_type(lines[kind].all()).map(|_| &lines[kind]);
    let own =
        own.or_else(|| lines[kind + 1..before].first().filter(|line| below(line) && line.all().word_count() <= 12));
    outline.head.extend(own.filter(|_| outline.head.iter().all(|line| !line.all().starts_with("số"))));
    let between = &lines[from..operative.max(from).min(lines.len())];
    let bases = between.iter().position(|line| is_base(line.all())).unwrap_or(between.len());
    let issuer = issuer_at(&between[..bases], !outline.title.is_empty(), &outline.head);
    // What stands apart from a headline that is all of the head is of the page that passes it on.
    outline.title.extend(between[..issuer].iter().take_while(|line| !(told && line.apart)).map(Line::all));
    outline.issuer = between[issuer..bases].iter().map(Line::all).collect();
    outline.bases = between[bases..].iter().collect();
    subject::without_repeated_head(&mut outline.title);
    if outline.issuer.is_empty() {
        outline.issuer.extend(decides.map(|(_, authority)| authority).or(told_issuer));
    }
    // "BAN CHỈ ĐẠO X" over "QUYẾT ĐỊNH:", below the bases.
    if outline.issuer.is_empty()
        && let Some(last) = between.get(bases.max(1)..).and_then(<[Line]>::last)
        && last.is_capitals()
        && lexicon::get().authorities.begin(last.all())
    {
        outline.issuer.push(last.all());
        outline.bases.pop();
    }
    let start = if first_article.is_some() { before } else { (operative + 1).min(lines.len()) };
    rest(&lines[start..], &mut outline);
    outline
}

/// A decision that lost the words QUYẾT ĐỊNH, over its subject and below its bases: the rest of its form is left.
fn without_type(lines: &[Line], first_article: Option<usize>) -> Option<Outline<'_>> {
    let articles = first_article?;
    let end = end_of_letterhead(&lines[..articles])?;
    let (head, between) = (lines[..end].iter().collect::<Vec<_>>(), &lines[end..articles]);
    let bases = between.iter().position(|line| is_base(line.all()))?;
    let issuer = issuer_at(&between[..bases], false, &head);
    let addressed = lines[..articles].iter().any(|line| line.all().starts_with("kính gửi"));
    if issuer >= bases || addressed {
        return None;
    }
    let mut outline = Outline {
        title: between[..issuer].iter().map(Line::all).collect(),
        issuer: between[issuer..bases].iter().map(Line::all).collect(),
        bases: between[bases..].iter().collect(),
        head,
        formal: true,
        ..Outline::default()
    };
    rest(&lines[articles..], &mut outline);
    Some(outline)
}

/// A paper without the words QUYẾT ĐỊNH: articles all the same, a list, or anything.
fn loose(lines: &[Line], first_article: Option<usize>) -> Outline<'_> {
    let mut outline = Outline::default();
    match first_article {
        Some(at) => {
            outline.head = lines[..at].iter().collect();
            rest(&lines[at..], &mut outline);
        }
        None => outline.annexes = annexes(lines),
    }
    outline
}

/// Articles, signature, annexes.
fn rest<'a>(lines: &'a [Line], outline: &mut Outline<'a>) {
    let signs = |at: &usize| opens_signature(lines, *at) && !goes_on_behind(lines, *at);
    let signature = (0..lines.len()).find(signs).unwrap_or(lines.len());
    // "Hà Nội, ngày 23 tháng 5 năm 1978", right above who signs, as older papers have it.
    let dates = |line: &Line| {
        let day = numbers::day(line.all()).is_some_and(|(_, at)| line.all().from(at.end).bare().is_empty());
        line::dates(line) || (day && line.all().starts_with("ngày"))
    };
    let dated = signature.checked_sub(1).filter(|above| signature < lines.len() && dates(&lines[*above]));
    let signature = dated.unwrap_or(signature);
    let from = signature.min(lines.len());
    let annex = (0..lines.len())
        .find(|at| (*at >= from || signature == lines.len()) && opens_annex(&lines[*at]))
        .unwrap_or(lines.len());
    let end = signature.min(annex);
    let early = annex_before(&lines[..end]).unwrap_or(end);
    outline.articles = articles(&lines[..early]);
    // "[16/03/2026 17:02] A: đã nhận", the answers in a chat below a paper that was sent there.
    let answer = |line: &&Line| {
        let mut signs = line.all().chars().iter();
        signs.next() == Some(&'[') && signs.next().is_some_and(char::is_ascii_digit)
    };
    outline.signature = lines[end..annex].iter().filter(|line| !answer(line)).collect();
    outline.annexes = annexes(&lines[early..end]);
    outline.annexes.extend(annexes(&lines[annex..]));
}

/// "PHỤ LỤC I" below the last article and above the signature.
fn annex_before(lines: &[Line]) -> Option<usize> {
    let last = lines.iter().rposition(|line| article_number(line.all()).is_some())?;
    let opens = |line: &Line| line.is_capitals() && line.all().starts_with("phụ lục") && opens_annex(line);
    (last..lines.len()).find(|at| opens(&lines[*at]))
}

/// Whether the next article stands behind this line: "TRƯỞNG BAN" over a name in a list is no signature.
fn goes_on_behind(lines: &[Line], at: usize) -> bool {
    let number = |line: &Line| {
        let (name, ..) = article_number(line.all())?;
        name.strip_prefix("Điều ")?.parse::<u32>().ok()
    };
    let last = lines[..at].iter().rev().find_map(number);
    let annex = lines[at..].iter().position(opens_annex).map_or(lines.len(), |annex| at + annex);
    let next = lines[at..annex].iter().find_map(number);
    last.zip(next).is_some_and(|(last, next)| next == last + 1)
}

fn articles(lines: &[Line]) -> Vec<Article<'_>> {
    let mut articles: Vec<Article<'_>> = Vec::new();
    for line in lines {
        match article_number(line.all()) {
            Some((name, label, body)) => {
                let unit = (!body.is_empty()).then_some(Unit::Text { label: None, body });
                articles.push(Article { label: Some((name, label)), units: unit.into_iter().collect() });
            }
            None => {
                if articles.is_empty() {
                    articles.push(Article::default());
                }
                if let Some(article) = articles.last_mut() {
                    push_unit(&mut article.units, line);
                }
            }
        }
    }
    articles.iter_mut().for_each(|article| number_by_count(&mut article.units));
    articles
}

/// "QUYẾT ĐỊNH", "QUYẾT ĐỊNH:", "QUYẾT ĐỊNH CỦA …", or the type run on with its subject.
fn is_type(line: Span<'_>) -> bool {
    let bare = line.bare();
    bare.is("quyết định")
        || bare.is("quyết định / decision")
        || bare.is("quyết định liên tịch")
        || bare.is("quyết định liên ngành")
        || bare.is("nghị quyết")
        || bare.is("quyết nghị")
        || (line.line.is_capitals() && bare.is("nghị định"))
        || (line.line.is_capitals() && bare.key().starts_with("quyết định của"))
        || inline_title(line).is_some()
        || super::head::numbered_type(line).is_some()
}

/// Where the letterhead ends, if a subject, who decides and bases follow: behind number, day and motto.
fn end_of_letterhead(lines: &[Line]) -> Option<usize> {
    let base = lines.iter().position(|line| is_base(line.all()))?;
    let belongs = |line: &Line| {
        let all = line.all();
        all.starts_with("số") || all.has("độc lập") || (numbers::day(all).is_some() && all.word_count() <= 14)
    };
    let end = lines[..base].iter().rposition(belongs)? + 1;
    (end < base).then_some(end)
}

/// The subject on the line of the type: "Quyết định về việc thành lập …".
fn inline_title(line: Span<'_>) -> Option<Span<'_>> {
    let rest = line.after("quyết định")?;
    // "… SỐ 716/TTg NGÀY …": all but a letter or two.
    let lower = line.chars().iter().filter(|c| c.is_lowercase()).count();
    if let Some(rest) = subject::behind_repeated_head(rest).filter(|_| lower * 20 < line.chars().len()) {
        return Some(rest);
    }
    let opens =
        ["về việc", "v/v", "thành lập", "kiện toàn", "ban hành", "giải thể", "sửa đổi", "bổ nhiệm", "điều động"];
    // "Quyết định về thành lập …".
    let what = rest.after("về").unwrap_or(rest);
    opens.iter().any(|word| rest.starts_with(word) || what.starts_with(word)).then_some(rest)
}

/// Who decides, on a line in capitals that ends with the verb: "BAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH:".
fn deciding(line: &Line) -> Option<Span<'_>> {
    let all = line.all().bare();
    let who = all.before("quyết định").or_else(|| all.before("quyết nghị"))?.bare();
    let authority = lexicon::get().authorities.begin(who);
    (line.is_capitals() && line.cell.is_none() && authority && who.word_count() <= 12).then_some(who)
}

pub fn is_base(line: Span<'_>) -> bool {
    let line = line.trim_by(|c| matches!(c, '-' | '+' | ' '));
    ["căn cứ", "căn cư", "xét", "theo đề nghị", "theo tờ trình", "thực hiện", "để ", "trên cơ sở", "sau khi", "theo "]
        .iter()
        .any(|word| line.starts_with(word.trim()))
}

/// Where the issuing authority begins: the last line that opens with the head of one.
fn issuer_at(lines: &[Line], titled: bool, head: &[&Line]) -> usize {
    let least = usize::from(!titled);
    let authority = |line: &Line| {
        lexicon::get()
            .authorities
            .iter()
            .filter(|head| line.all().starts_with(head))
            .map(String::len)
            .max()
            .unwrap_or(0)
    };
    let mut at = (least..lines.len()).rev().find(|at| {
        let line = &lines[*at];
        // "BAN CHỈ ĐẠO …" may as well be the second line of a title in capitals.
        let strong = authority(line) > 0 && !starts_weak(line.all());
        // The office of the letterhead, said again right above the bases.
        let again = *at + 1 == lines.len()
            && head.iter().any(|known| known.all().bare().key().ends_with(&line.all().bare().key()));
        let alone = *at == 0 || !lines[*at - 1].is_capitals();
        // Capitals right above the bases, below a subject that has none.
        let last = *at + 1 == lines.len() && *at > 0 && alone && lines[*at - 1].cell == line.cell;
        let strong = strong || again || last;
        let opens = line.all().chars().first().is_some_and(|c| c.is_uppercase());
        opens && (strong || (authority(line) > 0 && alone)) && (line.is_capitals() || *at + 1 == lines.len())
    });
    // "CHỦ TỊCH" over "ỦY BAN NHÂN DÂN TỈNH …".
    while let Some(found) = at.filter(|found| *found > least) {
        let above = &lines[found - 1];
        // "HỘI ĐỒNG QUẢN TRỊ" over "TỔNG CÔNG TY X".
        let boards = ["hội đồng quản trị", "hội đồng thành viên", "hội đồng quản lý", "hội đồng trường"];
        let board = boards.iter().any(|board| above.all().bare().is(board));
        let bare_head = board || lexicon::get().authorities.say(above.all().bare());
        // "TRƯỞNG BAN CHỈ ĐẠO X" over "TỈNH Y", of which the letterhead is, too.
        let places = ["tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường"];
        let place = places.iter().any(|place| lines[found].all().starts_with(place));
        // "BỘ TRƯỞNG BỘ GIÁO" over "DỤC THỂ CHẤT", as the letterhead ends, too.
        let broken = authority(&lines[found]) == 0 && lines[found].is_capitals();
        let whole = (place || broken) && authority(above) > 0 && !starts_weak(above.all());
        if !(above.is_capitals() && (bare_head || whole)) {
            break;
        }
        at = Some(found - 1);
    }
    at.unwrap_or(lines.len())
}

fn starts_weak(line: Span<'_>) -> bool {
    ["ban chỉ đạo", "ban", "bộ", "hội đồng", "sở", "viện", "cục", "ban quản lý"]
        .iter()
        .any(|head| line.starts_with(head))
        && ![
            "hội đồng bộ trưởng",
            "hội đồng chính phủ",
            "hội đồng nhân dân",
            "hội đồng thành viên",
            "hội đồng quản trị",
            "ban thường vụ",
            "ban chấp hành",
            "bộ trưởng",
            "ban bí thư",
            "ban cán sự",
            "cục trưởng",
            "viện trưởng",
        ]
        .iter()
        .any(|head| line.starts_with(head))
}

/// "Điều 1.", its name, its words, and what follows on the line.
pub fn article_number(line: Span<'_>) -> Option<(String, Span<'_>, Span<'_>)> {
    // "Diều 1.": the stroke of the letter was lost.
    let rest = line.after_any(&["điều", "diều"])?;
    // "Điều II : …", as older papers count.
    let roman = rest.chars().iter().take_while(|c| matches!(c, 'I' | 'V' | 'X')).count();
    let arabic = rest.chars().iter().take_while(|c| c.is_ascii_digit()).count();
    // "Điều l.": a letter where the one was.
    let letter = matches!(rest.chars(), ['l', '.' | ':', ..]);
    let arabic = if letter { 1 } else { arabic };
    let digits = if arabic > 0 { arabic } else { roman.min(5) };
    let counted = digits <= if arabic > 0 { 2 } else { 5 };
    let capital = line.chars().first().is_some_and(|c| c.is_uppercase());
    if digits == 0 || !counted || !capital {
        return None;
    }
    let end = rest.start + digits;
    let number: String = if letter { "1".to_owned() } else { rest.until(end).text() };
    // "Điều 1 (Article 1)."
    let foreign = line.from(end).trim().after("(article").and_then(|rest| {
        let close = rest.chars().iter().take(6).position(|c| *c == ')')?;
        Some(rest.start + close + 1)
    });
    let behind = line.from(foreign.unwrap_or(end));
    let marked = behind.chars().first().is_none_or(|c| matches!(c, '.' | ':' | ' ' | '-' | ')' | '\t'));
    let body = behind.trim_by(|c| matches!(c, '.' | ':' | ' ' | '\t' | '-' | ')'));
    let name = format!("Điều {}", number.trim_start_matches('0'));
    // A line cut in the middle of "… tại\nĐiều 1 chịu trách nhiệm" opens no article.
    let opens = behind.chars().first().is_some_and(|c| matches!(c, '.' | ':'))
        || body.is_empty()
        || body.chars().first().is_some_and(|c| c.is_uppercase());
    (marked && opens).then_some((name, line.until(end), Span::new(line.line, body.start, line.end).trim()))
}

/// "Nơi nhận:", "KT. CHỦ TỊCH", or the title of the one who signs over a name.
pub fn opens_signature(lines: &[Line], at: usize) -> bool {
    let line = &lines[at];
    let all = line.all();
    if ["nơi nhận", "nơi gửi", "nơi gởi"].iter().any(|head| all.starts_with(head)) {
        return true;
    }
    if super::signature::signs_alone(lines, at) {
        return true;
    }
    if !line.is_capitals() || all.chars().len() > 90 {
        return false;
    }
    let form = super::signature::form(all).is_some();
    let title = (lexicon::get().authorities.begin(all) && !starts_weak(all)) || super::signature::is_judge(all);
    let name_follows = lines[at + 1..].iter().take(6).any(|line| super::signature::is_name(line.all()));
    form || (title && name_follows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::line_of;

    #[test]
    fn articles_are_counted_in_either_numbers() {
        let name = |text: &str| article_number(line_of(text).all()).map(|(name, _, _)| name);
        assert_eq!(name("Điều 2. Giao Sở X").as_deref(), Some("Điều 2"));
        assert_eq!(name("ĐIỀU II : Uỷ ban X là cơ quan thường trực").as_deref(), Some("Điều II"));
        assert_eq!(name("Điều I chịu trách nhiệm thi hành"), None);
        assert_eq!(name("Điều Xã A"), None);
    }
}
