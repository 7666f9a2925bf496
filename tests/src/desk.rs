//! Cairn's real window on a screen of its own, driven through WebDriver.
//!
//! The screen has a free number and the driver, WebKitWebDriver, a free port, so that tests stand
//! beside each other and beside the screen of whoever runs them. What was started here ends here,
//! by its own process, when it is dropped.

use cairn_screen::Screen;
use serde_json::{Value, json};
use std::error::Error;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// What a test passes on when something is not as it should be.
pub type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// How long anything may take to appear.
const PATIENCE: Duration = Duration::from_secs(30);

/// A process that ends when it is dropped.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Cairn's window on a screen.
pub struct Desk<'a> {
    session: String,
    _driver: Running,
    screen: &'a Screen,
}

impl<'a> Desk<'a> {
    /// Opens the window over the products in `data`, with `arguments` on its command line.
    pub fn open(screen: &'a Screen, data: &Path, arguments: &[&str]) -> Result<Self> {
        let binary = binary()?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let mut driver = Command::new("WebKitWebDriver");
        screen.show(&mut driver);
        let driver = driver
            .args(["--host=127.0.0.1", &format!("--port={port}")])
            .env("CAIRN_DATA", data)
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .spawn()
            .map_err(|error| {
                format!("WebKitWebDriver did not start ({error}); `cargo xtask test` installs it")
            })?;
        let driver = Running(driver);
        let address = format!("http://127.0.0.1:{port}");
        wait_for("the driver", || {
            Ok(minreq::get(format!("{address}/status")).with_timeout(5).send().is_ok())
        })?;
        let options = json!({ "binary": binary, "args": arguments });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
        let made = ask(minreq::post(format!("{address}/session")), &wanted)?;
        let id = made["sessionId"].as_str().ok_or("no session")?;
        Ok(Self { session: format!("{address}/session/{id}"), _driver: driver, screen })
    }

    /// Runs `script` in the page and gives what it returns; a promise is awaited.
    pub fn run(&self, script: &str) -> Result<Value> {
        self.ask("execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// Waits until `script` returns something true, and gives it.
    pub fn wait(&self, script: &str) -> Result<Value> {
        let mut last = Value::Null;
        wait_for(script, || {
            last = self.run(script)?;
            Ok(!matches!(last, Value::Null | Value::Bool(false)) && last != json!("") && last != json!(0))
        })
        .map_err(|error| {
            let text = self.text().unwrap_or_default();
            format!("{error}; the window says:\n{text}")
        })?;
        Ok(last)
    }

    /// Returns the text of the page, as a person sees it.
    pub fn text(&self) -> Result<String> {
        Ok(self.run("return document.body.innerText")?.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the page says `text`.
    pub fn wait_for_text(&self, text: &str) -> Result<()> {
        self.wait(&format!("return document.body.innerText.includes({})", json!(text))).map(drop)
    }

    /// Clicks the first element that `css` finds, as a person would.
    pub fn click(&self, css: &str) -> Result<()> {
        let element = self.find(css)?;
        self.ask(&format!("element/{element}/click"), &json!({})).map(drop)
    }

    /// Types `text` into the first element that `css` finds.
    pub fn type_into(&self, css: &str, text: &str) -> Result<()> {
        let element = self.find(css)?;
        self.ask(&format!("element/{element}/value"), &json!({ "text": text })).map(drop)
    }

    /// Presses keys where the focus is, all held together: `press(&["\u{E009}", "z"])` is Ctrl Z.
    pub fn press(&self, keys: &[&str]) -> Result<()> {
        let step = |kind: &'static str| move |key: &&str| json!({ "type": kind, "value": key });
        let down = keys.iter().map(step("keyDown"));
        let steps: Vec<Value> = down.chain(keys.iter().rev().map(step("keyUp"))).collect();
        let actions = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": steps }] });
        self.ask("actions", &actions).map(drop)
    }

    /// Drags with the pointer from one point of the page to another.
    pub fn drag(&self, from: (i64, i64), to: (i64, i64)) -> Result<()> {
        let go =
            |(x, y): (i64, i64), ms: u32| json!({ "type": "pointerMove", "duration": ms, "x": x, "y": y });
        let half = ((from.0 + to.0) / 2, (from.1 + to.1) / 2);
        let steps = json!([
            go(from, 0),
            { "type": "pointerDown", "button": 0 },
            go(half, 100),
            go(to, 100),
            { "type": "pointerUp", "button": 0 },
        ]);
        let pointer = json!({ "type": "pointer", "id": "mouse", "actions": steps });
        self.ask("actions", &json!({ "actions": [pointer] })).map(drop)
    }

    /// Saves what the screen shows as target/`name`.png and returns where that is.
    pub fn picture(&self, name: &str) -> Result<PathBuf> {
        let path = target().join(name).with_extension("png");
        self.screen.painted(PATIENCE, || Ok(()))?.save(&path)?;
        Ok(path)
    }

    fn find(&self, css: &str) -> Result<String> {
        self.wait(&format!("return document.querySelector({}) !== null", json!(css)))?;
        let found = self.ask("element", &json!({ "using": "css selector", "value": css }))?;
        let id = found.as_object().and_then(|found| found.values().next()).and_then(Value::as_str);
        Ok(id.ok_or("no element")?.to_owned())
    }

    fn ask(&self, what: &str, body: &Value) -> Result<Value> {
        ask(minreq::post(format!("{}/{what}", self.session)), body)
    }
}

impl Drop for Desk<'_> {
    fn drop(&mut self) {
        // Ends the window; the driver is ended after it.
        let _ = minreq::delete(&self.session).with_timeout(10).send();
    }
}

/// Returns the built application.
fn binary() -> Result<PathBuf> {
    let path = match std::env::var_os("CAIRN_DESKTOP") {
        Some(path) => path.into(),
        None => target().join("debug").join("cairn-desktop"),
    };
    if path.is_file() {
        return Ok(path);
    }
    Err(format!("{} is not built; run `cargo xtask test`, or `cargo build` after the page", path.display())
        .into())
}

/// Returns the folder cargo builds into.
fn target() -> PathBuf {
    // A test program is target/debug/deps/window-…
    let program = std::env::current_exe().unwrap_or_default();
    program.ancestors().nth(3).unwrap_or(Path::new("target")).to_owned()
}

fn ask(request: minreq::Request, body: &Value) -> Result<Value> {
    let answer = request
        .with_header("Content-Type", "application/json; charset=utf-8")
        .with_body(body.to_string())
        .with_timeout(60)
        .send()?;
    let mut answer_body: Value = serde_json::from_slice(answer.as_bytes())?;
    let value = answer_body["value"].take();
    if answer.status_code == 200 {
        return Ok(value);
    }
    Err(format!("{}: {}", value["error"].as_str().unwrap_or("?"), value["message"].as_str().unwrap_or("?"))
        .into())
}

fn wait_for(what: &str, mut there: impl FnMut() -> Result<bool>) -> Result<()> {
    let start = Instant::now();
    while !there()? {
        if start.elapsed() > PATIENCE {
            return Err(format!("waited {} s in vain: {what}", PATIENCE.as_secs()).into());
        }
        sleep(Duration::from_millis(50));
    }
    Ok(())
}
