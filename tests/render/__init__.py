"""What the dossier is rendered to."""
