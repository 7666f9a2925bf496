//! A loopback host for tests: the built page, and the core behind it over HTTP.
//!
//! It serves the page with the content security policy of the window (`connect-src` apart), so a
//! page that works here breaks no rule there. Files enter by their bytes, since the dialogs of a
//! system can't be driven.

use cairn_core::{Code, Failure};
use cairn_host::Host;
use chrono::{DateTime, FixedOffset, Local};
use oxhttp::model::{Body, Method, Request, Response};
use oxhttp::{ListeningServer, Server};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{self, Read};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

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

/// A host that answers until the process ends.
pub struct TestHost {
    server: ListeningServer,
    address: SocketAddr,
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
        let files = tempfile::tempdir()?;
        // A port that was free a moment ago.
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, setup.port))?.local_addr()?;
        let shared = Shared { host, setup, policy, files, places: Mutex::default() };
        let server = Server::new(move |request| shared.serve(request)).bind(address).spawn()?;
        Ok(Self { server, address })
    }

    /// Returns where the page is.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Answers until the process ends.
    pub fn wait(self) -> io::Result<()> {
        self.server.join()
    }
}

impl Shared {
    fn serve(&self, request: &mut Request<Body>) -> Response<Body> {
        let (status, kind, body) = self.answer(request).unwrap_or_else(|error| {
            let status = if error.kind() == io::ErrorKind::NotFound { 404 } else { 500 };
            (status, "text/plain; charset=utf-8", error.to_string().into_bytes())
        });
        let response = Response::builder()
            .status(status)
            .header("Content-Type", kind)
            .header("Content-Security-Policy", &self.policy)
            .header("X-Content-Type-Options", "nosniff")
            .header("Cache-Control", "no-store")
            .body(Body::from(body));
        response.unwrap_or_else(|_| Response::new(Body::empty()))
    }

    fn answer(&self, request: &mut Request<Body>) -> io::Result<Answer> {
        let path = request.uri().path().to_owned();
        let query = request.uri().query().unwrap_or_default().to_owned();
        match (request.method(), path.as_str()) {
            (&Method::POST, "/call") => Ok(self.call(&body(request)?)),
            (&Method::POST, "/file") => {
                let place = self.new_place(&query)?;
                std::fs::write(&place, body(request)?)?;
                self.keep(self.host.admit(place.clone()), place)
            }
            (&Method::POST, "/target") => {
                let place = self.new_place(&query)?;
                self.keep(self.host.admit_target(place.clone()), place)
            }
            (&Method::GET, _) => match path.strip_prefix("/written/") {
                Some(token) => self.written(token),
                None => self.page(&path),
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

fn body(request: &mut Request<Body>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    request.body_mut().take(LARGEST_BODY).read_to_end(&mut bytes)?;
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
