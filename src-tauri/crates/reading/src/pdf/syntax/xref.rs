//! Where the objects of a file stand: its tables and streams of cross-references, or, where these are broken,
//! what a search through all of it finds.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::file::File;
use super::lexer::{Lexer, Token};
use super::object::{Dict, Id, Object, Stream};
use crate::pdf::budget::Spent;

/// Updates of a file, each with its own table.
const MOST_TABLES: usize = 256;
/// Entries of all tables.
const MOST_ENTRIES: usize = 1_000_000;

/// Where an object stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// At this byte of the file.
    At(usize),
    /// In the stream with this number, in this place there.
    In(Id, usize),
}

/// What the tables say.
#[derive(Debug, Default)]
pub struct Table {
    pub places: HashMap<Id, Place>,
    pub trailer: Dict,
    entries: usize,
}

impl Table {
    fn add(&mut self, id: Id, place: Option<Place>, gone: &mut HashSet<Id>) -> Result<(), Spent> {
        self.entries += 1;
        if self.entries > MOST_ENTRIES {
            return Err(Spent);
        }
        match place {
            // The newest table comes first, and what it says holds.
            Some(place) if !gone.contains(&id) => {
                self.places.entry(id).or_insert(place);
            }
            None if !self.places.contains_key(&id) => {
                gone.insert(id);
            }
            _ => {}
        }
        Ok(())
    }

    fn learn(&mut self, trailer: &Dict) {
        for (key, value) in &trailer.0 {
            self.trailer.0.entry(key.clone()).or_insert_with(|| value.clone());
        }
    }
}

/// Reads the tables that the end of the file points to.
pub fn read(file: &File<'_>) -> Result<Table, Spent> {
    let data = file.data();
    let mut table = Table::default();
    let mut gone = HashSet::new();
    let tail = data.len().saturating_sub(2048);
    let Some(found) = data[tail..].windows(9).rposition(|window| window == b"startxref") else { return Ok(table) };
    let start = Lexer::new(data, tail + found + 9).object().and_then(|at| at.count());
    let mut waiting: Vec<usize> = start.into_iter().collect();
    let mut seen = HashSet::new();
    while let Some(at) = waiting.pop() {
        if !seen.insert(at) || seen.len() > MOST_TABLES || at >= data.len() {
            continue;
        }
        let mut lexer = Lexer::new(data, at);
        let trailer = if lexer.word(b"xref") {
            let trailer = sections(&mut lexer, &mut table, &mut gone)?;
            file.budget().search(lexer.at().saturating_sub(at))?;
            trailer
        } else {
            stream(file, at, &mut table, &mut gone)?
        };
        let Some(trailer) = trailer else { continue };
        table.learn(&trailer);
        // The stream beside a table is newer than what came before both.
        waiting.extend(trailer.raw("Prev").count());
        waiting.extend(trailer.raw("XRefStm").count());
    }
    Ok(table)
}

fn sections(lexer: &mut Lexer<'_>, table: &mut Table, gone: &mut HashSet<Id>) -> Result<Option<Rc<Dict>>, Spent> {
    loop {
        let first = match lexer.token() {
            Some(Token::Object(Object::Number(first))) if first >= 0.0 => first as usize,
            Some(Token::Word(b"trailer")) => return Ok(lexer.object().and_then(|object| object.dict().cloned())),
            _ => return Ok(None),
        };
        let Some(count) = lexer.object().and_then(|count| count.count()) else { return Ok(None) };
        for id in first..first.saturating_add(count) {
            let start = lexer.at();
            let (Some(at), Some(_)) = (lexer.object().and_then(|at| at.count()), lexer.object()) else {
                lexer.jump(start);
                break;
            };
            let place = match lexer.token() {
                Some(Token::Word(b"n")) => Some(Place::At(at)),
                Some(Token::Word(b"f")) => None,
                _ => {
                    lexer.jump(start);
                    break;
                }
            };
            table.add(Id::try_from(id).unwrap_or(Id::MAX), place, gone)?;
        }
    }
}

fn stream(file: &File<'_>, at: usize, table: &mut Table, gone: &mut HashSet<Id>) -> Result<Option<Rc<Dict>>, Spent> {
    let Some((_, Object::Stream(stream))) = file.object_at(at)? else { return Ok(None) };
    if !stream.dict.raw("Type").is_name("XRef") {
        return Ok(None);
    }
    let data = file.decoded_plain(&stream)?;
    let widths: Vec<usize> =
        stream.dict.raw("W").array().iter().filter_map(|w| w.count().filter(|w| *w <= 8)).collect();
    let [kind, second, third] = widths[..] else { return Ok(None) };
    let row = kind + second + third;
    if row == 0 {
        return Ok(None);
    }
    let mut ranges: Vec<usize> = stream.dict.raw("Index").array().iter().filter_map(Object::count).collect();
    if ranges.is_empty() {
        ranges = vec![0, stream.dict.raw("Size").count().unwrap_or(0)];
    }
    let mut rows = data.chunks_exact(row);
    for range in ranges.chunks_exact(2) {
        for id in range[0]..range[0].saturating_add(range[1]) {
            let Some(entry) = rows.next() else { break };
            let number = |bytes: &[u8]| bytes.iter().fold(0_usize, |sum, byte| (sum << 8) | usize::from(*byte));
            let (a, b) = (number(&entry[kind..kind + second]), number(&entry[kind + second..]));
            let place = match if kind == 0 { 1 } else { number(&entry[..kind]) } {
                1 => Some(Place::At(a)),
                2 => Some(Place::In(Id::try_from(a).unwrap_or(Id::MAX), b)),
                _ => None,
            };
            table.add(Id::try_from(id).unwrap_or(Id::MAX), place, gone)?;
        }
    }
    Ok(Some(stream.dict.clone()))
}

/// Searches the whole file for what looks like an object. The last of a number is the newest.
pub fn search(file: &File<'_>) -> Result<Table, Spent> {
    let data = file.data();
    let mut table = Table::default();
    let mut streams: Vec<Rc<Stream>> = Vec::new();
    let mut at = 0;
    while let Some(found) = find(&data[at..], b"obj") {
        let word = at + found;
        at = word + 3;
        let Some((id, start)) = number_before(data, word) else { continue };
        table.entries += 1;
        if table.entries > MOST_ENTRIES {
            return Err(Spent);
        }
        table.places.insert(id, Place::At(start));
    }
    let mut places: Vec<(Id, Place)> = table.places.iter().map(|(id, place)| (*id, *place)).collect();
    places.sort_unstable_by_key(|(id, _)| *id);
    for (id, place) in places {
        let Place::At(start) = place else { continue };
        let Some((_, object)) = file.object_at(start)? else { continue };
        let Some(dict) = object.dict() else { continue };
        let kind = dict.raw("Type");
        if kind.is_name("Catalog") {
            table.trailer.0.insert(Box::from(&b"Root"[..]), Object::Ref(id));
        } else if kind.is_name("XRef") {
            let kept = dict.0.iter().filter(|(key, _)| matches!(&***key, b"Encrypt" | b"ID"));
            table.learn(&Dict(kept.map(|(key, value)| (key.clone(), value.clone())).collect()));
        } else if let Object::Stream(stream) = &object
            && kind.is_name("ObjStm")
        {
            streams.push(stream.clone());
        }
    }
    for stream in streams {
        for (index, id) in file.numbers_in(&stream)?.into_iter().enumerate() {
            table.places.entry(id).or_insert(Place::In(stream.id, index));
            table.entries += 1;
            if table.entries > MOST_ENTRIES {
                return Err(Spent);
            }
        }
    }
    let mut at = 0;
    while let Some(found) = find(&data[at..], b"trailer") {
        at += found + 7;
        let mut lexer = Lexer::new(data, at);
        let trailer = lexer.object();
        file.budget().objects(lexer.parts())?;
        file.budget().search(lexer.at() - at)?;
        if let Some(Object::Dict(trailer)) = trailer {
            // The last one is the newest.
            for (key, value) in &trailer.0 {
                table.trailer.0.insert(key.clone(), value.clone());
            }
        }
    }
    Ok(table)
}

/// The number in `12 0 obj`, and where it begins.
fn number_before(data: &[u8], word: usize) -> Option<(Id, usize)> {
    let back = |mut at: usize, fits: fn(u8) -> bool| {
        let end = at;
        while at > 0 && end - at < 20 && fits(data[at - 1]) {
            at -= 1;
        }
        at
    };
    let digit = |byte: u8| byte.is_ascii_digit();
    let space = super::lexer::is_space;
    let generation_end = back(word, space);
    let generation = back(generation_end, digit);
    let id_end = back(generation, space);
    let start = back(id_end, digit);
    if generation == generation_end || id_end == generation || start == id_end {
        return None;
    }
    let id = std::str::from_utf8(&data[start..id_end]).ok()?.parse().ok()?;
    Some((id, start))
}

/// The first place of the word in the bytes.
pub fn find(data: &[u8], word: &[u8]) -> Option<usize> {
    let first = *word.first()?;
    let mut at = 0;
    loop {
        at += data.get(at..)?.iter().position(|byte| *byte == first)?;
        if data[at..].starts_with(word) {
            return Some(at);
        }
        at += 1;
    }
}
