//! The licences that may go into the product, and the crates that may not.

/// Each asks for attribution at most, or keeps its terms to its own files.
const PERMITTED: [&str; 17] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    // The exception only takes terms away.
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "BSL-1.0",
    "0BSD",
    "CC0-1.0",
    "Unlicense",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    // File by file: unchanged files oblige to nothing but naming where they come from.
    "MPL-2.0",
    // Fonts may be embedded and passed on along with a program.
    "OFL-1.1",
    // Data of root certificates and the like; asks for its text to be passed on.
    "CDLA-Permissive-2.0",
];

/// Crates that a dependency might bring in unasked.
const BANNED: [(&str, &str); 4] = [
    ("openssl-sys", "a C library that each machine would have to have; rustls and the RustCrypto crates need none"),
    ("native-tls", "another TLS on each system; a desktop register needs none"),
    ("mupdf", "AGPL, whatever the binding says"),
    ("mupdf-sys", "AGPL, whatever the binding says"),
];

/// Whether a single licence, with its exception if it has one, may go into the product.
pub fn permits(licence: &str) -> bool {
    PERMITTED.contains(&licence)
}

/// Why a crate may not be used, if it may not.
pub fn ban(name: &str) -> Option<&'static str> {
    BANNED.iter().find(|(banned, _)| *banned == name).map(|(_, reason)| *reason)
}
