//! What came in between half an hour and an hour ago.

use inbox_model::Channel;

use crate::demo::beat::Beat::{
    Agent, Bot, Choices, Chooses, Customer, CustomerSends, From, Note, OwnNote, Seen, Suggestion,
    Tag,
};
use crate::demo::beat::Piece;
use crate::demo::media;
use crate::demo::people::Colleague::{Aoife, Hana, Jonas, Maya, Priya, Youssef};
use crate::demo::people::Team::{Orders, Support};
use crate::demo::tables::{Person, Scene};

pub(super) static SCENES: [Scene; 6] = [
    Scene {
        contact: Person::customer("Emre Yıldız", "emre.yildiz@mail.example", ("İzmir", "TR"), "tr")
            .with_avatar("emre"),
        title: "FF-59940 teslimat",
        channel: Channel::Android,
        agent: Some(Aoife),
        team: Some(Orders),
        read: true,
        beats: &[
            (
                130,
                Customer(
                    "Merhaba, siparişim üç gündür gümrükte görünüyor. Benden bir belge isterler mi?",
                ),
            ),
            (
                101,
                Agent(
                    "Merhaba Emre Bey, kontrol ettim: belge gerekmiyor, faturayı biz gönderdik. En geç yarın çıkması lazım.",
                ),
            ),
            (80, Customer("Süper, teşekkürler. Kargo beni arar mı?")),
            (
                45,
                Agent(
                    "Evet, teslimattan önce SMS gelir. Bir aksilik olursa buraya yazın, ben takip ediyorum 🙂",
                ),
            ),
            (31, Customer("Çok sağ olun!")),
            (30, Seen),
        ],
    },
    Scene {
        contact: Person::customer("Nour Haddad", "nour.haddad@example.com", ("بيروت", "LB"), "ar")
            .with_avatar("nour"),
        title: "استبدال حذاء Fjell",
        channel: Channel::Ios,
        agent: Some(Youssef),
        team: Some(Orders),
        read: false,
        beats: &[
            (
                88,
                Customer(
                    "مرحباً، وصلني حذاء Fjell اليوم وهو جميل جداً لكنه يضغط على الأصابع. هل يمكن استبداله بمقاس أكبر؟",
                ),
            ),
            (87, CustomerSends(&[Piece::File(&media::SHOE, "هنا بالضبط")])),
            (61, Agent("أهلاً بك! بالتأكيد. هل استخدمته في الخارج أم جربته في البيت فقط؟")),
            (57, Customer("في البيت فقط، والعلبة موجودة")),
            (
                50,
                Agent(
                    "ممتاز. المقاس 39 متوفر باللونين:\n\n- أخضر **moss**\n- رمادي **charcoal**\n\nأيهما تفضلين؟",
                ),
            ),
            (34, Customer("الرمادي من فضلك 🙏 وهل تأتي شركة الشحن لأخذ القديم؟")),
        ],
    },
    Scene {
        contact: Person::customer(
            "Maximiliane-Henriette Freifrau von Rabenfels-Lichtenau",
            "m.rabenfels@post.example",
            ("Bamberg", "DE"),
            "de",
        ),
        title: "Leinenbettwäsche „Ora“: Maße und Waschbarkeit",
        channel: Channel::Email,
        agent: Some(Jonas),
        team: Some(Support),
        read: false,
        beats: &[
            (
                190,
                Customer(
                    "Sehr geehrte Damen und Herren,\n\nich beabsichtige, vier Garnituren der Leinenbettwäsche „Ora“ für unser Gästehaus zu erwerben, und hätte hierzu drei Fragen:\n\n1. Sind auch Übergrößen (155 × 220 cm) lieferbar?\n2. Wie stark läuft das Leinen bei 60 °C ein?\n3. Gewähren Sie ab vier Garnituren einen Nachlass?\n\nMit freundlichen Grüßen\nM.-H. v. Rabenfels-Lichtenau",
                ),
            ),
            (
                120,
                Agent(
                    "Sehr geehrte Frau von Rabenfels-Lichtenau,\n\nvielen Dank für Ihre Anfrage. Gern der Reihe nach:\n\n1. Ja, 155 × 220 cm ist lieferbar, in *Hafer* und *Salbei*.\n2. Das Leinen ist vorgewaschen und läuft etwa **2 %** ein.\n3. Ab vier Garnituren gewähren wir **10 %**.\n\nDarf ich Ihnen Stoffmuster schicken?\n\nMit freundlichen Grüßen\nJonas Berg",
                ),
            ),
            (
                35,
                Customer(
                    "Sehr geehrter Herr Berg,\n\nhaben Sie Dank für die rasche und ausführliche Auskunft. Stoffmuster wären mir sehr recht, beide Farben bitte. Die Anschrift ist Ihnen bekannt.\n\nMit freundlichen Grüßen",
                ),
            ),
        ],
    },
    Scene {
        contact: Person::customer("张伟", "zhang.wei@mail.example", ("上海", "CN"), "zh"),
        title: "",
        channel: Channel::Web,
        agent: Some(Hana),
        team: Some(Support),
        read: true,
        beats: &[
            (160, Customer("你好，Skadi帐篷和Hatt天幕可以一起用吗？")),
            (118, Agent("您好！可以的，天幕可以直接搭在帐篷前面，形成一个大约6平方米的空间。")),
            (110, Customer("有图吗？")),
            (62, Agent("这是客户拍的一张，右边再加两根登山杖就可以了。")),
            (61, From(Hana, "另外，两件一起买可以打**九折**，优惠码：`SKADI-HATT`")),
            (48, Customer("好的，我考虑一下，谢谢")),
        ],
    },
    Scene {
        contact: Person::customer(
            "Ines Carvalho",
            "ines.carvalho@example.org",
            ("Lisbon", "PT"),
            "en",
        )
        .with_avatar("ines"),
        title: "Checkout shows €NaN",
        channel: Channel::Ios,
        agent: Some(Maya),
        team: Some(Support),
        read: false,
        beats: &[
            (
                140,
                Customer("Hello, I think I found a bug. The total in my cart is… not a number 😄"),
            ),
            (139, CustomerSends(&[Piece::File(&media::SCREEN, "iPhone 13, app version 5.12.1")])),
            (
                125,
                Agent(
                    "Ha, that's a first for me, and I'm very sorry I laughed. Thank you for the screenshot! Is there a gift card in your cart?",
                ),
            ),
            (119, Customer("There is! 50 euros, from my brother.")),
            (118, Tag("bug")),
            (
                112,
                OwnNote(
                    "Reproduced. Locale pt-PT, balance is read as `50,00` → NaN. Filed as APP-2231, @Priya same thing as the Tokyo case?",
                ),
            ),
            (
                104,
                Note(
                    Priya,
                    "Yes, identical. Fix is in 5.12.3, in review at the store since this morning.",
                ),
            ),
            (
                98,
                Agent(
                    "Found it, thanks to you: the app reads the comma in your balance as… nothing. The fix (**5.12.3**) is already with the store.\n\nUntil then, this works:\n\n1. take the gift card out\n2. go to the last step\n3. put it back in there",
                ),
            ),
            (70, Seen),
            (42, Customer("That worked! Order placed. Do I get a bug bounty in wool socks?")),
            (
                40,
                CustomerSends(&[
                    Piece::Text("And in case your developers want it, here's the log."),
                    Piece::File(&media::LOG, ""),
                ]),
            ),
        ],
    },
    Scene {
        contact: Person::visitor("", ("Rotterdam", "NL"), "en"),
        title: "",
        channel: Channel::Web,
        agent: None,
        team: None,
        read: false,
        beats: &[
            (58, Customer("do you ship to a parcel locker")),
            (58, Bot("Hi! I'm Fern, the shop's assistant 🌿 What is it about?")),
            (
                58,
                Choices(&[
                    "Delivery options",
                    "An order I've placed",
                    "A product",
                    "Something else",
                ]),
            ),
            (57, Chooses(0)),
            (
                57,
                Bot(
                    "We deliver to lockers in the **Netherlands, Germany, Poland and the Nordics**. Choose *Pick-up point* in the second step of the checkout and enter your postcode.\n\nDid that answer your question?",
                ),
            ),
            (57, Choices(&["Yes, thanks", "No, I'd like to talk to someone"])),
            (55, Chooses(1)),
            (
                54,
                Suggestion(
                    "Lockers in Rotterdam accept parcels up to 64 × 38 × 40 cm. Everything except the plant stand fits. Delivery takes 2 to 3 working days.",
                ),
            ),
            (53, Customer("my question is whether the plant stand fits in one. it's quite long")),
        ],
    },
];
