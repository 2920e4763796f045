#include "trace/saying.h"

#include <string.h>

enum { WORD_MOST = 32 };
/* NOUN: as SYN_SAYS, but the plain form and the one with -s are nouns too, and tell no more than SYN_SHOWS. */
enum { SHOWS = SYN_SHOWS, CALLS = SYN_CALLS, SAYS = SYN_SAYS, NOUN };

typedef struct entry {
    const char *word;
    int use;
} entry;

/* English, in order of bytes: regular forms (-s -ed -ing) follow from the plain one, others stand beside it. */
static const entry english[] = {
    {"according", SAYS}, {"accuse", SHOWS}, {"acknowledge", SAYS}, {"add", SAYS}, {"admit", SAYS}, {"advise", SAYS},
    {"advocate", SHOWS}, {"affirm", SAYS}, {"agree", SAYS}, {"allege", SAYS}, {"announce", SAYS}, {"answer", NOUN},
    {"apologize", SHOWS}, {"applaud", SHOWS}, {"argue", SAYS}, {"ask", SAYS}, {"assert", SAYS}, {"assure", SAYS},
    {"attack", SHOWS}, {"attest", SAYS}, {"bark", SAYS}, {"began", SHOWS}, {"begin", SHOWS}, {"begun", SHOWS},
    {"believe", SHOWS}, {"bellow", SAYS}, {"bemoan", SAYS}, {"bet", SHOWS}, {"blare", SAYS}, {"blast", NOUN},
    {"blog", NOUN}, {"bluster", SAYS}, {"boast", NOUN}, {"brag", SAYS}, {"brand", CALLS}, {"call", CALLS},
    {"caption", NOUN}, {"caution", SAYS}, {"challenge", SHOWS}, {"chant", NOUN}, {"characterise", CALLS},
    {"characterize", CALLS}, {"cheer", SHOWS}, {"chide", SAYS}, {"chime", SAYS}, {"chirp", SAYS}, {"cite", SHOWS},
    {"claim", SAYS}, {"close", SHOWS}, {"comment", NOUN}, {"compare", SHOWS}, {"complain", SAYS}, {"concede", SAYS},
    {"conclude", SHOWS}, {"condemn", SHOWS}, {"confess", SAYS}, {"confide", SAYS}, {"confirm", SAYS},
    {"congratulate", SHOWS}, {"consider", CALLS}, {"contend", SAYS}, {"continue", SAYS}, {"counter", SAYS},
    {"criticise", SHOWS}, {"criticize", SHOWS}, {"crow", SAYS}, {"cry", NOUN}, {"deadpan", SAYS}, {"declare", SAYS},
    {"decry", SAYS}, {"deem", CALLS}, {"defend", SHOWS}, {"deliver", SHOWS}, {"demand", NOUN}, {"denounce", SHOWS},
    {"deny", SAYS}, {"describe", CALLS}, {"detail", SHOWS}, {"disclose", SAYS}, {"dismiss", CALLS}, {"dub", CALLS},
    {"e-mail", NOUN}, {"echo", NOUN}, {"elaborate", SAYS}, {"email", NOUN}, {"emphasise", SAYS},
    {"emphasize", SAYS}, {"enthuse", SAYS}, {"entitle", CALLS}, {"estimate", SHOWS}, {"exclaim", SAYS},
    {"exhort", SAYS}, {"expect", SHOWS}, {"explain", SAYS}, {"express", SHOWS}, {"exult", SAYS}, {"feel", SHOWS},
    {"felt", SHOWS}, {"figure", SHOWS}, {"finish", SHOWS}, {"fire", SHOWS}, {"fume", SAYS}, {"go", SHOWS},
    {"goes", SHOWS}, {"gone", SHOWS}, {"greet", NOUN}, {"gripe", SAYS}, {"groan", SAYS}, {"growl", SAYS},
    {"grumble", SAYS}, {"guess", SHOWS}, {"gush", SAYS}, {"hail", CALLS}, {"hint", NOUN}, {"hiss", NOUN},
    {"hit", SHOWS}, {"hope", SHOWS}, {"imagine", SHOWS}, {"implore", SAYS}, {"indicate", SHOWS}, {"inform", SAYS},
    {"inquire", SAYS}, {"insist", SAYS}, {"interject", SAYS}, {"interrupt", NOUN}, {"intone", SAYS},
    {"introduce", SHOWS}, {"invoke", SHOWS}, {"issue", SHOWS}, {"jest", NOUN}, {"join", SHOWS}, {"joke", NOUN},
    {"label", CALLS}, {"lament", SAYS}, {"lash", SHOWS}, {"laugh", NOUN}, {"lecture", NOUN}, {"maintain", SAYS},
    {"mention", NOUN}, {"moan", SAYS}, {"mock", SHOWS}, {"mumble", SAYS}, {"murmur", SAYS}, {"muse", SAYS},
    {"mutter", SAYS}, {"name", SHOWS}, {"nickname", CALLS}, {"note", SAYS}, {"observe", SHOWS}, {"offer", SHOWS},
    {"open", SHOWS}, {"opine", SAYS}, {"paint", CALLS}, {"pen", SHOWS}, {"plead", SAYS}, {"pledge", NOUN},
    {"point", SHOWS}, {"portray", CALLS}, {"post", NOUN}, {"praise", SHOWS}, {"pray", SHOWS}, {"preach", NOUN},
    {"predict", SAYS}, {"press", NOUN}, {"proclaim", SAYS}, {"promise", NOUN}, {"pronounce", SAYS},
    {"propose", SHOWS}, {"protest", NOUN}, {"publish", SHOWS}, {"question", NOUN}, {"quip", SAYS}, {"quote", NOUN},
    {"rage", NOUN}, {"rail", NOUN}, {"raise", SHOWS}, {"rant", NOUN}, {"read", SAYS}, {"realize", SHOWS},
    {"reason", NOUN}, {"reassure", SAYS}, {"rebuke", SHOWS}, {"rebut", SAYS}, {"recall", SAYS},
    {"recommend", SHOWS}, {"recount", SAYS}, {"refer", SHOWS}, {"reflect", NOUN}, {"regard", CALLS},
    {"reiterate", SAYS}, {"reject", SHOWS}, {"rejoin", SAYS}, {"release", SHOWS}, {"remark", SAYS},
    {"remember", SAYS}, {"remind", SAYS}, {"repeat", SHOWS}, {"reply", NOUN}, {"report", NOUN}, {"request", NOUN},
    {"respond", SAYS}, {"retort", SAYS}, {"retweet", SAYS}, {"reveal", SAYS}, {"ridicule", SHOWS}, {"riff", SAYS},
    {"rip", SHOWS}, {"roar", NOUN}, {"said", SAYS}, {"sang", SHOWS}, {"say", SAYS}, {"scoff", SAYS},
    {"scream", NOUN}, {"seethe", SHOWS}, {"serve", SHOWS}, {"shoot", SHOWS}, {"shot", SHOWS}, {"shout", NOUN},
    {"show", SHOWS}, {"showed", SHOWS}, {"shown", SHOWS}, {"shriek", SAYS}, {"sigh", NOUN}, {"signal", NOUN},
    {"sing", SHOWS}, {"slam", SHOWS}, {"snap", NOUN}, {"sneer", SAYS}, {"sniff", SAYS}, {"speak", SHOWS},
    {"speculate", NOUN}, {"spoke", SHOWS}, {"spoken", SHOWS}, {"start", SHOWS}, {"state", NOUN}, {"stress", SAYS},
    {"style", CALLS}, {"submit", SHOWS}, {"suggest", SAYS}, {"sum", NOUN}, {"summarize", SAYS}, {"suppose", SHOWS},
    {"surmise", SAYS}, {"swear", SHOWS}, {"swore", SHOWS}, {"sworn", SHOWS}, {"talk", SHOWS}, {"tease", SAYS},
    {"tell", SAYS}, {"term", CALLS}, {"testify", SAYS}, {"text", NOUN}, {"theorize", SAYS}, {"think", SHOWS},
    {"thought", SHOWS}, {"threat", NOUN}, {"threaten", NOUN}, {"thunder", SAYS}, {"title", CALLS}, {"toast", SHOWS},
    {"told", SAYS}, {"tout", NOUN}, {"turn", SHOWS}, {"tweet", NOUN}, {"update", NOUN}, {"urge", NOUN},
    {"utter", SAYS}, {"venture", NOUN}, {"volunteer", NOUN}, {"vow", NOUN}, {"wail", SAYS}, {"warn", SAYS},
    {"went", SHOWS}, {"whine", SAYS}, {"whisper", SAYS}, {"wonder", NOUN}, {"worry", NOUN}, {"write", SAYS},
    {"written", SAYS}, {"wrote", SAYS}, {"yell", SAYS},
};

/* German, Dutch, Scandinavian, French, Spanish, Italian, Portuguese and Russian: the forms news uses, all SYN_SAYS, in
 * order of bytes. */
static const char *const others[] = {
    "acrescentou", "advirtió", "afferma", "affermato", "affirmait", "affirme", "affirmé", "afirma",
    "afirmou", "afirmó", "aggiunge", "aggiunto", "agrega", "agregó", "ajoutait", "ajoute", "ajouté",
    "annoncé", "annunciato", "antwortete", "apuntó", "asegura", "aseguró", "assuré", "añade",
    "añadió", "behauptete", "berichtet", "berichtete", "bestätigte", "betont", "betonte",
    "comentou", "comentó", "commentato", "completou", "conclut", "confie", "confié", "contou",
    "contó", "declaraba", "declarou", "declaró", "decía", "destacou", "destacó", "detto", "dice",
    "dichiara", "dichiarato", "dicho", "dijo", "disait", "disse", "disseram", "dissero", "dit",
    "diz", "déclarait", "déclare", "déclaré", "dénonce", "ergänzte", "erklärt", "erklärte",
    "erklärten", "escreveu", "escribió", "estimé", "explica", "explicou", "explicó", "expliquait",
    "explique", "expliqué", "expresó", "forderte", "fragt", "fragte", "garantiu", "gesagt",
    "indicó", "indique", "indiqué", "insistió", "kritisierte", "lancé", "manifestó", "meint",
    "meinte", "mitgeteilt", "osserva", "poursuit", "poursuivi", "preguntó", "précise", "précisé",
    "racconta", "raccontato", "raconte", "raconté", "rappelle", "recalcó", "reconnaît", "respondeu",
    "respondió", "ressaltou", "ribadito", "rief", "risposto", "répond", "répondu", "sade", "sagde",
    "sagt", "sagte", "sagten", "schreibt", "schrieb", "scritto", "señala", "señaló", "siger",
    "sostuvo", "sottolineato", "souligne", "souligné", "spiega", "spiegato", "subrayó", "säger",
    "versicherte", "warnte", "zegt", "zei", "zitierte", "äußerte", "écrit", "говорил", "говорила",
    "говорит", "добавил", "добавила", "заявил", "заявила", "заявили", "заявляет", "написал",
    "написала", "объяснил", "объяснила", "ответил", "ответила", "отметил", "отметила", "отметили",
    "подчеркнул", "подчеркнула", "пояснил", "пояснила", "рассказал", "рассказала", "рассказали",
    "сказал", "сказала", "сказали", "сообщил", "сообщила", "сообщили", "спросил", "спросила",
    "считает", "утверждает",
};

/* Chinese and Japanese: in front of a quotation, and behind one. */
static const char *const before[] = {
    "说", "說", "道", "称", "稱", "表示", "指出", "认为", "認為", "问", "問", "强调", "強調", "写道", "寫道", "回答", "告诉记者",
    "は", "述べ", "話し", "語り", "によると",
};
static const char *const behind[] = {
    "と述べ", "と話", "と語", "と言", "と発言", "と説明", "と強調", "とコメント", "と指摘", "と答え", "とした", "と明らか", "と訴え", "说",
    "說", "他说", "她说",
};
#define COUNT(list) (sizeof(list) / sizeof *(list))

static int in_table(const char *word)
{
    size_t low = 0, high = COUNT(english);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(english[middle].word, word);
        if (order == 0)
            return english[middle].use;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return SYN_SAYS_NOT;
}

static bool in_others(const char *word)
{
    size_t low = 0, high = COUNT(others);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(others[middle], word);
        if (order == 0)
            return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

/* The verb whose plain form is `stem`, one with a lost e, or one whose last letter was doubled. */
static int find_stem(char *stem, size_t bytes)
{
    int use = in_table(stem);
    if (use == SYN_SAYS_NOT && bytes > 3 && stem[bytes - 1] == stem[bytes - 2]) {
        char last = stem[bytes - 1];
        stem[bytes - 1] = '\0';
        use = in_table(stem);
        stem[bytes - 1] = last;
    }
    if (use == SYN_SAYS_NOT) {
        stem[bytes] = 'e';
        stem[bytes + 1] = '\0';
        use = in_table(stem);
        stem[bytes] = '\0';
    }
    return use;
}

static bool ends_with(const char *word, size_t bytes, const char *end)
{
    size_t length = strlen(end);
    return bytes > length + 1 && memcmp(word + bytes - length, end, length) == 0;
}

static int of_noun(int use, int as_verb) { return use == NOUN ? as_verb : use; }

/* What a regular form of an English verb is. */
static int find_form(char *word, size_t bytes)
{
    const bool with_y = ends_with(word, bytes, "ied") || ends_with(word, bytes, "ies");
    int use;
    if (with_y) {
        bool past = word[bytes - 1] == 'd';
        word[bytes - 3] = 'y';
        word[bytes - 2] = '\0';
        return of_noun(in_table(word), past ? SAYS : SHOWS);
    }
    if (ends_with(word, bytes, "ed")) {
        word[bytes - 2] = '\0';
        return of_noun(find_stem(word, bytes - 2), SAYS);
    }
    if (ends_with(word, bytes, "ing")) {
        word[bytes - 3] = '\0';
        use = of_noun(find_stem(word, bytes - 3), SAYS);
        return use == SYN_SAYS ? SYN_SAYING : use;
    }
    if (!ends_with(word, bytes, "s"))
        return SYN_SAYS_NOT;
    word[bytes - 1] = '\0';
    use = in_table(word);
    if (use == SYN_SAYS_NOT && word[bytes - 2] == 'e') {
        word[bytes - 2] = '\0';
        use = in_table(word);
    }
    return of_noun(use, SHOWS);
}

syn_saying syn_saying_find(const char *from, size_t bytes)
{
    char word[WORD_MOST + 2];
    if (bytes < 2 || bytes > WORD_MOST || from[0] == '\0')
        return SYN_SAYS_NOT;
    bool plain = true;
    for (size_t i = 0; i < bytes; i++) {
        unsigned char c = (unsigned char)from[i];
        word[i] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
        plain = plain && c < 0x80 && c != '\0';
    }
    word[bytes] = '\0';
    int use = in_table(word);
    if (use != SYN_SAYS_NOT)
        return (syn_saying)of_noun(use, SHOWS);
    if (in_others(word))
        return SYN_SAYS;
    return plain ? (syn_saying)find_form(word, bytes) : SYN_SAYS_NOT;
}

bool syn_saying_in_order(void)
{
    for (size_t i = 1; i < COUNT(english); i++)
        if (strcmp(english[i - 1].word, english[i].word) >= 0)
            return false;
    for (size_t i = 1; i < COUNT(others); i++)
        if (strcmp(others[i - 1], others[i]) >= 0)
            return false;
    return true;
}

uint32_t syn_saying_ends(const char *text, uint32_t begin, uint32_t end)
{
    for (size_t i = 0; i < COUNT(before); i++) {
        uint32_t bytes = (uint32_t)strlen(before[i]);
        if (bytes <= end - begin && memcmp(text + end - bytes, before[i], bytes) == 0)
            return bytes;
    }
    return 0;
}

uint32_t syn_saying_starts(const char *text, uint32_t begin, uint32_t end)
{
    for (size_t i = 0; i < COUNT(behind); i++) {
        uint32_t bytes = (uint32_t)strlen(behind[i]);
        if (bytes <= end - begin && memcmp(text + begin, behind[i], bytes) == 0)
            return bytes;
    }
    return 0;
}
