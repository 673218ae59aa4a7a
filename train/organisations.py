"""Names of invented organisations, put in place of the ones in the training articles."""

from __future__ import annotations

import random
import string

from kg.extract.places import gazetteer
from train.people import family_name

_BODIES = """
Academy|Agency|Airlines|Alliance|Association|Bank|Bureau|Chamber of Commerce|City Council|Club|Coalition|College|
Commission|Committee|Company|Cooperative|Council|Court of Appeals|Daily|Department of Health|District Court|Electric|
Federation|Film Festival|Fire Department|Forum|Foundation|Front|Fund|Gazette|Globe|Group|Guard|Herald|High School|
Holdings|Hospital|Industries|Initiative|Institute|Institute of Technology|Insurance|Journal|Labs|League|Mail|
Medical Center|Ministry of Defence|Monitor|Movement|Museum|National Guard|Network|News|Observatory|Observer|Office|
Orchestra|Organisation|Parliament|Partners|Party|Petroleum|Philharmonic|Police|Police Department|Post|Press|
Radio|Railways|Red Cross|Review|School District|Security Service|Senate|Sentinel|Society|State University|Star|
Steel|Supreme Court|Symphony|Telegraph|Television|Theatre Company|Times|Tribune|Trust|Union|United|University|Watch
"""
_TEAMS = """
Albion|Angels|Bears|Bisons|Braves|Bulls|Chargers|City|Comets|Dragons|Dynamo|Eagles|Falcons|Giants|Hawks|Hornets|
Hurricanes|Kings|Lions|Lokomotiv|Mariners|Panthers|Pirates|Rangers|Reds|Rovers|Royals|Saints|Sharks|Spartans|
Sporting|Stars|Tigers|Titans|Town|Wanderers|Warriors|Wolves
"""
_FIELDS = """
Agriculture|Astronomy|Climate Research|Consumer Affairs|Culture|Defence|Economic Policy|Education|Energy|Finance|
Fisheries|Foreign Affairs|Forestry|Health|Housing|Human Rights|Infrastructure|Interior|International Affairs|Justice|
Labour|Marine Science|Medicine|Migration|Peace|Press Freedom|Public Health|Science|Social Research|Statistics|
Tourism|Trade|Transport|War Studies|Water|Women’s Rights
"""
_WIDE = """
American|Asian|Baltic|Central|Coastal|East|Eastern|European|Federal|First|General|Global|Grand|International|Joint|
Metropolitan|National|New|North|Northern|Pacific|Pan-African|People’s|Public|Royal|South|Southern|State|United|West|
Western|World
"""
_HEADS = "Bureau|Centre|Center|Committee|Council|Department|Institute|Ministry|Office|Society|Faculty|School"
_BEGINNINGS = "Ar|Bel|Cor|Del|Ek|Fen|Gal|Hal|Iv|Jor|Kel|Lum|Mir|Nor|Or|Pol|Quan|Ros|Sol|Tal|Ul|Ves|Wav|Xen|Yar|Zen"
_MIDDLES = "a|e|i|o|u|ari|ero|ino|ova|ita|ul|en|is|"
_ENDS = "bit|cast|co|dex|dia|dyne|fon|gen|gram|ka|line|lux|max|na|net|nova|pay|ra|ron|soft|sta|tech|tor|via|wave|x|zon"


def words(listed: str) -> tuple[str, ...]:
    """The parts of a list, which "|" divides."""
    return tuple(listed.replace("\n", "").strip().split("|"))


BODIES, TEAMS, FIELDS, WIDE, HEADS = map(words, (_BODIES, _TEAMS, _FIELDS, _WIDE, _HEADS))
SYLLABLES = tuple(map(words, (_BEGINNINGS, _MIDDLES, _ENDS)))
PLACES = tuple(name for name in gazetteer() if name[0].isupper())


def other_name(name: str, rng: random.Random) -> str | None:
    """An invented name of the same kind as `name`: initials, one word or several; None if it is no name in capitals."""
    if not name[0].isupper():
        return None
    if name.isupper():
        return "".join(rng.choices(string.ascii_uppercase, k=rng.choice((2, 3, 3, 3, 4, 4, 5))))
    return rng.choice((rng.choice(TEAMS), coined(rng), coined(rng))) if " " not in name else several(rng)


def coined(rng: random.Random) -> str:
    """One word, as companies and movements are called."""
    return "".join(map(rng.choice, SYLLABLES))


def several(rng: random.Random) -> str:
    """A name of several words."""
    place, family, body = rng.choice(PLACES), family_name(rng), rng.choice(BODIES)
    return rng.choice(
        (
            f"{place} {body}",
            f"{place} {rng.choice(TEAMS)}",
            f"{rng.choice(WIDE)} {body}",
            f"{family} {body}",
            f"{coined(rng)} {body}",
            f"{rng.choice(HEADS)} of {rng.choice(FIELDS)}",
            f"{rng.choice(WIDE)} {rng.choice(HEADS)} for {rng.choice(FIELDS)}",
            f"University of {place}",
            f"{family} {rng.choice(('&', 'and'))} {family_name(rng)}",
            f"{family} {rng.choice(('Inc.', 'Ltd', 'Corp.', 'AG', 'LLC', 'SA'))}",
        )
    )
