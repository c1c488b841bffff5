//! The text on the cards: measured and broken into lines, the first time and later.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use diagram::PX;
use diagram::chart::Style;
use diagram::text::{width, wrap};

use super::grove::Chance;
use crate::table::{median, shown};

const CARDS: usize = 1_000;
const ROUNDS: usize = 200;

/// A name and a post as a card shows them.
struct Card {
    name: String,
    post: String,
}

/// The rows about text. To be called first: what is read from the faces is read once.
pub fn measure() -> Result<Vec<[String; 5]>, Box<dyn Error>> {
    let cards = cards();
    let clock = Instant::now();
    let lines = black_box(set(&cards));
    let cold = clock.elapsed();
    let mut warm = Vec::new();
    for _ in 0..ROUNDS {
        let clock = Instant::now();
        let again = black_box(set(&cards));
        warm.push(clock.elapsed());
        if again != lines {
            return Err("text was measured otherwise the second time".into());
        }
    }
    let (lines, letters) = (lines.0, cards.iter().map(|card| card.name.chars().count() + card.post.chars().count()));
    let of = format!("the text of {CARDS} cards, {} letters, set in {lines} lines", letters.sum::<usize>());
    let row = |which: &str, time| [format!("{of}, {which}"), shown(time), "—".into(), "—".into(), "stated".into()];
    Ok(vec![row("the first time", cold), row("later", median(warm))])
}

/// Names and posts broken into the lines of their cards, and each line measured: how many lines, and how long.
fn set(cards: &[Card]) -> (usize, i64) {
    let (mut count, mut long) = (0, 0);
    for card in cards {
        for (text, style) in [(&card.name, Style::Name), (&card.post, Style::Second)] {
            let lines = wrap(text, style, 152 * PX);
            count += lines.len();
            long += lines.iter().map(|line| i64::from(width(line, style))).sum::<i64>();
        }
    }
    (count, long)
}

fn cards() -> Vec<Card> {
    let mut chance = Chance(7);
    let mut one = |of: &[&str]| of[chance.below(u32::try_from(of.len()).unwrap_or(1)) as usize].to_owned();
    (0..CARDS)
        .map(|_| {
            let family = one(&["Lò", "Tạ", "Hà", "Ma", "Lục", "Ninh", "Nguyễn", "Võ", "Đặng"]);
            let middle = one(&["Văn", "Thị", "Hữu", "Thị Ánh", "Seo", "Quang"]);
            let given = one(&["An", "Bình", "Cường", "Dung", "Em", "Gấm", "Tuyết", "Vũ", "Ước"]);
            let post = one(&["Giám đốc", "Phó Giám đốc", "Chánh Văn phòng", "Trưởng phòng Tổng hợp", "Chi cục trưởng"]);
            let office = one(&[
                "Sở Nông nghiệp và Phát triển nông thôn",
                "Ủy ban nhân dân tỉnh",
                "Sở Giáo dục và Đào tạo",
                "Văn phòng Ủy ban nhân dân thành phố",
                "Chi cục Thủy lợi và Phòng chống thiên tai",
            ]);
            Card { name: format!("{family} {middle} {given}"), post: format!("{post} {office}") }
        })
        .collect()
}
