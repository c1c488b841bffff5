//! Records made by chance: a small invented province in which everything that can happen does, often on the
//! same days. The same seed gives the same record.
#![allow(dead_code)] // each test uses some of it

mod papers;

use register::directory::{Change, Event};
use register::record::{Author, Content, Entry, Mistake, News, Record};
use register::{Day, Instant};
use serde_json::json;

pub use papers::decision;

/// Numbers that look like chance.
pub struct Chance(u64, u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1, seed)
    }

    /// The chance by which one decision of the record is planned: the same each time that it is asked for,
    /// so that another decision can name it by its true number and day.
    pub fn of_paper(&self, number: usize) -> Self {
        let mut own = Self::new(self.1.wrapping_mul(0x0010_0001).wrapping_add(number as u64));
        // The first numbers of near seeds are near.
        for _ in 0..8 {
            own.below(2);
        }
        own
    }

    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % bound
    }

    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        let at = self.below(of.len());
        &of[at]
    }

    pub fn often(&mut self, in_ten: usize) -> bool {
        self.below(10) < in_ten
    }

    pub fn shuffled<T>(&mut self, mut things: Vec<T>) -> Vec<T> {
        for at in (1..things.len()).rev() {
            let other = self.below(at + 1);
            things.swap(at, other);
        }
        things
    }
}

pub const OFFICES: [&str; 2] = ["Ủy ban nhân dân tỉnh Sa Thạch", "Ủy ban nhân dân tỉnh Đá Bạc"];
pub const COMMITTEES: [&str; 3] = ["Ban Chỉ đạo Phòng chống hạn", "Hội đồng Thi đua", "Tổ công tác Chuyển đổi số"];
const PEOPLE: [&str; 6] = ["Lò Văn An", "Tạ Thị Bình", "Hà Văn Cường", "Ma Thị Dung", "Lục Văn Em", "Ninh Thị Gấm"];
const ORGANIZATIONS: [&str; 4] = ["Sở Y tế", "Sở Nội vụ", "Sở Tài chính", "Sở Công nghệ"];
const ROLES: [&str; 4] = ["Trưởng ban", "Phó Trưởng ban", "Ủy viên", "Thư ký"];

/// Few enough that much falls on one of them.
pub const DAYS: [&str; 10] = [
    "2018-03-01",
    "2018-09-15",
    "2019-01-01",
    "2019-05-06",
    "2019-05-07",
    "2020-02-29",
    "2020-12-31",
    "2021-07-01",
    "2022-01-01",
    "2023-06-30",
];

pub fn day(text: &str) -> Day {
    register::date::day(text).unwrap()
}

/// Every day on which something may change, and the days around it.
pub fn days() -> Vec<Day> {
    let around = |day: Day| [day.yesterday().unwrap(), day, day.tomorrow().unwrap()];
    let mut days: Vec<Day> = DAYS.iter().flat_map(|text| around(day(text))).collect();
    days.push(day("2010-01-01"));
    days.push(day("2030-01-01"));
    days.sort_unstable();
    days.dedup();
    days
}

/// News of the directory.
pub fn event(chance: &mut Chance, number: usize) -> Event {
    let organization = *chance.one(&ORGANIZATIONS);
    let person = *chance.one(&PEOPLE);
    let held = |post: &str, event: &str| {
        json!({ "event": event, "organization": organization, "post": post, "person": person,
                "portfolio": if post.starts_with("Phó") { Some("số hóa") } else { None } })
    };
    let mut written = match chance.below(16) {
        0 => json!({ "event": "found", "organization": organization, "kind": "sở", "parent": chance.one(&OFFICES) }),
        1 | 2 => json!({ "event": "found", "organization": organization, "kind": "sở" }),
        3 => json!({ "event": "found", "organization": organization, "post": "Giám đốc" }),
        4 => json!({ "event": "rename", "organization": organization, "name": chance.one(&ORGANIZATIONS) }),
        5 => json!({ "event": "merge", "organization": organization, "into": chance.one(&ORGANIZATIONS) }),
        6 => json!({ "event": "end", "organization": organization }),
        7 => held("Phó Giám đốc", "appoint"),
        8 => held("Giám đốc", "act"),
        9 => held("Giám đốc", "take_charge"),
        10 => json!({ "event": "relieve", "organization": organization, "post": "Giám đốc" }),
        11 => json!({ "event": "relieve", "organization": organization, "post": "Giám đốc", "person": person }),
        12 => json!({ "event": "nominate", "committee": chance.one(&COMMITTEES), "person": person,
                      "organization": if chance.often(5) { Some(organization) } else { None },
                      "role": if chance.often(5) { Some(chance.one(&ROLES)) } else { None } }),
        13 if chance.often(3) => json!({ "event": "same_person", "person": person, "into": chance.one(&PEOPLE) }),
        14 if chance.often(3) => json!({ "event": "tell_apart", "person": person, "person_id": "p-other",
                                         "organization": organization }),
        _ => held("Giám đốc", "appoint"),
    };
    if !chance.often(2) {
        let text: &str = DAYS[chance.below(DAYS.len())];
        let length = *chance.one(&[4, 7, 10, 10, 10, 10]);
        written["on"] = text[..length].into();
    }
    written["id"] = format!("e{number:03}").into();
    written["citation"] = json!({ "note": format!("tin {number}") });
    serde_json::from_value(written).unwrap()
}

/// The contents of a record, in some order.
pub fn contents(chance: &mut Chance, count: usize) -> Vec<Content> {
    (1..=count)
        .map(|number| {
            if papers::is_planned(chance, number) {
                Content::Decision(decision(chance, number))
            } else {
                let events = (0..1 + chance.below(3)).map(|at| event(chance, number * 10 + at)).collect();
                Content::Directory(News { events })
            }
        })
        .collect()
}

/// Entries of a journal, one a day.
pub fn entries(contents: &[Content]) -> Vec<Entry> {
    let start: Instant = "2026-01-01T00:00:00Z".parse().unwrap();
    contents
        .iter()
        .enumerate()
        .map(|(at, content)| Entry {
            seq: at as u64 + 1,
            content_id: format!("entry {at}"),
            author: Author("a".into()),
            recorded_at: start + jiff::SignedDuration::from_hours(24 * i64::try_from(at).unwrap()),
            content: content.clone(),
        })
        .collect()
}

pub fn mistake(of: &Entry) -> Content {
    Content::Mistake(Mistake { entry: of.content_id.clone() })
}

pub fn record(contents: &[Content]) -> Record {
    Record::known_at(&entries(contents), Instant::MAX)
}

/// How many records are made; `KIENTOAN_WORLDS` says more than the short form has.
pub fn worlds() -> std::ops::Range<u64> {
    let count = std::env::var("KIENTOAN_WORLDS").ok().and_then(|text| text.parse().ok());
    0..count.unwrap_or(150)
}

/// What had taken effect by a day. Who is one person has no day: it holds as soon as it is known. What ended at a
/// partly known date is reckoned with when it surely is over, so it may be known of before.
pub fn up_to(told: &[Content], day: Day) -> Vec<Content> {
    let by_then = |content: &Content| match content {
        Content::Decision(decision) => (decision.effective_from <= day).then(|| content.clone()),
        Content::Directory(news) => {
            let mut news = news.clone();
            news.events.retain(|event| {
                let undated = matches!(event.change, Change::SamePerson { .. } | Change::TellApart { .. });
                undated || event.on.is_none_or(|on| on.earliest() <= day)
            });
            (!news.events.is_empty()).then_some(Content::Directory(news))
        }
        _ => None,
    };
    told.iter().filter_map(by_then).collect()
}
