//! A service that is opened leads to a page that needs no server.

use super::journeys::logs_in;
use super::walk::Walk;
use crate::demo::samples::PASSWORD;
use crate::routes::{self, Page};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::Empty;
use gaip_contract::endpoints::OpenService;

#[test]
fn a_service_opens_in_the_gallery_and_only_for_who_may_use_it() {
    let mut walk = Walk::new();
    logs_in(&mut walk, "kotra", "hanbit3", PASSWORD).unwrap();
    let opened = walk.ask::<OpenService>(&["consultation"], &Empty {}).unwrap();
    let (path, query) = opened.address.split_once('?').expect("the word stands in the query");
    assert_eq!((routes::page(path), query), (Page::Gallery, "service=consultation"));
    logs_in(&mut walk, "kotra", "dasom1", PASSWORD).unwrap();
    assert_eq!(walk.ask::<OpenService>(&["other_services"], &Empty {}).unwrap_err(), ProblemCode::NotAllowed);
}
