//! Writes every paper of the invented province in every form, to be looked at.
//!
//! `cargo run -p report --features press --example papers -- FOLDER`

#[path = "../tests/story/mod.rs"]
mod story;

use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;

use report::press::{Press, Templates};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("where to? name a folder")?);
    std::fs::create_dir_all(&folder)?;
    let press = Press::new()?;
    for (name, paper) in story::papers() {
        let before = Instant::now();
        let job = press.job(&paper, Templates::default())?;
        let printed = press.pdf(&job)?;
        println!("{name}: {} pages in {:?}", printed.pages, before.elapsed());
        std::fs::write(folder.join(format!("{name}.pdf")), printed.bytes)?;
        std::fs::write(folder.join(format!("{name}.docx")), report::document(&paper)?)?;
        std::fs::write(folder.join(format!("{name}.xlsx")), report::workbook(&paper)?)?;
    }
    Ok(())
}
