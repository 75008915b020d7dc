"""The measuring data that lies beside the checkout, where there is any."""

import json
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


def lines_of(stream, number):
    """Read the first JSON lines of a stream."""
    return (json.loads(line) for line in islice(stream, number))
