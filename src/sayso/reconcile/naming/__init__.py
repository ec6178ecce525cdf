"""Whether two names can be one thing, from the names alone, with a reason for every decision.

model     what a comparison says
letters   any script in plain Latin letters; letters as sounds
tables    the words that names are made of: particles, titles, legal forms, short forms
tokens    one word of a name against another
persons   whole names of persons
bodies    whole names of companies, organisations, vessels, places
blocking  which names are worth comparing
"""

from sayso.reconcile.naming.blocking import block_keys
from sayso.reconcile.naming.comparing import compare_names
from sayso.reconcile.naming.model import Feature, NameComparison

__all__ = ["Feature", "NameComparison", "block_keys", "compare_names"]
