//! Automatic numbers, which stand nowhere in the text: "Điều 1.", "a)", a bullet.

use std::collections::HashMap;

use super::xml::Node;

#[derive(Clone, Debug, Default)]
struct Level {
    start: u32,
    format: String,
    text: String,
    /// Ends the count of this level when a level above moves; Word's default.
    restart: bool,
}

/// The lists of a document and where each count stands.
#[derive(Default)]
pub struct Numbering {
    lists: HashMap<String, (String, HashMap<u32, Level>)>,
    counts: HashMap<(String, u32), u32>,
    /// Lists by `w:num` whose own start was already used.
    begun: HashMap<String, bool>,
}

impl Numbering {
    pub fn read(part: Option<&Node>) -> Self {
        let mut read = Self::default();
        let Some(part) = part else { return read };
        let mut abstracts: HashMap<&str, HashMap<u32, Level>> = HashMap::new();
        for node in part.children.iter().filter(|node| node.name == "w:abstractNum") {
            let levels = node.children.iter().filter_map(level).collect();
            abstracts.insert(node.attribute("abstractNumId").unwrap_or_default(), levels);
        }
        for node in part.children.iter().filter(|node| node.name == "w:num") {
            let base = node.value("w:abstractNumId").unwrap_or_default();
            let mut levels = abstracts.get(base).cloned().unwrap_or_default();
            let mut own_start = false;
            for over in node.children.iter().filter(|node| node.name == "w:lvlOverride") {
                let Some(at) = over.attribute("ilvl").and_then(|at| at.parse().ok()) else { continue };
                if let Some((_, level)) = over.child("w:lvl").and_then(level) {
                    levels.insert(at, level);
                }
                if let Some(start) = over.value("w:startOverride").and_then(|start| start.parse().ok()) {
                    levels.entry(at).or_default().start = start;
                    own_start = true;
                }
            }
            let id = node.attribute("numId").unwrap_or_default().to_owned();
            read.begun.insert(id.clone(), !own_start);
            read.lists.insert(id, (base.to_owned(), levels));
        }
        read
    }

    /// Counts one paragraph of a list and says what is printed before it.
    pub fn label(&mut self, list: &str, at: u32) -> Option<String> {
        let (base, levels) = self.lists.get(list)?;
        let level = levels.get(&at)?;
        // Lists of one abstract definition count on together, unless one restarts by itself.
        if let Some(begun) = self.begun.get_mut(list).filter(|begun| !**begun) {
            *begun = true;
            self.counts.retain(|(counted, _), _| counted != base);
        }
        let next = self.counts.get(&(base.clone(), at)).map_or(level.start, |count| count.saturating_add(1));
        self.counts.insert((base.clone(), at), next);
        self.counts.retain(|(counted, deeper), _| {
            counted != base || *deeper <= at || levels.get(deeper).is_some_and(|level| !level.restart)
        });
        if level.format == "bullet" {
            return Some("-".to_owned());
        }
        if level.format == "none" {
            return None;
        }
        let mut label = String::new();
        let mut chars = level.text.chars();
        while let Some(c) = chars.next() {
            if c != '%' {
                label.push(c);
                continue;
            }
            let Some(deep) = chars.next().and_then(|digit| digit.to_digit(10)).and_then(|n| n.checked_sub(1)) else {
                continue;
            };
            let shown = levels.get(&deep)?;
            let count = self.counts.get(&(base.clone(), deep)).copied().unwrap_or(shown.start);
            label.push_str(&spell(count, &shown.format));
        }
        (!label.trim().is_empty()).then_some(label)
    }
}

fn level(node: &Node) -> Option<(u32, Level)> {
    if node.name != "w:lvl" {
        return None;
    }
    let at = node.attribute("ilvl")?.parse().ok()?;
    let start = node.value("w:start").and_then(|start| start.parse().ok()).unwrap_or(1);
    let format = node.value("w:numFmt").unwrap_or("decimal").to_owned();
    let text = node.value("w:lvlText").unwrap_or_default().to_owned();
    Some((at, Level { start, format, text, restart: node.value("w:lvlRestart") != Some("0") }))
}

fn spell(count: u32, format: &str) -> String {
    match format {
        "lowerLetter" => letter(count),
        "upperLetter" => letter(count).to_uppercase(),
        "lowerRoman" => roman(count).to_lowercase(),
        "upperRoman" => roman(count),
        "decimalZero" => format!("{count:02}"),
        _ => count.to_string(),
    }
}

/// a … z, aa, bb …: Word repeats the letter.
fn letter(count: u32) -> String {
    let Some(zero) = count.checked_sub(1) else { return String::new() };
    let letter = char::from(b'a' + u8::try_from(zero % 26).unwrap_or(0));
    letter.to_string().repeat(usize::try_from(zero / 26 + 1).unwrap_or(1).min(8))
}

fn roman(mut count: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut text = String::new();
    count = count.min(3999);
    for (value, sign) in STEPS {
        while count >= value {
            text.push_str(sign);
            count -= value;
        }
    }
    text
}
