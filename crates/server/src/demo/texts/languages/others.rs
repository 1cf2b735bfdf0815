//! Portuguese, Turkish, Polish and Hindi.

use crate::demo::beat::Beat::{Agent, AgentSends, Customer, CustomerSends, OwnNote};
use crate::demo::beat::Piece;
use crate::demo::media;
use crate::demo::people::Team;
use crate::demo::tables::{Dialogue, Language};

pub(super) const PORTUGUESE: Language = Language {
    code: "pt",
    hellos: &["Olá,", "Oi, tudo bem?", "Bom dia,", "Boa tarde,"],
    thanks: &["Muito agradecido!", "Valeu! 🙌", "Ótimo, agradeço muito.", "Perfeito!"],
    byes: &[
        "De nada! Bom dia para você.",
        "Imagina! Qualquer coisa é só chamar.",
        "Disponha sempre 🌿",
    ],
    dialogues: &[
        Dialogue {
            title: "Pedido {order} atrasado",
            team: Team::Orders,
            tag: "shipping",
            beats: &[
                Customer("{hello} meu pedido {order} era para chegar dia {date} e até agora nada."),
                Agent("Olá, {name}! Vou verificar agora mesmo. O endereço em {city} está certo?"),
                Customer("Está sim."),
                OwnNote("Parado na alfândega, documentos reenviados."),
                Agent(
                    "O pacote está na alfândega e a nova previsão é **{date2}**. O código de rastreio é `{track}`.",
                ),
                Customer("Vou pagar alguma taxa?"),
                Agent("Não, já está tudo incluído no preço."),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "Trocar o tamanho",
            team: Team::Orders,
            tag: "return",
            beats: &[
                Customer("{hello} a jaqueta ficou apertada, dá pra trocar por {size2}?"),
                Agent("Dá sim! Ela está com a etiqueta?"),
                Customer("Tá, só experimentei em casa"),
                AgentSends(&[
                    Piece::Text(
                        "Ótimo. Segue a etiqueta de devolução, é grátis. A **{size2}** sai assim que o pacote for escaneado.",
                    ),
                    Piece::File(&media::LABEL, ""),
                ]),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "",
            team: Team::Support,
            tag: "product question",
            beats: &[
                Customer("{hello} a garrafa Sundt pode ir na máquina de lavar louça?"),
                Agent("A garrafa sim, a tampa é melhor lavar à mão."),
                Customer("e quanto tempo mantém o café quente?"),
                Agent(
                    "Umas **8 horas**. O meu estava morno depois de uma noite inteira na barraca 😄",
                ),
                Customer("{thanks}"),
            ],
        },
    ],
};

pub(super) const TURKISH: Language = Language {
    code: "tr",
    hellos: &["Merhaba,", "İyi günler,", "Selamlar,", "Kolay gelsin,"],
    thanks: &["Çok teşekkürler!", "Teşekkür ederim 🙏", "Harika, sağ olun."],
    byes: &[
        "Rica ederim, iyi günler dilerim!",
        "Ne demek, her zaman bekleriz.",
        "Keyifle kullanın 🌿",
    ],
    dialogues: &[
        Dialogue {
            title: "{order} numaralı sipariş",
            team: Team::Orders,
            tag: "shipping",
            beats: &[
                Customer(
                    "{hello} {date} tarihinde verdiğim {order} numaralı sipariş hâlâ gelmedi.",
                ),
                Agent("Merhaba {name}, hemen kontrol ediyorum. Adresiniz {city} olarak doğru mu?"),
                Customer("Evet doğru."),
                OwnNote("Kargo gümrükte bekliyor, fatura tekrar gönderildi."),
                Agent(
                    "Paketiniz gümrükte. Tahmini teslim tarihi **{date2}**, takip numaranız `{track}`.",
                ),
                Customer("Ek bir ücret ödeyecek miyim?"),
                Agent("Hayır, tüm vergiler fiyata dahil."),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "Beden değişimi",
            team: Team::Orders,
            tag: "return",
            beats: &[
                Customer("{hello} mont biraz dar geldi, {size2} ile değiştirebilir miyim?"),
                Agent("Tabii ki! Etiketi üzerinde mi?"),
                Customer("Evet, sadece denedim."),
                Agent("Harika. İade etiketi e-postanızda, değişim ücretsiz."),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "Kırık kupa",
            team: Team::Orders,
            tag: "damaged",
            beats: &[
                Customer("{hello} kupanın kenarı kırık çıktı 😔"),
                CustomerSends(&[Piece::File(&media::MUG, "")]),
                Agent(
                    "Çok üzgünüz! Bugün yenisini gönderiyoruz, kırık olanı iade etmenize gerek yok.",
                ),
                Customer("{thanks}"),
            ],
        },
    ],
};

pub(super) const POLISH: Language = Language {
    code: "pl",
    hellos: &["Dzień dobry,", "Witam,", "Cześć,", "Dobry wieczór,"],
    thanks: &["Dziękuję bardzo!", "Super, dzięki!", "Dziękuję za szybką pomoc."],
    byes: &[
        "Proszę bardzo, miłego dnia!",
        "Nie ma za co. Pozdrawiamy z Bergen!",
        "Do usłyszenia 🌿",
    ],
    dialogues: &[
        Dialogue {
            title: "Gdzie jest moja paczka?",
            team: Team::Orders,
            tag: "shipping",
            beats: &[
                Customer(
                    "{hello} zamówienie {order} z dnia {date} jeszcze do mnie nie dotarło. Co się dzieje?",
                ),
                Agent("Dzień dobry! Już sprawdzam. Czy adres w mieście {city} jest aktualny?"),
                Customer("Tak, wszystko się zgadza."),
                OwnNote("Paczka utknęła w sortowni, reklamacja zgłoszona."),
                Agent(
                    "Paczka jest w sortowni i powinna dotrzeć **{date2}**. Numer przesyłki: `{track}`.",
                ),
                Customer("Można ją przekierować do paczkomatu?"),
                Agent("Tak, już przekierowane. Kod odbioru przyjdzie SMS-em."),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "Faktura do zamówienia {order}",
            team: Team::Support,
            tag: "billing",
            beats: &[
                Customer("{hello} proszę o fakturę na firmę do zamówienia {order}."),
                Agent("Oczywiście. Poproszę o nazwę, adres i NIP."),
                Customer("{fullname} Projekt, {city}, NIP 999-999-99-99"),
                AgentSends(&[
                    Piece::Text("Gotowe, faktura w załączniku."),
                    Piece::File(&media::INVOICE, ""),
                ]),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "",
            team: Team::Support,
            tag: "product question",
            beats: &[
                Customer("{hello} czy patelnia Vik nadaje się na indukcję?"),
                Agent("Tak, na każdą kuchenkę, a nawet na ognisko 🔥"),
                Customer("A jak o nią dbać?"),
                Agent(
                    "Bez płynu do naczyń:\n\n- opłukać gorącą wodą\n- wytrzeć do sucha\n- posmarować cienko olejem",
                ),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
    ],
};

pub(super) const HINDI: Language = Language {
    code: "hi",
    hellos: &["नमस्ते,", "नमस्कार,", "हैलो,"],
    thanks: &["बहुत-बहुत धन्यवाद!", "धन्यवाद 🙏", "बढ़िया, शुक्रिया।"],
    byes: &["आपका स्वागत है! आपका दिन शुभ हो।", "कोई बात नहीं, फिर मिलते हैं।"],
    dialogues: &[
        Dialogue {
            title: "ऑर्डर {order} कहाँ है?",
            team: Team::Orders,
            tag: "shipping",
            beats: &[
                Customer("{hello} मेरा ऑर्डर {order} अभी तक नहीं पहुँचा है। {date} को ऑर्डर किया था।"),
                Agent("नमस्ते {name} जी, मैं अभी देखती हूँ। क्या {city} वाला पता सही है?"),
                Customer("जी हाँ, पता सही है।"),
                OwnNote("पार्सल कस्टम्स में है, चालान दोबारा भेजा।"),
                Agent("पार्सल अभी कस्टम्स में है और **{date2}** तक पहुँच जाएगा। ट्रैकिंग नंबर: `{track}`"),
                Customer("क्या मुझे अलग से शुल्क देना होगा?"),
                Agent("नहीं, सारे शुल्क कीमत में शामिल हैं।"),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "साइज़ बदलना है",
            team: Team::Orders,
            tag: "return",
            beats: &[
                Customer("{hello} जैकेट थोड़ी छोटी है। क्या इसे {size2} से बदल सकते हैं?"),
                Agent("ज़रूर! क्या टैग अभी लगा हुआ है?"),
                Customer("जी, बस एक बार पहनकर देखा था।"),
                Agent("बहुत अच्छा। वापसी का लेबल आपके ईमेल में है, बदलना बिलकुल मुफ़्त है।"),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "",
            team: Team::Support,
            tag: "product question",
            beats: &[
                Customer("{hello} क्या Bre स्लीपिंग बैग लद्दाख के लिए ठीक रहेगा?"),
                Agent("गर्मियों में हाँ, **0 °C** तक आराम से। सर्दियों के लिए साथ में एक लाइनर ज़रूर लें।"),
                Customer("वज़न कितना है?"),
                Agent("सिर्फ़ 980 ग्राम 🙂"),
                Customer("{thanks}"),
            ],
        },
    ],
};
