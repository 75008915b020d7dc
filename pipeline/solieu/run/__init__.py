"""Running the pipeline over a corpus: shards, engines, and the store of finished parts."""
