//! Prints the blocks of a file, as the grammar sees them.

fn main() {
    for path in std::env::args().skip(1) {
        let read = std::fs::read(&path).map_err(|error| error.to_string());
        match read.and_then(|bytes| reading::read(&path, &bytes).map_err(|error| error.to_string())) {
            Ok(reading) => {
                reading.blocks.iter().for_each(|block| println!("{:?} {:?} {}", block.part, block.cell, block.text))
            }
            Err(error) => eprintln!("{path}: {error}"),
        }
    }
}
