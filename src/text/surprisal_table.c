/* How often words stand in ordinary prose and news, in bands of about half a bit: a word of a band of
 * b bits is about one in 2^b. The bands are estimates from general knowledge of each language, ordered
 * by Zipf's law (the word of rank r has about log2(10 r) bits) and flattened towards SYN_SURPRISAL_RARE
 * at the tail; they are not counted from any collection. A word that several languages share may stand
 * in each; the fewest bits hold. Words are canonical, as src/text yields them. */
#include "text/surprisal_table.h"

#include <stddef.h>

enum { O = SYN_ROLE_OTHER, F = SYN_ROLE_FUNCTION, T = SYN_ROLE_TITLE };

static const syn_surprisal_band english[] = {
    {4.1f, F, "the"},
    {5.0f, F, "and of"},
    {5.2f, F, "to"},
    {5.5f, F, "a"},
    {5.7f, F, "in"},
    {6.6f, F, "he i it that was"},
    {7.0f, F, "as for his is with"},
    {7.5f, F, "at be by had her not on you"},
    {8.0f, F, "all are but from have she they this we which"},
    {8.0f, O, "said"},
    {8.4f, F, "an him my one or so their there were"},
    {8.7f, F, "been has if me no them what when who will would"},
    {9.2f, F, "about could do into its more out then up your"},
    {9.6f, F,
     "after any before can did how like may must now only other our over should some such than these two "
     "very where"},
    {9.6f, O, "first good great know little made man new time"},
    {10.2f, F,
     "again am another because being between both down each even every here just might most much never "
     "off own same shall since still those though through too under upon us while without yet"},
    {10.2f, T, "mr"},
    {10.2f, O,
     "back came come day get go last life long men old people see three way well went year years"},
    {10.8f, F,
     "above across against almost along always among anything around away behind does don't during else "
     "enough ever everything few herself himself i'm it's many myself nothing once perhaps quite rather "
     "something themselves thus towards until whether why within"},
    {10.8f, T, "mrs president sir"},
    {10.8f, O,
     "also asked door eyes face father found four give going got government hand head heard home house "
     "knew left let look looked love make mind mother night part percent place put right room saw say "
     "says seemed state take tell think thought told took whole woman women work world young"},
    {11.3f, F,
     "according already although beside besides beyond can't cannot certain didn't either far half "
     "having he's however i'll i've indeed instead itself less near nearly neither next none nor several "
     "somewhere soon that's there's therefore thing till toward what's whom whose you're"},
    {11.3f, T, "captain dr general king lady lord miss officials"},
    {11.3f, O,
     "american answered began believe best better billion black boy brought business called case child "
     "children city company country course court cried days dear done end family felt five full gave "
     "girl god hands heart help high hundred keep kept kind large law leave light live million moment "
     "money month months name news number point police poor power public question replied s set show "
     "side small stood ten things turned u used voice want war water week white words"},
    {11.8f, F,
     "afterwards ago ah amid anyone below beneath concerning couldn't despite doesn't early everybody "
     "everyone except following hardly he'd i'd isn't later let's nobody o often oh ourselves past "
     "really regarding she's simply somebody someone sometimes thee they're thou throughout thy together "
     "unto usually wasn't we're won't wouldn't ye yes you'll you've yourself"},
    {11.8f, T, "chairman chief director judge minister officer professor secretary spokesman"},
    {11.8f, O,
     "able added afternoon air alone announced arm arms asking became become big blood body book brother "
     "call change close coming dark daughter dead death deep earth east eight evening fact feel feet "
     "fell find fire followed foreign former free friday friend friends future game given gone ground "
     "group hard health held hour hours human husband idea job known land lay least letter likely local "
     "looking lost making manner market matter mean means member members military minutes monday morning "
     "national nature need north office open order others party passed person persons plan play "
     "political present program ran reached read ready reason red report reported returned river road "
     "sat saturday saying school sea season second security seen sense service seven short sister six "
     "son south spoke stand states story street strong subject sunday support sure system table taken "
     "taking talk team third thursday today tomorrow town true truth tuesday turn united use wednesday "
     "west wife win window won word yesterday"},
    {12.3f, F,
     "ain't alongside altogether amongst anywhere aren't everywhere forth further furthermore hadn't "
     "hasn't haven't he'll hence here's hers hitherto how's inasmuch inside it'll lest maybe meanwhile "
     "merely mine moreover nevertheless notwithstanding nowhere onto otherwise ours outside per scarcely "
     "she'd she'll shouldn't somehow somewhat theirs thence thereby they'd they'll they've thyself twice "
     "underneath unless via we'd we'll we've weren't whatever whence whenever where's whereas whereby "
     "wherever whilst who's whoever you'd yours"},
    {12.3f, T,
     "agency attorney co coach colonel commissioner committee department deputy doctor duke editor "
     "executive founder governor leader manager mayor prince princess queen representative senator "
     "spokeswoman vice"},
    {12.3f, O,
     "accused act action afraid african america americans angry answer appear appeared april army "
     "arrested ask attack attention august authorities b bad bank based battle beautiful bed begin "
     "beginning believed bell bill bit blue boat books born bottom bread break bright bring british "
     "broke broken brown budget c campaign car care carried carry caught cause caused certainly chair "
     "charged charges china chinese church claimed closed clothes coat cold common community conference "
     "continued convicted corner cost count county create crime crowd current cut d danger darkness data "
     "december decided degree democratic democrats desire died different difficult difficulty dinner "
     "distance distant district dog dollars doubt drawn dreadful dress drew dry e ear ears easy economic "
     "economy edge education effect election enemy england english entered europe european evidence evil "
     "exclaimed expected eye f fall fallen fear february federal field fields fifty fighting figure "
     "finally financial fine floor follow food foot forget form forty france french front garden "
     "gentleman gentlemen german germany getting giving glad gold green grey grown growth hair happen "
     "happened happy hear hill history hold holy hope horrible horse horses hot hundreds hung ill "
     "illness image immediately important impossible including increase industry information insurance "
     "interest international issue issues j january joy july june killed knees laugh laughed lawyer lead "
     "leaving led legal length letters level line lines lips list lived london lot loved lovely m major "
     "march married meat meet met middle mouth move moved murder murmured natural necessary needed nice "
     "nine noise november october offered official opened operation operations p page paid pain paper "
     "papers particular pass pay peace picture piece pieces please pleasure policy possessed possible "
     "pounds presented presently pretty price prison probably problem problems quarrel questions quickly "
     "quiet quietly rate rates reasons received recent release released remain remained remember removed "
     "repeated reporters republican republicans research result results rights risen rose run russia "
     "russian sad scene science seem send senior sent september ship shoes shoulder shouted shown sick "
     "sight silence silver simple single sit slowly smile smiled social society soft soldiers sorry sort "
     "soul sound space speak special spirit spoken spot sprang start stone stop strange struck students "
     "study sudden suddenly sweet talked talks tax tea tears terrible thirty thoughts thousand thousands "
     "threat threw tired top trade train tree trees trial tried trouble try trying twelve twenty "
     "understand university upper useful using various view violence vote wait walk walked wall walls "
     "wanted warm washington watch ways wet whispered wine wish wonderful wood woods working worse worst "
     "write written wrong wrote yellow york"},
    {12.8f, O,
     "accord account address affairs age agreed airport allowed amount annual approved art article "
     "associated assure atmosphere aunt authority bare bear beg behaviour beings bless boys breakfast "
     "building built buy california cast center central centre century chance changes chapter character "
     "charge charles choice christian christmas circumstances citizens class clear clearly closely "
     "closer club coast color commons companies complete conclusion condition conditions confusion "
     "connected considered constitution continue contract control conversation countries couple cover "
     "crimes crisis cry curiosity customers daily david deal decision delight demand democracy despair "
     "developed development difference difficulties direction director's discovered divided doors double "
     "drawing dream drink driving dropped duty ease effort efforts empty energy enormous entire entirely "
     "equal especially establish event events evidently exactly example experience explained express "
     "expression extreme faces failed fair faith falling familiar famous favour favourite fellow figures "
     "finding finger fingers finished firm fit flat flowers football force forces forgive forward "
     "freedom friendly funds generally generation george gesture glance glass god's goes grass grateful "
     "greater grew growing guard hall heat heaven heavy henry hero hesitated higher hit honest honour "
     "hopes hotel huge hurry ideas imagine increased independent india individual influence instruments "
     "interested interesting investors iron island jack james john join joseph journal jury justice "
     "keeping killing kindly kindness kiss knee knowledge labor larger late latter laughing laws learned "
     "leaves liberty library lie liked listen lit lives living locked longer looks lower luck lunch "
     "lying machine magazine magic main majesty majority managed mankind marriage mary meant measure "
     "media medical meeting memory mention michael midnight mile miles minimum miserable mission mistake "
     "moments moon moral motion movement music mystery named names narrow nation nations naturally neck "
     "noble nonsense nose notice numbers object occasion odd offer ones operating opinion opportunities "
     "opportunity ordered organization original ought owner pale pardon parents park parts passengers "
     "passing passion path patient perfect period permission personal peter picked places plain plans "
     "pleasant pocket politicians popular position possession post powers practice precisely "
     "presidential press pressure prisoner prisoners private produce promise proper property proposal "
     "prospect proved provide provided published pure purpose putting quality quarter quick radio rain "
     "raised rapidly reach reading real reality receive recently reflected refused regard regular "
     "relations religion remark removal reputation resolution resources rest return revenue revolution "
     "rich richard rise robert rock rome roof round row royal ruin running safe safety sake sale scale "
     "scarce scream secret sector seek seems seldom sell sending senses separate serious servant "
     "servants settled shame shape share shares shining shock shook shop shore shot sigh sign silent sin "
     "sing sink sitting situation size skin sky sleep slight slightly smoke snow sold soldier song "
     "sought source speaker speaking speech spend spent sport sports spread spring square staff stage "
     "stands stars started station stay step steps stopped store storm straight stranger strategy "
     "strength strike struggle stupid style success suffering sugar sum summer sun supply suppose "
     "supposed surely surface surprise survey sword tale talking target taste technology teeth terms "
     "thank thanks theatre theory thick thinking thomas throw tiny tone tongue touch touched towns "
     "tragedy training treasure triumph trust turning type ugly uncle understood union unit unlikely "
     "unusual useless usual utterly valley value victory village violent visit voices voters waiting "
     "walking wander waste watched waters wealth weapon weather weeks weight western whisper wide wild "
     "william willing wind windows winter wisdom wise wished wonder wooden works worried worth writer "
     "writing yard youth"},
    {13.2f, T,
     "administration administrator adviser advisor ambassador analyst archbishop association bishop "
     "bureau cardinal ceo cfo chairwoman chancellor commander commission congressman congresswoman "
     "consultant correspondent council counsel dean detective economist emperor enforcement foundation "
     "inspector institute jr lawmaker lieutenant ma'am madam madame mademoiselle ministry monsieur ms "
     "officers pope premier principal producer prosecutor publisher reporter reverend sergeant sheriff "
     "sr st strategist superintendent treasurer"},
    {13.2f, O,
     "abandoned ability abroad absence absent absolute absolutely absurd accept accepted access accident "
     "accompanied accounts accustomed acquaintance acted actions active actual actually add addressed "
     "admiration admire admitted advance advanced advantage adventure advice affair affected affection "
     "afford ages agree agreement ahead aid aim alike alive allegations allegedly allow altered ancient "
     "anger animal animals answers anxiety anxious anybody apart apparent apparently appeal appearance "
     "applied appointed appointment approach approached approaching approval approve area areas argument "
     "arise armed arose arranged arrival arrive arrived ashamed ashes aside asleep assistance assured "
     "astonished ate attached attempt attempted attended attitude attracted author available average "
     "avoid awake aware awful baby backed badly bag balance ball band banks bar baron base basis bearing "
     "beast beat beating beauty becomes becoming begged begins begun belief belong belonged bend benefit "
     "benefits bent bird birds birth bitter blind block blow board bodies bold bomb border bore bosom "
     "bottle bought bound bow bowed box brain branch branches brave breaking breast breath breathing "
     "bridge brief brilliant bringing broad brothers build buildings burden buried burn burning burst "
     "bush busy calling calm camp candidate candidates candle cap capable capital card cards career "
     "careful carefully careless cares carriage carrying cases castle cat catch catching cattle causes "
     "cease ceased ceremony chain chamber changed changing charm charming cheap cheek cheeks cheerful "
     "chest chiefly chin choose chose chosen circle circumstance cities civil claim classes clean "
     "cleared clever climbed clock cloth cloud clouds coffee collected colour comes comfort comfortable "
     "command commission's companion companions compared completely composed concern concerned concluded "
     "conduct confess confidence confirmed conflict confused congress connection conscience conscious "
     "consciousness consent consequence consider considerable considering constant constantly contact "
     "contain contained contempt content contents contracts contrary conviction convinced cool copy corn "
     "correct cottage countrymen courage cousin covered cow creature creatures credit critical cross "
     "crossed cruel crying culture cup curious custom dance dancing dangerous dare dared daring date "
     "dawn dealt debt decide declared decline deeper deeply defence defense delay delicate delighted "
     "delightful delivered demanded denied deny departure depend depth descended describe described "
     "description desert deserted deserve desired desk destroy destroyed detail details determined "
     "develop devil devoted dignity dim direct directed directly disappeared disappointed discover "
     "discovery discussion disease disgust display disposed distinct distinguished distress dogs doing "
     "domestic doubtful doubts downtown dozen dragged drama dreams dressed drive driven driver drop "
     "dropping drops drove drowned drunk dull dust duties dying eager eagerly earl earlier earnest "
     "easier easily eastern eat eating educated effects eighteen elder elections electric element eleven "
     "elsewhere emotion empire employed encouraged ended ends enemies engaged engine enjoy enjoyed "
     "entering enthusiasm entrance environment envy equally escape escaped established estate eternal "
     "everyday exact examination examine excellent excited excitement excuse exercise exhausted exist "
     "existence existing expect expectation expense explain explanation explosion expressed extent "
     "extraordinary extremely faced facing facts fail failure faint fairly faithful falls false families "
     "fancy fans farm farmer farmers fashion fast fat fatal fate fault favor feared features feeling "
     "feelings feels fellows female fever fierce fifteen fight filed fill filled film final finds finish "
     "firmly fish fixed flame flash flesh flew flight floating flow flower fly flying folk folks follows "
     "folly fool foolish forced forest forgot forgotten formed forms fortunate fortune fought fourth "
     "frame frequently fresh friendship frightened fruit fully funny furniture g gain gained gate gates "
     "gather gathered gathering gay gaze generous gentle gently genuine gets giant gift girls gives "
     "glanced glorious glory goodness grace gradually grand grant granted gratitude grave gravely "
     "greatest greatly grief groups grow guess guest guests guide guilty gun guns h habit habits handed "
     "handle handsome hang hanging happening happens happiness harbor harbour harm haste hate hated "
     "hatred headed hearing heavily height hell helped hid hidden hide highest highly highway hills hint "
     "holding holds hole holiday hollow homes honor hoped hopeless horror hospital host household houses "
     "humble humour hunger hungry hunt hunting hurried hurt ice idle ignorance ignorant imagination "
     "imagined immediate immense immigration impact importance impressed impression impulse incident "
     "include included income increasing indian industrial inevitable informed inner innocent inquired "
     "inquiry instance instant instantly instinct institutions intellectual intelligence intelligent "
     "intend intended intense intention interests interrupted introduced investigation investment "
     "invisible invitation invited islands italian italy item japan japanese jews joined journey "
     "judgment jump jumped k keen keeps key kill kinds kingdom kissed kitchen knife knight knock knocked "
     "knowing knows l labour lack ladies laid lake lamp lands language largest lately laughter launched "
     "lawsuit lawyers laying leaders leading leaned learn learning legs leisure lesson letting lies lift "
     "lifted lights limited listened listening literature lonely loose lose losing loss loud lover loves "
     "low lowest mad magnificent mainly maintain makes male manage manners mark marked marks mass master "
     "match material matters meal meaning measures melancholy mental mercy mere message messenger method "
     "methods midst mighty militants milk minds minute mirror misery missed mistaken mix mixed mixture "
     "models modern modest mood mortal motive mountain mountains movements moving murdered mysterious n "
     "naked native nearby nearer nearest necessity needn't needs negotiations neighbour neighbours "
     "nervous network newspaper newspapers nights nodded noon northern note noted notes noticed notion "
     "numerous objection objects obliged observation observe observed obtain obtained obvious obviously "
     "occasionally occasions occupied occur occurred ocean offering offices oil older opening opposed "
     "opposite opposition orders ordinary owing owned pages painful paint painted painting pair palace "
     "paris particularly parties partly partner passage passes patience patients pause paused peculiar "
     "pen perceived perfectly permitted phone physical pick pictures pity placed plainly plane planned "
     "planning plant plants plate played player players playing plays pleased plenty poem poet poetry "
     "pointed pointing points poison policeman polite politics pool population portion possibility "
     "possibly poured powerful practical praise pray prayed prayer precious prefer prepare prepared "
     "presence pressed pretend prevent previous pride priest prime principle principles prize proceed "
     "proceeded process produced product production products professional profit progress project "
     "promised proof properly proposed protect protection proud prove providing pull pulled pulling "
     "punishment purple purposes pushed puts quarters r race rage railway raise raising range rank rapid "
     "rare reaching reader readers realize realized rear rebels receiving recognised recognized record "
     "reduce reduced reflection refugees refuse regarded region relation relationship relief religious "
     "remaining remains remarkable remarked remarks remembered reminded remote repeat reply reports "
     "request require required residents resolved respect response responsibility responsible restless "
     "retired returning revealed reward riches ride riding ring rising risk rival roads rocks role roll "
     "rolled rolling rooms root rough rude rule rules rushed sacred sacrifice safely saint sales salt "
     "sand satisfaction satisfied satisfy savage save saved scattered scheme schools scientific score "
     "search seat seated secure seeing sees seize seized sensible sentence sentiment series seriously "
     "serve served services serving session setting settle severe sex shade shadow shadows shake shaken "
     "shaking shared sharp sheep shelter ships shone shoot shortly shoulders shouting showed showing "
     "shows shut sides sighed signed signs silently silk similar singing sixteen sixty skill slave "
     "slaves sleeping slept slip slow smaller smell smiling smooth soil sole solemn solid solution songs "
     "sons souls sounds sources southern spare speaks speed spell spending spirits spite splendid stairs "
     "standard standing star stared staring starting startled statement stayed steady steel stepped "
     "stern stick stiff stir stock stole stones stories strain strangers stream streets stretched "
     "striking stroke stronger strongly stuck student studied stuff substance succeed successful suffer "
     "suffered sufficient suggest suggested suggestion suicide suit sunk superior supported supreme "
     "surprised surrounded suspect suspected suspicion swept swift sympathy t tail tall task taught "
     "teach teacher teachers teaching tear telephone television telling tells temper temple tendency "
     "tender term terror test thin thinks thirteen thoroughly threatened throat throwing thrown thrust "
     "tide tied ties timber times title tobacco tonight tore torn touching tower trace track tradition "
     "traffic travel treat treated treatment treaty trembling tremendous tribe trick trip troops truly "
     "turns types unable uncertain understanding unexpected unfortunate unhappy universal unknown urged "
     "utmost utter uttered v vague vain valuable values vanished variety vast vehicle venture version "
     "vessel victim victims views virtue visible vision visited visitor visitors vital vivid volume "
     "voted voyage w wages waited wake wandering wanting wants warmth warned warning wars wash wasted "
     "watching wave waves weak weapons wear wearing weary web welcome wheel wholly wicked widely wing "
     "wings winning wishes witness woke wondered wondering wore worked worker workers workman worn worry "
     "worship worthy wound wounded wrapped wretched writers x y yards yield younger z zone"},
    {13.4f, T,
     "admiral advisers agencies alderman analysts apprentice attorneys auditor biologist brigadier "
     "bureaus chairs chaplain columnist committees comptroller constable consulate coordinator corporal "
     "councillor councilman councilwoman countess curate curator delegate departments deputies diplomat "
     "directorate directors division duchess economists embassy engineer envoy executives governors "
     "headmaster headmistress headteacher historian imam judges lawmakers lecturer magistrate marshal "
     "mayors ministers negotiator organiser organizer pastor physicist presidents professors prosecutors "
     "provost rabbi rector registrar representatives researcher scientist secretaries senators "
     "spokespeople spokesperson subcommittee supervisor treasury trustee trustees undersecretary vicar "
     "viscount"},
    {13.4f, O,
     "abuse abuses accordance addition admit africa aged agent airlines alto amendment angeles antonio "
     "appears arab arabia arabian arrest assault assembly assistant associate atlantic attend authors "
     "avenue aviv backs barack behalf britain businesses bye calls capita carolina check clinton college "
     "commerce conceal consideration custody cuts daughters decade defend deficit degrees delhi depends "
     "diego dining discuss donald dow draw earnings elizabeth email emergency ensure enter entitled "
     "evident excellency exchange fashioned father's federation fewer fiction fond fort francis "
     "francisco gas general's gogh golden hampshire harassment heads hearts highness hong horseback ii "
     "inch inches includes indies injuries insisted inspectors interview invest involved jersey john's "
     "jones jose judiciary kong korea korean league legislature lords lordship louis marry mentioned "
     "mexico morrow mother's motors mount nuclear o'clock obama ok olds orange origin orleans palo "
     "parliament paul penalty people's petersburg prices pursuit push quantity recognize reference "
     "referred related republic reserve resist respond review rid san saudi seconds seeking self senate "
     "sentenced sexual sheriff's shooting sisters sooner sorts soviet standards studies succeeded "
     "supporters swim takes tel tens testament thirds toll trump twitter unions unlike upstairs versa "
     "victoria viii virginia wales zealand"},
    {0.0f, O, NULL},
};

static const syn_surprisal_band french[] = {
    {4.7f, F, "de"},
    {5.2f, F, "la le"},
    {5.7f, F, "et les à"},
    {6.2f, F, "des en il que un"},
    {6.8f, F, "dans du est qui une"},
    {7.4f, F, "au avec ce je ne par pas plus pour se son sur"},
    {8.0f, F, "a aux comme elle lui mais nous on ou sa ses tout vous était"},
    {8.7f, F, "avait bien c'est cette d'un d'une fait leur leurs même ont qu'il sans si sont été être"},
    {9.4f, F,
     "alors après aussi avant ces chez contre depuis deux donc dont encore entre j'ai jamais ma me mes "
     "moi mon n'est où peu qu'elle quand rien sous te toi toujours très tu vers y"},
    {10.2f, F,
     "ainsi aurait avaient car cela celle celui ceux chaque d'être dès faut j'avais l'on lors n'a "
     "n'était ni nos notre parce pendant peut plusieurs qu'on qu'un qu'une quelque quelques s'est sera "
     "serait vos votre ça étaient"},
    {10.2f, O, "ans chose dire dit faire femme fois grand homme jour monde temps vie voir"},
    {11.4f, O,
     "an année années août aujourd'hui autre autres avril beaucoup bon cent cinq demain dernier dimanche "
     "dix décembre enfants euros femmes france février gouvernement grande guerre heure heures hier "
     "hommes huit janvier jeudi juillet juin lundi mai main maison mardi mars mercredi mieux mille "
     "millions moins moment mort mère neuf nouveau nouvelle novembre nuit octobre paris part partir pays "
     "petit petite place point premier première père quatre samedi sept septembre six tard trois "
     "vendredi ville yeux état"},
    {12.4f, T,
     "agence capitaine chef comité commissaire commission conseil directeur directrice docteur "
     "département député général générale juge madame mademoiselle maire ministre ministère monsieur "
     "parole porte procureur professeur président présidente secrétaire sénateur"},
    {0.0f, O, NULL},
};

static const syn_surprisal_band german[] = {
    {5.0f, F, "der die und"},
    {5.7f, F, "das den in von zu"},
    {6.4f, F, "auf dem des ein eine für im ist mit nicht sich"},
    {7.2f, F, "als an auch aus bei dass er es hat nach sie werden wird"},
    {8.0f, F,
     "aber am bis durch einem einen einer haben man mehr noch nur oder sei sein sind so um vor war wie "
     "wurde zum zur über"},
    {8.8f, F,
     "da dann dich dir doch du gegen habe hatte hatten ich ihm ihn ihr ihre ihrem ihren ihrer kann kein "
     "keine keinen mich mir schon seine seinem seinen seiner uns unter vom waren was weil wenn wir "
     "wurden"},
    {9.6f, F,
     "alle allem alles also beim dabei damit daran darauf davon dazu denn diese diesem diesen dieser "
     "dieses dort drei einmal etwas hier immer ins jede jeder jedes jetzt konnte können könnte mein "
     "meine meinen muss müssen nichts nun ob ohne sehr seit selbst soll sollen sollte unser unsere viel "
     "viele wieder will wollen wollte während wäre würde würden zwei zwischen"},
    {10.2f, T, "frau"},
    {10.2f, O,
     "ganz gut gute heute jahr jahre jahren land leben leute mal mann menschen sagt sagte tag welt zeit"},
    {11.4f, O,
     "acht april augen august berlin deutschland dezember dienstag donnerstag ende erste ersten euro "
     "februar frage freitag fünf gehen gemacht gestern gibt ging grosse grossen grosser hand haus januar "
     "juli juni kam kind kinder kommt krieg letzten machen mai millionen mittwoch montag morgen mutter "
     "märz neue neuen neuer neun november oktober polizei prozent recht regierung sah samstag sechs "
     "sehen september sieben sonntag stadt stand teil uhr vater vier weg zehn"},
    {12.4f, T,
     "abgeordneter amt ausschuss behörde bürgermeister chef direktor direktorin doktor fräulein general "
     "geschäftsführer hauptmann herr kanzler kanzlerin kommission leiter leiterin minister ministerin "
     "ministerium professor präsident präsidentin rat richter sprecher sprecherin staatsanwalt "
     "vorsitzende vorsitzender"},
    {0.0f, O, NULL},
};

static const syn_surprisal_band spanish[] = {
    {4.3f, F, "de"},
    {5.0f, F, "el en la que"},
    {5.5f, F, "a y"},
    {6.3f, F, "con del las los no por se su un una"},
    {7.2f, F, "al como es ha le lo más o para pero sus"},
    {8.0f, F, "cuando dos entre era esta este fue había me muy ser si sin sobre son también todo ya"},
    {8.8f, F,
     "algo antes así años contra desde donde durante ella ellos esa ese eso está han hasta hay les mi "
     "nada ni nos otros poco porque quien qué solo sólo te todos tu uno yo él"},
    {9.6f, F,
     "ahora algunas algunos allí aquí aunque bajo bien cada después entonces estaba estas estos fueron "
     "hace mientras mis misma mismo nuestra nuestro otra otras otro puede pueden pues según sido sí tan "
     "tiene tienen todas tras tus"},
    {10.2f, O, "año casa dijo día gobierno gran hombre mujer mundo parte país tiempo vez vida"},
    {11.4f, O,
     "abril agosto agua ayer cien cinco ciudad cuatro decir diciembre diez domingo días enero españa "
     "estado febrero forma grande guerra hacer hijo hijos hombres horas hoy jueves julio junio lugar "
     "lunes madre madrid mano martes marzo mayo mayor mañana mejor mil millones miércoles muerte mujeres "
     "niños noche noviembre nueva nueve nuevo ocho octubre ojos padre personas primer primera seis "
     "septiembre siete sábado trabajo trata tres ver viernes"},
    {12.4f, T,
     "agencia alcalde alcaldesa capitán comisario comisión comité consejo coronel departamento diputada "
     "diputado director directora doctor doctora don doña fiscal gobernador jefa jefe juez ministerio "
     "ministra ministro portavoz presidenta presidente profesor profesora secretaria secretario senador "
     "senadora señor señora"},
    {0.0f, O, NULL},
};

static const syn_surprisal_band portuguese[] = {
    {4.7f, F, "a de e o que"},
    {5.5f, F, "é"},
    {5.7f, F, "da do em um"},
    {6.4f, F, "com na no não os para se uma"},
    {7.2f, F, "ao as como das dos ele foi mais mas por seu sua à"},
    {8.0f, F,
     "aos até depois ela entre era eu isso já mesmo muito nos ou pela pelo quando sem seus só também"},
    {8.8f, F,
     "deles elas eles essa essas esse esses esta estava este está foram havia há lhe me meu minha nas "
     "nem num numa nós pelas pelos qual quem ser suas são tem tinha têm você às"},
    {9.6f, F,
     "agora ainda aqui assim bem cada contra desde dois duas durante então fazer nada onde outra outro "
     "outros pode podem porque seria será sido sobre todas todos tudo vai"},
    {10.2f, O, "ano anos casa dia disse governo grande homem mundo parte país tempo vez vida"},
    {11.4f, O,
     "abril agosto amanhã brasil cem cidade cinco dez dezembro dias domingo estado fevereiro filho "
     "filhos forma guerra hoje homens horas janeiro julho junho maio maior março melhor mil milhões "
     "morte mulher mulheres mãe mão noite nova nove novembro novo oito olhos ontem outubro pai paulo "
     "pessoas portugal primeira primeiro quarta quatro quinta segunda seis sete setembro sexta sábado "
     "terça trabalho três água"},
    {12.4f, T,
     "agência chefe comissão deputada deputado diretor diretora dom dona doutor doutora governador juiz "
     "ministra ministro ministério prefeito presidente professor professora secretária secretário "
     "senador senadora senhor senhora"},
    {0.0f, O, NULL},
};

static const syn_surprisal_band italian[] = {
    {5.0f, F, "che di e"},
    {5.7f, F, "a il in la per un è"},
    {6.5f, F, "con da del della i le non si una"},
    {7.3f, F, "al alla come dei gli ha lo ma nel o più sono"},
    {8.1f, F, "anche ci cui dal dalla delle era essere loro nella quando questa questo se su sua suo tra"},
    {8.9f, F,
     "agli ai alle c'è così degli dell'anno dopo dove due ed fatto fra già hanno io l'ho lui mi molto ne "
     "perché poi prima senza solo stato sul sulla tutti tutto"},
    {9.6f, F,
     "altra altri altro ancora aveva avevano bene chi contro d'una dagli dai dalle dell'italia fare fino "
     "lei mai mentre mia mio nei nelle niente noi nulla ogni ora poco possono può quella quelli quello "
     "qui sempre stata stati sue sui suoi te un'altra voi"},
    {10.2f, O, "anni anno casa detto disse giorno governo mondo paese parte tempo uomo vita volta"},
    {11.4f, O,
     "acqua agosto aprile cento cinque città dicembre dieci domani domenica donna donne euro febbraio "
     "figli figlio gennaio giorni giovedì giugno grande guerra ieri italia lavoro luglio lunedì madre "
     "maggio mano martedì marzo mercoledì mila milano milioni morte notte nove novembre nuova nuovo "
     "occhi oggi ore otto ottobre padre persone primo quattro roma sabato sei sette settembre tre ultima "
     "ultimo uomini venerdì"},
    {12.4f, T,
     "agenzia capitano capo colonnello comitato commissario commissione consiglio deputato direttore "
     "direttrice don dottore dottoressa giudice governatore ministero ministro portavoce presidente "
     "procuratore professore professoressa segretaria segretario senatore senatrice signor signora "
     "signore sindaco"},
    {0.0f, O, NULL},
};

static const syn_surprisal_band dutch[] = {
    {4.5f, F, "de"},
    {5.2f, F, "een en het van"},
    {6.0f, F, "dat in is op te"},
    {6.8f, F, "aan die er met niet om voor zijn"},
    {7.6f, F, "als bij dan door heeft hij maar naar nog of ook over tot uit worden wordt ze"},
    {8.4f, F,
     "al deze dit geen haar hebben hun ik je kan kunnen meer men onder tegen u was we wel werd zo zou"},
    {9.2f, F,
     "alle alleen altijd andere daar had heel hem hier hoe iets jij jullie me mij mijn moet moeten na "
     "niets nooit nu omdat ons onze sinds tijdens toen tussen twee veel waar want waren wat weer wie wil "
     "zal zelf zich zij zonder"},
    {10.2f, O, "dag eerste goed grote jaar keer land leven man mensen nieuwe tijd zegt zei"},
    {11.4f, O,
     "acht amsterdam april augustus december deel dinsdag donderdag drie euro februari gaan gaat "
     "gisteren hand huis januari juli juni kind kinderen komt kwam maandag maart maken mei miljoen "
     "moeder morgen nederland negen november ogen oktober oorlog plaats politie procent regering "
     "september stad tien uur vader vandaag vier vijf vrijdag vrouw weg wereld werk woensdag zaterdag "
     "zes zeven zondag"},
    {12.4f, T,
     "burgemeester commissie directeur koning meneer mevrouw minister ministerie officier president "
     "prins professor rechter voorzitter woordvoerder"},
    {0.0f, O, NULL},
};

static const syn_surprisal_band russian[] = {
    {5.0f, F, "в и"},
    {6.0f, F, "на не с что я"},
    {7.0f, F, "а его за из к как но он по у это"},
    {7.8f, F, "бы был было все вы для ее её же их мне мы о она от так то только"},
    {8.6f, F,
     "была были быть во вот да до ему если еще ещё или когда кто меня мог могут него нет ни них они "
     "очень потому при сказал сказала со ты уже чем чтобы этого"},
    {9.4f, F,
     "без более будет вам вас всего всех всё где даже два ей есть здесь им которая которого которые "
     "который которых между может можно над надо нам нас нее неё ними ничего один перед под после потом "
     "раз своего своей свои свой свою себя та там те тем теперь тоже том тот тут через эта эти этом этот "
     "эту"},
    {10.2f, O, "время глаза год года дело день жизнь лет людей люди рука руки сегодня сейчас человек"},
    {11.4f, O,
     "августа апреля вода война войны вопрос восемь воскресенье вторник вчера голову город города дверь "
     "девять декабря десять дети дом доме друг друга женщина завтра июля июня лицо марта мать мая место "
     "миллионов мир мира москва москве ночь ноября октября отец понедельник процентов пятницу пять "
     "работа работы россии россия рублей семь сентября слова слово среду сторону стороны страны субботу "
     "сын три тысяч утро февраля четверг четыре шесть январь января"},
    {12.4f, T,
     "генерал глава губернатор депутат директор доктор заместитель капитан комиссия комитет майор "
     "министерство министр мэр начальник полковник председатель президент прокурор профессор "
     "руководитель секретарь сенатор судья"},
    {0.0f, O, NULL},
};

static const syn_surprisal_band polish[] = {
    {5.2f, F, "i w"},
    {5.8f, F, "na nie się z"},
    {6.6f, F, "do jest o to że"},
    {7.4f, F, "a ale co dla jak jego ma od po przez są za"},
    {8.3f, F,
     "być był była było czy go ich ja jej już która które który mnie może on ona oraz pod przy tak także "
     "tego tylko tym"},
    {9.2f, F,
     "aby albo ani bardzo bez bo byli były będzie ci dwa gdy gdzie jednak jeszcze jeśli kiedy lub mi "
     "między mu my nad nam nas nic oni potem przed sam sobie swoje swoją swój ta tam te tej ten teraz "
     "też tu tych wam was we więc wszystkich wszystko wy ze żeby"},
    {10.2f, O, "czas człowiek dzień lat lata ludzi ludzie pan pani powiedział raz roku życie"},
    {11.4f, O,
     "czasie czerwca cztery dni dobrze dom domu dzieci dziesięć dziewięć dziś grudnia jutro kobieta "
     "kraju kwietnia lipca listopada lutego maja marca matka miasta miejsce milionów nowy oczy ojciec "
     "osiem państwa października pierwszy pięć polsce polska polski praca pracy procent rok rządu ręce "
     "siedem sierpnia sprawy stycznia sześć trzy tysięcy warszawa warszawie wczoraj wojny września "
     "złotych świat świata"},
    {12.4f, T,
     "burmistrz doktor dyrektor generał komisja komitet minister ministerstwo poseł premier prezes "
     "prezydent profesor prokurator przewodniczący rzecznik senator sędzia"},
    {0.0f, O, NULL},
};

static const syn_surprisal_band swedish[] = {
    {5.0f, F, "och"},
    {5.5f, F, "att en i som"},
    {6.3f, F, "av den det för med på är"},
    {7.2f, F, "de ett han har inte jag om till var"},
    {8.0f, F, "efter eller från hon kan man men när också sig så under vi år"},
    {8.8f, F,
     "alla bara blir dem deras dig där då finns får genom hade hans henne hennes honom kommer mellan mig "
     "mot mycket nu oss sin sina ska skulle upp ut utan vara vid över"},
    {9.6f, F,
     "aldrig alltid andra blev bli denna dessa detta din du här in ingen inget innan kunde medan min "
     "mina mitt måste ni någon något några redan sitt två vad varit vill ville vår våra än även"},
    {10.2f, O, "dag första går hela kom kvinna liv mannen mer människor nya sa sade stora säger tid"},
    {11.4f, O,
     "april arbete augusti barn bra december del fader far februari fem fredag fyra hand helt hus idag "
     "igår januari juli juni klockan krig kronor lördag maj mars miljoner mor måndag nio november "
     "oktober onsdag plats polisen procent regeringen september sex sju stad stockholm sverige söndag "
     "tio tisdag torsdag tre väg världen åtta ögon"},
    {12.4f, T,
     "borgmästare direktör domare fru fröken herr kung minister ordförande president professor "
     "riksdagsledamot statsminister talesman"},
    {0.0f, O, NULL},
};

static const syn_surprisal_band turkish[] = {
    {5.8f, F, "bir ve"},
    {6.8f, F, "bu da de için"},
    {7.6f, F, "daha gibi ile o olan olarak çok"},
    {8.4f, F, "ama ben değil diye en her içinde kadar ki mi ne sonra var"},
    {9.2f, F,
     "ancak arasında artık bana beni benim bile biz bizim bunu bunun bütün eden etti eğer göre hem hiç "
     "iki ise karşı kendi kendisi nasıl neden niçin o'nun oldu olduğu olduğunu olsa olur ona onu onun "
     "sana sen seni siz tüm veya ya yok çünkü önce üzerinde şey şu"},
    {10.2f, O, "adam büyük dedi gün ilk insan insanlar iyi türkiye yeni yıl yıllık zaman"},
    {11.4f, O,
     "altı ankara anne aralık ağustos baba beş bin bugün cuma cumartesi devlet dokuz dört dün dünya ekim "
     "el erkek ev eylül gece göz hayat haziran istanbul iş kadın kasım mart mayıs milyon nisan ocak on "
     "pazar pazartesi perşembe polis sabah salı savaş sekiz su temmuz türk yarın yedi yer yol yüz "
     "çarşamba çocuk çocuklar ülke üç şubat"},
    {12.4f, T,
     "bakan bakanlığı bakanı başbakan başkan başkanı bey cumhurbaşkanı doktor general hanım milletvekili "
     "müdür müdürü profesör sözcüsü"},
    {0.0f, O, NULL},
};

static const syn_surprisal_band arabic[] = {
    {5.2f, F, "في من"},
    {6.0f, F, "على و"},
    {6.8f, F, "أن إلى ان"},
    {7.6f, F, "التي الذي عن لا ما مع هذا هذه"},
    {8.4f, F, "أو بعد بين ذلك قال قد كان كانت كل لم هو هي"},
    {9.2f, F,
     "أنا أنه أنها أي إذا إن التى الى او به بها ثم حتى حيث خلال عليه عند غير فيه فيها قبل كما كيف لكن لن "
     "له لها ليس منذ منه منها نحن وقد وهو وهي"},
    {10.4f, O, "الحكومة العالم العام الله الناس اليوم حكومة دولة رئيس عام محمد يوم"},
    {0.0f, O, NULL},
};

static const syn_surprisal_band chinese[] = {
    {4.7f, F, "的"},
    {5.9f, F, "一 是 不 了"},
    {6.5f, F, "在 有 我 他 这 這"},
    {6.5f, O, "人"},
    {7.0f, F, "个 個 们 們 到 以 就 为 為 和 要 会 會 上 地"},
    {7.0f, O, "中 来 來 大 国 國 说 說 时 時 出"},
    {7.5f, F, "可 也 你 对 對 能 而 子 那 得 于 於 着 著 下 自 之 过 過 后 後 里 裡"},
    {7.5f, O, "生 年 发 發 作"},
    {8.1f, F, "用 所 然 如 都 当 當 没 沒 还 還 其 些 么 麼 她 但 因 只 从 從 去"},
    {8.1f, O, "道 行 家 种 種 事 成 方 多 经 經 法 学 學 同 现 現 动 動 面 起 看 定 天 分 进 進 好 小 部 主 样 樣 理 心 本 前 开 開 想 实 實"},
    {8.6f, O,
     "日 军 軍 者 意 无 無 力 它 与 與 长 長 把 机 機 十 民 第 公 此 已 工 使 情 明 性 知 全 三 又 关 關 点 點 正 将 將 两 兩 高 间 間 由 问 問 题 題 很 "
     "最 重 并 並 手 应 應 战 戰 向 头 頭 文 二 什 何 济 濟 己 月 代 候 果 美"},
    {0.0f, O, NULL},
};

const syn_surprisal_language syn_surprisal_languages[] = {
    {"English", english},
    {"French", french},
    {"German", german},
    {"Spanish", spanish},
    {"Portuguese", portuguese},
    {"Italian", italian},
    {"Dutch", dutch},
    {"Russian", russian},
    {"Polish", polish},
    {"Swedish", swedish},
    {"Turkish", turkish},
    {"Arabic", arabic},
    {"Chinese", chinese},
    {NULL, NULL},
};
