//! One operation: what it does, takes and answers, and a line to try it.

use serde_json::Value;

use super::markup::{Markup, anchor};
use super::page::{at, text};
use super::{sample, schema};

/// Shows an operation.
pub(super) fn show(
    page: &mut Markup,
    document: &Value,
    method: &str,
    path: &str,
    operation: &Value,
) {
    let id = anchor("operation", text(operation, "operationId"));
    page.element("section", &[("aria-labelledby", &id)], |section| {
        section.leaf("h3", &[("id", &id)], text(operation, "summary"));
        section.element("p", &[("class", "place")], |line| {
            line.leaf("strong", &[("class", "method")], &method.to_ascii_uppercase());
            line.text(" ");
            line.leaf("code", &[], path);
        });
        section.markdown(text(operation, "description"));
        parameters(section, operation);
        body(section, operation);
        responses(section, operation);
        section.leaf("h4", &[], "Try it");
        let command = sample::curl(document, method, path, operation);
        section.element("pre", &[("tabindex", "0")], |pre| pre.leaf("code", &[], &command));
    });
}

fn parameters(section: &mut Markup, operation: &Value) {
    let all = at(operation, "/parameters").as_array().map(Vec::as_slice).unwrap_or_default();
    if all.is_empty() {
        return;
    }
    section.leaf("h4", &[], "Parameters");
    schema::table(section, "Parameters", &["Name", "In", "Type", "Meaning"], |rows| {
        for parameter in all {
            rows.element("tr", &[], |row| {
                row.element("th", &[("scope", "row")], |cell| {
                    cell.leaf("code", &[], text(parameter, "name"));
                    schema::required(cell, at(parameter, "/required") == true);
                });
                row.leaf("td", &[], text(parameter, "in"));
                row.element("td", &[], |cell| schema::kind(cell, at(parameter, "/schema")));
                row.element("td", &[], |cell| cell.markdown(text(parameter, "description")));
            });
        }
    });
}

fn body(section: &mut Markup, operation: &Value) {
    let content = at(operation, "/requestBody/content/application~1json/schema");
    if content.is_null() {
        return;
    }
    section.leaf("h4", &[], "Body");
    section.element("p", &[], |line| {
        line.text("JSON: ");
        schema::kind(line, content);
    });
}

fn responses(section: &mut Markup, operation: &Value) {
    section.leaf("h4", &[], "Answers");
    schema::table(section, "Answers", &["Status", "Body", "Meaning"], |rows| {
        for (status, response) in at(operation, "/responses").as_object().into_iter().flatten() {
            rows.element("tr", &[], |row| {
                row.leaf("th", &[("scope", "row")], status);
                row.element("td", &[], |cell| {
                    let contents = at(response, "/content").as_object().into_iter().flatten();
                    for (index, (kind, content)) in contents.enumerate() {
                        cell.text(if index == 0 { "" } else { " or " });
                        if kind == "application/json" {
                            schema::kind(cell, at(content, "/schema"));
                        } else {
                            cell.text(kind);
                        }
                    }
                });
                row.element("td", &[], |cell| cell.markdown(text(response, "description")));
            });
        }
    });
}
