//! Saved views, counts, deadlines and files.

use inbox_dialects::crm::Crm;
use inbox_dialects::crm::server::{
    WireError, read_views, write_count, write_counts, write_media, write_sla, write_views,
};
use inbox_dialects::ids::uuid_of_text;
use inbox_dialects::{Dialect, SavedViews};
use inbox_model::Media;
use inbox_model::sla::SlaPolicy;
use inbox_model::view::{self, Assignee, Condition, Filter, Json, Sort, SortKey, View, ViewCount};
use serde_json::{Value, json};

use super::{CONTRACT, ok};

const AGENT: &str = "aaaaaaaaaaaaaaaaaaaaaaaa";

fn own() -> View {
    let tags = Json::List(vec![Json::Text("vip".into()), Json::Number("1".into())]);
    let scope = Json::Text("mine".into());
    let filter = [
        Condition::Archived(false),
        Condition::Overdue(true),
        Condition::Starred(false),
        Condition::Unread(true),
        // Of whom counts, and whose is kept.
        Condition::Assignee(Assignee::Agent(AGENT.into())),
        Condition::Other("scope".into(), scope),
        Condition::Other("tags".into(), tags),
    ];
    let filter = filter.into_iter().fold(Filter::default(), Filter::and);
    let either = Filter::any([Assignee::Agent(AGENT.into()).into(), Filter::default().negated()]);
    let sort = Sort { by: SortKey::SlaDue, descending: false };
    View {
        id: "late".into(),
        name: "Late".into(),
        system: false,
        position: 4,
        filter: filter.and(either),
        sort,
    }
}

/// Contracts' README, point 18: the four are always there, and their ids are the same for ever.
#[test]
fn views_are_saved_and_read_again() {
    let views = view::save(vec![own()]).unwrap();
    let written = write_views(&views);
    CONTRACT.assert_response("listViews", 200, &written);
    let ids: Vec<_> = written["views"].as_array().unwrap().iter().map(|view| &view["id"]).collect();
    assert_eq!(ids, ["unread", "recents", "starred", "all", "late"]);
    let read = Crm::new().read_views(&ok(&written)).unwrap();
    let agent = uuid_of_text(AGENT).unwrap();
    let filters = &written["views"][4]["filters"];
    assert_eq!(filters["assigned_to"], agent);
    assert_eq!(filters["any"][0]["assigned_to"], agent);
    assert_eq!((&filters["scope"], &filters["tags"]), (&json!("mine"), &json!(["vip", 1])));
    assert_eq!(read[4].sort, own().sort);
    assert_eq!(read[..4], view::system());
    // And back: what the client saves is what the server keeps.
    let request = Crm::new().save_views(&read);
    let body = request.body.unwrap();
    CONTRACT.assert_request("saveViews", &serde_json::from_str(&body).unwrap());
    assert_eq!(read_views(&body).map(view::save), Ok(Ok(views)));
}

/// The contract's 422: what is named there has a value that it can have.
#[test]
fn a_condition_that_means_nothing_is_told() {
    let check = |field: &str, value: Value, path: &str| {
        let mut view = json!({ "id": "a", "name": "A", "system": false, "filters": {} });
        if field == "position" || field == "filters" {
            view[field] = value.clone();
        } else {
            view["filters"][field] = value.clone();
        }
        let body = json!({ "views": [view] }).to_string();
        match (read_views(&body), path) {
            (Ok(_), "") => {}
            (Ok(_), _) => panic!("{body}"),
            (Err(error), _) => {
                let place = error.fields[0].path.join(".");
                assert_eq!((error.status, place.as_str()), (422, path), "{body}");
            }
        }
    };
    let scope = "body.views.0.filters.scope";
    for wrong in [json!("everything"), json!(""), json!(7), json!(null), json!(["mine"])] {
        check("scope", wrong, scope);
    }
    for name in ["archived", "overdue", "starred", "unread"] {
        for wrong in [json!("yes"), json!(1), json!(null)] {
            check(name, wrong, &format!("body.views.0.filters.{name}"));
        }
        check(name, json!(false), "");
    }
    for wrong in [json!(5), json!("x"), json!([]), json!(AGENT)] {
        check("assigned_to", wrong, "body.views.0.filters.assigned_to");
    }
    for wrong in [json!("x"), json!([]), json!(null)] {
        check("filters", wrong, "body.views.0.filters");
    }
    for wrong in [json!(-1), json!("x"), json!(1e11), json!(1.5), json!(null)] {
        check("position", wrong, "body.views.0.position");
    }
    check("scope", json!("mine"), "");
    check("assigned_to", json!(null), "");
    check("assigned_to", json!(uuid_of_text(AGENT).unwrap()), "");
    check("position", json!(4_294_967_295_u32), "");
    check("plan", json!(["pro", 7, null]), "");
    check("filters", json!({}), "");
}

#[test]
fn views_that_cannot_be_saved_are_told() {
    let check = |body: Value, path: &[&str], code: Option<&str>| {
        let saved = read_views(&body.to_string()).and_then(|given| {
            let saved = view::save(given);
            saved.map_err(|problem| WireError::from(&problem))
        });
        let error = saved.unwrap_err();
        assert_eq!(error.status, 422, "{body}");
        assert_eq!(
            (error.fields[0].path.clone(), error.code),
            (path.iter().map(ToString::to_string).collect(), code),
            "{body}"
        );
        CONTRACT.assert_response(
            "saveViews",
            422,
            &inbox_dialects::crm::server::write_error(&error),
        );
    };
    let named = |id: &str, name: &str, system: bool| json!({ "views": [{ "id": id, "name": name, "system": system }] });
    check(json!([]), &["body"], None);
    check(json!({}), &["body", "views"], None);
    check(json!({ "views": [7] }), &["body", "views", "0"], None);
    check(
        json!({ "views": [{ "id": "a", "name": "A" }] }),
        &["body", "views", "0", "system"],
        None,
    );
    check(
        json!({ "views": [{ "id": "a", "system": false }] }),
        &["body", "views", "0", "name"],
        None,
    );
    let foreign = json!({ "views": [{ "id": "a", "name": "A", "system": false, "filters": { "assigned_to": "x" } }] });
    check(foreign, &["body", "views", "0", "filters", "assigned_to"], None);
    check(named("all", "Everything", true), &["body", "views"], Some("system_view"));
    check(named("all", "All", false), &["body", "views"], Some("system_view"));
    check(named("mine", "Mine", true), &["body", "views"], Some("not_a_system_view"));
    check(named("mine", "Unread", false), &["body", "views"], Some("duplicate_view"));
    check(named("a b", "A", false), &["body", "views"], Some("invalid_view_id"));
    check(named("a", " ", false), &["body", "views"], Some("invalid_view_name"));
}

#[test]
fn counts_deadlines_and_files_come_back() {
    let crm = Crm::new();
    let count = ViewCount { unread: 2, total: 7 };
    let written = write_counts(&[("all".into(), count)]);
    CONTRACT.assert_response("getViewCounts", 200, &written);
    assert_eq!(crm.read_view_counts(&ok(&written)).unwrap().get("all"), Some(&count));
    for policy in [
        SlaPolicy::default(),
        SlaPolicy {
            enabled: true,
            first_response_minutes: Some(5),
            next_response_minutes: Some(1),
            due_soon_minutes: None,
        },
    ] {
        let written = write_sla(&policy);
        CONTRACT.assert_response("getSlaConfig", 200, &written);
        assert_eq!(crm.read_sla(&ok(&written)), Ok(policy));
    }
    CONTRACT.assert_response("getOverdueCount", 200, &write_count(3));
    assert_eq!(crm.read_overdue_count(&ok(&write_count(3))), Ok(3));
    let file = Media {
        id: Some("f11ef11ef11ef11ef11ef11e".into()),
        url: "/media/x".into(),
        name: Some("a".into()),
        mime: Some("text/plain".into()),
        bytes: Some(3),
        ..Media::default()
    };
    let id = uuid_of_text("f11ef11ef11ef11ef11ef11e").map(Into::into);
    assert_eq!(crm.read_upload(&ok(&write_media(&file))), Ok(Media { id, ..file }));
    for nothing in [json!({}), json!([]), json!(7)] {
        assert!(crm.read_views(&ok(&nothing)).is_err());
        assert!(crm.read_view_counts(&ok(&nothing)).is_err());
        assert!(crm.read_sla(&ok(&nothing)).is_err());
        assert!(crm.read_overdue_count(&ok(&nothing)).is_err());
        assert!(crm.read_upload(&ok(&nothing)).is_err());
    }
}
