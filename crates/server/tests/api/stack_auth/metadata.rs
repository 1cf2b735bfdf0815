//! The metadata update.

use serde_json::{Value, json};

use super::{begun, call, change, create, detail, messages, patched, uuid};
use crate::server::{ADA, ANA, BEN, Server, VIP};
use crate::tenants::{CEM, Second};

fn metadata(fields: &Value) -> Value {
    change("metadata", fields)
}

/// Contracts, pitfall 15: an update that leaves a field out leaves it alone; null unassigns.
#[tokio::test]
async fn pitfall_15_what_is_left_out_stays() {
    let server = Server::new().await;
    let id = begun(&server, &server.ada, &create(ANA)).await;
    let all = json!({ "assignedToUserId": uuid(BEN), "assignedToDisplayName": "whoever", "priority": "low", "tags": ["VIP", "new"] });
    let seen = |detail: &Value| {
        let (conversation, metadata) =
            (&detail["conversation"], &detail["conversation"]["metadata"]);
        json!([
            metadata["assignedToUserId"],
            metadata["assignedToDisplayName"],
            conversation["priority"],
            metadata["tags"]
        ])
    };
    let ben = uuid(BEN);
    // The directory knows Ben's name.
    let mut expected = json!([ben, "Ben", "low", ["VIP", "new"]]);
    assert_eq!(seen(&patched(&server, &server.ada, &id, &metadata(&all)).await), expected);
    for (fields, place, value) in [
        (json!({}), 0, json!(ben)),
        (json!({ "assignedToDisplayName": null }), 0, json!(ben)),
        (json!({ "priority": "urgent" }), 2, json!("urgent")),
        (json!({ "tags": [] }), 3, json!([])),
        (json!({ "assignedToUserId": null }), 0, Value::Null),
    ] {
        expected[place] = value;
        if expected[0].is_null() {
            expected[1] = Value::Null;
        }
        let read = patched(&server, &server.ada, &id, &metadata(&fields)).await;
        assert_eq!(seen(&read), expected, "{fields}");
        assert_eq!(read, detail(&server, &server.ada, &id).await);
    }
    // None of it has an entry in the thread; our own client gets them beside it.
    let read = detail(&server, &server.ada, &id).await;
    assert_eq!(messages(&read), [("message", "hello there")]);
    assert!(read["inbox"]["messages"].as_array().unwrap().len() >= 6);
    assert!(detail(&server, &server.ana, &id).await.get("inbox").is_none());
}

#[tokio::test]
async fn the_list_names_the_assignee_too() {
    let server = Server::new().await;
    let id = begun(&server, &server.ada, &create(ANA)).await;
    patched(&server, &server.ada, &id, &metadata(&json!({ "assignedToUserId": uuid(BEN) }))).await;
    let path = format!("?projectId=internal&assignee={}", uuid(BEN));
    let list = call(&server, Some(&server.ada), "GET", &path, &Value::Null).await;
    let row = &list.body["conversations"][0]["metadata"];
    assert_eq!(
        (&row["assignedToUserId"], &row["assignedToDisplayName"]),
        (&json!(uuid(BEN)), &json!("Ben"))
    );
    let list = call(&server, Some(&server.ana), "GET", "?projectId=internal", &Value::Null).await;
    let row = &list.body["conversations"][0]["metadata"];
    assert_eq!(
        (&row["assignedToUserId"], &row["assignedToDisplayName"]),
        (&Value::Null, &Value::Null)
    );
}

/// Tags are matched by name, and made where they are missing.
#[tokio::test]
async fn tags_are_the_workspaces_own() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let id = begun(&server, &server.ada, &create(ANA)).await;
    let set = metadata(&json!({ "tags": ["VIP", " fresh ", "fresh", ""] }));
    let read = patched(&server, &server.ada, &id, &set).await;
    let tags = &read["conversation"]["inbox"]["tags"];
    assert_eq!(tags[0], json!({ "id": uuid(VIP), "name": "VIP" }));
    assert_eq!(tags[1]["name"], "fresh");
    // The next conversation finds the new one.
    let other = begun(&server, &server.ada, &create(ANA)).await;
    let read =
        patched(&server, &server.ada, &other, &metadata(&json!({ "tags": ["fresh"] }))).await;
    assert_eq!(read["conversation"]["inbox"]["tags"][0], tags[1]);
    let names = async |organisation| -> Vec<String> {
        let tags = server.app.store().tags(organisation).await.unwrap();
        tags.into_iter().map(|tag| tag.name).collect()
    };
    assert_eq!(names(&server.organisation).await, ["VIP", "fresh"]);
    assert_eq!(names(&second.id).await, ["VIP"]);
}

#[tokio::test]
async fn whoever_is_no_agent_of_the_project_cannot_be_responsible() {
    let server = Server::new().await;
    Second::beside(&server).await;
    let id = begun(&server, &server.ada, &create(ANA)).await;
    let before = detail(&server, &server.ada, &id).await;
    for agent in [uuid(CEM), uuid(ANA), "nobody".into(), String::new(), BEN.into()] {
        let body =
            metadata(&json!({ "assignedToUserId": agent, "priority": "low", "tags": ["made"] }));
        let answer = call(&server, Some(&server.ada), "PATCH", &format!("/{id}"), &body).await;
        assert_eq!((answer.status, &answer.body["code"]), (400, &json!("USER_ID_DOES_NOT_EXIST")));
    }
    // All or nothing: no priority was set, and no tag was made.
    assert_eq!(detail(&server, &server.ada, &id).await, before);
    assert_eq!(server.app.store().tags(&server.organisation).await.unwrap().len(), 1);
}

#[tokio::test]
async fn reading_moves_ones_own_receipt() {
    let server = Server::new().await;
    let id = begun(&server, &server.ada, &create(ANA)).await;
    let unread = |detail: &Value| detail["conversation"]["inbox"]["unread"].clone();
    assert_eq!(unread(&detail(&server, &server.ana, &id).await), 1);
    let read = metadata(&json!({ "inbox": { "read": { "me": true } } }));
    assert_eq!(unread(&patched(&server, &server.ana, &id, &read).await), 0);
    patched(&server, &server.ana, &id, &change("reply", &json!({ "body": "x" }))).await;
    assert_eq!(unread(&detail(&server, &server.ada, &id).await), 1);
    assert_eq!(unread(&patched(&server, &server.ada, &id, &read).await), 0);
    let other = metadata(&json!({ "inbox": { "read": { "agents": [uuid(ADA)] } } }));
    patched(&server, &server.ada, &id, &other).await;
}
