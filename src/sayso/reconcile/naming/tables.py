"""The words that names are made of. Own compilations, but for English short forms (see given_names)."""

from __future__ import annotations

from functools import lru_cache


def word_set(text: str) -> frozenset[str]:
    """A word list, written as running text."""
    return frozenset(text.split())


# Before or between names: the, of, son of, daughter of. They tell nobody apart.
PARTICLES = word_set(
    "al el ul ad an ar as ash at az de del della dela di da do dos das du la le les lo los las van von der den "
    "ter ten zu zum zur af av y e i und bin ibn ben binti bint bte bt ould oulds walad wuld vom ur ud us the"
)
ARTICLES = word_set("al el ul ad an ar as ash at az ur ud us il ol")
SONS = word_set("bin ibn ben bn b")
SERVANT = word_set("abd abdul abdal abdel abdol abdoul abdur abdar abder abdus abdu ebd abdil")
FATHER = word_set("abu abou abo aba umm om oum")
FAITH = word_set("din deen dine eddin eddine uddin addin aldin aldeen uddeen udin dean")
OF_GOD = word_set("allah ullah ollah lah ellah alla")
# Before a name, or an office before it: never part of it.
TITLES = word_set(
    "mr mrs ms miss mx dr sir dame prof professor president premier prime minister secretary governor mayor "
    "senator sen rep representative congressman congresswoman ambassador envoy chancellor lady lord "
    "pope rev reverend fr archbishop cardinal gen general lt lieutenant col colonel maj cmdr "
    "capt captain sgt sergeant cpl corporal pvt private adm admiral brig brigadier marshal sheriff deputy officer inspector "
    "superintendent constable detective chief director chairman chairwoman spokesman spokeswoman attorney "
    "prosecutor justice hon honorable honourable excellency he hrh ing eng dipl mag lic herr frau monsieur madame mme mlle "
    "senor senora sr sra srta don dona signor signora mullah maulana mawlawi maulvi mawlana ustad ustaz "
    "ayatollah hojatoleslam imam prasident presidente generalleutnant gospodin pan pani comrade"
)
# Titles that are also names: they count if both names have them and are passed over if not.
OPTIONAL = word_set(
    "sheikh shaikh sheik shaykh cheikh shekh haji hajji hadji hajj haj haaji al-haj sayyid sayed sayid syed sayyed seyed "
    "sidi moulay mulla mulah molla akhund agha aga khan qari hafiz mir mirza bey beg pasha effendi ustadh "
    "emir amir khatun begum bibi sahib saheb king queen prince princess sultan major judge father sister "
    "brother mother bishop doctor commander na"
)
SUFFIXES = {
    "jr": "junior", "junior": "junior", "jnr": "junior", "hijo": "junior", "filho": "junior", "fils": "junior",
    "snr": "senior", "senior": "senior", "pere": "senior",
    "ii": "the second", "iii": "the third", "iv": "the fourth",
}  # fmt: skip
DEGREES = word_set("phd md esq mba msc bsc obe cbe mbe kbe qc kc mp mep ret retd llm dds cpa")

# One given name in its spellings and tongues, unvowelled where its script leaves vowels out.
FAMILIES = tuple(
    word_set(line)
    for line in """
mohammed muhammad mohammad mohamed muhammed mohamad muhamad muhamed mohamud mahomed mochammad mohd maxamed mehmet mehmed mohammod mhmd magomed mukhammad muxammad mamadou mahamat mouhamed mouhamadou mohamet
ahmed ahmad ahmet achmed achmad axmed akhmed akhmad ahamed hmd
mahmoud mahmud mahmood mehmood makhmud maxmuud mhmwd
hamid hameed hamed hmyd
hassan hasan hasen khasan xasan hassane hsn
hussein hussain husain husayn hossein hosein hussien hussin huseyin housseine hoceine hsyn husein xuseen khusein khusain
ali aly aliy ly
omar umar umer omer oumar omr cumar
amr amro amru
osama usama oussama ousama usamah osamah
othman uthman osman usman ousmane usmaan cusmaan
youssef yusuf yousef yosef yusef youssouf yussuf joseph josef jose giuseppe jozef iosif osip pepe joe yusup yusif ywsf
ibrahim ebrahim ibraheem abraham avraham abram ibragim brahim ibrahima brhym
ismail ismael esmail esmaeil ismayil ishmael smyl
isaac ishaq yitzhak itzhak isak ishak yitzchak eishaq
jacob yaqub yakub yaakov yakov jakob yaqoob jaime santiago iago jacobo
moses musa moussa moshe mousa mose moises moise
jesus isa eisa issa iisa ciise
noah nuh nooh nouh
david daoud dawood daud dawud davud dwd dawit
solomon suleiman sulayman suleyman sulaiman soliman salomon shlomo slymn
said saeed saeid sayeed saed
saad sad saadi
khalid khaled halid khalit chaled
salim saleem selim slim
salem salim
salam
salman selman
saleh salih salah
khalil khaleel halil
jamal gamal jemal djamel cemal jamaal
kamal kemal kamaal
jamil jameel gamil cemil
karim kareem kerim krym
rashid rasheed rachid reshid rshyd
rashad reshad
tariq tarek tareq tarik tarique trq
farouk faruq farooq farukh faruk
walid waleed oualid
majid majeed magid madjid mjyd
majed maged
yahya yehia yahia yehya yxya
yasin yassin yaseen yassine
yasser yasir yaser yassir
mustafa mostafa moustafa mustapha mostapha mustafo mstfy
abdullah abdallah abdulla abdalla abdullahi abdollah abdoulaye cabdullaahi abdulloh cabdulahi
abdulrahman abdurrahman abdurahman abdelrahman abderrahmane abdarrahman abdirahman abdurehman cabdiraxmaan
abdulaziz abdelaziz abdalaziz
fatima fatimah fatma fatemeh fatemah fatoumata
aisha aysha ayesha aicha aischa aishah
maryam mariam mary maria marie miriam meryem miryam
zainab zaynab zeinab zeynep zaineb
layla leila laila leyla
khadija khadijah hatice khadidja
amina aminah amine amna
nasser naser nasir nassir naseer
hani hany
hafez hafiz
bashir basheer bechir bachir
bashar bachar
rami ramy
sami samy
wissam wesam wisam
qassem qasim qasem kassem kasim gasem kassim qsm
qadir qader kader kadir kadeer
reza rida riza ridha
mehdi mahdi mahdy
javad jawad jawwad
alexander aleksandr alexandr aleksander oleksandr alexandre alejandro alessandro aliaksandr iskander sasha sascha alex sander oleksander aleksandar alexandros
alexandra aleksandra oleksandra alejandra
alexei aleksei alexey aleksey oleksiy oleksii alexej aliaksei alyosha lyosha aleksej
andrew andrei andrey andriy andrii andreas andre andres andrzej andrea ondrej andrej andras
dmitry dmitri dmitriy dmytro dimitri dimitrij dmitrij dima dimitar dmitrii dimitris dzmitry
yevgeny evgeny evgeni yevgeni evgenii yevhen yevhenii evgeniy eugene jewgeni zhenya eugen evgenij evgenia
sergei sergey sergej serhiy serhii serge siarhei sergio sergiy sergii sergi serhij
mikhail michael mykhailo mikhailo michail misha miguel michel michele mikael mihail mike mick mihai michal micheal mykhaylo
nikolai nikolay nicolas nicholas nikolaj mykola nicola nicolae niklas kolya nick miklos nikola nikolas
vladimir volodymyr wladimir vladimer uladzimir wolodymyr vova volodya vlad
vladislav vladyslav wladislaw
yuri yuriy yury yurii jurij juri yuryi iurii
igor ihor
oleg oleh
pavel pavlo paul pablo paolo paulo pawel pasha pavlos
peter petr petro piotr pedro pierre pietro pyotr petros piet petar
ivan ioan john ivo juan jean johann johannes giovanni joao jan ian jack johnny hans vanya hannes yohannes johan jon sean yahya juanito jonas evan janos
konstantin kostyantyn constantin constantine kostya costas kostas
vasily vasiliy vasyl basil vassily vasili wassili
viktor victor vitya wiktor
viktoria victoria viktoriya
grigory grigori grigoriy hryhoriy gregory gregor gregorio hrihorii grischa greg
yaroslav jaroslav iaroslav
maxim maksim maksym maxime max maks
roman romain
ruslan rouslan
arkady arkadi arkadiy arkadii arkadij
anatoly anatoliy anatoli anatolii anatolij
gennady gennadi hennadii gennadiy gennadij
leonid leonyd
tatiana tatyana tetiana tanya
ekaterina yekaterina kateryna catherine katherine kathryn katarina catalina katerina kate katya katja
yelena elena helena helen olena lena
natalia natalya nataliya natasha nataly natalie
yulia julia yuliya iulia giulia
olga olha
anna ana ann anne hannah hanna anya anja annie
svetlana svitlana sveta
ksenia xenia kseniya oksana
anastasia anastasiya nastya
elizabeth isabel yelizaveta elisabeth liza lisa elisaveta eliza isabella
george georg jorge georgy georgi giorgio jiri yegor jerzy georges georgios jurgen heorhii georgiy giorgi
francis francisco francesco franz frantisek paco pancho francois frank
joseph pepe
james jaime santiago jaume jim jimmy diego
william guillermo wilhelm guillaume willem bill billy will guglielmo vilhelm liam
henry enrique heinrich henri enrico henrik hendrik harry hank
charles carlos karl carl carlo karel carolus chuck charlie
louis luis ludwig luigi lewis ludovic lluis
edward eduardo eduard edouard edoardo ed eddie ted
robert roberto bob bobby rob ruperto
roberta
richard ricardo ricard riccardo dick rick
philip felipe philippe filippo filip phil
anthony antonio antoine anton tony toni antoni tonyo antonin antonis
stephen steven stefan esteban stefano etienne steve istvan stephane szczepan
thomas tomas tommaso tom tommy
matthew mateo matthias matteo mathieu matt matvei matvey
mark marcos marco marc marcus markus
luke lucas luca lukas lukasz
raphael rafael raffaele rafal
gabriel jibril jibreel djibril jabril
ferdinand fernando hernando nando
alphonse alfonso alonso
emmanuel manuel emanuel manolo immanuel
benjamin ben binyamin benny benyamin benji
daniel danilo dan danny danyal danial
samuel shmuel sam sammy
joshua yehoshua josh
jonathan yonatan jon
rebecca rivka
rachel rahel raquel
sarah sara
judah yehuda jehuda
eliezer elazar
chaim haim hayim
shimon simon simeon
ariel arik
guadalupe lupe
ignacio nacho
concepcion concha
dolores lola
rosario charo
francisca paca
mercedes meche
frederick friedrich fredrik federico frederic fred fritz fryderyk frederik
walter gualterio
christopher cristobal christophe christoph cristoforo chris kristof
christian cristian kristian
lawrence lorenzo laurent lorenz larry laurence
vincent vicente vincenzo
raymond ramon raimundo
raul raoul
olaf olav oluf
""".strip().splitlines()
)
# Too many people have these for them to say much by themselves.
COMMON = frozenset().union(*FAMILIES[:4], *(line for line in FAMILIES if line & {"hassan", "hussein", "ali", "abdullah", "john", "ibrahim", "yousef", "maria"})) | word_set(
    "smith jones lee kim park li wang zhang chen nguyen garcia lopez martinez rodriguez perez gonzalez hernandez singh kumar "
    "ivanov khan silva santos"
)  # fmt: skip


@lru_cache(maxsize=1)
def family_numbers() -> dict[str, frozenset[int]]:
    """The families of FAMILIES that a given name belongs to."""
    found: dict[str, set[int]] = {}
    for number, family in enumerate(FAMILIES):
        for name in family:
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


# Legal forms by what they are, so that one country's stands for another's; the longest first.
LEGAL_FORMS = {
    "limited": (
        "limited liability company", "limited liability co", "limited liability", "private limited", "pvt ltd", "pte ltd", "pty ltd",
        "private limited company", "pty limited", "co ltd", "company limited", "corporation limited", "ltd co", "ltd", "limited", "llc", "gmbh",
        "gesellschaft mit beschrankter haftung", "ooo", "tov", "too", "sarl", "s a r l", "srl", "s r l", "bv", "bvba", "sprl", "sl", "slu", "spzoo",
        "sp z o o", "sp z oo", "doo", "d o o", "kft", "sro", "s r o", "oy", "aps", "ltda", "lda", "uab", "sia", "ou", "mbh",
        "societatea cu raspundere limitata", "societe a responsabilite limitee", "sociedad de responsabilidad limitada",
        "sociedad limitada", "societa a responsabilita limitata", "besloten vennootschap", "s de rl", "s de rl de cv", "sdn bhd", "eood", "ood",
        "obshchestvo s ogranichennoy otvetstvennostyu", "tovarystvo z obmezhenoyu vidpovidalnistyu", "zrt", "wll", "fze", "fzco", "dmcc",
    ),
    "stock": (
        "joint stock company", "open joint stock company", "public joint stock company", "closed joint stock company",
        "aktiengesellschaft", "aktiebolag", "aktieselskab", "ag", "sa", "s a", "spa", "s p a", "jsc", "ojsc", "pjsc", "cjsc", "oao", "pao", "zao", "ao",
        "plc", "public limited company", "as", "asa", "ab", "nv", "naamloze vennootschap", "se", "kk", "kabushiki kaisha", "pt", "tbk", "oyj", "ad", "aps",
        "sociedad anonima", "societe anonyme", "societa per azioni", "sa de cv", "s a de c v", "sab de cv", "saa", "akciova spolecnost", "a s",
        "aktsionernoe obshchestvo", "otkrytoe aktsionernoe obshchestvo", "publichnoe aktsionernoe obshchestvo", "zakrytoe aktsionernoe obshchestvo", "sae", "saog", "saoc", "anonim sirketi",
    ),
    "simplified": ("sas", "s a s", "societe par actions simplifiee"),
    "partnership": ("lp", "l p", "llp", "lllp", "limited partnership", "kg", "snc", "gmbh co kg", "kommanditgesellschaft", "gbr", "ohg"),
    "association": (
        "ano", "nko", "ev", "e v", "ngo", "npo", "avtonomnaya nekommercheskaya organizatsiya", "eingetragener verein", "asbl", "vzw",
    ),
    "": (
        "inc", "incorporated", "corp", "corporation", "co", "company", "& co", "cie", "compania", "sociedad", "na", "n a", "gruppe",
        "holding", "holdings", "group", "grupo", "groupe", "and co", "corporacion", "tm",
    ),
}  # fmt: skip
FORM_NAMES = {
    "limited": "a limited company", "stock": "a stock company", "simplified": "a simplified stock company",
    "partnership": "a partnership", "association": "an association",
}  # fmt: skip
VESSEL_PREFIXES = word_set("mv mt ms mts ss sv rv fv hms uss usns hmas hmcs ins fs mf mvs tss rms hmnzs mtv ft tug")
SHORTENED = {
    "intl": "international", "int": "international", "natl": "national", "govt": "government", "dept": "department", "univ": "university",
    "assn": "association", "assoc": "association", "org": "organization", "organisation": "organization", "bros": "brothers",
    "mfg": "manufacturing", "min": "ministry", "centre": "center", "defence": "defense", "labour": "labor", "harbour": "harbor",
    "us": "united states", "usa": "united states", "uk": "united kingdom", "un": "united nations", "uae": "united arab emirates",
    "eu": "european union", "mt": "mount", "ft": "fort", "st": "saint", "sankt": "saint", "ste": "saint", "programme": "program",
    "agri": "agricultural", "bn": "battalion", "bde": "brigade", "div": "division", "regt": "regiment", "&": "and",
}  # fmt: skip
# Words that say no more than what kind of body it is, or nothing at all.
GENERIC = word_set(
    "the of and for in at a an de la le el los las du des der die das und y e et des del di "
    "group organization movement s"
)
NUMBERS = {
    word: number
    for number, words in enumerate(
        "zero one|first|1st|i two|second|2nd|ii three|third|3rd|iii four|fourth|4th|iv five|fifth|5th|v six|sixth|6th|vi "
        "seven|seventh|7th|vii eight|eighth|8th|viii nine|ninth|9th|ix ten|tenth|10th|x eleven|eleventh|11th|xi "
        "twelve|twelfth|12th|xii thirteen|thirteenth|13th|xiii fourteen|fourteenth|14th|xiv fifteen|fifteenth|15th|xv "
        "sixteen|sixteenth|16th|xvi seventeen|seventeenth|17th|xvii eighteen|eighteenth|18th|xviii nineteen|nineteenth|19th|xix "
        "twenty|twentieth|20th|xx".split()
    )
    for word in words.split("|")
}
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
