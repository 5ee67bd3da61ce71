//! The order to ignore what came before, in the languages that it is tried in.
//!
//! Written as the words stand with their accents; a view has none, and the patterns lose
//! theirs when they are compiled.

use super::Rule;

macro_rules! overrides {
    ($([$($anchor:literal),+] $pattern:literal)+) => {
        &[$(Rule {
            name: "instruction-override",
            points: 100,
            anchors: &[$($anchor),+],
            pattern: $pattern,
        }),+]
    };
}

pub(super) const RULES: &[Rule] = overrides! {
    // German
    ["ignorier", "vergiss", "vergessen sie", "vergesst", "missacht"]
    r"(?:ignorier(?:e|en|t)?|vergiss|vergessen|vergesst|missachte[nt]?) (?:[a-zäöüß]{1,14} ){0,4}?(?:vorherig|vorig|vorangeh|vorangegang|bisherig|obig|früher|alle|deine|ursprünglich)[a-z]{0,4} (?:[a-zäöüß]{1,14} ){0,3}?(?:anweisung|instruktion|befehl|vorgabe|regel|richtlinie|aufforderung|prompt|aufgabe|nachricht|eingabe|anleitung)"
    // French
    ["ignore", "ignorez", "oubli", "néglige", "compte d"]
    r"\b(?:ignore[rz]?|oublie[rz]?|néglige[rz]?|ne (?:tiens|tenez) (?:pas|plus) compte de) (?:[a-zàâéèêîôû']{1,14} ){0,4}?(?:instructions|consignes|directives|ordres|règles|messages|demandes|commandes) (?:[a-zàâéèê']{1,12} ){0,2}?(?:précédent|antérieur|ci dessus|initial|d ?origine|reçu|données|de base)|\b(?:ignore[rz]?|oublie[rz]?) (?:toutes|tous|l ensemble de) (?:les|tes|vos|mes) (?:instructions|consignes|directives|règles)"
    // Spanish
    ["ignora", "ignore", "olvid", "omit", "descart", "caso omiso", "desestim"]
    r"\b(?:ignor(?:a|e|ar|ad)|olvid(?:a|e|ar|ad)|omit(?:a|e|ir)|descart(?:a|e|ar)|desestim(?:a|e|ar)|haz caso omiso (?:de|a)) (?:[a-záéíóúñ]{1,14} ){0,4}?(?:instrucci[oó]n(?:es)?|indicaciones|órdenes|directrices|reglas|mensajes|directivas|comandos) (?:[a-záéíóúñ]{1,12} ){0,2}?(?:anterior|previ[ao]s|de arriba|inicial|originales|recibidas|dadas)|\b(?:ignor[ae]|olvid[ae]) (?:todas|todos) (?:tus|las|sus|mis|los) (?:instrucciones|indicaciones|órdenes|directrices|reglas)"
    // Italian
    ["ignora", "dimentic", "trascura", "tralascia", "scorda"]
    r"\b(?:ignora(?:re|te)?|dimentica(?:re|te)?|trascura(?:re|te)?|tralascia(?:re|te)?|scorda(?:ti)?) (?:[a-zàèéìòù']{1,14} ){0,4}?(?:istruzioni|direttive|ordini|regole|indicazioni|comandi|messaggi) (?:[a-zàèéìòù']{1,12} ){0,2}?(?:precedent|di prima|sopra|iniziali|original|ricevut)|\b(?:ignora|dimentica) (?:tutte|tutti) (?:le|i|gli) (?:tue |vostre |mie )?(?:istruzioni|direttive|ordini|regole)"
    // Portuguese
    ["ignor", "esque", "desconsider", "descart"]
    r"\b(?:ignor(?:e|a|ar|em)|esque[cç](?:a|e|er|am)|desconsider(?:e|a|ar)|descart(?:e|a|ar)) (?:[a-zàáâãéêíóôõúç]{1,14} ){0,4}?(?:instruç(?:ões|ão)|diretrizes|ordens|regras|comandos|orientações|mensagens) (?:[a-zàáâãéêíóôõúç]{1,12} ){0,2}?(?:anterior|prévias|acima|iniciais|originais|recebidas)|\b(?:ignore|esqueça) todas (?:as )?(?:suas |minhas |tuas )?(?:instruções|diretrizes|ordens|regras)"
    // Dutch
    ["negeer", "vergeet"]
    r"\b(?:negeer|vergeet) (?:[a-z]{1,14} ){0,4}?(?:vorige|eerdere|voorgaande|bovenstaande|alle|je) (?:[a-z]{1,14} ){0,2}?(?:instructie|opdracht|aanwijzing|regel|richtlijn|bericht|prompt)"
    // Swedish, Danish, Norwegian
    ["ignorera", "ignorer", "glöm", "glem"]
    r"\b(?:ignorera?|glöm|glem) (?:[a-zåäöøæ]{1,14} ){0,3}?(?:tidigare|föregående|alla|alle|tidligere|forrige|ovanstående|dina) (?:[a-zåäöøæ]{1,14} ){0,2}?(?:instruktion|anvisning|instruks|order|regler|ordre)"
    // Polish
    ["ignoruj", "zapomnij", "pomiń"]
    r"\b(?:z?ignoruj|zapomnij|pomiń) (?:[a-ząćęłńóśźż]{1,14} ){0,3}?(?:poprzedni|wcześniejsz|powyższ|wszystki|swo)[a-ząćęłńóśźż]{0,6} (?:[a-ząćęłńóśźż]{1,14} ){0,2}?(?:instrukcj|polece|wskazów|zasad|wytyczn)"
    // Czech and Slovak
    ["ignoruj", "zapomeň", "zabudni"]
    r"\b(?:ignoruj(?:te)?|zapomeň(?:te)?|zabudni(?:te)?) (?:[a-z]{1,14} ){0,3}?(?:předchozí|predchádzajúc|všechny|všetky|predošl)[a-z]{0,4} (?:[a-z]{1,14} ){0,2}?(?:instrukc|pokyn|inštrukc|příkaz|príkaz)"
    // Romanian
    ["ignoră", "uită"]
    r"\b(?:ignoră|ignorați|uită|uitați) (?:[a-z]{1,14} ){0,3}?(?:instrucțiuni|comenzi|reguli|indicații)[a-z]{0,4} (?:[a-z]{1,12} ){0,2}?(?:anterioare|precedente|de mai sus|inițiale)"
    // Hungarian, Finnish
    ["hagyd figyelmen", "felejtsd", "unohda", "sivuuta", "jätä huomiotta"]
    r"(?:hagyd figyelmen kívül|felejtsd el) (?:[a-z]{1,14} ){0,3}?(?:korábbi|előző|fenti|összes)[a-z]{0,3} (?:[a-z]{1,14} ){0,2}?(?:utasítás|parancs|szabály)|(?:unohda|sivuuta|jätä huomiotta|ohita) (?:[a-z]{1,14} ){0,3}?(?:aiemmat|aikaisemmat|edelliset|kaikki|yllä olevat) (?:[a-z]{1,14} ){0,2}?(?:ohje|käsky|määräy)"
    // Turkish
    ["talimat", "komut", "yönerge"]
    r"(?:önceki|yukarıdaki|tüm|bütün|eski|verilen) (?:[a-zçğıöşü]{1,14} ){0,2}?(?:talimat|komut|yönerge|kural)[a-zçğıöşü]{0,8} (?:[a-zçğıöşü]{1,10} ){0,2}?(?:yok say|göz ardı|görmezden|unut|dikkate alma|boş ver)|(?:yok say|unut|görmezden gel)[a-z]{0,4} (?:[a-z]{1,12} ){0,3}?(?:talimat|komut|yönerge)"
    // Indonesian and Malay
    ["abaikan", "lupakan"]
    r"\b(?:abaikan|lupakan) (?:[a-z]{1,14} ){0,3}?(?:instruksi|perintah|petunjuk|arahan|aturan)(?: (?:[a-z]{1,12} ){0,2}?(?:sebelum|terdahulu|di atas|awal|asal|anda|kamu)|\b)"
    // Filipino
    ["pansinin", "kalimutan", "balewalain"]
    r"\b(?:huwag pansinin|kalimutan|balewalain|huwag mong pansinin) (?:[a-z]{1,14} ){0,5}?(?:tagubilin|utos|instruksyon|instructions|panuto)"
    // Vietnamese
    ["bỏ qua", "quên", "phớt lờ"]
    r"(?:bỏ qua|quên(?: đi)?|phớt lờ) (?:[a-zà-ỹ]{1,8} ){0,4}?(?:hướng dẫn|chỉ thị|lệnh|chỉ dẫn|yêu cầu|quy tắc)(?: (?:[a-zà-ỹ]{1,8} ){0,3}?(?:trước|trên|ban đầu|cũ)|\b)"
    // Russian
    ["игнорир", "забудь", "не обращай", "пренебреги", "отбрось", "отмени"]
    r"(?:про)?(?:игнорируй|забудь|пренебреги|отбрось|отмени)(?:те)? (?:[а-яё]{1,14} ){0,4}?(?:инструкц|указан|команд|правил|распоряжен|приказ|сообщен|подсказ)|не обращай(?:те)? внимания на (?:[а-яё]{1,14} ){0,3}?(?:инструкц|указан|команд|правил)|игнорировать (?:все )?(?:предыдущ|прежн|вышеизлож)[а-я]{1,5} (?:инструкц|указан|команд)"
    // Ukrainian, Bulgarian, Serbian
    ["ігнору", "забудь", "игнорир", "забрав", "zanemari", "занемари"]
    r"(?:про)?(?:ігноруй|забудь)(?:те)? (?:[а-яіїєґ]{1,14} ){0,4}?(?:інструкц|вказів|команд|правил)|(?:игнорирай|забрави)(?:те)? (?:[а-я]{1,14} ){0,3}?(?:инструкц|указан|команд)|(?:zanemari|ignoriši|занемари|игнориши)(?:te|те)? (?:[a-zа-яјљњћђџ]{1,14} ){0,3}?(?:uputstv|instrukcij|упутств|инструкциј)"
    // Greek
    ["αγνόησε", "αγνοήστε", "ξέχασε", "ξεχάστε"]
    r"(?:αγνόησε|αγνοήστε|ξέχασε|ξεχάστε) (?:[α-ωά-ώ]{1,14} ){0,4}?(?:οδηγί|εντολ|κανόν)"
    // Arabic
    ["تجاهل", "انس", "تناس"]
    r"(?:تجاهل|تجاهلي|تجاهلوا|انس|انسى|تناسى?) (?:[\u{600}-\u{6ff}]{1,12} ){0,3}?(?:ال)?(?:تعليمات|أوامر|توجيهات|إرشادات|قواعد)"
    // Persian, Urdu
    ["نادیده", "فراموش", "نظر انداز", "نظرانداز"]
    r"(?:دستور|دستورالعمل|هدایات|ہدایات|قوانین)[\u{600}-\u{6ff}]{0,6} (?:[\u{600}-\u{6ff}]{1,12} ){0,5}?(?:نادیده|فراموش|نظر ?انداز)"
    // Hebrew
    ["התעלם", "שכח", "התעלמ"]
    r"(?:התעלם|התעלמי|התעלמו|שכח|שכחי) (?:[א-ת]{1,10} ){0,4}?ה?(?:הוראות|הנחיות|פקודות|כללים)"
    // Hindi
    ["अनदेखा", "नजरअंदाज", "नज़रअंदाज़", "भूल", "इग्नोर", "अनदेखी", "उपेक्षा"]
    r"(?:निर्देश|आदेश|अनुदेश|नियम|हिदायत)[\u{900}-\u{97f}]{0,6} (?:[\u{900}-\u{97f}]{1,12} ){0,4}?(?:अनदेख|नजरअंदाज|नज़रअंदाज़|भूल|इग्नोर|उपेक्षा)"
    // Bengali
    ["উপেক্ষা", "ভুলে", "অগ্রাহ্য"]
    r"(?:নির্দেশ|আদেশ|নিয়ম)[\u{980}-\u{9ff}]{0,8} (?:[\u{980}-\u{9ff}]{1,12} ){0,4}?(?:উপেক্ষা|ভুলে|অগ্রাহ্য)"
    // Thai
    ["ละเว้น", "เพิกเฉย", "ลืม", "ไม่ต้องสนใจ", "อย่าสนใจ"]
    r"(?:ละเว้น|เพิกเฉย|ลืม|ไม่ต้องสนใจ|อย่าสนใจ)[\u{e00}-\u{e7f} ]{0,30}?(?:คำสั่ง|คำแนะนำ|กฎ)"
    // Chinese
    ["忽略", "无视", "忽視", "無視", "忘记", "忘掉", "忘記", "不要理会", "不理会", "放弃", "抛开"]
    r"(?:忽略|无视|忽視|無視|忘记|忘掉|忘記|不要理会|不理会|抛开)[^。！？\n]{0,14}?(?:指令|指示|说明|說明|提示|命令|规则|規則|要求|指引|对话|训练|设定)"
    // Japanese
    ["無視", "忘れ", "破棄"]
    r"(?:以前|これまで|上記|前|すべて|全て|あなた|元|今まで|先ほど)[^。！？\n]{0,8}?(?:指示|命令|指令|プロンプト|ルール|設定|制約|指図)[^。！？\n]{0,8}?(?:無視|忘れ|破棄)|(?:指示|命令|指令|プロンプト|ルール)(?:を|は)[^。！？\n]{0,6}?(?:無視(?:してください|しろ|せよ|し、)|忘れて|忘れろ|破棄せよ)"
    // Korean
    ["무시", "잊어", "잊고"]
    r"(?:지시|명령|지침|프롬프트|규칙|설명)[^.!?\n]{0,14}?(?:무시|잊어|잊고)"
};
