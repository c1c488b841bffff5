//! Edits made by chance: whatever is edited, recording it gives the edited list.

use serde_json::json;

use super::book::{Book, INVITED, NAME, POSITION, ROLE, SEAT};
use super::house::{BODY, House, OWN};

const NAMES: [&str; 7] = ["Lò Văn An", "Tạ Thị Bình", "Vàng Seo Chứ", "Hạng A Dơ", "Giàng Thị Mo", "Mùa A Páo", ""];
const POSITIONS: [&str; 7] = [
    "Giám đốc Sở Tài chính",
    "Giám đốc Sở Nội vụ",
    "Chủ tịch UBND các huyện, thị xã",
    "Lãnh đạo Công an tỉnh",
    "Chánh Văn phòng UBND tỉnh",
    "Đại diện Ủy ban MTTQ tỉnh",
    "",
];
const ROLES: [&str; 4] = ["Trưởng ban", "Ủy viên", "Thư ký", ""];

/// Numbers that look like chance, and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }
}

fn edit(book: &mut Book, chance: &mut Chance) {
    let name = if chance.below(3) == 0 { BODY } else { OWN };
    let sheet = book.sheet(name);
    let rows = sheet.rows.len();
    match chance.below(8) {
        0 => {
            let (name, position, role) = (chance.of(&NAMES), chance.of(&POSITIONS), chance.of(&ROLES));
            // Somebody or something has to be on the line.
            let position = if name.is_empty() && position.is_empty() { POSITIONS[0] } else { position };
            sheet.add(name, position, role, chance.below(4) == 0);
        }
        1 if rows > 3 => drop(sheet.rows.remove(chance.below(rows))),
        2 => {
            let row = chance.below(rows);
            let name = chance.of(&NAMES);
            if !(name.is_empty() && sheet.cell(row, POSITION).is_empty()) {
                sheet.set(row, NAME, name);
            }
        }
        3 => {
            let row = chance.below(rows);
            let position = chance.of(&POSITIONS);
            if !(position.is_empty() && sheet.cell(row, NAME).is_empty()) {
                sheet.set(row, POSITION, position);
            }
        }
        4 => sheet.set(chance.below(rows), ROLE, chance.of(&ROLES)),
        5 => sheet.set(chance.below(rows), INVITED, ["", "x"][chance.below(2)]),
        6 => {
            // Written anew below: the hidden id is lost.
            let at = chance.below(rows);
            let row = sheet.rows.remove(at);
            sheet.rows.push(row);
            sheet.set(rows - 1, SEAT, "");
        }
        _ => {
            let (one, other) = (chance.below(rows), chance.below(rows));
            sheet.rows.swap(one, other);
        }
    }
}

#[test]
fn recording_what_was_edited_gives_the_edited_list() {
    let mut recorded = 0;
    for seed in 0..6 {
        let mut chance = Chance(seed * 7919 + 13);
        let mut house = House::new();
        for step in 0..20_i32 {
            let day = format!("20{}-{:02}-01", 20 + step / 12, step % 12 + 1);
            let mut book = house.export(&day);
            for _ in 0..=chance.below(5) {
                edit(&mut book, &mut chance);
            }
            let (item, line) = house.back(&book, &format!("{step}.xlsx"));
            if line["state"] == "refused" {
                assert_eq!(line["refused"]["code"], "list_unchanged", "{line:#}");
                house.call("discard", json!({ "item": item }));
            } else {
                let codes = house.codes(&item);
                assert!(!codes.contains(&"list_not_exact".to_owned()), "{seed} {step}: {:#}", house.draft(&item));
                house.record(&item, &format!("{}/QĐ-UBND", 100 + step), &format!("{}-02", &day[..7]));
                recorded += 1;
            }
            let mut now = house.export(&format!("{}-03", &day[..7]));
            for name in [OWN, BODY] {
                assert_eq!(now.sheet(name).lines(), book.sheet(name).lines(), "{seed} {step} {name}");
            }
        }
    }
    assert!(recorded > 60, "{recorded} recorded");
}
