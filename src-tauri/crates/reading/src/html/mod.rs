//! Web pages, saved or pasted: paragraphs and tables as the browser shows them, without what portals put around.
//!
//! Our own walk, without recursion: a page may be nested as deep as it likes. Nothing is run, and nothing outside
//! the page is looked at.

mod entity;
mod layout;
mod look;
mod table;
mod token;

use std::collections::HashMap;

use crate::encoding;
use crate::reading::{Block, Cell, Part, Warning};
use crate::unreadable::Unreadable;
use crate::xlsx::Budget;
use look::Look;
use table::{Begun, Table};
use token::{Tag, Token, Tokens};

/// Pages beyond this size are no decisions.
const MOST_BYTES: usize = 24 * 1024 * 1024;

/// Nor are those of more tags and pieces of text.
const MOST_TOKENS: usize = 1_000_000;

/// No page that somebody wrote is nested so deep.
const MOST_DEPTH: usize = 4_000;

/// The blocks of a page.
pub fn blocks(bytes: &[u8]) -> Result<(Vec<Block>, Vec<Warning>), Unreadable> {
    if bytes.len() > MOST_BYTES {
        return Err(Unreadable::TooLarge { bytes: bytes.len() as u64 });
    }
    let decoded = encoding::decode(bytes)?;
    let mut walk = Walk::new();
    for (n, token) in Tokens::new(&decoded.text).enumerate() {
        if n > MOST_TOKENS {
            return Err(Unreadable::TooLarge { bytes: bytes.len() as u64 });
        }
        match token {
            Token::Text(text) => walk.text(text),
            Token::Open(tag) => walk.open(&tag)?,
            Token::Close(name) => walk.close(&name)?,
        }
    }
    walk.finish()?;
    let mut blocks = walk.blocks;
    layout::free(&mut blocks, &walk.outer);
    let mended = layout::mend(&mut blocks);
    Ok((blocks, decoded.warning.or(mended).into_iter().collect()))
}

/// An element that is open.
struct Element {
    name: String,
    look: Look,
    hidden: bool,
    /// The cell that it is, with the first block in it.
    cell: Option<(Begun, usize)>,
    /// The number of the next item, in a list.
    item: Option<u32>,
    article: bool,
}

struct Walk {
    open: Vec<Element>,
    /// How many elements of each name are open: a closing tag without one is passed over at once.
    names: HashMap<String, usize>,
    tables: Vec<Table>,
    numbers: u32,
    blocks: Vec<Block>,
    /// Tables that hold tables.
    outer: Vec<u32>,
    budget: Budget,
    text: String,
    /// Letters of the open paragraph: all, bold, italic, within links.
    letters: [usize; 4],
    look: Look,
}

impl Walk {
    fn new() -> Self {
        Self {
            open: Vec::new(),
            names: HashMap::new(),
            tables: Vec::new(),
            numbers: 0,
            blocks: Vec::new(),
            outer: Vec::new(),
            budget: Budget::new(),
            text: String::new(),
            letters: [0; 4],
            look: Look::default(),
        }
    }

    fn now(&self) -> Look {
        self.open.last().map(|element| element.look).unwrap_or_default()
    }

    fn text(&mut self, raw: &str) {
        if self.open.last().is_some_and(|element| element.hidden) {
            return;
        }
        let look = self.now();
        let mut text = String::new();
        entity::resolve(raw, &mut text);
        if self.letters[0] == 0 {
            self.look.align = look.align;
        }
        for c in text.chars() {
            match c {
                '\r' => {}
                '\n' if look.kept => self.text.push('\n'),
                ' ' | '\n' | '\t' | '\u{c}' if !look.kept => {
                    if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                        self.text.push(' ');
                    }
                }
                '\u{200b}' | '\u{feff}' | '\u{200c}' | '\u{200d}' => {}
                c if c.is_control() && c != '\t' && c != '\n' => {}
                c => {
                    if !c.is_whitespace() {
                        let counted = [true, look.bold, look.italic, look.link];
                        for (count, yes) in self.letters.iter_mut().zip(counted) {
                            *count += usize::from(yes);
                        }
                    }
                    self.text.push(c);
                }
            }
        }
    }

    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Unreadable> {
        let hidden = self.open.last().is_some_and(|element| element.hidden);
        if tag.name == "br" && !hidden {
            return self.line_break();
        }
        if look::is_void(&tag.name) {
            return if tag.name == "hr" { self.flush() } else { Ok(()) };
        }
        if look::is_block(&tag.name) {
            self.implied_ends(&tag.name)?;
            self.flush()?;
        }
        let within = self.open.last();
        let article = within.is_some_and(|element| element.article) || matches!(tag.name.as_str(), "article" | "main");
        let hidden = within.is_some_and(|element| element.hidden) || look::is_left_out(tag, article);
        let mut element =
            Element { name: tag.name.clone(), look: self.now().within(tag), hidden, cell: None, item: None, article };
        if !hidden {
            match tag.name.as_str() {
                "table" => {
                    self.outer.extend(self.tables.last().map(|table| table.number));
                    self.tables.push(Table::new(self.numbers));
                    self.numbers += 1;
                }
                "tr" => {
                    if let Some(table) = self.tables.last_mut() {
                        table.begin_row();
                    }
                }
                "td" | "th" => element.cell = self.begin_cell(tag)?,
                "ol" => element.item = Some(tag.get("start").and_then(|text| text.trim().parse().ok()).unwrap_or(1)),
                "li" => self.item(),
                _ => {}
            }
        }
        if self.open.len() >= MOST_DEPTH {
            return Err(Unreadable::damaged("page", "nested too deep"));
        }
        *self.names.entry(element.name.clone()).or_default() += 1;
        self.open.push(element);
        Ok(())
    }

    /// The number or the dash of an item.
    fn item(&mut self) {
        let list = self.open.iter_mut().rev().take(8).find(|element| matches!(element.name.as_str(), "ol" | "ul"));
        match list.map(|list| list.item.as_mut()) {
            Some(Some(number)) => {
                self.text = format!("{number}. ");
                *number = number.saturating_add(1);
            }
            _ => self.text = "- ".to_owned(),
        }
    }

    fn begin_cell(&mut self, tag: &Tag<'_>) -> Result<Option<(Begun, usize)>, Unreadable> {
        let Some(table) = self.tables.last_mut() else { return Ok(None) };
        let (begun, above) = table.begin_cell(tag);
        self.repeat(above)?;
        Ok(Some((begun, self.blocks.len())))
    }

    fn repeat(&mut self, above: Vec<(u32, String)>) -> Result<(), Unreadable> {
        let Some((table, row)) = self.tables.last().map(|table| (table.number, table.row)) else { return Ok(()) };
        for (column, words) in above.into_iter().filter(|(_, words)| !words.is_empty()) {
            self.push(words, Some(Cell { table, row, column }), Look::default())?;
        }
        Ok(())
    }

    /// Two breaks in a row end the paragraph.
    fn line_break(&mut self) -> Result<(), Unreadable> {
        let spaces = self.text.len() - self.text.trim_end_matches(' ').len();
        self.text.truncate(self.text.len() - spaces);
        if self.text.ends_with('\n') {
            return self.flush();
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        Ok(())
    }

    /// Ends what HTML ends by itself: a paragraph before the next, a cell before the next.
    fn implied_ends(&mut self, name: &str) -> Result<(), Unreadable> {
        let ends: &[&str] = match name {
            "li" => &["li", "p"],
            "dt" | "dd" => &["dt", "dd", "p"],
            "td" | "th" => &["td", "th", "p", "li", "ul", "ol", "div"],
            "tr" | "tbody" | "thead" => &["td", "th", "tr", "p", "li", "ul", "ol", "div"],
            _ => &["p"],
        };
        loop {
            // Up to the table or list that holds the new one; tags of fonts in between do not matter.
            let wall = |element: &Element| match name {
                "li" => matches!(element.name.as_str(), "ul" | "ol" | "table" | "td"),
                "td" | "th" | "tr" | "tbody" | "thead" => element.name == "table",
                _ => look::is_block(&element.name) && element.name != "p",
            };
            let inner = self.open.iter().rev().take(64).take_while(|element| !wall(element));
            let last = inner.filter(|element| ends.contains(&element.name.as_str())).last();
            let Some(name) = last.map(|element| element.name.clone()) else { return Ok(()) };
            self.close(&name)?;
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Unreadable> {
        if name == "p" && !self.names.contains_key("p") {
            return self.flush();
        }
        if self.names.get(name).is_none_or(|count| *count == 0) {
            return Ok(());
        }
        // A closing tag of a font does not close the cell around it.
        let inline = !look::is_block(name);
        let at = self.open.iter().rposition(|element| element.name == name);
        let Some(at) = at else { return Ok(()) };
        if inline && self.open[at..].iter().any(|element| look::is_block(&element.name)) {
            if let Some(element) = self.open.get_mut(at) {
                element.name = String::new();
                self.forget(name);
            }
            return Ok(());
        }
        while self.open.len() > at {
            self.end()?;
        }
        Ok(())
    }

    fn forget(&mut self, name: &str) {
        if let Some(count) = self.names.get_mut(name) {
            *count = count.saturating_sub(1);
        }
    }

    /// Ends the innermost element.
    fn end(&mut self) -> Result<(), Unreadable> {
        let block = self.open.last().is_some_and(|element| look::is_block(&element.name));
        if block {
            self.flush()?;
        }
        let Some(element) = self.open.pop() else { return Ok(()) };
        self.forget(&element.name);
        if element.hidden {
            return Ok(());
        }
        match element.name.as_str() {
            "td" | "th" => {
                if let (Some((begun, first)), Some(table)) = (element.cell, self.tables.last_mut())
                    && begun.rows > 1
                {
                    let inside = self.blocks.get(first..).unwrap_or_default();
                    let words: Vec<&str> = inside.iter().map(|block| block.text.as_str()).collect();
                    table.end_cell(begun, words.join("\n"));
                }
            }
            "tr" => {
                let above = self.tables.last_mut().map(Table::end_row).unwrap_or_default();
                self.repeat(above)?;
            }
            "table" => {
                self.tables.pop();
            }
            _ => {}
        }
        Ok(())
    }

    /// Ends the open paragraph.
    fn flush(&mut self) -> Result<(), Unreadable> {
        let text = std::mem::take(&mut self.text);
        let [all, bold, italic, link] = std::mem::take(&mut self.letters);
        let words = text.trim();
        let bare = words.is_empty() || (all == 0 && words != "\"");
        // What is a link and nothing else, as an item of a list or by its words, leads away from the paper.
        // The number and the dash of an item are none of its letters.
        let numbered = words.split_once(". ").is_some_and(|(number, _)| number.parse::<u32>().is_ok());
        let item = numbered || words.starts_with("- ");
        let leads_away = all > 0 && link == all && (item || layout::is_button(words));
        if bare || leads_away {
            return Ok(());
        }
        let look = Look { bold: all > 0 && bold == all, italic: all > 0 && italic == all, ..self.look };
        let cell = self.tables.last().and_then(|table| {
            let element = self.open.iter().rev().take(64).find_map(|element| element.cell)?;
            Some(Cell { table: table.number, row: table.row, column: element.0.column })
        });
        self.push(words.to_owned(), cell, look)
    }

    fn push(&mut self, text: String, cell: Option<Cell>, look: Look) -> Result<(), Unreadable> {
        self.budget.take(&text)?;
        self.blocks.push(Block {
            file: 0,
            id: u32::try_from(self.blocks.len()).unwrap_or(u32::MAX),
            part: if cell.is_some() { Part::Table } else { Part::Body },
            text: unicode_normalization::UnicodeNormalization::nfc(text.as_str()).collect(),
            bold: look.bold,
            italic: look.italic,
            align: look.align,
            cell,
        });
        Ok(())
    }

    fn finish(&mut self) -> Result<(), Unreadable> {
        while !self.open.is_empty() {
            self.end()?;
        }
        self.flush()
    }
}
