//! Extraction (lines and grammar over blocks) against ten scans with captures over the same text: the patterns that
//! one would write who wanted the same values without a grammar.

use std::error::Error;
use std::hint::black_box;

use reading::Text;
use regex::Regex;

use super::{fixtures, medians};
use crate::table::{Table, ratio, shown};

const PATTERNS: [&str; 10] = [
    r"Số:?\s*(\d+[a-z]?)\s*/\s*(?:(\d{4})/)?([A-ZĐƯ][A-ZĐƯa-z0-9-]+)",
    r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})",
    r"(?m)^\s*((?:ỦY BAN NHÂN DÂN|BỘ|SỞ|THỦ TƯỚNG|HỘI ĐỒNG)[^\n]*)$",
    r"(?i)về việc\s+((?:thành lập|kiện toàn|bổ sung|thay đổi|giải thể)[^\n]+)",
    r"(?m)^\s*Điều\s+(\d+)\.?\s+([^\n]+)",
    r"(?:Ông|Bà|ông|bà|Đ/c|đồng chí)\s+((?:\p{Lu}\p{Ll}*\s+){1,4}\p{Lu}\p{Ll}*)\s*[,–-]\s*([^;,\n]+)",
    r"(?m)^\s*(?:\d+[.)]|[a-zđ]\)|-)\s*([^,:;\n]+)[,:]\s*([^;\n]+?)(?:,\s*([^,;\n]+))?[;.]\s*$",
    r"(?:thay thế|bãi bỏ)\s+(?:các\s+)?Quyết định\s+số\s+(\d+/[^\s,;]+)(?:\s+ngày\s+([\d/]+|\d+ tháng \d+ năm \d+))?",
    r"((?:Phó\s+)?Trưởng ban(?:\s+Thường trực)?|Ủy viên(?:\s+Thường trực)?|Thư ký)\s*[:;,.\n]",
    r"có hiệu lực\s+(?:thi hành\s+)?(?:kể\s+)?từ\s+(ngày\s+ký|ngày\s+[\d/]+)",
];

/// Measures it on every paper of the fixtures that is plain text.
pub fn measure(table: &mut Table) -> Result<(), Box<dyn Error>> {
    let mut paths: Vec<_> =
        std::fs::read_dir(fixtures().join("papers"))?.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let mut papers = Vec::new();
    for path in &paths {
        let text = reading::text("paper.txt", &std::fs::read(path)?)?;
        let joined = text.blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n");
        papers.push((text, joined));
    }
    let size: usize = papers.iter().map(|(_, joined)| joined.len()).sum();
    let patterns = PATTERNS.iter().map(|pattern| Regex::new(pattern)).collect::<Result<Vec<_>, _>>()?;
    let (mut decisions, mut hits) = (0, 0);
    let mut ours = || {
        decisions = 0;
        for (text, _) in &papers {
            let Text { blocks, warnings, wrapped } = text.clone();
            decisions += black_box(reading::drafts("paper.txt", Text { blocks, warnings, wrapped })).decisions.len();
        }
        Ok(())
    };
    let mut scans = || {
        hits = 0;
        for (_, joined) in &papers {
            for pattern in &patterns {
                hits += pattern.captures_iter(joined).map(|found| black_box(found).len()).sum::<usize>();
            }
        }
        Ok(())
    };
    let [extracted, scanned] = medians(41, [&mut ours, &mut scans])?;
    table.row(
        format!(
            "extraction: {} papers of {} KB, {decisions} decisions; the peer: ten scans with captures, {hits} groups",
            papers.len(),
            size / 1000
        ),
        shown(extracted),
        shown(scanned),
        ratio(extracted, scanned),
        "≤ 1.5 ×",
    );
    Ok(())
}
