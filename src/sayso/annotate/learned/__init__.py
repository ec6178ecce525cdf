"""What is learned from annotated texts: one encoder, run once over a report, and the heads upon it."""
