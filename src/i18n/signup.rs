//! Words of the pages of a sign-up.

use super::word_list;

word_list! {
    /// The pages of a sign-up.
    SignupWords;
    steps: "진행 단계", "Steps";
    next: "다음으로", "Next";
    previous: "이전으로", "Back";
    cancel: "취소", "Cancel";
    cancel_title: "회원가입을 그만두시겠습니까?", "Stop signing up?";
    cancel_other: "작성을 그만두시겠습니까?", "Stop here?";
    cancel_text: "지금까지 입력한 내용과 올린 파일이 모두 삭제되며 되돌릴 수 없습니다.",
        "Everything you entered and the files you uploaded will be deleted. This cannot be undone.";
    cancel_stay: "계속 작성하기", "Keep going";
    cancel_leave: "그만두고 삭제하기", "Stop and delete";
    saving: "저장하는 중", "Saving";
    saved: "저장되었습니다.", "Saved.";
    save_failed: "저장하지 못했습니다. 입력한 내용은 화면에 그대로 있으며, 연결되면 다시 저장합니다.",
        "Not saved yet. Your entries are still on the page and will be saved when you are back online.";
    held_title: "다른 창에서 작성하고 있습니다", "This is open in another window";
    held_text: "이 창에서 계속하면 저장된 내용부터 이어서 작성하고, 다른 창에서는 더 저장하지 않습니다.",
        "If you continue here, you go on from what was saved, and the other window can no longer save.";
    held_take: "이 창에서 계속하기", "Continue here";
    gone_title: "작성하던 회원가입이 없습니다", "There is no sign-up in progress";
    gone_other: "작성하던 내용이 없습니다", "There is nothing in progress";
    gone_text: "보관 기간이 지났거나 취소되었습니다. 새로 시작해 주세요.", "It was cancelled or kept for too long. Please start again.";
    start: "회원가입 시작하기", "Start";
    start_other: "다시 시작하기", "Start again";
    all_required: "전체 필수 선택동의", "Agree to all required items";
    all_required_help: "클릭 시 선택항목을 제외한 모든 항목에 자동 동의함을 체크합니다.",
        "Ticks every required item. Optional items stay as they are.";
    not_agreed_yet: "{} 읽고 동의해 주세요. 동의해야 회원가입을 계속할 수 있습니다.", "{}: read this and agree to go on.";
    choose_missing: "하나를 선택해 주세요.", "Choose one.";
    read: "전문보기", "Read in full";
    terms_loading: "약관을 불러오고 있습니다.", "Loading the documents.";
    business_number: "사업자등록번호", "Business registration number";
    business_number_hint: "숫자 10자리를 입력해 주세요. ‘-’는 있어도 되고 없어도 됩니다. 예: 123-45-67890",
        "Enter 10 digits, with or without hyphens. Example: 123-45-67890";
    checking: "사업자등록 상태를 확인하고 있습니다.", "Checking the business registration.";
    continuing: "국세청에서 영업 중인 사업자로 확인되었습니다.", "The National Tax Service lists this business as operating.";
    download: "다운로드", "Download";
    documents_list: "제출 서류", "Documents";
    method_missing: "공동인증서로 인증하거나, 서류로 가입하는 방법을 선택해 주세요.", "Verify by certificate, or choose to go on with documents.";
    agreed: "동의함", "Agreed";
    not_agreed: "동의하지 않음", "Not agreed";
    password_hidden: "비밀번호는 표시하지 않습니다.", "The password is not shown.";
    by_documents: "서류로 인증", "By documents";
    submit: "가입완료", "Complete sign-up";
    save: "저장하기", "Save";
    submit_unsure: "가입 결과를 확인하지 못했습니다. “가입완료”를 다시 눌러도 두 번 가입되지 않습니다.",
        "We could not confirm the result. Choosing “Complete sign-up” again will not sign you up twice.";
    submit_other_unsure: "처리 결과를 확인하지 못했습니다. 같은 버튼을 다시 눌러도 두 번 처리되지 않습니다.",
        "We could not confirm the result. Choosing the button again will not do it twice.";
    change: "수정", "Change";
    forget_title: "이 값을 바꾸면 다시 확인할 단계가 있습니다", "Changing this means confirming other steps again";
    forget_text: "다음 단계의 답이 취소되어 다시 확인해야 합니다. 입력한 글은 남아 있습니다.",
        "The answers of these steps become void and must be confirmed again. What you typed in them stays.";
    forget_confirm: "바꾸기", "Change";
    forget_keep: "그대로 두기", "Keep as it is";
    provisional_title: "임시회원으로 가입되었습니다", "You are a provisional member";
    reference: "접수번호", "Reference number";
    submitted_at: "접수일시", "Submitted at";
    login_id: "아이디", "Login ID";
    next_title: "다음에 할 일", "What happens next";
    entered: "가입 시 입력하신 정보", "What you entered";
    files_unfinished: "파일을 모두 올린 뒤 다음으로 갈 수 있습니다.", "You can go on when all files have been uploaded.";
}
