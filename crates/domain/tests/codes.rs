//! Codes of goods and industries as a form takes them.

use gaip_domain::facts::{Facts, FieldInput, FieldProblem, Fields, Value};
use gaip_domain::form::{World, parse};
use gaip_domain::portal::{Field, Input, Presence};
use gaip_domain::text::Text;
use gaip_domain::value::{Date, Invalid};

fn judge(input: Input, typed: FieldInput) -> Result<Value, Invalid> {
    let field = Field {
        name: "code".to_owned(),
        label: Text::default(),
        hint: None,
        presence: Presence::Required,
        when: None,
        same_as: None,
        company: None,
        social: None,
        advice: None,
        identity: None,
        terms: None,
        papers: None,
        account: None,
        input,
    };
    let fields: Fields = [("code".to_owned(), typed)].into();
    let world = World {
        step: "step",
        facts: &Facts::default(),
        today: Date::parse("2026-11-21").expect("a day of the calendar"),
    };
    let found = parse(std::iter::once(&field), &fields, world);
    found.map(|mut values| values.remove("code").expect("it was asked")).map_err(|problems| match &problems[..] {
        [FieldProblem { field, error }] if field == "code" => *error,
        _ => panic!("{problems:?}"),
    })
}

fn text(text: &str) -> FieldInput {
    FieldInput::Text(text.to_owned())
}

fn list(codes: &[&str]) -> FieldInput {
    FieldInput::List(codes.iter().map(|code| (*code).to_owned()).collect())
}

#[test]
fn an_industry_is_kept_as_its_digits() {
    assert_eq!(judge(Input::Industry, text("C 20423")), Ok(Value::Text("20423".to_owned())));
    assert_eq!(judge(Input::Industry, text("화장품")), Err(Invalid::Format));
    assert_eq!(judge(Input::Industry, text(" ")), Err(Invalid::Missing));
}

#[test]
fn codes_of_interest_are_kept_once_each_in_the_order_of_choosing() {
    let kept = Value::List(vec!["850760".to_owned(), "1902".to_owned()]);
    assert_eq!(judge(Input::HsCodes { max: 2 }, list(&["8507.60", "1902", "850760"])), Ok(kept));
}

#[test]
fn codes_of_interest_have_an_upper_limit_and_must_be_codes() {
    assert_eq!(judge(Input::HsCodes { max: 1 }, list(&["1902", "3304"])), Err(Invalid::TooMany(1)));
    assert_eq!(judge(Input::HsCodes { max: 3 }, list(&["1902", "라면"])), Err(Invalid::Format));
    assert_eq!(judge(Input::HsCodes { max: 3 }, list(&[])), Err(Invalid::Missing));
}
