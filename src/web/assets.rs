//! The embedded page, its headers and its content security policy.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::cookie::Cookie;
use actix_web::http::header::{
    self, ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderValue, IF_NONE_MATCH, VARY,
};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, get};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use super::language::{self, LANGUAGES, Language};
use super::pressed::{Forms, bytes};
use crate::error::{Error, Result};

const WORKER: &str = "sw.js";

/// The files of the page. In a debug build as they are; in a release as `build.rs` has pressed them, each as `.br` and `.gz`
/// but for those that are pressed by nature.
#[derive(RustEmbed)]
#[cfg_attr(debug_assertions, folder = "assets/")]
#[cfg_attr(not(debug_assertions), folder = "$OUT_DIR/packed")]
struct Embedded;

/// The files of the page, ready to be served. All are below `/assets/<version>/`, where the version is a hash over all
/// of them: so relative imports stay true, and everything may be cached for ever.
pub struct Assets {
    version: String,
    files: BTreeMap<String, Forms>,
    /// In the order of [`LANGUAGES`].
    pages: Vec<Page>,
    service_worker: Bytes,
}

/// The page in one language. Its import map leads to the texts of that language, so each has a policy of its own.
struct Page {
    html: Bytes,
    policy: HeaderValue,
}

impl Assets {
    /// # Errors
    /// When the page is not embedded, which only a broken build can bring about.
    pub fn load() -> Result<Self> {
        let (mut files, mut hash) = (BTreeMap::<String, Forms>::new(), Sha256::new());
        for name in Embedded::iter().collect::<BTreeSet<_>>() {
            let Some(found) = Embedded::get(&name) else { continue };
            hash.update(name.as_bytes());
            hash.update([0]);
            hash.update(found.metadata.sha256_hash());
            let content = Some(bytes(found.data));
            match name.rsplit_once('.') {
                Some((name, "br")) => files.entry(name.to_owned()).or_default().brotli = content,
                Some((name, "gz")) => files.entry(name.to_owned()).or_default().gzip = content,
                _ => files.entry(name.into_owned()).or_default().plain = content,
            }
        }
        let version: String = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let base = format!("/assets/{version}");
        let pages = pages(&files, &base)?;
        let service_worker = worker_for(&files, &base)?;
        Ok(Self { version, files, pages, service_worker })
    }
}

/// The page in each language. They differ in what the first of them says of its own and in where its texts are.
fn pages(files: &BTreeMap<String, Forms>, base: &str) -> Result<Vec<Page>> {
    let template = files.get("index.html").ok_or_else(|| Error::internal("the page is not embedded"))?.text()?;
    let texts = |language: &Language| format!("/strings/{}/", language.tag);
    let [first, ..] = &LANGUAGES;
    let links = preloads(files, &template.replace("{{lang}}", first.tag), base)?;
    let page = |language: &Language| {
        let page = template.replace("{{lang}}", language.tag).replace("{{dir}}", language.direction);
        let links = links.replace(&texts(first), &texts(language));
        let page = page.replace("{{base}}", base).replace("<!-- preload -->", &links);
        let policy = HeaderValue::from_str(&policy(&page)).map_err(Error::internal)?;
        Ok(Page { html: page.into(), policy })
    };
    LANGUAGES.iter().map(page).collect()
}

/// The service worker of this version: it names the files it keeps, which are those that the page may ask for. Of the texts
/// it is told the names alone, since it keeps those of one language.
fn worker_for(files: &BTreeMap<String, Forms>, base: &str) -> Result<Bytes> {
    let template = files.get(WORKER).ok_or_else(|| Error::internal("the service worker is not embedded"))?.text()?;
    let texts: Vec<&str> = files.keys().filter_map(|name| name.strip_prefix("strings/en/")).collect();
    let kept: Vec<&String> = files.keys().filter(|name| is_kept(name)).collect();
    let [texts, kept] = [serde_json::to_string(&texts), serde_json::to_string(&kept)];
    let [texts, kept] = [texts.map_err(Error::internal)?, kept.map_err(Error::internal)?];
    Ok(template.replace("{{base}}", base).replace("{{files}}", &kept).replace("{{texts}}", &texts).into())
}

/// What a page without a connection may need, in whatever language: not its own source, licences and types, nor the large
/// table of emoji.
fn is_kept(name: &str) -> bool {
    let is_served = name
        .rsplit_once('.')
        .is_some_and(|(_, ending)| matches!(ending, "js" | "mjs" | "css" | "svg" | "png" | "woff2" | "webmanifest"));
    let is_text = LANGUAGES.iter().any(|language| name.starts_with(&format!("strings/{}/", language.tag)));
    is_served && !is_text && name != WORKER && !name.starts_with("vendor/emoji/")
}

/// `modulepreload` links for everything that the page imports from the start, so that the chain of imports costs one
/// round trip: `app.js` and what it names, followed through the files.
fn preloads(files: &BTreeMap<String, Forms>, page: &str, base: &str) -> Result<String> {
    let imports = imports(page);
    let mut found = vec!["app.js".to_owned()];
    let mut next = 0;
    while let Some(name) = found.get(next).cloned() {
        let source = files.get(&name).map(Forms::text).transpose()?.unwrap_or_default();
        for import in static_imports(&source) {
            let path = if import.starts_with('.') { relative(&name, &import) } else { bare(&imports, &import) };
            if let Some(path) = path.filter(|path| files.contains_key(path))
                && !found.contains(&path)
            {
                found.push(path);
            }
        }
        next += 1;
    }
    let links: Vec<String> = found
        .iter()
        .filter(|name| files.contains_key(*name))
        .map(|name| format!("<link rel=\"modulepreload\" href=\"{base}/{name}\">"))
        .collect();
    Ok(links.join("\n"))
}

/// What a module names in `import … from "…"`, `export … from "…"` and `import "…"`, outside block comments. Imports in
/// the middle of a function come later and are not preloaded.
fn static_imports(source: &str) -> Vec<String> {
    let mut imports = Vec::new();
    for statement in source.split(';').flat_map(|s| s.split("*/")) {
        let statement = statement.trim_start();
        let is_static =
            (statement.starts_with("import") || statement.starts_with("export")) && !statement.starts_with("import(");
        let after =
            statement.rsplit_once("from").map_or_else(|| statement.trim_start_matches("import"), |(_, after)| after);
        let quoted = after.trim_start().strip_prefix(['"', '\'']);
        if let (true, Some(rest)) = (is_static, quoted)
            && let Some((name, _)) = rest.split_once(['"', '\''])
        {
            imports.push(name.to_owned());
        }
    }
    imports
}

/// `from` names `import` by a path relative to itself.
fn relative(from: &str, import: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in import.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The import map of a page: bare names, or how they begin, and where they lead to.
fn imports(page: &str) -> BTreeMap<String, String> {
    let map = import_map(page).and_then(|map| serde_json::from_str::<serde_json::Value>(map).ok());
    map.and_then(|mut map| serde_json::from_value(map["imports"].take()).ok()).unwrap_or_default()
}

/// The file of a bare name: as it stands in the import map, or by how it begins, where that ends in a slash.
fn bare(imports: &BTreeMap<String, String>, import: &str) -> Option<String> {
    let whole = imports.get(import).cloned();
    let found = whole.or_else(|| {
        let (start, rest) = import.split_at(import.rfind('/')? + 1);
        imports.get(start).map(|folder| format!("{folder}{rest}"))
    })?;
    found.strip_prefix("{{base}}/").map(ToOwned::to_owned)
}

fn import_map(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once("<script type=\"importmap\">")?;
    rest.split_once("</script>").map(|(map, _)| map)
}

/// Nothing runs but our own files, and the one import map that is in the page (by its hash).
fn policy(page: &str) -> String {
    let map_hash =
        import_map(page).map(|map| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(map)))).unwrap_or_default();
    format!(
        "default-src 'none'; script-src 'self'{map_hash}; style-src 'self'; img-src 'self' blob:; media-src 'self'; \
         font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
         manifest-src 'self'; worker-src 'self'; require-trusted-types-for 'script'; trusted-types parlor"
    )
}

/// One file of the page, by its exact name.
#[get("/assets/{version}/{name:.*}")]
pub async fn file(assets: Data<Assets>, request: HttpRequest, path: Path<(String, String)>) -> Result<HttpResponse> {
    let (version, name) = path.into_inner();
    let file = assets.files.get(&name).filter(|_| version == assets.version).ok_or(Error::NotFound("file"))?;
    let etag = format!("\"{version}\"");
    if request.headers().get(IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == etag.as_bytes()) {
        return Ok(HttpResponse::NotModified().finish());
    }
    let mut answer = HttpResponse::Ok();
    answer
        .insert_header((CONTENT_TYPE, content_type(&name)))
        .insert_header((CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .insert_header((ETAG, etag));
    file.answer(&request, answer)
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("txt" | "toml" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The service worker. It stands at the root, since it may only look after what is below its own address; a browser asks
/// for it anew each time it looks for a newer version.
#[get("/sw.js")]
pub async fn worker(assets: Data<Assets>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/javascript; charset=utf-8"))
        .insert_header((CACHE_CONTROL, "no-cache"))
        .insert_header((CONTENT_SECURITY_POLICY, "default-src 'none'; connect-src 'self'"))
        .body(assets.service_worker.clone())
}

/// The page, in the language of who asks. Its script looks at the address and shows what belongs there.
pub fn page(assets: &Assets, request: &HttpRequest) -> HttpResponse {
    let cookie = request.cookie(language::COOKIE);
    let accepted = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let page = &assets.pages[language::chosen(cookie.as_ref().map(Cookie::value), accepted)];
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((CACHE_CONTROL, "no-cache"))
        .insert_header((VARY, "Cookie, Accept-Language"))
        .insert_header((CONTENT_SECURITY_POLICY, page.policy.clone()))
        .insert_header((header::X_FRAME_OPTIONS, "DENY"))
        .body(page.html.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_imports_from_the_start_is_found_through_all_files() {
        let imports = static_imports(
            "/** doc */ import { a } from \"./a.js\";\nimport \"./b.js\";\nexport * from './c.js';\nconst d = import(\"./later.js\");",
        );
        assert_eq!(imports, ["./a.js", "./b.js", "./c.js"]);
        assert_eq!(relative("components/row.js", "../format.js").as_deref(), Some("format.js"));
        assert_eq!(relative("app.js", "../x.js"), None);
    }

    #[test]
    fn a_bare_name_leads_to_a_file_whole_or_by_how_it_begins() {
        let page = r##"<script type="importmap">{"imports":{"a/b":"{{base}}/v/b.mjs","#texts/":"{{base}}/texts/de/"}}</script>"##;
        let imports = imports(page);
        assert_eq!(bare(&imports, "a/b").as_deref(), Some("v/b.mjs"));
        assert_eq!(bare(&imports, "#texts/main.js").as_deref(), Some("texts/de/main.js"));
        assert_eq!(bare(&imports, "a/c"), None);
        assert_eq!(bare(&imports, "b"), None);
    }

    #[test]
    fn the_import_map_may_run_and_nothing_else_that_stands_in_the_page() {
        let policy = policy("<script type=\"importmap\">{}</script>");
        let hash = STANDARD.encode(Sha256::digest("{}"));
        assert!(policy.contains(&format!("script-src 'self' 'sha256-{hash}';")));
        assert!(!policy.contains("unsafe"));
    }
}
