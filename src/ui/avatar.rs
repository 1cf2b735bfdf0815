//! Faces: a picture where there is one, else initials on a colour of the person's own.

use inbox_model::Participant;
use inbox_model::markdown::url::safe_image;
use web_sys::Event;

use super::names::display_name;
use super::see;
use crate::dom::{El, el, group, plain};
use crate::i18n::use_i18n;
use crate::reactive::{Memo, RwSignal, Signal};

/// Number of tints in the style sheet (`data-tint`).
const TINTS: u32 = 8;

/// One face. Decorative: the name stands beside it or is read with the message.
pub fn avatar(of: Signal<Option<Participant>>) -> El {
    let i18n = use_i18n();
    let broken = RwSignal::new(None::<String>);
    let face = Memo::new(move |_| {
        let (tint, picture, initials) = see(of.get(), |of| {
            let name = display_name(of.as_ref(), i18n);
            let id = of.as_ref().and_then(|one| one.id.as_ref());
            let picture = of.as_ref().and_then(|one| one.avatar_url.as_deref());
            (
                tint(id.map_or(name.as_str(), |id| id.as_str())),
                picture.and_then(safe_image).map(str::to_owned),
                initials(&name),
            )
        });
        (tint, picture.filter(|url| broken.get().as_ref() != Some(url)), initials)
    });
    let tint = move || face.with(|face| face.0.to_string());
    el("span").class("avatar").attr("data-tint", tint).attr("aria-hidden", "true").only(move || {
        let (_, picture, initials) = face.get();
        let Some(url) = picture else { return plain(&initials) };
        let image = el("img").attr("src", url.as_str()).attr("alt", "").attr("loading", "lazy");
        image.on("error", move |_: Event| broken.set(Some(url.clone())))
    })
}

/// A few faces that overlap, for a header: at most three, the first in front.
pub fn avatar_stack(of: Signal<Vec<Participant>>) -> El {
    const MOST: usize = 3;
    el("span").class("avatar-stack").attr("aria-hidden", "true").live(move || {
        let faces = of.get().into_iter().take(MOST);
        group().children(faces.map(|one| avatar(Signal::stored(Some(one)))))
    })
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
