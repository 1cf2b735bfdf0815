//! What never appears: each ban is a row with its reason and its way out.

use super::Finding;
use super::lexer::Language;
use super::tree::{File, Tree, View, occurrences};

/// Something that never appears in some files.
struct Ban {
    /// Spellings, each matched as whole words.
    needles: &'static [&'static str],
    /// What of the file is looked at.
    view: View,
    /// Which files.
    files: Files,
    /// Whether tests are free to use it.
    not_in_tests: bool,
    /// Files that may, each with the reason.
    except: &'static [(&'static str, &'static str)],
    why: &'static str,
    instead: &'static str,
}

/// Which files a ban is about.
#[derive(Clone, Copy)]
enum Files {
    Rust,
    Script,
    /// The front end in Rust, with its tests.
    FrontEnd,
    /// HTML pages.
    Pages,
    /// What runs in the browser: the front end in Rust and the package in TypeScript.
    Browser,
}

impl Files {
    fn contain(self, file: &File) -> bool {
        match self {
            Self::Rust => file.language == Some(Language::Rust),
            Self::Script => file.language == Some(Language::Script),
            Self::FrontEnd => {
                let here = file.path.starts_with("src/") || file.path.starts_with("tests/");
                here && file.language == Some(Language::Rust)
            }
            Self::Pages => file.extension() == "html",
            Self::Browser => {
                let here = file.path.starts_with("src/") || file.path.starts_with("www/src/");
                here && file.language.is_some()
            }
        }
    }
}

const CSP: &str = "pages that embed the widgets forbid inline styles and scripts";

const BANS: &[Ban] = &[
    Ban {
        needles: &[
            " style=",
            "\tstyle=",
            "\nstyle=",
            "set_attribute(\"style\"",
            "setAttribute(\"style\"",
            "setAttribute('style'",
        ],
        view: View::CodeAndStrings,
        files: Files::Browser,
        not_in_tests: false,
        except: &[],
        why: CSP,
        instead: "use a class, or `style:property=` where the value is computed",
    },
    Ban {
        needles: &[" style=", "<style", "<script>", " onclick=", " onload="],
        view: View::Text,
        files: Files::Pages,
        not_in_tests: true,
        except: &[],
        why: CSP,
        instead: "put it into a file of its own and link that",
    },
    Ban {
        needles: &[
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "inner_html",
            "set_inner_html",
            "set_outer_html",
            "insert_adjacent_html",
        ],
        view: View::CodeAndStrings,
        files: Files::Browser,
        not_in_tests: false,
        except: &[],
        why: "a string that becomes HTML is how a customer's message becomes a script on the agent's page",
        instead: "build nodes: a view in Rust, `createElement` and `textContent` in TypeScript",
    },
    Ban {
        needles: &[".unwrap()"],
        view: View::Code,
        files: Files::Rust,
        not_in_tests: true,
        except: &[],
        why: "a panic ends the widget for everybody on the page",
        instead: "return the error, or handle the `None`",
    },
    Ban {
        needles: &["mount_to_body"],
        view: View::Code,
        files: Files::FrontEnd,
        not_in_tests: false,
        except: &[],
        why: "a widget lives in the element that owns it and has to leave with it",
        instead: "use `mount_to` and keep its handle",
    },
    Ban {
        needles: &[".forget()"],
        view: View::Code,
        files: Files::FrontEnd,
        not_in_tests: false,
        except: &[],
        why: "what is forgotten stays in the page's memory after the widget has gone",
        instead: "keep the value in the thing that needs it, and let its drop clean up",
    },
    Ban {
        needles: &["localStorage", "local_storage"],
        view: View::CodeAndStrings,
        files: Files::Browser,
        not_in_tests: true,
        except: &[(
            "src/sync/storage.rs",
            "the one place that knows what to do where storage is blocked",
        )],
        why: "it throws where storage is blocked, and each key in it is a promise to keep",
        instead: "go through the one file that handles it: src/sync/storage.rs",
    },
    Ban {
        needles: &["eval(", "new Function", "Function::new_no_args", "Function::new_with_args"],
        view: View::Code,
        files: Files::Browser,
        not_in_tests: false,
        except: &[],
        why: "pages that embed the widgets forbid code made from strings",
        instead: "write the code out",
    },
    Ban {
        needles: &["test.skip", "it.skip", "describe.skip", "test.fixme", ".only("],
        view: View::Code,
        files: Files::Script,
        not_in_tests: false,
        except: &[],
        why: "a test that does not run proves nothing, and nobody notices that it does not",
        instead: "repair the test or delete it",
    },
    Ban {
        needles: &["#[ignore"],
        view: View::Code,
        files: Files::Rust,
        not_in_tests: false,
        except: &[],
        why: "a test that does not run proves nothing, and nobody notices that it does not",
        instead: "repair the test or delete it",
    },
];

/// Nothing banned, no note to self without an issue, no `!` that hides a missing value.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in &tree.files {
        for ban in BANS.iter().filter(|ban| ban.files.contain(file)) {
            if ban.except.iter().all(|(path, _)| file.path != *path) {
                findings.extend(ban.findings(file));
            }
        }
        findings.extend(notes_to_self(file));
        findings.extend(non_null_assertions(file));
    }
    findings
}

impl Ban {
    fn findings(&self, file: &File) -> impl Iterator<Item = Finding> {
        let text = file.view(self.view);
        let found = self.needles.iter().flat_map(move |needle| {
            occurrences(text, needle)
                .map(move |at| (at + needle.len() - needle.trim_start().len(), needle.trim()))
        });
        let found = found.filter(|(at, _)| !(self.not_in_tests && file.is_test_at(*at)));
        found.map(|(at, needle)| file.finding(at, format!("`{needle}`"), self.why, self.instead))
    }
}

/// Notes of what is still to be done, unless an issue number follows.
fn notes_to_self(file: &File) -> Vec<Finding> {
    let has_comments = ["css", "html", "toml", "sql", "sh", "yml"].contains(&file.extension());
    if file.language.is_none() && !has_comments {
        return Vec::new();
    }
    let text = file.view(View::Comments);
    let mut findings = Vec::new();
    for word in ["TODO", "FIXME"] {
        for at in occurrences(text, word) {
            let rest = text.get(at + word.len()..).unwrap_or_default();
            let number = rest.strip_prefix("(#").unwrap_or_default();
            if !number.starts_with(|c: char| c.is_ascii_digit()) {
                findings.push(file.finding(
                    at,
                    format!("`{word}` without an issue"),
                    "a note that nobody is going to look for is lost",
                    format!("do it now, or open an issue and write `{word}(#number)`"),
                ));
            }
        }
    }
    findings
}

/// TypeScript's `value!`, which is an unwrap that does not even fail.
fn non_null_assertions(file: &File) -> Vec<Finding> {
    if file.language != Some(Language::Script) {
        return Vec::new();
    }
    let code = file.view(View::Code).as_bytes();
    let asserts = code.windows(3).enumerate().filter(|(_, window)| {
        let value = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b')' | b']');
        matches!(window, [before, b'!', after] if value(*before) && *after != b'=')
    });
    let at = asserts.map(|(at, _)| at + 1).filter(|at| !file.is_test_at(*at));
    at.map(|at| {
        file.finding(
            at,
            "`!` after a value",
            "it hides a missing value from the compiler and from the reader",
            "test for it and say what happens then",
        )
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::sentence;

    fn check(path: &str, text: &str, expected: &[&str]) {
        super::super::check(super::check, &[(path, text)], expected);
    }

    #[test]
    fn inline_styles_and_html() {
        check("src/ui/row.rs", "view! { <p style:width=w class=\"a\"/> } // style=\"\"\n", &[]);
        check("src/ui/row.rs", "view! { <p style=\"a\"/> }\n", &["src/ui/row.rs:1: `style=`"]);
        check(
            "src/ui/row.rs",
            "view! { <p\n    style=w inner_html=x/> }\n",
            &["src/ui/row.rs:2: `style=`", "src/ui/row.rs:2: `inner_html`"],
        );
        check(
            "www/src/a.ts",
            "a.innerHTML = b;\na['innerHTML'];\n",
            &["www/src/a.ts:1: `innerHTML`", "www/src/a.ts:2: `innerHTML`"],
        );
        check(
            "index.html",
            "<script src=\"a.js\"></script>\n<p style=\"a\">\n<style>\n",
            &["index.html:2: `style=`", "index.html:3: `<style`"],
        );
        assert_eq!(
            sentence(super::check, &[("src/ui/a.rs", "a.set_inner_html(x);\n")]),
            "src/ui/a.rs:1: `set_inner_html`; a string that becomes HTML is how a customer's message becomes a \
             script on the agent's page; build nodes: a view in Rust, `createElement` and `textContent` in TypeScript"
        );
    }

    #[test]
    fn calls_that_panic_leak_or_evaluate() {
        check(
            "crates/server/src/a.rs",
            "a.unwrap(); // b.unwrap()\n#[cfg(test)]\nmod tests { c.unwrap() }\n",
            &["crates/server/src/a.rs:1: `.unwrap()`"],
        );
        check("crates/model/tests/a.rs", "a.unwrap();\n", &[]);
        check(
            "src/a.rs",
            "mount_to_body(f); c.forget();\n",
            &["src/a.rs:1: `mount_to_body`", "src/a.rs:1: `.forget()`"],
        );
        check("crates/model/tests/device.rs", "device.forget();\n", &[]);
        check(
            "www/src/a.ts",
            "page.evaluate(a); eval(b); new Function('c');\n",
            &["www/src/a.ts:1: `eval(`", "www/src/a.ts:1: `new Function`"],
        );
        check(
            "www/src/a.ts",
            "a!.b; c[0]!; d !== e; !f; g!==h;\n",
            &["www/src/a.ts:1: `!` after a value", "www/src/a.ts:1: `!` after a value"],
        );
        check("tests/e2e/a.ts", "a!.b\n", &[]);
    }

    #[test]
    fn storage_has_one_home() {
        check("src/sync/storage.rs", "window.local_storage()\n", &[]);
        check("src/desk.rs", "window.local_storage()\n", &["src/desk.rs:1: `local_storage`"]);
        check("www/src/a.ts", "localStorage.x\n", &["www/src/a.ts:1: `localStorage`"]);
    }

    #[test]
    fn tests_that_do_not_run() {
        check(
            "tests/e2e/a.spec.ts",
            "test.skip('a');\ntest.only('b');\ntest('test.skip');\n",
            &["tests/e2e/a.spec.ts:1: `test.skip`", "tests/e2e/a.spec.ts:2: `.only(`"],
        );
        check(
            "crates/model/src/a.rs",
            "#[ignore = \"slow\"]\nfn a() {}\n",
            &["crates/model/src/a.rs:1: `#[ignore`"],
        );
    }

    #[test]
    fn notes_need_an_issue() {
        check("src/a.rs", "// TODO(#12): later\nlet a = \"TODO\";\n", &[]);
        check("src/a.rs", "// TODO: later\n", &["src/a.rs:1: `TODO` without an issue"]);
        check("www/a.css", "/* FIXME(me) */\n", &["www/a.css:1: `FIXME` without an issue"]);
    }
}
