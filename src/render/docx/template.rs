//! The styles of the templates of Geneva and New York, by their ids and names. Where the
//! templates set empty paragraphs above and below a heading, these set space.

use crate::conventions::organs::House;

/// A paragraph style.
pub(super) struct Style {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) based: &'static str,
    pub(super) next: &'static str,
    pub(super) paragraph: &'static str,
    pub(super) run: &'static str,
}

/// The styles of a house.
pub(super) fn styles(house: House) -> &'static [Style] {
    match house {
        House::Geneva => GENEVA,
        House::NewYork => NEW_YORK,
    }
}

macro_rules! heading {
    ($column:literal, $tab:literal, $before:literal, $after:literal, $line:literal, $level:literal) => {
        concat!(
            "<w:keepNext/><w:keepLines/><w:tabs><w:tab w:val=\"right\" w:pos=\"",
            $tab,
            "\"/></w:tabs><w:spacing w:before=\"",
            $before,
            "\" w:after=\"",
            $after,
            "\" w:line=\"",
            $line,
            "\" w:lineRule=\"exact\"/><w:ind w:left=\"",
            $column,
            "\" w:right=\"",
            $column,
            "\" w:hanging=\"",
            $column,
            "\"/><w:outlineLvl w:val=\"",
            $level,
            "\"/>"
        )
    };
}

macro_rules! large {
    ($column:literal, $before:literal, $after:literal, $line:literal) => {
        concat!(
            "<w:keepNext/><w:keepLines/><w:spacing w:before=\"",
            $before,
            "\" w:after=\"",
            $after,
            "\" w:line=\"",
            $line,
            "\" w:lineRule=\"exact\"/><w:ind w:left=\"",
            $column,
            "\" w:right=\"",
            $column,
            "\"/>"
        )
    };
}

macro_rules! style {
    ($id:literal, $name:literal, $based:literal, $next:literal, $paragraph:expr, $run:literal) => {
        Style {
            id: $id,
            name: $name,
            based: $based,
            next: $next,
            paragraph: $paragraph,
            run: $run,
        }
    };
}

#[rustfmt::skip]
static GENEVA: &[Style] = &[
    style!("HMG", "_ H __M_G", "Normal", "SingleTxtG",
        heading!("1134", "851", "240", "240", "360", "0"), "<w:b/><w:bCs/><w:sz w:val=\"34\"/>"),
    style!("HChG", "_ H _Ch_G", "Normal", "SingleTxtG",
        heading!("1134", "851", "360", "240", "300", "0"), "<w:b/><w:bCs/><w:sz w:val=\"28\"/>"),
    style!("H1G", "_ H_1_G", "Normal", "SingleTxtG",
        heading!("1134", "851", "360", "240", "270", "1"), "<w:b/><w:bCs/><w:sz w:val=\"24\"/>"),
    style!("H23G", "_ H_2/3_G", "Normal", "SingleTxtG",
        heading!("1134", "851", "240", "120", "240", "2"), "<w:b/><w:bCs/>"),
    style!("H4G", "_ H_4_G", "Normal", "SingleTxtG",
        heading!("1134", "851", "240", "120", "240", "3"), "<w:i/><w:iCs/>"),
    style!("H56G", "_ H_5/6_G", "Normal", "SingleTxtG",
        heading!("1134", "851", "240", "120", "240", "4"), ""),
    style!("SLG", "__S_L_G", "Normal", "SingleTxtG",
        large!("1134", "240", "240", "580"), "<w:b/><w:bCs/><w:sz w:val=\"56\"/>"),
    style!("SMG", "__S_M_G", "Normal", "SingleTxtG",
        large!("1134", "240", "240", "420"), "<w:b/><w:bCs/><w:sz w:val=\"40\"/>"),
    style!("SSG", "__S_S_G", "Normal", "SingleTxtG",
        large!("1134", "240", "240", "300"), "<w:b/><w:bCs/><w:sz w:val=\"28\"/>"),
    style!("XLargeG", "__XLarge_G", "Normal", "SingleTxtG",
        large!("1134", "240", "240", "420"), "<w:b/><w:bCs/><w:sz w:val=\"40\"/>"),
    style!("Bullet1G", "_Bullet 1_G", "Normal", "Bullet1G",
        "<w:numPr><w:numId w:val=\"1001\"/></w:numPr><w:spacing w:after=\"120\"/><w:ind w:right=\"1134\"/>\
         <w:jc w:val=\"both\"/>", ""),
    style!("Bullet2G", "_Bullet 2_G", "Normal", "Bullet2G",
        "<w:numPr><w:numId w:val=\"1002\"/></w:numPr><w:spacing w:after=\"120\"/><w:ind w:right=\"1134\"/>\
         <w:jc w:val=\"both\"/>", ""),
    style!("SingleTxtG", "_ Single Txt_G", "Normal", "SingleTxtG",
        "<w:spacing w:after=\"120\"/><w:ind w:left=\"1134\" w:right=\"1134\"/><w:jc w:val=\"both\"/>", ""),
    style!("FootnoteText", "footnote text", "Normal", "FootnoteText",
        "<w:tabs><w:tab w:val=\"right\" w:pos=\"1021\"/></w:tabs><w:spacing w:line=\"220\" w:lineRule=\"exact\"/>\
         <w:ind w:left=\"1134\" w:right=\"1134\" w:hanging=\"1134\"/>", "<w:sz w:val=\"18\"/>"),
    style!("Header", "header", "Normal", "Header",
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"auto\"/></w:pBdr>\
         <w:spacing w:before=\"566\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:b/><w:bCs/><w:sz w:val=\"18\"/>"),
    style!("Footer", "footer", "Normal", "Footer",
        "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"16\"/>"),
];

/// The tab stops of the column of text in New York.
macro_rules! text_tabs {
    () => {
        concat!(
            "<w:tabs>",
            "<w:tab w:val=\"left\" w:pos=\"1267\"/><w:tab w:val=\"left\" w:pos=\"1742\"/>",
            "<w:tab w:val=\"left\" w:pos=\"2218\"/><w:tab w:val=\"left\" w:pos=\"2693\"/>",
            "<w:tab w:val=\"left\" w:pos=\"3182\"/><w:tab w:val=\"left\" w:pos=\"3658\"/>",
            "<w:tab w:val=\"left\" w:pos=\"4133\"/><w:tab w:val=\"left\" w:pos=\"4622\"/>",
            "<w:tab w:val=\"left\" w:pos=\"5098\"/><w:tab w:val=\"left\" w:pos=\"5573\"/>",
            "<w:tab w:val=\"left\" w:pos=\"6048\"/></w:tabs>"
        )
    };
}

#[rustfmt::skip]
static NEW_YORK: &[Style] = &[
    style!("H1", "_ H_1", "Normal", "SingleTxt",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"120\" w:line=\"270\" w:lineRule=\"exact\"/>\
         <w:outlineLvl w:val=\"0\"/>", "<w:b/><w:bCs/><w:kern w:val=\"14\"/><w:sz w:val=\"24\"/>"),
    style!("HCh", "_ H _Ch", "H1", "SingleTxt",
        "<w:spacing w:before=\"360\" w:after=\"240\" w:line=\"300\" w:lineRule=\"exact\"/>",
        "<w:spacing w:val=\"-2\"/><w:sz w:val=\"28\"/>"),
    style!("H23", "_ H_2/3", "H1", "SingleTxt",
        "<w:spacing w:before=\"240\" w:after=\"120\" w:line=\"240\" w:lineRule=\"exact\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:spacing w:val=\"2\"/><w:sz w:val=\"20\"/>"),
    style!("TitleHCH", "Title_H_CH", "HCh", "SingleTxt",
        heading!("1267", "1022", "360", "240", "300", "0"), ""),
    style!("TitleH1", "Title_H1", "H1", "SingleTxt",
        heading!("1267", "1022", "240", "240", "270", "0"), ""),
    style!("TitleH2", "Title_H2", "H23", "SingleTxt",
        heading!("1267", "1022", "240", "120", "240", "1"), ""),
    style!("HM", "_ H __M", "HCh", "SingleTxt",
        "<w:spacing w:before=\"240\" w:after=\"240\" w:line=\"360\" w:lineRule=\"exact\"/>",
        "<w:spacing w:val=\"-3\"/><w:w w:val=\"99\"/><w:sz w:val=\"34\"/>"),
    style!("H4", "_ H_4", "Normal", "SingleTxt",
        "<w:keepNext/><w:keepLines/><w:tabs><w:tab w:val=\"right\" w:pos=\"360\"/></w:tabs>\
         <w:spacing w:before=\"240\" w:after=\"120\"/><w:outlineLvl w:val=\"3\"/>",
        "<w:i/><w:iCs/><w:spacing w:val=\"3\"/><w:kern w:val=\"14\"/>"),
    style!("H56", "_ H_5/6", "Normal", "SingleTxt",
        "<w:keepNext/><w:keepLines/><w:tabs><w:tab w:val=\"right\" w:pos=\"360\"/></w:tabs>\
         <w:spacing w:before=\"240\" w:after=\"120\"/><w:outlineLvl w:val=\"4\"/>", "<w:kern w:val=\"14\"/>"),
    style!("SM", "__S_M", "Normal", "SingleTxt", large!("1267", "240", "240", "390"),
        "<w:b/><w:bCs/><w:spacing w:val=\"-4\"/><w:w w:val=\"98\"/><w:kern w:val=\"14\"/><w:sz w:val=\"40\"/>"),
    style!("SL", "__S_L", "SM", "SingleTxt", large!("1267", "240", "240", "540"),
        "<w:spacing w:val=\"-8\"/><w:w w:val=\"96\"/><w:sz w:val=\"57\"/>"),
    style!("SS", "__S_S", "HCh", "SingleTxt", large!("1267", "240", "240", "300"), ""),
    style!("SingleTxt", "__Single Txt", "Normal", "SingleTxt",
        concat!(text_tabs!(), "<w:spacing w:after=\"120\"/><w:ind w:left=\"1267\" w:right=\"1267\"/>",
        "<w:jc w:val=\"both\"/>"), "<w:kern w:val=\"14\"/>"),
    style!("Session", "Session", "H23", "Normal",
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"exact\"/><w:outlineLvl w:val=\"9\"/>", ""),
    style!("Sponsors", "Sponsors", "H1", "Normal",
        "<w:spacing w:before=\"360\" w:after=\"120\" w:line=\"240\" w:lineRule=\"exact\"/>\
         <w:ind w:left=\"1267\" w:right=\"1267\"/><w:outlineLvl w:val=\"9\"/>", "<w:sz w:val=\"20\"/>"),
    style!("AgendaItemNormal", "Agenda_Item_Normal", "Normal", "Normal", "", "<w:kern w:val=\"14\"/>"),
    style!("AgendaTitleH2", "Agenda_Title_H2", "Normal", "Normal",
        "<w:keepNext/><w:keepLines/><w:ind w:right=\"4260\"/>", "<w:b/><w:bCs/><w:kern w:val=\"14\"/>"),
    style!("Distribution", "Distribution", "Normal", "Normal", "", ""),
    style!("Publication", "Publication", "Normal", "Normal", "", ""),
    style!("Original", "Original", "Normal", "Normal", "", ""),
    style!("ReleaseDate", "ReleaseDate", "Normal", "Footer", "", ""),
    style!("Small", "Small", "Normal", "Normal",
        "<w:tabs><w:tab w:val=\"right\" w:pos=\"9965\"/></w:tabs><w:spacing w:line=\"210\" w:lineRule=\"exact\"/>",
        "<w:spacing w:val=\"5\"/><w:w w:val=\"104\"/><w:kern w:val=\"14\"/><w:sz w:val=\"17\"/>"),
    style!("SmallX", "SmallX", "Small", "Normal",
        "<w:spacing w:line=\"180\" w:lineRule=\"exact\"/><w:jc w:val=\"right\"/>",
        "<w:spacing w:val=\"6\"/><w:w w:val=\"106\"/><w:sz w:val=\"14\"/>"),
    style!("XLarge", "XLarge", "Normal", "Normal",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"109\" w:line=\"390\" w:lineRule=\"exact\"/>",
        "<w:b/><w:bCs/><w:spacing w:val=\"-4\"/><w:w w:val=\"98\"/><w:kern w:val=\"14\"/><w:sz w:val=\"40\"/>"),
    style!("FootnoteText", "footnote text", "Normal", "FootnoteText",
        "<w:tabs><w:tab w:val=\"right\" w:pos=\"1155\"/></w:tabs><w:spacing w:line=\"210\" w:lineRule=\"exact\"/>\
         <w:ind w:left=\"1267\" w:right=\"1267\" w:hanging=\"475\"/>",
        "<w:spacing w:val=\"5\"/><w:w w:val=\"104\"/><w:sz w:val=\"17\"/>"),
    style!("Header", "header", "Normal", "Header",
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"2\" w:space=\"2\" w:color=\"auto\"/></w:pBdr>\
         <w:spacing w:before=\"620\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:b/><w:bCs/><w:sz w:val=\"17\"/>"),
    style!("Footer", "footer", "Normal", "Footer",
        "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/>", "<w:b/><w:bCs/><w:sz w:val=\"17\"/>"),
];
