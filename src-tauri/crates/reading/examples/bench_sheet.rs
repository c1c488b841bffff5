fn main() {
    let path = std::env::args().nth(1).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    for _ in 0..3 {
        let t = std::time::Instant::now();
        let r = reading::read(&path, &bytes);
        println!(
            "{:?} {:?}",
            t.elapsed(),
            r.as_ref()
                .map(|r| (r.blocks.len(), r.decisions.first().map(|d| d.members.len()), r.warnings.len()))
                .map_err(|e| e.code())
        );
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    println!("{}", status.lines().find(|l| l.starts_with("VmHWM")).unwrap());
}
