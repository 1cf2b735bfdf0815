//! Who is typing, under the last line of a thread.

use inbox_model::Participant;
use leptos::prelude::*;

use super::erase::{dynamic, see};
use super::names::display_name;
use crate::i18n::{Text, use_i18n};

/// Three dots and a name; nothing while nobody types.
#[component]
pub fn Typing(
    /// Who types.
    #[prop(into)]
    who: Signal<Vec<Participant>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let line = Memo::new(move |_| {
        let names: Vec<String> =
            see(who.get(), |who| who.iter().map(|one| display_name(Some(one), i18n)).collect());
        (!names.is_empty()).then(|| i18n.with(Text::Typing, &[("name", &names.join(", "))]))
    });
    view! {
        <div class="typing" role="status">
            {dynamic(move || {
                line.get()
                    .map(|line| {
                        view! {
                            <span class="typing-dots" aria-hidden="true">
                                <i></i>
                                <i></i>
                                <i></i>
                            </span>
                            <span class="typing-text">{line}</span>
                        }
                    })
                    .into_any()
            })}
        </div>
    }
}
