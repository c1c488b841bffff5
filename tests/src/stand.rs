//! A stand for looking at the page in a browser: serves `ui/dist` and answers its commands with the real api,
//! on this machine only. For people who work on the screens, and for tests of the page.
//!
//! `cargo run -p house --bin stand -- [--port 1430] [REGISTER]`

use std::error::Error;
use std::path::{Path, PathBuf};

use api::Session;
use serde_json::Value;
use tiny_http::{Header, Method, Request, Response, Server};

fn main() -> Result<(), Box<dyn Error>> {
    let mut port = 1430;
    let mut register = None;
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--port" => port = args.next().ok_or("--port wants a number")?.parse()?,
            _ => register = Some(PathBuf::from(arg)),
        }
    }
    let folder = tempfile::tempdir()?;
    let mut session = Session::new(&folder.path().join("so-mau.kientoan")).with_trays(&folder.path().join("khay"));
    match &register {
        Some(register) => session.open(register),
        None => session.open_sample(),
    }
    .map_err(|failure| format!("{failure:?}"))?;
    let server = Server::http(("127.0.0.1", port)).map_err(|error| error.to_string())?;
    println!("http://127.0.0.1:{port}");
    for mut request in server.incoming_requests() {
        let (status, kind, body) = answer(&mut session, folder.path(), &mut request);
        let mut response = Response::from_data(body).with_status_code(status);
        if let Ok(header) = Header::from_bytes("Content-Type", kind) {
            response.add_header(header);
        }
        // A browser that went away is no reason to stop.
        let _ = request.respond(response);
    }
    Ok(())
}

fn answer(session: &mut Session, folder: &Path, request: &mut Request) -> (u16, &'static str, Vec<u8>) {
    let url = request.url().to_owned();
    let (path, query) = url.split_once('?').unwrap_or((&url, ""));
    let mut body = Vec::new();
    if request.as_reader().read_to_end(&mut body).is_err() {
        return (400, "text/plain", Vec::new());
    }
    if let (Method::Post, Some(name)) = (request.method(), path.strip_prefix("/call/")) {
        let asked = serde_json::from_slice(&body).unwrap_or(Value::Null);
        return match api::call(session, name, asked) {
            Ok(answer) => (200, "application/json", answer.to_string().into_bytes()),
            Err(failure) => (400, "application/json", serde_json::to_vec(&failure).unwrap_or_default()),
        };
    }
    if let (Method::Post, "/upload", Some(name)) = (request.method(), path, query.strip_prefix("name=")) {
        let name = decoded(name);
        let name = Path::new(&name).file_name().unwrap_or_default();
        let kept = folder.join(name);
        return match std::fs::write(&kept, body) {
            Ok(()) => (200, "application/json", serde_json::json!({ "path": kept }).to_string().into_bytes()),
            Err(error) => (400, "text/plain", error.to_string().into_bytes()),
        };
    }
    page(path)
}

/// A file of the built page; never one outside of it.
fn page(path: &str) -> (u16, &'static str, Vec<u8>) {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/dist");
    let name = if path == "/" { "index.html" } else { path.trim_start_matches('/') };
    if name.split('/').any(|part| part == "..") {
        return (404, "text/plain", Vec::new());
    }
    let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("ttf") => "font/ttf",
        _ => "application/octet-stream",
    };
    std::fs::read(dist.join(name)).map_or((404, "text/plain", Vec::new()), |bytes| (200, kind, bytes))
}

/// `%20` and its like, in UTF-8.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let hex: Option<String> = (byte == b'%').then(|| rest.by_ref().take(2).map(char::from).collect());
        bytes.push(hex.and_then(|hex| u8::from_str_radix(&hex, 16).ok()).unwrap_or(byte));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
