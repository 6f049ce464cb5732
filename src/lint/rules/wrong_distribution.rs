use crate::conventions::symbols::SymbolKind;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "wrong-distribution",
    family: Family::Masthead,
    summary: "the distribution is not that of such a document",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("wrong_distribution.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let masthead = &draft.resolution.masthead;
    let Some(written) = &masthead.distribution else { return };
    let Some(symbol) = &masthead.symbol else { return };
    let (wanted, document) = match symbol.value.kind {
        SymbolKind::Draft => ("Limited", "a draft"),
        SymbolKind::Resolution => ("General", "a resolution"),
        SymbolKind::Decision => ("General", "a decision"),
        SymbolKind::Statement => ("General", "a statement"),
        SymbolKind::Other => return,
    };
    if written.value == wanted {
        return;
    }
    let finding = report
        .flag(written.range, format!("the distribution of {document} is {wanted}"))
        .place("masthead");
    if let Some(at) = draft.source.slice(written.range).find(&written.value) {
        let start = written.range.start() + at;
        let place = TextRange::new(start, start + written.value.len());
        let edit = Edit::replace(place, wanted);
        finding.fix(Fix::editorial(format!("write “{wanted}”"), [edit]));
    }
}
