//! A list of phrases that is asked as a whole: one walk over the letters of a line finds all of them that begin
//! there, however long the list is.

use std::ops::Deref;

use serde::Deserialize;

use super::Span;

/// Phrases in lower case, in the order in which the file lists them.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Phrases {
    list: Vec<String>,
    /// The letters that the phrases begin with, and by which they go on; the first node is before all letters.
    nodes: Vec<Node>,
}

#[derive(Debug, Default)]
struct Node {
    /// The next letters in order, each with its node.
    next: Vec<(char, usize)>,
    /// The phrases that end here.
    ends: Vec<usize>,
}

impl From<Vec<String>> for Phrases {
    fn from(list: Vec<String>) -> Self {
        let mut nodes = vec![Node::default()];
        for (number, phrase) in list.iter().enumerate() {
            let mut at = 0;
            for letter in phrase.chars() {
                let next = nodes.len();
                let node = &mut nodes[at];
                at = match node.next.binary_search_by_key(&letter, |(known, _)| *known) {
                    Ok(place) => node.next[place].1,
                    Err(place) => {
                        node.next.insert(place, (letter, next));
                        nodes.push(Node::default());
                        next
                    }
                };
            }
            nodes[at].ends.push(number);
        }
        Self { list, nodes }
    }
}

impl FromIterator<String> for Phrases {
    fn from_iter<I: IntoIterator<Item = String>>(phrases: I) -> Self {
        Self::from(phrases.into_iter().collect::<Vec<_>>())
    }
}

impl Deref for Phrases {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.list
    }
}

impl<'p> IntoIterator for &'p Phrases {
    type Item = &'p String;
    type IntoIter = std::slice::Iter<'p, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

impl Phrases {
    /// A list that a rule has of its own.
    pub fn of(list: &[&str]) -> Self {
        list.iter().map(|phrase| (*phrase).to_owned()).collect()
    }

    /// Those that the text begins with, the shortest first: the number of each in the list, and what follows it.
    pub fn begun<'a>(&self, text: Span<'a>) -> impl Iterator<Item = (usize, Span<'a>)> {
        self.ended(text, text.start).flat_map(move |(node, end)| {
            let rest = text.from(end).trim();
            node.ends.iter().map(move |number| (*number, rest))
        })
    }

    /// The ends of those that begin at this place.
    fn ended(&self, text: Span<'_>, start: usize) -> impl Iterator<Item = (&Node, usize)> {
        let mut here = self.nodes.first();
        let mut at = start;
        std::iter::from_fn(move || {
            loop {
                let letter = *text.line.low.get(at).filter(|_| at < text.end)?;
                let node = self.step(here?, letter)?;
                here = Some(node);
                at += 1;
                if !node.ends.is_empty() && text.edge(at) {
                    return Some((node, at));
                }
            }
        })
    }

    /// Where each of them stands in the text as whole words, from its beginning on; of those at one place the shortest first.
    pub fn every<'a>(&self, text: Span<'a>) -> impl Iterator<Item = Span<'a>> {
        let places = (text.start..text.end).filter(move |at| text.edge(*at));
        places.flat_map(move |at| self.ended(text, at).map(move |(_, end)| Span::new(text.line, at, end)))
    }

    /// What follows the longest of them that the text begins with.
    pub fn after<'a>(&self, text: Span<'a>) -> Option<Span<'a>> {
        self.ended(text, text.start).last().map(|(_, end)| text.from(end).trim())
    }

    /// Whether the text begins with one of them.
    pub fn begin(&self, text: Span<'_>) -> bool {
        self.ended(text, text.start).next().is_some()
    }

    /// Whether the words of the text are one of them, with a single space for each gap.
    pub fn say(&self, text: Span<'_>) -> bool {
        let letters = text.trim().low();
        let same = |at: usize| at > 0 && letters[at].is_whitespace() && letters[at - 1].is_whitespace();
        let mut here = self.nodes.first();
        for (at, letter) in letters.iter().enumerate().filter(|(at, _)| !same(*at)) {
            let letter = if letter.is_whitespace() { ' ' } else { letters[at] };
            let Some(next) = here.and_then(|node| self.step(node, letter)) else { return false };
            here = Some(next);
        }
        here.is_some_and(|node| !node.ends.is_empty())
    }

    fn step(&self, node: &Node, letter: char) -> Option<&Node> {
        let place = node.next.binary_search_by_key(&letter, |(known, _)| *known).ok()?;
        self.nodes.get(node.next[place].1)
    }

    /// Whether these words are one of them.
    pub fn contains(&self, words: &str) -> bool {
        let mut here = self.nodes.first();
        for letter in words.chars() {
            here = here.and_then(|node| self.step(node, letter));
        }
        here.is_some_and(|node| !node.ends.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::{Line, line_of};

    #[test]
    fn the_whole_list_says_what_its_phrases_say_one_by_one() {
        let list = ["phó", "phó giám đốc", "giám đốc", "phó giám", "q.", "ủy viên", "giám đốc"].map(str::to_owned);
        let phrases: Phrases = list.into_iter().collect();
        for text in ["Phó Giám đốc Sở Y tế", "Phó Giámđốc", "Q. Giám đốc", "Ủy viên", "ủy viên,", "Phóng viên", "Sở"]
        {
            let line = line_of(text);
            let one_by_one = phrases.iter().filter_map(|phrase| line.all().after(phrase));
            let longest = one_by_one.max_by_key(|rest| rest.start).map(|rest| (rest.start, rest.end));
            assert_eq!(phrases.after(line.all()).map(|rest| (rest.start, rest.end)), longest, "{text}");
            assert_eq!(phrases.begin(line.all()), longest.is_some(), "{text}");
        }
        for text in ["Phó Giám đốc Sở, phó giám đốc Q. Giám đốc", "Giámđốc phó, Phóng viên ủy viên", "", "Q."]
        {
            let line = Line::plain(text);
            let all = line.all();
            let place = |at: &Span<'_>| (at.start, at.end);
            let mut one_by_one: Vec<_> =
                phrases.iter().flat_map(|phrase| all.all(phrase)).map(|at| place(&at)).collect();
            one_by_one.sort_unstable();
            one_by_one.dedup();
            assert_eq!(phrases.every(all).map(|at| place(&at)).collect::<Vec<_>>(), one_by_one, "{text}");
        }
        let twice = line_of("Giám đốc Sở");
        assert_eq!(phrases.begun(twice.all()).map(|(number, _)| number).collect::<Vec<_>>(), [2, 6]);
        for (text, says) in [(" phó  giám ", true), ("Phó\tGiám", true), ("phó giám đ", false), ("Sở", false)]
        {
            assert_eq!(phrases.say(line_of(text).all()), says, "{text}");
        }
        assert!(phrases.contains("phó giám") && !phrases.contains("phó giá") && !phrases.contains(""));
    }
}
