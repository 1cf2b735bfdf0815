//! What a screen reader should say: one live region per widget, one announcement after the other.
//!
//! Assistive technology needs an entry to stand for a moment before it is taken away, so each
//! stays for a second.

use leptos::prelude::*;

const STAYS: std::time::Duration = std::time::Duration::from_secs(1);

/// Says every new text once, in order. An empty text says nothing.
#[component]
pub fn Announcer(
    /// The newest announcement, numbered so that the same words can be said twice.
    #[prop(into)]
    say: Signal<(u32, String)>,
) -> impl IntoView {
    let entries = RwSignal::new(Vec::<(u32, String)>::new());
    Effect::new(move |_| {
        let (number, text) = say.get();
        if text.is_empty() {
            return;
        }
        entries.update(|entries| entries.push((number, text)));
        let forget = move || {
            // The widget may have gone meanwhile.
            let _ = entries.try_update(|entries| entries.retain(|(entry, _)| *entry != number));
        };
        let _ = set_timeout_with_handle(forget, STAYS);
    });
    view! {
        <div class="visually-hidden" role="log" aria-live="polite" aria-relevant="additions">
            <For each=move || entries.get() key=|entry| entry.0 let:entry>
                <p>{entry.1}</p>
            </For>
        </div>
    }
}
