//! The people of a company in SQL.

use super::members::{linked_by, role};
use super::operators::like;
use super::{SqlStore, count, get, links, master_offers};
use crate::clock::Millis;
use crate::random;
use crate::store::{
    Actor, CompanyDeed, CompanyLogFound, CompanyRecord, Decision, EmployeeRecord, EmployeeStore, Failure, NewOffer,
    OfferRecord, Slice, Stored, role_word,
};
use async_trait::async_trait;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AuditEvent, EMPLOYEES_PAGE, EmployeeSearch, EmployeeSort, Role, RoleCounts};
use gaip_domain::linked_by::LinkedBy;
use gaip_domain::permission::{Service, Standing};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

/// The people of a company by role and words (`like`).
macro_rules! employees {
    () => {
        "FROM members WHERE company_id = $1 AND role IN ('master', 'regular', 'associate', 'general') AND ($2 = '' OR role = $2)
         AND ($3 = '%%' OR sought LIKE $3 ESCAPE '!')"
    };
}

/// A page of them in an order.
macro_rules! page {
    ($order:literal) => {
        concat!(
            "SELECT id, full_name, login_id, role, linked_by, joined_at ",
            employees!(),
            " ORDER BY ",
            $order,
            " LIMIT $4 OFFSET $5"
        )
    };
}

#[async_trait]
impl EmployeeStore for SqlStore {
    async fn company_of(&self, member: &str) -> Stored<Option<CompanyRecord>> {
        let select = "SELECT companies.id, name, business_number FROM members
                      JOIN companies ON companies.id = company_id WHERE members.id = $1";
        let row = sqlx::query(select).bind(member).fetch_optional(&self.reader).await?;
        row.map(|row| {
            Ok(CompanyRecord {
                id: get(&row, "id")?,
                name: get(&row, "name")?,
                business_number: get(&row, "business_number")?,
            })
        })
        .transpose()
    }

    async fn role_counts(&self, company: &str) -> Stored<RoleCounts> {
        let select = "SELECT role, COUNT(*) AS found FROM members WHERE company_id = $1 GROUP BY role";
        let rows = sqlx::query(select).bind(company).fetch_all(&self.reader).await?;
        let mut counts = RoleCounts { master: 0, regular: 0, associate: 0, general: 0 };
        for row in &rows {
            match role(&get::<String>(row, "role")?)? {
                Role::Master => counts.master = count(row)?,
                Role::Regular => counts.regular = count(row)?,
                Role::Associate => counts.associate = count(row)?,
                Role::General => counts.general = count(row)?,
                _ => {}
            }
        }
        Ok(counts)
    }

    async fn employees(&self, company: &str, search: &EmployeeSearch) -> Stored<(u32, Vec<EmployeeRecord>)> {
        let (words, _) = like(&search.query);
        let wanted = search.role.map(role_word).unwrap_or_default();
        let total = if search.query.is_empty() {
            // Counting by role does not look at each row's words.
            let RoleCounts { master, regular, associate, general } = self.role_counts(company).await?;
            match search.role {
                None => master + regular + associate + general,
                Some(Role::Master) => master,
                Some(Role::Regular) => regular,
                Some(Role::Associate) => associate,
                Some(Role::General) => general,
                Some(_) => 0,
            }
        } else {
            let total = concat!("SELECT COUNT(*) AS found ", employees!());
            count(&sqlx::query(total).bind(company).bind(wanted).bind(&words).fetch_one(&self.reader).await?)?
        };
        // The login id makes the order whole, so that no row stands on two pages.
        let select = match search.sort {
            EmployeeSort::Name => page!("full_name, login_id"),
            EmployeeSort::Newest => page!("joined_at DESC, login_id DESC"),
            EmployeeSort::Oldest => page!("joined_at, login_id"),
        };
        let rows = sqlx::query(select)
            .bind(company)
            .bind(wanted)
            .bind(&words)
            .bind(i64::from(EMPLOYEES_PAGE))
            .bind(i64::from(search.offset))
            .fetch_all(&self.reader)
            .await?;
        Ok((total, rows.iter().map(employee).collect::<Stored<_>>()?))
    }

    async fn approve_associates(&self, deed: CompanyDeed<'_>, employees: &[String]) -> Decision<Vec<String>> {
        let mut transaction = self.begin().await?;
        let Some(company) = hold(&mut transaction, deed.actor, Some(Service::ApproveAssociates)).await? else {
            return Ok(Err(ProblemCode::NotAllowed));
        };
        let approve = "UPDATE members SET role = 'regular', approved_at = $1
                       WHERE id = $2 AND company_id = $3 AND role = 'associate'";
        let mut done = Vec::new();
        for id in employees {
            let changed = sqlx::query(approve).bind(deed.at).bind(id).bind(&company).execute(&mut *transaction).await?;
            if changed.rows_affected() == 1 {
                note(&mut transaction, deed, &company, AuditEvent::AssociateApproved, Some(id)).await?;
                done.push(id.clone());
            } else if role_in(&mut transaction, &company, id).await?.is_none() {
                return Ok(Err(ProblemCode::NotFound));
            }
        }
        if done.is_empty() {
            return Ok(Err(ProblemCode::AlreadyDecided));
        }
        transaction.commit().await?;
        Ok(Ok(done))
    }

    async fn undo_approvals(
        &self,
        deed: CompanyDeed<'_>,
        employees: &[String],
        after: Millis,
    ) -> Decision<Vec<String>> {
        let mut transaction = self.begin().await?;
        let Some(company) = hold(&mut transaction, deed.actor, Some(Service::ApproveAssociates)).await? else {
            return Ok(Err(ProblemCode::NotAllowed));
        };
        let undo = "UPDATE members SET role = 'associate', approved_at = NULL
                    WHERE id = $1 AND company_id = $2 AND role = 'regular' AND approved_at > $3";
        let mut done = Vec::new();
        for id in employees {
            let changed = sqlx::query(undo).bind(id).bind(&company).bind(after).execute(&mut *transaction).await?;
            if changed.rows_affected() == 1 {
                note(&mut transaction, deed, &company, AuditEvent::ApprovalUndone, Some(id)).await?;
                master_offers::void(&mut transaction, deed, &company, Some(id)).await?;
                done.push(id.clone());
            } else if role_in(&mut transaction, &company, id).await?.is_none() {
                return Ok(Err(ProblemCode::NotFound));
            }
        }
        if done.is_empty() {
            return Ok(Err(ProblemCode::UndoOver));
        }
        transaction.commit().await?;
        Ok(Ok(done))
    }

    async fn end_relation(&self, deed: CompanyDeed<'_>, employee: &str) -> Decision<()> {
        let mut transaction = self.begin().await?;
        let Some(company) = hold(&mut transaction, deed.actor, Some(Service::EndRelations)).await? else {
            return Ok(Err(ProblemCode::NotAllowed));
        };
        match role_in(&mut transaction, &company, employee).await? {
            None => return Ok(Err(ProblemCode::NotFound)),
            Some(Role::Master) => return Ok(Err(ProblemCode::MasterStays)),
            Some(_) => links::part(&mut transaction, &company, employee).await?,
        }
        note(&mut transaction, deed, &company, AuditEvent::RelationEnded, Some(employee)).await?;
        master_offers::void(&mut transaction, deed, &company, Some(employee)).await?;
        transaction.commit().await?;
        Ok(Ok(()))
    }

    async fn open_offer(&self, company_or_member: &str, now: Millis) -> Stored<Option<OfferRecord>> {
        master_offers::open(&self.reader, company_or_member, now).await
    }

    async fn offer_master(&self, deed: CompanyDeed<'_>, offer: NewOffer<'_>) -> Decision<()> {
        self.make_offer(deed, offer).await
    }

    async fn withdraw_offer(&self, deed: CompanyDeed<'_>) -> Decision<()> {
        self.take_offer_back(deed).await
    }

    async fn accept_offer(&self, deed: CompanyDeed<'_>, offer: &str) -> Decision<()> {
        self.hand_over(deed, offer).await
    }

    async fn decline_offer(&self, deed: CompanyDeed<'_>, offer: &str) -> Decision<()> {
        self.refuse_offer(deed, offer).await
    }

    async fn company_log(&self, company: &str, slice: Slice) -> Stored<(u32, Vec<CompanyLogFound>)> {
        let total = "SELECT COUNT(*) AS found FROM audit WHERE company_id = $1";
        let total = sqlx::query(total).bind(company).fetch_one(&self.reader).await?;
        let select = "SELECT audit.id, at, event, actors.full_name AS by_name, actors.login_id AS by_id,
                             members.full_name AS name, members.login_id, companies.name AS by_company, audit.device FROM audit
                      LEFT JOIN companies ON companies.id = audit.actor_id
                      LEFT JOIN members ON members.id = member_id LEFT JOIN members AS actors ON actors.id = actor_id
                      WHERE audit.company_id = $1 ORDER BY at DESC, audit.id LIMIT $2 OFFSET $3";
        let rows = sqlx::query(select)
            .bind(company)
            .bind(i64::from(slice.limit))
            .bind(i64::from(slice.offset))
            .fetch_all(&self.reader)
            .await?;
        Ok((count(&total)?, rows.iter().map(line).collect::<Stored<_>>()?))
    }

    async fn unnamed(&self, limit: u32) -> Stored<Vec<(String, String, String)>> {
        let select = "SELECT id, portal, journey FROM members WHERE full_name IS NULL LIMIT $1";
        let rows = sqlx::query(select).bind(i64::from(limit)).fetch_all(&self.reader).await?;
        rows.iter().map(|row| Ok((get(row, "id")?, get(row, "portal")?, get(row, "journey")?))).collect()
    }

    async fn name_members(&self, names: &[(String, String)]) -> Stored<()> {
        let mut transaction = self.begin().await?;
        for (id, name) in names {
            sqlx::query("UPDATE members SET full_name = $1, sought = $2 || login_id WHERE id = $3")
                .bind(name)
                .bind(sought(name, ""))
                .bind(id)
                .execute(&mut *transaction)
                .await?;
        }
        Ok(transaction.commit().await?)
    }
}

/// Holds the row of the member's company until the transaction ends, so that one act for it comes after the other. The
/// company's id, where what the member is then may use the service.
pub(super) async fn hold(
    connection: &mut AnyConnection,
    actor: Actor<'_>,
    service: Option<Service>,
) -> Stored<Option<String>> {
    let member = match actor {
        Actor::Member(member) => member,
        Actor::Company(company) if service.is_some_and(|service| Standing::Company.may(service)) => {
            let hold = "UPDATE company_accounts SET company_id = company_id WHERE company_id = $1 RETURNING company_id";
            let row = sqlx::query(hold).bind(company).fetch_optional(&mut *connection).await?;
            return row.map(|row| get(&row, "company_id")).transpose();
        }
        Actor::Company(_) | Actor::Nobody => return Ok(None),
    };
    let hold = "UPDATE companies SET portal = portal
                WHERE id = (SELECT company_id FROM members WHERE id = $1) RETURNING id";
    let Some(row) = sqlx::query(hold).bind(member).fetch_optional(&mut *connection).await? else { return Ok(None) };
    let company: String = get(&row, "id")?;
    // What the member was before the row was free counts for nothing.
    let standing = standing_in(connection, &company, member).await?;
    let may = |standing: Standing| service.is_none_or(|service| standing.may(service));
    Ok(standing.filter(|standing| may(*standing)).map(|_| company))
}

/// Where somebody stands in the table of services, as one of a company's people.
async fn standing_in(connection: &mut AnyConnection, company: &str, member: &str) -> Stored<Option<Standing>> {
    let select = "SELECT role, company_id, linked_by FROM members WHERE id = $1 AND company_id = $2
                  AND role IN ('master', 'regular', 'associate', 'general')";
    let row = sqlx::query(select).bind(member).bind(company).fetch_optional(connection).await?;
    let Some(row) = row else { return Ok(None) };
    Ok(role(&get::<String>(&row, "role")?)?.standing(linked_by(&row)?))
}

/// What somebody is to a company; none for who is not one of its people.
pub(super) async fn role_in(connection: &mut AnyConnection, company: &str, member: &str) -> Stored<Option<Role>> {
    let select = "SELECT role FROM members WHERE id = $1 AND company_id = $2
                  AND role IN ('master', 'regular', 'associate', 'general')";
    let row = sqlx::query(select).bind(member).bind(company).fetch_optional(connection).await?;
    row.map(|row| role(&get::<String>(&row, "role")?)).transpose()
}

/// Writes down what was done for a company, to whom, and by whom: ids only.
pub(super) async fn note(
    connection: &mut AnyConnection,
    deed: CompanyDeed<'_>,
    company: &str,
    event: AuditEvent,
    whom: Option<&str>,
) -> Stored<()> {
    let insert = "INSERT INTO audit (id, at, event, portal, member_id, company_id, actor_id, device)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, (SELECT device FROM sessions WHERE id = $8))";
    sqlx::query(insert)
        .bind(random::id(deed.random))
        .bind(deed.at)
        .bind(event.as_str())
        .bind(deed.portal)
        .bind(whom)
        .bind(company)
        .bind(deed.actor.id())
        .bind(deed.session)
        .execute(connection)
        .await?;
    Ok(())
}

/// What a member is looked for by.
pub(super) fn sought(name: &str, login_id: &str) -> String {
    [name.to_lowercase().as_str(), login_id].join(" ")
}

/// A name, or the login id where there is none.
pub(super) fn name(row: &AnyRow, name: &str, login_id: &str) -> Stored<String> {
    let known = get::<Option<String>>(row, name)?.filter(|name| !name.is_empty());
    Ok(match known {
        Some(known) => known,
        None => get::<Option<String>>(row, login_id)?.unwrap_or_default(),
    })
}

fn employee(row: &AnyRow) -> Stored<EmployeeRecord> {
    Ok(EmployeeRecord {
        id: get(row, "id")?,
        name: name(row, "full_name", "login_id")?,
        login_id: get(row, "login_id")?,
        role: role(&get::<String>(row, "role")?)?,
        linked_by: get::<Option<String>>(row, "linked_by")?.as_deref().and_then(LinkedBy::parse),
        joined_at: get(row, "joined_at")?,
    })
}

fn line(row: &AnyRow) -> Stored<CompanyLogFound> {
    let unknown = || Failure("an audit line of a kind that there is not".to_owned());
    Ok(CompanyLogFound {
        id: get(row, "id")?,
        at: get(row, "at")?,
        event: AuditEvent::parse(&get::<String>(row, "event")?).ok_or_else(unknown)?,
        by: match get::<Option<String>>(row, "by_company")? {
            Some(company) => company,
            None => name(row, "by_name", "by_id")?,
        },
        whom: name(row, "name", "login_id")?,
        device: get(row, "device")?,
    })
}
