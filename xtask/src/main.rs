//! The commands of this repository: `cargo xtask run`, `cargo xtask test` and a few more.
//!
//! Both work on a fresh machine: what is missing is installed where that is possible, and named
//! where it is not.

mod setup;
mod steps;
mod window;

use setup::Needs;
use std::env;
use std::process::{Command, ExitCode};
use steps::{Result, Steps, cargo, npm};

/// Every target at once: one set of features, so that no crate is compiled twice, whatever is tested.
///
/// Except this program, which can't be replaced on Windows while it runs.
const BUILD: &[&str] = &["build", "--workspace", "--exclude", "xtask", "--all-targets"];

const HELP: &str = "\
cargo xtask run [--release] [FILE…]   build Cairn and open its window; without a display, save a picture of it
cargo xtask test                      every check and test there is
cargo xtask window                    only the tests in the real window
cargo xtask e2e [ARGUMENT…]           only the tests in a browser; arguments go to Playwright
cargo xtask types                     write the page's types anew from those of the core
cargo xtask bench                     the benchmarks
cargo xtask soak                      the tests that take long: kills, damaged files, random input, LibreOffice";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", &[][..]),
    };
    let done = match command {
        "run" => run(rest),
        "test" => test(),
        "window" => window_tests(),
        "e2e" => e2e(rest),
        "types" => types(),
        "bench" => bench(),
        "soak" => soak(),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(format!("there is no `{other}`; there is\n{HELP}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\nxtask: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Builds Cairn and opens its window.
fn run(arguments: &[String]) -> Result {
    let release = arguments.iter().any(|argument| argument == "--release");
    let files: Vec<&String> = arguments.iter().filter(|argument| !argument.starts_with("--")).collect();
    let seen = window::has_display();
    let mut steps = Steps::begin();
    steps.step("What is needed", || setup::ready(if seen { Needs::Window } else { Needs::Picture }))?;
    steps.step("The page's packages", || setup::packages("ui"))?;
    steps.step("The page", setup::page)?;
    steps.step("The application (minutes the first time)", || {
        let mut build = cargo(&["build", "--package", "cairn-desktop"]);
        if release {
            build.arg("--release");
        }
        steps::done(&mut build)
    })?;
    let mut application =
        Command::new(steps::built(if release { "release" } else { "debug" }, "cairn-desktop"));
    application.args(files);
    if seen { window::open(&mut application) } else { window::picture(&mut application) }
}

/// Runs every check and test.
fn test() -> Result {
    let mut steps = Steps::begin();
    steps.step("What is needed", || setup::ready(Needs::Tests))?;
    steps.step("The page's packages", || setup::packages("ui"))?;
    steps.step("The browser tests' packages", || setup::packages("tests/e2e"))?;
    steps.step("Format", || steps::done(&mut cargo(&["fmt", "--all", "--check"])))?;
    steps.step("The page: types", || steps::done(&mut npm("ui", &["run", "check"])))?;
    steps.step("The page: unit tests", || steps::done(&mut npm("ui", &["test"])))?;
    steps.step("The page: build", setup::page)?;
    steps.step("Lints", || {
        steps::done(&mut cargo(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]))
    })?;
    steps.step("Build", || steps::done(&mut cargo(BUILD)))?;
    steps.step("Tests", || steps::done(&mut cargo(&["test", "--workspace", "--exclude", "xtask"])))?;
    steps.step("Tests in a browser: types", || steps::done(&mut npm("tests/e2e", &["run", "check"])))?;
    steps.step("Tests in a browser", || steps::done(&mut npm("tests/e2e", &["test"])))?;
    steps.step("Tests in the real window", in_the_window)?;
    steps.end();
    Ok(())
}

/// Runs the tests in the real window alone.
fn window_tests() -> Result {
    let mut steps = Steps::begin();
    steps.step("What is needed", || setup::ready(Needs::Tests))?;
    steps.step("The page's packages", || setup::packages("ui"))?;
    steps.step("The page", setup::page)?;
    steps.step("Build", || steps::done(&mut cargo(BUILD)))?;
    steps.step("Tests in the real window", in_the_window)
}

fn in_the_window() -> Result {
    if !cfg!(target_os = "linux") {
        println!("left out: the driver of the window is there on Linux only");
        return Ok(());
    }
    // Chosen by name rather than by target, to stay with the features of the rest.
    let mut tests = cargo(&["test", "--workspace", "--exclude", "xtask", "--tests", "--"]);
    tests.args(["--ignored", "window_", "--test-threads=2"]);
    steps::done(tests.env("CAIRN_DESKTOP", steps::built("debug", "cairn-desktop")))
}

/// Runs the tests in a browser alone.
fn e2e(arguments: &[String]) -> Result {
    let mut steps = Steps::begin();
    steps.step("What is needed", || setup::ready(Needs::Tests))?;
    steps.step("The page's packages", || setup::packages("ui"))?;
    steps.step("The browser tests' packages", || setup::packages("tests/e2e"))?;
    steps.step("The page", setup::page)?;
    steps.step("Build", || steps::done(&mut cargo(BUILD)))?;
    steps.step("Tests in a browser", || {
        steps::done(
            npm("tests/e2e", &["test", "--"]).args(arguments.iter().filter(|argument| *argument != "--")),
        )
    })
}

/// Writes ui/src/core/types.ts anew: the tests named `types` compare it, and write it when told so.
fn types() -> Result {
    let mut tests = cargo(&["test", "--package", "cairn-core", "--package", "cairn-host", "types"]);
    steps::done(tests.env("CAIRN_WRITE_TYPES", "1"))
}

/// Runs the benchmarks in a release build, on Linux the start of the window too.
fn bench() -> Result {
    steps::done(&mut cargo(&[
        "bench",
        "--package",
        "cairn-core",
        "--package",
        "cairn-documents",
        "--package",
        "cairn-tests",
    ]))?;
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    setup::ready(Needs::Picture)?;
    setup::packages("ui")?;
    setup::page()?;
    steps::done(&mut cargo(&["build", "--release", "--package", "cairn-cli"]))?;
    steps::done(&mut cargo(&["build", "--release", "--package", "cairn-desktop", "--bins", "--examples"]))?;
    let mut start = cargo(&["bench", "--package", "cairn-screen", "--bench", "start"]);
    start.env("CAIRN_DESKTOP", steps::built("release", "cairn-desktop"));
    start.env("CAIRN_CLI", steps::built("release", "cairn"));
    start.env("CAIRN_EMPTY_WINDOW", steps::built("release", "examples/empty-window"));
    steps::done(&mut start)
}

/// Runs the ignored tests whose name says `soak`, with optimisation.
fn soak() -> Result {
    setup::ready(Needs::Soak)?;
    let mut tests = cargo(&["test", "--release", "--package", "cairn-tests", "--package", "cairn-documents"]);
    steps::done(tests.args(["--", "--ignored", "soak"]))
}
