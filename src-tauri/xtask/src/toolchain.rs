//! Rust and Node: the two things that cannot be installed from here.

use crate::call::Call;
use crate::failure::{Failure, Outcome};

const INSTALL_NODE: &str = "Install Node 22 or newer, npm included (on Windows: `winget install OpenJS.NodeJS.LTS`), open a new terminal, and run the command again.";

/// Node, with npm, of an age that the page's build accepts.
pub fn node() -> Outcome<String> {
    let version =
        Call::program("node").word("--version").answer().map_err(|_| Failure::new("Node is missing.", INSTALL_NODE))?;
    let version = version.trim();
    if !is_new_enough(version) {
        return Err(Failure::new(format!("Node {version} is too old for the page's build."), INSTALL_NODE));
    }
    let npm = Call::npm()
        .word("--version")
        .answer()
        .map_err(|_| Failure::new("Node is there, but npm is missing.", INSTALL_NODE))?;
    Ok(format!("Node {version}, npm {}", npm.trim()))
}

/// What the tests need of Rust beyond a compiler.
pub fn linters() -> Outcome {
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if !Call::cargo().word(command).word("--version").succeeds() {
            return Err(Failure::new(
                format!("{component} is missing."),
                format!("Run `rustup component add {component}` in the repository, and then the command again."),
            ));
        }
    }
    Ok(())
}

/// Vite 8 asks for 20.19, or 22.12 and later; the odd series in between never got there.
fn is_new_enough(version: &str) -> bool {
    let mut numbers = version.trim_start_matches('v').split('.').map(|part| part.parse().unwrap_or(0));
    match (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)) {
        (20, minor) => minor >= 19,
        (22, minor) => minor >= 12,
        (major, _) => major > 22,
    }
}

#[cfg(test)]
mod tests {
    use super::is_new_enough;

    #[test]
    fn the_age_of_node() {
        for good in ["v20.19.0", "v22.12.1", "v24.0.0"] {
            assert!(is_new_enough(good), "{good}");
        }
        for old in ["v18.20.4", "v20.18.9", "v21.7.0", "v22.11.0", "", "nonsense"] {
            assert!(!is_new_enough(old), "{old}");
        }
    }
}
