//! Elements: what follows signals, what keeps its node, and what ends.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use inbox_widgets::dom::{El, Spot, el, group, svg};
use inbox_widgets::reactive::RwSignal;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, HtmlElement, HtmlTextAreaElement};

use crate::stage::{Faults, Stage, settle, stage, type_into};

/// An owner for the signals of a test, which outlive the view.
fn owner() -> Owner {
    let owner = Owner::new();
    owner.set();
    owner
}

fn texts<H: 'static>(stage: &Stage<H>, selector: &str) -> Vec<String> {
    stage.all(selector).iter().map(|node| node.text_content().unwrap()).collect()
}

#[wasm_bindgen_test]
async fn text_attributes_classes_flags_and_styles_follow_signals() {
    let _owner = owner();
    let word = RwSignal::new("one".to_owned());
    let on = RwSignal::new(false);
    let stage = stage(move || {
        el("button")
            .class("fixed")
            .class_when("on", move || on.get())
            .attr("title", word)
            .attr("data-fixed", "yes")
            .attr_if("data-none", None::<&str>)
            .attr_while("data-while", move || on.get().then(|| word.get()))
            .flag_when("disabled", move || on.get())
            .style("height", move || if on.get() { "20px" } else { "10px" })
            .text("said: ")
            .text(move || word.get())
    });
    let button = stage.one("button");
    let now = |name: &str| button.get_attribute(name);
    assert_eq!(button.text_content().as_deref(), Some("said: one"));
    assert_eq!(now("class").as_deref(), Some("fixed"));
    assert_eq!(now("title").as_deref(), Some("one"));
    assert_eq!(now("data-fixed").as_deref(), Some("yes"));
    assert_eq!(
        [now("data-none"), now("data-while"), now("disabled")],
        [const { None::<String> }; 3],
        "without a value there is no attribute"
    );
    assert_eq!(button.style().get_property_value("height").unwrap(), "10px");
    word.set("two".into());
    on.set(true);
    settle().await;
    assert_eq!(button.text_content().as_deref(), Some("said: two"));
    assert_eq!(now("class").as_deref(), Some("fixed on"));
    assert_eq!(now("title").as_deref(), Some("two"));
    assert_eq!(now("data-while").as_deref(), Some("two"));
    assert_eq!(now("disabled").as_deref(), Some(""));
    assert_eq!(button.style().get_property_value("height").unwrap(), "20px");
    on.set(false);
    settle().await;
    assert_eq!(now("class").as_deref(), Some("fixed"));
    assert_eq!([now("data-while"), now("disabled")], [const { None::<String> }; 2]);
    assert_eq!(stage.one("button"), button, "it is the same element all along");
}

#[wasm_bindgen_test]
async fn a_field_shows_the_signal_also_after_something_was_typed() {
    let _owner = owner();
    let text = RwSignal::new("draft".to_owned());
    let stage = stage(move || {
        el("textarea").value(text).on("input", move |event: Event| {
            text.set(event_target_value(&event));
        })
    });
    let field = stage.one("textarea");
    let value = || field.unchecked_ref::<HtmlTextAreaElement>().value();
    assert_eq!(value(), "draft");
    type_into(&field, "typed");
    settle().await;
    assert_eq!(text.get_untracked(), "typed");
    text.set(String::new());
    settle().await;
    assert_eq!(value(), "", "what was typed does not stand in the way");
}

#[wasm_bindgen_test]
fn text_is_never_markup_and_pictures_are_svg() {
    let _owner = owner();
    let stage = stage(|| {
        el("p")
            .attr("title", "\"><b>")
            .text("<b>bold</b>")
            .child(svg("svg").child(svg("path").attr("d", "M0 0h1")))
    });
    assert!(stage.all("b").is_empty());
    assert_eq!(stage.text("p"), "<b>bold</b>");
    let namespace = stage.one("path").namespace_uri();
    assert_eq!(namespace.as_deref(), Some("http://www.w3.org/2000/svg"));
}

/// A list of buttons, and what each row says of itself when it ends.
struct List {
    stage: Stage<Box<dyn std::any::Any>>,
    keys: RwSignal<Vec<&'static str>>,
    tick: RwSignal<u32>,
    runs: Rc<RefCell<Vec<&'static str>>>,
    ended: Rc<RefCell<Vec<&'static str>>>,
    _owner: Owner,
}

fn list(first: &[&'static str]) -> List {
    let owner = owner();
    let keys = RwSignal::new(first.to_vec());
    let tick = RwSignal::new(0);
    let runs = Rc::new(RefCell::new(Vec::new()));
    let ended = Rc::new(RefCell::new(Vec::new()));
    let (runs_in, ended_in) = (Rc::clone(&runs), Rc::clone(&ended));
    let stage = stage(move || {
        el("ul").each(
            move || keys.get(),
            move |key| {
                let runs = Rc::clone(&runs_in);
                let ended = send_wrapper::SendWrapper::new(Rc::clone(&ended_in));
                on_cleanup(move || ended.borrow_mut().push(key));
                el("li").child(el("button").attr("data-key", key).text(move || {
                    runs.borrow_mut().push(key);
                    [key, &tick.get().to_string()].concat()
                }))
            },
        )
    });
    List { stage: stage.boxed(), keys, tick, runs, ended, _owner: owner }
}

impl List {
    async fn show(&self, keys: &[&'static str]) {
        self.keys.set(keys.to_vec());
        settle().await;
        let shown: Vec<_> = self.rows().iter().map(|row| row.text_content().unwrap()).collect();
        let tick = self.tick.get_untracked().to_string();
        let expected: Vec<_> = keys.iter().map(|key| [key, tick.as_str()].concat()).collect();
        assert_eq!(shown, expected);
    }

    fn rows(&self) -> Vec<HtmlElement> {
        self.stage.all("ul > li")
    }
}

#[wasm_bindgen_test]
async fn a_list_keeps_its_rows_by_key_whatever_their_order() {
    let list = list(&["a", "b", "c", "d"]);
    let before = list.rows();
    let node = |key: &str| {
        let at = ["a", "b", "c", "d"].iter().position(|one| *one == key);
        at.and_then(|at| before.get(at).cloned())
    };
    for order in [
        &["d", "c", "b", "a"][..],
        &["b", "d", "a", "c"],
        &["x", "b", "d", "y", "a", "c", "z"],
        &["c", "b", "d", "a"],
        &["a", "b", "c", "d"],
    ] {
        list.show(order).await;
        for (key, row) in order.iter().zip(list.rows()) {
            assert!(node(key).is_none_or(|node| node == row), "{key} in {order:?}");
        }
    }
    assert_eq!(list.runs.borrow().len(), 4 + 3, "each row was made once");
    list.show(&[]).await;
    list.show(&["a"]).await;
    assert!(list.rows().iter().all(|row| !before.contains(row)), "what had gone is made anew");
}

#[wasm_bindgen_test]
async fn a_row_that_goes_to_the_top_leaves_the_focus_where_it_is() {
    let list = list(&["a", "b", "c"]);
    let button = list.stage.one("[data-key=b]");
    button.focus().unwrap();
    let blurred = Rc::new(Cell::new(false));
    let seen = Rc::clone(&blurred);
    let on_blur = wasm_bindgen::closure::Closure::<dyn FnMut()>::new(move || seen.set(true));
    button.add_event_listener_with_callback("blur", on_blur.as_ref().unchecked_ref()).unwrap();
    list.show(&["c", "a", "b"]).await;
    list.show(&["new", "c", "a", "b"]).await;
    list.show(&["c", "b"]).await;
    assert!(!blurred.get(), "it was moved, or one beside it was");
    assert_eq!(list.stage.focused(), Some(button.clone().into()));
    button.remove_event_listener_with_callback("blur", on_blur.as_ref().unchecked_ref()).unwrap();
}

#[wasm_bindgen_test]
async fn a_row_that_goes_ends_with_all_that_it_made() {
    let list = list(&["a", "b", "c"]);
    list.show(&["a", "c"]).await;
    assert_eq!(*list.ended.borrow(), ["b"]);
    list.runs.borrow_mut().clear();
    list.tick.set(1);
    settle().await;
    assert_eq!(*list.runs.borrow(), ["a", "c"]);
    assert_eq!(texts(&list.stage, "li"), ["a1", "c1"]);
    list.show(&["b", "a"]).await;
    assert_eq!(*list.ended.borrow(), ["b", "c"]);
}

#[wasm_bindgen_test]
async fn a_choice_is_made_anew_only_when_it_turns() {
    let _owner = owner();
    let number = RwSignal::new(0);
    let made = Rc::new(RefCell::new(Vec::new()));
    let note = Rc::clone(&made);
    let stage = stage(move || {
        let piece = move |name: &'static str| {
            note.borrow_mut().push(name);
            el("p").attr("data-name", name).text(move || number.get().to_string())
        };
        let other = piece.clone();
        el("div")
            .child(el("i"))
            .choose(move || number.get() > 2, move || piece("many"), move || other("few"))
            .child(el("b"))
    });
    let few = stage.one("[data-name=few]");
    for count in [1, 2] {
        number.set(count);
        settle().await;
    }
    assert_eq!(stage.one("p"), few);
    assert_eq!(stage.text("p"), "2", "inside it what is read is followed");
    for count in [3, 4, 5] {
        number.set(count);
        settle().await;
    }
    assert_eq!(stage.text("p"), "5");
    assert_eq!(*made.borrow(), ["few", "many"]);
    assert_eq!(stage.all("i + p + b").len(), 1, "it stands in its place");
    number.set(0);
    settle().await;
    assert_eq!(*made.borrow(), ["few", "many", "few"]);
    assert_ne!(stage.one("p"), few);
}

#[wasm_bindgen_test]
async fn groups_come_and_go_in_their_place() {
    let _owner = owner();
    let words = RwSignal::new(vec!["a", "b"]);
    let shown = RwSignal::new(true);
    let stage = stage(move || {
        let word = |word: &'static str| el("i").text(word);
        let inner = move || {
            group()
                .live(move || group().children(words.get().into_iter().map(word)))
                .child(word("."))
        };
        el("p").child(word("(")).when(move || shown.get(), inner).child(word(")"))
    });
    assert_eq!(stage.text("p"), "(ab.)");
    words.set(vec!["c"]);
    settle().await;
    assert_eq!(stage.text("p"), "(c.)");
    words.set(Vec::new());
    settle().await;
    assert_eq!(stage.text("p"), "(.)");
    shown.set(false);
    settle().await;
    assert_eq!(stage.text("p"), "()");
    words.set(vec!["d", "e"]);
    shown.set(true);
    settle().await;
    assert_eq!(stage.text("p"), "(de.)");
}

#[wasm_bindgen_test]
async fn a_spot_leads_to_its_element() {
    let _owner = owner();
    let spot = Spot::default();
    let shown = RwSignal::new(false);
    let found = RwSignal::new(0);
    assert!(spot.now().is_none());
    let stage = stage(move || {
        Effect::new(move |_| {
            if spot.get().is_some() {
                found.update(|found| *found += 1);
            }
        });
        group().when(move || shown.get(), move || el("input").at(spot))
    });
    settle().await;
    assert_eq!(found.get_untracked(), 0);
    shown.set(true);
    settle().await;
    assert_eq!(found.get_untracked(), 1, "whoever waits for it is told");
    assert_eq!(spot.now(), Some(stage.one("input")));
}

/// A piece that reads what the piece around it made, as views do: both follow `tick`, and the one
/// around goes when `shown` turns.
fn nested(shown: RwSignal<bool>, runs: Rc<Cell<u32>>) -> El {
    el("div").when(
        move || shown.get(),
        move || {
            let own = RwSignal::new("own".to_owned());
            let runs = Rc::clone(&runs);
            let inner = move || {
                let runs = Rc::clone(&runs);
                let text = move || {
                    runs.set(runs.get() + 1);
                    [shown.get().to_string(), own.get()].concat()
                };
                el("ul").each(|| vec![()], move |()| el("li").text(text.clone()))
            };
            group().live(inner)
        },
    )
}

#[wasm_bindgen_test]
async fn a_piece_that_goes_takes_at_once_all_that_is_inside() {
    let _owner = owner();
    let faults = Faults::watch();
    let shown = RwSignal::new(true);
    let runs = Rc::new(Cell::new(0));
    let seen = Rc::clone(&runs);
    let stage = stage(move || nested(shown, seen));
    settle().await;
    assert_eq!(stage.text("li"), "trueown");
    // What is inside hears of the same change, and must not run on what has gone.
    shown.set(false);
    settle().await;
    assert!(!faults.any());
    assert!(stage.all("li").is_empty());
    assert_eq!(runs.get(), 1);
    shown.set(true);
    settle().await;
    assert_eq!(stage.text("li"), "trueown");
}

#[wasm_bindgen_test]
async fn after_the_end_nothing_runs_and_nothing_throws() {
    let _owner = owner();
    let faults = Faults::watch();
    let word = RwSignal::new("before".to_owned());
    let shown = RwSignal::new(true);
    let clicks = Rc::new(Cell::new(0));
    let (runs, inner_runs) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(0)));
    let (clicked, counted, inner) = (Rc::clone(&clicks), Rc::clone(&runs), Rc::clone(&inner_runs));
    let stage = stage(move || {
        let button = el("button")
            .class_when("x", move || word.get() == "after")
            .attr("title", word)
            .style("height", move || if shown.get() { "10px" } else { "20px" })
            .on_click(move || clicked.set(clicked.get() + 1))
            .text(move || {
                counted.set(counted.get() + 1);
                word.get()
            });
        group()
            .child(button)
            .child(nested(shown, inner))
            .live(move || el("p").text(word.get()))
            .child(el("ul").class("words").each(
                move || vec![word.get()],
                move |key| el("li").text(move || [key.clone(), word.get()].concat()),
            ))
    });
    let button = stage.one("button");
    let all = ["button", "p", ".words"].map(|selector| stage.one(selector));
    button.click();
    assert_eq!((clicks.get(), runs.get(), inner_runs.get()), (1, 1, 1));
    let before = all.clone().map(|node| node.outer_html());
    // A change that is under way when the view goes is no exception.
    word.set("meanwhile".into());
    shown.set(false);
    drop(stage);
    settle().await;
    word.set("after".into());
    shown.set(true);
    button.click();
    settle().await;
    assert!(!faults.any());
    assert_eq!((clicks.get(), runs.get(), inner_runs.get()), (1, 1, 1));
    assert_eq!(all.map(|node| node.outer_html()), before);
    assert!(button.parent_node().is_none());
}
