//! What a person types to be verified.
//!
//! None of it is saved as typed input, neither in the browser nor by the backend: a code is a secret, and of the rest the
//! verified answer alone is kept. It lives in the memory of the page, so that steps back and forth lose nothing.

use crate::wizard::draft::Draft;
use gaip_contract::bodies::AskIdentity;
use gaip_domain::facts::FieldProblem;
use gaip_domain::portal::IdentityMethod;
use gaip_domain::text::{digits, tidy};
use gaip_domain::value::{self, Date, Invalid, Parsed};
use leptos::prelude::*;

/// The inputs, by their names in the contract.
#[derive(Clone, Copy)]
pub struct Typed {
    /// The name.
    pub name: RwSignal<String>,
    /// The day of birth.
    pub birth_date: RwSignal<String>,
    /// The mobile number.
    pub mobile: RwSignal<String>,
    /// The carrier.
    pub carrier: RwSignal<String>,
    /// The app.
    pub app: RwSignal<String>,
    /// The card issuer.
    pub issuer: RwSignal<String>,
    /// `yes` once the terms were agreed to.
    pub agreed: RwSignal<String>,
    /// The code.
    pub code: RwSignal<String>,
}

impl Typed {
    /// What was typed since the page was loaded.
    pub fn of(draft: Draft) -> Self {
        let kept = |name: &str| draft.secret(&format!("identity {name}"));
        Self {
            name: kept("name"),
            birth_date: kept("birth_date"),
            mobile: kept("mobile"),
            carrier: kept("carrier"),
            app: kept("app"),
            issuer: kept("issuer"),
            agreed: kept("agreed"),
            code: kept("code"),
        }
    }

    /// Each input with its name.
    pub fn named(self) -> [(&'static str, RwSignal<String>); 8] {
        [
            ("carrier", self.carrier),
            ("agency", self.app),
            ("agency", self.issuer),
            ("name", self.name),
            ("birth_date", self.birth_date),
            ("mobile", self.mobile),
            ("agreed", self.agreed),
            ("code", self.code),
        ]
    }

    /// Once verified none of it is needed.
    pub fn wipe(self) {
        for (_, input) in self.named() {
            input.set(String::new());
        }
    }

    fn agency(self, method: IdentityMethod) -> String {
        match method {
            IdentityMethod::Simple => self.app.get_untracked(),
            IdentityMethod::Card => self.issuer.get_untracked(),
            IdentityMethod::Phone | IdentityMethod::Ipin => String::new(),
        }
    }

    /// The request, or what is wrong with it, in the order of the page.
    pub fn request(self, method: IdentityMethod, today: Date) -> Result<AskIdentity, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let mut check = |field: &str, parsed: Parsed<()>| {
            if let Err(error) = parsed {
                problems.push(FieldProblem { field: field.to_owned(), error });
            }
        };
        let filled = |text: String| if tidy(&text).is_empty() { Err(Invalid::Missing) } else { Ok(()) };
        match method {
            IdentityMethod::Phone => check("carrier", filled(self.carrier.get_untracked())),
            _ => check("agency", filled(self.agency(method))),
        }
        check("name", filled(self.name.get_untracked()));
        check("birth_date", born(&self.birth_date.get_untracked(), today));
        if has_mobile(method) {
            check("mobile", value::mobile(&self.mobile.get_untracked()).map(|_| ()));
        }
        let agreed = self.agreed.with_untracked(|agreed| agreed == "yes");
        check("agreed", if agreed { Ok(()) } else { Err(Invalid::NotAgreed) });
        if !problems.is_empty() {
            return Err(problems);
        }
        let only = |wanted: bool, text: String| if wanted { text } else { String::new() };
        Ok(AskIdentity {
            method,
            name: self.name.get_untracked(),
            birth_date: self.birth_date.get_untracked(),
            mobile: only(has_mobile(method), self.mobile.get_untracked()),
            carrier: only(method == IdentityMethod::Phone, self.carrier.get_untracked()),
            agency: self.agency(method),
            agreed,
        })
    }

    /// The six digits, or what is wrong with them.
    pub fn digits(self) -> Result<String, Invalid> {
        let typed = self.code.get_untracked();
        let code = digits(&typed);
        match code.len() {
            0 => Err(Invalid::Missing),
            6 => Ok(code),
            _ => Err(Invalid::Format),
        }
    }
}

/// Whether a method asks for the mobile number.
pub fn has_mobile(method: IdentityMethod) -> bool {
    matches!(method, IdentityMethod::Phone | IdentityMethod::Simple)
}

fn born(typed: &str, today: Date) -> Parsed<()> {
    match Date::parse(typed)? {
        date if date > today => Err(Invalid::Future),
        _ => Ok(()),
    }
}
