//! Somebody proves who they are at the sandbox's identity service.

use super::Person;

/// Born on 1 March 1990, whoever it is.
pub const YEAR: &str = "1990";

impl Person {
    /// Fills in who one is.
    async fn says_who(&self, name: &str, year: &str, mobile: &str) {
        self.fills("본인 정보 > 이름", name).await;
        for (part, value) in [("년", year), ("월", "3"), ("일", "1")] {
            self.fills(&["생년월일", part].join(" > "), value).await;
        }
        self.chooses("휴대폰 번호 > 앞자리", "010").await;
        self.fills("휴대폰 번호 > 뒷자리", mobile).await;
        self.ticks("본인확인에 필요한 약관에 모두 동의합니다.").await;
    }

    /// Chooses the phone, fills in what its carrier asks, and requests a code.
    pub async fn asks_for_a_code(&self, method: &str, name: &str, year: &str, mobile: &str) {
        self.ticks(method).await;
        self.asks_by_phone(name, year, mobile).await;
    }

    /// The same where the phone is the only method, or is chosen.
    pub async fn asks_by_phone(&self, name: &str, year: &str, mobile: &str) {
        self.chooses("통신사", "KT").await;
        self.says_who(name, year, mobile).await;
        self.presses("인증번호 요청").await;
    }

    /// The six digits of the message that the sandbox "sent" last.
    pub async fn code_received(&self) -> String {
        let answer = self.runs(
            "const request = new XMLHttpRequest(); request.open('GET', '/api/sandbox/messages', false); request.send();
             return JSON.parse(request.responseText)[0].text.match(/[0-9]{6}/)[0]",
            vec![],
        );
        answer.await.convert().expect("a message")
    }

    /// Types the code that came; the step goes on by itself.
    pub async fn confirms_the_code(&self) {
        self.sees("남은 시간").await;
        self.fills("인증번호", &self.code_received().await).await;
        self.presses("인증번호 확인").await;
    }

    /// Approves in an app; the step goes on by itself.
    pub async fn approves_in_an_app(&self, name: &str, mobile: &str) {
        self.ticks("간편인증").await;
        self.ticks("토스").await;
        self.says_who(name, YEAR, mobile).await;
        self.presses("인증 요청").await;
    }

    /// Chooses a login id that is free, and a password.
    pub async fn chooses_login(&self, login_id: &str, password: &str) {
        self.fills("아이디", login_id).await;
        self.presses("중복확인").await;
        self.sees("사용할 수 있는 아이디입니다.").await;
        self.fills("비밀번호", password).await;
        self.fills("비밀번호 확인", password).await;
        self.fills("이메일 > 이메일 아이디", login_id).await;
        self.chooses("이메일 > 이메일 도메인 선택", "naver.com").await;
    }
}
