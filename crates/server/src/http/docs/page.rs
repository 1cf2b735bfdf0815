//! The index, and the page of one dialect.

use serde_json::Value;

use super::markup::{Markup, anchor};
use super::{operation, schema};

/// The methods in the order in which they are shown.
const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// A text of the document.
pub(super) fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// What is at a JSON pointer; `null` where nothing is.
pub(super) fn at<'a>(value: &'a Value, pointer: &str) -> &'a Value {
    value.pointer(pointer).unwrap_or(&Value::Null)
}

/// All dialects.
pub(super) fn index(documents: &[(&str, Value)]) -> String {
    whole("APIs of this server", |page| {
        page.leaf("h1", &[], "APIs of this server");
        page.leaf(
            "p",
            &[],
            "One store, several conversation APIs: what one writes, every other shows. Each is \
             described in OpenAPI, from which these pages are made.",
        );
        page.element("ul", &[("class", "dialects")], |list| {
            for (name, document) in documents {
                list.element("li", &[], |item| {
                    let title = text(at(document, "/info"), "title");
                    item.element("h2", &[], |heading| {
                        heading.leaf("a", &[("href", &format!("/docs/{name}"))], title);
                    });
                    item.markdown(text(at(document, "/info"), "description"));
                    item.element("p", &[], |line| {
                        let base = text(at(document, "/servers/0"), "url");
                        line.leaf("code", &[], base);
                        line.text(" · ");
                        let json = format!("/{name}/openapi.json");
                        line.leaf("a", &[("href", &json)], "openapi.json");
                    });
                });
            }
        });
    })
}

/// One dialect: how to be let in, what it can be asked, what the answers are made of.
pub(super) fn dialect(name: &str, document: &Value) -> String {
    let info = at(document, "/info");
    whole(text(info, "title"), |page| {
        page.leaf("h1", &[], text(info, "title"));
        page.element("p", &[("class", "facts")], |line| {
            line.text("Version ");
            line.text(text(info, "version"));
            line.text(" · ");
            line.leaf("code", &[], text(at(document, "/servers/0"), "url"));
            line.text(" · ");
            line.leaf("a", &[("href", &format!("/{name}/openapi.json"))], "openapi.json");
            line.text(" · ");
            line.leaf("a", &[("href", "/docs")], "All APIs");
        });
        page.markdown(text(info, "description"));
        let all = operations(document);
        page.element("nav", &[("aria-label", "On this page")], |nav| contents(nav, &all, document));
        authentication(page, document);
        page.leaf("h2", &[("id", "operations")], "Operations");
        for (method, path, operation) in &all {
            operation::show(page, document, method, path, operation);
        }
        page.leaf("h2", &[("id", "schemas")], "Schemas");
        for (name, schema) in schemas(document) {
            schema::section(page, name, schema);
        }
    })
}

/// Method, path and definition of each operation.
pub(super) fn operations(document: &Value) -> Vec<(&'static str, &str, &Value)> {
    let mut all = Vec::new();
    for (path, item) in at(document, "/paths").as_object().into_iter().flatten() {
        for method in METHODS {
            all.extend(item.get(method).map(|operation| (method, path.as_str(), operation)));
        }
    }
    all
}

fn schemas(document: &Value) -> impl Iterator<Item = (&String, &Value)> {
    at(document, "/components/schemas").as_object().into_iter().flatten()
}

fn contents(nav: &mut Markup, operations: &[(&str, &str, &Value)], document: &Value) {
    let link = |nav: &mut Markup, href: &str, words: &str| {
        nav.element("li", &[], |item| item.leaf("a", &[("href", &format!("#{href}"))], words));
    };
    nav.element("ul", &[], |list| {
        link(list, "authentication", "Authentication");
        for (_, _, operation) in operations {
            let id = anchor("operation", text(operation, "operationId"));
            link(list, &id, text(operation, "summary"));
        }
        for (name, _) in schemas(document) {
            link(list, &anchor("schema", name), name);
        }
    });
}

fn authentication(page: &mut Markup, document: &Value) {
    page.leaf("h2", &[("id", "authentication")], "Authentication");
    page.leaf(
        "p",
        &[],
        "Agents have tokens from the command line, customers tokens that the site signs or that \
         the server gives to visitors. A token goes into one of these headers and into no address:",
    );
    page.element("ul", &[], |list| {
        for line in headers_for_tokens(document) {
            list.element("li", &[], |item| item.leaf("code", &[], &line));
        }
    });
}

/// The headers that can carry a token, the preferred one first.
pub(super) fn headers_for_tokens(document: &Value) -> Vec<String> {
    let schemes = at(document, "/components/securitySchemes");
    let names = at(document, "/security").as_array().into_iter().flatten();
    let names = names.filter_map(|one| one.as_object()?.keys().next());
    names
        .map(|name| match text(at(schemes, &["/", name].concat()), "name") {
            "" => "Authorization: Bearer $TOKEN".to_owned(),
            header => format!("{header}: $TOKEN"),
        })
        .collect()
}

/// A document around what `main` puts into it.
fn whole(title: &str, main: impl FnOnce(&mut Markup)) -> String {
    let mut page = Markup::default();
    page.element("html", &[("lang", "en")], |html| {
        html.element("head", &[], |head| {
            head.void("meta", &[("charset", "utf-8")]);
            let viewport = "width=device-width, initial-scale=1";
            head.void("meta", &[("name", "viewport"), ("content", viewport)]);
            head.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
            head.leaf("title", &[], title);
            head.void("link", &[("rel", "stylesheet"), ("href", "/docs/docs.css")]);
        });
        html.element("body", &[], |body| {
            body.leaf("a", &[("class", "skip"), ("href", "#main")], "Skip to the contents");
            body.element("main", &[("id", "main")], main);
        });
    });
    page.into_document()
}
