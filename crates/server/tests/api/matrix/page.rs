//! The tables as a page: `docs/access.md`.

use std::fmt::Write;

use super::crm::Crm;
use super::featurebase::Featurebase;
use super::intercom::Intercom;
use super::own::ROOT;
use super::stack_auth::StackAuth;
use super::voicebot::Voicebot;
use super::{CALLERS, Table};

fn write(out: &mut String, table: &impl Table) {
    let (title, about) = (table.title(), table.about());
    let beneath = match table.prefix() {
        "" => String::new(),
        prefix => format!("Beneath `{prefix}`.\n"),
    };
    writeln!(out, "## {title}\n\n{beneath}{}\n", sentences(about)).unwrap();
    writeln!(out, "| call | {} |", CALLERS.join(" | ")).unwrap();
    writeln!(out, "| --- |{}", " --- |".repeat(CALLERS.len())).unwrap();
    for case in table.cases() {
        let about = if case.about.is_empty() { "" } else { ": " };
        let row = case.row.map(|status| status.to_string()).join(" | ");
        writeln!(out, "| `{} {}`{about}{} | {row} |", case.method, case.path, case.about).unwrap();
    }
    out.push('\n');
}

/// One a line, as all of our pages are written.
fn sentences(text: &str) -> String {
    text.replace(". ", ".\n")
}

#[test]
fn the_page_is_what_the_tables_say() {
    let mut out = String::new();
    write(&mut out, &Featurebase);
    write(&mut out, &StackAuth);
    write(&mut out, &Intercom);
    write(&mut out, &Voicebot);
    write(&mut out, &Crm);
    write(&mut out, &ROOT);
    crate::page::assert_section("docs/access.md", "tables", &out);
}
