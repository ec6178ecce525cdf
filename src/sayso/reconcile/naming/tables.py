"""The words that names are made of. Own compilations, but for English short forms (see given_names)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path


def word_set(text: str) -> frozenset[str]:
    """A word list, written as running text."""
    return frozenset(text.split())


# Before or between names: the, of, son of, daughter of. They tell nobody apart.
PARTICLES = word_set(
    "al el ul ad an ar as ash at az de del della dela di da do dos das du la le les lo los las van von der "
    "den "
    "ter ten zu zum zur af av y e i und bin ibn ben binti bint bte bt ould oulds walad wuld vom ur ud us the"
)
ARTICLES = word_set("al el ul ad an ar as ash at az ur ud us il ol")
SONS = word_set("bin ibn ben bn b")
SERVANT = word_set("abd abdul abdal abdel abdol abdoul abdur abdar abder abdus abdu ebd abdil")
FATHER = word_set("abu abou abo aba umm om oum")
FAITH = word_set("din deen dine eddin eddine uddin addin aldin aldeen uddeen udin dean")
OF_GOD = word_set("allah ullah ollah lah ellah alla ulla lh")
# Before a name, or an office before it: never part of it.
TITLES = word_set(
    "mr mrs ms miss mx dr sir dame prof professor president premier prime minister secretary governor mayor "
    "senator sen rep representative congressman congresswoman ambassador envoy chancellor lady lord "
    "pope rev reverend fr archbishop cardinal gen general lt lieutenant col colonel maj cmdr "
    "capt captain sgt sergeant cpl corporal pvt private adm admiral brig brigadier marshal sheriff deputy "
    "officer inspector "
    "superintendent constable detective chief director chairman chairwoman spokesman spokeswoman attorney "
    "prosecutor justice hon honorable honourable excellency he hrh ing eng dipl mag lic herr frau monsieur "
    "madame mme mlle "
    "senor senora sr sra srta don dona signor signora mullah maulana mawlawi maulvi mawlana ustad ustaz "
    "ayatollah hojatoleslam imam prasident presidente generalleutnant gospodin pan pani comrade"
)
# Offices before which a place or body may stand: "Lorvan Mayor Ana Torres".
OFFICES = word_set(
    "president minister secretary governor mayor senator representative ambassador chancellor spokesman "
    "spokeswoman general colonel lieutenant admiral brigadier inspector superintendent detective "
    "congressman congresswoman chairman chairwoman prosecutor attorney director"
)
# Titles that are also names: they count if both names have them and are passed over if not.
OPTIONAL = word_set(
    "sheikh shaikh sheik shaykh cheikh shekh haji hajji hadji hajj haj haaji al-haj sayyid sayed sayid syed"
    " sayyed seyed "
    "sidi moulay mulla mulah molla akhund agha aga khan qari hafiz mir mirza bey beg pasha effendi ustadh "
    "emir amir khatun begum bibi sahib saheb king queen prince princess sultan major judge father sister "
    "brother mother bishop doctor commander na"
)
SUFFIXES = {
    "jr": "junior", "junior": "junior", "jnr": "junior", "hijo": "junior", "filho": "junior",
    "fils": "junior",
    "sr": "senior", "snr": "senior", "senior": "senior", "pere": "senior",
    "ii": "the second", "iii": "the third", "iv": "the fourth",
}  # fmt: skip
DEGREES = word_set("phd md esq mba msc bsc obe cbe mbe kbe qc kc mp mep ret retd llm dds cpa")

FAMILIES = tuple(
    word_set(line)
    for line in Path(__file__).with_name("families.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
)
# Too many people have these for them to say much by themselves.
FREQUENT = word_set(
    "mohammed ahmed hassan hussein ali abdullah ibrahim joseph john mary smith jones lee kim park li wang "
    "zhang "
    "chen nguyen garcia lopez martinez rodriguez perez gonzalez hernandez singh kumar ivanov khan silva "
    "santos"
)
COMMON = FREQUENT.union(*(family for family in FAMILIES if family & FREQUENT))


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
        "limited liability company", "limited liability co", "limited liability", "private limited",
        "pvt ltd", "pte ltd", "pty ltd",
        "private limited company", "pty limited", "co ltd", "company limited", "corporation limited",
        "ltd co", "ltd", "limited", "llc", "gmbh",
        "gesellschaft mit beschrankter haftung", "ooo", "tov", "too", "sarl", "s a r l", "srl", "s r l",
        "bv", "bvba", "sprl", "sl", "slu", "spzoo",
        "sp z o o", "sp z oo", "doo", "d o o", "kft", "sro", "s r o", "oy", "aps", "ltda", "lda", "uab",
        "sia", "ou", "mbh",
        "societatea cu raspundere limitata", "societe a responsabilite limitee",
        "sociedad de responsabilidad limitada",
        "sociedad limitada", "societa a responsabilita limitata", "besloten vennootschap", "s de rl",
        "s de rl de cv", "sdn bhd", "eood", "ood",
        "obshchestvo s ogranichennoy otvetstvennostyu", "tovarystvo z obmezhenoyu vidpovidalnistyu", "zrt",
        "wll", "fze", "fzco", "dmcc",
    ),
    "stock": (
        "joint stock company", "open joint stock company", "public joint stock company",
        "closed joint stock company",
        "aktiengesellschaft", "aktiebolag", "aktieselskab", "ag", "sa", "s a", "spa", "s p a", "jsc",
        "ojsc", "pjsc", "cjsc", "oao", "pao", "zao", "ao",
        "plc", "public limited company", "as", "asa", "ab", "nv", "naamloze vennootschap", "se", "kk",
        "kabushiki kaisha", "pt", "tbk", "oyj", "ad", "aps",
        "sociedad anonima", "societe anonyme", "societa per azioni", "sa de cv", "s a de c v", "sab de cv",
        "saa", "akciova spolecnost", "a s",
        "aktsionernoe obshchestvo", "otkrytoe aktsionernoe obshchestvo",
        "publichnoe aktsionernoe obshchestvo", "zakrytoe aktsionernoe obshchestvo", "sae", "saog", "saoc",
        "anonim sirketi",
    ),
    "simplified": ("sas", "s a s", "societe par actions simplifiee"),
    "partnership": (
        "lp", "l p", "llp", "lllp", "limited partnership", "kg", "snc", "gmbh co kg",
        "kommanditgesellschaft", "gbr", "ohg"),
    "association": (
        "ano", "nko", "ev", "e v", "ngo", "npo", "avtonomnaya nekommercheskaya organizatsiya",
        "eingetragener verein", "asbl", "vzw",
    ),
    "": (
        "inc", "incorporated", "corp", "corporation", "co", "company", "& co", "cie", "compania",
        "sociedad", "na", "n a", "gruppe",
        "holding", "holdings", "group", "grupo", "groupe", "and co", "corporacion", "tm",
    ),
}  # fmt: skip
FORM_NAMES = {
    "limited": "a limited company", "stock": "a stock company", "simplified": "a simplified stock company",
    "partnership": "a partnership", "association": "an association",
}  # fmt: skip
VESSEL_PREFIXES = word_set(
    "mv mt ms mts ss sv rv fv hms uss usns hmas hmcs ins fs mf mvs tss rms hmnzs mtv ft tug"
)
SPOKEN = word_set("us usa uk un uae eu")
"""Short forms that are printed in capitals."""
SHORTENED = {
    "intl": "international", "int": "international", "natl": "national", "govt": "government",
    "dept": "department", "univ": "university",
    "assn": "association", "assoc": "association", "org": "organization", "organisation": "organization",
    "bros": "brothers",
    "mfg": "manufacturing", "min": "ministry", "centre": "center", "defence": "defense", "labour": "labor",
    "harbour": "harbor",
    "us": "united states", "usa": "united states", "uk": "united kingdom", "un": "united nations",
    "uae": "united arab emirates",
    "eu": "european union", "mt": "mount", "ft": "fort", "st": "saint", "sankt": "saint", "ste": "saint",
    "programme": "program",
    "agri": "agricultural", "bn": "battalion", "bde": "brigade", "div": "division", "regt": "regiment",
    "&": "and",
}  # fmt: skip
# Words that say no more than what kind of body it is, or nothing at all.
INSTITUTIONS = word_set(
    "ministry minister interior exterior defense foreign affairs health justice finance education police "
    "army navy "
    "force air government state national military council court supreme parliament assembly senate security"
    " service "
    "intelligence department authority agency office commission committee presidency federal border guard "
    "coast general "
    "staff hospital university prosecutor public civil red cross crescent federation party union"
)
PLACE_KINDS = word_set("city town village municipality")
LEADING_FORMS = word_set("ooo oao pao zao ao jsc ojsc pjsc cjsc llc ano srl tov too sarl nko ltd gmbh pt")
GENERIC = word_set(
    "the of and for in at a an de la le el los las du des der die das und y e et des del di "
    "group organization movement s"
)
EMPTY = GENERIC | ARTICLES
EMPTY_IN_PLACES = EMPTY | PLACE_KINDS
NUMBER_WORDS = """
zero
one first 1st i
two second 2nd ii
three third 3rd iii
four fourth 4th iv
five fifth 5th v
six sixth 6th vi
seven seventh 7th vii
eight eighth 8th viii
nine ninth 9th ix
ten tenth 10th x
eleven eleventh 11th xi
twelve twelfth 12th xii
thirteen thirteenth 13th xiii
fourteen fourteenth 14th xiv
fifteen fifteenth 15th xv
sixteen sixteenth 16th xvi
seventeen seventeenth 17th xvii
eighteen eighteenth 18th xviii
nineteen nineteenth 19th xix
twenty twentieth 20th xx
"""
NUMBERS = {
    word: number for number, words in enumerate(NUMBER_WORDS.strip().splitlines()) for word in words.split()
}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
