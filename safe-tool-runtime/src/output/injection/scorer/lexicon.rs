//! Words that mean alike to the scorer, by class.
//!
//! Attacks say one thing in a thousand ways: to ignore is to disregard, to forget, to set
//! aside. What weights learn of one word of a class they know of the others, in English
//! and in other languages, which write the same few words. A word is known by its first
//! eight letters. It is in one class only: the first that has it.

/// The words of each class, parted by spaces.
pub(super) const CLASSES: [&str; 24] = [
    IGNORE,
    PREVIOUS,
    INSTRUCTIONS,
    TASK,
    NEW,
    NOW,
    URGENT,
    MODEL,
    USER,
    BOSS,
    YOU,
    MUST,
    SAY,
    REVEAL,
    SEND,
    SECRET,
    HIDDEN,
    NOT,
    INFORM,
    DONE,
    OBEY,
    PERSONA,
    FREE,
    TOOL,
];

const IGNORE: &str = "ignore ignores ignored ignoring disregard forget forgets forgetting discard \
    override overrides overriding overrule bypass neglect cancel abandon dismiss nullify \
    supersede skip overlook circumvent suspend halt abort cease revoke rescind invalidate \
    unlearn overwrite void stop pause interrupt quit replaces replace \
    ignoriere ignorieren ignoriert ignorier vergiss vergessen vergesst missachte verwirf \
    ignorez oublie oubliez oublier ignorer neglige faites abstraction ecarte écarte \
    ignora ignorar ignoren ignore olvida olvide olvidar olvidad omite omita descarta descarte \
    ignorad desestima ignorem esqueca esqueça esquece desconsidere desconsiderar \
    ignorate dimentica dimenticate dimenticare trascura tralascia scorda scordati \
    negeer vergeet negeren ignorera glöm glom ignoreer glem sivuuta unohda ohita \
    zignoruj ignoruj zapomnij pomiń zapomeň ignorujte ignorați ignoră uită uitați \
    игнорируй игнорируйте проигнорируй забудь забудьте отбрось пренебреги игнорировать отмени \
    ігноруй ігноруйте проігноруй забудьте yoksay unut unutun görmezden gormezden \
    تجاهل انس انسى تناسى نادیده فراموش نظرانداز התעלם שכח התעלמי \
    अनदेखा नजरअंदाज नज़रअंदाज भूल उपेक्षा উপেক্ষা ভুলে অগ্রাহ্য \
    abaikan lupakan kalimutan balewalain pansinin bỏ quên phớt 무시 무시하고 무시하세요 무시해 잊어 잊고 \
    αγνόησε αγνοήστε ξέχασε ξεχάστε";
const PREVIOUS: &str = "previous previously prior earlier above preceding foregoing former existing \
    original initial current past aforementioned precedes preceded \
    vorherigen vorherige bisherigen vorigen früheren obigen vorangegangenen ursprünglichen zuvor \
    précédentes précédents précédente antérieures initiales dessus précédemment \
    anteriores anterior previas previos iniciales originales prévias acima iniciais originais \
    precedenti precedente iniziali originali sopra vorige eerdere voorgaande bovenstaande \
    tidigare föregående ovanstående tidligere forrige poprzednie poprzednich wcześniejsze powyższe \
    předchozí předešlé anterioare precedente предыдущие предыдущих предыдущую прежние \
    вышеизложенные попередні önceki yukarıdaki bütün السابقة قبلی پچھلی पिछले पिछली पूर्व পূর্ববর্তী আগের \
    sebelumnya terdahulu nakaraang naunang trước 이전 이전의 위의 앞의 προηγούμενες παραπάνω הקודמות";
const INSTRUCTIONS: &str = "instruction instructions directive directives directions guideline \
    guidelines guidance rule rules command commands orders prompt prompts policy policies \
    constraints restrictions programming protocol protocols limitations safeguards guardrails \
    anweisung anweisungen befehl befehle regeln vorgaben instruktionen richtlinien \
    consigne consignes directives ordres règles instrucción instrucciones órdenes indicaciones \
    directrices reglas comandos instruções instrução diretrizes ordens regras istruzioni \
    istruzione direttive ordini regole indicazioni comandi instructies instructie opdrachten \
    aanwijzingen richtlijnen instruktioner anvisningar regler instrukser instrukcje instrukcji \
    polecenia zasady wytyczne pokyny instrukce příkazy instrucțiunile instrucțiuni \
    инструкции инструкцию инструкций указания команды правила приказы інструкції вказівки \
    talimatları talimatlar talimat komutları yönergeleri التعليمات تعليمات الأوامر دستورالعمل \
    دستورات ہدایات निर्देश निर्देशों आदेश নির্দেশ নির্দেশাবলী নির্দেশনা instruksi perintah petunjuk \
    arahan tagubilin utos lệnh 지시 지시를 지시사항 명령 명령을 지침 지침을 οδηγίες εντολές ההוראות הוראות";
const TASK: &str = "task tasks job mission objective objectives goal goals assignment duty duties \
    request requests question query agenda aufgabe aufgaben auftrag tâche tâches tarea tareas \
    tarefa tarefas compito compiti taak uppgift zadanie úkol задача задание завдання görev görevi \
    المهمة कार्य tugas gawain nhiệm 작업 임무";
const NEW: &str = "new updated revised next following upcoming additional real actual true different \
    another extra forthcoming subsequent below neue neuen folgende folgenden nouvelle nouvelles \
    suivante suivantes nueva nuevas siguiente siguientes nova novas seguinte seguintes nuova nuove \
    seguente seguenti nieuwe volgende nya följande nowe nowa następujące новая новые новую \
    следующие следующую нові yeni aşağıdaki جديدة التالية नए नया নতুন baru berikut bagong mới 새로운 \
    다음";
const NOW: &str = "now instead henceforth rather onwards jetzt stattdessen nun maintenant désormais \
    dorénavant place ahora cambio agora vez adesso ora invece nu istället teraz zamiast nyní \
    теперь вместо сейчас зараз замість şimdi yerine الآن بدلا अब इसके এখন sekarang sebagai ngayon \
    thay 지금 대신 이제";
const URGENT: &str = "urgent urgently important critical crucial vital essential mandatory imperative \
    priority immediate immediately attention emergency pivotal paramount required alert warning \
    notice compulsory obligatory wichtig achtung dringend sofort attention urgente importante \
    importantes atención atenção attenzione belangrijk viktigt ważne uwaga pozor důležité важно \
    внимание срочно увага önemli dikkat acil مهم تنبيه عاجل महत्वपूर्ण जरूरी গুরুত্বপূর্ণ penting \
    mahalaga trọng 중요 중요한 긴급";
const MODEL: &str = "ai llm llms assistant assistants chatbot chatbots bot bots agent agents gpt \
    chatgpt claude gemini copilot llama bard grok mistral ki assistent assistenten sprachmodell \
    ia asistente modelo asistente modèle assistente modello ии ассистент ассистента помощник \
    модель şі yapay asistan المساعد मॉडल সহায়ক asisten";
const USER: &str = "user users human humans customer reader nutzer benutzer utilisateur usuario \
    utente gebruiker användaren użytkownik użytkownika uživateli пользователь пользователю \
    користувач kullanıcı kullanıcıya المستخدم उपयोगकर्ता ব্যবহারকারী pengguna 사용자 사용자에게";
const BOSS: &str = "developer developers admin administrator sysadmin system operator operators \
    creator creators owner openai anthropic google microsoft meta root superuser supervisor \
    maintainer entwickler administrador administrateur développeur desarrollador sistema système \
    администратор разработчик системное";
const YOU: &str = "you your yours yourself ur du dein deine deinen dir tu ton tes vous votre vos tus \
    usted sua suas você tua tuas";
const MUST: &str = "must shall should need needs ought obliged ordered instructed commanded asked \
    expected authorized authorised directed please kindly musst müssen bitte dois devez devez \
    veuillez debes debe deve devi moet måste musisz musíš должен должна должны пожалуйста \
    zorundasın lütfen يجب कृपया harus dapat phải hãy 반드시";
const SAY: &str = "say says print output respond reply answer write repeat echo state display return \
    speak type translate append add include insert conclude summarize sage sag schreibe antworte \
    gib dis dites écris réponds di diga escribe responde escreva responda dica scrivi rispondi zeg \
    schrijf säg skriv napisz powiedz скажи напиши ответь выведи yaz söyle قل اكتب लिखें कहें \
    katakan tulis sabihin viết nói 말해 출력";
const REVEAL: &str = "reveal reveals disclose leak expose divulge share dump recite show give provide \
    describe list zeige zeig verrate nenne montre révèle affiche muestra revela mostra mostre \
    rivela toon visa pokaż ujawnij покажи раскрой göster اكشف दिखाएं tampilkan";
const SEND: &str = "send sends forward email emails mail transmit upload post exfiltrate submit \
    transfer deliver cc bcc wire webhook curl fetch sende schicke leite envoie envoyez transfère \
    envía envia enviar manda envie invia inoltra stuur skicka wyślij pošli отправь перешли \
    надішли gönder أرسل भेजें kirim ipadala gửi 보내 전송";
const SECRET: &str = "password passwords credential credentials secret secrets token tokens \
    confidential private sensitive personal apikey ssh passwort passwörter geheimnis zugangsdaten \
    contraseña contraseñas mot senha senhas wachtwoord lösenord hasło hasła пароль пароли şifre \
    parola كلمة पासवर्ड sandi 비밀번호";
const HIDDEN: &str = "silently secretly quietly covertly discreetly hidden invisible unnoticed \
    background stealth heimlich secrètement secreto segretamente";
const NOT: &str = "not dont don never without cannot nothing nicht nie kein ne pas jamais nunca não \
    non niet nie inte не никогда";
const INFORM: &str = "tell tells inform mention mentioning informing telling notify notifying alerting \
    warn warning ask asking acknowledge erwähne informiere mencione menciones dire";
const DONE: &str = "done complete completed finished accomplished concluded ended over solved fulfilled \
    resolved successfully success erledigt abgeschlossen beendet terminée finie completada \
    terminada concluída completata voltooid slutförd ukończone выполнена завершена tamamlandı";
const OBEY: &str = "follow obey adhere comply execute perform carry proceed execution befolge folge \
    führe suis suivez exécute sigue ejecuta siga execute segui esegui volg följ wykonaj следуй \
    выполни выполняй uygula اتبع";
const PERSONA: &str = "pretend roleplay become imagine simulate persona role act character mode behave \
    impersonate rolle spiel joue rôle actúa finge aja interpreta";
const FREE: &str = "unrestricted unfiltered uncensored jailbreak jailbroken dan unlimited unbound \
    freely bypassed unmoderated amoral unethical";
const TOOL: &str = "tool tools function functions call invoke run use delete remove wipe click visit \
    navigate open buy purchase pay grant install";
