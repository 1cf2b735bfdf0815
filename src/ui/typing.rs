//! Who is typing, under the last line of a thread.

use inbox_model::Participant;

use super::names::display_name;
use super::see;
use crate::dom::{El, el, group};
use crate::i18n::{Text, use_i18n};
use crate::reactive::{Memo, Signal};

/// Three dots and a name; nothing while nobody types.
pub fn typing(who: Signal<Vec<Participant>>) -> El {
    let i18n = use_i18n();
    let line = Memo::new(move |_| {
        let names: Vec<String> =
            see(who.get(), |who| who.iter().map(|one| display_name(Some(one), i18n)).collect());
        if names.is_empty() {
            String::new()
        } else {
            i18n.with(Text::Typing, &[("name", &names.join(", "))])
        }
    });
    el("div").class("typing").attr("role", "status").when(
        move || !line.get().is_empty(),
        move || {
            let dots = el("span").class("typing-dots").attr("aria-hidden", "true");
            group()
                .child(dots.child(el("i")).child(el("i")).child(el("i")))
                .child(el("span").class("typing-text").text(line))
        },
    )
}
