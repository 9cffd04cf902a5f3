//! How much of a file is read. The official files are a tenth of it.

/// Most bytes of a file.
pub const FILE: usize = 64 * 1024 * 1024;
/// Most bytes that a workbook may unpack to.
pub const UNPACKED: u64 = 256 * 1024 * 1024;
/// Most parts inside a workbook.
pub const PARTS: usize = 1000;
/// Most rows of a sheet.
pub const ROWS: usize = 300_000;
/// Most columns of a sheet.
pub const COLUMNS: usize = 256;
/// Most characters of a cell.
pub const CELL: usize = 10_000;
/// Rows at the top among which the header is looked for: some files have a title above it.
pub const HEADER_ROWS: usize = 10;
/// Most names of an entry beside its labels.
pub const NAMES: usize = 64;
/// Most characters of such a name.
pub const NAME: usize = 200;
/// Most characters of a label.
pub const LABEL: usize = 2000;
/// By how many of a hundred the codes of a level may change before a person has to say that it is meant.
pub const CHANGE: usize = 5;
