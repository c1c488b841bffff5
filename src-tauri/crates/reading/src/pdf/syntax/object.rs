//! The objects that a PDF is made of (ISO 32000-1, 7.3).

use std::collections::BTreeMap;
use std::rc::Rc;

/// The number of an object of the file. Generations are not kept: the newest is the one that counts.
pub type Id = u32;

/// An object. Copies share what they hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Object {
    Null,
    Bool(bool),
    Number(f64),
    Name(Rc<[u8]>),
    String(Rc<[u8]>),
    Array(Rc<[Object]>),
    Dict(Rc<Dict>),
    Stream(Rc<Stream>),
    Ref(Id),
}

/// Names and what they stand for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dict(pub BTreeMap<Box<[u8]>, Object>);

/// A stream: where its bytes are, still coded.
#[derive(Clone, Debug, PartialEq)]
pub struct Stream {
    pub dict: Rc<Dict>,
    /// Its bytes in the file.
    pub start: usize,
    pub end: usize,
    /// The object that it is, by whose number it may be encrypted.
    pub id: Id,
    pub generation: u16,
}

impl Dict {
    /// The value as written, a reference unresolved.
    pub fn raw(&self, key: &str) -> &Object {
        self.0.get(key.as_bytes()).unwrap_or(&Object::Null)
    }
}

impl Object {
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) if number.is_finite() => Some(*number),
            _ => None,
        }
    }

    pub fn integer(&self) -> Option<i64> {
        self.number().filter(|number| number.abs() < 9.0e15).map(|number| number as i64)
    }

    /// A count, an offset, a code: never below zero.
    pub fn count(&self) -> Option<usize> {
        self.integer().and_then(|number| usize::try_from(number).ok())
    }

    pub fn name(&self) -> Option<&[u8]> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }

    pub fn is_name(&self, name: &str) -> bool {
        self.name() == Some(name.as_bytes())
    }

    pub fn string(&self) -> Option<&[u8]> {
        match self {
            Self::String(string) => Some(string),
            _ => None,
        }
    }

    pub fn array(&self) -> &[Object] {
        match self {
            Self::Array(items) => items,
            _ => &[],
        }
    }

    /// The dictionary, also that of a stream.
    pub fn dict(&self) -> Option<&Rc<Dict>> {
        match self {
            Self::Dict(dict) => Some(dict),
            Self::Stream(stream) => Some(&stream.dict),
            _ => None,
        }
    }

    pub fn stream(&self) -> Option<&Rc<Stream>> {
        match self {
            Self::Stream(stream) => Some(stream),
            _ => None,
        }
    }

    pub fn reference(&self) -> Option<Id> {
        match self {
            Self::Ref(id) => Some(*id),
            _ => None,
        }
    }
}
