//! The membership list as a paper of blocks.

use super::{Line, List, Part};
use crate::paper::{Block, Cell, Column, Group, Kind, Paper, Row, Table};
use crate::words;

impl List {
    /// The list as a paper.
    #[must_use]
    pub fn paper(&self) -> Paper {
        let mut blocks: Vec<Block> = self.summary.iter().map(Block::line).collect();
        blocks.extend(self.sentence.iter().map(Block::prose));
        blocks.extend(self.parts.iter().map(|part| Block::Table(self.table(part))));
        Paper {
            kind: Kind::List,
            name: self.name.clone(),
            notice: Some(self.notice.clone()),
            office: self.office.clone(),
            printed: self.printed.clone(),
            printed_on: self.printed_on,
            title: self.title.clone(),
            subject: Some(self.committee.clone()),
            as_of: Some(self.as_of.clone()),
            sources: self.sources.clone(),
            blocks,
            foot: self.foot.clone(),
            landscape: false,
        }
    }

    fn table(&self, part: &Part) -> Table {
        let [_, who, post, citation] = self.columns;
        let columns = vec![
            Column::numbers(part.groups.iter().map(|group| group.count as usize).sum()),
            Column::new(who, 49),
            Column::new(post, 0),
            Column::new(citation, 33).small(),
        ];
        let groups = part.groups.iter().map(|group| Group {
            title: Some(group.role.clone()),
            count: group.count,
            rows: group.lines.iter().map(row).collect(),
        });
        Table {
            heading: part.heading.clone(),
            columns,
            grouped_by: words::ROLE,
            worded_by: words::WORDING,
            groups: groups.collect(),
        }
    }
}

fn row(line: &Line) -> Row {
    match line {
        Line::Wording { text, count, citation, notes } => {
            Row::Wording { cell: Cell::noted(text, notes.clone()), count: *count, last: Cell::new(citation) }
        }
        Line::Others { count } => {
            Row::Wording { cell: Cell::new(words::drawing::OTHERS), count: *count, last: Cell::new("") }
        }
        Line::Row { number, who, post, citation, notes } => Row::of([
            number.map_or_else(|| Cell::new(words::NONE), Cell::number),
            Cell::new(who),
            Cell::noted(post, notes.clone()),
            Cell::new(citation),
        ]),
    }
}
