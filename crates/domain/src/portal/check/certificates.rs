//! Mistakes in the table of certificates, and in what a portal takes of it.

use super::{Found, Mistake};
use crate::portal::{CertificateTable, FINANCIAL_KIND, Portal, StepKind};

/// The file of the table in the folder of the portals.
pub const TABLE_FILE: &str = "certificates.json";

/// Reads the table. A setting that does not exist is a mistake with its path.
pub fn parse_table(json: &str) -> Result<CertificateTable, Mistake> {
    super::read(json, "The settings that exist are in docs/portals.md and certificates.schema.json")
}

/// Every mistake of a table that reads.
pub fn check_table(table: &CertificateTable) -> Vec<Mistake> {
    let mut found = Found { mistakes: Vec::new() };
    for (i, authority) in table.authorities.iter().enumerate() {
        found.id(&format!("authorities[{i}].id"), &authority.id);
        found.text(&format!("authorities[{i}].name"), &authority.name);
    }
    found.unique("authorities", table.authorities.iter().map(|authority| authority.id.as_str()));
    for (i, kind) in table.kinds.iter().enumerate() {
        let path = format!("kinds[{i}]");
        found.id(&format!("{path}.id"), &kind.id);
        found.text(&format!("{path}.name"), &kind.name);
        if kind.id == FINANCIAL_KIND {
            let mend =
                "Name it differently: a step's route `financial` opens those, and the table is of joint certificates";
            found.add(&format!("{path}.id"), format!("`{FINANCIAL_KIND}` stands for financial certificates"), mend);
        }
        if table.authority(&kind.authority).is_none() {
            let what = format!("there is no authority `{}`", kind.authority);
            found.add(&format!("{path}.authority"), what, "Name one of `authorities`, or add it there");
        }
        for (j, policy) in kind.policies.iter().enumerate().filter(|(_, policy)| !is_oid(policy)) {
            let what = format!("`{policy}` is no OID");
            found.add(
                &format!("{path}.policies[{j}]"),
                what,
                "Write numbers with dots between: 1.2.410.200004.5.2.1.1",
            );
        }
    }
    found.unique("kinds", table.kinds.iter().map(|kind| kind.id.as_str()));
    found.unique("kinds", table.kinds.iter().flat_map(|kind| &kind.policies).map(String::as_str));
    found.mistakes
}

/// Every mistake in what a portal takes of the table.
pub fn check_taken(portal: &Portal, table: Option<&CertificateTable>) -> Vec<Mistake> {
    let mut found = Found { mistakes: Vec::new() };
    let Some(table) = table else {
        let steps = portal.journeys.iter().flat_map(|journey| &journey.steps);
        let joint = |kind: &StepKind| matches!(kind, StepKind::Certificate(settings) if settings.joint.is_some());
        if portal.certificates.is_some() || steps.into_iter().any(|step| joint(&step.kind)) {
            let what = format!("certificates are taken, but there is no `{TABLE_FILE}`");
            found.add("certificates", what, "Put the table beside the folders of the portals");
        }
        return found.mistakes;
    };
    let Some(taken) = &portal.certificates else { return found.mistakes };
    if let Some(note) = &taken.note {
        found.text("certificates.note", note);
    }
    for (path, count) in [("certificates.media", taken.media.len()), ("certificates.kinds", taken.kinds.len())] {
        if count == 0 {
            found.add(path, "it is empty".to_owned(), "Name at least one, or leave `certificates` out");
        }
    }
    if (1..taken.media.len()).any(|i| taken.media[..i].contains(&taken.media[i])) {
        found.add("certificates.media", "a place stands there twice".to_owned(), "Name each once");
    }
    found.unique("certificates.kinds", taken.kinds.iter().map(String::as_str));
    for (i, id) in taken.kinds.iter().enumerate() {
        let path = format!("certificates.kinds[{i}]");
        match table.kind(id) {
            None => {
                let what = format!("there is no kind `{id}`");
                found.add(&path, what, &format!("Name one of `kinds` in {TABLE_FILE}, or add it there"));
            }
            Some(kind) if kind.personal => {
                found.add(&path, format!("`{id}` certifies persons"), "Only a company's certificate proves a company");
            }
            Some(_) => {}
        }
    }
    found.mistakes
}

/// Numbers with dots between, as ITU-T X.660 allows them.
fn is_oid(text: &str) -> bool {
    let number = |part: &str| {
        let clean = !part.is_empty() && part.len() <= 20 && part.bytes().all(|b| b.is_ascii_digit());
        clean && (part == "0" || !part.starts_with('0'))
    };
    let parts: Vec<&str> = text.split('.').collect();
    let first_two = match parts[..] {
        ["0" | "1", second, ..] => second.len() <= 2 && second < "40" || second.len() == 1,
        ["2", _, ..] => true,
        _ => false,
    };
    first_two && parts.len() >= 3 && parts.into_iter().all(number)
}

#[cfg(test)]
mod tests {
    use super::is_oid;

    #[test]
    fn an_oid_is_numbers_with_dots_between() {
        for oid in ["1.2.410.200004.5.2.1.1", "2.5.29.32.0", "0.39.1", "1.9.1"] {
            assert!(is_oid(oid), "{oid}");
        }
        for other in
            ["", "1", "1.2", "3.2.1", "1.40.1", "1.2.", ".1.2", "1..2", "1.2.04", "1.2.x", "1.2.410 ", "１.2.3"]
        {
            assert!(!is_oid(other), "{other}");
        }
    }
}
