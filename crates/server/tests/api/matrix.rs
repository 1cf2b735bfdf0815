//! Who may do what: every endpoint of every API by every kind of caller. `docs/access.md` is
//! written from the tables beneath (`page.rs`), and none of the contracts' endpoints may be missing
//! in them (`covered.rs`).

mod covered;
mod crm;
mod featurebase;
mod intercom;
mod own;
mod page;
mod stack_auth;
mod voicebot;

use inbox_server::clock;
use inbox_server::store::Role;
use serde_json::Value;

use crate::server::{ADA, Answer, Server};
use crate::tenants::Second;

/// Who calls, in the order of a [`Row`]. The owner is the customer whose conversation it is.
const CALLERS: [&str; 9] = [
    "no token",
    "garbage",
    "expired",
    "revoked",
    "agent elsewhere",
    "agent",
    "owner",
    "other customer",
    "visitor",
];

/// The status that each caller gets.
type Row = [u16; 9];

/// One line of a table.
struct Case {
    method: &'static str,
    /// Below the table's prefix. What stands in braces is one of the table's names.
    path: &'static str,
    /// What the call is about, where method and path do not tell.
    about: &'static str,
    /// With names in braces, too.
    body: Value,
    row: Row,
}

const fn case(
    method: &'static str,
    path: &'static str,
    about: &'static str,
    body: Value,
    row: Row,
) -> Case {
    Case { method, path, about, body, row }
}

/// What the words in braces stand for.
type Names = Vec<(&'static str, String)>;

/// The table of one API: what it lists, how it is called, and what its names mean.
trait Table {
    /// The heading.
    fn title(&self) -> &'static str;
    /// Below which address the paths stand.
    fn prefix(&self) -> &'static str;
    /// What has to be said above the table, in a sentence or two.
    fn about(&self) -> &'static str;
    fn cases(&self) -> Vec<Case>;
    /// Something to call: made anew whenever somebody was let in, because that changes it.
    async fn names(&self, server: &Server) -> Names;
    async fn call(&self, server: &Server, token: Option<&str>, call: Call<'_>) -> Answer;
}

/// Method, path below the prefix, and body.
type Call<'a> = (&'a str, &'a str, &'a Value);

/// Makes every call of a table by every caller. Whoever is not let in leaves the store as it was.
async fn check(table: &impl Table) {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let tokens = tokens(&server, &second).await;
    for Case { method, path, about, body, row } in table.cases() {
        let mut untouched = None;
        for ((caller, token), status) in CALLERS.iter().zip(&tokens).zip(row) {
            let names = match untouched.take() {
                Some(names) => names,
                None => table.names(&server).await,
            };
            let fill = |text: &str| {
                let text = text.to_owned();
                names
                    .iter()
                    .fold(text, |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
            };
            let body: Value = serde_json::from_str(&fill(&body.to_string())).unwrap();
            let before = server.dump().await;
            let answer = table.call(&server, token.as_deref(), (method, &fill(path), &body)).await;
            let what = format!("{}: {method} {path} {about} by {caller}", table.title());
            assert_eq!(answer.status, status, "{what}: {}", answer.text);
            let asks_for_a_token = answer.headers.contains_key("www-authenticate");
            assert_eq!(asks_for_a_token, status == 401, "{what}");
            if status >= 400 {
                assert!(before == server.dump().await, "{what} left a trace");
                untouched = Some(names);
            }
        }
    }
}

/// The callers' tokens in the order of [`CALLERS`].
async fn tokens(server: &Server, second: &Second) -> [Option<String>; 9] {
    let expired = server.token(Role::Agent, ADA, -1).await;
    let revoked = server.token(Role::Agent, ADA, 60_000).await;
    assert!(server.app.store().revoke_token(&revoked, clock::now()).await.unwrap());
    let visitor = server.own(None, "POST", "/visitor", &Value::Null, &[]).await;
    let visitor = visitor.body["token"].as_str().unwrap().to_owned();
    [
        None,
        Some("iat_garbage".into()),
        Some(expired),
        Some(revoked),
        Some(second.cem.clone()),
        Some(server.ada.clone()),
        Some(server.ana.clone()),
        Some(server.leo.clone()),
        Some(visitor),
    ]
}
