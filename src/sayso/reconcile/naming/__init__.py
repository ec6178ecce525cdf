"""Whether two names can be one thing, from the names alone, with a reason for every decision.

model     what a comparison says
letters   any script in plain Latin letters; letters as sounds
tables    the words that names are made of: particles, titles, legal forms (families.txt: given names)
tokens    one word of a name against one of another
chinese   Chinese syllables in two romanisations
aligning  which word of one name is which of another
persons   whole names of persons (person_names takes them apart)
bodies    those of companies, organisations, vessels, places (body_names takes them apart)
blocking  which names are worth comparing
"""

from sayso.reconcile.naming.blocking import block_keys
from sayso.reconcile.naming.comparing import compare_names
from sayso.reconcile.naming.model import Feature, NameComparison

__all__ = ["Feature", "NameComparison", "block_keys", "compare_names"]
