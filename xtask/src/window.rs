//! Opens the window: on the display there is, or on a virtual one to take a picture of it.

use crate::picture::Picture;
use crate::steps::{Result, target};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use std::{env, fs};

/// How long the window may take to paint.
const PATIENCE: Duration = Duration::from_secs(60);

/// Tells whether a window can be shown to somebody.
pub(crate) fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Opens the window and stays until it is closed.
pub(crate) fn open(application: &mut Command) -> Result {
    println!("\nOpening Cairn. Close its window to end this command.");
    let status = application.status().map_err(|error| format!("Cairn did not start: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("Cairn ended with {status}")) }
}

/// Opens the window on a virtual display, waits until it has painted and saves a picture of it.
pub(crate) fn picture(application: &mut Command) -> Result {
    println!("\nThere is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set).");
    println!("Opening Cairn on a virtual one, to take a picture of its window.");
    let folder = target().join("xtask").join(format!("display-{}", std::process::id()));
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let taken = on_virtual_display(application, &folder);
    let _ = fs::remove_dir_all(&folder);
    let picture = taken?;
    let path = target().join("cairn-window.png");
    picture.save(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    println!("The window, as it was painted: {}", crate::short(&path));
    Ok(())
}

fn on_virtual_display(
    application: &mut Command,
    folder: &std::path::Path,
) -> std::result::Result<Picture, String> {
    // The display writes what it shows into a file of this folder.
    let mut xvfb = Command::new("Xvfb")
        .args(["-displayfd", "1", "-nolisten", "tcp", "-nocursor", "-screen", "0", "1440x900x24", "-fbdir"])
        .arg(folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("Xvfb did not start: {error}"))?;
    let stdout = xvfb.stdout.take();
    let _xvfb = Ended(xvfb);
    let mut number = String::new();
    if let Some(stdout) = stdout {
        BufReader::new(stdout).read_line(&mut number).map_err(|error| error.to_string())?;
    }
    if number.trim().is_empty() {
        return Err("Xvfb found no free display".into());
    }
    application
        .env("DISPLAY", format!(":{}", number.trim()))
        .env("GDK_BACKEND", "x11")
        .env("NO_AT_BRIDGE", "1");
    let cairn = application.spawn().map_err(|error| format!("Cairn did not start: {error}"))?;
    painted(&mut Ended(cairn), &folder.join("Xvfb_screen0"))
}

/// Waits until the window shows something and has stood still for a second.
fn painted(cairn: &mut Ended, screen: &std::path::Path) -> std::result::Result<Picture, String> {
    let start = Instant::now();
    let mut last: Option<Picture> = None;
    let mut still_since = start;
    let mut first_seen = None;
    loop {
        sleep(Duration::from_millis(200));
        if let Ok(Some(status)) = cairn.0.try_wait() {
            return Err(format!("Cairn ended with {status} before it painted its window"));
        }
        let seen = fs::read(screen).ok().and_then(|bytes| Picture::of_display(&bytes));
        if let Some(seen) = seen.filter(Picture::shows_something) {
            let first = *first_seen.get_or_insert_with(Instant::now);
            if last.as_ref() != Some(&seen) {
                still_since = Instant::now();
                last = Some(seen);
            } else if still_since.elapsed() > Duration::from_secs(1) {
                return last.ok_or_else(String::new);
            }
            // Something that moves for ever is a picture, too.
            if first.elapsed() > Duration::from_secs(10) {
                return last.ok_or_else(String::new);
            }
        }
        if start.elapsed() > PATIENCE {
            return Err(format!("the window painted nothing in {} seconds", PATIENCE.as_secs()));
        }
    }
}

/// A process of ours that ends with us.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
