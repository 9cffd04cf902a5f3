//! Members open services of the portal by the table of permissions (manual rows K13 to K15, T13 to T15, T18).

use crate::support::staff::Firm;
use crate::support::{Backend, on_each_database};
use gaip_contract::bodies::Role;
use serde_json::json;

on_each_database!("/tests/portals";
    every_kind_of_member_opens_what_the_table_says_and_it_is_written_down,
);

async fn every_kind_of_member_opens_what_the_table_says_and_it_is_written_down(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let everybody = [Role::Regular, Role::Associate, Role::Personal, Role::Applicant, Role::General, Role::Social];
    for role in everybody {
        let word = json!(role).as_str().unwrap().to_owned();
        let browser = firm.hire(&format!("{word}1"), &word).await.browser;
        let open = async |service: &str| browser.post(&format!("/api/me/services/{service}"), json!({})).await;
        for service in ["consultation", "briefing"] {
            assert_eq!(open(service).await.ok()["address"], format!("https://people.example/{service}"), "{word}");
        }
        let other = open("other_services").await;
        let refused = matches!(role, Role::Personal | Role::Applicant | Role::Social);
        assert_eq!(other.status, if refused { 403 } else { 200 }, "{word}: K15, T15, T18");
        assert_eq!(other.body.get("address").is_some(), !refused, "{word} is told no address");
        assert_eq!(open("end_relations").await.code(), "not_found");
    }
    let opened = "SELECT COUNT(*) FROM audit WHERE event = 'other_services_opened' AND member_id IS NOT NULL";
    let opened: i64 = sqlx::query_scalar(opened).fetch_one(&backend.pool().await).await.unwrap();
    assert_eq!(opened, 3, "what was refused was not opened");
    let daejeon = backend.browser();
    assert_eq!(daejeon.post("/api/me/services/briefing", json!({})).await.code(), "login_required");
}
