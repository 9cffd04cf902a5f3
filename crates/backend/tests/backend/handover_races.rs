//! Many acts of a company at once: one master at every moment, and each act once.

use crate::support::staff::{Colleague, Firm};
use crate::support::{Answer, Backend, on_each_database};
use futures::future::join_all;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

on_each_database!("/tests/portals";
    fifty_at_once_accept_decline_withdraw_end_and_undo,
    of_fifty_offers_at_once_one_stands,
    fifty_approvals_at_once_approve_once,
    fifty_ends_at_once_end_once,
    the_role_goes_round_and_a_former_master_has_no_power,
);

/// Looks again and again how many masters there are, while something happens.
async fn one_master_throughout<T>(firm: &Firm<'_>, what: impl Future<Output = T>) -> T {
    let pool = firm.backend.pool().await;
    let over = Arc::new(AtomicBool::new(false));
    let watch = async {
        let mut looks = 0;
        while !over.load(Ordering::SeqCst) {
            assert_eq!(firm.masters(&pool).await, 1, "at look {looks}");
            looks += 1;
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        looks
    };
    let act = async {
        let done = what.await;
        over.store(true, Ordering::SeqCst);
        done
    };
    let (done, looks) = tokio::join!(act, watch);
    assert!(looks > 0 && firm.masters(&pool).await == 1);
    done
}

fn succeeded(answers: &[Answer]) -> usize {
    answers.iter().filter(|answer| answer.status.is_success()).count()
}

async fn fifty_at_once_accept_decline_withdraw_end_and_undo(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    for round in 0..4 {
        let next = firm.hire(&format!("next{round}1"), "associate").await;
        let before = firm.role(&firm.first().await).await;
        assert_eq!(before, "master");
        firm.master.approve_all(&[&next.id]).await.ok();
        let offer = firm.offer(&next).await;
        let acts = (0..50).map(|n| {
            let (master, member, id, offer) =
                (firm.master.clone(), next.browser.clone(), next.id.clone(), offer.clone());
            tokio::spawn(async move {
                match n % 5 {
                    0 | 1 => member.answers(&offer, "accept").await,
                    2 => member.answers(&offer, "decline").await,
                    3 if round % 2 == 0 => master.undo_all(&[&id]).await,
                    3 => master.ends(&id).await,
                    _ => master.withdraws().await,
                }
            })
        });
        let answers = one_master_throughout(&firm, join_all(acts)).await;
        for answer in answers {
            let answer = answer.unwrap();
            let known = ["", "offer_gone", "not_allowed", "undo_over", "not_found", "master_stays"];
            assert!(known.contains(&answer.code()), "{}", answer.code());
        }
        // The role goes back for the next round, where it was taken.
        if firm.role(&next.id).await == "master" {
            let back = Colleague { id: firm.first().await, browser: firm.master.clone() };
            let offer = next.browser.offer_to(&back.id).await.ok();
            back.browser.answers(offer["id"].as_str().unwrap(), "accept").await.ok();
        }
    }
}

async fn of_fifty_offers_at_once_one_stands(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let mut people = Vec::new();
    for n in 0..10 {
        people.push(firm.hire(&format!("next{n:02}"), "regular").await);
    }
    let acts = (0..50).map(|n| {
        let (master, to) = (firm.master.clone(), people[n % 10].id.clone());
        tokio::spawn(async move { master.offer_to(&to).await })
    });
    let answers: Vec<_> = one_master_throughout(&firm, join_all(acts)).await.into_iter().map(Result::unwrap).collect();
    assert_eq!(succeeded(&answers), 1);
    assert_eq!(answers.iter().filter(|answer| answer.code() == "offer_pending").count(), 49);
    // All ten answer to the one that stands, and to each other's.
    let offer = firm.master.get("/api/company").await.ok()["offer"]["id"].as_str().unwrap().to_owned();
    let acts = people.iter().map(|person| person.browser.answers(&offer, "accept"));
    let answers = one_master_throughout(&firm, join_all(acts)).await;
    assert_eq!(succeeded(&answers), 1);
}

async fn fifty_approvals_at_once_approve_once(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let one = firm.put("one111", "associate").await;
    let acts = (0..50).map(|_| {
        let (master, id) = (firm.master.clone(), one.clone());
        tokio::spawn(async move { master.approve_all(&[&id]).await })
    });
    let answers: Vec<_> = join_all(acts).await.into_iter().map(Result::unwrap).collect();
    assert_eq!(succeeded(&answers), 1);
    assert_eq!(firm.events().await, ["associate_approved"]);
}

async fn fifty_ends_at_once_end_once(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let one = firm.put("one111", "regular").await;
    let acts = (0..50).map(|_| {
        let (master, id) = (firm.master.clone(), one.clone());
        tokio::spawn(async move { master.ends(&id).await })
    });
    let answers: Vec<_> = one_master_throughout(&firm, join_all(acts)).await.into_iter().map(Result::unwrap).collect();
    assert_eq!(succeeded(&answers), 1);
    assert_eq!((firm.role(&one).await.as_str(), firm.events().await.len()), ("personal", 1));
}

async fn the_role_goes_round_and_a_former_master_has_no_power(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let next = firm.hire("next11", "regular").await;
    let waiting = firm.put("waits1", "associate").await;
    let offer = firm.offer(&next).await;
    // While the role goes over, the old master acts on as if nothing had happened.
    let acts = (0..50).map(|n| {
        let (old, new, offer, waiting) = (firm.master.clone(), next.browser.clone(), offer.clone(), waiting.clone());
        tokio::spawn(
            async move { if n == 25 { new.answers(&offer, "accept").await } else { old.ends(&waiting).await } },
        )
    });
    one_master_throughout(&firm, join_all(acts)).await;
    assert_eq!(firm.role(&next.id).await, "master");
    assert_eq!(firm.master.ends(&next.id).await.code(), "not_allowed");
    assert_eq!(firm.master.approve_all(&[&waiting]).await.code(), "not_allowed");
    next.browser.ends(&firm.first().await).await.ok();
}
