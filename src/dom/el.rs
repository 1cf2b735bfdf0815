//! One element, or a group of them, with all that keeps it alive.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::reactive::graph::ToAnySubscriber;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, Node};

use super::words::{Said, Words};
use crate::reactive::{Act, Compute, RwSignal, leave};

/// An element that is being put together, or that is part of a view. It ends when it is dropped:
/// its effects stop and its listeners are taken away.
// Boxed: a chain of calls hands on a pointer, in place of copying the whole at every step.
pub struct El(pub(super) Box<SendWrapper<Made>>);

pub(super) struct Made {
    /// An element, or a fragment that is empty once it has been put in its place.
    pub(super) node: Node,
    pub(super) kept: Vec<Kept>,
}

/// What lives as long as an element.
#[expect(dead_code, reason = "kept only to be dropped with the element")]
pub(super) enum Kept {
    Effect(Effect),
    Listener(Listener),
    Other(Box<dyn std::any::Any>),
}

/// Runs whenever something that it read has changed, until it is dropped.
pub(super) struct Effect(RenderEffect<()>);

impl Drop for Effect {
    fn drop(&mut self) {
        leave(&self.0.to_any_subscriber());
    }
}

/// Pieces that an effect holds, which end at once with their element: what the effect itself holds
/// goes only in a later microtask, and until then they would run on signals that have gone.
pub(super) struct Ends<T>(pub(super) Rc<RefCell<Vec<T>>>);

impl<T> Drop for Ends<T> {
    fn drop(&mut self) {
        self.0.take();
    }
}

/// Puts a text in its place; see [`Compute`].
trait Put {
    fn put(&self, text: &str);
}

impl<F: Fn(&str)> Put for F {
    fn put(&self, text: &str) {
        self(text);
    }
}

/// Hears an event; see [`Compute`].
trait Hear {
    fn hear(&mut self, event: Event);
}

impl<F: FnMut(Event)> Hear for F {
    fn hear(&mut self, event: Event) {
        self(event);
    }
}

pub(super) struct Listener {
    target: Node,
    name: &'static str,
    act: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let act = self.act.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.name, act);
    }
}

/// Where an element can be found once it is there.
#[derive(Clone, Copy)]
pub struct Spot(RwSignal<Option<SendWrapper<HtmlElement>>>);

impl Default for Spot {
    /// A spot with nothing in it.
    fn default() -> Self {
        Self(RwSignal::new(None))
    }
}

impl Spot {
    /// The element; subscribes to its coming.
    pub fn get(self) -> Option<HtmlElement> {
        self.0.try_get().flatten().map(SendWrapper::take)
    }

    /// The element, if it is there now. `None` also after the view has gone.
    pub fn now(self) -> Option<HtmlElement> {
        self.0.try_get_untracked().flatten().map(SendWrapper::take)
    }
}

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element of HTML.
pub fn el(tag: &'static str) -> El {
    El::of(document().create_element(tag).ok().map(Node::from))
}

/// An element of SVG.
pub fn svg(tag: &'static str) -> El {
    El::of(document().create_element_ns(Some(SVG), tag).ok().map(Node::from))
}

/// A text without an element around it.
pub fn plain(text: &str) -> El {
    El::of(Some(document().create_text_node(text).into()))
}

/// Several nodes without an element around them, or none.
pub fn group() -> El {
    El::of(None)
}

impl El {
    /// Tags are constants that browsers know, so there always is a node.
    fn of(node: Option<Node>) -> Self {
        let node = node.unwrap_or_else(|| document().create_document_fragment().into());
        Self(Box::new(SendWrapper::new(Made { node, kept: Vec::new() })))
    }

    /// Another one like it, without what keeps it up to date.
    #[must_use]
    pub fn copy(&self) -> Self {
        Self::of(self.0.node.clone_node_with_deep(true).ok())
    }

    fn element(&self) -> &Element {
        self.0.node.unchecked_ref()
    }

    pub(super) fn keep(&mut self, kept: Kept) {
        self.0.kept.push(kept);
    }

    /// Runs now, and again whenever something that it read has changed.
    pub(super) fn follow(&mut self, mut act: Box<dyn Act>) {
        self.keep(Kept::Effect(Effect(RenderEffect::new(move |_| act.act()))));
    }

    /// Sets classes.
    #[must_use]
    pub fn class(self, names: &str) -> Self {
        self.set("class", names);
        self
    }

    /// Has a class while a condition holds.
    #[must_use]
    pub fn class_when(
        mut self,
        name: &'static str,
        condition: impl Fn() -> bool + 'static,
    ) -> Self {
        self.turn(name, Box::new(condition));
        self
    }

    /// Sets an attribute.
    #[must_use]
    pub fn attr<'a>(self, name: &'static str, value: impl Words<'a>) -> Self {
        self.attr_said(name, value.said())
    }

    fn attr_said(mut self, name: &'static str, value: Said<'_>) -> Self {
        match value {
            Said::Lent(value) => self.set(name, value),
            Said::Still(value) => self.set(name, &value),
            Said::Live(value) => self.attr_follows(name, Box::new(move || Some(value.now()))),
        }
        self
    }

    /// Sets an attribute if there is a value for it.
    #[must_use]
    pub fn attr_if<'a>(self, name: &'static str, value: Option<impl Words<'a>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Has an attribute whenever there is a value for it.
    #[must_use]
    pub fn attr_while(
        mut self,
        name: &'static str,
        value: impl Fn() -> Option<String> + 'static,
    ) -> Self {
        self.attr_follows(name, Box::new(value));
        self
    }

    /// Has a boolean attribute while a condition holds.
    #[must_use]
    pub fn flag_when(mut self, name: &'static str, condition: impl Fn() -> bool + 'static) -> Self {
        let value = move || condition().then(String::new);
        self.attr_follows(name, Box::new(value));
        self
    }

    /// Sets a property of the element's style, which a strict content security policy allows
    /// where it forbids the attribute.
    #[must_use]
    pub fn style<'a>(mut self, name: &'static str, value: impl Words<'a>) -> Self {
        let style = self.element().unchecked_ref::<HtmlElement>().style();
        let set = move |value: &str| {
            let _ = style.set_property(name, value);
        };
        self.put(value.said(), Box::new(set));
        self
    }

    /// Has the text of a signal as the value of a field.
    #[must_use]
    pub fn value(mut self, text: RwSignal<String>) -> Self {
        let node = self.0.node.clone();
        let set = move |value: &str| {
            let _ = js_sys::Reflect::set(&node, &"value".into(), &value.into());
        };
        self.put(text.said(), Box::new(set));
        self
    }

    /// Does something to the element, and again whenever what it read has changed: for rows of long
    /// lists, where an effect for each attribute is felt.
    #[must_use]
    #[cfg(feature = "desk")]
    pub fn also(mut self, act: impl Fn(&HtmlElement) + 'static) -> Self {
        let element: HtmlElement = self.element().clone().unchecked_into();
        self.follow(Box::new(move || act(&element)));
        self
    }

    /// Adds text.
    #[must_use]
    pub fn text<'a>(self, text: impl Words<'a>) -> Self {
        self.text_said(text.said())
    }

    fn text_said(mut self, text: Said<'_>) -> Self {
        let now = match &text {
            Said::Lent(text) => text,
            Said::Still(text) => text.as_str(),
            Said::Live(_) => "",
        };
        let node = document().create_text_node(now);
        let _ = self.0.node.append_child(&node);
        if let Said::Live(text) = text {
            self.follow(Box::new(move || node.set_data(&text.now())));
        }
        self
    }

    /// Adds a child.
    #[must_use]
    pub fn child(mut self, child: Self) -> Self {
        self.add(child);
        self
    }

    /// Adds a child if there is one.
    #[must_use]
    pub fn maybe(mut self, child: Option<Self>) -> Self {
        if let Some(child) = child {
            self.add(child);
        }
        self
    }

    /// Adds children.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        for child in children {
            self.add(child);
        }
        self
    }

    fn add(&mut self, child: Self) {
        let Made { node, kept } = child.0.take();
        let _ = self.0.node.append_child(&node);
        self.0.kept.extend(kept);
    }

    /// Hears an event.
    #[must_use]
    pub fn on<E: JsCast>(mut self, name: &'static str, mut act: impl FnMut(E) + 'static) -> Self {
        self.listen(name, Box::new(move |event: Event| act(event.unchecked_into())));
        self
    }

    /// Hears a click, or the key that stands for one.
    #[must_use]
    pub fn on_click(mut self, mut act: impl FnMut() + 'static) -> Self {
        self.listen("click", Box::new(move |_: Event| act()));
        self
    }

    fn listen(&mut self, name: &'static str, mut act: Box<dyn Hear>) {
        // What the listener makes belongs to whoever made the listener.
        let owner = Owner::current().unwrap_or_default();
        let act = Closure::new(move |event| owner.with(|| act.hear(event)));
        let target = self.0.node.clone();
        let _ = target.add_event_listener_with_callback(name, act.as_ref().unchecked_ref());
        self.keep(Kept::Listener(Listener { target, name, act }));
    }

    /// Can be found at a spot from now on.
    #[must_use]
    pub fn at(self, spot: Spot) -> Self {
        let element = self.element().clone().unchecked_into();
        spot.0.set(Some(SendWrapper::new(element)));
        self
    }

    fn set(&self, name: &str, value: &str) {
        // Names are constants that browsers allow.
        let _ = self.element().set_attribute(name, value);
    }

    fn attr_follows(&mut self, name: &'static str, value: Box<dyn Compute<Option<String>>>) {
        let element = self.element().clone();
        let mut before = None;
        self.follow(Box::new(move || {
            let now = value.now();
            if before == now {
                return;
            }
            let _ = match &now {
                Some(now) => element.set_attribute(name, now),
                None => element.remove_attribute(name),
            };
            before = now;
        }));
    }

    fn turn(&mut self, name: &'static str, condition: Box<dyn Compute<bool>>) {
        let list = self.element().class_list();
        let mut before = false;
        self.follow(Box::new(move || {
            let now = condition.now();
            if before != now {
                before = now;
                let _ = list.toggle_with_force(name, now);
            }
        }));
    }

    fn put(&mut self, value: Said<'_>, set: Box<dyn Put>) {
        match value {
            Said::Lent(value) => set.put(value),
            Said::Still(value) => set.put(&value),
            Said::Live(value) => self.follow(Box::new(move || set.put(&value.now()))),
        }
    }
}
