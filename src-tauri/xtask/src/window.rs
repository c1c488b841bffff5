//! The real window: opened for a person, or driven by a test in a virtual display.

use crate::call::Call;
use crate::failure::{Failure, Outcome};
use crate::house::House;

/// Every program of the workspace in one call of cargo. One package alone, or those that ship alone, would
/// choose other features than the tests do and compile the press and the window toolkit once more.
pub fn build(house: &House) -> Outcome {
    // Windows cannot replace a program that runs, and this one does.
    house.cargo().words("build --workspace --exclude xtask --bins").run()
}

/// Whether somebody could see a window here.
pub fn has_display() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// Opens the app and waits until it is closed. Without a register file it opens the sample.
pub fn open(house: &House, register: Option<&str>) -> Outcome {
    let app = Call::program(&house.app().to_string_lossy());
    let app = match register {
        Some(file) => app.word(file),
        None => app.word("--sample"),
    };
    app.remedy("Run it again with RUST_BACKTRACE=1, and look at what it printed above.").run()
}

/// The sample as it stood on 20-4-2016, made anew each time: whoever tries an import wants to try it again.
pub fn sample_before_1943(house: &House) -> Outcome<String> {
    let notes = house.notes();
    let register = notes.join("before-1943.kientoan");
    std::fs::create_dir_all(&notes).map_err(|error| Failure::file("made", &notes, &error))?;
    if register.exists() {
        std::fs::remove_file(&register).map_err(|error| Failure::file("removed", &register, &error))?;
    }
    let file = register.to_string_lossy().into_owned();
    let cli = house.app().with_file_name(format!("kientoan-cli{}", std::env::consts::EXE_SUFFIX));
    Call::program(&cli.to_string_lossy()).word("sample").word(&file).words("--until 2016-04-20").run()?;
    Ok(file)
}

/// Drives the built app from end to end, and leaves what it saw and printed in the output folder.
pub fn drive(house: &House) -> Outcome<String> {
    if !cfg!(target_os = "linux") {
        return Ok("left out: the window is driven on Linux only".to_owned());
    }
    let out = house.out();
    std::fs::create_dir_all(&out).map_err(|error| Failure::file("made", &out, &error))?;
    house
        .cargo_of_window()
        .env("KIENTOAN_APP", house.app())
        .env("KIENTOAN_OUT", &out)
        .words("test -- --nocapture")
        .remedy(format!("Read the log above, and look at the screenshots in {}.", out.display()))
        .run()?;
    Ok(format!("passed; what it saw is in {}", out.display()))
}
