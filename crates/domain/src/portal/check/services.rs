//! What can be wrong with the services of a portal.

use super::Found;
use crate::permission::Service;
use crate::portal::Portal;

pub(super) fn check_services(found: &mut Found, portal: &Portal) {
    for (i, one) in portal.services.iter().enumerate() {
        if one.service.opened_as().is_none() {
            let words: Vec<_> = Service::all().filter_map(Service::opened_as).collect();
            let what = "it is done on pages of this product".to_owned();
            found.add(&format!("services[{i}].service"), what, &format!("Name one of `{}`", words.join("`, `")));
        }
        if !one.is_address() {
            let what = format!("`{}` is no address", one.address);
            found.add(&format!("services[{i}].address"), what, "Begin it with `https://`, or with `/` for this site");
        }
    }
    found.unique("services", portal.services.iter().filter_map(|one| one.service.opened_as()));
}

#[cfg(test)]
mod tests {
    use crate::portal::{Mistake, check, parse};
    use serde_json::{Value, json};

    /// The least portal, with these services.
    fn portal(services: &Value) -> String {
        let both = json!({ "ko": "가", "en": "a" });
        json!({
            "id": "work", "name": both, "operator": both, "intro": both, "contacts": [], "terms": [], "journeys": [],
            "services": services,
        })
        .to_string()
    }

    /// The mistakes of services alone.
    fn mistakes(services: &Value) -> Vec<Mistake> {
        let portal = parse(&portal(services)).expect("it reads");
        let mistakes = check(&portal, "work", &|_| true);
        mistakes.into_iter().filter(|mistake| mistake.path.starts_with("services")).collect()
    }

    fn paths(services: &Value) -> Vec<String> {
        mistakes(services).into_iter().map(|mistake| mistake.path).collect()
    }

    #[test]
    fn services_at_addresses_of_others_and_of_this_site_are_right_and_so_are_none() {
        let right = json!([
            { "service": "insurance", "address": "https://work.example.kr/insurance" },
            { "service": "other_work", "address": "/sandbox?service=other_work" },
        ]);
        assert_eq!(mistakes(&right), []);
        assert_eq!(mistakes(&json!([])), []);
    }

    #[test]
    fn what_is_done_on_pages_of_this_product_is_no_service_with_an_address() {
        let found = mistakes(&json!([
            { "service": "briefing", "address": "/briefing" },
            { "service": "mileage", "address": "/mileage" },
        ]));
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].path, "services[1].service");
        assert!(found[0].mend.ends_with("`insurance`, `training`, `foreigners`, `other_work`"), "{}", found[0].mend);
    }

    #[test]
    fn an_address_leads_somewhere_safe() {
        for address in ["", "insurance", "//evil.example", "http://work.example.kr", "javascript:alert(1)"] {
            let service = json!([{ "service": "insurance", "address": address }]);
            assert_eq!(paths(&service), ["services[0].address"], "{address}");
        }
    }

    #[test]
    fn a_service_stands_there_once() {
        let service = json!({ "service": "training", "address": "/training" });
        assert_eq!(paths(&json!([service, service])), ["services"]);
    }

    #[test]
    fn an_unknown_name_and_what_is_missing_do_not_read() {
        for (service, path) in [
            (json!({ "service": "insurances", "address": "/" }), "services[0].service"),
            (json!({ "service": "insurance" }), "services[0]"),
            (json!({ "address": "/" }), "services[0]"),
            (json!({ "service": "insurance", "address": "/", "title": "고용보험" }), "services[0].title"),
        ] {
            let mistake = parse(&portal(&json!([service]))).expect_err("it does not read");
            assert_eq!(mistake.path, path, "{mistake}");
        }
    }
}
