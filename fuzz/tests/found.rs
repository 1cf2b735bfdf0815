//! Every input that once went wrong, and the samples that the fuzzer begins with.

use std::fs;
use std::path::Path;

use inbox_fuzz::CHECKS;

/// The files of a folder, if it is there.
fn inputs(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.path().is_file());
    files.map(|one| (one.path().display().to_string(), fs::read(one.path()).unwrap())).collect()
}

#[test]
fn what_was_found_stays_mended() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, check) in CHECKS {
        for (file, data) in inputs(&root.join("found").join(name)) {
            println!("{file}");
            check(&data);
        }
    }
}

#[test]
fn a_target_for_each_check_and_a_check_for_each_target() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut targets: Vec<String> = inputs(&root.join("targets"))
        .into_iter()
        .filter_map(|(file, _)| Some(Path::new(&file).file_stem()?.to_str()?.to_owned()))
        .collect();
    targets.sort();
    let mut checks: Vec<&str> = CHECKS.iter().map(|(name, _)| *name).collect();
    checks.sort_unstable();
    assert_eq!(targets, checks);
    let folders = fs::read_dir(root.join("found")).unwrap().filter_map(Result::ok);
    for folder in folders.filter(|entry| entry.path().is_dir()) {
        let name = folder.file_name();
        assert!(checks.contains(&name.to_str().unwrap()), "no check for found/{name:?}");
    }
}

/// The contracts' own samples and the examples of the specifications, in every form.
#[test]
fn what_the_fuzzer_begins_with_passes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut samples = inputs(&root.join("crates/model/tests/spec"));
    for name in ["crm", "featurebase", "intercom", "stackauth", "voicebot"] {
        samples.extend(inputs(&root.join("crates/dialects/tests/contract/examples").join(name)));
    }
    assert!(samples.len() > 20, "{}", samples.len());
    for (name, check) in CHECKS {
        for (file, data) in &samples {
            println!("{name}: {file}");
            check(data);
            check(&[&[0], data.as_slice()].concat());
        }
    }
}
