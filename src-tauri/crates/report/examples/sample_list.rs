//! Writes the sample list as PDF.
fn main() {}
