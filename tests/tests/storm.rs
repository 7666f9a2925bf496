//! Kills the real core in the middle of its work, again and again: what was acknowledged is there,
//! what is there is sound, and all of it can still be taken back.
#![cfg(unix)]

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

const KILLS: u32 = 100;
const ACKNOWLEDGED: u64 = 1_000;

fn storm() -> Command {
    Command::new(env!("CARGO_BIN_EXE_cairn-storm"))
}

/// Runs a command to its end and returns the number after `word` in what it says.
fn said(command: &str, path: &Path, word: &str) -> u64 {
    let output = storm().arg(command).arg(path).output().unwrap();
    let text =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command}: {text}");
    text.strip_prefix(word).and_then(|rest| rest.trim().parse().ok()).unwrap_or_else(|| panic!("{text}"))
}

fn copy_of(path: &Path, to: &Path) {
    for suffix in ["", "-wal"] {
        let from = format!("{}{suffix}", path.display());
        let _ = std::fs::remove_file(format!("{}{suffix}", to.display()));
        if std::fs::exists(&from).unwrap() {
            std::fs::copy(from, format!("{}{suffix}", to.display())).unwrap();
        }
    }
}

/// Storms a product and kills it after some time from its first acknowledged write. Returns the
/// last number acknowledged.
fn storm_and_kill(path: &Path, after: Duration) -> u64 {
    let mut child = storm().arg("storm").arg(path).stdout(Stdio::piped()).spawn().unwrap();
    let output = child.stdout.take().unwrap();
    let (send, first) = mpsc::channel();
    let reader = std::thread::spawn(move || {
        let mut last = 0;
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            // The last line may be cut; a cut number would only be smaller.
            let text = String::from_utf8_lossy(&line).into_owned();
            let Some(number) = text.strip_prefix("ACK ").and_then(|number| number.parse().ok()) else {
                continue;
            };
            last = u64::max(last, number);
            let _ = send.send(());
        }
        last
    });
    first.recv_timeout(Duration::from_secs(60)).unwrap();
    std::thread::sleep(after);
    child.kill().unwrap();
    let _ = child.wait().unwrap();
    reader.join().unwrap()
}

#[test]
fn a_hundred_kills_lose_nothing_that_was_acknowledged() {
    kill(KILLS, ACKNOWLEDGED);
}

#[test]
#[ignore = "takes minutes"]
fn soak_a_thousand_kills_lose_nothing_that_was_acknowledged() {
    kill(KILLS * 10, ACKNOWLEDGED * 10);
}

fn kill(times: u32, writes: u64) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("storm.cairn");
    assert!(storm().arg("init").arg(&path).status().unwrap().success());
    let mut chance = fastrand::Rng::with_seed(20_261_126);
    let mut acknowledged = 0;
    let mut kills = 0;
    while kills < times || acknowledged < writes {
        acknowledged = storm_and_kill(&path, Duration::from_micros(chance.u64(..60_000)));
        kills += 1;
        let seen = said("check", &path, "SEEN ");
        assert!(seen >= acknowledged, "after kill {kills}: acknowledged {acknowledged}, seen {seen}");
        assert!(kills < times * 5, "only {acknowledged} writes in {kills} kills");
    }
    let copy = folder.path().join("copy.cairn");
    copy_of(&path, &copy);
    let output = storm().arg("unwind").arg(&copy).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn a_kill_during_an_import_leaves_all_of_it_or_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.cairn");
    let file = folder.path().join("export.csv");
    let rows: String = (1..=4_000).map(|n| format!("T-{n},Title {n},To Do,\"label {}\"\n", n % 7)).collect();
    std::fs::write(&file, format!("ID,Title,State,Labels\n{rows}")).unwrap();
    assert!(storm().arg("init").arg(&path).status().unwrap().success());

    // How long a whole import takes decides the moments of the kills.
    let trial = folder.path().join("trial.cairn");
    copy_of(&path, &trial);
    let import = |to: &Path| {
        let mut command = storm();
        command.arg("import").arg(&file).arg("--into").arg(to).stdout(Stdio::null());
        command
    };
    let started = Instant::now();
    assert!(import(&trial).status().unwrap().success());
    let whole = started.elapsed();

    let mut chance = fastrand::Rng::with_seed(7);
    let (mut nothing, mut all) = (0, 0);
    for _ in 0..12 {
        let copy = folder.path().join("copy.cairn");
        copy_of(&path, &copy);
        let mut child = import(&copy).spawn().unwrap();
        std::thread::sleep(whole.mul_f64(0.3 + chance.f64() * 0.9));
        let _ = child.kill();
        let _ = child.wait().unwrap();
        match said("check", &copy, "SEEN ") {
            0 => nothing += 1,
            1 => all += 1,
            steps => panic!("{steps} steps"),
        }
        let product = cairn_core::Product::open(&copy, cairn_tests::at(cairn_tests::TODAY)).unwrap();
        assert!([0, 4_000].contains(&product.items().len()), "{} items", product.items().len());
    }
    assert_eq!(nothing + all, 12);
}
