//! The pages of operators, one for each kind of work. A further one is a variant more, and nothing else.

use super::applications::Applications;
use super::audit::AuditLog;
use super::originals::Originals;
use super::password::Password;
use super::syncs::Syncs;
use crate::i18n::operator_words;
use crate::routes;
use crate::ui::link_tabs::{LinkTab, LinkTabs};
use gaip_domain::portal::{Portal, StepKind, UnlistedCompany};
use leptos::prelude::*;

/// One page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Papers of companies that nobody knows.
    Applications,
    /// Originals of provisional members.
    Originals,
    /// Members whom another system does not know yet.
    Syncs,
    /// Who did what.
    Log,
    /// The operator's own password; the way there is beside their name.
    Password,
}

impl Section {
    const ALL: [Self; 5] = [Self::Applications, Self::Originals, Self::Syncs, Self::Log, Self::Password];

    /// Its part of the address.
    fn name(self) -> &'static str {
        match self {
            Self::Applications => "applications",
            Self::Originals => "originals",
            Self::Syncs => "syncs",
            Self::Log => "log",
            Self::Password => "password",
        }
    }

    /// The page of a part of a portal's address; without one, the first.
    pub fn at(portal: &Portal, name: &str) -> Option<Self> {
        let mut served = Self::ALL.into_iter().filter(|section| section.serves(portal));
        served.find(|section| name.is_empty() || section.name() == name)
    }

    /// Whether a portal has work for it.
    fn serves(self, portal: &Portal) -> bool {
        let any = |wanted: fn(&StepKind) -> bool| {
            portal.journeys.iter().any(|journey| journey.steps.iter().any(|step| wanted(&step.kind)))
        };
        match self {
            Self::Applications => {
                any(|kind| matches!(kind, StepKind::Company(company) if company.unlisted == UnlistedCompany::Enter))
            }
            Self::Originals => any(|kind| matches!(kind, StepKind::Certificate(step) if step.documents.is_some())),
            Self::Syncs => portal.syncs(),
            Self::Log | Self::Password => true,
        }
    }

    /// Its address.
    pub fn href(self, portal: &str) -> String {
        format!("{}/{}", routes::operator(portal), self.name())
    }

    fn title(self) -> &'static str {
        let words = operator_words();
        match self {
            Self::Applications => words.applications,
            Self::Originals => words.originals,
            Self::Syncs => words.syncs,
            Self::Log => words.log,
            Self::Password => words.password,
        }
    }

    /// The page.
    pub fn view(self, portal: &'static Portal) -> AnyView {
        let page = match self {
            Self::Applications => view! { <Applications portal/> }.into_any(),
            Self::Originals => view! { <Originals portal/> }.into_any(),
            Self::Syncs => view! { <Syncs portal/> }.into_any(),
            Self::Log => view! { <AuditLog portal/> }.into_any(),
            Self::Password => view! { <Password portal/> }.into_any(),
        };
        view! { <SectionTabs portal current=self/> {page} }.into_any()
    }
}

/// The pages of a portal's work; the first is where an operator arrives.
fn sections(portal: &Portal) -> impl Iterator<Item = Section> {
    Section::ALL.into_iter().filter(|section| *section != Section::Password && section.serves(portal))
}

/// The ways between the pages.
#[component]
pub fn SectionTabs(
    /// The portal.
    portal: &'static Portal,
    /// The page that is shown.
    current: Section,
) -> impl IntoView {
    let tab = |section: Section| LinkTab {
        name: section.title().to_owned(),
        href: section.href(&portal.id),
        current: section == current,
    };
    view! { <LinkTabs label=operator_words().menu tabs=sections(portal).map(tab).collect()/> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Section::{Applications, Log, Originals, Password, Syncs};

    #[test]
    fn a_portal_shows_the_work_that_it_has() {
        let read = |text| serde_json::from_str::<Portal>(text).expect("a portal");
        let daejeon = read(include_str!("../../../public/portals/daejeon/portal.json"));
        let kotra = read(include_str!("../../../public/portals/kotra/portal.json"));
        let work24 = read(include_str!("../../../public/portals/work24/portal.json"));
        let shown = |portal| sections(portal).collect::<Vec<_>>();
        assert_eq!(shown(&daejeon), [Originals, Log]);
        assert_eq!(shown(&kotra), [Applications, Log]);
        assert_eq!(shown(&work24), [Syncs, Log]);
        assert_eq!(Section::at(&daejeon, ""), Some(Originals));
        assert_eq!(Section::at(&work24, "syncs"), Some(Syncs));
        assert_eq!(Section::at(&daejeon, "syncs"), None);
        assert_eq!(Section::at(&daejeon, "password"), Some(Password));
        assert_eq!(Applications.href("kotra"), "/kotra/operator/applications");
    }
}
