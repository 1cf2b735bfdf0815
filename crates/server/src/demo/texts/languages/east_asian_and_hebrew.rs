//! Chinese, Korean and Hebrew.

use crate::demo::beat::Beat::{Agent, AgentSends, Customer, CustomerSends, OwnNote};
use crate::demo::beat::Piece;
use crate::demo::media;
use crate::demo::people::Team;
use crate::demo::tables::{Dialogue, Language};

pub(super) const CHINESE: Language = Language {
    code: "zh",
    hellos: &["你好，", "您好，", "在吗？", "请问一下，"],
    thanks: &["非常感谢！", "谢谢🙏", "好的，谢谢。", "太好了，谢谢你！"],
    byes: &["不客气，祝您愉快！", "不客气，有问题随时联系我们。", "应该的🌿"],
    dialogues: &[
        Dialogue {
            title: "订单{order}还没收到",
            team: Team::Orders,
            tag: "shipping",
            beats: &[
                Customer("{hello}我{date}下的订单{order}一直没有更新，能帮我查一下吗？"),
                Agent("您好！马上为您查询。收货地址还是{city}吗？"),
                Customer("是的，没变。"),
                OwnNote("包裹在海关，已补交发票。"),
                Agent("查到了，包裹正在清关，预计 **{date2}** 送达。物流单号：`{track}`"),
                Customer("需要另外交税吗？"),
                Agent("不需要，税费已经包含在价格里了。"),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "申请开发票",
            team: Team::Support,
            tag: "billing",
            beats: &[
                Customer("{hello}订单{order}可以开公司抬头的发票吗？"),
                Agent("可以的，请提供公司全称和地址。"),
                Customer("青山设计有限公司，{city}。"),
                AgentSends(&[
                    Piece::Text("已经开好了，请查收附件。"),
                    Piece::File(&media::INVOICE, ""),
                ]),
                Customer("收到，{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "",
            team: Team::Support,
            tag: "product question",
            beats: &[
                Customer("{hello}Skadi帐篷雨天会漏水吗？准备去川西徒步"),
                Agent("防水指数3000毫米，连续下雨也没问题。出发前建议把接缝处理一遍。"),
                Customer("两个人带背包睡得下吗"),
                Agent("睡得下，背包放在前厅，大约0.9平方米。"),
                Customer("{thanks}"),
            ],
        },
    ],
};

pub(super) const KOREAN: Language = Language {
    code: "ko",
    hellos: &["안녕하세요.", "안녕하세요, 문의드립니다.", "수고 많으십니다."],
    thanks: &["감사합니다!", "빠른 답변 감사해요 🙏", "네, 고맙습니다."],
    byes: &[
        "도움이 되어 기쁩니다. 좋은 하루 보내세요!",
        "언제든지 다시 문의해 주세요.",
        "감사합니다 🌿",
    ],
    dialogues: &[
        Dialogue {
            title: "{order} 배송 문의",
            team: Team::Orders,
            tag: "shipping",
            beats: &[
                Customer(
                    "{hello} {date}에 주문한 {order} 상품이 아직 도착하지 않았어요. 확인 부탁드립니다.",
                ),
                Agent(
                    "{name}님, 문의 감사합니다. 바로 확인해 보겠습니다. 배송지는 {city} 맞으신가요?",
                ),
                Customer("네, 맞습니다."),
                OwnNote("통관 지연, 인보이스 재발송함."),
                Agent(
                    "현재 통관 중이며 **{date2}** 도착 예정입니다. 운송장 번호는 `{track}`입니다.",
                ),
                Customer("관세를 따로 내야 하나요?"),
                Agent("아니요, 가격에 모두 포함되어 있습니다."),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "사이즈 교환",
            team: Team::Orders,
            tag: "return",
            beats: &[
                Customer("{hello} 재킷이 조금 작은데 {size2}로 교환할 수 있을까요?"),
                Agent("네, 가능합니다. 택이 붙어 있는 상태인가요?"),
                Customer("네, 한 번 입어 보기만 했어요."),
                Agent("이메일로 반송 라벨을 보내 드렸습니다. 교환 배송비는 무료입니다."),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "",
            team: Team::Orders,
            tag: "damaged",
            beats: &[
                Customer("{hello} 머그컵이 깨져서 왔어요 ㅠㅠ"),
                CustomerSends(&[Piece::File(&media::MUG, "")]),
                Agent(
                    "불편을 드려 정말 죄송합니다. 오늘 바로 새 제품을 보내 드리겠습니다. 반송은 하지 않으셔도 됩니다.",
                ),
                Customer("{thanks}"),
            ],
        },
    ],
};

pub(super) const HEBREW: Language = Language {
    code: "he",
    hellos: &["שלום,", "היי,", "ערב טוב,", "בוקר טוב,"],
    thanks: &["תודה רבה!", "תודה 🙏", "מעולה, תודה.", "תודה על העזרה המהירה!"],
    byes: &["בשמחה, יום נעים!", "אין בעד מה. אנחנו כאן.", "תיהנו 🌿"],
    dialogues: &[
        Dialogue {
            title: "איפה ההזמנה {order}?",
            team: Team::Orders,
            tag: "shipping",
            beats: &[
                Customer("{hello} הזמנתי ב-{date} והחבילה עדיין לא הגיעה. מספר ההזמנה {order}."),
                Agent("שלום {name}, אני בודק מיד. הכתובת ב{city} נכונה?"),
                Customer("כן, הכול נכון."),
                OwnNote("החבילה במכס, נשלחה שוב חשבונית."),
                Agent("החבילה נמצאת במכס וצפויה להגיע ב-**{date2}**. מספר המעקב: `{track}`"),
                Customer("אצטרך לשלם מכס?"),
                Agent("לא, הכול כבר כלול במחיר."),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "החלפת מידה",
            team: Team::Orders,
            tag: "return",
            beats: &[
                Customer("{hello} המעיל קצת קטן. אפשר להחליף ל-{size2}?"),
                Agent("בטח! התווית עדיין עליו?"),
                Customer("כן, רק מדדתי בבית."),
                Agent("מצוין. שלחתי תווית החזרה למייל, ההחלפה בחינם."),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "",
            team: Team::Support,
            tag: "product question",
            beats: &[
                Customer("{hello} האוהל Skadi מתאים לקיץ בנגב? חם שם מאוד"),
                Agent("יש לו שני פתחי אוורור, וכדאי להרים קצת את הכיסוי החיצוני. בלילה הוא מצוין."),
                Customer("וכמה הוא שוקל?"),
                Agent("**1.94 ק״ג** כולל התיק."),
                Customer("{thanks}"),
            ],
        },
    ],
};
