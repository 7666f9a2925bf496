//! Serves the page and the core at a port of this machine, for tests and for looking around:
//! `cairn-test-host --data DIR [--now 2026-11-26T09:42:00+01:00] [--port N] [--page DIR]`.

use cairn_tests::host::{Setup, TestHost, repository};
use chrono::DateTime;
use std::error::Error;
use std::io::Write;

fn main() -> Result<(), Box<dyn Error>> {
    let mut data = None;
    let mut now = std::env::var("CAIRN_NOW").ok();
    let mut page = repository().join("ui/dist");
    let mut port = 0;
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{name} needs a value"))?;
        match name.as_str() {
            "--data" => data = Some(value.into()),
            "--now" => now = Some(value),
            "--page" => page = value.into(),
            "--port" => port = value.parse()?,
            _ => return Err(format!("unknown: {name}; there are --data, --now, --page and --port").into()),
        }
    }
    let data = data.ok_or("--data DIR is missing: the folder for the products")?;
    let now = now.map(|now| DateTime::parse_from_rfc3339(&now)).transpose()?;
    let host = TestHost::start(Setup { data, page, now, port })?;
    println!("listening {}", host.url());
    std::io::stdout().flush()?;
    Ok(host.wait()?)
}
