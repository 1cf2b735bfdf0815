//! How many conversations lists have, in each dialect's own ids.

use inbox_dialects::ids::{number_of_person, uuid_of_text};
use serde_json::{Value, json};

use crate::server::{ADA, ANA, BEN, Server, VIP, admin, begin, contact_reply};

/// How a dialect writes an id.
type Form = fn(&str) -> Option<String>;

#[tokio::test]
async fn lists_are_counted_in_the_ids_of_the_dialect() {
    let server = Server::new().await;
    let one = server.conversation_of_ana().await;
    let two = server.conversation_of_ana().await;
    server.post(&server.ada, "", begin(ANA, "third")).await;
    for id in [&one, &two] {
        let body = json!({ "adminAssigneeId": ADA });
        let done = server.patch(&server.ada, &format!("/{id}"), body).await;
        assert_eq!(done.status, 200, "{}", done.text);
    }
    server.say(&two, admin(ADA, "reply", "here it is")).await;
    server.say(&two, contact_reply(ANA, "thanks")).await;
    let forms: [(&str, Form); 4] = [
        ("", |id| Some(id.to_owned())),
        ("/featurebase", |id| Some(id.to_owned())),
        ("/crm/api/v1", uuid_of_text),
        ("/voicebot/third-party/v1", |id| Some(number_of_person(id)?.to_string())),
    ];
    for (prefix, form) in forms {
        let body = json!({ "lists": [
            { "id": "mine", "filters": { "scope": "mine" } },
            { "id": "adas", "filters": { "assigned_to": form(ADA) } },
            { "id": "bens", "filters": { "assigned_to": form(BEN) } },
            { "id": "nobodys", "filters": { "assigned_to": null } },
            { "id": "vip", "filters": { "tags_any": [form(VIP)] } },
            { "id": "all" },
        ] });
        let path = format!("{prefix}/counts");
        let answer = server.own(Some(&server.ada), "POST", &path, &body, &[]).await;
        assert_eq!(answer.status, 200, "{prefix}: {}", answer.text);
        let total = |id: &str| answer.body["counts"][id]["total"].clone();
        let totals = ["mine", "adas", "bens", "nobodys", "vip", "all"].map(total);
        assert_eq!(totals, [2, 2, 0, 1, 0, 3].map(Value::from), "{prefix}");
    }
}

#[tokio::test]
async fn what_cannot_be_counted_is_refused() {
    let server = Server::new().await;
    let list = json!({ "id": "a", "filters": {} });
    for body in [
        json!({ "lists": vec![list; 201] }),
        json!({ "lists": [{ "id": "a", "filters": { "any": [] } }] }),
        json!({ "lists": [{ "filters": {} }] }),
        json!({ "lists": [{ "id": "a", "filters": 7 }] }),
        json!([]),
    ] {
        let answer = server.own(Some(&server.ada), "POST", "/counts", &body, &[]).await;
        assert_eq!(answer.status, 400, "{}", answer.text);
    }
}
