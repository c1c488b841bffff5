//! `cargo xtask run`: from a fresh clone to the open window.

use super::setup;
use crate::failure::{Failure, Outcome};
use crate::house::House;
use crate::page;
use crate::system::Purpose;
use crate::window;
use std::path::PathBuf;

/// Which register the app opens.
pub enum Register<'a> {
    /// The sample, as the app itself makes it.
    Sample,
    /// The sample without its last decision, so that its import can be tried by hand.
    Before1943,
    /// A file.
    File(&'a str),
}

/// Builds and opens the app. Where nobody could see a window, the main job is done in a virtual one, and
/// the screenshots and papers are what there is to look at.
pub fn run(house: &House, register: Register<'_>) -> Outcome {
    let file = match register {
        Register::File(file) => Some(absolute(file)?),
        Register::Sample | Register::Before1943 => None,
    };
    let seen = window::has_display();
    let purposes: &[Purpose] = if seen { &[Purpose::Build] } else { &[Purpose::Build, Purpose::Window] };
    let plan = setup::steps(house, purposes)
        .step("Page", || page::build(house))
        .plain("App and command line", || window::build(house));
    if seen {
        plan.step("Window (close it to end)", || {
            let file = match register {
                Register::Before1943 => Some(window::sample_before_1943(house)?),
                _ => file.clone(),
            };
            window::open(house, file.as_deref())?;
            Ok("closed".to_owned())
        })
        .walk(false)
        .outcome()
    } else {
        println!(
            "No display here (neither DISPLAY nor WAYLAND_DISPLAY is set): a test will do the main job in a virtual one."
        );
        plan.step("Window, in a virtual display", || window::drive(house)).walk(false).outcome()?;
        println!("\nScreenshots and papers: {}", house.out().display());
        Ok(())
    }
}

/// The app may start in another folder, so the file is named from the root of the disk.
fn absolute(file: &str) -> Outcome<String> {
    let path = std::path::absolute(PathBuf::from(file)).map_err(|error| {
        Failure::new(format!("`{file}` names no file: {error}."), "Name the register file after `cargo xtask run`.")
    })?;
    Ok(path.to_string_lossy().into_owned())
}
