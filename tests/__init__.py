"""Tests, in the tree they test."""
