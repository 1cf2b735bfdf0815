//! Since last night: other countries, old customers, things that came back.

use inbox_model::{Channel, Priority};

use crate::demo::beat::Beat::{
    Agent, AskRating, Bot, Choices, Chooses, Close, Customer, CustomerSends, Fate as SetFate,
    Other, OwnNote, Priority as SetPriority, Rates, Reopen, SnoozeFor, Tag, Wait, Wake,
};
use crate::demo::beat::{Fate, Piece};
use crate::demo::media;
use crate::demo::people::Colleague::{Camille, Jonas, Maya, Priya, Tomas};
use crate::demo::people::Team::{Orders, Support, Wholesale};
use crate::demo::tables::{Person, Scene};

pub(super) static SCENES: [Scene; 6] = [
    Scene {
        contact: Person::customer(
            "Khadija Benali",
            "khadija.benali@mail.example",
            ("Casablanca", "MA"),
            "fr",
        ),
        title: "Carte cadeau",
        channel: Channel::Android,
        agent: Some(Camille),
        team: Some(Support),
        read: true,
        beats: &[
            (
                960,
                Customer(
                    "Bonjour, ma sœur n’a pas reçu la carte cadeau que je lui ai offerte pour ses 30 ans 😢",
                ),
            ),
            (
                930,
                Agent(
                    "Bonjour Khadija ! Il y a une petite coquille dans l’adresse : *gmial* au lieu de *gmail*. Je la renvoie tout de suite ?",
                ),
            ),
            (925, Customer("Oh non 🙈 oui s’il vous plaît !")),
            (
                900,
                Agent(
                    "C’est fait. Et j’ai ajouté **10 €** de notre part, pour l’attente. Joyeux anniversaire à elle ! 🎂",
                ),
            ),
            (850, Customer("Vous êtes adorables, merci infiniment ❤️")),
            (840, Close),
            (840, AskRating),
            (830, Rates(5, "Service exceptionnel")),
        ],
    },
    Scene {
        contact: Person::customer(
            "Þórdís Björnsdóttir",
            "thordis@example.org",
            ("Seyðisfjörður", "IS"),
            "en",
        ),
        title: "Where does your wool come from?",
        channel: Channel::Web,
        agent: Some(Priya),
        team: Some(Support),
        read: true,
        beats: &[
            (
                1_350,
                Customer(
                    "Hi. You write \"Nordic wool\" on the Moss blanket. From which sheep, exactly? I keep sheep. I'll know if you make it up 🐑",
                ),
            ),
            (
                1_200,
                Agent(
                    "Hi Þórdís! I wouldn't dare 😄 So:\n\n> Moss is woven from **60 % Norwegian *spælsau*** and **40 % Icelandic lambswool**, spun in Lithuania.\n\nThe Icelandic part comes from three farms in the north-east. I can ask for the names.",
                ),
            ),
            (1_150, Customer("Now I'm impressed. North-east? I may know them. Names please!")),
            (900, OwnNote("Asked sourcing, answer by tomorrow.")),
            (899, SnoozeFor(2)),
            (770, Wake),
            (
                760,
                Agent(
                    "Here they are: Ytri-Hlíð, Brú and Klaustursel. And they said hello, apparently one of them bought a ram from you 🐏",
                ),
            ),
            (745, Customer("HA! That is Dalli. Best ram I ever had. I'm ordering two blankets.")),
        ],
    },
    Scene {
        contact: Person::customer(
            "Olivia Hartley",
            "olivia.hartley@example.com",
            ("Toronto", "CA"),
            "en",
        )
        .with_avatar("olivia"),
        title: "Parcel arrived open",
        channel: Channel::Web,
        agent: Some(Maya),
        team: Some(Orders),
        read: true,
        beats: &[
            (
                2_100,
                Customer(
                    "Hi, my parcel arrived with a hole in it and the bowls inside are cracked. Not sure if that's you or the courier.",
                ),
            ),
            (
                2_099,
                CustomerSends(&[
                    Piece::File(&media::PARCEL, "outside"),
                    Piece::File(&media::MUG, "and this was in there too"),
                    Piece::Text("Two of the four bowls are fine."),
                ]),
            ),
            (2_040, Tag("damaged")),
            (
                2_030,
                Agent(
                    "Oh dear, that one lost a fight. I'm sorry, Olivia! It's the courier's doing but it's our job to fix. Would you like:\n\n- a complete new set, or\n- just the two bowls and the mug?",
                ),
            ),
            (1_980, Customer("Just the broken ones, no need to waste the good ones.")),
            (
                1_900,
                Agent("I like your thinking. Two bowls and a mug are on their way, double-boxed."),
            ),
            (1_899, Close),
            (
                900,
                Customer(
                    "They arrived, and they're perfect. But there's also a candle in the box?",
                ),
            ),
            (880, Agent("There is 🕯 A small thank-you for keeping the good ones.")),
            (860, Customer("🥹 thank you Maya")),
            (850, Close),
            (850, AskRating),
            (790, Rates(5, "They fixed it AND surprised me. Maya is a gem.")),
        ],
    },
    Scene {
        contact: Person::customer(
            "Fatoumata Diallo",
            "f.diallo@example.org",
            ("Conakry", "GN"),
            "fr",
        ),
        title: "Livraison en Guinée",
        channel: Channel::Web,
        agent: Some(Camille),
        team: Some(Orders),
        read: false,
        beats: &[
            (
                1_010,
                Customer(
                    "Bonsoir, livrez-vous en Guinée ? Je voudrais équiper un petit camp d’été, une quinzaine de sacs de couchage.",
                ),
            ),
            (
                880,
                Agent(
                    "Bonsoir ! Oui, par DHL Express, comptez 6 à 8 jours. Pour quinze sacs, le port serait d’environ 210 €.",
                ),
            ),
            (760, Customer("C’est un peu cher pour l’association… Y a-t-il un tarif solidaire ?")),
        ],
    },
    Scene {
        contact: Person::customer(
            "Ruth Abernathy",
            "ruth.abernathy@example.com",
            ("Hobart", "AU"),
            "en",
        ),
        title: "Lost in the returns portal",
        channel: Channel::Web,
        agent: Some(Jonas),
        team: Some(Orders),
        read: true,
        beats: &[
            (
                3_000,
                Customer(
                    "I've tried your returns page four times. It wants an order number, I type it, it says \"invalid\".",
                ),
            ),
            (2_999, Bot("Sorry to hear that! Which step are you on?")),
            (2_999, Choices(&["Order number", "Choosing a reason", "Printing the label"])),
            (2_998, Chooses(0)),
            (
                2_900,
                Agent(
                    "Hi Ruth! I see what's going on: the page doesn't like the letter **O** in the number, and yours starts with *FO*. I've made the label for you.",
                ),
            ),
            (2_899, Wait("started", "1 day")),
            (1_450, Wait("interrupted", "1 day")),
            (1_440, Customer("Label printed, parcel sent. Thanks Jonas!")),
            (1_400, Close),
            (1_300, Reopen),
            (1_299, SetPriority(Priority::Low)),
            (1_298, Other("sla_applied", r#"{"name":"First reply within 4 hours","met":true}"#)),
            (1_200, OwnNote("Keeping this open until the refund is through.")),
            (1_000, Customer("Just to say the tracking shows delivered on your side.")),
            (995, Agent("Perfect, I've refunded it this minute. **€119.00**, 3 to 5 days.")),
        ],
    },
    Scene {
        contact: Person::customer(
            "Siobhán Ní Dhomhnaill",
            "siobhan@goldenhare.example",
            ("Galway", "IE"),
            "en",
        )
        .at("Golden Hare Books"),
        title: "Mugs for a bookshop café",
        channel: Channel::Ios,
        agent: Some(Tomas),
        team: Some(Wholesale),
        read: true,
        beats: &[
            (
                1_600,
                Customer(
                    "Hi! We're opening a café inside our bookshop and fell in love with the Ask mugs. 60 pieces, with a small hare on them?",
                ),
            ),
            (
                1_500,
                Agent(
                    "Hi Siobhán! A hare, how lovely. Enamel prints are possible from 48 pieces, two colours at most. Do you have the drawing as a vector file?",
                ),
            ),
            (1_490, Tag("wholesale")),
            (
                1_100,
                CustomerSends(&[
                    Piece::Text(
                        "I've only a sketch and an offer from your catalogue, is that enough to begin with?",
                    ),
                    Piece::File(&media::QUOTE, ""),
                ]),
            ),
            (
                1_060,
                Agent("It is! Our designer will trace it. You'd get a sample in about ten days."),
            ),
            (1_040, Customer("Go raibh míle maith agat! (That's a thousand thanks.)")),
            (1_030, SetFate(Fate::Created)),
        ],
    },
];
