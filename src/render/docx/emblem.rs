//! The drafter's own emblem, as a picture in the masthead.

use super::xml::{DECLARATION, escaped};
use super::{PACKAGE, RELATIONS};
use crate::render::{Emblem, Picture};

/// The box of the emblem in points: width and height.
const BOX: [f64; 2] = [56.0, 47.0];

/// The units of a drawing in a point.
const UNITS: f64 = 12_700.0;

/// What a program sees that cannot draw scalable pictures: a picture of one clear pixel.
const CLEAR: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48,
    0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x06, 0x00, 0x00,
    0x00, 0x1f, 0x15, 0xc4, 0x89, 0x00, 0x00, 0x00, 0x0b, 0x49, 0x44, 0x41, 0x54, 0x78,
    0xda, 0x63, 0x60, 0x00, 0x02, 0x00, 0x00, 0x05, 0x00, 0x01, 0xe9, 0xfa, 0xdc, 0xd8,
    0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

/// The picture in a run. Who does not see it hears its words.
pub(super) fn drawing(emblem: &Emblem) -> String {
    let units = |points: f64| format!("{:.0}", points * UNITS);
    let [width, height] = emblem.fitted(BOX[0], BOX[1]).map(units);
    let alt = escaped(&emblem.alt);
    let scalable = match emblem.picture {
        Picture::Png => "",
        Picture::Svg => {
            "<a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip \
             xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" \
             r:embed=\"rId2\"/></a:ext></a:extLst>"
        }
    };
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
         <wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:docPr id=\"1\" name=\"Emblem\" descr=\"{alt}\"/>\
         <a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">\
         <pic:pic><pic:nvPicPr><pic:cNvPr id=\"1\" name=\"Emblem\" descr=\"{alt}\"/><pic:cNvPicPr/>\
         </pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rId1\">{scalable}</a:blip><a:stretch><a:fillRect/>\
         </a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>\
         <a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/>\
         </a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
}

/// The parts that hold the picture, with the relations that lead to it.
pub(super) fn parts(emblem: &Emblem) -> Vec<(&'static str, Vec<u8>)> {
    let relation = |id: &str, file: &str| {
        format!(
            "<Relationship Id=\"{id}\" Type=\"{RELATIONS}image\" Target=\"media/{file}\"/>"
        )
    };
    let mut relations = relation("rId1", "emblem.png");
    let mut parts = match emblem.picture {
        Picture::Png => vec![("word/media/emblem.png", emblem.bytes.clone())],
        Picture::Svg => {
            relations.push_str(&relation("rId2", "emblem.svg"));
            vec![
                ("word/media/emblem.png", CLEAR.to_vec()),
                ("word/media/emblem.svg", emblem.bytes.clone()),
            ]
        }
    };
    let relations = format!(
        "{DECLARATION}<Relationships xmlns=\"{PACKAGE}relationships\">{relations}</Relationships>"
    );
    parts.push(("word/_rels/header3.xml.rels", relations.into_bytes()));
    parts
}
