//! Goes through the operators of pages and of the forms that they call.

use std::collections::HashMap;
use std::rc::Rc;

use super::draw::Path;
use super::marked::Mark;
use super::matrix::Matrix;
use super::text::TextState;
use super::{Glyph, Rule};
use crate::pdf::budget::Spent;
use crate::pdf::font::Font;
use crate::pdf::pages::Page;
use crate::pdf::syntax::{Dict, File, Id, Lexer, Object, Stream, Token, is_space};

/// Forms within forms.
const DEEPEST: usize = 12;
/// States that are kept with `q`.
const MOST_STATES: usize = 200;
/// Operands before an operator; more are an error of the writer.
const MOST_OPERANDS: usize = 40;
/// A letter that no table explains.
pub const UNKNOWN: char = '\u{fffd}';

/// What stands on one page.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    pub width: f32,
    pub height: f32,
    pub glyphs: Vec<Glyph>,
    pub rules: Vec<Rule>,
    /// The part of the page that pictures cover, 1 for all of it.
    pub pictures: f32,
}

/// Reads pages, and remembers fonts and forms from one to the next.
pub struct Reader<'f, 'd> {
    file: &'f File<'d>,
    fonts: HashMap<Id, (Rc<Font>, u16)>,
    forms: HashMap<Id, Rc<Vec<u8>>>,
    /// The names of the fonts, by number.
    pub faces: Vec<String>,
}

#[derive(Clone)]
struct State {
    matrix: Matrix,
    text: TextState,
}

struct Run<'r> {
    resources: Rc<Dict>,
    fonts: HashMap<Vec<u8>, (Rc<Font>, u16)>,
    state: State,
    stack: Vec<State>,
    marks: Vec<Mark>,
    path: Path,
    sheet: &'r mut Sheet,
    depth: usize,
    /// Whether the form as a whole is furniture.
    furniture: bool,
}

impl<'f, 'd> Reader<'f, 'd> {
    pub fn new(file: &'f File<'d>) -> Self {
        Self { file, fonts: HashMap::new(), forms: HashMap::new(), faces: Vec::new() }
    }

    /// Reads a page.
    pub fn page(&mut self, page: &Page) -> Result<Sheet, Spent> {
        let [left, bottom, right, top] = page.bounds;
        let (width, height) =
            if page.turns.is_multiple_of(2) { (right - left, top - bottom) } else { (top - bottom, right - left) };
        let mut sheet = Sheet { width: width as f32, height: height as f32, ..Sheet::default() };
        let contents = self.file.value(&page.dict, "Contents")?;
        let mut data = Vec::new();
        match &contents {
            Object::Stream(stream) => data = self.file.decoded(stream)?,
            Object::Array(parts) => {
                for part in parts.iter() {
                    if let Some(stream) = self.file.resolve(part)?.stream() {
                        data.extend(self.file.decoded(stream)?);
                        data.push(b'\n');
                    }
                }
            }
            _ => {}
        }
        let state = State { matrix: Matrix::of_page(page.bounds, page.turns), text: TextState::default() };
        self.run(&data, page.resources.clone(), state, &mut sheet, DEEPEST, false)?;
        let (width, height) = (sheet.width, sheet.height);
        let on_page = |x: f32, y: f32| (-20.0..width + 20.0).contains(&x) && (-20.0..height + 20.0).contains(&y);
        sheet.glyphs.retain(|glyph| on_page(glyph.x, glyph.y));
        sheet.rules.retain(|rule| on_page(rule.left, rule.top) || on_page(rule.right, rule.bottom));
        Ok(sheet)
    }

    fn run(
        &mut self,
        data: &[u8],
        resources: Rc<Dict>,
        state: State,
        sheet: &mut Sheet,
        depth: usize,
        furniture: bool,
    ) -> Result<(), Spent> {
        let mut run = Run {
            resources,
            fonts: HashMap::new(),
            state,
            stack: Vec::new(),
            marks: Vec::new(),
            path: Path::default(),
            sheet,
            depth,
            furniture,
        };
        let mut lexer = Lexer::of_content(data);
        let mut operands: Vec<Object> = Vec::with_capacity(8);
        while let Some(token) = lexer.token() {
            match token {
                Token::Object(object) => {
                    if operands.len() < MOST_OPERANDS {
                        operands.push(object);
                    }
                }
                Token::Word(b"BI") => {
                    skip_picture(&mut lexer, data);
                    picture(&run.state.matrix, run.sheet);
                    operands.clear();
                }
                Token::Word(word) => {
                    self.file.budget().operator()?;
                    self.operator(word, &operands, &mut run)?;
                    operands.clear();
                }
            }
        }
        while let Some(mark) = run.marks.pop() {
            mark.close(&mut run.sheet.glyphs, self.file.budget())?;
        }
        Ok(())
    }

    fn operator(&mut self, word: &[u8], operands: &[Object], run: &mut Run<'_>) -> Result<(), Spent> {
        let number = |at: usize| operands.get(at).and_then(Object::number).unwrap_or(0.0);
        let matrix = || Matrix(std::array::from_fn(number));
        let text = &mut run.state.text;
        match word {
            b"q" => {
                if run.stack.len() < MOST_STATES {
                    run.stack.push(run.state.clone());
                }
            }
            b"Q" => {
                if let Some(state) = run.stack.pop() {
                    run.state = state;
                }
            }
            b"cm" => run.state.matrix = matrix().then(run.state.matrix),
            b"BT" => text.begin(),
            b"Tf" => {
                text.size = number(1);
                let name = operands.first().and_then(Object::name).unwrap_or_default();
                run.state.text.font = self.font(name, run)?;
            }
            b"Tc" => text.letter_space = number(0),
            b"Tw" => text.word_space = number(0),
            b"Tz" => text.stretch = number(0) / 100.0,
            b"TL" => text.leading = number(0),
            b"Ts" => text.rise = number(0),
            b"Tr" => text.mode = number(0) as i64,
            b"Td" => text.next_line(number(0), number(1)),
            b"TD" => {
                text.leading = -number(1);
                text.next_line(number(0), number(1));
            }
            b"Tm" => text.place(matrix()),
            b"T*" => text.next_line(0.0, -text.leading),
            b"Tj" => self.show(operands.first(), run)?,
            b"'" => {
                text.next_line(0.0, -text.leading);
                self.show(operands.first(), run)?;
            }
            b"\"" => {
                text.word_space = number(0);
                text.letter_space = number(1);
                text.next_line(0.0, -text.leading);
                self.show(operands.get(2), run)?;
            }
            b"TJ" => {
                for item in operands.first().map(Object::array).unwrap_or_default() {
                    match item {
                        Object::Number(back) => {
                            let text = &mut run.state.text;
                            text.advance(-back / 1000.0 * text.size * text.stretch);
                        }
                        item => self.show(Some(item), run)?,
                    }
                }
            }
            b"BMC" | b"BDC" => self.open_mark(operands, run)?,
            b"EMC" => {
                if let Some(mark) = run.marks.pop() {
                    mark.close(&mut run.sheet.glyphs, self.file.budget())?;
                }
            }
            b"Do" => self.call(operands.first().and_then(Object::name).unwrap_or_default(), run)?,
            _ => self.draw(word, number, run)?,
        }
        Ok(())
    }

    fn draw(&self, word: &[u8], number: impl Fn(usize) -> f64, run: &mut Run<'_>) -> Result<(), Spent> {
        let matrix = run.state.matrix;
        let path = &mut run.path;
        let mut paint = |stroked: bool, filled: bool, closed: bool| {
            if closed {
                path.close();
            }
            path.paint(stroked, filled, &mut run.sheet.rules, self.file.budget())
        };
        match word {
            b"S" => paint(true, false, false)?,
            b"s" => paint(true, false, true)?,
            b"f" | b"F" | b"f*" => paint(false, true, false)?,
            b"B" | b"B*" => paint(true, true, false)?,
            b"b" | b"b*" => paint(true, true, true)?,
            b"n" => path.clear(),
            b"m" => path.move_to(matrix.point(number(0), number(1))),
            b"l" => path.line_to(matrix.point(number(0), number(1))),
            b"c" => path.curve_to(matrix.point(number(4), number(5))),
            b"v" | b"y" => path.curve_to(matrix.point(number(2), number(3))),
            b"h" => path.close(),
            b"re" => path.rectangle(matrix, [number(0), number(1), number(2), number(3)]),
            _ => {}
        }
        Ok(())
    }

    fn open_mark(&self, operands: &[Object], run: &mut Run<'_>) -> Result<(), Spent> {
        let tag = operands.first().and_then(Object::name).unwrap_or_default();
        let properties = match operands.get(1) {
            Some(Object::Name(name)) => {
                let all = self.file.value(&run.resources, "Properties")?;
                match all.dict().and_then(|all| all.0.get(&**name)) {
                    Some(found) => self.file.resolve(found)?,
                    None => Object::Null,
                }
            }
            Some(other) => other.clone(),
            None => Object::Null,
        };
        if run.marks.len() < MOST_STATES {
            run.marks.push(Mark::open(tag, properties.dict().map(|dict| &**dict), run.sheet.glyphs.len()));
        }
        Ok(())
    }

    fn font(&mut self, name: &[u8], run: &mut Run<'_>) -> Result<Option<(Rc<Font>, u16)>, Spent> {
        if let Some(font) = run.fonts.get(name) {
            return Ok(Some(font.clone()));
        }
        let all = self.file.value(&run.resources, "Font")?;
        let Some(entry) = all.dict().and_then(|all| all.0.get(name)) else { return Ok(None) };
        let id = entry.reference();
        let known = id.and_then(|id| self.fonts.get(&id).cloned());
        let font = match known {
            Some(font) => font,
            None => {
                let object = self.file.resolve(entry)?;
                let Some(dict) = object.dict() else { return Ok(None) };
                let font = Font::read(self.file, dict)?;
                let face = match self.faces.iter().position(|face| *face == font.name) {
                    Some(at) => at,
                    None => {
                        self.faces.push(font.name.clone());
                        self.faces.len() - 1
                    }
                };
                let font = (Rc::new(font), u16::try_from(face).unwrap_or(u16::MAX));
                if let Some(id) = id {
                    self.fonts.insert(id, font.clone());
                }
                font
            }
        };
        run.fonts.insert(name.to_vec(), font.clone());
        Ok(Some(font))
    }

    fn call(&mut self, name: &[u8], run: &mut Run<'_>) -> Result<(), Spent> {
        let all = self.file.value(&run.resources, "XObject")?;
        let Some(entry) = all.dict().and_then(|all| all.0.get(name)) else { return Ok(()) };
        let object = self.file.resolve(entry)?;
        let Some(stream) = object.stream() else { return Ok(()) };
        if self.file.value(&stream.dict, "Subtype")?.is_name("Image") {
            picture(&run.state.matrix, run.sheet);
            return Ok(());
        }
        if run.depth == 0 {
            return Ok(());
        }
        self.file.budget().form()?;
        let numbers = self.file.value(&stream.dict, "Matrix")?;
        let numbers = numbers.array();
        let own = if numbers.len() == 6 {
            Matrix(std::array::from_fn(|at| numbers.get(at).and_then(Object::number).unwrap_or(0.0)))
        } else {
            Matrix::IDENTITY
        };
        let resources = match self.file.value(&stream.dict, "Resources")?.dict() {
            Some(resources) => resources.clone(),
            None => run.resources.clone(),
        };
        let data = self.form(stream)?;
        let mut state = run.state.clone();
        state.matrix = own.then(state.matrix);
        let furniture = run.furniture || run.marks.iter().any(|mark| mark.furniture);
        self.run(&data, resources, state, run.sheet, run.depth - 1, furniture)
    }

    fn form(&mut self, stream: &Stream) -> Result<Rc<Vec<u8>>, Spent> {
        if let Some(data) = self.forms.get(&stream.id) {
            return Ok(data.clone());
        }
        let data = Rc::new(self.file.decoded(stream)?);
        self.forms.insert(stream.id, data.clone());
        Ok(data)
    }

    fn show(&self, string: Option<&Object>, run: &mut Run<'_>) -> Result<(), Spent> {
        let Some(mut bytes) = string.and_then(Object::string) else { return Ok(()) };
        let furniture = run.furniture || run.marks.iter().any(|mark| mark.furniture);
        let text = &mut run.state.text;
        let Some((font, face)) = text.font.clone() else { return Ok(()) };
        while !bytes.is_empty() {
            let (code, length) = font.code(bytes);
            bytes = bytes.get(length..).unwrap_or_default();
            let advance = font.width(code) * text.size;
            let word = if length == 1 && code == 32 { text.word_space } else { 0.0 };
            let whole = text.matrix.then(run.state.matrix);
            let (x, y) = whole.point(0.0, text.rise);
            let (along_x, along_y) = whole.vector(advance * text.stretch, 0.0);
            let (up_x, up_y) = whole.vector(0.0, text.size);
            let (dir_x, dir_y) = whole.vector(if text.size < 0.0 { -1.0 } else { 1.0 }, 0.0);
            let size = up_x.hypot(up_y);
            let unicode;
            let letters = match font.letters(code) {
                Some(letters) => letters,
                None => {
                    unicode = font.unicode(code).unwrap_or(UNKNOWN).to_string();
                    &unicode
                }
            };
            let turns = quarter(dir_x, dir_y).filter(|_| along_x.abs() < 1.0e5 && along_y.abs() < 1.0e5);
            if let Some(turns) = turns.filter(|_| size > 0.5 && size < 2000.0 && x.abs() < 1.0e5 && y.abs() < 1.0e5) {
                let count = letters.chars().count().max(1);
                // A ligature is its letters, side by side.
                let (step_x, step_y) = (along_x / count as f64, along_y / count as f64);
                for (at, letter) in letters.chars().enumerate() {
                    self.file.budget().glyph()?;
                    run.sheet.glyphs.push(Glyph {
                        letter,
                        x: (x + step_x * at as f64) as f32,
                        y: (y + step_y * at as f64) as f32,
                        width: (step_x.hypot(step_y)) as f32,
                        size: size as f32,
                        bold: font.bold || text.mode == 2,
                        italic: font.italic,
                        face,
                        turns,
                        hidden: matches!(text.mode, 3 | 7),
                        furniture,
                    });
                }
            } else {
                self.file.budget().glyph()?;
            }
            text.advance((advance + text.letter_space + word) * text.stretch);
        }
        Ok(())
    }
}

/// The quarter turns of a direction, anticlockwise as seen; none for what is written aslant (stamps, watermarks).
fn quarter(x: f64, y: f64) -> Option<u8> {
    if y.abs() <= x.abs() * 0.06 {
        Some(if x >= 0.0 { 0 } else { 2 })
    } else if x.abs() <= y.abs() * 0.06 {
        Some(if y < 0.0 { 1 } else { 3 })
    } else {
        None
    }
}

fn picture(matrix: &Matrix, sheet: &mut Sheet) {
    let corners = [matrix.point(0.0, 0.0), matrix.point(1.0, 0.0), matrix.point(0.0, 1.0), matrix.point(1.0, 1.0)];
    let span = |of: fn(&(f64, f64)) -> f64, most: f32| {
        let low = corners.iter().map(of).fold(f64::MAX, f64::min).max(0.0);
        let high = corners.iter().map(of).fold(f64::MIN, f64::max).min(f64::from(most));
        (high - low).max(0.0)
    };
    let area = span(|corner| corner.0, sheet.width) * span(|corner| corner.1, sheet.height);
    sheet.pictures += area as f32 / (sheet.width * sheet.height).max(1.0);
}

/// Goes over a picture that stands in the content itself, up to its `EI`.
fn skip_picture(lexer: &mut Lexer<'_>, data: &[u8]) {
    while let Some(token) = lexer.token() {
        if token == Token::Word(b"ID") {
            break;
        }
    }
    let mut at = lexer.at();
    while let Some(found) = data.get(at..).and_then(|rest| rest.windows(2).position(|pair| pair == b"EI")) {
        let start = at + found;
        at = start + 2;
        let before = start.checked_sub(1).and_then(|before| data.get(before)).is_some_and(|byte| is_space(*byte));
        let after = data.get(at).is_none_or(|byte| is_space(*byte));
        // Within the picture the two letters may stand by chance, but then what follows is no text.
        let next = data.get(at..(at + 12).min(data.len())).unwrap_or_default();
        if before && after && next.iter().all(|byte| byte.is_ascii_graphic() || is_space(*byte)) {
            lexer.jump(at);
            return;
        }
    }
    lexer.jump(data.len());
}
