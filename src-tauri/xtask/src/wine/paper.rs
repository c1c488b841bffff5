//! Whether two papers are alike: their words, where each stands on its page, and the pages.

use crate::call::Call;
use crate::failure::{Failure, Outcome};
use crate::wine::alike::is_code;
use std::path::Path;

/// What must be alike of what pdfinfo says. When a file was made is no part of it.
const FACTS: [&str; 6] = ["Title", "Language", "Tagged", "Pages", "Page size", "PDF version"];

/// Compares them, and says what was compared.
pub fn alike(one: &Path, other: &Path) -> Outcome<String> {
    same("what pdfinfo says", &facts(one)?, &facts(other)?)?;
    let text = |paper: &Path| Call::program("pdftotext").word("-layout").word(paper).word("-").answer();
    same("the text", &settled(&text(one)?), &settled(&text(other)?))?;
    let boxes = boxes(one)?;
    same("a word's place", &boxes, &self::boxes(other)?)?;
    let words = boxes.lines().count();
    if words == 0 {
        return Err(Failure::new(format!("{} has no words.", one.display()), "Look at it with a viewer."));
    }
    Ok(format!("same text, same pages, {words} words in the same places"))
}

fn facts(paper: &Path) -> Outcome<String> {
    let info = Call::program("pdfinfo").word(paper).answer()?;
    let kept = info.lines().filter(|line| FACTS.iter().any(|fact| line.starts_with(&format!("{fact}:"))));
    Ok(kept.collect::<Vec<_>>().join("\n"))
}

fn boxes(paper: &Path) -> Outcome<String> {
    let boxes = Call::program("pdftotext").word("-bbox").word(paper).word("-").answer()?;
    Ok(placed(&boxes))
}

/// The words without what is of each run: the code, and the minute up to which the record was known.
fn settled(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        if !words.iter().any(|word| is_code(word)) && !words.contains(&"phút") {
            return line.to_owned();
        }
        let said =
            words.iter().enumerate().map(|(n, word)| of_each_run(word, words.get(n + 1).copied()).unwrap_or(word));
        said.collect::<Vec<_>>().join(" ")
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Each word with its place. How wide a code is hangs on its letters.
fn placed(boxes: &str) -> String {
    let words: Vec<(&str, &str)> = boxes
        .lines()
        .filter_map(|line| line.trim().strip_prefix("<word ")?.strip_suffix("</word>")?.split_once('>'))
        .collect();
    let placed = words.iter().enumerate().map(|(n, (place, word))| {
        let next = words.get(n + 1).map(|(_, word)| *word);
        let begins = place.split_once("xMax").map_or(*place, |(begins, _)| begins);
        match of_each_run(word, next) {
            Some(named) => format!("{begins} {named}"),
            None => format!("{place} {word}"),
        }
    });
    placed.collect::<Vec<_>>().join("\n")
}

/// The name of what a word says that differs from run to run, by the word behind it.
fn of_each_run(word: &str, next: Option<&str>) -> Option<&'static str> {
    if is_code(word) {
        return Some("<code>");
    }
    let number = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    match next {
        Some("giờ") if number => Some("<hour>"),
        Some("phút") if number => Some("<minute>"),
        _ => None,
    }
}

fn same(what: &str, one: &str, other: &str) -> Outcome {
    if one == other {
        return Ok(());
    }
    let differing = one.lines().zip(other.lines()).find(|(one, other)| one != other);
    let (here, there) = differing.unwrap_or(("(as far as it goes)", "(it goes on)"));
    Err(Failure::new(
        format!("In the paper made by the Windows program, {what} differs:\n    Linux:   {here}\n    Windows: {there}"),
        "Both papers are left in cargo's target folder, under xtask/windows.",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_of_two_runs_are_alike_and_two_papers_are_not() {
        let foot = |minute: &str, code: &str| {
            format!(
                "Tính đến ngày 20-4-2016. Theo sổ biết đến 07 giờ {minute} phút ngày 30-11-2026.\nMã {code}    Trang 1/2"
            )
        };
        let one = settled(&foot("01", "4-4MFM0WHFQQ-80833C3D"));
        assert_eq!(one, settled(&foot("02", "4-4MFM0WHFQR-A4C68059")));
        assert_ne!(one, settled(&foot("01", "4-4MFM0WHFQQ-80833C3D").replace("1/2", "1/3")));
        let word = |place: &str, code: &str| {
            placed(&format!(r#"  <word xMin="85.0" yMin="7.0" xMax="{place}">{code}</word>"#))
        };
        assert_eq!(word("190.1", "4-4MFM0WHFQQ-80833C3D"), word("191.4", "4-4MFM0WHFQR-A4C68059"));
        assert_ne!(word("190.1", "Trang"), word("191.4", "Trang"));
    }
}
