//! The sign-up as people go through it, step by step, in Korean or English.

use super::Person;
use super::files::Papers;

/// The language of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// Korean.
    Ko,
    /// English.
    En,
}

impl Tongue {
    /// The words in this language.
    pub fn of(self, ko: &'static str, en: &'static str) -> &'static str {
        match self {
            Self::Ko => ko,
            Self::En => en,
        }
    }
}

/// Somebody who signs up with these particulars.
pub struct Signup<'a> {
    /// The person.
    pub who: &'a Person,
    /// What they read.
    pub tongue: Tongue,
    /// Their company's number, ten digits.
    pub number: &'a str,
    /// The login id that they want.
    pub login_id: &'a str,
}

/// A password that the policy takes.
pub const PASSWORD: &str = "산길 따라 걷는 아침 7";

/// How a product's code is looked for, and the code that is taken.
#[derive(Clone, Copy)]
pub enum Find<'a> {
    /// By words or digits.
    Search(&'a str, &'a str),
    /// By section and chapter.
    Browse(&'a [&'a str], &'a str),
}

impl<'a> Find<'a> {
    fn code(self) -> &'a str {
        match self {
            Self::Search(_, code) | Self::Browse(_, code) => code,
        }
    }
}

impl<'a> Signup<'a> {
    /// In Korean, by a company that the registry knows.
    pub fn korean(who: &'a Person) -> Self {
        Self { who, tongue: Tongue::Ko, number: "1248100998", login_id: "gildong" }
    }

    /// The words in the person's language.
    pub fn t(&self, ko: &'static str, en: &'static str) -> &'static str {
        self.tongue.of(ko, en)
    }

    /// The button that goes on.
    pub async fn next(&self) {
        self.who.presses(self.t("다음으로", "Next")).await;
    }

    /// From the portal's page to the first step.
    pub async fn begin(&self) {
        self.who.opens("/daejeon/signup/member").await;
        self.who.is_on(self.t("약관동의", "Terms")).await;
    }

    /// Agrees to everything that is required.
    pub async fn agree(&self) {
        self.who.is_on(self.t("약관동의", "Terms")).await;
        self.who.ticks(self.t("전체 필수 선택동의", "Agree to all required items")).await;
        self.next().await;
    }

    /// Tells the business number.
    pub async fn company(&self) {
        self.who.is_on(self.t("사업자 확인", "Your business")).await;
        self.who.fills(self.t("사업자등록번호", "Business registration number"), self.number).await;
        self.next().await;
    }

    /// Takes the documents route.
    pub async fn certificate(&self, papers: &Papers) {
        self.choose_documents().await;
        let scans = self.t("동의서 및 인증서류", "Consent form and documents");
        let (pdf, png, zip) = (papers.pdf("동의서.pdf"), papers.png("license.png"), papers.zip("seal.zip"));
        self.who.gives(scans, &[&pdf, &png, &zip]).await;
        self.uploaded(3).await;
        self.next().await;
    }

    /// Opens the documents route.
    pub async fn choose_documents(&self) {
        self.who.is_on(self.t("기업인증 방식 선택", "How to verify your company")).await;
        self.who.presses(self.t("인증없이 가입하기", "Sign up without a certificate")).await;
    }

    /// Waits until so many files have arrived.
    pub async fn uploaded(&self, files: usize) {
        let done = self.t("올리기 완료", "Uploaded");
        let begun = std::time::Instant::now();
        while self.who.page().await.matches(done).count() < files {
            if begun.elapsed().as_secs() > 20 {
                self.who.fails(&format!("waited for {files} uploads")).await;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    }

    /// Chooses the login id and has it checked.
    pub async fn check_login_id(&self) {
        self.who.is_on(self.t("담당자 정보", "Contact person")).await;
        self.who.fills(self.t("아이디", "Login ID"), self.login_id).await;
        self.who.presses(self.t("중복확인", "Check availability")).await;
        self.who.sees(self.t("사용할 수 있는 아이디입니다.", "This ID is available.")).await;
    }

    /// Fills in the contact person, without the password.
    pub async fn fill_contact(&self) {
        let who = self.who;
        self.check_login_id().await;
        who.fills(self.t("담당자명(한글)", "Contact name (Korean)"), "홍길동").await;
        who.fills(self.t("부서", "Department"), "해외영업팀").await;
        who.fills(self.t("직위", "Position"), "과장").await;
        let phone = |ko, en| [self.t("담당자 연락처", "Contact phone"), self.t(ko, en)].join(" > ");
        who.chooses(&phone("앞자리", "First digits"), "042").await;
        who.fills(&phone("뒷자리", "Rest of the number"), "380-3046").await;
        let mobile = |ko, en| [self.t("휴대폰 전화번호", "Mobile phone"), self.t(ko, en)].join(" > ");
        who.chooses(&mobile("앞자리", "First digits"), "010").await;
        who.fills(&mobile("뒷자리", "Rest of the number"), "1234-5678").await;
        let email = |ko, en| [self.t("담당자 E-mail", "Contact e-mail"), self.t(ko, en)].join(" > ");
        who.fills(&email("이메일 아이디", "Before the @"), "hong.gildong").await;
        who.chooses(&email("이메일 도메인 선택", "Choose a domain"), "naver.com").await;
    }

    /// Types the password twice.
    pub async fn fill_password(&self) {
        self.who.fills(self.t("비밀번호", "Password"), PASSWORD).await;
        self.who.fills(self.t("비밀번호 확인", "Confirm password"), PASSWORD).await;
    }

    /// The whole step of the contact person.
    pub async fn contact(&self) {
        self.fill_contact().await;
        self.fill_password().await;
        self.next().await;
    }

    /// Fills in the company.
    pub async fn fill_company(&self) {
        let who = self.who;
        who.is_on(self.t("기본 기업정보", "Company information")).await;
        who.fills(self.t("업체명(한글)", "Company name (Korean)"), "한밭정밀").await;
        who.fills(self.t("대표자명(한글)", "Representative’s name (Korean)"), "김대표").await;
        who.ticks(self.t("대표자 성별 > 여자", "Representative’s gender > Female")).await;
        self.date(["2015", "3", "2"]).await;
        self.address().await;
        who.presses(self.t("담당자와 같음 #1", "Same as contact person #1")).await;
        who.presses(self.t("담당자와 같음 #2", "Same as contact person #2")).await;
        self.industry(self.t("자동차 부품", "motor vehicle parts"), "303").await;
        who.fills(self.t("업태", "Business type (업태)"), "제조업").await;
        who.fills(self.t("주 생산품", "Main products"), "볼트").await;
        who.fills(self.t("종업원 수", "Number of employees"), "12").await;
        who.fills(self.t("자산규모", "Total assets"), "1200").await;
        self.amounts(self.t("최근3년 매출액", "Sales, last 3 years"), ["900", "1000", "1100"]).await;
        self.amounts(self.t("최근3년 수출액", "Exports, last 3 years"), ["0", "300", "500"]).await;
    }

    /// Finds the industry in the picker.
    pub async fn industry(&self, words: &str, code: &str) {
        let who = self.who;
        who.presses(self.t("업종 검색", "Find industry")).await;
        who.fills(self.t("하는 일 또는 업종코드", "What you do or an industry code"), words).await;
        who.presses(&format!("{code} #1")).await;
        who.finds_in(self.t("업종", "Business item (업종)"), code).await;
    }

    /// Fills in the amounts of the last three years, the oldest first.
    pub async fn amounts(&self, field: &str, amounts: [&str; 3]) {
        for (back, amount) in [3, 2, 1].into_iter().zip(amounts) {
            self.who.fills(&format!("{field} > (-{back}Y)"), amount).await;
        }
    }

    /// The whole step of the company's information.
    pub async fn company_info(&self) {
        self.fill_company().await;
        self.next().await;
    }

    /// Fills in a product whose code is found by a word.
    pub async fn product(&self, at: usize, name: &str, find: Find<'_>) {
        let who = self.who;
        let product = |field: &str| match self.tongue {
            Tongue::Ko => format!("제품 {at} > {field}"),
            Tongue::En => format!("Product {at} > {field}"),
        };
        who.fills(&product(self.t("품목명(한글)", "Product name (Korean)")), name).await;
        who.fills(&product(self.t("품목설명(한글)", "Product description (Korean)")), "강철로 만든 부품").await;
        who.presses(&product(self.t("HS코드 검색", "Find HS code"))).await;
        match find {
            Find::Search(words, code) => {
                who.fills(self.t("상세설명 또는 HS CODE", "Description or HS code"), words).await;
                who.presses(&format!("{code} #1")).await;
            }
            Find::Browse(way, code) => {
                who.presses(self.t("류별로 찾아보기", "Browse by chapter")).await;
                for place in way {
                    who.opens_item(place).await;
                }
                who.opens_item(code).await;
            }
        }
        who.finds_in(&product(self.t("H.S.CODE", "HS code")), find.code()).await;
    }

    /// Fills in the day of establishment.
    pub async fn date(&self, parts: [&str; 3]) {
        let names = [("년", "Year"), ("월", "Month"), ("일", "Day")];
        for ((ko, en), part) in names.into_iter().zip(parts) {
            let group = self.t("설립일", "Date of establishment");
            self.who.fills(&[group, self.t(ko, en)].join(" > "), part).await;
        }
    }

    /// Finds the head office by the search for addresses.
    pub async fn address(&self) {
        let who = self.who;
        who.presses(self.t("본사 소재지 > 주소 찾기", "Head office address > Find address")).await;
        who.fills(self.t("도로명, 건물명 또는 지번", "Road, building or lot number"), "유성구 엑스포로").await;
        who.presses(self.t("검색", "Search")).await;
        who.presses("엑스포로 #1").await;
        who.fills(self.t("본사 소재지 > 상세주소", "Head office address > Details"), "3층").await;
    }
}
