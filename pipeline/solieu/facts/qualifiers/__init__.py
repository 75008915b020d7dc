"""How an amount is told: compared, changed or standing, fact or plan."""
