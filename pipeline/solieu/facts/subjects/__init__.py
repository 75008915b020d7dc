"""What an amount is about: phrases of its sentence, ranked by a trained model."""
