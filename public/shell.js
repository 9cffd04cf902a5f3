// Runs before anything is painted: shows the page as its reader chose to see it, and says so if the application does
// not come. The application takes the shell away when it is there (src/app.rs) and writes these keys
// (src/preferences.rs).
(() => {
  const root = document.documentElement;
  const apply = (key, attribute, allowed) => {
    let value = null;
    try {
      value = localStorage.getItem(key);
    } catch {
      // Storage may be switched off; the defaults stay.
    }
    if (allowed.includes(value)) root.setAttribute(attribute, value);
  };
  apply("gaip-lang", "lang", ["ko", "en"]);
  apply("gaip-size", "data-size", ["90", "100", "110", "130", "150"]);
  apply("gaip-mode", "data-mode", ["light", "high-contrast", "theme"]);

  // Long enough for a slow telephone connection; the apology goes away by itself if the application comes yet.
  const PATIENCE = 20000;
  const apologise = () => {
    const shell = document.getElementById("shell");
    if (!shell) return;
    shell.querySelector("[data-shell=waiting]").hidden = true;
    shell.querySelector("[data-shell=failed]").hidden = false;
  };
  // A file that does not load, WebAssembly that the browser refuses, an application that fails to start.
  addEventListener("error", apologise, true);
  addEventListener("unhandledrejection", apologise);
  setTimeout(apologise, PATIENCE);
  addEventListener("click", (event) => {
    if (event.target.closest?.("[data-shell=reload]")) location.reload();
  });
})();
