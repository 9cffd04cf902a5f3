//! Kinds of members, and which services each may use (manual rows K13 to K20 and T13 to T17): one table, which the
//! backend enforces and the browser shows.

use crate::linked_by::LinkedBy;
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
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
    /// 승인 비밀번호(6자리)로 소속 직원 승인: who knows it may tell it to colleagues.
    TellApproval,
    /// 직원 초대: asking people by e-mail to join the company. No row of the manuals: whoever approves may (row X2).
    InviteEmployees,
}

/// Somebody who asks for a service: a column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The MASTER of a company.
    Master,
    /// Whom the MASTER approved.
    Regular,
    /// Who waits for it.
    Associate,
    /// A person without a company, at a portal whose companies have masters.
    Personal,
    /// The company itself, by its own login (기업정보 관리자).
    Company,
    /// A general member who is linked to a company by its certificate (유형 A, row T10).
    Certified,
    /// A general member who is linked by its approval password, or was invited (유형 B, row T11).
    Linked,
    /// A general member without one.
    Unlinked,
    /// Who comes by an account at a provider.
    Social,
}

/// Who may, in the order of [`Standing`]: the first four columns are of rows K13 to K20, the others of rows T13 to T17.
const TABLE: [(Service, [bool; 9]); 10] = [
    (Service::Consultation, [true, true, true, true, true, true, true, true, true]),
    (Service::Briefing, [true, true, true, true, true, true, true, true, true]),
    (Service::OtherServices, [true, true, true, false, true, true, true, true, false]),
    (Service::Mileage, [true, true, false, false, true, true, false, false, false]),
    (Service::EditCompany, [true, true, false, false, true, true, false, false, false]),
    (Service::HandOverMaster, [true, false, false, false, false, false, false, false, false]),
    (Service::ApproveAssociates, [true, false, false, false, false, false, false, false, false]),
    (Service::EndRelations, [true, false, false, false, true, false, false, false, false]),
    (Service::TellApproval, [false, false, false, false, true, true, true, false, false]),
    (Service::InviteEmployees, [true, false, false, false, true, false, false, false, false]),
];

impl Service {
    /// Every service, in the order of the manual.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|(service, _)| *service)
    }
}

impl Standing {
    /// Every standing, in the order of the table.
    pub const ALL: [Self; 9] = [
        Self::Master,
        Self::Regular,
        Self::Associate,
        Self::Personal,
        Self::Company,
        Self::Certified,
        Self::Linked,
        Self::Unlinked,
        Self::Social,
    ];

    /// Whether they may use a service.
    pub fn may(self, service: Service) -> bool {
        TABLE.iter().any(|(row, who)| *row == service && who.get(self as usize) == Some(&true))
    }

    /// The services of the manual's table that this column stands in.
    pub fn services(self) -> impl Iterator<Item = Service> {
        let approves = matches!(self, Self::Master | Self::Regular | Self::Associate | Self::Personal);
        Service::all().filter(move |service| match service {
            Service::HandOverMaster | Service::ApproveAssociates => approves,
            Service::EndRelations => approves || self == Self::Company,
            Service::TellApproval => !approves,
            Service::InviteEmployees => false,
            _ => true,
        })
    }
}

impl Role {
    /// Whether a journey is for a member of this role; `linked` where they have a company already.
    pub fn may_take(self, purpose: Purpose, linked: bool) -> bool {
        purpose.for_role() == Some(self) && !(linked && self == Self::General)
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

    /// Where a member of this role stands in the table; for a general member, by how they were linked to their company. A
    /// contact belongs to portals whose manuals have no such table, and stands nowhere.
    pub fn standing(self, linked_by: Option<LinkedBy>) -> Option<Standing> {
        match self {
            Self::Master => Some(Standing::Master),
            Self::Regular => Some(Standing::Regular),
            Self::Associate => Some(Standing::Associate),
            // An applicant's company is nobody's yet.
            Self::Personal | Self::Applicant => Some(Standing::Personal),
            Self::General => Some(match linked_by {
                Some(LinkedBy::Certificate) => Standing::Certified,
                Some(LinkedBy::Approval | LinkedBy::Invitation) => Standing::Linked,
                None => Standing::Unlinked,
            }),
            Self::Social => Some(Standing::Social),
            Self::Contact => None,
        }
    }

    /// Whether this kind of member may use a service; of general members it depends on how they were linked.
    pub fn may(self, service: Service, linked_by: Option<LinkedBy>) -> bool {
        self.standing(linked_by).is_some_and(|standing| standing.may(service))
    }
}

/// As what a company's account logs in, where a portal tells its accounts apart (manual rows W109 to W111).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LoginType {
    /// 일반사업자.
    Business,
    /// 사무대행기관: does the employment insurance of other companies.
    Agency,
    /// 대리인: acts for companies, by profession. The manuals show no sign-up for it; ours is a way of the same journey (X27).
    Proxy,
}

/// An area of work at such a portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkArea {
    /// 고용보험.
    Insurance,
    /// 직업훈련.
    Training,
    /// 외국인.
    Foreigners,
    /// Everything else.
    Others,
}

/// What each may do, in the order of [`LoginType`].
const AREAS: [(WorkArea, [bool; 3]); 4] = [
    (WorkArea::Insurance, [true, true, true]),
    (WorkArea::Training, [true, false, true]),
    (WorkArea::Foreigners, [true, false, true]),
    (WorkArea::Others, [true, false, false]),
];

impl LoginType {
    /// Every type, in the order of the manual.
    pub const ALL: [Self; 3] = [Self::Business, Self::Agency, Self::Proxy];

    /// The word in the table and on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Business => "business",
            Self::Agency => "agency",
            Self::Proxy => "proxy",
        }
    }

    /// The type of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Whether it may do an area's work.
    pub fn may(self, area: WorkArea) -> bool {
        AREAS.iter().any(|(row, who)| *row == area && who.get(self as usize) == Some(&true))
    }

    /// The areas that it may do.
    pub fn areas(self) -> impl Iterator<Item = WorkArea> {
        AREAS.into_iter().map(|(area, _)| area).filter(move |area| self.may(*area))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use Service::{
        ApproveAssociates, Briefing, Consultation, EditCompany, EndRelations, HandOverMaster, InviteEmployees, Mileage,
        OtherServices, TellApproval,
    };

    /// A row of the manuals' tables: O where somebody may, in the order of [`Standing`].
    fn row(service: Service, kotra: &str, trade: &str) {
        let marks: Vec<char> = [kotra, trade].concat().chars().collect();
        assert_eq!(marks.len(), Standing::ALL.len());
        for (standing, mark) in Standing::ALL.into_iter().zip(marks) {
            assert_eq!(standing.may(service), mark == 'O', "{standing:?} {service:?}");
        }
    }

    #[test]
    fn k13_t13_everybody_may_consult_online() {
        row(Consultation, "OOOO", "OOOOO");
    }

    #[test]
    fn k14_t14_everybody_may_apply_for_briefings() {
        row(Briefing, "OOOO", "OOOOO");
    }

    #[test]
    fn k15_t15_other_services_are_not_for_people_alone_nor_for_social_members() {
        row(OtherServices, "OOOX", "OOOOX");
    }

    #[test]
    fn k16_t16_mileage_is_for_whom_the_master_approved_for_the_company_and_for_who_showed_its_certificate() {
        row(Mileage, "OOXX", "OOXXX");
    }

    #[test]
    fn k17_t16_the_company_is_changed_by_whom_the_master_approved_by_itself_or_by_who_showed_its_certificate() {
        row(EditCompany, "OOXX", "OOXXX");
    }

    #[test]
    fn k18_only_the_master_hands_the_company_over() {
        row(HandOverMaster, "OXXX", "XXXXX");
    }

    #[test]
    fn k19_only_the_master_approves_associates() {
        row(ApproveAssociates, "OXXX", "XXXXX");
    }

    #[test]
    fn k20_t100_the_master_or_the_company_ends_relations() {
        row(EndRelations, "OXXX", "OXXXX");
    }

    #[test]
    fn t17_the_approval_password_is_for_the_company_and_its_people() {
        row(TellApproval, "XXXX", "OOOXX");
    }

    #[test]
    fn x2_only_the_master_or_the_company_invites() {
        row(InviteEmployees, "OXXX", "OXXXX");
        assert!(
            Standing::ALL.into_iter().all(|standing| !standing.services().any(|service| service == InviteEmployees))
        );
    }

    #[test]
    fn a_general_member_stands_by_the_link_and_a_contact_nowhere() {
        assert_eq!(Role::General.standing(Some(LinkedBy::Certificate)), Some(Standing::Certified));
        assert_eq!(Role::General.standing(Some(LinkedBy::Approval)), Some(Standing::Linked));
        assert_eq!(Role::General.standing(Some(LinkedBy::Invitation)), Some(Standing::Linked));
        assert_eq!(Role::General.standing(None), Some(Standing::Unlinked));
        assert_eq!(Role::Applicant.standing(None), Some(Standing::Personal));
        for service in Service::all() {
            assert!(!Role::Contact.may(service, None), "{service:?}");
        }
        assert!(Standing::Linked.may(TellApproval) && !Role::General.may(TellApproval, None));
        assert_eq!(Service::all().count(), TABLE.len());
    }

    #[test]
    fn only_a_general_member_without_a_company_registers_one_or_links_to_one() {
        for purpose in [Purpose::Company, Purpose::Link] {
            for role in Role::ALL {
                assert_eq!(role.may_take(purpose, false), role == Role::General, "{role:?}");
                assert!(!role.may_take(purpose, true), "{role:?}");
            }
        }
    }

    #[test]
    fn each_sees_the_rows_of_their_own_manual() {
        assert!(!Standing::Master.services().any(|service| service == TellApproval));
        assert_eq!(Standing::Linked.services().count(), 6);
        assert_eq!(Standing::Master.services().count(), 8);
    }

    fn areas(kind: LoginType) -> Vec<WorkArea> {
        kind.areas().collect()
    }

    #[test]
    fn w109_a_business_does_all_work() {
        use WorkArea::{Foreigners, Insurance, Others, Training};
        assert_eq!(areas(LoginType::Business), [Insurance, Training, Foreigners, Others]);
    }

    #[test]
    fn w110_an_agency_does_employment_insurance_alone() {
        assert_eq!(areas(LoginType::Agency), [WorkArea::Insurance]);
    }

    #[test]
    fn w111_a_proxy_does_insurance_training_and_foreigners() {
        assert_eq!(areas(LoginType::Proxy), [WorkArea::Insurance, WorkArea::Training, WorkArea::Foreigners]);
        for kind in LoginType::ALL {
            assert_eq!(LoginType::parse(kind.as_str()), Some(kind));
        }
    }
}
