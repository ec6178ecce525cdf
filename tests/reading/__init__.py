"""Tests of sayso.reading."""
