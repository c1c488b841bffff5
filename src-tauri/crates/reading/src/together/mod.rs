//! Several files that belong together (the signed paper, the same in Word, an annex) are one draft: the decision of
//! the file that is one, the members of whichever has the list.

mod merge;
mod same;

use register::draft::{Act, Source};

use crate::grammar;
use crate::reading::{Reading, Warning};
use crate::unreadable::Unreadable;
use crate::{Text, text as open};

/// Reads files that belong together. Blocks are numbered through all of them, each with its file; what two files say of
/// one value and differ in is warned of as `files_differ`, and what is of another decision as `not_the_same_decision`.
///
/// # Errors
/// The place of the first file that cannot be read, and why; no files at all are [`Unreadable::Empty`].
pub fn read_together(files: &[(&str, &[u8])]) -> Result<Reading, (usize, Unreadable)> {
    let mut alone = Vec::with_capacity(files.len());
    let (mut blocks, mut tables) = (0, 0);
    for (at, (name, bytes)) in files.iter().enumerate() {
        let mut text = open(name, bytes).map_err(|error| (at, error))?;
        let most = text.blocks.iter().filter_map(|block| block.cell).map(|cell| cell.table + 1).max().unwrap_or(0);
        for block in &mut text.blocks {
            block.id += blocks;
            block.file = u32::try_from(at).unwrap_or(u32::MAX);
            if let Some(cell) = &mut block.cell {
                cell.table += tables;
            }
        }
        // Said once for the file, not again with each reading of its text.
        let mut warnings = std::mem::take(&mut text.warnings);
        warnings.iter_mut().for_each(|warning| warning.at = warning.at.map(|at| at + blocks));
        blocks += u32::try_from(text.blocks.len()).unwrap_or(u32::MAX);
        tables += most;
        let reading = grammar::read(name, vec![text.clone()]);
        alone.push(File { text, reading, warnings });
    }
    if alone.is_empty() {
        return Err((0, Unreadable::Empty));
    }
    Ok(assemble(&alone))
}

/// A file, and what it says by itself.
struct File {
    text: Text,
    reading: Reading,
    /// What the reader of its format had to say.
    warnings: Vec<Warning>,
}

/// Whether a reading says one thing of this source and nothing else, so that it can be a part of something.
fn is_one(reading: &Reading, sources: &[Source]) -> bool {
    let [draft] = reading.decisions.as_slice() else { return false };
    draft.source.is_some_and(|source| sources.contains(&source))
}

impl File {
    fn listed(&self) -> bool {
        self.reading.decisions.first().is_some_and(|draft| !draft.members.is_empty())
    }
}

/// One decision in its files.
#[derive(Default)]
struct Group {
    /// The same paper, the best copy first.
    papers: Vec<usize>,
    annexes: Vec<usize>,
}

fn assemble(files: &[File]) -> Reading {
    let groups = groups(&files.iter().map(|file| &file.reading).collect::<Vec<_>>());
    let mut whole = Reading {
        file: files.first().map(|file| file.reading.file.clone()).unwrap_or_default(),
        files: files.iter().map(|file| file.reading.file.clone()).collect(),
        blocks: files.iter().flat_map(|file| file.reading.blocks.clone()).collect(),
        warnings: files.iter().flat_map(|file| file.warnings.clone()).collect(),
        ..Reading::default()
    };
    let found = groups.iter().map(|group| one(group, files)).collect::<Vec<_>>();
    let several = found.iter().filter(|reading| !reading.decisions.is_empty()).count() > 1;
    for (n, reading) in found.into_iter().enumerate() {
        if several && n > 0 {
            whole.warnings.extend(another(&reading));
        }
        append(&mut whole, reading);
    }
    if whole.decisions.is_empty() && whole.events.is_empty() {
        whole.warnings.push(Warning::new("no_decision", None, ""));
    }
    whole
}

/// Which of several readings are of one decision, each group as places in the list: to be read with
/// [`read_together`].
#[must_use]
pub fn belonging(readings: &[&Reading]) -> Vec<Vec<usize>> {
    let of = |group: Group| group.papers.into_iter().chain(group.annexes).collect();
    groups(readings).into_iter().map(of).collect()
}

/// Which files are about one decision, in the order of their papers.
fn groups(readings: &[&Reading]) -> Vec<Group> {
    let draft = |at: &usize| readings[*at].decisions.first();
    let mut groups: Vec<Group> = Vec::new();
    for (at, _) in readings.iter().enumerate().filter(|(_, reading)| is_one(reading, &[Source::Decision])) {
        let known =
            groups.iter_mut().find(|group| group.papers.iter().any(|known| same::paper(draft(known), draft(&at))));
        match known {
            Some(group) => group.papers.push(at),
            None => groups.push(Group { papers: vec![at], annexes: Vec::new() }),
        }
    }
    for group in &mut groups {
        group.papers.sort_by_key(|at| (std::cmp::Reverse(draft(at).map_or(0, same::weight)), *at));
    }
    let papers = groups.len();
    for (at, _) in readings.iter().enumerate().filter(|(_, reading)| is_one(reading, &[Source::Annex, Source::List])) {
        let only = papers <= 1;
        let of = |group: &&mut Group| {
            group.papers.iter().chain(&group.annexes).any(|known| same::annex(draft(known), draft(&at), only))
        };
        match groups.iter_mut().find(of) {
            Some(group) => group.annexes.push(at),
            None => groups.push(Group { papers: Vec::new(), annexes: vec![at] }),
        }
    }
    let grouped: Vec<usize> =
        groups.iter().flat_map(|group| group.papers.iter().chain(&group.annexes).copied()).collect();
    let rest = (0..readings.len()).filter(|at| !grouped.contains(at));
    groups.extend(rest.map(|at| Group { papers: vec![at], annexes: Vec::new() }));
    groups
}

/// What the files of one decision say together.
fn one(group: &Group, files: &[File]) -> Reading {
    let main = group.papers.first().or(group.annexes.first()).copied().unwrap_or_default();
    let mut reading = files[main].reading.clone();
    let listed = group.papers.iter().any(|at| files[*at].listed());
    let annexes: Vec<usize> = group.annexes.iter().copied().filter(|at| *at != main).collect();
    let mut apart = annexes.clone();
    if !listed && !annexes.is_empty() {
        // Read as one text, an annex is what it would be behind the signature.
        let texts = std::iter::once(main).chain(annexes.iter().copied()).map(|at| files[at].text.clone());
        let joined = grammar::read(&reading.file, texts.collect());
        let all: usize = annexes.iter().filter_map(|at| files[*at].reading.decisions.first()).map(same::seats).sum();
        let kept = joined.decisions.first().is_some_and(|draft| same::seats(draft) >= all);
        // A list of who is appointed to which post fills no committee.
        let events = joined.events.len() > reading.events.len();
        if joined.decisions.len() == 1 && (kept || events) {
            reading = joined;
            apart.clear();
        }
    }
    for copy in group.papers.iter().filter(|at| **at != main) {
        merge::merge(&mut reading, &files[*copy].reading, &[]);
    }
    let fills = reading.decisions.first().is_some_and(|draft| {
        !matches!(draft.act, Some(Act::Other | Act::Regulation)) || draft.source != Some(Source::Decision)
    });
    for annex in annexes {
        // The number that only the annex has, where the paper was not filled in.
        let fields: &[&str] = if fills && apart.contains(&annex) {
            &["number", "date", "members", "sub_bodies", "list_scope"]
        } else {
            &["number", "date"]
        };
        merge::merge(&mut reading, &files[annex].reading, fields);
    }
    reading
}

/// Another decision among files that should be of one.
fn another(reading: &Reading) -> Option<Warning> {
    let draft = reading.decisions.first()?;
    let at = reading.marks.iter().find(|mark| mark.field == "number").map(|mark| mark.block);
    let at = at.or_else(|| reading.blocks.first().map(|block| block.id));
    let detail = draft.number.clone().unwrap_or_else(|| reading.file.clone());
    Some(Warning::new("not_the_same_decision", at, detail))
}

/// Puts what was read behind what is there; every index goes on from there.
fn append(whole: &mut Reading, reading: Reading) {
    let decisions = u32::try_from(whole.decisions.len()).unwrap_or(u32::MAX);
    let events = whole.events.len();
    for mut mark in reading.marks {
        mark.decision += decisions;
        if let Some((n, rest)) = mark.field.strip_prefix("events.").and_then(|path| path.split_once('.'))
            && let Ok(n) = n.parse::<usize>()
        {
            mark.field = format!("events.{}.{rest}", n + events);
        }
        whole.marks.push(mark);
    }
    let parts = reading.blocks.iter().map(|block| (block.id, block.part));
    for (id, part) in parts {
        if let Some(block) = whole.blocks.get_mut(usize::try_from(id).unwrap_or(usize::MAX)) {
            block.part = part;
        }
    }
    whole.decisions.extend(reading.decisions);
    whole.events.extend(reading.events);
    whole.warnings.extend(reading.warnings.into_iter().filter(|warning| warning.code != "no_decision"));
}
