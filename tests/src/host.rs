//! A loopback host for tests: the built page, and the core behind it over HTTP.
//!
//! It serves the page with the content security policy of the window (`connect-src` apart), so a
//! page that works here breaks no rule there. Files enter by their bytes, since the dialogs of a
//! system can't be driven.

use cairn_core::{Code, Failure};
use cairn_host::Host;
use chrono::{DateTime, FixedOffset, Local};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{self, Read};
use std::net::{Ipv4Addr, SocketAddr};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server};

/// The largest body taken: the limit for a file from outside, and some room.
const LARGEST_BODY: u64 = 256 << 20;

/// How a host is set up.
#[derive(Debug)]
pub struct Setup {
    /// The folder with the products.
    pub data: PathBuf,
    /// The folder with the built page.
    pub page: PathBuf,
    /// The moment every call happens at; the clock of this machine if there is none.
    pub now: Option<DateTime<FixedOffset>>,
    /// The port to listen at; any free one if 0.
    pub port: u16,
}

/// A host that answers until it is dropped, or the process ends.
pub struct TestHost {
    server: Arc<Server>,
    shared: Arc<Shared>,
    address: SocketAddr,
    workers: Vec<thread::JoinHandle<()>>,
}

struct Shared {
    host: Host,
    setup: Setup,
    policy: String,
    files: tempfile::TempDir,
    places: Mutex<HashMap<u64, PathBuf>>,
}

/// What is sent back: status, kind and body.
type Answer = (u16, &'static str, Vec<u8>);

impl TestHost {
    /// Opens the products and listens at a port of 127.0.0.1.
    pub fn start(setup: Setup) -> io::Result<Self> {
        let policy = policy(&fs_text(&repository().join("tauri.conf.json"))?)?;
        let host = Host::open(setup.data.clone()).map_err(|error| io::Error::other(error.to_string()))?;
        let server = Server::http((Ipv4Addr::LOCALHOST, setup.port)).map_err(io::Error::other)?;
        let address = server.server_addr().to_ip().ok_or_else(|| io::Error::other("no IP address"))?;
        let (server, files) = (Arc::new(server), tempfile::tempdir()?);
        let shared = Arc::new(Shared { host, setup, policy, files, places: Mutex::default() });
        // Several, so that a long call does not hold up the page.
        let workers = (0..4)
            .map(|_| {
                let (server, shared) = (Arc::clone(&server), Arc::clone(&shared));
                thread::spawn(move || {
                    while let Ok(request) = server.recv() {
                        shared.serve(request);
                    }
                })
            })
            .collect();
        Ok(Self { server, shared, address, workers })
    }

    /// Returns where the page is.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns the core behind the page.
    pub fn core(&self) -> &Host {
        &self.shared.host
    }

    /// Answers until the process ends.
    pub fn wait(mut self) {
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

impl Drop for TestHost {
    fn drop(&mut self) {
        for _ in &self.workers {
            self.server.unblock();
        }
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

impl Shared {
    fn serve(&self, mut request: Request) {
        let (status, kind, body) = self.answer(&mut request).unwrap_or_else(|error| {
            let status = if error.kind() == io::ErrorKind::NotFound { 404 } else { 500 };
            (status, "text/plain; charset=utf-8", error.to_string().into_bytes())
        });
        let mut response = Response::from_data(body).with_status_code(status);
        for (name, value) in [
            ("Content-Type", kind),
            ("Content-Security-Policy", &self.policy),
            ("X-Content-Type-Options", "nosniff"),
            ("Cache-Control", "no-store"),
        ] {
            if let Ok(header) = Header::from_bytes(name, value) {
                response.add_header(header);
            }
        }
        // A browser that went away needs no answer.
        let _ = request.respond(response);
    }

    fn answer(&self, request: &mut Request) -> io::Result<Answer> {
        let url = request.url().to_owned();
        let (path, query) = url.split_once('?').unwrap_or((&url, ""));
        match (request.method(), path) {
            (Method::Post, "/call") => Ok(self.call(&body(request)?)),
            (Method::Post, "/file") => {
                let place = self.new_place(query)?;
                std::fs::write(&place, body(request)?)?;
                self.keep(self.host.admit(place.clone()), place)
            }
            (Method::Post, "/target") => {
                let place = self.new_place(query)?;
                self.keep(self.host.admit_target(place.clone()), place)
            }
            (Method::Get, _) => match path.strip_prefix("/written/") {
                Some(token) => self.written(token),
                None => self.page(path),
            },
            _ => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn call(&self, body: &[u8]) -> Answer {
        let now = self.setup.now.unwrap_or_else(|| Local::now().fixed_offset());
        let answered = match serde_json::from_slice::<Value>(body) {
            Ok(request) => catch_unwind(AssertUnwindSafe(|| self.host.call(request, now)))
                .unwrap_or_else(|_| Err(internal("The core panicked; the terminal says why."))),
            Err(error) => Err(internal(&error.to_string())),
        };
        match answered {
            Ok(reply) => (200, "application/json", reply.to_string().into_bytes()),
            Err(failure) => (422, "application/json", json!(failure).to_string().into_bytes()),
        }
    }

    /// Makes a private folder for one file, so that two of the same name do not meet.
    fn new_place(&self, query: &str) -> io::Result<PathBuf> {
        let name = query.split('&').find_map(|pair| pair.strip_prefix("name=")).map(decoded);
        let name = name.as_deref().map(Path::new).and_then(Path::file_name);
        let folder = tempfile::Builder::new().tempdir_in(self.files.path())?.keep();
        Ok(folder.join(name.unwrap_or_else(|| "file".as_ref())))
    }

    fn keep(&self, picked: cairn_host::PickedFile, place: PathBuf) -> io::Result<Answer> {
        self.places().insert(picked.token, place);
        Ok((200, "application/json", json!(picked).to_string().into_bytes()))
    }

    /// Gives what Cairn wrote to a chosen place, for tests to look at.
    fn written(&self, token: &str) -> io::Result<Answer> {
        let place = token.parse().ok().and_then(|token: u64| self.places().get(&token).cloned());
        let bytes = std::fs::read(place.ok_or(io::ErrorKind::NotFound)?)?;
        Ok((200, "application/octet-stream", bytes))
    }

    fn places(&self) -> MutexGuard<'_, HashMap<u64, PathBuf>> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn page(&self, path: &str) -> io::Result<Answer> {
        let path = decoded(path.trim_start_matches('/'));
        let path = if path.is_empty() { "index.html" } else { &path };
        let normal = |part| matches!(part, std::path::Component::Normal(_));
        if !Path::new(path).components().all(normal) {
            return Err(io::ErrorKind::NotFound.into());
        }
        let kind = match path.rsplit('.').next() {
            Some("html") => "text/html; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            Some("css") => "text/css; charset=utf-8",
            Some("svg") => "image/svg+xml",
            Some("png") => "image/png",
            Some("ico") => "image/x-icon",
            Some("woff2") => "font/woff2",
            Some("json" | "map") => "application/json",
            _ => "application/octet-stream",
        };
        Ok((200, kind, std::fs::read(self.setup.page.join(path))?))
    }
}

/// Returns the folder of the repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Returns the content security policy of the window, as tauri.conf.json has it.
pub fn window_policy(configuration: &str) -> io::Result<String> {
    let configuration: Value = serde_json::from_str(configuration)?;
    let policy = configuration["app"]["security"]["csp"].as_str();
    policy.map(str::to_owned).ok_or_else(|| io::Error::other("tauri.conf.json has no policy"))
}

/// The policy of the window, with calls over HTTP in place of those of Tauri.
fn policy(configuration: &str) -> io::Result<String> {
    let of_window = "connect-src ipc: http://ipc.localhost;";
    let policy = window_policy(configuration)?;
    if !policy.contains(of_window) {
        return Err(io::Error::other(format!("the policy of the window has no `{of_window}`")));
    }
    Ok(policy.replace(of_window, "connect-src 'self';"))
}

fn internal(message: &str) -> Failure {
    Failure { code: Code::Internal, field: None, message: message.to_owned(), hint: None }
}

fn body(request: &mut Request) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    request.as_reader().take(LARGEST_BODY).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn fs_text(path: &Path) -> io::Result<String> {
    std::fs::read_to_string(path)
}

/// Takes the percent signs out of a part of an address.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let escaped = (byte == b'%').then(|| {
            let digits: Vec<u8> = rest.clone().take(2).collect();
            let digits = std::str::from_utf8(&digits).ok().filter(|digits| digits.len() == 2)?;
            u8::from_str_radix(digits, 16).ok()
        });
        match escaped.flatten() {
            Some(byte) => {
                bytes.push(byte);
                rest.nth(1);
            }
            None => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_percent_signs_are_read() {
        assert_eq!(decoded("%C3%9Cber%20100%25.csv"), "Über 100%.csv");
        assert_eq!(decoded("100%"), "100%");
    }

    #[test]
    fn the_page_can_only_call_its_own_host() {
        let configuration = fs_text(&repository().join("tauri.conf.json")).expect("the configuration");
        let policy = policy(&configuration).expect("a policy");
        assert!(policy.contains("connect-src 'self';") && !policy.contains("ipc:"), "{policy}");
    }
}
