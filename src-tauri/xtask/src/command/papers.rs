//! `cargo xtask papers`: every paper of the sample, looked at by programs of others; and disks on which there is
//! no room, or no leave, for them (as root).

use crate::failure::Outcome;
use crate::house::House;

/// Prints them, shows them around, and keeps what was said in docs/papers.md.
pub fn run(house: &House) -> Outcome {
    house
        .cargo()
        .words("test --workspace --test papers outside -- --ignored --nocapture")
        .env("KIENTOAN_PAPERS", house.root.join("docs").join("papers.md"))
        .remedy(
            "Where a program is missing: apt-get install qpdf mupdf-tools poppler-utils libreoffice-writer. Where one \
             finds a fault, mend the paper.",
        )
        .run()
}
