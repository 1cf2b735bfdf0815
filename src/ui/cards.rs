//! Places and contacts in a thread, with what agents do with them.

use inbox_model::content::{ContactCard, Location, vcard};
use js_sys::encode_uri_component;

use super::contents::{called, card};
use super::icon::{Glyph, icon};
use super::link::outward_link;
use crate::dom::{El, el, group};
use crate::i18n::{MediaText, Text, use_i18n};

/// A place: what it is called, where it is, and the ways to see it. `at` is north and east in
/// degrees, `map` the page that shows it.
pub(super) fn place_card(location: &Location, at: [&str; 2], map: &str) -> El {
    let i18n = use_i18n();
    let coordinates = at.join(", ");
    let title = called(location.name.as_deref(), Text::Location);
    let address = location.address.as_deref();
    let quiet = |text: &str| el("span").class("quiet").attr("dir", "auto").text(text);
    let way = |text| group().text(i18n.tr(Text::Media(text)));
    // Digits and signs alone: there is nothing in it that anybody wrote.
    let geo = ["geo:", at.join(",").as_str()].concat();
    let geo = el("a").class("card-line").attr("href", geo).child(way(MediaText::OpenInMaps));
    // Only a page that nobody on the way can change.
    let page = location.url.as_deref().filter(|url| url.starts_with("https://"));
    let page = page.map(|url| outward_link(url, "card-line", way(MediaText::AboutPlace)));
    let ways = el("span")
        .class("card-ways")
        .child(outward_link(map, "card-line", way(MediaText::ShowOnMap)))
        .child(geo)
        .maybe(page);
    let more = group()
        .maybe(address.map(quiet))
        .child(el("span").class("quiet card-at").attr("dir", "ltr").text(coordinates))
        .child(ways);
    el("div").class("card").child(card(Glyph::MapPin, title, more))
}

/// The link that saves a contact as a file for address books.
pub(super) fn save_contact(of: &ContactCard) -> El {
    let text = String::from(encode_uri_component(&vcard(of)));
    // What no system has in the name of a file. Unicode's own classes would weigh kilobytes.
    let fits = |one: &char| !one.is_control() && !r#"\/:*?"<>|."#.contains(*one);
    let name: String = of.name.chars().filter(fits).collect();
    let name = if name.trim().is_empty() { "contact" } else { name.trim() };
    el("span").class("card-ways").child(
        el("a")
            .class("card-line card-save")
            .attr("href", ["data:text/vcard;charset=utf-8,", &text].concat())
            .attr("download", [name, ".vcf"].concat())
            .child(icon(Glyph::Download))
            .text(use_i18n().tr(Text::Media(MediaText::SaveContact))),
    )
}
