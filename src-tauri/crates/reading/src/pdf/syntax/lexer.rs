//! From bytes to objects and operators (ISO 32000-1, 7.2 and 7.3). What is broken is skipped.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::object::{Dict, Object};

/// Arrays and dictionaries within each other beyond this are a trap.
const DEEPEST: usize = 48;
/// Objects in one object: the widths of a large font are some thousands.
const MOST_PARTS: usize = 300_000;

/// One thing read.
#[derive(Clone, Debug, PartialEq)]
pub enum Token<'a> {
    Object(Object),
    /// `obj`, `stream`, `BT`, `Tj` …
    Word(&'a [u8]),
}

/// Reads on from a place in the bytes.
#[derive(Clone, Debug)]
pub struct Lexer<'a> {
    data: &'a [u8],
    at: usize,
    /// Whether `1 0 R` is a reference: in the file, not in the content of a page.
    references: bool,
    parts: usize,
    /// How many parts there may be when the object being read ends.
    most: usize,
}

pub fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0C | 0)
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

impl<'a> Lexer<'a> {
    pub fn new(data: &'a [u8], at: usize) -> Self {
        Self { data, at, references: true, parts: 0, most: 0 }
    }

    /// For the content of a page, which has no references.
    pub fn of_content(data: &'a [u8]) -> Self {
        Self { data, at: 0, references: false, parts: 0, most: 0 }
    }

    pub fn at(&self) -> usize {
        self.at
    }

    pub fn jump(&mut self, at: usize) {
        self.at = at;
    }

    /// How many objects were read.
    pub fn parts(&self) -> usize {
        self.parts
    }

    fn peek(&self) -> Option<u8> {
        self.data.get(self.at).copied()
    }

    pub fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// The next object or word; none at the end.
    pub fn token(&mut self) -> Option<Token<'a>> {
        // Each top object may have its own share; the budget of the file counts them all.
        self.most = self.parts + MOST_PARTS;
        let token = self.token_within(DEEPEST);
        if self.parts > self.most {
            self.at = self.data.len();
            return None;
        }
        token
    }

    /// The next object, if one is next.
    pub fn object(&mut self) -> Option<Object> {
        match self.token()? {
            Token::Object(object) => Some(object),
            Token::Word(_) => None,
        }
    }

    /// Goes over the word if it is next.
    pub fn word(&mut self, word: &[u8]) -> bool {
        let start = self.at;
        let found = self.token() == Some(Token::Word(word));
        if !found {
            self.at = start;
        }
        found
    }

    fn token_within(&mut self, depth: usize) -> Option<Token<'a>> {
        loop {
            self.skip_space();
            let byte = self.peek()?;
            self.parts += 1;
            if self.parts > self.most {
                return None;
            }
            let object = match byte {
                b'/' => self.name(),
                b'(' => self.literal(),
                b'<' if self.data.get(self.at + 1) == Some(&b'<') => {
                    self.at += 2;
                    self.dict(depth)?
                }
                b'<' => self.hexadecimal(),
                b'[' => {
                    self.at += 1;
                    self.array(depth)?
                }
                b'+' | b'-' | b'.' | b'0'..=b'9' => match self.number() {
                    Some(number) => self.or_reference(number),
                    None => continue,
                },
                b'>' if self.data.get(self.at + 1) == Some(&b'>') => {
                    self.at += 2;
                    return Some(Token::Word(b">>"));
                }
                b']' => {
                    self.at += 1;
                    return Some(Token::Word(b"]"));
                }
                b')' | b'>' | b'{' | b'}' => {
                    self.at += 1;
                    continue;
                }
                _ => {
                    let start = self.at;
                    while self.peek().is_some_and(|byte| !is_space(byte) && !is_delimiter(byte)) {
                        self.at += 1;
                    }
                    let word = self.data.get(start..self.at)?;
                    match word {
                        b"null" => Object::Null,
                        b"true" => Object::Bool(true),
                        b"false" => Object::Bool(false),
                        _ => return Some(Token::Word(word)),
                    }
                }
            };
            return Some(Token::Object(object));
        }
    }

    fn name(&mut self) -> Object {
        self.at += 1;
        let mut name = Vec::new();
        while let Some(byte) = self.peek().filter(|byte| !is_space(*byte) && !is_delimiter(*byte)) {
            self.at += 1;
            let coded = (byte == b'#').then(|| self.data.get(self.at..self.at + 2)).flatten();
            let code = coded.and_then(|pair| Some(hex(pair[0])? * 16 + hex(pair[1])?));
            if code.is_some() {
                self.at += 2;
            }
            name.push(code.unwrap_or(byte));
        }
        Object::Name(name.into())
    }

    fn literal(&mut self) -> Object {
        self.at += 1;
        let mut text = Vec::new();
        let mut open = 0_usize;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => {
                    open += 1;
                    text.push(byte);
                }
                b')' if open == 0 => break,
                b')' => {
                    open -= 1;
                    text.push(byte);
                }
                b'\\' => self.escape(&mut text),
                b'\r' => {
                    if self.peek() == Some(b'\n') {
                        self.at += 1;
                    }
                    text.push(b'\n');
                }
                _ => text.push(byte),
            }
        }
        Object::String(text.into())
    }

    fn escape(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'\n' => {}
            b'\r' => {
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
            }
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit) = self.peek().filter(|byte| matches!(byte, b'0'..=b'7')) else { break };
                    code = code * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                text.push((code & 0xFF) as u8);
            }
            other => text.push(other),
        }
    }

    fn hexadecimal(&mut self) -> Object {
        self.at += 1;
        let mut text = Vec::new();
        let mut high: Option<u8> = None;
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            let Some(digit) = hex(byte) else { continue };
            match high.take() {
                Some(first) => text.push(first * 16 + digit),
                None => high = Some(digit),
            }
        }
        if let Some(first) = high {
            text.push(first * 16);
        }
        Object::String(text.into())
    }

    fn array(&mut self, depth: usize) -> Option<Object> {
        let depth = depth.checked_sub(1)?;
        let mut items = Vec::new();
        while let Some(token) = self.token_within(depth) {
            match token {
                Token::Object(object) => items.push(object),
                Token::Word(b"]") => break,
                // The object was never closed.
                Token::Word(b"endobj" | b"stream") => break,
                Token::Word(_) => {}
            }
        }
        Some(Object::Array(items.into()))
    }

    fn dict(&mut self, depth: usize) -> Option<Object> {
        let depth = depth.checked_sub(1)?;
        let mut entries = BTreeMap::new();
        loop {
            let start = self.at;
            let key = match self.token_within(depth) {
                Some(Token::Object(Object::Name(key))) => key,
                Some(Token::Word(b">>")) | None => break,
                Some(Token::Word(b"endobj" | b"stream")) => {
                    self.at = start;
                    break;
                }
                Some(_) => continue,
            };
            let before = self.at;
            match self.token_within(depth) {
                Some(Token::Object(value)) => {
                    entries.insert(Box::from(&*key), value);
                }
                Some(Token::Word(b">>")) | None => break,
                Some(Token::Word(b"endobj" | b"stream")) => {
                    self.at = before;
                    break;
                }
                Some(Token::Word(_)) => {}
            }
        }
        Some(Object::Dict(Rc::new(Dict(entries))))
    }

    /// A number; what begins like one and is none is passed over.
    fn number(&mut self) -> Option<f64> {
        let start = self.at;
        let mut sign = 1.0;
        while let Some(byte) = self.peek().filter(|byte| matches!(byte, b'+' | b'-')) {
            if byte == b'-' {
                sign = -1.0;
            }
            self.at += 1;
        }
        let (mut value, mut scale, mut digits) = (0.0_f64, 0.0_f64, 0);
        while let Some(byte) = self.peek() {
            match byte {
                b'0'..=b'9' => {
                    let digit = f64::from(byte - b'0');
                    digits += 1;
                    if scale == 0.0 {
                        value = value * 10.0 + digit;
                    } else {
                        value += digit * scale;
                        scale /= 10.0;
                    }
                }
                b'.' if scale == 0.0 => scale = 0.1,
                // "12-34" of some old writers: the rest says nothing.
                b'-' | b'.' => {}
                _ => break,
            }
            self.at += 1;
        }
        if digits == 0 && self.at == start {
            self.at += 1;
        }
        (digits > 0 || scale > 0.0).then_some(sign * value)
    }

    /// `12 0 R`, if that is what the number begins.
    fn or_reference(&mut self, number: f64) -> Object {
        let plain = Object::Number(number);
        if !self.references || number < 0.0 || number.fract() != 0.0 || number > f64::from(u32::MAX) {
            return plain;
        }
        let mut at = self.at;
        let skip = |at: &mut usize| {
            let start = *at;
            while self.data.get(*at).is_some_and(|byte| is_space(*byte)) && *at - start < 16 {
                *at += 1;
            }
            *at > start
        };
        if !skip(&mut at) {
            return plain;
        }
        let digits = self.data.get(at..).unwrap_or_default().iter().take(6).take_while(|b| b.is_ascii_digit()).count();
        at += digits;
        if digits == 0 || !skip(&mut at) || self.data.get(at) != Some(&b'R') {
            return plain;
        }
        let ends = self.data.get(at + 1).is_none_or(|byte| is_space(*byte) || is_delimiter(*byte));
        if !ends {
            return plain;
        }
        self.at = at + 1;
        Object::Ref(number as u32)
    }
}

pub fn hex(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;

    fn all(data: &[u8]) -> Vec<Token<'_>> {
        let mut lexer = Lexer::new(data, 0);
        std::iter::from_fn(|| lexer.token()).collect()
    }

    #[test]
    fn every_kind_of_object_is_read() {
        let Some(Object::Dict(dict)) =
            Lexer::new(b"<</A#42 (x\\(\\051\\\n)/N -.5/R 12 0 R/L[1 0 2]/H<4142 4>/T true>>", 0).object()
        else {
            panic!("a dictionary")
        };
        assert_eq!(dict.raw("AB").string(), Some(&b"x()"[..]));
        assert_eq!(dict.raw("N").number(), Some(-0.5));
        assert_eq!(dict.raw("R").reference(), Some(12));
        assert_eq!(dict.raw("L").array().len(), 3);
        assert_eq!(dict.raw("H").string(), Some(&b"AB@"[..]));
        assert_eq!(*dict.raw("T"), Object::Bool(true));
    }

    #[test]
    fn content_has_no_references() {
        let mut lexer = Lexer::of_content(b"1 0 R");
        assert_eq!(lexer.token(), Some(Token::Object(Object::Number(1.0))));
        assert_eq!(lexer.token(), Some(Token::Object(Object::Number(0.0))));
        assert_eq!(lexer.token(), Some(Token::Word(b"R")));
    }

    #[test]
    fn nesting_ends_and_nothing_hangs() {
        // What is nested too deep is cut into pieces of the depth that is allowed.
        assert!(all(&b"[".repeat(100_000)).len() <= 100_000 / DEEPEST + 1);
        assert!(all(&b"<</A".repeat(100_000)).len() <= 100_000 / DEEPEST + 1);
        assert!(Lexer::new(&b"0 ".repeat(400_000), 0).token().is_some());
        let long = [&b"["[..], &b"0 ".repeat(2_000_000)].concat();
        assert_eq!(Lexer::new(&long, 0).token(), None);
        for broken in [&b"<"[..], b"(", b"/", b"<<", b"[", b"-", b"\\", b"(\\", b"<</A", b"#", b"/#", b"/#4", b")>"] {
            all(broken);
        }
    }
}
