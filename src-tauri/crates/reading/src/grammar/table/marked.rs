//! Roles as the headings of columns, and a mark in that of each person: "Trưởng ban | Ủy viên" over "x | ".

use super::Row;
use crate::grammar::member::Context;
use crate::grammar::role;
use crate::line::Span;

/// What people cross a cell with.
const MARKS: [&str; 8] = ["x", "✓", "v", "√", "+", "●", "•", "*"];

/// The rows with the role that is marked in each as a cell of its own. Nothing where no row of headings names two roles
/// or more, or where a row has no mark.
pub fn roles_by_marks<'a>(rows: &[Row<'a>], context: &Context<'a>) -> Option<Vec<Row<'a>>> {
    let is_role = |cell: &Span<'a>| {
        role::whole(cell.bare(), &context.committees).is_some_and(|role| role.value.is_some() && !role.ditto)
    };
    let roles_of = |row: &Row<'a>| row.iter().filter(|(_, cell)| is_role(cell)).copied().collect::<Row<'a>>();
    let (head, roles) = rows.iter().take(3).map(roles_of).enumerate().find(|(_, roles)| roles.len() >= 2)?;
    let first = roles.first()?.0;
    let is_mark = |cell: &Span<'a>| MARKS.contains(&cell.trim().key().as_str());
    let marked = |row: &Row<'a>| -> Option<Row<'a>> {
        let of = |at: u32| roles.iter().find(|(column, _)| *column == at).map(|(_, role)| *role);
        let role = row.iter().find_map(|(at, cell)| of(*at).filter(|_| is_mark(cell)))?;
        let mut kept: Row<'a> = row.iter().filter(|(at, _)| of(*at).is_none()).copied().collect();
        kept.push((first, role));
        kept.sort_by_key(|(at, _)| *at);
        Some(kept)
    };
    let body: Option<Vec<Row<'a>>> = rows[head + 1..].iter().map(marked).collect();
    let body = body.filter(|body| !body.is_empty())?;
    let kept = rows[head].iter().filter(|(at, _)| roles.iter().all(|(column, _)| column != at)).copied();
    Some(rows[..head].iter().cloned().chain([kept.collect()]).chain(body).collect())
}

#[cfg(test)]
mod tests {
    use crate::grammar::member::Context;
    use crate::line::line_of;

    #[test]
    fn the_mark_says_which_role() {
        let [name, chair, member, one, other, mark] =
            ["Họ và tên", "Trưởng ban", "Ủy viên", "Ông Lò Văn Ất", "Bà Tạ Thị Bính", "x"].map(line_of);
        let head = vec![(0, name.all()), (1, chair.all()), (2, member.all())];
        let rows = [head.clone(), vec![(0, one.all()), (1, mark.all())], vec![(0, other.all()), (2, mark.all())]];
        let read = super::roles_by_marks(&rows, &Context::default()).unwrap_or_default();
        let said: Vec<Vec<String>> = read.iter().map(|row| row.iter().map(|(_, cell)| cell.text()).collect()).collect();
        assert_eq!(said, [vec!["Họ và tên"], vec!["Ông Lò Văn Ất", "Trưởng ban"], vec!["Bà Tạ Thị Bính", "Ủy viên"]]);
        // A row without a mark: the columns are something else.
        let rows = [head, vec![(0, one.all()), (1, other.all())]];
        assert!(super::roles_by_marks(&rows, &Context::default()).is_none());
    }
}
