//! The pages of operators, one for each kind of work. A further one is a variant more, and nothing else.

use super::applications::Applications;
use super::audit::AuditLog;
use super::originals::Originals;
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
    /// Who did what.
    Log,
}

impl Section {
    const ALL: [Self; 3] = [Self::Applications, Self::Originals, Self::Log];

    /// Its part of the address.
    fn name(self) -> &'static str {
        match self {
            Self::Applications => "applications",
            Self::Originals => "originals",
            Self::Log => "log",
        }
    }

    /// The page of a part of the address.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.name() == name)
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
            Self::Log => words.log,
        }
    }

    /// The page.
    pub fn view(self, portal: &'static Portal) -> AnyView {
        let page = match self {
            Self::Applications => view! { <Applications portal/> }.into_any(),
            Self::Originals => view! { <Originals portal/> }.into_any(),
            Self::Log => view! { <AuditLog portal/> }.into_any(),
        };
        view! { <SectionTabs portal current=self/> {page} }.into_any()
    }
}

/// The pages that a portal has work for; the first is where an operator arrives.
pub fn sections(portal: &Portal) -> Vec<Section> {
    let any = |wanted: fn(&StepKind) -> bool| {
        portal.journeys.iter().any(|journey| journey.steps.iter().any(|step| wanted(&step.kind)))
    };
    let applications =
        any(|kind| matches!(kind, StepKind::Company(company) if company.unlisted == UnlistedCompany::Enter));
    let originals = any(|kind| matches!(kind, StepKind::Certificate(step) if step.documents.is_some()));
    let has = |section: &Section| match section {
        Section::Applications => applications,
        Section::Originals => originals,
        Section::Log => true,
    };
    Section::ALL.into_iter().filter(has).collect()
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
    view! { <LinkTabs label=operator_words().menu tabs=sections(portal).into_iter().map(tab).collect()/> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Section::{Applications, Log, Originals};

    #[test]
    fn a_portal_shows_the_work_that_it_has() {
        let read = |text| serde_json::from_str::<Portal>(text).expect("a portal");
        let daejeon = read(include_str!("../../../public/portals/daejeon/portal.json"));
        let kotra = read(include_str!("../../../public/portals/kotra/portal.json"));
        assert_eq!(sections(&daejeon), [Originals, Log]);
        assert_eq!(sections(&kotra), [Applications, Log]);
        assert_eq!(Section::of("log"), Some(Log));
        assert_eq!(Applications.href("kotra"), "/kotra/operator/applications");
    }
}
