//! stub
#[derive(Debug)]
pub struct State { pub name: String, pub text: String, pub code: String, pub is_observer: bool }
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameForm { Current, Former { until: Option<jiff::civil::Date> }, Other }
pub fn find(_: &str) -> Option<(&'static State, NameForm)> { None }
pub fn sort_key(name: &str) -> String { name.to_lowercase() }
