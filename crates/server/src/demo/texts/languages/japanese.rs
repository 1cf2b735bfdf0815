//! Japanese.

use crate::demo::beat::Beat::{Agent, AgentSends, Customer, CustomerSends, OwnNote};
use crate::demo::beat::Piece;
use crate::demo::media;
use crate::demo::people::Team;
use crate::demo::tables::{Dialogue, Language};

pub(super) const JAPANESE: Language = Language {
    code: "ja",
    hellos: &[
        "こんにちは。",
        "お世話になっております。",
        "はじめまして。",
        "すみません、",
        "お忙しいところ恐れ入ります。",
    ],
    thanks: &[
        "ありがとうございます！",
        "ご丁寧にありがとうございました。",
        "助かりました🙏",
        "迅速なご対応ありがとうございます。",
    ],
    byes: &[
        "とんでもございません。またいつでもご連絡ください。",
        "こちらこそありがとうございました。",
        "どうぞよい一日を！",
    ],
    dialogues: &[
        Dialogue {
            title: "ご注文{order}の配送について",
            team: Team::Orders,
            tag: "shipping",
            beats: &[
                Customer(
                    "{hello}{date}に注文した{order}がまだ届いていません。現在の状況を教えていただけますか？",
                ),
                Agent(
                    "{name}様、お問い合わせありがとうございます。すぐにお調べいたします。お届け先は{city}でお間違いないでしょうか？",
                ),
                Customer("はい、間違いありません。"),
                OwnNote("通関で2日停滞。インボイスを再送済み。"),
                Agent(
                    "お待たせいたしました。現在通関手続き中で、**{date2}** のお届け予定です。追跡番号は `{track}` です。",
                ),
                Customer("時間指定はできますか？"),
                Agent("はい、追跡ページから前日までご指定いただけます。"),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "サイズ交換のお願い",
            team: Team::Orders,
            tag: "return",
            beats: &[
                Customer(
                    "{hello}レインジャケットBrislingの{size}が少しきつかったので、{size2}に交換できますか？",
                ),
                Agent("もちろん可能です。タグはまだ付いておりますか？"),
                Customer("はい、試着しただけです。"),
                Agent(
                    "ありがとうございます。手順は以下のとおりです。\n\n1. メールの返送用ラベルを印刷\n2. 14日以内に発送\n3. 確認後、**{size2}** をお送りします",
                ),
                Customer("送料はかかりますか？"),
                Agent("いいえ、交換は無料です。"),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "マグカップが欠けていました",
            team: Team::Orders,
            tag: "damaged",
            beats: &[
                Customer("{hello}本日届いたマグカップの縁が欠けていました。"),
                CustomerSends(&[Piece::File(&media::MUG, "")]),
                Agent(
                    "ご不便をおかけし申し訳ございません。お写真ありがとうございます。本日、新しいものを発送いたします。",
                ),
                Customer("届いたものは返送した方がよいでしょうか？"),
                Agent("返送は不要です。お手数ですが、そちらで処分をお願いいたします。"),
                Customer("わかりました。{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "寝袋Breの適応温度",
            team: Team::Support,
            tag: "product question",
            beats: &[
                Customer(
                    "{hello}秋の北アルプスで使う寝袋を探しています。Breは何度くらいまで使えますか？",
                ),
                Agent(
                    "快適温度は**0℃**です。9月下旬までなら十分かと思います。寒がりな方でしょうか？",
                ),
                Customer("はい、かなり寒がりです😅"),
                Agent(
                    "でしたら、シルクのインナーを合わせるのがおすすめです。体感で3℃ほど暖かくなります。",
                ),
                Customer("収納サイズも知りたいです。"),
                Agent("| | サイズ |\n|---|---|\n| 収納時 | 18 × 30 cm |\n| 重量 | 980 g |"),
                Customer("想像より小さいですね。購入します！{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "領収書の発行",
            team: Team::Support,
            tag: "billing",
            beats: &[
                Customer(
                    "{hello}{order}の領収書を発行していただけますか？宛名は会社名でお願いします。",
                ),
                Agent("かしこまりました。宛名をお知らせください。"),
                Customer("株式会社みどり設計でお願いします。"),
                AgentSends(&[
                    Piece::Text("お待たせいたしました。添付をご確認ください。"),
                    Piece::File(&media::INVOICE, ""),
                ]),
                Customer("確認できました。{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "",
            team: Team::Support,
            tag: "product question",
            beats: &[
                Customer("{hello}ブランケットMossのラスト色は再入荷しますか？"),
                Agent("はい、**{date2}** に入荷予定です。お取り置きいたしましょうか？"),
                Customer("お願いします！"),
                Agent("1枚お取り置きしました。入荷後にメールでご案内いたします。"),
                Customer("{thanks}"),
            ],
        },
    ],
};
