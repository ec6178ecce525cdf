"""Small invented incidents, and whether their claims are found."""
