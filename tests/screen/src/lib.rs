//! A virtual screen for windows that nobody looks at, and pictures of it.
//!
//! The pictures are of the screen itself. Those of the driver would need another way of drawing
//! than the one people get: with `WEBKIT_DISABLE_DMABUF_RENDERER=1`, as the shell sets it, the
//! driver waits for its picture for ever.

mod picture;

pub use picture::Picture;
use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A running Xvfb under a free number; it ends when this is dropped.
#[derive(Debug)]
pub struct Screen {
    xvfb: Child,
    display: String,
    folder: PathBuf,
}

impl Screen {
    /// Switches on a screen of `width` × `height`.
    pub fn on(width: u32, height: u32) -> io::Result<Self> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("cairn-screen-{}-{number}", std::process::id()));
        fs::create_dir_all(&folder)?;
        // What the screen shows, Xvfb keeps in a file of that folder.
        let xvfb = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-nocursor"])
            .args(["-screen", "0", &format!("{width}x{height}x24"), "-fbdir"])
            .arg(&folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| io::Error::new(error.kind(), format!("Xvfb did not start: {error}")))?;
        let mut screen = Self { xvfb, display: String::new(), folder };
        let mut said = String::new();
        if let Some(stdout) = screen.xvfb.stdout.take() {
            BufReader::new(stdout).read_line(&mut said)?;
        }
        if said.trim().is_empty() {
            return Err(io::Error::other("Xvfb found no free display"));
        }
        screen.display = format!(":{}", said.trim());
        Ok(screen)
    }

    /// Has a program open its windows here.
    pub fn show(&self, program: &mut Command) {
        program.env("DISPLAY", &self.display).env("GDK_BACKEND", "x11").env("NO_AT_BRIDGE", "1");
        program.env_remove("WAYLAND_DISPLAY");
    }

    /// Returns what the screen shows now; `None` before it shows anything.
    pub fn picture(&self) -> Option<Picture> {
        Picture::of_display(&fs::read(self.folder.join("Xvfb_screen0")).ok()?)
    }

    /// Waits until the screen shows more than an empty window, and has stood still for a moment.
    ///
    /// Something that moves for ever is given after ten seconds. `going_on` is asked now and then
    /// whether it is worth waiting on.
    pub fn painted(
        &self,
        patience: Duration,
        mut going_on: impl FnMut() -> io::Result<()>,
    ) -> io::Result<Picture> {
        let start = Instant::now();
        let mut last: Option<(Picture, Instant)> = None;
        let mut first = None;
        loop {
            going_on()?;
            if let Some(seen) = self.picture().filter(Picture::shows_something) {
                let first = *first.get_or_insert_with(Instant::now);
                last = match last.take() {
                    Some((picture, since)) if picture == seen => {
                        if since.elapsed() > Duration::from_secs(1) {
                            return Ok(picture);
                        }
                        Some((picture, since))
                    }
                    _ if first.elapsed() > Duration::from_secs(10) => return Ok(seen),
                    _ => Some((seen, Instant::now())),
                };
            }
            if start.elapsed() > patience {
                let seconds = patience.as_secs();
                return Err(io::Error::other(format!("the window painted nothing in {seconds} seconds")));
            }
            sleep(Duration::from_millis(200));
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.xvfb.kill();
        let _ = self.xvfb.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}
