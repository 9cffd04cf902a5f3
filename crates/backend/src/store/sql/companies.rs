//! Companies in SQL: who stands for one, and what a new member is to it.

use super::submit::Halt;
use super::{from_json, get, to_json};
use crate::store::{NewCompany, Stored, Submitted};
use gaip_contract::bodies::Role;
use gaip_domain::facts::CompanyProfile;
use sqlx::{AnyConnection, AnyPool};

/// A member who stands for the company: its contact or master, or who applied to be and was not refused.
macro_rules! stands {
    () => {
        "(role IN ('contact', 'master') OR (role = 'applicant' AND rejected IS NULL))"
    };
}

/// An account of the company's own.
macro_rules! account {
    () => {
        "SELECT 1 FROM company_accounts WHERE company_id = companies.id"
    };
}

pub(super) async fn registered(
    reader: &AnyPool,
    portal: &str,
    business_number: &str,
) -> Stored<Option<CompanyProfile>> {
    let select = concat!(
        "SELECT name, profile, listed FROM companies WHERE portal = $1 AND business_number = $2
         AND (EXISTS (SELECT 1 FROM members WHERE company_id = companies.id AND ",
        stands!(),
        ") OR EXISTS (",
        account!(),
        "))"
    );
    let Some(row) = sqlx::query(select).bind(portal).bind(business_number).fetch_optional(reader).await? else {
        return Ok(None);
    };
    let name = CompanyProfile { name: get(&row, "name")?, ..CompanyProfile::default() };
    match get::<Option<String>>(&row, "profile")? {
        Some(profile) if get::<i64>(&row, "listed")? == 1 => from_json(&profile).map(Some),
        _ => Ok(Some(name)),
    }
}

/// Finds or makes the company and says its id and what the new member is to it. The company's row is held until the
/// transaction ends: of many who come first at once, one is first.
pub(super) async fn join(
    connection: &mut AnyConnection,
    portal: &str,
    new: &NewCompany,
) -> Result<(String, Role), Halt> {
    let upsert = "INSERT INTO companies (id, portal, business_number, name) VALUES ($1, $2, $3, $4)
                  ON CONFLICT (portal, business_number) DO UPDATE SET portal = excluded.portal RETURNING id";
    let row = sqlx::query(upsert)
        .bind(&new.id)
        .bind(portal)
        .bind(&new.business_number)
        .bind(&new.profile.name)
        .fetch_one(&mut *connection)
        .await?;
    let id: String = get(&row, "id")?;
    let count = concat!(
        "SELECT (SELECT COUNT(*) FROM members WHERE company_id = companies.id AND ",
        stands!(),
        ") + (SELECT COUNT(*) FROM company_accounts WHERE company_id = companies.id) AS found FROM companies WHERE id = $1"
    );
    let row = sqlx::query(count).bind(&id).fetch_one(&mut *connection).await?;
    if get::<i64>(&row, "found")? > 0 {
        return new.join.map(|role| (id, role)).ok_or(Halt::Answer(Submitted::CompanyIsMember));
    }
    let role = new.first.ok_or(Halt::Answer(Submitted::CompanyChanged))?;
    sqlx::query("UPDATE companies SET name = $1, profile = $2, listed = $3 WHERE id = $4")
        .bind(&new.profile.name)
        .bind(to_json(&new.profile)?)
        .bind(i64::from(new.listed))
        .bind(&id)
        .execute(connection)
        .await?;
    Ok((id, role))
}
