//! Mounts the application in the page that `index.html` has painted already.

fn main() {
    #[cfg(target_arch = "wasm32")]
    {
        #[cfg(debug_assertions)]
        console_error_panic_hook::set_once();
        gaip::app::mount();
    }
}
