"""From layers to attributed claims, one report at a time. Pure functions, no NLP library, no I/O."""

from sayso.extract.report import extract_report

__all__ = ["extract_report"]
