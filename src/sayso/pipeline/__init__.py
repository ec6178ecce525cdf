"""Runs the stages in order over reports, stores what comes out, and proves it afterwards."""
