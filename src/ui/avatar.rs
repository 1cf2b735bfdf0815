//! Faces: a picture where there is one, else initials on a colour of the person's own.

use inbox_model::Participant;
use inbox_model::markdown::url::safe_image;
use leptos::prelude::*;

use super::erase::{derived, dynamic, see};
use super::names::display_name;
use crate::i18n::use_i18n;

/// Number of tints in the style sheet (`data-tint`).
const TINTS: u32 = 8;

/// One face. Decorative: the name stands beside it or is read with the message.
#[component]
pub fn Avatar(
    /// Whose.
    #[prop(into)]
    of: Signal<Option<Participant>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let broken = RwSignal::new(false);
    let picture = Memo::new(move |_| {
        see(of.get(), |of| {
            of.as_ref()?.avatar_url.as_deref().and_then(safe_image).map(str::to_owned)
        })
    });
    let name = Memo::new(move |_| see(of.get(), |of| display_name(of.as_ref(), i18n)));
    let tint = move || {
        let key =
            see(of.get(), |of| of.as_ref().and_then(|of| of.id.as_ref().map(ToString::to_string)));
        tint(&key.unwrap_or_else(|| name.get()))
    };
    view! {
        <span class="avatar" data-tint=derived(tint) aria-hidden="true">
            {dynamic(move || match picture.get().filter(|_| !broken.get()) {
                Some(url) => {
                    view! { <img src=url alt="" loading="lazy" on:error=move |_| broken.set(true) /> }
                        .into_any()
                }
                None => initials(&name.get()).into_any(),
            })}
        </span>
    }
}

/// A few faces that overlap, for a header.
#[component]
pub fn AvatarStack(
    /// Whose, first in front.
    #[prop(into)]
    of: Signal<Vec<Participant>>,
    /// How many at most.
    #[prop(default = 3)]
    most: usize,
) -> impl IntoView {
    view! {
        <span class="avatar-stack" aria-hidden="true">
            {dynamic(move || {
                of.get()
                    .into_iter()
                    .take(most)
                    .map(|one| view! { <Avatar of=Signal::stored(Some(one)) /> })
                    .collect::<Vec<_>>()
                    .into_any()
            })}
        </span>
    }
}

/// A stable tint for a person: FNV-1a of the id.
fn tint(key: &str) -> u32 {
    let hash = key
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash % TINTS
}

/// The first letters of the first and the last word; one for scripts that do not use words so.
/// The style sheet makes capitals of them: Unicode's tables would weigh kilobytes here.
fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| {
        word.chars().find(|letter| !letter.is_ascii_punctuation()).or_else(|| word.chars().next())
    });
    let first = words.next();
    let last = words.next_back().filter(char::is_ascii_alphabetic);
    first.into_iter().chain(last).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_fit_the_script() {
        for (name, expected) in [
            ("Ada Lovelace", "AL"),
            ("Ana María de la Cruz", "AC"),
            ("madonna", "m"),
            ("山田 太郎", "山"),
            ("(Bob) Smith", "BS"),
            ("", ""),
        ] {
            assert_eq!(initials(name), expected, "{name}");
        }
    }
}
