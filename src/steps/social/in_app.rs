//! Browsers inside apps, where providers refuse logins (manual row T47).

/// What browsers inside apps call themselves: `KakaoTalk`, Naver, Facebook (two names), Instagram, Line.
const NAMES: [&str; 6] = ["KAKAOTALK", "NAVER(inapp", "FBAN", "FBAV", "Instagram", "Line/"];

/// Whether a browser is one inside an app.
pub fn is_in_app(user_agent: &str) -> bool {
    NAMES.iter().any(|name| user_agent.contains(name))
}

/// Whether this browser is one.
#[cfg(target_arch = "wasm32")]
pub fn here() -> bool {
    leptos::prelude::window().navigator().user_agent().is_ok_and(|name| is_in_app(&name))
}

/// Whether this browser is one; there is none.
#[cfg(not(target_arch = "wasm32"))]
pub fn here() -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_inside_apps_are_told_from_others() {
        for inside in [
            "Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36;KAKAOTALK 2410540",
            "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile/15E148 NAVER(inapp; search; 1234; 12.7.0)",
            "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 [FBAN/FBIOS;FBAV/470.0]",
        ] {
            assert!(is_in_app(inside), "{inside}");
        }
        for outside in [
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36",
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36",
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Whale/3.27 Safari/537.36",
        ] {
            assert!(!is_in_app(outside), "{outside}");
        }
    }
}
