//! Opens the window: on the display there is, or on a virtual one to take a picture of it.

use crate::steps::{Result, target};
use cairn_screen::{Picture, Screen};
use std::io;
use std::process::{Child, Command};
use std::time::Duration;

/// How long the window may take to paint.
const PATIENCE: Duration = Duration::from_secs(60);

/// Tells whether a window can be shown to somebody.
pub(crate) fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
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
    let path = target().join("cairn-window.png");
    taken(application).and_then(|picture| picture.save(&path)).map_err(|error| error.to_string())?;
    println!("The window, as it was painted: {}", path.display());
    Ok(())
}

fn taken(application: &mut Command) -> io::Result<Picture> {
    let screen = Screen::on(1440, 900)?;
    screen.show(application);
    let mut cairn = Ended(application.spawn()?);
    screen.painted(PATIENCE, || match cairn.0.try_wait()? {
        Some(status) => {
            Err(io::Error::other(format!("Cairn ended with {status} before its window was painted")))
        }
        None => Ok(()),
    })
}

/// A process of ours that ends with us.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
