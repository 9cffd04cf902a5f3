//! What was found, by headings, as people choose.

use rustc_hash::FxHashMap;

use super::score::Scored;
use super::{Group, Hit, Hits, Page};
use crate::edition::Edition;
use crate::entry::Level;
use crate::index::NONE;

/// How much further rows of a heading add to its best one, and how many of them.
const FURTHER: f32 = 0.1;
const FURTHER_ROWS: usize = 5;
/// Rows below this part of the best row of their heading are left out, headings below this part of the best heading.
const FAINT_ROW: f32 = 0.3;
const FAINT: f32 = 0.04;

/// Every heading in code order, for a query that says nothing.
pub fn headings(edition: &Edition, page: Page) -> Hits {
    let all = edition.entries().iter().filter(|entry| entry.level == Level::Heading);
    let total = all.clone().count();
    let groups = all.skip(page.offset).take(page.limit.min(Page::MOST));
    let group = |code: &str| Group { heading: code.to_owned(), because: None, rows: Vec::new() };
    let groups = groups.map(|entry| group(&entry.code)).collect();
    Hits { total, groups, read_as: None, vague: None }
}

/// Groups rows by heading and takes a page of the groups.
pub fn group(edition: &Edition, rows: Vec<Scored>, page: Page) -> Hits {
    let mut by_heading = FxHashMap::<u32, Vec<Scored>>::default();
    for row in rows {
        by_heading.entry(edition.index().headings[row.entry as usize]).or_default().push(row);
    }
    let mut groups: Vec<(u32, f32, Vec<Scored>)> =
        by_heading.into_iter().map(|(heading, rows)| (heading, 0.0, rows)).collect();
    for (_, score, rows) in &mut groups {
        // Equals in code order, which is that of positions.
        rows.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.entry.cmp(&b.entry)));
        let further: f32 = rows[1..].iter().take(FURTHER_ROWS).map(|row| row.score).sum();
        *score = rows[0].score + FURTHER * further;
    }
    groups.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let best = groups.first().map_or(0.0, |(_, score, _)| *score);
    groups.retain(|(_, score, _)| *score >= FAINT * best);
    let total = groups.len();
    let shown = groups.into_iter().skip(page.offset).take(page.limit.min(Page::MOST));
    let groups = shown.map(|(heading, _, rows)| one(edition, heading, &rows)).collect();
    Hits { total, groups, read_as: None, vague: None }
}

fn one(edition: &Edition, heading: u32, rows: &[Scored]) -> Group {
    let entry = |at: u32| &edition.entries()[at as usize];
    let because = |row: &Scored| (row.alias != NONE).then(|| edition.index().aliases[row.alias as usize].term.clone());
    let best = rows[0].score;
    let below = rows.iter().filter(|row| row.entry != heading && row.score >= FAINT_ROW * best);
    Group {
        heading: entry(heading).code.clone(),
        because: rows.iter().find(|row| row.entry == heading).and_then(because),
        rows: below.map(|row| Hit { code: entry(row.entry).code.clone(), because: because(row) }).collect(),
    }
}
