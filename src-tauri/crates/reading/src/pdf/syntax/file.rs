//! A file and its objects, read when they are asked for.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::crypt::Crypt;
use super::filter::{self, Parameters};
use super::lexer::{Lexer, Token};
use super::object::{Dict, Id, Object, Stream};
use super::xref::{self, Place, Table, find};
use crate::pdf::budget::{Budget, Spent};

/// References to references.
const MOST_STEPS: usize = 16;
/// Filters on one stream.
const MOST_FILTERS: usize = 6;

/// Why there is no file to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// No catalogue of pages was found.
    NoCatalog,
    /// It opens with a password only.
    Locked,
    Spent,
}

impl From<Spent> for Broken {
    fn from(_: Spent) -> Self {
        Self::Spent
    }
}

/// An object stream, unpacked.
#[derive(Debug)]
struct Packed {
    data: Vec<u8>,
    /// Numbers and where they begin.
    index: Vec<(Id, usize)>,
}

/// The bytes of a file, and what is known of them.
#[derive(Debug)]
pub struct File<'a> {
    data: &'a [u8],
    table: RefCell<Table>,
    read: RefCell<HashMap<Id, Object>>,
    packed: RefCell<HashMap<Id, Rc<Packed>>>,
    /// Objects being read: one that needs itself is none.
    busy: RefCell<HashSet<Id>>,
    searched: Cell<bool>,
    crypt: Option<Crypt>,
    budget: Budget,
}

impl<'a> File<'a> {
    /// Finds the objects of the file.
    pub fn open(data: &'a [u8]) -> Result<Self, Broken> {
        let mut file = Self {
            data,
            table: RefCell::default(),
            read: RefCell::default(),
            packed: RefCell::default(),
            busy: RefCell::default(),
            searched: Cell::new(false),
            crypt: None,
            budget: Budget::default(),
        };
        let table = xref::read(&file)?;
        file.table = RefCell::new(table);
        file.decrypt()?;
        if file.catalog()?.is_none() {
            file.repair()?;
            file.decrypt()?;
        }
        if file.catalog()?.is_none() { Err(Broken::NoCatalog) } else { Ok(file) }
    }

    fn decrypt(&mut self) -> Result<(), Broken> {
        self.crypt = None;
        let trailer = self.table.borrow().trailer.clone();
        let encryption = self.resolve(trailer.raw("Encrypt"))?;
        if let Some(dict) = encryption.dict() {
            let id = self.resolve(trailer.raw("ID"))?;
            let id = match id.array().first() {
                Some(first) => self.resolve(first)?.string().map(<[u8]>::to_vec).unwrap_or_default(),
                None => Vec::new(),
            };
            let dict = self.shallow(dict)?;
            self.crypt = Some(Crypt::open(&dict, &id, trailer.raw("Encrypt").reference()).ok_or(Broken::Locked)?);
            self.read.borrow_mut().clear();
        }
        Ok(())
    }

    /// The dictionary with the references in it, and in its dictionaries, resolved.
    fn shallow(&self, dict: &Dict) -> Result<Dict, Spent> {
        let mut whole = Dict::default();
        for (key, value) in &dict.0 {
            whole.0.insert(key.clone(), self.resolve(value)?);
        }
        Ok(whole)
    }

    /// Searches the file for objects, once.
    pub fn repair(&self) -> Result<bool, Spent> {
        if self.searched.replace(true) {
            return Ok(false);
        }
        let found = xref::search(self)?;
        let mut table = self.table.borrow_mut();
        let known = std::mem::take(&mut table.trailer);
        *table = found;
        for (key, value) in known.0 {
            table.trailer.0.entry(key).or_insert(value);
        }
        drop(table);
        self.read.borrow_mut().clear();
        self.packed.borrow_mut().clear();
        Ok(true)
    }

    pub fn data(&self) -> &'a [u8] {
        self.data
    }

    pub fn budget(&self) -> &Budget {
        &self.budget
    }

    /// The catalogue, if it names its pages.
    pub fn catalog(&self) -> Result<Option<Rc<Dict>>, Spent> {
        let root = self.table.borrow().trailer.raw("Root").clone();
        let root = self.resolve(&root)?;
        let Some(dict) = root.dict() else { return Ok(None) };
        Ok(self.value(dict, "Pages")?.dict().map(|_| dict.clone()))
    }

    /// The numbers of all objects, in order.
    pub fn all(&self) -> Vec<Id> {
        let mut all: Vec<Id> = self.table.borrow().places.keys().copied().collect();
        all.sort_unstable();
        all
    }

    /// What stands under the key, references resolved.
    pub fn value(&self, dict: &Dict, key: &str) -> Result<Object, Spent> {
        self.resolve(dict.raw(key))
    }

    /// What the object is or refers to; null where that is nothing.
    pub fn resolve(&self, object: &Object) -> Result<Object, Spent> {
        let mut object = object.clone();
        for _ in 0..MOST_STEPS {
            let Object::Ref(id) = object else { return Ok(object) };
            object = self.get(id)?;
        }
        Ok(Object::Null)
    }

    fn get(&self, id: Id) -> Result<Object, Spent> {
        if let Some(object) = self.read.borrow().get(&id) {
            return Ok(object.clone());
        }
        if !self.busy.borrow_mut().insert(id) {
            return Ok(Object::Null);
        }
        let object = self.load(id);
        self.busy.borrow_mut().remove(&id);
        let object = object?;
        self.read.borrow_mut().insert(id, object.clone());
        Ok(object)
    }

    fn load(&self, id: Id) -> Result<Object, Spent> {
        let place = self.table.borrow().places.get(&id).copied();
        match place {
            None => Ok(Object::Null),
            Some(Place::At(at)) => match self.object_at(at)? {
                Some((found, object)) if found == id => Ok(object),
                // The table is wrong here, so it is wrong everywhere.
                _ => {
                    if self.repair()? {
                        return self.load(id);
                    }
                    Ok(Object::Null)
                }
            },
            Some(Place::In(stream, index)) => {
                let Some(packed) = self.packed(stream)? else { return Ok(Object::Null) };
                let by_place = packed.index.get(index).filter(|(number, _)| *number == id);
                let entry = by_place.or_else(|| packed.index.iter().find(|(number, _)| *number == id));
                let Some((_, at)) = entry else { return Ok(Object::Null) };
                let mut lexer = Lexer::new(&packed.data, *at);
                let object = lexer.object();
                self.budget.objects(lexer.parts())?;
                self.budget.search(lexer.at().saturating_sub(*at))?;
                Ok(object.unwrap_or(Object::Null))
            }
        }
    }

    fn packed(&self, id: Id) -> Result<Option<Rc<Packed>>, Spent> {
        if let Some(packed) = self.packed.borrow().get(&id) {
            return Ok(Some(packed.clone()));
        }
        let Object::Stream(stream) = self.get(id)? else { return Ok(None) };
        let packed = Rc::new(self.unpack(&stream)?);
        self.packed.borrow_mut().insert(id, packed.clone());
        Ok(Some(packed))
    }

    fn unpack(&self, stream: &Stream) -> Result<Packed, Spent> {
        let data = self.decoded(stream)?;
        let first = self.value(&stream.dict, "First")?.count().unwrap_or(0);
        let count = self.value(&stream.dict, "N")?.count().unwrap_or(0);
        let mut lexer = Lexer::new(&data, 0);
        let mut index = Vec::new();
        while index.len() < count {
            let (Some(id), Some(at)) =
                (lexer.object().and_then(|id| id.count()), lexer.object().and_then(|at| at.count()))
            else {
                break;
            };
            index.push((Id::try_from(id).unwrap_or(Id::MAX), first.saturating_add(at)));
        }
        self.budget.objects(lexer.parts())?;
        Ok(Packed { data, index })
    }

    /// The numbers of the objects in an object stream.
    pub fn numbers_in(&self, stream: &Stream) -> Result<Vec<Id>, Spent> {
        Ok(self.unpack(stream)?.index.into_iter().map(|(id, _)| id).collect())
    }

    /// The object whose `12 0 obj` stands at the byte.
    pub fn object_at(&self, at: usize) -> Result<Option<(Id, Object)>, Spent> {
        let mut lexer = Lexer::new(self.data, at);
        let numbers = (lexer.object().and_then(|id| id.count()), lexer.object().and_then(|number| number.count()));
        let (Some(id), Some(generation)) = numbers else { return Ok(None) };
        let id = Id::try_from(id).unwrap_or(Id::MAX);
        let generation = u16::try_from(generation).unwrap_or(0);
        if !lexer.word(b"obj") {
            return Ok(None);
        }
        let object = match lexer.token() {
            Some(Token::Object(object)) => object,
            _ => Object::Null,
        };
        self.budget.objects(lexer.parts())?;
        let after = lexer.at();
        self.budget.search(after.saturating_sub(at))?;
        let object = match object {
            Object::Dict(dict) if lexer.word(b"stream") => {
                let (start, end) = self.extent(&dict, lexer.at())?;
                let dict = match &self.crypt {
                    Some(crypt) => crypt.strings_in(&dict, id, generation),
                    None => dict,
                };
                Object::Stream(Rc::new(Stream { dict, start, end, id, generation }))
            }
            object => {
                lexer.jump(after);
                match &self.crypt {
                    Some(crypt) => crypt.strings(&object, id, generation),
                    None => object,
                }
            }
        };
        Ok(Some((id, object)))
    }

    /// Where a stream begins and ends; a wrong length is mended by searching for the end.
    fn extent(&self, dict: &Dict, after: usize) -> Result<(usize, usize), Spent> {
        let start = match self.data.get(after..).unwrap_or_default() {
            [b'\r', b'\n', ..] => after + 2,
            [b'\n' | b'\r', ..] => after + 1,
            _ => after,
        };
        if let Some(length) = self.value(dict, "Length")?.count() {
            let end = start.saturating_add(length);
            if end <= self.data.len() && Lexer::new(self.data, end).word(b"endstream") {
                return Ok((start, end));
            }
        }
        let rest = self.data.get(start..).unwrap_or_default();
        let found = find(rest, b"endstream").or_else(|| find(rest, b"endobj")).unwrap_or(rest.len());
        self.budget.search(found)?;
        Ok((start, start + found))
    }

    /// The bytes of a stream, unpacked. Empty for images.
    pub fn decoded(&self, stream: &Stream) -> Result<Vec<u8>, Spent> {
        let raw = self.data.get(stream.start..stream.end).unwrap_or_default();
        let kind = stream.dict.raw("Type");
        match &self.crypt {
            Some(crypt) if !kind.is_name("XRef") => {
                let raw = crypt.stream(raw, stream.id, stream.generation, kind.is_name("Metadata"));
                self.budget.decode(raw.len())?;
                self.filtered(stream, &raw)
            }
            _ => self.filtered(stream, raw),
        }
    }

    /// The same for what is never encrypted.
    pub fn decoded_plain(&self, stream: &Stream) -> Result<Vec<u8>, Spent> {
        self.filtered(stream, self.data.get(stream.start..stream.end).unwrap_or_default())
    }

    fn filtered(&self, stream: &Stream, raw: &[u8]) -> Result<Vec<u8>, Spent> {
        let list = |object: Object| match &object {
            Object::Array(items) => items.to_vec(),
            Object::Null => Vec::new(),
            _ => vec![object],
        };
        let names = list(self.value(&stream.dict, "Filter")?);
        let parameters = list(self.value(&stream.dict, "DecodeParms")?);
        let mut data: Option<Vec<u8>> = None;
        for (at, name) in names.iter().take(MOST_FILTERS).enumerate() {
            let name = self.resolve(name)?;
            let parameters = match parameters.get(at) {
                Some(parameters) => self.parameters(&self.resolve(parameters)?)?,
                None => Parameters { early: true, ..Parameters::default() },
            };
            let source = data.as_deref().unwrap_or(raw);
            let Some(next) =
                filter::apply(name.name().unwrap_or_default(), source, parameters, self.budget.decodable())?
            else {
                return Ok(Vec::new());
            };
            self.budget.decode(next.len())?;
            data = Some(next);
        }
        match data {
            Some(data) => Ok(data),
            None => {
                self.budget.decode(raw.len())?;
                Ok(raw.to_vec())
            }
        }
    }

    fn parameters(&self, object: &Object) -> Result<Parameters, Spent> {
        let Some(dict) = object.dict() else { return Ok(Parameters { early: true, ..Parameters::default() }) };
        let number = |key: &str, default: usize| -> Result<usize, Spent> {
            Ok(self.value(dict, key)?.count().unwrap_or(default))
        };
        Ok(Parameters {
            predictor: number("Predictor", 1)?,
            colors: number("Colors", 1)?,
            bits: number("BitsPerComponent", 8)?,
            columns: number("Columns", 1)?,
            early: number("EarlyChange", 1)? != 0,
        })
    }
}
