//! Writes a membership list as PDF, to be looked at: the founding case, or what may become of it.
//!
//! `cargo run -p report --features press --example sample_list -- list.pdf [founding | later | unknown]`

#[path = "../tests/founding/mod.rs"]
mod founding;

use std::error::Error;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("where to? name a file")?;
    let composition = match arguments.next().as_deref() {
        None | Some("founding") => founding::founding(),
        Some("later") => founding::later(),
        Some("unknown") => founding::unknown(),
        Some(other) => return Err(format!("no such case: {other}").into()),
    };
    let list = report::list(&composition, &founding::setting()).paper();
    let press = report::Press::new()?;
    let job = press.job(&list, report::press::Templates::default())?;
    for time in ["cold", "warm"] {
        let before = Instant::now();
        let pages = press.pages(&job, 0..usize::MAX)?;
        println!("{} pages to look at, {time}: {:?}", pages.of, before.elapsed());
    }
    let before = Instant::now();
    let printed = press.pdf(&job)?;
    println!("{} pages, {} bytes in {:?}", printed.pages, printed.bytes.len(), before.elapsed());
    std::fs::write(path, printed.bytes)?;
    Ok(())
}
