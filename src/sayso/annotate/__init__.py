"""Layers over one report: sentences, words, syntax, names. The sole home of the NLP library."""

from sayso.annotate.annotator import Annotator, load_annotator, load_language

__all__ = ["Annotator", "load_annotator", "load_language"]
