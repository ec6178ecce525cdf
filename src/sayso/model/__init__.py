"""The domain's words: frozen values that every stage shares. Nothing here does any work."""
