//! Presses the document about the API, and the page's files when a release is built, so that no request waits for it, and
//! leaves the comments of our own files out of what is pressed. A release holds them in no other form. Debug builds read
//! the page's files as they are.

use std::env;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use utoipa_swagger_ui_vendored::SWAGGER_UI_VENDORED;
use zip::ZipArchive;

/// Kinds of files that are pressed already.
const PRESSED: [&str; 2] = ["woff2", "png"];

/// What the API's documents show.
const OPENAPI: &str = "docs/protocol/openapi.json";

fn main() {
    println!("cargo::rerun-if-changed=assets");
    println!("cargo::rerun-if-changed={OPENAPI}");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo says where to"));
    let (packed, docs) = (out.join("packed"), out.join("docs"));
    for folder in [&packed, &docs] {
        // What an earlier build left, of files that are gone since, would be in the executable too.
        if folder.exists() {
            fs::remove_dir_all(folder).expect("a directory for the pressed files");
        }
        fs::create_dir_all(folder).expect("a directory for the pressed files");
    }
    let is_release = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    press_documents(&docs);
    let openapi = fs::read(OPENAPI).expect("the document about the API");
    fs::write(out.join("openapi.json.gz"), gzip(&openapi)).expect("a pressed file");
    if is_release {
        press_all(Path::new("assets"), &packed);
    }
}

/// The two files of Swagger UI that the API's documents are shown with.
fn press_documents(to: &Path) {
    let mut archive = ZipArchive::new(Cursor::new(SWAGGER_UI_VENDORED)).expect("the archive of Swagger UI");
    for wanted in ["swagger-ui-bundle.js", "swagger-ui.css"] {
        let end = format!("/dist/{wanted}");
        let path = archive.file_names().flatten().find(|path| path.ends_with(&end)).map(|path| path.into_owned());
        let path = path.expect("a file of Swagger UI");
        let mut content = Vec::new();
        let mut file = archive.by_name(&path).expect("a file of Swagger UI");
        file.read_to_end(&mut content).expect("a file of Swagger UI");
        fs::write(to.join(format!("{wanted}.gz")), gzip(&content)).expect("a pressed file");
    }
}

fn press_all(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a directory for the pressed files");
    for entry in fs::read_dir(from).expect("the page's files") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_dir() {
            press_all(&path, &to.join(name));
        } else if path.extension().is_some_and(|kind| PRESSED.iter().any(|pressed| kind == *pressed)) {
            fs::copy(&path, to.join(name)).expect("a file of the page");
        } else {
            let content = fs::read(&path).expect("a file of the page");
            let content = if is_ours(&path) { without_comments(&content) } else { content };
            fs::write(to.join(format!("{name}.br")), brotli(&content)).expect("a pressed file");
            fs::write(to.join(format!("{name}.gz")), gzip(&content)).expect("a pressed file");
        }
    }
}

/// Scripts and styles that were written here; what others wrote is served as it came.
fn is_ours(path: &Path) -> bool {
    path.extension().is_some_and(|kind| kind == "js" || kind == "css")
        && !path.components().any(|part| part.as_os_str() == "vendor")
}

/// Without the comments that have their lines to themselves. The lines stay, empty, so that a line's number in a
/// browser is its number in the file. `tests/ui/assets.test.js` has the same rule, and proves that no code is lost by it.
fn without_comments(content: &[u8]) -> Vec<u8> {
    let mut is_inside = false;
    let mut kept = Vec::with_capacity(content.len());
    for line in content.split_inclusive(|byte| *byte == b'\n') {
        let text = line.trim_ascii();
        let is_comment = is_inside
            || text.starts_with(b"//")
            || (text.starts_with(b"/*") && (text.ends_with(b"*/") || !text.windows(2).any(|two| two == b"*/")));
        is_inside = if is_inside {
            !text.ends_with(b"*/")
        } else {
            is_comment && text.starts_with(b"/*") && !text.ends_with(b"*/")
        };
        if is_comment {
            kept.extend_from_slice(b"\n");
        } else {
            kept.extend_from_slice(line);
        }
    }
    kept
}

fn brotli(content: &[u8]) -> Vec<u8> {
    let mut pressed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &content[..], &mut pressed, &params).expect("memory to press into");
    pressed
}

fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(content).and_then(|()| encoder.finish()).expect("memory to press into")
}
