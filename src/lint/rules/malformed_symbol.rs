use crate::conventions::symbols::Symbol;
use crate::conventions::symbols::SymbolKind;
use crate::lint::placeholders::placeholders;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::model::Located;
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "malformed-symbol",
    family: Family::Masthead,
    summary: "the symbol has not the form of a symbol, or is that of another organ",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("malformed_symbol.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let Some(symbol) = &draft.resolution.masthead.symbol else { return };
    let text = symbol.value.text.as_str();
    if !placeholders(text).is_empty() || text.contains(['_', '[', '…', '#']) {
        return;
    }
    if symbol.value.is_well_formed() {
        check_organ(draft, symbol, report);
        return;
    }
    let mended = symbol.value.mended();
    let message = match &mended {
        Some(right) => format!("the symbol is written “{right}”"),
        None => format!("“{text}” has not the form of a symbol"),
    };
    let finding = report.flag(symbol.range, message).place("masthead");
    let written = draft.source.slice(symbol.range);
    if let (Some(right), Some(at)) = (mended, written.find(text)) {
        let start = symbol.range.start() + at;
        let place = TextRange::new(start, start + text.len());
        let edit = Edit::replace(place, right.clone());
        finding.fix(Fix::editorial(format!("write “{right}”"), [edit]));
    }
}

/// The symbols of drafts and resolutions are those of their organ.
fn check_organ(draft: &Draft, symbol: &Located<Symbol>, report: &mut Report) {
    use crate::conventions::organs::by_code;
    let Some(organ) = draft.organ() else { return };
    let Some(of_symbol) = symbol.value.organ.and_then(by_code) else { return };
    let is_of_series = symbol.value.kind != SymbolKind::Other;
    if is_of_series && of_symbol.principal().code != organ.principal().code {
        let (of_symbol, organ) = (&of_symbol.name, &organ.name);
        report
            .flag(
                symbol.range,
                format!("the symbol is one of the {of_symbol}, the text of the {organ}"),
            )
            .place("masthead");
    }
}
