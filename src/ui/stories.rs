//! Every state of the kit.

use super::story::Story;

/// All stories, in the order of the gallery.
pub fn all() -> Vec<Story> {
    let mut stories = [
        super::alert::STORIES,
        super::alert_dialog::STORIES,
        super::badge::STORIES,
        super::breadcrumb::STORIES,
        super::button::STORIES,
        super::card::STORIES,
        super::copy_line::STORIES,
        super::disclosure::STORIES,
        super::empty::STORIES,
        super::error_summary::STORIES,
        super::footer::STORIES,
        super::header::STORIES,
        super::icon::STORIES,
        super::identifier::STORIES,
        super::link::STORIES,
        super::link_tabs::STORIES,
        super::masthead::STORIES,
        super::modal::STORIES,
        super::page_heading::STORIES,
        super::pagination::STORIES,
        super::progress::STORIES,
        super::provider_button::STORIES,
        super::settings::STORIES,
        super::skip_link::STORIES,
        super::spinner::STORIES,
        super::step_indicator::STORIES,
        super::summary_list::STORIES,
        super::table::STORIES,
        super::tabs::STORIES,
        super::toast::STORIES,
    ]
    .concat();
    stories.extend(super::field::stories());
    stories
}

#[cfg(test)]
mod tests {
    use leptos::prelude::{Owner, RenderHtml};

    #[test]
    fn every_story_renders_and_has_a_name_of_its_own() {
        let mut names = std::collections::HashSet::new();
        for story in super::all() {
            assert!(names.insert(story.name), "{} is there twice", story.name);
            let html = Owner::new().with(|| (story.view)().to_html());
            assert!(html.contains('<'), "{} shows nothing", story.name);
            assert!(!html.contains("style="), "{} has inline styles, which the CSP forbids", story.name);
        }
    }
}
