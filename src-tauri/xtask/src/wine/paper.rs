//! Whether two papers are alike: their words, where each stands on its page, and the pages.

use crate::call::Call;
use crate::failure::{Failure, Outcome};
use std::path::Path;

/// What must be alike of what pdfinfo says. When a file was made is no part of it.
const FACTS: [&str; 6] = ["Title", "Language", "Tagged", "Pages", "Page size", "PDF version"];

/// Compares them, and says what was compared.
pub fn alike(one: &Path, other: &Path) -> Outcome<String> {
    same("what pdfinfo says", &facts(one)?, &facts(other)?)?;
    let text = |paper: &Path| Call::program("pdftotext").word("-layout").word(paper).word("-").answer();
    same("the text", &text(one)?, &text(other)?)?;
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
    Ok(boxes.lines().map(str::trim).filter(|line| line.starts_with("<word")).collect::<Vec<_>>().join("\n"))
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
