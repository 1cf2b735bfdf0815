//! German.

use crate::demo::beat::Beat::{Agent, AgentSends, Customer, CustomerSends, Later, Note, OwnNote};
use crate::demo::beat::Piece;
use crate::demo::media;
use crate::demo::people::{Colleague, Team};
use crate::demo::tables::{Dialogue, Language};

pub(super) const GERMAN: Language = Language {
    code: "de",
    hellos: &["Guten Tag,", "Hallo,", "Hallo zusammen,", "Guten Morgen,", "Moin,", "Servus,"],
    thanks: &[
        "Vielen Dank!",
        "Danke schön!",
        "Super, danke.",
        "Danke für die schnelle Hilfe!",
        "Perfekt, danke 😊",
    ],
    byes: &[
        "Sehr gerne! Einen schönen Tag noch.",
        "Gern geschehen. Melden Sie sich, falls noch etwas ist.",
        "Freut mich! Viele Grüße aus Bergen",
        "Alles klar, bis zum nächsten Mal!",
    ],
    dialogues: &[
        Dialogue {
            title: "Wo bleibt meine Bestellung {order}?",
            team: Team::Orders,
            tag: "shipping",
            beats: &[
                Customer(
                    "{hello} ich warte seit dem {date} auf meine Bestellung {order}. In der Sendungsverfolgung tut sich nichts mehr.",
                ),
                Agent(
                    "Hallo {name}, ich schaue sofort nach. Stimmt die Lieferadresse in {city} noch?",
                ),
                Customer("Ja, die stimmt."),
                OwnNote("Sendung hängt im Paketzentrum, Nachforschung bei {carrier} gestellt."),
                Agent(
                    "Das Paket liegt seit zwei Tagen im Verteilzentrum. Ich habe eine Nachforschung gestartet. Voraussichtliche Zustellung: **{date2}**.\n\nSendungsnummer: `{track}`",
                ),
                Customer("Und wenn es bis dahin nicht da ist?"),
                Agent(
                    "Dann schicke ich Ihnen ohne weitere Rückfragen ein neues. Ich habe mir den Termin notiert.",
                ),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "Umtausch: Größe passt nicht",
            team: Team::Orders,
            tag: "return",
            beats: &[
                Customer(
                    "{hello} die Regenjacke „Brisling“ fällt sehr klein aus. Kann ich {size} gegen {size2} tauschen?",
                ),
                Agent("Hallo {name}, natürlich! Ist das Etikett noch dran?"),
                Customer("Ja, nur einmal kurz anprobiert."),
                Agent(
                    "Wunderbar. So geht’s:\n\n1. Etikett aus der E-Mail ausdrucken\n2. Paket innerhalb von 14 Tagen abgeben\n3. Die Jacke in **{size2}** geht raus, sobald Ihr Paket gescannt ist",
                ),
                Customer("Kostet mich das was?"),
                Agent("Nein, der Umtausch ist kostenlos."),
                Customer("Ich hab leider keinen Drucker …"),
                Agent(
                    "Kein Problem, ich habe Ihnen einen QR-Code geschickt. Den zeigen Sie einfach auf dem Handy vor.",
                ),
                Customer("{thanks}"),
            ],
        },
        Dialogue {
            title: "Paket beschädigt",
            team: Team::Orders,
            tag: "damaged",
            beats: &[
                Customer(
                    "{hello} das Paket kam heute völlig zerdrückt an, und die Schüsseln sind kaputt 😕",
                ),
                Agent("Oh nein, das tut mir leid! Könnten Sie mir bitte ein Foto schicken?"),
                CustomerSends(&[Piece::File(&media::PARCEL, "so stand es vor der Tür")]),
                Customer("Zwei von vier sind gesprungen."),
                OwnNote("Schadensmeldung an {carrier}, Innenkarton war zu dünn."),
                Agent(
                    "Danke für das Bild. Ich schicke Ihnen heute ein komplettes neues Set. Die heilen dürfen Sie behalten.",
                ),
                Customer("Oh, das ist ja großzügig. Muss ich irgendwas zurückschicken?"),
                Agent(
                    "Nein, bitte einfach entsorgen. Und ich habe dazugeschrieben, dass diesmal doppelt gepolstert wird.",
                ),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "Rechnung mit USt-IdNr.",
            team: Team::Support,
            tag: "billing",
            beats: &[
                Customer(
                    "{hello} ich bräuchte zur Bestellung {order} eine Rechnung auf die Firma. Geht das nachträglich?",
                ),
                Agent(
                    "Guten Tag, das geht. Bitte nennen Sie mir den genauen Firmennamen, die Anschrift und die USt-IdNr.",
                ),
                Customer("{fullname} Gartenbau GmbH\n{city}\nUSt-IdNr. DE 999 999 999"),
                AgentSends(&[
                    Piece::Text(
                        "Bitte sehr, die korrigierte Rechnung. Die alte ist damit storniert.",
                    ),
                    Piece::File(&media::INVOICE, ""),
                ]),
                Customer("Könnten künftige Rechnungen gleich an die Buchhaltung gehen?"),
                Agent("Ja, wenn Sie mir die Adresse nennen, trage ich sie als Kopieempfänger ein."),
                Customer("buchhaltung@gartenbau.example bitte. {thanks}"),
                Agent("Ist eingetragen. {bye}"),
            ],
        },
        Dialogue {
            title: "Frage zum Zelt Skadi",
            team: Team::Support,
            tag: "product question",
            beats: &[
                Customer(
                    "{hello} passen in das Zelt „Skadi“ zwei Personen mit 1,95 m? Und hält es Wind aus?",
                ),
                Agent(
                    "Hallo {name}! Die Liegefläche ist 2,25 m lang, das reicht. Bei Wind: bis etwa 70 km/h, wenn alle Leinen gespannt sind.",
                ),
                Customer("Okay 👍 wie schwer ist es denn wirklich?"),
                Agent(
                    "Ich habe es eben auf die Waage gelegt:\n\n| | Gewicht |\n|---|---|\n| komplett | 1.940 g |\n| ohne Packsack und Ersatzheringe | 1.780 g |",
                ),
                Note(
                    Colleague::Priya,
                    "Auf der Produktseite stehen 1,82 kg, das sollten wir korrigieren.",
                ),
                Customer("Und steht es auch ohne Heringe, auf Fels?"),
                Agent(
                    "Das Innenzelt ja. Für das Vorzelt braucht es zwei Punkte, zur Not Steine oder ein Bäumchen.",
                ),
                Customer("{thanks} Dann wird’s das."),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "Gutscheincode {code}",
            team: Team::Support,
            tag: "billing",
            beats: &[
                Customer("{hello} der Code {code} wird an der Kasse nicht angenommen."),
                Customer("„Für diese Artikel nicht gültig“, steht da"),
                Agent(
                    "Hallo {name}, liegt vielleicht etwas aus dem Sale im Warenkorb? Der Code gilt leider nur für reguläre Ware.",
                ),
                Customer("Ja, tatsächlich. Das stand aber nirgends."),
                Agent(
                    "Da haben Sie recht, das hätte auf dem Banner stehen müssen. Ich habe Ihnen einen Code freigeschaltet, der für alles gilt: `{code}-OK`",
                ),
                Customer("Hat geklappt! {thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "Reklamation Rucksack",
            team: Team::Support,
            tag: "return",
            beats: &[
                Customer(
                    "{hello} bei meinem Rucksack Loft ist nach einem Jahr der Reißverschluss ausgerissen. Fällt das unter Garantie?",
                ),
                CustomerSends(&[Piece::File(&media::ZIP, "")]),
                Agent(
                    "Hallo {name}, danke für das Foto. Ja, das fällt unter unser 5-Jahres-Versprechen. Unsere Werkstatt kann den Reißverschluss tauschen.",
                ),
                Customer("Wie lange dauert das? Ich bräuchte ihn ab {date2}."),
                OwnNote("Werkstatt sagt 4 Tage, passt gerade so."),
                Agent(
                    "Wenn Sie ihn heute oder morgen abschicken, ist er rechtzeitig zurück. Ich habe ihn als *eilig* markiert.",
                ),
                Customer("Klasse, geht heute raus."),
                Later,
                Agent(
                    "Er ist repariert und wieder auf dem Weg zu Ihnen. Die Naht am Boden haben wir gleich mitgemacht 🙂",
                ),
                Customer("Wow. So einen Service findet man selten. {thanks}"),
            ],
        },
        Dialogue {
            title: "",
            team: Team::Support,
            tag: "product question",
            beats: &[
                Customer("{hello} wann gibt’s die Decke „Moss“ wieder in Rost?"),
                Agent(
                    "Hallo {name}! Die nächste Lieferung ist für den {date2} geplant. Soll ich eine zurücklegen?",
                ),
                Customer("ja bitte, zwei sogar"),
                Agent("Zwei Stück sind reserviert. Sie bekommen eine Mail, sobald sie da sind."),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
    ],
};
