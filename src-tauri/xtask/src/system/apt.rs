//! Installing on Debian and its like.

use super::on_path;
use crate::call::Call;
use crate::failure::{Failure, Outcome};

/// Installs those packages that are missing.
pub fn install(packages: &[&str]) -> Outcome<String> {
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok("all there".to_owned());
    }
    println!("  Missing: {}.", missing.join(" "));
    let mut lists_are_new = false;
    if !missing.iter().all(|package| is_offered(package)) {
        update()?;
        lists_are_new = true;
    }
    if let Some(absent) = missing.iter().find(|package| !is_offered(package)) {
        return Err(Failure::new(
            format!("This system's package lists do not offer {absent}."),
            "Use Debian 12 or later, or Ubuntu 24.04 or later with its `universe` section switched on.",
        ));
    }
    if let Err(failure) = fetch(&missing) {
        if lists_are_new {
            return Err(failure);
        }
        println!("  The package lists may be old: they are fetched anew before a second try.");
        update()?;
        fetch(&missing)?;
    }
    Ok(format!("installed {}", missing.join(" ")))
}

fn is_installed(package: &str) -> bool {
    Call::program("dpkg-query")
        .words("--show --showformat ${db:Status-Abbrev}")
        .word(package)
        .answer()
        .is_ok_and(|status| status.starts_with("ii"))
}

/// Whether the package lists know a version that could be installed. On a fresh machine they are empty.
fn is_offered(package: &str) -> bool {
    Call::program("apt-cache")
        .word("policy")
        .word(package)
        .env("LC_ALL", "C")
        .answer()
        .is_ok_and(|policy| has_candidate(&policy))
}

fn has_candidate(policy: &str) -> bool {
    policy.lines().filter_map(|line| line.trim().strip_prefix("Candidate:")).any(|version| version.trim() != "(none)")
}

fn update() -> Outcome {
    apt_get()?
        .word("update")
        .remedy("Check the network and the machine's package sources, and run the command again.")
        .run()
}

fn fetch(packages: &[&str]) -> Outcome {
    let install = apt_get()?.words("install --yes --no-install-recommends");
    packages
        .iter()
        .fold(install, |call, package| call.word(package))
        .remedy(format!("Install by hand, and run the command again: {}", packages.join(" ")))
        .run()
}

/// apt-get that asks nothing and waits for its turn: a fresh machine often updates itself meanwhile.
fn apt_get() -> Outcome<Call> {
    let quiet = "DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300";
    if is_root() {
        return Ok(Call::program("env").words(quiet));
    }
    if on_path("sudo") {
        return Ok(Call::program("sudo").word("env").words(quiet));
    }
    Err(Failure::new(
        "Packages are missing, and only root may install them here (there is no sudo).",
        "Run `cargo xtask setup` once as root.",
    ))
}

fn is_root() -> bool {
    Call::program("id").word("-u").answer().is_ok_and(|id| id.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::has_candidate;

    #[test]
    fn candidates() {
        assert!(has_candidate("xvfb:\n  Installed: (none)\n  Candidate: 2:21.1.7-3\n"));
        assert!(!has_candidate("xdotool:\n  Installed: (none)\n  Candidate: (none)\n"));
        assert!(!has_candidate(""), "apt-cache is silent about names it never heard of");
    }
}
