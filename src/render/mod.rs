//! stub until the branch lands
use crate::model::Resolution;
#[derive(Debug, Default)]
pub struct Options {
    pub ascii: bool,
    pub width: usize,
    pub emphasis: bool,
}
#[derive(Debug, thiserror::Error)]
#[error("cannot render")]
pub struct RenderError;
#[derive(Debug)]
pub struct Format {
    pub name: &'static str,
}
pub static FORMATS: &[&Format] = &[];
pub fn format_for(_: &str) -> Option<&'static Format> {
    None
}
pub fn render(_: &Resolution, _: &Format, _: &Options) -> Result<Vec<u8>, RenderError> {
    Err(RenderError)
}
