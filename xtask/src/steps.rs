//! Steps with a name and a duration, and the programs they start.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// A step either works or says why not.
pub(crate) type Result = std::result::Result<(), String>;

/// The steps of one command so far.
pub(crate) struct Steps {
    start: Instant,
    taken: Vec<(String, Duration)>,
}

impl Steps {
    /// Begins to count.
    pub(crate) fn begin() -> Self {
        Self { start: Instant::now(), taken: Vec::new() }
    }

    /// Takes one step, and says how long it took or that it failed.
    pub(crate) fn step(&mut self, name: &str, take: impl FnOnce() -> Result) -> Result {
        println!("\n── {name}");
        let start = Instant::now();
        let done = take();
        let took = start.elapsed();
        match done {
            Ok(()) => {
                println!("── {name}: {}", told(took));
                self.taken.push((name.to_owned(), took));
                Ok(())
            }
            Err(why) => Err(format!("FAILED at “{name}” after {}: {why}", told(took))),
        }
    }

    /// Lists what was done.
    pub(crate) fn end(&self) {
        println!("\nEverything passed.");
        for (name, took) in &self.taken {
            println!("{:>10}  {name}", told(*took));
        }
        println!("{:>10}  in all", told(self.start.elapsed()));
    }
}

fn told(took: Duration) -> String {
    let seconds = took.as_secs();
    if seconds >= 60 {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    } else {
        format!("{:.1} s", took.as_secs_f64())
    }
}

/// Runs a program to its end; anything but success is a failure that names the program.
pub(crate) fn done(command: &mut Command) -> Result {
    let told = told_command(command);
    let status = command.status().map_err(|error| format!("`{told}` did not start: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{told}` ended with {status}")) }
}

fn told_command(command: &Command) -> String {
    let words = [command.get_program()].into_iter().chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Returns what a program prints, or nothing if it fails or is missing.
pub(crate) fn printed(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Returns the folder of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Returns the folder cargo builds into.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// Returns where cargo puts a program.
pub(crate) fn built(profile: &str, program: &str) -> PathBuf {
    target().join(profile).join(program).with_extension(env::consts::EXE_EXTENSION)
}

/// The cargo that started this, in the repository.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root()).args(arguments);
    // Cargo sets these for us, and would take them for wishes of ours.
    for (name, _) in env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        if name.starts_with("CARGO_PKG_") || name == "CARGO_MANIFEST_DIR" || name == "CARGO_MANIFEST_PATH" {
            cargo.env_remove(name);
        }
    }
    cargo
}

/// npm in a folder of the repository.
pub(crate) fn npm(folder: &str, arguments: &[&str]) -> Command {
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(root().join(folder)).args(arguments);
    npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    npm
}
