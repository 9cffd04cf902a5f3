//! Codes of HS and KSIC in an answer must be in the edition in force: only the backend knows it.

use super::judge::Case;
use crate::refusal::{Outcome, Refusal};
use gaip_classify::Edition;
use gaip_domain::facts::{Answer, FieldProblem, Fields, StepInput, Value, Values};
use gaip_domain::form;
use gaip_domain::portal::{Field, Input, ProductsStep};
use gaip_domain::value::{CodeList, Invalid};

impl Case<'_> {
    /// Wrong codes of a form. Where other fields are wrong too, each code is looked at by itself, so that everything is
    /// told at once; a field with a condition waits until the condition can be judged.
    pub(super) fn wrong_codes<'a>(
        &self,
        fields: impl Iterator<Item = &'a Field>,
        input: &Fields,
        parsed: Option<&Values>,
    ) -> Vec<FieldProblem> {
        if let Some(values) = parsed {
            return fields.filter_map(|field| self.wrong_code(field, values)).collect();
        }
        let mut problems = Vec::new();
        for field in fields.filter(|field| field.when.is_none()) {
            let alone = form::parse(std::iter::once(field), input, self.world);
            problems.extend(alone.ok().and_then(|values| self.wrong_code(field, &values)));
        }
        problems
    }

    /// Products whose values and codes are right.
    pub(super) fn products(&self, settings: &ProductsStep, input: &StepInput) -> Outcome<Answer> {
        let wrong = self.wrong_codes_of_products(settings, input);
        match form::parse_products(settings, input, self.world) {
            Ok(products) if wrong.is_empty() => Ok(Answer::Products(products)),
            Ok(_) => Err(Refusal::invalid(wrong)),
            Err(problems) => Err(Refusal::invalid([problems, wrong].concat())),
        }
    }

    /// Wrong codes of products, named as [`form::parse_products`] names problems.
    fn wrong_codes_of_products(&self, settings: &ProductsStep, input: &StepInput) -> Vec<FieldProblem> {
        let mut problems = Vec::new();
        for product in &input.products {
            let parsed = form::parse(settings.fields.iter(), &product.fields, self.world).ok();
            let wrong = self.wrong_codes(settings.fields.iter(), &product.fields, parsed.as_ref());
            problems.extend(
                wrong
                    .into_iter()
                    .map(|problem| FieldProblem { field: format!("{}.{}", product.id, problem.field), ..problem }),
            );
        }
        problems
    }

    fn wrong_code(&self, field: &Field, values: &Values) -> Option<FieldProblem> {
        let in_force = |list| self.app.codes.get(list);
        let error = match (&field.input, values.get(&field.name)?) {
            (Input::HsCode, Value::Text(code)) => hs(&in_force(CodeList::Hs), code),
            (Input::HsCodes { .. }, Value::List(codes)) => {
                let edition = in_force(CodeList::Hs);
                codes.iter().try_for_each(|code| hs(&edition, code))
            }
            (Input::Industries { .. }, Value::List(codes)) => {
                let edition = in_force(CodeList::Ksic);
                codes.iter().try_for_each(|code| industry(&edition, code))
            }
            (Input::Industry, Value::Text(code)) => industry(&in_force(CodeList::Ksic), code),
            _ => Ok(()),
        };
        Some(FieldProblem { field: field.name.clone(), error: error.err()? })
    }
}

/// The heading must be there, and where the edition goes below it, a code that begins with all the digits. A code of an
/// earlier edition is taken: people declare under the code that they exported with.
fn hs(edition: &Edition, code: &str) -> Result<(), Invalid> {
    let heading = code.get(..4).unwrap_or(code);
    let known = edition.gone(code).is_some()
        || (edition.get(heading).is_some() && (!edition.has_children(heading) || below(edition, heading, code)));
    if known { Ok(()) } else { Err(Invalid::UnknownCode) }
}

/// Whether a code in this branch begins with the digits.
fn below(edition: &Edition, branch: &str, code: &str) -> bool {
    branch.starts_with(code)
        || edition.children(Some(branch)).iter().any(|child| {
            (child.code.starts_with(code) || code.starts_with(&child.code)) && below(edition, &child.code, code)
        })
}

/// An industry must be there and have no others below it.
fn industry(edition: &Edition, code: &str) -> Result<(), Invalid> {
    if edition.get(code).is_none() {
        Err(Invalid::UnknownCode)
    } else if edition.has_children(code) {
        Err(Invalid::NotDeepest)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gaip_classify::{Entry, Level};

    fn edition(list: CodeList, codes: &[(&str, Level)]) -> Edition {
        let parent = |code: &str| {
            let shorter = |length| codes.iter().find(|(other, _)| *other == &code[..length]);
            (1..code.len()).rev().find_map(shorter).map(|(other, _)| (*other).to_owned())
        };
        let entry = |(code, level): &(&str, Level)| Entry {
            code: (*code).to_owned(),
            level: *level,
            ko: "이름".to_owned(),
            en: "name".to_owned(),
            parent: parent(code),
            names: Vec::new(),
        };
        Edition::new(list, "test", codes.iter().map(entry).collect(), Vec::new()).expect("a small edition")
    }

    #[test]
    fn an_hs_code_is_one_that_is_there_or_the_beginning_of_one() {
        let edition = edition(
            CodeList::Hs,
            &[
                ("19", Level::Chapter),
                ("1902", Level::Heading),
                ("19023", Level::Subheading),
                ("190230", Level::Subheading),
                ("19023010", Level::Line),
                ("1902301010", Level::Line),
                ("1902400000", Level::Line),
                ("1903", Level::Heading),
            ],
        );
        for code in ["1902", "190230", "1902301010", "190240", "1902400000", "1903", "190310", "1903101010"] {
            assert_eq!(hs(&edition, code), Ok(()), "{code}");
        }
        for code in ["1904", "190410", "190231", "1902301011", "1902309999", "190241"] {
            assert_eq!(hs(&edition, code), Err(Invalid::UnknownCode), "{code}");
        }
    }

    #[test]
    fn an_industry_has_no_others_below_it() {
        let edition = edition(
            CodeList::Ksic,
            &[("107", Level::Heading), ("1073", Level::Subheading), ("10730", Level::Line), ("108", Level::Heading)],
        );
        for (code, judged) in [
            ("10730", Ok(())),
            ("108", Ok(())),
            ("1073", Err(Invalid::NotDeepest)),
            ("107", Err(Invalid::NotDeepest)),
            ("10731", Err(Invalid::UnknownCode)),
            ("109", Err(Invalid::UnknownCode)),
        ] {
            assert_eq!(industry(&edition, code), judged, "{code}");
        }
    }
}
