use super::{Format, Options, RenderError, composition::Composition};
pub(super) static FORMAT: Format =
    Format { name: "docx", extensions: &["docx"], summary: "", write };
fn write(_: &Composition, _: &Options) -> Result<Vec<u8>, RenderError> {
    Ok(Vec::new())
}
