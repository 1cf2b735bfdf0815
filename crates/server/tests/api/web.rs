//! Files, pages, other origins, compression, and what every answer carries.

use std::path::PathBuf;

use axum::body::Body;
use axum::http::{HeaderValue, Request};
use inbox_server::http::Settings;
use inbox_server::id;
use serde_json::{Value, json};

use crate::server::{ADA, Server, admin};

struct Folder(PathBuf);

impl Folder {
    fn new(files: &[(&str, &str)]) -> Self {
        let name = format!("inbox-server-files-{}", id::hex(&id::random::<8>().unwrap()));
        let folder = std::env::temp_dir().join(name);
        for (name, text) in files {
            let path = folder.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

async fn with_files() -> (Server, Folder) {
    let folder = Folder::new(&[
        ("dist/messenger_bg.wasm", "\0asm"),
        ("dist/inbox.js", "export {}"),
        ("dist/inbox.js.br", "compressed"),
        ("dist/chunks/desk-B4x9Tz2k.js", "export {}"),
        ("site/index.html", "<!doctype html><title>Shop</title>"),
        ("site/desk.html", "<!doctype html><title>Desk</title>"),
        ("site/shop.css", "a{}"),
        ("secret.txt", "nobody's business"),
    ]);
    let settings = Settings {
        assets: Some(folder.0.join("dist")),
        site: Some(folder.0.join("site")),
        allowed_origins: vec![HeaderValue::from_static("https://shop.example")],
        ..Settings::default()
    };
    (Server::with(settings).await, folder)
}

#[tokio::test]
async fn files_are_served_as_browsers_need_them() {
    let (server, _folder) = with_files().await;
    let get = async |path: &str, headers: &[(&str, &str)]| {
        server.own(None, "GET", path, &Value::Null, headers).await
    };
    for (path, kind, cache) in [
        ("/assets/messenger_bg.wasm", "application/wasm", "no-cache"),
        ("/assets/inbox.js", "text/javascript", "no-cache"),
        (
            "/assets/chunks/desk-B4x9Tz2k.js",
            "text/javascript",
            "public, max-age=31536000, immutable",
        ),
        ("/", "text/html", "no-cache"),
        ("/desk", "text/html", "no-cache"),
        ("/shop.css", "text/css", "no-cache"),
    ] {
        let answer = get(path, &[]).await;
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.headers["content-type"].to_str().unwrap().starts_with(kind), "{path}");
        assert_eq!(answer.headers["cache-control"], cache, "{path}");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff", "{path}");
        // Unchanged, it is not sent again.
        let tag = answer.headers["etag"].to_str().unwrap().to_owned();
        assert_eq!(get(path, &[("if-none-match", &tag)]).await.status, 304, "{path}");
    }
    let small = get("/assets/inbox.js", &[("accept-encoding", "gzip, br")]).await;
    assert_eq!(
        (small.text.as_str(), &small.headers["content-encoding"]),
        ("compressed", &HeaderValue::from_static("br"))
    );
    assert!(get("/desk", &[]).await.text.contains("Desk"));
    let policy =
        get("/", &[]).await.headers["content-security-policy"].to_str().unwrap().to_owned();
    for part in [
        "default-src 'self'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "frame-ancestors 'none'",
    ] {
        assert!(policy.contains(part), "{policy}");
    }
    assert!(!policy.contains("unsafe-inline"));
}

#[tokio::test]
async fn nothing_outside_the_folders_is_served() {
    let (server, _folder) = with_files().await;
    for path in [
        "/assets/../secret.txt",
        "/assets/..%2fsecret.txt",
        "/assets/%2e%2e/secret.txt",
        "/../secret.txt",
        "/..%2f..%2fsecret.txt",
        "/assets//etc/passwd",
        "/assets/missing.js",
        "/missing",
        "/assets/",
    ] {
        let answer = server.own(None, "GET", path, &Value::Null, &[]).await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.text.contains("business"), "{path}");
    }
    assert_eq!(
        server.own(None, "GET", "/missing", &Value::Null, &[]).await.code(),
        "resource_not_found"
    );
    assert_eq!(server.own(None, "POST", "/", &json!({}), &[]).await.status, 405);
}

#[tokio::test]
async fn only_origins_on_the_list_may_call() {
    let (server, _folder) = with_files().await;
    let ask = async |origin: &str, path: &str| {
        let request = Request::builder()
            .method("OPTIONS")
            .uri(path)
            .header("origin", origin)
            .header("access-control-request-method", "PATCH")
            .header(
                "access-control-request-headers",
                "authorization, featurebase-version, idempotency-key, x-org-id",
            );
        server.send(request.body(Body::empty()).unwrap()).await
    };
    let allowed = ask("https://shop.example", "/session").await;
    assert_eq!(allowed.headers["access-control-allow-origin"], "https://shop.example");
    assert!(
        allowed.headers["access-control-allow-headers"]
            .to_str()
            .unwrap()
            .contains("idempotency-key, x-org-id")
    );
    assert!(!allowed.headers.contains_key("access-control-allow-credentials"));
    // By the date of an answer a page on another origin knows what the server's clock shows.
    let headers = [("origin", "https://shop.example")];
    let answer = server.own(None, "GET", "/health", &Value::Null, &headers).await;
    let exposed = answer.headers["access-control-expose-headers"].to_str().unwrap();
    assert!(exposed.split(',').any(|name| name.trim().eq_ignore_ascii_case("date")), "{exposed}");
    let other = ask("https://evil.example", "/session").await;
    assert!(!other.headers.contains_key("access-control-allow-origin"));
    let bare = Server::new().await;
    let headers = [("origin", "https://shop.example")];
    let answer = bare.own(None, "GET", "/health", &Value::Null, &headers).await;
    assert!(!answer.headers.contains_key("access-control-allow-origin"));
}

#[tokio::test]
async fn answers_are_compressed_and_streams_are_not() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    server.say(&id, admin(ADA, "reply", &"again and again ".repeat(100))).await;
    let get = async |path: &str| {
        let request = Request::get(path)
            .header("authorization", format!("Bearer {}", server.ada))
            .header("accept-encoding", "gzip");
        let request = request.body(Body::empty()).unwrap();
        tower::ServiceExt::oneshot(server.router.clone(), request).await.unwrap()
    };
    let conversation = get(&format!("/featurebase/v2/conversations/{id}")).await;
    assert_eq!(conversation.headers()["content-encoding"], "gzip");
    assert!(!get("/live").await.headers().contains_key("content-encoding"));
}

#[tokio::test]
async fn every_answer_has_a_number_and_the_apis_are_not_kept() {
    let server = Server::new().await;
    let one = server.get(&server.ada, "").await;
    let two = server.get("garbage", "").await;
    for answer in [&one, &two] {
        assert_eq!(answer.headers["x-request-id"].len(), 36);
        assert_eq!(answer.headers["cache-control"], "no-store");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff");
        assert!(
            answer.headers["content-security-policy"]
                .to_str()
                .unwrap()
                .contains("default-src 'none'")
        );
    }
    assert_ne!(one.headers["x-request-id"], two.headers["x-request-id"]);
}
