//! What was tried, as rows of the table in docs/windows.md: each check, its result, the command.

use crate::failure::{Failure, Outcome};
use crate::house::House;
use std::cell::RefCell;
use std::fs;
use std::path::PathBuf;

/// The lines between which a table stands.
fn borders(name: &str) -> [String; 2] {
    [
        format!("<!-- {name}: written by `cargo xtask windows-test --write` -->"),
        format!("<!-- {name}: end of what it wrote -->"),
    ]
}

/// The rows so far.
#[derive(Default)]
pub struct Tried {
    rows: RefCell<Vec<[String; 3]>>,
}

impl Tried {
    /// A check that held: what, what came out, and how to repeat it by hand.
    pub fn held(&self, what: impl Into<String>, result: impl Into<String>, command: impl Into<String>) {
        let row = [what.into(), result.into(), command.into()];
        println!("  ✓ {}: {}", row[0], row[1]);
        self.rows.borrow_mut().push(row);
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.rows.borrow().len()
    }

    /// The table, in Markdown.
    pub fn table(&self) -> String {
        let mut table = "| what was tried | result | command |\n|---|---|---|\n".to_owned();
        for [what, result, command] in self.rows.borrow().iter() {
            table.push_str(&format!("| {what} | {result} | `{command}` |\n"));
        }
        table
    }
}

/// Puts a table where the documentation has the one before.
pub fn write(house: &House, name: &str, table: &str) -> Outcome<PathBuf> {
    let path = house.root.join("docs").join("windows.md");
    let text = fs::read_to_string(&path).map_err(|error| Failure::file("read", &path, &error))?;
    let new = replaced(&text, name, table).ok_or_else(|| {
        Failure::new(
            format!("{} has no place for the table “{name}”.", path.display()),
            format!("Put these two lines around it:\n{}", borders(name).join("\n")),
        )
    })?;
    fs::write(&path, new).map_err(|error| Failure::file("written", &path, &error))?;
    Ok(path)
}

fn replaced(text: &str, name: &str, table: &str) -> Option<String> {
    let [begin, end] = borders(name);
    let (before, rest) = text.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{begin}\n\n{table}\n{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_takes_the_place_of_the_one_before() {
        let tried = Tried::default();
        tried.held("it starts", "it says what is missing", "wine kientoan.exe");
        let [begin, end] = borders("tried");
        let text = format!("# Windows\n{begin}\nold\n{end}\nThe rest.\n");
        let new = replaced(&text, "tried", &tried.table()).unwrap_or_default();
        assert!(new.starts_with("# Windows\n") && new.ends_with("\nThe rest.\n") && !new.contains("old"));
        assert!(new.contains("| it starts | it says what is missing | `wine kientoan.exe` |"));
        assert_eq!(replaced(&new, "tried", &tried.table()).as_ref(), Some(&new));
        assert_eq!(replaced(&new, "weights", "table"), None);
    }
}
