//! Which column of a table of members holds what: by its heading, and where that leaves it open, by its cells.

use register::role::Rank;

use super::Row;
use super::row::role_in;
use crate::grammar::member::Context;
use crate::grammar::{act, person, role};
use crate::lexicon;
use crate::lexicon::headings::{self, Heading};
use crate::line::Span;

/// So many rows are looked at to tell what a column holds.
const SAMPLE: usize = 200;

/// The columns of a table.
#[derive(Clone, Debug, Default)]
pub struct Columns<'a> {
    pub number: Option<u32>,
    pub honorific: Option<u32>,
    pub name: Option<u32>,
    /// The given name, where the one of names holds only what stands before it.
    pub given: Option<u32>,
    /// Posts; more than one where office and party have a column each.
    pub positions: Vec<u32>,
    /// The post's body, where it has a column of its own.
    pub unit: Option<u32>,
    pub role: Option<u32>,
    /// Whether a heading says that it is the column of roles.
    pub role_headed: bool,
    pub rank: Option<u32>,
    pub degree: Option<u32>,
    /// Whose place is taken.
    pub replaced: Option<u32>,
    /// The committee of each row, where there are several.
    pub committee: Option<u32>,
    /// What is read by nobody: telephones, days of birth. With the words of the heading.
    pub private: Vec<(u32, Option<Span<'a>>)>,
    /// Hardly any name has an honorific: "Ông Tấn Lạng" among them has that family name.
    pub plain_names: bool,
    /// What is headed as notes, or as reasons.
    notes: Vec<u32>,
    /// Duties and the like, which are no part of a seat.
    other: Vec<u32>,
}

impl<'a> Columns<'a> {
    /// Nothing is known of the column.
    pub fn is_free(&self, at: u32) -> bool {
        let single = [self.number, self.honorific, self.name, self.given, self.unit, self.role, self.rank, self.degree];
        !single.contains(&Some(at))
            && !self.positions.contains(&at)
            && !self.other.contains(&at)
            && self.replaced != Some(at)
            && self.committee != Some(at)
            && !self.is_private(at)
    }

    /// Whether the column is headed as one of notes.
    pub fn is_note(&self, at: u32) -> bool {
        self.notes.contains(&at)
    }

    pub fn is_private(&self, at: u32) -> bool {
        self.private.iter().any(|(column, _)| *column == at)
    }

    /// Tells the columns of a table with these rows of headings, none for a table without, and these of members.
    pub fn of(head: &[Row<'a>], rows: &[Row<'a>], context: &Context<'a>) -> Self {
        let wide: Vec<&Row<'a>> = rows.iter().filter(|row| row.len() >= 2).take(SAMPLE).collect();
        let cells = Cells { rows: &wide, context };
        let mut columns = Self::default();
        let mut open = Open::default();
        for (at, found, words) in headed(head) {
            columns.headed(at, found, words, &mut open);
        }
        // "Thành viên cũ" over a name and a post: the post of who goes is no part of the seat.
        columns.other.extend(of_the_replaced(head).into_iter().filter(|at| columns.replaced != Some(*at)));
        columns.positions.retain(|at| !columns.other.contains(at));
        columns.settle(open, &cells);
        columns.role_headed = columns.role.is_some();
        columns.by_content(&cells);
        if let Some(at) = columns.name {
            let titled = cells.count(at, |cell| person::begins(cell));
            columns.plain_names = columns.honorific.is_none() && wide.len() > 3 && titled * 4 <= wide.len();
        }
        columns
    }

    fn headed(&mut self, at: u32, heading: Heading, words: Span<'a>, open: &mut Open) {
        match heading {
            Heading::Number => self.number = self.number.or(Some(at)),
            Heading::Honorific => self.honorific = self.honorific.or(Some(at)),
            Heading::Surname => open.surname = open.surname.or(Some(at)),
            Heading::Name if words.starts_with("thành phần") => open.composition = open.composition.or(Some(at)),
            Heading::Name if open.surname.is_some() && words.bare().key() == "tên" => self.given = Some(at),
            // "Họ và" beside "Tên".
            Heading::Name if words.bare().key() == "tên" && self.name.is_some_and(|name| name + 1 == at) => {
                self.given = Some(at);
            }
            Heading::Name if self.name.is_none() => self.name = Some(at),
            Heading::Position => self.positions.push(at),
            Heading::Unit if self.unit.is_none() => self.unit = Some(at),
            Heading::Role if self.role.is_none() => self.role = Some(at),
            Heading::Title => open.titles.push(at),
            Heading::Duty => open.duties.push(at),
            Heading::Rank => self.rank = Some(at),
            Heading::Degree => self.degree = Some(at),
            Heading::Private => self.private.push((at, Some(words.bare()))),
            Heading::Role | Heading::Unit | Heading::Name => self.other.push(at),
            Heading::Replaced => self.replaced = self.replaced.or(Some(at)),
            // A note may say the role, where no column does.
            Heading::Note => self.notes.push(at),
        }
    }

    /// Columns whose heading has two meanings.
    fn settle(&mut self, open: Open, cells: &Cells<'_, 'a>) {
        if self.given.is_some() {
            self.name = open.surname;
        } else {
            self.name = self.name.or(open.surname);
        }
        // "Thành phần" over "Trưởng ban", "Ủy viên".
        let as_what = |at: u32| cells.most(at, |cell| role_in(cell, cells.context).is_some());
        let roles = open.composition.filter(|at| self.role.is_none() && as_what(*at));
        self.role = self.role.or(roles);
        if let Some(at) = open.composition.filter(|at| roles != Some(*at)) {
            let posts = self.unit.is_some() && self.positions.is_empty() && cells.most(at, person::is_office);
            match self.name {
                None if posts => self.positions.push(at),
                None => self.name = Some(at),
                Some(_) if self.positions.is_empty() => self.positions.push(at),
                Some(_) => self.other.push(at),
            }
        }
        // "Ông/Bà" may head the names themselves.
        if let Some(at) = self.honorific.filter(|at| cells.most(*at, |cell| cell.word_count() >= 2)) {
            self.honorific = None;
            if self.name.is_none() {
                self.name = Some(at);
            }
        }
        for at in open.titles {
            let roles = cells.most(at, |cell| role_in(cell, cells.context).is_some());
            if self.role.is_none() && (roles || !self.positions.is_empty()) {
                self.role = Some(at);
            } else {
                self.positions.push(at);
            }
        }
        for at in open.duties {
            // Half of them: the others have roles that no list knows ("Trưởng Ban Tổ chức").
            let roles = cells.count(at, |cell| role_in(cell, cells.context).is_some());
            // A cell that is merged with those above says it once.
            let said = cells.count(at, says);
            let many = roles * 2 > said || (roles > 1 && roles * 2 >= said);
            if self.role.is_none() && many {
                self.role = Some(at);
            } else {
                self.other.push(at);
            }
        }
    }

    /// Finds what no heading said: roles, names, posts.
    fn by_content(&mut self, cells: &Cells<'_, 'a>) {
        for at in cells.columns() {
            if self.is_free(at) && cells.most(at, is_private) {
                self.private.push((at, None));
            }
        }
        // "Ban Chỉ đạo" may as well stand over the roles; what is headed as somebody's office is one.
        let office = |at: &u32| self.unit == Some(*at) || self.positions.contains(at);
        self.committee = cells.columns().into_iter().find(|at| !office(at) && cells.name_bodies(*at));
        self.role = self.role.filter(|at| Some(*at) != self.committee);
        self.role_headed &= self.role.is_some();
        let is_role = |cell: Span<'_>| role::whole(cell, &cells.context.committees).is_some();
        if self.role.is_none() {
            // A column headed as that of posts may hold the roles.
            let may = |at: &u32| self.is_free(*at) || self.positions.contains(at);
            let most = cells.columns().into_iter().filter(may).find(|at| cells.most(*at, is_role));
            // Half of them, the chair among these: the others have roles that no list knows.
            let chair = |cell: Span<'_>| {
                let role = role::whole(cell, &cells.context.committees).and_then(|role| role.value);
                role.is_some_and(|role| Rank::of(Some(&role)) == Rank::Chair)
            };
            let led = |at: &u32| cells.count(*at, is_role) * 2 >= cells.rows.len() && cells.count(*at, chair) == 1;
            let led = cells.columns().into_iter().filter(may).rfind(led).filter(|_| most.is_none());
            self.role_headed = led.is_some();
            self.role = most.or(led);
            self.positions.retain(|at| Some(*at) != self.role);
        }
        if self.name.is_none() {
            let is_name = |cell: Span<'_>| person::person(cell).name.is_some();
            let free: Vec<u32> = cells.columns().into_iter().filter(|at| self.is_free(*at)).collect();
            let most = free.iter().find(|at| cells.most(**at, is_name));
            // People, and posts of those who are not named.
            let who = |cell: Span<'_>| is_name(cell) || person::is_office(cell);
            let mixed = |at: &&u32| cells.count(**at, is_name) > 1 && cells.count(**at, who) == cells.count(**at, says);
            self.name = most.or_else(|| free.iter().find(mixed)).copied();
        }
        // "Họ và tên" over two columns: "Ông" in the first, the name in the second.
        if let Some(at) = self.name.filter(|at| cells.most(*at, |cell| honorific(cell).is_some()))
            && self.is_free(at + 1)
            && cells.most(at + 1, |cell| cell.word_count() >= 2)
        {
            self.honorific = self.honorific.or(Some(at));
            self.name = Some(at + 1);
        }
        if let (Some(name), None) = (self.name, self.given) {
            // A heading over both columns of a name stands in the first of them.
            let next = name + 1;
            let given = |cell: Span<'_>| {
                cell.word_count() == 1
                    && !matches!(cell.bare().key().as_str(), "nam" | "nữ")
                    && cell.chars().first().is_some_and(|c| c.is_uppercase())
            };
            let short = |cell: Span<'_>| cell.word_count() <= 3;
            if self.is_free(next) && cells.most(next, given) && cells.most(name, short) {
                self.given = Some(next);
            }
        }
        if self.positions.is_empty() {
            let letters = |cell: Span<'_>| cell.chars().iter().filter(|c| c.is_alphabetic()).count() > 4;
            let free = cells.columns().into_iter().filter(|at| self.is_free(*at) && !self.is_note(*at));
            // Where some have no cell of their own for it, what the others say must be posts and nothing else.
            let posts = |at: u32| {
                let offices = cells.count(at, person::is_office);
                offices > 1 && offices == cells.count(at, says)
            };
            match free
                .filter(|at| cells.most(*at, letters) || (self.name.is_some() && posts(*at)))
                .max_by_key(|at| cells.count(*at, person::is_office))
            {
                Some(at) if self.unit.is_none() || cells.most(at, person::is_office) => self.positions.push(at),
                _ => self.positions.extend(self.unit.take()),
            }
        }
    }
}

/// Columns whose heading does not settle what they hold.
#[derive(Default)]
struct Open {
    surname: Option<u32>,
    /// "Thành phần": people or posts.
    composition: Option<u32>,
    titles: Vec<u32>,
    duties: Vec<u32>,
}

/// The columns below a heading of those who are replaced, where a second row of headings parts it.
fn of_the_replaced<'a>(head: &[Row<'a>]) -> Vec<u32> {
    let Some((above, below)) = head.split_first() else { return Vec::new() };
    let group = |at: u32| {
        let cell = above.iter().rfind(|(column, _)| *column <= at)?;
        headings::heading(&cell.1.text()).filter(|heading| *heading == Heading::Replaced)
    };
    let own = |cell: Span<'a>| headings::heading(&cell.text()).is_some_and(|heading| heading != Heading::Replaced);
    let cells = below.iter().flatten().filter(|(_, cell)| own(*cell));
    cells.map(|(at, _)| *at).filter(|at| group(*at).is_some()).collect()
}

/// What each column is headed with; of two rows of headings the lower says it more closely.
fn headed<'a>(head: &[Row<'a>]) -> Vec<(u32, Heading, Span<'a>)> {
    let replaced = of_the_replaced(head);
    let mut found: Vec<(u32, Heading, Span<'a>)> = Vec::new();
    for (at, cell) in head.iter().flatten() {
        let Some(mut heading) = headings::heading(&cell.text()) else { continue };
        // The name below "Thành viên cũ" is that of who goes.
        if heading == Heading::Name && replaced.contains(at) {
            heading = Heading::Replaced;
        }
        match found.iter_mut().find(|(column, _, _)| column == at) {
            Some(known) if known.1 != heading => *known = (*at, heading, *cell),
            Some(_) => {}
            None => found.push((*at, heading, *cell)),
        }
    }
    // "Chức vụ" over "Chính quyền" and "Đảng": the second has no usual heading of its own.
    let wide: Vec<(u32, Heading, Span<'a>)> = found
        .iter()
        .filter(|(_, heading, _)| matches!(heading, Heading::Position | Heading::Private))
        .copied()
        .collect();
    for (at, _) in head.iter().skip(1).flatten() {
        let above = head[0].iter().any(|(column, _)| column == at);
        let known = found.iter().any(|(column, _, _)| column == at);
        let left = wide.iter().rfind(|(column, _, _)| column < at);
        if let Some((_, heading, words)) = left.filter(|_| !above && !known) {
            found.push((*at, *heading, *words));
        }
    }
    found.sort_by_key(|(at, _, _)| *at);
    found
}

/// No list of members has so many columns: what stands further right is not looked at.
const MOST_COLUMNS: usize = 64;

/// The cells of the rows that are looked at.
struct Cells<'c, 'a> {
    rows: &'c [&'c Row<'a>],
    context: &'c Context<'a>,
}

impl<'a> Cells<'_, 'a> {
    fn columns(&self) -> Vec<u32> {
        let mut all: Vec<u32> = self.rows.iter().flat_map(|row| row.iter()).map(|(at, _)| *at).collect();
        all.sort_unstable();
        all.dedup();
        all.truncate(MOST_COLUMNS);
        all
    }

    fn count(&self, at: u32, fits: impl Fn(Span<'a>) -> bool) -> usize {
        let cells = self.rows.iter().flat_map(|row| row.iter()).filter(|(column, _)| *column == at);
        cells.filter(|(_, cell)| fits(cell.bare())).count()
    }

    /// Whether every cell that says anything names a committee, and not all the same one.
    fn name_bodies(&self, at: u32) -> bool {
        let cells = self.rows.iter().flat_map(|row| row.iter()).filter(|(column, _)| *column == at);
        let said: Vec<Span<'a>> = cells.map(|(_, cell)| cell.bare()).filter(|cell| says(*cell)).collect();
        let name = |cell: &Span<'a>| {
            act::body_at(*cell).is_some_and(|noun| noun.end < cell.end)
                && !act::is_authority(*cell)
                && !person::is_office(*cell)
                && role::whole(*cell, &self.context.committees).is_none()
        };
        said.first().is_some_and(|first| said.iter().any(|cell| cell.key() != first.key())) && said.iter().all(name)
    }

    /// Whether it holds for more than half of the rows.
    fn most(&self, at: u32, fits: impl Fn(Span<'a>) -> bool) -> bool {
        !self.rows.is_empty() && self.count(at, fits) * 2 > self.rows.len()
    }
}

fn says(cell: Span<'_>) -> bool {
    cell.chars().iter().any(|c| c.is_alphabetic())
}

/// A telephone, an account, the number of a card, an address of electronic post.
fn is_private(cell: Span<'_>) -> bool {
    let chars = cell.chars();
    let digits = chars.iter().filter(|c| c.is_ascii_digit()).count();
    let number = chars.iter().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | '+' | '(' | ')' | '/'));
    (number && digits >= 8) || (chars.contains(&'@') && cell.word_count() == 1)
}

/// The honorific that the cell says, and nothing else.
pub fn honorific(cell: Span<'_>) -> Option<&'static str> {
    let key = cell.trim().key();
    let key = key.trim_end_matches([':', ',']);
    let known = lexicon::get().honorifics.iter().find(|known| known.written.iter().any(|written| written == key));
    known.map(|known| known.is.as_str())
}
