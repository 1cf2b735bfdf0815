//! What the shop sells, and other words for slots.

use crate::demo::tables::Goods;

/// An article of the shop.
pub(in crate::demo) struct Article {
    /// Name.
    pub(in crate::demo) name: &'static str,
    /// Price in euros.
    pub(in crate::demo) price: u32,
    /// Weight in grams.
    pub(in crate::demo) grams: u32,
    /// Where it lies; every article is also one of [`Goods::All`].
    pub(in crate::demo) shelves: &'static [Goods],
}

const fn article(name: &'static str, price: u32, grams: u32, shelves: &'static [Goods]) -> Article {
    Article { name, price, grams, shelves }
}

/// Everything that is sold.
pub(in crate::demo) const ARTICLES: [Article; 28] = [
    article("Heather merino base layer", 79, 180, &[Goods::Wear, Goods::Wool]),
    article("Skarv wool jumper", 129, 480, &[Goods::Wear, Goods::Wool]),
    article("Kvist flannel shirt", 69, 310, &[Goods::Wear, Goods::Wool]),
    article("Brisling rain jacket", 149, 390, &[Goods::Wear]),
    article("Tind down vest", 169, 270, &[Goods::Wear]),
    article("Lyng hiking trousers", 119, 350, &[]),
    article("Fjell trail shoe", 139, 640, &[]),
    article("Drizzle poncho", 59, 240, &[]),
    article("Skadi 2-person tent", 349, 1_780, &[Goods::Shelter]),
    article("Bre sleeping bag", 199, 980, &[Goods::Shelter]),
    article("Tarn sleeping mat", 99, 520, &[Goods::Shelter]),
    article("Hatt tarp", 119, 610, &[Goods::Shelter]),
    article("Loft 30 L backpack", 129, 890, &[Goods::Kit]),
    article("Nordlys camping lantern", 59, 210, &[Goods::Kit]),
    article("Ember titanium stove", 89, 74, &[Goods::Kit]),
    article("Sundt insulated bottle", 32, 320, &[Goods::Kit]),
    article("Myr dry bag", 39, 130, &[Goods::Kit]),
    article("Varde trekking poles", 85, 460, &[Goods::Kit]),
    article("Moss wool blanket", 95, 1_300, &[Goods::Home]),
    article("Ask enamel mug", 16, 160, &[Goods::Home, Goods::Fragile]),
    article("Rowan cutting board", 45, 1_100, &[Goods::Home]),
    article("Sund stoneware bowl set", 64, 1_900, &[Goods::Home, Goods::Fragile]),
    article("Ora linen bedding", 139, 1_500, &[Goods::Home]),
    article("Bregne plant stand", 75, 3_200, &[Goods::Home, Goods::Built]),
    article("Juniper candle", 28, 410, &[Goods::Home, Goods::Fragile]),
    article("Gran doormat", 42, 1_700, &[Goods::Home]),
    article("Vik cast-iron pan", 79, 2_400, &[Goods::Home]),
    article("Lune reading lamp", 110, 1_600, &[Goods::Home, Goods::Fragile, Goods::Built]),
];

/// Sizes, small to large.
pub(in crate::demo) const SIZES: [&str; 6] = ["XS", "S", "M", "L", "XL", "XXL"];

/// Colours.
pub(in crate::demo) const COLOURS: [&str; 6] =
    ["moss green", "rust", "fjord blue", "oat", "charcoal", "heather grey"];

/// Streets that could be anywhere.
pub(in crate::demo) const STREETS: [&str; 10] = [
    "Mill Lane",
    "Harbour Street",
    "Linden Avenue",
    "Station Road",
    "Orchard Close",
    "Church Street",
    "Riverside",
    "Elm Grove",
    "Old Market",
    "Castle Hill",
];
