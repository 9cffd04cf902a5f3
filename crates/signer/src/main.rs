//! Starts the worker.

fn main() {
    #[cfg(target_arch = "wasm32")]
    gaip_signer::start();
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("this is a web worker; a browser starts it");
}
