//! Where one writes: grows with the text, sends on Enter, and never in the middle of an input
//! method's composition.

use inbox_model::content::Content;
use inbox_model::draft::{Limits, Problem, check_contents};
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::erase::{derived, dynamic, see};
use super::icon::{Glyph, Icon};
use crate::i18n::{Text, use_i18n};

/// What an empty composer says.
pub type Placeholder = Signal<String>;

/// Tallest the field gets, in pixels, before it scrolls.
const TALLEST: i32 = 200;

/// A composer. Its text lives outside, so that a draft survives whatever becomes of the view.
#[component]
pub fn Composer(
    /// What is typed.
    text: RwSignal<String>,
    /// What it says while empty; also its name.
    placeholder: Placeholder,
    /// The words on the button.
    #[prop(into)]
    send_label: Signal<&'static str>,
    /// Sends the text, which is not empty; the composer empties itself.
    on_send: Callback<String>,
    /// Something was typed.
    #[prop(into)]
    on_typing: Callback<()>,
    /// What stands before the field, such as a choice between reply and note.
    #[prop(optional, into)]
    before: ViewFn,
    /// Takes the focus when it appears.
    #[prop(optional, into)]
    focus: Signal<u32>,
) -> impl IntoView {
    let i18n = use_i18n();
    let field = NodeRef::<html::Textarea>::new();
    let problem = Memo::new(move |_| {
        see(text.get(), |text| {
            check_contents(&[Content::text(text.as_str())], &Limits::default()).err()
        })
    });
    let excess = move || match problem.get() {
        Some(Problem::TooLong { max, actual }) => {
            let excess = u32::try_from(actual - max).unwrap_or(u32::MAX);
            Some(i18n.count(Text::TooLong, excess))
        }
        _ => None,
    };
    // By the next frame the view may have gone, with all that belongs to it.
    let fit = move || {
        if let Some(field) = field.try_get_untracked().flatten() {
            let style = web_sys::HtmlElement::style(&field);
            // Shrinking needs a look at the natural height first.
            let _ = style.set_property("height", "auto");
            let height = field.scroll_height().min(TALLEST);
            let _ = style.set_property("height", &format!("{height}px"));
        }
    };
    Effect::new(move |_| {
        text.track();
        request_animation_frame(fit);
    });
    Effect::new(move |before: Option<u32>| {
        let now = focus.get();
        if before.unwrap_or(0) != now
            && let Some(field) = field.get()
        {
            let _ = field.focus();
        }
        now
    });
    let send = move || {
        if problem.get_untracked().is_none() {
            let said = text.get_untracked();
            text.set(String::new());
            on_send.run(said);
        }
        if let Some(field) = field.get_untracked() {
            let _ = field.focus();
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        // 229 is what browsers report while an input method is at work, Safari also right after.
        let composing = event.is_composing() || event.key_code() == 229;
        if event.key() == "Enter" && !event.shift_key() && !composing {
            event.prevent_default();
            send();
        }
    };
    view! {
        <form
            class="composer"
            part="composer"
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
        >
            {dynamic(move || before.run())}
            <div class="composer-box">
                <textarea
                    class="composer-field"
                    node_ref=field
                    rows="1"
                    dir="auto"
                    enterkeyhint="send"
                    aria-label=placeholder
                    placeholder=placeholder
                    aria-invalid=derived(move || excess().is_some().to_string())
                    prop:value=text
                    on:input=move |event| {
                        text.set(event_target_value(&event));
                        on_typing.run(());
                    }
                    on:keydown=on_key
                ></textarea>
                <button
                    type="submit"
                    class="send"
                    part="send"
                    disabled=derived(move || problem.get().is_some())
                    title=i18n.tr(Text::SendHint)
                >
                    <Icon glyph=Glyph::ArrowUp />
                    <span class="send-label">{send_label}</span>
                </button>
            </div>
            <p class="composer-problem" role="alert">
                {derived(excess)}
            </p>
        </form>
    }
}
