//! Every answer is held to the vendored contract.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;
use std::rc::Rc;
use std::sync::OnceLock;

use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

/// The contract of one vendor.
pub(crate) struct Contract {
    name: &'static str,
    document: OnceLock<Value>,
}

/// Featurebase's.
static FEATUREBASE: Contract = Contract::new("featurebase");

/// Fails where an answer is not what Featurebase's contract says of it. `path` is below the prefix.
pub(crate) fn assert_answer(method: &str, path: &str, status: u16, body: &Value) {
    if status >= 400 {
        FEATUREBASE.assert_valid("/components/schemas/ErrorResponse", body);
        assert_eq!(body["error"]["status"], status);
        return;
    }
    FEATUREBASE.assert_answer(method, path, status, body);
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

    pub(crate) fn document(&self) -> &Value {
        self.document.get_or_init(|| {
            let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
            let path = crates.join(format!("dialects/tests/contract/{}.yaml", self.name));
            serde_saphyr::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
        })
    }

    /// Fails where an answer is not what the contract says of it. `path` is below the prefix.
    pub(crate) fn assert_answer(&self, method: &str, path: &str, status: u16, body: &Value) {
        let path = path.split('?').next().unwrap();
        let template = self.template(path);
        let definition = &self.document()["paths"][&template][method.to_lowercase()];
        assert!(
            definition["responses"][status.to_string()].is_object(),
            "{method} {path}: {status}"
        );
        let escaped = template.replace('~', "~0").replace('/', "~1");
        let pointer = format!(
            "/paths/{escaped}/{}/responses/{status}/content/application~1json/schema",
            method.to_lowercase()
        );
        self.assert_valid(&pointer, body);
    }

    fn template(&self, path: &str) -> String {
        self.find_template(path).unwrap()
    }

    /// The contract's path of a path; one without placeholders goes before one with them.
    pub(crate) fn find_template(&self, path: &str) -> Option<String> {
        let wanted: Vec<_> = path.split('/').collect();
        let fits = |template: &&String| {
            let template: Vec<_> = template.split('/').collect();
            template.len() == wanted.len()
                && template.iter().zip(&wanted).all(|(one, two)| one == two || one.starts_with('{'))
        };
        let paths = self.document()["paths"].as_object().unwrap().keys();
        paths.filter(fits).min_by_key(|template| template.matches('{').count()).cloned()
    }

    /// Fails where a value is not what the schema at the pointer says.
    pub(crate) fn assert_valid(&self, pointer: &str, value: &Value) {
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
        let known =
            VALIDATORS.with_borrow(|all| all.get(&(self.name, pointer.to_owned())).cloned());
        known.unwrap_or_else(|| {
            let mut schema = self.document().as_object().unwrap().clone();
            let pointer_text = pointer.replace('{', "%7B").replace('}', "%7D");
            schema.insert("$ref".into(), json!(format!("#{pointer_text}")));
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

/// The check is no rubber stamp.
#[test]
#[should_panic(expected = "required")]
fn an_answer_without_its_fields_is_found_out() {
    assert_answer("GET", "/v2/conversations/c1", 200, &json!({ "id": "c1" }));
}
