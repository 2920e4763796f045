#include "base/date_word.h"

#include <string.h>

#define WORD_BYTES 24

/* A row holds every way to write one thing, between blanks, in lower case. */
typedef struct row {
    int value;
    const char *words;
} row;

static const row months[] = {
    {1, " january jan januar jänner jan januari janvier janv enero ene gennaio gen janeiro января январь янв "},
    {2, " february feb februar feber februari février fevrier févr fevr fév febrero febbraio fevereiro fev "
        "февраля февраль фев "},
    {3, " march mar märz maerz mrz maart mrt mars marzo março marco марта март мар "},
    {4, " april apr avril avr abril abr aprile апреля апрель апр "},
    {5, " may mai mei mayo maggio mag maio мая май "},
    {6, " june jun juni juin junio giugno giu junho июня июнь июн "},
    {7, " july jul juli juillet juil julio luglio lug julho июля июль июл "},
    {8, " august aug augustus août aout agosto ago августа август авг "},
    {9, " september sept sep septembre septiembre setiembre settembre set setembro сентября сентябрь сен сент "},
    {10, " october oct oktober okt octobre octubre ottobre ott outubro out октября октябрь окт "},
    {11, " november nov novembre noviembre novembro ноября ноябрь ноя нояб "},
    {12, " december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro декабря декабрь дек "},
};

static const char weekdays[] =
    " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun"
    " montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so"
    " lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim"
    " lunes martes miércoles miercoles jueves viernes sábado sabado domingo mié jue vie sáb dom"
    " lunedì martedì mercoledì giovedì venerdì sabato domenica gio"
    " segunda terça terca quarta quinta sexta feira"
    " maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo"
    " понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс ";

static const char fills[] =
    " of the at on in de del di den der am um uhr le la el il a à alle em às om op v в г года год ";

/* RFC 2822's zones of one letter are left out but Z: "10:15p" is an evening. */
static const row zones[] = {
    {0, " z utc gmt ut wet "},
    {60, " cet mez bst west wat "},
    {120, " cest mesz eet sast cat "},
    {180, " eest msk мск eat "},
    {300, " pkt "},
    {480, " hkt sgt awst "},
    {540, " jst kst "},
    {570, " acst "},
    {600, " aest "},
    {630, " acdt "},
    {660, " aedt "},
    {720, " nzst "},
    {780, " nzdt "},
    {-240, " edt "},
    {-300, " est cdt "},
    {-360, " cst mdt "},
    {-420, " mst pdt "},
    {-480, " pst akdt "},
    {-540, " akst "},
    {-600, " hst "},
    {SYN_DATE_WORD_NO_OFFSET, " et ct mt pt ist ast adt "},
};

/* Bytes of the letter at `at`, its lower case into `low`; 0 when it is none. */
static size_t fold_letter(const unsigned char *at, size_t count, char low[2])
{
    const unsigned a = count ? at[0] : 0, b = count > 1 ? at[1] : 0;
    unsigned first = a, second = b;

    if ((a >= 'A' && a <= 'Z') || (a >= 'a' && a <= 'z')) {
        low[0] = (char)(a | 0x20);
        return 1;
    }
    if ((a != 0xc3 && a != 0xd0 && a != 0xd1) || (b & 0xc0) != 0x80)
        return 0;
    if ((a == 0xc3 && b <= 0x9e && b != 0x97) || (a == 0xd0 && b >= 0x90 && b <= 0x9f))
        second = b + 0x20;
    else if (a == 0xd0 && b >= 0xa0 && b <= 0xaf) {
        first = 0xd1;
        second = b - 0x20;
    }
    low[0] = (char)first;
    low[1] = (char)second;
    return 2;
}

static int find_row(const row *rows, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++)
        if (strstr(rows[i].words, word))
            return (int)i;
    return -1;
}

/* `word` stands between blanks. */
static syn_date_word find(const char *word)
{
    int i = find_row(months, sizeof months / sizeof *months, word);
    if (i >= 0)
        return (syn_date_word){SYN_DATE_WORD_MONTH, months[i].value};
    if (strstr(weekdays, word))
        return (syn_date_word){SYN_DATE_WORD_WEEKDAY, 0};
    if (strstr(fills, word))
        return (syn_date_word){SYN_DATE_WORD_FILL, 0};
    i = find_row(zones, sizeof zones / sizeof *zones, word);
    if (i >= 0)
        return (syn_date_word){SYN_DATE_WORD_ZONE, zones[i].value};
    return (syn_date_word){SYN_DATE_WORD_OTHER, 0};
}

size_t syn_date_word_read(const char *at, size_t count, syn_date_word *out)
{
    char word[WORD_BYTES + 4] = " ", low[2];
    size_t bytes = 0, kept = 1, step;

    while ((step = fold_letter((const unsigned char *)at + bytes, count - bytes, low)) > 0) {
        if (kept + step <= WORD_BYTES)
            memcpy(word + kept, low, step);
        kept = kept + step <= WORD_BYTES ? kept + step : WORD_BYTES + 1;
        bytes += step;
    }
    *out = (syn_date_word){SYN_DATE_WORD_OTHER, 0};
    if (bytes == 0 || kept > WORD_BYTES)
        return bytes;
    word[kept] = ' ';
    word[kept + 1] = '\0';
    *out = find(word);
    return bytes;
}
