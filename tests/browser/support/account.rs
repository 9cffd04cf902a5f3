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
        self.who.opens("/daejeon/login").await;
        let words = [self.t("로그인", "Log in"), self.t("아이디", "Login ID"), self.t("비밀번호", "Password")];
        self.who.logs_in(words, self.login_id, PASSWORD).await;
        self.who.is_on(self.t("내 정보", "My page")).await;
    }
}

impl Person {
    /// Logs in by an id and a password, in Korean.
    pub async fn logs_in_to(&self, portal: &str, login_id: &str, password: &str) {
        self.opens(&format!("/{portal}/login")).await;
        self.logs_in(["로그인", "아이디", "비밀번호"], login_id, password).await;
        self.is_on(if ["kotra", "tradeinvest"].contains(&portal) { "myKOTRA" } else { "내 정보" }).await;
    }

    /// Logs in on the page that is open; its words are the title, the id and the password.
    async fn logs_in(&self, [title, id, secret]: [&str; 3], login_id: &str, password: &str) {
        self.is_on(title).await;
        self.fills(id, login_id).await;
        self.fills(secret, password).await;
        self.presses(title).await;
    }
}
