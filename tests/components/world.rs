//! A conversation system that can do everything, inside the test's page: the desk's commands reach
//! the model's rules, and the test sees what was asked.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use inbox_dialects::{
    Capabilities, Dialect, DialectError, ListQuery, Method, Outcome, Page, Request, Response,
    SavedViews, ViewCounts, Who,
};
use inbox_model::view::{View, ViewCount};
use inbox_model::{
    Command, Context, Conversation, ConversationId, Part, PartBody, PartId, Participant,
    ParticipantKind, Timestamp, apply, part::Message,
};
use inbox_widgets::dom::el;
use inbox_widgets::i18n::I18n;
use inbox_widgets::reactive::RwSignal;
use inbox_widgets::sync::{Engine, Loading, Setup, Surface, now};
use inbox_widgets::{desk, messenger};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::stage::{Stage, settle, stage};

/// What every capability is, where nothing else is asked for. There is no stream: the page has no
/// server.
pub fn everything() -> Capabilities {
    Capabilities {
        contents: true,
        reference: true,
        notes: true,
        assign: true,
        close: true,
        pending: true,
        in_progress: true,
        snooze: true,
        tags: true,
        priority: true,
        star: true,
        archive: true,
        react: true,
        suggestions: true,
        restart: true,
        mark_read: true,
        mark_unread: true,
        seen: true,
        overdue: true,
        search: true,
        list_filters: true,
        idempotency: true,
        ..Capabilities::default()
    }
}

/// The system's state, and what it was asked.
pub struct World {
    can: Capabilities,
    conversations: RefCell<Vec<Conversation>>,
    /// The agent's views; `None` where the system keeps none.
    pub views: RefCell<Option<Vec<View>>>,
    /// The server knows nothing of views, whatever its system has.
    lost: bool,
    /// What was done, in order.
    pub commands: RefCell<Vec<Command>>,
    /// How often a conversation was read.
    pub reads: Cell<u32>,
    /// What lists were asked for, in order.
    pub queries: RefCell<Vec<ListQuery>>,
}

struct Speaking(Rc<World>);

impl World {
    /// Somebody begins a conversation, or does something to one.
    pub fn put(&self, one: Conversation) {
        let mut all = self.conversations.borrow_mut();
        all.retain(|other| other.id != one.id);
        all.push(one);
    }

    fn find(&self, id: &str) -> Option<Conversation> {
        let mut one =
            self.conversations.borrow().iter().find(|one| one.id.as_str() == id).cloned()?;
        // Where the system gives a verdict, it is that of the moment.
        if let Some(window) = &mut one.handling.reply_window {
            let open = window.until.is_some_and(|until| now() < until);
            window.possible = window.possible.map(|_| open);
        }
        Some(one)
    }
}

impl Dialect for Speaking {
    fn capabilities(&self) -> Capabilities {
        self.0.can
    }

    fn saved_views(&self) -> Option<&dyn SavedViews> {
        self.0.views.borrow().is_some().then_some(self as &dyn SavedViews)
    }

    fn list(&self, query: &ListQuery) -> Request {
        self.0.queries.borrow_mut().push(query.clone());
        Request::new(Method::Get, "/list")
    }

    fn read_list(&self, _response: &Response) -> Result<Page, DialectError> {
        let query = self.0.queries.borrow().last().cloned().unwrap_or_default();
        let fits = |one: &&Conversation| {
            let found = query.search.as_ref().is_none_or(|words| {
                one.title.as_ref().is_some_and(|title| title.contains(words.as_str()))
            });
            found && (query.starred != Some(true) || one.handling.starred)
        };
        let all = self.0.conversations.borrow();
        let conversations = all.iter().filter(fits).cloned().map(|mut one| {
            one.parts.clear();
            one
        });
        Ok(Page { conversations: conversations.collect(), next_cursor: None })
    }

    fn conversation(&self, id: &ConversationId) -> Request {
        self.0.reads.set(self.0.reads.get() + 1);
        Request::new(Method::Get, format!("/{id}"))
    }

    fn read_conversation(&self, response: &Response) -> Result<Conversation, DialectError> {
        let id = response.body.rsplit('/').next().unwrap_or_default();
        self.0.find(id).ok_or(DialectError::Server { status: 500 })
    }

    fn command(&self, who: &Who<'_>, command: &Command) -> Result<Request, DialectError> {
        self.0.commands.borrow_mut().push(command.clone());
        let mut all = self.0.conversations.borrow_mut();
        if let Some(one) = all.iter_mut().find(|one| one.id == *who.conversation) {
            let mut made = 0;
            let mut new_id = || {
                made += 1;
                PartId::new(format!("{}-{made}", who.command_id))
            };
            let mut context = Context::new(who.actor, now(), &mut new_id);
            context.command_id = Some(who.command_id);
            if let Ok(applied) = apply(one, command, &mut context) {
                *one = applied.conversation;
                one.version = one.version.map(|version| version + 1);
            }
        }
        Ok(Request::new(Method::Get, format!("/{}", who.conversation)))
    }

    fn delete(&self, id: &ConversationId) -> Option<Request> {
        self.0.conversations.borrow_mut().retain(|one| one.id != *id);
        Some(Request::new(Method::Get, "/deleted"))
    }

    fn read_command(
        &self,
        _command: &Command,
        response: &Response,
    ) -> Result<Outcome, DialectError> {
        Ok(Outcome::Conversation(Box::new(self.read_conversation(response)?)))
    }
}

impl SavedViews for Speaking {
    fn views(&self) -> Request {
        Request::new(Method::Get, if self.0.lost { "/gone/views" } else { "/views" })
    }

    fn save_views(&self, views: &[View]) -> Request {
        let saved = inbox_model::view::save(views.to_vec()).unwrap();
        self.0.views.replace(Some(saved));
        self.views()
    }

    fn read_views(&self, _response: &Response) -> Result<Vec<View>, DialectError> {
        self.0.views.borrow().clone().ok_or(DialectError::Unsupported)
    }

    fn view_counts(&self) -> Request {
        Request::new(Method::Get, if self.0.lost { "/gone/counts" } else { "/counts" })
    }

    fn read_view_counts(&self, _response: &Response) -> Result<ViewCounts, DialectError> {
        let all = self.0.conversations.borrow();
        let count = |view: View| {
            let shown = all.iter().filter(|one| view.filter.matches(one, None, now()));
            let unread = shown.clone().filter(|one| one.unread.unwrap_or(0) > 0).count() as u64;
            (view.id, ViewCount { unread, total: shown.count() as u64 })
        };
        Ok(self.0.views.borrow().clone().unwrap_or_default().into_iter().map(count).collect())
    }
}

/// Answers what is asked of `*.test` inside the page, each request with its own path.
fn answer_here() {
    let body = r"
        if (globalThis.answersHere) return;
        globalThis.answersHere = true;
        const real = globalThis.fetch;
        const session = () => JSON.stringify({
            me: globalThis.customerHere ?? { id: 'a1', kind: 'agent', name: 'Ada' },
            agents: [
                { id: 'a1', kind: 'agent', name: 'Ada' },
                { id: 'a2', kind: 'agent', name: 'Grace' },
                ...(globalThis.joined ?? []),
            ],
            tags: [{ id: 't1', name: 'shipping' }, { id: 't9', name: 'vip' }],
            teams: [{ id: 'team1', name: 'Logistics' }],
            workspace: 'Test',
        });
        globalThis.fetch = (asked, init) => {
            const url = new URL(asked.url ?? asked);
            if (!url.hostname.endsWith('.test')) return real(asked, init);
            // A stream on which nothing happens.
            if (url.pathname === '/live') return Promise.resolve(new Response(new ReadableStream()));
            // What lies before the newest parts: nothing, unless a test says otherwise.
            if (url.pathname.startsWith('/parts/')) {
                const told = globalThis.earlierHere?.[url.pathname]?.shift();
                const [status, body] = told ?? [200, JSON.stringify({ parts: [], more: false })];
                return Promise.resolve(new Response(body, { status }));
            }
            const isSession = url.pathname === '/session';
            if (isSession) globalThis.sessions = (globalThis.sessions ?? 0) + 1;
            const body = isSession ? session() : url.pathname;
            const status = url.pathname.startsWith('/gone') ? 404 : 200;
            return Promise.resolve(new Response(body, { status }));
        };
    ";
    js_sys::Function::new_no_args(body).call0(&wasm_bindgen::JsValue::UNDEFINED).unwrap();
}

thread_local! {
    /// Each world has an address of its own: what a device keeps is kept by address.
    static WORLDS: Cell<u32> = const { Cell::new(0) };
}

/// A desk on a world of its own.
pub struct Desk {
    pub world: Rc<World>,
    pub engine: Engine,
    pub i18n: I18n,
    pub stage: Stage<Box<dyn std::any::Any>>,
    _owner: Owner,
}

/// Opens a desk on these conversations, and the first of them.
pub async fn desk(can: Capabilities, conversations: Vec<Conversation>) -> Desk {
    desk_on(can, conversations, None).await
}

/// The same on a system that keeps these views beside the four of everybody.
pub async fn desk_on(
    can: Capabilities,
    conversations: Vec<Conversation>,
    views: Option<Vec<View>>,
) -> Desk {
    opened(can, conversations, views, false).await
}

/// The same on a system that keeps views, whose server knows nothing of them.
pub async fn desk_on_lost(can: Capabilities, conversations: Vec<Conversation>) -> Desk {
    opened(can, conversations, Some(Vec::new()), true).await
}

/// Opens the messenger of [`customer`] on these conversations, and the first of them.
pub async fn messenger(can: Capabilities, conversations: Vec<Conversation>) -> Desk {
    answer_here();
    let me = "globalThis.customerHere = { id: 'u1', kind: 'customer', name: 'Ana' };";
    js_sys::Function::new_no_args(me).call0(&wasm_bindgen::JsValue::UNDEFINED).unwrap();
    let first = conversations.first().map(|one| one.id.clone());
    let (owner, world, engine) = begun(messenger::SURFACE, can, conversations, None, false);
    let i18n = I18n::new("en");
    let stage = stage(move || {
        provide_context(i18n);
        messenger::view(engine, i18n, RwSignal::new(true))
    });
    let here = Desk { world, engine, i18n, stage: stage.boxed(), _owner: owner };
    here.until("the list", |here| here.engine.store.list.get_untracked() == Loading::Ready).await;
    let nobody = "delete globalThis.customerHere;";
    js_sys::Function::new_no_args(nobody).call0(&wasm_bindgen::JsValue::UNDEFINED).unwrap();
    engine.open(first);
    here.until("the thread", |here| !here.stage.all(".message").is_empty()).await;
    settle().await;
    here
}

/// An engine on a world of its own.
fn begun(
    surface: Surface,
    can: Capabilities,
    conversations: Vec<Conversation>,
    views: Option<Vec<View>>,
    lost: bool,
) -> (Owner, Rc<World>, Engine) {
    let owner = Owner::new();
    owner.set();
    let world = Rc::new(World {
        can,
        conversations: RefCell::new(conversations),
        views: RefCell::new(views.map(inbox_model::view::complete)),
        lost,
        commands: RefCell::default(),
        queries: RefCell::default(),
        reads: Cell::default(),
    });
    let number = WORLDS.replace(WORLDS.get() + 1);
    let engine = Engine::new(Setup {
        surface,
        base: format!("http://world{}-{number}.test", now().as_millis()),
        dialect: Rc::new(Speaking(Rc::clone(&world))),
        token: "t".into(),
        organisation: String::new(),
        emit: Box::new(|_, _| ()),
    });
    (owner, world, engine)
}

async fn opened(
    can: Capabilities,
    conversations: Vec<Conversation>,
    views: Option<Vec<View>>,
    lost: bool,
) -> Desk {
    answer_here();
    let first = conversations.first().map(|one| one.id.clone());
    let (owner, world, engine) = begun(desk::SURFACE, can, conversations, views, lost);
    let i18n = I18n::new("en");
    let stage = stage(move || {
        provide_context(i18n);
        let desk = desk::view(engine, i18n, RwSignal::new(true));
        el("div")
            .style("height", "700px")
            .style("width", "1400px")
            .style("display", "grid")
            .child(desk)
    });
    let desk = Desk { world, engine, i18n, stage: stage.boxed(), _owner: owner };
    desk.until("the list", |desk| desk.engine.store.list.get_untracked() == Loading::Ready).await;
    engine.open(first.clone());
    if first.is_some() {
        let there = |desk: &Desk| {
            desk.engine.store.thread.loading.get_untracked() == Loading::Ready
                && desk.stage.all(".reply").len() == 1
        };
        desk.until("the thread", there).await;
    }
    settle().await;
    desk
}

impl Desk {
    /// Waits for something to be the case; a test that waits in vain fails by its name.
    pub async fn until(&self, what: &str, is: impl Fn(&Self) -> bool) {
        let mut held = is(self);
        for _ in 0..200 {
            settle().await;
            if held {
                break;
            }
            held = is(self);
        }
        assert!(held, "waited in vain for {what}");
    }

    /// Waits for the first command that fits.
    pub async fn command(&self, what: &str, fits: impl Fn(&Command) -> bool) -> Command {
        self.until(what, |desk| desk.world.commands.borrow().iter().any(&fits)).await;
        self.world.commands.borrow().iter().find(|one| fits(one)).cloned().unwrap()
    }

    /// The one button of this name within the desk.
    pub fn button(&self, name: &str) -> HtmlElement {
        let all = self.buttons(name);
        assert_eq!(all.len(), 1, "buttons called {name}");
        all[0].clone()
    }

    /// All buttons of this name.
    pub fn buttons(&self, name: &str) -> Vec<HtmlElement> {
        let all = self.stage.all("button").into_iter();
        all.filter(|one| {
            let label = one.get_attribute("aria-label");
            label.or_else(|| one.text_content()).is_some_and(|label| label.trim() == name)
        })
        .collect()
    }

    /// Does not wait until a reply can no longer be taken back.
    pub async fn send_now(&self) {
        self.until("time to undo", |desk| desk.buttons("Send now").len() == 1).await;
        self.button("Send now").click();
        settle().await;
    }

    /// Chooses from the menu that a button opens.
    pub async fn choose(&self, menu: &str, entry: &str) {
        self.button(menu).click();
        settle().await;
        let entries = self.stage.all("[role=menuitemradio], .picker [role=option]");
        let label = |one: &&HtmlElement| {
            let label = one.query_selector(".picker .menu-label").unwrap();
            let text = label.map_or_else(|| one.text_content(), |label| label.text_content());
            text.is_some_and(|text| text == entry)
        };
        let found = entries.iter().find(label);
        let names: Vec<_> = entries.iter().filter_map(|one| one.text_content()).collect();
        assert!(found.is_some(), "no {entry} in {names:?}");
        found.unwrap().click();
        settle().await;
    }

    /// A field by its name.
    pub fn field(&self, name: &str) -> HtmlElement {
        let all = self.stage.all("input, textarea").into_iter();
        let mut named = all.filter(|one| one.get_attribute("aria-label").as_deref() == Some(name));
        let first = named.next();
        assert!(first.is_some(), "no field called {name}");
        first.unwrap().unchecked_into()
    }
}

/// The customer.
pub fn customer() -> Participant {
    Participant::new(ParticipantKind::Customer, "u1").named("Nour")
}

/// The agent whose desk it is.
pub fn me() -> Participant {
    Participant::new(ParticipantKind::Agent, "a1").named("Ada")
}

/// A message.
pub fn said(id: &str, by: Participant, text: &str, minutes_ago: i64) -> Part {
    let at = now().plus(-minutes_ago * 60_000);
    Part::new(id.into(), PartBody::Message(Message::text(text)), Some(by), at)
}

/// A conversation with the customer, of these parts.
pub fn talk(id: &str, parts: Vec<Part>) -> Conversation {
    let at = Timestamp::from_millis(now().as_millis() - 3_600_000);
    let mut one = Conversation::new(id.into(), at);
    one.participants = vec![customer()];
    one.title = Some(format!("Talk {id}"));
    one.unread = Some(0);
    one.version = Some(1);
    one.last_activity_at = parts.last().map(|part| part.created_at).or(Some(at));
    one.parts = parts.into_iter().map(Arc::new).collect();
    one
}
