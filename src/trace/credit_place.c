/* Names of places as outlet_name.h folds them, in order of bytes: cities, countries, states that open datelines. */
#include "trace/credit_place.h"

#include "trace/outlet_name.h"

#include <string.h>

static const char *const places[] = {
    "abidjan", "abu dhabi", "abuja", "accra", "addis ababa", "adelaide", "aden", "afghanistan", "africa", "alabama",
    "alaska", "albania", "albany", "albuquerque", "aleppo", "algeria", "algiers", "almaty", "america", "amman",
    "amsterdam", "anchorage", "andorra", "angola", "ankara", "annapolis", "antarctica", "antwerp", "argentina",
    "arizona", "arkansas", "arlington", "armenia", "ashgabat", "asia", "asuncion", "athens", "atlanta",
    "atlantic city", "auckland", "austin", "australia", "austria", "azerbaijan", "baghdad", "bahamas", "bahrain",
    "baku", "bali", "baltimore", "bamako", "bangalore", "bangkok", "bangladesh", "barbados", "barcelona", "basel",
    "basra", "baton rouge", "beijing", "beirut", "belarus", "belfast", "belgium", "belgrade", "belize", "benghazi",
    "benin", "berlin", "bermuda", "bern", "bhutan", "bilbao", "birmingham", "bismarck", "bogota", "boise", "bolivia",
    "bonn", "bordeaux", "boston", "botswana", "boulder", "brasilia", "bratislava", "brazil", "bridgeport", "brisbane",
    "bristol", "britain", "brooklyn", "brunei", "brussels", "bucharest", "budapest", "buenos aires", "buffalo",
    "bulgaria", "burkina faso", "burlington", "burma", "burundi", "cairo", "calgary", "california", "cambodia",
    "cambridge", "cameroon", "canada", "canberra", "cape town", "caracas", "cardiff", "casablanca", "charleston",
    "charlotte", "chennai", "cheyenne", "chicago", "chile", "china", "cincinnati", "cleveland", "cologne", "colombia",
    "colombo", "colorado", "columbia", "columbus", "concord", "congo", "connecticut", "copenhagen", "costa rica",
    "croatia", "cuba", "cyprus", "dakar", "dallas", "damascus", "dar es salaam", "davos", "dayton", "delaware",
    "delhi", "denmark", "denver", "des moines", "detroit", "dhaka", "djibouti", "doha", "donetsk", "dover", "dresden",
    "dubai", "dublin", "durban", "dusseldorf", "east timor", "ecuador", "edinburgh", "edmonton", "egypt", "el paso",
    "el salvador", "england", "eritrea", "estonia", "ethiopia", "europe", "fargo", "ferguson", "fiji", "finland",
    "flint", "florence", "florida", "fort worth", "france", "frankfort", "frankfurt", "freetown", "fresno", "gabon",
    "gambia", "gaza", "gaza city", "geneva", "genoa", "georgia", "germany", "ghana", "glasgow", "greece", "greenland",
    "guam", "guangzhou", "guantanamo bay", "guatemala", "guatemala city", "guinea", "guyana", "hague", "haiti",
    "halifax", "hamburg", "hanoi", "harare", "harrisburg", "hartford", "havana", "hawaii", "helena", "helsinki",
    "hiroshima", "ho chi minh city", "holland", "hollywood", "honduras", "hong kong", "honolulu", "houston",
    "hungary", "iceland", "idaho", "illinois", "india", "indiana", "indianapolis", "indonesia", "iowa", "iowa city",
    "iran", "iraq", "ireland", "islamabad", "israel", "istanbul", "italy", "ivory coast", "jackson", "jacksonville",
    "jakarta", "jamaica", "japan", "jerusalem", "johannesburg", "jordan", "juba", "juneau", "kabul", "kampala",
    "kandahar", "kansas", "kansas city", "karachi", "kathmandu", "kazakhstan", "kentucky", "kenya", "kharkiv",
    "khartoum", "kiev", "kigali", "kingston", "kinshasa", "kolkata", "korea", "kosovo", "kuala lumpur", "kuwait",
    "kuwait city", "kyiv", "kyoto", "kyrgyzstan", "la paz", "lagos", "lahore", "lansing", "laos", "las vegas",
    "latvia", "lebanon", "leeds", "lesotho", "lexington", "liberia", "libya", "liechtenstein", "lima", "lincoln",
    "lisbon", "lithuania", "little rock", "liverpool", "ljubljana", "london", "los angeles", "louisiana",
    "louisville", "luanda", "lusaka", "luxembourg", "lviv", "lyon", "macau", "macedonia", "madagascar", "madison",
    "madrid", "maine", "malawi", "malaysia", "maldives", "mali", "malta", "managua", "manchester", "manhattan",
    "manila", "maputo", "mariupol", "marrakesh", "marseille", "maryland", "massachusetts", "mauritania", "mauritius",
    "mecca", "medellin", "melbourne", "memphis", "mexico", "mexico city", "miami", "michigan", "milan", "milwaukee",
    "minneapolis", "minnesota", "minsk", "mississippi", "missouri", "mogadishu", "moldova", "monaco", "mongolia",
    "monrovia", "montana", "montenegro", "monterrey", "montevideo", "montgomery", "montpelier", "montreal", "morocco",
    "moscow", "mosul", "mozambique", "mumbai", "munich", "myanmar", "nairobi", "namibia", "naples", "nashville",
    "nassau", "nebraska", "nepal", "netherlands", "nevada", "new delhi", "new england", "new hampshire", "new haven",
    "new jersey", "new mexico", "new orleans", "new york", "new york city", "new zealand", "newark", "nicaragua",
    "nice", "nicosia", "niger", "nigeria", "norfolk", "north carolina", "north dakota", "north korea",
    "northern ireland", "norway", "oakland", "odesa", "odessa", "ohio", "oklahoma", "oklahoma city", "olympia",
    "omaha", "oman", "ontario", "oregon", "orlando", "osaka", "oslo", "ottawa", "oxford", "pakistan", "palestine",
    "panama", "panama city", "papua new guinea", "paraguay", "paris", "pennsylvania", "perth", "peru", "peshawar",
    "philadelphia", "philippines", "phnom penh", "phoenix", "pierre", "pittsburgh", "poland", "port au prince",
    "portland", "portugal", "prague", "pretoria", "providence", "puerto rico", "pyongyang", "qatar", "quebec",
    "quebec city", "queens", "quito", "rabat", "raleigh", "ramallah", "reno", "reykjavik", "rhode island", "richmond",
    "riga", "rio de janeiro", "riyadh", "rochester", "romania", "rome", "rotterdam", "russia", "rwanda", "sacramento",
    "saint petersburg", "salem", "salt lake city", "salzburg", "samoa", "san antonio", "san diego", "san francisco",
    "san jose", "san juan", "san salvador", "sanaa", "santa fe", "santiago", "santo domingo", "sao paulo", "sarajevo",
    "saudi arabia", "savannah", "scotland", "seattle", "senegal", "seoul", "serbia", "seville", "shanghai",
    "sheffield", "shenzhen", "sicily", "sierra leone", "silicon valley", "singapore", "skopje", "slovakia",
    "slovenia", "sofia", "somalia", "south africa", "south carolina", "south dakota", "south korea", "south sudan",
    "spain", "spokane", "springfield", "sri lanka", "st louis", "st paul", "st petersburg", "stockholm", "strasbourg",
    "stuttgart", "sudan", "suriname", "sweden", "switzerland", "sydney", "syracuse", "syria", "taipei", "taiwan",
    "tajikistan", "tallahassee", "tallinn", "tampa", "tangier", "tanzania", "tashkent", "tbilisi", "tegucigalpa",
    "tehran", "tel aviv", "tennessee", "texas", "thailand", "tibet", "tirana", "togo", "tokyo", "toledo", "tonga",
    "topeka", "toronto", "trenton", "trinidad", "tripoli", "tucson", "tulsa", "tunis", "tunisia", "turin", "turkey",
    "turkmenistan", "uganda", "ukraine", "ulaanbaatar", "united arab emirates", "united kingdom", "united nations",
    "united states", "uruguay", "utah", "utrecht", "uzbekistan", "vancouver", "vatican", "vatican city", "venezuela",
    "venice", "vermont", "vienna", "vientiane", "vietnam", "vilnius", "virginia", "wales", "warsaw", "washington",
    "washington dc", "wellington", "west bank", "west virginia", "wichita", "winnipeg", "wisconsin", "wuhan",
    "wyoming", "yangon", "yemen", "yerevan", "yokohama", "zagreb", "zambia", "zaporizhzhia", "zimbabwe", "zurich",
};

bool syn_credit_is_place(const char *text, size_t bytes)
{
    char key[SYN_OUTLET_KEY];
    size_t low = 0, high = sizeof places / sizeof *places;
    if (syn_outlet_key(text, bytes, key) == 0)
        return false;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(places[middle], key);
        if (order == 0)
            return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}
