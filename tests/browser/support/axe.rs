//! Accessibility by axe-core, and how pages fit a width.

use super::Person;
use super::backend::named;
use std::fmt::Write as _;

/// What a rule found.
#[derive(serde::Deserialize)]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<Node>,
}

/// Where it found it.
#[derive(serde::Deserialize)]
struct Node {
    html: String,
    summary: String,
}

const RUN: &str = "const done = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const rules = Object.fromEntries(arguments[0].map(rule => [rule, { enabled: false }]));
    // A colour on its way to another is no colour that anybody reads.
    const settled = document.getAnimations().filter(one => one instanceof CSSTransition).map(one => one.finished);
    Promise.allSettled(settled).then(() =>
        axe.run(document, { runOnly: { type: 'tag', values: tags }, rules, resultTypes: ['violations'] })).then(
        result => done(result.violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(node => ({
            html: node.html.slice(0, 300), summary: node.failureSummary })) }))),
        error => done([{ id: 'axe', help: String(error), nodes: [] }]))";

impl Person {
    /// Every violation that axe-core sees on the page, in words; none is nothing. Rules about whole pages make no
    /// sense of a part of one and can be left out.
    pub async fn barriers(&self, without: &[&str]) -> String {
        let known: bool = self.runs("return !!window.axe", vec![]).await.convert().expect("yes or no");
        if !known {
            let axe = std::fs::read_to_string(named("GAIP_AXE")).expect("axe-core can be read");
            self.runs(&axe, vec![]).await;
        }
        let found = self.browser.execute_async(RUN, vec![without.into()]).await.expect("axe-core answers");
        let found: Vec<Violation> = found.convert().expect("violations");
        let mut words = String::new();
        for Violation { id, help, nodes } in found {
            let _ = writeln!(words, "  {id}: {help}");
            for Node { html, summary } in nodes.iter().take(3) {
                let _ = writeln!(words, "    {html}\n      {}", summary.replace('\n', " "));
            }
        }
        words
    }

    /// Fails where the page has barriers.
    pub async fn meets_no_barrier(&self) {
        let barriers = self.barriers(&[]).await;
        if !barriers.is_empty() {
            self.fails(&format!("barriers:\n{barriers}")).await;
        }
    }

    /// Looks through a window of this width in CSS pixels.
    pub async fn looks_at_width(&self, width: u32) {
        let metrics = serde_json::json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// A command to the browser itself.
    pub async fn devtools(&self, command: &str, with: serde_json::Value) -> serde_json::Value {
        self.browser.cdp().send_raw(command, with).await.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Pixels by which the page is wider than its window.
    pub async fn overhang(&self) -> i64 {
        let script = "const page = document.documentElement; return page.scrollWidth - page.clientWidth";
        self.runs(script, vec![]).await.convert().expect("a number")
    }
}
