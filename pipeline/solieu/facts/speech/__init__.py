"""Who says what: quotations, verbs of saying, speakers and turns of speech."""
