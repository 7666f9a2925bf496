//! What has to be there before anything is built: tools, system packages, npm packages, the page.

use crate::steps::{self, Result, npm, printed, root, target};
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

/// What is going to be done, and so what is needed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needs {
    /// Build the application and open its window.
    Window,
    /// As [`Needs::Window`], on a virtual display.
    Picture,
    /// Build everything and test it.
    Tests,
    /// The tests that take long.
    Soak,
}

const TO_BUILD: &[&str] = &["build-essential", "pkg-config", "libwebkit2gtk-4.1-dev"];
const TO_SEE: &[&str] = &["xvfb", "fonts-dejavu-core"];
const TO_TEST: &[&str] = &["webkit2gtk-driver", "poppler-utils", "qpdf"];
const TO_SOAK: &[&str] = &["libreoffice-impress", "poppler-utils", "qpdf"];

/// Sees to the tools and system packages.
pub(crate) fn ready(needs: Needs) -> Result {
    rust()?;
    node()?;
    if cfg!(target_os = "linux") {
        return linux(needs);
    }
    if cfg!(target_os = "macos") {
        return match printed(Command::new("xcode-select").arg("-p")) {
            Some(_) => browser(needs),
            None => {
                Err("the command line tools of Xcode are missing; get them with: xcode-select --install"
                    .into())
            }
        };
    }
    println!("Windows: the C++ build tools of Visual Studio and the WebView2 runtime must be there.");
    println!("Windows 11 has the latter; https://tauri.app/start/prerequisites/ says more.");
    browser(needs)
}

fn rust() -> Result {
    let said = printed(Command::new("rustc").arg("--version")).unwrap_or_default();
    let version = said.split_whitespace().nth(1).and_then(numbers);
    match version {
        Some(version) if version >= (1, 92) => {
            println!("{said}");
            Ok(())
        }
        _ => Err(format!(
            "Rust 1.92 or newer is needed{}. Get it from https://rustup.rs, or with: rustup update stable",
            if said.is_empty() { String::new() } else { format!(", here is {said}") },
        )),
    }
}

fn node() -> Result {
    let said = printed(Command::new("node").arg("--version")).unwrap_or_default();
    // The page's builder takes 20.19 and later, and of the 22 series 22.12 and later.
    let fits = numbers(said.trim_start_matches('v'))
        .is_some_and(|version| version >= (20, 19) && !((21, 0)..(22, 12)).contains(&version));
    if !fits {
        return Err(format!(
            "Node 20.19 or newer (or 22.12 or newer) is needed{}. Get it from https://nodejs.org",
            if said.is_empty() { String::new() } else { format!(", here is {said}") },
        ));
    }
    let npm = printed(npm(".", &["--version"]).stderr(std::process::Stdio::null()));
    let npm = npm.ok_or("npm is missing; it comes with Node from https://nodejs.org")?;
    println!("Node {said}, npm {npm}");
    Ok(())
}

fn numbers(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.split('.').map(|part| part.parse().ok());
    Some((parts.next()??, parts.next()??))
}

/// Installs what is missing of the system's packages, where this knows how to.
fn linux(needs: Needs) -> Result {
    let mut wanted = TO_BUILD.to_vec();
    if [Needs::Picture, Needs::Tests].contains(&needs) {
        wanted.extend(TO_SEE);
    }
    if needs == Needs::Soak {
        wanted.extend(TO_SOAK);
    }
    if needs == Needs::Tests {
        wanted.extend(TO_TEST);
        if chromium().is_none() {
            wanted.push("chromium");
        }
    }
    if !on_path("apt-get") || !on_path("dpkg-query") {
        return other_linux(needs);
    }
    let missing: Vec<&str> = wanted.into_iter().filter(|package| !installed(package)).collect();
    if missing.is_empty() {
        println!("All system packages are there.");
        return Ok(());
    }
    println!("Installing: {}", missing.join(" "));
    let root = printed(Command::new("id").arg("-u")).as_deref() == Some("0");
    if !root && !on_path("sudo") {
        return Err(format!("system packages are missing; as root: apt-get install {}", missing.join(" ")));
    }
    let apt = |arguments: &[&str]| {
        let mut command = Command::new(if root { "env" } else { "sudo" });
        if !root {
            command.arg("env");
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]).args(arguments);
        command
    };
    steps::done(&mut apt(&["update"]))?;
    steps::done(apt(&["install", "--yes", "--no-install-recommends"]).args(&missing))?;
    browser(needs)
}

fn installed(package: &str) -> bool {
    let status =
        printed(Command::new("dpkg-query").args(["--show", "--showformat=${db:Status-Status}", package]));
    status.as_deref() == Some("installed")
}

/// Names what is missing where packages are called otherwise.
fn other_linux(needs: Needs) -> Result {
    let mut missing = Vec::new();
    if printed(Command::new("pkg-config").args(["--exists", "webkit2gtk-4.1"])).is_none() {
        missing.push("a C compiler, pkg-config and WebKitGTK 4.1 with its headers (Fedora: webkit2gtk4.1-devel, Arch: webkit2gtk-4.1)");
    }
    if [Needs::Picture, Needs::Tests].contains(&needs) && !on_path("Xvfb") {
        missing.push("Xvfb (Fedora: xorg-x11-server-Xvfb, Arch: xorg-server-xvfb)");
    }
    if needs == Needs::Tests && !on_path("WebKitWebDriver") {
        missing.push("WebKitWebDriver (comes with WebKitGTK, or in a package of its own)");
    }
    if [Needs::Tests, Needs::Soak].contains(&needs) && !(on_path("pdftotext") && on_path("qpdf")) {
        missing.push("pdftotext, pdftoppm and qpdf (Fedora: poppler-utils, qpdf; Arch: poppler, qpdf)");
    }
    if needs == Needs::Soak && !on_path("soffice") {
        missing.push("LibreOffice Impress (Fedora: libreoffice-impress, Arch: libreoffice-fresh)");
    }
    if missing.is_empty() { browser(needs) } else { Err(format!("missing: {}", missing.join("; "))) }
}

fn browser(needs: Needs) -> Result {
    if needs != Needs::Tests {
        return Ok(());
    }
    match chromium() {
        Some(browser) => {
            println!("Browser: {}", browser.display());
            Ok(())
        }
        None => Err("no Chromium or Chrome was found; install one, or name it in CHROMIUM".into()),
    }
}

/// Finds a Chromium; tests/e2e/chromium.ts looks in the same places.
fn chromium() -> Option<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM") {
        return Some(named.into());
    }
    let elsewhere = [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
        "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    ];
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"]
        .into_iter()
        .find_map(find)
        .or_else(|| elsewhere.into_iter().map(PathBuf::from).find(|path| path.is_file()))
}

fn on_path(program: &str) -> bool {
    find(program).is_some()
}

fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// Installs the npm packages of a folder, if its lock file is not the one they were installed from.
pub(crate) fn packages(folder: &str) -> Result {
    let lock = fs::read_to_string(root().join(folder).join("package-lock.json"))
        .map_err(|error| format!("{folder}/package-lock.json: {error}"))?;
    let stamp = Stamp::of(folder);
    if root().join(folder).join("node_modules").is_dir() && stamp.is(&lock) {
        println!("{folder}: as the lock file says.");
        return Ok(());
    }
    steps::done(&mut npm(folder, &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    stamp.set(&lock)
}

/// Builds the page, if it is not the one that its sources make.
pub(crate) fn page() -> Result {
    let mut hash = DefaultHasher::new();
    for part in ["ui", "core/words"] {
        hash_files(&root().join(part), &mut hash).map_err(|error| format!("{part}: {error}"))?;
    }
    let sources = hash.finish().to_string();
    let stamp = Stamp::of("page");
    if root().join("ui/dist/index.html").is_file() && stamp.is(&sources) {
        println!("ui/dist: as its sources make it.");
        return Ok(());
    }
    steps::done(&mut npm("ui", &["run", "build"]))?;
    stamp.set(&sources)
}

/// Takes in the names and contents of the files in a folder, in order.
fn hash_files(folder: &Path, hash: &mut DefaultHasher) -> io::Result<()> {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap_or_default();
        if name == "node_modules" || name == "dist" {
            continue;
        }
        if path.is_dir() {
            hash_files(&path, hash)?;
        } else {
            name.hash(hash);
            fs::read(&path)?.hash(hash);
        }
    }
    Ok(())
}

/// A note in the target folder of what something was made from.
struct Stamp(PathBuf);

impl Stamp {
    fn of(name: &str) -> Self {
        Self(target().join("xtask").join(name.replace('/', "-")))
    }

    fn is(&self, made_from: &str) -> bool {
        fs::read_to_string(&self.0).is_ok_and(|noted| noted == made_from)
    }

    fn set(&self, made_from: &str) -> Result {
        let folder = self.0.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&self.0, made_from))
            .map_err(|error| format!("{}: {error}", self.0.display()))
    }
}
