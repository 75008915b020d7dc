"""Named people and their positions: the grammar of titles, organisations and places of officials."""
