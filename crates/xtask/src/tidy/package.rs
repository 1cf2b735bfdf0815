//! Arrows between the modules of the npm package, in `www/src/`.
//!
//! They are about what is loaded together: a plain import makes one file of two, so it is what the
//! first few kilobytes are lost by. Types vanish and `import()` loads later, so both are free.

use super::Finding;
use super::tree::{File, Tree, View, occurrences, resolve};

/// Each module, and which others it may import as code. Files beside them are entry points.
const ARROWS: &[(&str, &[&str], &str)] = &[
    ("entry", &["elements"], "an entry point registers or exports elements and does nothing else"),
    (
        "elements",
        &["frame"],
        "elements are on the page before anything is wanted, so what comes later is asked for with `import()`",
    ),
    ("frame", &[], "the frame is at the bottom and on every page, so it stays small"),
    (
        "runtime",
        &[],
        "what it shared with the elements would become a file of its own, and one more request",
    ),
    (
        "widgets",
        &[],
        "what they shared with the elements would become a file of its own, and one more request",
    ),
    ("model", &[], "whoever asks for the rules alone, on a server for one, gets no element"),
];

/// Every import of code follows an arrow.
pub(super) fn arrows(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in &tree.files {
        let Some(module) = module_of(&file.path) else { continue };
        let Some((_, allowed, why)) = ARROWS.iter().find(|(name, ..)| *name == module) else {
            findings.push(file.finding(
                0,
                format!("`{module}` has no row in the table of arrows"),
                "what is loaded together is decided, not grown",
                "put it into a folder that is there, or add it to ARROWS in crates/xtask/src/tidy/package.rs",
            ));
            continue;
        };
        for (offset, target) in imports(file) {
            let resolved = resolve(&file.path, target);
            let used = resolved.as_deref().and_then(module_of);
            if let Some(used) = used.filter(|used| *used != module && !allowed.contains(used)) {
                findings.push(file.finding(
                    offset,
                    format!("`{module}` imports `{used}`"),
                    *why,
                    "import its types only, load it with `import()`, or move what both need",
                ));
            }
        }
    }
    findings
}

/// `www/src/frame/dom.ts` is of `frame`, `www/src/runtime.ts` of `runtime`, `www/src/auto.ts` an
/// entry point. Files of types are nobody's.
fn module_of(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("www/src/")?;
    if let Some((folder, _)) = rest.split_once('/') {
        return Some(folder);
    }
    match rest.split('.').next()? {
        "types" | "internal" => None,
        "runtime" => Some("runtime"),
        _ => Some("entry"),
    }
}

/// Relative paths that a file imports as code, and where they stand.
fn imports(file: &File) -> impl Iterator<Item = (usize, &str)> {
    let text = file.view(View::CodeAndStrings);
    let named = occurrences(text, "from").filter(|at| {
        let before = text.get(..*at).unwrap_or_default();
        let statement = before.rfind("import ").max(before.rfind("export "));
        statement
            .and_then(|start| before.get(start + 7..))
            .is_some_and(|rest| !rest.starts_with("type "))
    });
    let bare = occurrences(text, "import");
    let ends = named.map(|at| at + 4).chain(bare.map(|at| at + 6));
    ends.filter_map(|at| {
        let rest = text.get(at..)?.strip_prefix(' ')?;
        let quote = rest.chars().next().filter(|quote| matches!(quote, '\'' | '"'))?;
        let target = rest.get(1..)?.split(quote).next()?;
        target.starts_with('.').then_some((at + 2, target))
    })
}

#[cfg(test)]
mod tests {
    use super::super::sentence;

    fn check(path: &str, code: &str, expected: &[&str]) {
        super::super::check(super::arrows, &[(path, code)], expected);
    }

    #[test]
    fn arrows_that_are_there() {
        check("www/src/auto.ts", "import { defineDesk } from './elements/desk.js';\n", &[]);
        check(
            "www/src/index.ts",
            "export type * from './types.js';\nimport type { A } from './runtime.js';\n",
            &[],
        );
        check(
            "www/src/elements/base.ts",
            "import { part } from '../frame/dom.js';\nawait import('../runtime.js');\n",
            &[],
        );
        check(
            "www/src/runtime.ts",
            "import { load } from './runtime/loader.js';\nimport s from '../styles/a.css';\n",
            &[],
        );
        check("www/src/types.ts", "import { A } from './elements/desk.js';\n", &[]);
    }

    #[test]
    fn arrows_that_are_not() {
        check(
            "www/src/elements/base.ts",
            "\nimport { createHost } from '../runtime.js';\n",
            &["www/src/elements/base.ts:2: `elements` imports `runtime`"],
        );
        check(
            "www/src/frame/dom.ts",
            "export {\n  a,\n} from '../runtime/host.js';\nimport '../elements/desk.js';\n",
            &[
                "www/src/frame/dom.ts:3: `frame` imports `runtime`",
                "www/src/frame/dom.ts:4: `frame` imports `elements`",
            ],
        );
        check(
            "www/src/util/a.ts",
            "\n",
            &["www/src/util/a.ts:1: `util` has no row in the table of arrows"],
        );
        assert_eq!(
            sentence(
                super::arrows,
                &[("www/src/frame/a.ts", "import { b } from \"../widgets/b.js\";\n")]
            ),
            "www/src/frame/a.ts:1: `frame` imports `widgets`; the frame is at the bottom and on every page, so it \
             stays small; import its types only, load it with `import()`, or move what both need"
        );
    }
}
