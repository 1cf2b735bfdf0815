//! A server of its own for every test, with two agents and two contacts.

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::path::PathBuf;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request};
use inbox_model::tag::Tag;
use inbox_model::time::DAY;
use inbox_model::{Participant, ParticipantId, ParticipantKind};
use inbox_server::http::{App, Settings};
use inbox_server::identity::{Claims, sign};
use inbox_server::store::{Contact, NewToken, OrganisationId, Reader, Role, Store};
use inbox_server::{clock, id};
use serde_json::{Value, json};
use sqlx::{ConnectOptions, Connection, Row};
use tower::ServiceExt;

use crate::{contract, published};

/// Ada, an agent.
pub(crate) const ADA: &str = "aaaaaaaaaaaaaaaaaaaaaaaa";
/// Ben, another.
pub(crate) const BEN: &str = "bbbbbbbbbbbbbbbbbbbbbbbb";
/// Ana, a customer whom the site knows as `user-ana`.
pub(crate) const ANA: &str = "a0a0a0a0a0a0a0a0a0a0a0a0";
/// Leo, a lead.
pub(crate) const LEO: &str = "1e01e01e01e01e01e01e01e0";
/// A tag, which is in the workspace.
pub(crate) const VIP: &str = "7a67a67a67a67a67a67a67a6";

pub(crate) struct Server {
    pub(crate) app: App,
    pub(crate) router: Router,
    folder: PathBuf,
    /// The first organisation, whose everybody here is.
    pub(crate) organisation: OrganisationId,
    /// The secret of its site.
    pub(crate) identity: String,
    pub(crate) ada: String,
    pub(crate) ben: String,
    pub(crate) ana: String,
    pub(crate) leo: String,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
    pub(crate) body: Value,
}

impl Answer {
    pub(crate) fn code(&self) -> &str {
        self.body["error"]["code"].as_str().unwrap_or_default()
    }

    pub(crate) fn id(&self) -> String {
        self.body["id"].as_str().unwrap().to_owned()
    }
}

impl Server {
    pub(crate) async fn new() -> Self {
        Self::with(Settings::default()).await
    }

    pub(crate) async fn with(settings: Settings) -> Self {
        let folder = folder();
        let store = Store::open(&format!("sqlite://{}/inbox.db", folder.display())).await.unwrap();
        let now = clock::now();
        let organisation = store.first_organisation().await.unwrap().id;
        let mut write = store.write(&organisation, now).await.unwrap();
        for (id, name) in [(ADA, "Ada"), (BEN, "Ben")] {
            let mut agent = Participant::new(ParticipantKind::Agent, id).named(name);
            agent.email = Some(format!("{name}@company.example").to_lowercase());
            write.save_agent(&agent).await.unwrap();
        }
        for (kind, id, name, external_id) in [
            (ParticipantKind::Customer, ANA, "Ana", Some("user-ana")),
            (ParticipantKind::Lead, LEO, "Leo", None),
        ] {
            let mut participant = Participant::new(kind, id).named(name);
            participant.email = Some(format!("{name}@home.example").to_lowercase());
            let external_id = external_id.map(str::to_owned);
            write.save_contact(&Contact { participant, external_id }).await.unwrap();
        }
        write.save_tag(&Tag { id: VIP.into(), name: "VIP".into() }).await.unwrap();
        write.finish(None).await.unwrap();
        let mut tokens = Vec::new();
        for (role, subject) in
            [(Role::Agent, ADA), (Role::Agent, BEN), (Role::Customer, ANA), (Role::Customer, LEO)]
        {
            tokens.push(token(&store, role, subject, DAY).await);
        }
        let identity = store.identity_secret(&organisation).await.unwrap();
        let app = App::new(store, settings).await.unwrap();
        let router = app.router();
        let mut tokens = tokens.into_iter();
        let mut next = || tokens.next().unwrap();
        let (ada, ben, ana, leo) = (next(), next(), next(), next());
        Self { app, router, folder, organisation, identity, ada, ben, ana, leo }
    }

    /// A server over a store that is there, without anybody's tokens.
    pub(crate) async fn over(folder: PathBuf) -> Self {
        let store = Store::open(&format!("sqlite://{}/inbox.db", folder.display())).await.unwrap();
        let organisation = store.first_organisation().await.unwrap().id;
        let identity = store.identity_secret(&organisation).await.unwrap();
        let app = App::new(store, Settings::default()).await.unwrap();
        let router = app.router();
        let [ada, ben, ana, leo] = [const { String::new() }; 4];
        Self { app, router, folder, organisation, identity, ada, ben, ana, leo }
    }

    /// A token that ends after so many milliseconds.
    pub(crate) async fn token(&self, role: Role, subject: &str, millis: i64) -> String {
        token(self.app.store(), role, subject, millis).await
    }

    /// A JWT as the site signs it.
    pub(crate) fn jwt(&self, sub: &str, name: Option<&str>) -> String {
        let exp = u64::try_from(clock::now().as_millis() / 1000).unwrap() + 600;
        let name = name.map(Into::into);
        let claims = Claims { sub: sub.into(), exp, org: None, name, email: None, phone: None };
        sign(&claims, &self.identity).unwrap()
    }

    /// An agent as the store knows them.
    pub(crate) fn agent(&self, id: &str) -> Reader {
        Reader::Agent { id: id.into(), organisation: self.organisation.clone() }
    }

    /// Sends a request as it is.
    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let (method, path) = (request.method().clone(), request.uri().to_string());
        let mut request = request;
        let peer: SocketAddr = "127.0.0.1:50000".parse().unwrap();
        if request.extensions().get::<ConnectInfo<SocketAddr>>().is_none() {
            request.extensions_mut().insert(ConnectInfo(peer));
        }
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let body = serde_json::from_str(&text).unwrap_or(Value::Null);
        let answer = Answer { status: parts.status.as_u16(), headers: parts.headers, text, body };
        let below = path.strip_prefix("/featurebase");
        let is_theirs = |path: &&str| path.starts_with("/v2/") || answer.status >= 400;
        if let Some(path) = below.filter(is_theirs) {
            contract::assert_answer(method.as_str(), path, answer.status, &answer.body);
        }
        if let Some(path) = path.strip_prefix(crate::voicebot::PREFIX) {
            crate::voicebot::assert_answer(method.as_str(), path, &answer);
        }
        if let Some((dialect, below)) = published::dialect_of(&path) {
            if !published::is_known(dialect) {
                let request = Request::get(published::address(dialect)).body(Body::empty());
                let answer = self.router.clone().oneshot(request.unwrap()).await.unwrap();
                let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
                published::know(dialect, serde_json::from_slice(&bytes).unwrap());
            }
            let kind = answer.headers.get("content-type").map(|kind| kind.to_str().unwrap());
            let kind = kind.unwrap_or_default().split(';').next().unwrap();
            let asked = (method.as_str(), below, answer.status);
            published::assert_answer(dialect, asked, (kind, &answer.body));
        }
        answer
    }

    /// Sends a JSON request to the Featurebase API.
    pub(crate) async fn call(
        &self,
        token: &str,
        method: &str,
        path: &str,
        body: &Value,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("/featurebase/v2/conversations{path}"))
            .header("authorization", format!("Bearer {token}"))
            .header("content-type", "application/json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        self.send(request.body(body).unwrap()).await
    }

    pub(crate) async fn get(&self, token: &str, path: &str) -> Answer {
        self.call(token, "GET", path, &Value::Null, &[]).await
    }

    pub(crate) async fn post(&self, token: &str, path: &str, body: Value) -> Answer {
        self.call(token, "POST", path, &body, &[]).await
    }

    pub(crate) async fn patch(&self, token: &str, path: &str, body: Value) -> Answer {
        self.call(token, "PATCH", path, &body, &[]).await
    }

    pub(crate) async fn delete(&self, token: &str, path: &str, body: Value) -> Answer {
        self.call(token, "DELETE", path, &body, &[]).await
    }

    /// Sends a JSON request to a route that is no vendor's.
    pub(crate) async fn own(
        &self,
        token: Option<&str>,
        method: &str,
        path: &str,
        body: &Value,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(token) = token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        self.send(request.body(body).unwrap()).await
    }

    /// Ana begins a conversation; its id.
    pub(crate) async fn conversation_of_ana(&self) -> String {
        let answer = self.post(&self.ana, "", begin(ANA, "hello there")).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        answer.id()
    }

    /// A message, by an agent, a note or a contact; the answer.
    pub(crate) async fn say(&self, conversation: &str, body: Value) -> Answer {
        let answer = self.post(&self.ada, &format!("/{conversation}/reply"), body).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        answer
    }

    /// The file of the store.
    pub(crate) fn file(&self) -> PathBuf {
        self.folder.join("inbox.db")
    }

    /// Changes rows behind the store's back.
    pub(crate) async fn sql(&self, sql: &'static str) {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(self.file());
        let mut connection = options.connect().await.unwrap();
        sqlx::query(sql).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    }

    /// Every row of every table, as text.
    pub(crate) async fn dump(&self) -> String {
        let options =
            sqlx::sqlite::SqliteConnectOptions::new().filename(self.file()).read_only(true);
        let mut connection = options.connect().await.unwrap();
        let sql = "SELECT m.name, group_concat('quote(' || i.name || ')', '||''|''||')
                   FROM sqlite_master m, pragma_table_info(m.name) i
                   WHERE m.type = 'table' GROUP BY m.name ORDER BY m.name";
        let mut dump = String::new();
        for table in sqlx::query(sql).fetch_all(&mut connection).await.unwrap() {
            let (name, columns): (String, String) = (table.get(0), table.get(1));
            let sql = format!("SELECT {columns} FROM {name} ORDER BY rowid");
            let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(&mut connection).await;
            for row in rows.unwrap() {
                writeln!(dump, "{name}: {}", row.get::<String, _>(0)).unwrap();
            }
        }
        connection.close().await.unwrap();
        dump
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // What stays behind lies in the system's folder for temporary files.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A folder of a test's own, which is not there yet.
pub(crate) fn folder() -> PathBuf {
    let name = format!("inbox-server-test-{}", id::hex(&id::random::<8>().unwrap()));
    std::env::temp_dir().join(name)
}

async fn token(store: &Store, role: Role, subject: &str, millis: i64) -> String {
    let subject = ParticipantId::from(subject);
    let now = clock::now();
    let new = NewToken { role, subject: &subject, name: "test", expires_at: now.plus(millis) };
    store.create_token(&new, now).await.unwrap()
}

/// A contact's new conversation.
pub(crate) fn begin(contact: &str, markdown: &str) -> Value {
    json!({ "from": { "type": "contact", "id": contact }, "bodyMarkdown": markdown })
}

/// A contact's reply.
pub(crate) fn contact_reply(contact: &str, markdown: &str) -> Value {
    json!({ "type": "contact", "id": contact, "messageType": "reply", "bodyMarkdown": markdown })
}

/// An agent's reply or note.
pub(crate) fn admin(agent: &str, kind: &str, markdown: &str) -> Value {
    json!({ "type": "admin", "id": agent, "messageType": kind, "bodyMarkdown": markdown })
}

/// The parts of a conversation as `(partType, bodyMarkdown)`.
pub(crate) fn parts(conversation: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let parts = conversation["conversationParts"].as_array().unwrap().iter();
    parts.map(|part| (text(&part["partType"]), text(&part["bodyMarkdown"]))).collect()
}
