//! Kinds of members, and which services each may use (manual rows K13 to K20): one table, which the backend enforces
//! and the browser shows.

use crate::portal::Purpose;
use serde::{Deserialize, Serialize};

/// What somebody is to their company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Its one account.
    Contact,
    /// A person without a company (개인회원).
    Personal,
    /// The first who registered the company (MASTER).
    Master,
    /// An associate whom the master approved (정회원).
    Regular,
    /// Who joined a registered company and is to be approved (준회원).
    Associate,
    /// A person with an account of their own (일반회원).
    General,
    /// Who comes by an account at a provider such as Kakao (간편회원).
    Social,
    /// Who registered a company whose papers are being looked at; its master once they are approved.
    Applicant,
}

/// What a member can do at a portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// 온라인 상담.
    Consultation,
    /// 설명회 신청.
    Briefing,
    /// 기타 서비스 신청.
    OtherServices,
    /// 서비스 마일리지 이용.
    Mileage,
    /// 기업 정보 수정.
    EditCompany,
    /// MASTER 권한 넘기기.
    HandOverMaster,
    /// 정회원 승인.
    ApproveAssociates,
    /// 관계 해지.
    EndRelations,
}

/// Who may: master, regular member, associate, person without a company. The order is the manual's.
const TABLE: [(Service, [bool; 4]); 8] = [
    (Service::Consultation, [true, true, true, true]),
    (Service::Briefing, [true, true, true, true]),
    (Service::OtherServices, [true, true, true, false]),
    (Service::Mileage, [true, true, false, false]),
    (Service::EditCompany, [true, true, false, false]),
    (Service::HandOverMaster, [true, false, false, false]),
    (Service::ApproveAssociates, [true, false, false, false]),
    (Service::EndRelations, [true, false, false, false]),
];

impl Service {
    /// Every service, in the order of the manual.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|(service, _)| *service)
    }
}

impl Role {
    /// Whether a journey is for a member of this role; `linked` where they have a company already.
    pub fn may_take(self, purpose: Purpose, linked: bool) -> bool {
        match purpose {
            Purpose::Company => self == Role::General && !linked,
            Purpose::Conversion => self == Role::Personal,
            Purpose::Join | Purpose::Certificate | Purpose::FindLoginId | Purpose::NewPassword => false,
        }
    }

    /// Every role.
    pub const ALL: [Self; 8] = [
        Self::Contact,
        Self::Personal,
        Self::Master,
        Self::Regular,
        Self::Associate,
        Self::General,
        Self::Social,
        Self::Applicant,
    ];

    /// Whether the table speaks of this kind of member. Contacts and general members belong to portals whose manuals
    /// have no such table for them.
    pub fn is_in_table(self) -> bool {
        self.column().is_some()
    }

    /// Whether this kind of member may use a service. Of whom the table does not speak may nothing of it.
    pub fn may(self, service: Service) -> bool {
        let Some(column) = self.column() else { return false };
        TABLE.iter().any(|(row, who)| *row == service && who.get(column) == Some(&true))
    }

    fn column(self) -> Option<usize> {
        match self {
            Self::Master => Some(0),
            Self::Regular => Some(1),
            Self::Associate => Some(2),
            // An applicant's company is nobody's yet. Rows T13 to T15 give members by account the same.
            Self::Personal | Self::Applicant | Self::Social => Some(3),
            Self::Contact | Self::General => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A row of the manual's table: O where a kind of member may.
    fn row(service: Service, master: char, regular: char, associate: char, personal: char) {
        let columns = [Role::Master, Role::Regular, Role::Associate, Role::Personal];
        for (role, mark) in columns.into_iter().zip([master, regular, associate, personal]) {
            assert_eq!(role.may(service), mark == 'O', "{role:?} {service:?}");
        }
    }

    #[test]
    fn k13_everybody_may_consult_online() {
        row(Service::Consultation, 'O', 'O', 'O', 'O');
    }

    #[test]
    fn k14_everybody_may_apply_for_briefings() {
        row(Service::Briefing, 'O', 'O', 'O', 'O');
    }

    #[test]
    fn k15_other_services_are_for_members_of_companies() {
        row(Service::OtherServices, 'O', 'O', 'O', 'X');
    }

    #[test]
    fn k16_mileage_is_for_whom_the_master_approved() {
        row(Service::Mileage, 'O', 'O', 'X', 'X');
    }

    #[test]
    fn k17_the_company_is_changed_by_whom_the_master_approved() {
        row(Service::EditCompany, 'O', 'O', 'X', 'X');
    }

    #[test]
    fn k18_only_the_master_hands_the_company_over() {
        row(Service::HandOverMaster, 'O', 'X', 'X', 'X');
    }

    #[test]
    fn k19_only_the_master_approves_associates() {
        row(Service::ApproveAssociates, 'O', 'X', 'X', 'X');
    }

    #[test]
    fn k20_only_the_master_ends_relations() {
        row(Service::EndRelations, 'O', 'X', 'X', 'X');
    }

    #[test]
    fn whoever_waits_for_papers_may_what_a_person_may_and_the_table_gives_others_nothing() {
        for service in Service::all() {
            for role in [Role::Applicant, Role::Social] {
                assert_eq!(role.may(service), Role::Personal.may(service), "{role:?} {service:?}");
            }
            assert!(!Role::Contact.may(service) && !Role::General.may(service), "{service:?}");
        }
        assert_eq!(Service::all().count(), TABLE.len());
    }
}
