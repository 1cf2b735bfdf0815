//! A long Arabic thread: somebody furnishes a desert camp, question by question.

use crate::demo::beat::Beat::{
    self, Agent, AgentSends, Customer, CustomerSends, Later, OwnNote, Seen, Tag,
};
use crate::demo::beat::Piece;
use crate::demo::media;
use crate::demo::tables::Person;

/// The customer.
pub(in crate::demo) const WHO: Person =
    Person::customer("سلطان بن فيصل الدوسري", "sultan@wadi-camp.example", ("العُلا", "SA"), "ar")
        .at("Wadi Camp");

/// The title.
pub(in crate::demo) const TITLE: &str = "تجهيز مخيم الوادي";

/// What happens, from the first message to the newest.
pub(in crate::demo) const BEATS: [Beat; 64] = [
    Customer("السلام عليكم ورحمة الله"),
    Customer("عندنا مخيم صغير في العُلا، اثنتا عشرة خيمة، ونبحث عن تجهيزات جديدة للموسم القادم."),
    Agent("وعليكم السلام ورحمة الله وبركاته، أهلاً وسهلاً! مشروع جميل. ما الذي تحتاجونه أولاً؟"),
    Tag("wholesale"),
    Customer("أولاً البطانيات، الليل عندنا بارد جداً في الشتاء"),
    Customer("وثانياً المصابيح، بدون كهرباء قدر الإمكان"),
    Agent("ممتاز. للبطانيات أنصح بـ **Moss**، من الصوف الخالص، ووزنها 1.3 كغ. كم سريراً لديكم؟"),
    Customer("٢٤ سريراً"),
    Agent("إذن 24 بطانية، وأقترح زيادة 4 للاحتياط."),
    Customer("فكرة جيدة. ما الألوان المتوفرة؟"),
    AgentSends(&[
        Piece::Text("هذه الألوان الأربعة كما تبدو في ضوء النهار:"),
        Piece::File(&media::COLOURS, ""),
    ]),
    Customer("ما شاء الله، لون الشوفان قريب من لون الرمل 😍"),
    Customer("نأخذ ١٤ شوفان و١٤ صدئ"),
    OwnNote("28 × Moss = wholesale tier 2, −15 %. Check oat, week 49 delivery."),
    Agent("اختيار رائع. الشوفان يصلنا في الأسبوع 49، هل يناسبكم ذلك؟"),
    Customer("نعم، الافتتاح في منتصف ديسمبر إن شاء الله"),
    Agent("إذن نرسل كل شيء دفعة واحدة في بداية ديسمبر، وهذا أوفر في الشحن."),
    Customer("تمام. والمصابيح؟"),
    Agent(
        "مصباح **Nordlys**:\n\n- 40 ساعة على الوضع الخافت\n- شحن USB-C أو لوح شمسي صغير\n- مقاوم للغبار والرمل",
    ),
    Customer("مقاوم للرمل فعلاً؟ جربنا ثلاثة أنواع قبلكم وكلها تعطلت 😅"),
    Agent(
        "سؤال في محله. الحلقة المطاطية تحمي من الغبار الناعم، لكن يجب مسح فتحة الشحن قبل كل استخدام.",
    ),
    Customer("جميل أنك صريح"),
    Customer("أرسل لنا اثنين للتجربة لو سمحت"),
    Agent("بكل سرور، يخرجان اليوم مجاناً. أين نرسلهما؟"),
    CustomerSends(&[Piece::Place(26.608_5, 37.923_2, "مخيم الوادي", "العُلا، المدينة المنورة")]),
    Agent("وصل الموقع، ما أجمل المكان من صور الأقمار الصناعية!"),
    Customer("حياك الله تزورنا 🌴"),
    OwnNote("Two lanterns sent as samples, DHL, 4 days."),
    Later,
    Customer("وصلت المصابيح، نجربها هذا الأسبوع"),
    Agent("بانتظار رأيكم."),
    Later,
    Later,
    Customer("مر عليها أسبوع كامل وعاصفة رملية، ولا زالت تعمل!"),
    CustomerSends(&[Piece::File(&media::CAMP, "المخيم عند الغروب")]),
    Agent("يا سلام! صورة رائعة 🤩 هل نستطيع عرضها في المتجر؟"),
    Customer("أكيد، يشرفنا"),
    Customer("نحتاج ٣٠ مصباحاً إذن"),
    Agent("الكمية متوفرة. السعر لكم **49 €** للقطعة بدلاً من 59 €."),
    Customer("ممكن ٤٧؟"),
    OwnNote("Floor is 46. Fine from my side, they're lovely."),
    Agent("من أجل الصورة الجميلة: **47 €** 🤝"),
    Customer("الله يبارك فيك"),
    Customer("بقي الأكواب والأواني"),
    Agent("كم شخصاً يأكل في الوقت نفسه عادة؟"),
    Customer("بين ٣٠ و٤٠"),
    Agent(
        "إذن أقترح:\n\n| الصنف | العدد |\n|---|---|\n| كوب Ask | 48 |\n| صحن Sund | 48 |\n| مقلاة Vik | 4 |",
    ),
    Customer("المقلاة تصلح على الجمر؟"),
    Agent("نعم، على الجمر والنار المباشرة، بل هي في أحسن حالاتها هناك 🔥"),
    Customer("ممتاز. هل يمكن طباعة شعار المخيم على الأكواب؟"),
    Agent("ممكن من 48 كوباً فما فوق. نحتاج الشعار بصيغة SVG أو PDF."),
    Customer("سأطلبه من المصمم وأرسله غداً"),
    Agent("على راحتكم. وهذا عرض السعر المبدئي لكل شيء:"),
    AgentSends(&[Piece::File(&media::QUOTE, "")]),
    Seen,
    Later,
    Customer("وصل العرض، أراجعه مع شريكي."),
    Customer("سؤال أخير: الدفع على دفعتين ممكن؟"),
    Agent("ممكن: 40 % عند الطلب والباقي عند الاستلام."),
    Customer("اتفقنا إن شاء الله 👍"),
    Agent("سعيد جداً بالعمل معكم. أجهز العقد وأرسله اليوم."),
    Customer("بالمناسبة، المصمم يسأل: لون واحد أم لونان للشعار؟"),
    Customer("والمساحة المتاحة كم سنتيمتر؟"),
    Customer("آسف على كثرة الأسئلة 😅"),
];
