//! A display of its own with a driver for the web view, and a mouse and a keyboard for what the web view does
//! not see: dragging a file in, and the system's own dialogs.

use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::time::sleep;

use crate::Outcome;

/// The usual office screen.
const SIZE: &str = "1366x768x24";

/// A virtual display and the driver of the web view in it. Both end with it.
pub struct Desktop {
    display: String,
    port: u16,
    children: Vec<Child>,
    /// What the window remembers (language, theme) begins empty, and leaves the user's own alone.
    home: tempfile::TempDir,
}

impl Desktop {
    /// Starts a display and a driver.
    pub async fn start() -> Outcome<Self> {
        static DESKTOPS: AtomicU32 = AtomicU32::new(0);
        // One for each test, whichever runs beside it.
        let number = 90 + std::process::id() % 400 + 500 * DESKTOPS.fetch_add(1, Ordering::Relaxed);
        let mut desktop = Self {
            display: format!(":{number}"),
            port: free_port()?,
            children: Vec::new(),
            home: tempfile::tempdir()?,
        };
        let mut xvfb = Command::new("Xvfb");
        xvfb.args([&desktop.display, "-screen", "0", SIZE, "-nolisten", "tcp"]);
        desktop.spawn(xvfb)?;
        desktop.until_display_answers().await?;
        let mut driver = Command::new("WebKitWebDriver");
        driver.arg(format!("--port={}", desktop.port));
        // What the driver starts inherits this: tauri then lets itself be driven.
        driver.env("TAURI_AUTOMATION", "true").env("TAURI_WEBVIEW_AUTOMATION", "true");
        driver.env("DISPLAY", &desktop.display).env_remove("WAYLAND_DISPLAY").env("GDK_BACKEND", "x11");
        for folder in ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"] {
            driver.env(folder, desktop.home.path());
        }
        // No notice of an accessibility bus that is not there, no portal in place of the system's own dialogs.
        driver.env("NO_AT_BRIDGE", "1").env("GTK_USE_PORTAL", "0");
        desktop.spawn(driver)?;
        desktop.until_driver_answers().await?;
        Ok(desktop)
    }

    /// The address of the driver.
    pub fn driver(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Drags files from another program and drops them in the middle of the window.
    pub async fn drop_files(&mut self, files: &[PathBuf]) -> Outcome {
        let mut source = Command::new("/usr/bin/python3");
        source.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/drag_source.py")).args(files);
        source.env("DISPLAY", &self.display).env("GDK_BACKEND", "x11").env("NO_AT_BRIDGE", "1");
        self.spawn(source)?;
        // The source is a small window in the upper left corner; it needs a moment to stand there.
        sleep(Duration::from_secs(2)).await;
        if let Some(Some(ended)) = self.children.last_mut().map(Child::try_wait).transpose()? {
            return Err(format!(
                "the hand that drags has ended ({ended}): is python3-gi there? run `cargo xtask setup`"
            )
            .into());
        }
        self.mouse(&["mousemove", "40", "30"]).await?;
        self.mouse(&["mousedown", "1"]).await?;
        // A drag begins with a movement, and the window under it must see the pointer come.
        for step in 1..=20 {
            let (x, y) = (40 + step * 32, 30 + step * 18);
            self.mouse(&["mousemove", &x.to_string(), &y.to_string()]).await?;
            sleep(Duration::from_millis(40)).await;
        }
        sleep(Duration::from_millis(400)).await;
        self.mouse(&["mouseup", "1"]).await?;
        sleep(Duration::from_secs(1)).await;
        if let Some(mut source) = self.children.pop() {
            end(&mut source);
        }
        Ok(())
    }

    /// Types a path into the system's dialog for files and confirms it.
    pub async fn answer_file_dialog(&self, title: &str, path: &Path) -> Outcome {
        self.until_dialog(title).await?;
        self.xdotool(&["key", "ctrl+a"])?;
        self.xdotool(&["type", "--delay", "15", &path.display().to_string()])?;
        sleep(Duration::from_millis(500)).await;
        self.xdotool(&["key", "Return"])?;
        Ok(())
    }

    /// Waits for a dialog and gives it the keyboard: without a window manager nobody else does.
    async fn until_dialog(&self, title: &str) -> Outcome {
        let mut found = None;
        for _ in 0..50 {
            found = self.xdotool(&["search", "--onlyvisible", "--name", title])?;
            if found.is_some() {
                break;
            }
            sleep(Duration::from_millis(200)).await;
        }
        let dialog = match found {
            Some(dialog) => dialog,
            None => return Err(format!("no dialog \"{title}\" came up, but {}", self.windows()?).into()),
        };
        let dialog = dialog.lines().next().unwrap_or_default().to_owned();
        self.xdotool(&["windowfocus", &dialog])?;
        sleep(Duration::from_millis(500)).await;
        Ok(())
    }

    /// The titles of what stands on the display.
    fn windows(&self) -> Outcome<String> {
        let all = self.xdotool(&["search", "--onlyvisible", "--name", "."])?.unwrap_or_default();
        let titles = all.lines().filter_map(|id| self.xdotool(&["getwindowname", id]).ok().flatten());
        Ok(titles.collect::<Vec<_>>().join(", "))
    }

    async fn mouse(&self, args: &[&str]) -> Outcome {
        self.xdotool(args)?;
        sleep(Duration::from_millis(60)).await;
        Ok(())
    }

    fn xdotool(&self, args: &[&str]) -> Outcome<Option<String>> {
        let output = Command::new("xdotool").args(args).env("DISPLAY", &self.display).output()?;
        let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        Ok((output.status.success()).then_some(text))
    }

    fn spawn(&mut self, mut command: Command) -> Outcome {
        // In a group of its own, so that what it starts ends with it.
        let child = command.process_group(0).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let name = command.get_program().to_string_lossy().into_owned();
        self.children.push(child.map_err(|error| format!("{name} does not start: {error}; run `cargo xtask setup`"))?);
        Ok(())
    }

    async fn until_display_answers(&self) -> Outcome {
        for _ in 0..100 {
            if self.xdotool(&["getdisplaygeometry"])?.is_some() {
                return Ok(());
            }
            sleep(Duration::from_millis(100)).await;
        }
        Err(format!("the display {} does not answer", self.display).into())
    }

    async fn until_driver_answers(&self) -> Outcome {
        for _ in 0..100 {
            if TcpStream::connect(("127.0.0.1", self.port)).await.is_ok() {
                return Ok(());
            }
            sleep(Duration::from_millis(100)).await;
        }
        Err("the driver of the web view does not answer".into())
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        for child in self.children.iter_mut().rev() {
            end(child);
        }
    }
}

/// Asks the whole group to end, then makes it.
fn end(child: &mut Child) {
    let group = format!("-{}", child.id());
    for signal in ["-TERM", "-KILL"] {
        let _ = Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
        std::thread::sleep(Duration::from_millis(300));
    }
    let _ = child.wait();
}

fn free_port() -> Outcome<u16> {
    Ok(std::net::TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
