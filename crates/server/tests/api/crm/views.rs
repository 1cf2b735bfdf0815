//! Saved views and their counts.

use serde_json::{Value, json};

use super::{call, conversation, get, post, uuid};
use crate::server::{ADA, ANA, BEN, Server};
use crate::tenants::{CEM, Second};

const VIEWS: &str = "/conversations/views";

fn names(list: &Value) -> Vec<&str> {
    list["views"].as_array().unwrap().iter().map(|view| view["name"].as_str().unwrap()).collect()
}

/// Contracts' README, points 16 and 18: the static path, and the four that stay.
#[tokio::test]
async fn pitfall_18_views_are_saved_for_whoever_saves_them() {
    let server = Server::new().await;
    let four = ["Unread", "Recents", "Starred", "All"];
    assert_eq!(names(&get(&server, &server.ada, VIEWS).await.body), four);
    let late = json!({ "views": [{
        "id": "late", "name": "Late", "system": false, "position": 0,
        "filters": { "overdue": true, "assigned_to": uuid(ADA), "plan": "pro" }
    }] });
    let saved = call(&server, &server.ada, "PUT", VIEWS, late).await;
    assert_eq!(saved.status, 200, "{}", saved.text);
    let all = ["Unread", "Recents", "Starred", "All", "Late"];
    assert_eq!(names(&saved.body), all);
    let read = get(&server, &server.ada, VIEWS).await.body;
    assert_eq!(read, saved.body);
    assert_eq!(
        read["views"][4]["filters"],
        json!({ "overdue": true, "assigned_to": uuid(ADA), "plan": "pro" })
    );
    assert_eq!(names(&get(&server, &server.ben, VIEWS).await.body), four);
    let emptied = call(&server, &server.ada, "PUT", VIEWS, json!({ "views": [] })).await;
    assert_eq!(names(&emptied.body), four);
    let renamed = json!({ "views": [{ "id": "all", "name": "Everything", "system": true }] });
    let refused = call(&server, &server.ada, "PUT", VIEWS, renamed).await;
    assert_eq!((refused.status, &refused.body["inbox"]["code"]), (422, &json!("system_view")));
    let unsound = json!({ "views": [{ "id": "a", "name": "A", "system": false,
        "filters": { "not": { "state": [] } } }] });
    let refused = call(&server, &server.ada, "PUT", VIEWS, unsound).await;
    let code = &refused.body["inbox"]["code"];
    assert_eq!((refused.status, code), (422, &json!("invalid_view_filter")));
}

/// A view of somebody's who does not work here is refused, and names the place. One that was saved
/// while they did does not stand in the way of the others.
#[tokio::test]
async fn a_view_is_of_a_member() {
    let server = Server::new().await;
    Second::beside(&server).await;
    let of = |agent: &str| json!({ "id": "theirs", "name": "Theirs", "system": false, "filters": { "assigned_to": uuid(agent) } });
    for stranger in [CEM, ANA, "f0f0f0f0f0f0f0f0f0f0f0f0"] {
        let body = json!({ "views": [of(ADA), { "id": "b", "name": "B", "system": false,
            "filters": { "assigned_to": uuid(stranger) } }] });
        let refused = call(&server, &server.ada, "PUT", VIEWS, body).await;
        let place = &refused.body["detail"][0]["loc"];
        let expected = json!(["body", "views", "1", "filters", "assigned_to"]);
        assert_eq!((refused.status, place), (422, &expected), "{}", refused.text);
    }
    assert_eq!(names(&get(&server, &server.ada, VIEWS).await.body).len(), 4);
    let saved = call(&server, &server.ada, "PUT", VIEWS, json!({ "views": [of(BEN)] })).await;
    assert_eq!(saved.status, 200, "{}", saved.text);
    server.sql("DELETE FROM memberships WHERE agent_id = 'bbbbbbbbbbbbbbbbbbbbbbbb'").await;
    let another = json!({ "id": "mine", "name": "Mine", "system": false });
    let both = json!({ "views": [of(BEN), another] });
    let saved = call(&server, &server.ada, "PUT", VIEWS, both).await;
    assert_eq!(saved.status, 200, "{}", saved.text);
}

#[tokio::test]
async fn counts_are_those_of_the_lists() {
    let server = Server::new().await;
    let (one, _) = conversation(&server).await;
    let (two, _) = conversation(&server).await;
    let (three, _) = conversation(&server).await;
    post(&server, &server.ada, &format!("{one}/read"), Value::Null).await;
    post(&server, &server.ada, &format!("{two}/star"), Value::Null).await;
    post(&server, &server.ada, &format!("{three}/archive"), json!({ "archived": true })).await;
    let mine = json!({ "views": [
        { "id": "mine", "name": "Mine", "system": false, "filters": { "scope": "mine" } },
        { "id": "read", "name": "Read", "system": false, "filters": { "unread": false, "archived": false } },
        { "id": "nobodys", "name": "Nobody's", "system": false, "filters": { "assigned_to": null } },
        { "id": "either", "name": "Either", "system": false,
          "filters": { "any": [{ "starred": true }, { "archived": true }], "text": "nichts" } },
        { "id": "some", "name": "Some", "system": false,
          "filters": { "any": [{ "starred": true }, { "not": { "archived": false } }] } },
    ] });
    call(&server, &server.ada, "PUT", VIEWS, mine).await;
    post(&server, &server.ada, &format!("{two}/assign"), json!({ "assigned_to": uuid(ADA) })).await;
    let counts = get(&server, &server.ada, "/conversations/views/counts").await.body;
    let count = |unread: u64, total: u64| json!({ "unread": unread, "total": total });
    assert_eq!(
        counts["counts"],
        json!({
            "unread": count(1, 1), "recents": count(1, 2), "starred": count(1, 1), "all": count(2, 3),
            "mine": count(1, 1), "read": count(0, 1), "nobodys": count(1, 2),
            "either": count(0, 0), "some": count(2, 2),
        })
    );
}
