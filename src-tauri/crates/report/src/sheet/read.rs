//! A workbook that comes back: its lines as they went out, and as they are now.

use register::Id;
use register::date::{self, Day};
use register::text;

use super::{Line, MARK, Origin, Sheet, VERSION};
use crate::words;

/// A sheet of a file, with its hidden rows and columns: the rows that say anything, each with its cells by column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cells {
    /// The sheet's name.
    pub name: String,
    /// Its rows.
    pub rows: Vec<Vec<(u32, String)>>,
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    /// Where it comes from.
    pub origin: Origin,
    /// Its lines as they went out.
    pub before: Vec<Sheet>,
    /// The same bodies as they are now; one whose sheet was taken out is not among them.
    pub after: Vec<Sheet>,
    /// Sheets that went out and are gone, and sheets that somebody put in: neither says anything.
    pub passed_over: Vec<String>,
}

/// Why a workbook that went out once cannot be read any more.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotRead {
    /// Written by a later version.
    #[error("a sheet of form {0}")]
    Newer(String),
    /// The hidden sheet is not whole, or the heads of the columns are gone; the sheet.
    #[error("the sheet {0} is not whole")]
    NotWhole(String),
}

/// Reads such a workbook; `None` where it is none.
///
/// # Errors
/// [`NotRead`].
pub fn read(cells: &[Cells]) -> Result<Option<Returned>, NotRead> {
    let Some(mark) = cells.iter().find(|sheet| sheet.name == MARK) else { return Ok(None) };
    let (origin, before) = went_out(mark)?;
    let mut returned = Returned { origin, before, after: Vec::new(), passed_over: Vec::new() };
    for sheet in cells.iter().filter(|sheet| sheet.name != MARK) {
        let known = returned.before.iter().find(|known| head(sheet, &known.body).is_some());
        match known.filter(|known| returned.after.iter().all(|after| after.body != known.body)) {
            Some(known) => returned.after.push(edited(sheet, known)?),
            None => returned.passed_over.push(sheet.name.clone()),
        }
    }
    let gone = |known: &&Sheet| returned.after.iter().all(|after| after.body != known.body);
    let gone: Vec<String> = returned.before.iter().filter(gone).map(|known| known.name.clone()).collect();
    returned.passed_over.extend(gone);
    Ok(Some(returned))
}

fn cell(row: &[(u32, String)], column: u32) -> &str {
    row.iter().find(|(at, _)| *at == column).map_or("", |(_, text)| text.as_str())
}

fn went_out(mark: &Cells) -> Result<(Origin, Vec<Sheet>), NotRead> {
    let broken = || NotRead::NotWhole(mark.name.clone());
    let said = |key: &str| mark.rows.iter().find(|row| cell(row, 0) == key).map(|row| cell(row, 1).to_owned());
    let version = said("version").ok_or_else(broken)?;
    if version != VERSION {
        return Err(NotRead::Newer(version));
    }
    let on: Day = said("on").and_then(|on| date::day(&on).ok()).ok_or_else(broken)?;
    let origin = Origin {
        register: said("register").ok_or_else(broken)?,
        committee: Id(said("committee").ok_or_else(broken)?),
        on,
        hash: said("hash").ok_or_else(broken)?,
    };
    let mut before: Vec<Sheet> = Vec::new();
    for row in &mark.rows {
        let text = |column| cell(row, column).to_owned();
        match (cell(row, 0), before.last_mut()) {
            ("body", _) => before.push(Sheet { body: Id(text(1)), name: text(2), lines: Vec::new() }),
            ("line", Some(sheet)) => sheet.lines.push(Line {
                seat: Some(Id(text(1))).filter(|seat| !seat.as_str().is_empty()),
                name: text(2),
                position: text(3),
                role: text(4),
                invited: cell(row, 5) == words::INVITED_MARK,
                ..Line::default()
            }),
            ("line", None) => return Err(broken()),
            _ => {}
        }
    }
    if before.is_empty() { Err(broken()) } else { Ok((origin, before)) }
}

/// The row of the heads, and the hidden column in it, by the id of the body that stands there.
fn head(sheet: &Cells, body: &Id) -> Option<(usize, u32)> {
    let own = |row: &Vec<(u32, String)>| row.iter().find(|(_, text)| text == body.as_str()).map(|(column, _)| *column);
    sheet.rows.iter().enumerate().find_map(|(at, row)| own(row).map(|column| (at, column)))
}

/// The lines of a sheet; its columns may have been moved, and others put between them.
fn edited(sheet: &Cells, known: &Sheet) -> Result<Sheet, NotRead> {
    let broken = || NotRead::NotWhole(sheet.name.clone());
    let (at, seat) = head(sheet, &known.body).ok_or_else(broken)?;
    let place = |heading: &str| {
        let wanted = text::key(heading);
        let found = sheet.rows[at].iter().find(|(_, text)| text::key(text) == wanted);
        found.map(|(column, _)| *column).ok_or_else(broken)
    };
    let [_, name, position, role, invited, ..] = words::SHEET_COLUMNS;
    let [name, position, role, invited] = [place(name)?, place(position)?, place(role)?, place(invited)?];
    let line = |row: &Vec<(u32, String)>| {
        let own = |column| text::tidy(cell(row, column));
        let said = own(name);
        // Who went out by these words is called by them.
        let is_known = known.lines.iter().any(|line| text::key(&line.name) == text::key(&said));
        let (honorific, name) = if is_known { (None, said) } else { honorific(&said) };
        Line {
            seat: Some(Id(own(seat))).filter(|seat| !seat.as_str().is_empty()),
            name,
            honorific,
            position: own(position),
            role: own(role),
            invited: is_marked(&own(invited)),
            ..Line::default()
        }
    };
    let lines = sheet.rows[at + 1..].iter().map(line);
    // A row of a number alone, or of what is only looked at, is an empty one.
    let says = |line: &Line| !(line.name.is_empty() && line.position.is_empty() && line.role.is_empty());
    Ok(Sheet { body: known.body.clone(), name: known.name.clone(), lines: lines.filter(says).collect() })
}

/// "Ông Nguyễn Văn A" → Ông, and the name.
fn honorific(text: &str) -> (Option<String>, String) {
    for honorific in ["Ông", "Bà", "Đồng chí"] {
        let words = honorific.split(' ').count();
        let mut split = text.splitn(words + 1, ' ');
        let first = split.by_ref().take(words).collect::<Vec<_>>().join(" ");
        // A name of two words may begin with such a word: "Ông" is a family name too.
        if let Some(name) = split.next().filter(|name| name.contains(' '))
            && text::key(&first) == text::key(honorific)
        {
            return (Some(honorific.to_owned()), name.to_owned());
        }
    }
    (None, text.to_owned())
}

fn is_marked(text: &str) -> bool {
    !matches!(text::fold(text).as_str(), "" | "0" | "-" | "khong" | "no")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_of_address_is_no_part_of_a_name() {
        let of = |text: &str| honorific(text);
        assert_eq!(of("Ông Lò Văn An"), (Some("Ông".to_owned()), "Lò Văn An".to_owned()));
        assert_eq!(of("đồng chí Tạ Thị Bình"), (Some("Đồng chí".to_owned()), "Tạ Thị Bình".to_owned()));
        assert_eq!(of("Ông Ích"), (None, "Ông Ích".to_owned()));
        assert_eq!(of("Tạ Thị Bình"), (None, "Tạ Thị Bình".to_owned()));
    }

    #[test]
    fn any_mark_invites_but_a_no() {
        assert_eq!(
            ["x", "X", "✓", "có", "", "Không", "0"].map(is_marked),
            [true, true, true, true, false, false, false]
        );
    }
}
