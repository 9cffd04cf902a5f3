//! Kinds of members and types of logins, and which services each may use (manual rows K13 to K20, T13 to T17 and W109 to
//! W111): one table, which the backend enforces and the browser shows.

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
    /// 고용보험 업무.
    Insurance,
    /// 직업훈련 업무.
    Training,
    /// 외국인 업무.
    Foreigners,
    /// Work of no area: who does all work (모든 업무) does it too.
    OtherWork,
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
    /// The account of a company, logged in as 일반사업자.
    Business,
    /// The same as 사무대행기관.
    Agency,
    /// The same as 대리인.
    Proxy,
}

/// Who may: rows K13 to K20, T13 to T17 and W109 to W111.
const TABLE: [(Service, &[Standing]); 14] = {
    use Standing::{
        Agency, Associate, Business, Certified, Company, Linked, Master, Personal, Proxy, Regular, Social, Unlinked,
    };
    const MEMBERS: &[Standing] = &[Master, Regular, Associate, Personal, Company, Certified, Linked, Unlinked, Social];
    [
        (Service::Consultation, MEMBERS),
        (Service::Briefing, MEMBERS),
        (Service::OtherServices, &[Master, Regular, Associate, Company, Certified, Linked, Unlinked]),
        (Service::Mileage, &[Master, Regular, Company, Certified]),
        (Service::EditCompany, &[Master, Regular, Company, Certified]),
        (Service::HandOverMaster, &[Master]),
        (Service::ApproveAssociates, &[Master]),
        (Service::EndRelations, &[Master, Company]),
        (Service::TellApproval, &[Company, Certified, Linked]),
        (Service::InviteEmployees, &[Master, Company]),
        (Service::Insurance, &[Business, Agency, Proxy]),
        (Service::Training, &[Business, Proxy]),
        (Service::Foreigners, &[Business, Proxy]),
        (Service::OtherWork, &[Business]),
    ]
};

impl Service {
    /// Every service, in the order of the manual.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|(service, _)| *service)
    }
}

impl Standing {
    /// Every standing, in the order of the manuals.
    pub const ALL: [Self; 12] = [
        Self::Master,
        Self::Regular,
        Self::Associate,
        Self::Personal,
        Self::Company,
        Self::Certified,
        Self::Linked,
        Self::Unlinked,
        Self::Social,
        Self::Business,
        Self::Agency,
        Self::Proxy,
    ];

    /// Where somebody who is logged in stands: by the kind of member, and where the manual has no row of it by the type of
    /// the login.
    pub fn of(role: Role, linked_by: Option<LinkedBy>, login_type: Option<LoginType>) -> Option<Self> {
        role.standing(linked_by).or(login_type.map(LoginType::standing))
    }

    /// Whether they may use a service.
    pub fn may(self, service: Service) -> bool {
        TABLE.iter().any(|(row, who)| *row == service && who.contains(&self))
    }

    /// The services of the manual's table that this column stands in.
    pub fn services(self) -> impl Iterator<Item = Service> {
        let approves = matches!(self, Self::Master | Self::Regular | Self::Associate | Self::Personal);
        let works = matches!(self, Self::Business | Self::Agency | Self::Proxy);
        Service::all().filter(move |service| match service {
            Service::Insurance | Service::Training | Service::Foreigners | Service::OtherWork => works,
            _ if works => false,
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
    /// contact belongs to portals whose manuals have no such table, and stands nowhere by the role alone.
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

    /// Where its accounts stand in the table.
    pub fn standing(self) -> Standing {
        match self {
            Self::Business => Standing::Business,
            Self::Agency => Standing::Agency,
            Self::Proxy => Standing::Proxy,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use Service::{
        ApproveAssociates, Briefing, Consultation, EditCompany, EndRelations, Foreigners, HandOverMaster, Insurance,
        InviteEmployees, Mileage, OtherServices, OtherWork, TellApproval, Training,
    };

    /// A row of the manuals' tables: O where somebody may, in the order of [`Standing`]. Nobody of them works at 고용24.
    fn row(service: Service, kotra: &str, trade: &str) {
        marked(service, &[kotra, trade, "XXX"].concat());
    }

    fn marked(service: Service, marks: &str) {
        let marks: Vec<char> = marks.chars().collect();
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

    /// A row of 고용24: 일반사업자, 사무대행기관, 대리인.
    fn work(service: Service, types: &str) {
        marked(service, &["XXXX", "XXXXX", types].concat());
    }

    #[test]
    fn w109_to_w111_everybody_does_employment_insurance() {
        work(Insurance, "OOO");
    }

    #[test]
    fn w109_w111_training_and_foreigners_are_not_for_an_agency() {
        work(Training, "OXO");
        work(Foreigners, "OXO");
    }

    #[test]
    fn w109_only_a_business_does_all_work() {
        work(OtherWork, "OXX");
    }

    #[test]
    fn the_type_of_the_login_counts_where_the_role_says_nothing() {
        for kind in LoginType::ALL {
            assert_eq!(LoginType::parse(kind.as_str()), Some(kind));
            let works: Vec<Service> = kind.standing().services().collect();
            assert_eq!(works, [Insurance, Training, Foreigners, OtherWork]);
            assert_eq!(Standing::of(Role::Contact, None, Some(kind)), Some(kind.standing()));
            assert_eq!(Standing::of(Role::Associate, None, Some(kind)), Some(Standing::Associate));
        }
        assert_eq!(Standing::of(Role::Contact, None, None), None);
    }
}
