//! Arabic. Written from right to left; order numbers and names of goods stay in Latin letters.

use crate::demo::beat::Beat::{Agent, AgentSends, Customer, CustomerSends, OwnNote};
use crate::demo::beat::Piece;
use crate::demo::media;
use crate::demo::people::Team;
use crate::demo::tables::{Dialogue, Language};

pub(super) const ARABIC: Language = Language {
    code: "ar",
    hellos: &["السلام عليكم،", "مرحباً،", "مساء الخير،", "صباح الخير،", "أهلاً،"],
    thanks: &[
        "شكراً جزيلاً!",
        "شكراً لك 🌹",
        "الله يعطيك العافية",
        "ممتاز، شكراً على السرعة.",
        "شكراً جزيلاً على المساعدة",
    ],
    byes: &[
        "العفو، يومك سعيد!",
        "على الرحب والسعة.",
        "أهلاً بك في أي وقت 🌿",
        "العفو. نحن هنا إن احتجت إلى أي شيء.",
    ],
    dialogues: &[
        Dialogue {
            title: "أين طلبي {order}؟",
            team: Team::Orders,
            tag: "shipping",
            beats: &[
                Customer("{hello} طلبت من عندكم يوم {date} ورقم الطلب {order} ولم يصل حتى الآن."),
                Agent(
                    "وعليكم السلام {name}، دقيقة من فضلك سأتحقق من الشحنة. هل العنوان في {city} صحيح؟",
                ),
                Customer("نعم العنوان صحيح"),
                OwnNote("الشحنة متوقفة في الجمارك منذ يومين، أرسلت الفاتورة مرة أخرى."),
                Agent(
                    "وجدتها: الشحنة الآن في الجمارك، ومن المتوقع أن تصل يوم **{date2}**. رقم التتبع: `{track}`",
                ),
                Customer("هل سأدفع رسوماً عند الاستلام؟"),
                Agent("لا، كل الرسوم مدفوعة مسبقاً."),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "استبدال المقاس",
            team: Team::Orders,
            tag: "return",
            beats: &[
                Customer(
                    "{hello} وصلني الجاكيت Brisling لكن المقاس صغير، هل يمكن استبداله بمقاس {size2}؟",
                ),
                Agent("أهلاً {name}، بالتأكيد. هل القطعة جديدة وعليها البطاقة؟"),
                Customer("نعم، جربته مرة واحدة فقط في البيت"),
                Agent(
                    "ممتاز. الخطوات بسيطة:\n\n1. اطبع الملصق المرسل إلى بريدك\n2. سلّم الطرد خلال 14 يوماً\n3. نرسل مقاس **{size2}** فور مسح الطرد",
                ),
                Customer("ليس عندي طابعة 😅"),
                Agent("لا مشكلة، أرسلت لك رمز QR يكفي أن تعرضه من الهاتف."),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "وصل المنتج مكسوراً",
            team: Team::Orders,
            tag: "damaged",
            beats: &[
                Customer("{hello} للأسف وصل الكوب مكسوراً"),
                CustomerSends(&[Piece::File(&media::MUG, "")]),
                Agent("نعتذر جداً عن ذلك! شكراً على الصورة. سأرسل لك كوباً جديداً اليوم."),
                Customer("هل أعيد القديم؟"),
                Agent("لا داعي لذلك أبداً."),
                Customer("خدمة رائعة بصراحة. {thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "استفسار عن الخيمة Skadi",
            team: Team::Support,
            tag: "product question",
            beats: &[
                Customer(
                    "{hello} هل الخيمة Skadi مناسبة للصحراء؟ الرياح عندنا قوية والرمل ناعم جداً",
                ),
                Agent(
                    "سؤال جميل! الخيمة تتحمل رياحاً حتى 70 كم/س تقريباً، لكن للرمل تحتاج إلى أوتاد أطول من المرفقة.",
                ),
                Customer("وهل هي حارة في الصيف؟"),
                Agent("لها فتحتا تهوية في الأعلى. أنصح بنصبها في الظل ورفع الغطاء الخارجي قليلاً."),
                Customer("كم وزنها؟"),
                Agent("**1.94 كغ** مع الحقيبة."),
                Customer("{thanks} سأطلبها الليلة إن شاء الله"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "استرداد مبلغ {price}",
            team: Team::Orders,
            tag: "refund",
            beats: &[
                Customer("{hello} أعدت المنتج قبل أسبوعين ولم يصلني المبلغ بعد."),
                Agent("أعتذر عن التأخير. هل كان الدفع بالبطاقة؟"),
                Customer("نعم بالبطاقة"),
                OwnNote("المرتجع وصل المستودع ولم يُسجَّل. سجلته يدوياً."),
                Agent("تم الآن تحويل **{price}** إلى بطاقتك. يظهر المبلغ خلال 3 إلى 5 أيام عمل."),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "",
            team: Team::Support,
            tag: "billing",
            beats: &[
                Customer("{hello} أحتاج الفاتورة للطلب {order} باسم الشركة لو سمحت"),
                Agent("أكيد. ما اسم الشركة والعنوان؟"),
                Customer("مؤسسة {fullname} للتجارة، {city}"),
                AgentSends(&[
                    Piece::Text("تفضل، الفاتورة الجديدة مرفقة."),
                    Piece::File(&media::INVOICE, ""),
                ]),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
    ],
};
