//! Drafts of a machine: sent, replaced, dismissed, and what is learnt from them.

use inbox_model::suggestion::Label;
use serde_json::{Value, json};

use super::{conversation, draft, get, post, sms, uuid};
use crate::server::{ADA, Server, admin};

async fn labels(server: &Server) -> Vec<(Label, String, String)> {
    let pairs = server.app.store().training_pairs(&server.organisation).await.unwrap();
    pairs.into_iter().map(|pair| (pair.label, pair.draft_text, pair.sent_text)).collect()
}

/// Contracts' README, point 19: any human send while a draft waits is one pair, dismissing is none.
#[tokio::test]
async fn pitfall_19_a_draft_is_sent_once_and_learnt_from_once() {
    let server = Server::new().await;
    let (path, id) = conversation(&server).await;
    let waiting = draft(&server, &id, "It left today.").await;
    let thread = get(&server, &server.ada, &path).await.body;
    assert_eq!(thread["pending_suggestion_id"], json!(uuid(&waiting)));
    let suggestion = format!("{path}/suggestions/{}", uuid(&waiting));
    let sent = post(&server, &server.ada, &format!("{suggestion}/send"), Value::Null).await;
    assert_eq!((sent.status, &sent.body["body"]), (201, &json!("It left today.")));
    assert_eq!(sent.body["author_type"], "staff");
    for again in ["send", "dismiss"] {
        let refused =
            post(&server, &server.ben, &format!("{suggestion}/{again}"), Value::Null).await;
        assert_eq!(
            (refused.status, &refused.body["inbox"]["code"]),
            (409, &json!("suggestion_not_pending"))
        );
    }
    assert_eq!(get(&server, &server.ada, &path).await.body["pending_suggestion_id"], Value::Null);
    // What is said after it is no answer to it.
    post(&server, &server.ada, &format!("{path}/messages"), sms("Anything else?")).await;
    let text = "It left today.".to_owned();
    assert_eq!(labels(&server).await, [(Label::Accepted, text.clone(), text)]);
}

#[tokio::test]
async fn pitfall_19_words_of_ones_own_settle_the_draft_in_every_dialect() {
    let server = Server::new().await;
    let (path, id) = conversation(&server).await;
    draft(&server, &id, "It left our shop today.").await;
    post(&server, &server.ada, &format!("{path}/messages"), sms("It left our shop today, Ana."))
        .await;
    draft(&server, &id, "Shall I close this?").await;
    server.say(&id, admin(ADA, "note", "she is a regular")).await;
    server.say(&id, admin(ADA, "reply", "Have a nice day!")).await;
    let labels = labels(&server).await;
    let words: Vec<_> =
        labels.iter().map(|(label, draft, sent)| (*label, draft.as_str(), sent.as_str())).collect();
    assert_eq!(
        words,
        [
            (Label::Edited, "It left our shop today.", "It left our shop today, Ana."),
            (Label::Replaced, "Shall I close this?", "Have a nice day!"),
        ]
    );
}

#[tokio::test]
async fn pitfall_19_a_dismissed_draft_teaches_nothing() {
    let server = Server::new().await;
    let (path, id) = conversation(&server).await;
    let waiting = draft(&server, &id, "It left today.").await;
    let suggestion = format!("{path}/suggestions/{}", uuid(&waiting));
    let dismissed = post(&server, &server.ada, &format!("{suggestion}/dismiss"), Value::Null).await;
    assert_eq!((dismissed.status, &dismissed.body["id"]), (200, &json!(uuid(&waiting))));
    assert_eq!(
        (&dismissed.body["direction"], dismissed.body.get("status")),
        (&json!("internal"), None)
    );
    post(&server, &server.ada, &format!("{path}/messages"), sms("It left today.")).await;
    assert_eq!(labels(&server).await, []);
    // A customer's word settles nothing either.
    draft(&server, &id, "Hm.").await;
    post(&server, &server.ana, &format!("{path}/messages"), sms("Hello?")).await;
    assert!(get(&server, &server.ada, &path).await.body["pending_suggestion_id"].is_string());
}

/// A draft that has not seen the last word is not sent, neither as it stands nor edited.
#[tokio::test]
async fn an_outdated_draft_can_only_be_dismissed() {
    let server = Server::new().await;
    let (path, id) = conversation(&server).await;
    let waiting = draft(&server, &id, "It left today.").await;
    let suggestion = format!("{path}/suggestions/{}", uuid(&waiting));
    let messages = format!("{path}/messages");
    let edited = |draft: &str| json!({ "channel": "sms", "body": "It left!", "inbox": { "suggestion": draft } });
    // Whatever is said among agents, it has seen the last word.
    for text in ["she is a regular", "and in a hurry"] {
        server.say(&id, admin(ADA, "note", text)).await;
    }
    post(&server, &server.ana, &messages, sms("It is here!")).await;
    server.say(&id, admin(ADA, "note", "never mind")).await;
    let sent = post(&server, &server.ada, &format!("{suggestion}/send"), Value::Null).await;
    let said = post(&server, &server.ada, &messages, edited(&uuid(&waiting))).await;
    for refused in [sent, said] {
        let code = &refused.body["inbox"]["code"];
        assert_eq!((refused.status, code), (409, &json!("suggestion_outdated")));
    }
    assert_eq!(labels(&server).await, []);
    let dismissed = post(&server, &server.ada, &format!("{suggestion}/dismiss"), Value::Null).await;
    assert_eq!(dismissed.status, 200);
    // A newer one has seen it, however many notes stand between.
    server.say(&id, admin(ADA, "note", "ask again")).await;
    let newer = draft(&server, &id, "Great!").await;
    server.say(&id, admin(ADA, "note", "good")).await;
    let said = post(&server, &server.ada, &messages, edited(&uuid(&newer))).await;
    assert_eq!(said.status, 201, "{}", said.text);
    assert_eq!(labels(&server).await.len(), 1);
    for (draft, status) in [("x", 422), (uuid("nothing").as_str(), 404)] {
        let refused = post(&server, &server.ada, &messages, edited(draft)).await;
        assert_eq!(refused.status, status, "{draft}");
    }
    // A customer has no drafts to name.
    let theirs = post(&server, &server.ana, &messages, edited(&uuid(&waiting))).await;
    assert_eq!(theirs.status, 201);
}

#[tokio::test]
async fn what_is_no_draft_is_not_found() {
    let server = Server::new().await;
    let (path, id) = conversation(&server).await;
    let said = server.say(&id, admin(ADA, "reply", "Hi")).await.id();
    let (_, other) = conversation(&server).await;
    let elsewhere = draft(&server, &other, "Hi").await;
    for nothing in [uuid(&said), uuid(&elsewhere), uuid("nothing"), "x".to_owned()] {
        for what in ["send", "dismiss"] {
            let place = format!("{path}/suggestions/{nothing}/{what}");
            let refused = post(&server, &server.ada, &place, Value::Null).await;
            assert_eq!(refused.status, 404, "{nothing} {what}");
        }
    }
}
