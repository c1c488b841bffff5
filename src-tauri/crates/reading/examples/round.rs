//! Reads text files again and again, for a profiler: `round TIMES FILE…`.
fn main() {
    let mut words = std::env::args().skip(1);
    let times: usize = words.next().and_then(|word| word.parse().ok()).unwrap_or(1);
    let texts: Vec<_> = words
        .filter_map(|path| std::fs::read(path).ok())
        .filter_map(|bytes| reading::text("paper.txt", &bytes).ok())
        .collect();
    let clock = std::time::Instant::now();
    let mut members = 0;
    for _ in 0..times {
        for text in &texts {
            members +=
                reading::drafts("paper.txt", text.clone()).decisions.iter().map(|d| d.members.len()).sum::<usize>();
        }
    }
    println!("{members} members, {:?} a round", clock.elapsed() / u32::try_from(times.max(1)).unwrap_or(1));
}
