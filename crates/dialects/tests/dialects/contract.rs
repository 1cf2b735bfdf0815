//! The vendored contracts: their sample payloads, and their schemas as validators.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::{cell::RefCell, sync::OnceLock};

use inbox_dialects::Response;
use jsonschema::{Draft, Validator};
use serde_json::{Map, Value, json};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/contract")
}

/// The contract of one vendor.
pub(crate) struct Contract {
    name: &'static str,
    document: OnceLock<Value>,
}

/// One sample payload.
pub(crate) struct Example {
    pub(crate) file: String,
    pub(crate) operation: String,
    pub(crate) is_response: bool,
    pub(crate) status: u16,
    /// The sample is as its schema says: not cut short, and without a known contradiction.
    pub(crate) is_sound: bool,
    pub(crate) text: String,
    pub(crate) value: Value,
}

impl Example {
    pub(crate) fn response(&self) -> Response {
        Response { status: self.status, body: self.text.clone() }
    }
}

impl Contract {
    /// The contract of this name.
    pub(crate) const fn new(name: &'static str) -> Self {
        Self { name, document: OnceLock::new() }
    }

    /// A document that is there.
    pub(crate) fn of(name: &'static str, document: Value) -> Self {
        Self { name, document: document.into() }
    }

    fn document(&self) -> &Value {
        self.document.get_or_init(|| {
            let text = fs::read_to_string(folder().join(format!("{}.yaml", self.name))).unwrap();
            serde_saphyr::from_str(&text).unwrap()
        })
    }

    /// All samples that the manifest lists.
    pub(crate) fn examples(&self) -> Vec<Example> {
        let manifest = fs::read_to_string(folder().join("examples/manifest.json")).unwrap();
        let manifest: Value = serde_json::from_str(&manifest).unwrap();
        let entries = manifest["examples"].as_array().unwrap().iter();
        let ours = entries.filter(|entry| entry["spec"] == format!("{}.yaml", self.name).as_str());
        ours.map(|entry| {
            let file = entry["file"].as_str().unwrap().to_owned();
            let text = fs::read_to_string(folder().join("examples").join(&file)).unwrap();
            Example {
                operation: entry["operation"].as_str().unwrap().to_owned(),
                is_response: entry["part"] == "response",
                status: entry["status"].as_str().map_or(0, |status| status.parse().unwrap()),
                is_sound: entry["mode"] == "full" && entry.get("errors").is_none(),
                value: serde_json::from_str(&text).unwrap(),
                text,
                file,
            }
        })
        .collect()
    }

    /// Fails where `value` is not what the schema at the component's name says.
    pub(crate) fn assert_component(&self, name: &str, value: &Value) {
        self.assert_valid(&format!("/components/schemas/{name}"), value);
    }

    /// Fails where `body` is no request body of the operation.
    pub(crate) fn assert_request(&self, operation: &str, body: &Value) {
        let (path, method, _) = self.find(operation);
        self.assert_valid(&Self::schema_of(&path, &method, "requestBody"), body);
    }

    /// Fails where `body` is no answer of the operation with this status.
    pub(crate) fn assert_response(&self, operation: &str, status: u16, body: &Value) {
        let (path, method, definition) = self.find(operation);
        let response = &definition["responses"][status.to_string()];
        assert!(!response.is_null(), "{operation} has no answer {status}");
        let pointer = match response["$ref"].as_str() {
            Some(reference) => {
                format!("{}/content/application~1json/schema", reference.trim_start_matches('#'))
            }
            None => Self::schema_of(&path, &method, &format!("responses/{status}")),
        };
        self.assert_valid(&pointer, body);
    }

    /// The operation that a method and a path (without its query) belong to.
    pub(crate) fn operation_at(&self, method: &str, path: &str) -> String {
        let wanted: Vec<_> = path.split('/').collect();
        let fits = |template: &str| {
            let template: Vec<_> = template.split('/').collect();
            template.len() == wanted.len()
                && template.iter().zip(&wanted).all(|(one, two)| one == two || one.starts_with('{'))
        };
        let paths = self.document()["paths"].as_object().unwrap();
        // A path without placeholders goes before one with them.
        let mut fitting: Vec<_> = paths.iter().filter(|(template, _)| fits(template)).collect();
        fitting.sort_by_key(|(template, _)| template.matches('{').count());
        let operations = fitting.iter().filter_map(|(_, item)| item.get(method.to_lowercase()));
        let operation = operations.map(|operation| &operation["operationId"]).next();
        operation
            .unwrap_or_else(|| panic!("no operation at {method} {path}"))
            .as_str()
            .unwrap()
            .into()
    }

    /// Every operation with the statuses it has answers for.
    pub(crate) fn operations(&self) -> Vec<(String, Vec<u16>)> {
        let items = self.document()["paths"].as_object().unwrap().values();
        let operations = items.flat_map(|item| item.as_object().unwrap().values());
        let operations = operations.filter(|operation| operation.get("operationId").is_some());
        operations
            .map(|operation| {
                let statuses = operation["responses"].as_object().unwrap().keys();
                let name = operation["operationId"].as_str().unwrap().to_owned();
                (name, statuses.map(|status| status.parse().unwrap()).collect())
            })
            .collect()
    }

    fn find(&self, operation: &str) -> (String, String, &Value) {
        for (path, item) in self.document()["paths"].as_object().unwrap() {
            for (method, definition) in item.as_object().unwrap() {
                if definition.get("operationId").is_some_and(|id| id == operation) {
                    return (path.clone(), method.clone(), definition);
                }
            }
        }
        panic!("no operation {operation}");
    }

    fn schema_of(path: &str, method: &str, place: &str) -> String {
        let path = path.replace('~', "~0").replace('/', "~1");
        format!("/paths/{path}/{method}/{place}/content/application~1json/schema")
    }

    fn assert_valid(&self, pointer: &str, value: &Value) {
        let validator = self.validator(pointer);
        let errors: Vec<_> = validator
            .iter_errors(value)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{pointer}\n{}\n{value:#}", errors.join("\n"));
    }

    fn validator(&self, pointer: &str) -> Rc<Validator> {
        thread_local! {
            static VALIDATORS: RefCell<HashMap<(&'static str, String), Rc<Validator>>> = RefCell::default();
        }
        let known = VALIDATORS
            .with_borrow(|validators| validators.get(&(self.name, pointer.to_owned())).cloned());
        known.unwrap_or_else(|| {
            // The document itself is the schema, entered at the pointer; what it has beside schemas
            // means nothing to a validator.
            let mut schema: Map<String, Value> = self.document().as_object().unwrap().clone();
            schema.insert(
                "$ref".into(),
                json!(format!("#{}", pointer.replace('{', "%7B").replace('}', "%7D"))),
            );
            let options = jsonschema::options().with_draft(Draft::Draft202012);
            let options = options.should_validate_formats(true);
            let validator = Rc::new(options.build(&Value::Object(schema)).unwrap());
            VALIDATORS.with_borrow_mut(|all| {
                all.insert((self.name, pointer.to_owned()), validator.clone())
            });
            validator
        })
    }
}

/// Where the shared contracts lie beside the checkout, the vendored copies are the same.
#[test]
fn the_copies_are_the_originals() {
    let original = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/contracts");
    if !original.is_dir() {
        return;
    }
    let mut count = 0;
    let mut folders = vec![PathBuf::new()];
    while let Some(below) = folders.pop() {
        for entry in fs::read_dir(folder().join(&below)).unwrap() {
            let entry = entry.unwrap();
            let name = below.join(entry.file_name());
            if entry.path().is_dir() {
                folders.push(name);
                continue;
            }
            let ours = fs::read(entry.path()).unwrap();
            assert!(ours == fs::read(original.join(&name)).unwrap(), "{} differs", name.display());
            count += 1;
        }
    }
    assert!(count > 60, "{count} files");
}

/// The validator finds what the manifest says is there to find, so it is no rubber stamp.
#[test]
fn samples_are_as_sound_as_the_manifest_says() {
    for name in ["featurebase", "intercom", "stackauth", "crm", "voicebot"] {
        let contract = Contract::new(name);
        for example in contract.examples() {
            let check = || {
                if example.is_response {
                    contract.assert_response(&example.operation, example.status, &example.value);
                } else {
                    contract.assert_request(&example.operation, &example.value);
                }
            };
            let is_valid = std::panic::catch_unwind(std::panic::AssertUnwindSafe(check)).is_ok();
            assert_eq!(is_valid, example.is_sound, "{}", example.file);
        }
    }
}
