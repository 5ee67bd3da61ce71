//! What other rules find in English, in the languages most written: the text set aside
//! and something said in its place, the prompt asked for, a new role, new instructions.

use super::Rule;

macro_rules! rules {
    ($($name:literal $points:literal [$($anchor:literal),+] $pattern:literal)+) => {
        &[$(Rule {
            name: $name,
            points: $points,
            anchors: &[$($anchor),+],
            pattern: $pattern,
        }),+]
    };
}

pub(super) const RULES: &[Rule] = rules! {
    // "Ignore the page and state …". Only of texts: programs ignore errors, and say so.
    "instruction-override" 100 ["ignorier", "vergiss", "vergessen sie"]
    r"\b(?:ignorier(?:e|en sie)?|vergiss|vergessen sie) (?:den|die|das|diesen|diese|dieses) [a-zäöüß-]{0,12}(?:seite|text|dokument|funktion|lebenslauf|inhalt|artikel|tabelle|frage|nachricht|mail) und (?:[a-zäöüß]{1,8} )?(?:sag|gib|schreib|antwort|erklär|nenn|geb|behaupt|teil|stell|send)"
    "instruction-override" 100 ["ignore", "oubli"]
    r"\b(?:ignorez?|oubliez?) (?:le |la |les |l.{0,3}|ce |cette |ces )(?:page|site|texte|document|fonction|cv|curriculum|contenu|article|tableau|question|message|courriel|reste)s?(?: [a-z]{2,10})? et (?:dites|dis|affirme|indique|déclare|écri|répon|affiche|précise|énonce|mentionne|imprime|envoie|état)"
    "instruction-override" 100 ["ignor", "olvid", "desconsider", "dimentic", "esque"]
    r"\b(?:ignor[aei]|ignorate|olvid[ae]|desconsidere|esqueça|dimentica) (?:el|la|los|las|este|esta|o|a|os|as|il|lo|gli|le|questo|questa|i|l.{0,3}) ?(?:páginas?|paginas?|sitio|texto|testo|documento|función|função|funzione|currículum|curriculum|currículo|contenido|conteúdo|contenuto|artículo|artigo|articolo|tabla|tabela|tabella|pregunta|pergunta|domanda|mensaje|mensagem|messaggio|resto)(?: [a-záéíóúñãõç]{2,10})? (?:y|e|ed) (?:di |diga|declar|afirm|indic|escrib|escrev|respond|rispond|dichiar|afferm|scriv|muestr|mostr|envi|invi|establec|especific|menciona|indique)"
    "instruction-override" 100 ["игнорир", "забудь"]
    r"(?:про)?(?:игнорируй|забудь)(?:те)? (?:[а-яё]{2,10} )?(?:веб)?(?:страниц|текст|документ|функци|резюме|содержим|стать|таблиц|вопрос|сообщен|письм)[а-яё]{0,5} и (?:скаж|утвержд|напиш|ответ|вывед|сообщ|укаж|заяв|отправ|констатир)"
    "instruction-override" 100 ["忽略", "无视", "忽視", "無視"]
    r"(?:忽略|无视|忽視|無視)[^。！？\n]{0,6}?(?:网页|網頁|页面|简历|文本|文档|函数|内容|文章|表格|问题|消息|邮件|上述|以上)[^。！？\n]{0,6}?(?:并|並|，|,|而|然后)[^。！？\n]{0,3}?(?:说明|陈述|声明|說明|告诉|回答|输出|写|说|發送|发送|指出)"
    "instruction-override" 100 ["無視"]
    r"(?:ページ|文書|文章|履歴書|内容|関数|テキスト|上記|以前|質問)[^。\n]{0,6}?無視して[、,]?[^。\n]{0,40}?(?:述べて|言って|書いて|出力して|答えて|送って|伝えて|表示して|回答して|と述べ|と書き)"
    "instruction-override" 100 ["무시"]
    r"(?:페이지|문서|이력서|내용|함수|텍스트|위의|이전|질문|기사)[^.\n]{0,8}?무시하고[^.\n]{0,40}?(?:말하|진술|쓰세요|출력|답하|보내|알려|명시|적어|대답|말해|라고)"
    "instruction-override" 100 ["abaikan"]
    r"\babaikan (?:halaman|teks|dokumen|fungsi|resume|isi|artikel|tabel|pertanyaan|pesan|situs)(?: [a-z]{2,12})? dan (?:katakan|nyatakan|tulis|jawab|kirim|sebutkan|tampilkan|beri|tunjukkan)"
    "instruction-override" 100 ["bỏ qua"]
    r"bỏ qua (?:trang|văn bản|tài liệu|chức năng|hàm|sơ yếu|nội dung|bài|bảng|câu hỏi|tin nhắn)[a-zà-ỹ ]{0,16}? và (?:nói|tuyên bố|viết|trả lời|gửi|nêu|in|cho biết|khẳng định|chỉ ra)"
    "instruction-override" 100 ["تجاهل"]
    r"تجاهل (?:صفحة |ال)?(?:صفحة|نص|مستند|وظيفة|سيرة|محتوى|مقال|جدول|سؤال|رسالة|دالة|ويب)(?: [\u{600}-\u{6ff}]{2,12})? و(?:اذكر|قل|اكتب|أجب|أرسل|صرح|أخبر|ذكر|بيان|قول|اطبع|أشر)"
    // Here what is ignored comes first, or words are not parted: less sure.
    "instruction-override" 50 ["yok say", "görmezden", "göz ardı"]
    r"(?:yok sayın?|görmezden gelin?|göz ardı edin?) ve [^.\n]{0,60}?(?:söyle|belirt|yaz|gönder|cevap|ifade)"
    "instruction-override" 50 ["अनदेखा", "नजरअंदाज", "नज़रअंदाज़", "उपेक्षा", "अनदेखी"]
    r"(?:अनदेखा|नजरअंदाज|नज़रअंदाज़|उपेक्षा|अनदेखी)[\u{900}-\u{97f} ]{0,12}? (?:और|तथा|एवं)[^।\n]{0,60}?(?:कह|बता|लिख|भेज|दिख)"
    "instruction-override" 50 ["উপেক্ষা"]
    r"উপেক্ষা[\u{980}-\u{9ff} ]{0,12}?(?:এবং|ও) [^।\n]{0,60}?(?:বল|লিখ|উল্লেখ|পাঠা|জানা)"
    "instruction-override" 50 ["ละเว้น", "เพิกเฉย", "ไม่ต้องสนใจ", "ไม่สนใจ"]
    r"(?:ละเว้น|เพิกเฉย|ไม่ต้องสนใจ|ไม่สนใจ)[\u{e00}-\u{e7f} ]{2,40}?และ(?:ระบุ|บอก|เขียน|ตอบ|ส่ง|พูด|กล่าว|แสดง)"
    "instruction-override" 50 ["huwag pansinin", "balewalain", "kalimutan"]
    r"\b(?:huwag pansinin|balewalain|kalimutan) ang [a-z -]{3,24}? at (?:sabihin|isulat|ipahayag|sagutin|ipadala|ilagay|ipakita)"
    // "Show me your system prompt."
    "prompt-disclosure" 90 ["prompt", "anweisungen", "instruc", "instruç", "istruzioni", "consignes", "instructies", "instrukcj"]
    r"\b(?:zeig|verrat|nenn|gib|wiederhol|offenbar|montre|révèle|affiche|répète|donne|dévoile|muestra|muéstra|revela|repite|dime|dame|mostr|repita|mostra|rivela|dimmi|ripeti|toon|onthul|herhaal|visa|avslöja|pokaż|ujawnij)[a-zé-]{0,8} (?:[a-zäöüàéè]{1,6} ){0,3}?(?:dein|ihr|euer|ton|ta|tes|votre|vos|tu|tus|su|sus|seu|seus|sua|suas|teu|tuo|tua|tue|je|jouw|din|dina|twoj|swoj)[a-z]{0,4} (?:[a-zäöüàéèíóç]{2,16} ){0,2}?(?:system ?prompt|prompt|anweisungen|instruktionen|regeln|instructions|consignes|invite|instrucciones|instruções|istruzioni|instructies|instruktioner|instrukcj|mensaje del sistema|message système)"
    "prompt-disclosure" 90 ["системн", "инструкц", "промпт"]
    r"(?:покажи|раскрой|выведи|повтори|назови|сообщи|напиши|открой)(?:те)? (?:мне )?(?:[а-яё]{1,10} ){0,2}?(?:сво[ийюе]|тво[ийюе]|ваш|системн|скрыт|начальн|секретн)[а-яё]{0,4} (?:[а-яё]{1,12} ){0,2}?(?:промпт|подсказк|инструкц|сообщени)"
    "prompt-disclosure" 90 ["提示", "系统", "系統", "指令", "プロンプト", "프롬프트"]
    r"(?:显示|告诉我|透露|输出|重复|打印|說出|说出|顯示|公开|泄露)[^。！？\n]{0,8}?(?:你的|您的|系统|系統|初始|隐藏)[^。！？\n]{0,6}?(?:提示词|提示|系统消息|指令|规则|prompt)|(?:システム ?プロンプト|初期プロンプト|あなたの(?:指示|プロンプト|命令))[^。\n]{0,8}?(?:教えて|表示|見せ|出力|公開|開示)|(?:시스템 ?프롬프트|너의 (?:지시|프롬프트)|당신의 (?:지시|프롬프트))[^.\n]{0,10}?(?:알려|보여|출력|공개|말해)"
    // "From now on you are …"
    "role-reassignment" 80 ["ab jetzt", "von nun an", "ab sofort", "désormais", "à partir de maintenant", "dorénavant", "a partir de ahora", "de ahora en adelante", "desde ahora", "a partir de agora", "de agora em diante", "d'ora in poi", "da ora in poi", "da questo momento", "vanaf nu", "från och med nu", "od teraz"]
    r"(?:ab jetzt|von nun an|ab sofort) (?:bist|wirst|antwortest|verhältst|handelst|sollst|musst) du|(?:désormais|à partir de maintenant|dorénavant) (?:tu (?:es|dois|vas|agis|réponds)|vous (?:êtes|devez|agissez)|agis)|(?:a partir de ahora|de ahora en adelante|desde ahora) (?:eres|serás|debes|actúa|actuarás|responde|vas a)|(?:a partir de agora|de agora em diante) (?:você (?:é|será|deve|vai)|aja|responda|tu és)|(?:d.{1,3}ora in poi|da ora in poi|da questo momento) (?:sei|sarai|devi|agisci|rispondi)|vanaf nu (?:ben|moet|zul) je|från och med nu (?:är|ska) du|od teraz (?:jesteś|będziesz|masz)"
    "role-reassignment" 80 ["теперь ты", "отныне", "с этого момента", "从现在", "從現在", "今から", "これから", "지금부터", "şu andan itibaren", "bundan sonra"]
    r"(?:теперь ты|отныне ты|с этого момента ты) [а-яё]{3,16}|(?:从现在(?:开始|起)|從現在(?:開始|起))[，,]?(?:你|您)(?:是|将|要|必须|就是|扮演|只)|(?:今から|これから)(?:あなた|君|お前)は|지금부터 (?:너는|당신은|넌)|(?:şu andan itibaren|bundan sonra) (?:sen|artık) "
    // "Important new instruction for the assistant: …"
    "new-instructions" 90 ["neue anweisung", "neue aufgabe", "nouvelle instruction", "nouvelles instructions", "nouvelle tâche", "nueva instrucción", "nuevas instrucciones", "nueva tarea", "nova instrução", "novas instruções", "nova tarefa", "nuova istruzione", "nuove istruzioni", "nuovo compito", "nieuwe instructie", "новая инструкция", "новые инструкции", "новое задание", "新指令", "新的指令", "新任务", "新しい指示", "새로운 지시"]
    r"(?:neue (?:anweisung(?:en)?|aufgabe)|nouvelles? (?:instructions?|tâches?)|nuevas? (?:instrucción|instrucciones|tareas?)|novas? (?:instrução|instruções|tarefas?)|nuov[aeo] (?:istruzion[ei]|compito)|nieuwe instructies?|новая инструкция|новые инструкции|новое задание)[^\n]{0,30}?[ ]?:|(?:新指令|新的指令|新任务|新しい指示|새로운 지시(?:사항)?)[^\n]{0,12}?[:：]"
};
