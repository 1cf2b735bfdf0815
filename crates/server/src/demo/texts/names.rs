//! Names and towns from which contacts are put together.
//!
//! A name in another script is followed by a slash and how it is spelled in an address.

mod others;

pub(in crate::demo) use others::OTHERS;

/// Names that go together.
pub(in crate::demo) struct Names {
    /// BCP 47.
    pub(in crate::demo) language: &'static str,
    /// Given names.
    pub(in crate::demo) given: &'static [&'static str],
    /// Family names.
    pub(in crate::demo) family: &'static [&'static str],
    /// Towns with their countries (ISO 3166-1).
    pub(in crate::demo) towns: &'static [(&'static str, &'static str)],
    /// The family name comes first, without a space.
    pub(in crate::demo) family_first: bool,
}

/// Names whose bearers write English.
pub(in crate::demo) const ENGLISH: [Names; 5] = [
    Names {
        language: "en",
        given: &[
            "Olivia", "Callum", "Grace", "Declan", "Harriet", "Owen", "Imogen", "Rhys", "Eilidh",
            "Jack", "Beatrice", "Aidan", "Molly", "Theo", "Niamh", "George", "Poppy", "Ewan",
        ],
        family: &[
            "Whitaker",
            "Sinclair",
            "O’Connor",
            "Pemberton",
            "Hughes",
            "Fraser",
            "Gallagher",
            "Ashworth",
            "Murray",
            "Llewellyn",
            "Barnes",
            "Fitzgerald",
            "Holloway",
            "Campbell",
            "Thornton",
        ],
        towns: &[
            ("Leeds", "GB"),
            ("Dublin", "IE"),
            ("Edinburgh", "GB"),
            ("Cork", "IE"),
            ("Bristol", "GB"),
            ("Cardiff", "GB"),
            ("Inverness", "GB"),
            ("London", "GB"),
            ("Galway", "IE"),
        ],
        family_first: false,
    },
    Names {
        language: "en",
        given: &[
            "Emily", "Marcus", "Hannah", "Tyler", "Zoe", "Logan", "Savannah", "Ethan", "Chloe",
            "Jordan", "Ruby", "Cooper", "Lily", "Hudson", "Mia", "Dominic",
        ],
        family: &[
            "Carter", "Nguyen", "Reyes", "McKenzie", "Johansen", "Tremblay", "Patel", "Brooks",
            "Delgado", "Hayes", "Kowalski", "Singh", "Foster", "Wallace",
        ],
        towns: &[
            ("Portland", "US"),
            ("Vancouver", "CA"),
            ("Melbourne", "AU"),
            ("Denver", "US"),
            ("Wellington", "NZ"),
            ("Toronto", "CA"),
            ("Hobart", "AU"),
            ("Austin", "US"),
            ("Halifax", "CA"),
        ],
        family_first: false,
    },
    Names {
        language: "en",
        given: &[
            "Ingrid", "Lars", "Astrid", "Mikkel", "Solveig", "Eetu", "Freja", "Håkon", "Aino",
            "Björn", "Signe", "Jökull", "Tuva", "Søren", "Maarit", "Øyvind",
        ],
        family: &[
            "Nygård",
            "Virtanen",
            "Sørensen",
            "Hallgrímsdóttir",
            "Åkesson",
            "Korhonen",
            "Dahl",
            "Bjørnstad",
            "Lindholm",
            "Mäkinen",
            "Kjær",
            "Engström",
            "Haugen",
        ],
        towns: &[
            ("Oslo", "NO"),
            ("Göteborg", "SE"),
            ("Tampere", "FI"),
            ("Aarhus", "DK"),
            ("Reykjavík", "IS"),
            ("Tromsø", "NO"),
            ("Malmö", "SE"),
            ("Bergen", "NO"),
        ],
        family_first: false,
    },
    Names {
        language: "en",
        given: &[
            "Adaeze", "Kwame", "Wanjiru", "Thabo", "Ifeoma", "Kofi", "Zainab", "Tendai", "Amina",
            "Sipho", "Chidi", "Makena",
        ],
        family: &[
            "Okonkwo", "Mensah", "Kamau", "Dlamini", "Adeyemi", "Mwangi", "Balogun", "Moyo",
            "Boateng", "Nkosi", "Otieno",
        ],
        towns: &[
            ("Lagos", "NG"),
            ("Nairobi", "KE"),
            ("Cape Town", "ZA"),
            ("Accra", "GH"),
            ("Kampala", "UG"),
            ("Harare", "ZW"),
        ],
        family_first: false,
    },
    Names {
        language: "en",
        given: &[
            "Femke",
            "Luca",
            "Zuzana",
            "Andrei",
            "Elif",
            "Mateja",
            "Giulia",
            "Bram",
            "Katarína",
            "Ștefan",
            "Eleni",
            "Davide",
            "Lieke",
            "Ondřej",
            "Nikos",
            "Réka",
        ],
        family: &[
            "van der Berg",
            "Rossi",
            "Horváth",
            "Popescu",
            "Novák",
            "Papadopoulou",
            "De Vries",
            "Kovačević",
            "Bianchi",
            "Szabó",
            "Janssens",
            "Dvořák",
            "Ionescu",
            "Ferrari",
        ],
        towns: &[
            ("Utrecht", "NL"),
            ("Torino", "IT"),
            ("Brno", "CZ"),
            ("Cluj-Napoca", "RO"),
            ("Ljubljana", "SI"),
            ("Gent", "BE"),
            ("Budapest", "HU"),
            ("Thessaloniki", "GR"),
        ],
        family_first: false,
    },
];

/// Names that a list must be able to show: very long, a single word, an emoji.
pub(in crate::demo) const UNUSUAL: [(&str, &str, &str); 10] = [
    ("Maria-Magdalena Konstantina von Hohenfels-Wartenau zu Altenkirchen", "Regensburg", "DE"),
    ("Ayu", "Yogyakarta", "ID"),
    ("🌻 Sunny", "Brighton", "GB"),
    ("Nguyễn Thị Minh Hạnh", "Đà Nẵng", "VN"),
    ("Þórgunnur Snædal", "Akureyri", "IS"),
    ("X Æ", "Tallinn", "EE"),
    ("Hubert Blaine Montgomery-Featherstonehaugh the Younger", "Bath", "GB"),
    ("José Ángel de la Santísima Trinidad Ruiz y Picón", "Cádiz", "ES"),
    ("d’Artagnan", "Lourdes", "FR"),
    ("Ólafur", "Ísafjörður", "IS"),
];
