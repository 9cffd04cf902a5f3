//! `cargo xtask import`: an official code list into the data of `cargo xtask run`.

use clap::Args;
use std::{env, path::PathBuf};

use crate::{
    paths,
    run::{backend, build_backend},
    shell::{Outcome, run},
};

/// What `import` may be told.
#[derive(Args)]
pub struct Options {
    /// The list: `hs` or `ksic`
    #[arg(value_parser = ["hs", "ksic"])]
    list: String,
    /// The official files: .xlsx, .csv or .tsv
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Only say what the files would change; store nothing
    #[arg(long)]
    check: bool,
    /// Take an edition with more than 5 % more or fewer codes of a level than the one in force
    #[arg(long)]
    accept_size_change: bool,
    /// The folder of the database, as for `cargo xtask run`
    #[arg(long, default_value = "data")]
    data: PathBuf,
    /// Build the backend optimised: slower to build, quicker to import
    #[arg(long)]
    release_backend: bool,
}

/// Builds the backend and lets it import.
pub fn import(options: &Options) -> Outcome {
    // The backend is started in the root of the checkout; the files are named from here.
    let here = env::current_dir().map_err(|error| format!("the current folder: {error}"))?;
    let program = build_backend(options.release_backend)?;
    let data = paths::root().join(&options.data);
    let mut import = backend(&program, 0, &data, &paths::root().join("dist"));
    import.arg("import").arg(&options.list).args(options.files.iter().map(|file| here.join(file)));
    for (asked, flag) in [(options.check, "--check"), (options.accept_size_change, "--accept-size-change")] {
        if asked {
            import.arg(flag);
        }
    }
    run(&mut import)
}
