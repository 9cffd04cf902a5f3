//! Logging in, and what a member sees.

use super::Person;
use super::signup::{PASSWORD, Signup};

impl Signup<'_> {
    /// Completes the sign-up from the review on; gives the reference number.
    pub async fn submit(&self) -> String {
        self.who.is_on(self.t("입력한 내용 확인", "Check your answers")).await;
        self.who.presses(self.t("가입완료", "Complete sign-up")).await;
        self.who.is_on(self.t("회원가입이 완료되었습니다", "Sign-up complete")).await;
        self.who.sees(self.t("임시회원으로 가입되었습니다", "You are a provisional member")).await;
        let label = self.t("접수번호", "Reference number");
        let page = self.who.page().await;
        let after = page.split(label).nth(1).expect("the page has a reference number");
        after.split_whitespace().next().expect("the number follows").to_owned()
    }

    /// Logs in with what was chosen in the sign-up.
    pub async fn log_in(&self) {
        log_in(
            self.who,
            "/daejeon/login",
            self.t("로그인", "Log in"),
            self.t("아이디", "Login ID"),
            self.login_id,
            self.t("비밀번호", "Password"),
        )
        .await;
        self.who.is_on(self.t("내 정보", "My page")).await;
    }
}

/// Logs a member in, in Korean.
pub async fn member_logs_in(who: &Person, portal: &str, login_id: &str) {
    log_in(who, &format!("/{portal}/login"), "로그인", "아이디", login_id, "비밀번호").await;
    who.is_on("내 정보").await;
}

async fn log_in(who: &Person, address: &str, title: &str, id_label: &str, id: &str, password_label: &str) {
    who.opens(address).await;
    who.is_on(title).await;
    who.fills(id_label, id).await;
    who.fills(password_label, PASSWORD).await;
    who.presses(title).await;
}
