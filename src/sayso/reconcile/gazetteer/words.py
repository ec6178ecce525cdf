"""Closed word lists about places: kinds, abbreviations, and what peoples are called.

Origins: kinds of areas as in GeoNames and ISO 3166-2; abbreviations of states as in the usage of news
agencies; peoples from general knowledge, one to a country, only where the word means nothing else.
"""

from __future__ import annotations

from sayso.reconcile.phrases import word_set

AREA_WORDS = {
    **dict.fromkeys(
        word_set(
            "governorate province state region department oblast prefecture emirate canton voivodeship krai"
        ),
        "admin1",
    ),
    **dict.fromkeys(word_set("county district municipality parish subdistrict raion rayon"), "admin2"),
}
"""Words after or before a name that say it is an area, and the level at which it stands at the least."""
SIZES = word_set("city town village hamlet suburb township settlement")
SITES = word_set(
    "river lake mountain mountains valley island desert sea gulf bay canal camp base airport airbase road "
    "street highway avenue bridge square market mosque church school hospital hotel zone compound site"
)
"""Words that say that a name is nothing the gazetteer has."""
NO_NAMES = (
    SIZES
    | SITES
    | frozenset(AREA_WORDS)
    | word_set("north south east west northern southern eastern western central upper lower old new end hall")
)
"""Words that alone, or among themselves, name no place, though there are towns that are called so."""
ABBREVIATED = {"st.": "saint", "ste.": "sainte", "ft.": "fort", "mt.": "mount"}

COUNTRY_SHORT = {
    "US": "US", "U.S.": "US", "USA": "US", "U.S.A.": "US", "U.S": "US", "UK": "GB", "U.K.": "GB",
    "Britain": "GB", "UAE": "AE", "U.A.E.": "AE", "DRC": "CD", "America": "US",
    "Zaire": "CD", "Burma": "MM", "Ceylon": "LK", "Persia": "IR", "Swaziland": "SZ", "Rhodesia": "ZW",
    "Holland": "NL", "Ivory Coast": "CI", "Czech Republic": "CZ", "Macedonia": "MK", "Siam": "TH",
    "Upper Volta": "BF", "Turkey": "TR", "West Germany": "DE", "Soviet Union": "SUHH", "USSR": "SUHH",
    "U.S.S.R.": "SUHH", "Yugoslavia": "YUCS", "East Germany": "DDDE", "Czechoslovakia": "CSHH",
}  # fmt: skip
"""Short and old names of countries that the gazetteer lacks, or has for something else as well."""

STATES = {
    "ala": "AL", "ariz": "AZ", "ark": "AR", "calif": "CA", "colo": "CO", "conn": "CT", "del": "DE",
    "d.c": "DC", "fla": "FL", "ga": "GA", "ill": "IL", "ind": "IN", "kan": "KS", "kans": "KS", "ky": "KY",
    "la": "LA", "md": "MD", "mass": "MA", "mich": "MI", "minn": "MN", "miss": "MS", "mo": "MO",
    "mont": "MT", "neb": "NE", "nev": "NV", "n.h": "NH", "n.j": "NJ", "n.m": "NM", "n.y": "NY", "n.c": "NC",
    "n.d": "ND", "okla": "OK", "ore": "OR", "pa": "PA", "r.i": "RI", "s.c": "SC", "s.d": "SD",
    "tenn": "TN", "tex": "TX", "vt": "VT", "va": "VA", "wash": "WA", "w.va": "WV", "wis": "WI", "wyo": "WY",
}  # fmt: skip
"""Abbreviations of states of the US, lower case, without the last point."""

PEOPLES = {
    code: tuple(words.split())
    for code, words in (
        line.split(" ", 1)
        for line in """\
AF Afghan Afghans
AL Albanian Albanians
DZ Algerian Algerians
AO Angolan Angolans
AR Argentine Argentinian Argentinians
AM Armenian Armenians
AU Australian Australians
AT Austrian Austrians
AZ Azerbaijani Azeri
BH Bahraini Bahrainis
BD Bangladeshi Bangladeshis
BY Belarusian Belarusians
BE Belgian Belgians
BO Bolivian Bolivians
BA Bosnian Bosnians
BR Brazilian Brazilians
GB British Briton Britons
BG Bulgarian Bulgarians
MM Burmese
BI Burundian Burundians
KH Cambodian Cambodians
CM Cameroonian Cameroonians
CA Canadian Canadians
TD Chadian Chadians
CL Chilean Chileans
CN Chinese
CO Colombian Colombians
CD Congolese
CR Rican
HR Croatian Croatians
CU Cuban Cubans
CY Cypriot Cypriots
CZ Czech Czechs
DK Danish Dane Danes
EC Ecuadorian Ecuadorean Ecuadorians
EG Egyptian Egyptians
SV Salvadoran Salvadorans Salvadorean
ER Eritrean Eritreans
EE Estonian Estonians
ET Ethiopian Ethiopians
FI Finnish Finn Finns
FR French Frenchman
GM Gambian Gambians
GE Georgian
DE German Germans
GH Ghanaian Ghanaians
GR Greek Greeks
GT Guatemalan Guatemalans
GN Guinean Guineans
HT Haitian Haitians
HN Honduran Hondurans
HU Hungarian Hungarians
IS Icelandic
IN Indian
ID Indonesian Indonesians
IR Iranian Iranians
IQ Iraqi Iraqis
IE Irish
IL Israeli Israelis
IT Italian Italians
CI Ivorian Ivorians
JM Jamaican Jamaicans
JP Japanese
JO Jordanian Jordanians
KZ Kazakh Kazakhs
KE Kenyan Kenyans
XK Kosovar Kosovan
KW Kuwaiti Kuwaitis
KG Kyrgyz
LA Lao Laotian
LV Latvian Latvians
LB Lebanese
LR Liberian Liberians
LY Libyan Libyans
LT Lithuanian Lithuanians
MG Malagasy
MW Malawian Malawians
MY Malaysian Malaysians
ML Malian Malians
MT Maltese
MR Mauritanian Mauritanians
MX Mexican Mexicans
MD Moldovan Moldovans
MN Mongolian Mongolians
ME Montenegrin
MA Moroccan Moroccans
MZ Mozambican Mozambicans
NA Namibian Namibians
NP Nepalese Nepali
NL Dutch
NZ Zealander Zealanders
NI Nicaraguan Nicaraguans
NG Nigerian Nigerians
NE Nigerien
NO Norwegian Norwegians
OM Omani Omanis
PK Pakistani Pakistanis
PS Palestinian Palestinians
PA Panamanian Panamanians
PY Paraguayan Paraguayans
PE Peruvian Peruvians
PH Filipino Filipinos Philippine
PL Polish Pole Poles
PT Portuguese
QA Qatari Qataris
RO Romanian Romanians
RU Russian Russians
RW Rwandan Rwandans
SA Saudi Saudis
SN Senegalese
RS Serbian Serb Serbs
SL Leonean
SG Singaporean
SK Slovak Slovaks
SI Slovenian Slovene
SO Somali Somalis Somalian
ZA African
SS Sudanese
ES Spanish Spaniard Spaniards
LK Lankan Lankans
SE Swedish Swede Swedes
CH Swiss
SY Syrian Syrians
TW Taiwanese
TJ Tajik Tajiks
TZ Tanzanian Tanzanians
TH Thai Thais
TN Tunisian Tunisians
TR Turkish Turk Turks
TM Turkmen
UG Ugandan Ugandans
UA Ukrainian Ukrainians
AE Emirati Emiratis
US American Americans
UY Uruguayan Uruguayans
UZ Uzbek Uzbeks
VE Venezuelan Venezuelans
VN Vietnamese
YE Yemeni Yemenis
ZM Zambian Zambians
ZW Zimbabwean Zimbabweans""".splitlines()
    )
}
"""ISO 3166-1 codes with what the country's people are called."""
NOT_ALONE = word_set("African Sudanese Indian Turkmen Rican Leonean Lankan Zealander Zealanders Dane Pole")
"""Of these, words that mean the country only together with another word, or in few texts; left out."""
COUNTRY_OF = {
    word: code for code, words in PEOPLES.items() for word in words if word not in NOT_ALONE
} | {
    "South African": "ZA", "South Sudanese": "SS", "Sudanese": "SD", "Sri Lankan": "LK",
    "Costa Rican": "CR", "Sierra Leonean": "SL", "New Zealander": "NZ", "South Korean": "KR",
    "North Korean": "KP", "Saudi Arabian": "SA", "Indian": "IN", "Burkinabe": "BF",
}  # fmt: skip
"""Words for a country's people, with its code."""
