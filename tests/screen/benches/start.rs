//! How long Cairn takes from its start to a list that can be used, as a ratio to an empty window of
//! Tauri: both are spawned in turn on a virtual screen, which is looked at until it stands still.
//!
//! `CAIRN_DESKTOP`, `CAIRN_EMPTY_WINDOW` and `CAIRN_CLI` name the programs; `cargo xtask bench`
//! builds them and says where they are.

use cairn_screen::{Picture, Screen};
use std::env;
use std::error::Error;
use std::ffi::OsString;
use std::io;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

const RUNS: usize = 10;
/// What has not changed for so long is done.
const STILL: Duration = Duration::from_millis(1_500);
const PATIENCE: Duration = Duration::from_secs(60);

fn main() -> Result<(), Box<dyn Error>> {
    // `cargo test --benches` starts it too, without the programs.
    let Some(desktop) = env::var_os("CAIRN_DESKTOP") else {
        println!("start: CAIRN_DESKTOP names no program, nothing measured");
        return Ok(());
    };
    let named = |name: &str| env::var_os(name).ok_or_else(|| io::Error::other(format!("{name} is not set")));
    let (empty, cli): (OsString, OsString) = (named("CAIRN_EMPTY_WINDOW")?, named("CAIRN_CLI")?);
    let data = env::temp_dir().join(format!("cairn-start-{}", std::process::id()));
    std::fs::create_dir_all(&data)?;
    let made = Command::new(cli).args(["init", "--sample"]).env("CAIRN_DATA", &data).status()?;
    if !made.success() {
        return Err("the sample product was not made".into());
    }
    let (mut windows, mut lists) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        windows.push(painted(&mut Command::new(&empty))?);
        lists.push(painted(Command::new(&desktop).env("CAIRN_DATA", &data))?);
    }
    std::fs::remove_dir_all(&data)?;
    let ratios: Vec<f64> = lists.iter().zip(&windows).map(|(list, window)| list / window).collect();
    println!("start, from the spawn to the last change on the screen, {RUNS} runs in turn");
    for (name, mut values) in [("empty window, s", windows), ("list, s", lists), ("ratio", ratios)] {
        values.sort_by(f64::total_cmp);
        let (least, median) = (values[0], values[values.len() / 2]);
        println!("  {name:16} fastest {least:.2}  median {median:.2}");
    }
    Ok(())
}

/// Seconds from the start of a program to the last change of the screen.
fn painted(program: &mut Command) -> io::Result<f64> {
    let screen = Screen::on(1440, 900)?;
    screen.show(program);
    let start = Instant::now();
    let mut running = program.env("WEBKIT_DISABLE_DMABUF_RENDERER", "1").spawn()?;
    let mut last: Option<(Picture, Duration)> = None;
    while start.elapsed() < PATIENCE {
        let now = start.elapsed();
        let seen = screen.picture().filter(Picture::shows_something);
        last = match (last, seen) {
            (Some((picture, since)), Some(seen)) if picture == seen => Some((picture, since)),
            (_, Some(seen)) => Some((seen, now)),
            (last, None) => last,
        };
        if last.as_ref().is_some_and(|(_, since)| now - *since > STILL) {
            break;
        }
        sleep(Duration::from_millis(15));
    }
    running.kill()?;
    running.wait()?;
    last.map(|(_, since)| since.as_secs_f64()).ok_or_else(|| io::Error::other("nothing was painted"))
}
