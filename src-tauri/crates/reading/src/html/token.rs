//! The tags and the text of a page. Whatever stands there is read as something: a page is never damaged by its
//! syntax, and nothing is kept open in here.

/// A piece of a page.
#[derive(Debug, PartialEq, Eq)]
pub enum Token<'a> {
    Text(&'a str),
    Open(Tag<'a>),
    Close(String),
}

/// An opening tag.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tag<'a> {
    /// In lower case.
    pub name: String,
    attributes: Vec<(String, &'a str)>,
}

impl<'a> Tag<'a> {
    /// The raw value of an attribute.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| *value)
    }
}

/// Elements whose content is no markup: it ends with their own closing tag only.
const RAW: [&str; 8] = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];
/// A tag has so many attributes at most.
const MOST_ATTRIBUTES: usize = 60;

/// Walks through a page.
pub struct Tokens<'a> {
    rest: &'a str,
    raw: Option<String>,
}

impl<'a> Tokens<'a> {
    pub fn new(page: &'a str) -> Self {
        Self { rest: page, raw: None }
    }

    fn take(&mut self, end: usize) -> &'a str {
        let (piece, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        piece
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            if let Some(name) = self.raw.take() {
                // What a script says is not said by the page.
                let end = closing(self.rest, &name).unwrap_or(self.rest.len());
                self.take(end);
                continue;
            }
            let Some(start) = self.rest.find('<') else { return Some(Token::Text(self.take(self.rest.len()))) };
            if start > 0 {
                return Some(Token::Text(self.take(start)));
            }
            let after = self.rest.get(1..).unwrap_or_default();
            if after.starts_with("!--") {
                let end = self.rest.get(4..).and_then(|rest| rest.find("-->")).map_or(self.rest.len(), |end| end + 7);
                self.take(end);
            } else if after.starts_with(['!', '?']) {
                let end = self.rest.find('>').map_or(self.rest.len(), |end| end + 1);
                self.take(end);
            } else if let Some(name) =
                after.strip_prefix('/').filter(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))
            {
                let name = name_of(name);
                let end = self.rest.find('>').map_or(self.rest.len(), |end| end + 1);
                self.take(end);
                return Some(Token::Close(name));
            } else if after.starts_with(|c: char| c.is_ascii_alphabetic()) {
                self.take(1);
                let tag = self.tag();
                if RAW.contains(&tag.name.as_str()) {
                    self.raw = Some(tag.name.clone());
                }
                return Some(Token::Open(tag));
            } else {
                // A lone sign: "<" before a number.
                return Some(Token::Text(self.take(1)));
            }
        }
    }
}

impl<'a> Tokens<'a> {
    /// The rest of a tag behind its "<".
    fn tag(&mut self) -> Tag<'a> {
        let mut tag = Tag { name: name_of(self.rest), attributes: Vec::new() };
        self.take(self.rest.find(ends_name).unwrap_or(self.rest.len()));
        loop {
            self.rest = self.rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            if self.rest.is_empty() {
                return tag;
            }
            if self.rest.starts_with('>') {
                self.take(1);
                return tag;
            }
            let end = self
                .rest
                .char_indices()
                .skip(1)
                .find(|(_, c)| ends_name(*c) || *c == '=')
                .map_or(self.rest.len(), |(end, _)| end);
            let name = self.take(end).to_ascii_lowercase();
            self.rest = self.rest.trim_start();
            let value = if self.rest.starts_with('=') {
                self.take(1);
                self.rest = self.rest.trim_start();
                self.value()
            } else {
                ""
            };
            if tag.attributes.len() < MOST_ATTRIBUTES {
                tag.attributes.push((name, value));
            }
        }
    }

    fn value(&mut self) -> &'a str {
        match self.rest.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                self.take(1);
                let value = self.take(self.rest.find(quote).unwrap_or(self.rest.len()));
                self.take(1);
                value
            }
            _ => self.take(self.rest.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(self.rest.len())),
        }
    }
}

fn ends_name(c: char) -> bool {
    c.is_whitespace() || matches!(c, '/' | '>')
}

fn name_of(text: &str) -> String {
    text.split(ends_name).next().unwrap_or_default().to_ascii_lowercase()
}

/// Where the closing tag of a raw element begins.
fn closing(text: &str, name: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + text.get(from..)?.find("</")?;
        let after = text.get(at + 2..)?;
        if after.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)) {
            return Some(at);
        }
        from = at + 2;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn broken_markup_is_read_as_what_it_most_likely_is() {
        let said = |page: &str| -> String {
            let piece = |token: Token<'_>| match token {
                Token::Text(text) => text.to_owned(),
                Token::Open(tag) => format!("[{}]", tag.name),
                Token::Close(name) => format!("[/{name}]"),
            };
            Tokens::new(page).map(piece).collect()
        };
        assert_eq!(said("<!DOCTYPE html><P Class=a>x<!-- <b> -->y</P >z"), "[p]xy[/p]z");
        assert_eq!(said("<script>if (a</b) { '<p>' }</script>x"), "[script][/script]x");
        assert_eq!(said("a < 5 <b"), "a < 5 [b]");
        assert_eq!(said("<td title='a>b' colspan=2 hidden>x"), "[td]x");
        assert_eq!(said("<!-- never closed <p>x"), "");
        assert_eq!(said("<p ạ=\"ẹ"), "[p]");
        let Some(Token::Open(tag)) = Tokens::new("<td COLSPAN = \"2\" rowspan=3/>").next() else { return };
        assert_eq!((tag.get("colspan"), tag.get("rowspan")), (Some("2"), Some("3/")));
    }
}
