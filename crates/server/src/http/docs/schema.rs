//! Schemas: what values are made of.

use serde_json::Value;

use super::markup::{Markup, anchor};
use super::page::{at, text};

/// Where references to schemas lead.
const SCHEMAS: &str = "#/components/schemas/";

/// The name of the schema that a reference leads to.
pub(super) fn referred(schema: &Value) -> Option<&str> {
    at(schema, "/$ref").as_str()?.strip_prefix(SCHEMAS)
}

/// A schema with a name.
pub(super) fn section(page: &mut Markup, name: &str, schema: &Value) {
    let id = anchor("schema", name);
    page.element("section", &[("aria-labelledby", &id)], |section| {
        section.leaf("h3", &[("id", &id)], name);
        section.markdown(text(schema, "description"));
        match variants(schema) {
            [] => members(section, name, schema),
            all => {
                section.leaf("p", &[], "One of these:");
                for (number, variant) in all.iter().enumerate() {
                    let title = title_of(variant).unwrap_or_else(|| format!("Form {}", number + 1));
                    section.leaf("h4", &[], &title);
                    section.markdown(text(variant, "description"));
                    members(section, &title, variant);
                }
            }
        }
    });
}

fn variants(schema: &Value) -> &[Value] {
    at(schema, "/oneOf").as_array().map(Vec::as_slice).unwrap_or_default()
}

fn all_of(schema: &Value) -> &[Value] {
    at(schema, "/allOf").as_array().map(Vec::as_slice).unwrap_or_default()
}

/// What a form is told apart by: the one word that a member of it must be.
fn title_of(variant: &Value) -> Option<String> {
    let members = at(variant, "/properties").as_object()?;
    let mut words = members.iter().filter_map(|(name, schema)| match words(schema).as_slice() {
        [word] => Some(format!("{name} = {word}")),
        _ => None,
    });
    words.next()
}

fn members(section: &mut Markup, name: &str, schema: &Value) {
    let required = at(schema, "/required").as_array().map(Vec::as_slice).unwrap_or_default();
    for (number, together) in all_of(schema).iter().enumerate() {
        section.element("p", &[], |line| {
            line.text(if number == 0 { "Has what this has: " } else { "And what this has: " });
            kind(line, together);
        });
    }
    if !all_of(schema).is_empty() {
        return;
    }
    let Some(members) = at(schema, "/properties").as_object() else {
        section.element("p", &[], |line| kind(line, schema));
        return;
    };
    table(section, name, &["Member", "Type", "Meaning"], |rows| {
        for (member, schema) in members {
            rows.element("tr", &[], |row| {
                row.element("th", &[("scope", "row")], |cell| {
                    cell.leaf("code", &[], member);
                    self::required(cell, required.iter().any(|one| one == member));
                });
                row.element("td", &[], |cell| kind(cell, schema));
                row.element("td", &[], |cell| cell.markdown(text(schema, "description")));
            });
        }
    });
    if at(schema, "/additionalProperties") == false {
        section.leaf("p", &[], "Other members are refused.");
    }
}

/// Says that something has to be there.
pub(super) fn required(cell: &mut Markup, required: bool) {
    if required {
        cell.text(" ");
        cell.leaf("span", &[("class", "required")], "required");
    }
}

/// The type in a few words, with a link where it has a name.
pub(super) fn kind(out: &mut Markup, schema: &Value) {
    if let Some(name) = referred(schema) {
        let href = ["#", &anchor("schema", name)].concat();
        out.leaf("a", &[("href", &href)], name);
        return;
    }
    let choices = variants(schema);
    if !choices.is_empty() {
        for (index, choice) in choices.iter().enumerate() {
            out.text(if index == 0 { "" } else { " or " });
            kind(out, choice);
        }
        return;
    }
    let words = words(schema);
    if !words.is_empty() {
        for (index, word) in words.iter().enumerate() {
            out.text(if index == 0 { "" } else { ", " });
            out.leaf("code", &[], word);
        }
        return;
    }
    let types = types(schema);
    for (index, word) in types.iter().enumerate() {
        out.text(if index == 0 { "" } else { " or " });
        out.text(word);
        if *word == "array" && !at(schema, "/items").is_null() {
            out.text(" of ");
            kind(out, at(schema, "/items"));
        }
    }
    if types.is_empty() {
        out.text("anything");
    }
    if let Some(format) = at(schema, "/format").as_str() {
        out.text(&format!(" ({format})"));
    }
    for (name, words) in [
        ("minLength", "at least"),
        ("maxLength", "at most"),
        ("minimum", "from"),
        ("maximum", "to"),
        ("maxItems", "at most"),
    ] {
        if let Some(bound) = schema.get(name).and_then(Value::as_number) {
            out.text(&format!(", {words} {bound}"));
        }
    }
}

/// The words that a text can be, where they are listed.
pub(super) fn words(schema: &Value) -> Vec<&str> {
    let words = at(schema, "/enum").as_array().into_iter().flatten();
    words.chain(schema.get("const")).filter_map(Value::as_str).collect()
}

/// The type or types.
pub(super) fn types(schema: &Value) -> Vec<&str> {
    match at(schema, "/type") {
        Value::String(one) => vec![one],
        Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// A table that scrolls by itself on narrow screens.
pub(super) fn table(
    section: &mut Markup,
    caption: &str,
    columns: &[&str],
    rows: impl FnOnce(&mut Markup),
) {
    let region = [("class", "wide"), ("tabindex", "0"), ("role", "group"), ("aria-label", caption)];
    section.element("div", &region, |wide| {
        wide.element("table", &[], |table| {
            table.element("thead", &[], |head| {
                head.element("tr", &[], |row| {
                    for column in columns {
                        row.leaf("th", &[("scope", "col")], column);
                    }
                });
            });
            table.element("tbody", &[], rows);
        });
    });
}
