//! `cargo xtask score`: how much of invented papers the reading gets right. Needs neither the page nor the fonts.

use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::house::House;

/// How much is told of the score.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tell {
    /// The tables of all sets; of the errors, only those of the development set.
    Tables,
    /// Every error of the other sets too: whoever mends the grammar by these has one set less to trust.
    EveryError,
    /// The tables, in docs/reading.md too.
    Page,
}

const BEGIN: &str = "<!-- score: written by `cargo xtask score --write` -->";
const END: &str = "<!-- score: end of what it wrote -->";

/// Scores both sets. What fell below its floor is said last, after the tables.
pub fn run(house: &House, tell: Tell) -> Outcome {
    let folder = house.notes().join("score");
    if folder.exists() {
        // Tables of an earlier run must not pass for this one's.
        std::fs::remove_dir_all(&folder).map_err(|error| Failure::file("removed", &folder, &error))?;
    }
    let test = house
        .cargo()
        .words("test --quiet --package reading --test accuracy no_figure -- --nocapture")
        .env("KIENTOAN_SCORE", &folder)
        .remedy(
            "Mend the reading. Where the fall is right, KIENTOAN_BLESS=1 writes the floors anew: the commit says why.",
        )
        .run();
    let tables = folder.join("tables.md");
    if !tables.exists() {
        return test.and(read(&tables)).map(|_| ());
    }
    let tables = read(&tables)?;
    // Each table is headed with the name of its set.
    let sets = tables.lines().filter_map(|line| Some(line.strip_prefix("### ")?.split_once(':')?.0));
    for set in sets {
        if tell == Tell::EveryError || (tell == Tell::Tables && set == "development") {
            println!("\nErrors: {set}\n{}", read(&folder.join(format!("{set}.txt")))?);
        }
    }
    println!("\n{tables}");
    if tell == Tell::Page {
        let page = house.root.join("docs").join("reading.md");
        let text = put(&read(&page)?, &tables).ok_or_else(|| {
            Failure::new(
                format!("{} has no place for the tables.", page.display()),
                format!("Put these two lines where the tables belong:\n{BEGIN}\n{END}"),
            )
        })?;
        std::fs::write(&page, text).map_err(|error| Failure::file("written", &page, &error))?;
    }
    test
}

/// Scores the Word papers as LibreOffice saves them in other forms, and keeps the table.
pub fn converted(house: &House) -> Outcome {
    let table = house.notes().join("converted.md");
    if let Some(folder) = table.parent() {
        std::fs::create_dir_all(folder).map_err(|error| Failure::file("made", folder, &error))?;
    }
    house
        .cargo()
        .words("test --quiet --package reading --test accuracy saved_as_something_else -- --ignored --nocapture")
        .env("KIENTOAN_CONVERTED", &table)
        .remedy("Where LibreOffice is missing: apt-get install libreoffice-writer.")
        .run()?;
    let page = house.root.join("docs").join("converted.md");
    let text = format!("{HEAD}\n{}", read(&table)?);
    std::fs::write(&page, text).map_err(|error| Failure::file("written", &page, &error))
}

const HEAD: &str = "\
# Papers saved as something else

Written by `cargo xtask score --converted`: the Word papers of all sets of `src-tauri/crates/reading/tests/accuracy`, saved by
LibreOffice as PDF, as a web page, and as text, and held against the same answers. Left out are those with tracked changes,
which LibreOffice prints, and those in old fonts, which it has not.

No set of papers is kept aside here: the forms are new to the reading, the words are not. A text has each cell of a table on a
line of its own, as what is pasted from many pages has, and no sign of which cells were one; lines with tabs lose them in a
web page.
";

/// The page with these tables between its two marks, which it must have.
fn put(page: &str, tables: &str) -> Option<String> {
    let (before, rest) = page.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n\n{}\n\n{END}{after}", tables.trim()))
}

fn read(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).map_err(|error| Failure::file("read", path, &error))
}

#[cfg(test)]
mod tests {
    use super::{BEGIN, END, put};

    #[test]
    fn tables_stand_between_the_marks_and_the_rest_stays() {
        let page = format!("# Reading\n\n{BEGIN}\nold\n{END}\n\n## More\n");
        let new = put(&page, "| a |\n").unwrap();
        assert_eq!(new, format!("# Reading\n\n{BEGIN}\n\n| a |\n\n{END}\n\n## More\n"));
        assert_eq!(put(&new, "| a |\n"), Some(new));
        assert_eq!(put("# Reading\n", "| a |"), None);
    }
}
